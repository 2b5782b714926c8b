import type { Datum } from '../../rules/shared/datum.ts';
import type { Tx } from '../../server/db/db.ts';
import { nietGevonden } from '../../server/http/probleem.ts';
import { mogelijk } from './staten.ts';
import type { Zitting } from './zitting.schema.ts';
import { type ZittingRij, zoekZittingen } from './zitting.store.ts';

/**
 * De zitting als zij voor de gebruiker te zien is.
 * @throws Probleem 404.
 */
export async function vindZitting(tx: Tx, zittingId: string, vandaag: Datum): Promise<ZittingRij> {
  const [zitting] = await zoekZittingen(tx, { id: zittingId }, vandaag, 1);
  if (!zitting) throw nietGevonden('Deze zitting');
  return zitting;
}

/**
 * Een zitting zoals het scherm haar ziet.
 * @param mag of de gebruiker voor een gemeente toetsen mag plannen.
 */
export function toonZitting(
  z: ZittingRij,
  namen: ReadonlyMap<string, string>,
  mag: (gemeenteId: string) => boolean,
): Zitting {
  const { gemeenteIds, gewijzigdDoor: _, ...rest } = z;
  const houdt = mag(z.gemeenteId);
  const doetMee = gemeenteIds.some(mag);
  return {
    ...rest,
    gemeenten: gemeenteIds.flatMap((id) => namen.get(id) ?? []).sort(),
    kan: mogelijk(z.staat).filter((h) => (h === 'uitnodigen' ? doetMee : houdt)),
  };
}
