import { z } from 'zod';
import { isDatum } from '../../rules/shared/datum.ts';
import { bladzijde } from '../shared/lijst.schema.ts';
import { KAARTEN, type KaartSoort, type Kaartveld } from './kaarten.ts';

const SOORTEN = ['boete', 'bio-advies', 'verklaring'] as const satisfies readonly KaartSoort[];
const STATEN = ['open', 'ingevoerd', 'vervallen'] as const;

const MEESTE_TEKENS = 4000;
const MEESTE_EURO = 9999;

const bestaandeDag = z
  .string()
  .refine((w) => w === '' || isDatum(w), 'Dit is geen bestaande datum.');

function veldSchema(v: Kaartveld) {
  if (v.soort === 'datum') return bestaandeDag;
  if (v.soort === 'keuze')
    return z.enum(['', ...(v.opties ?? [])], 'Kies een van de mogelijkheden.');
  if (v.soort === 'bedrag') {
    return z
      .string()
      .refine(
        (w) => w === '' || (/^\d{1,4}$/.test(w) && Number(w) >= 1),
        `Vul hele euro’s in, van 1 tot en met ${MEESTE_EURO}.`,
      );
  }
  return z
    .string()
    .trim()
    .max(v.soort === 'lang' ? MEESTE_TEKENS : 100);
}

const veldenVan = (soort: KaartSoort) =>
  z.strictObject(
    Object.fromEntries(KAARTEN[soort].velden.map((v) => [v.id, veldSchema(v).optional()])),
  );

const uiterlijk = z.iso.date().nullable().default(null);
const revisie = z.int().min(1);

/** Een nieuwe kaart of nieuwe inhoud; leeg mag, tot zij wordt afgevinkt. */
export const KaartInhoud = z.discriminatedUnion('soort', [
  z.strictObject({ soort: z.literal('boete'), velden: veldenVan('boete'), uiterlijk }),
  z.strictObject({ soort: z.literal('bio-advies'), velden: veldenVan('bio-advies'), uiterlijk }),
  z.strictObject({ soort: z.literal('verklaring'), velden: veldenVan('verklaring'), uiterlijk }),
]);
export type KaartInhoud = z.infer<typeof KaartInhoud>;

export const KaartStap = z.discriminatedUnion('handeling', [
  z.strictObject({ handeling: z.literal('wijzigen'), revisie, inhoud: KaartInhoud }),
  z.strictObject({ handeling: z.literal('afvinken'), revisie, ingevoerdOp: z.iso.date() }),
  z.strictObject({
    handeling: z.literal('vervallen'),
    revisie,
    reden: z.string().trim().min(3).max(1000),
  }),
  z.strictObject({ handeling: z.literal('heropenen'), revisie }),
]);
export type KaartStap = z.infer<typeof KaartStap>;

export const KaartZoekVraag = z.strictObject({
  staten: z.array(z.enum(STATEN)).min(1).optional(),
  soort: z.enum(SOORTEN).optional(),
  gemeenteId: z.uuid().optional(),
  dossierId: z.uuid().optional(),
  ...bladzijde,
});
export type KaartZoekVraag = z.infer<typeof KaartZoekVraag>;

export const Portaalkaart = z
  .object({
    kaartId: z.uuid(),
    gemeenteId: z.uuid(),
    gemeente: z.string(),
    dossierId: z.uuid(),
    naam: z.string(),
    soort: z.enum(SOORTEN),
    staat: z.enum(STATEN),
    velden: z.record(z.string(), z.string()),
    /** DUO vroeg hierom. */
    vanDuo: z.boolean(),
    uiterlijk: z.string().nullable(),
    gemaaktOp: z.string(),
    gemaaktDoor: z.string().nullable(),
    ingevoerdOp: z.string().nullable(),
    afgerondDoor: z.string().nullable(),
    reden: z.string().nullable(),
    revisie: z.number().int(),
    gewijzigdOp: z.string(),
    gewijzigdDoor: z.string().nullable(),
  })
  .meta({ id: 'Portaalkaart' });
export type Portaalkaart = z.infer<typeof Portaalkaart>;

export const PortaalkaartLijst = z
  .object({
    items: z.array(Portaalkaart),
    totaal: z.number().int(),
    page: z.number().int(),
    pageSize: z.number().int(),
    tellingen: z.record(z.enum(STATEN), z.number().int()),
  })
  .meta({ id: 'PortaalkaartLijst' });
export type PortaalkaartLijst = z.infer<typeof PortaalkaartLijst>;
