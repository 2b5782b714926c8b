import type { Herstel, Onderwerp, Soort } from './afstemming.schema.ts';

/** De woorden op het scherm en in het bestand. */
export const SOORT: Record<Soort, string> = {
  'mist-hier': 'mist hier',
  'mist-bij-duo': 'mist bij DUO',
  anders: 'anders',
  'niet-van-ons': 'niet van ons',
};

export const ONDERWERP: Record<Onderwerp, string> = {
  persoon: 'Iemand zonder dossier',
  toegang: 'Toegang bij DUO',
  gebeurtenis: 'Meldingen',
  plicht: 'Inburgeringsplicht',
  doelgroep: 'Doelgroep',
  termijn: 'Inburgeringstermijn',
  pip: 'PIP',
  leerbaarheidstoets: 'Leerbaarheidstoets',
  'lbt-nummer': 'Aanmelding leerbaarheidstoets',
  uren: 'Uren',
  pvt: 'PVT',
  map: 'MAP',
  examen: 'Examens',
  'gratis-pogingen': 'Gratis pogingen',
  vrijstelling: 'Vrijstelling',
  ontheffing: 'Ontheffing',
  verlenging: 'Verlenging',
  boete: 'Boete van DUO',
};

export const HERSTELNAAM: Record<Herstel, string> = {
  'neem-over': 'Neem over van DUO',
  'stuur-opnieuw': 'Stuur opnieuw',
  vervalt: 'Laat hier vervallen',
  aanvaard: 'Aanvaard met reden',
  koppel: 'Koppel in het postvak',
};

/** Wat er al aan is gedaan, als zin. */
export const GEDAAN: Record<string, string> = {
  'neem-over': 'overgenomen van DUO',
  'stuur-opnieuw': 'opnieuw gestuurd',
  vervalt: 'hier vervallen',
  aanvaard: 'aanvaard',
  'alsnog-verwerkt': 'alsnog verwerkt als melding',
  nagestuurd: 'nagestuurd voor het einde van de toegang',
};
