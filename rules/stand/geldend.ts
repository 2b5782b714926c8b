import type { Datum } from '../shared/datum.ts';
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

type PerSoort = ReadonlyMap<FeitSoort, readonly Feit[]>;

/** De feiten van een dossier die niet zijn vervangen, op volgorde gezet; bruikbaar voor elke peildatum. */
export type Geordend = {
  perSoort: PerSoort;
  /** De laatste `geldigOp`: is die bereikt, dan tellen alle feiten. */
  laatsteDag: Datum | undefined;
  /** Wat geldt als alle feiten tellen. */
  alles: Geldend;
};

/**
 * Zet feiten op volgorde, per soort. Een feit waarnaar een ander met `vervangt` wijst geldt nooit meer,
 * ook niet op een peildatum vóór de verbetering: wij weten nu beter. Wie wil zien wat men toen dacht,
 * geeft alleen de feiten mee die toen waren vastgelegd. Bij meer feiten van dezelfde soort gaat het
 * laatste voor: eerst op `geldigOp`, dan op `vastgelegdOp`, dan op id (tijdgeordend).
 */
export function ordenFeiten(feiten: readonly Feit[]): Geordend {
  const vervangen = vervangenIds(feiten);
  const perSoort = new Map<FeitSoort, Feit[]>();
  let laatsteDag: Datum | undefined;
  for (const f of feiten) {
    if (vervangen?.has(f.id)) continue;
    if (!laatsteDag || f.geldigOp > laatsteDag) laatsteDag = f.geldigOp;
    const rij = perSoort.get(f.soort);
    if (rij) rij.push(f);
    else perSoort.set(f.soort, [f]);
  }
  for (const rij of perSoort.values()) if (!staatOpVolgorde(rij)) rij.sort(eerder);
  return { perSoort, laatsteDag, alles: maakGeldend(perSoort) };
}

/** De meeste dossiers hebben geen verbeteringen; dan is er niets om in te zoeken. */
function vervangenIds(feiten: readonly Feit[]): Set<string> | undefined {
  let ids: Set<string> | undefined;
  for (const { id, vervangt } of feiten) {
    if (!vervangt || vervangt === id) continue;
    ids ??= new Set();
    ids.add(vervangt);
  }
  return ids;
}

function staatOpVolgorde(rij: readonly Feit[]): boolean {
  for (let i = 1; i < rij.length; i += 1) {
    if (eerder(rij[i - 1] as Feit, rij[i] as Feit) > 0) return false;
  }
  return true;
}

/** Welke feiten op de dag van `klok` gelden: een feit met `geldigOp` erna telt nog niet. */
export function geldendOp({ perSoort, laatsteDag, alles }: Geordend, klok: Klok): Geldend {
  if (!laatsteDag || klok.bereikt(laatsteDag)) return alles;
  const nu = new Map<FeitSoort, Feit[]>();
  for (const [soort, rij] of perSoort) {
    nu.set(
      soort,
      rij.filter((f) => klok.bereikt(f.geldigOp)),
    );
  }
  return maakGeldend(nu);
}

/** Kiest welke feiten op de dag van `klok` gelden; zie `ordenFeiten` en `geldendOp`. */
export function kiesGeldend(feiten: readonly Feit[], klok: Klok): Geldend {
  return geldendOp(ordenFeiten(feiten), klok);
}

const NIETS: readonly Feit[] = Object.freeze([]);

function maakGeldend(perSoort: PerSoort): Geldend {
  const alle = <S extends FeitSoort>(soort: S) => (perSoort.get(soort) ?? NIETS) as Feit<S>[];
  return {
    alle,
    laatste: (soort) => alle(soort).at(-1),
    perSleutel(soort, sleutel) {
      const rijen = alle(soort);
      if (rijen.length < 2) return rijen;
      const laatste = new Map<string, (typeof rijen)[number]>();
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
