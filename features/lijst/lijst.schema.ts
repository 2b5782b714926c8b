import { z } from 'zod';

const code = z.string().regex(/^\d{4}$/);
const woord = z.string().regex(/^[a-zA-Z0-9-]{1,40}$/);

/** Hoe een lijst eruitziet. Er staat nooit een persoon in: zoektekst hoort er niet bij. */
export const LijstInstelling = z.strictObject({
  filters: z.strictObject({
    bereik: woord.optional(),
    gemeenten: z.array(code).max(400).optional(),
    doelgroep: woord.optional(),
    leerroute: woord.optional(),
    schakel: z.int().min(1).max(5).optional(),
    voorstel: woord.optional(),
    termijn: woord.optional(),
    toestand: woord.optional(),
    uitgesteld: z.boolean().optional(),
  }),
  verborgenKolommen: z.array(woord).max(20),
  sorteer: woord.optional(),
  aflopend: z.boolean().optional(),
});
export type LijstInstelling = z.infer<typeof LijstInstelling>;

export const LijstVerzoek = z
  .object({
    naam: z.string().trim().min(1, 'Geef de lijst een naam.').max(60),
    instelling: LijstInstelling,
    /** Zichtbaar voor iedereen van de organisatie. */
    gedeeld: z.boolean(),
  })
  .meta({ id: 'OpgeslagenLijstVerzoek' });
export type LijstVerzoek = z.infer<typeof LijstVerzoek>;

export const Lijst = z
  .object({
    id: z.uuid(),
    naam: z.string(),
    instelling: LijstInstelling,
    gedeeld: z.boolean(),
    /** Van de gebruiker zelf: alleen dan te wijzigen. */
    eigen: z.boolean(),
    van: z.string(),
  })
  .meta({ id: 'OpgeslagenLijst' });
export type Lijst = z.infer<typeof Lijst>;

export const LijstenAntwoord = z
  .object({ items: z.array(Lijst) })
  .meta({ id: 'OpgeslagenLijstenAntwoord' });
