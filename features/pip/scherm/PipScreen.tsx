import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, newKey, type Problem } from '../../../web/api.ts';
import { EmptyState, ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { usePathParam, useSearchParams } from '../../../web/ui/layout/Link.tsx';
import type { PipDetail, PipLijst, PipRegel } from '../pip.schema.ts';
import { PipBesluit, Versies } from './PipBesluit.tsx';
import { PipFormulier } from './PipFormulier.tsx';
import { PipKop } from './PipKop.tsx';
import { PipPaneel } from './PipPaneel.tsx';
import { useConcept } from './useConcept.tsx';
import { useVolgendPunt } from './useVolgendPunt.tsx';
import { BronnenGever } from './velden/bronnen.tsx';
import './pip.css';

const KIJK_OPNIEUW_MS = 3000;

const onderweg = (items: readonly PipRegel[]) =>
  items.some((i) => i.duo?.staat === 'wacht' || i.duo?.staat === 'bezig');

/** Zodra DUO antwoordt, is ook de rest van het dossier anders. */
function useAntwoordVanDuo(items: readonly PipRegel[]) {
  const queries = useQueryClient();
  const wacht = onderweg(items);
  const wachtte = useRef(wacht);
  useEffect(() => {
    if (wachtte.current && !wacht) void queries.invalidateQueries();
    wachtte.current = wacht;
  }, [wacht, queries]);
}

/** Het persoonlijk plan inburgering en participatie van één dossier. */
export function PipScreen() {
  const dossierId = usePathParam('dossierId');
  const [zoek, wijzigZoek] = useSearchParams();
  const lijst = useQuery<PipLijst, Problem>({
    queryKey: ['pips', dossierId],
    queryFn: ({ signal }) => api.get<PipLijst>(`/v1/dossiers/${dossierId}/pips`, { signal }),
    refetchInterval: (query) => (onderweg(query.state.data?.items ?? []) ? KIJK_OPNIEUW_MS : false),
  });
  useAntwoordVanDuo(lijst.data?.items ?? []);
  if (lijst.isPending) return <Skeleton lines={8} />;
  if (lijst.isError && !lijst.data) {
    return <ErrorState error={lijst.error} onRetry={() => void lijst.refetch()} />;
  }
  const { items, opstellen } = lijst.data;
  const gekozen =
    items.find((i) => String(i.versie) === zoek.versie) ??
    items.find((i) => i.staat === 'concept' || i.staat === 'ter-vaststelling') ??
    items.find((i) => i.geldend) ??
    items[0];
  const nieuw = (
    <NieuwConcept
      dossierId={dossierId}
      opstellen={opstellen}
      eerste={items.length === 0}
      onKlaar={() => wijzigZoek({ versie: '' })}
    />
  );
  if (!gekozen) {
    return (
      <EmptyState title="Er is nog geen PIP." action={nieuw}>
        Een concept begint met wat de intake al weet. U kunt alles nog wijzigen.
      </EmptyState>
    );
  }
  return (
    <Versie
      key={gekozen.pipId}
      dossierId={dossierId}
      regel={gekozen}
      items={items}
      nieuw={opstellen.mag ? nieuw : null}
      onKies={(versie) => wijzigZoek({ versie: String(versie) })}
    />
  );
}

type NieuwProps = {
  dossierId: string;
  opstellen: PipLijst['opstellen'];
  eerste: boolean;
  onKlaar: () => void;
};

function NieuwConcept({ dossierId, opstellen, eerste, onKlaar }: NieuwProps) {
  const queries = useQueryClient();
  const [sleutel] = useState(newKey);
  const maak = useMutation<unknown, Problem>({
    mutationFn: () => api.post(`/v1/dossiers/${dossierId}/pips`, {}, { idempotencyKey: sleutel }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['pips', dossierId] });
      onKlaar();
    },
  });
  return (
    <div className="m-stack m-stack--tight">
      <div>
        <Button
          look={eerste ? 'primary' : 'secondary'}
          busy={maak.isPending}
          reason={opstellen.mag ? undefined : opstellen.redenen[0]?.tekst}
          onClick={() => maak.mutate()}
        >
          {eerste ? 'PIP opstellen' : 'Nieuwe versie maken'}
        </Button>
      </div>
      {maak.isError && <ErrorState error={maak.error} />}
    </div>
  );
}

type VersieProps = {
  dossierId: string;
  regel: PipRegel;
  items: readonly PipRegel[];
  nieuw: React.ReactNode;
  onKies: (versie: number) => void;
};

function Versie({ dossierId, regel, items, nieuw, onKies }: VersieProps) {
  const queryKey = ['pip', dossierId, regel.pipId];
  const vraag = useQuery<PipDetail, Problem>({
    queryKey,
    queryFn: ({ signal }) =>
      api.get<PipDetail>(`/v1/dossiers/${dossierId}/pips/${regel.pipId}`, { signal }),
  });
  if (vraag.isPending) return <Skeleton lines={8} />;
  if (vraag.isError && !vraag.data) {
    return <ErrorState error={vraag.error} onRetry={() => void vraag.refetch()} />;
  }
  // De lijst wordt vaker ververst en weet het eerst hoe het er bij DUO voor staat.
  const pip = { ...vraag.data, duo: regel.duo, geldend: regel.geldend };
  const versies = (
    <Versies items={items} gekozen={pip.pipId} onKies={onKies} dossierId={dossierId} />
  );
  if (pip.staat === 'concept' && pip.handelingen.wijzigen.mag) {
    return <Bewerken pip={pip} queryKey={queryKey} versies={items.length > 1 ? versies : null} />;
  }
  return (
    <div className="m-stack">
      <PipKop pip={pip}>{nieuw}</PipKop>
      <div className="m-split">
        <PipBesluit pip={pip} />
        <div className="m-stack">
          {pip.staat === 'ter-vaststelling' && <PipPaneel pip={pip} />}
          {versies}
        </div>
      </div>
    </div>
  );
}

type BewerkenProps = {
  pip: PipDetail;
  queryKey: readonly unknown[];
  versies: React.ReactNode;
};

function Bewerken({ pip, queryKey, versies }: BewerkenProps) {
  const concept = useConcept(pip, queryKey);
  useVolgendPunt(pip);
  return (
    <div className="m-stack">
      <PipKop pip={pip} concept={concept} />
      <div className="m-split">
        <BronnenGever dossierId={pip.dossierId} pipId={pip.pipId}>
          <PipFormulier pip={pip} concept={concept} />
        </BronnenGever>
        <div className="pip-zij">
          <div className="pip-zij__vast m-stack">
            <PipPaneel pip={pip} />
            {versies}
          </div>
        </div>
      </div>
    </div>
  );
}
