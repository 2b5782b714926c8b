import type { Persoon } from '../persoon/persoon.ts';
import { geschreven, plusMaanden } from './dagen.ts';

/** Een melding over MAP of PVT: dezelfde regels, andere woorden. */
export type Resultaat = { datum?: string; verwijtbaar?: 'Ja' | 'Nee' };

type Vorige = { datum?: string; gemeentecode?: string } | null | undefined;

export type ResultaatVraag = {
  persoon: Persoon;
  gemeentecode: string;
  vandaag: string;
  /** Wat er bij DUO stond. */
  vorige: Vorige;
  /** Het onderwerp zoals DUO het noemt. */
  wat: string;
};

/** De redenen waarom DUO een melding over MAP of PVT weigert; leeg is aangenomen. */
export function weigerResultaat(vraag: ResultaatVraag, nieuw: Resultaat): string[] {
  return [
    ...weigerAfzender(vraag),
    ...weigerDatum(vraag, nieuw),
    ...weigerVerwijtbaar(vraag, nieuw),
  ];
}

function weigerAfzender({ persoon, gemeentecode, vorige, wat }: ResultaatVraag): string[] {
  const fouten: string[] = [];
  if (vorige?.datum && (vorige.gemeentecode ?? gemeentecode) !== gemeentecode) {
    fouten.push(`De datum van ${wat} is door een andere gemeente gemeld.`);
  }
  if (persoon.pips.at(-1)?.gemeentecode !== gemeentecode) {
    fouten.push('Het actuele PIP is niet van uw gemeente.');
  }
  if (persoon.zroute?.datumAfrondingZroute && isVoldaan(persoon)) {
    fouten.push('Aan de inburgeringsplicht is al voldaan met de Z-route.');
  }
  return fouten;
}

const isVoldaan = ({ plicht }: Persoon) =>
  plicht?.redenGeenInburgeringsplicht === 'Inburgeringsplicht voldaan';

function weigerDatum({ persoon, vandaag, wat, vorige }: ResultaatVraag, { datum }: Resultaat) {
  const fouten: string[] = [];
  const start = persoon.termijn?.startdatum;
  const afronding = persoon.zroute?.datumAfrondingZroute;
  if (datum === undefined) {
    if (afronding && vorige?.datum) {
      fouten.push(`De datum van ${wat} kan niet weg: de Z-route is al afgerond.`);
    }
    return fouten;
  }
  if (!start || datum < start) {
    fouten.push(`De datum van ${wat} ligt voor de start van de inburgeringstermijn.`);
  }
  if (afronding && datum > afronding) {
    fouten.push(`De datum van ${wat} ligt na de afronding van de Z-route.`);
  }
  if (datum > vandaag) fouten.push(`De datum van ${wat} ligt in de toekomst.`);
  return fouten;
}

/** `einddatum` van de termijn telt niet mee: op die dag is de termijn overschreden. */
function weigerVerwijtbaar({ persoon, vandaag }: ResultaatVraag, nieuw: Resultaat): string[] {
  const einde = persoon.termijn?.einddatum;
  if (!einde) return nieuw.verwijtbaar ? ['Er is nog geen inburgeringstermijn vastgesteld.'] : [];
  const { datum, verwijtbaar } = nieuw;
  const overschreden = (datum ?? vandaag) >= einde;
  const tekst = `de inburgeringstermijn (tot ${geschreven(einde)})`;
  if (verwijtbaar === undefined) {
    return overschreden ? [`Geef aan of de overschrijding van ${tekst} verwijtbaar is.`] : [];
  }
  if (datum !== undefined && !overschreden) {
    return [`Verwijtbaar kan niet: de datum ligt binnen ${tekst}.`];
  }
  if (verwijtbaar === 'Ja' && !overschreden) {
    return [`Verwijtbaar 'Ja' kan alleen na overschrijding van ${tekst}.`];
  }
  if (verwijtbaar === 'Nee' && !overschreden && vandaag < plusMaanden(einde, -2)) {
    return [`Verwijtbaar 'Nee' kan pas binnen twee maanden voor het einde van ${tekst}.`];
  }
  return [];
}
