import { z } from 'zod';
import { isDatum } from '../../rules/shared/datum.ts';
import { opEenRegel, zonderStuurteken } from './tekst.schema.ts';

/** Staat overal waar een uitslag of score van de leerbaarheidstoets staat. */
export const TOETSGRENS =
  'De toets geeft een inschatting op één moment. Zij beslist niet over de leerroute: dat doet u, met alles wat u weet.';

/** Waarom iemand de toets niet hoeft te doen. */
export const ONTHEFFINGSGROND = {
  visueel: 'beperking van het zien',
  auditief: 'beperking van het horen',
} as const;

/** Hoe leerbaarheid wordt beoordeeld als iemand de toets niet hoeft te doen (Wi2021 art. 14 lid 6). */
export const MANIEREN = {
  observatie: 'een taaldocent kijkt mee in de les',
  gesprek: 'een gesprek over leren, met voorbeelden',
  proefles: 'een proefles van een paar weken',
  specialist: 'een specialist in leren met deze beperking',
  anders: 'anders',
} as const;
const MANIERCODES = Object.keys(MANIEREN) as [keyof typeof MANIEREN, ...(keyof typeof MANIEREN)[]];

const regel = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Gebruik niet meer dan ${max} tekens.`)
    .refine((t) => zonderStuurteken(t) && opEenRegel(t), 'Dit bevat een teken dat hier niet kan.');

export const Alternatief = z
  .strictObject({
    manier: z.enum(MANIERCODES, 'Kies een manier.'),
    wie: regel(120).min(2, 'Vul in wie dit beoordeelt.'),
    op: z.string().refine(isDatum, 'Dit is geen bestaande datum.').optional(),
    /** Wat eruit kwam; nooit een diagnose. */
    uitkomst: regel(1000).min(10, 'Schrijf in een zin wat eruit kwam.').optional(),
  })
  .refine((a) => Boolean(a.op) === Boolean(a.uitkomst), {
    error: 'Vul de dag en de uitkomst samen in.',
    path: ['op'],
  });
export type Alternatief = z.infer<typeof Alternatief>;
