import { z } from 'zod';
import { datum } from '../velden.ts';
import type { Vragen } from '../vraag.ts';

/** DUO schrijft hele euro's; binnen Meedoen is geld een geheel aantal eurocenten. */
export const boetesAntwoord = z.array(
  z
    .object({ bedrag: z.number().min(0), datum })
    .transform(({ bedrag, datum: op }) => ({ bedragCent: Math.round(bedrag * 100), datum: op })),
);

export const gebeurtenissenAntwoord = z.array(
  z.object({ id: z.string().min(1), omschrijving: z.string(), datum }),
);

/** SDI008 en SDI018: wat DUO over iemand heeft gemeld, en welke boetes DUO oplegde. */
export const gebeurtenisVragen = ({ haal }: Vragen) => ({
  boetes: (bsn: string) => haal('boete', '/personen/{bsn}/boetes', { bsn }, boetesAntwoord),
  gebeurtenissen: (bsn: string) =>
    haal('gebeurtenis', '/personen/{bsn}/gebeurtenissen', { bsn }, gebeurtenissenAntwoord),
});
