import type { Uitleg } from './antwoord.ts';
import { type Datum, dagVanDeWeek, plusDagen } from './datum.ts';
import { feestdagOp } from './feestdagen.ts';
import { grondslag } from './grondslag.ts';
import { inWoorden, opsomming, weekdagNaam } from './tekst.ts';

/** Lengte van een termijn zoals de wet haar uitdrukt. */
export type TermijnLengte = { aantal: number; eenheid: 'uur' | 'dag' | 'week' | 'maand' | 'jaar' };

/**
 * Of een wettelijke termijn op een vrije dag wordt verlengd.
 * Algemene termijnenwet art. 4 (https://wetten.overheid.nl/BWBR0002448/2010-10-10): niet bij uren,
 * meer dan 90 dagen, 12 weken of 3 maanden, en niet bij jaren. Dus wel: tien weken, twee weken, zes
 * weken, acht weken, twee maanden. Niet: de inburgeringstermijn van drie jaar, anderhalf jaar om
 * van leerroute te wisselen, de zes maanden ontzorgen.
 */
export function termijnenwetGeldt(lengte: TermijnLengte): boolean {
  const hoogste = { uur: 0, dag: 90, week: 12, maand: 3, jaar: 0 };
  return lengte.aantal <= hoogste[lengte.eenheid];
}

export type Doorrol = {
  laatsteDag: Datum;
  /** Dagen waarop de termijn niet kan eindigen, met de reden. */
  overgeslagen: { datum: Datum; waarom: string; onbevestigd: boolean }[];
};

function vrijeDag(d: Datum, extra: readonly Datum[]) {
  const feestdag = feestdagOp(d);
  const weekdag = dagVanDeWeek(d);
  const redenen: string[] = [];
  if (weekdag >= 6) redenen.push(weekdagNaam(weekdag));
  if (feestdag) redenen.push(feestdag.naam);
  if (extra.includes(d)) redenen.push('door de regering gelijkgestelde dag');
  if (redenen.length === 0) return undefined;
  const onbevestigd = feestdag?.zekerheid === 'onbevestigd' && redenen.length === 1;
  return { datum: d, waarom: opsomming(redenen), onbevestigd };
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

/** Uitleg van een verschuiving, of niets als de dag niet verschoof. */
export function doorrolUitleg(rol: Doorrol): Uitleg[] {
  if (rol.overgeslagen.length === 0) return [];
  const waarom = rol.overgeslagen.map((o) => `${inWoorden(o.datum)} is ${o.waarom}`);
  const onbevestigd = rol.overgeslagen.some((o) => o.onbevestigd);
  return [
    {
      titel: `Een termijn eindigt niet in het weekend of op een feestdag: ${opsomming(waarom)}`,
      uitkomst: `verschoven naar ${inWoorden(rol.laatsteDag)}`,
      grondslag: grondslag('termijnenwet', 'termijnenwet', 'art. 1 lid 1 en art. 3', {
        zekerheid: onbevestigd ? 'onbevestigd' : 'vast',
        ...(onbevestigd
          ? { toelichting: 'Dat Koningsdag bij een zondag op 26 april valt, is niet nagezocht.' }
          : {}),
      }),
    },
  ];
}
