import { useQuery } from '@tanstack/react-query';
import { api, type Problem } from '../../../web/api.ts';
import { formatDate } from '../../../web/dates.ts';
import { EmptyState, ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import { usePathParam } from '../../../web/ui/layout/Link.tsx';
import type { Besluit, Vergelijking } from '../besluiten.schema.ts';

type Props = { van: Besluit; naar: Besluit; sluit: () => void };

function Verschillen({ lijst }: { lijst: Vergelijking['verschillen'] }) {
  if (lijst.length === 0) {
    return <EmptyState title="Er is niets veranderd.">Beide versies zeggen hetzelfde.</EmptyState>;
  }
  return (
    <ul className="besluit-verschillen">
      {lijst.map((v) => (
        <li key={v.onderwerp}>
          <strong>{v.zin}</strong>
          <dl>
            <div>
              <dt>{v.onderwerp} was</dt>
              <dd>{v.was}</dd>
            </div>
            <div>
              <dt>en wordt</dt>
              <dd>{v.wordt}</dd>
            </div>
          </dl>
        </li>
      ))}
    </ul>
  );
}

/** What one version of the PIP changed against the one before, in plain words. */
export function VergelijkDialoog({ van, naar, sluit }: Props) {
  const id = usePathParam('dossierId');
  const vraag = useQuery<Vergelijking, Problem>({
    queryKey: ['dossier', id, 'vergelijking', van.besluitId, naar.besluitId],
    queryFn: ({ signal }) =>
      api.get<Vergelijking>(
        `/v1/dossiers/${id}/besluiten/vergelijking?van=${van.besluitId}&naar=${naar.besluitId}`,
        { signal },
      ),
  });
  return (
    <Dialog
      open
      title={`Wat veranderde er in versie ${naar.versie}?`}
      onClose={sluit}
      footer={<Button onClick={sluit}>Sluiten</Button>}
    >
      <p className="m-quiet">
        Vergeleken met versie {van.versie} van {formatDate(van.dagtekening)}.
      </p>
      {vraag.isPending && <Skeleton lines={4} />}
      {vraag.isError && <ErrorState error={vraag.error} onRetry={() => void vraag.refetch()} />}
      {vraag.data && <Verschillen lijst={vraag.data.verschillen} />}
    </Dialog>
  );
}
