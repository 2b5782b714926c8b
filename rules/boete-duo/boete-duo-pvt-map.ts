import { bedragenOp, maximumOp } from '../boete/bedragen.ts';
import { boeteAntwoord } from '../boete/boete-antwoord.ts';
import {
  hindernis,
  nietVerwijtbaar,
  poort,
  poortVelden,
  verwijtbaarVeld,
  voorDeWet,
} from '../boete/poort.ts';
import { leerrouteVeld } from '../leerroute/velden.ts';
import type { Berekening, OntbrekendFeit, Uitleg } from '../shared/antwoord.ts';
import { type Datum, plusJaren } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, ontbrekendFeit } from '../shared/regel.ts';
import { inEuro, inWoorden, opsomming } from '../shared/tekst.ts';
import { bedragVeld, datumVeld, getalVeld, type Invoer, jaNeeVeld } from '../shared/velden.ts';

const ID = 'boete-duo-pvt-map';

/** Wi2021 art. 24 lid 1–3: na de termijn en na de nieuwe termijn; daarna lid 4. */
const BOETES_MET_TERMIJN = 2;
/** Wi2021 art. 24 lid 4: daarna iedere twee jaar. */
const JAREN_ERTUSSEN = 2;

const velden = {
  ...poortVelden,
  leerroute: leerrouteVeld('Leerroute volgens het PIP'),
  laatsteDagTermijn: datumVeld(
    'Laatste dag van de termijn, met verlengingen',
    'Ook van een nieuwe termijn na een eerdere boete. DUO stelt haar vast.',
  ),
  pvtAfgerond: jaNeeVeld('Het PVT is binnen die termijn afgerond'),
  mapAfgerond: jaNeeVeld(
    'De MAP is binnen die termijn afgerond',
    'Niet nodig voor wie het taalschakeltraject volgt of afrondde.',
  ),
  verwijtbaar: verwijtbaarVeld(),
  eerdereBoetesPvtMap: getalVeld('Eerdere boetes van DUO hiervoor', { max: 99 }),
  datumVorigeBoete: datumVeld('Dagtekening van de vorige boete hiervoor'),
};

export type BoeteDuoPvtMapFeiten = Invoer<typeof velden>;
type Naam = keyof BoeteDuoPvtMapFeiten & string;

/** Bedrag in eurocenten; `nietEerderDan` als er al twee boetes waren. */
export type BoeteDuoPvtMap = { hoogsteBoete: number; nietEerderDan?: Datum };

const TITEL = 'Boete van DUO voor PVT en MAP';
const wet = (artikel: string, op?: Datum) => grondslag(ID, 'wet', artikel, { op });
const BEDRAG = grondslag(ID, 'besluit', 'art. 7.2 lid 1', {
  zekerheid: 'afgeleid',
  toelichting: 'Ontbreken PVT en MAP allebei, dan lezen wij één boete en geen twee.',
});
const GEEN_MAP = grondslag(ID, 'wet', 'art. 8 lid 3');

/**
 * `boete-duo-pvt-map`: hoeveel boete DUO ten hoogste kan opleggen als het PVT of de MAP niet op tijd is
 * afgerond.
 *
 * Wi2021 art. 24, 26 en 27 (https://wetten.overheid.nl/BWBR0044770/2023-01-01) en Besluit inburgering 2021
 * art. 7.2 lid 1 (https://wetten.overheid.nl/BWBR0045555/2026-04-02). Bedrag in eurocenten. De laatste dag
 * van de termijn bepaalt de versie. DUO beslist.
 */
export function boeteDuoPvtMap(
  f: BoeteDuoPvtMapFeiten,
  herkomst: Herkomst = {},
): Berekening<BoeteDuoPvtMap> {
  const voorwaarden = poort(ID, f);
  const klaar = f.pvtAfgerond === true && (f.mapAfgerond === true || f.leerroute === 'O');
  return boeteAntwoord({
    titel: TITEL,
    grondslag: wet('art. 24 en 26', f.laatsteDagTermijn),
    hindernissen: [
      ...voorDeWet(ID, f.laatsteDagTermijn),
      ...(klaar ? [hindernis(klaarTekst(f), ID, 'wet', 'art. 24 lid 1')] : []),
      ...(f.verwijtbaar === false ? [nietVerwijtbaar(ID)] : []),
      ...voorwaarden.hindernissen,
    ],
    ontbreekt: [...voorwaarden.ontbreekt, ...ontbreekt(f)],
    feiten: () => aangehaaldeFeiten(velden, f, undefined, herkomst),
    zouWijzigenAls: [
      'het PVT en de MAP op tijd zijn afgerond',
      'DUO de termijn verlengt',
      'DUO bijzondere omstandigheden meeweegt',
    ],
    reken: () => reken(f),
  });
}

const klaarTekst = (f: BoeteDuoPvtMapFeiten): string =>
  f.mapAfgerond
    ? 'Het PVT en de MAP zijn op tijd afgerond'
    : 'Het PVT is op tijd afgerond; bij de onderwijsroute hoort geen MAP';

