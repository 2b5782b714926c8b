import type { Berekening } from '../shared/antwoord.ts';
import { type Datum, delen, plusDagen, plusMaanden } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, onbekend, vereis } from '../shared/regel.ts';
import { inWoorden } from '../shared/tekst.ts';
import { doorrolUitleg, eindeVanTermijn } from '../shared/termijnenwet.ts';
import { datumVeld, type Invoer } from '../shared/velden.ts';

/** Richtlijn van het CBS bij Regeling inburgering 2021 art. 9.1: binnen vier weken na het kwartaal. */
const WEKEN = 4;
/** Dag waarop de wet in werking trad. */
const EERSTE_DAG = '2022-01-01';
const MAANDEN_PER_KWARTAAL = 3;

const velden = { dagInKwartaal: datumVeld('Een dag in het kwartaal') };

export type CbsFeiten = Invoer<typeof velden>;

/** `eindeKwartaal` en `laatsteDag` tellen nog mee. */
export type CbsLevering = { beginKwartaal: Datum; eindeKwartaal: Datum; laatsteDag: Datum };

const TITEL = 'Levering aan het CBS';
const GROND = grondslag('cbs-levering', 'regeling', 'art. 9.1', {
  zekerheid: 'afgeleid',
  toelichting:
    'De regeling laat wijze en frequentie aan het CBS; de vier weken staan in de aanwijzingen van het CBS. Dat een vrije dag haar verschuift, is onze lezing.',
});
const PLICHT = grondslag('cbs-levering', 'wet', 'art. 39 lid 1');

/**
 * `cbs-levering`: de laatste dag om de kwartaalgegevens te leveren.
 *
 * Wi2021 art. 39 (https://wetten.overheid.nl/BWBR0044770/2025-10-21), Regeling inburgering 2021 art. 9.1
 * (https://wetten.overheid.nl/BWBR0045574/2026-04-18): kosteloos, door tussenkomst van het CBS, binnen vier weken na
 * het kwartaal. Valt de laatste dag op een vrije dag, dan schuift zij door (Algemene termijnenwet).
 */
export function cbsLevering(f: CbsFeiten, herkomst: Herkomst = {}): Berekening<CbsLevering> {
  const nodig = vereis(velden, f, ['dagInKwartaal']);
  if ('ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt, GROND);
  const dag = nodig.f.dagInKwartaal;
  const feiten = aangehaaldeFeiten(velden, f, undefined, herkomst);
  if (dag < EERSTE_DAG) {
    const uitkomst = 'vóór 2022 gold deze wet niet';
    const uitleg = () => ({ titel: TITEL, uitkomst, grondslag: PLICHT, feiten });
    return { uitkomst: 'niet-van-toepassing', uitleg };
  }
  const beginKwartaal = beginVan(dag);
  const eindeKwartaal = plusDagen(plusMaanden(beginKwartaal, MAANDEN_PER_KWARTAAL), -1);
  const termijn = eindeVanTermijn(eindeKwartaal, { aantal: WEKEN, eenheid: 'week' });
  return {
    uitkomst: 'bepaald',
    waarde: { beginKwartaal, eindeKwartaal, laatsteDag: termijn.laatsteDag },
    uitleg: () => ({
      titel: TITEL,
      uitkomst: `uiterlijk ${inWoorden(termijn.laatsteDag)}`,
      grondslag: GROND,
      feiten,
      stappen: [
        { titel: 'Laatste dag van het kwartaal', uitkomst: inWoorden(eindeKwartaal) },
        { titel: `${WEKEN} weken erna`, uitkomst: inWoorden(termijn.kaal) },
        ...doorrolUitleg(termijn),
      ],
      zouWijzigenAls: ['het CBS een andere frequentie bepaalt'],
    }),
  };
}

function beginVan(dag: Datum): Datum {
  const { maand, dag: nummer } = delen(dag);
  return plusMaanden(plusDagen(dag, 1 - nummer), -((maand - 1) % MAANDEN_PER_KWARTAAL));
}

export const cbsLeveringRegel = maakRegel({
  id: 'cbs-levering',
  titel: 'Kwartaalgegevens voor het CBS',
  vraag: 'Wanneer moeten de gegevens over dit kwartaal bij het CBS zijn?',
  beschrijving:
    'De gemeente levert elk kwartaal gegevens voor de statistiek, zonder kosten en via het CBS. Dat gebeurt binnen vier weken na het kwartaal. Welke kenmerken verplicht zijn, zegt het CBS; niet elk kenmerk hoort bij elke leerroute.',
  rijen: ['L18'],
  artikelen: [GROND, PLICHT],
  versieVolgt: 'De laatste dag van het kwartaal; er is één versie.',
  velden,
  waarde: {
    beginKwartaal: datumVeld('Eerste dag van het kwartaal'),
    eindeKwartaal: datumVeld('Laatste dag van het kwartaal'),
    laatsteDag: datumVeld('Laatste dag om te leveren'),
  },
  voorbeelden: [
    { naam: 'Eerste kwartaal van 2026', invoer: { dagInKwartaal: '2026-02-14' } },
    { naam: 'Eerste kwartaal van 2029: een zaterdag', invoer: { dagInKwartaal: '2029-01-01' } },
    { naam: 'Vóór de wet', invoer: { dagInKwartaal: '2021-12-31' } },
    { naam: 'Nog niets bekend', invoer: {} },
  ],
  vindplaats: {
    bestand: 'rules/gegevens/cbs-levering.ts',
    test: 'rules/gegevens/cbs-levering.test.ts',
  },
  bepaal: cbsLevering,
});
