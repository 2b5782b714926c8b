import type { Feit, FeitSoort } from '../stand/feiten.ts';
import type { GebruiktFeit } from './antwoord.ts';
import type { Datum } from './datum.ts';
import { inWoorden } from './tekst.ts';

/** Een waarde met waar zij vandaan komt, zodat een uitleg het feit kan aanhalen. */
export type Gegeven<T> = { waarde: T; bron: string; datum?: Datum; feitId?: string };

const BRONNEN: Record<Feit['bron'], string> = {
  duo: 'DUO',
  coa: 'COA',
  brp: 'BRP',
  medewerker: 'medewerker',
  aanbieder: 'aanbieder',
  inburgeraar: 'inburgeraar',
};

/** Bron van een feit in woorden: 'DUO SS139', 'BRP', of de naam van de medewerker. */
export function bronVan(feit: Feit): string {
  if (feit.verwijzing?.startsWith('andere gemeente')) return feit.verwijzing;
  if (feit.bron === 'medewerker' && feit.door) return feit.door;
  const bron = BRONNEN[feit.bron] ?? feit.bron;
  if (!feit.verwijzing || feit.verwijzing === bron) return bron;
  return feit.verwijzing.startsWith(bron) ? feit.verwijzing : `${bron} ${feit.verwijzing}`;
}

/** Waar een waarde uit een feit vandaan komt. */
export function herkomstVan(feit: Feit<FeitSoort>): Omit<Gegeven<unknown>, 'waarde'> {
  return { bron: bronVan(feit), datum: feit.geldigOp, feitId: feit.id };
}

/** Maakt van een feit een gegeven met `waarde`. */
export function gegeven<T>(feit: Feit<FeitSoort>, waarde: T): Gegeven<T> {
  return { waarde, bron: bronVan(feit), datum: feit.geldigOp, feitId: feit.id };
}

/** Haalt een gegeven aan in een uitleg. */
export function aangehaald(naam: string, g: Gegeven<unknown>, waarde: string): GebruiktFeit {
  return {
    naam,
    waarde,
    bron: g.bron,
    ...(g.datum ? { datum: g.datum } : {}),
    ...(g.feitId ? { feitId: g.feitId } : {}),
  };
}

/** Haalt een datum aan in een uitleg. */
export function aangehaaldeDatum(naam: string, g: Gegeven<Datum>): GebruiktFeit {
  return aangehaald(naam, g, inWoorden(g.waarde));
}
