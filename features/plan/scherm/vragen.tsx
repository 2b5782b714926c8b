import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, newKey, type Problem } from '../../../web/api.ts';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { usePathParam } from '../../../web/ui/layout/Link.tsx';
import type { Plan, Suggesties, Verschil } from '../plan.schema.ts';

export const useDossierId = () => usePathParam('dossierId');

/** The plan of this dossier. */
export function usePlan(): UseQueryResult<Plan, Problem> {
  const id = useDossierId();
  return useQuery<Plan, Problem>({
    queryKey: ['dossier', id, 'plan'],
    queryFn: ({ signal }) => api.get<Plan>(`/v1/dossiers/${id}/plan`, { signal }),
  });
}

/** What changed since the last talk, or since a chosen day. */
export function useVerschil(sinds: string): UseQueryResult<Verschil, Problem> {
  const id = useDossierId();
  const zoek = sinds ? `?sinds=${sinds}` : '';
  return useQuery<Verschil, Problem>({
    queryKey: ['dossier', id, 'plan', 'verschil', sinds],
    queryFn: ({ signal }) =>
      api.get<Verschil>(`/v1/dossiers/${id}/plan/verschil${zoek}`, { signal }),
  });
}

/** Sentences to choose a goal with; what follows from the intake first. */
export function useSuggesties(taal: string): UseQueryResult<Suggesties, Problem> {
  const id = useDossierId();
  return useQuery<Suggesties, Problem>({
    queryKey: ['dossier', id, 'plan', 'suggesties', taal],
    queryFn: ({ signal }) =>
      api.get<Suggesties>(`/v1/dossiers/${id}/plan/suggesties?taal=${taal}`, { signal }),
  });
}

/** Records something; said twice it is done once. Afterwards everything of the dossier is read again. */
export function useVastleggen<A = unknown>(
  deel: string,
  gelukt: string,
  klaar: (antwoord: A) => void,
) {
  const id = useDossierId();
  const client = useQueryClient();
  const sleutel = useRef(newKey());
  return useMutation<A, Problem, object>({
    mutationFn: (body) =>
      api.post<A>(`/v1/dossiers/${id}/plan/${deel}`, body, { idempotencyKey: sleutel.current }),
    onSuccess: async (antwoord) => {
      if (gelukt) toast({ tekst: gelukt });
      sleutel.current = newKey();
      klaar(antwoord);
      await client.invalidateQueries({ queryKey: ['dossier', id] });
    },
    onError: (fout) => {
      // After a refusal the next try is another request; after a lost answer it is the same.
      if (fout.soort === 'antwoord') sleutel.current = newKey();
    },
  });
}
