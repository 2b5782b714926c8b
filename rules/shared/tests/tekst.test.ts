import { describe, expect, it } from 'vitest';
import { datum } from '../datum.ts';
import { inEuro, inWoorden, opsomming, weekdagNaam } from '../tekst.ts';

describe('datum in woorden', () => {
  it.each([
    ['2026-01-01', '1 januari 2026'],
    ['2026-02-28', '28 februari 2026'],
    ['2026-03-09', '9 maart 2026'],
    ['2026-04-10', '10 april 2026'],
    ['2026-05-31', '31 mei 2026'],
    ['2026-06-30', '30 juni 2026'],
    ['2026-07-04', '4 juli 2026'],
    ['2026-08-05', '5 augustus 2026'],
    ['2026-09-06', '6 september 2026'],
    ['2026-10-07', '7 oktober 2026'],
    ['2026-11-19', '19 november 2026'],
    ['0999-12-31', '31 december 999'],
  ])('%s: %s', (dag, woorden) => {
    expect(inWoorden(datum(dag))).toBe(woorden);
  });
});

describe('dag van de week', () => {
  it.each([
    [0, 'onbekende dag'],
    [1, 'maandag'],
    [2, 'dinsdag'],
    [3, 'woensdag'],
    [4, 'donderdag'],
    [5, 'vrijdag'],
    [6, 'zaterdag'],
    [7, 'zondag'],
    [8, 'onbekende dag'],
  ])('%i: %s', (nummer, naam) => {
    expect(weekdagNaam(nummer)).toBe(naam);
  });
});

describe('opsomming', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a en b'],
    [['a', 'b', 'c'], 'a, b en c'],
  ])('%j: %s', (delen, zin) => {
    expect(opsomming(delen)).toBe(zin);
  });
});

describe('bedrag', () => {
  it.each([
    [0, '€ 0'],
    [5, '€ 0,05'],
    [99, '€ 0,99'],
    [100, '€ 1'],
    [25_000, '€ 250'],
    [99_999, '€ 999,99'],
    [100_000, '€ 1.000'],
    [123_450, '€ 1.234,50'],
    [123_456_789_00, '€ 123.456.789'],
    [-5, '-€ 0,05'],
    [-123_450, '-€ 1.234,50'],
  ])('%i eurocent: %s', (centen, tekst) => {
    expect(inEuro(centen)).toBe(tekst);
  });
});
