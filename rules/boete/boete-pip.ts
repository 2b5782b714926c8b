import type { Berekening, OntbrekendFeit, Uitleg } from '../shared/antwoord.ts';
import type { Datum } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, ontbrekendFeit } from '../shared/regel.ts';
import { inEuro } from '../shared/tekst.ts';
import {
  bedragVeld,
  datumVeld,
  getalVeld,
  type Invoer,
  keuzeVeld,
  lijstVeld,
  oordeelVeld,
} from '../shared/velden.ts';
import { bedragenOp, maximumOp } from './bedragen.ts';
import { boeteAntwoord } from './boete-antwoord.ts';
import { BOETE_PIP_VOORBEELDEN } from './boete-pip-voorbeelden.ts';
import {
  aantalHerhalingen,
  eerdereBoeteVelden,
  mistVanBoetes,
  plafondGrond,
  type Ruimte,
  ruimteOver,
  ruimteUitleg,
  TERMIJNEN,
} from './eerdere-boetes.ts';
import { hindernis, nietVerwijtbaar, poort, poortVelden, voorDeWet } from './poort.ts';

const ID = 'boete-pip';

/** Deel van het boetebedrag naar verwijtbaarheid (Besluit inburgering 2021 art. 7.1 lid 4). */
const PERCENTAGE = {
  opzet: 100,
  'grove schuld': 75,
  'geen opzet of grove schuld': 50,
  'verminderd verwijtbaar': 25,
} as const;

const velden = {
  ...poortVelden,
  datumConstatering: datumVeld('Dag waarop de overtreding is geconstateerd'),
  onvoldoendeMeegewerkt: oordeelVeld(
    'De persoon werkte niet of onvoldoende mee aan het PIP',
    [
      'wat het PIP precies vraagt, en of dat is uitgelegd',
      'opkomst en inzet volgens de school en de klantmanager',
      'of eerst is gevraagd waarom, en of er hulp is geboden',
    ],
    'Aan de begeleiding, aan het PVT of de MAP, of (alleen asielstatushouders) aan de uren van de leerroute.',
  ),
  verwijtbaarheid: keuzeVeld(
    'Mate van verwijtbaarheid',
    [
      'opzet',
      'grove schuld',
      'geen opzet of grove schuld',
      'verminderd verwijtbaar',
      'niet verwijtbaar',
    ],
    {
      hulp: 'Opzet en grove schuld moet de gemeente aantonen.',
      wegen: [
        'of de persoon willens en wetens niet deed wat het PIP vraagt',
        'of de persoon ernstig onachtzaam was',
        'ziekte, zorg, trauma of andere omstandigheden die het verwijt kleiner maken',
        'of de persoon niets te verwijten valt; dan komt er geen boete',
      ],
    },
  ),
  soortTermijn: keuzeVeld('Inburgeringstermijn die nu loopt', TERMIJNEN),
  begindatumNieuweTermijn: datumVeld('Eerste dag van de nieuwe termijn'),
  eerdereBoetes: lijstVeld(
    'Eerdere boetes van het college',
    eerdereBoeteVelden,
    'Alle boetes van art. 22 en 23, ook van een vorige gemeente. Een lege lijst als er geen zijn.',
  ),
};

export type BoetePipFeiten = Invoer<typeof velden>;

/** Bedragen in eurocenten. `boetebedrag` is het bedrag na herhaling, vóór het percentage. */
export type BoetePip = {
  hoogsteBoete: number;
  boetebedrag: number;
  herhalingen: number;
  percentage: number;
  ruimte: number;
};

const TITEL = 'Boete tijdens de inburgering';
const GROND = grondslag(ID, 'wet', 'art. 23 en 26');
const BASIS = grondslag(ID, 'besluit', 'art. 7.1 lid 2');
const HERHALING = grondslag(ID, 'besluit', 'art. 7.1 lid 3', {
  zekerheid: 'ontwerp',
  toelichting:
    'Steeds met 100 procent verhogen lezen wij als verdubbelen: 50, 100, 200, 400, 800; alleen die reeks komt precies op het maximum uit. Elke onherroepelijke overtreding in de twaalf maanden verdubbelt één keer. Een andere lezing telt er telkens € 50 bij.',
});
const FACTOR = grondslag(ID, 'besluit', 'art. 7.1 lid 4', {
  zekerheid: 'ontwerp',
  toelichting:
    'Het besluit zegt niet of het percentage voor of na het maximum van € 800 komt. Wij nemen het erna; dat is nooit hoger.',
});

