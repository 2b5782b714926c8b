import type { Uitleg } from './antwoord.ts';
import {
  type Datum,
  dagVanDeWeek,
  naarEpochDag,
  plusDagen,
  plusMaanden,
  vanEpochDag,
} from './datum.ts';
import { feestdagOp } from './feestdagen.ts';
import { grondslag } from './grondslag.ts';
import { inWoorden, opsomming, weekdagNaam } from './tekst.ts';

/** Lengte van een termijn zoals de wet haar uitdrukt; uren komen in deze wet niet voor. */
export type TermijnLengte = { aantal: number; eenheid: 'dag' | 'week' | 'maand' | 'jaar' };

const HOOGSTE = { dag: 90, week: 12, maand: 3, jaar: 0 } as const;

/**
 * Of een wettelijke termijn op een vrije dag wordt verlengd.
 * Algemene termijnenwet art. 4 (https://wetten.overheid.nl/BWBR0002448/2010-10-10): niet bij meer dan
 * 90 dagen, 12 weken of 3 maanden, en niet bij jaren. Dus wel: tien weken, twee weken, zes
 * weken, acht weken, twee maanden. Niet: de inburgeringstermijn van drie jaar, anderhalf jaar om
 * van leerroute te wisselen, de zes maanden ontzorgen.
 */
export function termijnenwetGeldt(lengte: TermijnLengte): boolean {
  return lengte.aantal <= HOOGSTE[lengte.eenheid];
}

export type Doorrol = {
  laatsteDag: Datum;
  /** Dagen waarop de termijn niet kan eindigen. */
  overgeslagen: readonly Datum[];
  /** De extra vrije dagen waarmee is gerekend. */
  extraVrijeDagen: readonly Datum[];
};

const GEEN: readonly Datum[] = [];

const VRIJ = 1;
const WERKDAG = 2;
/** Of een dag (sinds 1970, tot en met 2099) een weekenddag of feestdag is; eenmaal nagegaan staat het vast. */
const soortDag = new Uint8Array(47_482);

function weekendOfFeestdag(dag: number): boolean {
  const bekend = soortDag[dag];
  if (bekend) return bekend === VRIJ;
  const d = vanEpochDag(dag);
  const vrij = dagVanDeWeek(d) >= 6 || feestdagOp(d) !== undefined;
  if (bekend === 0) soortDag[dag] = vrij ? VRIJ : WERKDAG;
  return vrij;
}

function isVrij(dag: number, extra: readonly Datum[]): boolean {
  return weekendOfFeestdag(dag) || (extra.length > 0 && extra.includes(vanEpochDag(dag)));
}

/** Waarom een termijn op deze dag niet eindigt; meer redenen kunnen samenvallen. */
function waaromVrij(d: Datum, extra: readonly Datum[]): string {
  const feestdag = feestdagOp(d);
  const weekdag = dagVanDeWeek(d);
  const redenen: string[] = [];
  if (weekdag >= 6) redenen.push(weekdagNaam(weekdag));
  if (feestdag) redenen.push(feestdag.naam);
  if (extra.includes(d)) redenen.push('door de regering gelijkgestelde dag');
  return opsomming(redenen);
}

/**
 * Verschuift de laatste dag naar de eerste dag die geen zaterdag, zondag of feestdag is.
 * Algemene termijnenwet art. 1 lid 1; geldt ook voor termijnen in een AMvB of regeling (art. 5).
 */
export function rolDoor(d: Datum, extraVrijeDagen: readonly Datum[] = GEEN): Doorrol {
  const overgeslagen = vrijVanaf(naarEpochDag(d), extraVrijeDagen);
  return { laatsteDag: plusDagen(d, overgeslagen.length), overgeslagen, extraVrijeDagen };
}

/** De aaneengesloten vrije dagen vanaf `dag`; meestal geen. */
function vrijVanaf(dag: number, extra: readonly Datum[]): readonly Datum[] {
  if (!isVrij(dag, extra)) return GEEN;
  const vrij: Datum[] = [];
  for (let d = dag; isVrij(d, extra); d += 1) vrij.push(vanEpochDag(d));
  return vrij;
}

/**
 * Einde van een wettelijke termijn die begint op de dag na `na`. Schuift alleen door als de Algemene
 * termijnenwet voor een termijn van deze lengte geldt (art. 1 lid 1 en art. 4).
 * @returns `kaal` is de laatste dag zonder verschuiving
 */
export function eindeVanTermijn(
  na: Datum,
  lengte: TermijnLengte,
  extraVrijeDagen: readonly Datum[] = GEEN,
): Doorrol & { kaal: Datum } {
  const dag = plus(na, lengte);
  const overgeslagen = termijnenwetGeldt(lengte) ? vrijVanaf(dag, extraVrijeDagen) : GEEN;
  const laatsteDag = vanEpochDag(dag + overgeslagen.length);
  return { kaal: vanEpochDag(dag), laatsteDag, overgeslagen, extraVrijeDagen };
}

/** De laatste dag zonder verschuiving, in dagen sinds 1970. */
function plus(d: Datum, { aantal, eenheid }: TermijnLengte): number {
  if (eenheid === 'week') return naarEpochDag(d) + aantal * 7;
  if (eenheid === 'dag') return naarEpochDag(d) + aantal;
  return naarEpochDag(plusMaanden(d, eenheid === 'maand' ? aantal : aantal * 12));
}

/** Uitleg van een verschuiving, of niets als de dag niet verschoof. */
export function doorrolUitleg(rol: Doorrol): Uitleg[] {
  if (rol.overgeslagen.length === 0) return [];
  const waarom = rol.overgeslagen.map(
    (dag) => `${inWoorden(dag)} is ${waaromVrij(dag, rol.extraVrijeDagen)}`,
  );
  return [
    {
      titel: `Een termijn eindigt niet in het weekend of op een feestdag: ${opsomming(waarom)}`,
      uitkomst: `verschoven naar ${inWoorden(rol.laatsteDag)}`,
      grondslag: grondslag('termijnenwet', 'termijnenwet', 'art. 1 lid 1 en art. 3'),
    },
  ];
}
