import { z } from 'zod';
import { bladzijde } from '../shared/lijst.schema.ts';

/** Wie de toets nog moet doen; met een zitting alleen mensen uit de gemeenten die daaraan meedoen. */
export const KandidaatVraag = z.strictObject({
  zoek: z.string().trim().max(80).optional(),
  gemeenteId: z.uuid().optional(),
  zittingId: z.uuid().optional(),
  /** Alleen deze persoon. */
  dossierId: z.uuid().optional(),
  ...bladzijde,
});

const Kandidaat = z.object({
  dossierId: z.string(),
  gemeente: z.string(),
  naam: z.string(),
  klantmanager: z.string().nullable(),
  /** Laatste dag voor het PIP; leeg als die nog niet vaststaat. */
  pipUiterlijk: z.string().nullable(),
  taal: z.string().nullable(),
  /** DUO gaf een nummer voor de toets. */
  nummer: z.boolean(),
  /** Hoe vaak de persoon eerder niet verscheen voor de toets. */
  gemist: z.number().int(),
});
export type Kandidaat = z.infer<typeof Kandidaat>;

export const KandidaatLijst = z
  .object({
    items: z.array(Kandidaat),
    totaal: z.number().int(),
    page: z.number().int(),
    pageSize: z.number().int(),
  })
  .meta({ id: 'ToetsKandidaatLijst' });
export type KandidaatLijst = z.infer<typeof KandidaatLijst>;

export const DeelnemersVerzoek = z.strictObject({
  dossierIds: z.array(z.uuid()).min(1, 'Kies iemand.').max(60),
  /** De toets hoort bij de lopende oproep voor de intake, voor wie die heeft. */
  bijOproep: z.boolean(),
  /** Wie dan al een afspraak heeft, ook uitnodigen; de medewerker zegt de andere af. */
  tochPlannen: z.boolean().default(false),
});

export type DeelnemersVerzoek = z.output<typeof DeelnemersVerzoek>;
const Geweigerd = z.object({ dossierId: z.string(), code: z.string(), tekst: z.string() });
export const DeelnemersAntwoord = z
  .object({ toegevoegd: z.number().int(), geweigerd: z.array(Geweigerd) })
  .meta({ id: 'ToetsDeelnemersAntwoord' });
export type DeelnemersAntwoord = z.infer<typeof DeelnemersAntwoord>;

export const DeelnemerParams = z.strictObject({ zittingId: z.uuid(), dossierId: z.uuid() });

export const UitkomstVerzoek = z
  .strictObject({
    uitkomst: z.enum(['verschenen', 'niet-verschenen', 'afgezegd']),
    reden: z.string().trim().max(300).optional(),
    /** Meteen een plek in een andere zitting. */
    nieuweZittingId: z.uuid().optional(),
    /** De persoon heeft dan al een afspraak; de medewerker zegt die af. */
    tochPlannen: z.boolean().default(false),
    /** De uitkomst die de gebruiker zag; `null` als er nog geen was. */
    vervangt: z.uuid().nullable(),
  })
  .refine((u) => u.uitkomst === 'verschenen' || (u.reden ?? '').length >= 3, {
    error: 'Vraag eerst waarom, en schrijf het kort op.',
    path: ['reden'],
  })
  .refine((u) => u.uitkomst !== 'verschenen' || !u.nieuweZittingId, {
    error: 'Wie er was, hoeft niet nog een keer.',
    path: ['nieuweZittingId'],
  });
export type UitkomstVerzoek = z.infer<typeof UitkomstVerzoek>;
