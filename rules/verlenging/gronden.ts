import { keuzeVeld } from '../shared/velden.ts';

/** De omstandigheden van Regeling inburgering 2021 art. 4.1 lid 1, onderdeel a tot en met i. */
export const OMSTANDIGHEDEN = [
  'ziekte',
  'overlijden',
  'bevalling',
  'blijf-van-mijn-lijfhuis',
  'alfabetisering',
  'dakloosheid',
  'geen tijdig aanbod',
  'aanbieder',
  'bijzonder',
] as const;

export type Omstandigheid = (typeof OMSTANDIGHEDEN)[number];

export const BETREFT = [
  'de inburgeraar',
  'partner',
  'bloedverwant in de eerste graad',
  'iemand anders',
] as const;

export type Betreft = (typeof BETREFT)[number];

export type Grond = {
  letter: string;
  naam: string;
  /** Ten hoogste zoveel maanden (art. 4.1 lid 2). */
  hoogstensMaanden?: number;
  /** Wie de omstandigheid moet betreffen; leeg: dat is geen vraag. */
  betreft: readonly Betreft[];
  /** Wat bij de aanvraag hoort (art. 4.1 lid 3). */
  bewijs: string;
};

/** Regeling art. 4.1 lid 1 onder a, d, e, f, h, i en j: ten minste drie aaneengesloten maanden. */
export const MINSTENS_MAANDEN = 3;
/** Regeling art. 4.1 lid 2 onder b. */
export const OVERLIJDEN_MAANDEN = 3;
/** Regeling art. 4.1 lid 2 onder c: zestien weken. */
export const BEVALLING_DAGEN = 16 * 7;
/** Regeling art. 4.1 lid 1 onder g: zoveel maanden na het PIP moet er een aanbod zijn. */
export const AANBOD_MAANDEN = 3;
/** Regeling art. 4.1 lid 1 onder g: zoveel maanden na het PIP moet de onderwijsroute kunnen beginnen. */
export const START_ONDERWIJSROUTE_MAANDEN = 6;
/** Regeling art. 4.1 lid 2 onder g: zoveel komt erbij als dat niet lukt. */
export const LATE_START_MAANDEN = 6;

const NAASTEN = ['partner', 'bloedverwant in de eerste graad'] as const;

export const GRONDEN: Record<Omstandigheid, Grond> = {
  ziekte: {
    letter: 'a',
    naam: 'Langdurige ziekte',
    betreft: ['de inburgeraar', ...NAASTEN],
    bewijs: 'een medische machtiging',
  },
  overlijden: {
    letter: 'b',
    naam: 'Overlijden van partner, ouder of kind',
    betreft: NAASTEN,
    bewijs: 'een afschrift van de overlijdensakte',
  },
  bevalling: {
    letter: 'c',
    naam: 'Bevalling',
    betreft: ['de inburgeraar'],
    bewijs: 'een afschrift van de geboorteakte',
  },
  'blijf-van-mijn-lijfhuis': {
    letter: 'd',
    naam: 'Verblijf in een blijf-van-mijn-lijfhuis',
    betreft: [],
    bewijs: 'een verklaring van het huis',
  },
  alfabetisering: {
    letter: 'e',
    naam: 'Alfabetiseringscursus',
    hoogstensMaanden: 6,
    betreft: [],
    bewijs: 'een verklaring van de taalschool',
  },
  dakloosheid: {
    letter: 'f',
    naam: 'Dakloosheid',
    hoogstensMaanden: 24,
    betreft: [],
    bewijs: 'een uitdraai uit de BRP',
  },
  'geen tijdig aanbod': {
    letter: 'g',
    naam: 'Geen tijdig aanbod van de gemeente',
    betreft: [],
    bewijs: 'een verklaring van het college',
  },
  aanbieder: {
    letter: 'h',
    naam: 'Omstandigheid bij de aanbieder',
    hoogstensMaanden: 6,
    betreft: [],
    bewijs: 'stukken over wat er bij de aanbieder was',
  },
  bijzonder: {
    letter: 'i',
    naam: 'Andere bijzondere omstandigheid',
    hoogstensMaanden: 24,
    betreft: [],
    bewijs: 'stukken over de bijzondere omstandigheid',
  },
};

/** De omstandigheid als feit. */
export const omstandigheidVeld = () =>
  keuzeVeld('Omstandigheid', OMSTANDIGHEDEN, {
    hulp: 'Een omstandigheid van de Regeling, onderdeel a tot en met i; een samenloop (j) volgt hieruit.',
  });
