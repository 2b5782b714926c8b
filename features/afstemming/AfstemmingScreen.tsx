import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../web/api.ts';
import { formatMoment } from '../../web/dates.ts';
import { useIk } from '../../web/ik.ts';
import { EmptyState, ErrorState, Skeleton } from '../../web/ui/feedback/States.tsx';
import { toast } from '../../web/ui/feedback/Toast.tsx';
import { Button } from '../../web/ui/form/Button.tsx';
import { Select } from '../../web/ui/form/Field.tsx';
import { Card } from '../../web/ui/layout/Card.tsx';
import { useSearchParams } from '../../web/ui/layout/Link.tsx';
import { PageTitle } from '../../web/ui/layout/PageTitle.tsx';
import { DataTable } from '../../web/ui/table/DataTable.tsx';
import { Pagination } from '../../web/ui/table/Pagination.tsx';
import {
  ONDERWERPEN,
  SOORTEN,
  type Verschil,
  type VerschilLijst,
  type Voortgang,
} from './afstemming.schema.ts';
import { HerstelBalk } from './scherm/HerstelBalk.tsx';
import { kolommen } from './scherm/kolommen.tsx';
import { VoortgangKaart } from './scherm/VoortgangKaart.tsx';
import { ONDERWERP, SOORT } from './woorden.ts';
import './afstemming.css';

const PER_BLADZIJDE = 25;
const VERVERS_MS = 3000;
const RUSTIG_MS = 30_000;

type Zoek = Record<string, string>;
type Filter = { soort?: string; onderwerp?: string; gemeenteId?: string; staat: string };

const STATEN = [
  { value: 'open', label: 'Open' },
  { value: 'aanvaard', label: 'Aanvaard' },
  { value: 'opgelost', label: 'Opgelost' },
] as const;

const filterVan = (zoek: Zoek): Filter => ({
  ...(zoek.soort ? { soort: zoek.soort } : {}),
  ...(zoek.onderwerp ? { onderwerp: zoek.onderwerp } : {}),
  ...(zoek.gemeente ? { gemeenteId: zoek.gemeente } : {}),
  staat: zoek.staat || 'open',
});

function useVerschillen(filter: Filter, bladzijde: number) {
  const vraag = { ...filter, page: bladzijde, pageSize: PER_BLADZIJDE };
  return useQuery<VerschilLijst, Problem>({
    queryKey: ['afstemming', vraag],
    queryFn: ({ signal }) => api.post<VerschilLijst>('/v1/afstemming/_zoek', vraag, { signal }),
    placeholderData: (vorige) => vorige,
    refetchInterval: (q) => (q.state.data?.voortgang.some((v) => v.bezig) ? VERVERS_MS : RUSTIG_MS),
  });
}

function useStart() {
  const queries = useQueryClient();
  return useMutation<unknown, Problem, string>({
    mutationFn: (gemeenteId) => api.post('/v1/afstemming/_start', { gemeenteId }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['afstemming'] }),
    onError: (fout) => toast({ tekst: fout.detail }),
  });
}

/** Waar dit systeem en DUO niet hetzelfde zeggen, met wat eraan te doen is. */
export function AfstemmingScreen() {
  const [zoek, wijzig] = useSearchParams();
  const mag = useIk().data?.mag.includes('afstemming.behandelen') ?? false;
  const bladzijde = Math.max(1, Number(zoek.pagina) || 1);
  const filter = filterVan(zoek);
  const lijst = useVerschillen(filter, bladzijde);
  const [gekozen, setGekozen] = useState<ReadonlySet<string>>(new Set());
  const start = useStart();
  const uitvoer = useMutation<unknown, Problem>({
    mutationFn: () => api.download('/v1/afstemming/_uitvoer', filter),
    onError: (fout) => toast({ tekst: fout.detail }),
  });
  const rijen = lijst.data?.items ?? [];
  const aangevinkt = rijen.filter((r) => gekozen.has(r.verschilId));
  const kanKiezen = mag && filter.staat !== 'opgelost';
  return (
    <div className="m-stack">
      <PageTitle
        title="Afstemming met DUO"
        lead="Elke nacht vergelijkt Meedoen elk lopend dossier met wat DUO heeft. Hier staat waar zij verschillen."
        actions={
          <Button icon="exporteer" busy={uitvoer.isPending} onClick={() => uitvoer.mutate()}>
            Exporteer
          </Button>
        }
      />
      {lijst.data && (
        <VoortgangKaart
          voortgang={lijst.data.voortgang}
          bezig={start.isPending}
          onStart={mag ? (id) => start.mutate(id) : undefined}
        />
      )}
      <Filters zoek={zoek} wijzig={wijzig} lijst={lijst.data} />
      {lijst.isPending && <Skeleton lines={6} />}
      {lijst.isError && <ErrorState error={lijst.error} onRetry={() => void lijst.refetch()} />}
      {aangevinkt.length > 0 && (
        <HerstelBalk verschillen={aangevinkt} onKlaar={() => setGekozen(new Set())} />
      )}
      {lijst.data && (
        <Card flush>
          <DataTable
            caption="Verschillen met DUO"
            columns={kolommen(kanKiezen)}
            rows={rijen}
            rowId={(v) => v.verschilId}
            rowName={rijnaam}
            rowHref={adres}
            busy={lijst.isFetching}
            {...(kanKiezen ? { selected: gekozen, onSelected: setGekozen } : {})}
            empty={<Leeg filter={filter} voortgang={lijst.data.voortgang} />}
            footer={
              <Pagination
                page={bladzijde}
                pageSize={PER_BLADZIJDE}
                total={lijst.data.totaal}
                onPage={(p) => wijzig({ pagina: String(p) }, { push: true })}
              />
            }
          />
        </Card>
      )}
    </div>
  );
}

