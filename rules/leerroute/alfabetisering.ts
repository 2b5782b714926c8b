import type { Berekening, Uitleg } from '../shared/antwoord.ts';
import { plusDagen, plusMaanden } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, onbekend, vereis } from '../shared/regel.ts';
import { inWoorden } from '../shared/tekst.ts';
import { datumVeld, type Invoer, jaNeeVeld, keuzeVeld } from '../shared/velden.ts';
import { leerrouteVeld, ROUTENAAM } from './velden.ts';

/** Regeling inburgering 2021 art. 4.1 lid 1 onder e: ten minste drie aaneengesloten maanden. */
const MAANDEN = 3;

const SCHRIFT = ['kan niet lezen en schrijven', 'ander schrift', 'niet nodig'] as const;

const velden = {
  leerroute: leerrouteVeld('Leerroute in het PIP'),
  alfabetisering: keuzeVeld('Wat de persoon aan alfabetisering nodig heeft', SCHRIFT, {
    wegen: [
      'lezen en schrijven in de eigen taal, volgens de brede intake',
      'kennis van het Latijnse schrift',
      'de uitslag van een schrifttoets of het oordeel van de school',
    ],
  }),
  beginAlfabetisering: datumVeld('Eerste dag van de alfabetiseringscursus'),
  eindeAlfabetisering: datumVeld('Laatste dag van de alfabetiseringscursus, tot en met'),
};

export type AlfabetiseringFeiten = Invoer<typeof velden>;

export type Alfabetisering = {
  indicatorAlfabetiseringsonderwijs: 'A' | 'AA' | 'NVT';
  teltVoorZroute: boolean;
  teltVoorAfschalen: boolean;
  /** Ontbreekt zolang begin of einde van de cursus niet bekend is. */
  grondVoorVerlenging?: boolean;
};

const TITEL = 'Alfabetisering';
const BESLUIT = grondslag('alfabetisering', 'besluit', 'art. 3.14 lid 2 en art. 5.5 lid 1');
const R41 = grondslag('alfabetisering', 'regeling', 'art. 4.1 lid 1 onder e');
const DUO = grondslag('alfabetisering', 'besluit', 'art. 9.3', {
  zekerheid: 'afgeleid',
  toelichting: 'De codes A, AA en NVT zijn die van DUO.',
});
const INDICATOR = {
  'kan niet lezen en schrijven': 'A',
  'ander schrift': 'AA',
  'niet nodig': 'NVT',
} as const;

/**
 * `alfabetisering`: hoe alfabetisering in het PIP staat en waarvoor de uren tellen.
 *
 * Besluit inburgering 2021 art. 3.14 lid 2 en art. 5.5 lid 1
 * (https://wetten.overheid.nl/BWBR0045555/2026-04-02) en Regeling inburgering 2021 art. 4.1 lid 1 onder e.
 * Alfabetisering is geen eigen leerroute. De uren tellen in de Z-route en voor afschalen; in de B1- en de
 * onderwijsroute is een cursus van drie aaneengesloten maanden een grond voor verlenging.
 */
