import { NIVEAUS } from '../leerroute/velden.ts';
import type { OntbrekendFeit, Oordeel, Reden, Uitleg } from '../shared/antwoord.ts';
import { datum, plusJaren } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { oordeel } from '../shared/oordeel.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, ontbrekendFeit } from '../shared/regel.ts';
import { inWoorden } from '../shared/tekst.ts';
import {
  datumVeld,
  type Invoer,
  jaNeeVeld,
  keuzeVeld,
  lijstVeld,
  oordeelVeld,
} from '../shared/velden.ts';
import { type Versie, versieOp } from '../shared/versies.ts';
import { MEDISCH_VOORBEELDEN } from './voorbeelden.ts';

/** Besluit inburgering 2021 art. 2.7: binnen zoveel jaar na de aanvraag niet alsnog in staat. */
const HERSTELJAREN = 5;
/** Besluit inburgering 2021 art. 2.7: ten hoogste drie van de vier taalonderdelen. */
const MEESTE_TAALONDERDELEN = 3;

const PARTICIPATIE = 'participatie in de Z-route';
const TAAL = ['lezen', 'luisteren', 'schrijven', 'spreken'];
const ONDERDELEN = [
  'lezen',
  'luisteren',
  'schrijven',
  'spreken',
  'KNM',
  PARTICIPATIE,
  'PVT',
  'MAP',
] as const;

/**
 * Of een gedeeltelijke ontheffing alleen voor onderdelen op B1 kan. In 2022 wel; in de tekst van april 2026
 * niet meer; de teksten ertussen zijn hier niet gelezen.
 */
const ALLEEN_B1: readonly Versie<boolean | undefined>[] = [
  { vanaf: datum('2022-01-01'), waarde: true },
  { vanaf: datum('2022-09-26'), waarde: undefined },
  { vanaf: datum('2026-04-02'), waarde: false },
];

const velden = {
  gevraagd: keuzeVeld('Gevraagde ontheffing', ['volledig', 'gedeeltelijk']),
  onderdelen: lijstVeld('Onderdelen waarvoor gedeeltelijke ontheffing is gevraagd', {
    onderdeel: keuzeVeld('Onderdeel', ONDERDELEN),
  }),
  adviesAangewezenArts: jaNeeVeld('Er is een verklaring van een arts die daarvoor is aangewezen'),
  blijvendNietInStaat: oordeelVeld(
    'De arts verwacht dat het binnen vijf jaar na de aanvraag niet lukt',
    [
      'de lichamelijke, verstandelijke of psychische belemmering',
      'of behandeling of herstel binnen vijf jaar is te verwachten',
      'of een aangepast examen uitkomst biedt',
    ],
  ),
  niveau: keuzeVeld('Niveau in het PIP', NIVEAUS),
  datumAanvraag: datumVeld('Dag van de aanvraag'),
};

export type MedischFeiten = Invoer<typeof velden>;
type Naam = keyof MedischFeiten & string;

const TITEL = 'Medische ontheffing';
const WET = grondslag('ontheffing-medisch', 'wet', 'art. 5');
const BESLUIT = grondslag('ontheffing-medisch', 'besluit', 'art. 2.7');
const NIVEAU = grondslag('ontheffing-medisch', 'besluit', 'art. 2.7', {
  op: datum('2022-01-01'),
  zekerheid: 'afgeleid',
  toelichting:
    'De tekst van 2022 noemde het niveau B1, de latere niet. Wanneer dat veranderde is niet nagegaan.',
});

/**
 * `ontheffing-medisch`: of aan de voorwaarden voor een medische ontheffing is voldaan.
 *
 * Wi2021 art. 5 (https://wetten.overheid.nl/BWBR0044770/2025-10-21) en Besluit inburgering 2021 art. 2.7
 * (https://wetten.overheid.nl/BWBR0045555/2026-04-02): een verklaring van een aangewezen arts dat iemand
 * binnen vijf jaar niet kan voldoen. Gedeeltelijk voor hoogstens drie taalonderdelen, voor KNM of voor de
 * participatie in de Z-route; nooit voor PVT of MAP. De dag van de aanvraag bepaalt de tekst ('afgeleid').
 */
export function ontheffingMedisch(f: MedischFeiten, herkomst: Herkomst = {}): Oordeel {
  return oordeel({
    titel: TITEL,
    grondslag: WET,
    redenen: redenen(f),
    ontbreekt: [...nodig(f).map((n) => ontbrekendFeit(velden, n)), ...nietNagegaan(f)],
    goed: `aan de voorwaarden voor ${f.gevraagd === 'volledig' ? 'volledige' : 'gedeeltelijke'} ontheffing is voldaan`,
    feiten: () => aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen: () => stappen(f),
    zouWijzigenAls: ['de arts anders oordeelt', 'voor andere onderdelen wordt gevraagd'],
  });
}

/** De gevraagde onderdelen, elk één keer, op volgorde. */
const gevraagde = (f: MedischFeiten): string[] =>
  f.gevraagd === 'gedeeltelijk'
    ? ONDERDELEN.filter((o) => f.onderdelen?.some((r) => r.onderdeel === o))
    : [];

const taalIn = (onderdelen: readonly string[]): string[] =>
  onderdelen.filter((o) => TAAL.includes(o));

