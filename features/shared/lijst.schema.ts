import { z } from 'zod';
import { Doelgroep, Leerroute, Toestand } from './dossier.schema.ts';

/** Waarop elke lijst van inburgeraars te filteren is. */
export const filtersInburgeraars = {
  /** CBS-codes; leeg is alle zichtbare gemeenten. */
  gemeenten: z
    .array(z.string().regex(/^\d{4}$/, 'Een gemeentecode heeft vier cijfers.'))
    .max(400)
    .optional(),
  doelgroep: Doelgroep.optional(),
  leerroute: z.enum([...Leerroute.options, 'geen']).optional(),
  schakel: z.int().min(1).max(5).optional(),
  toestand: Toestand.optional(),
};

/** Welke bladzijde van een lijst; de eerste is 1. */
export const bladzijde = {
  page: z.int().min(1).max(10_000).default(1),
  pageSize: z.int().min(1).max(100).default(25),
};
