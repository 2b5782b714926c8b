import { type Datum, plusDagen, plusJaren, plusMaanden } from '../shared/datum.ts';
import { type Periode, voegSamen } from '../verlenging/perioden.ts';

/** Hele jaren, maanden en dagen, zoals een mens ze telt. */
export type Duur = { jaren: number; maanden: number; dagen: number };

/**
 * Hoelang de perioden samen duren; wat overlapt telt één keer, op de kalender vanaf het eerste begin.
 *
 * Een onderbroken tijd wordt aaneengeschoven: van elke volgende periode komen de hele maanden en dan de
 * dagen erbij. Perioden zijn halfopen (`eind` telt niet mee).
 */
export function leerplichtDuur(perioden: readonly Periode[]): Duur {
  const [eerste, ...rest] = voegSamen(perioden);
  if (!eerste) return { jaren: 0, maanden: 0, dagen: 0 };
  const eind = rest.reduce((tot, p) => {
    const { maanden, dagen } = verschil(p.begin, p.eind);
    return plusDagen(plusMaanden(tot, maanden), dagen);
  }, eerste.eind);
  const { maanden, dagen } = verschil(eerste.begin, eind);
  return { jaren: Math.floor(maanden / 12), maanden: maanden % 12, dagen };
}

/** Hele maanden van `begin` tot `eind`, en de dagen die overblijven. */
function verschil(begin: Datum, eind: Datum): { maanden: number; dagen: number } {
  let maanden = 0;
  while (plusJaren(begin, maanden / 12 + 1) <= eind) maanden += 12;
  while (plusMaanden(begin, maanden + 1) <= eind) maanden += 1;
  let dagen = 0;
  for (let d = plusMaanden(begin, maanden); d < eind; d = plusDagen(d, 1)) dagen += 1;
  return { maanden, dagen };
}

/** `7 jaar, 11 maanden en 3 dagen`. */
export function duurInWoorden({ jaren, maanden, dagen }: Duur): string {
  const m = `${maanden} ${maanden === 1 ? 'maand' : 'maanden'}`;
  return `${jaren} jaar, ${m} en ${dagen} ${dagen === 1 ? 'dag' : 'dagen'}`;
}
