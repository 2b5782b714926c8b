import { z } from 'zod';

/** Werk in de wachtrij: alleen ids. */
export const GemeenteOpdracht = z.object({ gemeenteId: z.uuid() });
export const DossierOpdracht = z.object({ gemeenteId: z.uuid(), dossierId: z.uuid() });

const WAT = ['adres', 'gemeente', 'partner', 'overlijden', 'naam'] as const;

export const BekekenVraag = z.strictObject({ wat: z.enum(WAT) });

export const BrpAntwoord = z
  .object({
    /** Moment waarop de BRP het laatst is bevraagd; leeg als dat nog nooit lukte. */
    bevraagdOp: z.string().nullable(),
    /** Waar als het ophalen op de achtergrond is ingepland. */
    gepland: z.boolean(),
  })
  .meta({ id: 'BrpVersheid' });

export const BekekenAntwoord = z.object({ aantal: z.number().int() });
