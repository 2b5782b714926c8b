import type { Berekening } from '../shared/antwoord.ts';
import { type Datum, datum, plusMaanden } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, onbekend, vereis } from '../shared/regel.ts';
import { inEuro, inWoorden } from '../shared/tekst.ts';
import { bedragVeld, datumVeld, type Invoer, lijstVeld } from '../shared/velden.ts';
import { EERSTE_JAAR, jaarVeld } from './bedragen.ts';

/** Besluit inburgering 2021 art. 10.8 lid 1. */
const TERMIJNEN = 12;
const DAG = '15';

const velden = {
  jaar: jaarVeld(),
  uitkering: bedragVeld('Uitkering die voor het jaar is vastgesteld'),
};

export type BetalingFeiten = Invoer<typeof velden>;

/** Eurocenten; de bedragen zijn samen precies de uitkering. `dag` is ongeveer: rond de vijftiende. */
export type Betalingen = { totaal: number; betalingen: { dag: Datum; bedrag: number }[] };

const TITEL = 'Betaling van de uitkering';
const GROND = grondslag('spuk-betaling', 'besluit', 'art. 10.8 lid 1', {
  zekerheid: 'ontwerp',
  toelichting:
    'Het besluit noemt een twaalfde deel zonder afronding. Wij verdelen overblijvende eurocenten zo gelijk mogelijk over het jaar.',
});

/**
 * `spuk-betaling`: wat het Rijk elke maand betaalt, in eurocenten.
 *
 * Besluit inburgering 2021 art. 10.8 lid 1 (https://wetten.overheid.nl/BWBR0045555/2026-04-02): elke maand rond de
 * vijftiende een twaalfde deel. Tot en met maand m is steeds het hele aantal eurocenten onder m/12 betaald;
 * zo verschillen twee maanden ten hoogste één eurocent en klopt het totaal precies.
 */
export function spukBetaling(f: BetalingFeiten, herkomst: Herkomst = {}): Berekening<Betalingen> {
  const feiten = () => aangehaaldeFeiten(velden, f, undefined, herkomst);
  if (f.jaar !== undefined && f.jaar < EERSTE_JAAR) {
    const uitkomst = `deze uitkering bestaat sinds ${EERSTE_JAAR}`;
    const uitleg = () => ({ titel: TITEL, uitkomst, grondslag: GROND, feiten: feiten() });
    return { uitkomst: 'niet-van-toepassing', uitleg };
  }
  const nodig = vereis(velden, f, ['jaar', 'uitkering']);
  if ('ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt, GROND);
  const { jaar, uitkering: totaal } = nodig.f;
  const eerste = datum(`${jaar}-01-${DAG}`);
  const tot = (maand: number) => Math.floor((totaal * maand) / TERMIJNEN);
  const betalingen = Array.from({ length: TERMIJNEN }, (_, i) => ({
    dag: plusMaanden(eerste, i),
    bedrag: tot(i + 1) - tot(i),
  }));
  return {
    uitkomst: 'bepaald',
    waarde: { totaal, betalingen },
    uitleg: () => ({
      titel: TITEL,
      uitkomst: `${inEuro(totaal)} in ${TERMIJNEN} delen, rond de ${DAG}e van elke maand`,
      grondslag: GROND,
      feiten: feiten(),
      stappen: betalingen.map((b) => ({ titel: inWoorden(b.dag), uitkomst: inEuro(b.bedrag) })),
      zouWijzigenAls: ['de uitkering anders wordt vastgesteld'],
    }),
  };
}

export const spukBetalingRegel = maakRegel({
  id: 'spuk-betaling',
  titel: 'Betaling van de uitkering per maand',
  vraag: 'Hoeveel betaalt het Rijk elke maand?',
  beschrijving:
    'Het Rijk betaalt de uitkering in twaalf gelijke delen, rond de vijftiende van elke maand. Gaat dat niet op in hele eurocenten, dan verschillen de maanden ten hoogste één eurocent; samen zijn zij precies de uitkering.',
  rijen: ['L12'],
  artikelen: [GROND],
  versieVolgt: 'Het begrotingsjaar; er is één versie.',
  velden,
  waarde: {
    totaal: bedragVeld('Samen'),
    betalingen: lijstVeld('Betalingen', {
      dag: datumVeld('Rond deze dag'),
      bedrag: bedragVeld('Bedrag'),
    }),
  },
  voorbeelden: [
    {
      naam: 'Een uitkering die niet precies deelbaar is',
      invoer: { jaar: 2026, uitkering: 81_956_720 },
    },
    { naam: 'Vóór de wet', invoer: { jaar: 2021 } },
    { naam: 'Nog niets bekend', invoer: {} },
  ],
  vindplaats: { bestand: 'rules/geld/spuk-betaling.ts', test: 'rules/geld/spuk-betaling.test.ts' },
  bepaal: spukBetaling,
});
