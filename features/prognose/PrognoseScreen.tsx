import { useMutation, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { api, type Problem } from '../../web/api.ts';
import { formatDate } from '../../web/dates.ts';
import { type Ik, useIk } from '../../web/ik.ts';
import { Badge, type Tone } from '../../web/ui/data/Badge.tsx';
import { Alert } from '../../web/ui/feedback/Alert.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../web/ui/feedback/States.tsx';
import { toast } from '../../web/ui/feedback/Toast.tsx';
import { Button } from '../../web/ui/form/Button.tsx';
import { Select } from '../../web/ui/form/Field.tsx';
import { SearchField } from '../../web/ui/form/SearchField.tsx';
import { Card } from '../../web/ui/layout/Card.tsx';
import { useSearchParams } from '../../web/ui/layout/Link.tsx';
import { PageTitle } from '../../web/ui/layout/PageTitle.tsx';
import type { Column } from '../../web/ui/table/columns.ts';
import { DataTable } from '../../web/ui/table/DataTable.tsx';
import { Pagination } from '../../web/ui/table/Pagination.tsx';
import type { PrognoseLijst, PrognoseRij } from './prognose.schema.ts';
import { Redenenkaart } from './scherm/Redenenkaart.tsx';
import { OORDEEL, STAP } from './woorden.ts';
import './prognose.css';

const PER_BLADZIJDE = 25;
const TOON: Record<PrognoseRij['oordeel'], Tone> = {
  'te-laat': 'late',
  dreigt: 'near',
  'op-schema': 'met',
};

type Zoek = Record<string, string>;
type Wijzig = (deel: Zoek) => void;

/** Een naam of nummer hoort niet in het adres; dat staat alleen in het zoekveld. */
function filtersVan(zoek: Zoek, bereik: string, wie: string) {
  const klantmanager = zoek.klantmanager ?? bereik;
  return {
    ...(wie ? { zoek: wie } : {}),
    ...(zoek.gemeente ? { gemeenteId: zoek.gemeente } : {}),
    ...(klantmanager && klantmanager !== 'alle' ? { klantmanager } : {}),
    ...(zoek.oordeel ? { oordeel: zoek.oordeel } : {}),
    ...(zoek.reden ? { reden: zoek.reden } : {}),
    ...(zoek.invloed ? { invloed: zoek.invloed } : {}),
  };
}

const KOLOMMEN: Column<PrognoseRij>[] = [
  {
    id: 'naam',
    header: 'Over',
    primary: true,
    cell: (r) => (
      <>
        {r.naam}
        <div className="m-quiet">
          {r.gemeente.naam} · {r.klantmanager?.naam ?? 'niet toegewezen'}
        </div>
      </>
    ),
  },
  {
    id: 'oordeel',
    header: 'Oordeel',
    card: 'top',
    cell: (r) => (
      <>
        <Badge tone={TOON[r.oordeel]}>{OORDEEL[r.oordeel]}</Badge>
        <div className="m-quiet">{STAP[r.stap]}</div>
      </>
    ),
  },
  {
    id: 'uiterlijk',
    header: 'PIP uiterlijk',
    card: 'label',
    cell: (r) => formatDate(r.laatsteDag, 'datum'),
  },
  {
    id: 'verwacht',
    header: 'Op dit tempo',
    card: 'label',
    cell: (r) => (
      <>
        {formatDate(r.verwachtOp, 'datum')}
        {r.achter > 0 && (
          <div className="m-quiet">
            {r.achter} {r.achter === 1 ? 'dag' : 'dagen'} achter op het eigen doel van{' '}
            {formatDate(r.doelOp, 'datum')}
          </div>
        )}
      </>
    ),
  },
  { id: 'waarom', header: 'Waarom', cell: (r) => <Waarom rij={r} /> },
];

function Waarom({ rij }: { rij: PrognoseRij }) {
  return (
    <ul className="prognose-waarom">
      {rij.redenen.map((x) => (
        <li key={x.code}>
          {x.tekst}{' '}
          <span className="m-quiet">{x.invloed === 'eigen' ? 'zelf' : 'wacht op een ander'}</span>
        </li>
      ))}
    </ul>
  );
}

/** Wie de tien weken dreigt te missen, met wat de gemeente zelf kan doen. */
export function PrognoseScreen() {
  const [zoek, wijzig] = useSearchParams();
  const { data: ik } = useIk();
  if (!ik) return <Skeleton lines={8} />;
  return <Prognose ik={ik} zoek={zoek} wijzig={wijzig} />;
}

function Prognose({ ik, zoek, wijzig }: { ik: Ik; zoek: Zoek; wijzig: Wijzig }) {
  const [wie, setWie] = useState('');
  const filters = filtersVan(zoek, 'alle', useDeferredValue(wie.trim()));
  const vraag = {
    ...filters,
    page: Math.max(1, Number(zoek.pagina) || 1),
    pageSize: PER_BLADZIJDE,
  };
  const lijst = useQuery<PrognoseLijst, Problem>({
    queryKey: ['prognose', vraag],
    queryFn: ({ signal }) => api.post<PrognoseLijst>('/v1/prognose/_zoek', vraag, { signal }),
    placeholderData: (vorige) => vorige,
    // Wie iets met een naam zocht, laat die niet lang achter in het geheugen.
    ...(filters.zoek ? { gcTime: 0 } : {}),
  });
  const uitvoeren = useMutation<void, Problem>({
    mutationFn: () => api.download('/v1/prognose/_exporteer', filters),
    onError: ({ detail }) => toast({ tekst: detail }),
  });
  const kies: Wijzig = (deel) => wijzig({ ...deel, pagina: '' });
  return (
    <div className="m-stack">
      <PageTitle
        title="PIP op tijd"
        lead={lijst.data ? <Telling lijst={lijst.data} /> : 'Even rekenen…'}
        actions={
          ik.mag.includes('dossier.exporteren') && (
            <Button icon="exporteer" busy={uitvoeren.isPending} onClick={() => uitvoeren.mutate()}>
              Exporteer
            </Button>
          )
        }
      />
      <SearchField
        label="Zoek op naam, BSN of V-nummer"
        placeholder="Naam, BSN of V-nummer"
        value={wie}
        onChange={(tekst) => {
          setWie(tekst);
          kies({});
        }}
      />
      <Filters ik={ik} zoek={zoek} kies={kies} lijst={lijst.data} />
      {lijst.isPending && <Skeleton lines={8} label="Prognose laden…" />}
      {lijst.isError && <ErrorState error={lijst.error} onRetry={() => void lijst.refetch()} />}
      {lijst.data && (
        <>
          <Redenenkaart perReden={lijst.data.perReden} gekozen={zoek.reden} kies={kies} />
          {lijst.data.afgekapt && (
            <Alert tone="warning" title="Dit is niet iedereen.">
              Kies één gemeente om ook de anderen te zien.
            </Alert>
          )}
          <Tabel
            lijst={lijst.data}
            gezocht={filters.zoek !== undefined}
            bezig={lijst.isFetching}
            wijzig={wijzig}
          />
        </>
      )}
    </div>
  );
}

function Telling({ lijst: { tellingen: t, totEnMet } }: { lijst: PrognoseLijst }) {
  return (
    <>
      {t.teLaat > 0 && <span className="m-late">{t.teLaat} te laat</span>}
      {t.teLaat > 0 && ' · '}
      <span className={t.dreigt > 0 ? 'm-near' : undefined}>{t.dreigt} dreigt te laat</span>
      {` · ${t.opSchema} op schema · tien weken tot en met ${formatDate(totEnMet, 'datum')}. Een voorspelling: er volgt niets vanzelf uit.`}
    </>
  );
}

type FilterProps = { ik: Ik; zoek: Zoek; kies: Wijzig; lijst: PrognoseLijst | undefined };

function Filters({ ik, zoek, kies, lijst }: FilterProps) {
  return (
    <div className="prognose-filters">
      <Select
        label="Klantmanager"
        value={zoek.klantmanager ?? 'alle'}
        onChange={(k) => kies({ klantmanager: k === 'alle' ? '' : k })}
        options={[
          { value: 'alle', label: 'Iedereen' },
          { value: 'mijn', label: 'Mijn mensen' },
          { value: 'geen', label: 'Niet toegewezen' },
          ...(lijst?.klantmanagers ?? [])
            .filter((k) => k.id !== ik.medewerker.id)
            .map((k) => ({ value: k.id, label: k.naam })),
        ]}
      />
      {ik.gemeenten.length > 1 && (
        <Select
          label="Gemeente"
          value={zoek.gemeente ?? ''}
          onChange={(gemeente) => kies({ gemeente })}
          emptyLabel="Alle gemeenten"
          options={ik.gemeenten.map((g) => ({ value: g.id, label: g.naam }))}
        />
      )}
      <Select
        label="Oordeel"
        value={zoek.oordeel ?? ''}
        onChange={(oordeel) => kies({ oordeel })}
        emptyLabel="Te laat of dreigt"
        options={Object.entries(OORDEEL).map(([value, naam]) => ({
          value,
          label: naam.charAt(0).toUpperCase() + naam.slice(1),
        }))}
      />
      <Select
        label="Wie kan er iets aan doen"
        value={zoek.invloed ?? ''}
        onChange={(invloed) => kies({ invloed })}
        emptyLabel="Maakt niet uit"
        options={[
          { value: 'eigen', label: 'De gemeente zelf' },
          { value: 'anderen', label: 'Een ander' },
        ]}
      />
    </div>
  );
}

type TabelProps = { lijst: PrognoseLijst; gezocht: boolean; bezig: boolean; wijzig: Wijzig };

function Tabel({ lijst, gezocht, bezig, wijzig }: TabelProps) {
  return (
    <Card flush>
      <DataTable
        caption="PIP op tijd"
        columns={KOLOMMEN}
        rows={lijst.items}
        rowId={(r) => r.dossierId}
        rowName={(r) => r.naam}
        rowHref={(r) => `/inburgeraars/${r.dossierId}/${r.stap === 'intake' ? 'intake' : 'pip'}`}
        busy={bezig}
        empty={
          gezocht ? (
            <EmptyState title="Niemand gevonden.">
              Wie op schema ligt, ziet u met het oordeel ‘Op schema’. Probeer anders een andere
              schrijfwijze of het nummer.
            </EmptyState>
          ) : (
            <EmptyState title="Niemand dreigt te laat.">
              Iedereen met een PIP in de komende vier weken ligt op schema, of er past niemand bij
              uw keuze.
            </EmptyState>
          )
        }
        footer={
          <Pagination
            page={lijst.page}
            pageSize={lijst.pageSize}
            total={lijst.totaal}
            onPage={(pagina) => wijzig({ pagina: String(pagina) })}
          />
        }
      />
    </Card>
  );
}
