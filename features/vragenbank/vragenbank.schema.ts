import { z } from 'zod';
import { INTAKE_ONDERDELEN, type OnderdeelId } from '../../rules/brede-intake/onderdelen.ts';
import { isDatum } from '../../rules/shared/datum.ts';
import { opEenRegel, zonderStuurteken } from '../shared/tekst.schema.ts';
import { DOELNAMEN } from './doelen.ts';

/** Wat een gemeente aan de vragen van de intake verandert of toevoegt. */

const regel = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'vul dit in')
    .max(max, `gebruik niet meer dan ${max} tekens`)
    .refine((t) => zonderStuurteken(t) && opEenRegel(t), 'bevat een teken dat hier niet kan');
const dag = z.string().refine(isDatum, 'is geen bestaande datum (jjjj-mm-dd)');
const vraagId = z.string().regex(/^[a-z0-9-]{1,60}$/u, 'is geen vraag');
const onderdeel = z.enum(INTAKE_ONDERDELEN.map((o) => o.id) as [OnderdeelId, ...OnderdeelId[]]);

export const VRAAGTYPEN = {
  'ja-nee': 'ja of nee',
  keuze: 'één keuze uit een lijst',
  meerkeuze: 'meer keuzes uit een lijst',
  getal: 'een getal',
  datum: 'een datum',
  tekst: 'een korte tekst',
  'lange-tekst': 'een lange tekst',
} as const;
type Type = keyof typeof VRAAGTYPEN;

const gedeeld = {
  vraag: regel(160),
  hulp: regel(240).optional(),
  verborgen: z.boolean(),
  verplicht: z.boolean(),
  /** Komt na deze vraag; leeg is vooraan in het leefgebied; afwezig is de gewone plek. */
  na: z.union([z.literal(''), vraagId]).optional(),
};

const AndersSchema = z.strictObject({ soort: z.literal('ingebouwd'), ...gedeeld });

const EigenSchema = z.strictObject({
  soort: z.literal('eigen'),
  ...gedeeld,
  onderdeel,
  type: z.enum(Object.keys(VRAAGTYPEN) as [Type, ...Type[]]),
  opties: z.array(regel(80)).min(2, 'geef twee of meer keuzes').max(20).optional(),
  bereik: z
    .strictObject({
      van: z.number().int().min(0),
      tot: z.number().int().max(100_000),
      eenheid: regel(30),
    })
    .optional(),
  alleenAls: z
    .strictObject({
      vraag: vraagId,
      is: z
        .array(z.union([z.string().max(80), z.boolean()]))
        .min(1)
        .max(20),
    })
    .optional(),
  doel: z.enum(DOELNAMEN, 'kies waarvoor de vraag nodig is'),
  waarom: regel(300),
});

export const InhoudSchema = z.discriminatedUnion('soort', [AndersSchema, EigenSchema]);
export type Inhoud = z.infer<typeof InhoudSchema>;

export const VraagVerzoek = z.strictObject({
  /** Afwezig: een nieuwe vraag van de gemeente. */
  vraagId: vraagId.optional(),
  inhoud: InhoudSchema,
  geldigVanaf: dag,
  /** Waarom de gemeente dit verandert; komt in de geschiedenis. */
  reden: regel(500),
  /** Uit wat is gelezen; is hij veranderd, dan was een ander eerder. */
  revisie: z.number().int().min(0),
});

export const IntrekVerzoek = z.strictObject({ revisie: z.number().int().min(0) });
export const GemeenteParams = z.object({ gemeenteId: z.uuid() });
export const VersieParams = GemeenteParams.extend({ versieId: z.uuid() });

const VersieSchema = z
  .object({
    id: z.string(),
    vraagId: z.string(),
    geldigVanaf: z.string(),
    /** Laatste dag waarop zij geldt; leeg als er niets na komt. */
    totEnMet: z.string().nullable(),
    inhoud: InhoudSchema,
    reden: z.string(),
    door: z.string(),
    vastgelegdOp: z.string(),
    ingetrokkenDoor: z.string().nullable(),
    ingetrokkenOp: z.string().nullable(),
    staat: z.enum(['geldt', 'gepland', 'voorbij', 'ingetrokken']),
  })
  .meta({ id: 'Vraagversie' });
export type Versie = z.infer<typeof VersieSchema>;

const IngebouwdSchema = z.object({
  id: z.string(),
  onderdeel,
  leefgebied: z.string(),
  vraag: z.string(),
  type: z.string(),
  opties: z.array(z.string()).readonly().optional(),
  bereik: z.object({ van: z.number(), tot: z.number(), eenheid: z.string() }).optional(),
  hulp: z.string().optional(),
  waarom: z.string(),
  alleenAls: z
    .object({
      vraag: z.string(),
      is: z.array(z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])).readonly(),
    })
    .optional(),
  /** Waarom deze vraag niet weg mag; leeg als dat wel mag. */
  vast: z.string().optional(),
});

export const VragenbankSchema = z
  .object({
    gemeente: z.object({ id: z.string(), naam: z.string() }),
    vandaag: z.string(),
    magWijzigen: z.boolean(),
    leefgebieden: z.array(z.object({ id: z.string(), naam: z.string() })),
    onderdelen: z.array(
      z.object({
        id: onderdeel,
        naam: z.string(),
        leefgebied: z.string(),
        eis: z.enum(['wet', 'onderwerp']),
        doel: z.string(),
        artikel: z.string(),
        /** Hier kan de gemeente zelf een vraag bij zetten. */
        open: z.boolean(),
      }),
    ),
    doelen: z.array(z.object({ id: z.string(), naam: z.string(), grondslag: z.string() })),
    /** De vragen van Meedoen zelf. */
    ingebouwd: z.array(IngebouwdSchema),
    /** Alles wat de gemeente besloot, oudste eerst. */
    versies: z.array(VersieSchema),
    revisie: z.number().int(),
  })
  .meta({ id: 'Vragenbank' });
export type Vragenbank = z.infer<typeof VragenbankSchema>;
