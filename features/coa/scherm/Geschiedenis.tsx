import { useQuery } from '@tanstack/react-query';
import { api, type Problem } from '../../../web/api.ts';
import { formatMoment } from '../../../web/dates.ts';
import { Badge } from '../../../web/ui/data/Badge.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { Link } from '../../../web/ui/layout/Link.tsx';
import type { Overdracht } from '../coa.schema.ts';
import { samenvatting, UITKOMST, waar } from './woorden.ts';

type Rij = Overdracht['rijen'][number];

function Wie({ rij }: { rij: Rij }) {
  if (!rij.dossierId) return <>Rij {rij.rij}</>;
  return <Link href={`/inburgeraars/${rij.dossierId}`}>{rij.naam ?? `Rij ${rij.rij}`}</Link>;
}

function Bestand({ overdracht: o }: { overdracht: Overdracht }) {
  return (
    <details className="coa-overdracht">
      <summary>
        <strong>{formatMoment(o.op)}</strong> door {o.door}, {o.gemeente}
        <span className="m-quiet"> · {samenvatting(o.rijen)}</span>
      </summary>
      <ul className="coa-rijen">
        {o.rijen.map((r) => (
          <li key={r.rij} className="coa-rij">
            <div className="m-row m-row--between">
              <span>
                <Wie rij={r} />
                {r.feiten > 0 && (
                  <span className="m-quiet">
                    {' '}
                    · {r.feiten} {r.feiten === 1 ? 'gegeven' : 'gegevens'}
                  </span>
                )}
              </span>
              <Badge tone={UITKOMST[r.uitkomst].toon}>{UITKOMST[r.uitkomst].daarna}</Badge>
            </div>
            {r.gebreken.length > 0 && (
              <ul className="coa-gebreken">
                {r.gebreken.map((g) => (
                  <li key={g.plek + g.tekst}>
                    <strong>{waar(r.rij, g.plek)}</strong>: {g.tekst}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Who took in what, when, and what became of each row. */
export function Geschiedenis() {
  const vraag = useQuery<{ items: Overdracht[] }, Problem>({
    queryKey: ['coa', 'overdrachten'],
    queryFn: ({ signal }) => api.get('/v1/coa/overdrachten', { signal }),
  });
  return (
    <Card title="Eerder opgenomen">
      {vraag.isPending && <Skeleton lines={3} />}
      {vraag.isError && <ErrorState error={vraag.error} onRetry={() => void vraag.refetch()} />}
      {vraag.data?.items.length === 0 && (
        <EmptyState title="Er is nog geen overdracht opgenomen.">
          Van elk bestand staat hier straks wie het opnam en wat er van elke rij werd.
        </EmptyState>
      )}
      {vraag.data?.items.map((o) => (
        <Bestand key={o.overdrachtId} overdracht={o} />
      ))}
    </Card>
  );
}
