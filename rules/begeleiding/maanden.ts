import { type Datum, laatste, plusDagen, plusMaanden } from '../shared/datum.ts';

/**
 * Eerste dag na `maanden` hele maanden vanaf `begin`. Bestaat de dag niet in de laatste maand, dan telt die
 * maand tot en met haar laatste dag mee: wie op 31 augustus begint, is na zes maanden eind februari klaar.
 */
export function eindNaMaanden(begin: Datum, maanden: number): Datum {
  const vanafDagErvoor = plusMaanden(plusDagen(begin, -1), maanden);
  return laatste(plusMaanden(begin, maanden), plusDagen(vanafDagErvoor, 1));
}
