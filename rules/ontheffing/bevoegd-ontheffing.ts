import type { Berekening, Grondslag } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, onbekend, vereis } from '../shared/regel.ts';
import { type Invoer, jaNeeVeld, keuzeVeld } from '../shared/velden.ts';

const BESLUITEN = [
  'ontheffing van de leerbaarheidstoets',
  'vrijstelling',
  'gedeeltelijke vrijstelling van het examen',
  'medische ontheffing',
  'ontheffing om bijzondere omstandigheden',
  'aangepast examen',
] as const;
type Besluit = (typeof BESLUITEN)[number];

const velden = {
  besluit: keuzeVeld('Waarover wordt beslist', BESLUITEN),
};

export type BevoegdFeiten = Invoer<typeof velden>;

const BESLISSERS = ['college', 'DUO'] as const;
export type BevoegdOntheffing = {
  beslist: (typeof BESLISSERS)[number];
  /** Of het college daarover adviseert. */
  collegeAdviseert: boolean;
};

const ID = 'bevoegd-ontheffing';
const TITEL = 'Wie beslist over vrijstelling en ontheffing';
const TOETS = grondslag(ID, 'wet', 'art. 14 lid 6');
const ADVIES = grondslag(ID, 'besluit', 'art. 2.8 lid 2 en 4');

/** Per besluit het artikel dat de bevoegdheid geeft. */
const GRONDEN: Record<Besluit, Grondslag> = {
  'ontheffing van de leerbaarheidstoets': TOETS,
  vrijstelling: grondslag(ID, 'wet', 'art. 4 lid 1'),
  'gedeeltelijke vrijstelling van het examen': grondslag(ID, 'regeling', 'art. 3.14'),
  'medische ontheffing': grondslag(ID, 'wet', 'art. 5 lid 1'),
  'ontheffing om bijzondere omstandigheden': grondslag(ID, 'wet', 'art. 5 lid 2'),
  'aangepast examen': grondslag(ID, 'besluit', 'art. 3.9'),
};

/**
 * `bevoegd-ontheffing`: wie over een vrijstelling of ontheffing beslist.
 *
 * Wi2021 art. 4, 5 en 14 lid 6 (https://wetten.overheid.nl/BWBR0044770/2025-10-21), Besluit inburgering 2021
 * art. 2.8 en 3.9 (https://wetten.overheid.nl/BWBR0045555/2026-04-02) en Regeling art. 3.14
 * (https://wetten.overheid.nl/BWBR0045574/2026-04-18): het college alleen over de leerbaarheidstoets, DUO
 * namens de Minister over al het andere. Bij bijzondere omstandigheden adviseert het college.
 */
export function bevoegdOntheffing(
  f: BevoegdFeiten,
  herkomst: Herkomst = {},
): Berekening<BevoegdOntheffing> {
  const nodig = vereis(velden, f, ['besluit']);
  if ('ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt, TOETS);
  const { besluit } = nodig.f;
  const collegeAdviseert = besluit === 'ontheffing om bijzondere omstandigheden';
  const bijCollege = besluit === 'ontheffing van de leerbaarheidstoets';
  return {
    uitkomst: 'bepaald',
    waarde: { beslist: bijCollege ? 'college' : 'DUO', collegeAdviseert },
    uitleg: () => ({
      titel: TITEL,
      uitkomst: bijCollege ? 'het college beslist' : 'DUO beslist, namens de Minister',
      grondslag: GRONDEN[besluit],
      feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
      stappen: [
        ...(bijCollege ? [{ titel: 'Alleen de toets vervalt; de brede intake gaat door' }] : []),
        ...(collegeAdviseert
          ? [{ titel: 'Het college geeft hierover advies', grondslag: ADVIES }]
          : []),
      ],
      zouWijzigenAls: ['het om een ander besluit gaat'],
    }),
  };
}

export const bevoegdOntheffingRegel = maakRegel({
  id: ID,
  titel: 'Wie beslist over vrijstelling en ontheffing',
  vraag: 'Beslist het college hierover of DUO?',
  beschrijving:
    'Het college beslist alleen over de ontheffing van de leerbaarheidstoets. Alleen de toets vervalt dan; de brede intake gaat door.\n\nOver elke andere vrijstelling en ontheffing beslist DUO, namens de Minister. Vraagt iemand ontheffing om bijzondere omstandigheden, dan adviseert het college.',
  rijen: ['J10'],
  artikelen: [...Object.values(GRONDEN), ADVIES],
  versieVolgt: 'De bevoegdheid is sinds 2022 gelijk gebleven.',
  velden,
  waarde: {
    beslist: keuzeVeld('Wie beslist', BESLISSERS),
    collegeAdviseert: jaNeeVeld('Het college adviseert'),
  },
  voorbeelden: [
    {
      naam: 'Iemand die blind is en de leerbaarheidstoets',
      invoer: { besluit: 'ontheffing van de leerbaarheidstoets' },
    },
    { naam: 'Medische ontheffing', invoer: { besluit: 'medische ontheffing' } },
    {
      naam: 'Bijzondere omstandigheden',
      invoer: { besluit: 'ontheffing om bijzondere omstandigheden' },
    },
    { naam: 'Nog niet bekend', invoer: {} },
  ],
  vindplaats: {
    bestand: 'rules/ontheffing/bevoegd-ontheffing.ts',
    test: 'rules/ontheffing/bevoegd-ontheffing.test.ts',
  },
  bepaal: bevoegdOntheffing,
});