/**
 * `boete-pip`: hoeveel boete ten hoogste past als iemand tijdens de inburgering onvoldoende meewerkt.
 *
 * Wi2021 art. 23, 26 en 27 (https://wetten.overheid.nl/BWBR0044770/2023-01-01) en Besluit inburgering 2021
 * art. 7.1 lid 2–5 (https://wetten.overheid.nl/BWBR0045555/2026-04-02). Bedragen in eurocenten. De dag van
 * constatering bepaalt de versie. Of er een boete komt, beslist een mens.
 */
export function boetePip(f: BoetePipFeiten, herkomst: Herkomst = {}): Berekening<BoetePip> {
  const voorwaarden = poort(ID, f);
  return boeteAntwoord({
    titel: TITEL,
    grondslag: grondslag(ID, 'wet', 'art. 23 en 26', { op: f.datumConstatering }),
    hindernissen: [
      ...voorDeWet(ID, f.datumConstatering),
      ...(f.onvoldoendeMeegewerkt === false
        ? [hindernis('De persoon werkte voldoende mee', ID, 'wet', 'art. 23 lid 1')]
        : []),
      ...(f.verwijtbaarheid === 'niet verwijtbaar' ? [nietVerwijtbaar(ID)] : []),
      ...voorwaarden.hindernissen,
    ],
    ontbreekt: [...voorwaarden.ontbreekt, ...ontbreekt(f)],
    feiten: () => aangehaaldeFeiten(velden, f, undefined, herkomst),
    zouWijzigenAls: [
      'een mens de verwijtbaarheid anders weegt',
      'een eerdere boete onherroepelijk wordt of wordt ingetrokken',
      'de bijstand voor dezelfde gedraging wordt verlaagd',
    ],
    reken: () => reken(f),
  });
}

const beginVan = (f: BoetePipFeiten): Datum | undefined =>
  f.soortTermijn === TERMIJNEN[0] ? undefined : f.begindatumNieuweTermijn;

function ontbreekt(f: BoetePipFeiten): OntbrekendFeit[] {
  const nodig = [
    'datumConstatering',
    'onvoldoendeMeegewerkt',
    'verwijtbaarheid',
    'soortTermijn',
    'eerdereBoetes',
  ] as const;
  const boetes = f.eerdereBoetes ?? [];
  const nieuw = f.soortTermijn !== undefined && f.soortTermijn !== TERMIJNEN[0];
  const zonderBegin = nieuw && boetes.length > 0 && !f.begindatumNieuweTermijn;
  return [
    ...nodig.filter((n) => f[n] === undefined).map((n) => ontbrekendFeit(velden, n)),
    ...(zonderBegin ? [ontbrekendFeit(velden, 'begindatumNieuweTermijn')] : []),
    ...mistVanBoetes(boetes, f.datumConstatering, beginVan(f)),
  ];
}

function reken(feiten: BoetePipFeiten) {
  const f = feiten as Required<BoetePipFeiten>;
  const { pip = 0, hoogstePip = 0 } = bedragenOp(f.datumConstatering) ?? {};
  const maximum = Math.min(hoogstePip, maximumOp(f.datumConstatering, '23') ?? 0);
  const herhalingen = aantalHerhalingen(f.eerdereBoetes, f.datumConstatering);
  const boetebedrag = Math.min(pip * 2 ** herhalingen, maximum);
  const percentage = PERCENTAGE[f.verwijtbaarheid as keyof typeof PERCENTAGE];
  const naVerwijt = (boetebedrag * percentage) / 100;
  const over = ruimteOver(f.eerdereBoetes, f.soortTermijn, beginVan(f), f.datumConstatering);
  const hoogsteBoete = Math.min(naVerwijt, over.ruimte);
  const telkensErbij = Math.min(pip * (1 + herhalingen), maximum);
  return {
    waarde: { hoogsteBoete, boetebedrag, herhalingen, percentage, ruimte: over.ruimte },
    uitkomst: `ten hoogste ${inEuro(hoogsteBoete)}`,
    stappen: () => [
      { titel: 'Boete zonder herhaling', uitkomst: inEuro(pip), grondslag: BASIS },
      herhalingUitleg(herhalingen, boetebedrag, telkensErbij),
      {
        titel: `${f.verwijtbaarheid}: ${percentage} procent van ${inEuro(boetebedrag)}`,
        uitkomst: inEuro(naVerwijt),
        grondslag: FACTOR,
      },
      ruimteStap(over, naVerwijt),
    ],
  };
}

