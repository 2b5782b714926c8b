import { type Datum, dagenInMaand, datum, plusDagen, plusMaanden } from '../shared/datum.ts';

/** Wat over de geboorte van een kind is opgeschreven: jaar, of jaar en maand. */
export type Geboortemaand = { jaar: number; maand?: number };

/**
 * Waar een kind op een dag staat: nog te jong, leeftijd van de voorschool (tweeënhalf tot vier), van de
 * vroegschool (vier tot zes: groep 1 en 2), of ouder. `misschien` als alleen het jaar bekend is.
 */
export type VveLeeftijd = 'te-jong' | 'voorschool' | 'vroegschool' | 'ouder' | 'misschien';

const MAANDEN_VOORSCHOOL = 30;
const MAANDEN_VROEGSCHOOL = 48;
const MAANDEN_OUDER = 72;

const tekst = (jaar: number, maand: number, dag: number) =>
  datum(
    `${String(jaar).padStart(4, '0')}-${String(maand).padStart(2, '0')}-${String(dag).padStart(2, '0')}`,
  );

/** Eerste en laatste dag waarop het kind geboren kan zijn. */
function grenzen({ jaar, maand }: Geboortemaand): { eerste: Datum; laatste: Datum } {
  return {
    eerste: tekst(jaar, maand ?? 1, 1),
    laatste: tekst(jaar, maand ?? 12, dagenInMaand(jaar, maand ?? 12)),
  };
}

/**
 * De leeftijd voor voor- en vroegschoolse educatie op `dag`. Is de maand bekend, dan telt een kind vanaf de eerste
 * dag waarop het de leeftijd kan hebben, en tot en met de laatste: liever een gesprek te veel over de voorschool.
 *
 * Wi2021 art. 14 en 15 (https://wetten.overheid.nl/BWBR0044770/2025-10-21) vragen afspraken over voor- en
 * vroegschoolse educatie als dat van toepassing is, zonder leeftijd te noemen. De grenzen tweeënhalf, vier en zes
 * jaar zijn een ontwerpkeuze naar de gangbare indeling (voorschool, groep 1 en 2).
 */
export function vveLeeftijd(geboorte: Geboortemaand, dag: Datum): VveLeeftijd {
  const { eerste, laatste } = grenzen(geboorte);
  const opZijnVroegst = (maanden: number) => dag >= plusMaanden(eerste, maanden);
  const zekerVoorbij = (maanden: number) => dag >= plusDagen(plusMaanden(laatste, maanden), 1);
  if (!opZijnVroegst(MAANDEN_VOORSCHOOL)) return 'te-jong';
  if (zekerVoorbij(MAANDEN_OUDER)) return 'ouder';
  if (geboorte.maand === undefined) return 'misschien';
  return opZijnVroegst(MAANDEN_VROEGSCHOOL) ? 'vroegschool' : 'voorschool';
}

/** Leeftijd in hele jaren op `dag`, zoals hoogstens mogelijk met wat bekend is. */
export function hoogsteLeeftijd({ jaar, maand }: Geboortemaand, dag: Datum): number {
  const vandaag = { jaar: Number(dag.slice(0, 4)), maand: Number(dag.slice(5, 7)) };
  return vandaag.jaar - jaar - (maand !== undefined && vandaag.maand < maand ? 1 : 0);
}
