import { useQuery } from '@tanstack/react-query';
import { api, type Problem } from '../../../web/api.ts';
import { formatDate } from '../../../web/dates.ts';
import { EmptyState, ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { Pagination } from '../../../web/ui/table/Pagination.tsx';
import type { Weekrooster } from '../tolken.schema.ts';
import { bladzijde, type DeelProps, tolkfilters } from './Rooster.tsx';
import { DAGEN, VORM } from './woorden.ts';

const DAG_MS = 86_400_000;
const opDag = (iso: string, dagen: number) =>
  new Date(Date.parse(iso) + dagen * DAG_MS).toISOString().slice(0, 10);

/** The monday of the week of a day. */
function maandag(iso: string): string {
  const dag = (new Date(Date.parse(iso)).getUTCDay() + 6) % 7;
  return opDag(iso, -dag);
}

/** When interpreters can, and when they are taken. */
export function Week({ zoek, wijzig }: DeelProps) {
  const vanaf = maandag(zoek.week || new Date().toISOString().slice(0, 10));
  const vraag = { vanaf, ...tolkfilters(zoek), ...bladzijde(zoek, 15) };
  const week = useQuery<Weekrooster, Problem>({
    queryKey: ['tolken', 'week', vraag],
    queryFn: ({ signal }) => api.post<Weekrooster>('/v1/tolken/_week', vraag, { signal }),
    placeholderData: (vorige) => vorige,
  });
  const naar = (dagen: number) => () => wijzig({ week: opDag(vanaf, dagen), pagina: '' });
  return (
    <>
      <div className="m-row">
        <Button icon="links" onClick={naar(-7)}>
          Week ervoor
        </Button>
        <strong>
          {formatDate(vanaf, 'datum')} tot en met {formatDate(opDag(vanaf, 6), 'datum')}
        </strong>
        <Button icon="rechts" onClick={naar(7)}>
          Week erna
        </Button>
      </div>
      {week.isPending && <Skeleton lines={6} />}
      {week.isError && <ErrorState error={week.error} onRetry={() => void week.refetch()} />}
      {week.data && week.data.tolken.length === 0 && (
        <EmptyState title="Er staan geen tolken in het rooster." />
      )}
      {week.data && week.data.tolken.length > 0 && (
        <Card flush>
          <Weektabel week={week.data} />
          <Pagination
            page={week.data.page}
            pageSize={week.data.pageSize}
            total={week.data.totaal}
            onPage={(p) => wijzig({ pagina: String(p) }, { push: true })}
          />
        </Card>
      )}
    </>
  );
}

function Weektabel({ week }: { week: Weekrooster }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must be scrollable by keyboard
    <section className="tolk-week" aria-label="Week van tolken" tabIndex={0}>
      <table>
        <caption className="m-hidden">Wanneer tolken kunnen en bezet zijn</caption>
        <thead>
          <tr>
            <th scope="col">Tolk</th>
            {DAGEN.map((dag, i) => (
              <th key={dag} scope="col">
                {dag}
                <div className="m-quiet tolk-klein">
                  {formatDate(opDag(week.vanaf, i), 'datum')}
                </div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {week.tolken.map((t) => (
            <tr key={t.tolkId}>
              <th scope="row">
                {t.naam}
                <div className="m-quiet tolk-klein">{t.talen.join(', ')}</div>
              </th>
              {t.dagen.map((d) => (
                <td key={d.dag}>
                  {d.uren.map((u) => (
                    <div key={u.van}>
                      {u.van}–{u.tot}
                    </div>
                  ))}
                  {d.uren.length === 0 && <span className="m-quiet">niet</span>}
                  {d.bezet.map((b) => (
                    <span className="tolk-bezet" key={b.van + b.tot}>
                      bezet {b.van}–{b.tot}, {VORM[b.vorm]}
                    </span>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