const rijnaam = (v: Verschil) => `${v.naam ?? 'iemand zonder dossier'}, ${ONDERWERP[v.onderwerp]}`;

const adres = (v: Verschil) =>
  v.dossierId ? `/inburgeraars/${v.dossierId}/duo` : `/postvak?bericht=${v.berichtId}`;

/** Niets gevonden is goed nieuws, als er is vergeleken. */
function Leeg({ filter, voortgang }: { filter: Filter; voortgang: readonly Voortgang[] }) {
  if (filter.staat !== 'open') {
    return <EmptyState title="Hier staat nog niets." />;
  }
  if (filter.soort || filter.onderwerp) {
    return (
      <EmptyState title="Geen verschillen van deze soort.">
        Kies een andere soort of een ander onderwerp.
      </EmptyState>
    );
  }
  const klaar = voortgang.map((v) => v.laatstKlaarOp);
  if (klaar.length === 0 || klaar.includes(null)) {
    return (
      <EmptyState title="Er is nog niet alles vergeleken.">
        Dat gebeurt vannacht vanzelf. Wilt u het nu weten, kies dan Nu afstemmen.
      </EmptyState>
    );
  }
  const oudste = klaar.toSorted().at(0) as string;
  const aantal = voortgang.reduce((som, v) => som + v.dossiers, 0);
  return (
    <EmptyState title="Alles gelijk.">
      Wat hier staat en wat DUO heeft is hetzelfde, in alle {aantal} lopende dossiers. Laatst
      vergeleken {formatMoment(oudste)}.
    </EmptyState>
  );
}

type FilterProps = {
  zoek: Zoek;
  wijzig: (deel: Zoek) => void;
  lijst: VerschilLijst | undefined;
};

function Filters({ zoek, wijzig, lijst }: FilterProps) {
  const gemeenten = useIk().data?.gemeenten ?? [];
  const t = lijst?.tellingen;
  const met = (naam: string, aantal: number | undefined) => `${naam} (${aantal ?? 0})`;
  const kies = (veld: string) => (waarde: string) => wijzig({ [veld]: waarde, pagina: '' });
  return (
    <div className="afstemming-filters">
      <Select
        label="Staat"
        value={zoek.staat || 'open'}
        onChange={kies('staat')}
        options={STATEN.map((s) => ({ value: s.value, label: met(s.label, t?.staat[s.value]) }))}
      />
      <Select
        label="Soort verschil"
        value={zoek.soort ?? ''}
        onChange={kies('soort')}
        emptyLabel="Elke soort"
        options={SOORTEN.map((s) => ({ value: s, label: met(SOORT[s], t?.soort[s]) }))}
      />
      <Select
        label="Onderwerp"
        value={zoek.onderwerp ?? ''}
        onChange={kies('onderwerp')}
        emptyLabel="Elk onderwerp"
        options={ONDERWERPEN.filter((o) => t?.onderwerp[o] || zoek.onderwerp === o).map((o) => ({
          value: o,
          label: met(ONDERWERP[o], t?.onderwerp[o]),
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
