import type { Berekening } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, onbekend, vereis } from '../shared/regel.ts';
import { type Invoer, jaNeeVeld, keuzeVeld } from '../shared/velden.ts';

/** Redenen waarmee DUO meldt dat er geen plicht (meer) is, met wat dat betekent. */
const GEVOLGEN = {
  'Volledige ontheffing': { gevolg: 'beëindigd', voldaan: false },
  'Volledige vrijstelling': { gevolg: 'beëindigd', voldaan: false },
  'Inburgeringsplicht voldaan': { gevolg: 'beëindigd', voldaan: true },
  'Verblijfsdoel gewijzigd': { gevolg: 'beëindigd', voldaan: false },
  'Vertrek uit Nederland langer dan een jaar': { gevolg: 'beëindigd', voldaan: false },
  Overlijden: { gevolg: 'beëindigd', voldaan: false },
  'Tijdelijke vrijstelling': { gevolg: 'rust', voldaan: false },
} as const;

type Reden = keyof typeof GEVOLGEN;
const REDENEN = Object.keys(GEVOLGEN) as [Reden, ...Reden[]];

const velden = {
  redenGeenInburgeringsplicht: keuzeVeld('Reden volgens DUO', [...REDENEN, 'Overig']),
};

export type EindeFeiten = Invoer<typeof velden>;
export type EindePlicht = { gevolg: 'beëindigd' | 'rust'; voldaan: boolean };

const TITEL = 'Wat de reden van DUO met de plicht doet';
const GROND = grondslag('einde-plicht', 'wet', 'art. 4 en 5', {
  zekerheid: 'afgeleid',
  toelichting: 'De redenen zijn die van de gegevens van DUO; DUO stelt het einde vast.',
});

/**
 * `einde-plicht`: of de plicht door deze reden eindigt of alleen rust.
 *
 * Wi2021 art. 4 en 5 (https://wetten.overheid.nl/BWBR0044770/2025-10-21): vrijstelling, ontheffing en
 * voldoen beëindigen de plicht; een tijdelijke vrijstelling laat haar rusten. Bij 'Overig' zegt DUO niet
 * waarom: dan is de vraag niet te beantwoorden.
 */
export function eindePlicht(f: EindeFeiten, herkomst: Herkomst = {}): Berekening<EindePlicht> {
  const nodig = vereis(velden, f, ['redenGeenInburgeringsplicht']);
  if ('ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt, GROND);
  const reden = nodig.f.redenGeenInburgeringsplicht;
  if (reden === 'Overig') {
    const tekst = 'DUO noemt geen reden; vraag na of de plicht is geëindigd of rust.';
    return onbekend(TITEL, [{ feit: 'redenGeenInburgeringsplicht', tekst }], GROND);
  }
  const waarde = GEVOLGEN[reden];
  return {
    uitkomst: 'bepaald',
    waarde,
    uitleg: () => ({
      titel: TITEL,
      uitkomst: waarde.gevolg === 'rust' ? 'de plicht rust' : 'de plicht is geëindigd',
      grondslag: GROND,
      feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
      zouWijzigenAls: ['DUO de plicht opnieuw meldt'],
    }),
  };
}

export const eindePlichtRegel = maakRegel({
  id: 'einde-plicht',
  titel: 'Hoe de plicht eindigt of rust',
  vraag: 'Wat betekent de reden waarmee DUO meldt dat er geen plicht is?',
  beschrijving:
    'De plicht eindigt als iemand eraan heeft voldaan, geheel is vrijgesteld of ontheven, een ander verblijfsdoel krijgt, langer dan een jaar weg is of overlijdt. Bij een tijdelijke vrijstelling rust zij, en kan zij later herleven.',
  rijen: ['A15'],
  artikelen: [GROND],
  versieVolgt: 'De dag waarop DUO het meldt; de regeling is sinds 2022 gelijk gebleven.',
  velden,
  waarde: {
    gevolg: keuzeVeld('Gevolg', ['beëindigd', 'rust']),
    voldaan: jaNeeVeld('Aan de plicht is voldaan'),
  },
  voorbeelden: [
    { naam: 'Voldaan', invoer: { redenGeenInburgeringsplicht: 'Inburgeringsplicht voldaan' } },
    { naam: 'Rust', invoer: { redenGeenInburgeringsplicht: 'Tijdelijke vrijstelling' } },
    { naam: 'DUO zegt niet waarom', invoer: { redenGeenInburgeringsplicht: 'Overig' } },
    { naam: 'Nog geen reden', invoer: {} },
  ],
  vindplaats: {
    bestand: 'rules/inburgeringsplicht/einde-plicht.ts',
    test: 'rules/inburgeringsplicht/plicht-rond.test.ts',
    api: ['GET /v1/dossiers/{dossierId}/stand'],
  },
  bepaal: eindePlicht,
});
