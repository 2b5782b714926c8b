import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, newKey, type Problem } from '../../../web/api.ts';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import type { DeelnemersAntwoord, Kandidaat } from '../deelnemer.schema.ts';

export const TOCH = 'Toch uitnodigen: ik zeg de andere afspraak af';

/** Wie er is aangevinkt, met naam, ook van een bladzijde die niet meer open staat. */
export type Gekozen = ReadonlyMap<string, string>;
export const metNamen = (
  ids: ReadonlySet<string>,
  oud: Gekozen,
  items: readonly Kandidaat[],
): Gekozen =>
  new Map(
    [...ids].map((id) => [id, items.find((k) => k.dossierId === id)?.naam ?? oud.get(id) ?? '']),
  );

const mensen = (n: number) => (n === 1 ? '1 persoon' : `${n} mensen`);

/** 'is uitgenodigd', with those for whom there was no place. */
function zin({ toegevoegd, geweigerd }: DeelnemersAntwoord): string {
  const gelukt = `${mensen(toegevoegd)} uitgenodigd.`;
  if (geweigerd.length === 0) return gelukt;
  const waarom = [...new Set(geweigerd.map((g) => g.tekst))].join(' ');
  return `${gelukt} ${mensen(geweigerd.length)} niet: ${waarom}`;
}

/** Invites people for a session; tells who did not fit and why. */
export function useUitnodigen(onKlaar: () => void) {
  const client = useQueryClient();
  const [sleutel] = useState(newKey);
  return useMutation<
    DeelnemersAntwoord,
    Problem,
    { zittingId: string; dossierIds: string[]; bijOproep: boolean; tochPlannen: boolean }
  >({
    mutationFn: ({ zittingId, ...vraag }) =>
      api.post(`/v1/toetszittingen/${zittingId}/deelnemers`, vraag, { idempotencyKey: sleutel }),
    onSuccess: async (antwoord, { zittingId }) => {
      await client.invalidateQueries({ queryKey: ['toetszittingen'] });
      await client.invalidateQueries({ queryKey: ['toetszitting', zittingId] });
      toast({ tekst: zin(antwoord) });
      onKlaar();
    },
  });
}
