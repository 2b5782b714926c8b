import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datum, vanEpochDag } from '../datum.ts';
import { feestdagen, feestdagOp } from '../feestdagen.ts';

/** Met de hand uit de kalender: Goede Vrijdag, Tweede Paasdag, Koningsdag, Hemelvaartsdag, Tweede Pinksterdag. */
const BEWEEGLIJK: [jaar: number, ...dagen: string[]][] = [
  [2022, '04-15', '04-18', '04-27', '05-26', '06-06'],
  [2023, '04-07', '04-10', '04-27', '05-18', '05-29'],
  [2024, '03-29', '04-01', '04-27', '05-09', '05-20'],
  [2025, '04-18', '04-21', '04-26', '05-29', '06-09'],
  [2026, '04-03', '04-06', '04-27', '05-14', '05-25'],
  [2027, '03-26', '03-29', '04-27', '05-06', '05-17'],
  [2028, '04-14', '04-17', '04-27', '05-25', '06-05'],
  [2029, '03-30', '04-02', '04-27', '05-10', '05-21'],
  [2030, '04-19', '04-22', '04-27', '05-30', '06-10'],
  [2031, '04-11', '04-14', '04-26', '05-22', '06-02'],
  [2032, '03-26', '03-29', '04-27', '05-06', '05-17'],
  [2033, '04-15', '04-18', '04-27', '05-26', '06-06'],
  [2034, '04-07', '04-10', '04-27', '05-18', '05-29'],
  [2035, '03-23', '03-26', '04-27', '05-03', '05-14'],
];

const NAMEN = [
  'Goede Vrijdag',
  'Tweede Paasdag',
  'Koningsdag',
  'Hemelvaartsdag',
  'Tweede Pinksterdag',
];
const VAST: [dag: string, naam: string][] = [
  ['01-01', 'Nieuwjaarsdag'],
  ['05-05', 'Bevrijdingsdag'],
  ['12-25', 'Eerste Kerstdag'],
  ['12-26', 'Tweede Kerstdag'],
];

describe('feestdagen per jaar (Atw art. 3)', () => {
  it.each(BEWEEGLIJK)('%i heeft precies deze negen feestdagen', (jaar, ...dagen) => {
    const bewegend = dagen.map((dag, i) => [dag, NAMEN[i]]);
    const verwacht = [...VAST, ...bewegend].map(([dag, naam]) => `${jaar}-${dag} ${naam}`).sort();
    expect(feestdagen(jaar).map((f) => `${f.datum} ${f.naam}`)).toEqual(verwacht);
  });

  it.each([
    [2024, 'zaterdag', '04-27'],
    [2025, 'zondag', '04-26'],
    [2026, 'maandag', '04-27'],
    [2031, 'zondag', '04-26'],
  ])('in %i valt 27 april op %s: Koningsdag is %s', (jaar, _weekdag, verwacht) => {
    const april = ['04-25', '04-26', '04-27', '04-28'].filter(
      (dag) => feestdagOp(datum(`${jaar}-${dag}`))?.naam === 'Koningsdag',
    );
    expect(april).toEqual([verwacht]);
  });

  it('Eerste Paasdag en Eerste Pinksterdag staan er niet: die zijn zondag', () => {
    expect(feestdagOp(datum('2026-04-05'))).toBeUndefined();
    expect(feestdagOp(datum('2026-05-24'))).toBeUndefined();
  });

  it('een dag is feestdag precies als zij in de lijst van haar jaar staat', () => {
    fc.assert(
      fc.property(fc.integer({ min: 18_993, max: 24_106 }).map(vanEpochDag), (d) => {
        const lijst = feestdagen(Number(d.slice(0, 4))).map((f) => f.datum);
        expect(feestdagOp(d) !== undefined).toBe(lijst.includes(d));
      }),
    );
  });
});
