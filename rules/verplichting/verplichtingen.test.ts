import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { bepaalStand } from '../stand/bepaal-stand.ts';
import type { Feit, FeitInhoud } from '../stand/feiten.ts';
import {
  aangenomen,
  feit,
  plichtigeAsielstatushouder,
  vastgesteld,
} from '../stand/proefdossier.ts';
import { STANDAARD_BELEID } from '../stand/stand.ts';

const DAG = '2028-01-10';
const basis = (route: 'B' | 'O' | 'Z') => [
  ...plichtigeAsielstatushouder(),
  vastgesteld('2026-11-02', route),
  aangenomen('2026-11-03'),
];
const uren = (soort: FeitInhoud['uren']['soort'], totaal: number) =>
  feit('uren', { soort, totaal, bekendTot: datum('2028-01-01') }, '2028-01-01');
const getekend = feit('pvt-ondertekend', { op: datum('2027-05-01') }, '2027-05-01');
const eindgesprekMap = feit('map-eindgesprek', { op: datum('2027-06-01') }, '2027-06-01');
const eindgesprekZ = feit('zroute-eindgesprek', { op: datum('2028-01-05') }, '2028-01-05');
const gezins = feit('doelgroep', { indeling: 'Gezinsmigrant en overige migrant' }, '2026-12-01');

function stand(feiten: Feit[]) {
  return bepaalStand(feiten, STANDAARD_BELEID, datum(DAG));
}
function verplichting(feiten: Feit[], id: string) {
  return stand(feiten).verplichtingen.find((v) => v.id === id);
}
const voorgesteld = (feiten: Feit[]) => stand(feiten).voorstellen.map((v) => v.soort);

describe('pvt (Besluit art. 3.1)', () => {
  it.each([
    [11, true, 'open', ['pvt-uren']],
    [12, false, 'open', ['pvt-verklaringOndertekend']],
    [12, true, 'voldaan', []],
    [13, true, 'voldaan', []],
  ])('%i uur, ondertekend %s: %s', (totaal, ondertekend, staat, mist) => {
    const feiten = [...basis('B'), uren('pvt', totaal), ...(ondertekend ? [getekend] : [])];
    const v = verplichting(feiten, 'pvt');
    expect(v?.staat).toBe(staat);
    expect(v?.ontbreekt.map((r) => r.code)).toEqual(mist);
  });

  it('een ondertekening die DUO uit een vorige gemeente meldt, volstaat', () => {
    const elders = feit('pvt-ondertekend', { op: datum('2027-05-01') }, '2027-05-01', {
      bron: 'duo',
    });
    expect(verplichting([...basis('B'), elders], 'pvt')?.staat).toBe('voldaan');
  });

  it('stelt het PVT voor zolang het open is', () => {
    expect(voorgesteld(basis('O'))).toContain('pvt-plannen');
    expect(voorgesteld([...basis('O'), uren('pvt', 12), getekend])).not.toContain('pvt-plannen');
  });
});

describe('module-map (Besluit art. 3.2, Wi2021 art. 8)', () => {
  it.each([
    [39, true, 'open', ['map-uren']],
    [40, false, 'open', ['map-eindgesprek']],
    [40, true, 'voldaan', []],
  ])('%i uur, eindgesprek %s: %s', (totaal, gesprek, staat, mist) => {
    const feiten = [
      ...basis('B'),
      uren('map-praktijk', totaal),
      ...(gesprek ? [eindgesprekMap] : []),
    ];
    const v = verplichting(feiten, 'module-map');
    expect(v?.staat).toBe(staat);
    expect(v?.ontbreekt.map((r) => r.code)).toEqual(mist);
  });

  it('niet in de onderwijsroute', () => {
    expect(verplichting(basis('O'), 'module-map')?.staat).toBe('niet-van-toepassing');
  });

  it('stelt het eindgesprek voor zodra de uren er zijn', () => {
    expect(voorgesteld([...basis('B'), uren('map-praktijk', 39)])).not.toContain(
      'map-eindgesprek-plannen',
    );
    expect(voorgesteld([...basis('B'), uren('map-praktijk', 40)])).toContain(
      'map-eindgesprek-plannen',
    );
  });
});

