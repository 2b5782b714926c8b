import { z } from 'zod';
import { dag } from '../shared/brief.schema.ts';
import { Leerroute } from '../shared/dossier.schema.ts';
import { GrondslagSchema, RedenMetGrondslag, UitlegSchema } from '../shared/uitleg.schema.ts';

/** Een andere leerroute, of in de B1-route afschalen naar niveau A2. */
export const Doel = z.enum(['B', 'O', 'Z', 'A2']);
export type Doel = z.infer<typeof Doel>;

const jaNee = z.enum(['ja', 'nee']);

/** Wat alleen een mens weet of beoordeelt. Het wordt niet bewaard; het komt in de reden van de nieuwe versie. */
const Antwoorden = z.object({
  voortgang: z.enum(['minder dan verwacht', 'meer dan verwacht', 'zoals verwacht']).optional(),
  nietVrijstellendeOpleiding: jaNee.optional(),
  datumEindeNietVrijstellendeOpleiding: dag.optional(),
  bijzonderGeval: jaNee.optional(),
  groteKansOpDiploma: jaNee.optional(),
  examenOfTrajectHaalbaar: jaNee.optional(),
  voldoendeIngespannen: jaNee.optional(),
  b1NietHaalbaar: jaNee.optional(),
  /** Hoeveel van de gevolgde uren KNM waren: die tellen bij afschalen niet. */
  urenKnm: z.coerce.number().int().min(0).max(9999).optional(),
  /** De uren waarvan de instelling niet bekend is, zijn gevolgd waar zij tellen. */
  instellingTelt: jaNee.optional(),
  /** Het college telt de uren uit de brede intake mee. */
  intakeTelt: jaNee.optional(),
});
export type Antwoorden = z.infer<typeof Antwoorden>;
export type AntwoordVeld = keyof Antwoorden;

/** Zonder `naar` alleen hoe het nu is. */
export const WisselVraag = Antwoorden.extend({ naar: Doel.optional() });

const GebruiktFeit = z.object({
  naam: z.string(),
  waarde: z.string(),
  bron: z.string(),
  datum: z.string().optional(),
  feitId: z.string().optional(),
});

const Vraag = z.object({
  veld: Antwoorden.keyof(),
  tekst: z.string(),
  hulp: z.string().nullable(),
  /** Wat een mens hiervoor afweegt. */
  wegen: z.array(z.string()),
  soort: z.enum(['ja-nee', 'keuze', 'datum', 'uren']),
  keuzes: z.array(z.string()),
  antwoord: z.string().nullable(),
});
export type Vraag = z.infer<typeof Vraag>;

const Plek = z.enum(['hier', 'leerroutes', 'traject', 'duo']);
const Stand = z.enum(['met', 'niet', 'onbekend']);

const Voorwaarde = z.object({
  id: z.string(),
  titel: z.string(),
  stand: Stand,
  /** Waardoor aan deze voorwaarde is voldaan, als de wet er meer dan één weg voor kent. */
  waardoor: z.string().nullable(),
  /** Waarom het niet mag. */
  redenen: z.array(RedenMetGrondslag),
  /** Wat nog niet bekend is, en waar het wordt vastgelegd. */
  ontbreekt: z.array(z.object({ tekst: z.string(), plek: Plek })),
  /** De feiten waarop de uitkomst rust. */
  feiten: z.array(GebruiktFeit),
  /** Wat het dossier zegt en helpt om te oordelen. */
  bewijs: z.array(GebruiktFeit),
  grondslag: GrondslagSchema.nullable(),
  vragen: z.array(Vraag),
});
export type Voorwaarde = z.infer<typeof Voorwaarde>;

const Gevolg = z.object({
  termijn: z
    .object({
      begin: z.string(),
      laatsteDag: z.string(),
      van: z.enum(['duo', 'prognose']),
      uitleg: UitlegSchema,
    })
    .nullable(),
  /** Wat de wijziging van het PIP met zich brengt; ook dat de termijn niet opnieuw begint. */
  besluit: z.array(
    z.object({ tekst: z.string(), uitkomst: z.string(), grondslag: GrondslagSchema.nullable() }),
  ),
  /** Welke uren en examens meetellen; leeg bij afschalen, want de route blijft dezelfde. */
  telt: z
    .object({ uitkomst: z.string(), stappen: z.array(z.string()), uitleg: UitlegSchema })
    .nullable(),
  examens: z.object({
    gehaald: z.array(GebruiktFeit),
    /** Wat na de wissel nog te halen is; leeg als de route dit examen niet vraagt. */
    nogTeHalen: z.array(z.string()).nullable(),
    uitleg: UitlegSchema,
  }),
  /** Uren les na de wissel; leeg zolang PIP en beleid geen aantal noemen. */
  lessen: z
    .object({
      nodig: z.number(),
      gedaan: z.number(),
      teGaan: z.number(),
      perWeekNodig: z.number().nullable(),
      grondslag: GrondslagSchema,
    })
    .nullable(),
  plaatsen: z.array(
    z.object({
      instelling: z.string(),
      plaatsen: z.number().int(),
      vanaf: z.string().nullable(),
      bron: z.string(),
      op: z.string().nullable(),
    }),
  ),
  geld: z.object({
    /** Wie de lessen regelt; leeg zolang de doelgroep niet bekend is. */
    lessen: z.string().nullable(),
    /** Gratis pogingen die na de wissel over zijn; leeg als dat niet te zeggen is. */
    gratisPogingen: z.array(z.object({ onderdeel: z.string(), over: z.number().int() })).nullable(),
  }),
});
export type Gevolg = z.infer<typeof Gevolg>;

export const WisselAntwoord = z
  .object({
    naar: Doel.nullable(),
    /** Het PIP dat nu geldt; leeg als er geen is. */
    nu: z
      .object({
        versie: z.number().int(),
        leerroute: Leerroute,
        niveau: z.enum(['A2', 'B1']).nullable(),
        dagtekening: z.string(),
      })
      .nullable(),
    kan: z.enum(['ja', 'nee', 'onbekend']),
    /** Eerste dag waarop het wel mag, als de regels die kennen. */
    vanaf: z.string().nullable(),
    /** Laatste dag waarop het zo nog mag, tot en met; leeg als er geen is. */
    totEnMet: z.string().nullable(),
    voorwaarden: z.array(Voorwaarde),
    gevolg: Gevolg.nullable(),
    /** Een begin van de reden in het nieuwe PIP, uit de antwoorden en de feiten. */
    reden: z.string(),
    /** Of deze gebruiker nu een nieuwe versie kan beginnen. */
    beginnen: z.object({ mag: z.boolean(), redenen: z.array(RedenMetGrondslag) }),
  })
  .meta({ id: 'Wissel' });
export type WisselAntwoord = z.infer<typeof WisselAntwoord>;
