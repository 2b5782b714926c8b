import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../web/api.ts';
import { formatDate } from '../../web/dates.ts';
import { useIk } from '../../web/ik.ts';
import { Badge } from '../../web/ui/data/Badge.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../web/ui/feedback/States.tsx';
import { Button } from '../../web/ui/form/Button.tsx';
import { Select } from '../../web/ui/form/Field.tsx';
import { SearchField } from '../../web/ui/form/SearchField.tsx';
import { Card } from '../../web/ui/layout/Card.tsx';
import { useGo, useSearchParams } from '../../web/ui/layout/Link.tsx';
import { PageTitle } from '../../web/ui/layout/PageTitle.tsx';
import { Tabs } from '../../web/ui/layout/Tabs.tsx';
import type { Column } from '../../web/ui/table/columns.ts';
import { DataTable } from '../../web/ui/table/DataTable.tsx';
import { Pagination } from '../../web/ui/table/Pagination.tsx';
import { Begeleiders } from './scherm/Begeleiders.tsx';
import { Kandidaten } from './scherm/Kandidaten.tsx';
import { ruimte, STAAT, uur } from './scherm/woorden.ts';
import { ZittingDialoog } from './scherm/ZittingDialoog.tsx';
import type { Zitting, ZittingFilters, ZittingLijst } from './zitting.schema.ts';
import './toetszitting.css';

const PER_BLADZIJDE = 25;
type Zoek = Record<string, string>;

const KOLOMMEN: Column<Zitting>[] = [
  {
    id: 'wanneer',
    header: 'Wanneer',
    primary: true,
    cell: (z) => `${formatDate(z.datum, 'datum')}, ${uur(z.tijd)}`,
  },
  {
    id: 'waar',
    header: 'Waar',
    cell: (z) => (
      <>
        {z.plaats}
        <div className="m-quiet toets-klein">{z.adres}</div>
      </>
    ),
  },
  {
    id: 'wie',
    header: 'Voor',
    cell: (z) => (
      <>
        {z.gemeenten.length > 1 ? 'Regionaal' : z.gemeente}
        {z.gemeenten.length > 1 && (
          <div className="m-quiet toets-klein">{z.gemeenten.join(', ')}</div>
        )}
      </>
    ),
  },
  {
    id: 'begeleider',
    header: 'Begeleider',
    card: 'label',
    cell: (z) => z.begeleiders.map((b) => b.naam).join(', '),
  },
  {
    id: 'plekken',
    header: 'Laptops',
    card: 'label',
    cell: (z) => (
      <>
        {z.bezet} van {z.laptops} bezet
        {z.staat === 'gepland' && <div className="m-quiet toets-klein">{ruimte(z)}</div>}
      </>
    ),
  },
  {
    id: 'staat',
    header: 'Staat',
    card: 'top',
    cell: (z) => <Badge tone={STAAT[z.staat].tone}>{STAAT[z.staat].tekst}</Badge>,
  },
];

const STATEN = Object.entries(STAAT).map(([value, s]) => ({ value, label: s.tekst }));

function filtersVan(zoek: Zoek): ZittingFilters {
  return {
    ...(zoek.zoek ? { zoek: zoek.zoek } : {}),
    ...(zoek.staat && zoek.staat in STAAT ? { staat: zoek.staat as Zitting['staat'] } : {}),
    ...(zoek.gemeente ? { gemeenteId: zoek.gemeente } : {}),
    ...(zoek.vrij === 'ja' ? { vrij: true } : {}),
  };
}

