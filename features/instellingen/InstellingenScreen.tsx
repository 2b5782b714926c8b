import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../web/api.ts';
import { formatMoment } from '../../web/dates.ts';
import { useIk } from '../../web/ik.ts';
import { Badge } from '../../web/ui/data/Badge.tsx';
import { Alert } from '../../web/ui/feedback/Alert.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../web/ui/feedback/States.tsx';
import { toast } from '../../web/ui/feedback/Toast.tsx';
import { Button } from '../../web/ui/form/Button.tsx';
import { Select, TextInput } from '../../web/ui/form/Field.tsx';
import { Card } from '../../web/ui/layout/Card.tsx';
import { useSearchParams } from '../../web/ui/layout/Link.tsx';
import { PageTitle } from '../../web/ui/layout/PageTitle.tsx';
import type { Column } from '../../web/ui/table/columns.ts';
import { DataTable } from '../../web/ui/table/DataTable.tsx';
import { Pagination } from '../../web/ui/table/Pagination.tsx';
import type {
  Instelling,
  InstellingLijst,
  InstellingZoekVraag,
  NaslagStand,
} from './instellingen.schema.ts';
import './instellingen.css';

const PER_BLADZIJDE = 25;

const KEURMERKEN = [
  { value: 'bow', label: 'Blik op Werk' },
  { value: 'tst', label: 'Taalschakeltraject (TST)' },
];
const LIJSTEN = [
  { value: '', label: 'Alleen wie nu bij DUO staat' },
  { value: 'ja', label: 'Ook wie is verdwenen' },
];

function Keurmerken({ instelling: i }: { instelling: Instelling }) {
  return (
    <span className="m-row">
      {i.bowKeurmerk && <Badge tone="met">Blik op Werk</Badge>}
      {i.tstKeurmerk && <Badge tone="met">TST</Badge>}
      {!(i.bowKeurmerk || i.tstKeurmerk) && <Badge tone="near">geen keurmerk</Badge>}
    </span>
  );
}

const KOLOMMEN: Column<Instelling>[] = [
  { id: 'naam', header: 'Naam', primary: true, cell: (i) => i.naam },
  {
    id: 'plaats',
    header: 'Plaats',
    cell: (i) => (
      <>
        {i.plaats ?? '–'}
        {i.adres && <div className="m-quiet">{i.adres}</div>}
      </>
    ),
  },
  { id: 'keurmerk', header: 'Keurmerk', cell: (i) => <Keurmerken instelling={i} /> },
  {
    id: 'let-op',
    header: 'Let op',
    cell: (i) => {
      if (i.verdwenenOp) return `Niet meer bij DUO sinds ${formatMoment(i.verdwenenOp)}`;
      if (i.keurmerkVerlorenOp) return `Keurmerk kwijt op ${formatMoment(i.keurmerkVerlorenOp)}`;
      return '–';
    },
  },
  { id: 'nummer', header: 'Nummer', cell: (i) => i.instellingsnummer },
];

function vraagVan(zoek: Record<string, string>): InstellingZoekVraag {
  const { tekst, keurmerk, plaats, verdwenen, pagina } = zoek;
  return {
    ...(tekst ? { tekst } : {}),
    ...(keurmerk === 'bow' || keurmerk === 'tst' ? { keurmerk } : {}),
    ...(plaats ? { plaats } : {}),
    ookVerdwenen: verdwenen === 'ja',
    page: Number(pagina ?? '1') || 1,
    pageSize: PER_BLADZIJDE,
  };
}

