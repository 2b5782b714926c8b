import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { Checkbox } from '../../../web/ui/form/Choice.tsx';
import { Link } from '../../../web/ui/layout/Link.tsx';
import { type Raakvlak, raaktLaagEen } from '../laag.schema.ts';
import type { Plan } from '../plan.schema.ts';
import { useDossierId } from './vragen.tsx';

/** What a text seems to change in the decision. */
export const raaktIn = (plan: Plan, tekst: string): Raakvlak[] =>
  raaktLaagEen(tekst, plan.laagEen?.vast ?? null);

type Props = { raakt: Raakvlak[]; bevestigd: boolean; zetBevestigd: (ja: boolean) => void };

/** Stops a text that changes what the decision fixes, until the writer says otherwise. */
export function Laagwacht({ raakt, bevestigd, zetBevestigd }: Props) {
  const id = useDossierId();
  if (raakt.length === 0) return null;
  return (
    <div className="m-stack m-stack--tight" aria-live="polite">
      <Alert tone="warning" title="Dit verandert de beschikking.">
        {raakt.map((r) => r.waarom).join(' ')} Moet het echt anders? Dan is een nieuw PIP nodig.{' '}
        <Link href={`/inburgeraars/${id}/pip`}>Naar het PIP</Link>
      </Alert>
      <Checkbox
        label="Het is anders bedoeld: de beschikking blijft zoals zij is"
        checked={bevestigd}
        onChange={zetBevestigd}
      />
    </div>
  );
}
