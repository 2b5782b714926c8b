import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { api, type Problem } from '../../web/api.ts';
import { ErrorState, Skeleton } from '../../web/ui/feedback/States.tsx';
import { Icon } from '../../web/ui/layout/Icon.tsx';
import { Link, useGo, usePathParam } from '../../web/ui/layout/Link.tsx';
import { vulIn } from '../shared/teksten.schema.ts';
import { METING_VRAGEN, type MetingVraag } from './dimensies.schema.ts';
import type { Vragen } from './meting.schema.ts';
import { EigenBeeld } from './scherm/EigenBeeld.tsx';
import { Melding } from './scherm/Melding.tsx';
import { leesOpdracht, metingPad, type Opdracht, wisOpdracht } from './scherm/modus.ts';
import { Plaatje } from './scherm/Plaatjes.tsx';
import { Schaal } from './scherm/Schaal.tsx';
import { useStem } from './scherm/stem.tsx';
import { Verlaten } from './scherm/Verlaten.tsx';
import './scherm/vragen.css';

type Antwoorden = Partial<Record<MetingVraag, number>>;
type Tekst = (sleutel: string) => string;
const UITLEG = ['uitleg1', 'uitleg2', 'uitleg3', 'uitleg4'];

type StapProps = { vragen: Vragen; titel: string; voorlezen: string; children: ReactNode };

/** Eén scherm: een kop die de aandacht krijgt, een knop om te luisteren, en wat er te doen is. */
function Stap({ vragen, titel, voorlezen, children }: StapProps) {
  const kop = useRef<HTMLHeadingElement>(null);
  const lees = useStem(vragen.spraak);
  // biome-ignore lint/correctness/useExhaustiveDependencies: een andere kop is een ander scherm
  useEffect(() => kop.current?.focus(), [titel]);
  return (
    <main className="vragen-stap">
      <h1 ref={kop} tabIndex={-1}>
        {titel}
      </h1>
      {lees && (
        <button type="button" className="vragen-luister" onClick={() => lees(voorlezen)}>
          <Icon name="rechts" size={22} /> {vragen.teksten.luister}
        </button>
      )}
      {children}
    </main>
  );
}

function Welkom({ vragen, t, verder }: { vragen: Vragen; t: Tekst; verder: () => void }) {
  return (
    <Stap vragen={vragen} titel={t('titel')} voorlezen={['titel', ...UITLEG].map(t).join(' ')}>
      <Plaatje vraag="mentaal-gevoel" />
      <ul className="vragen-uitleg">
        {UITLEG.map((u) => (
          <li key={u}>{t(u)}</li>
        ))}
      </ul>
      <button type="button" className="vragen-knop vragen-knop--groot" onClick={verder}>
        {t('begin')}
      </button>
    </Stap>
  );
}

type VraagProps = {
  vragen: Vragen;
  t: Tekst;
  nr: number;
  antwoorden: Antwoorden;
  zet: (antwoorden: Antwoorden) => void;
  naar: (nr: number) => void;
};

function Vraag({ vragen, t, nr, antwoorden, zet, naar }: VraagProps) {
  const vraag = METING_VRAGEN[nr] as MetingVraag;
  const cijfer = antwoorden[vraag];
  const stap = vulIn(t('stap'), { n: nr + 1, totaal: METING_VRAGEN.length });
  const voorlezen = `${t(vraag)} 0: ${t('laag')}. 10: ${t('hoog')}.`;
  return (
    <Stap vragen={vragen} titel={t(vraag)} voorlezen={voorlezen}>
      <p className="vragen-nr">{stap}</p>
      <progress className="vragen-voortgang" value={nr + 1} max={METING_VRAGEN.length}>
        {stap}
      </progress>
      <Plaatje vraag={vraag} />
      {vragen.taal !== 'nl' && (
        <p className="vragen-nederlands" lang="nl" dir="ltr">
          {vragen.nederlands[vraag]}
        </p>
      )}
      <Schaal
        vraag={t(vraag)}
        laag={t('laag')}
        hoog={t('hoog')}
        gekozen={cijfer}
        kies={(nieuw) => zet({ ...antwoorden, [vraag]: nieuw })}
      />
      <div className="vragen-knoppen">
        <button
          type="button"
          className="vragen-knop vragen-knop--stil"
          onClick={() => naar(nr - 1)}
        >
          {t('terug')}
        </button>
        {cijfer === undefined ? (
          <button type="button" className="vragen-knop" onClick={() => naar(nr + 1)}>
            {t('overslaan')}
          </button>
        ) : (
          <>
            <button
              type="button"
              className="vragen-knop vragen-knop--stil"
              onClick={() => {
                zet({ ...antwoorden, [vraag]: undefined });
                naar(nr + 1);
              }}
            >
              {t('overslaan')}
            </button>
            <button
              type="button"
              className="vragen-knop vragen-knop--groot"
              onClick={() => naar(nr + 1)}
            >
              {t('verder')}
            </button>
          </>
        )}
      </div>
    </Stap>
  );
}

type KlaarProps = {
  dossierId: string;
  vragen: Vragen;
  t: Tekst;
  leeg: boolean;
  bezig: boolean;
  fout: Problem | null;
  bewaard: boolean;
  bewaar: () => void;
  terug: () => void;
};

