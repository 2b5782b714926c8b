import { z } from 'zod';
import { isDatum } from '../../../rules/shared/datum.ts';
import { StandAntwoord } from '../stand.schema.ts';

const Dag = z.string().refine(isDatum, 'Dit is geen bestaande datum (jjjj-mm-dd).');

/** Eén veronderstelling over het dossier; `laatsteDag` is tot en met. */
export const WijzigingVraag = z.discriminatedUnion('feit', [
  z.object({ feit: z.literal('kennisgeving'), datum: Dag }),
  z.object({ feit: z.literal('inschrijving'), datum: Dag }),
  z.object({
    feit: z.literal('doelgroep'),
    indeling: z.enum(['Asielstatushouder', 'Gezinsmigrant en overige migrant']),
  }),
  z.object({ feit: z.literal('asielvergunning'), ja: z.boolean() }),
  z.object({ feit: z.literal('bijstand'), vanaf: Dag, laatsteDag: Dag.optional() }),
  z.object({ feit: z.literal('derde-informatie'), ontvangenOp: Dag }),
  z.object({ feit: z.literal('pip'), dagtekening: Dag, leerroute: z.enum(['B', 'O', 'Z']) }),
  z.object({ feit: z.literal('inburgeringstermijn'), start: Dag, laatsteDag: Dag }),
  z.object({ feit: z.literal('aanbod'), datum: Dag }),
  z.object({
    feit: z.literal('uren'),
    soort: z.enum(['taal-en-knm', 'participatie', 'pvt', 'map-praktijk']),
    totaal: z.int().min(0).max(9999),
  }),
  z.object({
    feit: z.enum(['pvt-ondertekend', 'map-eindgesprek', 'zroute-eindgesprek']),
    datum: Dag,
  }),
]);
export type WijzigingInvoer = z.infer<typeof WijzigingVraag>;

export const WatAlsVraag = z.object({
  /** Ook een dag in de toekomst; zonder: vandaag. */
  peildatum: Dag.optional(),
  wijzigingen: z.array(WijzigingVraag).max(20),
});

export const WatAlsAntwoord = z.object({
  nu: StandAntwoord,
  dan: StandAntwoord,
  verschillen: z.array(
    z.object({
      soort: z.enum(['kenmerk', 'termijn', 'verplichting', 'aanbod', 'signaal', 'voorstel']),
      naam: z.string(),
      was: z.string().optional(),
      wordt: z.string().optional(),
    }),
  ),
});
export type WatAls = z.infer<typeof WatAlsAntwoord>;
