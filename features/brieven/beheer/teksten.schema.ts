import { z } from 'zod';
import { tekst } from '../../shared/brief.schema.ts';
import { TAALCODES, TaalSchema } from '../../shared/talen.schema.ts';

export const TekstenParams = z.object({ gemeenteId: z.uuid() });

const STATEN = ['vastgesteld', 'machine', 'ontbreekt', 'bron'] as const;

/** Zoeken en bladeren; de zoektekst gaat in het bericht en niet in het adres. */
export const TekstenZoek = z.strictObject({
  taal: TaalSchema,
  collectie: z.string().max(40).optional(),
  staat: z.enum(STATEN).optional(),
  alleenEigen: z.boolean().optional(),
  zoek: z.string().trim().max(100).optional(),
  page: z.number().int().min(1).max(1000).default(1),
  pageSize: z.number().int().min(1).max(100).default(25),
});
export type TekstenZoek = z.input<typeof TekstenZoek>;

export const TekstRegel = z.strictObject({
  collectie: z.string(),
  sleutel: z.string(),
  taal: TaalSchema,
  nederlands: z.string(),
  /** De tekst zoals de gemeente haar gebruikt; `null` als er geen vertaling is. */
  tekst: z.string().nullable(),
  /** De tekst van Meedoen, als de gemeente eigen woorden gebruikt. */
  vanMeedoen: z.string().nullable(),
  staat: z.enum(STATEN),
  laatste: z
    .strictObject({
      id: z.uuid(),
      naam: z.string(),
      op: z.string(),
      /** Wat die handeling was. */
      vastgesteld: z.boolean(),
    })
    .nullable(),
});
export type TekstRegel = z.infer<typeof TekstRegel>;

export const TekstenAntwoord = z.strictObject({
  items: z.array(TekstRegel),
  totaal: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
  collecties: z.array(z.strictObject({ id: z.string(), naam: z.string() })),
  /** Per taal hoeveel teksten er zijn en hoeveel er zijn nagekeken. */
  talen: z.array(
    z.strictObject({
      taal: TaalSchema,
      totaal: z.number().int(),
      vastgesteld: z.number().int(),
      ontbreekt: z.number().int(),
    }),
  ),
  magVaststellen: z.boolean(),
});
export type TekstenAntwoord = z.infer<typeof TekstenAntwoord>;

export const TekstBesluit = z.strictObject({
  collectie: z.string().max(40),
  sleutel: z.string().max(60),
  taal: z.enum(TAALCODES),
  /** Eigen woorden; `null` is de tekst van Meedoen. */
  eigenTekst: tekst(2000).nullable(),
  /** Nagekeken en goed. Het Nederlands zelf wordt niet vastgesteld. */
  vastgesteld: z.boolean(),
  /** Id van de laatste handeling die de gebruiker zag; `null` als er geen was. */
  gezien: z.uuid().nullable(),
});
export type TekstBesluit = z.infer<typeof TekstBesluit>;
