import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { datum, vanEpochDag } from '../shared/datum.ts';
import { dagVanTermijn, inburgeringstermijn } from './inburgeringstermijn.ts';

const op = (dag: string) => ({ waarde: datum(dag), bron: 'Noor' });

describe('inburgeringstermijn: verwachting (Wi2021 art. 11)', () => {
  it.each([
    ['2024-03-15', '2024-03-16', '2027-03-15'],
    ['2023-12-31', '2024-01-01', '2026-12-31'],
    ['2024-02-28', '2024-02-29', '2027-02-28'],
    ['2024-02-29', '2024-03-01', '2027-02-28'],
    ['2025-02-27', '2025-02-28', '2028-02-27'],
    ['2025-02-28', '2025-03-01', '2028-02-29'],
    ['2025-01-20', '2025-01-21', '2028-01-20'],
  ])('PIP van %s: van %s tot en met %s', (dagtekening, begin, laatsteDag) => {
    expect(inburgeringstermijn({ eerstePip: op(dagtekening) })).toMatchObject({
      uitkomst: 'bepaald',
      waarde: { begin, laatsteDag, van: 'prognose' },
    });
  });

  it('is nooit korter dan drie jaar vanaf het begin, en hoogstens een dag langer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 19_000, max: 25_000 }).map(vanEpochDag), (d) => {
        const t = inburgeringstermijn({ eerstePip: { waarde: d, bron: 'x' } });
        if (t.uitkomst !== 'bepaald') throw new Error('verwachtte een termijn');
        const kaal = Temporal.PlainDate.from(t.waarde.begin).add({ years: 3 });
        const over = kaal.until(Temporal.PlainDate.from(t.waarde.eind)).days;
        expect([0, 1]).toContain(over);
      }),
    );
  });

  it.each([
    ['2025-02-27', 'afgeleid'],
    ['2025-02-28', 'ontwerp'],
    ['2025-03-01', 'afgeleid'],
  ])('PIP van %s: hoe zeker de laatste dag is, staat erbij: %s', (dagtekening, zekerheid) => {
    const uitleg = inburgeringstermijn({ eerstePip: op(dagtekening) }).uitleg();
    expect(uitleg.grondslag?.zekerheid).toBe(zekerheid);
  });

  it('begint niet zonder PIP', () => {
    expect(inburgeringstermijn({}).uitkomst).toBe('niet-van-toepassing');
  });
});

describe('inburgeringstermijn: DUO gaat voor (Besluit art. 9.3)', () => {
  it('leest DUO’s einde als exclusief', () => {
    const duo = {
      waarde: { start: datum('2024-03-16'), eind: datum('2027-03-16') },
      bron: 'DUO SS102',
    };
    expect(inburgeringstermijn({ eerstePip: op('2024-03-20'), duo })).toMatchObject({
      waarde: { begin: '2024-03-16', laatsteDag: '2027-03-15', eind: '2027-03-16', van: 'duo' },
    });
    expect(inburgeringstermijn({ duo }).uitleg().feiten).toHaveLength(2);
  });

  it('noemt de grond waarop DUO verlengde', () => {
    const waarde = {
      start: datum('2024-03-16'),
      eind: datum('2027-09-16'),
      verlengingsgrond: 'Dakloosheid',
    };
    const uitleg = inburgeringstermijn({ duo: { waarde, bron: 'DUO SS102' } }).uitleg();
    expect(uitleg.feiten?.at(-1)).toMatchObject({
      naam: 'Verlengd wegens',
      waarde: 'Dakloosheid',
      bron: 'DUO SS102',
    });
  });
});

describe('dagVanTermijn', () => {
  const termijn = { begin: datum('2024-03-16'), laatsteDag: datum('2027-03-15') };

  it.each([
    ['2024-03-15', { staat: 'nog-niet-begonnen', dagen: 1095 }],
    ['2024-03-16', { staat: 'loopt', dag: 1, dagen: 1095, dagenOver: 1094 }],
    ['2024-03-17', { staat: 'loopt', dag: 2, dagen: 1095, dagenOver: 1093 }],
    ['2027-03-14', { staat: 'loopt', dag: 1094, dagen: 1095, dagenOver: 1 }],
    ['2027-03-15', { staat: 'loopt', dag: 1095, dagen: 1095, dagenOver: 0 }],
    ['2027-03-16', { staat: 'verstreken', dagen: 1095, dagenTeLaat: 1 }],
  ])('op %s', (vandaag, verwacht) => {
    expect(dagVanTermijn(termijn, datum(vandaag))).toEqual(verwacht);
  });
});
