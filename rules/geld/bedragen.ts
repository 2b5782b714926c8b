import type { OntbrekendFeit } from '../shared/antwoord.ts';
import { datum } from '../shared/datum.ts';
import { getalVeld } from '../shared/velden.ts';
import { type Versie, versieOp } from '../shared/versies.ts';

/** Bedragen in eurocenten: per persoon voor jaar t (a), t−1 (b), t−2 (c) en per afgerond traject (d). */
export type Bedragen = {
  gezinsmigrant: number;
  asiel: { a: number; b: number; c: number };
  gewicht: { a: number; b: number; c: number; d: number };
};

/** In 2022, 2023 en 2025 zijn de gewichten de bedragen zelf, en telt een afgerond traject niet. */
const gelijk = (gezinsmigrant: number, a: number, b: number, c: number): Bedragen => ({
  gezinsmigrant,
  asiel: { a, b, c },
  gewicht: { a, b, c, d: 0 },
});

/**
 * Regeling inburgering 2021 art. 10.2–10.4, per begrotingsjaar. Een jaar zonder waarde: de bedragen zijn
 * niet gevonden of nog niet vastgesteld.
 */
const VERSIES: readonly Versie<Bedragen | undefined>[] = [
  { vanaf: datum('2022-01-01'), waarde: gelijk(610_98, 8_057_10, 4_079_67, 1_019_92) },
  { vanaf: datum('2023-01-01'), waarde: gelijk(635_32, 8_378_03, 4_242_17, 1_060_54) },
  { vanaf: datum('2024-01-01'), waarde: undefined },
  { vanaf: datum('2025-01-01'), waarde: gelijk(694_23, 9_154_91, 4_635_54, 1_158_89) },
  {
    vanaf: datum('2026-01-01'),
    waarde: {
      gezinsmigrant: 706_72,
      asiel: { a: 6_087_34, b: 4_718_96, c: 1_179_74 },
      gewicht: { a: 5_820_70, b: 4_247_06, c: 1_061_77, d: 856_51 },
    },
  },
  { vanaf: datum('2027-01-01'), waarde: undefined },
];

/** Regeling inburgering 2021 art. 10.1: deel van de taakstelling dat asielstatushouder is, in procenten. */
export const PROCENT_ASIEL = 70;

/** Eerste jaar waarin de uitkering bestond (Wi2021 art. 40). */
export const EERSTE_JAAR = 2022;

/** De toevoeging voor de onderwijsroute telt van 2026 tot en met 2029. */
const TOEVOEGING = { eerste: 2026, laatste: 2029 };

export const jaarVeld = () =>
  getalVeld('Begrotingsjaar (jaar t)', { min: 2000, max: 2100, hulp: 'Als 2026.' });

/** De bedragen van een begrotingsjaar; leeg als ze niet bekend zijn. */
export const bedragenVan = (jaar: number): Bedragen | undefined =>
  versieOp(VERSIES, datum(`${jaar}-01-01`))?.waarde;

export const metToevoeging = (jaar: number): boolean =>
  jaar >= TOEVOEGING.eerste && jaar <= TOEVOEGING.laatste;

/** Wat ontbreekt als de bedragen van een jaar niet bekend zijn. */
export const geenBedragen = (jaar: number): OntbrekendFeit[] => [
  { feit: 'jaar', tekst: `De bedragen voor ${jaar} zijn niet bekend.` },
];

/** `teller / noemer`, afgerond op een heel getal, een half naar boven. Exact, ook bij grote bedragen. */
export function rondDeling(teller: bigint, noemer: bigint): number {
  return Number((teller * 2n + noemer) / (noemer * 2n));
}
