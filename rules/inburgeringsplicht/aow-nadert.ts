import type { Berekening, Uitleg } from '../shared/antwoord.ts';
import { type Datum, plusMaanden } from '../shared/datum.ts';
import { INWERKINGTREDING } from '../shared/grondslag.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, onbekend, vereis } from '../shared/regel.ts';
import { inWoorden } from '../shared/tekst.ts';
import { datumVeld, type Invoer, jaNeeVeld } from '../shared/velden.ts';
import { PENSIOEN_GROND, pensioendag } from './pensioen.ts';

/** Zo lang vooraf meldt DUO dat iemand de pensioenleeftijd nadert (SS128). */
const MAANDEN_VOORAF = 6;

const velden = {
  geboortedatum: datumVeld('Geboortedatum'),
  peildatum: datumVeld('Dag waarop wordt gekeken'),
};

export type AowFeiten = Invoer<typeof velden>;

/** `pensioendag` is de eerste dag zonder plicht; `vanaf` de eerste dag waarop zij nadert. */
export type AowNadert = { pensioendag: Datum; vanaf: Datum; nadert: boolean; bereikt: boolean };

/** De eerste dag waarop de pensioenleeftijd nadert. */
export const aowNadertVanaf = (pensioendag: Datum): Datum =>
  plusMaanden(pensioendag, -MAANDEN_VOORAF);

const TITEL = 'Pensioenleeftijd en het einde van de plicht';

/**
 * `aow-nadert`: wanneer de plicht door de pensioenleeftijd eindigt, en of dat binnen zes maanden is.
 *
 * Wi2021 art. 3 lid 1 (https://wetten.overheid.nl/BWBR0044770/2025-10-21): wie de pensioenleeftijd heeft
 * bereikt is niet inburgeringsplichtig. DUO meldt het zes maanden vooraf (SS128). Een leeftijd die nog niet
 * bekend is gemaakt geeft `onbekend`.
 */
export function aowNadert(f: AowFeiten, herkomst: Herkomst = {}): Berekening<AowNadert> {
  const nodig = vereis(velden, f, ['geboortedatum', 'peildatum']);
  if ('ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt, PENSIOEN_GROND);
  const { geboortedatum, peildatum } = nodig.f;
  const p = pensioendag(geboortedatum);
  if (!p.bekend) {
    const tekst = `De pensioenleeftijd voor deze geboortedatum is nog niet vastgesteld; zij wordt niet vóór ${inWoorden(p.nietVoor)} bereikt.`;
    return onbekend(TITEL, [{ feit: 'pensioenleeftijd', tekst }], PENSIOEN_GROND);
  }
  if (p.dag < INWERKINGTREDING) {
    return {
      uitkomst: 'niet-van-toepassing',
      uitleg: () => ({
        titel: TITEL,
        uitkomst: 'de pensioenleeftijd was al bereikt voordat de wet begon',
        grondslag: PENSIOEN_GROND,
        feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
      }),
    };
  }
  const vanaf = aowNadertVanaf(p.dag);
  const bereikt = peildatum >= p.dag;
  const waarde = { pensioendag: p.dag, vanaf, nadert: peildatum >= vanaf && !bereikt, bereikt };
  const stappen: Uitleg[] = [
    { titel: 'Pensioenleeftijd bereikt', uitkomst: inWoorden(p.dag) },
    { titel: 'Zes maanden ervoor', uitkomst: inWoorden(vanaf) },
  ];
  return {
    uitkomst: 'bepaald',
    waarde,
    uitleg: () => ({
      titel: TITEL,
      uitkomst: bereikt
        ? `bereikt op ${inWoorden(p.dag)}`
        : `${waarde.nadert ? 'nadert' : 'nog niet dichtbij'}: ${inWoorden(p.dag)}`,
      grondslag: PENSIOEN_GROND,
      feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
      stappen,
      zouWijzigenAls: ['de geboortedatum anders is'],
    }),
  };
}

export const aowNadertRegel = maakRegel({
  id: 'aow-nadert',
  titel: 'De pensioenleeftijd nadert',
  vraag: 'Wanneer eindigt de plicht door de pensioenleeftijd?',
  beschrijving:
    'Wie de pensioenleeftijd bereikt, is niet meer inburgeringsplichtig. Een half jaar ervoor meldt DUO dat aan de gemeente, zodat niemand nog aan een traject begint dat niet meer hoeft.\n\nDe pensioenleeftijd verschilt per jaar en is vijf jaar vooruit bekend.',
  rijen: ['A3'],
  artikelen: [PENSIOEN_GROND],
  versieVolgt: 'Het jaar waarin de leeftijd wordt bereikt.',
  velden,
  waarde: {
    pensioendag: datumVeld('Pensioenleeftijd bereikt op'),
    vanaf: datumVeld('Nadert vanaf'),
    nadert: jaNeeVeld('Binnen zes maanden'),
    bereikt: jaNeeVeld('Al bereikt'),
  },
  voorbeelden: [
    {
      naam: 'Nog vijf maanden',
      invoer: { geboortedatum: '1959-10-15', peildatum: '2026-05-15' },
    },
    { naam: 'Al bereikt', invoer: { geboortedatum: '1959-10-15', peildatum: '2026-10-15' } },
    {
      naam: 'Leeftijd nog niet bekendgemaakt',
      invoer: { geboortedatum: '1990-01-01', peildatum: '2026-10-15' },
    },
    { naam: 'Geboortedatum onbekend', invoer: { peildatum: '2026-10-15' } },
  ],
  vindplaats: {
    bestand: 'rules/inburgeringsplicht/aow-nadert.ts',
    test: 'rules/inburgeringsplicht/inburgeringsplicht.test.ts',
    schermen: ['features/dossier/schermen/DossierScreen.tsx'],
  },
  bepaal: aowNadert,
});
