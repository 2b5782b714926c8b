import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aandeel, annuleringskosten, type Tarief, tolkkosten } from './kosten.ts';

const TARIEF: Tarief = {
  uurtariefCent: 6000,
  reiskostenCent: 2550,
  minimumMinuten: 30,
  annulerenUren: 24,
  annulerenProcent: 50,
};
const VORMEN = ['aanwezig', 'telefoon', 'video'] as const;
const tarief = fc.record({
  uurtariefCent: fc.integer({ min: 0, max: 50_000 }),
  reiskostenCent: fc.integer({ min: 0, max: 50_000 }),
  minimumMinuten: fc.integer({ min: 0, max: 120 }),
  annulerenUren: fc.integer({ min: 0, max: 336 }),
  annulerenProcent: fc.integer({ min: 0, max: 100 }),
});
const tijd = fc.integer({ min: 0, max: 720 });

describe('wat een tolk kost', () => {
  it.each([
    ['aanwezig', 60, 6000, 2550],
    ['telefoon', 60, 6000, 0],
    ['video', 45, 4500, 0],
    ['telefoon', 10, 3000, 0],
    ['aanwezig', 0, 3000, 2550],
  ] as const)('%s, %i minuten', (vorm, minuten, tijdCent, reisCent) => {
    expect(tolkkosten(vorm, minuten, TARIEF)).toMatchObject({
      tijdCent,
      reisCent,
      totaalCent: tijdCent + reisCent,
    });
  });

  it('rondt een halve cent naar boven af', () => {
    const kwart = { ...TARIEF, uurtariefCent: 6001, minimumMinuten: 0 };
    expect(tolkkosten('telefoon', 30, kwart).tijdCent).toBe(3001);
    expect(tolkkosten('telefoon', 15, kwart).tijdCent).toBe(1500);
  });

  it('is altijd een heel, niet-negatief bedrag dat met de tijd niet daalt', () => {
    fc.assert(
      fc.property(fc.constantFrom(...VORMEN), tijd, tijd, tarief, (vorm, a, b, t) => {
        const [kort, lang] = [Math.min(a, b), Math.max(a, b)].map((m) => tolkkosten(vorm, m, t));
        if (!kort || !lang) throw new Error('onmogelijk');
        expect(Number.isInteger(lang.totaalCent)).toBe(true);
        expect(kort.totaalCent).toBeGreaterThanOrEqual(0);
        expect(lang.totaalCent).toBeGreaterThanOrEqual(kort.totaalCent);
        expect(kort.tijdCent + kort.reisCent).toBe(kort.totaalCent);
      }),
    );
  });
});

describe('afzeggen', () => {
  const dag = 24 * 60;
  it.each([
    ['ruim op tijd', dag + 1, 0],
    ['precies op tijd', dag, 0],
    ['een minuut te laat', dag - 1, 3000],
    ['na het begin', -10, 3000],
  ])('%s', (_wat, vooraf, verwacht) => {
    expect(annuleringskosten(60, vooraf, TARIEF)).toBe(verwacht);
  });

  it('kost nooit meer dan doorgaan', () => {
    fc.assert(
      fc.property(tijd, fc.integer({ min: -500, max: 30_000 }), tarief, (gepland, vooraf, t) => {
        const kosten = annuleringskosten(gepland, vooraf, t);
        expect(kosten).toBeGreaterThanOrEqual(0);
        expect(kosten).toBeLessThanOrEqual(tolkkosten('aanwezig', gepland, t).totaalCent);
      }),
    );
  });
});

describe('een tolk delen', () => {
  it('verliest en maakt geen cent', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 1, max: 60 }),
        (bedrag, delers) => {
          const delen = Array.from({ length: delers }, (_, rang) => aandeel(bedrag, delers, rang));
          expect(delen.reduce((som, d) => som + d, 0)).toBe(bedrag);
          expect(Math.max(...delen) - Math.min(...delen)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
  it('alleen is alles voor één', () => expect(aandeel(1001, 1, 0)).toBe(1001));
});
