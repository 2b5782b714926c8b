import { z } from 'zod';
import { SCHALEN, TAAKLIJST, type Taak } from '../../rules/taakverdeling/taken.ts';

const taak = z.enum(TAAKLIJST as [Taak, ...Taak[]]);
const schaal = z.enum(SCHALEN);

export const Organisatie = z
  .object({
    id: z.string(),
    naam: z.string(),
    soort: z.enum(['gemeente', 'rit', 'uitvoerder', 'taalschool', 'partner']),
  })
  .meta({ id: 'Organisatie' });

export const Verdeling = z
  .object({
    id: z.string(),
    taak,
    schaal,
    organisatieId: z.string(),
    organisatie: z.string(),
    geldigVanaf: z.iso.date(),
    /** Laatste dag, tot en met; leeg = nog geldig. */
    geldigTotEnMet: z.iso.date().nullable(),
  })
  .meta({ id: 'Verdeling' });

export const TaakverdelingAntwoord = z
  .object({
    gemeente: z.object({ id: z.string(), code: z.string(), naam: z.string() }),
    /** Wat vandaag geldt en wat is gepland, per taak op datum. */
    regels: z.array(Verdeling),
    /** Wat eerder gold. */
    historie: z.array(Verdeling),
    organisaties: z.array(Organisatie),
    magWijzigen: z.boolean(),
  })
  .meta({ id: 'Taakverdeling' });

export const TaakverdelingVerzoek = z
  .object({
    geldigVanaf: z.iso.date(),
    regels: z
      .array(z.strictObject({ taak, schaal, organisatieId: z.uuid() }))
      .min(1)
      .max(TAAKLIJST.length),
  })
  .meta({ id: 'TaakverdelingVerzoek' });

export type Taakverdeling = z.infer<typeof TaakverdelingAntwoord>;
export type VerdelingRegel = z.infer<typeof Verdeling>;
export type OrganisatieKeuze = z.infer<typeof Organisatie>;
