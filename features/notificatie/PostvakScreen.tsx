import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api, type Problem } from '../../web/api.ts';
import { formatDate, formatMoment } from '../../web/dates.ts';
import { useIk } from '../../web/ik.ts';
import { Badge } from '../../web/ui/data/Badge.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../web/ui/feedback/States.tsx';
import { ButtonLink } from '../../web/ui/form/Button.tsx';
import { Select } from '../../web/ui/form/Field.tsx';
import { useSearchParams } from '../../web/ui/layout/Link.tsx';
import { PageTitle } from '../../web/ui/layout/PageTitle.tsx';
import type { Column } from '../../web/ui/table/columns.ts';
import { DataTable } from '../../web/ui/table/DataTable.tsx';
import { Pagination } from '../../web/ui/table/Pagination.tsx';
import { BerichtDetail } from './BerichtDetail.tsx';
import { GEBEURTENISSEN } from './gebeurtenissen.ts';
import type { BerichtLijst, BerichtRegel } from './notificatie.schema.ts';
import './postvak/postvak.css';

const PER_BLADZIJDE = 25;
const VERVERS_MS = 2000;
const SMAL = '(max-width: 1099px)';

const TOON: Record<string, { staat?: 'open' | 'geparkeerd' }> = {
  '': { staat: 'open' },
  weggelegd: { staat: 'geparkeerd' },
  alle: {},
};

const KOLOMMEN: readonly Column<BerichtRegel>[] = [
  {
    id: 'melding',
    header: 'Melding',
    primary: true,
    cell: (b) => (
      <>
        {b.omschrijving} <span className="m-quiet">{b.gebeurtenisId}</span>
      </>
    ),
  },
  {
    id: 'voorstel',
    header: 'Waarom hier',
    cell: (b) => (
      <>
        {b.reden ?? waaromNiet(b)}
        {b.voorstel && <div className="m-quiet">{b.voorstel}</div>}
        {b.staat === 'postvak' && b.streefdag && (
          <div className="m-quiet">streefdag {formatDate(b.streefdag, 'datum')}</div>
        )}
      </>
    ),
  },
  {
    id: 'persoon',
    header: 'Persoon',
    width: '150px',
    cell: (b) => (
      <>
        {b.naam ?? <span className="m-quiet">geen dossier</span>}
        <div className="m-quiet">{b.gemeente}</div>
      </>
    ),
  },
  {
    id: 'ontvangen',
    header: 'Ontvangen',
    width: '130px',
    cell: (b) => <span className="m-quiet">{formatMoment(b.ontvangenOp)}</span>,
  },
  { id: 'staat', header: 'Staat', width: '110px', card: 'top', cell: (b) => <Staat bericht={b} /> },
];

function waaromNiet(b: BerichtRegel): string {
  if (b.laatsteFout)
    return 'Een andere kant antwoordde niet; Meedoen probeert het vanzelf opnieuw.';
  return b.staat === 'verwerkt' ? 'Vanzelf verwerkt.' : '';
}

function Staat({ bericht: { staat, pogingen, geparkeerdTot } }: { bericht: BerichtRegel }) {
  if (staat === 'postvak' && geparkeerdTot)
    return <Badge tone="neutral">weggelegd tot {formatDate(geparkeerdTot, 'kort')}</Badge>;
  if (staat === 'postvak') return <Badge tone="near">te doen</Badge>;
  if (staat === 'nieuw') return <Badge tone="outside">{pogingen > 0 ? 'wacht' : 'bezig'}</Badge>;
  return <Badge tone="met">{staat}</Badge>;
}

