import type { Ophalen } from '../gebeurtenissen.ts';

/** Wat bij DUO of de BRP is gevraagd, in gewone woorden. */
export const OPGEHAALD: Readonly<Record<Ophalen, string>> = {
  doelgroep: 'Doelgroep',
  'doelgroep-historie': 'Eerdere doelgroepen',
  plicht: 'Inburgeringsplicht',
  'plicht-historie': 'Eerdere perioden van de plicht',
  'lbt-nummer': 'Nummer voor de leerbaarheidstoets',
  lbt: 'Uitslag van de leerbaarheidstoets',
  termijn: 'Inburgeringstermijn',
  'termijn-historie': 'Eerdere termijnen',
  verlengingen: 'Verzoeken om verlenging',
  vrijstellingen: 'Vrijstellingen',
  ontheffingen: 'Ontheffingen',
  'gratis-pogingen': 'Gratis examenpogingen',
  examens: 'Uitslagen van examens',
  boetes: 'Boetes van DUO',
  gebeurtenissen: 'Wat DUO eerder meldde',
  pip: 'PIP dat DUO kent',
  map: 'Afronding van de MAP',
  pvt: 'Ondertekening van het PVT',
  uren: 'Gevolgde uren',
  brp: 'Persoonsgegevens uit de BRP',
};
