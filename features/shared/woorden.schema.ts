// Zonder zod: schermen laden dit bestand, en de eerste pagina moet klein blijven.

/** Hoe deze kenmerken heten, gelijk op elk scherm en in een uitgevoerde lijst. */
export const DOELGROEP = {
  asielstatushouder: 'asielstatushouder',
  'gezins-en-overige-migrant': 'gezins- of overige migrant',
  onbekend: 'doelgroep nog onbekend',
} as const;

export const LEERROUTE = {
  B: 'B1-route',
  O: 'onderwijsroute',
  Z: 'Z-route',
  geen: 'nog geen route',
} as const;

export const SCHAKEL: Record<number, string> = {
  1: 'Plicht vaststellen',
  2: 'Voorbereiden',
  3: 'Intake en PIP',
  4: 'Inburgeren',
  5: 'Afronden',
};

export const TOESTAND = {
  actief: 'inburgeringsplichtig',
  'nog-niet-plichtig': 'nog niet plichtig',
  gepauzeerd: 'tijdelijk vrijgesteld',
  beeindigd: 'plicht geëindigd',
} as const;
