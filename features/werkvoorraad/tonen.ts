import type { WerkvoorraadRij } from './werkvoorraad.schema.ts';

/** Woorden van de werkvoorraad, gelijk op scherm en in een uitgevoerde lijst. */
export const TERMIJN = {
  'te-laat': 'te laat',
  'deze-week': 'deze week',
  later: 'later',
} as const;

export const VOORSTEL = {
  'intake-plannen': 'Intake plannen',
  'oproep-herhalen': 'Oproep herhalen',
  'intake-voeren': 'Intakegesprek voeren',
  'intake-afronden': 'Intake afronden',
  'leerbaarheidstoets-plannen': 'Leerbaarheidstoets plannen',
  'pip-opstellen': 'PIP opstellen',
  'pip-vaststellen': 'PIP vaststellen',
  'pip-melding-herstellen': 'Melding aan DUO herstellen',
  'wachten-op-duo': 'Wachten op DUO',
  'aanbod-doen': 'Aanbod doen',
  'voortgangsgesprek-voeren': 'Voortgangsgesprek voeren',
  'pvt-plannen': 'PVT plannen',
  'map-eindgesprek-plannen': 'MAP-eindgesprek plannen',
  'zroute-eindgesprek-plannen': 'Eindgesprek Z-route plannen',
  'gegevens-aanvullen': 'Gegevens aanvullen',
  'brp-wijziging-bekijken': 'Wijziging in de BRP bekijken',
  afronden: 'Afronden',
  geen: 'Niets te doen',
} as const;

/** 'Noor de Wit' → 'NW'; alleen delen met een hoofdletter. */
export function initialen(naam: string): string {
  const delen = naam.split(/\s+/).filter((w) => /^\p{Lu}/u.test(w));
  return [delen[0], delen.length > 1 ? delen.at(-1) : undefined].map((w) => w?.[0] ?? '').join('');
}

/** Tot zoveel dagen over is een laatste dag amber: zolang zij bij 'deze week' hoort. */
export const BIJNA_DAGEN = 6;

/** Waar de lijst begint: wie niemand kan begeleiden heeft geen eigen mensen en ziet iedereen. */
export function eersteBereik({ mag }: { mag: readonly string[] }): 'mijn' | 'team' {
  return mag.includes('dossier.toewijzen') ? 'mijn' : 'team';
}

/** Een zin die niets anders zegt dan de laatste dag. */
const ALLEEN_DE_DAG = / Het PIP moet er uiterlijk \d+ [a-z]+ \d{4} zijn\./;

/** De reden voor waar de laatste dag al bij staat: die dag komt er niet nog eens in voor. */
export function redenZonderDag({
  voorstel,
  laatsteDag,
}: Pick<WerkvoorraadRij, 'voorstel' | 'laatsteDag'>): string {
  return laatsteDag ? voorstel.reden.replace(ALLEEN_DE_DAG, '') : voorstel.reden;
}
