import { z } from 'zod';
import { bladzijde } from '../shared/lijst.schema.ts';

const VERZENDING_STATEN = ['wacht', 'bezig', 'geaccepteerd', 'geweigerd', 'ingetrokken'] as const;

/** Alles wat naar DUO kan. */
const BERICHT_SOORTEN = [
  'pip',
  'pip-verwijderen',
  'contactpersoon',
  'aanbod',
  'aanbod-intrekken',
  'uren',
  'pvt',
  'map',
  'zroute',
  'lbt-intrekken',
] as const;

/** Inhoud van het werk `duo_verzenden`: alleen ids. */
export const VerzendOpdracht = z.object({ gemeenteId: z.uuid(), dossierId: z.uuid() });

/** De velden van een PIP zoals DUO ze krijgt (API PIP 1.2.0). */
export const DuoPipInhoud = z.object({
  dagtekeningPip: z.string(),
  leerroute: z.enum(['B', 'O', 'Z']),
  niveau: z.enum(['A2', 'B1']).optional(),
  geschatteIntensiteitB1Route: z.number().int().optional(),
  indicatorMagOpleidingAfmaken: z.boolean().optional(),
  indicatorAlfabetiseringsonderwijs: z.enum(['A', 'AA', 'NVT']).optional(),
});
export type DuoPipInhoud = z.infer<typeof DuoPipInhoud>;

const dag = z.iso.date();

/** Het aanbod bij één instelling; het einde is de eerste dag na de opleiding. */
export const AanbodInhoud = z.object({
  instellingsnummer: z.string().min(1),
  datumInburgeringsaanbod: dag.optional(),
  verwachteStartdatumOpleiding: dag.optional(),
  verwachteEinddatumOpleiding: dag.optional(),
  indicatorAlfabetiseringsonderwijs: z.enum(['A', 'AA', 'NVT']),
});
export type AanbodInhoud = z.infer<typeof AanbodInhoud>;

export const AanbodIntrekInhoud = z.object({ instellingsnummer: z.string().min(1) });

/** Een totaal tot nu toe; `bekendTot` is de eerste dag die niet meer meetelt. */
export const UrenInhoud = z
  .object({
    soort: z.enum([
      'brede-intake',
      'participatieactiviteiten',
      'participatie-taalles',
      'instelling',
    ]),
    uren: z.number(),
    instellingsnummer: z.string().min(1).optional(),
    bekendTot: dag.optional(),
    urenGeoorloofdVerzuim: z.number().optional(),
    urenOngeoorloofdVerzuim: z.number().optional(),
  })
  .refine((u) => u.soort !== 'instelling' || (u.instellingsnummer && u.bekendTot));
export type UrenInhoud = z.infer<typeof UrenInhoud>;

/** MAP of PVT: zonder datum wordt ingetrokken wat er stond. */
export const ResultaatInhoud = z.object({
  datumEindgesprekMap: dag.optional(),
  datumOndertekeningPvt: dag.optional(),
  verwijtbaar: z.enum(['Ja', 'Nee']).optional(),
});
export type ResultaatInhoud = z.infer<typeof ResultaatInhoud>;

export const ZrouteInhoud = z.object({ datumAfrondingZroute: dag.optional() });
export type ZrouteInhoud = z.infer<typeof ZrouteInhoud>;

export const ContactpersoonInhoud = z.object({ contactpersoonId: z.uuid() });

/** Waarop de lijst te filteren is. */
const filters = {
  soorten: z.array(z.enum(BERICHT_SOORTEN)).min(1).optional(),
  staten: z.array(z.enum(VERZENDING_STATEN)).min(1).optional(),
  gemeenteId: z.uuid().optional(),
  /** Alleen wat minstens zo lang geleden is klaargezet. */
  minstensUrenOud: z.number().int().min(0).max(100_000).optional(),
};

export const VerzendingZoekVraag = z.strictObject({ ...filters, ...bladzijde });
export type VerzendingZoekVraag = z.infer<typeof VerzendingZoekVraag>;

export const Verzending = z.object({
  verzendingId: z.uuid(),
  gemeenteId: z.uuid(),
  gemeente: z.string(),
  dossierId: z.uuid(),
  naam: z.string(),
  soort: z.enum(BERICHT_SOORTEN),
  /** Versie van het PIP waar het bericht over gaat. */
  versie: z.number().int().nullable(),
  dagtekening: z.string().nullable(),
  staat: z.enum(VERZENDING_STATEN),
  pogingen: z.number().int(),
  gemaaktOp: z.string(),
  afgerondOp: z.string().nullable(),
  /** Minuten sinds het klaarzetten; bij een afgerond bericht tot het afronden. */
  minutenOud: z.number().int(),
  /** In de woorden van DUO. */
  foutteksten: z.array(z.string()),
  /** Bezwaren die wij zelf vonden; dan kreeg DUO niets. */
  eigenRedenen: z.array(z.string()),
  /** Een ander bericht dat eerst moet. */
  wachtOp: z.string().nullable(),
  /** Een nieuwere melding kwam ervoor in de plaats. */
  vervangen: z.boolean(),
  /** Waarom het nog niet lukte, zonder persoonsgegevens. */
  laatsteFout: z.string().nullable(),
});
export type Verzending = z.infer<typeof Verzending>;

/** De uitgang van een gemeente ligt stil omdat DUO haar niet herkent. */
export const Stop = z.object({
  gemeenteId: z.uuid(),
  gemeente: z.string(),
  sinds: z.string(),
  reden: z.string(),
  wachten: z.number().int(),
});
export type Stop = z.infer<typeof Stop>;

export const VerzendingLijst = z.object({
  stops: z.array(Stop),
  items: z.array(Verzending),
  totaal: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
  /** Aantal berichten per staat, los van het filter op staat. */
  tellingen: z.record(z.enum(VERZENDING_STATEN), z.number().int()),
});
export type VerzendingLijst = z.infer<typeof VerzendingLijst>;

export const OpnieuwAntwoord = z.object({
  verzendingId: z.uuid(),
  staat: z.enum(VERZENDING_STATEN),
});

export const VerzendingUitvoerVraag = z.strictObject(filters);

/** Eén bericht: wat erin staat, hoe het ging en wat er nu te doen is. */
export const VerzendingDetail = Verzending.extend({
  velden: z.array(z.object({ naam: z.string(), waarde: z.string() })),
  bewijs: z
    .object({
      op: z.string(),
      /** Hoe wij weten dat DUO het heeft. */
      hoe: z.string(),
      berichtId: z.string().nullable(),
      apiVersion: z.string().nullable(),
    })
    .nullable(),
  begonnenOp: z.string().nullable(),
  intrekReden: z.string().nullable(),
  ingetrokkenDoor: z.string().nullable(),
  watNu: z.string().nullable(),
  herstel: z.object({ tekst: z.string(), href: z.string() }).nullable(),
  mag: z.object({ opnieuw: z.boolean(), intrekken: z.boolean() }),
});
export type VerzendingDetail = z.infer<typeof VerzendingDetail>;

export const IntrekVraag = z.strictObject({ reden: z.string().trim().min(3).max(500) });

export const AllesOpnieuwVraag = z.strictObject({
  verzendingIds: z.array(z.uuid()).min(1).max(100),
});
export const AllesOpnieuwAntwoord = z.object({
  opnieuw: z.number().int(),
  overgeslagen: z.int(),
  /** Waarom er berichten zijn overgeslagen. */
  redenen: z.array(z.string()),
});
export type AllesOpnieuwAntwoord = z.infer<typeof AllesOpnieuwAntwoord>;
