import { useQuery } from '@tanstack/react-query';
import { api, type Problem } from '../../web/api.ts';
import { useIk } from '../../web/ik.ts';
import { EmptyState, ErrorState, Skeleton } from '../../web/ui/feedback/States.tsx';
import { Button } from '../../web/ui/form/Button.tsx';
import { Select } from '../../web/ui/form/Field.tsx';
import { useSearchParams } from '../../web/ui/layout/Link.tsx';
import { PageTitle } from '../../web/ui/layout/PageTitle.tsx';
import { VraagEditor } from './scherm/VraagEditor.tsx';
import { VragenLijst } from './scherm/VragenLijst.tsx';
import type { Vragenbank } from './vragenbank.schema.ts';
import './vragenbank.css';

export const NIEUW = 'nieuw';

/** De vragen van de intake: die van Meedoen, en wat de gemeente daarvan maakt. */
export function VragenbankScreen() {
  const ik = useIk();
  const [adres, wijzigAdres] = useSearchParams();
  const gemeenten = ik.data?.gemeenten ?? [];
  const gemeenteId = adres.gemeente ?? gemeenten[0]?.id;
  const vraag = useQuery<Vragenbank, Problem>({
    queryKey: ['vragenbank', gemeenteId],
    queryFn: ({ signal }) =>
      api.get<Vragenbank>(`/v1/gemeenten/${gemeenteId}/vragenbank`, { signal }),
    enabled: gemeenteId !== undefined,
  });
  const bank = vraag.data;
  const open = adres.vraag;
  return (
    <div className="m-stack">
      <PageTitle
        title="Vragen van de intake"
        lead="Wat er in het gesprek wordt gevraagd, waarvoor, en sinds wanneer."
        actions={
          bank?.magWijzigen &&
          !open && (
            <Button look="primary" icon="plus" onClick={() => wijzigAdres({ vraag: NIEUW })}>
              Vraag toevoegen
            </Button>
          )
        }
      />
      {gemeenten.length > 1 && !open && (
        <div className="vragenbank-gemeente">
          <Select
            label="Gemeente"
            value={gemeenteId ?? ''}
            onChange={(id) => wijzigAdres({ gemeente: id })}
            options={gemeenten.map((g) => ({ value: g.id, label: g.naam }))}
          />
        </div>
      )}
      {vraag.isPending && gemeenteId && <Skeleton lines={10} />}
      {vraag.isError && <ErrorState error={vraag.error} onRetry={() => void vraag.refetch()} />}
      {ik.isSuccess && gemeenten.length === 0 && (
        <EmptyState title="Uw organisatie heeft nog geen taken">
          Vraag de gemeente om een taak aan uw organisatie te geven.
        </EmptyState>
      )}
      {bank && !open && <VragenLijst bank={bank} />}
      {bank && open && (
        <VraagEditor
          key={open}
          bank={bank}
          vraagId={open === NIEUW ? undefined : open}
          onKlaar={() => wijzigAdres({ vraag: '' })}
        />
      )}
    </div>
  );
}
