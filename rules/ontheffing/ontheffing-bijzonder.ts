import type { OntbrekendFeit, Oordeel, Reden } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import { oordeel } from '../shared/oordeel.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, ontbrekendFeit } from '../shared/regel.ts';
import { type Invoer, jaNeeVeld, keuzeVeld, oordeelVeld } from '../shared/velden.ts';

const velden = {
  gevraagd: keuzeVeld('Ontheffing', ['volledig', 'gedeeltelijk']),
  wijze: keuzeVeld('Hoe het begint', ['aanvraag', 'ambtshalve'], {
    hulp: 'Ambtshalve: DUO beslist uit zichzelf en vraagt de gemeente om advies.',
  }),
  adviesCollege: jaNeeVeld(
    'Er is een advies van het college',
    'Bij een aanvraag stuurt de persoon dat zelf mee.',
  ),
  bijzondereOmstandigheden: oordeelVeld(
    'Er zijn bijzondere individuele omstandigheden',
    [
      'of de omstandigheden zeer uitzonderlijk zijn',
      'of zij bij het maken van de wet niet waren te voorzien',
      'of vasthouden aan de plicht schrijnend zou zijn',
      'wat verlenging, een andere leerroute of medische ontheffing al kan oplossen',
    ],
    'De gemeente adviseert, DUO oordeelt.',
  ),
};

export type BijzonderFeiten = Invoer<typeof velden>;
type Naam = keyof BijzonderFeiten & string;

const TITEL = 'Ontheffing om bijzondere omstandigheden';
const WET = grondslag('ontheffing-bijzonder', 'wet', 'art. 5');
const BESLUIT = grondslag('ontheffing-bijzonder', 'besluit', 'art. 2.8');

/** Per feit wat in de weg staat als het antwoord nee is. */
const TEGEN: readonly [Naam & ('adviesCollege' | 'bijzondereOmstandigheden'), string][] = [
  ['adviesCollege', 'Er is geen advies van het college.'],
  ['bijzondereOmstandigheden', 'De omstandigheden zijn niet zo bijzonder dat ontheffing nodig is.'],
];

/**
 * `ontheffing-bijzonder`: of aan de voorwaarden voor ontheffing om bijzondere omstandigheden is voldaan.
 *
 * Wi2021 art. 5 (https://wetten.overheid.nl/BWBR0044770/2025-10-21) en Besluit inburgering 2021 art. 2.8
 * (https://wetten.overheid.nl/BWBR0045555/2026-04-02): alleen volledig, met advies van het college, op
 * aanvraag of uit zichzelf. Het oordeel is van DUO; de gemeente adviseert.
 */
export function ontheffingBijzonder(f: BijzonderFeiten, herkomst: Herkomst = {}): Oordeel {
  const namen: Naam[] = ['gevraagd', 'wijze', 'adviesCollege', 'bijzondereOmstandigheden'];
  return oordeel({
    titel: TITEL,
    grondslag: WET,
    redenen: redenen(f),
    ontbreekt: namen
      .filter((n) => f[n] === undefined)
      .map((n): OntbrekendFeit => ontbrekendFeit(velden, n)),
    goed: 'aan de voorwaarden is voldaan',
    feiten: () => aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen: () => [
      {
        titel: 'Wie voor het advies zorgt',
        uitkomst:
          f.wijze === 'ambtshalve'
            ? 'DUO vraagt het aan het college'
            : 'de persoon vraagt het aan het college en stuurt het mee',
        grondslag: BESLUIT,
      },
    ],
    zouWijzigenAls: ['het college anders adviseert', 'DUO de omstandigheden anders weegt'],
  });
}

function redenen(f: BijzonderFeiten): Reden[] {
  const uit: Reden[] = TEGEN.filter(([veld]) => f[veld] === false).map(([veld, tekst]) => ({
    code: `ontheffing-${veld}`,
    tekst,
    veld,
    grondslag: BESLUIT,
  }));
  if (f.gevraagd !== 'gedeeltelijk') return uit;
  const tekst = 'Deze ontheffing bestaat alleen voor de hele plicht.';
  return [...uit, { code: 'ontheffing-gevraagd', tekst, veld: 'gevraagd', grondslag: BESLUIT }];
}

export const ontheffingBijzonderRegel = maakRegel({
  id: 'ontheffing-bijzonder',
  titel: 'Ontheffing om bijzondere omstandigheden',
  vraag: 'Kan deze persoon om bijzondere omstandigheden worden ontheven?',
  beschrijving:
    'In zeer uitzonderlijke, schrijnende gevallen die niemand kon voorzien, kan DUO iemand van de hele inburgeringsplicht ontheffen. Voor een deel van de plicht bestaat deze ontheffing niet.\n\nAltijd is een advies van het college nodig. Bij een aanvraag stuurt de persoon het mee. DUO kan ook uit zichzelf ontheffen en vraagt dan de gemeente om advies. DUO beslist, op een aanvraag binnen acht weken.',
  rijen: ['J7'],
  artikelen: [WET, BESLUIT],
  versieVolgt: 'De regeling is sinds 2022 gelijk gebleven.',
  velden,
  voorbeelden: [
    {
      naam: 'Met advies van het college, en DUO vindt het bijzonder',
      invoer: {
        gevraagd: 'volledig',
        wijze: 'aanvraag',
        adviesCollege: true,
        bijzondereOmstandigheden: true,
      },
    },
    {
      naam: 'Gedeeltelijk, zonder advies',
      invoer: { gevraagd: 'gedeeltelijk', wijze: 'aanvraag', adviesCollege: false },
    },
    {
      naam: 'DUO moet nog wegen',
      invoer: { gevraagd: 'volledig', wijze: 'ambtshalve', adviesCollege: true },
    },
  ],
  vindplaats: {
    bestand: 'rules/ontheffing/ontheffing-bijzonder.ts',
    test: 'rules/ontheffing/ontheffing-bijzonder.test.ts',
  },
  bepaal: ontheffingBijzonder,
});
