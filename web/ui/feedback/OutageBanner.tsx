import { useQuery } from '@tanstack/react-query';
import { api, type Problem } from '../../api.ts';
import { formatMoment } from '../../dates.ts';
import { Alert } from './Alert.tsx';

type Outages = { items: { systeem: string; naam: string; sinds: string; gevolg: string }[] };

const AGAIN_MS = 60_000;

/** Says in plain words that DUO or BRP is out of reach, and that the work goes on. */
export function OutageBanner() {
  const outages = useQuery<Outages, Problem>({
    queryKey: ['storingen'],
    queryFn: ({ signal }) => api.get<Outages>('/v1/storingen', { signal }),
    refetchInterval: AGAIN_MS,
    staleTime: AGAIN_MS,
  });
  const items = outages.data?.items ?? [];
  return (
    <div role="status" className="m-outages">
      {items.map((o) => (
        <Alert
          key={o.systeem}
          tone="warning"
          title={`${o.naam} is sinds ${formatMoment(o.sinds)} niet bereikbaar.`}
        >
          {o.gevolg}
        </Alert>
      ))}
    </div>
  );
}
