import { z } from 'zod';
import type { Datum } from '../../rules/shared/datum.ts';
import { isDatum, plusDagen } from '../../rules/shared/datum.ts';

/** Een waarde uit een lijst van DUO. DUO kan een lijst uitbreiden; dan is `bekend` onwaar. */
export type Codewaarde<T extends string> =
  | { bekend: true; waarde: T }
  | { bekend: false; waarde: string };

/** Een score op een toets, exact: `62,50` is `{ honderdsten: 6250, tekst: '62,50' }`. */
export type Score = { honderdsten: number; tekst: string };

const datum = z
  .string()
  .refine(isDatum, 'geen bestaande datum')
  .transform((d) => d as Datum);

/** Registers schrijven 31 december 9999 voor 'geen einde'. */
const GEEN_EINDE = '9999-12-31';

/** DUO noemt de laatste dag die meetelt; binnen Meedoen is het einde de dag erna. */
const eindeInclusief = datum.transform((d) => (d >= GEEN_EINDE ? undefined : plusDagen(d, 1)));

const score = z
  .string()
  .regex(/^\d{1,3},\d{2}$/)
  .transform((tekst): Score => ({ honderdsten: Number(tekst.replace(',', '')), tekst }));

function code<const T extends string>(waarden: readonly T[]) {
  const isBekend = (w: string): w is T => (waarden as readonly string[]).includes(w);
  return z
    .string()
    .transform(
      (w): Codewaarde<T> =>
        isBekend(w) ? { bekend: true, waarde: w } : { bekend: false, waarde: w },
    );
}

/** DUO laat een leeg veld weg; een expliciete `null` betekent hetzelfde. */
function eventueel<S extends z.ZodType>(schema: S) {
  return schema.nullish().transform((w) => w ?? undefined);
}

const INDELINGEN = ['Asielstatushouder', 'Gezinsmigrant en overige migrant'] as const;
const DOELGROEPEN = [
  'Asielstatushouder',
  'Geestelijk bedienaar',
  'Gezinshereniger',
  'Gezinshereniger met Asielstatushouder',
  'Gezinsvormer',
  'Gezinsvormer met Asielstatushouder',
  'Overig',
] as const;
const ASIELRECHTEN = [
  'Asielrechten toegekend',
  'Behoud asielrechten',
  'Op verzoek behoud rechten van gezins- en overige migrant',
  'Op verzoek rechten van gezins- en overige migrant toegekend',
] as const;
const REDENEN_GEEN_PLICHT = [
  'Volledige ontheffing',
  'Volledige vrijstelling',
  'Inburgeringsplicht voldaan',
  'Verblijfsdoel gewijzigd',
  'Vertrek uit Nederland langer dan een jaar',
  'Overlijden',
  'Overig',
  'Tijdelijke vrijstelling',
] as const;
const LBT_RESULTATEN = ['B1-route haalbaar', 'B1-route niet haalbaar', 'Onbekend'] as const;
const LEERROUTES = ['B', 'O', 'Z'] as const;
const NIVEAUS = ['A2', 'B1'] as const;
const ALFABETISERING = ['A', 'AA', 'NVT'] as const;

export const doelgroepAntwoord = z.object({
  indeling: eventueel(code(INDELINGEN)),
  begindatum: eventueel(datum),
  gedetailleerdeDoelgroep: eventueel(code(DOELGROEPEN)),
  asielrechtenWijzigingVerblijfsdoel: eventueel(code(ASIELRECHTEN)),
});

export const inburgeringsplichtAntwoord = z
  .object({
    indicatorInburgeringsplicht: z.boolean(),
    begindatum: eventueel(datum),
    einddatum: eventueel(eindeInclusief),
    wijzigingsdatum: eventueel(datum),
    datumKennisgevingInburgeringsplicht: eventueel(datum),
    redenGeenInburgeringsplicht: eventueel(code(REDENEN_GEEN_PLICHT)),
  })
  .transform(({ einddatum, ...rest }) => ({ ...rest, einddatumExclusief: einddatum }));

export const leerbaarheidstoetsAntwoord = z.array(
  z.object({
    resultaat: code(LBT_RESULTATEN),
    behaaldeScore: score,
    benodigdeScore: score,
    datumAfname: datum,
  }),
);

export const inburgeringstermijnAntwoord = z
  .object({
    startdatum: datum,
    einddatum: datum,
    wijzigingsdatum: eventueel(datum),
    verlengingsgrondcode: eventueel(z.string()),
    verlengingsgrondomschrijving: eventueel(z.string()),
  })
  .transform(({ einddatum, ...rest }) => ({ ...rest, einddatumExclusief: einddatum }));

export const pipAntwoord = z.object({
  gemeentecode: z.string().regex(/^\d{4}$/),
  pip: z.object({
    dagtekeningPip: datum,
    leerroute: code(LEERROUTES),
    niveau: eventueel(code(NIVEAUS)),
    geschatteIntensiteitB1Route: eventueel(z.number().int()),
    indicatorMagOpleidingAfmaken: eventueel(z.boolean()),
    indicatorAlfabetiseringsonderwijs: eventueel(code(ALFABETISERING)),
  }),
});

/** Wat Meedoen aan DUO meldt: precies de velden van PIP 1.2.0, niets meer. */
export const pipMelding = z.strictObject({
  dagtekeningPip: datum,
  leerroute: z.enum(LEERROUTES),
  niveau: z.enum(NIVEAUS).optional(),
  geschatteIntensiteitB1Route: z.number().int().min(1).max(9999).optional(),
  indicatorMagOpleidingAfmaken: z.boolean().optional(),
  indicatorAlfabetiseringsonderwijs: z.enum(ALFABETISERING).optional(),
});

/** `DELETE` en `POST` van DUO antwoorden zonder inhoud. */
export const zonderInhoud = z.unknown().transform(() => undefined);

export const foutmeldingen = z.array(z.object({ fouttekst: z.string() }));

export type DuoDoelgroep = z.output<typeof doelgroepAntwoord>;
export type DuoInburgeringsplicht = z.output<typeof inburgeringsplichtAntwoord>;
export type DuoLeerbaarheidstoetsResultaat = z.output<typeof leerbaarheidstoetsAntwoord>[number];
export type DuoInburgeringstermijn = z.output<typeof inburgeringstermijnAntwoord>;
export type DuoPip = z.output<typeof pipAntwoord>;
export type DuoPipMelding = z.output<typeof pipMelding>;
