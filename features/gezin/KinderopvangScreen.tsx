import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { api, type Problem } from '../../web/api.ts';
import { formatDate } from '../../web/dates.ts';
import { type Ik, useIk } from '../../web/ik.ts';
import { Badge } from '../../web/ui/data/Badge.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../web/ui/feedback/States.tsx';
import { Button } from '../../web/ui/form/Button.tsx';
import { DateField } from '../../web/ui/form/DateField.tsx';
import { Select } from '../../web/ui/form/Field.tsx';
import { SearchField } from '../../web/ui/form/SearchField.tsx';
import { PageTitle } from '../../web/ui/layout/PageTitle.tsx';
import type { Column } from '../../web/ui/table/columns.ts';
import { DataTable } from '../../web/ui/table/DataTable.tsx';
import { Pagination } from '../../web/ui/table/Pagination.tsx';
import { LEERROUTE } from '../shared/woorden.schema.ts';
import type { Wachtlijst, WachtlijstRij } from './opvang/opvang.schema.ts';
import { OPVANG_STAAT } from './woorden.schema.ts';
import './scherm/gezin.css';

const PER_PAGINA = 25;

function wachttijd({ dagen, staat }: WachtlijstRij) {
  if (staat === 'geplaatst' || staat === 'niet-meer-nodig') return null;
  if (dagen < 0) return <span className="m-quiet">over {-dagen} dagen</span>;
  return <Badge tone="late">{dagen === 1 ? '1 dag' : `${dagen} dagen`} zonder opvang</Badge>;
}

const KOLOMMEN: readonly Column<WachtlijstRij>[] = [
  { id: 'naam', header: 'Naam', primary: true, cell: (r) => r.naam },
  {
    id: 'nodig',
    header: 'Nodig vanaf',
    cell: (r) => (
      <>
        {formatDate(r.nodigVanaf, 'datum')} {wachttijd(r)}
      </>
    ),
  },
  {
    id: 'kind',
    header: 'Kind en dagdelen',
    cell: (r) => (
      <>
        {r.kind ?? 'niet voor één kind'}
        <div className="m-quiet">{r.dagdelen.join(', ')}</div>
      </>
    ),
  },
  {
    id: 'staat',
    header: 'Hoe ver',
    card: 'top',
    cell: (r) => <Badge tone={OPVANG_STAAT[r.staat].toon}>{OPVANG_STAAT[r.staat].naam}</Badge>,
  },
  {
    id: 'bij',
    header: 'Bij',
    cell: (r) => (
      <>
        {r.bij ?? <span className="m-quiet">nog geen opvang</span>}
        {r.plaatsOp && <div className="m-quiet">plaats {formatDate(r.plaatsOp, 'datum')}</div>}
      </>
    ),
  },
  { id: 'route', header: 'Leerroute', cell: (r) => LEERROUTE[r.leerroute ?? 'geen'] },
  {
    id: 'gemeente',
    header: 'Gemeente en klantmanager',
    cell: (r) => (
      <>
        {r.gemeente}
        <div className="m-quiet">{r.klantmanager ?? 'niemand'}</div>
      </>
    ),
  },
];

type Vraag = { zoek: string; gemeente: string; staat: string; nodigVoor: string };
const LEEG: Vraag = { zoek: '', gemeente: '', staat: '', nodigVoor: '' };

const naarFilters = ({ zoek, gemeente, staat, nodigVoor }: Vraag) => ({
  ...(zoek.trim() ? { zoek } : {}),
  ...(gemeente ? { gemeenten: [gemeente] } : {}),
  ...(staat ? { staat } : {}),
  ...(nodigVoor ? { nodigVoor } : {}),
});

const STATEN = Object.entries(OPVANG_STAAT).map(([value, { naam }]) => ({ value, label: naam }));

type FilterProps = { vraag: Vraag; zet: (wijziging: Partial<Vraag>) => void; ik: Ik };

