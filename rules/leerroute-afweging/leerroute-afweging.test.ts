import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import type { Leerroute } from '../stand/feiten.ts';
import { leerrouteAfweging } from './leerroute-afweging.ts';
import type { AfwegingFeiten, Punt, Thema } from './soorten.ts';

const g = <T>(waarde: T) => ({ waarde, bron: 'Noor de Wit', feitId: 'feit-1' });
const LEEG: AfwegingFeiten = { urenNodig: {}, vrijePlaatsen: [] };
const toets = (resultaat: string, behaald = 6150, benodigd = 5500) =>
  g({ resultaat, behaald, benodigd });

const ANDERS = g({
  beoordeeld: { op: datum('2026-10-20'), uitkomst: 'Leert snel uit gesproken taal.' },
});

const beeld = (f: Partial<AfwegingFeiten>, route: Leerroute) => {
  const gevonden = leerrouteAfweging({ ...LEEG, ...f }).routes.find((r) => r.route === route);
  if (!gevonden) throw new Error(route);
  return gevonden;
};
const kant = (f: Partial<AfwegingFeiten>, thema: Thema) =>
  (['B', 'O', 'Z'] as const).map((route) => {
    const r = beeld(f, route);
    const heeft = (p: Punt[]) => p.some((x) => x.thema === thema);
    return heeft(r.voor) ? 'voor' : heeft(r.tegen) ? 'tegen' : heeft(r.weegtMee) ? 'mee' : '';
  });
const advies = (f: Partial<AfwegingFeiten>) => leerrouteAfweging({ ...LEEG, ...f }).advies;

describe('aan welke kant een feit valt', () => {
  it.each<[Partial<AfwegingFeiten>, Thema, string[]]>([
    [{ toets: toets('B1-route haalbaar') }, 'toets', ['voor', 'voor', 'tegen']],
    [{ toets: toets('B1-route niet haalbaar') }, 'toets', ['tegen', 'tegen', 'voor']],
    [{ toets: toets('Onbekend') }, 'toets', ['mee', 'mee', 'mee']],
    [{ toetsOntheffing: g({}) }, 'toets', ['mee', 'mee', 'mee']],
    [{ toetsOntheffing: ANDERS }, 'toets', ['mee', 'mee', 'mee']],
    [{ opleiding: g('hbo of universiteit') }, 'onderwijs', ['voor', 'voor', 'tegen']],
    [{ opleiding: g('geen onderwijs') }, 'onderwijs', ['tegen', 'tegen', 'voor']],
    [{ opleiding: g('basisonderwijs') }, 'onderwijs', ['mee', 'mee', 'mee']],
    [{ opleiding: g('een antwoord uit een oude lijst') }, 'onderwijs', ['mee', 'mee', 'mee']],
    [{ schooljaren: g(5) }, 'onderwijs', ['tegen', 'tegen', 'voor']],
    [{ schooljaren: g(6) }, 'onderwijs', ['mee', 'mee', 'mee']],
    [{ schooljaren: g(9) }, 'onderwijs', ['mee', 'mee', 'mee']],
    [{ schooljaren: g(10) }, 'onderwijs', ['voor', 'voor', 'tegen']],
    [{ lerenGing: g('met moeite') }, 'onderwijs', ['mee', 'tegen', 'mee']],
    [{ lerenGing: g('makkelijk') }, 'onderwijs', ['voor', 'voor', '']],
    [{ diplomawaardering: g('ja') }, 'onderwijs', ['mee', 'voor', '']],
    [{ taalniveau: g('A2') }, 'taal', ['voor', 'voor', 'tegen']],
    [{ taalniveau: g('A1') }, 'taal', ['mee', 'mee', 'mee']],
    [{ schrift: g('nee') }, 'schrift', ['tegen', 'tegen', 'voor']],
    [{ schrift: g('ja, alleen in een ander schrift') }, 'schrift', ['mee', 'mee', 'mee']],
    [{ eerdereUren: g(38) }, 'eerdere-uren', ['mee', 'mee', 'mee']],
    [{ eerdereUren: g(0) }, 'eerdere-uren', ['', '', '']],
    [{ wens: g({ wens: 'O', woorden: 'Ik wil studeren.' }) }, 'wens', ['tegen', 'voor', 'tegen']],
    [{ wens: g({ wens: 'geen', woorden: 'Kies u maar.' }) }, 'wens', ['mee', 'mee', 'mee']],
    [{ kinderopvang: g('nog-regelen') }, 'kinderopvang', ['mee', 'mee', 'mee']],
    [{ tijd: g(12), urenNodig: { B: 12, Z: 13 } }, 'tijd', ['voor', 'mee', 'tegen']],
    [
      { vrijePlaatsen: [g({ route: 'O', instelling: 'Taalhuis', plaatsen: 0 })] },
      'aanbod',
      ['', 'tegen', ''],
    ],
    [
      { vrijePlaatsen: [g({ route: 'B', instelling: 'Taalhuis', plaatsen: 1 })] },
      'aanbod',
      ['voor', '', ''],
    ],
  ])('%j', (feiten, thema, verwacht) => {
    expect(kant(feiten, thema)).toEqual(verwacht);
  });

  it('noemt de score in gewone getallen, met wat zij niet zegt', () => {
    const [punt] = beeld({ toets: toets('B1-route haalbaar') }, 'B').voor;
    expect(punt?.tekst).toBe('B1 is haalbaar volgens de toets (61,50 punten; 55,00 nodig).');
    expect(punt?.grens).toContain('adviseert en beslist niet');
    expect(punt).toMatchObject({ bron: 'Noor de Wit', feitId: 'feit-1' });
  });
});

