import { z } from 'zod';
import { bladzijde } from '../shared/lijst.schema.ts';
import { opEenRegel, zonderStuurteken } from '../shared/tekst.schema.ts';
import { DEELNAMEN } from './overdracht/pakket.schema.ts';

const tekst = (max: number, melding: string) =>
  z
    .string()
    .trim()
    .min(3, melding)
    .max(max, `Dit mag hoogstens ${max} tekens zijn.`)
    .refine(zonderStuurteken, 'Hier staat een onzichtbaar stuurteken in. Typ de tekst opnieuw.');
const regel = (max: number, melding: string) =>
  tekst(max, melding).refine(opEenRegel, 'Dit moet op één regel passen.');
const Code = z.string().regex(/^\d{4}$/, 'Een gemeentecode heeft vier cijfers.');
const Dag = z.iso.date();

const STATEN = [
  'te-vragen',
  'gevraagd',
  'ontvangen',
  'aanvaard',
  'afgewezen',
  'geweigerd',
  'ingetrokken',
  'verzocht',
  'overgedragen',
] as const;
const HANDELINGEN = [
  'vragen',
  'herinneren',
  'intrekken',
  'aanvaarden',
  'afwijzen',
  'overdragen',
  'weigeren',
  'bevestigen',
] as const;

/** Een verzoek of overdracht, zoals het in de lijst en in het dossier staat. */
export const Verhuizing = z
  .object({
    richting: z.enum(['in', 'uit']),
    staat: z.enum(STATEN),
    gemeenteId: z.uuid(),
    gemeente: z.string(),
    /** De andere kant: de vorige gemeente bij `in`, de nieuwe bij `uit`. */
    andere: z.object({ code: z.string(), naam: z.string(), werktHier: z.boolean() }).nullable(),
    /** Leeg als wij geen dossier van deze persoon hebben. */
    dossierId: z.uuid().nullable(),
    naam: z.string().nullable(),
    verzoekId: z.uuid().nullable(),
    overdrachtId: z.uuid().nullable(),
    /** Wanneer het begon: de verhuizing, het verzoek of de ontvangst. */
    sinds: z.string(),
    /** Laatste dag voor het PIP van de nieuwe gemeente, tot en met. */
    pipUiterlijk: z.string().nullable(),
    herinnerdOp: z.string().nullable(),
    /** Er is al zo lang geen antwoord dat een herinnering voor de hand ligt. */
    teHerinneren: z.boolean(),
    /** Wie het vroeg, stuurde of aanvaardde. */
    door: z.string().nullable(),
    reden: z.string().nullable(),
    toelichting: z.string().nullable(),
    mogelijk: z.array(z.enum(HANDELINGEN)),
  })
  .meta({ id: 'Verhuizing' });
export type Verhuizing = z.infer<typeof Verhuizing>;

export const VerhuizingZoekVraag = z.strictObject({
  richting: z.enum(['in', 'uit']).optional(),
  gemeenteId: z.uuid().optional(),
  /** Ook wat klaar is. */
  alles: z.boolean().default(false),
  ...bladzijde,
});
export type VerhuizingZoekVraag = z.infer<typeof VerhuizingZoekVraag>;

export const VerhuizingLijst = z.object({
  items: z.array(Verhuizing),
  totaal: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
});
export type VerhuizingLijst = z.infer<typeof VerhuizingLijst>;

const Punt = z.object({
  wat: z.string(),
  staat: z.enum(['er', 'mist', 'niet-nodig']),
  uitleg: z.string(),
  /** Wie het heeft. */
  bij: z.string(),
});

export const DossierVerhuizing = z
  .object({
    /** Wat de wet zegt als iemand hierheen verhuisde; leeg als DUO dat niet meldde. */
    hierheen: z
      .object({
        metPip: z.boolean(),
        inschrijving: z.string().nullable(),
        pipUiterlijk: z.string().nullable(),
        leerroute: z.enum(['B', 'O', 'Z']).nullable(),
        termijnBegin: z.string().nullable(),
        termijnLaatsteDag: z.string().nullable(),
        ontbreekt: z.array(z.string()),
        lijst: z.array(Punt),
        bel: z
          .object({
            gemeente: z.string(),
            code: z.string(),
            telefoon: z.string().nullable(),
            email: z.string().nullable(),
          })
          .nullable(),
      })
      .nullable(),
    lopend: z.array(Verhuizing),
    /** De delen die een pakket kan hebben, met hoeveel erin zou zitten. */
    delen: z.array(
      z.object({
        deel: z.enum(DEELNAMEN),
        naam: z.string(),
        wat: z.string(),
        doel: z.string(),
        grondslag: z.string(),
        soort: z.enum(['wet', 'afweging', 'gevoelig']),
        aantal: z.number().int(),
      }),
    ),
    gemeenten: z.array(z.object({ code: z.string(), naam: z.string() })),
    mag: z.boolean(),
  })
  .meta({ id: 'DossierVerhuizing' });
