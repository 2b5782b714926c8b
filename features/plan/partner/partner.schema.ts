import { z } from 'zod';
import { DossierParams } from '../../shared/dossier.schema.ts';
import { zonderStuurteken } from '../../shared/tekst.schema.ts';

/** Wat een partner zonder account ziet en antwoordt. */

export const LinkVraag = z.strictObject({
  netwerkId: z.uuid(),
  planId: z
    .uuid()
    .nullable()
    .describe('Eén afspraak; leeg voor alle open afspraken van deze partner.'),
  dagen: z.union([z.literal(7), z.literal(14), z.literal(30)]),
});
export const LinkAntwoord = z.object({
  linkId: z.uuid(),
  adres: z.string().describe('Dit adres is hierna niet meer op te vragen.'),
  code: z.string(),
  totEnMet: z.string(),
});
export type NieuweLink = z.infer<typeof LinkAntwoord>;
export const LinkParams = DossierParams.extend({ linkId: z.uuid() });
export const IngetrokkenAntwoord = z.object({ linkId: z.uuid() });

const Sleutel = z.string().regex(/^[\w-]{43}$/u, 'Dit is geen sleutel van een link.');

export const WisselVraag = z.strictObject({
  token: Sleutel,
  code: z.string().regex(/^\d{6}$/u, 'De code heeft zes cijfers.'),
});
export const SessieVraag = z.strictObject({ sessie: Sleutel });
const Uitkomst = z.enum(['gedaan', 'lukt-niet', 'vraag']);
export const AntwoordVraag = z
  .strictObject({
    sessie: Sleutel,
    planId: z.uuid(),
    uitkomst: Uitkomst,
    tekst: z
      .string()
      .trim()
      .max(500, 'Dit mag hoogstens 500 tekens zijn.')
      .refine(zonderStuurteken, 'Hier staat een onzichtbaar stuurteken in. Typ de tekst opnieuw.'),
  })
  .refine((v) => v.uitkomst === 'gedaan' || v.tekst !== '', {
    path: ['tekst'],
    message: 'Schrijf kort waarom, of wat u wilt vragen.',
  });

/** Alleen wat is gedeeld: de voornaam en de afspraken. */
export const TakenAntwoord = z.object({
  partner: z.string(),
  voornaam: z.string(),
  gemeente: z.string(),
  klantmanager: z.object({ naam: z.string(), telefoon: z.string() }).nullable(),
  totEnMet: z.string(),
  taken: z.array(
    z.object({
      planId: z.uuid(),
      wat: z.string(),
      uiterlijk: z.string().nullable(),
      antwoord: z
        .object({ uitkomst: Uitkomst, tekst: z.string().nullable(), op: z.string() })
        .nullable(),
    }),
  ),
});
export type Taken = z.infer<typeof TakenAntwoord>;
export const SessieAntwoord = TakenAntwoord.extend({ sessie: z.string(), sessieTot: z.string() });
export type Sessie = z.infer<typeof SessieAntwoord>;
