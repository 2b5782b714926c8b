import type { Berekening, Uitleg } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, onbekend, vereis } from '../shared/regel.ts';
import { inEuro } from '../shared/tekst.ts';
import { bedragVeld, type Invoer } from '../shared/velden.ts';
import { bedragenVan, EERSTE_JAAR, geenBedragen } from './bedragen.ts';
import { berekenUitkering, type Uitkering, uitkeringVelden } from './uitkering.ts';

const velden = {
  ...uitkeringVelden({
    gezin: 'Gezins- en overige migranten, gehuisvest in jaar t (AGO)',
    t: 'Asielstatushouders, gehuisvest in jaar t (AA)',
    t1: 'Asielstatushouders, gehuisvest in jaar t−1',
    t2: 'Asielstatushouders, gehuisvest in jaar t−2',
  }),
  voorlopigeUitkering: bedragVeld('Voorlopige uitkering die is betaald'),
};

export type DefinitiefFeiten = Invoer<typeof velden>;

/** Met een voorlopige uitkering erbij ook het verschil: één van beide is dan 0. */
export type DefinitieveUitkering = Uitkering & { nabetaling?: number; terugvordering?: number };

/** Realisatie telt heel. */
const PROCENT = 100;

const TITEL = 'Definitieve uitkering inburgering';
const GROND = grondslag('spuk-definitief', 'besluit', 'art. 10.2–10.4', {
  zekerheid: 'afgeleid',
  toelichting:
    'De wet zegt niet hoe wordt afgerond; wij ronden alleen de verdeling af, op eurocenten.',
});
const VERSCHIL = grondslag('spuk-definitief', 'besluit', 'art. 10.8 lid 2');
const BEDRAGEN = grondslag('spuk-definitief', 'regeling', 'art. 10.2–10.4');
const HERZIENING = grondslag('spuk-definitief', 'wet', 'art. 41');

/**
 * `spuk-definitief`: de definitieve specifieke uitkering, met de gerealiseerde aantallen, in eurocenten.
 *
 * Wi2021 art. 41 (https://wetten.overheid.nl/BWBR0044770/2025-10-21), Besluit inburgering 2021 art. 10.2–10.4
 * (https://wetten.overheid.nl/BWBR0045555/2026-04-02): dezelfde formule als voorlopig, met cohort t voor
 * gezinsmigranten en de cohorten t, t−1 en t−2 voor asielstatushouders. Het verschil met de voorlopige
 * uitkering wordt in één keer betaald of teruggevorderd (art. 10.8 lid 2).
 */
export function spukDefinitief(
  f: DefinitiefFeiten,
  herkomst: Herkomst = {},
): Berekening<DefinitieveUitkering> {
  const verklaar = (uitkomst: string, stappen: Uitleg[]): Uitleg => ({
    titel: TITEL,
    uitkomst,
    grondslag: GROND,
    feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen,
    zouWijzigenAls: ['DUO de gerealiseerde aantallen verbetert'],
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
  const uit = berekenUitkering(velden, f, bedragen, { jaar, procent: PROCENT });
  if ('ontbreekt' in uit) return onbekend(TITEL, uit.ontbreekt, GROND);
  const waarde = { ...uit.waarde, ...verschil(uit.waarde.bedrag, f.voorlopigeUitkering) };
  return {
    uitkomst: 'bepaald',
    waarde,
    uitleg: () =>
      verklaar(`${inEuro(waarde.bedrag)} over ${jaar}`, [...uit.stappen(), ...inWoorden(waarde)]),
  };
}

function verschil(bedrag: number, voorlopig: number | undefined) {
  if (voorlopig === undefined) return {};
  return {
    nabetaling: Math.max(0, bedrag - voorlopig),
    terugvordering: Math.max(0, voorlopig - bedrag),
  };
}

function inWoorden({ nabetaling, terugvordering }: DefinitieveUitkering): Uitleg[] {
  if (nabetaling === undefined || terugvordering === undefined) return [];
  const uitkomst =
    terugvordering > 0
      ? `${inEuro(terugvordering)} terug te betalen`
      : `${inEuro(nabetaling)} nabetaling`;
  return [{ titel: 'Verschil met de voorlopige uitkering', uitkomst, grondslag: VERSCHIL }];
}

const GEMEENTE = {
  jaar: 2025,
  gezinsmigranten: 38,
  aantalT: 44,
  aantalT1: 51,
  aantalT2: 45,
  landelijkeGrondslag: 30_000_000_000,
  landelijkBudget: 30_000_000_000,
};

export const spukDefinitiefRegel = maakRegel({
  id: 'spuk-definitief',
  titel: 'Definitieve uitkering voor inburgering',
  vraag: 'Hoe hoog is de definitieve uitkering, en wat is het verschil met de voorlopige?',
  beschrijving:
    'Na het jaar rekent het Rijk opnieuw, met wie er echt is gehuisvest: gezins- en overige migranten van het jaar zelf, asielstatushouders van het jaar en de twee jaren ervoor, en wie twee jaar terug klaar was.\n\nHet verschil met de voorlopige uitkering wordt in één keer nabetaald of teruggevorderd. De bedragen voor 2024 zijn niet gevonden.',
  rijen: ['L5', 'L9', 'L12'],
  artikelen: [HERZIENING, GROND, VERSCHIL, BEDRAGEN],
  versieVolgt: 'Het begrotingsjaar.',
  velden,
  waarde: {
    bedrag: bedragVeld('Uitkering (U)'),
    gezinsmigranten: bedragVeld('Deel gezins- en overige migranten (BGO)'),
    asielstatushouders: bedragVeld('Deel asielstatushouders (BA)'),
    onderwijsroute: bedragVeld('Toevoeging onderwijsroute (ABO)'),
    nabetaling: bedragVeld('Nog te ontvangen'),
    terugvordering: bedragVeld('Terug te betalen'),
  },
  voorbeelden: [
    { naam: 'Een gemeente over 2025', invoer: GEMEENTE },
    {
      naam: 'Met de voorlopige uitkering erbij',
      invoer: { ...GEMEENTE, voorlopigeUitkering: 75_000_000 },
    },
    { naam: '2024: bedragen niet bekend', invoer: { ...GEMEENTE, jaar: 2024 } },
    { naam: 'Vóór de wet', invoer: { jaar: 2021 } },
    { naam: 'Nog niets bekend', invoer: {} },
  ],
  vindplaats: {
    bestand: 'rules/geld/spuk-definitief.ts',
    test: 'rules/geld/spuk-definitief.test.ts',
  },
  bepaal: spukDefinitief,
});
