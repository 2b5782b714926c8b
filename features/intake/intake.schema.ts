import { z } from 'zod';
import { isDatum } from '../../rules/shared/datum.ts';
import { DossierParams } from '../shared/dossier.schema.ts';
import { GEVOLGEN } from '../shared/gevoelig-woorden.schema.ts';
import { opEenRegel, zonderStuurteken } from '../shared/tekst.schema.ts';
import { Alternatief } from '../shared/toets.schema.ts';
import { GrondslagSchema, RedenMetGrondslag, UitlegSchema } from '../shared/uitleg.schema.ts';

/** Vormen van de brede intake. Vragen en antwoorden apart van gezondheid: die heeft een eigen recht. */

const tekst = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'vul dit in')
    .max(max, `gebruik niet meer dan ${max} tekens`)
    .refine((t) => zonderStuurteken(t) && opEenRegel(t), 'bevat een teken dat hier niet kan');
const dag = z.string().refine(isDatum, 'is geen bestaande datum (jjjj-mm-dd)');
const tijd = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is geen tijd (uu:mm)');
/** Id van het feit dat de gebruiker zag; `null` als hij niets zag. */
const vervangt = z.uuid().nullable();
const versie = {
  vervangt,
  /** Ook een eigen latere versie, van een ander apparaat, is dan een botsing. */
  streng: z.boolean().optional(),
};

export const WaardeSchema = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

const Herkomst = {
  feitId: z.string(),
  bron: z.string(),
  door: z.string().nullable(),
  /** Dag waarop het geldt. */
  op: z.string(),
  vastgelegdOp: z.string(),
};

const AntwoordSchema = z
  .object({
    ...Herkomst,
    /** `null`: leeggemaakt. */
    waarde: WaardeSchema.nullable(),
    /** Ouder dan een half jaar: vraag of het nog klopt. */
    verouderd: z.boolean(),
    /** Nog niet door een medewerker bevestigd, of te lang geleden. */
    teBevestigen: z.boolean(),
    /** De vraag zoals zij toen luidde; afwezig als zij nu hetzelfde luidt. */
    gesteldAls: z.string().optional(),
  })
  .meta({ id: 'IntakeAntwoord' });

export const VraagSchema = z
  .object({
    id: z.string(),
    onderdeel: z.string(),
    leefgebied: z.string(),
    vraag: z.string(),
    type: z.enum(['tekst', 'lange-tekst', 'keuze', 'meerkeuze', 'getal', 'ja-nee', 'datum']),
    opties: z.array(z.string()).readonly().optional(),
    bereik: z.object({ van: z.number(), tot: z.number(), eenheid: z.string() }).optional(),
    hulp: z.string().optional(),
    waarom: z.string(),
    /** De gemeente wil hier altijd een antwoord op. */
    verplicht: z.boolean().optional(),
    /** Een vraag van de gemeente zelf. */
    eigen: z.boolean().optional(),
    /** Alleen stellen als een andere vraag dit antwoord heeft. */
    alleenAls: z.object({ vraag: z.string(), is: z.array(WaardeSchema).readonly() }).optional(),
    /** Onwaar als een ander antwoord de vraag overbodig maakt. */
    vanToepassing: z.boolean(),
    antwoord: AntwoordSchema.nullable(),
  })
  .meta({ id: 'IntakeVraag' });

const OnderdeelSchema = z.object({
  id: z.string(),
  naam: z.string(),
  leefgebied: z.string(),
  eis: z.enum(['wet', 'onderwerp']),
  doel: z.string(),
  grondslag: GrondslagSchema,
  /** Nodig om de intake van deze persoon af te ronden. */
  nodig: z.boolean(),
  vastgelegd: z.boolean(),
});

export const VORMEN = {
  kantoor: 'op kantoor',
  thuis: 'bij de persoon thuis',
  azc: 'in het azc',
  telefoon: 'aan de telefoon',
  video: 'via video',
} as const;
const Vorm = z.enum(Object.keys(VORMEN) as (keyof typeof VORMEN)[]);

export const AfspraakSchema = z
  .object({
    feitId: z.string(),
    afspraakId: z.string(),
    soort: z.enum([
      'intakegesprek',
      'leerbaarheidstoets',
      'voortgangsgesprek',
      'driegesprek',
      'overig',
    ]),
    datum: z.string(),
    tijd: z.string(),
    plaats: z.string(),
    duurMinuten: z.number(),
    vorm: Vorm.optional(),
    tolkTaal: z.string().optional(),
    oproepId: z.string().optional(),
    /** De dag is er: de uitkomst kan worden vastgelegd. */
    geweest: z.boolean(),
    uitkomst: z
      .object({
        ...Herkomst,
        uitkomst: z.enum(['verschenen', 'niet-verschenen', 'afgezegd']),
        reden: z.string().optional(),
      })
      .nullable(),
  })
  .meta({ id: 'IntakeAfspraak' });

const LadderSchema = z.object({
  stap: z.enum([
    'oproepen',
    'wachten',
    'verschenen',
    'waarschuwen-en-herhalen',
    'boete-afwegen-en-herhalen',
    'afronden-zonder-persoon',
  ]),
  tekst: z.string(),
  gemist: z.number(),
  uitleg: UitlegSchema,
  magOproepen: z.boolean(),
  /** Laatste dag om te verschijnen als de oproep vandaag wordt verstuurd. */
  uiterlijk: z.string(),
});

