import { z } from 'zod';
import { bladzijde } from '../shared/lijst.schema.ts';
import { OPHALEN } from './gebeurtenissen.ts';

/** Versie van DUO's Notificatie API die hier wordt aangeboden. */
export const NOTIFICATIE_VERSIE = '1.8.0';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const VROEGST = Date.UTC(1900, 0, 1);

/** De drie koppen van DUO (Node geeft namen van koppen in kleine letters). */
export const NotificatieKoppen = z.object({
  bron: z.string().length(20),
  doel: z.string().length(20),
  berichtid: z.string().regex(UUID),
});

/** Een melding van DUO. Velden die DUO later toevoegt worden genegeerd, maar wel letterlijk bewaard. */
export const Notificatie = z.object({
  registratieDatumTijd: z.iso
    .datetime({ offset: true })
    .refine((d) => Date.parse(d) >= VROEGST, 'ligt te ver in het verleden'),
  gebeurtenisId: z.string().regex(/^[0-9A-Z]{1,6}$/),
  bsn: z
    .string()
    .regex(/^\d{9}$/)
    .optional(),
  vNummer: z.number().int().min(0).max(9_999_999_999).optional(),
});
export type Notificatie = z.infer<typeof Notificatie>;

/** Zoals een melding is bewaard: de koppen, de gelezen velden en de tekst zoals ontvangen. */
export const RuwBericht = z.object({
  bron: z.string(),
  doel: z.string(),
  inhoud: Notificatie,
  tekst: z.string(),
  /** Andere teksten die later met hetzelfde berichtId kwamen. */
  ookOntvangen: z.array(z.string()).optional(),
});
export type RuwBericht = z.infer<typeof RuwBericht>;

/** Inhoud van het werk `duo_bericht_verwerken`: alleen ids. */
export const VerwerkOpdracht = z.object({ gemeenteId: z.uuid(), berichtId: z.uuid() });
/** Inhoud van het werk `duo_opvragen`: alleen ids. */
export const OpvraagOpdracht = z.object({ gemeenteId: z.uuid(), dossierId: z.uuid() });
/** Inhoud van het werk `brp_aanvullen`: alleen ids. */
export const AanvulOpdracht = z.object({
  gemeenteId: z.uuid(),
  berichtId: z.uuid(),
  dossierId: z.uuid(),
});

const Opgehaald = z.object({
  wat: z.enum(OPHALEN),
  antwoord: z.enum(['ok', 'niets', 'niet-bevoegd', 'geweigerd', 'fout-verzoek', 'storing']),
  op: z.string(),
  apiVersion: z.string().optional(),
  berichtId: z.string().optional(),
  /** Wat er bijzonder aan was, zonder persoonsgegevens. */
  melding: z.string().optional(),
});
export type Opgehaald = z.infer<typeof Opgehaald>;

const Wijziging = z.object({
  soort: z.string(),
  feitId: z.string(),
  oudFeitId: z.string().optional(),
});
export type Wijziging = z.infer<typeof Wijziging>;

/** Wat er met een melding is gebeurd; zonder nummers en namen. */
export const Uitkomst = z.object({
  opgehaald: z.array(Opgehaald).default([]),
  gewijzigd: z.array(Wijziging).default([]),
  opmerkingen: z.array(z.string()).default([]),
  dossier: z.enum(['geopend', 'gevonden', 'samengevoegd']).optional(),
  tegenstrijdig: z.string().optional(),
  /** Waar het feit 'DUO meldde …' al is vastgelegd. */
  gebeurtenis: z.object({ dossierId: z.string(), feitId: z.string() }).optional(),
  afhandeling: z.object({ handeling: z.string(), reden: z.string(), op: z.string() }).optional(),
  /** Waarop DUO niet antwoordde; alleen dit wordt nog eens gevraagd. */
  nogOpTeHalen: z.array(z.enum(OPHALEN)).optional(),
  /** Wat in het deel dat al wel kwam om een mens vroeg. */
  aandacht: z.object({ reden: z.string(), voorstel: z.string() }).optional(),
});
export type Uitkomst = z.infer<typeof Uitkomst>;

