import type { Datum } from '../shared/datum.ts';

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

/** Stond in de tekst van 2022; de dag waarop het verviel is niet nagegaan. */
const VERMOGEND = 'vermogende vreemdeling';

export const VERBLIJFSDOELEN = [
  'gezin',
  'niet-tijdelijke humanitaire gronden',
  'overig, niet tijdelijk',
  ...TIJDELIJK,
  VERMOGEND,
] as const;

/** Of dit doel op `dag` tijdelijk is. Een vermogende vreemdeling alleen in 2022 ('onbevestigd'). */
export function isTijdelijk(
  doel: (typeof VERBLIJFSDOELEN)[number],
  dag: Datum | undefined,
): boolean {
  if (doel === VERMOGEND) return dag === undefined || dag.startsWith('2022') || dag < '2022-01-01';
  return TIJDELIJK.some((t) => t === doel);
}
