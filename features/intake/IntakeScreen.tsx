import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { api, type Problem } from '../../web/api.ts';
import { type Ik, useIk } from '../../web/ik.ts';
import { sessionKeeper } from '../../web/offline/useAnswerQueue.ts';
import { ErrorState, Skeleton } from '../../web/ui/feedback/States.tsx';
import { Link, useGo, usePath, usePathParam, useSearchParams } from '../../web/ui/layout/Link.tsx';
import { Tabs } from '../../web/ui/layout/Tabs.tsx';
import type { EerdereAntwoorden, Gesprekken } from './gesprek/gesprek.schema.ts';
import type { Intake } from './intake.schema.ts';
import { AfrondenKaart } from './scherm/AfrondenKaart.tsx';
import { AfsprakenKaart } from './scherm/AfsprakenKaart.tsx';
import { Gebied } from './scherm/Gebied.tsx';
import { PrivegesprekKaart, TaalKaart } from './scherm/GesprekKaarten.tsx';
import { DitGesprek, EerdereGesprekken } from './scherm/gesprek/Gesprekkaart.tsx';
import { Gespreksmodus } from './scherm/gesprek/Gespreksmodus.tsx';
import { Leefgebieden } from './scherm/Leefgebieden.tsx';
import { Botsingen } from './scherm/onderweg/Botsingen.tsx';
import { kanMeenemen, Meenemen } from './scherm/onderweg/Meenemen.tsx';
import { Verbinding } from './scherm/onderweg/Verbinding.tsx';
import { intakeSleutel } from './scherm/onderweg/versturen.tsx';
import { OpslagContext, useIntakeOpslag } from './scherm/opslag.tsx';
import { ToetsKaart } from './scherm/ToetsKaart.tsx';
import './scherm/intake.css';
import './scherm/gesprek/gesprek.css';
import './scherm/onderweg/onderweg.css';

const INVOER = 'input, textarea, select';
const BEDIENING = 'button, a[href]';

/** Een blok dat zelf de aandacht kan krijgen, anders zijn eerste veld. */
function springNaar(doel: string) {
  const plek = document.getElementById(`vraag-${doel}`);
  const eerste = (soort: string) => plek?.querySelector<HTMLElement>(soort);
  const veld = plek?.hasAttribute('tabindex') ? plek : (eerste(INVOER) ?? eerste(BEDIENING));
  veld?.focus({ preventScroll: true });
  plek?.scrollIntoView({ block: 'start' });
}

/**
 * Een link naar wat ontbreekt zet de aandacht op het eerste veld daarvan. Het doel gaat daarna uit het
 * adres, zodat dezelfde link nog een keer werkt.
 */
function useSprong() {
  const [{ vraag: doel }, wijzig] = useSearchParams();
  const straks = useRef<string>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `wijzig` is elke keer nieuw
  useEffect(() => {
    if (doel) {
      straks.current = doel;
      wijzig({ vraag: '' });
      return;
    }
    const naar = straks.current;
    if (!naar) return;
    straks.current = undefined;
    // Na een nieuw adres zet de router de bladzijde eerst bovenaan.
    requestAnimationFrame(() => requestAnimationFrame(() => springNaar(naar)));
  }, [doel]);
}

/** Op een telefoon staat afronden ver naar beneden; van hieruit is het één tik. */
function NogNodig({ intake, gekozen }: { intake: Intake; gekozen: string }) {
  const pad = usePath();
  const aantal = intake.volledigheid.ontbreekt.length;
  if (intake.afgerond) return <span className="m-met">afgerond</span>;
  return (
    <Link href={`${pad}?${gekozen ? `gebied=${gekozen}&` : ''}vraag=afronden`}>
      {aantal === 0 ? 'Klaar om af te ronden' : `Nog ${aantal} nodig`}
    </Link>
  );
}

const LEEG: Gesprekken = { gesprekken: [], daarbuiten: [] };

/** De gesprekken en wat anderen al zeiden, naast de intake zelf. */
function useGesprek(id: string, intake: Intake) {
  const [gekozen, kies] = useState<string | null>();
  const basis = `/v1/dossiers/${id}/intake`;
  const gesprekken = useQuery<Gesprekken, Problem>({
    queryKey: [...intakeSleutel(id), 'gesprekken'],
    queryFn: ({ signal }) => api.get<Gesprekken>(`${basis}/gesprekken`, { signal }),
  });
  const eerder = useQuery<EerdereAntwoorden, Problem>({
    queryKey: [...intakeSleutel(id), 'eerder'],
    queryFn: ({ signal }) => api.get<EerdereAntwoorden>(`${basis}/eerdere-antwoorden`, { signal }),
    enabled: intake.mag.bewerken,
  });
  const vandaag = gesprekken.data?.gesprekken.findLast((g) => g.vandaag)?.afspraakId ?? null;
  return {
    gesprekken: gesprekken.data ?? LEEG,
    fout: gesprekken.error ?? eerder.error,
    ververs: () => void gesprekken.refetch(),
    eerder: eerder.data?.items ?? [],
    gesprekId: gekozen === undefined ? vandaag : gekozen,
    kies,
  };
}

type Gekozen = { gebied: string | undefined; weergave: string | undefined };

