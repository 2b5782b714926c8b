import { z } from 'zod';

/** Toon van een regel, als in de rest van het scherm. */
const toon = z.enum(['met', 'near', 'late', 'neutral', 'outside']);

/** Eén punt op de tijdlijn van wat DUO vaststelde. */
const Punt = z.object({
  id: z.string(),
  /** Dag waarop het ingaat of veranderde. */
  datum: z.string().nullable(),
  onderwerp: z.enum(['doelgroep', 'plicht', 'termijn']),
  tekst: z.string(),
  /** Wat er anders werd ten opzichte van ervoor, en waarom. */
  uitleg: z.string().nullable(),
  /** Waar: dit geldt nu. */
  nu: z.boolean(),
});

const Regel = z.object({
  id: z.string(),
  tekst: z.string(),
  datum: z.string().nullable(),
  /** Klein onder de tekst. */
  bij: z.string().nullable(),
  merk: z.object({ tekst: z.string(), toon }).nullable(),
});

const Kaart = z.object({
  regels: z.array(Regel),
  /** Wanneer DUO dit voor het laatst zei; leeg als het nog nooit is gevraagd. */
  gezienOp: z.string().nullable(),
});

const Verschil = z.object({ naam: z.string(), was: z.string().nullable(), wordt: z.string() });

/** Alles wat DUO over een persoon zei. */
export const DuoBeeld = z
  .object({
    /** Het laatste moment waarop DUO antwoordde. */
    bekekenOp: z.string().nullable(),
    heeftBsn: z.boolean(),
    opvraging: z
      .object({
        staat: z.enum(['bezig', 'klaar', 'deels']),
        gedaan: z.int(),
        totaal: z.int(),
        zonderAntwoord: z.array(z.string()),
        gevraagdOp: z.string(),
      })
      .nullable(),
    /** Vanaf wanneer weer mag worden opgevraagd; leeg als het nu mag. */
    wachtTot: z.string().nullable(),
    tijdlijn: z.array(Punt),
    toets: Kaart.extend({
      examennummer: z.string().nullable(),
      ingetrokken: z.enum(['wacht', 'bevestigd', 'geweigerd']).nullable(),
      foutteksten: z.array(z.string()),
    }),
    vrijstellingen: Kaart,
    ontheffingen: Kaart,
    /** Of deze gebruiker de grond van een ontheffing mag zien. */
    magGrond: z.boolean(),
    verlengingen: Kaart,
    examens: Kaart,
    pogingen: z.array(z.object({ onderdeel: z.string(), tegoed: z.int() })),
    boetes: Kaart,
    pip: Kaart,
    gebeurtenissen: Kaart,
    /** Wat een andere doelgroep betekent; leeg als de doelgroep niet is veranderd. */
    doelgroepwissel: z
      .object({
        van: z.string(),
        naar: z.string(),
        op: z.string().nullable(),
        verschillen: z.array(Verschil),
      })
      .nullable(),
    mag: z.object({ opvragen: z.boolean(), intrekken: z.boolean() }),
  })
  .meta({ id: 'DuoBeeld' });
export type DuoBeeld = z.infer<typeof DuoBeeld>;

export const Opvragen = z.object({ staat: z.enum(['bezig']), totaal: z.int() });
export type Opvragen = z.infer<typeof Opvragen>;

export const TrekToetsIn = z.strictObject({ reden: z.string().trim().min(10).max(500) });
export type TrekToetsIn = z.infer<typeof TrekToetsIn>;

export const Ingetrokken = z.object({ feitId: z.uuid() });
