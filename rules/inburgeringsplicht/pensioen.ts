import { type Datum, delen, plusMaanden } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';

/** De hoogste leeftijd die bekend is gemaakt, in maanden. */
const HOOGSTE_MAANDEN = 67 * 12 + 3;

/**
 * Pensioenleeftijd (AOW art. 7a) per kalenderjaar, in maanden; de overheid maakt haar vijf jaar vooruit
 * bekend. Na het laatste jaar is zij niet bekend; lager wordt zij niet.
 */
const LEEFTIJD: readonly { jaar: number; maanden: number }[] = [
  { jaar: 2021, maanden: 66 * 12 + 4 },
  { jaar: 2022, maanden: 66 * 12 + 7 },
  { jaar: 2023, maanden: 66 * 12 + 10 },
  { jaar: 2024, maanden: 67 * 12 },
  { jaar: 2025, maanden: 67 * 12 },
  { jaar: 2026, maanden: 67 * 12 },
  { jaar: 2027, maanden: 67 * 12 },
  { jaar: 2028, maanden: HOOGSTE_MAANDEN },
  { jaar: 2029, maanden: HOOGSTE_MAANDEN },
  { jaar: 2030, maanden: HOOGSTE_MAANDEN },
];

export const PENSIOEN_GROND = grondslag('aow-nadert', 'wet', 'art. 3 lid 1', {
  zekerheid: 'onbevestigd',
  toelichting:
    'De pensioenleeftijd per jaar staat in de AOW; die bedragen zijn algemeen bekend maar niet in de wettekst nagelezen.',
});

/** De dag waarop iemand de pensioenleeftijd bereikt, of de eerste dag waarop dat kan zijn. */
export type Pensioendag = { bekend: true; dag: Datum } | { bekend: false; nietVoor: Datum };

/** De dag waarop iemand de pensioenleeftijd bereikt; leeg als de leeftijd voor dat jaar nog niet bekend is. */
export function bekendePensioendag(geboortedatum: Datum): Datum | undefined {
  const { jaar: geboortejaar, maand } = delen(geboortedatum);
  const rij = LEEFTIJD.find(
    ({ jaar, maanden }) => Math.floor((geboortejaar * 12 + maand - 1 + maanden) / 12) <= jaar,
  );
  return rij && plusMaanden(geboortedatum, rij.maanden);
}

/** Wanneer iemand die op `geboortedatum` is geboren de pensioenleeftijd bereikt. */
export function pensioendag(geboortedatum: Datum): Pensioendag {
  const dag = bekendePensioendag(geboortedatum);
  if (dag) return { bekend: true, dag };
  return { bekend: false, nietVoor: plusMaanden(geboortedatum, HOOGSTE_MAANDEN) };
}

/** Of iemand op `dag` de pensioenleeftijd heeft bereikt; leeg als dat nog niet vaststaat. */
export function heeftPensioenleeftijd(geboortedatum: Datum, dag: Datum): boolean | undefined {
  const p = pensioendag(geboortedatum);
  if (p.bekend) return dag >= p.dag;
  return dag < p.nietVoor ? false : undefined;
}
