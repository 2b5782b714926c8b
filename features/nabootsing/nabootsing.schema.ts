import { z } from 'zod';

/** Wat de trainer aan de nagebootste DUO en BRP kan veranderen; alles uit is gewoon gedrag. */
export const Gedrag = z
  .object({
    traag: z.boolean(),
    plat: z.boolean(),
    hapert: z.boolean(),
    weigert: z.boolean(),
    /** Het antwoord op de eerstvolgende melding raakt zoek; gaat daarna vanzelf uit. */
    verliest: z.boolean(),
    herhaalt: z.boolean(),
    verwisselt: z.boolean(),
    brpTraag: z.boolean(),
    brpPlat: z.boolean(),
  })
  .meta({ id: 'NabootsingGedrag' });
export type Gedrag = z.infer<typeof Gedrag>;

export const Gebeurtenissoort = z.object({
  id: z.string(),
  omschrijving: z.string(),
  groep: z.string(),
  gevolg: z.string().optional(),
  datum: z.string().optional(),
  keuze: z.object({ vraag: z.string(), opties: z.array(z.string()) }).optional(),
});
export type Gebeurtenissoort = z.infer<typeof Gebeurtenissoort>;

const Gemeente = z.object({ code: z.string(), naam: z.string() });

export const Nabootsing = z
  .object({
    gedrag: Gedrag,
    gebeurtenissen: z.array(Gebeurtenissoort),
    /** Gemeenten die bij DUO bekend zijn; iemand kan naar elk ervan verhuizen. */
    gemeenten: z.array(Gemeente),
  })
  .meta({ id: 'Nabootsing' });
export type Nabootsing = z.infer<typeof Nabootsing>;

export const PersonenVraag = z.object({
  /** Deel van een naam, of een heel burgerservicenummer of V-nummer. */
  zoek: z.string().trim().max(100).optional(),
  page: z.int().min(1).max(10_000).default(1),
});
export type PersonenVraag = z.infer<typeof PersonenVraag>;

const PersoonRegel = z.object({
  id: z.string(),
  naam: z.string(),
  gemeente: z.string().nullable(),
  doelgroep: z.string().nullable(),
  /** Waar iemand staat, in een paar woorden. */
  staat: z.string(),
});

export const Personen = z
  .object({
    items: z.array(PersoonRegel),
    totaal: z.int(),
    page: z.int(),
    pageSize: z.int(),
  })
  .meta({ id: 'NabootsingPersonen' });
export type Personen = z.infer<typeof Personen>;

const Blok = z.object({
  titel: z.string(),
  regels: z.array(z.object({ naam: z.string(), waarde: z.string() })),
});
export type Blok = z.infer<typeof Blok>;

const Melding = z.object({
  wat: z.string(),
  op: z.string().nullable(),
  aangenomen: z.boolean(),
  foutteksten: z.array(z.string()),
});

const Bericht = z.object({
  id: z.string(),
  gebeurtenisId: z.string(),
  omschrijving: z.string(),
  op: z.string(),
  stand: z.enum(['wachtend', 'bezorgd', 'geweigerd']),
});

export const PersoonDetail = z
  .object({
    id: z.string(),
    naam: z.string(),
    bsn: z.string().nullable(),
    vNummer: z.string().nullable(),
    gemeente: z.string().nullable(),
    inBrp: z.boolean(),
    overleden: z.boolean(),
    blokken: z.array(Blok),
    /** Nieuwste eerst. */
    meldingen: z.array(Melding),
    berichten: z.array(Bericht),
  })
  .meta({ id: 'NabootsingPersoon' });
export type PersoonDetail = z.infer<typeof PersoonDetail>;

export const Gebeurtenis = z.object({
  persoonId: z.string().max(40),
  gebeurtenisId: z
    .string()
    .regex(/^[0-9A-Z]{1,6}$/, 'Een gebeurtenis is hoogstens zes hoofdletters en cijfers.'),
  /** Ook doorvoeren wat bij de gebeurtenis hoort; anders gaat alleen het bericht. */
  metGevolg: z.boolean(),
  datum: z.iso.date().optional(),
  keuze: z.string().max(100).optional(),
  /** Waarheen bij een verhuizing. */
  gemeentecode: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
});
export type Gebeurtenis = z.infer<typeof Gebeurtenis>;

export const Verstuurd = z.object({ berichten: z.int() });
export type Verstuurd = z.infer<typeof Verstuurd>;

const BRP_WIJZIGINGEN = ['verhuisd', 'getrouwd', 'gescheiden', 'overleden'] as const;

export const BrpWijziging = z.object({
  persoonId: z.string().max(40),
  wat: z.enum(BRP_WIJZIGINGEN),
  datum: z.iso.date(),
});
export type BrpWijziging = z.infer<typeof BrpWijziging>;
