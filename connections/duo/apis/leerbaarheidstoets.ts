import { z } from 'zod';
import { code, datum, score, zonderInhoud } from '../velden.ts';
import type { Vragen } from '../vraag.ts';

const RESULTATEN = ['B1-route haalbaar', 'B1-route niet haalbaar', 'Onbekend'] as const;

const examennummerAntwoord = z.object({ examennummer: z.string().min(1) });

export const leerbaarheidstoetsAntwoord = z.array(
  z.object({
    resultaat: code(RESULTATEN),
    behaaldeScore: score,
    benodigdeScore: score,
    /** Dag waarop DUO de uitslag vastlegde, ondanks de naam. */
    datumAfname: datum,
  }),
);

/** SDI006: het nummer waarmee de leerbaarheidstoets wordt afgenomen, en de uitslagen. */
export const leerbaarheidstoetsVragen = ({ haal, meld }: Vragen) => ({
  leerbaarheidstoetsNummer: (bsn: string) =>
    haal('leerbaarheidstoets', '/personen/{bsn}/lbt/examennummer', { bsn }, examennummerAntwoord),
  /** Trekt het nummer in: de toets vervalt. Een bewuste handeling, nooit vanzelf. */
  trekLeerbaarheidstoetsNummerIn: (bsn: string, berichtId?: string) =>
    meld(
      'leerbaarheidstoets',
      'DELETE',
      '/personen/{bsn}/lbt/examennummer',
      { bsn },
      zonderInhoud,
      berichtId,
    ),
  leerbaarheidstoetsResultaten: (bsn: string) =>
    haal(
      'leerbaarheidstoets',
      '/personen/{bsn}/lbt/resultaten',
      { bsn },
      leerbaarheidstoetsAntwoord,
    ),
});
