import { EXAMENONDERDELEN, leerrouteVeld, NIVEAUS } from '../leerroute/velden.ts';
import type { Berekening, OntbrekendFeit, Uitleg } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import {
  aangehaaldeFeiten,
  type Herkomst,
  maakRegel,
  onbekend,
  ontbrekendFeit,
  vereis,
} from '../shared/regel.ts';
import { opsomming } from '../shared/tekst.ts';
import { getalVeld, type Invoer, jaNeeVeld, keuzeVeld, lijstVeld } from '../shared/velden.ts';
import { EXAMENNIVEAUS, type Examenonderdeel, hoogGenoeg, type PipNiveau } from './pogingen.ts';

const ID = 'examen-onderdelen';

const onderdeelVeld = keuzeVeld('Onderdeel', EXAMENONDERDELEN);

const velden = {
  leerroute: leerrouteVeld('Leerroute'),
  niveau: keuzeVeld('Niveau in het PIP', NIVEAUS, { hulp: 'Alleen in de B1-route.' }),
  uitslagen: lijstVeld(
    'Uitslagen van examens',
    {
      onderdeel: onderdeelVeld,
      niveau: keuzeVeld('Niveau', EXAMENNIVEAUS, {
        hulp: 'Niet ingevuld: op het niveau van het PIP. KNM kent geen niveau.',
      }),
      resultaat: keuzeVeld('Resultaat', ['Geslaagd', 'Gezakt', 'Geen']),
    },
    'Ook uit een andere leerroute: behaald blijft behaald. Een lege lijst: nog geen.',
  ),
  vrijgesteldeOnderdelen: lijstVeld(
    'Onderdelen met gedeeltelijke vrijstelling of ontheffing',
    { onderdeel: onderdeelVeld },
    'Niet ingevuld: geen.',
  ),
};

export type ExamenOnderdelenFeiten = Invoer<typeof velden>;

type Rij = {
  onderdeel: Examenonderdeel;
  niveau?: PipNiveau;
  behaald: boolean;
  vrijgesteld: boolean;
};

export type ExamenOnderdelen = {
  onderdelen: Rij[];
  /** Behaalde en vrijgestelde onderdelen samen. */
  klaar: number;
  moet: number;
};

const TITEL = 'Onderdelen van het examen';
const W7 = grondslag(ID, 'wet', 'art. 7');
const ONDERDELEN = grondslag(ID, 'besluit', 'art. 3.3, 3.4 en 3.5');
const W8 = grondslag(ID, 'wet', 'art. 8 lid 4');
const OVERNEMEN = grondslag(ID, 'besluit', 'art. 5.4');
const ZROUTE = grondslag(ID, 'besluit', 'art. 3.14 lid 7');

/**
 * `examen-onderdelen`: welke onderdelen het examen van de B1-route heeft, op welk niveau, en wat er nog te
 * halen is.
 *
 * Wi2021 art. 7 (https://wetten.overheid.nl/BWBR0044770/2025-10-21) en Besluit inburgering 2021 art. 3.3–3.5
 * (https://wetten.overheid.nl/BWBR0045555/2026-04-02): lezen, luisteren, schrijven en spreken op het niveau
 * van het PIP, en KNM. Een examen op een hoger niveau telt ook. De onderwijsroute en de Z-route eisen dit
 * examen niet.
 */
export function examenOnderdelen(
  f: ExamenOnderdelenFeiten,
  herkomst: Herkomst = {},
): Berekening<ExamenOnderdelen> {
  const route = vereis(velden, f, ['leerroute']);
  if ('ontbreekt' in route) return onbekend(TITEL, route.ontbreekt, W7);
  const feiten = () => aangehaaldeFeiten(velden, f, undefined, herkomst);
  const { leerroute } = route.f;
  if (leerroute !== 'B') {
    const uitleg = (): Uitleg => ({ titel: TITEL, feiten: feiten(), ...ANDERE_ROUTE[leerroute] });
    return { uitkomst: 'niet-van-toepassing', uitleg };
  }
  const nodig = vereis(velden, f, ['niveau', 'uitslagen']);
  const ontbreekt = [...('ontbreekt' in nodig ? nodig.ontbreekt : []), ...onvolledig(f)];
  if ('ontbreekt' in nodig || ontbreekt.length > 0) return onbekend(TITEL, ontbreekt, W7);
  const onderdelen = EXAMENONDERDELEN.map((o) => rij(f, o, nodig.f.niveau));
  const open = onderdelen.filter((o) => !o.behaald && !o.vrijgesteld);
  return {
    uitkomst: 'bepaald',
    waarde: { onderdelen, klaar: onderdelen.length - open.length, moet: onderdelen.length },
    uitleg: () => ({
      titel: TITEL,
      uitkomst:
        open.length === 0
          ? 'alle onderdelen zijn klaar'
          : `nog te halen: ${opsomming(open.map(naamVan))}`,
      grondslag: W7,
      feiten: feiten(),
      stappen: stappen(onderdelen),
      zouWijzigenAls: ['een onderdeel wordt gehaald', 'het niveau in het PIP wijzigt'],
    }),
  };
}