function ontbreekt(f: BoeteDuoPvtMapFeiten): OntbrekendFeit[] {
  const namen: Naam[] = [
    'leerroute',
    'laatsteDagTermijn',
    'pvtAfgerond',
    'verwijtbaar',
    'eerdereBoetesPvtMap',
  ];
  if (f.leerroute !== 'O') namen.push('mapAfgerond');
  if ((f.eerdereBoetesPvtMap ?? 0) >= BOETES_MET_TERMIJN) namen.push('datumVorigeBoete');
  return namen.filter((n) => f[n] === undefined).map((n) => ontbrekendFeit(velden, n));
}

function reken(feiten: BoeteDuoPvtMapFeiten) {
  const f = feiten as Required<BoeteDuoPvtMapFeiten>;
  const { pvtMap = 0 } = bedragenOp(f.laatsteDagTermijn) ?? {};
  const hoogsteBoete = Math.min(pvtMap, maximumOp(f.laatsteDagTermijn, '24') ?? 0);
  const elkeTweeJaar = f.eerdereBoetesPvtMap >= BOETES_MET_TERMIJN;
  const nietEerderDan = elkeTweeJaar ? plusJaren(f.datumVorigeBoete, JAREN_ERTUSSEN) : undefined;
  const mist = [
    ...(f.pvtAfgerond ? [] : ['het PVT']),
    ...(f.mapAfgerond || f.leerroute === 'O' ? [] : ['de MAP']),
  ];
  return {
    waarde: { hoogsteBoete, ...(nietEerderDan ? { nietEerderDan } : {}) },
    uitkomst: `ten hoogste ${inEuro(hoogsteBoete)}`,
    stappen: (): Uitleg[] => [
      { titel: `Niet op tijd: ${opsomming(mist)}`, uitkomst: inEuro(pvtMap), grondslag: BEDRAG },
      ...(f.leerroute === 'O'
        ? [{ titel: 'Bij de onderwijsroute hoort geen MAP', grondslag: GEEN_MAP }]
        : []),
      nietEerderDan
        ? {
            titel: 'Na twee boetes: iedere twee jaar',
            uitkomst: `niet eerder dan ${inWoorden(nietEerderDan)}`,
            grondslag: wet('art. 24 lid 4', f.laatsteDagTermijn),
          }
        : {
            titel: 'DUO geeft een nieuwe termijn van ten hoogste twee jaar',
            grondslag: wet('art. 24 lid 2 en 3', f.laatsteDagTermijn),
          },
    ],
  };
}

const PVT_ONBEKEND = {
  doelgroep: 'Gezinsmigrant en overige migrant',
  bijstandVerlaagd: false,
  leerroute: 'B',
  laatsteDagTermijn: '2025-06-30',
  mapAfgerond: false,
  verwijtbaar: true,
  eerdereBoetesPvtMap: 0,
};
const MAP_MIST = { ...PVT_ONBEKEND, pvtAfgerond: true };

export const boeteDuoPvtMapRegel = maakRegel({
  id: ID,
  titel: 'Boete van DUO als PVT of MAP niet op tijd is afgerond',
  vraag: 'Hoeveel boete kan DUO ten hoogste opleggen als het PVT of de MAP ontbreekt?',
  beschrijving:
    'Wie het participatieverklaringstraject of de module Arbeidsmarkt en Participatie niet binnen de termijn afrondt, kan van DUO een boete van € 340 krijgen, met een nieuwe termijn van ten hoogste twee jaar. Gaat ook die voorbij, dan kan er weer een boete van € 340 komen, met een nieuwe termijn. Daarna kan het iedere twee jaar, zolang het niet is afgerond.\n\nWie de onderwijsroute volgt, hoeft de MAP niet te doen. Valt het de persoon niet te verwijten, dan is er geen boete. Bij vluchtelingen laat het Europese Hof een boete alleen toe bij bewezen en blijvende onwil. DUO beslist; deze regel zegt wat ten hoogste kan.',
  rijen: ['I8', 'I9'],
  artikelen: [wet('art. 24 en 26'), BEDRAG, GEEN_MAP],
  versieVolgt: 'De laatste dag van de termijn.',
  velden,
  waarde: {
    hoogsteBoete: bedragVeld('Wat DUO ten hoogste kan opleggen'),
    nietEerderDan: datumVeld('Eerste dag waarop een volgende boete kan'),
  },
  voorbeelden: [
    { naam: 'De MAP ontbreekt', invoer: MAP_MIST },
    {
      naam: 'Onderwijsroute zonder MAP',
      invoer: { ...MAP_MIST, leerroute: 'O' },
    },
    {
      naam: 'Derde boete, twee jaar na de vorige',
      invoer: { ...MAP_MIST, eerdereBoetesPvtMap: 2, datumVorigeBoete: '2024-02-29' },
    },
    { naam: 'Onbekend of het PVT is afgerond', invoer: PVT_ONBEKEND },
  ],
  vindplaats: {
    bestand: 'rules/boete-duo/boete-duo-pvt-map.ts',
    test: 'rules/boete-duo/boete-duo-pvt-map.test.ts',
  },
  bepaal: boeteDuoPvtMap,
});
