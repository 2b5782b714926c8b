import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type Problem } from '../../../web/api.ts';
import { usePathParam } from '../../../web/ui/layout/Link.tsx';
import type {
  Berichten,
  Documenten,
  Gegevens,
  Gezin,
  Logboek,
  Tijdlijn,
} from '../dossier.schema.ts';
import type { Kop, StandGelezen } from '../stand.schema.ts';

/** The dossier of this page. */
export const useDossierId = () => usePathParam('dossierId');

function useDeel<T>(deel: string, zoek = ''): UseQueryResult<T, Problem> {
  const id = useDossierId();
  return useQuery<T, Problem>({
    queryKey: ['dossier', id, deel, zoek],
    queryFn: ({ signal }) =>
      api.get<T>(`/v1/dossiers/${id}${deel && `/${deel}`}${zoek}`, { signal }),
    placeholderData: (vorige) => vorige,
  });
}

export const useKop = () => useDeel<Kop>('');
export const useStand = (peildatum = '') =>
  useDeel<StandGelezen>('stand', peildatum && `?peildatum=${peildatum}`);
export const useGegevens = () => useDeel<Gegevens>('gegevens');
export const useGezin = () => useDeel<Gezin>('gezinsbanden');
export const useDocumenten = () => useDeel<Documenten>('documenten');
export const useBerichten = () => useDeel<Berichten>('berichten');
export const useLogboek = (page: number) =>
  useDeel<Logboek>('logboek', `?page=${page}&pageSize=50`);
export const useTijdlijn = (page: number, onderwerp: string) =>
  useDeel<Tijdlijn>(
    'tijdlijn',
    `?page=${page}&pageSize=20${onderwerp && `&onderwerp=${onderwerp}`}`,
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
