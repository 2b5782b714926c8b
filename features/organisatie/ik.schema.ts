import { z } from 'zod';

/** Wie is aangemeld, waarvoor, en wat er wacht. */
export const Ik = z
  .object({
    medewerker: z.object({
      id: z.string(),
      naam: z.string(),
      initialen: z.string(),
      functie: z.string(),
      organisatie: z.object({ id: z.string(), naam: z.string() }),
    }),
    rollen: z.array(z.object({ taak: z.string(), rol: z.string() })),
    gemeenten: z.array(z.object({ id: z.string(), code: z.string(), naam: z.string() })),
    /** Oefenomgeving: verzonnen mensen, verzetbare datum. */
    demo: z.boolean(),
    peildatum: z.iso.date(),
    /** Handelingen die ergens mogen. */
    mag: z.array(z.string()),
    tellers: z.object({
      vandaag: z.number().int(),
      postvak: z.number().int(),
      verbindingen: z.number().int(),
    }),
  })
  .meta({ id: 'Ik' });

export type Ik = z.infer<typeof Ik>;

export const Oefendatum = z.object({ datum: z.iso.date() }).meta({ id: 'Oefendatum' });
export const OefendatumAntwoord = z
  .object({ datum: z.iso.date(), herberekend: z.number().int() })
  .meta({ id: 'OefendatumAntwoord' });