export type DossierVerhuizing = z.infer<typeof DossierVerhuizing>;

export const VraagVraag = z.strictObject({
  andereCode: Code,
  langs: z.enum(['meedoen', 'brief', 'mail', 'telefoon']),
  toelichting: tekst(2000, 'Schrijf wat u nodig hebt en waarvoor.'),
});
export type VraagVraag = z.infer<typeof VraagVraag>;

export const OntvangenVerzoekVraag = z.strictObject({
  andereCode: Code,
  vrager: regel(200, 'Schrijf wie het vroeg.'),
  langs: z.enum(['brief', 'mail', 'telefoon']),
  op: Dag,
  toelichting: tekst(2000, 'Schrijf wat er is gevraagd.'),
});
export type OntvangenVerzoekVraag = z.infer<typeof OntvangenVerzoekVraag>;

export const OverdraagVraag = z.strictObject({
  verzoekId: z.uuid(),
  delen: z
    .array(
      z.strictObject({
        deel: z.enum(DEELNAMEN),
        reden: tekst(1000, 'Schrijf waarom dit deel nodig is.').optional(),
      }),
    )
    .min(1, 'Kies minstens één deel.')
    .max(DEELNAMEN.length),
});
export type OverdraagVraag = z.infer<typeof OverdraagVraag>;

export const RedenVraag = z.strictObject({ reden: tekst(1000, 'Schrijf waarom.') });
export const BevestigVraag = z.strictObject({
  door: regel(200, 'Schrijf wie het pakket kreeg.'),
});
export const AanvaardVraag = z.strictObject({ dossierId: z.uuid() });
export const LeesVraag = z.strictObject({
  gemeenteId: z.uuid(),
  /** De tekst van het JSON-bestand. */
  inhoud: z
    .string()
    .min(2, 'Dit bestand is leeg.')
    .max(2_000_000, 'Dit bestand is groter dan 2 MB.'),
});

export const VerzoekAntwoord = z.object({ verzoekId: z.uuid() });
export const OverdrachtAntwoord = z.object({
  overdrachtId: z.uuid(),
  /** Gegevens die niet in het formaat passen en dus niet meegaan. */
  overgeslagen: z.number().int(),
});
export const OntvangstAntwoord = z.object({ overdrachtId: z.uuid() });
export const AanvaardAntwoord = z.object({
  dossierId: z.uuid(),
  feiten: z.number().int(),
  /** Wat alleen in het pakket te lezen blijft, met waarom. */
  niet: z.array(z.object({ zin: z.string(), waarom: z.string() })),
});

/** Een pakket in woorden. */
export const PakketBeeld = z
  .object({
    overdrachtId: z.uuid(),
    richting: z.enum(['in', 'uit']),
    staat: z.enum(STATEN),
    van: z.string(),
    naar: z.string(),
    contact: z.string(),
    gemaaktOp: z.string(),
    verzoekDoor: z.string(),
    /** Het dossier hier dat bij de persoon past. */
    dossier: z.object({ dossierId: z.uuid(), naam: z.string() }).nullable(),
    delen: z.array(
      z.object({
        deel: z.enum(DEELNAMEN),
        naam: z.string(),
        doel: z.string(),
        grondslag: z.string(),
        reden: z.string().nullable(),
        zinnen: z.array(z.string()),
      }),
    ),
    mogelijk: z.array(z.enum(HANDELINGEN)),
    ontvangst: z.object({ naam: z.string(), op: z.string() }).nullable(),
  })
  .meta({ id: 'PakketBeeld' });
export type PakketBeeld = z.infer<typeof PakketBeeld>;
