import { type Datum, datum } from '../shared/datum.ts';
import { type Versie, versieOp } from '../shared/versies.ts';

/** Besluit inburgering 2021 art. 2.2: doelen die tijdelijk zijn. */
const TIJDELIJK = [
  'gezinslid van iemand met tijdelijk verblijf',
  'arbeid als zelfstandige',
  'kennismigrant',
  'Europese blauwe kaart',
  'seizoenarbeid',
  'overplaatsing binnen een onderneming',
  'arbeid in loondienst',
  'grensoverschrijdende dienstverlening',
  'onderzoek',
  'leren en werken',
  'onbezoldigd militair',
  'studie',
  'zoekjaar',
  'uitwisseling',
  'medische behandeling',
  'tijdelijke humanitaire gronden',
  'afwachten van een verzoek om Nederlanderschap',
] as const;

/**
 * Stond bij de start van de wet in de lijst en in de tekst van april 2026 niet meer; de teksten ertussen zijn
 * hier niet gelezen.
 */
const VERMOGEND = 'vermogende vreemdeling';
const VERMOGEND_TIJDELIJK: readonly Versie<boolean | undefined>[] = [
  { vanaf: datum('0001-01-01'), waarde: true },
  { vanaf: datum('2022-09-26'), waarde: undefined },
  { vanaf: datum('2026-04-02'), waarde: false },
];

export const VERBLIJFSDOELEN = [
  'gezin',
  'niet-tijdelijke humanitaire gronden',
  'overig, niet tijdelijk',
  ...TIJDELIJK,
  VERMOGEND,
] as const;

/** Of dit doel op `dag` tijdelijk is; leeg als dat niet vaststaat. */
export function isTijdelijk(
  doel: (typeof VERBLIJFSDOELEN)[number],
  dag: Datum | undefined,
): boolean | undefined {
  if (doel !== VERMOGEND) return TIJDELIJK.some((t) => t === doel);
  return dag ? versieOp(VERMOGEND_TIJDELIJK, dag)?.waarde : undefined;
}
