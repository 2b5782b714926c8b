import { describe, expect, it } from 'vitest';
import { type Datum, datum } from '../datum.ts';
import { klokOp } from '../klok.ts';

describe('klok', () => {
  it.each([
    ['2026-09-09', true],
    ['2026-09-10', true],
    ['2026-09-11', false],
  ])('op 10 september is %s bereikt: %s', (dag, bereikt) => {
    expect(klokOp(datum('2026-09-10')).bereikt(datum(dag))).toBe(bereikt);
  });

  it('onthoudt de eerste gevraagde dag die nog komt', () => {
    const klok = klokOp(datum('2026-09-10'));
    expect(klok.volgende()).toBeUndefined();
    klok.bereikt(datum('2026-09-10'));
    expect(klok.volgende()).toBeUndefined();
    for (const [dag, volgende] of [
      ['2026-12-01', '2026-12-01'],
      ['2026-10-01', '2026-10-01'],
      ['2026-11-01', '2026-10-01'],
      ['2026-09-01', '2026-10-01'],
    ] as const) {
      klok.bereikt(datum(dag));
      expect(klok.volgende()).toBe(volgende);
    }
  });

  it('31 december 9999 en later komt nooit, ook niet op die dag zelf', () => {
    const klok = klokOp(datum('9999-12-31'));
    expect(klok.bereikt(datum('9999-12-30'))).toBe(true);
    expect(klok.bereikt(datum('9999-12-31'))).toBe(false);
    expect(klok.bereikt('10000-01-01' as Datum)).toBe(false);
    expect(klok.volgende()).toBeUndefined();
    const eerder = klokOp(datum('9999-12-29'));
    expect(eerder.bereikt(datum('9999-12-30'))).toBe(false);
    expect(eerder.volgende()).toBe('9999-12-30');
  });
});
