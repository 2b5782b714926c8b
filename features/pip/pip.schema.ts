import { z } from 'zod';
import { dag } from '../shared/brief.schema.ts';
import { Doelgroep, DossierParams, Leerroute } from '../shared/dossier.schema.ts';
import { zonderStuurteken } from '../shared/tekst.schema.ts';
import { RedenMetGrondslag, UitlegSchema } from '../shared/uitleg.schema.ts';

const tekst = (max = 4000) =>
  z
    .string()
    // Een brief kent één soort regeleinde.
    .overwrite((t) => t.replace(/\r\n?/gu, '\n'))
    .max(max, `mag niet langer zijn dan ${max} tekens`)
    .refine(zonderStuurteken, 'bevat een onzichtbaar stuurteken');
const niveau = z.enum(['A2', 'B1']);
const urenInvulling = z.strictObject({
  uren: z.number().int().min(0).max(9999),
  invulling: tekst(),
});
const afweging = z.strictObject({ onderzocht: z.boolean(), voor: tekst(), tegen: tekst() });

/** Een PIP in bewerking: nog niet alles hoeft er te zijn. */
export const PipConcept = z
  .object({
    leerroute: Leerroute.optional(),
    niveau: niveau.optional(),
    afweging: z.object({ B: afweging, O: afweging, Z: afweging }),
    motivering: tekst(),
    /** Waarom de leerroute afwijkt van het advies; leeg als er niet wordt afgeweken. */
    afwijking: tekst().optional(),
    intensiteitUren: z.number().int().optional(),
    intensiteitUrenPerWeek: z.number().int().optional(),
    alfabetisering: z.enum(['A', 'AA', 'NVT']),
    magOpleidingAfmaken: z.boolean(),
    pvt: urenInvulling,
    moduleMap: urenInvulling,
    begeleiding: tekst(),
    voortgangsgesprekken: z.object({
      aantal: z.number().int().min(0).max(99),
      ritme: tekst(300),
    }),
    vve: tekst().optional(),
    meegeteldeInspanningen: z.array(
      z.object({ omschrijving: tekst(300), uren: z.number().int().min(1).max(9999) }),
    ),
    participatie: tekst().optional(),
    /** Waarom het PIP wordt gewijzigd; vanaf de tweede versie. */
    redenWijziging: tekst().optional(),
  })
  .meta({ id: 'PipConcept' });
export type PipConcept = z.infer<typeof PipConcept>;

const NIETS = { onderzocht: false, voor: '', tegen: '' };

/** Een concept waarin nog niets is gekozen: PVT 12 uur (Bi 3.1) en MAP 40 uur (Bi 3.2) staan vast als minimum. */
export const LEEG_CONCEPT: PipConcept = {
  afweging: { B: NIETS, O: NIETS, Z: NIETS },
  motivering: '',
  alfabetisering: 'NVT',
  magOpleidingAfmaken: false,
  pvt: { uren: 12, invulling: '' },
  moduleMap: { uren: 40, invulling: '' },
  begeleiding: '',
  voortgangsgesprekken: { aantal: 0, ritme: '' },
  meegeteldeInspanningen: [],
};

/** Wat in één keer gewijzigd kan worden; `null` maakt een veld leeg. */
export const PipWijziging = z
  .strictObject({
    leerroute: Leerroute.nullable(),
    niveau: niveau.nullable(),
    afweging: z.strictObject({ B: afweging, O: afweging, Z: afweging }).partial(),
    motivering: tekst(),
    afwijking: tekst().nullable(),
    intensiteitUren: z.number().int().min(1).max(9999).nullable(),
    intensiteitUrenPerWeek: z.number().int().min(1).max(60).nullable(),
    alfabetisering: z.enum(['A', 'AA', 'NVT']),
    magOpleidingAfmaken: z.boolean(),
    pvt: urenInvulling,
    moduleMap: urenInvulling,
    begeleiding: tekst(),
    voortgangsgesprekken: z.strictObject({
      aantal: z.number().int().min(0).max(99),
      ritme: tekst(300),
    }),
    vve: tekst().nullable(),
    meegeteldeInspanningen: z
      .array(
        z.strictObject({
          omschrijving: tekst(300).min(1, 'mag niet leeg zijn'),
          uren: z.number().int().min(1).max(9999),
        }),
      )
      .max(50),
    participatie: tekst().nullable(),
    redenWijziging: tekst().nullable(),
  })
  .partial();
