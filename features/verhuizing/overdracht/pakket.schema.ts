import { z } from 'zod';
import { isDatum } from '../../../rules/shared/datum.ts';
import { opEenRegel, zonderStuurteken } from '../../shared/tekst.schema.ts';

/** Het overdrachtsformaat: open, met versie. Wat hier verandert komt in een nieuwe versie. */
export const FORMAAT = 'meedoen-overdracht';
export const VERSIE = '1.0';

/** Hoogstens zoveel gegevens per deel: een dossier is geen archief. */
const MAX_GEGEVENS = 2000;

const Dag = z
  .string()
  .refine(isDatum, 'Dit is geen bestaande datum (jjjj-mm-dd).')
  .meta({ format: 'date' });
const tekst = (max: number) =>
  z
    .string()
    .min(1)
    .max(max, `Dit mag hoogstens ${max} tekens zijn.`)
    .refine(zonderStuurteken, 'Hier staat een onzichtbaar stuurteken in.');
const regel = (max = 200) => tekst(max).refine(opEenRegel, 'Dit moet op één regel passen.');
const Code = z.string().regex(/^\d{4}$/, 'Een gemeentecode heeft vier cijfers.');
const Uur = z.int().min(0).max(99_999);
const Leerroute = z.enum(['B', 'O', 'Z']);
const Niveau = z.enum(['A2', 'B1']);

const Geboorte = z.discriminatedUnion('soort', [
  z.strictObject({ soort: z.literal('datum'), datum: Dag }),
  z.strictObject({
    soort: z.literal('jaarMaand'),
    jaar: z.int().min(1900).max(2100),
    maand: z.int().min(1).max(12),
  }),
  z.strictObject({ soort: z.literal('jaar'), jaar: z.int().min(1900).max(2100) }),
  z.strictObject({ soort: z.literal('onbekend') }),
]);

const gegeven = <S extends string, I extends z.ZodRawShape>(soort: S, inhoud: I) =>
  z.strictObject({
    soort: z.literal(soort),
    /** Dag waarop het geldt of gebeurde. */
    op: Dag,
    /** Wie het aan de vorige gemeente leverde. */
    bron: z.enum(['duo', 'coa', 'brp', 'medewerker', 'aanbieder', 'inburgeraar']),
    inhoud: z.strictObject(inhoud),
  });

