import { z } from 'zod';

export const ToewijzenVerzoek = z
  .object({
    dossierIds: z.array(z.uuid()).min(1, 'Kies minstens één persoon.').max(200),
    /** Leeg maakt de dossiers weer niet-toegewezen. */
    klantmanagerId: z.uuid().nullable(),
    /** Wie er volgens het scherm klantmanager was, per dossier; is dat intussen een ander, dan wordt dat dossier overgeslagen. */
    verwacht: z.record(z.uuid(), z.uuid().nullable()).optional(),
  })
  .meta({ id: 'ToewijzenVerzoek' });
export type ToewijzenVerzoek = z.infer<typeof ToewijzenVerzoek>;

export const ToewijzenAntwoord = z
  .object({
    gelukt: z.array(z.object({ dossierId: z.uuid(), vorigeKlantmanagerId: z.uuid().nullable() })),
    mislukt: z.array(
      z.object({
        dossierId: z.uuid(),
        naam: z.string().nullable(),
        code: z.enum(['niet-gevonden', 'gewijzigd', 'mag-niet-voor-gemeente']),
        tekst: z.string(),
      }),
    ),
  })
  .meta({ id: 'ToewijzenAntwoord' });
export type Toegewezen = z.infer<typeof ToewijzenAntwoord>;

export const MedewerkersAntwoord = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        naam: z.string(),
        functie: z.string(),
        organisatie: z.string(),
        /** Mensen van wie de plicht niet is geëindigd, binnen de gemeenten die de vrager ziet. */
        aantalMensen: z.int(),
        /** CBS-codes waarvoor deze medewerker klantmanager kan zijn. */
        gemeenten: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'MedewerkersAntwoord' });
export type Medewerkers = z.infer<typeof MedewerkersAntwoord>;

export const UitstelVerzoek = z
  .object({
    /** Dag waarop de persoon weer in de werkvoorraad staat. */
    tot: z.iso.date('Kies een dag.'),
    reden: z.string().trim().min(3, 'Schrijf kort waarom dit later kan.').max(500),
  })
  .meta({ id: 'UitstelVerzoek' });

export const UitstelAntwoord = z
  .object({ dossierId: z.uuid(), uitgesteldTot: z.iso.date().nullable() })
  .meta({ id: 'UitstelAntwoord' });

export const VervangingVerzoek = z
  .object({
    /** Wie wordt vervangen; leeg is de gebruiker zelf. Een ander kan alleen een regisseur van dezelfde organisatie. */
    medewerkerId: z.uuid().optional(),
    vervangerId: z.uuid(),
    van: z.iso.date(),
    totEnMet: z.iso.date(),
  })
  .meta({ id: 'VervangingVerzoek' });

export const Vervanging = z
  .object({
    id: z.uuid(),
    medewerker: z.object({ id: z.uuid(), naam: z.string() }),
    vervanger: z.object({ id: z.uuid(), naam: z.string() }),
    van: z.iso.date(),
    totEnMet: z.iso.date(),
  })
  .meta({ id: 'Vervanging' });
export type Vervanging = z.infer<typeof Vervanging>;

export const VervangingenAntwoord = z
  .object({ items: z.array(Vervanging) })
  .meta({ id: 'VervangingenAntwoord' });
