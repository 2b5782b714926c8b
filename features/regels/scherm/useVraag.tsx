import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { useGo } from '../../../web/ui/layout/Link.tsx';
import type { RegelAntwoord, RegelDetail } from '../regels.schema.ts';
import { leesFragment } from './deellink.ts';
import {
  type Concept,
  type Feiten,
  type Fouten,
  naarConcept,
  naarFeiten,
  telFeiten,
  type VeldSchema,
} from './feiten.ts';

const NA_TYPEN_MS = 300;

/** Alles wat het formulier en het antwoord van elkaar weten. */
export type Vraag = {
  concept: Concept;
  wijzig: (concept: Concept) => void;
  /** Verandert als het hele formulier opnieuw is gevuld. */
  ronde: number;
  feiten: Feiten;
  fouten: Fouten;
  /** Wat hier is getypt is niet te lezen; er gaat niets naar de server. */
  onleesbaar: boolean;
  gesteld: boolean;
  /** In de link stonden feiten die deze regel niet kent. */
  weggevallen: boolean;
  stel: () => void;
  vul: (feiten: Feiten) => void;
  maakLeeg: () => void;
  antwoord: RegelAntwoord | undefined;
  bezig: boolean;
  probleem: Problem | null;
  opnieuw: () => void;
};

/** De zin van de server begint met wat het veld moet zijn. */
function foutenVanServer(probleem: Problem | null): Fouten {
  const params = probleem?.invalidParams ?? [];
  return Object.fromEntries(params.map(({ name, reason }) => [name, `Dit ${reason}.`]));
}

/** Het antwoord van de server op wat is gevraagd; feiten blijven niet bewaard. */
function useAntwoord(id: string, gevraagd: string | undefined) {
  return useQuery<RegelAntwoord, Problem>({
    queryKey: ['regel-antwoord', id, gevraagd],
    enabled: gevraagd !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.post<RegelAntwoord>(`/v1/regels/${id}`, JSON.parse(gevraagd ?? '{}'), { signal }),
  });
}

/** Leest feiten achter het hekje en haalt ze dan uit de adresbalk. */
function useDeellink(lees: (feiten: Feiten) => void) {
  const go = useGo();
  const laatste = useRef({ lees, go });
  laatste.current = { lees, go };
  useEffect(() => {
    const kijk = () => {
      const feiten = leesFragment(window.location.hash);
      if (!feiten) return;
      laatste.current.lees(feiten);
      laatste.current.go(window.location.pathname, { replace: true });
    };
    kijk();
    window.addEventListener('hashchange', kijk);
    return () => window.removeEventListener('hashchange', kijk);
  }, []);
}

/** Het formulier van één regel en het antwoord daarop. */
export function useVraag(regel: RegelDetail): Vraag {
  const schema = regel.invoer as VeldSchema;
  const [vorm, setVorm] = useState<{ concept: Concept; ronde: number }>({ concept: {}, ronde: 0 });
  const [gevraagd, setGevraagd] = useState<string>();
  const [gesteld, setGesteld] = useState(false);
  const [weggevallen, setWeggevallen] = useState(false);
  const { feiten, fouten } = useMemo(() => naarFeiten(schema, vorm.concept), [schema, vorm]);
  const onleesbaar = Object.keys(fouten).length > 0;
  const tekst = JSON.stringify(feiten);
  const { data, error, isFetching, refetch } = useAntwoord(regel.id, gevraagd);
  useEffect(() => {
    if (!gesteld || onleesbaar) return;
    const timer = setTimeout(() => setGevraagd(tekst), NA_TYPEN_MS);
    return () => clearTimeout(timer);
  }, [tekst, gesteld, onleesbaar]);
  const vul = (nieuw: Feiten) => {
    const concept = naarConcept(schema, nieuw);
    const over = naarFeiten(schema, concept).feiten;
    setVorm(({ ronde }) => ({ concept, ronde: ronde + 1 }));
    setWeggevallen(telFeiten(over) < telFeiten(nieuw));
    setGesteld(true);
    setGevraagd(JSON.stringify(over));
  };
  useDeellink(vul);
  return {
    concept: vorm.concept,
    wijzig: (concept) => setVorm(({ ronde }) => ({ concept, ronde })),
    ronde: vorm.ronde,
    feiten,
    fouten: { ...foutenVanServer(error), ...(gesteld ? fouten : {}) },
    onleesbaar,
    gesteld,
    weggevallen,
    stel: () => {
      setGesteld(true);
      if (!onleesbaar) setGevraagd(tekst);
    },
    vul,
    maakLeeg: () => {
      setVorm(({ ronde }) => ({ concept: {}, ronde: ronde + 1 }));
      setGesteld(false);
      setGevraagd(undefined);
      setWeggevallen(false);
    },
    antwoord: data,
    bezig: isFetching,
    probleem: error,
    opnieuw: () => void refetch(),
  };
}
