import { z } from 'zod';

/** Antwoorden over de delen van een dossier. Een veld dat hier niet staat, verlaat de server niet. */

const EerderSchema = z.object({
  /** Bevestigd: hetzelfde antwoord stond er al. Gevoelig: wat er stond wordt hier niet herhaald. */
  soort: z.enum(['anders', 'bevestigd', 'gevoelig']),
  tekst: z.string(),
  bron: z.string(),
  vastgelegdOp: z.string(),
});

export const TijdlijnAntwoord = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      soort: z.enum(['feit', 'brief', 'bericht-in', 'bericht-uit', 'samenvoeging']),
      onderwerp: z.string(),
      datum: z.string(),
      vastgelegdOp: z.string(),
      tekst: z.string(),
      /** De antwoorden die op deze dag samen zijn vastgelegd, elk in woorden. */
      onderdelen: z.array(z.string()).optional(),
      bron: z.string(),
      /** Wat hier stond voordat het werd verbeterd, nieuwste eerst. */
      eerder: z.array(EerderSchema),
      /** In welk dossier dit was vastgelegd, als het door een samenvoeging hier staat. */
      overgenomen: z.boolean(),
      documentId: z.uuid().optional(),
    }),
  ),
  totaal: z.int(),
  page: z.int(),
  pageSize: z.int(),
});
export type Tijdlijn = z.infer<typeof TijdlijnAntwoord>;

export const DocumentenAntwoord = z.object({
  items: z.array(
    z.object({
      documentId: z.uuid(),
      soort: z.string(),
      titel: z.string(),
      /** Code uit de lijst van talen. */
      taal: z.string(),
      /** Versie van het besluit waar het stuk bij hoort. */
      versie: z.int().nullable(),
      mediaType: z.string(),
      gemaaktOp: z.string(),
      door: z.string().nullable(),
      bytes: z.int(),
      sha256: z.string(),
    }),
  ),
});
export type Documenten = z.infer<typeof DocumentenAntwoord>;

export const BerichtenAntwoord = z.object({
  in: z.array(
    z.object({
      id: z.uuid(),
      gebeurtenisId: z.string(),
      /** Wat de melding betekent; leeg bij een onbekende gebeurtenis. */
      omschrijving: z.string().nullable(),
      geregistreerdOp: z.string(),
      ontvangenOp: z.string(),
      staat: z.enum(['nieuw', 'verwerkt', 'postvak', 'afgehandeld']),
      reden: z.string().nullable(),
    }),
  ),
  uit: z.array(
    z.object({
      id: z.uuid(),
      soort: z.string(),
      onderwerpId: z.uuid(),
      staat: z.enum(['wacht', 'bezig', 'geaccepteerd', 'geweigerd', 'ingetrokken']),
      pogingen: z.int(),
      foutteksten: z.array(z.string()),
      laatsteFout: z.string().nullable(),
      gemaaktOp: z.string(),
      afgerondOp: z.string().nullable(),
    }),
  ),
});
export type Berichten = z.infer<typeof BerichtenAntwoord>;

export const LogboekAntwoord = z.object({
  items: z.array(
    z.object({
      volgnummer: z.int(),
      tijdstip: z.string(),
      wie: z.string(),
      organisatie: z.string().nullable(),
      rol: z.string().nullable(),
      taak: z.string(),
      handeling: z.string(),
      objectSoort: z.string(),
    }),
  ),
  totaal: z.int(),
  page: z.int(),
  pageSize: z.int(),
});
export type Logboek = z.infer<typeof LogboekAntwoord>;

const gegeven = <T extends z.ZodType>(inhoud: T) =>
  z
    .object({
      feitId: z.uuid(),
      inhoud,
      geldigOp: z.string(),
      /** Systeem of naam van wie het vastlegde: 'BRP', 'Noor de Wit'. */
      bron: z.string(),
      teWijzigen: z.boolean(),
    })
    .nullable();

const Geboorte = z.discriminatedUnion('soort', [
  z.object({ soort: z.literal('datum'), datum: z.string() }),
  z.object({ soort: z.literal('jaarMaand'), jaar: z.int(), maand: z.int() }),
  z.object({ soort: z.literal('jaar'), jaar: z.int() }),
  z.object({ soort: z.literal('onbekend') }),
]);

/** De geldende gegevens van de persoon, elk met bron en het feit dat een verbetering vervangt. */
export const GegevensAntwoord = z.object({
  persoon: gegeven(
    z.object({
      voornamen: z.string(),
      voorvoegsel: z.string().optional(),
      geslachtsnaam: z.string(),
      geboorte: Geboorte,
      geslacht: z.enum(['man', 'vrouw', 'onbekend']).optional(),
      nationaliteit: z.string().optional(),
    }),
  ),
  adres: gegeven(
    z.object({
      straat: z.string(),
      huisnummer: z.string(),
      postcode: z.string(),
      plaats: z.string(),
      azc: z.boolean().optional(),
    }),
  ),
  contact: gegeven(z.object({ telefoon: z.string().optional(), email: z.string().optional() })),
  taal: gegeven(
    z.object({
      gesprekstaal: z.string(),
      tolkNodig: z.boolean(),
      schrift: z.string().optional(),
    }),
  ),
  koppeling: z.object({ op: z.string(), azc: z.string().optional() }).nullable(),
  derdeInformatie: z.array(
    z.object({
      feitId: z.uuid(),
      van: z.string(),
      waarom: z.string(),
      onmisbaar: z.boolean(),
      gevraagdOp: z.string(),
      ontvangenOp: z.string().nullable(),
    }),
  ),
});
export type Gegevens = z.infer<typeof GegevensAntwoord>;

export const GezinAntwoord = z.object({
  items: z.array(
    z.object({
      dossierId: z.uuid(),
      relatie: z.enum(['partner', 'kind', 'ouder', 'broer-of-zus']),
      naam: z.string(),
      geboorte: z.string().nullable(),
      doelgroep: z.string(),
      schakel: z.int(),
      voorstel: z.string(),
      laatsteDag: z.string().nullable(),
    }),
  ),
});
export type Gezin = z.infer<typeof GezinAntwoord>;

export const GeopendAntwoord = z.object({ dossierId: z.uuid() });
export const VastgelegdAntwoord = z.object({ dossierId: z.uuid(), revisie: z.int() });

export const DubbelenAntwoord = z.object({
  items: z.array(
    z.object({ dossierId: z.uuid(), naam: z.string(), geboorte: z.string().nullable() }),
  ),
});
export type Dubbelen = z.infer<typeof DubbelenAntwoord>;
