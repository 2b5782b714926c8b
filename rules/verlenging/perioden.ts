import { type Datum, dagenTussen, eerste, laatste, plusDagen } from '../shared/datum.ts';

/** Een halfopen periode: `begin` telt mee, `eind` niet. */
export type Periode = { begin: Datum; eind: Datum };

/** Voegt perioden samen die overlappen of op elkaar aansluiten; op volgorde van begin, lege vallen weg. */
export function voegSamen(perioden: readonly Periode[]): Periode[] {
  const opVolgorde = perioden
    .filter((p) => p.begin < p.eind)
    .sort((x, y) => x.begin.localeCompare(y.begin));
  const uit: Periode[] = [];
  for (const p of opVolgorde) {
    const vorige = uit.at(-1);
    if (vorige && p.begin <= vorige.eind) vorige.eind = laatste(vorige.eind, p.eind);
    else uit.push({ ...p });
  }
  return uit;
}

/** Het deel van elke periode vanaf `dag`. */
export function vanaf(dag: Datum, perioden: readonly Periode[]): Periode[] {
  return perioden.map((p) => ({ begin: laatste(p.begin, dag), eind: p.eind }));
}

/** Aantal dagen dat in ten minste één periode ligt. */
export function telDagen(perioden: readonly Periode[]): number {
  return voegSamen(perioden).reduce((n, p) => n + dagenTussen(p.begin, p.eind), 0);
}

/** De eerste `aantal` dagen van de samengevoegde perioden. */
export function eersteDagen(aantal: number, perioden: readonly Periode[]): Periode[] {
  let over = aantal;
  return voegSamen(perioden).flatMap((p) => {
    if (over <= 0) return [];
    const eind = eerste(p.eind, plusDagen(p.begin, over));
    over -= dagenTussen(p.begin, eind);
    return [{ begin: p.begin, eind }];
  });
}
