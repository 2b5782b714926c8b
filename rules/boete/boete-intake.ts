import type { Berekening, OntbrekendFeit, Uitleg } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, ontbrekendFeit } from '../shared/regel.ts';
import { inEuro } from '../shared/tekst.ts';
import {
  bedragVeld,
  datumVeld,
  getalVeld,
  type Invoer,
  jaNeeVeld,
  lijstVeld,
  oordeelVeld,
} from '../shared/velden.ts';
import { bedragenOp, maximumOp } from './bedragen.ts';
import { boeteAntwoord } from './boete-antwoord.ts';
import {
  eerdereBoeteVelden,
  mistVanBoetes,
  plafondGrond,
  ruimteOver,
  ruimteUitleg,
  TERMIJNEN,
} from './eerdere-boetes.ts';
import {
  hindernis,
  nietVerwijtbaar,
  poort,
  poortVelden,
  verwijtbaarVeld,
  voorDeWet,
} from './poort.ts';

const ID = 'boete-intake';

/** Wi2021 art. 14 lid 1: na de eerste gemiste oproep volgt een waarschuwing, geen boete. */
const OPROEPEN_ZONDER_BOETE = 1;
/** Wi2021 art. 22 lid 1 en 3: één boete na de herhaalde oproep en één na de nieuwe termijn. */
const MEESTE_BOETES = 2;
/** Wi2021 art. 14 lid 2: na drie oproepen wordt de intake zonder de persoon voltooid. */
const OPROEPEN_TOT_VOLTOOIEN = 3;

const velden = {
  ...poortVelden,
  gemisteOproepen: getalVeld('Oproepen waarbij de persoon niet kwam of onvoldoende meewerkte', {
    max: 99,
    hulp: 'Voor deze brede intake, met de leerbaarheidstoets. Een afzegging met een goede reden telt niet.',
  }),
  waarschuwingGegeven: jaNeeVeld(
    'Schriftelijk gewaarschuwd, met een herhaalde oproep en een nieuwe termijn',
  ),
  datumConstatering: datumVeld('Dag waarop is vastgesteld dat de termijn voorbij is'),
  verwijtbaar: verwijtbaarVeld(),
  bijzondereOmstandigheden: oordeelVeld(
    'Er zijn bijzondere omstandigheden om de boete te verlagen',
    [
      'wat de persoon aanvoert en aantoont: het bewijs voor een lagere boete is aan hem',
      'wat de gemeente zelf al weet, ook als de persoon er niet over begint',
      'inkomen en schulden',
    ],
  ),
  eerdereBoetes: lijstVeld(
    'Eerdere boetes van het college',
    eerdereBoeteVelden,
    'Boetes van art. 22 voor deze intake, en boetes van art. 23. Een lege lijst als er geen zijn.',
  ),
};

export type BoeteIntakeFeiten = Invoer<typeof velden>;

/** Bedragen in eurocenten. `keer` is 1 voor de eerste en 2 voor de tweede boete. */
export type BoeteIntake = {
  hoogsteBoete: number;
  keer: number;
  intakeZonderPersoon: boolean;
  ruimte: number;
};

const TITEL = 'Boete voor de brede intake';
const GROND = grondslag(ID, 'wet', 'art. 14, 22 en 26');
const BEDRAG = grondslag(ID, 'besluit', 'art. 7.1 lid 1');
const BEWIJS = grondslag(ID, 'besluit', 'art. 7.1 lid 6');
const ZONDER = grondslag(ID, 'wet', 'art. 14 lid 2');

/**
 * `boete-intake`: hoeveel boete ten hoogste past als iemand niet komt of onvoldoende meewerkt aan de
 * brede intake.
 *
 * Wi2021 art. 14, 22, 26 en 27 (https://wetten.overheid.nl/BWBR0044770/2023-01-01) en Besluit inburgering
 * 2021 art. 7.1 lid 1, 5 en 6 (https://wetten.overheid.nl/BWBR0045555/2026-04-02). Bedragen in eurocenten.
 * De dag van constatering bepaalt de versie. Ook bij onvoldoende meewerken gaat de waarschuwing vooraf;
 * zo lezen wij art. 22 samen met art. 14.
 */
