import { z } from 'zod';
import { GrondslagSchema, RedenMetGrondslag, UitlegSchema } from '../shared/uitleg.schema.ts';

/** Feiten in de velden van één regel; welke dat zijn staat bij de regel als JSON Schema. */
export const RegelInvoer = z.record(z.string().max(100), z.unknown()).meta({ id: 'RegelInvoer' });

const JsonSchema = z.record(z.string(), z.unknown());

export const RegelAntwoord = z
  .object({
    uitkomst: z.enum(['voldoet', 'voldoet-niet', 'onbekend', 'bepaald', 'niet-van-toepassing']),
    waarde: z.unknown().optional(),
    redenen: z.array(RedenMetGrondslag).optional(),
    ontbreekt: z
      .array(
        z.object({ feit: z.string(), tekst: z.string(), wegen: z.array(z.string()).optional() }),
      )
      .optional(),
    uitleg: UitlegSchema.optional(),
  })
  .meta({ id: 'RegelAntwoord' });
export type RegelAntwoord = z.infer<typeof RegelAntwoord>;

const RegelKop = z
  .object({
    id: z.string(),
    /** Deel van de wet, om regels bij elkaar te zetten. */
    groep: z.string(),
    titel: z.string(),
    vraag: z.string(),
    beschrijving: z.string(),
    artikelen: z.array(GrondslagSchema),
  })
  .meta({ id: 'RegelKop' });
export type RegelKop = z.infer<typeof RegelKop>;

export const RegelsAntwoord = z.object({ regels: z.array(RegelKop) });
export type RegelsAntwoord = z.infer<typeof RegelsAntwoord>;

export const RegelDetail = RegelKop.extend({
  versieVolgt: z.string(),
  /** Per wet de versie waarvan de tekst is gelezen, en welke latere versies niet. */
  gelezen: z.array(
    z.object({
      wet: z.string(),
      versie: z.string(),
      ongelezen: z.array(z.string()),
      toelichting: z.string().optional(),
    }),
  ),
  invoer: JsonSchema,
  uitvoer: JsonSchema,
  voorbeelden: z.array(
    z.object({ naam: z.string(), invoer: RegelInvoer, antwoord: RegelAntwoord }),
  ),
}).meta({ id: 'Regel' });
export type RegelDetail = z.infer<typeof RegelDetail>;
