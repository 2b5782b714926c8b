import { describe, expect, it } from 'vitest';
import type { Leerroute, RouteAfweging } from '../stand/feiten.ts';
import { bronzinnen, keurAfweging, keurAfwijking } from './afweging-keuring.ts';
import { leerrouteAfweging } from './leerroute-afweging.ts';

const g = <T>(waarde: T) => ({ waarde, bron: 'DUO SS131' });
const AANGEREIKT = leerrouteAfweging({
  urenNodig: {},
  vrijePlaatsen: [],
  toets: g({ resultaat: 'B1-route haalbaar', behaald: 6150, benodigd: 5500 }),
  opleiding: g('beroepsopleiding'),
});
const BRON = bronzinnen(AANGEREIKT, 'B').map((z) => `${z} (DUO SS131)`);

const route = (voor: string, tegen = '', onderzocht = true): RouteAfweging => ({
  onderzocht,
  voor,
  tegen,
});
const GOED: Record<Leerroute, RouteAfweging> = {
  B: route('Zij leerde snel in het azc en wil werken.'),
  O: route('', 'Zij wil geen opleiding meer volgen.'),
  Z: route('', 'De toets en het gesprek laten meer zien.'),
};
const keur = (deel: Partial<Record<Leerroute, RouteAfweging>>) =>
  keurAfweging({ ...GOED, ...deel }, AANGEREIKT).map((r) => [r.code, r.veld]);

describe('de motivering per route', () => {
  it('drie eigen zinnen zijn goed', () => {
    expect(keur({})).toEqual([]);
  });

  it.each([
    ['', true],
    ['nvt', true],
    ['past niet', true],
    ['- - -', true],
    ['past niet goed', false],
  ])('%j is te weinig: %s', (tekst, teWeinig) => {
    expect(keur({ O: route('', tekst) })).toEqual(
      teWeinig ? [['afweging-leeg', 'afweging.O.voor']] : [],
    );
  });

  it('dezelfde tekst bij twee routes is geen onderzoek, ook niet met een ander leesteken', () => {
    const tekst = 'Dat past niet bij haar.';
    expect(keur({ O: route('', tekst), Z: route('', 'dat past NIET bij haar') })).toEqual([
      ['afweging-gelijk', 'afweging.O.voor'],
      ['afweging-gelijk', 'afweging.Z.voor'],
    ]);
    expect(keur({ O: route('', tekst), Z: route(tekst, '') })).toHaveLength(2);
  });

  it('alleen overnemen uit het dossier is niet genoeg; een eigen zin erbij wel', () => {
    expect(BRON.length).toBeGreaterThan(1);
    expect(keur({ B: route(BRON.join('\n')) })).toEqual([
      ['afweging-overgenomen', 'afweging.B.voor'],
    ]);
    expect(keur({ B: route(`${BRON[0]}\nDus dit past goed.`) })).toEqual([]);
    expect(keur({ B: route(BRON[0] ?? '', 'Twee woorden') })).toEqual([
      ['afweging-overgenomen', 'afweging.B.voor'],
    ]);
  });

  it('wat nog niet is onderzocht wordt hier niet gekeurd', () => {
    expect(keur({ O: route('', '', false) })).toEqual([]);
  });
});

describe('afwijken van het advies', () => {
  const wijkAf = (leerroute: Leerroute | undefined, afwijking?: string) =>
    keurAfwijking(
      { ...(leerroute ? { leerroute } : {}), ...(afwijking === undefined ? {} : { afwijking }) },
      AANGEREIKT,
    ).map((r) => r.code);

  it('vraagt een reden, en alleen dan', () => {
    expect(AANGEREIKT.advies.richting).toBe('B');
    expect(wijkAf(undefined)).toEqual([]);
    expect(wijkAf('B')).toEqual([]);
    expect(wijkAf('Z')).toEqual(['afweging-afwijking']);
    expect(wijkAf('Z', 'daarom')).toEqual(['afweging-afwijking']);
    expect(wijkAf('Z', 'Zij zorgt alleen voor vier kinderen.')).toEqual([]);
  });

  it('zonder richting valt er niets af te wijken', () => {
    const zonder = leerrouteAfweging({ urenNodig: {}, vrijePlaatsen: [] });
    expect(keurAfwijking({ leerroute: 'Z' }, zonder)).toEqual([]);
  });
});
