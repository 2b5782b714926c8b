import { z } from 'zod';
import { LEEFGEBIEDEN, type Leefgebied } from '../../rules/brede-intake/onderdelen.ts';
import { isDatum } from '../../rules/shared/datum.ts';
import { DossierParams, Leerroute } from '../shared/dossier.schema.ts';
import { TaalSchema } from '../shared/talen.schema.ts';
import { opEenRegel, zonderStuurteken } from '../shared/tekst.schema.ts';
import { DEELBAAR, SUGGESTIES, type SuggestieSleutel } from './keuzes.schema.ts';

/** Het plan zoals het scherm het toont, en wat erin wordt vastgelegd. */

export const Dag = z.string().refine(isDatum, 'Dit is geen bestaande datum (jjjj-mm-dd).');
const tekst = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Dit mag hoogstens ${max} tekens zijn.`)
    .refine(zonderStuurteken, 'Hier staat een onzichtbaar stuurteken in. Typ de tekst opnieuw.');
const regel = (max: number, melding: string) =>
  tekst(max).min(1, melding).refine(opEenRegel, 'Dit moet op één regel passen.');
const vorige = z
  .uuid()
  .nullable()
  .describe('Het feit dat hier stond toen het formulier openging; leeg als er niets stond.');
const bevestigd = z
  .boolean()
  .optional()
  .describe('De schrijver zag dat dit de beschikking lijkt te veranderen, en bedoelt het niet zo.');

const gebieden = Object.keys(LEEFGEBIEDEN) as [Leefgebied, ...Leefgebied[]];
const LeefgebiedSchema = z.enum(gebieden);
const DoelStaat = z.enum(['actief', 'bereikt', 'losgelaten']);
const AfspraakStaat = z.enum(['open', 'gedaan', 'vervallen']);
const Grondslag = z.enum(['inburgering', 'participatiewet', 'vrijwillig']);
const WieSoort = z.enum(['inburgeraar', 'gemeente', 'partner']);
const Fase = z.enum(['azc', 'intake-en-pip', 'leren', 'meedoen']);
const OverdrachtVorm = z.enum(['driegesprek', 'gesprek', 'telefoon', 'schriftelijk']);
const DelingGrondslag = z.enum(['wettelijke-taak', 'toestemming']);

export const DoelVraag = z.strictObject({
  doelId: z.uuid().nullable(),
  leefgebied: LeefgebiedSchema,
  eigenWoorden: tekst(500).min(1, 'Schrijf het doel in de woorden van de persoon.'),
  taal: TaalSchema,
  nederlands: tekst(500).min(1, 'Schrijf het doel ook in het Nederlands.'),
  aandachtspunt: tekst(80).optional(),
  staat: DoelStaat,
  toelichting: tekst(1000).optional(),
  vorige,
  bevestigd,
});

export const AfspraakVraag = z.strictObject({
  planId: z.uuid().nullable(),
  doelId: z.uuid().nullable(),
  leefgebied: LeefgebiedSchema,
  wat: regel(300, 'Schrijf wat er gaat gebeuren.'),
  wie: z.strictObject({
    soort: WieSoort,
    naam: regel(120, 'Schrijf wie dit doet.'),
    netwerkId: z.uuid().nullable(),
  }),
  uiterlijk: Dag.nullable(),
  grondslag: Grondslag,
  staat: AfspraakStaat,
  toelichting: tekst(1000).optional(),
  vorige,
  bevestigd,
});

export const NetwerkVraag = z.strictObject({
  netwerkId: z.uuid().nullable(),
  naam: regel(120, 'Schrijf wie meehelpt.'),
  rol: regel(80, 'Schrijf hoe deze partner meehelpt.'),
  organisatie: tekst(120).optional(),
  email: z.union([z.literal(''), z.email('Dit is geen e-mailadres.')]).optional(),
  telefoon: tekst(20).optional(),
  waarom: tekst(500).min(1, 'Schrijf waarom deze partner meehelpt.'),
  vanaf: Dag,
  tot: Dag.nullable().describe('Eerste dag waarop deze partner niet meer meehelpt.'),
  vorige,
});

export const DelingVraag = z.strictObject({
  delingId: z.uuid().nullable(),
  netwerkId: z.uuid(),
  wat: z.array(z.enum(DEELBAAR)).min(1, 'Kies wat u deelt.'),
  grondslag: DelingGrondslag,
  toelichting: tekst(500).min(1, 'Schrijf waarop dit rust: welke taak, of hoe de persoon ja zei.'),
  vanaf: Dag,
  vorige,
});
export const StopVraag = z.strictObject({
  reden: z.enum(['verzoek', 'niet-meer-nodig']),
  vorige: z.uuid(),
});
export const DelingParams = DossierParams.extend({ delingId: z.uuid() });

export const AanspreekpuntVraag = z.strictObject({
  fase: Fase,
  naam: regel(120, 'Schrijf wie het aanspreekpunt is.'),
  organisatie: regel(120, 'Schrijf bij welke organisatie.'),
  medewerkerId: z.uuid().nullable(),
  vanaf: Dag,
  overdracht: z
    .strictObject({ op: Dag, vorm: OverdrachtVorm, met: tekst(200).optional() })
    .nullable(),
  /** Alleen bij een driegesprek dat nog moet komen: dan staat het meteen in de agenda. */
  afspraak: z
    .strictObject({
      tijd: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'Schrijf de tijd als 09:30.'),
      plaats: regel(200, 'Schrijf waar het gesprek is.'),
      duurMinuten: z.int().min(10).max(240),
      tolkTaal: tekst(40).optional(),
    })
    .nullable(),
  vorige,
});

export const VastgelegdAntwoord = z.object({ feitId: z.uuid(), id: z.string() });

const DoelSchema = DoelVraag.omit({ vorige: true, bevestigd: true }).extend({
  doelId: z.uuid(),
  feitId: z.uuid(),
  sinds: z.string(),
});
const AfspraakSchema = AfspraakVraag.omit({ vorige: true, bevestigd: true }).extend({
  planId: z.uuid(),
  feitId: z.uuid(),
  sinds: z.string(),
  bron: z.string(),
  /** Dagen tot en met de laatste dag; negatief is te laat. */
  dagenOver: z.int().nullable(),
  antwoord: z
    .object({ uitkomst: z.string(), tekst: z.string().nullable(), op: z.string() })
    .nullable(),
});
export type Afspraak = z.infer<typeof AfspraakSchema>;

const DelingSchema = DelingVraag.omit({ vorige: true }).extend({
  delingId: z.uuid(),
  feitId: z.uuid(),
  tot: z.string().nullable(),
  actief: z.boolean(),
});
export type Deling = z.infer<typeof DelingSchema>;

const LinkSchema = z.object({
  linkId: z.uuid(),
  planId: z.uuid().nullable(),
  staat: z.enum(['werkt', 'verlopen', 'ingetrokken', 'geblokkeerd', 'gestopt']),
  totEnMet: z.string(),
  gemaaktOp: z.string(),
  gemaaktDoor: z.string(),
  laatstGebruikt: z.string().nullable(),
});
export type Link = z.infer<typeof LinkSchema>;

const PartnerSchema = NetwerkVraag.omit({ vorige: true }).extend({
  netwerkId: z.uuid(),
  feitId: z.uuid(),
  actief: z.boolean(),
  delingen: z.array(DelingSchema),
  links: z.array(LinkSchema),
  /** Waarom er nu geen link kan worden gemaakt; leeg als het kan. */
  geenLink: z.string().nullable(),
});
export type Partner = z.infer<typeof PartnerSchema>;

const PuntSchema = z.object({
  feitId: z.uuid(),
  fase: Fase,
  naam: z.string(),
  organisatie: z.string(),
  medewerkerId: z.string().nullable(),
  vanaf: z.string(),
  overdracht: z
    .object({ op: z.string(), vorm: OverdrachtVorm, met: z.string().nullable() })
    .nullable(),
  warmte: z.enum(['eerste', 'warm', 'gepland', 'koud']),
});
export type Punt = z.infer<typeof PuntSchema>;

export const PlanAntwoord = z.object({
  vandaag: z.string(),
  mag: z.object({ bewerken: z.boolean(), pip: z.boolean(), afdrukken: z.boolean() }),
  taal: TaalSchema.describe(
    'De taal van de persoon, of Nederlands als er geen teksten in die taal zijn.',
  ),
  gesprekstaal: z.string().nullable(),
  voornaam: z.string().nullable(),
  leefgebieden: z.array(z.object({ id: LeefgebiedSchema, naam: z.string() })),
  laagEen: z
    .object({
      versie: z.int(),
      dagtekening: z.string(),
      onderdelen: z.array(z.object({ naam: z.string(), tekst: z.string() })),
      vast: z.object({
        leerroute: Leerroute,
        niveau: z.enum(['A2', 'B1']).optional(),
        intensiteitUren: z.number().optional(),
        intensiteitUrenPerWeek: z.number().optional(),
        pvtUren: z.number().optional(),
        mapUren: z.number().optional(),
        gesprekken: z.number().optional(),
      }),
    })
    .nullable(),
  participatiewet: z.array(z.object({ wat: z.string(), grondslag: z.string(), sinds: z.string() })),
  doelen: z.array(DoelSchema),
  afspraken: z.array(AfspraakSchema),
  netwerk: z.array(PartnerSchema),
  aanspreekpunten: z.array(PuntSchema),
  regievoerder: z.object({ medewerkerId: z.uuid(), naam: z.string() }).nullable(),
  /** Wat mee moet bij een overdracht. */
  overTeDragen: z.array(z.string()),
  gesprekken: z.array(z.object({ op: z.string(), tijd: z.string(), plaats: z.string() })),
});
export type Plan = z.infer<typeof PlanAntwoord>;

export const VerschilAntwoord = z.object({
  sinds: z.string(),
  /** Waar deze dag vandaan komt: het laatste gesprek, of gekozen. */
  waarom: z.string(),
  items: z.array(
    z.object({
      id: z.string(),
      soort: z.string(),
      tekst: z.string(),
      voorPersoon: z.string(),
    }),
  ),
});
export type Verschil = z.infer<typeof VerschilAntwoord>;

const sleutels = Object.keys(SUGGESTIES) as [SuggestieSleutel, ...SuggestieSleutel[]];
export const SuggestiesAntwoord = z.object({
  taal: TaalSchema,
  /** Leeg bij het Nederlands. */
  staat: z.string().nullable(),
  items: z.array(
    z.object({
      sleutel: z.enum(sleutels),
      leefgebied: LeefgebiedSchema,
      aandachtspunt: z.string(),
      /** Waarom deze zin vooraan staat, als bijzin na 'omdat'; leeg als er geen aanwijzing is. */
      omdat: z.string().nullable(),
      eigen: z.string(),
      nederlands: z.string(),
    }),
  ),
});
export type Suggesties = z.infer<typeof SuggestiesAntwoord>;

export const AfdrukVraag = z.strictObject({
  soort: z.enum(['plan', 'delen']),
  sinds: Dag.optional(),
});
export const AfdrukAntwoord = z.object({ documentId: z.uuid() });
