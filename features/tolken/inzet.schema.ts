import { z } from 'zod';
import { DossierParams } from '../shared/dossier.schema.ts';
import { bladzijde } from '../shared/lijst.schema.ts';
import { dag, Vorm } from './tolken.schema.ts';

const STATEN = ['geboekt', 'gedaan', 'afgezegd'] as const;
const HANDELINGEN = ['uren', 'corrigeren', 'verplaatsen', 'afzeggen'] as const;
const reden = z.string().trim().min(3, 'Schrijf kort waarom.').max(300);
const minuten = z
  .int('Vul hele minuten in.')
  .min(0, 'Vul hele minuten in.')
  .max(720, 'Langer dan twaalf uur kan niet.');
const revisie = z.int().min(1);

/** Eén inzet van een tolk bij een afspraak. */
export const Inzet = z
  .object({
    inzetId: z.string(),
    gemeenteId: z.string(),
    gemeente: z.string(),
    dossierId: z.string(),
    /** De inburgeraar. */
    naam: z.string(),
    tolkId: z.string(),
    tolk: z.string(),
    taal: z.string(),
    vorm: Vorm,
    datum: z.string(),
    tijd: z.string(),
    minuten: z.number().int(),
    plaats: z.string(),
    staat: z.enum(STATEN),
    minutenEcht: z.number().int().nullable(),
    /** Eurocenten voor deze persoon; deelt men de tolk, dan het eigen deel. Geschat zolang `staat` geboekt is. */
    kostenCent: z.number().int(),
    /** Met hoeveel mensen de tolk wordt gedeeld; 1 is alleen. */
    delers: z.number().int(),
    reden: z.string().nullable(),
    revisie: z.number().int(),
    /** De afspraak is na het boeken verzet of afgezegd: de tolk weet dat nog niet. */
    afspraakNu: z
      .object({
        datum: z.string(),
        tijd: z.string(),
        minuten: z.number().int(),
        plaats: z.string(),
        afgezegd: z.boolean(),
      })
      .nullable(),
    /** Wat de tolk het laatst van ons hoorde; leeg als er niets is gestuurd of de groep het al had gehoord. */
    bericht: z
      .object({
        wat: z.enum(['geboekt', 'verplaatst', 'afgezegd']),
        /** Leeg als een mens moet bellen. */
        kanaal: z.enum(['e-mail', 'sms']).nullable(),
        staat: z.enum(['wacht', 'bezig', 'verstuurd', 'bezorgd', 'mislukt', 'vervallen', 'zelf']),
        reden: z.string().nullable(),
        /** De tolk leest niet waar het is: dat vertelt de gemeente zelf. */
        zonderPlek: z.boolean(),
      })
      .nullable(),
    kan: z.array(z.enum(HANDELINGEN)),
  })
  .meta({ id: 'Tolkinzet' });
export type Inzet = z.infer<typeof Inzet>;

const filters = {
  zoek: z.string().trim().max(80).optional(),
  staat: z.enum(STATEN).optional(),
  tolkId: z.uuid().optional(),
  dossierId: z.uuid().optional(),
  gemeenteId: z.uuid().optional(),
  /** Eerste dag, en de eerste dag die niet meer meetelt. */
  van: dag.optional(),
  tot: dag.optional(),
  /** Alleen boekingen waarvan de afspraak sindsdien is verzet of afgezegd. */
  gewijzigd: z.boolean().optional(),
};
export const InzetZoekVraag = z.strictObject({ ...filters, ...bladzijde });
export type InzetZoekVraag = z.infer<typeof InzetZoekVraag>;
export const InzetUitvoerVraag = z.strictObject(filters);
export type InzetFilters = z.infer<typeof InzetUitvoerVraag>;

export const InzetLijst = z
  .object({
    items: z.array(Inzet),
    totaal: z.number().int(),
    page: z.number().int(),
    pageSize: z.number().int(),
  })
  .meta({ id: 'TolkinzetLijst' });
export type InzetLijst = z.infer<typeof InzetLijst>;

