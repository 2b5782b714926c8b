import { z } from 'zod';

const Onderwerp = z.enum(['opleiding', 'diplomawaardering', 'werk', 'taal', 'digitaal', 'gezin']);
export type Onderwerp = z.infer<typeof Onderwerp>;

const Rij = z.object({
  sleutel: z.string(),
  onderwerp: Onderwerp,
  /** 'Hoogste opleiding'. */
  naam: z.string(),
  /** Zoals het op de dagtekening was; `null` als het toen niet bekend was. */
  toen: z.string().nullable(),
  nu: z.string().nullable(),
  /** `verbeterd`: iemand verving juist dit gegeven; `gewijzigd`: er kwam later iets anders bij. */
  verschil: z.enum(['gelijk', 'verbeterd', 'gewijzigd', 'nieuw', 'vervallen']),
  /** Wie het laatst iets vastlegde, en sinds wanneer het zo is; leeg als er niets veranderde. */
  nuOp: z.string().nullable(),
  nuDoor: z.string().nullable(),
});
export type BeginRij = z.infer<typeof Rij>;

const Beginsituatie = z.object({
  /** Leeg zolang er geen PIP is: dit is dan wat er nu vastgelegd zou worden. */
  pipId: z.string().nullable(),
  dagtekening: z.string(),
  vastgelegdOp: z.string().nullable(),
  /** Dag van de meting die erbij hoort. */
  metingOp: z.string().nullable(),
  rijen: z.array(Rij),
});
export type Beginsituatie = z.infer<typeof Beginsituatie>;

export const BeginAntwoordSchema = z
  .object({
    /** Nieuwste PIP eerst. */
    items: z.array(Beginsituatie),
    voorlopig: Beginsituatie.nullable(),
  })
  .meta({ id: 'Beginsituaties' });
export type Beginsituaties = z.infer<typeof BeginAntwoordSchema>;

const advies = <T extends [string, ...string[]]>(keuzes: T) =>
  z.object({ keuze: z.enum(keuzes), zin: z.string(), waarom: z.array(z.string()) });

export const DigitaalAntwoord = z
  .object({
    brieven: advies(['papier', 'digitaal', 'papier-en-digitaal']),
    les: advies(['in-de-klas', 'klas-met-oefenen-thuis', 'ook-online']),
    /** Vragen van de intake zonder antwoord. */
    ontbreekt: z.array(z.string()),
  })
  .meta({ id: 'DigitaalAdvies' });
export type Digitaal = z.infer<typeof DigitaalAntwoord>;
