import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../web/api.ts';
import { formatDate } from '../../web/dates.ts';
import { useIk } from '../../web/ik.ts';
import { Badge } from '../../web/ui/data/Badge.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../web/ui/feedback/States.tsx';
import { toast } from '../../web/ui/feedback/Toast.tsx';
import { Button } from '../../web/ui/form/Button.tsx';
import { DateField } from '../../web/ui/form/DateField.tsx';
import { Select } from '../../web/ui/form/Field.tsx';
import { SearchField } from '../../web/ui/form/SearchField.tsx';
import { Card } from '../../web/ui/layout/Card.tsx';
import { Icon } from '../../web/ui/layout/Icon.tsx';
import { useSearchParams } from '../../web/ui/layout/Link.tsx';
import { PageTitle } from '../../web/ui/layout/PageTitle.tsx';
import type { Column } from '../../web/ui/table/columns.ts';
import { DataTable } from '../../web/ui/table/DataTable.tsx';
import { Pagination } from '../../web/ui/table/Pagination.tsx';
import type { Register, RegisterFilter, RegisterRij } from './besluiten.schema.ts';
import { OPEN_STAPPEN, STAPNAAM } from './bezwaar.status.ts';
import { STAAT } from './scherm/staat.tsx';
import './scherm/besluiten.css';

const PER_BLADZIJDE = 25;
type Zoek = Record<string, string>;

const SOORTEN = [
  { value: 'pip', label: 'PIP' },
  { value: 'pw', label: 'Participatiewet' },
];
const STATEN = [
  { value: 'geldt', label: 'Geldt nu' },
  { value: 'vervangen', label: 'Vervangen' },
  { value: 'ingetrokken', label: 'Ingetrokken' },
];
const BEZWAAR = [
  { value: 'loopt', label: 'Bezwaar of beroep loopt' },
  { value: 'beslist', label: 'Bezwaar afgedaan' },
  { value: 'geen', label: 'Geen bezwaar' },
];

/** Een naam hoort niet in het adres; die staat alleen in het veld. */
function filterVan(zoek: Zoek, wie: string): RegisterFilter {
  const uit: Record<string, string> = {};
  const velden = {
    zoek: wie,
    soort: zoek.soort,
    staat: zoek.staat,
    bezwaar: zoek.bezwaar,
    gemeenteId: zoek.gemeente,
    dagtekeningVan: zoek.van,
    dagtekeningTot: zoek.tot,
  };
  for (const [veld, waarde] of Object.entries(velden)) if (waarde) uit[veld] = waarde;
  return uit as RegisterFilter;
}

const KOLOMMEN: Column<RegisterRij>[] = [
  {
    id: 'kenmerk',
    header: 'Besluit',
    primary: true,
    cell: (r) => (
      <>
        {r.naam}
        <div className="m-quiet">
          {r.soort === 'pip' ? `PIP versie ${r.versie}` : 'Participatiewet'}, {r.kenmerk}
        </div>
      </>
    ),
  },
  { id: 'dag', header: 'Dagtekening', cell: (r) => formatDate(r.dagtekening, 'datum') },
  { id: 'gemeente', header: 'Gemeente', cell: (r) => r.gemeente },
  { id: 'door', header: 'Vastgesteld door', cell: (r) => r.vastgesteldDoor ?? 'onbekend' },
  {
    id: 'staat',
    header: 'Staat',
    cell: (r) => <Badge tone={STAAT[r.staat].tone}>{STAAT[r.staat].tekst}</Badge>,
  },
  {
    id: 'bezwaar',
    header: 'Bezwaar',
    cell: (r) =>
      r.bezwaar ? (
        <>
          <Badge tone={OPEN_STAPPEN.includes(r.bezwaar) ? 'near' : 'neutral'}>
            {STAPNAAM[r.bezwaar]}
          </Badge>
          <div className="m-quiet">{r.bezwaarOp && formatDate(r.bezwaarOp, 'datum')}</div>
        </>
      ) : (
        <span className="m-quiet">geen</span>
      ),
  },
  {
    id: 'stuk',
    header: 'Brief',
    cell: (r) =>
      r.documentId && (
        <a
          href={`/v1/dossiers/${r.dossierId}/documenten/${r.documentId}`}
          target="_blank"
          rel="noreferrer"
        >
          <Icon name="document" size={16} /> Open
          <span className="m-hidden"> de brief van {r.naam} in een nieuw tabblad</span>
        </a>
      ),
  },
];

type FilterProps = {
  zoek: Zoek;
  wijzig: (deel: Zoek) => void;
  wie: string;
  zoekOp: (wie: string) => void;
};