function Klaar({ dossierId, vragen, t, leeg, bezig, fout, bewaard, bewaar, terug }: KlaarProps) {
  if (bewaard || leeg) {
    const zinnen = [t(leeg ? 'nietsBeantwoord' : 'dank'), t('geefTerug')];
    return (
      <Stap vragen={vragen} titel={zinnen[0] as string} voorlezen={zinnen.join(' ')}>
        <p className="vragen-groot">{t('geefTerug')}</p>
        {bewaard && <EigenBeeld dossierId={dossierId} t={t} />}
        {leeg && (
          <button type="button" className="vragen-knop vragen-knop--stil" onClick={terug}>
            {t('terug')}
          </button>
        )}
      </Stap>
    );
  }
  return (
    <Stap vragen={vragen} titel={t('klaar')} voorlezen={`${t('klaar')} ${t('bewaren')}.`}>
      {fout && (
        <div role="alert">
          <p className="vragen-groot">{t('mislukt')}</p>
          <div lang="nl" dir="ltr" className="vragen-fout">
            <ErrorState error={fout} />
            {fout.soort === 'sessie' && (
              <p>
                U bent niet meer aangemeld. Meld u aan in een ander tabblad en druk hier opnieuw op
                opslaan; de antwoorden staan er nog.
              </p>
            )}
          </div>
        </div>
      )}
      <div className="vragen-knoppen">
        <button type="button" className="vragen-knop vragen-knop--stil" onClick={terug}>
          {t('terug')}
        </button>
        <button
          type="button"
          className="vragen-knop vragen-knop--groot"
          aria-disabled={bezig}
          onClick={() => !bezig && bewaar()}
        >
          {t('bewaren')}
        </button>
      </div>
    </Stap>
  );
}

function useBewaren(dossierId: string, o: Opdracht, antwoorden: Antwoorden) {
  const client = useQueryClient();
  const { moment, taal, hulp, vervangt, sleutel } = o;
  const lijst = METING_VRAGEN.flatMap((vraag) => {
    const cijfer = antwoorden[vraag];
    return cijfer === undefined ? [] : [{ vraag, cijfer }];
  });
  const bewaar = useMutation<unknown, Problem>({
    mutationFn: () =>
      api.post(
        `/v1/dossiers/${dossierId}/metingen`,
        { moment, taal, hulp, vervangt, antwoorden: lijst },
        { idempotencyKey: sleutel },
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['dossier', dossierId] }),
  });
  return { bewaar, leeg: lijst.length === 0 };
}

function Gesprek({ dossierId, o, vragen }: { dossierId: string; o: Opdracht; vragen: Vragen }) {
  const [nr, setNr] = useState(-1);
  const [antwoorden, setAntwoorden] = useState<Antwoorden>({});
  const vrij = useRef(false);
  const go = useGo();
  const { bewaar, leeg } = useBewaren(dossierId, o, antwoorden);
  useBlocker({
    shouldBlockFn: () => !vrij.current,
    enableBeforeUnload: () => !vrij.current && !bewaar.isSuccess,
  });
  useEffect(() => {
    document.title = 'Vragen · Meedoen';
  }, []);
  const t: Tekst = (sleutel) => vragen.teksten[sleutel] ?? vragen.nederlands[sleutel] ?? '';
  const verlaat = () => {
    vrij.current = true;
    wisOpdracht(dossierId);
    go(metingPad(dossierId), { replace: true });
  };
  const stap = METING_VRAGEN[nr];
  return (
    <div className="vragen" lang={vragen.taal} dir={vragen.richting}>
      {nr < 0 && <Welkom vragen={vragen} t={t} verder={() => setNr(0)} />}
      {stap && (
        <Vraag
          key={stap}
          vragen={vragen}
          t={t}
          nr={nr}
          antwoorden={antwoorden}
          zet={setAntwoorden}
          naar={setNr}
        />
      )}
      {nr >= METING_VRAGEN.length && (
        <Klaar
          dossierId={dossierId}
          vragen={vragen}
          t={t}
          leeg={leeg}
          bezig={bewaar.isPending}
          fout={bewaar.error}
          bewaard={bewaar.isSuccess}
          bewaar={() => bewaar.mutate()}
          terug={() => setNr(METING_VRAGEN.length - 1)}
        />
      )}
      {vragen.staat === 'machine' && (
        <p className="vragen-staat" lang="nl" dir="ltr">
          Vertaald door een machine, niet nagekeken.
        </p>
      )}
      <Verlaten code={o.code} gedaan={bewaar.isSuccess || leeg} verlaat={verlaat} />
    </div>
  );
}

/** De vragen op het hele scherm, voor de persoon zelf: één vraag per keer, zonder iets van het dossier. */
export function VragenScreen() {
  const dossierId = usePathParam('dossierId');
  const [opdracht] = useState(() => leesOpdracht(dossierId));
  const taal = opdracht?.taal ?? 'nl';
  const vragen = useQuery<Vragen, Problem>({
    queryKey: ['meting-vragen', dossierId, taal],
    queryFn: ({ signal }) =>
      api.get<Vragen>(`/v1/dossiers/${dossierId}/metingen/vragen?taal=${taal}`, { signal }),
    enabled: opdracht !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!opdracht) {
    return (
      <Melding titel="Er is geen meting begonnen.">
        <Link href={metingPad(dossierId)}>Begin vanuit het dossier.</Link>
      </Melding>
    );
  }
  if (vragen.isError) {
    return (
      <Melding titel="De vragen zijn er niet.">
        <ErrorState error={vragen.error} onRetry={() => void vragen.refetch()} />
      </Melding>
    );
  }
  if (!vragen.data) return <Skeleton lines={4} label="De vragen laden…" />;
  return <Gesprek dossierId={dossierId} o={opdracht} vragen={vragen.data} />;
}
