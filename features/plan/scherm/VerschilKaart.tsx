import { useState } from 'react';
import { formatDate } from '../../../web/dates.ts';
import { ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { useVerschil } from './vragen.tsx';

/** What changed since the last talk; the same stands on the plan that the person gets. */
export function VerschilKaart({ vandaag }: { vandaag: string }) {
  const [sinds, setSinds] = useState('');
  const geldig = sinds !== '' && sinds <= vandaag ? sinds : '';
  const verschil = useVerschil(geldig);
  return (
    <Card title="Wat is er veranderd?" level={3}>
      <div className="m-stack">
        <DateField
          label="Sinds een andere dag"
          optional
          hint={
            verschil.data
              ? `Nu: ${verschil.data.waarom}, ${formatDate(verschil.data.sinds)}`
              : 'dd-mm-jjjj'
          }
          error={sinds > vandaag ? 'Kies een dag die is geweest.' : undefined}
          value={sinds}
          onChange={setSinds}
        />
        {verschil.isError && (
          <ErrorState error={verschil.error} onRetry={() => void verschil.refetch()} />
        )}
        {verschil.isPending && <Skeleton lines={3} />}
        {verschil.data?.items.length === 0 && (
          <p className="m-quiet">Er is niets veranderd in het plan.</p>
        )}
        {verschil.data && verschil.data.items.length > 0 && (
          <ul className="plan-verschil">
            {verschil.data.items.map((i) => (
              <li key={i.id}>{i.tekst}</li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}
