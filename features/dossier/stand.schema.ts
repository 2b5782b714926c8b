import { z } from 'zod';
import { Leerroute, Toestand } from '../shared/dossier.schema.ts';
import { RedenMetGrondslag, UitlegSchema } from '../shared/uitleg.schema.ts';

/** Antwoorden van het dossier. Een veld dat hier niet staat, verlaat de server niet. */

const SchakelSchema = z.object({
  nummer: z.int().min(1).max(5),
  naam: z.string(),
  staat: z.enum(['gereed', 'bezig', 'nog-niet', 'vervallen']),
  nogNodig: z.array(RedenMetGrondslag),
});

const TermijnSchema = z.object({
  id: z.string(),
  naam: z.string(),
  begin: z.string().optional(),
  /** Tot en met. */
  laatsteDag: z.string().optional(),
  staat: z.enum([
    'loopt',
    'verstreken',
    'gehaald',
    'te-laat-gehaald',
    'prognose',
    'nog-niet-begonnen',
    'onbekend',
  ]),
  uitleg: UitlegSchema.optional(),
  /** Dag van de termijn vandaag, vanaf 1; alleen als de termijn loopt. */
  dag: z.int().optional(),
  /** Hoeveel dagen de termijn telt. */
  aantalDagen: z.int().optional(),
  /** Dagen tot en met de laatste dag; negatief is te laat. */
  dagenOver: z.int().optional(),
});

const SignaalSchema = z.object({
  id: z.string(),
  ernst: z.enum(['te-laat', 'let-op', 'ter-info']),
  tekst: z.string(),
});

const VoorstelSchema = z.object({
  soort: z.string(),
  titel: z.string(),
  reden: z.string(),
  laatsteDag: z.string().optional(),
  dagenOver: z.int().optional(),
  uitleg: UitlegSchema.optional(),
});

const MagSchema = z.object({
  /** Stand, tijdlijn van alles, documenten en berichten. */
  inzien: z.boolean(),
  intake: z.boolean(),
  gezondheid: z.boolean(),
  pip: z.boolean(),
  traject: z.boolean(),
  /** Het levende plan, het netwerk en het gezin. */
  plan: z.boolean(),
  besluiten: z.boolean(),
  bewerken: z.boolean(),
  toewijzen: z.boolean(),
  samenvoegen: z.boolean(),
  toonNummers: z.boolean(),
  logboek: z.boolean(),
});

export const KopAntwoord = z.object({
  /** Anders dan gevraagd als het gevraagde dossier is samengevoegd. */
  dossierId: z.uuid(),
  revisie: z.int(),
  naam: z.string(),
  geboorte: z.string().describe("In woorden: 'geboren 1 maart 1999' of 'geboren in 1999'."),
  leeftijd: z.int().nullable(),
  nationaliteit: z.string().nullable(),
  overleden: z.boolean(),
  geheimhouding: z.boolean(),
  inOnderzoek: z.boolean(),
  gemeente: z.object({ id: z.uuid(), code: z.string(), naam: z.string() }),
  klantmanager: z.object({ id: z.uuid(), naam: z.string() }).nullable(),
  gesprekstaal: z.string().nullable(),
  tolkNodig: z.boolean(),
  aantalGezinsleden: z.int(),
  nummers: z.object({ bsn: z.boolean(), vNummer: z.boolean() }),
  doelgroep: z.object({ waarde: z.string(), naam: z.string(), uitleg: UitlegSchema.optional() }),
  leerroute: Leerroute.nullable(),
  toestand: z.object({
    waarde: Toestand,
    uitleg: UitlegSchema.optional(),
  }),
  schakel: z.int(),
  schakels: z.array(SchakelSchema),
  pipTermijn: TermijnSchema.nullable(),
  inburgeringstermijn: TermijnSchema.nullable(),
  signalen: z.array(SignaalSchema),
  voorstel: VoorstelSchema.nullable(),
  wachtOpDuo: z
    .boolean()
    .describe('Een bericht is onderweg naar DUO, of het antwoord nog niet terug.'),
  uitgesteldTot: z.string().nullable(),
  samengevoegd: z.array(z.object({ dossierId: z.uuid(), op: z.string() })),
  mag: MagSchema,
});
export type Kop = z.infer<typeof KopAntwoord>;

export const NummersAntwoord = z.object({
  bsn: z.string().nullable(),
  vNummer: z.string().nullable(),
});

export const StandAntwoord = z
  .object({
    peildatum: z.string(),
    /** Hoeveel feiten er op die dag waren vastgelegd en golden. */
    aantalFeiten: z.int(),
    doelgroep: z.object({
      waarde: z.string(),
      gezinslidVanAsielstatushouder: z.boolean(),
      uitleg: UitlegSchema,
    }),
    leerroute: Leerroute.optional(),
    schakel: z.int(),
    schakels: z.array(SchakelSchema),
    toestand: z.string(),
    toestandUitleg: UitlegSchema,
    termijnen: z.array(TermijnSchema),
    verplichtingen: z.array(
      z.object({
        id: z.string(),
        naam: z.string(),
        staat: z.enum(['voldaan', 'open', 'niet-van-toepassing', 'onbekend']),
        ontbreekt: z.array(RedenMetGrondslag),
        voortgang: z.object({ is: z.number(), moet: z.number(), eenheid: z.string() }).optional(),
        uitleg: UitlegSchema,
      }),
    ),
    aanbod: z.array(
      z.object({ id: z.string(), naam: z.string(), recht: z.string(), uitleg: UitlegSchema }),
    ),
    signalen: z.array(SignaalSchema),
    voorstellen: z.array(VoorstelSchema),
    volgendeWijziging: z.string().optional(),
  })
  .meta({ id: 'Stand' });
export type StandGelezen = z.infer<typeof StandAntwoord>;