function nodig(f: MedischFeiten): Naam[] {
  const uit: Naam[] = ['gevraagd', 'adviesAangewezenArts', 'blijvendNietInStaat'];
  if (f.gevraagd === 'gedeeltelijk') uit.push('onderdelen');
  if (taalIn(gevraagde(f)).length > 0) {
    uit.push('niveau');
    if (f.niveau === 'A2') uit.push('datumAanvraag');
  }
  return uit.filter((naam) => f[naam] === undefined);
}

/** Wat van een rij ontbreekt, of in de teksten die wij lazen niet is te vinden. */
function nietNagegaan(f: MedischFeiten): OntbrekendFeit[] {
  const uit: OntbrekendFeit[] = [];
  const onderdelen = gevraagde(f);
  const taal = taalIn(onderdelen).length > 0;
  if (f.gevraagd === 'gedeeltelijk' && f.onderdelen?.some((r) => !r.onderdeel)) {
    uit.push({ feit: 'onderdelen.onderdeel', tekst: 'Nog niet bekend: welk onderdeel.' });
  }
  const soorten = [taal, onderdelen.includes('KNM'), onderdelen.includes(PARTICIPATIE)];
  if (soorten.filter(Boolean).length > 1) {
    const tekst = 'Of taalonderdelen, KNM en participatie samen kunnen, is niet nagegaan.';
    uit.push({ feit: 'onderdelen', tekst });
  }
  if (taal && f.niveau === 'A2' && f.datumAanvraag && alleenB1(f) === undefined) {
    const tekst = `Of het op ${inWoorden(f.datumAanvraag)} ook voor onderdelen op A2 kon, is niet nagegaan.`;
    uit.push({ feit: 'niveau', tekst });
  }
  return uit;
}

function redenen(f: MedischFeiten): Reden[] {
  const uit: Reden[] = [];
  const zeg = (code: string, veld: Naam, tekst: string, g = BESLUIT) =>
    uit.push({ code: `ontheffing-${code}`, tekst, veld, grondslag: g });
  if (f.adviesAangewezenArts === false) {
    zeg('arts', 'adviesAangewezenArts', 'Er is geen verklaring van een aangewezen arts.');
  }
  if (f.blijvendNietInStaat === false) {
    zeg('herstel', 'blijvendNietInStaat', 'Binnen vijf jaar kan het volgens de arts wel lukken.');
  }
  const onderdelen = gevraagde(f);
  for (const vast of ['PVT', 'MAP'].filter((o) => onderdelen.includes(o))) {
    zeg(vast.toLowerCase(), 'onderdelen', `Voor ${vast} bestaat geen gedeeltelijke ontheffing.`);
  }
  if (taalIn(onderdelen).length > MEESTE_TAALONDERDELEN) {
    zeg('te-veel', 'onderdelen', 'Ten hoogste drie van de vier taalonderdelen.');
  }
  if (f.gevraagd === 'gedeeltelijk' && f.onderdelen?.length === 0) {
    zeg('geen-onderdeel', 'onderdelen', 'Er is geen onderdeel genoemd.');
  }
  if (taalIn(onderdelen).length > 0 && f.niveau === 'A2' && alleenB1(f) === true) {
    zeg('niveau', 'niveau', 'Volgens de tekst van 2022 alleen voor onderdelen op B1.', NIVEAU);
  }
  return uit;
}

/** Of op de dag van de aanvraag alleen B1 meetelde; leeg als dat niet is nagegaan. */
const alleenB1 = (f: MedischFeiten): boolean | undefined =>
  f.datumAanvraag && versieOp(ALLEEN_B1, f.datumAanvraag)?.waarde;

function stappen(f: MedischFeiten): Uitleg[] {
  const dag = f.datumAanvraag;
  return [
    {
      titel: 'Het moet vijf jaar na de aanvraag nog niet kunnen',
      uitkomst: dag ? inWoorden(plusJaren(dag, HERSTELJAREN)) : 'vijf jaar na de aanvraag',
      grondslag: BESLUIT,
    },
    ...gevraagde(f).map((o) => ({ titel: 'Gevraagd', uitkomst: o })),
  ];
}

export const ontheffingMedischRegel = maakRegel({
  id: 'ontheffing-medisch',
  titel: 'Medische ontheffing',
  vraag: 'Kan deze persoon om medische redenen worden ontheven?',
  beschrijving:
    'Wie door een lichamelijke, verstandelijke of psychische belemmering blijvend niet kan inburgeren, kan DUO om ontheffing vragen. Een arts die daarvoor is aangewezen verklaart dat het binnen vijf jaar na de aanvraag niet zal lukken.\n\nDe ontheffing is volledig of gedeeltelijk. Gedeeltelijk kan voor ten hoogste drie van de vier taalonderdelen, voor KNM of voor de participatie in de Z-route. Van PVT en MAP alleen bestaat geen ontheffing.\n\nDUO beslist, binnen acht weken.',
  rijen: ['J5'],
  artikelen: [WET, BESLUIT, NIVEAU],
  versieVolgt: 'De dag van de aanvraag.',
  velden,
  voorbeelden: MEDISCH_VOORBEELDEN,
  vindplaats: {
    bestand: 'rules/ontheffing/ontheffing-medisch.ts',
    test: 'rules/ontheffing/ontheffing-medisch.test.ts',
  },
  bepaal: ontheffingMedisch,
});
