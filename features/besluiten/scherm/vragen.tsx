import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, newKey, type Problem } from '../../../web/api.ts';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { usePathParam } from '../../../web/ui/layout/Link.tsx';
import type { DossierBesluiten } from '../besluiten.schema.ts';

const besluitenSleutel = (id: string) => ['dossier', id, 'besluiten'] as const;

/** The decisions about the person whose page is open. */
export function useBesluiten() {
  const id = usePathParam('dossierId');
  return useQuery<DossierBesluiten, Problem>({
    queryKey: besluitenSleutel(id),
    queryFn: ({ signal }) => api.get<DossierBesluiten>(`/v1/dossiers/${id}/besluiten`, { signal }),
    enabled: id !== '',
  });
}

/** Sends what was filled in, once; afterwards everything about this person is read again. */
export function useVastleggen<V>(pad: string, gedaan: string, klaar: () => void) {
  const id = usePathParam('dossierId');
  const queries = useQueryClient();
  const [sleutel] = useState(newKey);
  return useMutation<unknown, Problem, V>({
    mutationFn: (vraag) =>
      api.post(`/v1/dossiers/${id}/${pad}`, vraag, { idempotencyKey: sleutel }),
    onSuccess: async () => {
      toast({ tekst: gedaan });
      klaar();
      await queries.invalidateQueries();
    },
  });
}
