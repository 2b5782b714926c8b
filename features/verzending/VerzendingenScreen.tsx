import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../web/api.ts';
import { formatDate, formatMoment } from '../../web/dates.ts';
import { useIk } from '../../web/ik.ts';
import { Badge } from '../../web/ui/data/Badge.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../web/ui/feedback/States.tsx';
import { Select } from '../../web/ui/form/Field.tsx';
import { Card } from '../../web/ui/layout/Card.tsx';
import { useSearchParams } from '../../web/ui/layout/Link.tsx';
import { PageTitle } from '../../web/ui/layout/PageTitle.tsx';
import type { Column } from '../../web/ui/table/columns.ts';
import { DataTable } from '../../web/ui/table/DataTable.tsx';
import { Pagination } from '../../web/ui/table/Pagination.tsx';
import { Acties, StopMelding } from './scherm/Acties.tsx';
import { staatVan } from './scherm/staat.ts';
import type { Verzending, VerzendingLijst, VerzendingZoekVraag } from './verzending.schema.ts';
import { SOORTNAAM } from './woorden.ts';
import './verzending.css';

const PER_BLADZIJDE = 25;
const VERVERS_MS = 10_000;

type Staat = Verzending['staat'];

const KEUZES: { value: string; label: string; staten?: Staat[] }[] = [
  { value: 'open', label: 'Nog niet bij DUO', staten: ['wacht', 'bezig', 'geweigerd'] },
  { value: 'geweigerd', label: 'Geweigerd', staten: ['geweigerd'] },
  { value: 'geaccepteerd', label: 'Geaccepteerd', staten: ['geaccepteerd'] },
  { value: 'alle', label: 'Alles' },
];

const STATEN: Staat[] = ['wacht', 'bezig', 'geaccepteerd', 'geweigerd', 'ingetrokken'];

const SOORTEN = Object.entries(SOORTNAAM).map(([value, label]) => ({ value, label }));

const OUDERDOM = [
  { value: '', label: 'Elke ouderdom' },
  { value: '1', label: 'Ouder dan een uur' },
  { value: '24', label: 'Ouder dan een dag' },
  { value: '168', label: 'Ouder dan een week' },
];

/** '5 minuten', '3 uur', '2 dagen'. */
function ouderdom(minuten: number): string {
  const eenheden: [number, string, string][] = [
    [1440, 'dag', 'dagen'],
    [60, 'uur', 'uur'],
    [1, 'minuut', 'minuten'],
  ];
  for (const [lengte, een, meer] of eenheden) {
    const aantal = Math.floor(minuten / lengte);
    if (aantal > 0) return `${aantal} ${aantal === 1 ? een : meer}`;
  }
  return 'net klaargezet';
}

const KOLOMMEN: Column<Verzending>[] = [
  {
    id: 'naam',
    header: 'Over',
    primary: true,
    cell: (v) => v.naam,
  },
  {
    id: 'wat',
    header: 'Bericht',
    cell: (v) => (
      <>
        {SOORTNAAM[v.soort]}
        {v.versie ? `, versie\u00a0${v.versie}` : ''}
        {v.dagtekening && (
          <div className="m-quiet verzending-datum">van {formatDate(v.dagtekening, 'cijfers')}</div>
        )}
      </>
    ),
  },
  { id: 'gemeente', header: 'Gemeente', cell: (v) => v.gemeente },
  {
    id: 'staat',
    header: 'Staat',
    cell: (v) => <Staatcel verzending={v} />,
  },
  {
    id: 'oud',
    header: 'Ouderdom',
    cell: (v) => (
      <>
        {v.afgerondOp ? formatMoment(v.afgerondOp) : ouderdom(v.minutenOud)}
        {v.pogingen > 1 && <div className="m-quiet">{v.pogingen} pogingen</div>}
      </>
    ),
  },
];

/** De staat, met waarom het nog niet verder is. */
function Staatcel({ verzending: v }: { verzending: Verzending }) {
  const { naam, tone } = staatVan(v);
  return (
    <>
      <Badge tone={tone}>{naam}</Badge>
      {v.foutteksten.map((tekst) => (
        <div key={tekst} className="m-quiet">
          DUO: „{tekst}”
        </div>
      ))}
      {v.eigenRedenen.map((tekst) => (
        <div key={tekst} className="m-quiet">
          Niet verstuurd: {tekst}
        </div>
      ))}
      {v.wachtOp && <div className="m-quiet">{v.wachtOp}</div>}
      {v.laatsteFout && <div className="m-quiet">Nog niet gelukt: {v.laatsteFout}</div>}
    </>
  );
}

type Zoek = Record<string, string>;

