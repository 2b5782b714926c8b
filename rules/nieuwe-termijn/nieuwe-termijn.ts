import { inUren, somUren } from '../leerroute/uren.ts';
import { doelgroepVeld, leerrouteVeld } from '../leerroute/velden.ts';
import type { Berekening, Grondslag, OntbrekendFeit, Uitleg } from '../shared/antwoord.ts';
import { type Datum, datum, plusMaanden } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import {
  aangehaaldeFeiten,
  type Herkomst,
  maakRegel,
  onbekend,
  ontbrekendFeit,
} from '../shared/regel.ts';
import { inWoorden, opsomming } from '../shared/tekst.ts';
import { datumVeld, getalVeld, type Invoer, jaNeeVeld } from '../shared/velden.ts';
import { type Versie, versieOp } from '../shared/versies.ts';

const ID = 'nieuwe-termijn';

/** Vier taalonderdelen en KNM (Wi2021 art. 7 lid 1). */
const ALLE_ONDERDELEN = 5;

/** Een trede: tot en met deze waarde geldt dit aantal maanden; boven de laatste trede geldt de laatste. */
type Tredes = readonly (readonly [totEnMet: number, maanden: number])[];
type Tabel = {
  eenModule: number;
  tweeModules: number;
  onderdelen: Tredes;
  urenAsiel: Tredes;
  urenGezin: Tredes;
};

/** Regeling inburgering 2021 art. 7.4 lid 1–4, in maanden. */
const TABEL: readonly Versie<Tabel>[] = [
  {
    vanaf: datum('2022-01-01'),
    waarde: {
      eenModule: 6,
      tweeModules: 12,
      onderdelen: [
        [0, 24],
        [1, 18],
        [2, 12],
        [4, 6],
      ],
      urenAsiel: [
        [400, 24],
        [800, 18],
        [1200, 12],
        [1599, 6],
      ],
      urenGezin: [
        [200, 24],
        [400, 18],
        [600, 12],
        [799, 6],
      ],
    },
  },
];

const velden = {
  leerroute: leerrouteVeld('Leerroute volgens het PIP'),
  doelgroep: doelgroepVeld(),
  laatsteDagTermijn: datumVeld('Laatste dag van de termijn die voorbijging'),
  pvtAfgerond: jaNeeVeld('Het PVT is afgerond'),
  mapAfgerond: jaNeeVeld('De MAP is afgerond', 'Niet nodig bij de onderwijsroute.'),
  leerrouteBehaald: jaNeeVeld('De leerroute is behaald'),
  behaaldeOnderdelen: getalVeld('Behaalde examenonderdelen', {
    max: ALLE_ONDERDELEN,
    hulp: 'Vier taalonderdelen en KNM; voor de B1-route en de onderwijsroute.',
  }),
  cursusuren: getalVeld('Gevolgde cursusuren NT2 en KNM in de Z-route', {
    eenheid: 'uur',
    gebroken: true,
    hulp: 'Alleen bij een instelling met keurmerk.',
  }),
  participatieuren: getalVeld('Uren participatie in de Z-route', {
    eenheid: 'uur',
    gebroken: true,
    hulp: 'Alleen voor asielstatushouders.',
  }),
  datumBekendmaking: datumVeld('Dag waarop de boetebeschikking van DUO is bekendgemaakt'),
};

export type NieuweTermijnFeiten = Invoer<typeof velden>;
type Naam = keyof NieuweTermijnFeiten & string;

/** `laatsteDag` alleen als de dag van bekendmaking er is; zij is een verwachting, DUO stelt haar vast. */
export type NieuweTermijn = { maanden: number; laatsteDag?: Datum };

const TITEL = 'Nieuwe termijn na een boete van DUO';
const wet = (op?: Datum) => grondslag(ID, 'wet', 'art. 24 lid 2 en 3 en art. 25 lid 2', { op });
const MODULES = grondslag(ID, 'regeling', 'art. 7.4 lid 1');
const ONDERDELEN = grondslag(ID, 'regeling', 'art. 7.4 lid 2');
const UREN = {
  zekerheid: 'ontwerp',
  toelichting:
    'De tabel telt hele uren; een half uur boven een grens telt bij de volgende trede. Wie alle uren heeft maar de route niet behaalde, staat niet in de tabel: wij nemen de kortste termijn.',
} as const;
const UREN_ASIEL = grondslag(ID, 'regeling', 'art. 7.4 lid 3', UREN);
const UREN_GEZIN = grondslag(ID, 'regeling', 'art. 7.4 lid 4', UREN);
const LANGSTE = grondslag(ID, 'regeling', 'art. 7.4 lid 6');

