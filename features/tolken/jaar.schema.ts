import { z } from 'zod';
import { bladzijde } from '../shared/lijst.schema.ts';

const jaar = z.int().min(2020).max(2100);
export const JaarVraag = z.strictObject({
  jaar,
  zoek: z.string().trim().max(80).optional(),
  gemeenteId: z.uuid().optional(),
  ...bladzijde,
});
export const JaarUitvoerVraag = z.strictObject({ jaar, gemeenteId: z.uuid().optional() });

const getallen = {
  /** Mensen met ten minste één inzet. */
  mensen: z.number().int(),
  inzetten: z.number().int(),
  /** Gemaakte minuten. */
  minuten: z.number().int(),
  /** Eurocenten van wat is gedaan of te laat is afgezegd. */
  kostenCent: z.number().int(),
  /** Eurocenten van wat nog is geboekt. */
  geboektCent: z.number().int(),
};

const Regel = z.object({
  gemeenteId: z.string(),
  gemeente: z.string(),
  doelgroep: z.string(),
  ...getallen,
  /** Eurocenten per mens voor het hele traject, volgens het beleid van de gemeente; leeg zonder doelgroep. */
  planCent: z.number().int().nullable(),
});
export type JaarRegel = z.infer<typeof Regel>;

const Persoon = z.object({
  gemeenteId: z.string(),
  gemeente: z.string(),
  dossierId: z.string(),
  naam: z.string(),
  doelgroep: z.string(),
  inzetten: z.number().int(),
  minuten: z.number().int(),
  kostenCent: z.number().int(),
  geboektCent: z.number().int(),
  planCent: z.number().int().nullable(),
});
export type JaarPersoon = z.infer<typeof Persoon>;

export const Jaaroverzicht = z
  .object({
    jaar: z.number().int(),
    regels: z.array(Regel),
    personen: z.array(Persoon),
    totaal: z.number().int(),
    page: z.number().int(),
    pageSize: z.number().int(),
  })
  .meta({ id: 'TolkJaaroverzicht' });
export type Jaaroverzicht = z.infer<typeof Jaaroverzicht>;
