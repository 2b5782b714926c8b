import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { formatDate } from '../../../web/dates.ts';
import { useIk } from '../../../web/ik.ts';
import { EmptyState, ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import type { Column } from '../../../web/ui/table/columns.ts';
import { DataTable } from '../../../web/ui/table/DataTable.tsx';
import { Pagination } from '../../../web/ui/table/Pagination.tsx';
import type { Nodig as Afspraak, NodigLijst } from '../inzet.schema.ts';
import { BoekDialoog } from './BoekDialoog.tsx';
import { bladzijde, type DeelProps } from './Rooster.tsx';
import { uur } from './woorden.ts';

function kolommen(boek: ((a: Afspraak) => void) | undefined): Column<Afspraak>[] {
  return [
    {
      id: 'naam',
      header: 'Voor',
      primary: true,
      cell: (a) => (
        <>
          {a.naam}
          <div className="m-quiet tolk-klein">{a.gemeente}</div>
        </>
      ),
    },
    {
      id: 'wanneer',
      header: 'Wanneer',
      cell: (a) => `${formatDate(a.datum, 'datum')}, ${uur(a.tijd)} (${a.minuten} minuten)`,
    },
    { id: 'waar', header: 'Waar', cell: (a) => a.plaats },
    { id: 'taal', header: 'Taal', card: 'top', cell: (a) => a.taal },
    {
      id: 'doen',
      header: 'Doen',
      cell: (a) =>
        boek && (
          <Button look="quiet" onClick={() => boek(a)}>
            Tolk boeken…<span className="m-hidden"> voor {a.naam}</span>
          </Button>
        ),
    },
  ];
}

/** Appointments that need an interpreter and have none. */
export function Nodig({ zoek, wijzig }: DeelProps) {
  const mag = useIk().data?.mag.includes('tolk.bewerken') ?? false;
  const [open, setOpen] = useState<Afspraak>();
  const vraag = bladzijde(zoek);
  const lijst = useQuery<NodigLijst, Problem>({
    queryKey: ['tolken', 'nodig', vraag],
    queryFn: ({ signal }) => api.post<NodigLijst>('/v1/tolkinzetten/_nodig', vraag, { signal }),
    placeholderData: (vorige) => vorige,
  });
  return (
    <>
      {lijst.isPending && <Skeleton lines={6} />}
      {lijst.isError && <ErrorState error={lijst.error} onRetry={() => void lijst.refetch()} />}
      {lijst.data && (
        <Card flush>
          <DataTable
            caption="Afspraken zonder tolk"
            columns={kolommen(mag ? setOpen : undefined)}
            rows={lijst.data.items}
            rowId={(a) => a.afspraakId}
            rowName={(a) => a.naam}
            rowHref={(a) => `/inburgeraars/${a.dossierId}/intake?vraag=afspraken`}
            busy={lijst.isFetching}
            empty={
              <EmptyState title="Elke afspraak met een taal heeft een tolk.">
                Hier staat een afspraak zodra er een taal voor de tolk bij staat.
              </EmptyState>
            }
            footer={
              <Pagination
                page={lijst.data.page}
                pageSize={lijst.data.pageSize}
                total={lijst.data.totaal}
                onPage={(p) => wijzig({ pagina: String(p) }, { push: true })}
              />
            }
          />
        </Card>
      )}
      {open && <BoekDialoog afspraak={open} onSluit={() => setOpen(undefined)} />}
    </>
  );
}
