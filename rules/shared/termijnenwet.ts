import type { Uitleg } from './antwoord.ts';
import { type Datum, dagVanDeWeek, plusDagen, plusMaanden, plusWeken } from './datum.ts';
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
  /** Dagen waarop de termijn niet kan eindigen, met de reden. */
  overgeslagen: { datum: Datum; waarom: string }[];
};

function vrijeDag(d: Datum, extra: readonly Datum[]) {
  const feestdag = feestdagOp(d);
  const weekdag = dagVanDeWeek(d);
  const gelijkgesteld = extra.length > 0 && extra.includes(d);
  if (!(weekdag >= 6 || feestdag || gelijkgesteld)) return undefined;
  const redenen: string[] = [];
  if (weekdag >= 6) redenen.push(weekdagNaam(weekdag));
  if (feestdag) redenen.push(feestdag.naam);
  if (gelijkgesteld) redenen.push('door de regering gelijkgestelde dag');
  return { datum: d, waarom: opsomming(redenen) };
}

/**
 * Verschuift de laatste dag naar de eerste dag die geen zaterdag, zondag of feestdag is.
 * Algemene termijnenwet art. 1 lid 1; geldt ook voor termijnen in een AMvB of regeling (art. 5).
 */
export function rolDoor(d: Datum, extraVrijeDagen: readonly Datum[] = []): Doorrol {
  const overgeslagen: Doorrol['overgeslagen'] = [];
  let dag = d;
  for (let vrij = vrijeDag(dag, extraVrijeDagen); vrij; vrij = vrijeDag(dag, extraVrijeDagen)) {
    overgeslagen.push(vrij);
    dag = plusDagen(dag, 1);
  }
  return { laatsteDag: dag, overgeslagen };
}

/**
 * Einde van een wettelijke termijn die begint op de dag na `na`. Schuift alleen door als de Algemene
 * termijnenwet voor een termijn van deze lengte geldt (art. 1 lid 1 en art. 4).
 * @returns `kaal` is de laatste dag zonder verschuiving
 */
export function eindeVanTermijn(
  na: Datum,
  lengte: TermijnLengte,
  extraVrijeDagen: readonly Datum[] = [],
): Doorrol & { kaal: Datum } {
  const kaal = plus(na, lengte);
  if (!termijnenwetGeldt(lengte)) return { kaal, laatsteDag: kaal, overgeslagen: [] };
  const { laatsteDag, overgeslagen } = rolDoor(kaal, extraVrijeDagen);
  return { kaal, laatsteDag, overgeslagen };
}

function plus(d: Datum, { aantal, eenheid }: TermijnLengte): Datum {
  if (eenheid === 'dag') return plusDagen(d, aantal);
  if (eenheid === 'week') return plusWeken(d, aantal);
  return plusMaanden(d, eenheid === 'maand' ? aantal : aantal * 12);
}

/** Uitleg van een verschuiving, of niets als de dag niet verschoof. */
export function doorrolUitleg(rol: Doorrol): Uitleg[] {
  if (rol.overgeslagen.length === 0) return [];
  const waarom = rol.overgeslagen.map((o) => `${inWoorden(o.datum)} is ${o.waarom}`);
  return [
    {
      titel: `Een termijn eindigt niet in het weekend of op een feestdag: ${opsomming(waarom)}`,
      uitkomst: `verschoven naar ${inWoorden(rol.laatsteDag)}`,
      grondslag: grondslag('termijnenwet', 'termijnenwet', 'art. 1 lid 1 en art. 3'),
    },
  ];
}
