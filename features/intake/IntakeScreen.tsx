import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api, type Problem } from '../../web/api.ts';
import { SaveState } from '../../web/ui/feedback/SaveState.tsx';
import { ErrorState, Skeleton } from '../../web/ui/feedback/States.tsx';
import { Link, usePath, usePathParam, useSearchParams } from '../../web/ui/layout/Link.tsx';
import type { Intake } from './intake.schema.ts';
import { AfrondenKaart } from './scherm/AfrondenKaart.tsx';
import { AfsprakenKaart } from './scherm/AfsprakenKaart.tsx';
import { Gebied } from './scherm/Gebied.tsx';
import { PrivegesprekKaart, TaalKaart } from './scherm/GesprekKaarten.tsx';
import { Leefgebieden } from './scherm/Leefgebieden.tsx';
import { intakeSleutel, OpslagContext, useIntakeOpslag } from './scherm/opslag.tsx';
import { ToetsKaart } from './scherm/ToetsKaart.tsx';
import './scherm/intake.css';

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
    <Link href={`${pad}?gebied=${gekozen}&vraag=afronden`}>
      {aantal === 0 ? 'Klaar om af te ronden' : `Nog ${aantal} nodig`}
    </Link>
  );
}

function Gesprek({ id, intake, gekozen }: { id: string; intake: Intake; gekozen: string }) {
  const opslag = useIntakeOpslag(id);
  useSprong();
  return (
    <OpslagContext value={opslag}>
      <div className="m-split intake-scherm">
        <div className="m-stack">
          <Leefgebieden intake={intake} gekozen={gekozen} />
          <div className="m-row m-row--between intake-balk">
            {intake.mag.bewerken && (
              <SaveState
                state={opslag.autosave.state}
                onRetry={() => void opslag.autosave.flush()}
              />
            )}
            <NogNodig intake={intake} gekozen={gekozen} />
          </div>
          <div id="vraag-gebied" tabIndex={-1} className="intake-gebied">
            <Gebied key={gekozen} intake={intake} gekozen={gekozen} />
          </div>
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

/** De brede intake als hulp bij het gesprek: per leefgebied, over meer dan één keer. */
export function IntakeScreen() {
  const id = usePathParam('dossierId');
  const [zoek] = useSearchParams();
  const vraag = useQuery<Intake, Problem>({
    queryKey: intakeSleutel(id),
    queryFn: ({ signal }) => api.get<Intake>(`/v1/dossiers/${id}/intake`, { signal }),
    enabled: id !== '',
  });
  if (vraag.isError && !vraag.data) {
    return <ErrorState error={vraag.error} onRetry={() => void vraag.refetch()} />;
  }
  if (!vraag.data) return <Skeleton lines={10} label="Intake laden…" />;
  const gebieden = vraag.data.leefgebieden;
  const gekozen = gebieden.find((g) => g.id === zoek.gebied) ?? gebieden[0];
  return <Gesprek key={id} id={id} intake={vraag.data} gekozen={gekozen?.id ?? ''} />;
}