export function boeteIntake(
  f: BoeteIntakeFeiten,
  herkomst: Herkomst = {},
): Berekening<BoeteIntake> {
  const voorwaarden = poort(ID, f);
  return boeteAntwoord({
    titel: TITEL,
    grondslag: grondslag(ID, 'wet', 'art. 14, 22 en 26', { op: f.datumConstatering }),
    hindernissen: [
      ...voorDeWet(ID, f.datumConstatering),
      ...ladder(f),
      ...(f.verwijtbaar === false ? [nietVerwijtbaar(ID)] : []),
      ...voorwaarden.hindernissen,
    ],
    ontbreekt: [...voorwaarden.ontbreekt, ...ontbreekt(f)],
    feiten: () => aangehaaldeFeiten(velden, f, undefined, herkomst),
    zouWijzigenAls: [
      'de persoon alsnog komt en meewerkt',
      'een mens oordeelt dat het de persoon niet te verwijten valt',
      'er bijzondere omstandigheden zijn',
    ],
    reken: () => reken(f),
  });
}

/** Hoeveel boetes voor deze intake al zijn opgelegd. */
const alOpgelegd = (f: BoeteIntakeFeiten): number =>
  f.eerdereBoetes?.filter((b) => b.artikel === '22').length ?? 0;

/** Wat op de ladder van oproepen in de weg staat. */
function ladder(f: BoeteIntakeFeiten): Uitleg[] {
  const { gemisteOproepen: gemist } = f;
  const stappen: Uitleg[] = [];
  if (gemist === 0) stappen.push(stap('Er is geen oproep gemist', 'art. 14 lid 1'));
  if (gemist === OPROEPEN_ZONDER_BOETE) {
    const titel = 'Na de eerste gemiste oproep volgt een waarschuwing met een herhaalde oproep';
    stappen.push(stap(titel, 'art. 14 lid 1'));
  }
  if (f.waarschuwingGegeven === false && gemist !== 0) {
    stappen.push(stap('Er is nog niet schriftelijk gewaarschuwd', 'art. 14 lid 1'));
  }
  const opgelegd = alOpgelegd(f);
  if (opgelegd >= MEESTE_BOETES) {
    stappen.push(stap('Er zijn al twee boetes voor deze intake opgelegd', 'art. 22'));
  } else if (gemist !== undefined && opgelegd > 0 && opgelegd >= gemist - OPROEPEN_ZONDER_BOETE) {
    stappen.push(stap('Voor de laatste gemiste oproep is al een boete opgelegd', 'art. 22'));
  }
  return stappen;
}

const stap = (titel: string, artikel: string): Uitleg => hindernis(titel, ID, 'wet', artikel);

function ontbreekt(f: BoeteIntakeFeiten): OntbrekendFeit[] {
  const nodig = [
    'gemisteOproepen',
    'waarschuwingGegeven',
    'datumConstatering',
    'verwijtbaar',
    'bijzondereOmstandigheden',
    'eerdereBoetes',
  ] as const;
  return [
    ...nodig.filter((n) => f[n] === undefined).map((n) => ontbrekendFeit(velden, n)),
    ...mistVanBoetes(f.eerdereBoetes ?? [], undefined, undefined),
  ];
}

function reken(feiten: BoeteIntakeFeiten) {
  const f = feiten as Required<BoeteIntakeFeiten>;
  const { intake = 0 } = bedragenOp(f.datumConstatering) ?? {};
  const bedrag = Math.min(intake, maximumOp(f.datumConstatering, '22') ?? 0);
  const over = ruimteOver(f.eerdereBoetes, TERMIJNEN[0], undefined, f.datumConstatering);
  const hoogsteBoete = Math.min(bedrag, over.ruimte);
  const keer = alOpgelegd(f) + 1;
  const intakeZonderPersoon = f.gemisteOproepen >= OPROEPEN_TOT_VOLTOOIEN;
  return {
    waarde: { hoogsteBoete, keer, intakeZonderPersoon, ruimte: over.ruimte },
    uitkomst: `ten hoogste ${inEuro(hoogsteBoete)}${f.bijzondereOmstandigheden ? ', met reden om lager te gaan' : ''}`,
    stappen: () => [
      {
        titel: keer === 1 ? 'Eerste boete voor de intake' : 'Tweede boete voor de intake',
        uitkomst: inEuro(bedrag),
        grondslag: BEDRAG,
      },
      ...(f.bijzondereOmstandigheden
        ? [
            {
              titel: 'Bijzondere omstandigheden: een mens bepaalt hoeveel lager',
              grondslag: BEWIJS,
            },
          ]
        : []),
      ruimteUitleg(ID, over),
      intakeZonderPersoon
        ? {
            titel: 'Na drie oproepen voltooit het college de intake zonder de persoon',
            grondslag: ZONDER,
          }
        : {
            titel: 'De beschikking geeft een nieuwe termijn van ten hoogste twee maanden',
            grondslag: grondslag(ID, 'wet', 'art. 22 lid 2', { op: f.datumConstatering }),
          },
    ],
  };
}