function vraagVan(zoek: Zoek): Partial<VerzendingZoekVraag> {
  const keuze = KEUZES.find((k) => k.value === (zoek.staat ?? 'open'));
  return {
    ...(keuze?.staten ? { staten: keuze.staten } : {}),
    ...(SOORTEN.some((k) => k.value === zoek.soort)
      ? { soorten: [zoek.soort as Verzending['soort']] }
      : {}),
    ...(zoek.gemeente ? { gemeenteId: zoek.gemeente } : {}),
    ...(zoek.uren ? { minstensUrenOud: Number(zoek.uren) } : {}),
    page: Number(zoek.pagina ?? '1') || 1,
    pageSize: PER_BLADZIJDE,
  };
}

/** Alles wat naar DUO moet of ging: wat wacht, wat is geweigerd en hoe lang al. */
export function VerzendingenScreen() {
  const [zoek, wijzig] = useSearchParams();
  const [gekozen, setGekozen] = useState<ReadonlySet<string>>(new Set());
  const magHerhalen = useIk().data?.mag.includes('verzending.herhalen') ?? false;
  const vraag = vraagVan(zoek);
  const lijst = useQuery<VerzendingLijst, Problem>({
    queryKey: ['verzendingen', vraag],
    queryFn: ({ signal }) => api.post<VerzendingLijst>('/v1/verzendingen/_zoek', vraag, { signal }),
    refetchInterval: VERVERS_MS,
    placeholderData: (vorige) => vorige,
  });
  const { page: _, pageSize: __, ...filters } = vraag;
  return (
    <div className="m-stack">
      <PageTitle
        title="Verzendingen"
        lead="Berichten aan DUO. Lukt het niet, dan wordt het vanzelf opnieuw geprobeerd; bij DUO staat nooit iets dubbel."
        actions={
          <Acties gekozen={gekozen} onKlaar={() => setGekozen(new Set())} filters={filters} />
        }
      />
      {lijst.data?.stops.map((stop) => (
        <StopMelding key={stop.gemeenteId} stop={stop} />
      ))}
      <Filters zoek={zoek} wijzig={wijzig} lijst={lijst.data} />
      {lijst.isPending && <Skeleton lines={6} />}
      {lijst.isError && <ErrorState error={lijst.error} onRetry={() => void lijst.refetch()} />}
      {lijst.data && (
        <Card flush>
          <DataTable
            caption="Berichten aan DUO"
            columns={KOLOMMEN}
            rows={lijst.data.items}
            rowId={(v) => v.verzendingId}
            rowName={(v) => `${SOORTNAAM[v.soort]} van ${v.naam}`}
            rowHref={(v) => `/verzendingen/${v.verzendingId}`}
            {...(magHerhalen ? { selected: gekozen, onSelected: setGekozen } : {})}
            busy={lijst.isFetching}
            empty={
              <EmptyState title="Hier staat niets.">
                Alles wat u zoekt is bij DUO, of er is nog niets verstuurd.
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

type FilterProps = {
  zoek: Zoek;
  wijzig: (deel: Zoek) => void;
  lijst: VerzendingLijst | undefined;
};

function Filters({ zoek, wijzig, lijst }: FilterProps) {
  const ik = useIk();
  const gemeenten = ik.data?.gemeenten ?? [];
  const aantal = (staten?: Staat[]) => {
    if (!lijst) return '';
    const alle = staten ?? STATEN;
    return ` (${alle.reduce((som, staat) => som + (lijst.tellingen[staat] ?? 0), 0)})`;
  };
  return (
    <div className="verzending-filters">
      <Select
        label="Staat"
        value={zoek.staat ?? 'open'}
        onChange={(staat) => wijzig({ staat, pagina: '' })}
        options={KEUZES.map((k) => ({ value: k.value, label: k.label + aantal(k.staten) }))}
      />
      <Select
        label="Bericht"
        value={zoek.soort ?? ''}
        onChange={(soort) => wijzig({ soort, pagina: '' })}
        emptyLabel="Elk bericht"
        options={SOORTEN}
      />
      <Select
        label="Ouderdom"
        value={zoek.uren ?? ''}
        onChange={(uren) => wijzig({ uren, pagina: '' })}
        options={OUDERDOM}
      />
      {gemeenten.length > 1 && (
        <Select
          label="Gemeente"
          value={zoek.gemeente ?? ''}
          onChange={(gemeente) => wijzig({ gemeente, pagina: '' })}
          emptyLabel="Alle gemeenten"
          options={gemeenten.map((g) => ({ value: g.id, label: g.naam }))}
        />
      )}
    </div>
  );
}
