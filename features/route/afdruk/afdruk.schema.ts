import { z } from 'zod';
import { briefvelden, dag, regel, tekst } from '../../shared/brief.schema.ts';

const Feit = z.strictObject({
  tekst: tekst(),
  bron: regel(200),
  datum: dag.nullable(),
  grens: tekst(600).nullable(),
});

/** De gegevens van de afgedrukte afweging; het is een stuk voor een zitting, geen brief. */
export const AfdrukGegevens = z.strictObject({
  gemeente: briefvelden.gemeente,
  kenmerk: briefvelden.kenmerk,
  dagtekening: briefvelden.dagtekening,
  naam: regel(200),
  opgemaaktDoor: regel(),
  bekendOp: dag,
  besluit: z
    .strictObject({ door: regel(), dagtekening: dag, route: regel(80), versie: z.number().int() })
    .nullable(),
  concept: z.strictObject({ route: regel(80).nullable(), versie: z.number().int() }).nullable(),
  ontheffing: z
    .strictObject({
      grond: regel(80),
      toelichting: tekst(1000),
      bron: regel(200),
      op: dag,
      alternatief: z
        .strictObject({
          manier: regel(80),
          wie: regel(),
          op: dag.nullable(),
          uitkomst: tekst(1000).nullable(),
        })
        .nullable(),
    })
    .nullable(),
  standpunt: z
    .strictObject({
      woorden: tekst(2000),
      taal: z.string(),
      taalnaam: z.string(),
      richting: z.enum(['ltr', 'rtl']),
      nederlands: tekst(2000).nullable(),
      op: dag,
      door: regel(),
    })
    .nullable(),
  advies: z.strictObject({
    tekst: tekst(600),
    twijfel: z.array(tekst(600)),
    toelichting: tekst(600),
  }),
  richtlijnen: z.array(z.strictObject({ naam: regel(), tekst: tekst() })),
  afwijking: tekst().nullable(),
  motivering: tekst().nullable(),
  routes: z.array(
    z.strictObject({
      naam: regel(80),
      gekozen: z.boolean(),
      onderzocht: z.boolean(),
      wet: z.array(z.strictObject({ tekst: tekst(), artikel: regel(200) })),
      oordelen: z.array(tekst(600)),
      voor: z.array(Feit),
      tegen: z.array(Feit),
      weegtMee: z.array(Feit),
      nietOnderzocht: z.array(tekst(600)),
      motiveringVoor: tekst().nullable(),
      motiveringTegen: tekst().nullable(),
    }),
  ),
  handelingen: z.array(z.strictObject({ wat: regel(200), wie: regel(), op: dag })),
});
export type AfdrukGegevens = z.infer<typeof AfdrukGegevens>;
