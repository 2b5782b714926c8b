import { z } from 'zod';
import { isDatum } from '../../rules/shared/datum.ts';
import { bladzijde } from '../shared/lijst.schema.ts';
import { opEenRegel, zonderStuurteken } from '../shared/tekst.schema.ts';

export const dag = z.string().refine(isDatum, 'Dit is geen bestaande datum.');
const tijd = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Dit is geen tijd (uu:mm).');
export const regel = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Gebruik niet meer dan ${max} tekens.`)
    .refine((t) => zonderStuurteken(t) && opEenRegel(t), 'Dit bevat een teken dat hier niet kan.');
export const verplicht = (max: number) => regel(max).min(1, 'Vul dit in.');
const revisie = z.int().min(1);
const STATEN = ['gepland', 'gehouden', 'afgelast'] as const;
const VORMEN = ['groep', 'individueel'] as const;
const HANDELINGEN = ['wijzigen', 'uitnodigen', 'houden', 'afgelasten'] as const;

const velden = {
  datum: dag,
  tijd,
  duurMinuten: z.int('Vul hele minuten in.').min(15, 'Minstens 15 minuten.').max(480),
  plaats: verplicht(120),
  adres: verplicht(160),
  laptops: z.int('Vul een aantal in.').min(1, 'Er is minstens één laptop.').max(60),
  begeleiderIds: z.array(z.uuid()).min(1, 'Kies een toetsbegeleider.').max(6),
  opmerking: regel(300),
};

/** Een zitting plannen; met meer dan één gemeente is zij regionaal. */
export const NieuweZitting = z
  .strictObject({
    ...velden,
    gemeenteId: z.uuid(),
    gemeenteIds: z.array(z.uuid()).min(1).max(60),
    vorm: z.enum(VORMEN),
  })
  .refine((v) => v.vorm === 'groep' || v.laptops === 1, {
    error: 'Een toets alleen heeft één laptop.',
    path: ['laptops'],
  });
export type NieuweZitting = z.infer<typeof NieuweZitting>;

export const ZittingWijziging = z.strictObject({ ...velden, revisie });
export type ZittingWijziging = z.infer<typeof ZittingWijziging>;
export const ZittingParams = z.strictObject({ zittingId: z.uuid() });
export const HoudVerzoek = z.strictObject({ revisie });
export const AfgelastVerzoek = z.strictObject({
  reden: z.string().trim().min(3, 'Schrijf kort waarom.').max(300),
  revisie,
});

const zitting = {
  zittingId: z.string(),
  gemeenteId: z.string(),
  /** De gemeente die de zitting houdt. */
  gemeente: z.string(),
  /** Namen van alle gemeenten die meedoen. */
  gemeenten: z.array(z.string()),
  datum: z.string(),
  tijd: z.string(),
  duurMinuten: z.number().int(),
  plaats: z.string(),
  adres: z.string(),
  laptops: z.number().int(),
  /** Vergeven plekken, van alle gemeenten samen. */
  bezet: z.number().int(),
  vorm: z.enum(VORMEN),
  begeleiders: z.array(z.object({ id: z.string(), naam: z.string() })),
  opmerking: z.string(),
  staat: z.enum(STATEN),
  reden: z.string().nullable(),
  revisie: z.number().int(),
  kan: z.array(z.enum(HANDELINGEN)),
};
export const Zitting = z.object(zitting).meta({ id: 'Toetszitting' });
export type Zitting = z.infer<typeof Zitting>;

const filters = {
  zoek: z.string().trim().max(80).optional(),
  staat: z.enum(STATEN).optional(),
  gemeenteId: z.uuid().optional(),
  /** Eerste dag, en de eerste dag die niet meer meetelt. */
  van: dag.optional(),
  tot: dag.optional(),
  /** Alleen zittingen met een vrije laptop. */
  vrij: z.boolean().optional(),
};
export const ZittingZoekVraag = z.strictObject({ ...filters, ...bladzijde });
export const ZittingUitvoerVraag = z.strictObject(filters);
export type ZittingFilters = z.infer<typeof ZittingUitvoerVraag>;
export const ZittingLijst = z
  .object({
    items: z.array(Zitting),
    totaal: z.number().int(),
    page: z.number().int(),
    pageSize: z.number().int(),
  })
  .meta({ id: 'ToetszittingLijst' });
export type ZittingLijst = z.infer<typeof ZittingLijst>;

/** Wat van de toets van één persoon bekend is. */
const Uitslag = z.object({
  staat: z.enum(['geen-nummer', 'klaar', 'wacht-op-duo', 'uitslag', 'ontheffing']),
  examennummer: z.string().nullable(),
  resultaat: z.string().nullable(),
  /** Scores zoals DUO ze schrijft: '41,20'. */
  behaald: z.string().nullable(),
  benodigd: z.string().nullable(),
});

const Deelnemer = z.object({
  dossierId: z.string(),
  gemeente: z.string(),
  naam: z.string(),
  afspraakId: z.string(),
  /** Taal van de tolk die deze persoon nodig heeft. */
  tolkTaal: z.string().nullable(),
  /** De tolk die is geboekt. */
  tolk: z.string().nullable(),
  uitkomst: z.enum(['verschenen', 'niet-verschenen', 'afgezegd']).nullable(),
  uitkomstFeitId: z.string().nullable(),
  reden: z.string().nullable(),
  /** Waar als deze toets bij een oproep hoort: niet komen heeft dan gevolgen. */
  oproep: z.boolean(),
  /** Hoe de persoon het laatst bericht kreeg. */
  bericht: z.object({ wat: z.string(), kanaal: z.string(), staat: z.string() }).nullable(),
  toets: Uitslag,
});
export type Deelnemer = z.infer<typeof Deelnemer>;

export const ZittingDetail = z
  .object({
    ...zitting,
    /** Alleen mensen van gemeenten die de gebruiker mag zien. */
    deelnemers: z.array(Deelnemer),
    /** Andere zittingen met een vrije laptop, voor een tweede keer. */
    later: z.array(
      z.object({
        zittingId: z.string(),
        datum: z.string(),
        tijd: z.string(),
        plaats: z.string(),
        vrij: z.number().int(),
      }),
    ),
    /** De dag van de zitting is gekomen: nu kan worden vastgelegd wie er was. */
    begonnen: z.boolean(),
    /** De dag is voorbij: niemand kan er nog bij. */
    voorbij: z.boolean(),
    mag: z.object({ plannen: z.boolean() }),
  })
  .meta({ id: 'ToetszittingDetail' });
export type ZittingDetail = z.infer<typeof ZittingDetail>;
