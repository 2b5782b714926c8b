import { z } from 'zod';

/** `hapert`: er gaat nog iets mis maar ook iets goed, of het is pas net begonnen. `plat`: niets lukt meer. */
const KoppelingStaat = z.enum(['goed', 'hapert', 'plat', 'stil']);

const Wachtrij = z.object({
  /** Waarop wordt gewacht: 'te versturen', 'te verwerken'. */
  wat: z.string(),
  aantal: z.number().int(),
  /** Minuten sinds het oudste; leeg als er niets wacht. */
  oudsteMinuten: z.number().int().nullable(),
});

export const Koppeling = z
  .object({
    systeem: z.enum(['duo', 'duo-in', 'brp', 'notify']),
    naam: z.string(),
    /** Wat deze koppeling doet, in één zin. */
    doet: z.string(),
    staat: KoppelingStaat,
    laatstGelukt: z.string().nullable(),
    laatstMislukt: z.string().nullable(),
    /** Sinds wanneer niets meer lukt. */
    platSinds: z.string().nullable(),
    reden: z.string().nullable(),
    /** Per uur, oudste eerst, de laatste vierentwintig uur. */
    uren: z.array(
      z.object({ uur: z.string(), gelukt: z.number().int(), mislukt: z.number().int() }),
    ),
    wachtrij: Wachtrij.nullable(),
  })
  .meta({ id: 'Koppeling' });
export type Koppeling = z.infer<typeof Koppeling>;

export const Certificaat = z
  .object({
    /** `uit`: hiermee spreekt Meedoen DUO. `in`: dat van de eigen poort voor meldingen van DUO. */
    richting: z.enum(['uit', 'in']),
    /** De organisaties (OIN's) die dit certificaat gebruiken. */
    oins: z.array(z.string()),
    geldigTot: z.string(),
    dagenOver: z.number().int(),
    niveau: z.enum(['goed', '60', '30', '14', '7', 'verlopen']),
    /** Waarom een nieuwer bestand niet in gebruik kwam. */
    fout: z.string().optional(),
  })
  .meta({ id: 'Certificaat' });
export type Certificaat = z.infer<typeof Certificaat>;

export const Koppelingen = z
  .object({
    op: z.string(),
    koppelingen: z.array(Koppeling),
    certificaten: z.array(Certificaat),
  })
  .meta({ id: 'Koppelingen' });
export type Koppelingen = z.infer<typeof Koppelingen>;

const Storing = z
  .object({
    systeem: z.string(),
    naam: z.string(),
    sinds: z.string(),
    /** Wat het voor het werk betekent, in gewone woorden. */
    gevolg: z.string(),
  })
  .meta({ id: 'Storing' });
export const Storingen = z.object({ items: z.array(Storing) }).meta({ id: 'Storingen' });
export type Storingen = z.infer<typeof Storingen>;
