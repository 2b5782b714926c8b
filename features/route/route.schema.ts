import { z } from 'zod';
import { dag } from '../shared/brief.schema.ts';
import { Leerroute } from '../shared/dossier.schema.ts';
import { TaalSchema } from '../shared/talen.schema.ts';
import { opEenRegel, zonderStuurteken } from '../shared/tekst.schema.ts';
import { Alternatief } from '../shared/toets.schema.ts';
import { GrondslagSchema, RedenMetGrondslag } from '../shared/uitleg.schema.ts';

const Thema = z.enum([
  'toets',
  'onderwijs',
  'taal',
  'schrift',
  'wens',
  'tijd',
  'aanbod',
  'kinderopvang',
  'eerdere-uren',
  'leeftijd',
]);

const Punt = z.object({
  thema: Thema,
  tekst: z.string(),
  bron: z.string(),
  datum: z.string().nullable(),
  /** Wat dit feit niet zegt. */
  grens: z.string().nullable(),
});
export type Punt = z.infer<typeof Punt>;

const NietOnderzocht = z.object({
  thema: Thema,
  tekst: z.string(),
  plek: z.enum(['intake', 'toets', 'standpunt', 'week', 'aanbod', 'gezin']),
});

const Motivering = z.object({ onderzocht: z.boolean(), voor: z.string(), tegen: z.string() });
export type Motivering = z.infer<typeof Motivering>;

const RouteRegel = z.object({
  route: Leerroute,
  wet: z.array(
    z.object({
      tekst: z.string(),
      grondslag: GrondslagSchema,
      wegen: z.array(z.string()).optional(),
    }),
  ),
  /** Waarom deze route volgens de wet niet kan, voor zover de feiten dat al zeggen. */
  belet: z.array(RedenMetGrondslag),
  /** Oordelen die de wet aan het college laat, met wat een mens weegt. */
  oordelen: z.array(z.object({ tekst: z.string(), wegen: z.array(z.string()) })),
  voor: z.array(Punt),
  tegen: z.array(Punt),
  weegtMee: z.array(Punt),
  nietOnderzocht: z.array(NietOnderzocht),
});
export type RouteRegel = z.infer<typeof RouteRegel>;

const Standpunt = z.object({
  feitId: z.uuid(),
  woorden: z.string(),
  taal: TaalSchema,
  nederlands: z.string().nullable(),
  wens: z.enum(['B', 'O', 'Z', 'geen']).nullable(),
  op: z.string(),
  door: z.string(),
});

const VrijePlaats = z.object({
  feitId: z.uuid(),
  route: Leerroute,
  instelling: z.string(),
  plaatsen: z.number().int(),
  vanaf: z.string().nullable(),
  op: z.string(),
  door: z.string(),
});
export type VrijePlaats = z.infer<typeof VrijePlaats>;

/** Ontheffing van de leerbaarheidstoets, met hoe de leerbaarheid dan is beoordeeld (Wi2021 art. 14 lid 6). */
const Ontheffing = z.object({
  grond: z.enum(['visueel', 'auditief']),
  toelichting: z.string(),
  bron: z.string(),
  op: z.string(),
  /** `null` zolang dat niet is afgesproken. */
  alternatief: Alternatief.nullable(),
});
export type Ontheffing = z.infer<typeof Ontheffing>;

/** Het PIP of concept waarin de keuze staat. */
const RoutePip = z.object({
  pipId: z.uuid(),
  versie: z.number().int(),
  staat: z.enum(['concept', 'ter-vaststelling', 'vastgesteld']),
  revisie: z.number().int(),
  leerroute: Leerroute.nullable(),
  afweging: z.object({ B: Motivering, O: Motivering, Z: Motivering }),
  motivering: z.string(),
  afwijking: z.string().nullable(),
  wijzigbaar: z.boolean(),
  /** Wie besliste; leeg zolang er geen besluit is. */
  besluit: z.object({ door: z.string(), dagtekening: z.string() }).nullable(),
});
export type RoutePip = z.infer<typeof RoutePip>;

export const RouteAntwoord = z
  .object({
    /** Dag waarop deze feiten bekend waren: vandaag, of de dag van het besluit. */
    bekendOp: z.string(),
    routes: z.array(RouteRegel),
    advies: z.object({
      richting: Leerroute.nullable(),
      tekst: z.string(),
      twijfel: z.array(z.string()),
      grondslag: GrondslagSchema,
    }),
    /** Wat de gemeente zelf als richtlijn vaststelde. */
    richtlijnen: z.array(z.object({ naam: z.string(), tekst: z.string() })),
    ontheffing: Ontheffing.nullable(),
    standpunt: Standpunt.nullable(),
    vrijePlaatsen: z.array(VrijePlaats),
    pip: RoutePip.nullable(),
    /** Wat aan de motivering nog ontbreekt om vast te stellen. */
    redenen: z.array(RedenMetGrondslag),
    afdrukken: z.array(
      z.object({ documentId: z.uuid(), gemaaktOp: z.string(), door: z.string().nullable() }),
    ),
    mag: z.boolean(),
  })
  .meta({ id: 'Leerrouteafweging' });
export type RouteAntwoord = z.infer<typeof RouteAntwoord>;

const vrij = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'mag niet leeg zijn')
    .max(max, `mag niet langer zijn dan ${max} tekens`)
    .refine(zonderStuurteken, 'bevat een onzichtbaar stuurteken');

const gezien = z.uuid().nullable();

export const StandpuntVraag = z.strictObject({
  woorden: vrij(2000),
  taal: TaalSchema,
  nederlands: vrij(2000).optional(),
  wens: z.enum(['B', 'O', 'Z', 'geen']).optional(),
  /** Het feit dat de gebruiker voor zich had; `null` als er nog niets stond. */
  gezien,
});
export type StandpuntVraag = z.infer<typeof StandpuntVraag>;

export const VrijePlaatsVraag = z.strictObject({
  route: Leerroute,
  instelling: vrij(120).refine(opEenRegel, 'moet op één regel passen'),
  plaatsen: z.number().int().min(0).max(99),
  vanaf: dag.optional(),
  /** Dag waarop de school dit zei. */
  op: dag,
});
export type VrijePlaatsVraag = z.infer<typeof VrijePlaatsVraag>;

export const FeitAntwoord = z.object({ feitId: z.uuid() });
export const AfdrukAntwoord = z.object({ documentId: z.uuid() });
