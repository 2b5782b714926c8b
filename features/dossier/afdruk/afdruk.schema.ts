import { z } from 'zod';
import { LEEFGEBIEDEN, type Leefgebied } from '../../../rules/brede-intake/onderdelen.ts';
import { briefvelden, dag, regel, tekst } from '../../shared/brief.schema.ts';
import { ONDERWERPEN, type Onderwerp } from '../onderwerpen.ts';

/** Het verslag van een dossier: alle regels van de tijdlijn, oudste eerst en genummerd. */

export const LeefgebiedKeuze = z.enum(Object.keys(LEEFGEBIEDEN) as [Leefgebied, ...Leefgebied[]]);
export const OnderwerpKeuze = z.enum(Object.keys(ONDERWERPEN) as [Onderwerp, ...Onderwerp[]]);

export const VerslagVraag = z.strictObject({
  onderwerp: OnderwerpKeuze.optional(),
  leefgebied: LeefgebiedKeuze.optional(),
  /** Waarvoor het verslag is; het staat erop. */
  doel: z.enum(['hoorzitting', 'inzage']),
});
export const VerslagAntwoord = z.object({ documentId: z.uuid(), regels: z.int() });

export const VerslagBrief = z.strictObject({
  ...briefvelden,
  doel: regel(),
  deel: regel().optional(),
  van: dag,
  totEnMet: dag,
  geheim: z.boolean(),
  /** De maker mag niet elk deel zien. */
  mist: z.boolean(),
  regels: z
    .array(
      z.strictObject({
        nummer: z.int(),
        dag,
        tekst: tekst(8000),
        onderdelen: z.array(tekst(8000)),
        bron: regel(300),
        vastgelegd: dag.optional(),
        eerder: z.array(
          z.strictObject({
            soort: z.enum(['anders', 'bevestigd', 'gevoelig']),
            tekst: tekst(8000),
            bron: regel(300),
            dag,
          }),
        ),
      }),
    )
    .min(1),
});
