import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datum, plusDagen } from '../shared/datum.ts';
import { hoogsteLeeftijd, type VveLeeftijd, vveLeeftijd } from './vve-leeftijd.ts';

const MEI_2024 = { jaar: 2024, maand: 5 };

describe('de leeftijd voor voor- en vroegschool', () => {
  it.each([
    ['2026-10-31', 'te-jong'],
    ['2026-11-01', 'voorschool'],
    ['2026-11-02', 'voorschool'],
    ['2028-04-30', 'voorschool'],
    ['2028-05-01', 'vroegschool'],
    ['2028-05-02', 'vroegschool'],
    ['2030-05-30', 'vroegschool'],
    ['2030-05-31', 'vroegschool'],
    ['2030-06-01', 'ouder'],
  ])('van een kind uit mei 2024 is op %s: %s', (dag, verwacht) => {
    expect(vveLeeftijd(MEI_2024, datum(dag))).toBe(verwacht);
  });

  it.each([
    ['2026-06-30', 'te-jong'],
    ['2026-07-01', 'misschien'],
    ['2030-12-31', 'misschien'],
    ['2031-01-01', 'ouder'],
  ])('van een kind uit 2024 zonder maand is op %s: %s', (dag, verwacht) => {
    expect(vveLeeftijd({ jaar: 2024 }, datum(dag))).toBe(verwacht);
  });

  it('telt een schrikkelmaand tot en met haar laatste dag', () => {
    const februari = { jaar: 2024, maand: 2 };
    expect(vveLeeftijd(februari, datum('2030-02-28'))).toBe('vroegschool');
    expect(vveLeeftijd(februari, datum('2030-03-01'))).toBe('ouder');
    expect(vveLeeftijd({ jaar: 2022, maand: 12 }, datum('2028-12-31'))).toBe('vroegschool');
    expect(vveLeeftijd({ jaar: 2022, maand: 12 }, datum('2029-01-01'))).toBe('ouder');
  });

  it('gaat met de tijd alleen vooruit', () => {
    const orde: VveLeeftijd[] = ['te-jong', 'voorschool', 'vroegschool', 'ouder'];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 0, max: 400 }),
        (maand, na, meer) => {
          const dag = plusDagen(datum('2024-01-01'), na);
          const stap = (d: typeof dag) => orde.indexOf(vveLeeftijd({ jaar: 2024, maand }, d));
          expect(stap(plusDagen(dag, meer))).toBeGreaterThanOrEqual(stap(dag));
        },
      ),
    );
  });
});

describe('de leeftijd in jaren', () => {
  it.each([
    [MEI_2024, '2026-04-30', 1],
    [MEI_2024, '2026-05-01', 2],
    [MEI_2024, '2026-05-02', 2],
    [{ jaar: 2024 }, '2026-01-01', 2],
  ])('%j op %s is %i', (geboorte, dag, jaren) => {
    expect(hoogsteLeeftijd(geboorte, datum(dag))).toBe(jaren);
  });
});
