import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useState } from 'react';
import { api, type Problem } from '../../web/api.ts';
import { formatDate } from '../../web/dates.ts';
import { type Ik, useIk } from '../../web/ik.ts';
import { useOpdrachten } from '../../web/shell/commands.ts';
import { Badge } from '../../web/ui/data/Badge.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../web/ui/feedback/States.tsx';
import { ButtonLink } from '../../web/ui/form/Button.tsx';
import { Select } from '../../web/ui/form/Field.tsx';
import { SearchField } from '../../web/ui/form/SearchField.tsx';
import { useGo, useSearchParams } from '../../web/ui/layout/Link.tsx';
import { PageTitle } from '../../web/ui/layout/PageTitle.tsx';
import type { Column } from '../../web/ui/table/columns.ts';
import { DataTable } from '../../web/ui/table/DataTable.tsx';
import { Pagination } from '../../web/ui/table/Pagination.tsx';
import { DOELGROEP, LEERROUTE, SCHAKEL, TOESTAND } from '../shared/woorden.schema.ts';
import type { InburgeraarRij, Inburgeraars } from './zoeken.schema.ts';
import './zoeken.css';

const ZOEK_NA_MS = 200;
const PER_PAGINA = 25;

/** '01-03-1999', of wat er van een onvolledige datum bekend is. */
function geboren(datum: string | null): string {
  if (!datum) return 'geboortedatum onbekend';
  return formatDate(datum, 'cijfers');
}

const KOLOMMEN: readonly Column<InburgeraarRij>[] = [
  { id: 'naam', header: 'Naam', primary: true, cell: (rij) => rij.naam },
  { id: 'geboren', header: 'Geboren', cell: (rij) => geboren(rij.geboortedatum) },
  {
    id: 'doelgroep',
    header: 'Doelgroep en route',
    cell: (rij) => (
      <>
        {DOELGROEP[rij.doelgroep]}
        <div className="m-quiet">{LEERROUTE[rij.leerroute ?? 'geen']}</div>
      </>
    ),
  },
  {
    id: 'schakel',
    header: 'Waar in de keten',
    cell: (rij) => (
      <>
        {SCHAKEL[rij.schakel]}
        <div className="m-quiet">{TOESTAND[rij.toestand]}</div>
      </>
    ),
  },
  {
    id: 'gemeente',
    header: 'Gemeente',
    card: 'top',
    cell: (rij) => <Badge>{rij.gemeente}</Badge>,
  },
  {
    id: 'klantmanager',
    header: 'Klantmanager',
    cell: (rij) => rij.klantmanager ?? <span className="m-quiet">niemand</span>,
  },
];

/** Blijft in dit scherm en komt niet in het adres: er kan een naam of nummer in staan. */
type Vraag = {
  zoek: string;
  gemeente: string;
  doelgroep: string;
  leerroute: string;
  schakel: string;
  toestand: string;
};
const LEEG: Vraag = {
  zoek: '',
  gemeente: '',
  doelgroep: '',
  leerroute: '',
  schakel: '',
  toestand: '',
};

function naarVerzoek({ gemeente, schakel, ...rest }: Vraag, page: number) {
  const gevuld = Object.fromEntries(Object.entries(rest).filter(([, waarde]) => waarde.trim()));
  return {
    ...gevuld,
    ...(gemeente ? { gemeenten: [gemeente] } : {}),
    ...(schakel ? { schakel: Number(schakel) } : {}),
    page,
    pageSize: PER_PAGINA,
  };
}

function useMensen(vraag: Vraag, page: number) {
  const later = useDeferredValue(vraag);
  const [vast, setVast] = useState(vraag);
  useEffect(() => {
    const timer = setTimeout(() => setVast(later), ZOEK_NA_MS);
    return () => clearTimeout(timer);
  }, [later]);
  const verzoek = naarVerzoek(vast, page);
  return useQuery<Inburgeraars, Problem>({
    queryKey: ['inburgeraars', verzoek],
    gcTime: 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.post<Inburgeraars>('/v1/inburgeraars/_zoek', verzoek, { signal }),
  });
}

