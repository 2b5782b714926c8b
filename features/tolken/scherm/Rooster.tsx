import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { useIk } from '../../../web/ik.ts';
import { Badge } from '../../../web/ui/data/Badge.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Select } from '../../../web/ui/form/Field.tsx';
import { SearchField } from '../../../web/ui/form/SearchField.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import type { Column } from '../../../web/ui/table/columns.ts';
import { DataTable } from '../../../web/ui/table/DataTable.tsx';
import { Pagination } from '../../../web/ui/table/Pagination.tsx';
import type { Tolk, TolkLijst } from '../tolken.schema.ts';
import { TolkDialoog } from './TolkDialoog.tsx';
import { euro, VORM, VORMKEUZES } from './woorden.ts';

export type Zoek = Record<string, string>;
export type DeelProps = {
  zoek: Zoek;
  wijzig: (deel: Zoek, opties?: { push?: boolean }) => void;
};

/** What the address says about which interpreters. */
export const tolkfilters = (zoek: Zoek) => ({
  ...(zoek.zoek ? { zoek: zoek.zoek } : {}),
  ...(zoek.taal ? { taal: zoek.taal } : {}),
  ...(zoek.vorm && zoek.vorm in VORM ? { vorm: zoek.vorm } : {}),
});
export const bladzijde = (zoek: Zoek, pageSize = 25) => ({
  page: Math.max(1, Number(zoek.pagina) || 1),
  pageSize,
});

function kolommen(open: ((t: Tolk) => void) | undefined): Column<Tolk>[] {
  return [
    {
      id: 'naam',
      header: 'Naam',
      primary: true,
      cell: (t) => (
        <>
          {t.naam}
          <div className="m-quiet tolk-klein">
            {t.rbtv ? `beëdigd, Rbtv ${t.rbtv}` : 'niet beëdigd'}
          </div>
        </>
      ),
    },
    {
      id: 'talen',
      header: 'Talen',
      cell: (t) => t.talen.map((x) => `${x.taal} (${x.niveau})`).join(', '),
    },
    { id: 'hoe', header: 'Hoe', cell: (t) => t.vormen.map((v) => VORM[v]).join(', ') },
    {
      id: 'bereik',
      header: 'Bereikbaar',
      cell: (t) => (
        <>
          {t.telefoon}
          <div className="m-quiet tolk-klein">{t.email}</div>
        </>
      ),
    },
    { id: 'voor', header: 'Voor', card: 'label', cell: (t) => t.gemeenten.join(', ') },
    {
      id: 'tarief',
      header: 'Tarief',
      card: 'label',
      cell: (t) => (
        <>
          {euro(t.uurtariefCent)} per uur
          <div className="m-quiet tolk-klein">
            {t.reiskostenCent > 0 ? `reis ${euro(t.reiskostenCent)}` : 'geen reiskosten'}
          </div>
        </>
      ),
    },
    {
      id: 'doen',
      header: 'Doen',
      cell: (t) => (
        <span className="m-row">
          {t.gestoptOp && <Badge tone="outside">stopt</Badge>}
          {open && t.magWijzigen && (
            <Button look="quiet" onClick={() => open(t)}>
              Wijzigen<span className="m-hidden">: {t.naam}</span>
            </Button>
          )}
        </span>
      ),
    },
  ];
}

/** The interpreters, with languages, how they work and what they charge. */
export function Rooster({ zoek, wijzig }: DeelProps) {
  const mag = useIk().data?.mag.includes('tolk.bewerken') ?? false;
  const [open, setOpen] = useState<Tolk | 'nieuw'>();
  const filters = tolkfilters(zoek);
  const vraag = { ...filters, ...bladzijde(zoek), ookGestopt: zoek.gestopt === 'ja' };
  const lijst = useQuery<TolkLijst, Problem>({
    queryKey: ['tolken', vraag],
    queryFn: ({ signal }) => api.post<TolkLijst>('/v1/tolken/_zoek', vraag, { signal }),
    placeholderData: (vorige) => vorige,
  });
  return (
    <>
      <Filters
        zoek={zoek}
        wijzig={wijzig}
        talen={lijst.data?.talen ?? []}
        {...(mag ? { nieuw: () => setOpen('nieuw') } : {})}
      />
      {lijst.isPending && <Skeleton lines={6} />}
      {lijst.isError && <ErrorState error={lijst.error} onRetry={() => void lijst.refetch()} />}
      {lijst.data && (
        <Card flush>
          <DataTable
            caption="Tolken"
            columns={kolommen(mag ? setOpen : undefined)}
            rows={lijst.data.items}
            rowId={(t) => t.tolkId}
            rowName={(t) => t.naam}
            busy={lijst.isFetching}
            empty={
              <EmptyState
                title={
                  Object.keys(filters).length > 0
                    ? 'Geen tolk past bij deze keuze.'
                    : 'Er staan nog geen tolken in het rooster.'
                }
              >
                Voeg een tolk toe met de talen, de uren waarop die kan en het tarief.
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
      {open && (
        <TolkDialoog
          {...(open === 'nieuw' ? {} : { tolk: open })}
          onSluit={() => setOpen(undefined)}
        />
      )}
    </>
  );
}

type FilterProps = DeelProps & { talen: string[]; nieuw?: () => void };

function Filters({ zoek, wijzig, talen, nieuw }: FilterProps) {
  const [tekst, setTekst] = useState(zoek.zoek ?? '');
  const kies = (veld: string) => (waarde: string) => wijzig({ [veld]: waarde, pagina: '' });
  const csv = useMutation<unknown, Problem>({
    mutationFn: () => api.download('/v1/tolken/_exporteer', tolkfilters(zoek)),
  });
  return (
    <>
      <div className="m-filters">
        <SearchField
          label="Zoek op naam of Rbtv-nummer"
          placeholder="Naam of Rbtv-nummer"
          value={tekst}
          onChange={setTekst}
          onSearch={() => kies('zoek')(tekst)}
        />
        <Select
          label="Taal"
          value={zoek.taal ?? ''}
          emptyLabel="Elke taal"
          options={talen.map((t) => ({ value: t, label: t }))}
          onChange={kies('taal')}
        />
        <Select
          label="Hoe"
          value={zoek.vorm ?? ''}
          emptyLabel="Elke manier"
          options={VORMKEUZES}
          onChange={kies('vorm')}
        />
        {nieuw && (
          <>
            <Button icon="exporteer" busy={csv.isPending} onClick={() => csv.mutate()}>
              Exporteer
            </Button>
            <Button look="primary" icon="plus" onClick={nieuw}>
              Tolk toevoegen
            </Button>
          </>
        )}
      </div>
      {csv.isError && <ErrorState error={csv.error} />}
    </>
  );
}