describe('Z-route (Besluit art. 3.14)', () => {
  const gehaald = (participatie: number) => [
    ...basis('Z'),
    uren('taal-en-knm', 800),
    uren('participatie', participatie),
    uren('map-praktijk', 40),
    uren('pvt', 12),
  ];

  it('MAP en PVT gaan van de participatie af: 748 + 52 is genoeg (vector 58)', () => {
    expect(verplichting(gehaald(747), 'zroute-participatie')?.staat).toBe('open');
    expect(verplichting(gehaald(748), 'zroute-participatie')).toMatchObject({
      staat: 'voldaan',
      voortgang: { is: 800, moet: 800, eenheid: 'uur' },
    });
  });

  it('eindgesprek pas als de uren er zijn; daarna afronden', () => {
    expect(voorgesteld(gehaald(747))).not.toContain('zroute-eindgesprek-plannen');
    expect(voorgesteld(gehaald(748))).toContain('zroute-eindgesprek-plannen');
    const alles = [...gehaald(748), getekend, eindgesprekMap, eindgesprekZ];
    expect(voorgesteld(alles)).toContain('afronden');
    expect(stand(alles).schakel).toBe(5);
  });

  it('gezins- en overige migrant: geen participatie (vector 60)', () => {
    const feiten = [...basis('Z'), gezins, uren('taal-en-knm', 800), eindgesprekZ];
    expect(verplichting(feiten, 'zroute-participatie')?.staat).toBe('niet-van-toepassing');
    expect(verplichting(feiten, 'zroute-taal')?.staat).toBe('voldaan');
  });

  it('799 uur taal is niet genoeg', () => {
    expect(verplichting([...basis('Z'), uren('taal-en-knm', 799)], 'zroute-taal')?.staat).toBe(
      'open',
    );
  });
});

describe('examens (Wi2021 art. 7)', () => {
  const examen = (onderdeel: FeitInhoud['examen']['onderdeel'], niveau?: 'A2' | 'B1' | 'B2') =>
    feit(
      'examen',
      { onderdeel, resultaat: 'Geslaagd', op: datum('2027-09-01'), ...(niveau ? { niveau } : {}) },
      '2027-09-01',
    );

  it('vier onderdelen op het niveau van het PIP, en KNM', () => {
    const feiten = [
      ...basis('B'),
      examen('LE', 'B1'),
      examen('LU', 'B2'),
      examen('SC', 'A2'),
      examen('KNM'),
    ];
    expect(verplichting(feiten, 'examens')).toMatchObject({
      staat: 'open',
      voortgang: { is: 3, moet: 5 },
      ontbreekt: [{ code: 'examen-SC' }, { code: 'examen-SP' }],
    });
    const rest = [examen('SC', 'B1'), examen('SP', 'B1')];
    expect(verplichting([...feiten, ...rest], 'examens')?.staat).toBe('voldaan');
  });

  it('een gezakt examen telt niet; een later geslaagd wel', () => {
    const gezakt = feit(
      'examen',
      { onderdeel: 'KNM', resultaat: 'Gezakt', op: datum('2027-08-01') },
      '2027-08-01',
    );
    expect(verplichting([...basis('B'), gezakt], 'examens')?.voortgang?.is).toBe(0);
    expect(verplichting([...basis('B'), gezakt, examen('KNM')], 'examens')?.voortgang?.is).toBe(1);
  });

  it('alleen in de B1-route', () => {
    expect(verplichting(basis('Z'), 'examens')).toBeUndefined();
    expect(verplichting(basis('O'), 'examens')).toBeUndefined();
    expect(verplichting(basis('O'), 'onderwijsroute')?.staat).toBe('open');
  });
});

describe('voortgangsgesprekken (Besluit art. 5.3 lid 4)', () => {
  const gesprek = (dag: string) => feit('voortgangsgesprek', { op: datum(dag) }, dag);
  const laatsteDag = (feiten: Feit[], dag: string) =>
    bepaalStand(feiten, STANDAARD_BELEID, datum(dag)).voorstellen.find(
      (v) => v.soort === 'voortgangsgesprek-voeren',
    )?.laatsteDag;

  it('om de drie maanden in het eerste jaar, daarna om de zes', () => {
    expect(laatsteDag(basis('B'), '2027-02-02')).toBe('2027-02-02');
    const een = [...basis('B'), gesprek('2027-02-01')];
    expect(laatsteDag(een, '2027-04-20')).toBe('2027-05-01');
    const jaar = [...een, gesprek('2027-11-02')];
    expect(laatsteDag(jaar, '2028-05-01')).toBe('2028-05-02');
  });

  it('telt tot het aantal in het PIP', () => {
    const dagen = ['01', '02', '03', '04', '05', '06', '07', '08'].map((d) =>
      gesprek(`2027-10-${d}`),
    );
    expect(verplichting([...basis('B'), ...dagen.slice(1)], 'voortgangsgesprekken')).toMatchObject({
      staat: 'open',
      voortgang: { is: 7, moet: 8, eenheid: 'gesprekken' },
    });
    expect(verplichting([...basis('B'), ...dagen], 'voortgangsgesprekken')?.staat).toBe('voldaan');
    expect(laatsteDag([...basis('B'), ...dagen], '2028-12-01')).toBeUndefined();
  });
});
