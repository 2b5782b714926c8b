import type { OntbrekendFeit, Oordeel, Reden, Uitleg } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import { oordeel } from '../shared/oordeel.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, ontbrekendFeit } from '../shared/regel.ts';
import { type Invoer, jaNeeVeld, keuzeVeld, oordeelVeld } from '../shared/velden.ts';
import { doelgroepVeld, leerrouteVeld, ROUTENAAM } from './velden.ts';

const velden = {
  leerroute: leerrouteVeld('Leerroute die het college wil vaststellen'),
  doelgroep: doelgroepVeld(),
  wensGehoord: jaNeeVeld('De wens van de persoon is besproken'),
  wilBeroepsOfHogerOnderwijs: jaNeeVeld(
    'De persoon zei in de brede intake een beroepsopleiding of hoger onderwijs te willen volgen',
  ),
  groteKansOpDiploma: oordeelVeld('Na het taalschakeltraject is de kans op een diploma groot', [
    'onderwijs en werk in het land van herkomst, met de diplomawaardering',
    'taalniveau en uitslag van de leerbaarheidstoets',
    'gezondheid, gezin en andere persoonlijke omstandigheden',
    'motivatie en studievaardigheden',
  ]),
  examenOfTrajectHaalbaar: oordeelVeld(
    'Het inburgeringsexamen of het taalschakeltraject is binnen de termijn redelijkerwijs haalbaar',
    [
      'uitslag van de leerbaarheidstoets',
      'taalniveau, alfabetisering en leerervaring',
      'gezondheid en persoonlijke omstandigheden, ook met alle ondersteuning die mogelijk is',
      'of verlenging of afschalen naar A2 uitkomst kan bieden',
    ],
  ),
  leerbaarheidstoets: keuzeVeld(
    'Uitslag van de leerbaarheidstoets',
    ['B1-route haalbaar', 'B1-route niet haalbaar', 'Onbekend'],
    { hulp: 'De toets adviseert; het college beslist.' },
  ),
};

export type ToegangFeiten = Invoer<typeof velden>;

const TITEL = 'Toegang tot de leerroute';
const W15 = grondslag('toegang-leerroute', 'wet', 'art. 15 lid 1');
const W7 = grondslag('toegang-leerroute', 'wet', 'art. 7');
const W8 = grondslag('toegang-leerroute', 'wet', 'art. 8 lid 1');
const W9 = grondslag('toegang-leerroute', 'wet', 'art. 9 lid 1');
const WENS = grondslag('toegang-leerroute', 'awb', 'art. 3:2', {
  zekerheid: 'afgeleid',
  toelichting: 'Dat het college de wens hoort, volgt uit de zorgvuldigheid; de wet zegt het niet.',
});
const VOOR_B1 = grondslag('toegang-leerroute', 'wet', 'art. 7, 8 en 9', {
  zekerheid: 'afgeleid',
  toelichting:
    'De B1-route blijft over als de onderwijsroute en de Z-route niet aan de orde zijn; beide zijn dus onderzocht.',
});

type Naam = keyof ToegangFeiten;
type Eis = { feit: Naam; moet: boolean; reden: Reden };
const eis = (feit: Naam, moet: boolean, tekst: string, g: typeof W8): Eis => ({
  feit,
  moet,
  reden: { code: `toegang-${feit}`, tekst, veld: feit, grondslag: g },
});

const HAALBAAR = 'examenOfTrajectHaalbaar';
const EISEN: Record<'B' | 'O' | 'Z', Eis[]> = {
  O: [
    eis(
      'wilBeroepsOfHogerOnderwijs',
      true,
      'De persoon heeft in de brede intake niet gezegd een beroepsopleiding of hoger onderwijs te willen.',
      W8,
    ),
    eis(
      'groteKansOpDiploma',
      true,
      'De kans op een diploma in dat onderwijs is volgens het college niet groot.',
      W8,
    ),
  ],
  Z: [
    eis(
      HAALBAAR,
      false,
      'Het examen of het taalschakeltraject is volgens het college haalbaar: de Z-route is daar niet voor.',
      W9,
    ),
  ],
  B: [
    eis(
      HAALBAAR,
      true,
      'Het examen of het taalschakeltraject is volgens het college niet haalbaar: dan hoort de Z-route.',
      VOOR_B1,
    ),
  ],
};