function Weergaven({ intake, gekozen }: { intake: Intake; gekozen: Gekozen }) {
  const pad = usePath();
  const perGesprek = gekozen.weergave === 'gesprekken';
  const eerste = intake.leefgebieden[0]?.id ?? '';
  return (
    <Tabs
      label="Weergave"
      tabs={[
        { naam: 'In gesprek', href: pad, actief: !gekozen.gebied && !perGesprek },
        {
          naam: 'Per leefgebied',
          href: `${pad}?gebied=${gekozen.gebied ?? eerste}`,
          actief: gekozen.gebied !== undefined,
        },
        { naam: 'Per gesprek', href: `${pad}?weergave=gesprekken`, actief: perGesprek },
        { naam: 'Hoe gaat het', href: `${pad}/meting` },
      ]}
    />
  );
}

type BalkProps = { intake: Intake; gekozen: string; gesprekId: string | null };

/** Of alles veilig is, wat nog nodig is, en meenemen. */
function Balk({ intake, gekozen, gesprekId }: BalkProps) {
  const [open, setOpen] = useState<'kiezen' | 'meenemen' | null>(null);
  const sluit = () => setOpen(null);
  const { bewerken } = intake.mag;
  return (
    <div className="m-row m-row--between intake-balk">
      {bewerken && <Verbinding vragen={intake.vragen} opKiezen={() => setOpen('kiezen')} />}
      <span className="m-row">
        <NogNodig intake={intake} gekozen={gekozen} />
        {bewerken && kanMeenemen() && (
          <button type="button" className="m-link-button" onClick={() => setOpen('meenemen')}>
            Meenemen…
          </button>
        )}
      </span>
      {open === 'kiezen' && <Botsingen vragen={intake.vragen} onSluit={sluit} />}
      {open === 'meenemen' && <Meenemen intake={intake} gesprekId={gesprekId} onSluit={sluit} />}
    </div>
  );
}

type DeelProps = { intake: Intake; gekozen: Gekozen; gesprek: ReturnType<typeof useGesprek> };

function Midden({ intake, gekozen, gesprek }: DeelProps) {
  const go = useGo();
  const pad = usePath();
  if (gekozen.gebied) {
    return (
      <div id="vraag-gebied" tabIndex={-1} className="intake-gebied">
        <Gebied key={gekozen.gebied} intake={intake} gekozen={gekozen.gebied} />
      </div>
    );
  }
  if (gekozen.weergave === 'gesprekken')
    return <EerdereGesprekken intake={intake} gesprekken={gesprek.gesprekken} />;
  return (
    <Gespreksmodus
      intake={intake}
      eerder={gesprek.eerder}
      onElders={(o) => go(`${pad}?gebied=${o.leefgebied}&vraag=${o.id}`)}
    />
  );
}

type GesprekProps = { id: string; intake: Intake; gekozen: Gekozen; ik: Ik['medewerker'] };

function Gesprek({ id, intake, gekozen, ik }: GesprekProps) {
  const gesprek = useGesprek(id, intake);
  const { gesprekken, gesprekId, kies } = gesprek;
  const keeper = useMemo(() => sessionKeeper(ik.id), [ik.id]);
  const opslag = useIntakeOpslag(id, { keeper, wie: ik.naam, gesprekId });
  useSprong();
  return (
    <OpslagContext value={opslag}>
      <div className="m-split intake-scherm">
        <div className="m-stack">
          <Weergaven intake={intake} gekozen={gekozen} />
          {intake.mag.bewerken && (
            <DitGesprek intake={intake} gesprekken={gesprekken} gesprekId={gesprekId} kies={kies} />
          )}
          {gekozen.gebied && <Leefgebieden intake={intake} gekozen={gekozen.gebied} />}
          <Balk intake={intake} gekozen={gekozen.gebied ?? ''} gesprekId={gesprekId} />
          {gesprek.fout && <ErrorState error={gesprek.fout} onRetry={gesprek.ververs} />}
          <Midden intake={intake} gekozen={gekozen} gesprek={gesprek} />
        </div>
        <div className="m-stack">
          <AfrondenKaart intake={intake} />
          <AfsprakenKaart intake={intake} />
          <TaalKaart intake={intake} />
          <PrivegesprekKaart intake={intake} />
          <ToetsKaart intake={intake} />
        </div>
      </div>
    </OpslagContext>
  );
}

/** De brede intake als hulp bij het gesprek: in elke volgorde, over meer dan één keer. */
export function IntakeScreen() {
  const id = usePathParam('dossierId');
  const [zoek] = useSearchParams();
  const ik = useIk().data?.medewerker;
  const vraag = useQuery<Intake, Problem>({
    queryKey: intakeSleutel(id),
    queryFn: ({ signal }) => api.get<Intake>(`/v1/dossiers/${id}/intake`, { signal }),
    enabled: id !== '',
  });
  if (vraag.isError && !vraag.data) {
    return <ErrorState error={vraag.error} onRetry={() => void vraag.refetch()} />;
  }
  if (!vraag.data || !ik) return <Skeleton lines={10} label="Intake laden…" />;
  const gebied = vraag.data.leefgebieden.find((g) => g.id === zoek.gebied)?.id;
  const gekozen = { gebied, weergave: zoek.weergave };
  return <Gesprek key={id} id={id} intake={vraag.data} gekozen={gekozen} ik={ik} />;
}
