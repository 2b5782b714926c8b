import type { BeleidWaarden } from '../beleid/parameters.ts';
import type { Datum } from '../shared/datum.ts';
import type { Geldend } from '../stand/geldend.ts';
import { leesIntake } from '../stand/lezing-intake.ts';
import type { PrognoseFeiten } from './soorten.ts';

/** De soorten feiten die de prognose leest; de rest van een dossier blijft dicht. */
export const PROGNOSE_SOORTEN = [
  'adres',
  'afspraak',
  'afspraak-uitkomst',
  'derde-informatie',
  'doelgroep',
  'leerbaarheidstoets',
  'leerbaarheidstoets-ontheffing',
  'pip-vorige-gemeente',
  'taal',
] as const;

/** Wat de Stand en het PIP al zeggen over dit dossier. */
export type PrognoseDossier = Pick<
  PrognoseFeiten,
  'laatsteDag' | 'intakeAfgerond' | 'concept' | 'doelgroepOnbekend'
> & {
  /** De afspraken waarvoor een tolk is geboekt die niet is afgezegd. De taal op een afspraak zegt alleen wie nodig is. */
  tolkGeboektVoor: ReadonlySet<string>;
};

type Beleid = Pick<
  BeleidWaarden,
  'intakeStreefweek' | 'pipConceptStreefweek' | 'waarschuwWekenPip'
>;

function toetsVan(
  g: Geldend,
  i: ReturnType<typeof leesIntake>,
  vandaag: Datum,
): PrognoseFeiten['toets'] {
  if (i.toets) return 'uitslag';
  // Na een verhuizing met een PIP blijft de leerroute gelijk: dan is er geen toets meer nodig.
  if (i.ontheffing || g.laatste('pip-vorige-gemeente')) return 'ontheffing';
  const geweest = i.toetsAfspraken.some((a) => a.uitkomst === 'verschenen');
  if (geweest) return 'wacht-op-duo';
  return i.toetsAfspraken.some((a) => !a.uitkomst && a.datum >= vandaag)
    ? 'gepland'
    : 'niet-gepland';
}

function wachtOp(g: Geldend): string[] {
  return g
    .perSleutel('derde-informatie', (i) => i.van)
    .filter((f) => f.inhoud.onmisbaar && !f.inhoud.ontvangenOp)
    .map((f) => f.inhoud.van);
}

/** De feiten van een dossier in de woorden van `pip-prognose`. */
export function prognoseFeiten(
  g: Geldend,
  { tolkGeboektVoor, ...dossier }: PrognoseDossier,
  beleid: Beleid,
  vandaag: Datum,
): PrognoseFeiten {
  const intake = leesIntake(g);
  const open = intake.gesprekken.filter((a) => !a.uitkomst);
  const komt = open.find((a) => a.datum >= vandaag);
  const laatste = intake.gesprekken.findLast((a) => a.uitkomst);
  return {
    ...dossier,
    vandaag,
    intakeWeek: beleid.intakeStreefweek,
    conceptWeek: beleid.pipConceptStreefweek,
    wekenVoorEinde: Math.min(...beleid.waarschuwWekenPip, 10),
    ...(komt ? { gesprekOp: komt.datum } : {}),
    gesprekGevoerd: intake.gesprekken.some((a) => a.uitkomst === 'verschenen'),
    uitkomstOntbreekt: open.some((a) => a.datum < vandaag),
    ...(laatste?.uitkomst ? { laatsteUitkomst: laatste.uitkomst } : {}),
    tolkNodig: g.laatste('taal')?.inhoud.tolkNodig ?? false,
    tolkGeregeld: komt ? tolkGeboektVoor.has(komt.feit.inhoud.afspraakId) : false,
    toets: toetsVan(g, intake, vandaag),
    wachtOp: wachtOp(g),
    inOpvang: g.laatste('adres')?.inhoud.azc ?? false,
  };
}
