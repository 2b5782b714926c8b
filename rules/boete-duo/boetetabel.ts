import { type Datum, datum } from '../shared/datum.ts';
import { type Versie, versieOp } from '../shared/versies.ts';

/** Hoe vaak de examenonderdelen zijn geprobeerd, van minst naar meest. */
export const POGINGEN = [
  'niet alle onderdelen geprobeerd',
  'alle onderdelen een keer geprobeerd',
  'niet behaalde onderdelen twee keer geprobeerd',
] as const;

type Tabel = {
  /** Eurocenten: rij naar pogingen of participatie, kolom naar gevolgde lessen, van weinig naar veel. */
  bedragen: readonly (readonly number[])[];
  /** Vanaf hoeveel procent aanwezigheid een volgende kolom geldt: B1-route asiel en onderwijsroute. */
  procent: readonly number[];
  /** Vanaf hoeveel cursusuren: B1-route voor gezins- en overige migranten. */
  urenB1: readonly number[];
  /** Vanaf hoeveel uren een volgende kolom of rij geldt: Z-route. */
  urenZ: readonly number[];
  /** Procent eraf per behaald onderdeel, bij de B1- en de onderwijsroute. */
  perOnderdeel: number;
};

/** Regeling inburgering 2021 art. 7.1–7.3 en bijlage 6a, 6b en 6c. */
const TABEL: readonly Versie<Tabel>[] = [
  {
    vanaf: datum('2022-01-01'),
    waarde: {
      bedragen: [
        [100_000, 80_000, 40_000],
        [80_000, 64_000, 32_000],
        [60_000, 45_000, 22_500],
      ],
      procent: [60, 90],
      urenB1: [250, 400],
      urenZ: [300, 600],
      perOnderdeel: 20,
    },
  },
];

export const tabelOp = (dag: Datum): Tabel | undefined => versieOp(TABEL, dag)?.waarde;

/** In welke kolom of rij `waarde` valt: hoeveel van de grenzen zijn bereikt. */
export const vak = (waarde: number, grenzen: readonly number[]): number =>
  grenzen.filter((grens) => waarde >= grens).length;

/** Het bedrag in de tabel, in eurocenten. */
export const bedragIn = (tabel: Tabel, rij: number, kolom: number): number =>
  tabel.bedragen[rij]?.[kolom] ?? 0;

/** Het bedrag na de verlaging voor behaalde onderdelen, in eurocenten. */
export const naBehaald = (tabel: Tabel, bedrag: number, behaald: number): number =>
  (bedrag * (100 - tabel.perOnderdeel * behaald)) / 100;