export const IntakeSchema = z
  .object({
    leefgebieden: z.array(z.object({ id: z.string(), naam: z.string() })),
    onderdelen: z.array(OnderdeelSchema),
    vragen: z.array(VraagSchema),
    volledigheid: z.object({ ontbreekt: z.array(RedenMetGrondslag), uitleg: UitlegSchema }),
    afspraken: z.array(AfspraakSchema),
    oproepen: z.array(
      z.object({
        oproepId: z.string(),
        op: z.string(),
        uiterlijk: z.string(),
        herhaling: z.boolean(),
        uitkomst: z.enum(['wacht', 'verschenen', 'niet-verschenen', 'afgezegd']),
        documentId: z.string().nullable(),
      }),
    ),
    ladder: LadderSchema,
    toets: z
      .object({
        ...Herkomst,
        resultaat: z.string(),
        /** '41,20' */
        behaald: z.string(),
        benodigd: z.string(),
        geregistreerdOp: z.string(),
      })
      .nullable(),
    ontheffing: z
      .object({
        ...Herkomst,
        grond: z.enum(['visueel', 'auditief']),
        toelichting: z.string(),
        alternatief: Alternatief.optional(),
      })
      .nullable(),
    privegesprek: z
      .object({ ...Herkomst, aangeboden: z.boolean(), gewenst: z.boolean().optional() })
      .nullable(),
    taal: z
      .object({
        ...Herkomst,
        gesprekstaal: z.string(),
        tolkNodig: z.boolean(),
        schrift: z.string().optional(),
        /** Van een ander dan een medewerker, en nog door niemand bevestigd. */
        teBevestigen: z.boolean(),
      })
      .nullable(),
    /** Voor een nieuwe afspraak: taal van de tolk, plaats en adres. */
    voorstel: z.object({ tolkTaal: z.string().nullable(), plaats: z.string(), adres: z.string() }),
    /** Alleen dát gezondheid is besproken en wat het gevolg is. */
    gezondheid: z
      .object({ ...Herkomst, besproken: z.boolean(), gevolgen: z.array(z.string()) })
      .nullable(),
    afgerond: z.object({ ...Herkomst, zonderPersoon: z.boolean() }).nullable(),
    vandaag: z.string(),
    mag: z.object({ bewerken: z.boolean(), gezondheid: z.boolean() }),
  })
  .meta({ id: 'Intake' });

export type Intake = z.infer<typeof IntakeSchema>;
export type IntakeVraag = z.infer<typeof VraagSchema>;
export type IntakeAfspraak = z.infer<typeof AfspraakSchema>;

/** De antwoorden over gezondheid; alleen voor wie dat recht heeft. */
export const GezondheidSchema = z
  .object({ vragen: z.array(VraagSchema) })
  .meta({ id: 'IntakeGezondheid' });
export type Gezondheid = z.infer<typeof GezondheidSchema>;

export const AntwoordVerzoek = z.strictObject({
  waarde: WaardeSchema.nullable(),
  ...versie,
  /** De afspraak waarin dit werd gezegd. */
  gesprekId: z.uuid().optional(),
  /** Het feit uit een ander dossier van het gezin waarvan dit antwoord is overgenomen. */
  naarFeitId: z.uuid().optional(),
});

export const BelastbaarheidVerzoek = z.strictObject({
  besproken: z.boolean(),
  gevolgen: z.array(z.enum(GEVOLGEN)).max(GEVOLGEN.length),
  ...versie,
});

export const TaalVerzoek = z.strictObject({
  gesprekstaal: tekst(40),
  tolkNodig: z.boolean(),
  schrift: tekst(40).optional(),
  ...versie,
});

export const PrivegesprekVerzoek = z.strictObject({
  aangeboden: z.boolean(),
  gewenst: z.boolean().optional(),
  ...versie,
});

export const OntheffingVerzoek = z.strictObject({
  grond: z.enum(['visueel', 'auditief'], 'kies visueel of auditief'),
  toelichting: tekst(1000).min(10, 'leg in een zin uit waarom de toets niet kan'),
  /** Hoe de leerbaarheid dan wordt beoordeeld. */
  alternatief: Alternatief.optional(),
  vervangt,
});

const moment = {
  datum: dag,
  tijd,
  plaats: tekst(120),
  duurMinuten: z.number().int().min(5).max(480),
  tolkTaal: tekst(40).optional(),
  tochPlannen: z.boolean().default(false),
};

export const AfspraakVerzoek = z.strictObject({
  soort: z.enum(['intakegesprek', 'leerbaarheidstoets', 'overig']),
  ...moment,
});

/** Zonder `vorm` blijft die zoals zij was. */
export const VerzetVerzoek = z.strictObject({
  ...moment,
  vorm: Vorm.optional(),
  vervangt: z.uuid(),
});

export const UitkomstVerzoek = z
  .strictObject({
    uitkomst: z.enum(['verschenen', 'niet-verschenen', 'afgezegd']),
    reden: tekst(500).optional(),
    vervangt,
  })
  .refine((u) => u.uitkomst !== 'niet-verschenen' || u.reden !== undefined, {
    path: ['reden'],
    message: 'vraag eerst waarom de persoon er niet was en schrijf dat op',
  });

export const OproepVerzoek = z.strictObject({
  ...moment,
  adres: tekst(120),
  tolkVorm: z.enum(['aanwezig', 'telefonisch']).optional(),
});

export const AfrondenVerzoek = z.strictObject({ zonderPersoon: z.boolean().optional() });

export const AfspraakAntwoord = z.object({ afspraakId: z.string() });
export const OproepAntwoord = z.object({
  oproepId: z.string(),
  afspraakId: z.string(),
  documentId: z.string(),
  uiterlijk: z.string(),
});

export const VraagParams = DossierParams.extend({ vraag: z.string().max(60) });
export const AfspraakParams = DossierParams.extend({ afspraakId: z.uuid() });
