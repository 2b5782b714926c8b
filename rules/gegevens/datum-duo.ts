import type { Berekening, Uitleg } from '../shared/antwoord.ts';
import { type Datum, plusDagen } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, onbekend, vereis } from '../shared/regel.ts';
import { inWoorden } from '../shared/tekst.ts';
import { datumVeld, type Invoer, keuzeVeld } from '../shared/velden.ts';

const INTERFACES = [
  'inburgeringstermijn',
  'gevolgde uren',
  'inburgeringsplicht',
  'doelgroep',
  'tijdelijke vrijstelling',
] as const;

/** Bij deze gegevens telt de einddatum van DUO zelf niet meer mee. */
const EXCLUSIEF: readonly string[] = ['inburgeringstermijn', 'gevolgde uren'];

const velden = {
  gegeven: keuzeVeld('Gegeven van DUO', INTERFACES),
  einddatum: datumVeld('Einddatum zoals DUO haar geeft', 'Bij gevolgde uren: bekendTot.'),
};

export type DatumDuoFeiten = Invoer<typeof velden>;

/** `eind` is de eerste dag erna; op scherm staat `laatsteDag`. */
export type DatumDuo = { laatsteDag: Datum; eind: Datum };

const TITEL = 'Laatste dag volgens DUO';
const GROND = grondslag('datum-duo', 'besluit', 'art. 9.1 en 9.3', {
  zekerheid: 'afgeleid',
  toelichting: 'Het besluit regelt dat DUO de dagen geeft; hoe DUO telt, staat in haar koppeling.',
});

/**
 * `datum-duo`: welke laatste dag hoort bij een einddatum van DUO.
 *
 * DUO telt niet overal gelijk: de einddatum van de inburgeringstermijn en 'bekend tot' bij uren tellen niet
 * meer mee, die van de plicht, de doelgroep en een tijdelijke vrijstelling wel. Besluit inburgering 2021
 * art. 9.1 en 9.3 (https://wetten.overheid.nl/BWBR0045555/2026-04-02) en de koppeling van DUO.
 */
export function datumDuo(f: DatumDuoFeiten, herkomst: Herkomst = {}): Berekening<DatumDuo> {
  const nodig = vereis(velden, f, ['gegeven', 'einddatum']);
  if ('ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt, GROND);
  const { gegeven, einddatum } = nodig.f;
  const exclusief = EXCLUSIEF.includes(gegeven);
  const eind = exclusief ? einddatum : plusDagen(einddatum, 1);
  const laatsteDag = plusDagen(eind, -1);
  const stap: Uitleg = {
    titel: `De einddatum bij ${gegeven} telt ${exclusief ? 'niet meer' : 'zelf nog'} mee`,
    uitkomst: `tot en met ${inWoorden(laatsteDag)}`,
  };
  return {
    uitkomst: 'bepaald',
    waarde: { laatsteDag, eind },
    uitleg: () => ({
      titel: TITEL,
      uitkomst: `tot en met ${inWoorden(laatsteDag)}`,
      grondslag: GROND,
      feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
      stappen: [stap],
      zouWijzigenAls: ['DUO een andere einddatum geeft'],
    }),
  };
}

export const datumDuoRegel = maakRegel({
  id: 'datum-duo',
  titel: 'Begin en einde in de gegevens van DUO',
  vraag: 'Welke laatste dag hoort bij de einddatum die DUO geeft?',
  beschrijving:
    'DUO telt een einddatum niet overal gelijk. Bij de inburgeringstermijn en bij gevolgde uren is zij de eerste dag die niet meer meetelt. Bij de inburgeringsplicht, de doelgroep en een tijdelijke vrijstelling is zij de laatste dag die nog meetelt. Een begindatum telt altijd mee.\n\nHet scherm toont steeds ‘tot en met’.',
  rijen: ['T7'],
  artikelen: [GROND],
  versieVolgt: 'Er is één versie: de koppeling van DUO zoals die in 2026 is.',
  velden,
  waarde: { laatsteDag: datumVeld('Laatste dag, tot en met'), eind: datumVeld('Eerste dag erna') },
  voorbeelden: [
    {
      naam: 'Inburgeringstermijn',
      invoer: { gegeven: 'inburgeringstermijn', einddatum: '2027-03-16' },
    },
    {
      naam: 'Inburgeringsplicht',
      invoer: { gegeven: 'inburgeringsplicht', einddatum: '2027-03-16' },
    },
    { naam: 'Nog niets bekend', invoer: {} },
  ],
  vindplaats: { bestand: 'rules/gegevens/datum-duo.ts', test: 'rules/gegevens/datum-duo.test.ts' },
  bepaal: datumDuo,
});
