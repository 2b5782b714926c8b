import { z } from 'zod';
import { ALFABETISERING, code, datum, eventueel, LEERROUTES, zonderInhoud } from '../velden.ts';
import type { Vragen } from '../vraag.ts';

const NIVEAUS = ['A2', 'B1'] as const;

export const pipAntwoord = z.object({
  gemeentecode: z.string().regex(/^\d{4}$/),
  pip: z.object({
    dagtekeningPip: datum,
    leerroute: code(LEERROUTES),
    niveau: eventueel(code(NIVEAUS)),
    geschatteIntensiteitB1Route: eventueel(z.number().int()),
    indicatorMagOpleidingAfmaken: eventueel(z.boolean()),
    indicatorAlfabetiseringsonderwijs: eventueel(code(ALFABETISERING)),
  }),
});

const pipMelding = z.strictObject({
  dagtekeningPip: datum,
  leerroute: z.enum(LEERROUTES),
  niveau: z.enum(NIVEAUS).optional(),
  geschatteIntensiteitB1Route: z.number().int().min(1).max(9999).optional(),
  indicatorMagOpleidingAfmaken: z.boolean().optional(),
  indicatorAlfabetiseringsonderwijs: z.enum(ALFABETISERING).optional(),
});

const PAD = '/personen/{bsn}/PIP';

/** SDI014: het PIP van deze of een vorige gemeente. Een gewijzigd PIP is een nieuwe melding. */
export const pipVragen = ({ haal, meld }: Vragen) => ({
  pip: (bsn: string) => haal('pip', PAD, { bsn }, pipAntwoord),
  /** `berichtId` meegeven kan, zodat het vóór het verzenden is vastgelegd. */
  meldPip: (bsn: string, pip: z.input<typeof pipMelding>, berichtId?: string) =>
    meld('pip', 'POST', PAD, { bsn }, zonderInhoud, berichtId, { schema: pipMelding, inhoud: pip }),
  verwijderPip: (bsn: string, berichtId?: string) =>
    meld('pip', 'DELETE', PAD, { bsn }, zonderInhoud, berichtId),
});
