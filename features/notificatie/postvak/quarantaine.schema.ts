import { z } from 'zod';

/** Waarom iemand hier niet hoort. */
export const REDENEN = {
  'niet-onze-gemeente': 'Deze persoon hoort niet bij onze gemeente',
  'verkeerde-persoon': 'DUO bedoelde iemand anders',
  'niet-plichtig': 'Deze persoon is niet inburgeringsplichtig',
  anders: 'Iets anders',
} as const;
export type Reden = keyof typeof REDENEN;

const tekst = z.string().trim().min(3).max(500);

export const Afschermen = z.strictObject({
  reden: z.enum(Object.keys(REDENEN) as [Reden, ...Reden[]]),
  toelichting: tekst,
});
export type Afschermen = z.infer<typeof Afschermen>;

/** Een besluit over een afgeschermd dossier. */
export const Besluit = z.strictObject({ besluit: tekst });
export type Besluit = z.infer<typeof Besluit>;

export const QuarantaineRegel = z
  .object({
    id: z.uuid(),
    gemeenteId: z.uuid(),
    gemeente: z.string(),
    staat: z.enum(['open', 'vrijgegeven', 'gewist']),
    reden: z.enum(Object.keys(REDENEN) as [Reden, ...Reden[]]),
    toelichting: z.string(),
    /** Gebeurtenis waarmee DUO de persoon meldde, met wat zij betekent. */
    gebeurtenis: z.string().nullable(),
    afgeschermdOp: z.string(),
    afgeschermdDoor: z.string(),
    besluit: z.string().nullable(),
    beslotenOp: z.string().nullable(),
    beslotenDoor: z.string().nullable(),
    /** Naam en aantallen van wat wacht op een besluit; leeg als dat genomen is. */
    naam: z.string().nullable(),
    aantalFeiten: z.int().nullable(),
    aantalDocumenten: z.int().nullable(),
    aantalMeldingen: z.int().nullable(),
  })
  .meta({ id: 'QuarantaineRegel' });
export type QuarantaineRegel = z.infer<typeof QuarantaineRegel>;

export const QuarantaineLijst = z
  .object({ items: z.array(QuarantaineRegel) })
  .meta({ id: 'QuarantaineLijst' });
export type QuarantaineLijst = z.infer<typeof QuarantaineLijst>;

export const Afgeschermd = z.object({ quarantaineId: z.uuid() });
