import { z } from 'zod';

/** Een medewerker zoals DUO hem als contactpersoon kent. */
export const Contactpersoon = z.object({
  contactpersoonId: z.uuid(),
  gemeenteId: z.uuid(),
  gemeente: z.string(),
  medewerker: z.string(),
  naam: z.string(),
  email: z.string(),
  telefoonnummer: z.string(),
  staat: z.enum(['nieuw', 'bezig', 'bekend', 'onzeker', 'geweigerd']),
  /** Nummer bij DUO. */
  duoNummer: z.number().int().nullable(),
  foutteksten: z.array(z.string()),
  laatsteFout: z.string().nullable(),
  /** Wat hier staat heeft DUO nog niet. */
  gewijzigd: z.boolean(),
  /** Mensen bij wie DUO deze contactpersoon heeft. */
  gekoppeld: z.number().int(),
  wachten: z.number().int(),
});
export type Contactpersoon = z.infer<typeof Contactpersoon>;

export const ContactpersoonLijst = z.object({ items: z.array(Contactpersoon) });
export type ContactpersoonLijst = z.infer<typeof ContactpersoonLijst>;

export const ContactpersoonWijziging = z.strictObject({
  naam: z.string().trim().min(1).max(100),
  email: z.string().trim().min(1).max(241),
  telefoonnummer: z.string().trim().min(1).max(22),
});
export type ContactpersoonWijziging = z.infer<typeof ContactpersoonWijziging>;

/** Wat een mens bij DUO zag na een melding zonder antwoord. */
export const NakijkVraag = z.discriminatedUnion('uitkomst', [
  z.strictObject({
    uitkomst: z.literal('heeft-hem'),
    nummer: z.int().min(1).max(99_999),
  }),
  z.strictObject({ uitkomst: z.literal('heeft-hem-niet') }),
]);
export type NakijkVraag = z.infer<typeof NakijkVraag>;