describe('leeftijd', () => {
  const leeftijd = (van: number, tot = van) => ({ leeftijd: g({ van, tot }) });

  it('telt niet zolang de gemeente geen richtleeftijd heeft', () => {
    expect(kant(leeftijd(60), 'leeftijd')).toEqual(['', '', '']);
  });

  it.each([
    [27, 27, 'Valt binnen'],
    [28, 28, 'Ouder dan'],
    [27, 28, 'niet te zeggen'],
  ])('van %i tot en met %i bij een richtlijn van 27: %s', (van, tot, zin) => {
    const f = { ...leeftijd(van, tot), richtleeftijd: 27 };
    expect(kant(f, 'leeftijd')).toEqual(['', 'mee', '']);
    expect(beeld(f, 'O').weegtMee[0]?.tekst).toContain(zin);
  });
});

describe('de andere weg bij een ontheffing van de toets', () => {
  const over = (f: Partial<AfwegingFeiten>) =>
    beeld(f, 'B').weegtMee.filter((p) => p.thema === 'toets');

  it('staat er met haar uitkomst, de dag daarvan en de bron, en kiest geen kant', () => {
    expect(over({ toetsOntheffing: ANDERS })).toEqual([
      {
        thema: 'toets',
        tekst: 'Zonder toets beoordeeld: Leert snel uit gesproken taal.',
        bron: 'Noor de Wit',
        feitId: 'feit-1',
        datum: '2026-10-20',
        grens: expect.stringContaining('geen score'),
      },
    ]);
  });

  it('staat naast de score als DUO die toch nog gaf', () => {
    const f = { toets: toets('B1-route haalbaar'), toetsOntheffing: ANDERS };
    expect(beeld(f, 'B').voor.map((p) => p.thema)).toEqual(['toets']);
    expect(over(f)).toHaveLength(1);
    expect(over({ ...f, toetsOntheffing: g({}) })).toEqual([]);
  });
});

describe('wat nog niet is onderzocht', () => {
  const mist = (f: Partial<AfwegingFeiten>, route: Leerroute) =>
    beeld(f, route).nietOnderzocht.map((n) => `${n.thema}: ${n.plek}`);

  it('noemt zonder feiten alles, met de plek om het in te vullen', () => {
    expect(mist({}, 'B')).toEqual([
      'toets: toets',
      'onderwijs: intake',
      'taal: intake',
      'schrift: intake',
      'wens: standpunt',
      'tijd: week',
      'aanbod: aanbod',
      'kinderopvang: intake',
    ]);
  });

  it('verzint geen vrije plaatsen: onbekend blijft per route staan', () => {
    const f = { vrijePlaatsen: [g({ route: 'Z' as const, instelling: 'Taalhuis', plaatsen: 3 })] };
    expect(mist(f, 'Z')).not.toContain('aanbod: aanbod');
    expect(mist(f, 'B')).toContain('aanbod: aanbod');
    expect(beeld(f, 'B').nietOnderzocht.find((n) => n.thema === 'aanbod')?.tekst).toContain(
      'onbekend',
    );
  });

  it('bij een jong kind hoort de opvang, anders niet', () => {
    expect(mist({ jongKind: g(true) }, 'B')).toContain('kinderopvang: gezin');
    expect(mist({ jongKind: g(false) }, 'B').join()).not.toContain('kinderopvang');
    const geregeld = { jongKind: g(true), kinderopvang: g('geregeld' as const) };
    expect(mist(geregeld, 'B').join()).not.toContain('kinderopvang');
  });

  it('een toets zonder richting vraagt om een andere weg', () => {
    expect(mist({ toets: toets('Onbekend') }, 'Z')).toContain('toets: intake');
  });

  it('een ontheffing vraagt niet om de toets, wel om wat ervoor in de plaats komt', () => {
    const open = beeld({ toetsOntheffing: g({}) }, 'Z').nietOnderzocht;
    expect(open.filter((n) => n.thema === 'toets')).toEqual([
      {
        thema: 'toets',
        plek: 'intake',
        tekst: 'Er is ontheffing van de toets, en nog geen uitkomst van een andere beoordeling.',
      },
    ]);
    expect(mist({ toetsOntheffing: ANDERS }, 'Z').join()).not.toContain('toets');
    const gemaakt = { toets: toets('B1-route haalbaar'), toetsOntheffing: g({}) };
    expect(mist(gemaakt, 'Z').join()).not.toContain('toets');
  });

  it('een aangevraagde diplomawaardering ontbreekt alleen bij de onderwijsroute', () => {
    const f = { opleiding: g('hbo of universiteit'), diplomawaardering: g('aangevraagd') };
    expect(mist(f, 'O')).toContain('onderwijs: intake');
    expect(mist(f, 'B')).not.toContain('onderwijs: intake');
  });
});

