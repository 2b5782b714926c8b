import { QueryClient, useQuery } from '@tanstack/react-query';
import { api, Problem } from './api.ts';

/** Who is logged in and what that person may see: GET /v1/ik. */
export type Ik = {
  medewerker: {
    id: string;
    naam: string;
    initialen: string;
    functie: string;
    organisatie: { id: string; naam: string };
  };
  rollen: { taak: string; rol: string }[];
  gemeenten: { id: string; code: string; naam: string }[];
  demo: boolean;
  peildatum: string;
  mag: string[];
  tellers: { vandaag: number; postvak: number; verbindingen: number };
};

/** A lost connection is tried again; an answer of the server is an answer. */
function shouldRetry(count: number, error: Error): boolean {
  if (!(error instanceof Problem)) return false;
  return (error.soort === 'netwerk' || error.status >= 502) && count < 2;
}

/** The cache of everything that was read; a screen asks again when it is older than 15 s. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 15_000, gcTime: 300_000, retry: shouldRetry, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/** The person behind the screen, with the reading date of the environment. */
export function useIk() {
  return useQuery<Ik, Problem>({
    queryKey: ['ik'],
    queryFn: ({ signal }) => api.get<Ik>('/v1/ik', { signal }),
    staleTime: 60_000,
  });
}
