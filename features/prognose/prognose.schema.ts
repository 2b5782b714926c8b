import { z } from 'zod';
import { bladzijde } from '../shared/lijst.schema.ts';

const Oordeel = z.enum(['te-laat', 'dreigt', 'op-schema']);
const Invloed = z.enum(['eigen', 'anderen']);
const RedenCode = z.enum([
  'intake-niet-gepland',
  'intake-te-laat-gepland',
  'uitkomst-ontbreekt',
  'intake-niet-afgerond',
  'geen-tolk',
  'toets-niet-gepland',
  'concept-niet-begonnen',
  'concept-niet-af',
  'ligt-ter-vaststelling',
  'toets-uitslag',
  'derde-informatie',
  'niet-verschenen',
  'afgezegd',
  'nog-in-opvang',
  'doelgroep-onbekend',
]);

const filters = {
  /** Naam, BSN of V-nummer. */
  zoek: z.string().trim().max(100).optional(),
  gemeenteId: z.uuid().optional(),
  /** `mijn`, `geen`, of het id van een medewerker. */
  klantmanager: z.union([z.enum(['mijn', 'geen']), z.uuid()]).optional(),
  oordeel: Oordeel.optional(),
  reden: RedenCode.optional(),
  invloed: Invloed.optional(),
};

export const PrognoseExport = z.object(filters).meta({ id: 'PrognoseExport' });
export const PrognoseVraag = PrognoseExport.extend(bladzijde).meta({ id: 'PrognoseVraag' });
export type PrognoseFilters = z.infer<typeof PrognoseExport>;

const Rij = z.object({
  dossierId: z.uuid(),
  naam: z.string(),
  gemeente: z.object({ id: z.uuid(), naam: z.string() }),
  klantmanager: z.object({ id: z.uuid(), naam: z.string() }).nullable(),
  stap: z.enum(['intake', 'concept', 'afmaken', 'vaststellen']),
  oordeel: Oordeel,
  laatsteDag: z.string(),
  /** Dag waarop deze stap volgens het eigen doel klaar hoort te zijn. */
  doelOp: z.string(),
  achter: z.number().int(),
  verwachtOp: z.string(),
  redenen: z.array(z.object({ code: RedenCode, invloed: Invloed, tekst: z.string() })),
});
export type PrognoseRij = z.infer<typeof Rij>;

export const PrognoseLijst = z
  .object({
    items: z.array(Rij),
    totaal: z.number().int(),
    page: z.number().int(),
    pageSize: z.number().int(),
    /** Laatste dag die nog in de lijst valt. */
    totEnMet: z.string(),
    tellingen: z.object({
      teLaat: z.number().int(),
      dreigt: z.number().int(),
      opSchema: z.number().int(),
    }),
    perReden: z.array(
      z.object({ code: RedenCode, naam: z.string(), invloed: Invloed, aantal: z.number().int() }),
    ),
    klantmanagers: z.array(z.object({ id: z.uuid(), naam: z.string() })),
    /** Waar als er meer mensen zijn dan in één keer wordt doorgerekend. */
    afgekapt: z.boolean(),
  })
  .meta({ id: 'PrognoseLijst' });
export type PrognoseLijst = z.infer<typeof PrognoseLijst>;

export const PrognoseTelling = z.object({
  teLaat: z.number().int(),
  dreigt: z.number().int(),
});
export type PrognoseTelling = z.infer<typeof PrognoseTelling>;
