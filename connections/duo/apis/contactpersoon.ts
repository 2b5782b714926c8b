import { z } from 'zod';
import { zonderInhoud } from '../velden.ts';
import type { Vragen } from '../vraag.ts';

/** DUO neemt in een naam geen cijfers of leestekens aan, behalve aanhalingsteken, punt en streepje. */
const contactpersoongegevens = z.strictObject({
  naam: z
    .string()
    .min(1)
    .max(100)
    .regex(/^[\s'‘.\p{L}\p{Pd}]+$/u),
  email: z.string().min(4).max(241),
  telefoonnummer: z
    .string()
    .min(3)
    .max(22)
    .regex(/^(\+|[0-9])((\s|\s?(-|\(0\))\s?)?[0-9]){2,15}([,][1-9][0-9]{1,8})?$/),
});

// Zonder nummer is de contactpersoon bij DUO niet meer te vinden: dan is dit geen goed antwoord.
const contactpersoonAntwoord = z
  .object({ id: z.number().int().min(1) })
  .transform(({ id }) => ({ id }));

const EEN = '/contactpersonen/{id}';
const KOPPELING = '/contactpersonen/{id}/personen/{bsn}';

/** SDI014: wie de gemeente voor iemand laat bellen. DUO geeft ze niet terug: bewaar het nummer. */
export const contactpersoonVragen = ({ meld }: Vragen) => ({
  /** Nooit blind herhalen: elke melding maakt er een bij. */
  maakContactpersoon: (gegevens: z.input<typeof contactpersoongegevens>, berichtId?: string) =>
    meld('contactpersoon', 'POST', '/contactpersonen', {}, contactpersoonAntwoord, berichtId, {
      schema: contactpersoongegevens,
      inhoud: gegevens,
    }),
  wijzigContactpersoon: (
    id: number,
    gegevens: z.input<typeof contactpersoongegevens>,
    berichtId?: string,
  ) =>
    meld('contactpersoon', 'PUT', EEN, { id }, zonderInhoud, berichtId, {
      schema: contactpersoongegevens,
      inhoud: gegevens,
    }),
  /** Daarmee vervallen ook alle koppelingen met personen. */
  verwijderContactpersoon: (id: number, berichtId?: string) =>
    meld('contactpersoon', 'DELETE', EEN, { id }, zonderInhoud, berichtId),
  /** Vervangt de contactpersoon die er was. */
  koppelContactpersoon: (id: number, bsn: string, berichtId?: string) =>
    meld('contactpersoon', 'POST', KOPPELING, { id, bsn }, zonderInhoud, berichtId),
  ontkoppelContactpersoon: (id: number, bsn: string, berichtId?: string) =>
    meld('contactpersoon', 'DELETE', KOPPELING, { id, bsn }, zonderInhoud, berichtId),
});
