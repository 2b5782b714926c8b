import { z } from 'zod';
import { dag } from '../shared/brief.schema.ts';
import { Leerroute } from '../shared/dossier.schema.ts';
import { zonderStuurteken } from '../shared/tekst.schema.ts';
import { GrondslagSchema, RedenMetGrondslag } from '../shared/uitleg.schema.ts';
import { UREN_IN_WEEK } from './soorten.ts';

const uren = z.number().int().min(0).max(UREN_IN_WEEK);
const urenVelden = {
  les: uren,
  zelfstudie: uren,
  werk: uren,
  reizen: uren,
  zorg: uren,
  participatie: uren,
};
const gezien = z.uuid().nullable();

export const PeriodeVraag = z.strictObject({
  vanaf: dag,
  ...urenVelden,
  werkIsParticipatie: z.boolean().default(false),
  mapInWerk: z.boolean().default(false),
  toelichting: z
    .string()
    .trim()
    .max(500)
    .refine(zonderStuurteken, 'bevat een onzichtbaar stuurteken')
    .optional(),
  /** De periode die de gebruiker voor zich had; `null` als zij nieuw is. */
  gezien,
});
export type PeriodeVraag = z.input<typeof PeriodeVraag>;
export const VervalVraag = z.strictObject({ vanaf: dag, gezien: z.uuid() });

const Periode = z.object({
  feitId: z.uuid(),
  vanaf: z.string(),
  ...urenVelden,
  werkIsParticipatie: z.boolean(),
  mapInWerk: z.boolean(),
  toelichting: z.string().nullable(),
  op: z.string(),
  door: z.string().nullable(),
});
export type Periode = z.infer<typeof Periode>;

const Deel = z.object({
  id: z.enum(['les', 'participatie']),
  naam: z.string(),
  nodig: z.number(),
  gedaan: z.number(),
  teGaan: z.number(),
  gepland: z.number(),
  tekort: z.number(),
  perWeekNodig: z.number().nullable(),
  klaarOp: z.string().nullable(),
  laatsteStart: z.string().nullable(),
  past: z.boolean(),
  grondslag: GrondslagSchema,
});
export type Deel = z.infer<typeof Deel>;

const Combinatie = z.object({
  code: z.string(),
  telt: z.boolean(),
  tekst: z.string(),
  grondslag: GrondslagSchema,
});

const Mogelijk = z.object({ mag: z.boolean(), redenen: z.array(RedenMetGrondslag) });

export const WeekAntwoord = z
  .object({
    leerroute: Leerroute.nullable(),
    pip: z
      .object({
        versie: z.number().int(),
        staat: z.enum(['concept', 'ter-vaststelling', 'vastgesteld']),
      })
      .nullable(),
    termijn: z
      .object({ begin: z.string(), laatsteDag: z.string(), van: z.enum(['duo', 'prognose']) })
      .nullable(),
    /** Eerste dag die nog meetelt. */
    vanaf: z.string(),
    delen: z.array(Deel),
    combinaties: z.array(Combinatie),
    waarschuwingen: z.array(RedenMetGrondslag),
    past: z.union([z.boolean(), z.literal('onbekend')]),
    ontbreekt: z.array(z.string()),
    perioden: z.array(Periode),
    lesvrijeWeken: z.number().int(),
    /** Uren les per week uit het PIP, om mee te beginnen. */
    lesPerWeek: z.number().int().nullable(),
    /** Of werk als participatie mag tellen, en of de MAP in het werk kan. */
    werkIsParticipatie: Mogelijk,
    mapInWerk: Mogelijk,
    mag: z.boolean(),
  })
  .meta({ id: 'Week' });
export type WeekAntwoord = z.infer<typeof WeekAntwoord>;

export const PeriodeAntwoord = z.object({ feitId: z.uuid() });
