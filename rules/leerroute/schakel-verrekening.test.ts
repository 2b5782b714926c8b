import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schakelVerrekening, type VerrekenFeiten } from './schakel-verrekening.ts';

type Route = 'B' | 'O' | 'Z';
const f = (
  vanLeerroute: Route,
  naarLeerroute: Route,
  gevolgdeCursusuren?: number,
): VerrekenFeiten => ({
  vanLeerroute,
  naarLeerroute,
  ...(gevolgdeCursusuren === undefined ? {} : { gevolgdeCursusuren }),
});
const waarde = (feiten: VerrekenFeiten) => {
  const antwoord = schakelVerrekening(feiten);
  return antwoord.uitkomst === 'bepaald' ? antwoord.waarde : antwoord.uitkomst;
};

describe('schakel-verrekening (Besluit art. 5.4 lid 4)', () => {
  it.each([
    [0, 0, 800],
    [500.5, 500.5, 299.5],
    [799, 799, 1],
    [800, 800, 0],
    [801, 800, 0],
  ])('naar de Z-route na %d uur gaat %d af en is er %d te gaan', (n, af, rest) => {
    for (const van of ['B', 'O'] as const) {
      expect(waarde(f(van, 'Z', n))).toEqual({
        afTrekkenCursusuren: af,
        cursusurenTeGaan: rest,
        examensGaanMee: false,
      });
    }
  });

  it('naar de B1-route weegt het college de uren mee; examens gaan mee uit de onderwijsroute', () => {
    expect(waarde(f('O', 'B', 620))).toEqual({ urenVoorIntensiteit: 620, examensGaanMee: true });
    expect(waarde(f('Z', 'B', 300))).toEqual({ urenVoorIntensiteit: 300, examensGaanMee: false });
  });

  it('naar de onderwijsroute gaan alleen examens uit de B1-route mee, ook zonder uren', () => {
    expect(waarde(f('B', 'O'))).toEqual({ examensGaanMee: true });
    expect(waarde(f('Z', 'O'))).toEqual({ examensGaanMee: false });
  });

  it('zonder wissel geldt de regel niet', () => {
    for (const r of ['B', 'O', 'Z'] as const) expect(waarde(f(r, r))).toBe('niet-van-toepassing');
    expect(schakelVerrekening(f('B', 'B')).uitleg().uitkomst).toContain('blijft gelijk');
  });

  it('noemt wat ontbreekt', () => {
    expect(schakelVerrekening({})).toMatchObject({
      ontbreekt: [{ feit: 'vanLeerroute' }, { feit: 'naarLeerroute' }],
    });
    expect(schakelVerrekening(f('B', 'Z'))).toMatchObject({
      ontbreekt: [{ feit: 'gevolgdeCursusuren' }],
    });
    expect(schakelVerrekening(f('Z', 'B'))).toMatchObject({ uitkomst: 'onbekend' });
  });

  it('legt de som en de artikelen uit', () => {
    const z = schakelVerrekening(f('O', 'Z', 500)).uitleg();
    expect(z.uitkomst).toBe('nog 300 uur cursus te gaan');
    expect(z.grondslag?.artikel).toBe('Besluit inburgering 2021 art. 5.4 lid 4');
    expect(z.stappen).toMatchObject([
      {
        uitkomst: '800 uur − 500 uur, nooit minder dan nul = 300 uur',
        grondslag: {
          artikel: 'Besluit inburgering 2021 art. 5.4 lid 4 onder c en art. 3.14 lid 2',
        },
      },
      { grondslag: { artikel: 'Besluit inburgering 2021 art. 3.14 lid 5' } },
    ]);
    const b = schakelVerrekening(f('O', 'B', 620)).uitleg();
    expect(b.uitkomst).toBe('het college houdt bij de intensiteit rekening met 620 uur');
    expect(b.stappen).toMatchObject([
      { titel: 'Cursusuren uit de onderwijsroute' },
      { uitkomst: 'gaan mee' },
      { grondslag: { artikel: 'Wet inburgering 2021 art. 8 lid 4' } },
    ]);
    expect(schakelVerrekening(f('Z', 'B', 1)).uitleg().stappen).toHaveLength(2);
    expect(schakelVerrekening(f('B', 'O')).uitleg()).toMatchObject({
      uitkomst: 'pogingen en behaalde onderdelen gaan mee; uren worden niet verrekend',
      stappen: [{ uitkomst: 'gaan mee' }],
    });
    expect(schakelVerrekening(f('Z', 'O')).uitleg()).toMatchObject({
      uitkomst: 'het besluit regelt geen verrekening van de Z-route naar de onderwijsroute',
      stappen: [{ uitkomst: 'de Z-route kent geen examen dat meegaat' }],
    });
  });

  it('trekt nooit meer af dan de norm en laat nooit minder dan nul over', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), (n) => {
        const uit = waarde(f('B', 'Z', n));
        if (typeof uit === 'string') throw new Error(uit);
        expect((uit.afTrekkenCursusuren ?? -1) + (uit.cursusurenTeGaan ?? -1)).toBe(800);
        expect(uit.cursusurenTeGaan).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
