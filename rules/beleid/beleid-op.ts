import type { Datum } from '../shared/datum.ts';
import { type BeleidWaarden, isSleutel, PARAMETERS, SLEUTELS, type Sleutel } from './parameters.ts';

/** Een vastgestelde waarde; `null` is: vanaf die dag weer de standaard. */
export type BeleidRij = { sleutel: string; waarde: unknown; geldigVanaf: Datum };

/** De rij die op `dag` geldt, per sleutel; een sleutel zonder rij volgt de standaard. */
export function geldendOp<R extends BeleidRij>(rijen: readonly R[], dag: Datum): Map<Sleutel, R> {
  const geldend = new Map<Sleutel, R>();
  for (const rij of rijen) {
    if (!isSleutel(rij.sleutel) || rij.geldigVanaf > dag) continue;
    const nu = geldend.get(rij.sleutel);
    if (!nu || rij.geldigVanaf > nu.geldigVanaf) geldend.set(rij.sleutel, rij);
  }
  return geldend;
}

/**
 * Het beleid van een gemeente op een dag: wat zij vaststelde, en anders de standaard. Ingetrokken rijen
 * horen niet in `rijen`; per sleutel en dag is er hoogstens één.
 */
export function beleidOp(rijen: readonly BeleidRij[], dag: Datum): BeleidWaarden {
  const geldend = geldendOp(rijen, dag);
  return Object.fromEntries(
    SLEUTELS.map((s) => [s, geldend.get(s)?.waarde ?? PARAMETERS[s].standaard]),
  ) as BeleidWaarden;
}

/** De eerste dag na `dag` waarop een andere waarde ingaat. */
export function volgendeIngang(rijen: readonly BeleidRij[], dag: Datum): Datum | undefined {
  return rijen
    .map((r) => r.geldigVanaf)
    .filter((d) => d > dag)
    .sort()[0];
}
