import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Problem } from '../../../web/api.ts';
import { ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import type { Plan } from '../plan.schema.ts';
import { AanspreekpuntKaart } from './AanspreekpuntKaart.tsx';
import { DoelenKaart } from './DoelenKaart.tsx';
import { LaagEen } from './LaagEen.tsx';
import { NetwerkKaart } from './netwerk/NetwerkKaart.tsx';
import { VerschilKaart } from './VerschilKaart.tsx';
import { useDossierId, usePlan } from './vragen.tsx';
import './formulier.css';
import './plan.css';

/** Makes a document and opens it. */
function useAfdruk() {
  const id = useDossierId();
  const client = useQueryClient();
  return useMutation<{ documentId: string }, Problem, 'plan' | 'delen'>({
    mutationFn: (soort) =>
      api.post<{ documentId: string }>(`/v1/dossiers/${id}/plan/afdrukken`, { soort }),
    onSuccess: async ({ documentId }) => {
      window.open(`/v1/dossiers/${id}/documenten/${documentId}`, '_blank', 'noreferrer');
      await client.invalidateQueries({ queryKey: ['dossier', id] });
    },
  });
}

function Afdrukken({ plan }: { plan: Plan }) {
  const afdruk = useAfdruk();
  if (!plan.mag.afdrukken) return null;
  const bezig = (soort: string) => afdruk.isPending && afdruk.variables === soort;
  return (
    <div className="m-stack m-stack--tight">
      <div className="plan-knoppen">
        <Button icon="document" busy={bezig('plan')} onClick={() => afdruk.mutate('plan')}>
          Plan voor de persoon (pdf)
        </Button>
        <Button icon="document" busy={bezig('delen')} onClick={() => afdruk.mutate('delen')}>
          Wie krijgt wat? (pdf)
        </Button>
      </div>
      {afdruk.isError && <ErrorState error={afdruk.error} />}
    </div>
  );
}

/** The plan: what the decision fixes, and below it what may change every day. */
export function PlanScreen() {
  const vraag = usePlan();
  const plan = vraag.data;
  if (vraag.isError && !plan)
    return <ErrorState error={vraag.error} onRetry={() => void vraag.refetch()} />;
  if (!plan) return <Skeleton lines={10} label="Plan laden…" />;
  return (
    <div className="m-stack">
      <LaagEen plan={plan} />
      <section className="plan-laag" aria-labelledby="laag-twee">
        <div className="plan-laag__kop">
          <span className="plan-laag__nummer" aria-hidden="true">
            2
          </span>
          <div>
            <h2 id="laag-twee">Het levende plan</h2>
            <p className="m-quiet">Verandert in elk gesprek, zonder nieuw besluit.</p>
          </div>
          <Afdrukken plan={plan} />
        </div>
        <div className="plan">
          <div className="plan__deel">
            <DoelenKaart plan={plan} />
            <VerschilKaart vandaag={plan.vandaag} />
          </div>
          <div className="plan__deel">
            <AanspreekpuntKaart plan={plan} />
            <NetwerkKaart plan={plan} />
          </div>
        </div>
      </section>
    </div>
  );
}
