import { z } from 'zod';
import { isDatum } from '../../rules/shared/datum.ts';

/** Base64 van hoogstens 2 MB. */
const MAX_INHOUD = 2_700_000;

const inhoud = z
  .string()
  .min(1, 'kies een bestand')
  .max(MAX_INHOUD, 'het bestand is groter dan 2 MB');
const dag = z.string().refine(isDatum, 'is geen bestaande datum (jjjj-mm-dd)');

export const BekijkVraag = z.strictObject({ gemeenteId: z.uuid(), inhoud });

/** Wat de gebruiker koos voor een rij die op een bestaand dossier lijkt, of die hij wil overslaan. */
const Keuze = z.strictObject({
  rij: z.number().int().min(1).max(10_000),
  keuze: z.enum(['nieuw', 'dossier', 'overslaan']),
  dossierId: z.uuid().optional(),
});

export const OpneemVraag = z.strictObject({
  gemeenteId: z.uuid(),
  inhoud,
  keuzes: z.array(Keuze).max(200),
});
export type Keuze = z.infer<typeof Keuze>;

const UITKOMSTEN = [
  'nieuw-dossier',
  'aangevuld',
  'niets-nieuws',
  'kiezen',
  'overgeslagen',
  'tegenstrijdig',
  'onleesbaar',
  'mislukt',
] as const;
export type Uitkomst = (typeof UITKOMSTEN)[number];

const Gebrek = z.object({ plek: z.string(), tekst: z.string() });

/** Eén persoon uit het bestand: waar hij terechtkomt en wat er nieuw aan is. */
const VoorstelRij = z
  .object({
    rij: z.number().int(),
    naam: z.string(),
    geboorte: z.string(),
    uitkomst: z.enum(UITKOMSTEN),
    dossierId: z.string().nullable(),
    /** Wie het zou kunnen zijn, als alleen naam en geboorte overeenkomen. */
    kandidaten: z.array(
      z.object({ dossierId: z.string(), naam: z.string(), geboorte: z.string() }),
    ),
    /** Wat wordt opgenomen, in woorden. */
    nieuw: z.array(z.object({ wat: z.string(), tekst: z.string() })),
    /** Wat niet wordt opgenomen omdat er al iets staat. */
    blijft: z.array(z.string()),
    gebreken: z.array(Gebrek),
  })
  .meta({ id: 'CoaVoorstelRij' });
export type VoorstelRij = z.infer<typeof VoorstelRij>;

export const VoorstelAntwoord = z
  .object({
    vorm: z.enum(['json', 'xlsx']),
    rijen: z.array(VoorstelRij),
    /** Wat over het hele bestand te zeggen is. */
    gebreken: z.array(Gebrek),
    /** Wanneer en door wie precies dit bestand al is opgenomen. */
    eerder: z.object({ op: z.string(), door: z.string() }).nullable(),
  })
  .meta({ id: 'CoaVoorstel' });
export type Voorstel = z.infer<typeof VoorstelAntwoord>;

/** Zo staat een rij in de geschiedenis: zonder naam, nummer of waarde. */
export const BewaardeRij = z.object({
  rij: z.number().int(),
  uitkomst: z.enum(UITKOMSTEN),
  dossierId: z.string().nullable(),
  feiten: z.number().int(),
  gebreken: z.array(Gebrek),
});
export type BewaardeRij = z.infer<typeof BewaardeRij>;

export const OverdrachtAntwoord = z
  .object({
    overdrachtId: z.string(),
    gemeente: z.string(),
    op: z.string(),
    door: z.string(),
    vorm: z.enum(['json', 'xlsx']),
    /** De naam ontbreekt voor wie geen dossiers mag zien. */
    rijen: z.array(BewaardeRij.extend({ naam: z.string().nullable() })),
  })
  .meta({ id: 'CoaOverdracht' });
export type Overdracht = z.infer<typeof OverdrachtAntwoord>;

export const OverdrachtenAntwoord = z.object({ items: z.array(OverdrachtAntwoord) });

export const KoppelVraag = z.strictObject({
  gemeenteId: z.uuid(),
  vNummer: z.string().min(1, 'vul het V-nummer in').max(20),
  op: dag,
  azc: z.string().trim().max(80).optional(),
});
export const KoppelAntwoord = z.object({
  dossierId: z.string(),
  /** Waar als er nog geen dossier was. */
  nieuw: z.boolean(),
  /** Onwaar als deze koppeling er al stond. */
  vastgelegd: z.boolean(),
});

export const TaakstellingVraag = z.strictObject({
  gemeenteId: z.uuid(),
  jaar: z.number().int().min(2020, 'kies een jaar vanaf 2020').max(2100),
  helft: z.union([z.literal(1), z.literal(2)]),
  aantal: z.number().int().min(0, 'vul een getal in vanaf 0').max(100_000),
});

const Halfjaar = z.object({
  gemeenteId: z.string(),
  gemeente: z.string(),
  jaar: z.number().int(),
  helft: z.number().int(),
  /** Leeg als er nog geen taakstelling is ingevuld. */
  aantal: z.number().int().nullable(),
  /** In dit halfjaar door COA gekoppeld. */
  gekoppeld: z.number().int(),
  /** In dit halfjaar na koppeling hier ingeschreven, niet in een azc. */
  gehuisvest: z.number().int(),
});
export type Halfjaar = z.infer<typeof Halfjaar>;

export const TaakstellingAntwoord = z
  .object({
    items: z.array(Halfjaar),
    /** Per gemeente: gekoppeld en nog niet in een eigen woning ingeschreven. */
    wacht: z.array(
      z.object({ gemeenteId: z.string(), gemeente: z.string(), aantal: z.number().int() }),
    ),
    mag: z.object({ wijzigen: z.boolean() }),
  })
  .meta({ id: 'CoaTaakstelling' });
export type Taakstelling = z.infer<typeof TaakstellingAntwoord>;