const STATEN = ['nieuw', 'verwerkt', 'postvak', 'afgehandeld'] as const;

export const BerichtZoekVraag = z.strictObject({
  /** `open`: wacht op een mens, of lukte nog niet; `geparkeerd`: weggelegd tot een latere dag. */
  staat: z.enum(['open', 'geparkeerd', ...STATEN]).optional(),
  gebeurtenisId: z
    .string()
    .regex(/^[0-9A-Z]{1,6}$/)
    .optional(),
  gemeenteId: z.uuid().optional(),
  /** Ontvangen vanaf deze dag. */
  van: z.iso.date().optional(),
  /** Ontvangen tot en met deze dag. */
  totEnMet: z.iso.date().optional(),
  ...bladzijde,
});
export type BerichtZoekVraag = z.infer<typeof BerichtZoekVraag>;

export const BerichtRegel = z
  .object({
    id: z.uuid(),
    gemeenteId: z.uuid(),
    gemeente: z.string(),
    gebeurtenisId: z.string(),
    omschrijving: z.string(),
    geregistreerdOp: z.string(),
    ontvangenOp: z.string(),
    staat: z.enum(STATEN),
    reden: z.string().nullable(),
    voorstel: z.string().nullable(),
    dossierId: z.uuid().nullable(),
    /** Naam in het dossier, als er een dossier is. */
    naam: z.string().nullable(),
    /** Eerste laatste dag die in het dossier loopt. */
    laatsteDag: z.string().nullable(),
    pogingen: z.number().int(),
    laatsteFout: z.string().nullable(),
    /** Weggelegd tot en met de dag ervoor, met de reden. */
    geparkeerdTot: z.string().nullable(),
    geparkeerdReden: z.string().nullable(),
    /** Dag waarop het voorstel naar onze eigen norm klaar is; geen termijn uit de wet. */
    streefdag: z.string().nullable(),
  })
  .meta({ id: 'BerichtRegel' });
export type BerichtRegel = z.infer<typeof BerichtRegel>;

export const BerichtLijst = z
  .object({
    items: z.array(BerichtRegel),
    totaal: z.number().int(),
    page: z.number().int(),
    pageSize: z.number().int(),
  })
  .meta({ id: 'BerichtLijst' });
export type BerichtLijst = z.infer<typeof BerichtLijst>;

export const Bericht = BerichtRegel.extend({
  ontvangen: z.object({
    /** Het berichtId van DUO. */
    berichtId: z.string(),
    /** Alleen de laatste drie cijfers zijn leesbaar. */
    bsn: z.string().nullable(),
    vNummer: z.string().nullable(),
  }),
  opgehaald: z.array(Opgehaald),
  gewijzigd: z.array(
    z.object({
      soort: z.string(),
      nieuw: z.string(),
      oud: z.string().nullable(),
      bron: z.string(),
    }),
  ),
  opmerkingen: z.array(z.string()),
  dossier: z.enum(['geopend', 'gevonden', 'samengevoegd']).nullable(),
  tegenstrijdigDossierId: z.string().nullable(),
  afhandeling: z.object({ reden: z.string(), op: z.string(), door: z.string() }).nullable(),
  /** Wat er nu met deze melding kan. */
  mogelijk: z.array(z.enum(['koppelen', 'opnieuw', 'parkeren', 'afgehandeld', 'afschermen'])),
}).meta({ id: 'Bericht' });
export type Bericht = z.infer<typeof Bericht>;

export const Afhandelen = z.discriminatedUnion('handeling', [
  z.strictObject({ handeling: z.literal('koppelen'), dossierId: z.uuid() }),
  z.strictObject({ handeling: z.literal('opnieuw') }),
  z.strictObject({
    handeling: z.literal('parkeren'),
    /** De dag waarop de melding weer bij wat openstaat komt. */
    tot: z.iso.date(),
    reden: z.string().trim().min(3).max(1000),
  }),
  z.strictObject({
    handeling: z.literal('afgehandeld'),
    reden: z.string().trim().min(3).max(1000),
  }),
]);
export type Afhandelen = z.infer<typeof Afhandelen>;
