import { z } from 'zod';
import { TaalSchema } from '../shared/talen.schema.ts';
import { UitlegSchema } from '../shared/uitleg.schema.ts';
import { DIMENSIE_IDS, HOOGSTE, LAAGSTE, METING_VRAGEN } from './dimensies.schema.ts';

const Moment = z.enum(['begin', 'voortgang', 'eind']);
export type Moment = z.infer<typeof Moment>;
const HULP = ['tolk', 'klantmanager', 'naaste'] as const;

export const MetingVerzoek = z
  .strictObject({
    moment: Moment,
    /** Taal waarin de vragen zijn gesteld. */
    taal: TaalSchema,
    /** Wie hielp; `null` als zij het alleen deed. */
    hulp: z.enum(HULP).nullable(),
    antwoorden: z
      .array(
        z.strictObject({
          vraag: z.enum(METING_VRAGEN),
          cijfer: z.int().min(LAAGSTE).max(HOOGSTE),
        }),
      )
      .max(METING_VRAGEN.length)
      .refine((a) => new Set(a.map((x) => x.vraag)).size === a.length, {
        message: 'een vraag staat er twee keer in',
      }),
    /** De meting die deze verbetert. */
    vervangt: z.uuid().nullable(),
  })
  .meta({ id: 'MetingVerzoek' });

export const MetingAntwoord = z.object({ metingId: z.string() });

const Gedaan = z.object({
  metingId: z.string(),
  moment: Moment,
  op: z.string(),
  taal: z.string(),
  door: z.string().nullable(),
});

export const MetingenAntwoord = z
  .object({
    vandaag: z.string(),
    /** Dat er is gemeten en wanneer; de cijfers staan apart. */
    metingen: z.array(Gedaan),
    momenten: z.array(
      z.object({
        soort: Moment,
        /** Maanden na het eerste PIP; leeg bij het begin, het eind en een meting tussendoor. */
        maanden: z.int().nullable(),
        /** Dag van de meting, of de dag waar zij omheen hoort. */
        op: z.string().nullable(),
        staat: z.enum(['gedaan', 'nu', 'straks', 'niet-gedaan']),
        metingId: z.string().nullable(),
        /** Waarom deze dag; leeg bij wat is gedaan. */
        uitleg: UitlegSchema.nullable(),
      }),
    ),
    gesprekstaal: z.string().nullable(),
    /** Taal waarin de vragen er zijn en die bij de gesprekstaal past. */
    taal: TaalSchema.nullable(),
    tolkNodig: z.boolean(),
    mag: z.object({ meten: z.boolean(), intake: z.boolean() }),
  })
  .meta({ id: 'Metingen' });
export type Metingen = z.infer<typeof MetingenAntwoord>;

const DimensieId = z.enum(DIMENSIE_IDS);

export const ScoresAntwoord = z
  .object({
    metingen: z.array(
      z.object({
        metingId: z.string(),
        moment: Moment,
        op: z.string(),
        taal: z.string(),
        hulp: z.enum(HULP).nullable(),
        door: z.string().nullable(),
        scores: z.array(
          z.object({
            dimensie: DimensieId,
            score: z.number().nullable(),
            beantwoord: z.int(),
          }),
        ),
      }),
    ),
    /** Van de eerste naar de laatste meting; leeg zolang er maar een is. */
    veranderingen: z.array(z.object({ dimensie: DimensieId, zin: z.string() })),
  })
  .meta({ id: 'MetingScores' });
export type Scores = z.infer<typeof ScoresAntwoord>;
export type Meting = Scores['metingen'][number];

export const VragenVraag = z.object({ taal: TaalSchema });

export const VragenAntwoord = z
  .object({
    taal: TaalSchema,
    richting: z.enum(['ltr', 'rtl']),
    /** Taalcode voor een stem die voorleest. */
    spraak: z.string(),
    /** `bron` is het Nederlands zelf. */
    staat: z.enum(['bron', 'vastgesteld', 'machine', 'ontbreekt']),
    teksten: z.record(z.string(), z.string()),
    /** Dezelfde teksten in het Nederlands, voor wie helpt. */
    nederlands: z.record(z.string(), z.string()),
  })
  .meta({ id: 'MetingVragen' });
export type Vragen = z.infer<typeof VragenAntwoord>;
