import { z } from 'zod';
import { tekst } from '../shared/brief.schema.ts';
import { TaalSchema } from '../shared/talen.schema.ts';

export const PipBriefParams = z.object({ dossierId: z.uuid(), pipId: z.uuid() });

/** Het werk om een set te maken; `taal` vraagt er een taal bij. */
export const SetOpdracht = z.object({
  gemeenteId: z.uuid(),
  dossierId: z.uuid(),
  pipId: z.uuid(),
  taal: TaalSchema.optional(),
});
export type SetOpdracht = z.infer<typeof SetOpdracht>;

const OORDELEN = ['begrepen', 'deels', 'niet'] as const;

const Stuk = z.strictObject({
  documentId: z.uuid(),
  soort: z.enum(['pip-beschikking', 'pip-eenvoudig', 'pip-beeld', 'pip-vertaling']),
  titel: z.string(),
  taal: TaalSchema,
  /** Of een mens de vertaling nakeek toen de brief werd gemaakt; `null` bij Nederlands. */
  tekststaat: z.enum(['vastgesteld', 'machine']).nullable(),
  bytes: z.number().int(),
  gemaaktOp: z.string(),
});

const Begrepen = z.strictObject({
  feitId: z.uuid(),
  op: z.string(),
  door: z.string().nullable(),
  taal: TaalSchema,
  tolk: z.boolean(),
  antwoorden: z.array(
    z.strictObject({ vraag: z.string(), tekst: z.string(), oordeel: z.enum(OORDELEN) }),
  ),
  vervolg: z.string().nullable(),
});

const SetAntwoord = z.strictObject({
  pipId: z.uuid(),
  versie: z.number().int(),
  dagtekening: z.string(),
  geldt: z.enum(['nu', 'vervangen', 'ingetrokken']),
  /** Waarom de set niet meer geldt, in één zin. */
  waaromNiet: z.string().nullable(),
  staat: z.enum(['niet-gevraagd', 'wacht', 'bezig', 'klaar', 'mislukt']),
  klaar: z.number().int(),
  totaal: z.number().int(),
  fout: z.string().nullable(),
  talen: z.array(TaalSchema),
  stukken: z.array(Stuk),
  /** Wat er niet in staat en waarom, in volle zinnen. */
  mist: z.array(z.string()),
  begrepen: Begrepen.nullable(),
});

export const BrievenAntwoord = z.strictObject({
  taal: z.strictObject({
    /** De taal waarin wij teksten hebben; `null` als die er niet is of niet bekend is. */
    code: TaalSchema.nullable(),
    gesprekstaal: z.string().nullable(),
    tolkNodig: z.boolean(),
  }),
  mag: z.strictObject({ maken: z.boolean() }),
  sets: z.array(SetAntwoord),
});
export type BrievenAntwoord = z.infer<typeof BrievenAntwoord>;
export type BrievenSet = BrievenAntwoord['sets'][number];

export const MaakVraag = z.strictObject({ taal: TaalSchema.optional() });
export const MaakAntwoord = z.strictObject({ gevraagd: z.literal(true) });

const Gezet = z.object({
  taal: TaalSchema,
  richting: z.enum(['ltr', 'rtl']),
  tekst: z.string(),
});
const Alinea = z.object({
  nl: Gezet,
  vertaald: Gezet.optional(),
  alleenNederlands: z.literal(true).optional(),
  citaat: z.literal(true).optional(),
  nadruk: z.literal(true).optional(),
  uitleg: Gezet.optional(),
});

export const TekstVraag = z.object({ taal: TaalSchema.default('nl') });
export const TekstAntwoord = z.strictObject({
  taal: TaalSchema,
  /** De slechtste staat van de vaste teksten in deze taal. */
  staat: z.enum(['vastgesteld', 'machine', 'ontbreekt', 'bron']),
  delen: z.array(z.object({ kop: Alinea, beeld: z.string(), alineas: z.array(Alinea) })),
  inleiding: Alinea,
  vragen: z.array(z.object({ id: z.string(), vraag: Alinea, antwoord: Alinea })),
});
export type TekstAntwoord = z.infer<typeof TekstAntwoord>;

export const BegrepenVraag = z.strictObject({
  taal: TaalSchema,
  tolk: z.boolean(),
  antwoorden: z
    .array(z.strictObject({ vraag: z.string().max(60), oordeel: z.enum(OORDELEN) }))
    .length(3, 'beantwoord alle drie de vragen'),
  vervolg: tekst(1000).optional(),
  /** Id van het vorige gesprek hierover, als dit het verbetert. */
  vorige: z.uuid().optional(),
});
export const BegrepenAntwoord = z.strictObject({ feitId: z.uuid() });
