import { z } from 'zod';
import { dag } from '../shared/brief.schema.ts';
import { DossierParams } from '../shared/dossier.schema.ts';
import { zonderStuurteken } from '../shared/tekst.schema.ts';
import { UitlegSchema } from '../shared/uitleg.schema.ts';

/** Vormen van het register van besluiten: beschikkingen, bezwaar en wat er tussen versies veranderde. */

const tekst = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'vul dit in')
    .max(max, `gebruik niet meer dan ${max} tekens`)
    .refine(zonderStuurteken, 'bevat een onzichtbaar stuurteken');

const BesluitSoort = z.enum(['pip', 'pw']);
const BesluitStaat = z.enum(['geldt', 'vervangen', 'ingetrokken']);
const StapSchema = z.enum([
  'ontvangen',
  'bevestigd',
  'aanvullen-gevraagd',
  'aangevuld',
  'hoorzitting',
  'verdaagd',
  'beslist',
  'ingetrokken',
  'beroep',
  'uitspraak',
]);
const Uitkomst = z.enum(['gegrond', 'deels-gegrond', 'ongegrond', 'niet-ontvankelijk']);

export const BezwaarSchema = z
  .object({
    bezwaarId: z.uuid(),
    besluitId: z.uuid(),
    stap: StapSchema,
    uitkomst: Uitkomst.nullable(),
    ontvangenOp: z.string(),
    opTijd: z.boolean(),
    /** Ingediend vóór het begin van de termijn; het telt mee (Awb 6:10). */
    teVroeg: z.boolean(),
    /** De gemeente moet nog beslissen. */
    open: z.boolean(),
    beslissenUiterlijk: z.string(),
    beroepTotEnMet: z.string().nullable(),
    uitleg: UitlegSchema,
    stappen: z.array(
      z.object({
        feitId: z.string(),
        stap: StapSchema,
        naam: z.string(),
        op: z.string(),
        /** Tot en met welke dag de persoon kan aanvullen. */
        hersteltermijn: z.string().nullable(),
        uitkomst: Uitkomst.nullable(),
        toelichting: z.string().nullable(),
        door: z.string().nullable(),
      }),
    ),
    volgende: z.array(StapSchema),
  })
  .meta({ id: 'Bezwaar' });
export type Bezwaar = z.infer<typeof BezwaarSchema>;

export const BesluitSchema = z
  .object({
    besluitId: z.uuid(),
    soort: BesluitSoort,
    kenmerk: z.string(),
    /** 'PIP: B1-route, niveau B1'. */
    omschrijving: z.string(),
    versie: z.number().int().nullable(),
    dagtekening: z.string(),
    bekendgemaaktOp: z.string(),
    /** Verklaard: die dag op papier uitgereikt, vóór de brief hier is gemaakt. */
    opPapierUitgereikt: z.boolean(),
    vastgesteldDoor: z.string(),
    staat: BesluitStaat,
    ingetrokken: z.object({ op: z.string(), reden: z.string() }).nullable(),
    bezwaarTotEnMet: z.string(),
    bezwaarUitleg: UitlegSchema,
    bezwaarKanNog: z.boolean(),
    bezwaren: z.array(BezwaarSchema),
    stukken: z.array(
      z.object({ documentId: z.uuid(), titel: z.string(), soort: z.string(), taal: z.string() }),
    ),
  })
  .meta({ id: 'Besluit' });
export type Besluit = z.infer<typeof BesluitSchema>;

export const DossierBesluiten = z.object({
  besluiten: z.array(BesluitSchema),
  termijn: z
    .object({ begin: z.string(), laatsteDag: z.string(), uitleg: UitlegSchema.optional() })
    .nullable(),
  /** Of een besluit over de Participatiewet kan, en zo niet waarom. */
  pw: z.object({ mag: z.boolean(), reden: z.string().nullable() }),
  mag: z.object({ bezwaar: z.boolean() }),
});
export type DossierBesluiten = z.infer<typeof DossierBesluiten>;

export const BesluitParams = DossierParams.extend({ besluitId: z.uuid() });
export const BezwaarParams = DossierParams.extend({ bezwaarId: z.uuid() });