export type PipWijziging = z.infer<typeof PipWijziging>;

/** Namen van de velden zoals zij op het scherm en in een botsing staan. */
export const VELDNAMEN: Record<keyof PipConcept, string> = {
  leerroute: 'de leerroute',
  niveau: 'het niveau',
  afweging: 'de afweging van de leerroutes',
  motivering: 'de motivering',
  afwijking: 'de reden van de afwijking',
  intensiteitUren: 'het aantal uren',
  intensiteitUrenPerWeek: 'de uren per week',
  alfabetisering: 'alfabetisering',
  magOpleidingAfmaken: 'eerst een opleiding afmaken',
  pvt: 'de participatieverklaring',
  moduleMap: 'de MAP',
  begeleiding: 'de begeleiding',
  voortgangsgesprekken: 'de voortgangsgesprekken',
  vve: 'de voorschoolse educatie',
  meegeteldeInspanningen: 'wat eerder is gedaan',
  participatie: 'de participatie',
  redenWijziging: 'de reden van de wijziging',
};

/** Een PIP binnen zijn dossier. */
export const PipParams = DossierParams.extend({ pipId: z.uuid() });

/** De revisie die de gebruiker voor zich had. */
const revisie = z.number().int().min(1);

export const WijzigVraag = z.strictObject({
  revisie,
  inhoud: PipWijziging,
});
export const WijzigAntwoord = z.object({ pipId: z.uuid(), revisie: z.number().int() });

export const VoorlegVraag = z.strictObject({ revisie });
/** De reden is nodig van wie het PIP niet opstelde en niet voorlegde. */
export const TerugneemVraag = z.strictObject({ reden: tekst(1000).optional() }).nullish();

export const VaststelVraag = z.strictObject({
  revisie,
  dagtekening: dag,
  /** Dag van toezending of uitreiking (Awb 3:41); zonder opgave vandaag, of de dagtekening als die later is. */
  bekendgemaaktOp: dag.optional(),
  /** Verklaring dat het besluit op een eerdere dag dan vandaag op papier is uitgereikt. */
  opPapierUitgereikt: z.boolean().default(false),
});
export type VaststelVraag = z.infer<typeof VaststelVraag>;
export type VaststelInvoer = z.input<typeof VaststelVraag>;
export const IntrekVraag = z.strictObject({
  reden: tekst(1000).min(1, 'mag niet leeg zijn'),
  /** Vraagt DUO het PIP te verwijderen. */
  ookBijDuo: z.boolean().default(false),
});
export const DagtekeningVraag = z.object({
  dagtekening: dag.optional(),
  bekendgemaaktOp: dag.optional(),
});

const staat = z.enum(['concept', 'ter-vaststelling', 'vastgesteld', 'ingetrokken']);
const wie = z.object({ medewerkerId: z.uuid(), naam: z.string() });

/** Hoe het bericht over een versie er bij DUO voor staat. */
const bijDuo = z.object({
  verzendingId: z.uuid(),
  staat: z.enum(['wacht', 'bezig', 'geaccepteerd', 'geweigerd', 'ingetrokken']),
  sinds: z.string(),
  pogingen: z.number().int(),
  foutteksten: z.array(z.string()),
  /** Wij hielden het tegen; DUO kreeg niets. */
  doorOns: z.boolean(),
  laatsteFout: z.string().nullable(),
});

const Mogelijk = z.object({ mag: z.boolean(), redenen: z.array(RedenMetGrondslag) });

export const PipRegel = z.object({
  pipId: z.uuid(),
  versie: z.number().int(),
  staat,
  leerroute: Leerroute.nullable(),
  dagtekening: z.string().nullable(),
  opgesteldDoor: wie.nullable(),
  vastgesteldDoor: wie.nullable(),
  documentId: z.uuid().nullable(),
  gewijzigdOp: z.string(),
  /** Het PIP dat nu geldt. */
  geldend: z.boolean(),
  bezwaarTotEnMet: z.string().nullable(),
  duo: bijDuo.nullable(),
});
export type PipRegel = z.infer<typeof PipRegel>;