type Deel = { maanden: number; titel: string; grondslag: Grondslag };

/**
 * `nieuwe-termijn`: hoe lang de nieuwe termijn is die DUO geeft bij een boete voor PVT, MAP of leerroute.
 *
 * Wi2021 art. 24 lid 2 en 25 lid 2 (https://wetten.overheid.nl/BWBR0044770/2023-01-01) en Regeling
 * inburgering 2021 art. 7.4 (https://wetten.overheid.nl/BWBR0045574/2026-04-18): de langste geldt. De laatste
 * dag van de verstreken termijn bepaalt de versie. Zes maanden of meer: de Algemene termijnenwet verlengt
 * niet (art. 4). DUO stelt de termijn vast.
 */
export function nieuweTermijn(
  f: NieuweTermijnFeiten,
  herkomst: Herkomst = {},
): Berekening<NieuweTermijn> {
  const namen = ontbreekt(f);
  if (namen.length > 0) return onbekend(TITEL, namen, wet(f.laatsteDagTermijn));
  const tabel = versieOp(TABEL, (f as Required<NieuweTermijnFeiten>).laatsteDagTermijn)?.waarde;
  const delen = tabel ? [...modules(f, tabel), ...route(f, tabel)] : [];
  const basis = (uitkomst: string, stappen: Uitleg[]): Uitleg => ({
    titel: TITEL,
    uitkomst,
    grondslag: wet(f.laatsteDagTermijn),
    feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen,
    zouWijzigenAls: ['er meer is afgerond of behaald', 'DUO een andere termijn vaststelt'],
  });
  if (delen.length === 0) {
    const zin = tabel
      ? 'alles is afgerond: er komt geen nieuwe termijn'
      : 'deze wet gold toen niet';
    return { uitkomst: 'niet-van-toepassing', uitleg: () => basis(zin, []) };
  }
  const maanden = Math.max(...delen.map((d) => d.maanden));
  const laatsteDag = f.datumBekendmaking && plusMaanden(f.datumBekendmaking, maanden);
  return {
    uitkomst: 'bepaald',
    waarde: { maanden, ...(laatsteDag ? { laatsteDag } : {}) },
    uitleg: () =>
      basis(
        laatsteDag ? `${inDuur(maanden)}, tot en met ${inWoorden(laatsteDag)}` : inDuur(maanden),
        [
          ...delen.map((d) => ({
            titel: d.titel,
            uitkomst: inDuur(d.maanden),
            grondslag: d.grondslag,
          })),
          { titel: 'De langste termijn geldt', uitkomst: inDuur(maanden), grondslag: LANGSTE },
        ],
      ),
  };
}

const routeKlaar = (f: NieuweTermijnFeiten): boolean =>
  f.leerrouteBehaald === true || (f.leerroute !== 'Z' && f.behaaldeOnderdelen === ALLE_ONDERDELEN);

function ontbreekt(f: NieuweTermijnFeiten): OntbrekendFeit[] {
  const namen: Naam[] = ['leerroute', 'laatsteDagTermijn', 'pvtAfgerond', 'leerrouteBehaald'];
  if (f.leerroute !== 'O') namen.push('mapAfgerond');
  if (f.leerrouteBehaald !== true) {
    if (f.leerroute === 'B' || f.leerroute === 'O') namen.push('behaaldeOnderdelen');
    if (f.leerroute === 'Z') namen.push('doelgroep', 'cursusuren');
    if (f.leerroute === 'Z' && f.doelgroep === 'Asielstatushouder') namen.push('participatieuren');
  }
  return namen.filter((n) => f[n] === undefined).map((n) => ontbrekendFeit(velden, n));
}

function modules(f: NieuweTermijnFeiten, tabel: Tabel): Deel[] {
  const mist = [
    ...(f.pvtAfgerond ? [] : ['het PVT']),
    ...(f.mapAfgerond || f.leerroute === 'O' ? [] : ['de MAP']),
  ];
  if (mist.length === 0) return [];
  const maanden = mist.length === 1 ? tabel.eenModule : tabel.tweeModules;
  return [{ maanden, titel: `Niet afgerond: ${opsomming(mist)}`, grondslag: MODULES }];
}