const ANDERE_ROUTE = {
  O: {
    uitkomst:
      'de onderwijsroute heeft een eigen diploma; zijn alle taalonderdelen op B1 en KNM toch gehaald, dan is ook het examen gehaald',
    grondslag: W8,
  },
  Z: {
    uitkomst: 'in de Z-route is geen examen verplicht; het mag als het in het PIP staat',
    grondslag: ZROUTE,
  },
};

function onvolledig(f: ExamenOnderdelenFeiten): OntbrekendFeit[] {
  const uitslag = f.uitslagen?.some((u) => !u.onderdeel || !u.resultaat);
  const vrijgesteld = f.vrijgesteldeOnderdelen?.some((v) => !v.onderdeel);
  return [
    ...(uitslag
      ? [{ feit: 'uitslagen', tekst: 'Nog niet bekend: onderdeel en resultaat van elke uitslag.' }]
      : []),
    ...(vrijgesteld ? [ontbrekendFeit(velden, 'vrijgesteldeOnderdelen')] : []),
  ];
}

function rij(f: ExamenOnderdelenFeiten, onderdeel: Examenonderdeel, niveau: PipNiveau): Rij {
  const kentNiveau = onderdeel !== 'KNM';
  return {
    onderdeel,
    ...(kentNiveau ? { niveau } : {}),
    behaald: (f.uitslagen ?? []).some(
      (u) =>
        u.onderdeel === onderdeel &&
        u.resultaat === 'Geslaagd' &&
        (!kentNiveau || hoogGenoeg(u.niveau, niveau)),
    ),
    vrijgesteld: (f.vrijgesteldeOnderdelen ?? []).some((v) => v.onderdeel === onderdeel),
  };
}

const naamVan = ({ onderdeel, niveau }: Rij): string =>
  niveau ? `${onderdeel} op ${niveau}` : onderdeel;

function stappen(onderdelen: Rij[]): Uitleg[] {
  return [
    ...onderdelen.map((o) => ({ titel: naamVan(o), uitkomst: staat(o), grondslag: ONDERDELEN })),
    { titel: 'Behaald blijft behaald na een wissel van leerroute', grondslag: OVERNEMEN },
  ];
}

function staat({ behaald, vrijgesteld }: Rij): string {
  if (behaald) return 'behaald';
  return vrijgesteld ? 'hoeft niet: vrijstelling of ontheffing' : 'nog te halen';
}

export const examenOnderdelenRegel = maakRegel({
  id: ID,
  titel: 'Onderdelen van het examen',
  vraag: 'Welke examens moet deze persoon nog halen?',
  beschrijving:
    'Het examen van de B1-route heeft vijf onderdelen: lezen, luisteren, schrijven en spreken op het niveau van het PIP, en kennis van de Nederlandse maatschappij (KNM). Een examen op een hoger niveau telt ook. ONA bestaat in deze wet niet meer; daarvoor kwam de MAP.\n\nWat behaald is blijft behaald, ook na een wissel tussen de B1-route en de onderwijsroute. De onderwijsroute heeft een eigen diploma, en in de Z-route is geen examen verplicht.',
  rijen: ['E3', 'K1', 'K6'],
  artikelen: [W7, ONDERDELEN, W8, OVERNEMEN, ZROUTE],
  versieVolgt: 'De onderdelen zijn sinds 2022 gelijk gebleven.',
  velden,
  waarde: {
    onderdelen: lijstVeld('Per onderdeel', {
      onderdeel: onderdeelVeld,
      niveau: keuzeVeld('Niveau', NIVEAUS, { hulp: 'KNM kent geen niveau.' }),
      behaald: jaNeeVeld('Behaald'),
      vrijgesteld: jaNeeVeld('Vrijstelling of ontheffing'),
    }),
    klaar: getalVeld('Aantal klaar', { max: EXAMENONDERDELEN.length }),
    moet: getalVeld('Aantal onderdelen', { max: EXAMENONDERDELEN.length }),
  },
  voorbeelden: [
    {
      naam: 'Lezen en KNM zijn gehaald',
      invoer: {
        leerroute: 'B',
        niveau: 'B1',
        uitslagen: [
          { onderdeel: 'lezen', niveau: 'B1', resultaat: 'Geslaagd' },
          { onderdeel: 'spreken', niveau: 'B1', resultaat: 'Gezakt' },
          { onderdeel: 'KNM', resultaat: 'Geslaagd' },
        ],
      },
    },
    {
      naam: 'Op A2, met vrijstelling voor schrijven',
      invoer: {
        leerroute: 'B',
        niveau: 'A2',
        uitslagen: [{ onderdeel: 'spreken', niveau: 'B1', resultaat: 'Geslaagd' }],
        vrijgesteldeOnderdelen: [{ onderdeel: 'schrijven' }],
      },
    },
    { naam: 'Onderwijsroute', invoer: { leerroute: 'O' } },
    { naam: 'Z-route', invoer: { leerroute: 'Z' } },
    { naam: 'Uitslagen nog niet bekend', invoer: { leerroute: 'B', niveau: 'B1' } },
  ],
  vindplaats: {
    bestand: 'rules/examen/examen-onderdelen.ts',
    test: 'rules/examen/examen-onderdelen.test.ts',
  },
  bepaal: examenOnderdelen,
});
