import { useMemo } from 'react';
import { Badge } from '../../../web/ui/data/Badge.tsx';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Select } from '../../../web/ui/form/Field.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { TAALCODES, TALEN, type Taal, TEKSTSTATEN } from '../../shared/talen.schema.ts';
import type { TekstAntwoord } from '../brieven.schema.ts';
import { zinnenVan } from './spraak.ts';
import { useSpraak } from './useSpraak.tsx';
import { useTekst } from './vragen.tsx';

type Props = {
  dossierId: string;
  pipId: string;
  taal: Taal;
  onTaal: (taal: Taal) => void;
  voorkeur: string | null;
};

/** The letter in plain language on the screen, to read together or to have read aloud. */
export function Voorlezen({ dossierId, pipId, taal, onTaal, voorkeur }: Props) {
  const tekst = useTekst(dossierId, pipId, taal);
  return (
    <Card
      title="Samen lezen"
      action={
        <div className="brieven-taalkeuze">
          <Select
            label="Taal"
            value={taal}
            onChange={(code) => onTaal(code as Taal)}
            options={TAALCODES.map((code) => ({ value: code, label: TALEN[code].naam }))}
          />
        </div>
      }
    >
      {tekst.isPending && <Skeleton lines={6} />}
      {tekst.isError && !tekst.data && (
        <ErrorState error={tekst.error} onRetry={() => void tekst.refetch()} />
      )}
      {tekst.data && <Tekst key={tekst.data.taal} tekst={tekst.data} voorkeur={voorkeur} />}
    </Card>
  );
}

type Stuk = { tekst: string; lang: Taal; dir: 'ltr' | 'rtl'; nummers: number[]; nl?: string };
type Deel = { kop: Stuk; stukken: Stuk[] };

/** Numbers every sentence, so that the one that is read can be pointed out. */
function inZinnen(tekst: TekstAntwoord): { delen: Deel[]; zinnen: string[] } {
  const zinnen: string[] = [];
  const stuk = (alinea: TekstAntwoord['inleiding']): Stuk => {
    const eigen = alinea.vertaald ?? alinea.nl;
    const eigenZinnen = zinnenVan(eigen.tekst);
    // What is only there in Dutch is not read by the voice of another language.
    const leesbaar = eigen.taal === tekst.taal;
    const nummers = leesbaar ? eigenZinnen.map((z) => zinnen.push(z) - 1) : [];
    return {
      tekst: eigen.tekst,
      lang: eigen.taal,
      dir: eigen.richting,
      nummers,
      ...(alinea.vertaald ? { nl: alinea.nl.tekst } : {}),
    };
  };
  const delen = tekst.delen.map((deel) => ({
    kop: stuk(deel.kop),
    stukken: deel.alineas.map(stuk),
  }));
  return { delen, zinnen };
}

function Tekst({ tekst, voorkeur }: { tekst: TekstAntwoord; voorkeur: string | null }) {
  const { delen, zinnen } = useMemo(() => inZinnen(tekst), [tekst]);
  const { stem, nu, lees, stop } = useSpraak(zinnen, tekst.taal);
  const naam = TALEN[tekst.taal].naam;
  return (
    <div className="m-stack">
      <div className="m-row">
        {nu === null ? (
          <Button
            icon="rechts"
            reason={
              stem
                ? undefined
                : `Deze computer heeft geen stem voor het ${naam}. Lees de tekst zelf voor, of met een tolk.`
            }
            onClick={() => lees()}
          >
            Voorlezen in het {naam}
          </Button>
        ) : (
          <Button icon="sluit" onClick={stop}>
            Stoppen
          </Button>
        )}
        {tekst.staat !== 'bron' && (
          <Badge tone={tekst.staat === 'vastgesteld' ? 'met' : 'near'}>
            {TEKSTSTATEN[tekst.staat]}
          </Badge>
        )}
      </div>
      {voorkeur === null && (
        <Alert tone="info" title="De taal van de persoon is niet bekend.">
          Kies zelf een taal, of leg de gesprekstaal vast bij de gegevens van de persoon.
        </Alert>
      )}
      <div className={tekst.taal === 'nl' ? 'brieven-tekst' : 'brieven-tekst brieven-tekst--twee'}>
        {delen.map((deel) => (
          <section key={deel.kop.tekst}>
            <div className="brieven-alinea">
              {deel.kop.nl && (
                <p lang="nl" className="brieven-nl brieven-nl--kop">
                  {deel.kop.nl}
                </p>
              )}
              <h3 lang={deel.kop.lang} dir={deel.kop.dir}>
                <Zinnen stuk={deel.kop} nu={nu} onLees={stem ? lees : undefined} />
              </h3>
            </div>
            {deel.stukken.map((stuk) => (
              <Alinea
                key={`${stuk.nummers.join()}${stuk.tekst}`}
                stuk={stuk}
                taal={tekst.taal}
                nu={nu}
                onLees={stem ? lees : undefined}
              />
            ))}
          </section>
        ))}
      </div>
    </div>
  );
}

type AlineaProps = ZinnenProps & { taal: Taal };

/** One paragraph: the Dutch, and beside it the translation or that there is none. */
function Alinea({ stuk, taal, nu, onLees }: AlineaProps) {
  const tekst = (
    <p lang={stuk.lang} dir={stuk.dir}>
      <Zinnen stuk={stuk} nu={nu} onLees={onLees} />
    </p>
  );
  if (stuk.lang === taal) {
    return (
      <div className="brieven-alinea">
        {stuk.nl && (
          <p lang="nl" className="brieven-nl">
            {stuk.nl}
          </p>
        )}
        {tekst}
      </div>
    );
  }
  return (
    <div className="brieven-alinea">
      {tekst}
      <p className="m-quiet">Niet vertaald: een eigen tekst. Leg hem uit met de tolk.</p>
    </div>
  );
}

type ZinnenProps = { stuk: Stuk; nu: number | null; onLees?: (vanaf: number) => void };

/** The sentence that is read aloud now stands out; a click begins there. */
function Zinnen({ stuk, nu, onLees }: ZinnenProps) {
  if (stuk.nummers.length === 0) return stuk.tekst;
  return zinnenVan(stuk.tekst).map((zin, i) => {
    const nummer = stuk.nummers[i] ?? 0;
    const klas = nummer === nu ? 'brieven-zin brieven-zin--nu' : 'brieven-zin';
    return (
      <span key={nummer}>
        {onLees ? (
          // biome-ignore lint/a11y/useKeyWithClickEvents: reading from the start works by keyboard; this is a shortcut
          // biome-ignore lint/a11y/noStaticElementInteractions: a sentence is text, not a control
          <span
            className={klas}
            aria-current={nummer === nu || undefined}
            onClick={() => onLees(nummer)}
          >
            {zin}
          </span>
        ) : (
          <span className={klas}>{zin}</span>
        )}{' '}
      </span>
    );
  });
}
