import { z } from 'zod';

/** De gegevens waaruit de presentielijst ontstaat. */
export const PresentieGegevens = z.strictObject({
  dagtekening: z.string(),
  gemeente: z.strictObject({ naam: z.string(), stijl: z.strictObject({ kleur: z.string() }) }),
  datum: z.string(),
  tijd: z.string(),
  duurMinuten: z.number().int(),
  plaats: z.string(),
  adres: z.string(),
  begeleiders: z.array(z.string()),
  laptops: z.number().int(),
  /** Plekken van gemeenten die de maker niet mag zien. */
  anderen: z.number().int(),
  deelnemers: z.array(
    z.strictObject({
      naam: z.string(),
      gemeente: z.string(),
      examennummer: z.string(),
      tolk: z.string(),
    }),
  ),
});
export type PresentieGegevens = z.infer<typeof PresentieGegevens>;