const TWEEDE_GEMIST = {
  doelgroep: 'Gezinsmigrant en overige migrant',
  bijstandVerlaagd: false,
  gemisteOproepen: 2,
  waarschuwingGegeven: true,
  datumConstatering: '2024-12-16',
  verwijtbaar: true,
  bijzondereOmstandigheden: false,
  eerdereBoetes: [],
};

export const boeteIntakeRegel = maakRegel({
  id: ID,
  titel: 'Boete voor de brede intake',
  vraag: 'Hoeveel boete past ten hoogste als iemand niet komt voor de brede intake?',
  beschrijving:
    'Wie de eerste keer niet komt of onvoldoende meewerkt, krijgt geen boete maar een schriftelijke waarschuwing, met een herhaalde oproep en een nieuwe termijn. Komt hij ook dan niet, dan is een boete mogelijk van € 250. De beschikking geeft een nieuwe termijn van ten hoogste twee maanden. Gaat het weer mis, dan is een tweede boete van € 250 mogelijk en voltooit het college de intake zonder de persoon.\n\nHet bedrag staat vast. Wie een lagere boete wil, moet de feiten daarvoor zelf aandragen en aantonen, maar de gemeente weegt ook bijzondere omstandigheden die zij al kent. Valt de persoon niets te verwijten, dan is er geen boete. Bij een asielstatushouder gaat altijd eerst de toets vooraf. Deze regel zegt wat ten hoogste mag; een mens beslist.',
  rijen: ['I1', 'I2', 'I7', 'I8'],
  artikelen: [GROND, ZONDER, BEDRAG, BEWIJS, plafondGrond(ID)],
  versieVolgt: 'De dag waarop is vastgesteld dat de termijn voorbij is.',
  velden,
  waarde: {
    hoogsteBoete: bedragVeld('Wat ten hoogste mag worden opgelegd'),
    keer: getalVeld('De hoeveelste boete voor deze intake'),
    intakeZonderPersoon: jaNeeVeld('De intake wordt hierna zonder de persoon voltooid'),
    ruimte: bedragVeld('Wat van de grens aan het totaal over was'),
  },
  voorbeelden: [
    { naam: 'Eerste oproep gemist', invoer: { ...TWEEDE_GEMIST, gemisteOproepen: 1 } },
    { naam: 'Herhaalde oproep gemist', invoer: TWEEDE_GEMIST },
    {
      naam: 'Ook na de eerste boete niet gekomen',
      invoer: {
        ...TWEEDE_GEMIST,
        gemisteOproepen: 3,
        eerdereBoetes: [
          { artikel: '22', dagtekeningBoetebeschikking: '2024-10-01', bedrag: 25_000 },
        ],
      },
    },
    {
      naam: 'De bijstand is al verlaagd voor dezelfde afspraak',
      invoer: { ...TWEEDE_GEMIST, bijstandVerlaagd: true },
    },
    {
      naam: 'Asielstatushouder, de toets is nog niet gedaan',
      invoer: { ...TWEEDE_GEMIST, doelgroep: 'Asielstatushouder' },
    },
  ],
  vindplaats: { bestand: 'rules/boete/boete-intake.ts', test: 'rules/boete/boete-intake.test.ts' },
  bepaal: boeteIntake,
});