export const NieuwBezwaar = z.strictObject({
  ontvangenOp: dag,
  gepostOp: dag.optional(),
  commissie: z.boolean().default(false),
  toelichting: tekst(2000).optional(),
});
export const BezwaarAntwoord = z.object({ bezwaarId: z.uuid() });

export const BezwaarStap = z.strictObject({
  stap: StapSchema.exclude(['ontvangen']),
  op: dag,
  /** Laatste dag om aan te vullen; verplicht bij `aanvullen-gevraagd` (Awb 6:6), en alleen daar. */
  hersteltermijn: dag.optional(),
  uitkomst: Uitkomst.optional(),
  toelichting: tekst(2000).optional(),
  /** De laatste stap die de gebruiker zag. */
  na: z.uuid(),
});
export type BezwaarStap = z.infer<typeof BezwaarStap>;

export const VergelijkVraag = z.object({ van: z.uuid(), naar: z.uuid() });
export const Vergelijking = z.object({
  van: z.object({ versie: z.number().int(), dagtekening: z.string() }),
  naar: z.object({ versie: z.number().int(), dagtekening: z.string() }),
  verschillen: z.array(
    z.object({
      onderwerp: z.string(),
      was: z.string(),
      wordt: z.string(),
      /** In één zin, zoals men het aan de persoon vertelt. */
      zin: z.string(),
    }),
  ),
});
export type Vergelijking = z.infer<typeof Vergelijking>;

const Verplichting = z.strictObject({
  wat: tekst(500),
  /** Artikel van de Participatiewet waarop zij rust. */
  grondslag: z.enum(['9-1-a', '9-1-b', '9-1-c', '17-2', '18b', '55', '56a']),
});
export const PwVraag = z.strictObject({
  dagtekening: dag,
  /** Dag van toezending of uitreiking (Awb 3:41); zonder opgave vandaag, of de dagtekening als die later is. */
  bekendgemaaktOp: dag.optional(),
  /** Verklaring dat het besluit op een eerdere dag dan vandaag op papier is uitgereikt. */
  opPapierUitgereikt: z.boolean().default(false),
  motivering: tekst(4000),
  verplichtingen: z.array(Verplichting).min(1, 'noem minstens één verplichting').max(20),
});
export type PwVraag = z.infer<typeof PwVraag>;
export type PwInvoer = z.input<typeof PwVraag>;
export const PwAntwoord = z.object({
  besluitId: z.uuid(),
  documentId: z.uuid(),
  bezwaarTotEnMet: z.string(),
});

const zoek = {
  /** Naam of kenmerk. */
  zoek: z.string().trim().max(100).optional(),
  soort: BesluitSoort.optional(),
  staat: BesluitStaat.optional(),
  bezwaar: z.enum(['loopt', 'beslist', 'geen']).optional(),
  gemeenteId: z.uuid().optional(),
  dagtekeningVan: dag.optional(),
  dagtekeningTot: dag.optional(),
};
export const RegisterFilter = z.strictObject(zoek);
export const RegisterVraag = z.strictObject({
  ...zoek,
  page: z.number().int().min(1).max(10_000).default(1),
  pageSize: z.number().int().min(1).max(100).default(25),
});
export type RegisterFilter = z.infer<typeof RegisterFilter>;

export const RegisterRij = z
  .object({
    besluitId: z.uuid(),
    soort: BesluitSoort,
    kenmerk: z.string(),
    dossierId: z.uuid(),
    naam: z.string(),
    gemeenteId: z.uuid(),
    gemeente: z.string(),
    versie: z.number().int().nullable(),
    dagtekening: z.string(),
    staat: BesluitStaat,
    vastgesteldDoor: z.string().nullable(),
    documentId: z.uuid().nullable(),
    bezwaar: StapSchema.nullable(),
    bezwaarOp: z.string().nullable(),
  })
  .meta({ id: 'BesluitRij' });
export type RegisterRij = z.infer<typeof RegisterRij>;

export const Register = z.object({
  items: z.array(RegisterRij),
  totaal: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
});
export type Register = z.infer<typeof Register>;
