import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, newKey, type Problem } from '../../../web/api.ts';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import type { Taal } from '../../shared/talen.schema.ts';
import type { BrievenAntwoord, BrievenSet, TekstAntwoord } from '../brieven.schema.ts';

const KIJK_OPNIEUW_MS = 1500;

const wordtGemaakt = (sets: readonly BrievenSet[]) =>
  sets.some((s) => s.staat === 'wacht' || s.staat === 'bezig');

/** The sets of a dossier; while one is being made it is read again. */
export function useBrieven(dossierId: string) {
  return useQuery<BrievenAntwoord, Problem>({
    queryKey: ['brieven', dossierId],
    queryFn: ({ signal }) =>
      api.get<BrievenAntwoord>(`/v1/dossiers/${dossierId}/brieven`, { signal }),
    refetchInterval: ({ state }) =>
      wordtGemaakt(state.data?.sets ?? []) ? KIJK_OPNIEUW_MS : false,
  });
}

/** The text in plain language, beside its translation. */
export function useTekst(dossierId: string, pipId: string, taal: Taal) {
  return useQuery<TekstAntwoord, Problem>({
    queryKey: ['brieven', dossierId, pipId, taal],
    queryFn: ({ signal }) =>
      api.get<TekstAntwoord>(`/v1/dossiers/${dossierId}/brieven/${pipId}/tekst?taal=${taal}`, {
        signal,
      }),
    placeholderData: (vorige) => vorige,
  });
}

/** Asks for the letters, or for one more language. */
export function useMaak(dossierId: string, pipId: string) {
  const queries = useQueryClient();
  return useMutation<unknown, Problem, Taal | undefined>({
    mutationFn: (taal) =>
      api.post(`/v1/dossiers/${dossierId}/brieven/${pipId}/_maak`, taal ? { taal } : {}),
    onSuccess: async () => {
      toast({ tekst: 'De brieven worden gemaakt.' });
      await queries.invalidateQueries({ queryKey: ['brieven', dossierId] });
    },
  });
}

export type Uitkomst = {
  taal: Taal;
  tolk: boolean;
  antwoorden: { vraag: string; oordeel: 'begrepen' | 'deels' | 'niet' }[];
  vervolg?: string;
  vorige?: string;
};

/** Stores what the person understood. */
export function useBegrepen(dossierId: string, pipId: string, klaar: () => void) {
  const queries = useQueryClient();
  return useMutation<unknown, Problem, Uitkomst>({
    mutationFn: (uitkomst) =>
      api.post(`/v1/dossiers/${dossierId}/brieven/${pipId}/begrepen`, uitkomst, {
        idempotencyKey: newKey(),
      }),
    onSuccess: async () => {
      toast({ tekst: 'Vastgelegd.' });
      klaar();
      await queries.invalidateQueries();
    },
  });
}