const opties = (namen: Record<string, string>) =>
  Object.entries(namen).map(([value, label]) => ({ value, label }));

type FiltersProps = { vraag: Vraag; zet: (wijziging: Partial<Vraag>) => void; ik: Ik };

function Filters({ vraag, zet, ik }: FiltersProps) {
  const keuze = (naam: keyof Vraag, label: string, namen: Record<string, string>) => (
    <Select
      label={label}
      value={vraag[naam]}
      onChange={(waarde) => zet({ [naam]: waarde })}
      emptyLabel="alle"
      options={opties(namen)}
    />
  );
  const gemeenten = Object.fromEntries(ik.gemeenten.map((g) => [`c${g.code}`, g.naam]));
  return (
    <div className="zoeken-filters">
      {ik.gemeenten.length > 1 && (
        <Select
          label="Gemeente"
          value={vraag.gemeente && `c${vraag.gemeente}`}
          onChange={(waarde) => zet({ gemeente: waarde.slice(1) })}
          emptyLabel="alle"
          options={opties(gemeenten)}
        />
      )}
      {keuze('doelgroep', 'Doelgroep', DOELGROEP)}
      {keuze('leerroute', 'Leerroute', LEERROUTE)}
      {keuze('schakel', 'Schakel', SCHAKEL)}
      {keuze('toestand', 'Plicht', TOESTAND)}
    </div>
  );
}

function aantal(data: Inburgeraars | undefined): string {
  if (!data) return 'Even kijken…';
  const { totaal, telGrens } = data;
  if (totaal >= telGrens) return 'Meer dan 10.000 mensen; zoek of kies een filter';
  return totaal === 1 ? '1 persoon' : `${totaal} mensen`;
}

/** @param gemeente code uit het adres, van het menu of het kruimelpad. */
function Mensen({ ik, gemeente }: { ik: Ik; gemeente: string }) {
  const [vraag, setVraag] = useState<Vraag>({ ...LEEG, gemeente });
  const [page, setPage] = useState(1);
  const [actief, setActief] = useState<string>();
  const { data, error, isPending, isFetching, refetch } = useMensen(vraag, page);
  const go = useGo();
  const magNieuw = ik.mag.includes('dossier.openen');
  useOpdrachten(
    magNieuw
      ? [{ id: 'nieuw-dossier', naam: 'Nieuw dossier', doe: () => go('/inburgeraars/nieuw') }]
      : [],
  );
  const zet = (wijziging: Partial<Vraag>) => {
    setVraag({ ...vraag, ...wijziging });
    setPage(1);
  };
  return (
    <>
      <PageTitle
        title="Inburgeraars"
        lead={aantal(data)}
        actions={
          magNieuw && (
            <ButtonLink href="/inburgeraars/nieuw" look="primary" icon="plus">
              Nieuw dossier
            </ButtonLink>
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
      {error && <ErrorState error={error} onRetry={() => refetch()} />}
      {isPending && !error && <Skeleton lines={8} label="De lijst wordt geladen…" />}
      {data && (
        <DataTable
          caption="Inburgeraars op naam"
          columns={KOLOMMEN}
          rows={data.items}
          rowId={(rij) => rij.dossierId}
          rowHref={(rij) => `/inburgeraars/${rij.dossierId}`}
          activeId={actief}
          onActive={setActief}
          busy={isFetching}
          empty={
            <EmptyState title="Niemand gevonden.">
              Een naam mag anders geschreven zijn; een BSN heeft negen cijfers en een V-nummer tien.
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

/** Iedereen die men mag zien, op naam; ook wie vandaag niets nodig heeft. */
export function InburgeraarsScreen() {
  const { data: ik } = useIk();
  const [{ gemeente = '' }] = useSearchParams();
  if (!ik) return <Skeleton lines={8} />;
  if (ik.mag.includes('dossier.lezen'))
    return <Mensen key={gemeente} ik={ik} gemeente={gemeente} />;
  return (
    <>
      <PageTitle title="Inburgeraars" />
      <EmptyState title="Uw rol geeft geen inzage in dossiers.">
        Vraag uw beheerder als dat voor uw werk wel nodig is.
      </EmptyState>
    </>
  );
}
