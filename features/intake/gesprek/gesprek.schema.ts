import { z } from 'zod';
import { DossierParams } from '../../shared/dossier.schema.ts';
import { opEenRegel, zonderStuurteken } from '../../shared/tekst.schema.ts';
import { IntakeSchema, WaardeSchema } from '../intake.schema.ts';

/** Wie er naast de persoon en de klantmanager bij een gesprek kan zijn. Geen namen. */
export const ERBIJ = [
  'partner',
  'kind',
  'ander familielid',
  'contactpersoon van COA',
  'maatschappelijk begeleider',
  'maatje of vrijwilliger',
  'collega',
] as const;
const TOLK = ['aanwezig', 'telefoon', 'video', 'geen'] as const;
const VORM = ['kantoor', 'thuis', 'azc', 'telefoon', 'video'] as const;

const regel = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'vul dit in')
    .max(max, `gebruik niet meer dan ${max} tekens`)
    .refine((t) => zonderStuurteken(t) && opEenRegel(t), 'bevat een teken dat hier niet kan');

const VastgelegdSchema = z.object({
  feitId: z.string(),
  vraag: z.string(),
  tekst: z.string(),
  leefgebied: z.string(),
  antwoord: z.string(),
  bron: z.string(),
  vastgelegdOp: z.string(),
  /** Daarna veranderd; dit geldt niet meer. */
  later: z.boolean(),
});

const GesprekSchema = z
  .object({
    afspraakId: z.string(),
    datum: z.string(),
    tijd: z.string(),
    plaats: z.string(),
    vandaag: z.boolean(),
    gevoerd: z.boolean(),
    /** Feit met wie erbij was; `null` als er nog niets is vastgelegd. */
    feitId: z.string().nullable(),
    /** `null`: niet vastgelegd. */
    erbij: z.array(z.string()).nullable(),
    tolk: z.enum(TOLK).nullable(),
    tolkTaal: z.string().nullable(),
    vastgelegd: z.array(VastgelegdSchema),
  })
  .meta({ id: 'Intakegesprek' });

export const GesprekkenSchema = z
  .object({
    gesprekken: z.array(GesprekSchema),
    /** Wat buiten een gesprek is vastgelegd, zoals de overdracht van COA. */
    daarbuiten: z.array(VastgelegdSchema),
  })
  .meta({ id: 'Intakegesprekken' });

const EerderAntwoordSchema = z
  .object({
    feitId: z.string(),
    vraag: z.string(),
    waarde: WaardeSchema,
    /** 'partner', 'BRP', 'DUO': van wie dit komt. */
    van: z.string(),
    bron: z.string(),
    op: z.string(),
    verouderd: z.boolean(),
  })
  .meta({ id: 'EerderAntwoord' });

export const EerdereAntwoordenSchema = z.object({ items: z.array(EerderAntwoordSchema) });

export type Gesprek = z.infer<typeof GesprekSchema>;
export type Gesprekken = z.infer<typeof GesprekkenSchema>;
export type Vastgelegd = z.infer<typeof VastgelegdSchema>;
export type EerderAntwoord = z.infer<typeof EerderAntwoordSchema>;
export type EerdereAntwoorden = z.infer<typeof EerdereAntwoordenSchema>;

const aanwezigen = {
  erbij: z.array(z.enum(ERBIJ)).max(ERBIJ.length),
  tolk: z.enum(TOLK).optional(),
};

export const BeginVerzoek = z.strictObject({
  tijd: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is geen tijd (uu:mm)'),
  plaats: regel(120),
  vorm: z.enum(VORM),
  ...aanwezigen,
});
export const BeginAntwoord = z.object({ afspraakId: z.string() });

export const AanwezigVerzoek = z.strictObject({ ...aanwezigen, vervangt: z.uuid().nullable() });
export const GesprekParams = DossierParams.extend({ afspraakId: z.uuid() });

export const MeegenomenSchema = z
  .object({
    naam: z.string(),
    /** Zo lang mag het mee. */
    uren: z.number(),
    intake: IntakeSchema,
    gesprekken: GesprekkenSchema,
    eerder: EerdereAntwoordenSchema,
  })
  .meta({ id: 'MeegenomenIntake' });

export type MeegenomenIntake = z.infer<typeof MeegenomenSchema>;
