import type { Datum } from './datum.ts';

/** Een waarde uit de wet met de eerste dag waarop zij geldt. Een nieuwe waarde komt erbij, met haar datum. */
export type Versie<T> = { vanaf: Datum; waarde: T };

/** De versie die op `dag` geldt; leeg vóór de eerste. `versies` staat op volgorde, oudste eerst. */
export function versieOp<T>(versies: readonly Versie<T>[], dag: Datum): Versie<T> | undefined {
  return versies.findLast((v) => v.vanaf <= dag);
}