export function alfabetisering(
  f: AlfabetiseringFeiten,
  herkomst: Herkomst = {},
): Berekening<Alfabetisering> {
  const nodig = vereis(velden, f, ['leerroute', 'alfabetisering']);
  if ('ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt, BESLUIT);
  const { leerroute, alfabetisering: keuze } = nodig.f;
  const volgt = keuze !== 'niet nodig';
  const verlenging = volgt ? verlengingsgrond(f, leerroute) : false;
  const waarde: Alfabetisering = {
    indicatorAlfabetiseringsonderwijs: INDICATOR[keuze],
    teltVoorZroute: volgt && leerroute === 'Z',
    teltVoorAfschalen: volgt && leerroute === 'B',
    ...(verlenging === undefined ? {} : { grondVoorVerlenging: verlenging }),
  };
  return {
    uitkomst: 'bepaald',
    waarde,
    uitleg: () => ({
      titel: TITEL,
      uitkomst: `code ${waarde.indicatorAlfabetiseringsonderwijs} in het PIP, binnen de ${ROUTENAAM[leerroute]}`,
      grondslag: BESLUIT,
      feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
      stappen: stappen(f, waarde),
      zouWijzigenAls: ['de leerroute wijzigt', 'de cursus langer of korter duurt'],
    }),
  };
}

/** In de Z-route bestaat deze grond niet; elders beslist of de cursus drie maanden duurde. */
function verlengingsgrond(f: AlfabetiseringFeiten, route: 'B' | 'O' | 'Z'): boolean | undefined {
  if (route === 'Z') return false;
  const { beginAlfabetisering: begin, eindeAlfabetisering: einde } = f;
  if (!begin || !einde) return undefined;
  return plusDagen(einde, 1) >= plusMaanden(begin, MAANDEN);
}

const JA_NEE = (ja: boolean): string => (ja ? 'telt mee' : 'telt hier niet');

function stappen(f: AlfabetiseringFeiten, w: Alfabetisering): Uitleg[] {
  const { beginAlfabetisering: begin, eindeAlfabetisering: einde } = f;
  const grond = w.grondVoorVerlenging;
  return [
    {
      titel: 'Code voor DUO',
      uitkomst: w.indicatorAlfabetiseringsonderwijs,
      grondslag: DUO,
    },
    { titel: 'Voor de cursusuren van de Z-route', uitkomst: JA_NEE(w.teltVoorZroute) },
    { titel: 'Voor de 600 uur van afschalen', uitkomst: JA_NEE(w.teltVoorAfschalen) },
    {
      titel: `Grond voor verlenging: drie aaneengesloten maanden${begin && einde ? `, van ${inWoorden(begin)} tot en met ${inWoorden(einde)}` : ''}`,
      uitkomst: grond === undefined ? 'nog niet te bepalen' : grond ? 'ja' : 'nee',
      grondslag: R41,
    },
  ];
}

export const alfabetiseringRegel = maakRegel({
  id: 'alfabetisering',
  titel: 'Alfabetisering',
  vraag: 'Hoe komt alfabetisering in het PIP en waarvoor tellen de uren?',
  beschrijving:
    'Alfabetisering is geen eigen leerroute maar een onderdeel van de route in het PIP. DUO kent drie codes: A voor wie niet kan lezen en schrijven, AA voor wie een ander schrift kent, NVT als het niet nodig is.\n\nDe uren tellen mee voor de 800 cursusuren van de Z-route en voor de 600 uur van afschalen in de B1-route. In de B1-route en de onderwijsroute is een cursus van drie aaneengesloten maanden een grond voor verlenging.',
  rijen: ['E22'],
  artikelen: [BESLUIT, R41, DUO],
  versieVolgt: 'De bepalingen zijn sinds 2022 gelijk gebleven.',
  velden,
  waarde: {
    indicatorAlfabetiseringsonderwijs: keuzeVeld('Code in het PIP', ['A', 'AA', 'NVT']),
    teltVoorZroute: jaNeeVeld('De uren tellen in de Z-route'),
    teltVoorAfschalen: jaNeeVeld('De uren tellen voor afschalen'),
    grondVoorVerlenging: jaNeeVeld('De cursus is een grond voor verlenging'),
  },
  voorbeelden: [
    {
      naam: 'Vier maanden alfabetisering in de B1-route',
      invoer: {
        leerroute: 'B',
        alfabetisering: 'kan niet lezen en schrijven',
        beginAlfabetisering: '2025-01-06',
        eindeAlfabetisering: '2025-05-05',
      },
    },
    { naam: 'Ander schrift, Z-route', invoer: { leerroute: 'Z', alfabetisering: 'ander schrift' } },
    { naam: 'Nog niet beoordeeld', invoer: { leerroute: 'B' } },
  ],
  vindplaats: {
    bestand: 'rules/leerroute/alfabetisering.ts',
    test: 'rules/leerroute/alfabetisering.test.ts',
  },
  bepaal: alfabetisering,
});
