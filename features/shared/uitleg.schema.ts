import { z } from 'zod';
import type { Uitleg } from '../../rules/shared/antwoord.ts';

/** De plaats in de wet waarop een uitkomst rust. */
export const GrondslagSchema = z
  .object({
    regel: z.string(),
    artikel: z.string(),
    link: z.string(),
    geldigVanaf: z.string(),
    geldigTot: z.string().optional(),
    zekerheid: z.enum(['vast', 'afgeleid', 'ontwerp', 'onbevestigd']),
    toelichting: z.string().optional(),
  })
  .meta({ id: 'Grondslag' });

/** De verklaring van een datum of status, als boom: regel, feiten met bron, stappen. */
export const UitlegSchema: z.ZodType<Uitleg> = z
  .object({
    titel: z.string(),
    uitkomst: z.string().optional(),
    grondslag: GrondslagSchema.optional(),
    feiten: z
      .array(
        z.object({
          naam: z.string(),
          waarde: z.string(),
          bron: z.string(),
          datum: z.string().optional(),
          feitId: z.string().optional(),
        }),
      )
      .optional(),
    get stappen() {
      return z.array(UitlegSchema).optional();
    },
    zouWijzigenAls: z.array(z.string()).optional(),
  })
  .meta({ id: 'Uitleg' }) as unknown as z.ZodType<Uitleg>;

/** Waarom iets niet voldoet of nog nodig is, met de grondslag. */
export const RedenMetGrondslag = z
  .object({
    code: z.string(),
    tekst: z.string(),
    veld: z.string().optional(),
    actie: z.string().optional(),
    grondslag: GrondslagSchema.optional(),
  })
  .meta({ id: 'RedenMetGrondslag' });