export const InzetParams = z.strictObject({ inzetId: z.uuid() });
export const UrenVerzoek = z.strictObject({ minuten, revisie });
export const AfzegVerzoek = z.strictObject({ reden, revisie });
export const VerplaatsVerzoek = z.strictObject({ overlegd: z.boolean(), revisie });

/** Afspraken waar nog een tolk bij moet. */
export const NodigVraag = z.strictObject({ gemeenteId: z.uuid().optional(), ...bladzijde });
const Nodig = z.object({
  dossierId: z.string(),
  afspraakId: z.string(),
  naam: z.string(),
  gemeente: z.string(),
  soort: z.string(),
  datum: z.string(),
  tijd: z.string(),
  minuten: z.number().int(),
  plaats: z.string(),
  taal: z.string(),
});
export type Nodig = z.infer<typeof Nodig>;
export const NodigLijst = z
  .object({
    items: z.array(Nodig),
    totaal: z.number().int(),
    page: z.number().int(),
    pageSize: z.number().int(),
  })
  .meta({ id: 'TolkNodigLijst' });
export type NodigLijst = z.infer<typeof NodigLijst>;

export const AfspraakParams = z.strictObject({ ...DossierParams.shape, afspraakId: z.uuid() });
const BEZWAREN = ['taal', 'gestopt', 'vorm', 'bezet', 'buiten-rooster', 'geslacht'] as const;
export type Keuzebezwaar = (typeof BEZWAREN)[number];

const KeuzeTolk = z.object({
  tolkId: z.string(),
  naam: z.string(),
  niveau: z.string(),
  beedigd: z.boolean(),
  geslacht: z.enum(['vrouw', 'man', 'onbekend']),
  vormen: z.array(Vorm),
  telefoon: z.string(),
  /** De vaste tolk van deze persoon. */
  vast: z.boolean(),
  bezwaren: z.array(z.enum(BEZWAREN)),
});
export type KeuzeTolkAntwoord = z.infer<typeof KeuzeTolk>;

const Voorkeur = z.object({
  feitId: z.string().nullable(),
  tolkId: z.string().nullable(),
  tolk: z.string().nullable(),
  geslacht: z.enum(['vrouw', 'man']).nullable(),
});

export const TolkKeuze = z
  .object({
    dossierId: z.string(),
    afspraakId: z.string(),
    naam: z.string(),
    datum: z.string(),
    tijd: z.string(),
    minuten: z.number().int(),
    plaats: z.string(),
    taal: z.string(),
    voorkeur: Voorkeur,
    /** Wie al is geboekt. */
    geboekt: z.string().nullable(),
    /** Wat er van de voorkeur van de persoon dan niet lukt. */
    letOp: z.array(z.string()),
    tolken: z.array(KeuzeTolk),
  })
  .meta({ id: 'TolkKeuze' });
export type TolkKeuze = z.infer<typeof TolkKeuze>;

export const BoekVerzoek = z.strictObject({
  tolkId: z.uuid(),
  vorm: Vorm,
  /** De gebruiker overlegde met de tolk of de persoon: buiten het rooster of anders dan de voorkeur mag dan. */
  overlegd: z.boolean(),
});

export const VoorkeurVerzoek = z.strictObject({
  tolkId: z.uuid().nullable(),
  geslacht: z.enum(['vrouw', 'man']).nullable(),
  /** Het feit dat de gebruiker zag; `null` als er nog niets stond. */
  vervangt: z.uuid().nullable(),
});
export const VoorkeurAntwoord = Voorkeur.meta({ id: 'Tolkvoorkeur' });

/** De voorkeur met wie de vaste tolk kan zijn. */
export const VoorkeurBeeld = Voorkeur.extend({
  /** De taal van de persoon; leeg als die niet bekend is. */
  taal: z.string(),
  tolken: z.array(KeuzeTolk.pick({ tolkId: true, naam: true, geslacht: true })),
  magWijzigen: z.boolean(),
}).meta({ id: 'TolkvoorkeurBeeld' });
