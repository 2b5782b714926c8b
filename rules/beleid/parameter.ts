import type { Grondslag } from '../shared/antwoord.ts';
import type { Datum } from '../shared/datum.ts';
import { type GrondslagKeuze, grondslag, type WetId } from '../shared/grondslag.ts';
import type { Veld } from '../shared/velden.ts';

/** Eén waarde: een veld zoals de regels het ook kennen. */
export type EnkelVeld = Exclude<Veld, { soort: 'lijst' | 'groep' }>;
/** Vrije tekst van hoogstens `max` tekens. */
export type TekstVeld = { soort: 'tekst'; naam: string; hulp?: string; max: number };
/** Nul of meer waarden van dezelfde soort, elk hoogstens één keer. */
export type ReeksVeld<E extends EnkelVeld = EnkelVeld> = {
  soort: 'reeks';
  naam: string;
  hulp?: string;
  van: E;
  hoogstens: number;
};
type DeelVeld = EnkelVeld | TekstVeld | ReeksVeld;
type Delen = { readonly [naam: string]: DeelVeld };
/** Waarden die alleen samen betekenis hebben; zij zijn er altijd allemaal. */
export type SamenVeld<D extends Delen = Delen> = { soort: 'groep'; naam: string; van: D };
export type BeleidVeld = DeelVeld | SamenVeld;

type WaardeVanEnkel<V> = V extends { soort: 'datum' }
  ? Datum
  : V extends { soort: 'getal' | 'bedrag' }
    ? number
    : V extends { soort: 'ja-nee' }
      ? boolean
      : V extends { keuzes: readonly (infer K)[] }
        ? K
        : string;

type WaardeVanDeel<V> = V extends { soort: 'reeks'; van: infer E }
  ? WaardeVanEnkel<E>[]
  : WaardeVanEnkel<V>;

/** De waarde die bij een veld hoort. */
export type WaardeVan<V> = V extends { soort: 'groep'; van: infer D }
  ? { [K in keyof D]: WaardeVanDeel<D[K]> }
  : WaardeVanDeel<V>;

export const ONDERWERPEN = {
  'intake-en-pip': 'Intake en PIP',
  leerroutes: 'Leerroutes, PVT en MAP',
  begeleiding: 'Begeleiding en ontzorgen',
  handhaving: 'Handhaving',
  organisatie: 'Organisatie en gegevens',
} as const;
export type Onderwerp = keyof typeof ONDERWERPEN;

/**
 * Wat het programma met de waarde doet: `stand` verandert termijnen, signalen of voorstellen van lopende
 * dossiers; `scherm` geldt voor een handeling op een scherm; `afspraak` legt alleen vast wat is besloten.
 */
export type Werking = 'stand' | 'scherm' | 'afspraak';

/** De ruimte die de wet laat: in gewone woorden, met het artikel. */
export type Grens = { tekst: string; grondslag: Grondslag };

/** Iets wat een gemeente zelf mag kiezen. */
export type Parameter<V extends BeleidVeld = BeleidVeld> = {
  /** Rij van het wetsoverzicht: N1 tot en met N30. */
  id: `N${number}`;
  onderwerp: Onderwerp;
  naam: string;
  uitleg: string;
  veld: V;
  /** Geldt zolang een gemeente niets vaststelt; `null` als er dan niets is afgesproken. */
  standaard: WaardeVan<V> | null;
  grens: Grens;
  werking: Werking;
  /** Wat er buiten de grens valt, per reden een hele zin; leeg als de waarde mag. */
  keur(waarde: WaardeVan<V>): string[];
};

type Opgave<V extends BeleidVeld, S> = Omit<
  Parameter<V>,
  'keur' | 'onderwerp' | 'werking' | 'standaard'
> & {
  standaard: S;
  keur?: Parameter<V>['keur'];
  werking?: Werking;
};

/** Maakt parameters van één onderwerp. */
export const parametersVan =
  (onderwerp: Onderwerp) =>
  <const V extends BeleidVeld, S extends WaardeVan<V> | null>(
    opgave: Opgave<V, S>,
  ): Parameter<V> & { standaard: S } => ({
    werking: 'afspraak',
    keur: () => [],
    onderwerp,
    ...opgave,
  });

/** De grens van een parameter, met het artikel erbij. */
export const grens = (
  tekst: string,
  wet: WetId,
  artikel: string,
  keuze: GrondslagKeuze = {},
): Grens => ({ tekst, grondslag: grondslag('lokaal-beleid', wet, artikel, keuze) });

const MAX_TEKST = 2000;

export const tekstVeld = (naam: string, hulp?: string): TekstVeld => ({
  soort: 'tekst',
  naam,
  max: MAX_TEKST,
  ...(hulp ? { hulp } : {}),
});

export const reeksVeld = <const E extends EnkelVeld>(
  naam: string,
  van: E,
  keuze: { hulp?: string; hoogstens?: number } = {},
): ReeksVeld<E> => ({ soort: 'reeks', naam, van, hoogstens: 20, ...keuze });

export const samenVeld = <const D extends Delen>(naam: string, van: D): SamenVeld<D> => ({
  soort: 'groep',
  naam,
  van,
});

/** De zin als de waarde te klein is, anders niets. */
export const minstens = (waarde: number, laagste: number, zin: string): string[] =>
  waarde < laagste ? [zin] : [];

/** De zin als de waarde te groot is, anders niets. */
export const hoogstens = (waarde: number, hoogste: number, zin: string): string[] =>
  waarde > hoogste ? [zin] : [];
