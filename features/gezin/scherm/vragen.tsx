import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, newKey, type Problem } from '../../../web/api.ts';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { usePathParam } from '../../../web/ui/layout/Link.tsx';
import type { Gezinsbeeld } from '../gezin.schema.ts';

export const useDossierId = () => usePathParam('dossierId');

const sleutelVan = (id: string) => ['dossier', id, 'gezin'];

/** Het gezin van dit dossier. */
export function useGezin() {
  const id = useDossierId();
  return useQuery<Gezinsbeeld, Problem>({
    queryKey: sleutelVan(id),
    queryFn: ({ signal }) => api.get<Gezinsbeeld>(`/v1/dossiers/${id}/gezin`, { signal }),
  });
}

type Verzoek = { pad: string; methode: 'post' | 'put'; body: object };

/** Legt iets vast; twee keer drukken is één keer. Daarna wordt alles van het dossier opnieuw gelezen. */
export function useBewaar<T = unknown>(gelukt: (uit: T) => string, klaar: () => void) {
  const id = useDossierId();
  const client = useQueryClient();
  const sleutel = useRef(newKey());
  return useMutation<T, Problem, Verzoek>({
    mutationFn: ({ pad, methode, body }) =>
      methode === 'post'
        ? api.post<T>(pad, body, { idempotencyKey: sleutel.current })
        : api.put<T>(pad, body),
    onSuccess: async (uit) => {
      toast({ tekst: gelukt(uit) });
      klaar();
      await client.invalidateQueries({ queryKey: ['dossier', id] });
    },
    onError: (fout) => {
      if (fout.soort === 'antwoord') sleutel.current = newKey();
    },
  });
}
