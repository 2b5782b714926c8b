import type { Berekening } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, onbekend, vereis } from '../shared/regel.ts';
import { inEuro } from '../shared/tekst.ts';
import { bedragVeld, getalVeld, type Invoer, keuzeVeld } from '../shared/velden.ts';
import {
  bedragenVan,
  EERSTE_JAAR,
  geenBedragen,
  jaarVeld,
  PROCENT_ASIEL,
  rondDeling,
} from './bedragen.ts';

const aantal = (naam: string, hulp: string) => getalVeld(naam, { max: 9_999_999, hulp });

const velden = {
  jaar: jaarVeld(),
  soort: keuzeVeld('Voor welke uitkering', ['voorlopig', 'definitief']),
  landelijkT: aantal(
    'Landelijk aantal in jaar t',
    'Voorlopig: de landelijke taakstelling. Definitief: gehuisveste asielstatushouders.',
  ),
  landelijkT1: aantal('Landelijk aantal in jaar t−1', 'Zoals bij jaar t.'),
  landelijkT2: aantal('Landelijk aantal in jaar t−2', 'Gehuisveste asielstatushouders.'),
};

export type LandelijkFeiten = Invoer<typeof velden>;

/** Eurocenten. */
export type LandelijkBudget = { bedrag: number };

const TITEL = 'Landelijk budget voor asielstatushouders';
const GROND = grondslag('spuk-landelijk-budget', 'besluit', 'art. 10.1 en 10.2', {
  zekerheid: 'afgeleid',
  toelichting: 'De wet zegt niet hoe wordt afgerond; wij ronden de uitkomst af, op eurocenten.',
});
const BEDRAGEN = grondslag('spuk-landelijk-budget', 'regeling', 'art. 10.1 en 10.3');

/**
 * `spuk-landelijk-budget`: het landelijke budget (TBA) waarin gemeenten delen, in eurocenten.
 *
 * Besluit inburgering 2021 art. 10.1 en 10.2 (https://wetten.overheid.nl/BWBR0045555/2026-04-02): aantal × bedrag
 * voor jaar t, t−1 en t−2. Voorlopig telt 70 % van de taakstellingen van jaar t en t−1; definitief telt wie is
 * gehuisvest. Een halve eurocent gaat naar boven.
 */
export function landelijkBudget(
  f: LandelijkFeiten,
  herkomst: Herkomst = {},
): Berekening<LandelijkBudget> {
  const feiten = () => aangehaaldeFeiten(velden, f, undefined, herkomst);
  if (f.jaar !== undefined && f.jaar < EERSTE_JAAR) {
    const uitkomst = `deze uitkering bestaat sinds ${EERSTE_JAAR}`;
    const uitleg = () => ({ titel: TITEL, uitkomst, grondslag: GROND, feiten: feiten() });
    return { uitkomst: 'niet-van-toepassing', uitleg };
  }
  const nodig = vereis(velden, f, ['jaar', 'soort', 'landelijkT', 'landelijkT1', 'landelijkT2']);
  if ('ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt, GROND);
  const { jaar, soort, landelijkT, landelijkT1, landelijkT2 } = nodig.f;
  const bedragen = bedragenVan(jaar);
  if (!bedragen) return onbekend(TITEL, geenBedragen(jaar), BEDRAGEN);
  const { a, b, c } = bedragen.asiel;
  const procent = soort === 'voorlopig' ? PROCENT_ASIEL : 100;
  const centen = (landelijkT * a + landelijkT1 * b) * procent + landelijkT2 * c * 100;
  const bedrag = rondDeling(BigInt(centen), 100n);
  const stap = (titel: string, n: number, per: number) => ({
    titel,
    uitkomst: `${n} × ${inEuro(per)}`,
    grondslag: BEDRAGEN,
  });
  return {
    uitkomst: 'bepaald',
    waarde: { bedrag },
    uitleg: () => ({
      titel: TITEL,
      uitkomst: `${inEuro(bedrag)} in ${jaar}`,
      grondslag: GROND,
      feiten: feiten(),
      stappen: [
        { titel: 'Deel van jaar t en t−1 dat telt', uitkomst: `${procent} procent` },
        stap('Jaar t', landelijkT, a),
        stap('Jaar t−1', landelijkT1, b),
        stap('Jaar t−2', landelijkT2, c),
      ],
      zouWijzigenAls: ['de landelijke aantallen veranderen'],
    }),
  };
}

const LAND = { jaar: 2026, landelijkT: 20_000, landelijkT1: 18_000, landelijkT2: 17_000 };

export const landelijkBudgetRegel = maakRegel({
  id: 'spuk-landelijk-budget',
  titel: 'Landelijk budget voor asielstatushouders',
  vraag: 'Hoe groot is het budget waarin de gemeenten delen?',
  beschrijving:
    'Gemeenten delen in een landelijk budget voor asielstatushouders. Dat is een bedrag per persoon voor het jaar zelf, het jaar ervoor en het jaar daarvoor. Vooraf rekent het Rijk met de huisvestingstaakstelling, waarvan 70 procent telt; achteraf met wie echt is gehuisvest.',
  rijen: ['L5', 'L8', 'L9'],
  artikelen: [GROND, BEDRAGEN],
  versieVolgt: 'Het begrotingsjaar.',
  velden,
  waarde: { bedrag: bedragVeld('Landelijk budget (TBA)') },
  voorbeelden: [
    { naam: 'Voorlopig in 2026', invoer: { ...LAND, soort: 'voorlopig' } },
    { naam: 'Definitief over 2026', invoer: { ...LAND, soort: 'definitief' } },
    { naam: '2024: bedragen niet bekend', invoer: { ...LAND, jaar: 2024, soort: 'definitief' } },
    { naam: 'Vóór de wet', invoer: { jaar: 2021 } },
  ],
  vindplaats: {
    bestand: 'rules/geld/landelijk-budget.ts',
    test: 'rules/geld/landelijk-budget.test.ts',
  },
  bepaal: landelijkBudget,
});
