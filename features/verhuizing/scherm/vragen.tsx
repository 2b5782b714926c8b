import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Problem } from '../../../web/api.ts';
import { toast } from '../../../web/ui/feedback/Toast.tsx';

/** Stuurt iets en leest daarna de lijsten en het dossier opnieuw. */
export function useStuur<T, V>(
  doe: (vraag: V) => { pad: string; inhoud: unknown },
  klaar: (antwoord: T) => void = () => {},
) {
  const queries = useQueryClient();
  return useMutation<T, Problem, V>({
    mutationFn: (vraag) => {
      const { pad, inhoud } = doe(vraag);
      return api.post<T>(pad, inhoud);
    },
    onSuccess: async (antwoord) => {
      klaar(antwoord);
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['verhuizing'] }),
        queries.invalidateQueries({ queryKey: ['dossier'] }),
      ]);
    },
  });
}

/** Toont in een hoek waarom iets niet lukte; voor knoppen zonder eigen plek daarvoor. */
export const meld = (fout: Problem) => toast({ tekst: fout.redenen[0]?.tekst ?? fout.detail });