function Filters({ vraag, zet, ik }: FilterProps) {
  return (
    <div className="kinderopvang-filters">
      {ik.gemeenten.length > 1 && (
        <Select
          label="Gemeente"
          emptyLabel="alle"
          value={vraag.gemeente}
          options={ik.gemeenten.map((g) => ({ value: g.code, label: g.naam }))}
          onChange={(gemeente) => zet({ gemeente })}
        />
      )}
      <Select
        label="Hoe ver"
        emptyLabel="alles wat nog open is"
        value={vraag.staat}
        options={STATEN}
        onChange={(staat) => zet({ staat })}
      />
      <DateField
        label="Nodig op of voor"
        value={vraag.nodigVoor}
        onChange={(nodigVoor) => zet({ nodigVoor })}
      />
    </div>
  );
}

function kop(data: Wachtlijst | undefined): string {
  if (!data) return 'Even kijken…';
  const { totaal, houdtTegen } = data;
  if (totaal === 0) return 'Niemand';
  const wie = totaal === 1 ? '1 vraag om opvang' : `${totaal} vragen om opvang`;
  return houdtTegen > 0 ? `${wie}; bij ${houdtTegen} houdt het de les nu al tegen` : wie;
}

function useWachtlijst(filters: ReturnType<typeof naarFilters>, page: number) {
  return useQuery<Wachtlijst, Problem>({
    queryKey: ['kinderopvang', filters, page],
    gcTime: 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.post<Wachtlijst>(
        '/v1/kinderopvang/_zoek',
        { ...filters, page, pageSize: PER_PAGINA },
        { signal },
      ),
  });
}

function Lijst({ ik }: { ik: Ik }) {
  const [vraag, setVraag] = useState(LEEG);
  const [page, setPage] = useState(1);
  const [actief, setActief] = useState<string>();
  const filters = naarFilters(useDeferredValue(vraag));
  const lijst = useWachtlijst(filters, page);
  const exporteer = useMutation<void, Problem>({
    mutationFn: () => api.download('/v1/kinderopvang/_exporteer', filters),
  });
  const zet = (wijziging: Partial<Vraag>) => {
    setVraag({ ...vraag, ...wijziging });
    setPage(1);
  };
  const { data, error } = lijst;
  const gefilterd = Object.keys(filters).length > 0;
  return (
    <>
      <PageTitle
        title="Wachten op kinderopvang"
        lead={kop(data)}
        actions={
          ik.mag.includes('dossier.exporteren') && (
            <Button icon="exporteer" busy={exporteer.isPending} onClick={() => exporteer.mutate()}>
              Exporteer
            </Button>
          )
        }
      />
      <SearchField
        label="Zoek op naam, BSN of V-nummer"
        placeholder="Naam, BSN of V-nummer"
        value={vraag.zoek}
        onChange={(zoek) => zet({ zoek })}
      />
      <Filters vraag={vraag} zet={zet} ik={ik} />
      {exporteer.isError && <ErrorState error={exporteer.error} />}
      {error && <ErrorState error={error} onRetry={() => void lijst.refetch()} />}
      {lijst.isPending && !error && <Skeleton lines={8} label="De lijst wordt geladen…" />}
      {data && (
        <DataTable
          caption="Wie op kinderopvang wacht, wie haar het eerst nodig heeft bovenaan"
          columns={KOLOMMEN}
          rows={data.items}
          rowId={(r) => r.opvangId}
          rowHref={(r) => `/inburgeraars/${r.dossierId}/gezin`}
          activeId={actief}
          onActive={setActief}
          busy={lijst.isFetching}
          empty={
            <EmptyState
              title={gefilterd ? 'Niemand met deze filters.' : 'Niemand wacht op opvang.'}
            >
              Wie opvang nodig heeft om te kunnen leren, legt u vast in het dossier onder Gezin.
            </EmptyState>
          }
          footer={
            <Pagination page={page} pageSize={PER_PAGINA} total={data.totaal} onPage={setPage} />
          }
        />
      )}
    </>
  );
}

/** Iedereen bij wie kinderopvang nog niet is geregeld. */
export function KinderopvangScreen() {
  const { data: ik } = useIk();
  if (!ik) return <Skeleton lines={8} />;
  if (ik.mag.includes('plan.lezen')) return <Lijst ik={ik} />;
  return (
    <>
      <PageTitle title="Wachten op kinderopvang" />
      <EmptyState title="Uw rol geeft geen inzage in gezinnen.">
        Vraag uw beheerder als dat voor uw werk wel nodig is.
      </EmptyState>
    </>
  );
}
