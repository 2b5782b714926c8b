// Zonder zod: schermen laden dit bestand.

export const RELATIE: Record<string, string> = {
  zelf: 'deze persoon',
  partner: 'partner',
  kind: 'kind',
  ouder: 'ouder',
  'broer-of-zus': 'broer of zus',
  anders: 'ander gezinslid',
};

export const VVE_NAAM: Record<string, string> = {
  gaat: 'gaat naar de voor- of vroegschool',
  aangemeld: 'aangemeld',
  'op-wachtlijst': 'op de wachtlijst',
  niet: 'gaat niet',
  'niet-nodig': 'niet nodig',
};

export const VVE_LEEFTIJD: Record<string, string> = {
  'te-jong': 'nog te jong voor de voorschool',
  voorschool: 'leeftijd van de voorschool',
  vroegschool: 'leeftijd van groep 1 of 2',
  ouder: 'ouder dan de voor- en vroegschool',
  misschien: 'misschien leeftijd van de voorschool; de maand ontbreekt',
  onbekend: 'leeftijd niet bekend',
};

export const OPVANG_STAAT = {
  nodig: { naam: 'nodig', toon: 'near' },
  aangevraagd: { naam: 'aangevraagd', toon: 'ours' },
  wachtlijst: { naam: 'op de wachtlijst', toon: 'near' },
  geplaatst: { naam: 'geplaatst', toon: 'met' },
  'niet-meer-nodig': { naam: 'niet meer nodig', toon: 'neutral' },
} as const;

export const SOORT: Record<string, string> = {
  intakegesprek: 'Intakegesprek',
  leerbaarheidstoets: 'Leerbaarheidstoets',
  voortgangsgesprek: 'Voortgangsgesprek',
  driegesprek: 'Driegesprek',
  overig: 'Afspraak',
};

export const UITKOMST: Record<string, string> = {
  verschenen: 'was er',
  'niet-verschenen': 'was er niet',
  afgezegd: 'afgezegd',
};

export const PIP_STAAT: Record<string, string> = {
  geen: 'nog niet begonnen',
  concept: 'in de maak',
  'ter-vaststelling': 'wacht op vaststellen',
  vastgesteld: 'vastgesteld',
  ingetrokken: 'ingetrokken',
};
