import { useQueryClient } from '@tanstack/react-query';
import type { Problem } from '../../../web/api.ts';
import { formatMoment } from '../../../web/dates.ts';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { Weigering } from '../../../web/ui/feedback/Weigering.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';

/** Waarom de server weigerde; bij een botsing wie, wanneer en wat, met een weg verder. */
export function Fout({ fout, onSluit }: { fout: Problem; onSluit: () => void }) {
  const client = useQueryClient();
  if (!fout.conflict) return <Weigering fout={fout} />;
  const { wie, wanneer, wat } = fout.conflict;
  const kijk = async () => {
    await client.invalidateQueries({ queryKey: ['agenda'] });
    onSluit();
  };
  return (
    <Alert tone="warning" title={`${wie} heeft deze afspraak intussen gewijzigd.`} live>
      {formatMoment(wanneer)}: {wat}.{' '}
      <Button look="quiet" onClick={() => void kijk()}>
        Sluiten en opnieuw kijken
      </Button>
    </Alert>
  );
}
