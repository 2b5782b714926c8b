import type { Schrijver } from '../bouw.ts';
import { intakeAntwoorden, type Profiel } from '../inhoud.ts';

/** Wat COA in het azc al vroeg; in het gesprek nog te bevestigen. */
const VRAAGT_COA = new Set([
  'gezin-samen',
  'jong-kind',
  'taal-nederlands',
  'taal-schrift',
  'opleiding-hoogste',
  'opleiding-jaren',
  'werk-herkomst',
  'werk-nederland',
  'werk-wens',
  'motivatie-doel',
]);

/** COA droeg op dag `n` het klantprofiel over. */
export function klantprofiel(s: Schrijver, n: number, p: Profiel): void {
  for (const antwoord of intakeAntwoorden(s.mens, p).filter((a) => VRAAGT_COA.has(a.vraag))) {
    s.feit(n, 'coa', 'intake-antwoord', antwoord, 'COA-klantprofiel');
  }
}
