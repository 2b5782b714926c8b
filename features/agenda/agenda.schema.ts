import { z } from 'zod';
import { isDatum } from '../../rules/shared/datum.ts';
import { opEenRegel, zonderStuurteken } from '../shared/tekst.schema.ts';

/** Vormen van de agenda: lezen, plannen, verzetten, afzeggen en wat ervan werd. */

export const SOORTEN = {
  intakegesprek: 'intakegesprek',
  leerbaarheidstoets: 'leerbaarheidstoets',
  voortgangsgesprek: 'voortgangsgesprek',
  driegesprek: 'driegesprek',
  overig: 'andere afspraak',
} as const;
export type AfspraakSoort = keyof typeof SOORTEN;
const Soort = z.enum(Object.keys(SOORTEN) as [AfspraakSoort, ...AfspraakSoort[]]);

export const VORMEN = {
  kantoor: 'op kantoor',
  thuis: 'bij de persoon thuis',
  azc: 'in het azc',
  telefoon: 'aan de telefoon',
  video: 'via video',
} as const;
type AfspraakVorm = keyof typeof VORMEN;
const Vorm = z.enum(Object.keys(VORMEN) as [AfspraakVorm, ...AfspraakVorm[]]);

const tekst = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'vul dit in')
    .max(max, `gebruik niet meer dan ${max} tekens`)
    .refine((t) => zonderStuurteken(t) && opEenRegel(t), 'bevat een teken dat hier niet kan');
const dag = z.string().refine(isDatum, 'is geen bestaande datum (jjjj-mm-dd)');
const tijd = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is geen tijd (uu:mm)');

/** Zo lang is het rooster dat in één keer te lezen is. */
export const HOOGSTENS_DAGEN = 42;

export const AgendaVraag = z.object({
  van: dag,
  /** Eerste dag die er niet meer bij is. */
  tot: dag,
  /** Alleen deze klantmanager; leeg is iedereen. */
  medewerkerId: z.uuid().optional(),
  organisatieId: z.uuid().optional(),
});

const Bericht = z
  .object({
    id: z.uuid(),
    wat: z.enum(['uitnodiging', 'herinnering', 'verzet', 'afgezegd']),
    kanaal: z.enum(['brief', 'e-mail', 'sms']),
    taal: z.string(),
    staat: z.enum(['wacht', 'bezig', 'verstuurd', 'bezorgd', 'mislukt', 'vervallen', 'zelf']),
    reden: z.string().nullable(),
    /** Niet eerder dan dit moment. */
    nietVoor: z.string(),
    verstuurdOp: z.string().nullable(),
    documentId: z.string().nullable(),
  })
  .meta({ id: 'AgendaBericht' });
export type AgendaBericht = z.infer<typeof Bericht>;

export const AgendaAfspraak = z
  .object({
    dossierId: z.uuid(),
    afspraakId: z.uuid(),
    feitId: z.uuid(),
    naam: z.string(),
    gemeenteId: z.uuid(),
    gemeente: z.string(),
    klantmanagerId: z.string().nullable(),
    klantmanager: z.string().nullable(),
    soort: Soort,
    datum: z.string(),
    tijd: z.string(),
    /** 'uu:mm'; na middernacht is het '24:00'. */
    einde: z.string(),
    duurMinuten: z.number().int(),
    plaats: z.string(),
    vorm: Vorm.nullable(),
    tolkTaal: z.string().nullable(),
    /** De geboekte tolk; leeg als er nog geen is. */
    tolk: z.string().nullable(),
    groepId: z.string().nullable(),
    zittingId: z.string().nullable(),
    /** Hoort bij een oproep: wie niet komt krijgt een waarschuwing. */
    oproep: z.boolean(),
    geweest: z.boolean(),
    uitkomst: z
      .object({
        feitId: z.string(),
        uitkomst: z.enum(['verschenen', 'niet-verschenen', 'afgezegd']),
        reden: z.string().nullable(),
      })
      .nullable(),
    berichten: z.array(Bericht),
    /** Of deze gebruiker de afspraak mag verzetten, afzeggen en de uitkomst vastleggen. */
    magBewerken: z.boolean(),
  })
  .meta({ id: 'AgendaAfspraak' });
export type AgendaAfspraak = z.infer<typeof AgendaAfspraak>;

