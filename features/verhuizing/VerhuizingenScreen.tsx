import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../web/api.ts';
import { formatDate } from '../../web/dates.ts';
import { useIk } from '../../web/ik.ts';
import { Badge } from '../../web/ui/data/Badge.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../web/ui/feedback/States.tsx';
import { Button } from '../../web/ui/form/Button.tsx';
import { Select } from '../../web/ui/form/Field.tsx';
import { Card } from '../../web/ui/layout/Card.tsx';
import { useSearchParams } from '../../web/ui/layout/Link.tsx';
import { PageTitle } from '../../web/ui/layout/PageTitle.tsx';
import type { Column } from '../../web/ui/table/columns.ts';
import { DataTable } from '../../web/ui/table/DataTable.tsx';
import { Pagination } from '../../web/ui/table/Pagination.tsx';
import { InleesDialog } from './scherm/InleesDialog.tsx';
import { PakketDialog } from './scherm/PakketDialog.tsx';
import { wanneer } from './scherm/Regel.tsx';
import type { Verhuizing, VerhuizingLijst } from './verhuizing.schema.ts';
import { STAAT, vanNaar } from './woorden.ts';
import './verhuizing.css';

const PER_BLADZIJDE = 25;

function kolommen(lees: (id: string) => void): Column<Verhuizing>[] {
  return [
    {
      id: 'naam',
      header: 'Over',
      primary: true,
      cell: (v) => (
        <>
          {v.naam ?? 'Geen dossier hier'}
          <div className="m-quiet verhuizing-uitleg">{v.gemeente}</div>
        </>
      ),
    },
    { id: 'wat', header: 'Verhuizing', cell: vanNaar },
    {
      id: 'staat',
      header: 'Staat',
      card: 'top',
      cell: (v) => <Badge tone={STAAT[v.staat].tone}>{STAAT[v.staat].tekst}</Badge>,
    },
    {
      id: 'wanneer',
      header: 'Wanneer',
      cell: (v) => <span className="m-quiet verhuizing-uitleg">{wanneer(v)}</span>,
    },
    {
      id: 'pip',
      header: 'PIP uiterlijk',
      card: 'label',
      cell: (v) => (v.pipUiterlijk ? formatDate(v.pipUiterlijk, 'cijfers') : ''),
    },
    {
      id: 'doen',
      header: 'Doen',
      cell: (v) =>
        v.overdrachtId && v.staat === 'ontvangen' ? (
          <Button look="quiet" onClick={() => lees(v.overdrachtId as string)}>
            Pakket lezen<span className="m-hidden">: {v.naam ?? vanNaar(v)}</span>
          </Button>
        ) : null,
    },
  ];
}

const RICHTINGEN = [
  { value: '', label: 'Hierheen en vertrokken' },
  { value: 'in', label: 'Hierheen verhuisd' },
  { value: 'uit', label: 'Vertrokken' },
];

type Zoek = Record<string, string>;

function vraagVan(zoek: Zoek, page: number) {
  return {
    ...(zoek.richting === 'in' || zoek.richting === 'uit' ? { richting: zoek.richting } : {}),
    ...(zoek.gemeente ? { gemeenteId: zoek.gemeente } : {}),
    alles: zoek.toon === 'alles',
    page,
    pageSize: PER_BLADZIJDE,
  };
}

/** Dossiers die wij vragen en die van ons worden gevraagd. */
export function VerhuizingenScreen() {
  const [zoek, wijzig] = useSearchParams();
  const mag = useIk().data?.mag.includes('verhuizing.behandelen');
  const [inlezen, setInlezen] = useState(false);
  const [pakket, setPakket] = useState<string>();
  const vraag = vraagVan(zoek, Math.max(1, Number(zoek.pagina) || 1));
  const lijst = useQuery<VerhuizingLijst, Problem>({
    queryKey: ['verhuizing', 'lijst', vraag],
    queryFn: ({ signal }) => api.post<VerhuizingLijst>('/v1/verhuizingen/_zoek', vraag, { signal }),
    placeholderData: (vorige) => vorige,
  });
  const lees = (id: string) => {
    setInlezen(false);
    setPakket(id);
  };
  return (
    <div className="m-stack">
      <PageTitle
        title="Verhuizingen"
        lead="Dossiers die u vraagt aan een vorige gemeente, en die een nieuwe gemeente van u vraagt."
        actions={mag && <Button onClick={() => setInlezen(true)}>Pakket inlezen</Button>}
      />
      <Filters zoek={zoek} wijzig={wijzig} />
      {lijst.isPending && <Skeleton lines={6} />}
      {lijst.isError && <ErrorState error={lijst.error} onRetry={() => void lijst.refetch()} />}
      {lijst.data && (
        <Lijst
          lijst={lijst.data}
          busy={lijst.isFetching}
          lees={lees}
          onPage={(p) => wijzig({ pagina: String(p) }, { push: true })}
        />
      )}
      {inlezen && <InleesDialog onClose={() => setInlezen(false)} onGelezen={lees} />}
      {pakket && <PakketDialog id={pakket} onClose={() => setPakket(undefined)} />}
    </div>
  );
}

function Filters({ zoek, wijzig }: { zoek: Zoek; wijzig: (deel: Zoek) => void }) {
  const gemeenten = useIk().data?.gemeenten ?? [];
  const kies = (veld: string) => (waarde: string) => wijzig({ [veld]: waarde, pagina: '' });
  return (
    <div className="verhuizing-filters">
      <Select
        label="Richting"
        value={zoek.richting ?? ''}
        onChange={kies('richting')}
        options={RICHTINGEN}
      />
      <Select
        label="Toon"
        value={zoek.toon ?? ''}
        onChange={kies('toon')}
        options={[
          { value: '', label: 'Wat nog loopt' },
          { value: 'alles', label: 'Ook wat klaar is' },
        ]}
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

type LijstProps = {
  lijst: VerhuizingLijst;
  busy: boolean;
  lees: (id: string) => void;
  onPage: (pagina: number) => void;
};

function Lijst({ lijst, busy, lees, onPage }: LijstProps) {
  return (
    <Card flush>
      <DataTable
        caption="Verhuizingen"
        columns={kolommen(lees)}
        rows={lijst.items}
        rowId={rijId}
        rowName={(v) => v.naam ?? vanNaar(v)}
        rowHref={adres}
        busy={busy}
        empty={
          <EmptyState title="Er loopt geen verhuizing.">
            Meldt DUO dat iemand hierheen verhuisde, of vraagt een andere gemeente om een dossier,
            dan staat dat hier.
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

const rijId = (v: Verhuizing) =>
  `${v.richting} ${v.verzoekId ?? v.overdrachtId ?? v.dossierId} ${v.gemeenteId}`;

const adres = (v: Verhuizing) =>
  v.dossierId ? `/inburgeraars/${v.dossierId}/verhuizing` : '/inburgeraars';
