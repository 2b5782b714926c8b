import { type Gegeven, gegeven } from '../shared/gegeven.ts';
import type { Klok } from '../shared/klok.ts';
import type { Feit, FeitInhoud, FeitSoort } from './feiten.ts';

/** De feiten die op de peildatum gelden, per soort, oudste eerst. */
export type Geldend = {
  alle<S extends FeitSoort>(soort: S): Feit<S>[];
  laatste<S extends FeitSoort>(soort: S): Feit<S> | undefined;
  /** Laatste feit per sleutel; `sleutel` kiest bijvoorbeeld het id van de afspraak. */
  perSleutel<S extends FeitSoort>(soort: S, sleutel: (i: FeitInhoud[S]) => string): Feit<S>[];
};

/** Volgorde waarin feiten elkaar opvolgen; negatief als `a` eerder is dan `b`. */
export function eerder(a: Feit, b: Feit): number {
  if (a.geldigOp !== b.geldigOp) return a.geldigOp < b.geldigOp ? -1 : 1;
  if (a.vastgelegdOp !== b.vastgelegdOp) return a.vastgelegdOp < b.vastgelegdOp ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/**
 * Kiest welke feiten gelden.
 *
 * - Een feit waarnaar een ander met `vervangt` wijst geldt nooit meer, ook niet op een peildatum vóór
 *   de verbetering: wij weten nu beter. Wie wil zien wat men toen dacht, geeft alleen de feiten mee
 *   die toen waren vastgelegd.
 * - Een feit met `geldigOp` na de peildatum telt nog niet.
 * - Bij meer feiten van dezelfde soort gaat het laatste voor: eerst op `geldigOp`, dan op
 *   `vastgelegdOp`, dan op id (tijdgeordend).
 */
export function kiesGeldend(feiten: readonly Feit[], klok: Klok): Geldend {
  const vervangen = new Set<string>();
  for (const f of feiten) if (f.vervangt && f.vervangt !== f.id) vervangen.add(f.vervangt);
  const perSoort = new Map<FeitSoort, Feit[]>();
  for (const f of feiten) {
    if (vervangen.has(f.id) || !klok.bereikt(f.geldigOp)) continue;
    const rij = perSoort.get(f.soort);
    if (rij) rij.push(f);
    else perSoort.set(f.soort, [f]);
  }
  for (const rij of perSoort.values()) if (rij.length > 1) rij.sort(eerder);
  const alle = <S extends FeitSoort>(soort: S) => (perSoort.get(soort) ?? []) as Feit<S>[];
  return {
    alle,
    laatste: (soort) => alle(soort).at(-1),
    perSleutel(soort, sleutel) {
      const laatste = new Map<string, (typeof rijen)[number]>();
      const rijen = alle(soort);
      for (const f of rijen) laatste.set(sleutel(f.inhoud), f);
      return [...laatste.values()];
    },
  };
}

/** Een waarde uit een feit als gegeven met bron; leeg als er geen feit of geen waarde is. */
export function uitFeit<S extends FeitSoort, T>(
  feit: Feit<S> | undefined,
  kies: (inhoud: FeitInhoud[S]) => T | undefined,
): Gegeven<T> | undefined {
  const waarde = feit && kies(feit.inhoud as FeitInhoud[S]);
  return feit && waarde !== undefined ? gegeven(feit as Feit, waarde) : undefined;
}
