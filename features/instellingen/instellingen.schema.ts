import { z } from 'zod';
import { bladzijde } from '../shared/lijst.schema.ts';

export const InstellingZoekVraag = z.strictObject({
  /** Deel van naam, plaats of nummer. */
  tekst: z.string().trim().max(100).optional(),
  keurmerk: z.enum(['bow', 'tst']).optional(),
  plaats: z.string().max(40).optional(),
  /** Ook instellingen die DUO niet meer noemt. */
  ookVerdwenen: z.boolean().default(false),
  ...bladzijde,
});
export type InstellingZoekVraag = z.input<typeof InstellingZoekVraag>;

export const Instelling = z.object({
  instellingsnummer: z.string(),
  naam: z.string(),
  adres: z.string().nullable(),
  plaats: z.string().nullable(),
  bowKeurmerk: z.boolean().nullable(),
  tstKeurmerk: z.boolean().nullable(),
  verdwenenOp: z.string().nullable(),
  keurmerkVerlorenOp: z.string().nullable(),
});
export type Instelling = z.infer<typeof Instelling>;

/** Wanneer de lijst van DUO het laatst is opgehaald. */
export const NaslagStand = z.object({
  geprobeerdOp: z.string(),
  geluktOp: z.string().nullable(),
  aantal: z.number().int().nullable(),
  /** DUO gaf precies tweehonderd regels: er kunnen er meer zijn. */
  misschienAfgekapt: z.boolean(),
  fout: z.string().nullable(),
});
export type NaslagStand = z.infer<typeof NaslagStand>;

export const InstellingLijst = z.object({
  items: z.array(Instelling),
  totaal: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
  plaatsen: z.array(z.string()),
  stand: NaslagStand.nullable(),
});
export type InstellingLijst = z.infer<typeof InstellingLijst>;

export const BijwerkAntwoord = z.object({ gepland: z.boolean() });