/** Sessions of the leerbaarheidstoets, who still has to take it, and who may give it. */
export function ToetszittingenScreen() {
  const [zoek, wijzig] = useSearchParams();
  const go = useGo();
  const [plant, setPlant] = useState(false);
  const mag = useIk().data?.mag.includes('toets.plannen') ?? false;
  const deel = zoek.deel ?? '';
  const tab = (naam: string, waarde: string) => ({
    naam,
    href: `/toetszittingen${waarde ? `?deel=${waarde}` : ''}`,
    actief: deel === waarde,
  });
  return (
    <div className="m-stack">
      <PageTitle
        title="Leerbaarheidstoets"
        lead="Zittingen met laptops en een begeleider. Wie moet nog, wie was er, en waar wacht het op DUO?"
        actions={
          mag && (
            <Button look="primary" icon="plus" onClick={() => setPlant(true)}>
              Zitting plannen
            </Button>
          )
        }
      />
      <Tabs
        label="Onderdelen van de leerbaarheidstoets"
        tabs={[
          tab('Zittingen', ''),
          ...(mag ? [tab('Nog te plannen', 'nodig')] : []),
          tab('Toetsbegeleiders', 'begeleiders'),
        ]}
      />
      {deel === '' && <Zittingen zoek={zoek} wijzig={wijzig} mag={mag} />}
      {deel === 'nodig' && mag && <Kandidaten zoek={zoek} wijzig={wijzig} />}
      {deel === 'begeleiders' && <Begeleiders />}
      {plant && (
        <ZittingDialoog
          onSluit={() => setPlant(false)}
          onKlaar={(z) => go(`/toetszittingen/${z.zittingId}`)}
        />
      )}
    </div>
  );
}

type DeelProps = {
  zoek: Zoek;
  wijzig: (deel: Zoek, opties?: { push?: boolean }) => void;
  mag: boolean;
};

function Zittingen({ zoek, wijzig, mag }: DeelProps) {
  const filters = filtersVan(zoek);
  const vraag = {
    ...filters,
    page: Math.max(1, Number(zoek.pagina) || 1),
    pageSize: PER_BLADZIJDE,
  };
  const lijst = useQuery<ZittingLijst, Problem>({
    queryKey: ['toetszittingen', vraag],
    queryFn: ({ signal }) => api.post<ZittingLijst>('/v1/toetszittingen/_zoek', vraag, { signal }),
    placeholderData: (vorige) => vorige,
  });
  return (
    <>
      <Filters zoek={zoek} wijzig={wijzig} mag={mag} />
      {lijst.isPending && <Skeleton lines={6} />}
      {lijst.isError && <ErrorState error={lijst.error} onRetry={() => void lijst.refetch()} />}
      {lijst.data && (
        <Card flush>
          <DataTable
            caption="Zittingen van de leerbaarheidstoets"
            columns={KOLOMMEN}
            rows={lijst.data.items}
            rowId={(z) => z.zittingId}
            rowName={(z) => formatDate(z.datum, 'datum')}
            rowHref={(z) => `/toetszittingen/${z.zittingId}`}
            busy={lijst.isFetching}
            empty={
              Object.keys(filters).length > 0 ? (
                <EmptyState title="Geen zitting past bij deze keuze." />
              ) : (
                <EmptyState title="Er is nog geen zitting gepland.">
                  Plan een zitting met een toetsbegeleider die bij DUO is geregistreerd. Daarna
                  kiest u wie een uitnodiging krijgt.
                </EmptyState>
              )
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
    </>
  );
}

function Filters({ zoek, wijzig, mag }: DeelProps) {
  const gemeenten = useIk().data?.gemeenten ?? [];
  const [tekst, setTekst] = useState(zoek.zoek ?? '');
  const kies = (veld: string) => (waarde: string) => wijzig({ [veld]: waarde, pagina: '' });
  const csv = useMutation<unknown, Problem>({
    mutationFn: () => api.download('/v1/toetszittingen/_exporteer', filtersVan(zoek)),
  });
  return (
    <>
      <div className="m-filters">
        <SearchField
          label="Zoek op plaats of begeleider"
          placeholder="Plaats of begeleider"
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
          label="Plekken"
          value={zoek.vrij ?? ''}
          emptyLabel="Ook wat vol is"
          options={[{ value: 'ja', label: 'Met een vrije laptop' }]}
          onChange={kies('vrij')}
        />
        {gemeenten.length > 1 && (
          <Select
            label="Gemeente"
            value={zoek.gemeente ?? ''}
            emptyLabel="Alle gemeenten"
            options={gemeenten.map((g) => ({ value: g.id, label: g.naam }))}
            onChange={kies('gemeente')}
          />
        )}
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
