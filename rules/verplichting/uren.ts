import type { GebruiktFeit } from '../shared/antwoord.ts';
import { aangehaald, gegeven } from '../shared/gegeven.ts';
import type { FeitInhoud } from '../stand/feiten.ts';
import type { Lezing } from '../stand/lezing.ts';

export type UrenSoort = FeitInhoud['uren']['soort'];

const NAAM: Record<UrenSoort, string> = {
  'taal-en-knm': 'Uren taal en KNM',
  participatie: 'Uren participatie',
  pvt: 'Uren PVT',
  'map-praktijk': 'Uren MAP praktijk',
};

/** `bekend` is onwaar als er nog nooit een totaal is vastgelegd; `feiten` haalt het laatste totaal aan. */
export type Uren = { totaal: number; bekend: boolean; feiten: () => GebruiktFeit[] };

/** Laatste totaal van een soort uren (hele uren; totalen, geen toevoegingen), met het feit erbij. */
export function urenVan(l: Lezing, soort: UrenSoort): Uren {
  const feit = l.g.alle('uren').findLast((f) => f.inhoud.soort === soort);
  if (!feit) return { totaal: 0, bekend: false, feiten: () => [] };
  const { totaal } = feit.inhoud;
  return {
    totaal,
    bekend: true,
    feiten: () => [aangehaald(NAAM[soort], gegeven(feit, 0), `${totaal} uur`)],
  };
}
