import type { Spoor } from '../auth/bewaking.ts';

/**
 * Logboekregels voor een lijst: één per gemeente, met elk dossier dat is getoond. Een zoekvraag zonder
 * treffer geeft één regel zonder gemeente.
 */
export function lijstSporen(
  wat: Pick<Spoor, 'handeling' | 'objectSoort'>,
  rijen: readonly { gemeenteId: string; dossierId: string }[],
): Spoor[] {
  if (rijen.length === 0) return [{ ...wat, dossierIds: [] }];
  return [...Map.groupBy(rijen, (r) => r.gemeenteId)].map(([gemeenteId, deel]) => ({
    ...wat,
    gemeenteId,
    dossierIds: deel.map((r) => r.dossierId),
  }));
}
