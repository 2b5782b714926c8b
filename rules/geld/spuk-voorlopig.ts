import type { Berekening, Uitleg } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, onbekend, vereis } from '../shared/regel.ts';
import { inEuro } from '../shared/tekst.ts';
import { bedragVeld } from '../shared/velden.ts';
import { bedragenVan, EERSTE_JAAR, geenBedragen, PROCENT_ASIEL } from './bedragen.ts';
import {
  berekenUitkering,
  type Uitkering,
  type UitkeringFeiten,
  uitkeringVelden,
} from './uitkering.ts';

const velden = uitkeringVelden({
  gezin: 'Gezins- en overige migranten, gehuisvest in jaar t−2 (AGO)',
  t: 'Huisvestingstaakstelling van de gemeente in jaar t (GHT)',
  t1: 'Huisvestingstaakstelling van de gemeente in jaar t−1',
  t2: 'Asielstatushouders, gehuisvest in jaar t−2 (VAA)',
});

const TITEL = 'Voorlopige uitkering inburgering';
const GROND = grondslag('spuk-voorlopig', 'besluit', 'art. 10.1–10.4', {
  zekerheid: 'afgeleid',
  toelichting:
    'De wet zegt niet hoe wordt afgerond; wij ronden alleen de verdeling af, op eurocenten. De toevoeging voor de onderwijsroute is niet in de tekst gezien.',
});
const BEDRAGEN = grondslag('spuk-voorlopig', 'regeling', 'art. 10.1–10.4');
const WET = grondslag('spuk-voorlopig', 'wet', 'art. 40');

/**
 * `spuk-voorlopig`: de voorlopige specifieke uitkering van een gemeente in een jaar, in eurocenten.
 *
 * Besluit inburgering 2021 art. 10.1–10.4 (https://wetten.overheid.nl/BWBR0045555/2026-04-02), bedragen in
 * Regeling art. 10.1–10.4 (https://wetten.overheid.nl/BWBR0045574/2026-04-18): U = BGO + BA + ABO, met
 * BA = GG / SOM GG × TBA en GG uit 70 % van de taakstellingen, het cohort t−2 en de afgeronde trajecten.
 * Een jaar zonder bekende bedragen (2024) geeft `onbekend`.
 */
export function spukVoorlopig(f: UitkeringFeiten, herkomst: Herkomst = {}): Berekening<Uitkering> {
  const verklaar = (uitkomst: string, stappen: Uitleg[]): Uitleg => ({
    titel: TITEL,
    uitkomst,
    grondslag: GROND,
    feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen,
    zouWijzigenAls: ['de aantallen of het landelijke budget veranderen'],
  });
  const nodig = vereis(velden, f, ['jaar']);
  if ('ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt, GROND);
  const { jaar } = nodig.f;
  if (jaar < EERSTE_JAAR) {
    const zin = `deze uitkering bestaat sinds ${EERSTE_JAAR}`;
    return { uitkomst: 'niet-van-toepassing', uitleg: () => verklaar(zin, []) };
  }
  const bedragen = bedragenVan(jaar);
  if (!bedragen) return onbekend(TITEL, geenBedragen(jaar), BEDRAGEN);
  const uit = berekenUitkering(velden, f, bedragen, { jaar, procent: PROCENT_ASIEL });
  if ('ontbreekt' in uit) return onbekend(TITEL, uit.ontbreekt, GROND);
  const { waarde, stappen } = uit;
  return {
    uitkomst: 'bepaald',
    waarde,
    uitleg: () =>
      verklaar(`${inEuro(waarde.bedrag)} in ${jaar}`, [
        {
          titel: 'Deel van de taakstelling dat telt',
          uitkomst: `${PROCENT_ASIEL} procent`,
          grondslag: BEDRAGEN,
        },
        ...stappen(),
      ]),
  };
}

const LEEG = {
  gezinsmigranten: 10,
  aantalT: 0,
  aantalT1: 0,
  aantalT2: 0,
  afgerondT2: 0,
  onderwijsroute: 0,
};

export const spukVoorlopigRegel = maakRegel({
  id: 'spuk-voorlopig',
  titel: 'Voorlopige uitkering voor inburgering',
  vraag: 'Hoe hoog is de voorlopige uitkering van de gemeente?',
  beschrijving:
    'Het Rijk betaalt de inburgeringsvoorzieningen met een specifieke uitkering. De voorlopige uitkering heeft een deel voor gezins- en overige migranten (aantal van twee jaar terug maal een bedrag), een deel voor asielstatushouders en sinds 2026 een toevoeging voor de onderwijsroute.\n\nHet deel voor asielstatushouders is een aandeel in een landelijk budget. De grondslag van de gemeente telt 70 procent van de taakstelling van dit jaar en het vorige, de mensen die twee jaar terug zijn gehuisvest, en sinds 2026 wie klaar is. De bedragen voor 2024 zijn niet gevonden.',
  rijen: ['L4', 'L6', 'L7', 'L8', 'L10'],
  artikelen: [WET, GROND, BEDRAGEN],
  versieVolgt: 'Het begrotingsjaar.',
  velden,
  waarde: {
    bedrag: bedragVeld('Uitkering (U)'),
    gezinsmigranten: bedragVeld('Deel gezins- en overige migranten (BGO)'),
    asielstatushouders: bedragVeld('Deel asielstatushouders (BA)'),
    onderwijsroute: bedragVeld('Toevoeging onderwijsroute (ABO)'),
  },
  voorbeelden: [
    { naam: 'Alleen tien gezinsmigranten in 2026', invoer: { jaar: 2026, ...LEEG } },
    {
      naam: 'Een gemeente in 2025',
      invoer: {
        jaar: 2025,
        gezinsmigranten: 40,
        aantalT: 60,
        aantalT1: 50,
        aantalT2: 45,
        landelijkeGrondslag: 30_000_000_000,
        landelijkBudget: 30_000_000_000,
      },
    },
    { naam: '2024: bedragen niet bekend', invoer: { jaar: 2024, ...LEEG } },
    { naam: 'Vóór de wet', invoer: { jaar: 2021 } },
    { naam: 'Nog niets bekend', invoer: {} },
  ],
  vindplaats: {
    bestand: 'rules/geld/spuk-voorlopig.ts',
    test: 'rules/geld/spuk-voorlopig.test.ts',
  },
  bepaal: spukVoorlopig,
});