function Filters({ zoek, wijzig, wie, zoekOp }: FilterProps) {
  const [getypt, setGetypt] = useState(wie);
  const gemeenten = useIk().data?.gemeenten ?? [];
  const zet = (veld: string) => (waarde: string) => wijzig({ [veld]: waarde, pagina: '' });
  return (
    <div className="besluit-filters">
      <SearchField
        label="Naam of kenmerk"
        placeholder="Naam of kenmerk, dan Enter"
        value={getypt}
        onChange={(tekst) => {
          setGetypt(tekst);
          if (tekst === '') zoekOp('');
        }}
        onSearch={() => zoekOp(getypt.trim())}
      />
      <Select
        label="Soort"
        value={zoek.soort ?? ''}
        onChange={zet('soort')}
        emptyLabel="Alle soorten"
        options={SOORTEN}
      />
      <Select
        label="Staat"
        value={zoek.staat ?? ''}
        onChange={zet('staat')}
        emptyLabel="Alle staten"
        options={STATEN}
      />
      <Select
        label="Bezwaar"
        value={zoek.bezwaar ?? ''}
        onChange={zet('bezwaar')}
        emptyLabel="Alles"
        options={BEZWAAR}
      />
      {gemeenten.length > 1 && (
        <Select
          label="Gemeente"
          value={zoek.gemeente ?? ''}
          onChange={zet('gemeente')}
          emptyLabel="Alle gemeenten"
          options={gemeenten.map((g) => ({ value: g.id, label: g.naam }))}
        />
      )}
      <DateField label="Gedateerd vanaf" value={zoek.van ?? ''} onChange={zet('van')} />
      <DateField label="Tot en met" value={zoek.tot ?? ''} onChange={zet('tot')} />
    </div>
  );
}

function Uitvoer({ filter }: { filter: RegisterFilter }) {
  const mag = useIk().data?.mag.includes('dossier.exporteren') ?? false;
  const uitvoer = useMutation<unknown, Problem>({
    mutationFn: () => api.download('/v1/besluiten/_uitvoer', filter),
    onError: (fout) => toast({ tekst: fout.redenen[0]?.tekst ?? fout.detail }),
  });
  if (!mag) return null;
  return (
    <Button icon="exporteer" busy={uitvoer.isPending} onClick={() => uitvoer.mutate()}>
      Exporteer
    </Button>
  );
}

/** Every decision on paper of one's own gemeenten: what holds, what was withdrawn, and where objections run. */
export function BesluitenScreen() {
  const [zoek, wijzig] = useSearchParams();
  const bladzijde = Math.max(1, Number(zoek.pagina) || 1);
  const [wie, setWie] = useState('');
  const filter = filterVan(zoek, wie);
  const lijst = useQuery<Register, Problem>({
    queryKey: ['besluiten', filter, bladzijde],
    queryFn: ({ signal }) =>
      api.post<Register>(
        '/v1/besluiten/_zoek',
        { ...filter, page: bladzijde, pageSize: PER_BLADZIJDE },
        { signal },
      ),
    placeholderData: (vorige) => vorige,
  });
  const gefilterd = Object.keys(filter).length > 0;
  return (
    <div className="m-stack">
      <PageTitle
        title="Besluiten"
        lead="Alle beschikkingen, met hun versie, wat nu geldt, en waar bezwaar loopt."
        actions={<Uitvoer filter={filter} />}
      />
      <Filters
        zoek={zoek}
        wijzig={wijzig}
        wie={wie}
        zoekOp={(tekst) => {
          setWie(tekst);
          wijzig({ pagina: '' });
        }}
      />
      {lijst.isPending && <Skeleton lines={6} />}
      {lijst.isError && <ErrorState error={lijst.error} onRetry={() => void lijst.refetch()} />}
      {lijst.data && (
        <Card flush>
          <DataTable
            caption="Besluiten"
            columns={KOLOMMEN}
            rows={lijst.data.items}
            rowId={(r) => r.besluitId}
            rowName={(r) => `${r.naam}, ${r.kenmerk}`}
            rowHref={(r) => `/inburgeraars/${r.dossierId}/besluiten`}
            busy={lijst.isFetching}
            empty={
              <EmptyState title={gefilterd ? 'Geen besluit past hierbij.' : 'Nog geen besluiten.'}>
                {gefilterd
                  ? 'Maak een filter leeg, of zoek op een deel van de naam.'
                  : 'Zodra een PIP is vastgesteld, staat het hier.'}
              </EmptyState>
            }
            footer={
              <Pagination
                page={bladzijde}
                pageSize={PER_BLADZIJDE}
                total={lijst.data.totaal}
                onPage={(p) => wijzig({ pagina: String(p) })}
              />
            }
          />
        </Card>
      )}
    </div>
  );
}
