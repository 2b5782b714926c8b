import { z } from 'zod';
import { isDatum } from '../../rules/shared/datum.ts';
import { zonderStuurteken } from '../shared/tekst.schema.ts';
import { SJABLOONSOORTEN } from './standaard.ts';

/** Brieven, huisstijl en mandaten van een gemeente. */

const regel = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'vul dit in')
    .max(max, `gebruik niet meer dan ${max} tekens`)
    .refine((t) => zonderStuurteken(t) && !/[\n\t]/u.test(t), 'bevat een teken dat hier niet kan');
const dag = z.string().refine(isDatum, 'is geen bestaande datum (jjjj-mm-dd)');
const soort = z.enum(SJABLOONSOORTEN);

const Blokteksten = z.record(
  z.string().max(40),
  z
    .string()
    .max(2000, 'gebruik niet meer dan 2000 tekens')
    .transform((t) => t.trim().replace(/\r\n?/gu, '\n'))
    .refine(zonderStuurteken, 'bevat een onzichtbaar stuurteken'),
);

export const GemeenteParams = z.object({ gemeenteId: z.uuid() });
export const SoortParams = GemeenteParams.extend({ soort });
export const SjabloonParams = GemeenteParams.extend({ sjabloonId: z.uuid() });
export const MandaatParams = GemeenteParams.extend({ mandaatId: z.uuid() });

export const SjabloonVerzoek = z.strictObject({
  blokken: Blokteksten,
  geldigVanaf: dag,
  reden: regel(500),
  revisie: z.number().int().min(0),
});
export const VoorbeeldVerzoek = z.strictObject({ blokken: Blokteksten });
export const IntrekVerzoek = z.strictObject({ revisie: z.number().int().min(0) });

export const VoorbeeldSchema = z
  .object({
    /** Alle bladzijden onder elkaar, als tekening. */
    svg: z.string(),
  })
  .meta({ id: 'Briefvoorbeeld' });

const Wie = {
  door: z.string(),
  vastgelegdOp: z.string(),
  ingetrokkenDoor: z.string().nullable(),
  ingetrokkenOp: z.string().nullable(),
};
const staat = z.enum(['geldt', 'gepland', 'voorbij', 'ingetrokken']);

const VersieSchema = z
  .object({
    id: z.string(),
    geldigVanaf: z.string(),
    totEnMet: z.string().nullable(),
    blokken: z.record(z.string(), z.string()),
    reden: z.string(),
    ...Wie,
    staat,
  })
  .meta({ id: 'Sjabloonversie' });
export type Sjabloonversie = z.infer<typeof VersieSchema>;

const SjabloonSchema = z
  .object({
    soort,
    naam: z.string(),
    doel: z.enum(['A2', 'B1']),
    tokens: z.array(z.object({ naam: z.string(), voorbeeld: z.string() })),
    blokken: z.array(
      z.object({
        id: z.string(),
        naam: z.string(),
        plek: z.string(),
        standaard: z.string(),
        magLeeg: z.boolean(),
      }),
    ),
    vast: z.array(z.object({ naam: z.string(), waarom: z.string() })),
    /** Nieuwste eerst. */
    versies: z.array(VersieSchema),
    revisie: z.number().int(),
  })
  .meta({ id: 'Sjabloon' });
export type SjabloonBeeld = z.infer<typeof SjabloonSchema>;

const Gemeente = z.object({ id: z.string(), naam: z.string() });

export const SjablonenSchema = z
  .object({
    gemeente: Gemeente,
    vandaag: z.string(),
    magWijzigen: z.boolean(),
    sjablonen: z.array(SjabloonSchema),
  })
  .meta({ id: 'Sjablonen' });
export type Sjablonen = z.infer<typeof SjablonenSchema>;

const leegOf = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `gebruik niet meer dan ${max} tekens`)
    .refine((t) => zonderStuurteken(t) && !/[\n\t]/u.test(t), 'bevat een teken dat hier niet kan');

/** Het briefhoofd. Wat leeg is, houdt een brief tegen; de keuring zegt welke. */
export const StijlSchema = z.strictObject({
  adres: leegOf(80),
  postcode: leegOf(7),
  plaats: leegOf(60),
  telefoon: leegOf(20),
  email: leegOf(80),
  website: leegOf(80),
  kleur: leegOf(7),
});
export type Stijl = z.infer<typeof StijlSchema>;

export const HuisstijlVerzoek = z.strictObject({
  stijl: StijlSchema,
  /** `weg` haalt het logo weg; afwezig laat het zoals het is. */
  logo: z
    .union([
      z.strictObject({
        soort: z.enum(['svg', 'png']),
        /** In base64. */
        inhoud: z.string().max(400_000),
      }),
      z.literal('weg'),
    ])
    .optional(),
  revisie: z.number().int().min(0),
});
export const HuisstijlProef = HuisstijlVerzoek.omit({ revisie: true });

export const HuisstijlSchema = z
  .object({
    gemeente: Gemeente,
    magWijzigen: z.boolean(),
    stijl: StijlSchema,
    /** SVG-tekst, nagekeken. */
    logo: z.string().nullable(),
    /** Wie haar eerder wijzigde, nieuwste eerst. */
    eerder: z.array(z.object({ door: z.string(), op: z.string(), wat: z.array(z.string()) })),
    revisie: z.number().int(),
  })
  .meta({ id: 'Huisstijl' });
export type Huisstijl = z.infer<typeof HuisstijlSchema>;

export const BESLUITSOORTEN = {
  pip: 'Persoonlijk plan (PIP)',
  oproep: 'Oproep en waarschuwing',
  'pw-besluit': 'Besluit op de Participatiewet',
  bezwaar: 'Beslissing op bezwaar',
} as const;
export type BesluitsoortNaam = keyof typeof BESLUITSOORTEN;
const besluitsoort = z.enum(
  Object.keys(BESLUITSOORTEN) as [BesluitsoortNaam, ...BesluitsoortNaam[]],
);

export const MandaatVerzoek = z.strictObject({
  soort: besluitsoort,
  medewerkerId: z.uuid(),
  geldigVanaf: dag,
  /** Laatste dag, tot en met; afwezig is zonder einde. */
  totEnMet: dag.optional(),
  /** De regel boven de naam; leeg is de gewone. */
  tekst: leegOf(200),
  /** Waar het mandaat staat, zoals het mandaatbesluit met de datum. */
  besluit: regel(200),
});
export const BeeindigVerzoek = z.strictObject({ totEnMet: dag });

export const MandatenSchema = z
  .object({
    gemeente: Gemeente,
    vandaag: z.string(),
    magWijzigen: z.boolean(),
    medewerkers: z.array(
      z.object({ id: z.string(), naam: z.string(), functie: z.string(), organisatie: z.string() }),
    ),
    mandaten: z.array(
      z.object({
        id: z.string(),
        soort: besluitsoort,
        medewerkerId: z.string(),
        naam: z.string(),
        functie: z.string(),
        geldigVanaf: z.string(),
        totEnMet: z.string().nullable(),
        tekst: z.string(),
        besluit: z.string(),
        ...Wie,
        staat,
      }),
    ),
  })
  .meta({ id: 'Mandaten' });
export type Mandaten = z.infer<typeof MandatenSchema>;
export type Mandaat = Mandaten['mandaten'][number];
