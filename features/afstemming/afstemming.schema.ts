import { z } from 'zod';
import { bladzijde } from '../shared/lijst.schema.ts';

/** Wat er aan een verschil te zien en te doen is. */

export const SOORTEN = ['mist-hier', 'mist-bij-duo', 'anders', 'niet-van-ons'] as const;
export type Soort = (typeof SOORTEN)[number];

export const ONDERWERPEN = [
  'persoon',
  'toegang',
  'gebeurtenis',
  'plicht',
  'doelgroep',
  'termijn',
  'pip',
  'leerbaarheidstoets',
  'lbt-nummer',
  'uren',
  'pvt',
  'map',
  'examen',
  'gratis-pogingen',
  'vrijstelling',
  'ontheffing',
  'verlenging',
  'boete',
] as const;
export type Onderwerp = (typeof ONDERWERPEN)[number];

export const HERSTEL = ['neem-over', 'stuur-opnieuw', 'vervalt', 'aanvaard', 'koppel'] as const;
export type Herstel = (typeof HERSTEL)[number];

/** Inhoud van het werk: alleen ids. */
export const GemeenteOpdracht = z.object({ gemeenteId: z.uuid() });
export const DossierOpdracht = z.object({ gemeenteId: z.uuid(), dossierId: z.uuid() });

const filters = {
  soort: z.enum(SOORTEN).optional(),
  onderwerp: z.enum(ONDERWERPEN).optional(),
  gemeenteId: z.uuid().optional(),
  dossierId: z.uuid().optional(),
  staat: z.enum(['open', 'aanvaard', 'opgelost']).default('open'),
};

export const VerschilFilter = z.strictObject(filters);
export type VerschilFilter = z.infer<typeof VerschilFilter>;
export const VerschilZoekVraag = z.strictObject({ ...filters, ...bladzijde });
export type VerschilZoekVraag = z.infer<typeof VerschilZoekVraag>;

export const Verschil = z
  .object({
    verschilId: z.uuid(),
    gemeenteId: z.uuid(),
    gemeente: z.string(),
    dossierId: z.uuid().nullable(),
    naam: z.string().nullable(),
    /** De melding in het postvak, bij iemand zonder dossier. */
    berichtId: z.uuid().nullable(),
    onderwerp: z.enum(ONDERWERPEN),
    soort: z.enum(SOORTEN),
    /** Beide kanten in woorden; leeg als die kant niets heeft. */
    hier: z.string().nullable(),
    duo: z.string().nullable(),
    sinds: z.string(),
    staat: z.enum(['open', 'aanvaard', 'opgelost']),
    herstel: z.array(z.enum(HERSTEL)),
    gedaan: z.object({ wat: z.string(), op: z.string(), door: z.string().nullable() }).nullable(),
    reden: z.string().nullable(),
    opgelostOp: z.string().nullable(),
  })
  .meta({ id: 'AfstemmingVerschil' });
export type Verschil = z.infer<typeof Verschil>;

/** Hoe ver het vergelijken per gemeente is. */
export const Voortgang = z.object({
  gemeenteId: z.uuid(),
  gemeente: z.string(),
  /** Lopende dossiers met een BSN. */
  dossiers: z.number().int(),
  laatstKlaarOp: z.string().nullable(),
  bezig: z
    .object({
      begonnenOp: z.string(),
      gedaan: z.number().int(),
      totaal: z.number().int(),
      wachtReden: z.string().nullable(),
      wachtSinds: z.string().nullable(),
    })
    .nullable(),
});
export type Voortgang = z.infer<typeof Voortgang>;

export const VerschilLijst = z
  .object({
    items: z.array(Verschil),
    totaal: z.number().int(),
    page: z.number().int(),
    pageSize: z.number().int(),
    /** Aantallen per soort en onderwerp binnen de andere filters. */
    tellingen: z.object({
      soort: z.partialRecord(z.enum(SOORTEN), z.number().int()),
      onderwerp: z.partialRecord(z.enum(ONDERWERPEN), z.number().int()),
      staat: z.object({
        open: z.number().int(),
        aanvaard: z.number().int(),
        opgelost: z.number().int(),
      }),
    }),
    voortgang: z.array(Voortgang),
    /** De laatste vergelijking van het gevraagde dossier. */
    dossierVergelekenOp: z.string().nullable(),
  })
  .meta({ id: 'AfstemmingLijst' });
export type VerschilLijst = z.infer<typeof VerschilLijst>;

/** Eén gemeente of één dossier nu vergelijken. */
export const StartVraag = z.union([
  z.strictObject({ gemeenteId: z.uuid() }),
  z.strictObject({ dossierId: z.uuid() }),
]);
export type StartVraag = z.infer<typeof StartVraag>;
export const StartAntwoord = z.object({ gepland: z.boolean() });

const Reden = z
  .string()
  .trim()
  .min(3, 'Schrijf waarom.')
  .max(1000, 'Dit mag hoogstens 1000 tekens zijn.');

export const HerstelVraag = z.discriminatedUnion('handeling', [
  z.strictObject({
    handeling: z.literal('aanvaard'),
    verschilIds: z.array(z.uuid()).min(1).max(100),
    reden: Reden,
  }),
  z.strictObject({
    handeling: z.enum(['neem-over', 'stuur-opnieuw', 'vervalt']),
    verschilIds: z.array(z.uuid()).min(1).max(100),
  }),
]);
export type HerstelVraag = z.infer<typeof HerstelVraag>;

export const HerstelAntwoord = z.object({
  gelukt: z.array(z.uuid()),
  mislukt: z.array(z.object({ verschilId: z.uuid(), reden: z.string() })),
});
export type HerstelAntwoord = z.infer<typeof HerstelAntwoord>;
