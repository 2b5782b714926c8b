import { useQuery } from '@tanstack/react-query';
import { parameterVan } from '../../../rules/beleid/parameters.ts';
import { beleidInWoorden } from '../../../rules/beleid/waarde.ts';
import { api, type Problem } from '../../../web/api.ts';
import { formatDate } from '../../../web/dates.ts';
import { EmptyState, ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { Checkbox } from '../../../web/ui/form/Choice.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { useSearchParams } from '../../../web/ui/layout/Link.tsx';
import { roles } from '../../../web/ui/table/columns.ts';
import type { Verschillen } from '../beleid.schema.ts';

/** Het beleid van gemeenten naast elkaar: waar zij verschillen, of alles. */
export function VerschillenDeel() {
  const [adres, wijzig] = useSearchParams();
  const alles = adres.alles === 'ja';
  const vraag = useQuery<Verschillen, Problem>({
    queryKey: ['beleid-verschillen', alles],
    queryFn: ({ signal }) =>
      api.get<Verschillen>(`/v1/beleid/verschillen?alles=${alles}`, { signal }),
  });
  return (
    <>
      <Checkbox
        label="Toon ook waarin de gemeenten gelijk zijn"
        checked={alles}
        onChange={(aan) => wijzig({ alles: aan ? 'ja' : '' })}
      />
      {vraag.isPending && <Skeleton lines={8} />}
      {vraag.isError && <ErrorState error={vraag.error} onRetry={() => void vraag.refetch()} />}
      {vraag.data && <Tabel verschillen={vraag.data} />}
    </>
  );
}

function Tabel({ verschillen: { gemeenten, rijen } }: { verschillen: Verschillen }) {
  if (rijen.length === 0) {
    return gemeenten.length > 1 ? (
      <EmptyState title="Deze gemeenten doen alles hetzelfde">
        Vink hierboven aan dat u ook wilt zien wat gelijk is.
      </EmptyState>
    ) : (
      <EmptyState title="Er valt niets te vergelijken">
        U ziet het beleid van één gemeente. Wie voor meer gemeenten werkt, ziet ze hier naast
        elkaar.
      </EmptyState>
    );
  }
  return (
    <Card title={`${rijen.length} ${rijen.length === 1 ? 'onderwerp' : 'onderwerpen'}`} flush>
      <table className="beleid beleid--naast" role={roles.table}>
        <caption className="m-hidden">Beleid per gemeente</caption>
        <thead role={roles.rowgroup}>
          <tr role={roles.row}>
            <th scope="col" role={roles.columnheader}>
              Wat
            </th>
            {gemeenten.map((g) => (
              <th key={g.id} scope="col" role={roles.columnheader}>
                {g.naam}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role={roles.rowgroup}>
          {rijen.map((rij) => {
            const { id, naam, veld } = parameterVan(rij.sleutel);
            return (
              <tr key={rij.sleutel} role={roles.row}>
                <th scope="row" role={roles.rowheader}>
                  <span className="beleid-nummer">{id}</span> {naam}
                </th>
                {rij.waarden.map((w, i) => (
                  <td key={gemeenten[i]?.id} role={roles.cell} data-kop={gemeenten[i]?.naam}>
                    <span className={w.eigen ? 'beleid-waarde' : undefined}>
                      {beleidInWoorden(veld, w.waarde)}
                    </span>
                    <span className="beleid-uitleg">
                      {w.eigen && w.sinds ? `sinds ${formatDate(w.sinds, 'datum')}` : 'standaard'}
                    </span>
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Card>
  );
}
