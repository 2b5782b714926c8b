import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { formatDate } from '../../../web/dates.ts';
import { Badge } from '../../../web/ui/data/Badge.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { SearchField } from '../../../web/ui/form/SearchField.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import type { Column } from '../../../web/ui/table/columns.ts';
import { DataTable } from '../../../web/ui/table/DataTable.tsx';
import { Pagination } from '../../../web/ui/table/Pagination.tsx';
import type { Kandidaat, KandidaatLijst } from '../deelnemer.schema.ts';
import { KiesZitting } from './KiesZitting.tsx';
import { type Gekozen, metNamen } from './uitnodigen.tsx';

const PER_BLADZIJDE = 25;
type Zoek = Record<string, string>;

export const KANDIDAAT_KOLOMMEN: Column<Kandidaat>[] = [
  {
    id: 'naam',
    header: 'Naam',
    primary: true,
    cell: (k) => (
      <>
        {k.naam}
        <div className="m-quiet toets-klein">{k.gemeente}</div>
      </>
    ),
  },
  {
    id: 'uiterlijk',
    header: 'PIP uiterlijk',
    card: 'label',
    cell: (k) => (k.pipUiterlijk ? formatDate(k.pipUiterlijk, 'datum') : ''),
  },
  { id: 'taal', header: 'Spreekt', card: 'label', cell: (k) => k.taal ?? 'niet bekend' },
  {
    id: 'nummer',
    header: 'Nummer van DUO',
    card: 'label',
    cell: (k) => (k.nummer ? 'is er' : 'nog niet'),
  },
  {
    id: 'gemist',
    header: 'Eerder',
    card: 'top',
    cell: (k) => (k.gemist > 0 ? <Badge tone="near">{k.gemist} keer er niet</Badge> : null),
  },
  { id: 'wie', header: 'Klantmanager', card: 'hide', cell: (k) => k.klantmanager ?? '' },
];

/** Wie er te kiezen is, en wie is aangevinkt: wie uit een dossier komt, heeft die persoon al gekozen. */
function useKandidaten(zoek: Zoek) {
  const [keuze, setGekozen] = useState<Gekozen>();
  const persoon = zoek.persoon ?? '';
  const vraag = {
    ...(persoon ? { dossierId: persoon } : {}),
    ...(zoek.zoek ? { zoek: zoek.zoek } : {}),
    page: Math.max(1, Number(zoek.pagina) || 1),
    pageSize: PER_BLADZIJDE,
  };
  const lijst = useQuery<KandidaatLijst, Problem>({
    queryKey: ['toetszittingen', 'kandidaten', vraag],
    queryFn: ({ signal }) =>
      api.post<KandidaatLijst>('/v1/toetszittingen/_kandidaten', vraag, { signal }),
    placeholderData: (vorige) => vorige,
  });
  const gezocht = lijst.data?.items.filter((k) => k.dossierId === persoon) ?? [];
  const gekozen: Gekozen = keuze ?? new Map(gezocht.map((k) => [k.dossierId, k.naam]));
  return { persoon, lijst, gekozen, setGekozen };
}

/** Who still has to take the test; tick people and give them a place at once. */
export function Kandidaten({
  zoek,
  wijzig,
}: {
  zoek: Zoek;
  wijzig: (deel: Zoek, opties?: { push?: boolean }) => void;
}) {
  const [tekst, setTekst] = useState(zoek.zoek ?? '');
  const [kiest, setKiest] = useState(false);
  const { persoon, lijst, gekozen, setGekozen } = useKandidaten(zoek);
  const iedereen = () => {
    setGekozen(gekozen);
    wijzig({ persoon: '', pagina: '' });
  };
  return (
    <>
      <div className="m-filters">
        <SearchField
          label="Zoek op naam"
          placeholder="Naam"
          value={tekst}
          onChange={setTekst}
          onSearch={() => wijzig({ zoek: tekst, pagina: '', persoon: '' })}
        />
        <Button
          look="primary"
          {...(gekozen.size === 0 ? { reason: 'Vink eerst iemand aan.' } : {})}
          onClick={() => setKiest(true)}
        >
          Kies een zitting{gekozen.size > 0 ? ` voor ${gekozen.size}` : ''}
        </Button>
        {persoon && (
          <Button look="quiet" onClick={iedereen}>
            Toon iedereen
          </Button>
        )}
      </div>
      {lijst.isPending && <Skeleton lines={6} />}
      {lijst.isError && <ErrorState error={lijst.error} onRetry={() => void lijst.refetch()} />}
      {lijst.data && (
        <Lijst
          lijst={lijst.data}
          busy={lijst.isFetching}
          een={persoon !== ''}
          gekozen={gekozen}
          setGekozen={setGekozen}
          onPage={(p) => wijzig({ pagina: String(p) }, { push: true })}
        />
      )}
      {kiest && (
        <KiesZitting
          gekozen={gekozen}
          onSluit={() => setKiest(false)}
          onKlaar={() => {
            setKiest(false);
            setGekozen(new Map());
          }}
        />
      )}
    </>
  );
}

type LijstProps = {
  lijst: KandidaatLijst;
  busy: boolean;
  /** De lijst toont alleen wie in een dossier is gekozen. */
  een: boolean;
  gekozen: Gekozen;
  setGekozen: (gekozen: Gekozen) => void;
  onPage: (page: number) => void;
};

function Lijst({ lijst, busy, een, gekozen, setGekozen, onPage }: LijstProps) {
  return (
    <Card flush>
      <DataTable
        caption="Wie de toets nog moet doen"
        columns={KANDIDAAT_KOLOMMEN}
        rows={lijst.items}
        rowId={(k) => k.dossierId}
        rowName={(k) => k.naam}
        rowHref={(k) => `/inburgeraars/${k.dossierId}/intake?vraag=leerbaarheidstoets`}
        selected={new Set(gekozen.keys())}
        onSelected={(ids) => setGekozen(metNamen(ids, gekozen, lijst.items))}
        busy={busy}
        empty={
          <EmptyState
            title={
              een ? 'Deze persoon is al ingepland of klaar.' : 'Iedereen is ingepland of klaar.'
            }
          >
            Hier staat wie nog geen uitslag of ontheffing heeft en niet in een zitting zit.
          </EmptyState>
        }
        footer={
          <Pagination
            page={lijst.page}
            pageSize={lijst.pageSize}
            total={lijst.totaal}
            onPage={onPage}
          />
        }
      />
    </Card>
  );
}
