import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, type Problem } from '../../web/api.ts';
import { SaveState } from '../../web/ui/feedback/SaveState.tsx';
import { ErrorState, Skeleton } from '../../web/ui/feedback/States.tsx';
import { usePathParam, useSearchParams } from '../../web/ui/layout/Link.tsx';
import type { Intake } from './intake.schema.ts';
import { AfrondenKaart } from './scherm/AfrondenKaart.tsx';
import { AfsprakenKaart } from './scherm/AfsprakenKaart.tsx';
import { Gebied } from './scherm/Gebied.tsx';
import { PrivegesprekKaart, TaalKaart } from './scherm/GesprekKaarten.tsx';
import { Leefgebieden } from './scherm/Leefgebieden.tsx';
import { intakeSleutel, OpslagContext, useIntakeOpslag } from './scherm/opslag.tsx';
import { ToetsKaart } from './scherm/ToetsKaart.tsx';
import './scherm/intake.css';

const INVOER = 'input, textarea, select, button';

/** Een link naar wat ontbreekt zet de aandacht op het eerste veld daarvan. */
function useSprong(klaar: boolean) {
  const [zoek, wijzig] = useSearchParams();
  const doel = zoek.vraag;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `wijzig` is elke keer nieuw
  useEffect(() => {
    if (!klaar || !doel) return;
    const plek = document.getElementById(`vraag-${doel}`);
    plek?.scrollIntoView({ block: 'start' });
    const veld = plek?.querySelector<HTMLElement>(INVOER);
    veld?.focus({ preventScroll: true });
    // Uit het adres, zodat dezelfde link nog een keer werkt.
    wijzig({ vraag: '' });
  }, [klaar, doel]);
}

function Gesprek({ id, intake, gekozen }: { id: string; intake: Intake; gekozen: string }) {
  const opslag = useIntakeOpslag(id);
  useSprong(true);
  return (
    <OpslagContext value={opslag}>
      <div className="m-split intake-scherm">
        <div className="m-stack">
          <Leefgebieden intake={intake} gekozen={gekozen} />
          {intake.mag.bewerken && (
            <div className="intake-balk">
              <SaveState
                state={opslag.autosave.state}
                onRetry={() => void opslag.autosave.flush()}
              />
            </div>
          )}
          <Gebied key={gekozen} intake={intake} gekozen={gekozen} />
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
