import type { Verklaring } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import { opsomming } from '../shared/tekst.ts';

/**
 * De boete die kan volgen op niet verschijnen na een herhaalde oproep, in eurocenten: vast € 250
 * (Wi2021 art. 22 en 26; Besluit inburgering 2021 art. 7.1 lid 1, sinds 1 januari 2022).
 */
export const BOETE_INTAKE_EUROCENTEN = 25_000;

/** Hoe het met één oproep afliep. */
export type OproepUitkomst = 'wacht' | 'verschenen' | 'niet-verschenen' | 'afgezegd';

export type OproepStap =
  /** Nog geen oproep verstuurd. */
  | 'oproepen'
  /** Er loopt een oproep. */
  | 'wachten'
  /** De persoon verscheen. */
  | 'verschenen'
  /** Schriftelijke waarschuwing met herhaalde oproep en nieuwe termijn. */
  | 'waarschuwen-en-herhalen'
  /** Een mens weegt een boete af (art. 22) en roept opnieuw op; `gemist` telt sinds wie verscheen. */
  | 'boete-afwegen-en-herhalen'
  /** Na drie oproepen: intake afronden zonder de persoon. */
  | 'afronden-zonder-persoon';

const TEKST: Record<OproepStap, string> = {
  oproepen: 'Stuur een oproep met een termijn om te verschijnen.',
  wachten: 'De oproep loopt nog.',
  verschenen: 'De persoon is verschenen.',
  'waarschuwen-en-herhalen':
    'Vraag eerst naar de reden. Stuur daarna een schriftelijke waarschuwing met een herhaalde oproep en een nieuwe termijn.',
  'boete-afwegen-en-herhalen':
    'Vraag eerst naar de reden. Een medewerker weegt af of een boete past en roept opnieuw op, binnen twee maanden.',
  'afronden-zonder-persoon':
    'Na drie oproepen rondt het college de intake af zonder de persoon en stelt het PIP vast.',
};

/**
 * `oproep-ladder`: de volgende stap bij niet verschijnen voor de brede intake. Beslist niets: of
 * iemand iets te verwijten valt, en of een boete past, bepaalt een mens.
 *
 * Wi2021 art. 14 en 22 (https://wetten.overheid.nl/BWBR0044770/2025-10-21): waarschuwing met herhaalde
 * oproep, dan een mogelijke boete met een nieuwe termijn van ten hoogste twee maanden; na drie
 * oproepen wordt de intake zonder de persoon afgerond. Keuzes waar de wet zwijgt ('ontwerp'): een afzegging
 * telt niet als niet verschijnen, en wie na een oproep verscheen begint weer bij de waarschuwing.
 * @param uitkomsten per oproep, oudste eerst
 */
export function oproepLadder(uitkomsten: readonly OproepUitkomst[]): {
  stap: OproepStap;
  gemist: number;
  tekst: string;
  uitleg: Verklaring;
} {
  const sinds = uitkomsten.lastIndexOf('verschenen') + 1;
  const gemist = uitkomsten.slice(sinds).filter((u) => u === 'niet-verschenen').length;
  const stap = kiesStap(uitkomsten, gemist);
  return {
    stap,
    gemist,
    tekst: TEKST[stap],
    uitleg: () => ({
      titel: 'Wat na deze oproep volgt',
      uitkomst: TEKST[stap],
      grondslag: grondslag('oproep-ladder', 'wet', 'art. 14 en 22', {
        zekerheid: 'onbevestigd',
        toelichting:
          'De wetswijziging van 21 oktober 2025 is niet nagelezen. Onze keuze: een afzegging telt niet als niet verschijnen, en wie verscheen begint weer bij de waarschuwing.',
      }),
      stappen: [
        {
          titel: 'Oproepen tot nu toe',
          uitkomst: uitkomsten.length === 0 ? 'geen' : opsomming(uitkomsten.map(inZin)),
        },
      ],
      zouWijzigenAls: ['de persoon alsnog verschijnt'],
    }),
  };
}

function kiesStap(uitkomsten: readonly OproepUitkomst[], gemist: number): OproepStap {
  const laatste = uitkomsten.at(-1);
  if (!laatste || laatste === 'afgezegd') return 'oproepen';
  if (laatste === 'wacht') return 'wachten';
  if (laatste === 'verschenen') return 'verschenen';
  if (gemist >= 3) return 'afronden-zonder-persoon';
  return gemist === 2 ? 'boete-afwegen-en-herhalen' : 'waarschuwen-en-herhalen';
}

function inZin(uitkomst: OproepUitkomst): string {
  return uitkomst === 'wacht' ? 'loopt nog' : uitkomst.replace('-', ' ');
}
