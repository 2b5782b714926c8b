import { describe, expect, it } from 'vitest';
import {
  dagenInMaand,
  datum,
  eerste,
  isDatum,
  laatste,
  naarEpochDag,
  plusDagen,
  vanEpochDag,
} from '../datum.ts';
import { grondslag } from '../grondslag.ts';
import { aangehaaldeFeiten, onbekend } from '../regel.ts';
import { doorrolUitleg, rolDoor } from '../termijnenwet.ts';
import { datumVeld, getalVeld } from '../velden.ts';

describe('kalender', () => {
  it.each<[unknown, boolean]>([
    ['0000-01-01', false],
    ['0001-01-01', true],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-00-10', false],
    ['2026-01-00', false],
    ['2026-12-01', true],
    ['2026-13-01', false],
    ['2026-04-30', true],
    ['2026-04-31', false],
    ['2026-1-1', false],
    [['2026-01-01'], false],
    [20_260_101, false],
  ])('%j is een datum: %s', (waarde, ja) => {
    expect(isDatum(waarde)).toBe(ja);
  });

  it('een datum die niet bestaat is een fout van de schrijver', () => {
    expect(() => datum('2026-02-29')).toThrow(/geen bestaande datum/);
    expect(datum('2024-02-29')).toBe('2024-02-29');
  });

  it('dagen per maand', () => {
    const van = (jaar: number) => Array.from({ length: 12 }, (_, i) => dagenInMaand(jaar, i + 1));
    expect(van(2026)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    expect([1900, 2000, 2024, 2100].map((jaar) => dagenInMaand(jaar, 2))).toEqual([28, 29, 29, 28]);
  });

  it.each([
    ['1969-12-31', -1],
    ['1970-01-01', 0],
    ['1970-03-01', 59],
    ['1972-02-01', 761],
    ['1972-02-29', 789],
    ['1972-03-01', 790],
    ['2000-12-31', 11_322],
    ['2099-12-31', 47_481],
    ['2100-01-01', 47_482],
    ['1000-01-01', -354_285],
    ['0999-12-31', -354_286],
  ])('%s is dag %i', (dag, n) => {
    expect(naarEpochDag(datum(dag))).toBe(n);
    expect(vanEpochDag(n)).toBe(dag);
    expect(vanEpochDag(n)).toBe(dag);
  });

  it('de eerste en de laatste dag van een tijdperk van 400 jaar', () => {
    expect(plusDagen(datum('2000-02-28'), 1)).toBe('2000-02-29');
    expect(plusDagen(datum('2000-02-29'), 1)).toBe('2000-03-01');
    expect(plusDagen(datum('1600-02-29'), 1)).toBe('1600-03-01');
    expect(plusDagen(datum('2400-03-01'), -1)).toBe('2400-02-29');
  });

  it('de eerste en de laatste van twee', () => {
    const [a, b] = [datum('2026-01-01'), datum('2026-01-02')];
    expect([eerste(a, b), eerste(b, a), laatste(a, b), laatste(b, a)]).toEqual([a, a, b, b]);
  });
});

describe('waarom een termijn doorschuift', () => {
  const uitleg = (dag: string, extra: string[] = []) =>
    doorrolUitleg(rolDoor(datum(dag), extra.map(datum)));

  it.each<[string, string[], string, string]>([
    [
      '2026-11-21',
      [],
      '21 november 2026 is zaterdag en 22 november 2026 is zondag',
      '23 november 2026',
    ],
    ['2026-11-19', ['2026-11-19'], 'is door de regering gelijkgestelde dag', '20 november 2026'],
    ['2026-12-26', [], '26 december 2026 is zaterdag en Tweede Kerstdag', '28 december 2026'],
    ['2026-05-14', ['2026-05-15'], '14 mei 2026 is Hemelvaartsdag, 15 mei', '18 mei 2026'],
  ])('%s met %j', (dag, extra, waarom, naar) => {
    expect(uitleg(dag, extra)).toMatchObject([
      {
        titel: expect.stringContaining(waarom),
        uitkomst: `verschoven naar ${naar}`,
        grondslag: {
          regel: 'termijnenwet',
          artikel: expect.stringContaining('art. 1 lid 1 en art. 3'),
        },
      },
    ]);
  });

  it('een gewone werkdag schuift niet', () => {
    expect(uitleg('2026-11-19', ['2026-11-20'])).toEqual([]);
    expect(rolDoor(datum('2026-11-19')).overgeslagen).toEqual([]);
  });
});

describe('feiten aanhalen', () => {
  const velden = { dag: datumVeld('Dag'), uren: getalVeld('Uren', { eenheid: 'uur' }) };

  it('alleen wat er is', () => {
    expect(aangehaaldeFeiten(velden, {})).toEqual([]);
    expect(aangehaaldeFeiten(velden, { uren: 3 }, ['dag', 'uren', 'anders' as 'dag'])).toEqual([
      { naam: 'Uren', waarde: '3 uur', bron: 'ingevoerd' },
    ]);
  });

  it('een onbekend antwoord draagt zijn grondslag als die er is', () => {
    const g = grondslag('pip-termijn', 'besluit', 'art. 5.3');
    const mist = [{ feit: 'dag', tekst: 'Nog niet bekend: Dag.' }];
    const kaal = {
      titel: 'Proef',
      uitkomst: 'nog niet te bepalen',
      stappen: [{ titel: mist[0]?.tekst }],
    };
    expect(onbekend('Proef', mist, g).uitleg()).toEqual({ ...kaal, grondslag: g });
    expect(onbekend('Proef', mist).uitleg()).toEqual(kaal);
  });
});