describe('wat de wet vraagt', () => {
  it('laat de oordelen bij het college en noemt wat een mens weegt', () => {
    const [oordeel] = beeld({ wens: g({ woorden: 'Werken.' }) }, 'Z').oordelen;
    expect(oordeel).toMatchObject({ feit: 'examenOfTrajectHaalbaar' });
    expect(oordeel?.wegen?.length).toBeGreaterThan(2);
  });

  it('zegt dat de onderwijsroute de wens van de persoon vraagt', () => {
    const wil = (wens: 'B' | 'O') =>
      beeld({ wens: g({ wens, woorden: 'x' }) }, 'O').belet.map((r) => r.code);
    expect(wil('B')).toEqual(['toegang-wilBeroepsOfHogerOnderwijs']);
    expect(wil('O')).toEqual([]);
  });

  it('vraagt participatie in de Z-route niet van gezins- en overige migranten', () => {
    const wet = (doelgroep: AfwegingFeiten['doelgroep']) =>
      beeld(doelgroep ? { doelgroep } : {}, 'Z')
        .wet.map((w) => w.tekst)
        .join();
    expect(wet('Asielstatushouder')).toContain('800 uur participatie');
    expect(wet('Gezinsmigrant en overige migrant')).not.toContain('participatie');
  });
});

describe('het advies', () => {
  const veel = { opleiding: g('voortgezet onderwijs'), schrift: g('ja, in ons schrift') };
  const wens = (w: 'B' | 'O' | 'Z') => ({ wens: g({ wens: w, woorden: 'x' }) });

  it.each<[Partial<AfwegingFeiten>, Leerroute | undefined]>([
    [{ toets: toets('B1-route haalbaar'), ...veel }, 'B'],
    [{ toets: toets('B1-route haalbaar'), ...veel, ...wens('O') }, 'O'],
    [{ toets: toets('B1-route haalbaar'), opleiding: g('basisonderwijs'), ...wens('O') }, 'B'],
    [{ toets: toets('B1-route niet haalbaar'), opleiding: g('basisonderwijs') }, 'Z'],
    [{ toets: toets('B1-route niet haalbaar'), schooljaren: g(2) }, 'Z'],
    [{ toets: toets('B1-route haalbaar'), schooljaren: g(2) }, undefined],
    [{ toets: toets('B1-route niet haalbaar'), ...veel }, undefined],
    [{ toets: toets('Onbekend'), ...veel }, undefined],
    [{ toets: toets('B1-route haalbaar') }, undefined],
    [veel, undefined],
  ])('%j wijst naar %s', (feiten, richting) => {
    expect(advies(feiten).richting).toBe(richting);
  });

  it.each([
    [6049, true],
    [6050, true],
    [6051, false],
    [4950, true],
    [4949, false],
  ])('twijfelt bij een score van %i tegen 5500: %s', (behaald, twijfelt) => {
    const { twijfel } = advies({ toets: toets('B1-route haalbaar', behaald), ...veel });
    expect(twijfel.includes('De score ligt dicht bij de grens.')).toBe(twijfelt);
  });

  it('noemt een andere wens en een ander schrift als twijfel, nooit de leeftijd', () => {
    const { twijfel } = advies({
      toets: toets('B1-route haalbaar', 9000),
      opleiding: g('beroepsopleiding'),
      schrift: g('ja, alleen in een ander schrift'),
      leeftijd: g({ van: 60, tot: 60 }),
      richtleeftijd: 27,
      ...wens('Z'),
    });
    expect(twijfel).toHaveLength(2);
    expect(twijfel.join()).toContain('wil zelf de Z-route');
    expect(twijfel.join()).not.toMatch(/leeftijd|jaar/);
  });

  it('hangt nooit van de leeftijd af', () => {
    const feiten = fc.record(
      {
        toets: fc.constantFrom(toets('B1-route haalbaar'), toets('B1-route niet haalbaar')),
        opleiding: fc.constantFrom(g('geen onderwijs'), g('basisonderwijs'), g('beroepsopleiding')),
        wens: fc.constantFrom(g({ wens: 'O' as const, woorden: 'x' })),
      },
      { requiredKeys: [] },
    );
    const leeftijd = fc.integer({ min: 16, max: 67 }).map((n) => g({ van: n, tot: n }));
    fc.assert(
      fc.property(feiten, leeftijd, (f, l) => {
        expect(advies({ ...f, leeftijd: l, richtleeftijd: 27 })).toEqual(advies(f));
      }),
    );
  });
});
