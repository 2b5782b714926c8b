import { z } from 'zod';
import type { Datum } from '../../rules/shared/datum.ts';
import { isDatum, plusDagen } from '../../rules/shared/datum.ts';
import type { Codewaarde, Score } from './schemas.ts';

/** Een dag die bestaat, als `jjjj-mm-dd`. */
export const datum = z
  .string()
  .refine(isDatum, 'geen bestaande datum')
  .transform((d) => d as Datum);

/** Registers schrijven 31 december 9999 voor 'geen einde'. */
const GEEN_EINDE = '9999-12-31';

/** DUO noemt de laatste dag die meetelt; binnen Meedoen is het einde de dag erna. */
export const eindeInclusief = datum.transform((d) =>
  d >= GEEN_EINDE ? undefined : plusDagen(d, 1),
);

/** Een score met een komma en twee cijfers erachter. */
export const score = z
  .string()
  .regex(/^\d{1,3},\d{2}$/)
  .transform((tekst): Score => ({ honderdsten: Number(tekst.replace(',', '')), tekst }));

/** Een waarde uit een lijst; wat er niet in staat blijft als tekst bewaard. */
export function code<const T extends string>(waarden: readonly T[]) {
  const isBekend = (w: string): w is T => (waarden as readonly string[]).includes(w);
  return z
    .string()
    .transform(
      (w): Codewaarde<T> =>
        isBekend(w) ? { bekend: true, waarde: w } : { bekend: false, waarde: w },
    );
}

/** DUO laat een leeg veld weg; een expliciete `null` betekent hetzelfde. */
export function eventueel<S extends z.ZodType>(schema: S) {
  return schema.nullish().transform((w) => w ?? undefined);
}

/** Een geheel aantal van nul of meer. */
export const aantal = z.number().int().min(0);

/** Een aantal uren zoals DUO het aanneemt. */
export const urenMelding = z.number().int().min(0).max(9999);

/** `POST`, `PUT` en `DELETE` van DUO antwoorden meestal zonder inhoud. */
export const zonderInhoud = z.unknown().transform(() => undefined);

export const LEERROUTES = ['B', 'O', 'Z'] as const;
export const ALFABETISERING = ['A', 'AA', 'NVT'] as const;
export const EXAMENONDERDELEN = ['KNM', 'LE', 'LU', 'SC', 'SP'] as const;
export const OORDELEN = ['Toekenning', 'Afwijzing'] as const;
