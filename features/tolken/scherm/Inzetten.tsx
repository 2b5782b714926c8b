import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { formatDate } from '../../../web/dates.ts';
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
import type { Inzet, InzetLijst } from '../inzet.schema.ts';
import { InzetDialoog, type Wat } from './InzetDialoog.tsx';
import { bladzijde, type DeelProps, type Zoek } from './Rooster.tsx';
import { euro, STAAT, tolkHoort, uur, VORM } from './woorden.ts';

const STATEN = Object.entries(STAAT).map(([value, s]) => ({ value, label: s.tekst }));

const filtersVan = (zoek: Zoek) => ({
  ...(zoek.zoek ? { zoek: zoek.zoek } : {}),
  ...(zoek.staat && zoek.staat in STAAT ? { staat: zoek.staat } : {}),
  ...(zoek.gewijzigd === 'ja' ? { gewijzigd: true } : {}),
});

const KNOP: Record<Inzet['kan'][number], string> = {
  uren: 'Uren invullen…',
  corrigeren: 'Uren verbeteren…',
  verplaatsen: 'Laten meegaan…',
  afzeggen: 'Afzeggen…',
};

function Nu({ i }: { i: Inzet }) {
  if (!i.afspraakNu) return null;
  const { afgezegd, datum, tijd } = i.afspraakNu;
  return (
    <div className="tolk-klein">
      <Badge tone="late">{afgezegd ? 'afspraak gaat niet door' : 'afspraak is verzet'}</Badge>{' '}
      {!afgezegd && `${formatDate(datum, 'datum')}, ${uur(tijd)}`}
    </div>
  );
}

function kolommen(open: (i: Inzet, wat: Wat) => void): Column<Inzet>[] {
  return [
    {
      id: 'naam',
      header: 'Voor',
      primary: true,
      cell: (i) => (
        <>
          {i.naam}
          <div className="m-quiet tolk-klein">{i.gemeente}</div>
        </>
      ),
    },
    {
      id: 'tolk',
      header: 'Tolk',
      cell: (i) => (
        <>
          {i.tolk}
          <div className="m-quiet tolk-klein">
            {i.taal}, {VORM[i.vorm]}
          </div>
        </>
      ),
    },
    {
      id: 'wanneer',
      header: 'Wanneer',
      cell: (i) => (
        <>
          {formatDate(i.datum, 'datum')}, {uur(i.tijd)}
          <Nu i={i} />
        </>
      ),
    },
    {
      id: 'duur',
      header: 'Minuten',
      card: 'label',
      cell: (i) => (i.minutenEcht === null ? `${i.minuten} gepland` : i.minutenEcht),
    },
    {
      id: 'kosten',
      header: 'Kosten',
      card: 'label',
      cell: (i) => (
        <>
          {euro(i.kostenCent)}
          {i.staat === 'geboekt' && <div className="m-quiet tolk-klein">geschat</div>}
          {i.delers > 1 && <div className="m-quiet tolk-klein">gedeeld met {i.delers - 1}</div>}
        </>
      ),
    },
    {
      id: 'staat',
      header: 'Staat',
      card: 'top',
      cell: (i) => (
        <>
          <Badge tone={STAAT[i.staat].tone}>{STAAT[i.staat].tekst}</Badge>
          {i.reden && <div className="m-quiet tolk-klein">{i.reden}</div>}
          {i.bericht && <div className="m-quiet tolk-klein">{tolkHoort(i.bericht)}</div>}
        </>
      ),
    },
    {
      id: 'doen',
      header: 'Doen',
      cell: (i) => (
        <span className="m-row tolk-knoppen">
          {i.kan.map((wat) => (
            <Button key={wat} look="quiet" onClick={() => open(i, wat)}>
              {KNOP[wat]}
              <span className="m-hidden"> voor {i.naam}</span>
            </Button>
          ))}
        </span>
      ),
    },
  ];
}

/** The bookings: what is planned, done, cancelled, and what it cost. */
export function Inzetten({ zoek, wijzig }: DeelProps) {
  const [open, setOpen] = useState<{ inzet: Inzet; wat: Wat }>();
  const vraag = { ...filtersVan(zoek), ...bladzijde(zoek) };
  const lijst = useQuery<InzetLijst, Problem>({
    queryKey: ['tolken', 'inzet', vraag],
    queryFn: ({ signal }) => api.post<InzetLijst>('/v1/tolkinzetten/_zoek', vraag, { signal }),
    placeholderData: (vorige) => vorige,
  });
  return (
    <>
      <Filters zoek={zoek} wijzig={wijzig} />
      {lijst.isPending && <Skeleton lines={6} />}
      {lijst.isError && <ErrorState error={lijst.error} onRetry={() => void lijst.refetch()} />}
      {lijst.data && (
        <Card flush>
          <DataTable
            caption="Boekingen van tolken"
            columns={kolommen((inzet, wat) => setOpen({ inzet, wat }))}
            rows={lijst.data.items}
            rowId={(i) => i.inzetId}
            rowName={(i) => i.naam}
            rowHref={(i) => `/inburgeraars/${i.dossierId}`}
            busy={lijst.isFetching}
            empty={<EmptyState title="Er zijn geen boekingen bij deze keuze." />}
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
      {open && <InzetDialoog {...open} onSluit={() => setOpen(undefined)} />}
    </>
  );
}

function Filters({ zoek, wijzig }: DeelProps) {
  const mag = useIk().data?.mag.includes('tolk.bewerken') ?? false;
  const [tekst, setTekst] = useState(zoek.zoek ?? '');
  const kies = (veld: string) => (waarde: string) => wijzig({ [veld]: waarde, pagina: '' });
  const csv = useMutation<unknown, Problem>({
    mutationFn: () => api.download('/v1/tolkinzetten/_exporteer', filtersVan(zoek)),
  });
  return (
    <>
      <div className="m-filters">
        <SearchField
          label="Zoek op naam of tolk"
          placeholder="Naam of tolk"
          value={tekst}
          onChange={setTekst}
          onSearch={() => kies('zoek')(tekst)}
        />
        <Select
          label="Staat"
          value={zoek.staat ?? ''}
          emptyLabel="Elke staat"
          options={STATEN}
          onChange={kies('staat')}
        />
        <Select
          label="Toon"
          value={zoek.gewijzigd ?? ''}
          emptyLabel="Alle boekingen"
          options={[{ value: 'ja', label: 'Afspraak is gewijzigd' }]}
          onChange={kies('gewijzigd')}
        />
        {mag && (
          <Button icon="exporteer" busy={csv.isPending} onClick={() => csv.mutate()}>
            Exporteer
          </Button>
        )}
      </div>
      {csv.isError && <ErrorState error={csv.error} />}
    </>
  );
}
