import { useQuery } from '@tanstack/react-query';
import { isDatum, plusDagen } from '../../../rules/shared/datum.ts';
import { api, type Problem } from '../../../web/api.ts';
import type { Agenda, AgendaAfspraak, Voorzet } from '../agenda.schema.ts';

/** Wat voor een nieuwe afspraak met deze persoon, op die dag, al bekend is. */
export function useVoorzet(dossierId: string | undefined, datum = '') {
  const vraag = isDatum(datum) ? `?datum=${datum}` : '';
  return useQuery<Voorzet, Problem>({
    queryKey: ['agenda', 'voorzet', dossierId, vraag],
    queryFn: ({ signal }) =>
      api.get<Voorzet>(`/v1/agenda/voorzet/${dossierId}${vraag}`, { signal }),
    enabled: dossierId !== undefined,
    placeholderData: (vorige, vorigeVraag) =>
      vorigeVraag?.queryKey[2] === dossierId ? vorige : undefined,
  });
}

/** De afspraken van één medewerker op één dag; leeg zolang zij niet bekend zijn. */
export function useDag(medewerkerId: string | undefined, datum: string): AgendaAfspraak[] | null {
  const dag = isDatum(datum) ? datum : undefined;
  const { data } = useQuery<Agenda, Problem>({
    queryKey: ['agenda', 'dag', medewerkerId, dag],
    queryFn: ({ signal }) =>
      api.get<Agenda>(
        `/v1/agenda?van=${dag}&tot=${dag && plusDagen(dag, 1)}&medewerkerId=${medewerkerId}`,
        { signal },
      ),
    enabled: medewerkerId !== undefined && dag !== undefined,
  });
  return data?.items ?? null;
}
