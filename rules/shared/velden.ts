import type { Datum } from './datum.ts';

type Basis = {
  /** Naam in woorden van de wet: 'Dagtekening van het PIP'. */
  naam: string;
  /** Wat er precies wordt bedoeld, in een zin. */
  hulp?: string;
};
type DatumVeld = Basis & { soort: 'datum' };
type GetalVeld = Basis & {
  soort: 'getal';
  min: number;
  max: number;
  eenheid?: string;
  /** Ook gebroken getallen. */
  gebroken?: boolean;
};
type BedragVeld = Basis & { soort: 'bedrag' };
type JaNeeVeld = Basis & {
  soort: 'ja-nee';
  /** Het antwoord is een oordeel van een mens; dit weegt die mens af. */
  wegen?: string[];
};
type KeuzeVeld<K extends readonly string[] = readonly string[]> = Basis & {
  soort: 'keuze';
  keuzes: K;
  wegen?: string[];
};
type LijstVeld<V extends Velden = Velden> = Basis & { soort: 'lijst'; van: V };
type GroepVeld<V extends Velden = Velden> = Basis & { soort: 'groep'; van: V };

/** Eén feit dat een regel kan vragen, of één waarde die zij geeft. */
export type Veld =
  | DatumVeld
  | GetalVeld
  | BedragVeld
  | JaNeeVeld
  | KeuzeVeld
  | LijstVeld
  | GroepVeld;

/** De feiten die een regel kent, op naam (camelCase, woorden van de wet of van DUO). */
export type Velden = { readonly [naam: string]: Veld };

type WaardeVan<F> = F extends DatumVeld
  ? Datum
  : F extends GetalVeld | BedragVeld
    ? number
    : F extends JaNeeVeld
      ? boolean
      : F extends KeuzeVeld<infer K>
        ? K[number]
        : F extends LijstVeld<infer V>
          ? Invoer<V>[]
          : F extends GroepVeld<infer V>
            ? Invoer<V>
            : never;

/** De feiten van een zaak zoals een regel ze krijgt. Elk feit kan ontbreken. */
export type Invoer<V extends Velden> = { readonly [K in keyof V]?: WaardeVan<V[K]> };

const basis = (naam: string, hulp?: string): Basis => (hulp ? { naam, hulp } : { naam });

/** Een kalenderdag, `jjjj-mm-dd`. */
export const datumVeld = (naam: string, hulp?: string): DatumVeld => ({
  soort: 'datum',
  ...basis(naam, hulp),
});

/** Een aantal van `min` (0) tot en met `max` (9999) met zijn eenheid. */
export const getalVeld = (
  naam: string,
  keuze: { eenheid?: string; min?: number; max?: number; gebroken?: boolean; hulp?: string } = {},
): GetalVeld => {
  const { hulp, ...rest } = keuze;
  return { soort: 'getal', ...basis(naam, hulp), min: 0, max: 9999, ...rest };
};

/** Een bedrag in eurocenten. */
export const bedragVeld = (naam: string, hulp?: string): BedragVeld => ({
  soort: 'bedrag',
  ...basis(naam, hulp),
});

/** Ja of nee. */
export const jaNeeVeld = (naam: string, hulp?: string): JaNeeVeld => ({
  soort: 'ja-nee',
  ...basis(naam, hulp),
});

/** Een oordeel dat de wet aan een mens laat; `wegen` zegt wat die afweegt. */
export const oordeelVeld = (naam: string, wegen: string[], hulp?: string): JaNeeVeld => ({
  soort: 'ja-nee',
  ...basis(naam, hulp),
  wegen,
});

/** Een van vaste waarden, in de spelling van de wet of van DUO. */
export const keuzeVeld = <const K extends readonly string[]>(
  naam: string,
  keuzes: K,
  keuze: { hulp?: string; wegen?: string[] } = {},
): KeuzeVeld<K> => ({ soort: 'keuze', naam, keuzes, ...keuze });

/** Nul of meer rijen met dezelfde velden. */
export const lijstVeld = <V extends Velden>(naam: string, van: V, hulp?: string): LijstVeld<V> => ({
  soort: 'lijst',
  ...basis(naam, hulp),
  van,
});

/** Velden die bij elkaar horen. */
export const groepVeld = <V extends Velden>(naam: string, van: V, hulp?: string): GroepVeld<V> => ({
  soort: 'groep',
  ...basis(naam, hulp),
  van,
});
