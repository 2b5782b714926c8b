import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BetalingFeiten, spukBetaling, spukBetalingRegel } from './spuk-betaling.ts';

const waarde = (f: BetalingFeiten) => {
  const a = spukBetaling(f);
  if (a.uitkomst !== 'bepaald') throw new Error(a.uitkomst);
  return a.waarde;
};
const bedragen = (uitkering: number) =>
  waarde({ jaar: 2026, uitkering }).betalingen.map((b) => b.bedrag);

describe('spuk-betaling', () => {
  it.each([
    [1200, Array(12).fill(100)],
    [0, Array(12).fill(0)],
    [1, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]],
    [18, [1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2]],
    [1211, [100, 101, 101, 101, 101, 101, 101, 101, 101, 101, 101, 101]],
  ])('verdeelt %i eurocent', (uitkering, verwacht) =>
    expect(bedragen(uitkering)).toEqual(verwacht),
  );

  it('betaalt rond de vijftiende van elke maand', () => {
    const dagen = waarde({ jaar: 2026, uitkering: 1200 }).betalingen.map((b) => b.dag);
    expect(dagen[0]).toBe('2026-01-15');
    expect(dagen[11]).toBe('2026-12-15');
    expect(new Set(dagen.map((d) => d.slice(8))).size).toBe(1);
    expect(dagen).toHaveLength(12);
  });

  it.each<[string, BetalingFeiten, unknown]>([
    ['niets bekend', {}, ['jaar', 'uitkering']],
    ['uitkering onbekend', { jaar: 2022 }, ['uitkering']],
    ['jaar onbekend', { uitkering: 5 }, ['jaar']],
  ])('%s', (_, f, verwacht) => {
    const a = spukBetaling(f);
    expect(a.uitkomst === 'onbekend' && a.ontbreekt.map((o) => o.feit)).toEqual(verwacht);
  });

  it('bestaat niet vóór 2022', () => {
    const a = spukBetaling({ jaar: 2021, uitkering: 5 });
    expect(a.uitkomst).toBe('niet-van-toepassing');
    expect(a.uitleg()).toMatchObject({ uitkomst: 'deze uitkering bestaat sinds 2022' });
    expect(waarde({ jaar: 2022, uitkering: 5 }).totaal).toBe(5);
  });

  it('legt uit', () => {
    const uitleg = spukBetaling({ jaar: 2026, uitkering: 1211 }).uitleg();
    expect(uitleg).toMatchObject({
      titel: 'Betaling van de uitkering',
      uitkomst: '€ 12,11 in 12 delen, rond de 15e van elke maand',
      grondslag: { artikel: 'Besluit inburgering 2021 art. 10.8 lid 1', zekerheid: 'ontwerp' },
      zouWijzigenAls: ['de uitkering anders wordt vastgesteld'],
    });
    expect(uitleg.stappen?.[0]).toEqual({ titel: '15 januari 2026', uitkomst: '€ 1' });
    expect(uitleg.feiten).toHaveLength(2);
  });

  it('is samen precies de uitkering, en maanden verschillen ten hoogste één eurocent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000_000 }), (uitkering) => {
        const delen = bedragen(uitkering);
        expect(delen.reduce((a, b) => a + b, 0)).toBe(uitkering);
        expect(Math.max(...delen) - Math.min(...delen)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('kent haar voorbeelden', () => {
    const uitkomsten = spukBetalingRegel.voorbeelden.map(({ invoer }) => {
      const uit = spukBetalingRegel.beantwoord(invoer);
      return 'antwoord' in uit ? uit.antwoord.uitkomst : uit.fouten;
    });
    expect(uitkomsten).toEqual(['bepaald', 'niet-van-toepassing', 'onbekend']);
  });
});