const ONDERWIJS_GAAT_VOOR: Reden = {
  code: 'toegang-onderwijsroute-gaat-voor',
  tekst:
    'De persoon wil verder leren en de kans op een diploma is groot: dan hoort de onderwijsroute.',
  veld: 'leerroute',
  grondslag: W8,
};

/**
 * `toegang-leerroute`: of het college deze leerroute aan deze persoon mag geven.
 *
 * Wi2021 art. 7, 8 lid 1, 9 lid 1 en 15 lid 1 (https://wetten.overheid.nl/BWBR0044770/2025-10-21). Het
 * college bepaalt de route voor iedereen, ook voor gezins- en overige migranten. Drie feiten beslissen: de
 * wens om verder te leren, de kans op een diploma en of examen of traject haalbaar is; de laatste twee zijn
 * een oordeel van het college. Leeftijd is geen feit van deze regel: de wet kent geen grens.
 */
export function toegangLeerroute(f: ToegangFeiten, herkomst: Herkomst = {}): Oordeel {
  const { leerroute } = f;
  const redenen: Reden[] = [];
  const ontbreekt: OntbrekendFeit[] = [];
  const mis = (naam: Naam) => ontbreekt.push(ontbrekendFeit(velden, naam));
  if (!leerroute) mis('leerroute');
  if (f.wensGehoord === undefined) mis('wensGehoord');
  if (f.wensGehoord === false) redenen.push(wensNietGehoord());
  for (const { feit, moet, reden } of leerroute ? EISEN[leerroute] : []) {
    if (f[feit] === undefined) mis(feit);
    else if (f[feit] !== moet) redenen.push(reden);
  }
  if (leerroute === 'B') onderwijsrouteOnderzocht(f, redenen, mis);
  if (leerroute === 'O' && f[HAALBAAR] === false) redenen.push(trajectNietHaalbaar());
  return oordeel({
    titel: TITEL,
    grondslag: W15,
    redenen,
    ontbreekt,
    goed: leerroute ? `het college mag de ${ROUTENAAM[leerroute]} vaststellen` : '',
    feiten: () => aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen: () => stappen(f),
    zouWijzigenAls: [
      'het college anders oordeelt over de haalbaarheid of de kans op een diploma',
      'de persoon in de brede intake een andere wens noemt',
    ],
  });
}

const wensNietGehoord = (): Reden => ({
  code: 'toegang-wens',
  tekst: 'Bespreek eerst welke leerroute de persoon zelf wil.',
  veld: 'wensGehoord',
  grondslag: WENS,
});

const trajectNietHaalbaar = (): Reden => ({
  code: 'toegang-traject-niet-haalbaar',
  tekst: 'Het taalschakeltraject is volgens het college binnen de termijn niet haalbaar.',
  veld: HAALBAAR,
  grondslag: W9,
});

/** Zonder wens of zonder kans is de onderwijsroute uitgesloten; anders zijn beide nodig om dat te weten. */
function onderwijsrouteOnderzocht(f: ToegangFeiten, redenen: Reden[], mis: (n: Naam) => void) {
  const { wilBeroepsOfHogerOnderwijs: wil, groteKansOpDiploma: kans } = f;
  if (wil === false || kans === false) return;
  if (wil === undefined) mis('wilBeroepsOfHogerOnderwijs');
  if (kans === undefined) mis('groteKansOpDiploma');
  if (wil && kans) redenen.push(ONDERWIJS_GAAT_VOOR);
}