/** Elk soort gegeven dat een pakket kan bevatten. Gezondheid hoort er niet bij. */
export const Gegeven = z.discriminatedUnion('soort', [
  gegeven('persoon', {
    voornamen: regel(),
    voorvoegsel: regel(20).optional(),
    geslachtsnaam: regel(),
    geboorte: Geboorte,
    geslacht: z.enum(['man', 'vrouw', 'onbekend']).optional(),
    nationaliteit: regel().optional(),
  }),
  gegeven('contact', { telefoon: regel(30).optional(), email: regel(254).optional() }),
  gegeven('taal', {
    gesprekstaal: regel(60),
    tolkNodig: z.boolean(),
    schrift: regel(60).optional(),
  }),
  gegeven('pip', {
    gemeentecode: Code,
    dagtekening: Dag,
    leerroute: Leerroute,
    niveau: Niveau.optional(),
    uren: Uur.optional(),
    alfabetisering: z.enum(['A', 'AA', 'NVT']),
    magOpleidingAfmaken: z.boolean(),
    motivering: tekst(20_000),
    begeleiding: tekst(20_000),
    pvtUren: Uur,
    mapUren: Uur.optional(),
    ingetrokkenOp: Dag.optional(),
  }),
  gegeven('uren', {
    soort: z.enum(['taal-en-knm', 'participatie', 'pvt', 'map-praktijk']),
    totaal: Uur,
    /** Eerste dag die niet meetelt. */
    bekendTot: Dag,
    inBredeIntake: z.boolean().optional(),
    instellingsnummer: z
      .string()
      .regex(/^[0-9A-Z]{10}$/)
      .optional(),
    geoorloofdVerzuim: Uur.optional(),
    ongeoorloofdVerzuim: Uur.optional(),
  }),
  gegeven('aanbod', {
    instelling: regel(),
    start: Dag.optional(),
    /** Eerste dag na de cursus. */
    eind: Dag.optional(),
  }),
  gegeven('voortgangsgesprek', {
    onderwerp: regel().optional(),
    afspraken: tekst(4000).optional(),
  }),
  gegeven('pvt-ondertekend', {}),
  gegeven('map-eindgesprek', {}),
  gegeven('zroute-eindgesprek', {}),
  gegeven('leerbaarheidstoets', {
    resultaat: regel(60),
    /** In honderdsten. */
    behaald: z.int().min(0).max(100_000),
    benodigd: z.int().min(0).max(100_000),
  }),
  gegeven('niet-verschenen', { bij: regel(60), reden: tekst(1000).optional() }),
  gegeven('duo-boete', { bedragCent: z.int().min(0).max(100_000_000) }),
  gegeven('verwijtbaarheid', {
    over: z.enum(['pvt', 'map']),
    verwijtbaar: z.boolean(),
    motivering: tekst(4000),
  }),
  gegeven('intake-antwoord', {
    vraag: z.string().regex(/^[a-z0-9-]{1,60}$/),
    waarde: z.union([tekst(4000), z.number(), z.boolean(), z.array(tekst(500)).max(50)]),
    /** Vraag en antwoord in één zin, voor wie de vraag niet kent. */
    zin: tekst(5000),
  }),
  gegeven('intake-afgerond', { zonderPersoon: z.boolean() }),
  gegeven('gezin', { relatie: z.enum(['partner', 'kind', 'ouder', 'broer-of-zus']) }),
  gegeven('notitie', { tekst: tekst(20_000) }),
]);
export type Gegeven = z.infer<typeof Gegeven>;
export type GegevenSoort = Gegeven['soort'];

export const DEELNAMEN = [
  'personalia',
  'pip',
  'voortgang',
  'verzuim',
  'boetes',
  'contact',
  'intake',
  'gezin',
  'notities',
] as const;
export type DeelNaam = (typeof DEELNAMEN)[number];

const Deel = z.strictObject({
  deel: z.enum(DEELNAMEN),
  /** Waarvoor de ontvanger het nodig heeft. */
  doel: regel(300),
  grondslag: regel(300),
  /** Waarom dit deel meegaat, als de wet dat niet zelf zegt. */
  reden: tekst(1000).optional(),
  gegevens: z.array(Gegeven).max(MAX_GEGEVENS),
});

const Persoonsnummers = z
  .strictObject({
    bsn: z
      .string()
      .regex(/^\d{9}$/)
      .optional(),
    vNummer: z
      .string()
      .regex(/^\d{10}$/)
      .optional(),
  })
  .refine((p) => p.bsn || p.vNummer, 'Een BSN of een V-nummer is nodig.');

/** Een overgedragen dossier zoals het van gemeente naar gemeente gaat. */
export const Pakket = z
  .strictObject({
    formaat: z.literal(FORMAAT),
    versie: z.literal(VERSIE),
    overdrachtId: z.uuid(),
    gemaaktOp: z.iso.datetime(),
    van: z.strictObject({
      gemeentecode: Code,
      naam: regel(),
      contact: z.strictObject({
        naam: regel(),
        functie: regel().optional(),
        telefoon: regel(30).optional(),
        email: regel(254).optional(),
      }),
    }),
    naar: z.strictObject({ gemeentecode: Code, naam: regel() }),
    verzoek: z.strictObject({
      /** Een gemeente geeft alleen wat de andere vraagt. */
      gedaanOp: z.iso.datetime(),
      door: regel(),
      toelichting: tekst(2000),
    }),
    persoon: Persoonsnummers,
    delen: z.array(Deel).min(1).max(DEELNAMEN.length),
  })
  .refine(
    (p) => new Set(p.delen.map((d) => d.deel)).size === p.delen.length,
    'Elk deel mag er één keer in staan.',
  )
  .meta({ id: 'Overdrachtspakket' });
export type Pakket = z.infer<typeof Pakket>;
