import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, newKey, type Problem } from '../../../web/api.ts';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { usePathParam } from '../../../web/ui/layout/Link.tsx';
import type { Instellingen, Traject } from '../traject.schema.ts';

const useDossierId = () => usePathParam('dossierId');

const WACHT_MS = 15_000;

const wacht = (t: Traject | undefined) =>
  t !== undefined && [...t.aanbod, ...t.uren, ...t.resultaten].some((i) => i.duo.staat === 'wacht');

/** The traject of this dossier; while something waits for DUO it is read again now and then. */
export function useTraject(): UseQueryResult<Traject, Problem> {
  const id = useDossierId();
  return useQuery<Traject, Problem>({
    queryKey: ['dossier', id, 'traject'],
    queryFn: ({ signal }) => api.get<Traject>(`/v1/dossiers/${id}/traject`, { signal }),
    refetchInterval: ({ state }) => (wacht(state.data) ? WACHT_MS : false),
  });
}

/** The schools to choose from. */
export function useInstellingen(): UseQueryResult<Instellingen, Problem> {
  const id = useDossierId();
  return useQuery<Instellingen, Problem>({
    queryKey: ['dossier', id, 'instellingen'],
    queryFn: ({ signal }) =>
      api.get<Instellingen>(`/v1/dossiers/${id}/traject/instellingen`, { signal }),
  });
}

/** Records something; said twice it is done once. Afterwards everything of the dossier is read again. */
export function useVastleggen(deel: string, gelukt: string, klaar: () => void) {
  const id = useDossierId();
  const client = useQueryClient();
  const sleutel = useRef(newKey());
  return useMutation<unknown, Problem, object>({
    mutationFn: (body) =>
      api.post(`/v1/dossiers/${id}/traject/${deel}`, body, { idempotencyKey: sleutel.current }),
    onSuccess: async () => {
      toast({ tekst: gelukt });
      klaar();
      await client.invalidateQueries({ queryKey: ['dossier', id] });
    },
    onError: (fout) => {
      // After a refusal the next try is another request; after a lost answer it is the same.
      if (fout.soort === 'antwoord') sleutel.current = newKey();
    },
  });
}

/** Sends a refused message once more. */
export function useOpnieuw() {
  const id = useDossierId();
  const client = useQueryClient();
  return useMutation<unknown, Problem, string>({
    mutationFn: (verzendingId) => api.post(`/v1/verzendingen/${verzendingId}/_opnieuw`, {}),
    onSuccess: () => client.invalidateQueries({ queryKey: ['dossier', id] }),
  });
}
