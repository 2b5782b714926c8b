import { BOETE_INTAKE_EUROCENTEN } from '../brede-intake/oproep-ladder.ts';
import { type Datum, datum } from '../shared/datum.ts';
import { type Versie, versieOp } from '../shared/versies.ts';

/** De artikelen van de Wi2021 die een boete kennen: 22 en 23 van het college, 24 en 25 van DUO. */
export const BOETE_ARTIKELEN = ['22', '23', '24', '25'] as const;

export type BoeteArtikel = (typeof BOETE_ARTIKELEN)[number];

/** Hoogste boete per artikel in eurocenten (Wi2021 art. 26 lid 1). */
const WETTELIJK_MAXIMUM: readonly Versie<Readonly<Record<BoeteArtikel, number>>>[] = [
  {
    vanaf: datum('2022-01-01'),
    waarde: { '22': 25_000, '23': 80_000, '24': 34_000, '25': 100_000 },
  },
];

/** Vaste bedragen in eurocenten (Besluit inburgering 2021 art. 7.1 lid 1–3 en art. 7.2 lid 1). */
type Bedragen = { intake: number; pip: number; hoogstePip: number; pvtMap: number };

const BEDRAGEN: readonly Versie<Bedragen>[] = [
  {
    vanaf: datum('2022-01-01'),
    waarde: {
      intake: BOETE_INTAKE_EUROCENTEN,
      pip: 5_000,
      hoogstePip: 80_000,
      pvtMap: 34_000,
    },
  },
];

/** De bedragen die op `dag` gelden; leeg vóór 1 januari 2022. */
export const bedragenOp = (dag: Datum): Bedragen | undefined => versieOp(BEDRAGEN, dag)?.waarde;

/** Hoogste boete die de wet op `dag` voor een artikel noemt, in eurocenten; leeg vóór 1 januari 2022. */
export const maximumOp = (dag: Datum, artikel: BoeteArtikel): number | undefined =>
  versieOp(WETTELIJK_MAXIMUM, dag)?.waarde[artikel];
