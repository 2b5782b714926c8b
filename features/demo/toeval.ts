/** Toeval dat bij hetzelfde zaad altijd hetzelfde is (mulberry32). */
export type Toeval = {
  /** Geheel getal van `van` tot en met `totEnMet`. */
  geheel(van: number, totEnMet: number): number;
  kies<T>(lijst: readonly T[]): T;
  /** Waar met kans `p` (0–1). */
  kans(p: number): boolean;
  /** `lengte` hexadecimale cijfers. */
  hex(lengte: number): string;
  /** Uuid versie 7 met dit moment, in milliseconden sinds 1970. */
  id(ms: number): string;
};

export function maakToeval(zaad: number): Toeval {
  let stand = zaad >>> 0;
  const deel = () => {
    stand = (stand + 0x6d2b79f5) >>> 0;
    let t = Math.imul(stand ^ (stand >>> 15), stand | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const geheel = (van: number, totEnMet: number) => van + Math.floor(deel() * (totEnMet - van + 1));
  const hex = (lengte: number) =>
    Array.from({ length: lengte }, () => geheel(0, 15).toString(16)).join('');
  return {
    geheel,
    kies: (lijst) => lijst[geheel(0, lijst.length - 1)] as (typeof lijst)[number],
    kans: (p) => deel() < p,
    hex,
    id(ms) {
      const tijd = ms.toString(16).padStart(12, '0');
      return `${tijd.slice(0, 8)}-${tijd.slice(8)}-7${hex(3)}-${geheel(8, 11).toString(16)}${hex(3)}-${hex(12)}`;
    },
  };
}

const GEWICHTEN = [9, 8, 7, 6, 5, 4, 3, 2];

/**
 * Het `n`-de verzonnen burgerservicenummer in de reeks 9990xxxxx–9999xxxxx dat aan de elfproef voldoet.
 * @param n vanaf 0; per honderdtal zijn er ten minste negen.
 */
export function oefenBsn(n: number): string {
  // Acht cijfers vooraf bepalen het negende; bij rest 10 bestaat er geen.
  for (let kop = 99_900_010 + n * 2; ; kop += 1) {
    const rest = GEWICHTEN.reduce((som, g, i) => som + g * Number(String(kop)[i]), 0) % 11;
    if (rest < 10) return `${kop}${rest}`;
  }
}

/** Een verzonnen V-nummer van tien cijfers, uniek per `n`. */
export function oefenVNummer(n: number): string {
  return `09${String(90_000_000 + n * 37)}`;
}
