import { z } from 'zod';

export const instelling = z.strictObject({
  instellingsnummer: z.string().length(10),
  naam: z.string().min(1).max(128),
  postcode: z.string().regex(/^[1-9][0-9]{3}[A-Z]{2}$/),
  huisnummer: z.number().int().min(1).max(99_999),
  huisnummertoevoeging: z.string().min(1).max(4).optional(),
  plaatsnaam: z.string().min(1).max(40),
  bow: z
    .string()
    .regex(/^\d{1,10}$/)
    .optional(),
  brin: z
    .string()
    .regex(/^[0-9]{2}[A-Z]{2}$/)
    .optional(),
  indicatieBowKeurmerk: z.boolean().optional(),
  indicatieTstKeurmerk: z.boolean().optional(),
});

export const verlengingsgrond = z.strictObject({
  code: z.string().min(1).max(10),
  omschrijving: z.string().min(1).max(200),
});

export type Instelling = z.output<typeof instelling>;
export type Verlengingsgrond = z.output<typeof verlengingsgrond>;

const maak = (
  nummer: string,
  naam: string,
  plaatsnaam: string,
  postcode: string,
  keurmerk: Partial<Instelling>,
): Instelling => ({
  instellingsnummer: nummer,
  naam,
  postcode,
  huisnummer: Number(nummer.slice(-2)),
  plaatsnaam,
  ...keurmerk,
});

const BOW = { bow: '20211', indicatieBowKeurmerk: true, indicatieTstKeurmerk: false };
const BOW_TST = { ...BOW, brin: '99ZZ', indicatieTstKeurmerk: true };
const GEEN = { indicatieBowKeurmerk: false, indicatieTstKeurmerk: false };

/** Verzonnen taalscholen, met en zonder keurmerk. */
export const INSTELLINGEN: readonly Instelling[] = [
  maak('0000000011', 'TaalThuis', 'Akkerwolde', '1234AB', BOW),
  maak('0000000012', 'De Brug Taal en Werk', 'Berkenrade', '2345BC', BOW),
  maak('0000000013', 'Taalcollege Meander', 'Akkerwolde', '1234CD', BOW_TST),
  maak('0000000014', 'Lescentrum Kompas', 'Duinsloot', '3456DE', BOW),
  maak('0000000015', 'Schakelschool Delta', 'Duinsloot', '3456EF', {
    ...GEEN,
    brin: '98ZY',
    indicatieTstKeurmerk: true,
  }),
  maak('0000000016', 'Cursusbureau De Linde', 'Waterhoven', '4567FG', GEEN),
];

/** Gronden zoals DUO ze als lijst geeft; codes en teksten zijn verzonnen. */
export const VERLENGINGSGRONDEN: readonly Verlengingsgrond[] = [
  { code: 'ALFA', omschrijving: 'Alfabetiseringsonderwijs' },
  { code: 'INSP', omschrijving: 'Aantoonbare inspanning' },
  { code: 'BEVAL', omschrijving: 'Zwangerschap en bevalling' },
  { code: 'ZIEK', omschrijving: 'Langdurige ziekte' },
  { code: 'OVERL', omschrijving: 'Overlijden van een naaste' },
  { code: 'OVERIG', omschrijving: 'Overige omstandigheden' },
];