export const PipLijst = z.object({
  items: z.array(PipRegel),
  /** Of een nieuw concept nu kan. */
  opstellen: Mogelijk,
});
export type PipLijst = z.infer<typeof PipLijst>;

export const PipControle = z.object({
  /** Wat de wet nog vraagt. */
  wet: z.array(RedenMetGrondslag),
  /** Wat DUO zou weigeren. */
  duo: z.array(RedenMetGrondslag),
  /** Wat verder nodig is om vast te stellen. */
  overig: z.array(RedenMetGrondslag),
  /** Dagtekening waarmee is gecontroleerd. */
  dagtekening: z.string(),
  pipTermijn: z.object({ laatsteDag: z.string().nullable(), uitleg: UitlegSchema }).nullable(),
  inburgeringstermijn: z
    .object({
      begin: z.string(),
      laatsteDag: z.string(),
      van: z.enum(['prognose', 'duo']),
      uitleg: UitlegSchema,
    })
    .nullable(),
  bezwaar: z.object({ laatsteDag: z.string(), uitleg: UitlegSchema }),
  /** Wat DUO kan weigeren zonder dat wij het nu weten. */
  waarschuwingen: z.array(RedenMetGrondslag),
});
export type PipControle = z.infer<typeof PipControle>;

export const PipDetail = PipRegel.extend({
  dossierId: z.uuid(),
  revisie: z.number().int(),
  doelgroep: Doelgroep,
  eerstePip: z.boolean(),
  /** Wie dit concept teruggaf, en waarom; leeg als het niet is teruggegeven of opnieuw is voorgelegd. */
  teruggegeven: z.object({ door: z.string(), op: z.string(), reden: z.string() }).nullable(),
  /** Waarom een ander dan de schrijvers vaststelt, als zinsdelen; leeg als dat niet hoeft. */
  vierOgen: z.array(z.string()),
  inhoud: PipConcept,
  controle: PipControle,
  handelingen: z.object({
    wijzigen: Mogelijk,
    voorleggen: Mogelijk,
    terugnemen: Mogelijk.extend({ redenNodig: z.boolean() }),
    vaststellen: Mogelijk,
    intrekken: Mogelijk,
    verwijderenBijDuo: Mogelijk,
  }),
}).meta({ id: 'PipDetail' });
export type PipDetail = z.infer<typeof PipDetail>;

/** De velden waar antwoorden uit het dossier naast staan, in de namen van `controle`. */
const BRONVELDEN = [
  'motivering',
  'pvt.invulling',
  'moduleMap.invulling',
  'participatie',
  'begeleiding',
  'vve',
  'afweging.B.voor',
  'afweging.B.tegen',
  'afweging.O.voor',
  'afweging.O.tegen',
  'afweging.Z.voor',
  'afweging.Z.tegen',
] as const;
export type BronVeld = (typeof BRONVELDEN)[number];
const bron = z.object({
  tekst: z.string(),
  bron: z.string(),
  datum: z.string().nullable(),
  feitId: z.string().nullable(),
});
export type PipBron = z.infer<typeof bron>;
export const PipBronnen = z
  .object({
    bronnen: z.partialRecord(z.enum(BRONVELDEN), z.array(bron)),
    /** De concepttekst die uit de antwoorden volgt, per veld. */
    voorzet: z.partialRecord(
      z.enum(['pvt', 'moduleMap', 'participatie', 'begeleiding', 'vve']),
      z.string(),
    ),
    /** Uren les die het lokale beleid per route noemt. */
    lesuren: z.object({ B: z.number().nullable(), Z: z.number().nullable() }),
    /** Waar toets en onderwijs op wijzen; nooit een besluit. */
    advies: z.object({
      richting: Leerroute.nullable(),
      tekst: z.string(),
      twijfel: z.array(z.string()),
    }),
  })
  .meta({ id: 'PipBronnen' });
export type PipBronnen = z.infer<typeof PipBronnen>;

export const NieuwPip = z.object({ pipId: z.uuid(), versie: z.number().int() });
export const StaatAntwoord = z.object({ pipId: z.uuid(), staat });
export const VastgesteldAntwoord = StaatAntwoord.extend({
  dagtekening: z.string(),
  documentId: z.uuid(),
  verzendingId: z.uuid(),
  bezwaarTotEnMet: z.string(),
});
