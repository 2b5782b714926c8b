import type { Berekening, Uitleg } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, onbekend, vereis } from '../shared/regel.ts';
import { getalVeld, type Invoer, jaNeeVeld } from '../shared/velden.ts';
import { inUren } from './uren.ts';
import { leerrouteVeld, ROUTENAAM } from './velden.ts';

/** Besluit inburgering 2021 art. 3.14 lid 2 onder a: de norm waarvan de gevolgde cursusuren afgaan. */
const CURSUSUREN_ZROUTE = 800;

const velden = {
  vanLeerroute: leerrouteVeld('Leerroute tot nu toe'),
  naarLeerroute: leerrouteVeld('Nieuwe leerroute'),
  gevolgdeCursusuren: getalVeld('Gevolgde cursusuren NT2 en KNM in de oude leerroute', {
    eenheid: 'uur',
    gebroken: true,
    hulp: 'Bij een instelling met keurmerk of een instelling voor de onderwijsroute.',
  }),
};

export type VerrekenFeiten = Invoer<typeof velden>;

export type SchakelVerrekening = {
  /** Uren die van de norm van de Z-route afgaan; alleen naar de Z-route. */
  afTrekkenCursusuren?: number;
  /** Wat daarna van de 800 cursusuren over is; alleen naar de Z-route. */
  cursusurenTeGaan?: number;
  /** Uren waarmee het college rekening houdt bij de nieuwe intensiteit; alleen naar de B1-route. */
  urenVoorIntensiteit?: number;
  /** Examenpogingen en behaalde onderdelen gelden in de nieuwe leerroute. */
  examensGaanMee: boolean;
};

const TITEL = 'Wat meetelt na een wissel van leerroute';
const grond = (artikel: string) => grondslag('schakel-verrekening', 'besluit', artikel);
const LID4 = grond('art. 5.4 lid 4');
const W8 = grondslag('schakel-verrekening', 'wet', 'art. 8 lid 4');

/**
 * `schakel-verrekening`: welke uren, pogingen en behaalde onderdelen na een wissel meetellen.
 *
 * Besluit inburgering 2021 art. 5.4 lid 4 (https://wetten.overheid.nl/BWBR0045555/2026-04-02; tot 2023
 * lid 3): naar de Z-route gaan gevolgde cursusuren van de 800 af, naar de B1-route houdt het college er
 * rekening mee bij de intensiteit, en tussen de B1- en de onderwijsroute gaan pogingen en behaalde
 * onderdelen mee.
 */
export function schakelVerrekening(
  f: VerrekenFeiten,
  herkomst: Herkomst = {},
): Berekening<SchakelVerrekening> {
  const routes = vereis(velden, f, ['vanLeerroute', 'naarLeerroute']);
  if ('ontbreekt' in routes) return onbekend(TITEL, routes.ontbreekt, LID4);
  const { vanLeerroute: van, naarLeerroute: naar } = routes.f;
  const maak = (uitkomst: string, stappen: Uitleg[]) => (): Uitleg => ({
    titel: TITEL,
    uitkomst,
    grondslag: LID4,
    feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen,
    zouWijzigenAls: ['er meer of minder cursusuren zijn gevolgd', 'de wissel een andere is'],
  });
  if (van === naar) {
    return {
      uitkomst: 'niet-van-toepassing',
      uitleg: maak('de leerroute blijft gelijk: alles telt door', []),
    };
  }
  const examensGaanMee = van !== 'Z' && naar !== 'Z';
  if (naar === 'O') return naarOnderwijsroute(examensGaanMee, maak);
  const uren = vereis(velden, f, ['gevolgdeCursusuren']);
  if ('ontbreekt' in uren) return onbekend(TITEL, uren.ontbreekt, LID4);
  const { gevolgdeCursusuren: n } = uren.f;
  return naar === 'Z' ? naarZroute(n, maak) : naarB1(van, n, maak);
}

type Maak = (uitkomst: string, stappen: Uitleg[]) => () => Uitleg;

const EXAMENS = (ja: boolean, artikel: string): Uitleg => ({
  titel: 'Examenpogingen en behaalde onderdelen',
  uitkomst: ja ? 'gaan mee' : 'de Z-route kent geen examen dat meegaat',
  grondslag: grond(artikel),
});

function naarOnderwijsroute(mee: boolean, maak: Maak): Berekening<SchakelVerrekening> {
  const uitkomst = mee
    ? 'pogingen en behaalde onderdelen gaan mee; uren worden niet verrekend'
    : 'het besluit regelt geen verrekening van de Z-route naar de onderwijsroute';
  return {
    uitkomst: 'bepaald',
    waarde: { examensGaanMee: mee },
    uitleg: maak(uitkomst, [EXAMENS(mee, 'art. 5.4 lid 4 onder b')]),
  };
}

