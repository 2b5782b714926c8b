import { useQuery } from '@tanstack/react-query';
import { api, type Problem } from '../../../web/api.ts';
import type { Voorzet } from '../agenda.schema.ts';

/** Wat voor een nieuwe afspraak met deze persoon al bekend is. */
export function useVoorzet(dossierId: string | undefined) {
  return useQuery<Voorzet, Problem>({
    queryKey: ['agenda', 'voorzet', dossierId],
    queryFn: ({ signal }) => api.get<Voorzet>(`/v1/agenda/voorzet/${dossierId}`, { signal }),
    enabled: dossierId !== undefined,
  });
}
