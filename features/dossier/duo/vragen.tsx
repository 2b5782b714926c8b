import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { usePathParam } from '../../../web/ui/layout/Link.tsx';
import type { Berichten } from '../dossier.schema.ts';
import type { DuoBeeld } from './duo.schema.ts';

const VERVERS_MS = 1000;

/** What DUO knows; read again while everything is being asked. */
export function useDuo() {
  const id = usePathParam('dossierId');
  const client = useQueryClient();
  const vraag = useQuery<DuoBeeld, Problem>({
    queryKey: ['dossier', id, 'duo'],
    queryFn: ({ signal }) => api.get<DuoBeeld>(`/v1/dossiers/${id}/duo`, { signal }),
    refetchInterval: (q) => (q.state.data?.opvraging?.staat === 'bezig' ? VERVERS_MS : false),
  });
  const bezig = vraag.data?.opvraging?.staat === 'bezig';
  const was = useRef(bezig);
  useEffect(() => {
    if (was.current && !bezig) void client.invalidateQueries({ queryKey: ['dossier', id] });
    was.current = bezig;
  }, [bezig, client, id]);
  return vraag;
}

/** An act at DUO; afterwards everything about this dossier is read again. */
export function useDuoHandeling<In>(pad: '_opvragen' | '_trek-toets-in', klaar?: () => void) {
  const id = usePathParam('dossierId');
  const client = useQueryClient();
  return useMutation<unknown, Problem, In>({
    mutationFn: (inhoud) => api.post(`/v1/dossiers/${id}/duo/${pad}`, inhoud ?? {}),
    onSuccess: async () => {
      klaar?.();
      await client.invalidateQueries({ queryKey: ['dossier', id] });
    },
  });
}

/** Messages in and out; the same question as elsewhere in the dossier, so that it is asked once. */
export function useBerichten() {
  const id = usePathParam('dossierId');
  return useQuery<Berichten, Problem>({
    queryKey: ['dossier', id, 'berichten', ''],
    queryFn: ({ signal }) => api.get<Berichten>(`/v1/dossiers/${id}/berichten`, { signal }),
  });
}
