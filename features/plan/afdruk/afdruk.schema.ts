import { z } from 'zod';
import { briefvelden, dag, regel, tekst } from '../../shared/brief.schema.ts';

/** Wat in het plan voor de persoon staat, en in het overzicht van wat wij delen. */

const Doel = z.strictObject({
  eigenWoorden: tekst(500),
  taal: regel(3),
  richting: z.enum(['ltr', 'rtl']),
  /** Ontbreekt als de eigen woorden al Nederlands zijn. */
  nederlands: tekst(500).optional(),
});
const Taak = z.strictObject({ wat: regel(300), wie: regel(120), uiterlijk: dag.optional() });

export const PlanBrief = z.strictObject({
  ...briefvelden,
  taal: z.strictObject({ code: regel(3), richting: z.enum(['ltr', 'rtl']) }),
  /** De koppen in de taal van de persoon; leeg bij het Nederlands. */
  woorden: z.record(z.string(), regel()),
  doelen: z.array(Doel),
  bereikt: z.array(Doel),
  ik: z.array(Taak),
  gemeenteDoet: z.array(Taak),
  anderen: z.array(Taak),
  sinds: dag,
  veranderd: z.array(tekst(600)),
  helpers: z.array(z.strictObject({ naam: regel(), rol: regel(), waarom: tekst(500) })),
  punt: z.strictObject({ naam: regel(), organisatie: regel() }).optional(),
  vast: z.strictObject({ dagtekening: dag, leerroute: regel() }).optional(),
});

export const DelenBrief = z.strictObject({
  ...briefvelden,
  nu: z.array(
    z.strictObject({
      naam: regel(),
      rol: regel(),
      waarom: tekst(500),
      delingen: z
        .array(
          z.strictObject({
            wat: z.array(regel()).min(1),
            vanaf: dag,
            grondslag: z.enum(['wettelijke-taak', 'toestemming']),
            toelichting: tekst(500),
          }),
        )
        .min(1),
    }),
  ),
  gestopt: z.array(z.strictObject({ naam: regel(), wat: z.array(regel()).min(1), tot: dag })),
});
