import { doelgroepVeld, leerrouteVeld } from '../leerroute/velden.ts';
import type { Berekening, Uitleg } from '../shared/antwoord.ts';
import { type GrondslagKeuze, grondslag, type WetId } from '../shared/grondslag.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, onbekend, vereis } from '../shared/regel.ts';
import { type Invoer, jaNeeVeld, keuzeVeld, lijstVeld } from '../shared/velden.ts';

const ONDERDELEN = [
  'leerroute',
  'afschalen naar A2',
  'intensiteit van de leerroute',
  'alfabetisering',
  'eerst een opleiding afmaken',
  'intensiteit van PVT of MAP',
  'ondersteuning en begeleiding',
  'voortgangsgesprekken',
  'eerdere inspanningen',
  'afspraken over VVE',
  'besluit over bijstand',
  'uitvoering',
] as const;
type Onderdeel = (typeof ONDERDELEN)[number];

const velden = {
  wijzigingen: lijstVeld(
    'Wat er verandert',
    {
      onderdeel: keuzeVeld('Onderdeel', ONDERDELEN, {
        hulp: 'Uitvoering: een andere klantmanager, school of lestijd binnen hetzelfde plan.',
      }),
    },
    'Leeg als er niets verandert.',
  ),
  leerroute: leerrouteVeld('Leerroute na de wijziging'),
  doelgroep: doelgroepVeld(),
};

export type PipWijzigingFeiten = Invoer<typeof velden>;

export type PipWijziging = {
  /** Er is een gewijzigd PIP nodig, en dat is een nieuwe beschikking. */
  nieuweBeschikking: boolean;
  /** De wet noemt deze wijziging zelf: andere leerroute of afschalen. */
  verplichtDoorBesluit: boolean;
  /** De wijziging gaat ook naar DUO. */
  naarDuo: boolean;
};

const TITEL = 'Wijziging van het PIP';
const bron = (wet: WetId, artikel: string, keuze: GrondslagKeuze = {}) =>
  grondslag('pip-wijziging', wet, artikel, keuze);
const LID6 = bron('besluit', 'art. 5.3 lid 6');
const INHOUD = bron('wet', 'art. 15 lid 1 en 2', {
  zekerheid: 'afgeleid',
  toelichting:
    'De wet noemt alleen de wijziging van route en niveau. Wat verder in de beschikking staat, verandert met een nieuwe beschikking.',
});
const BESLUIT = bron('besluit', 'art. 5.3 lid 4 en 5', {
  zekerheid: 'afgeleid',
  toelichting: 'Wat in het PIP is vastgelegd, verandert met een nieuwe beschikking.',
});
const BIJSTAND = bron('wet', 'art. 15 lid 3');
const TERMIJN = bron('wet', 'art. 11 lid 3');
const DUO = bron('besluit', 'art. 9.3');

type Soort = { g: typeof LID6; beschikking: boolean; duo: boolean; wat: string };
const BESCHIKKING = 'vraagt een gewijzigd PIP';
const ROUTE: Soort = { g: LID6, beschikking: true, duo: true, wat: BESCHIKKING };
const PLAN: Soort = { g: INHOUD, beschikking: true, duo: false, wat: BESCHIKKING };
const VASTGELEGD: Soort = { ...PLAN, g: BESLUIT };

const SOORTEN: Record<Onderdeel, Soort> = {
  leerroute: ROUTE,
  'afschalen naar A2': ROUTE,
  'intensiteit van de leerroute': PLAN,
  alfabetisering: { ...PLAN, duo: true },
  'eerst een opleiding afmaken': { ...PLAN, duo: true },
  'intensiteit van PVT of MAP': PLAN,
  'ondersteuning en begeleiding': PLAN,
  voortgangsgesprekken: VASTGELEGD,
  'eerdere inspanningen': VASTGELEGD,
  'afspraken over VVE': PLAN,
  'besluit over bijstand': {
    g: BIJSTAND,
    beschikking: false,
    duo: false,
    wat: 'heeft een eigen beschikking, die bij het PIP komt',
  },
  uitvoering: { g: INHOUD, beschikking: false, duo: false, wat: 'staat niet in de beschikking' },
};

/**
 * `pip-wijziging`: of een verandering een gewijzigd PIP vraagt, en of die ook naar DUO gaat.
 *
 * Besluit inburgering 2021 art. 5.3 lid 6 (https://wetten.overheid.nl/BWBR0045555/2026-04-02): bij een
 * andere leerroute en bij afschalen past het college het PIP aan. Wi2021 art. 15: ook wat er verder in de
 * beschikking staat, verandert met een beschikking (afgeleid). Het begin van de inburgeringstermijn
 * verschuift niet (Wi2021 art. 11 lid 3).
 */