export const Agenda = z
  .object({
    vandaag: z.string(),
    items: z.array(AgendaAfspraak),
    /** Er waren er meer dan er in één keer worden getoond. */
    afgekapt: z.boolean(),
    collegas: z.array(
      z.object({
        id: z.uuid(),
        naam: z.string(),
        organisatieId: z.uuid(),
        organisatie: z.string(),
      }),
    ),
  })
  .meta({ id: 'Agenda' });
export type Agenda = z.infer<typeof Agenda>;

const moment = {
  datum: dag,
  tijd,
  plaats: tekst(160),
  duurMinuten: z.number('vul een getal in').int().min(5, 'minstens 5').max(480, 'hoogstens 480'),
  tolkTaal: tekst(40).optional(),
  vorm: Vorm.optional(),
};
/** Of de persoon een bericht krijgt. */
const bericht = z.boolean().default(true);
/** De persoon heeft dan al een afspraak; de medewerker zegt die af. */
const tochPlannen = z.boolean().default(false);

export const PlanVerzoek = z.strictObject({
  dossierId: z.uuid('kies een persoon'),
  soort: Soort,
  ...moment,
  bericht,
  tochPlannen,
});

export const VerzetVerzoek = z.strictObject({
  ...moment,
  gezien: z.uuid(),
  bericht,
  tochPlannen,
});

export const UitkomstVerzoek = z.strictObject({
  uitkomst: z.enum(['verschenen', 'niet-verschenen', 'afgezegd']),
  reden: tekst(500).optional(),
  gezien: z.uuid().nullable(),
  bericht,
});

export const Gepland = z.object({ afspraakId: z.uuid(), feitId: z.uuid() });
export const Gewijzigd = z.object({ feitId: z.uuid() });
export const UitkomstAntwoord = z.object({
  feitId: z.uuid(),
  /** De volgende stap op de ladder van oproepen; leeg als deze afspraak daar niet bij hoort. */
  ladder: z
    .object({
      stap: z.string(),
      tekst: z.string(),
      gemist: z.int(),
      /** Laatste dag voor een nieuwe afspraak als de oproep vandaag gaat. */
      uiterlijk: z.string(),
      magOproepen: z.boolean(),
    })
    .nullable(),
});
export type UitkomstAntwoord = z.infer<typeof UitkomstAntwoord>;

export const AfspraakParams = z.object({ dossierId: z.uuid(), afspraakId: z.uuid() });

export const TolkenVraag = z.object({
  dossierId: z.uuid(),
  taal: z.string().trim().min(2).max(40),
  datum: dag,
  tijd,
  duurMinuten: z.coerce.number().int().min(5).max(480),
});
export const Tolken = z
  .object({
    items: z.array(
      z.object({
        tolkId: z.uuid(),
        naam: z.string(),
        vorm: z.string(),
        beedigd: z.boolean(),
        telefoon: z.string(),
        /** De vaste tolk van deze persoon. */
        vast: z.boolean(),
        /** De persoon wil liever een vrouw, of een man. */
        tegenVoorkeur: z.boolean(),
      }),
    ),
    /** Wat er van de voorkeur van de persoon dan niet lukt. */
    letOp: z.array(z.string()),
  })
  .meta({ id: 'AgendaTolken' });
export type Tolken = z.infer<typeof Tolken>;

export const VoorzetVraag = z.object({ datum: dag.optional() });

export const Voorzet = z
  .object({
    naam: z.string(),
    gemeente: z.string(),
    plaats: z.string(),
    tolkTaal: z.string().nullable(),
    /** Het soort afspraak dat bij de fase past. */
    soort: Soort,
    /** Wiens agenda telt: de klantmanager van dit dossier. */
    klantmanager: z.object({ id: z.string(), naam: z.string() }).nullable(),
    /** Wat de persoon krijgt over een afspraak op de gevraagde dag. */
    kanalen: z.array(z.string()),
    taal: z.string(),
    waarschuwing: z.string().nullable(),
  })
  .meta({ id: 'AgendaVoorzet' });
export type Voorzet = z.infer<typeof Voorzet>;

export const Abonnement = z
  .object({
    /** Leeg als er geen is. Het adres zelf is alleen te zien als het wordt gemaakt. */
    gemaaktOp: z.string().nullable(),
    laatstGebruiktOp: z.string().nullable(),
  })
  .meta({ id: 'AgendaAbonnement' });
export type Abonnement = z.infer<typeof Abonnement>;
export const NieuwAbonnement = z
  .object({ adres: z.string(), gemaaktOp: z.string() })
  .meta({ id: 'NieuwAgendaAbonnement' });
export type NieuwAbonnement = z.infer<typeof NieuwAbonnement>;
