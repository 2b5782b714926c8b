import { z } from 'zod';
import { DatumInvoer, GeboorteInvoer } from '../invoer.schema.ts';

const POSTCODE = /^[1-9]\d{3}\s?[A-Za-z]{2}$/;

/** Zoeken in de BRP kan op adres, of op achternaam met de hele geboortedag. */
export const BrpZoekVraag = z.discriminatedUnion('op', [
  z.strictObject({
    op: z.literal('adres'),
    gemeenteId: z.uuid(),
    postcode: z.string().trim().regex(POSTCODE, 'Een postcode is vier cijfers en twee letters.'),
    huisnummer: z.int('Vul het huisnummer in.').min(1, 'Vul het huisnummer in.').max(99_999),
  }),
  z.strictObject({
    op: z.literal('naam'),
    gemeenteId: z.uuid(),
    geslachtsnaam: z.string().trim().min(1, 'Vul de achternaam in.').max(200),
    geboortedatum: DatumInvoer,
  }),
]);

export const BrpZoekAntwoord = z
  .object({
    uitkomst: z.enum(['gevonden', 'niemand', 'te-veel', 'niet-bevoegd', 'niet-bereikbaar']),
    items: z.array(
      z.object({
        bsn: z.string(),
        naam: z.object({
          voornamen: z.string(),
          voorvoegsel: z.string(),
          geslachtsnaam: z.string(),
        }),
        geboorte: GeboorteInvoer,
        /** Leeg bij geheimhouding. */
        adres: z.string(),
        geheimhouding: z.boolean(),
        /** Het dossier dat er al is. */
        dossierId: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'BrpGevonden' });
export type BrpGevonden = z.infer<typeof BrpZoekAntwoord>;
