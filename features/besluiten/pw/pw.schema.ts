import { z } from 'zod';
import { briefvelden, dag, regel, tekst } from '../../shared/brief.schema.ts';

/** De gegevens van de brief, zoals het sjabloon ze leest. */
export const PwGegevens = z.strictObject({
  ...briefvelden,
  verplichtingen: z
    .array(z.strictObject({ naam: regel(), wat: tekst(500), artikel: regel() }))
    .min(1),
  motivering: tekst(4000),
  /** Dagtekening van het PIP uit hetzelfde gesprek. */
  pipDagtekening: dag.optional(),
  bezwaar: z.strictObject({
    laatsteDag: dag,
    postadres: z.array(regel()),
    webadres: regel(),
  }),
});
export type PwGegevens = z.infer<typeof PwGegevens>;