export function pipWijziging(
  f: PipWijzigingFeiten,
  herkomst: Herkomst = {},
): Berekening<PipWijziging> {
  const gekozen = ONDERDELEN.filter((o) => f.wijzigingen?.some((w) => w.onderdeel === o));
  const nodig = vereis(velden, f, ['wijzigingen', ...nodigVoorDuo(gekozen)]);
  if ('ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt, LID6);
  if (nodig.f.wijzigingen.some((w) => w.onderdeel === undefined)) {
    const tekst = 'Van een wijziging is niet ingevuld om welk onderdeel het gaat.';
    return onbekend(TITEL, [{ feit: 'wijzigingen', tekst }], LID6);
  }
  const waarde: PipWijziging = {
    nieuweBeschikking: gekozen.some((o) => SOORTEN[o].beschikking),
    verplichtDoorBesluit: gekozen.some((o) => SOORTEN[o] === ROUTE),
    naarDuo: gekozen.some((o) => naarDuo(o, f)),
  };
  return {
    uitkomst: 'bepaald',
    waarde,
    uitleg: () => ({
      titel: TITEL,
      uitkomst: waarde.nieuweBeschikking
        ? `een nieuwe beschikking${waarde.naarDuo ? ', en een melding aan DUO' : ''}`
        : 'geen nieuwe beschikking over het PIP',
      grondslag: LID6,
      feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
      stappen: stappen(gekozen, waarde),
      zouWijzigenAls: ['er nog een ander onderdeel verandert'],
    }),
  };
}

const INTENSITEIT = 'intensiteit van de leerroute';

/** De uren gaan alleen naar DUO bij de B1-route van een asielstatushouder. */
function naarDuo(onderdeel: Onderdeel, f: PipWijzigingFeiten): boolean {
  if (onderdeel !== INTENSITEIT) return SOORTEN[onderdeel].duo;
  return f.leerroute === 'B' && f.doelgroep === 'Asielstatushouder';
}

function nodigVoorDuo(gekozen: readonly Onderdeel[]): ('leerroute' | 'doelgroep')[] {
  const alNaarDuo = gekozen.some((o) => SOORTEN[o].duo);
  return gekozen.includes(INTENSITEIT) && !alNaarDuo ? ['leerroute', 'doelgroep'] : [];
}

function stappen(gekozen: readonly Onderdeel[], w: PipWijziging): Uitleg[] {
  return [
    ...gekozen.map((o) => ({
      titel: o.charAt(0).toUpperCase() + o.slice(1),
      uitkomst: SOORTEN[o].wat,
      grondslag: SOORTEN[o].g,
    })),
    ...(w.naarDuo ? [{ titel: 'Meld de wijziging aan DUO', grondslag: DUO }] : []),
    ...(w.nieuweBeschikking
      ? [{ titel: 'De inburgeringstermijn', uitkomst: 'begint niet opnieuw', grondslag: TERMIJN }]
      : []),
  ];
}

export const pipWijzigingRegel = maakRegel({
  id: 'pip-wijziging',
  titel: 'Wanneer het PIP wijzigt',
  vraag: 'Vraagt deze verandering een nieuw besluit over het PIP?',
  beschrijving:
    'Bij een andere leerroute en bij afschalen naar A2 moet het college het PIP aanpassen. Ook wat verder in de beschikking staat, zoals intensiteit, begeleiding of het aantal voortgangsgesprekken, verandert met een nieuwe beschikking. Een andere klantmanager of school binnen hetzelfde plan vraagt dat niet. Een besluit over bijstand heeft een eigen beschikking.\n\nLeerroute, niveau, alfabetisering, eerst een opleiding afmaken en (B1-route van een asielstatushouder) de uren gaan ook naar DUO. De inburgeringstermijn begint niet opnieuw.',
  rijen: ['D10', 'D3', 'D17', 'D19', 'B6'],
  artikelen: [LID6, INHOUD, BESLUIT, BIJSTAND, TERMIJN, DUO],
  versieVolgt: 'De bepalingen zijn sinds 2022 gelijk; de nummers van de leden zijn die van nu.',
  velden,
  waarde: {
    nieuweBeschikking: jaNeeVeld('Er is een nieuwe beschikking nodig'),
    verplichtDoorBesluit: jaNeeVeld('Het Besluit schrijft deze wijziging voor'),
    naarDuo: jaNeeVeld('De wijziging gaat naar DUO'),
  },
  voorbeelden: [
    { naam: 'Andere leerroute', invoer: { wijzigingen: [{ onderdeel: 'leerroute' }] } },
    {
      naam: 'Meer uren in de Z-route',
      invoer: {
        wijzigingen: [{ onderdeel: 'intensiteit van de leerroute' }],
        leerroute: 'Z',
        doelgroep: 'Asielstatushouder',
      },
    },
    { naam: 'Een andere klantmanager', invoer: { wijzigingen: [{ onderdeel: 'uitvoering' }] } },
    { naam: 'Niet ingevuld', invoer: {} },
  ],
  vindplaats: {
    bestand: 'rules/pip-wijziging/pip-wijziging.ts',
    test: 'rules/pip-wijziging/pip-wijziging.test.ts',
    schermen: ['features/pip/scherm/PipScreen.tsx'],
  },
  bepaal: pipWijziging,
});
