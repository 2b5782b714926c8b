import type { OntbrekendFeit, Oordeel } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import {
  aangehaaldeFeiten,
  type Herkomst,
  maakRegel,
  onbekend,
  ontbrekendFeit,
} from '../shared/regel.ts';
import { type Invoer, jaNeeVeld, keuzeVeld, lijstVeld } from '../shared/velden.ts';
import { type IntakeFeiten, intakeVolledig } from './intake-volledig.ts';
import { INTAKE_ONDERDELEN } from './onderdelen.ts';

const BESPROKEN = INTAKE_ONDERDELEN.filter((o) => o.vorm === 'antwoord').map((o) => o.id);

const velden = {
  onderdelen: lijstVeld('Besproken en vastgelegde onderdelen', {
    onderdeel: keuzeVeld('Onderdeel', BESPROKEN),
  }),
  leerbaarheidstoetsAfgenomen: jaNeeVeld('De leerbaarheidstoets is afgenomen'),
  leerbaarheidstoetsOntheffing: jaNeeVeld(
    'Er is ontheffing van de leerbaarheidstoets',
    'Alleen van de toets; de intake gaat door.',
  ),
  gezondheidBesproken: jaNeeVeld('Gezondheid is besproken', 'Alleen dat, niet wat is gezegd.'),
  privegesprekAangeboden: jaNeeVeld('Een gesprek zonder partner of familie is aangeboden'),
  kindVoorVve: jaNeeVeld('Er is een kind voor wie voor- of vroegschoolse educatie kan'),
  zonderPersoon: jaNeeVeld('Het college rondt de intake na drie oproepen af zonder de persoon'),
  onderwerpenVerplicht: jaNeeVeld(
    'De gemeente verplicht ook haar eigen onderwerpen',
    'Niet ingevuld: nee.',
  ),
};

export type IntakeVolledigFeiten = Invoer<typeof velden>;

const WET = grondslag('intake-volledig', 'wet', 'art. 14 lid 3');
const BESLUIT = grondslag('intake-volledig', 'besluit', 'art. 5.2');

/** De feiten, met voor elk ontbrekend feit het gunstigste antwoord. */
function gunstigst(f: IntakeVolledigFeiten): IntakeFeiten {
  return {
    beantwoord: new Set(
      (f.onderdelen ?? BESPROKEN.map((onderdeel) => ({ onderdeel }))).map((o) => o.onderdeel ?? ''),
    ),
    leerbaarheidstoetsAfgenomen: f.leerbaarheidstoetsAfgenomen ?? true,
    leerbaarheidstoetsOntheffing: f.leerbaarheidstoetsOntheffing ?? true,
    gezondheidBesproken: f.gezondheidBesproken ?? true,
    privegesprekAangeboden: f.privegesprekAangeboden ?? true,
    kindVoorVve: f.kindVoorVve ?? false,
    zonderPersoon: f.zonderPersoon ?? true,
    onderwerpenVerplicht: f.onderwerpenVerplicht ?? false,
  };
}

function watOntbreekt(f: IntakeVolledigFeiten): OntbrekendFeit[] {
  const toets = f.leerbaarheidstoetsAfgenomen || f.leerbaarheidstoetsOntheffing;
  const besprak = f.onderdelen?.some((o) => o.onderdeel === 'vve');
  const metPersoon = [
    ...(toets ? [] : (['leerbaarheidstoetsAfgenomen', 'leerbaarheidstoetsOntheffing'] as const)),
    'gezondheidBesproken',
    'privegesprekAangeboden',
    ...(besprak ? [] : (['kindVoorVve'] as const)),
  ] as const;
  const namen = ['zonderPersoon', 'onderdelen', ...(f.zonderPersoon ? [] : metPersoon)] as const;
  return namen.filter((naam) => f[naam] === undefined).map((naam) => ontbrekendFeit(velden, naam));
}

/**
 * `intake-volledig` als vraag: of de brede intake kan worden afgerond, met alles wat zeker ontbreekt.
 *
 * Wi2021 art. 14 lid 3 en 6 (https://wetten.overheid.nl/BWBR0044770/2025-10-21) en Besluit inburgering 2021
 * art. 5.2 (https://wetten.overheid.nl/BWBR0045555/2026-04-02). Is niet elk feit bekend, dan staan alleen de
 * redenen er die hoe dan ook gelden.
 */
export function intakeUitFeiten(f: IntakeVolledigFeiten, herkomst: Herkomst = {}): Oordeel {
  const oordeel = intakeVolledig(gunstigst(f));
  const ontbreekt = watOntbreekt(f);
  if (oordeel.uitkomst === 'voldoet' && ontbreekt.length > 0) {
    return onbekend('Brede intake', ontbreekt, WET);
  }
  return {
    ...oordeel,
    uitleg: () => {
      const uitleg = oordeel.uitleg();
      return {
        ...uitleg,
        feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
        stappen: [...(uitleg.stappen ?? []), ...ontbreekt.map((o) => ({ titel: o.tekst }))],
        zouWijzigenAls: ['er nog een onderdeel wordt besproken en vastgelegd'],
      };
    },
  };
}

const WETTELIJK = INTAKE_ONDERDELEN.filter(
  (o) => o.eis === 'wet' && o.vorm === 'antwoord' && o.id !== 'vve',
).map((o) => ({ onderdeel: o.id }));

const VOLLEDIG = {
  onderdelen: WETTELIJK,
  leerbaarheidstoetsAfgenomen: true,
  gezondheidBesproken: true,
  privegesprekAangeboden: true,
  kindVoorVve: false,
  zonderPersoon: false,
};

export const intakeVolledigRegel = maakRegel({
  id: 'intake-volledig',
  titel: 'Volledige brede intake',
  vraag: 'Is de brede intake volledig?',
  beschrijving:
    'De brede intake bestaat uit de leerbaarheidstoets, een onderzoek naar opleiding en werkervaring in het land van herkomst, de persoonlijke omstandigheden met de gezondheid, het taalniveau, de mogelijkheden om te werken en de zelfredzaamheid. Is er een jong kind, dan hoort voor- en vroegschoolse educatie erbij. Het college wijst op het recht om het gesprek alleen te voeren en legt de uitkomst op schrift vast.\n\nEen ontheffing vervangt alleen de toets. Komt iemand na drie oproepen niet, dan rondt het college de intake zonder hem af en blijft alleen het verslag nodig.',
  rijen: ['C2', 'C3'],
  artikelen: [WET, BESLUIT],
  versieVolgt:
    'De onderdelen zijn sinds 2022 gelijk gebleven; de wetswijziging van 21 oktober 2025 is niet nagelezen.',
  velden,
  voorbeelden: [
    { naam: 'Alles is vastgelegd', invoer: VOLLEDIG },
    {
      naam: 'Ontheffing van de toets, gezondheid nog niet besproken',
      invoer: {
        ...VOLLEDIG,
        leerbaarheidstoetsAfgenomen: false,
        leerbaarheidstoetsOntheffing: true,
        gezondheidBesproken: false,
      },
    },
    {
      naam: 'Na drie oproepen zonder de persoon',
      invoer: { zonderPersoon: true, onderdelen: [{ onderdeel: 'verslag' }] },
    },
    { naam: 'Nog niets bekend', invoer: {} },
  ],
  vindplaats: {
    bestand: 'rules/brede-intake/intake-regels.ts',
    test: 'rules/brede-intake/intake-regels.test.ts',
  },
  bepaal: intakeUitFeiten,
});