function herhalingUitleg(aantal: number, boetebedrag: number, telkensErbij: number): Uitleg {
  if (aantal === 0) {
    return {
      titel: 'Geen eerdere overtreding met een onherroepelijke boete in de twaalf maanden ervoor',
      uitkomst: inEuro(boetebedrag),
      grondslag: HERHALING,
    };
  }
  const keer = aantal === 1 ? 'één keer' : `${aantal} keer`;
  return {
    titel: `Herhaling: ${keer} verdubbeld, ten hoogste tot het maximum`,
    uitkomst: inEuro(boetebedrag),
    grondslag: HERHALING,
    stappen:
      telkensErbij < boetebedrag
        ? [{ titel: 'Volgens de andere lezing, telkens erbij', uitkomst: inEuro(telkensErbij) }]
        : [],
  };
}

function ruimteStap(over: Ruimte, naVerwijt: number): Uitleg {
  const stap = ruimteUitleg(ID, over);
  return over.ruimte < naVerwijt
    ? { ...stap, uitkomst: `${stap.uitkomst}: dat is de grens` }
    : stap;
}

export const boetePipRegel = maakRegel({
  id: ID,
  titel: 'Boete bij onvoldoende meewerken aan het PIP',
  vraag: 'Hoeveel boete past ten hoogste als iemand onvoldoende meewerkt aan het PIP?',
  beschrijving:
    'Wie niet of onvoldoende meewerkt aan wat in het PIP staat, kan een boete krijgen. De boete is € 50. Is in de twaalf maanden vóór de constatering al een overtreding vastgesteld waarvan de boete onherroepelijk is, dan verdubbelt het bedrag, tot ten hoogste € 800. De wet is hier niet duidelijk; een andere lezing telt er telkens € 50 bij.\n\nDaarna telt de verwijtbaarheid: bij opzet het hele bedrag, bij grove schuld 75 procent, anders de helft, en bij verminderde verwijtbaarheid een kwart. Een gewone eerste boete is dus € 25. Valt de persoon niets te verwijten, dan is er geen boete.\n\nAlle boetes van het college samen blijven onder een grens: € 2.400 in de eerste of verlengde termijn, en € 400, € 800, € 1.200 of € 1.600 in een nieuwe termijn van zes maanden tot twee jaar. Bij een asielstatushouder gaat altijd eerst de toets vooraf. Deze regel zegt wat ten hoogste mag; een mens beslist.',
  rijen: ['I3', 'I4', 'I5', 'I6', 'I8'],
  artikelen: [GROND, BASIS, HERHALING, FACTOR, plafondGrond(ID)],
  versieVolgt: 'De dag waarop de overtreding is geconstateerd.',
  velden,
  waarde: {
    hoogsteBoete: bedragVeld('Wat ten hoogste mag worden opgelegd'),
    boetebedrag: bedragVeld('Boetebedrag na herhaling, vóór het percentage'),
    herhalingen: getalVeld('Eerdere overtredingen die meetellen'),
    percentage: getalVeld('Percentage naar verwijtbaarheid', { eenheid: 'procent', max: 100 }),
    ruimte: bedragVeld('Wat van de grens aan het totaal over was'),
  },
  voorbeelden: BOETE_PIP_VOORBEELDEN,
  vindplaats: { bestand: 'rules/boete/boete-pip.ts', test: 'rules/boete/boete-pip.test.ts' },
  bepaal: boetePip,
});
