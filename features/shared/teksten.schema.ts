import type { Taal } from './talen.schema.ts';

/** Vaste teksten van een slice, per taal. Zij worden per tekst en per gemeente nagekeken. */
export type Tekstcollectie = {
  /** De map van de slice. */
  id: string;
  /** Waar de lezer de teksten ziet: 'Brieven bij het PIP'. */
  naam: string;
  /** Het Nederlands is volledig; een sleutel die in een andere taal ontbreekt, is nog niet vertaald. */
  teksten: { nl: Readonly<Record<string, string>> } & {
    readonly [T in Exclude<Taal, 'nl'>]?: Readonly<Record<string, string>>;
  };
};

const PLEK = /\{(\w+)\}/g;

/** De plekken in een tekst waar iets wordt ingevuld, op alfabet: `{datum}` geeft `datum`. */
export const plekken = (tekst: string): string[] =>
  [...new Set([...tekst.matchAll(PLEK)].map((m) => m[1] ?? ''))].sort();

/** Vult de plekken in; een plek zonder waarde blijft staan, zodat zij opvalt. */
export const vulIn = (tekst: string, waarden: Readonly<Record<string, string | number>>): string =>
  tekst.replace(PLEK, (plek, naam: string) => String(waarden[naam] ?? plek));
