import { type Datum, plusMaanden } from '../shared/datum.ts';
import { inWoorden } from '../shared/tekst.ts';

export type Verwijtbaar = 'Ja' | 'Nee' | 'weggelaten';

/** DUO: 'Nee' zonder resultaat mag vanaf twee maanden voor de einddatum. */
const MAANDEN_VOORAF = 2;

/** Welke waarden DUO in deze stand aanneemt, met waarom. */
export type Toegestaan = { waarden: Verwijtbaar[]; waarom: string };

/**
 * Welke waarden van `verwijtbaar` DUO aanneemt bij PVT en MAP.
 * @param resultaat datum in de melding; leeg als er geen resultaat is
 * @param einddatum eerste dag na de inburgeringstermijn
 */
export function verwijtbaarMag(
  resultaat: Datum | undefined,
  einddatum: Datum,
  melding: Datum,
): Toegestaan {
  const eind = inWoorden(einddatum);
  if (resultaat !== undefined) {
    return resultaat < einddatum
      ? { waarden: ['weggelaten'], waarom: `het resultaat ligt vóór de einddatum ${eind}` }
      : { waarden: ['Ja', 'Nee'], waarom: `het resultaat ligt niet vóór de einddatum ${eind}` };
  }
  if (melding >= einddatum) {
    return { waarden: ['Ja', 'Nee'], waarom: `de termijn is voorbij sinds ${eind}` };
  }
  const vanaf = plusMaanden(einddatum, -MAANDEN_VOORAF);
  return melding < vanaf
    ? { waarden: ['weggelaten'], waarom: `Nee mag pas vanaf ${inWoorden(vanaf)}` }
    : {
        waarden: ['weggelaten', 'Nee'],
        waarom: `Nee mag sinds ${inWoorden(vanaf)}, Ja pas vanaf ${eind}`,
      };
}
