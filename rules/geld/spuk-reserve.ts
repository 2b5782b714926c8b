import type { Berekening, Grondslag, Uitleg } from '../shared/antwoord.ts';
import { datum } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import {
  aangehaaldeFeiten,
  type Herkomst,
  maakRegel,
  onbekend,
  ontbrekendFeit,
  vereis,
} from '../shared/regel.ts';
import { inEuro } from '../shared/tekst.ts';
import { bedragVeld, type Invoer } from '../shared/velden.ts';
import { type Versie, versieOp } from '../shared/versies.ts';
import { EERSTE_JAAR, jaarVeld } from './bedragen.ts';

/**
 * Besluit inburgering 2021 art. 10.5: in 2022 mocht de hele uitkering worden gereserveerd. Daarna kwam er een
 * formule die alleen als plaatje is gepubliceerd; leeg is dus: niet bekend.
 */
const HEEL: readonly Versie<boolean>[] = [
  { vanaf: datum('2022-01-01'), waarde: true },
  { vanaf: datum('2023-01-01'), waarde: false },
];

const velden = {
  jaar: jaarVeld(),
  uitkering: bedragVeld('Definitieve uitkering over het jaar'),
  besteed: bedragVeld('Netto besteed aan inburgeringsvoorzieningen'),
  foutOfOnzeker: bedragVeld(
    'Besteding die fout of onzeker is',
    'Volgens het verslag van de accountant; deel van wat is besteed.',
  ),
  hoogsteReserve: bedragVeld('Hoogste bedrag dat mag worden gereserveerd', 'Sinds 2023 nodig.'),
};

export type ReserveFeiten = Invoer<typeof velden>;

/** Eurocenten. `reserve` is wat ten hoogste naar het volgende jaar mag; `tekort` schuift door. */
export type Reserve = { over: number; reserve: number; terugvordering: number; tekort: number };

const TITEL = 'Over, tekort en terugvordering';
const RESERVE = grondslag('spuk-reserve', 'besluit', 'art. 10.5', {
  zekerheid: 'onbevestigd',
  toelichting:
    'Sinds wanneer de formule geldt en hoe zij luidt, is niet nagelezen; alleen 2022 rekent de regel zelf.',
});
const TEKORT = grondslag('spuk-reserve', 'besluit', 'art. 10.6');
const TERUG = grondslag('spuk-reserve', 'wet', 'art. 42 lid 2');

/**
 * `spuk-reserve`: wat er na een jaar over of tekort is, en wat ten hoogste mag blijven staan, in eurocenten.
 *
 * Besluit inburgering 2021 art. 10.5 en 10.6 (https://wetten.overheid.nl/BWBR0045555/2026-04-02), Wi2021 art. 42
 * lid 2 (https://wetten.overheid.nl/BWBR0044770/2025-10-21): wat over is mag deels blijven, de rest en wat fout of
 * onzeker is besteed gaat terug; wat te veel is besteed telt in het volgende jaar.
 */
export function spukReserve(f: ReserveFeiten, herkomst: Herkomst = {}): Berekening<Reserve> {
  const verklaar = (uitkomst: string, stappen: Uitleg[]): Uitleg => ({
    titel: TITEL,
    uitkomst,
    grondslag: RESERVE,
    feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen,
    zouWijzigenAls: ['de uitkering of de besteding verandert'],
  });
  if (f.jaar !== undefined && f.jaar < EERSTE_JAAR) {
    const zin = `deze uitkering bestaat sinds ${EERSTE_JAAR}`;
    return { uitkomst: 'niet-van-toepassing', uitleg: () => verklaar(zin, []) };
  }
  const nodig = vereis(velden, f, ['jaar', 'uitkering', 'besteed', 'foutOfOnzeker']);
  if ('ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt, RESERVE);
  const { jaar, uitkering, besteed, foutOfOnzeker } = nodig.f;
  const over = Math.max(0, uitkering - besteed);
  const heel = versieOp(HEEL, datum(`${jaar}-01-01`))?.waarde === true;
  const hoogste = heel || over === 0 ? over : f.hoogsteReserve;
  if (hoogste === undefined) {
    return onbekend(TITEL, [ontbrekendFeit(velden, 'hoogsteReserve')], RESERVE);
  }
  const reserve = Math.min(over, hoogste);
  const fout = Math.min(foutOfOnzeker, uitkering - over);
  const waarde: Reserve = {
    over,
    reserve,
    terugvordering: over - reserve + fout,
    tekort: Math.max(0, besteed - uitkering),
  };
  return {
    uitkomst: 'bepaald',
    waarde,
    uitleg: () => verklaar(inZin(waarde), stappen(waarde, fout)),
  };
}

const inZin = (w: Reserve): string =>
  w.tekort > 0
    ? `${inEuro(w.tekort)} tekort; terug te betalen: ${inEuro(w.terugvordering)}`
    : `${inEuro(w.over)} over; terug te betalen: ${inEuro(w.terugvordering)}`;

function stappen(w: Reserve, fout: number): Uitleg[] {
  const rij = (titel: string, bedrag: number, grond: Grondslag): Uitleg => ({
    titel,
    uitkomst: inEuro(bedrag),
    grondslag: grond,
  });
  return [
    rij('Niet besteed', w.over, RESERVE),
    rij('Ten hoogste te reserveren voor het volgende jaar', w.reserve, RESERVE),
    rij('Niet te reserveren, dus terug', w.over - w.reserve, TERUG),
    rij('Fout of onzeker besteed, dus terug', fout, TERUG),
    rij('Tekort dat in het volgende jaar telt', w.tekort, TEKORT),
  ];
}

const JAAR = { jaar: 2022, uitkering: 50_000_000, besteed: 42_000_000, foutOfOnzeker: 0 };

export const spukReserveRegel = maakRegel({
  id: 'spuk-reserve',
  titel: 'Reserveren, tekort en terugvordering',
  vraag: 'Wat mag blijven staan, wat gaat terug en wat schuift door?',
  beschrijving:
    'Blijft er geld over, dan mag de gemeente een deel bewaren voor inburgering in het volgende jaar; de rest gaat terug. Ook wat fout of onzeker is besteed, gaat terug. Is er meer uitgegeven dan de uitkering, dan telt het tekort in het volgende jaar.\n\nIn 2022 mocht alles worden bewaard. Hoeveel dat daarna is, staat in een formule die niet is nagelezen; vul het hoogste bedrag dan zelf in. Alleen voorzieningen voor inburgeringsplichtigen in de eigen gemeente tellen als besteding.',
  rijen: ['L14'],
  artikelen: [RESERVE, TEKORT, TERUG],
  versieVolgt: 'Het begrotingsjaar.',
  velden,
  waarde: {
    over: bedragVeld('Niet besteed'),
    reserve: bedragVeld('Ten hoogste te reserveren'),
    terugvordering: bedragVeld('Terug te betalen'),
    tekort: bedragVeld('Tekort'),
  },
  voorbeelden: [
    { naam: 'Over in 2022', invoer: JAAR },
    {
      naam: 'Tekort',
      invoer: { ...JAAR, jaar: 2026, besteed: 51_000_000, foutOfOnzeker: 250_000 },
    },
    { naam: 'Over in 2026, formule niet bekend', invoer: { ...JAAR, jaar: 2026 } },
    { naam: 'Vóór de wet', invoer: { jaar: 2021 } },
    { naam: 'Nog niets bekend', invoer: {} },
  ],
  vindplaats: { bestand: 'rules/geld/spuk-reserve.ts', test: 'rules/geld/spuk-reserve.test.ts' },
  bepaal: spukReserve,
});