function route(f: NieuweTermijnFeiten, tabel: Tabel): Deel[] {
  if (routeKlaar(f)) return [];
  const { behaaldeOnderdelen = 0, cursusuren = 0, participatieuren = 0 } = f;
  if (f.leerroute !== 'Z') {
    const titel = `Behaalde examenonderdelen: ${behaaldeOnderdelen}`;
    return [{ maanden: trede(tabel.onderdelen, behaaldeOnderdelen), titel, grondslag: ONDERDELEN }];
  }
  const asiel = f.doelgroep === 'Asielstatushouder';
  const uren = asiel ? somUren([cursusuren, participatieuren]) : cursusuren;
  const titel = `Meegetelde uren in de Z-route: ${inUren(uren)}`;
  return [
    asiel
      ? { maanden: trede(tabel.urenAsiel, uren), titel, grondslag: UREN_ASIEL }
      : { maanden: trede(tabel.urenGezin, uren), titel, grondslag: UREN_GEZIN },
  ];
}

function trede(tredes: Tredes, waarde: number): number {
  const gevonden = tredes.find(([totEnMet]) => waarde <= totEnMet) ?? tredes.at(-1);
  return gevonden?.[1] ?? 0;
}

function inDuur(maanden: number): string {
  const woorden: Record<number, string> = {
    6: 'zes maanden',
    12: 'een jaar',
    18: 'anderhalf jaar',
    24: 'twee jaar',
  };
  return woorden[maanden] ?? `${maanden} maanden`;
}

const ONBEKEND = {
  leerroute: 'B',
  laatsteDagTermijn: '2025-06-30',
  pvtAfgerond: true,
  mapAfgerond: true,
  leerrouteBehaald: false,
};
const ROUTE_MIST = { ...ONBEKEND, behaaldeOnderdelen: 1 };

export const nieuweTermijnRegel = maakRegel({
  id: ID,
  titel: 'Nieuwe termijn na een boete van DUO',
  vraag: 'Hoe lang is de nieuwe termijn die DUO bij een boete geeft?',
  beschrijving:
    'Bij een boete geeft DUO een nieuwe termijn om alsnog klaar te komen. Ontbreekt het PVT of de MAP, dan is dat zes maanden; ontbreken ze allebei, dan een jaar.\n\nVoor de leerroute hangt het ervan af hoe ver iemand is. In de B1-route en de onderwijsroute: twee jaar zonder behaald onderdeel, anderhalf jaar bij één, een jaar bij twee en zes maanden bij drie of vier. In de Z-route tellen de uren: bij een asielstatushouder de cursus en de participatie samen, bij anderen alleen de cursus.\n\nKomen er meer termijnen uit, dan geldt de langste. De termijn begint na het bekendmaken van de boete. DUO stelt haar vast.',
  rijen: ['I13', 'B23'],
  artikelen: [wet(), MODULES, ONDERDELEN, UREN_ASIEL, UREN_GEZIN, LANGSTE],
  versieVolgt: 'De laatste dag van de termijn die voorbijging.',
  velden,
  waarde: {
    maanden: getalVeld('Duur van de nieuwe termijn', { eenheid: 'maanden' }),
    laatsteDag: datumVeld('Verwachte laatste dag, tot en met'),
  },
  voorbeelden: [
    { naam: 'B1-route, één onderdeel behaald', invoer: ROUTE_MIST },
    {
      naam: 'Z-route, asielstatushouder: 700 cursusuren en 250 uur participatie',
      invoer: {
        ...ROUTE_MIST,
        leerroute: 'Z',
        doelgroep: 'Asielstatushouder',
        cursusuren: 700,
        participatieuren: 250,
        datumBekendmaking: '2025-08-14',
      },
    },
    {
      naam: 'Alleen de MAP ontbreekt',
      invoer: { ...ROUTE_MIST, leerrouteBehaald: true, mapAfgerond: false },
    },
    {
      naam: 'PVT, MAP en leerroute ontbreken: de langste termijn geldt',
      invoer: { ...ROUTE_MIST, pvtAfgerond: false, mapAfgerond: false, behaaldeOnderdelen: 3 },
    },
    {
      naam: 'Onbekend hoeveel onderdelen',
      invoer: ONBEKEND,
    },
  ],
  vindplaats: {
    bestand: 'rules/nieuwe-termijn/nieuwe-termijn.ts',
    test: 'rules/nieuwe-termijn/nieuwe-termijn.test.ts',
  },
  bepaal: nieuweTermijn,
});
