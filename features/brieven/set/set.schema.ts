import { z } from 'zod';
import { briefvelden, dag, regel, tekst } from '../../shared/brief.schema.ts';
import { Leerroute } from '../../shared/dossier.schema.ts';
import { TaalSchema } from '../../shared/talen.schema.ts';

/** Wat de gemeente zelf schrijft, ingevuld; leeg is weggelaten. Zonder staat er de tekst van Meedoen. */
export const EigenBlokken = z
  .strictObject({
    inleiding: z.string(),
    toelichting: z.string(),
    vragen: z.string(),
    contact: z.string(),
  })
  .partial();

const uren = z.number().int().min(0).max(9999);

/** Wat de persoon als eerste doet. */
const Eerst = z.discriminatedUnion('soort', [
  z.strictObject({ soort: z.literal('afspraak'), datum: dag, tijd: regel(5) }),
  z.strictObject({ soort: z.literal('les'), datum: dag }),
  z.strictObject({ soort: z.literal('aanbod') }),
  z.strictObject({ soort: z.literal('zelf') }),
]);

/** Eén verschil met de vorige versie: oud en nieuw als zij kort te noemen zijn. */
export const Wijziging = z.strictObject({
  /** Sleutel van de tekst die zegt waar het over gaat. */
  wat: z.string(),
  oud: z.union([z.string(), z.number()]).optional(),
  nieuw: z.union([z.string(), z.number()]).optional(),
  /** De waarden zijn sleutels van teksten, en worden dus vertaald. */
  sleutels: z.boolean(),
});
export type Wijziging = z.infer<typeof Wijziging>;

/**
 * Alles waaruit de brieven van een set worden gemaakt. Het wordt één keer vastgelegd: elke brief van de set zegt
 * hetzelfde, ook een die later in een andere taal wordt gevraagd.
 */
export const Setbron = z.strictObject({
  versie: z.number().int().min(1),
  dagtekening: dag,
  kenmerk: briefvelden.kenmerk,
  gemeente: briefvelden.gemeente,
  naam: regel(200),
  blokken: EigenBlokken.optional(),
  klantmanager: briefvelden.klantmanager,
  doelgroep: z.enum(['asielstatushouder', 'gezins-en-overige-migrant']),
  leerroute: Leerroute,
  niveau: z.enum(['A2', 'B1']).optional(),
  les: z.strictObject({
    uren: uren.optional(),
    perWeek: uren.optional(),
    vanaf: dag.optional(),
    totEnMet: dag.optional(),
  }),
  alfabetisering: z.enum(['A', 'AA', 'NVT']),
  opleidingAfmaken: z.boolean(),
  pvt: z.strictObject({ uren, invulling: tekst() }),
  moduleMap: z.strictObject({ uren, invulling: tekst() }).optional(),
  meedoen: z.strictObject({ uren, invulling: tekst() }).optional(),
  begeleiding: tekst(),
  gesprekken: z.strictObject({ aantal: z.number().int().min(0).max(99), ritme: tekst(300) }),
  vve: tekst().optional(),
  eerst: Eerst,
  termijn: z.strictObject({ begin: dag, laatsteDag: dag, van: z.enum(['prognose', 'duo']) }),
  bezwaarTotEnMet: dag,
  afspraken: z.array(z.strictObject({ soort: regel(), datum: dag, tijd: regel(5) })),
  doelen: z.array(
    z.strictObject({ eigenWoorden: tekst(), taal: TaalSchema, nederlands: tekst().optional() }),
  ),
  vorige: z
    .strictObject({
      dagtekening: dag,
      wijzigingen: z.array(Wijziging),
      reden: tekst().optional(),
    })
    .optional(),
});
export type Setbron = z.infer<typeof Setbron>;
