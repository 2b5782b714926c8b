import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { usePathParam } from '../../../web/ui/layout/Link.tsx';
import type { Documenten, Gegevens, Gezin, Logboek, Tijdlijn } from '../dossier.schema.ts';
import type { Kop, StandGelezen } from '../stand.schema.ts';

/** The dossier of this page. */
export const useDossierId = () => usePathParam('dossierId');

const DUO_OPNIEUW_MS = 30_000;

const vraagDeel = <T,>(id: string, deel: string, zoek = '') => ({
  queryKey: ['dossier', id, deel, zoek],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    api.get<T>(`/v1/dossiers/${id}${deel && `/${deel}`}${zoek}`, { signal }),
});

function useDeel<T>(deel: string, zoek?: string): UseQueryResult<T, Problem> {
  return useQuery<T, Problem>({
    ...vraagDeel<T>(useDossierId(), deel, zoek),
    placeholderData: (vorige) => vorige,
  });
}

/**
 * The head of an open dossier. While DUO still has to answer it is read again now and then; once something
 * came in, so are the parts that are older. What is being typed stays where it is.
 */
export function useLevendeKop(): UseQueryResult<Kop, Problem> {
  const id = useDossierId();
  const client = useQueryClient();
  const kop = useQuery<Kop, Problem>({
    ...vraagDeel<Kop>(id, ''),
    placeholderData: (vorige) => vorige,
    refetchInterval: ({ state }) => (state.data?.wachtOpDuo ? DUO_OPNIEUW_MS : false),
  });
  const vorige = useRef(kop.data);
  const { data, dataUpdatedAt } = kop;
  useEffect(() => {
    const was = vorige.current;
    vorige.current = data;
    if (!was?.wachtOpDuo || !data || was.dossierId !== data.dossierId) return;
    if (was.revisie === data.revisie) return;
    void client.invalidateQueries(
      {
        queryKey: ['dossier', id],
        predicate: ({ state }) => state.dataUpdatedAt < dataUpdatedAt,
      },
      { cancelRefetch: false },
    );
  }, [client, id, data, dataUpdatedAt]);
  return kop;
}

export const useKop = () => useDeel<Kop>('');
export const useStand = (peildatum = '') =>
  useDeel<StandGelezen>('stand', peildatum && `?peildatum=${peildatum}`);
export const useGegevens = () => useDeel<Gegevens>('gegevens');
export const useGezin = () => useDeel<Gezin>('gezinsbanden');
export const useDocumenten = () => useDeel<Documenten>('documenten');
export const useLogboek = (page: number) =>
  useDeel<Logboek>('logboek', `?page=${page}&pageSize=50`);
export const useTijdlijn = (page: number, onderwerp: string, leefgebied: string) =>
  useDeel<Tijdlijn>(
    'tijdlijn',
    `?page=${page}&pageSize=20${onderwerp && `&onderwerp=${onderwerp}`}${leefgebied && `&leefgebied=${leefgebied}`}`,
  );

/** An act on this dossier; afterwards everything about it is read again. */
export function useHandeling<In, Uit = unknown>(
  doe: (invoer: In) => Promise<Uit>,
  klaar?: (uit: Uit) => void,
) {
  const id = useDossierId();
  const client = useQueryClient();
  return useMutation<Uit, Problem, In>({
    mutationFn: doe,
    onSuccess: async (uit) => {
      klaar?.(uit);
      await client.invalidateQueries({ queryKey: ['dossier', id] });
    },
  });
}
