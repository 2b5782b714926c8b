import type { Tolk } from './tolken.schema.ts';

type Rij = Omit<Tolk, 'gemeenten' | 'magWijzigen'> & { gemeenteIds: readonly string[] };

/**
 * Een tolk zoals het scherm hem ziet.
 * @param namen namen van gemeenten op id.
 * @param mag gemeenten waarvoor de gebruiker het rooster bijhoudt.
 */
export function toonTolk(
  { gemeenteIds, ...tolk }: Rij,
  namen: ReadonlyMap<string, string>,
  mag: readonly string[],
): Tolk {
  const gemeenten = gemeenteIds.flatMap((id) => namen.get(id) ?? []).sort();
  return { ...tolk, gemeenten, magWijzigen: mag.includes(tolk.gemeenteId) };
}
