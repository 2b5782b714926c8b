import { z } from 'zod';
import { isDatum } from '../../rules/shared/datum.ts';
import { Leerroute } from '../shared/dossier.schema.ts';
import { opEenRegel, zonderStuurteken } from '../shared/tekst.schema.ts';
import { UitlegSchema } from '../shared/uitleg.schema.ts';

/** Wat van een traject wordt getoond en vastgelegd. Dagen op het scherm zijn steeds 'tot en met'. */

const Dag = z.string().refine(isDatum, 'Dit is geen bestaande datum (jjjj-mm-dd).');
const tekst = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Dit mag hoogstens ${max} tekens zijn.`)
    .refine(zonderStuurteken, 'Hier staat een onzichtbaar stuurteken in. Typ de tekst opnieuw.');
const regel = (max: number, melding: string) =>
  tekst(max).min(1, melding).refine(opEenRegel, 'Dit moet op één regel passen.');

const Instellingsnummer = z
  .string()
  .regex(/^[0-9A-Z]{10}$/, 'Het nummer van een instelling heeft tien tekens.');
const Alfabetisering = z.enum(['A', 'AA', 'NVT']);

/** Welke soort uren; `alle-instellingen` bevat ook elke instelling apart. */
export const UrenKind = z.enum([
  'brede-intake',
  'instelling',
  'alle-instellingen',
  'participatie',
  'pvt',
  'map-praktijk',
]);
export type UrenKind = z.infer<typeof UrenKind>;

/** Wat DUO van een feit weet. */
export const VerzendstaatSchema = z.object({
  staat: z.enum(['bekend', 'van-duo', 'wacht', 'geweigerd', 'niet-gemeld', 'niet-nodig']),
  /** Sinds wanneer DUO het weet, of sinds wanneer het klaarstaat. */
  sinds: z.string().nullable(),
  foutteksten: z.array(z.string()),
  verzendingId: z.uuid().nullable(),
  melding: z.string().nullable().describe('Waarom het nog niet weg is.'),
});
export type Verzendstaat = z.infer<typeof VerzendstaatSchema>;

const AanbodSchema = z.object({
  feitId: z.uuid(),
  instelling: z.string(),
  instellingsnummer: z.string().nullable(),
  datum: z.string(),
  start: z.string().nullable(),
  totEnMet: z.string().nullable(),
  alfabetisering: Alfabetisering.nullable(),
  /** Wat er met lijst of keurmerk mis is, in een zin. */
  keurmerk: z.string().nullable(),
  ingetrokken: z.object({ op: z.string(), reden: z.string().nullable() }).nullable(),
  duo: VerzendstaatSchema,
});
export type Aanbod = z.infer<typeof AanbodSchema>;

const TotaalSchema = z.object({
  feitId: z.uuid(),
  totaal: z.number(),
  totEnMet: z.string(),
  geoorloofdVerzuim: z.number().nullable(),
  ongeoorloofdVerzuim: z.number().nullable(),
  vastgelegdOp: z.string(),
  door: z.string().nullable(),
});

const UrenSchema = z.object({
  sleutel: z.string(),
  kind: UrenKind,
  naam: z.string(),
  /** Wat er wel en niet in dit totaal zit. */
  telt: z.string(),
  instellingsnummer: z.string().nullable(),
  laatste: TotaalSchema.nullable(),
  /** Het laatste totaal dat DUO aannam. */
  bijDuo: z.number().nullable(),
  /** Som van de instellingen, bij het totaal van alle instellingen. */
  berekend: z.number().nullable(),
  duo: VerzendstaatSchema,
  bewerken: z.boolean(),
});
export type Uren = z.infer<typeof UrenSchema>;

const ResultaatSchema = z.object({
  onderdeel: z.enum(['pvt', 'map', 'zroute']),
  datum: z
    .object({ feitId: z.uuid(), op: z.string(), door: z.string().nullable(), vanDuo: z.boolean() })
    .nullable(),
  oordeel: z
    .object({
      feitId: z.uuid(),
      verwijtbaar: z.enum(['Ja', 'Nee']),
      motivering: z.string(),
      door: z.string().nullable(),
      op: z.string(),
    })
    .nullable(),
  duo: VerzendstaatSchema,
  bewerken: z.boolean(),
});
export type Resultaat = z.infer<typeof ResultaatSchema>;

const GesprekSchema = z.object({
  feitId: z.uuid(),
  op: z.string(),
  onderwerp: z.string().nullable(),
  afspraken: z.string().nullable(),
  door: z.string().nullable(),
});
export type Gesprek = z.infer<typeof GesprekSchema>;

const ExamenSchema = z.object({
  onderdeel: z.string(),
  naam: z.string(),
  uitslagen: z.array(
    z.object({
      op: z.string(),
      resultaat: z.string(),
      niveau: z.string().nullable(),
      reden: z.string().nullable(),
    }),
  ),
  /** Hoe vaak dit onderdeel nog gratis kan; leeg als DUO het niet zei. */
  gratis: z.number().nullable(),
  vrijgesteld: z.string().nullable(),
});
export type Examen = z.infer<typeof ExamenSchema>;

const VerplichtingSchema = z.object({
  id: z.string(),
  naam: z.string(),
  staat: z.enum(['voldaan', 'open', 'onbekend']),
  ontbreekt: z.array(z.object({ code: z.string(), tekst: z.string() })),
  voortgang: z.object({ is: z.number(), moet: z.number(), eenheid: z.string() }).optional(),
  uitleg: UitlegSchema.optional(),
});

export const TrajectAntwoord = z.object({
  vandaag: z.string(),
  leerroute: Leerroute.nullable(),
  asielstatushouder: z.boolean(),
  heeftPip: z.boolean(),
  termijn: z
    .object({
      begin: z.string(),
      laatsteDag: z.string(),
      /** Dag van de termijn vandaag; leeg ervoor en erna. */
      dag: z.int().nullable(),
      aantalDagen: z.int(),
      dagenOver: z.int(),
      /** Vanaf deze dag mag zonder resultaat worden gemeld dat het niet verwijtbaar is. */
      oordeelVanaf: z.string(),
    })
    .nullable(),
  /** Wat deze gebruiker ziet: de lessen, en alles. */
  deel: z.object({ les: z.boolean(), alles: z.boolean() }),
  mag: z.object({
    aanbod: z.boolean(),
    oordeel: z.boolean(),
    gesprek: z.boolean(),
    herhalen: z.boolean(),
  }),
  verplichtingen: z.array(VerplichtingSchema),
  aanbod: z.array(AanbodSchema),
  uren: z.array(UrenSchema),
  resultaten: z.array(ResultaatSchema),
  gesprekken: z.array(GesprekSchema),
  examens: z.array(ExamenSchema),
});
export type Traject = z.infer<typeof TrajectAntwoord>;

export const InstellingenAntwoord = z.object({
  items: z.array(
    z.object({
      instellingsnummer: z.string(),
      naam: z.string(),
      plaats: z.string(),
      bowKeurmerk: z.boolean().nullable(),
      tstKeurmerk: z.boolean().nullable(),
    }),
  ),
});
export type Instellingen = z.infer<typeof InstellingenAntwoord>;

const vorige = z
  .uuid()
  .nullable()
  .describe('Het feit dat hier stond toen het formulier openging; leeg als er niets stond.');

export const AanbodVraag = z.object({
  instellingsnummer: Instellingsnummer,
  datum: Dag,
  start: Dag.nullable(),
  totEnMet: Dag.nullable().describe('Laatste dag van de opleiding.'),
  alfabetisering: Alfabetisering,
  vorige,
});
export type AanbodVraag = z.infer<typeof AanbodVraag>;

export const AanbodIntrekVraag = z.object({
  vorige: z.uuid(),
  reden: tekst(500).min(1, 'Schrijf waarom het aanbod vervalt.'),
});

const Uur = z
  .int('Vul hele uren in.')
  .min(0, 'Uren kunnen niet onder nul.')
  .max(9999, 'Dit mag hoogstens 9999 uur zijn.');

export const UrenVraag = z.object({
  kind: UrenKind,
  instellingsnummer: Instellingsnummer.nullable(),
  totaal: Uur,
  totEnMet: Dag.describe('Laatste dag die in het totaal zit.'),
  geoorloofdVerzuim: Uur.nullable(),
  ongeoorloofdVerzuim: Uur.nullable(),
  /** Bij een instelling: ook het totaal van alle instellingen samen vastleggen en melden. */
  ookSamen: z.boolean(),
  vorige,
});
export type UrenVraag = z.infer<typeof UrenVraag>;

export const ResultaatVraag = z.object({
  op: Dag.nullable(),
  verwijtbaar: z.enum(['Ja', 'Nee']).nullable(),
  motivering: tekst(2000).nullable(),
  reden: tekst(500).nullable().describe('Waarom een datum of oordeel wordt gewijzigd of vervalt.'),
  vorigeDatum: vorige,
  vorigOordeel: vorige,
});
export type ResultaatVraag = z.infer<typeof ResultaatVraag>;

export const ZrouteVraag = z.object({
  op: Dag.nullable(),
  reden: tekst(500).nullable(),
  vorigeDatum: vorige,
  /** Bevestigd dat PVT of MAP nog ontbreekt. */
  zonderRest: z.boolean(),
});
export type ZrouteVraag = z.infer<typeof ZrouteVraag>;

export const GesprekVraag = z.object({
  op: Dag,
  onderwerp: regel(200, 'Schrijf kort waarover het ging.'),
  afspraken: tekst(4000),
  vorige,
});

export const VastgelegdAntwoord = z.object({
  feitId: z.uuid(),
  verzendingId: z.uuid().nullable().describe('Het bericht dat hierover naar DUO gaat.'),
});
