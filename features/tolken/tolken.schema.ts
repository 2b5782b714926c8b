import { z } from 'zod';
import { isDatum } from '../../rules/shared/datum.ts';
import { minuten } from '../../rules/tolk/tijd.ts';
import { bladzijde } from '../shared/lijst.schema.ts';
import { opEenRegel, zonderStuurteken } from '../shared/tekst.schema.ts';

export const dag = z.string().refine(isDatum, 'Dit is geen bestaande datum.');
const tijd = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Dit is geen tijd (uu:mm).');
const eindtijd = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'Dit is geen tijd (uu:mm).');
const regel = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Gebruik niet meer dan ${max} tekens.`)
    .refine((t) => zonderStuurteken(t) && opEenRegel(t), 'Dit bevat een teken dat hier niet kan.');
const verplicht = (max: number) => regel(max).min(1, 'Vul dit in.');

const VORMEN = ['aanwezig', 'telefoon', 'video'] as const;
export const Vorm = z.enum(VORMEN);
const NIVEAUS = ['moedertaal', 'C2', 'C1', 'B2'] as const;
const GESLACHTEN = ['vrouw', 'man', 'onbekend'] as const;

const oplopend = (u: { van: string; tot: string }) => minuten(u.tot) > minuten(u.van);
const LATER = 'Het einde moet na het begin liggen.';
const Uren = z.strictObject({ van: tijd, tot: eindtijd }).refine(oplopend, LATER);
const Blok = z
  .strictObject({ dag: z.int().min(1).max(7), van: tijd, tot: eindtijd })
  .refine(oplopend, { error: LATER, path: ['tot'] });
const Uitzondering = z
  .strictObject({
    van: dag,
    /** Eerste dag die weer gewoon is. */
    tot: dag,
    beschikbaar: z.boolean(),
    uren: Uren.optional(),
  })
  .refine((u) => u.tot > u.van, { error: LATER, path: ['tot'] });

const centen = z.int('Vul een bedrag in.').min(0, 'Vul een bedrag in.').max(1_000_000);

const tolkvelden = {
  naam: verplicht(120),
  talen: z
    .array(z.strictObject({ taal: verplicht(40), niveau: z.enum(NIVEAUS) }))
    .min(1, 'Vul ten minste één taal in.')
    .max(20),
  /** Nummer in het register; leeg als de tolk niet beëdigd is. */
  rbtv: regel(20),
  geslacht: z.enum(GESLACHTEN),
  telefoon: regel(20),
  email: z.union([z.literal(''), z.email('Dit is geen e-mailadres.')]),
  vormen: z.array(Vorm).min(1, 'Kies ten minste één manier.').max(3),
  rooster: z.array(Blok).max(40),
  uitzonderingen: z.array(Uitzondering).max(60),
  reisMinuten: z.int('Vul hele minuten in.').min(0).max(480),
  uurtariefCent: centen,
  reiskostenCent: centen,
  minimumMinuten: z.int('Vul hele minuten in.').min(0).max(480),
  annulerenUren: z.int('Vul hele uren in.').min(0).max(336),
  annulerenProcent: z.int('Vul een heel getal in.').min(0).max(100),
  gestoptOp: dag.nullable(),
};

/** Een tolk aan het rooster toevoegen; `gemeenteIds` zijn alle gemeenten die hem mogen boeken. */
export const NieuweTolk = z.strictObject({
  ...tolkvelden,
  gemeenteId: z.uuid(),
  gemeenteIds: z.array(z.uuid()).min(1).max(60),
});
export type NieuweTolk = z.infer<typeof NieuweTolk>;

export const TolkWijziging = z.strictObject({ ...tolkvelden, revisie: z.int().min(1) });
export type TolkWijziging = z.infer<typeof TolkWijziging>;

export const TolkParams = z.strictObject({ tolkId: z.uuid() });

export const Tolk = z
  .object({
    ...tolkvelden,
    tolkId: z.string(),
    gemeenteId: z.string(),
    gemeente: z.string(),
    /** Namen van de gemeenten die hem mogen boeken. */
    gemeenten: z.array(z.string()),
    revisie: z.number().int(),
    magWijzigen: z.boolean(),
  })
  .meta({ id: 'Tolk' });
export type Tolk = z.infer<typeof Tolk>;

const tolkfilters = {
  zoek: z.string().trim().max(80).optional(),
  taal: z.string().trim().max(40).optional(),
  vorm: Vorm.optional(),
  beedigd: z.boolean().optional(),
  ookGestopt: z.boolean().optional(),
};
export const TolkZoekVraag = z.strictObject({ ...tolkfilters, ...bladzijde });
export type TolkZoekVraag = z.infer<typeof TolkZoekVraag>;
export const TolkUitvoerVraag = z.strictObject(tolkfilters);

export const TolkLijst = z
  .object({
    items: z.array(Tolk),
    totaal: z.number().int(),
    page: z.number().int(),
    pageSize: z.number().int(),
    /** Alle talen in het rooster, voor het filter. */
    talen: z.array(z.string()),
  })
  .meta({ id: 'TolkLijst' });
export type TolkLijst = z.infer<typeof TolkLijst>;

/** Een week vanaf een maandag. */
export const WeekVraag = z.strictObject({ vanaf: dag, ...tolkfilters, ...bladzijde });

const Weekdag = z.object({
  dag: z.string(),
  /** Uren waarop de tolk kan, half open. */
  uren: z.array(z.object({ van: z.string(), tot: z.string() })),
  bezet: z.array(
    z.object({
      van: z.string(),
      tot: z.string(),
      vorm: Vorm,
      /** Leeg als de boeking van een andere gemeente is. */
      inzetId: z.string().nullable(),
    }),
  ),
});
export const Weekrooster = z
  .object({
    vanaf: z.string(),
    tolken: z.array(
      z.object({
        tolkId: z.string(),
        naam: z.string(),
        talen: z.array(z.string()),
        dagen: z.array(Weekdag),
      }),
    ),
    totaal: z.number().int(),
    page: z.number().int(),
    pageSize: z.number().int(),
  })
  .meta({ id: 'TolkWeek' });
export type Weekrooster = z.infer<typeof Weekrooster>;