/** Meldingen van DUO die een mens vragen, met ernaast wat er kwam en wat ermee is gedaan. */
export function PostvakScreen() {
  const [zoek, wijzig] = useSearchParams();
  const bladzijde = Math.max(1, Number(zoek.pagina) || 1);
  const vraag = {
    ...TOON[zoek.toon ?? ''],
    ...(zoek.gebeurtenis ? { gebeurtenisId: zoek.gebeurtenis } : {}),
    ...(zoek.gemeente ? { gemeenteId: zoek.gemeente } : {}),
    page: bladzijde,
    pageSize: PER_BLADZIJDE,
  };
  const lijst = useQuery<BerichtLijst, Problem>({
    queryKey: ['berichten', vraag],
    queryFn: () => api.post<BerichtLijst>('/v1/berichten/_zoek', vraag),
    placeholderData: (vorige) => vorige,
    refetchInterval: (q) =>
      q.state.data?.items.some((b) => b.staat === 'nieuw') ? VERVERS_MS : false,
  });
  const gekozen = zoek.bericht ?? lijst.data?.items[0]?.id;
  const naast = useNaast(zoek.bericht);
  const adres = (id: string) => `/postvak?${new URLSearchParams({ ...zoek, bericht: id })}`;
  return (
    <div className="m-stack">
      <PageTitle
        title="Postvak"
        lead={leeswijzer(lijst.data, zoek.toon)}
        actions={<NaarAfgeschermd />}
      />
      <Filters zoek={zoek} wijzig={wijzig} />
      {lijst.isPending && <Skeleton lines={6} />}
      {lijst.isError && <ErrorState error={lijst.error} onRetry={() => void lijst.refetch()} />}
      {lijst.data && lijst.data.totaal === 0 && <Leeg gefilterd={isGefilterd(zoek)} />}
      {lijst.data && lijst.data.totaal > 0 && (
        <div className="m-split">
          <DataTable
            caption="Meldingen van DUO"
            columns={KOLOMMEN}
            rows={lijst.data.items}
            rowId={(b) => b.id}
            rowHref={(b) => adres(b.id)}
            activeId={gekozen}
            onActive={(id) => wijzig({ bericht: id })}
            busy={lijst.isFetching}
            footer={
              <Pagination
                page={bladzijde}
                pageSize={PER_BLADZIJDE}
                total={lijst.data.totaal}
                onPage={(p) => wijzig({ pagina: String(p), bericht: '' }, { push: true })}
              />
            }
          />
          <div ref={naast} tabIndex={-1} className="postvak-naast">
            {gekozen && <BerichtDetail key={gekozen} id={gekozen} />}
          </div>
        </div>
      )}
    </div>
  );
}

/** Alleen wie erover beslist ziet dat er iemand is afgeschermd. */
function NaarAfgeschermd() {
  const mag = useIk().data?.mag.includes('quarantaine.behandelen');
  return mag ? <ButtonLink href="/postvak/afgeschermd">Afgeschermd</ButtonLink> : null;
}

/** Op een smal scherm staat de melding onder de lijst: na het kiezen gaat het beeld erheen. */
function useNaast(bericht: string | undefined) {
  const naast = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (bericht && window.matchMedia(SMAL).matches) naast.current?.focus();
  }, [bericht]);
  return naast;
}

const isGefilterd = (zoek: Record<string, string>) =>
  Boolean(zoek.gebeurtenis || zoek.gemeente || zoek.toon);

function leeswijzer(lijst: BerichtLijst | undefined, toon: string | undefined): string {
  if (!lijst) return 'Meldingen van DUO die Meedoen niet zelf kon afmaken.';
  if (toon === 'weggelegd') return 'Meldingen die u of een collega tot een latere dag weglegde.';
  if (toon === 'alle') return `${lijst.totaal} meldingen van DUO, wat openstaat eerst.`;
  if (lijst.totaal === 1) return 'Eén melding van DUO vraagt om u.';
  return lijst.totaal === 0
    ? 'Meldingen van DUO die Meedoen niet zelf kon afmaken.'
    : `${lijst.totaal} meldingen van DUO vragen om u. De oudste staat bovenaan.`;
}

function Leeg({ gefilterd }: { gefilterd: boolean }) {
  if (gefilterd) {
    return (
      <EmptyState title="Geen meldingen met deze keuze.">
        Kies een andere gebeurtenis of gemeente, of toon alle meldingen.
      </EmptyState>
    );
  }
  return <EmptyState title="Niets te doen: alle meldingen van DUO zijn verwerkt." />;
}

type FiltersProps = {
  zoek: Record<string, string>;
  wijzig: (zoek: Record<string, string>) => void;
};

function Filters({ zoek, wijzig }: FiltersProps) {
  const gemeenten = useIk().data?.gemeenten ?? [];
  const kies = (veld: string) => (waarde: string) =>
    wijzig({ [veld]: waarde, pagina: '', bericht: '' });
  return (
    <div className="postvak-filters">
      <Select
        label="Toon"
        value={zoek.toon ?? ''}
        onChange={kies('toon')}
        emptyLabel="Wat openstaat"
        options={[
          { value: 'weggelegd', label: 'Weggelegd' },
          { value: 'alle', label: 'Alle meldingen' },
        ]}
      />
      <Select
        label="Gebeurtenis"
        value={zoek.gebeurtenis ?? ''}
        onChange={kies('gebeurtenis')}
        emptyLabel="Alle gebeurtenissen"
        options={Object.entries(GEBEURTENISSEN).map(([id, g]) => ({
          value: id,
          label: `${id} ${g.omschrijving}`,
        }))}
      />
      {gemeenten.length > 1 && (
        <Select
          label="Gemeente"
          value={zoek.gemeente ?? ''}
          onChange={kies('gemeente')}
          emptyLabel="Alle gemeenten"
          options={gemeenten.map((g) => ({ value: g.id, label: g.naam }))}
        />
      )}
    </div>
  );
}