/** De cursusinstellingen zoals DUO ze kent: wie er een keurmerk heeft en wie het kwijt is. */
export function InstellingenScreen() {
  const [zoek, wijzig] = useSearchParams();
  const vraag = vraagVan(zoek);
  const lijst = useQuery<InstellingLijst, Problem>({
    queryKey: ['instellingen', vraag],
    queryFn: ({ signal }) => api.post<InstellingLijst>('/v1/instellingen/_zoek', vraag, { signal }),
    placeholderData: (vorige) => vorige,
  });
  return (
    <div className="m-stack">
      <PageTitle
        title="Instellingen"
        lead="De lijst van DUO, elke nacht opgehaald. Een aanbod en lesuren kunnen alleen bij een instelling op deze lijst."
        actions={<Bijwerken />}
      />
      {lijst.data && <Melding stand={lijst.data.stand} />}
      <Filters zoek={zoek} wijzig={wijzig} plaatsen={lijst.data?.plaatsen ?? []} />
      {lijst.isPending && <Skeleton lines={6} />}
      {lijst.isError && <ErrorState error={lijst.error} onRetry={() => void lijst.refetch()} />}
      {lijst.data && (
        <Card flush>
          <DataTable
            caption="Cursusinstellingen"
            columns={KOLOMMEN}
            rows={lijst.data.items}
            rowId={(i) => i.instellingsnummer}
            rowName={(i) => i.naam}
            busy={lijst.isFetching}
            empty={
              <EmptyState title="Niets gevonden.">
                Zoek op een deel van de naam, of kies minder filters.
              </EmptyState>
            }
            footer={
              <Pagination
                page={lijst.data.page}
                pageSize={lijst.data.pageSize}
                total={lijst.data.totaal}
                onPage={(pagina) => wijzig({ pagina: String(pagina) })}
              />
            }
          />
        </Card>
      )}
    </div>
  );
}

function Melding({ stand }: { stand: NaslagStand | null }) {
  if (!stand?.geluktOp) {
    return (
      <Alert tone="info" title="De lijst is nog niet opgehaald.">
        {stand?.fout ? `De laatste keer lukte niet: ${stand.fout}.` : 'Kies Nu bijwerken.'}
      </Alert>
    );
  }
  return (
    <>
      {stand.misschienAfgekapt && (
        <Alert tone="warning" title={`DUO gaf precies ${stand.aantal} instellingen.`}>
          Zoveel geeft DUO er hoogstens; er kunnen er meer zijn. Een instelling die hier ontbreekt,
          kan dus toch bestaan.
        </Alert>
      )}
      {stand.fout && (
        <Alert tone="warning" title="De laatste keer ophalen lukte niet.">
          {stand.fout}. Hieronder staat de lijst van {formatMoment(stand.geluktOp)}.
        </Alert>
      )}
      {!stand.fout && <p className="m-quiet">Opgehaald op {formatMoment(stand.geluktOp)}.</p>}
    </>
  );
}

function Bijwerken() {
  const ik = useIk();
  const queries = useQueryClient();
  const werkBij = useMutation<unknown, Problem>({
    mutationFn: () => api.post('/v1/instellingen/_bijwerken', {}),
    onSuccess: () => {
      toast({ tekst: 'De lijst wordt opgehaald. Dat duurt een paar tellen.' });
      window.setTimeout(() => void queries.invalidateQueries({ queryKey: ['instellingen'] }), 3000);
    },
    onError: (fout) => toast({ tekst: fout.detail }),
  });
  if (!ik.data?.mag.includes('verzending.herhalen')) return null;
  return (
    <Button busy={werkBij.isPending} onClick={() => werkBij.mutate()}>
      Nu bijwerken
    </Button>
  );
}

type FilterProps = {
  zoek: Record<string, string>;
  wijzig: (deel: Record<string, string>) => void;
  plaatsen: string[];
};

function Filters({ zoek, wijzig, plaatsen }: FilterProps) {
  const [tekst, setTekst] = useState(zoek.tekst ?? '');
  return (
    <form
      className="instellingen-filters"
      onSubmit={(event) => {
        event.preventDefault();
        wijzig({ tekst, pagina: '' });
      }}
    >
      <TextInput
        label="Naam, plaats of nummer"
        value={tekst}
        onChange={(waarde) => setTekst(waarde)}
        onBlur={() => wijzig({ tekst, pagina: '' })}
      />
      <Select
        label="Keurmerk"
        value={zoek.keurmerk ?? ''}
        onChange={(keurmerk) => wijzig({ keurmerk, pagina: '' })}
        emptyLabel="Elk keurmerk"
        options={KEURMERKEN}
      />
      <Select
        label="Plaats"
        value={zoek.plaats ?? ''}
        onChange={(plaats) => wijzig({ plaats, pagina: '' })}
        emptyLabel="Alle plaatsen"
        options={plaatsen.map((p) => ({ value: p, label: p }))}
      />
      <Select
        label="Lijst"
        value={zoek.verdwenen ?? ''}
        onChange={(verdwenen) => wijzig({ verdwenen, pagina: '' })}
        options={LIJSTEN}
      />
    </form>
  );
}
