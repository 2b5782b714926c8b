import { describe, expect, it } from 'vitest';
import type { Leerroute, RouteAfweging } from '../stand/feiten.ts';
import { bronzinnen, keurAfweging, keurAfwijking, keurMotivering } from './afweging-keuring.ts';
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

describe('de motivering van de keuze', () => {
  const DOSSIER = [
    'Hoogste opleiding: hbo of universiteit, niet afgemaakt',
    'Doel over drie jaar: Wil over drie jaar werken als verpleegkundige.',
    'Uitkomst van de intake: Zij leert snel en graag.\nZij wil naar school.',
  ];
  const keurTekst = (tekst: string) =>
    keurMotivering(tekst, AANGEREIKT, DOSSIER).map((r) => [r.code, r.veld, r.grondslag?.artikel]);
  const NEE = (code: string) => [
    [`afweging-motivering-${code}`, 'motivering', 'Algemene wet bestuursrecht art. 3:2 en 3:46'],
  ];

  it.each([
    ['twee feiten onder elkaar', `${DOSSIER[0]}\n${DOSSIER[1]}`],
    ['met de bron erachter', `${DOSSIER[0]} (intake, 20 november 2026)`],
    ['een punt voor een route', BRON[0] ?? ''],
    ['een antwoord van twee regels', DOSSIER[2] ?? ''],
    ['met twee woorden erbij', `${DOSSIER[0]}\nDus ja.`],
  ])('alleen overnemen is niet genoeg: %s', (_, tekst) => {
    expect(keurTekst(tekst)).toEqual(NEE('overgenomen'));
  });

  it('een feit met een eigen zin is genoeg, en een eigen zin alleen ook', () => {
    expect(keurTekst(`${DOSSIER[0]}\nDaarom past studeren.`)).toEqual([]);
    expect(keurTekst('Deze route past.')).toEqual([]);
  });

  it('minder dan drie woorden is geen zin; niets wordt hier niet gekeurd', () => {
    expect(keurTekst('Past goed.')).toEqual(NEE('kort'));
    expect(keurTekst(' \n')).toEqual([]);
  });
});