/** Wie de cursus regelt, per doelgroep (Wi2021 art. 15, 16 en 19). */
export const BEKOSTIGING = {
  Asielstatushouder: 'het college biedt de leerroute zelf aan',
  'Gezinsmigrant en overige migrant':
    'het college bepaalt ook hier de route; de persoon koopt de cursus, zo nodig met een lening',
} as const;

function stappen(f: ToegangFeiten): Uitleg[] {
  const { doelgroep, leerbaarheidstoets, leerroute } = f;
  return [
    ...(doelgroep
      ? [
          {
            titel: 'Wie de cursus regelt',
            uitkomst: BEKOSTIGING[doelgroep],
            grondslag: grondslag('toegang-leerroute', 'wet', 'art. 15, 16 en 19'),
          },
        ]
      : []),
    ...(leerbaarheidstoets
      ? [
          {
            titel: 'De leerbaarheidstoets adviseert',
            uitkomst: `${leerbaarheidstoets}; het college beslist`,
            grondslag: grondslag('toegang-leerroute', 'wet', 'art. 14 lid 5'),
          },
        ]
      : []),
    ...(leerroute === 'B'
      ? [
          {
            titel: 'Wat de B1-route vraagt',
            uitkomst: 'lezen, luisteren, schrijven en spreken op ten minste B1, en KNM',
            grondslag: W7,
          },
        ]
      : []),
  ];
}

export const toegangLeerrouteRegel = maakRegel({
  id: 'toegang-leerroute',
  titel: 'Toegang tot een leerroute',
  vraag: 'Mag het college deze leerroute vaststellen?',
  beschrijving:
    'Het college bepaalt de leerroute, voor asielstatushouders en voor gezins- en overige migranten. Het bespreekt de wens van de persoon en weegt de uitslag van de leerbaarheidstoets mee; die toets adviseert alleen.\n\nDe onderwijsroute is voor wie in de brede intake zegt een beroepsopleiding of hoger onderwijs te willen en bij wie de kans op een diploma groot is. De Z-route is voor wie het examen en het taalschakeltraject binnen de termijn redelijkerwijs niet kan halen. In de andere gevallen is het de B1-route.\n\nLeeftijd speelt geen rol: de wet kent geen grens, en deze regel vraagt er niet naar.',
  rijen: ['E1', 'E2', 'E7', 'E8', 'E11'],
  artikelen: [W15, W7, W8, W9, VOOR_B1, WENS],
  versieVolgt: 'De artikelen zijn sinds 2022 gelijk gebleven; gelezen is de tekst van 2023.',
  velden,
  voorbeelden: [
    {
      naam: 'Onderwijsroute: de wens is er en de kans is groot',
      invoer: {
        leerroute: 'O',
        doelgroep: 'Asielstatushouder',
        wensGehoord: true,
        wilBeroepsOfHogerOnderwijs: true,
        groteKansOpDiploma: true,
      },
    },
    {
      naam: 'Z-route terwijl het examen haalbaar is',
      invoer: { leerroute: 'Z', wensGehoord: false, examenOfTrajectHaalbaar: true },
    },
    {
      naam: 'B1-route, de onderwijsroute is nog niet onderzocht',
      invoer: { leerroute: 'B', wensGehoord: true, examenOfTrajectHaalbaar: true },
    },
    {
      naam: 'B1-route voor een gezinsmigrant',
      invoer: {
        leerroute: 'B',
        doelgroep: 'Gezinsmigrant en overige migrant',
        wensGehoord: true,
        wilBeroepsOfHogerOnderwijs: false,
        examenOfTrajectHaalbaar: true,
        leerbaarheidstoets: 'B1-route haalbaar',
      },
    },
  ],
  vindplaats: {
    bestand: 'rules/leerroute/toegang-leerroute.ts',
    test: 'rules/leerroute/toegang-leerroute.test.ts',
    api: ['GET /v1/dossiers/{dossierId}/wissel'],
    schermen: ['features/wissel/scherm/WisselScreen.tsx'],
  },
  bepaal: toegangLeerroute,
});