function naarZroute(n: number, maak: Maak): Berekening<SchakelVerrekening> {
  const teGaan = Math.max(0, CURSUSUREN_ZROUTE - n);
  return {
    uitkomst: 'bepaald',
    waarde: {
      afTrekkenCursusuren: Math.min(n, CURSUSUREN_ZROUTE),
      cursusurenTeGaan: teGaan,
      examensGaanMee: false,
    },
    uitleg: maak(`nog ${inUren(teGaan)} cursus te gaan`, [
      {
        titel: 'Gevolgde cursusuren gaan van de norm af',
        uitkomst: `${inUren(CURSUSUREN_ZROUTE)} − ${inUren(n)}, nooit minder dan nul = ${inUren(teGaan)}`,
        grondslag: grond('art. 5.4 lid 4 onder c en art. 3.14 lid 2'),
      },
      {
        titel: 'Uren participatie',
        uitkomst: 'uit een andere leerroute gaat niets af; de uren MAP en PVT wel',
        grondslag: grond('art. 3.14 lid 5'),
      },
    ]),
  };
}

function naarB1(van: 'B' | 'O' | 'Z', n: number, maak: Maak): Berekening<SchakelVerrekening> {
  const mee = van === 'O';
  return {
    uitkomst: 'bepaald',
    waarde: { urenVoorIntensiteit: n, examensGaanMee: mee },
    uitleg: maak(`het college houdt bij de intensiteit rekening met ${inUren(n)}`, [
      {
        titel: `Cursusuren uit de ${ROUTENAAM[van]}`,
        uitkomst: `${inUren(n)}: het college weegt ze mee, er is geen vaste aftrek`,
        grondslag: grond('art. 5.4 lid 4 onder a'),
      },
      EXAMENS(mee, 'art. 5.4 lid 4 onder a'),
      ...(mee
        ? [{ titel: 'B1 en KNM al gehaald: het inburgeringsexamen is behaald', grondslag: W8 }]
        : []),
    ]),
  };
}

export const schakelVerrekeningRegel = maakRegel({
  id: 'schakel-verrekening',
  titel: 'Wat meetelt na een wissel',
  vraag: 'Welke uren en examens tellen mee na een wissel van leerroute?',
  beschrijving:
    'Naar de Z-route gaan de gevolgde cursusuren van de 800 af, tot nul. Naar de B1-route houdt het college bij de nieuwe intensiteit rekening met de gevolgde uren; een vaste aftrek is er niet.\n\nTussen de B1-route en de onderwijsroute gaan examenpogingen en behaalde onderdelen mee, beide kanten op.',
  rijen: ['E14', 'K6'],
  artikelen: [LID4, W8],
  versieVolgt: 'De verrekening is sinds 2022 gelijk gebleven.',
  velden,
  waarde: {
    afTrekkenCursusuren: getalVeld('Cursusuren die afgaan', { eenheid: 'uur', gebroken: true }),
    cursusurenTeGaan: getalVeld('Cursusuren nog te gaan', { eenheid: 'uur', gebroken: true }),
    urenVoorIntensiteit: getalVeld('Uren om mee te wegen', { eenheid: 'uur', gebroken: true }),
    examensGaanMee: jaNeeVeld('Pogingen en behaalde onderdelen gaan mee'),
  },
  voorbeelden: [
    {
      naam: 'Van de B1-route naar de Z-route na 500 uur',
      invoer: { vanLeerroute: 'B', naarLeerroute: 'Z', gevolgdeCursusuren: 500 },
    },
    {
      naam: 'Van de onderwijsroute naar de B1-route',
      invoer: { vanLeerroute: 'O', naarLeerroute: 'B', gevolgdeCursusuren: 620 },
    },
    { naam: 'Geen wissel', invoer: { vanLeerroute: 'B', naarLeerroute: 'B' } },
    { naam: 'De uren zijn niet bekend', invoer: { vanLeerroute: 'O', naarLeerroute: 'Z' } },
  ],
  vindplaats: {
    bestand: 'rules/leerroute/schakel-verrekening.ts',
    test: 'rules/leerroute/schakel-verrekening.test.ts',
    api: ['GET /v1/dossiers/{dossierId}/wissel'],
    schermen: ['features/wissel/scherm/WisselScreen.tsx'],
  },
  bepaal: schakelVerrekening,
});
