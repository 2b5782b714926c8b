/**
 * De nummerreeksen waaruit een Organisatie-identificatienummer komt, met wat erin zit. Bron: het
 * OIN-stelsel van Logius (https://oinregister.logius.nl). `00000099` is voor proeven.
 */
const REEKSEN: Record<string, string> = {
  '00000001': 'RSIN',
  '00000002': 'fiscaal nummer',
  '00000003': 'KvK-nummer',
  '00000004': 'subnummer',
  '00000005': 'vrije reeks',
  '00000006': 'reeks van Logius',
  '00000007': 'BRIN',
  '00000008': 'buitenlandse organisatie',
  '00000009': 'UZI-nummer',
  '00000010': 'reeks TRR-BD',
  '00000099': 'proef',
};

/** Twintig tekens: een bekende reeks van acht cijfers, dan het nummer, aangevuld met nullen. */
export function isOin(tekst: string): boolean {
  return /^\d{8}[0-9A-Z]{12}$/.test(tekst) && tekst.slice(0, 8) in REEKSEN;
}
