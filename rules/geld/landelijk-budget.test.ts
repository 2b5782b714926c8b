import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LandelijkFeiten, landelijkBudget, landelijkBudgetRegel } from './landelijk-budget.ts';

const kern = (f: LandelijkFeiten) => {
  const a = landelijkBudget(f);
  if (a.uitkomst === 'bepaald') return a.waarde.bedrag;
  return a.uitkomst === 'onbekend' ? a.ontbreekt.map((o) => o.feit) : a.uitkomst;
};
const LAND: LandelijkFeiten = {
  jaar: 2026,
  soort: 'voorlopig',
  landelijkT: 10,
  landelijkT1: 20,
  landelijkT2: 30,
};

describe('spuk-landelijk-budget', () => {
  it.each<[string, LandelijkFeiten, unknown]>([
    ['voorlopig: 70 procent van t en t−1', LAND, 7 * 608_734 + 14 * 471_896 + 30 * 117_974],
    [
      'definitief: alles telt heel',
      { ...LAND, soort: 'definitief' },
      10 * 608_734 + 20 * 471_896 + 30 * 117_974,
    ],
    ['2022', { ...LAND, jaar: 2022 }, 7 * 805_710 + 14 * 407_967 + 30 * 101_992],
    // 0,7 × 837.803 = 586.462,1 en 0,7 × 424.217 = 296.951,9
    [
      'rondt af naar beneden',
      { ...LAND, jaar: 2023, landelijkT: 1, landelijkT1: 0, landelijkT2: 0 },
      586_462,
    ],
    [
      'rondt af naar boven',
      { ...LAND, jaar: 2023, landelijkT: 0, landelijkT1: 1, landelijkT2: 0 },
      296_952,
    ],
    // 0,7 × 5 × 837.803 = 2.932.310,5
    [
      'een halve eurocent naar boven',
      { ...LAND, jaar: 2023, landelijkT: 5, landelijkT1: 0, landelijkT2: 0 },
      2_932_311,
    ],
    ['2024', { ...LAND, jaar: 2024 }, ['jaar']],
    ['2021', { jaar: 2021 }, 'niet-van-toepassing'],
    ['niets', {}, ['jaar', 'soort', 'landelijkT', 'landelijkT1', 'landelijkT2']],
    ['soort ontbreekt', { ...LAND, soort: undefined as never }, ['soort']],
  ])('%s', (_, f, verwacht) => expect(kern(f)).toEqual(verwacht));

  it('legt de som uit', () => {
    const uitleg = landelijkBudget(LAND).uitleg();
    expect(uitleg).toMatchObject({
      titel: 'Landelijk budget voor asielstatushouders',
      uitkomst: '€ 144.069,02 in 2026',
      grondslag: { zekerheid: 'afgeleid' },
      stappen: [
        { uitkomst: '70 procent' },
        { titel: 'Jaar t', uitkomst: '10 × € 6.087,34' },
        { titel: 'Jaar t−1', uitkomst: '20 × € 4.718,96' },
        { titel: 'Jaar t−2', uitkomst: '30 × € 1.179,74' },
      ],
      zouWijzigenAls: ['de landelijke aantallen veranderen'],
    });
    expect(uitleg.feiten).toHaveLength(5);
    const heel = landelijkBudget({ ...LAND, soort: 'definitief' }).uitleg();
    expect(heel.stappen?.[0]?.uitkomst).toBe('100 procent');
    expect(landelijkBudget({ jaar: 2021 }).uitleg()).toMatchObject({
      uitkomst: 'deze uitkering bestaat sinds 2022',
      feiten: [{ waarde: '2021' }],
    });
  });

  it('is voorlopig nooit hoger dan met dezelfde aantallen definitief', () => {
    const n = fc.nat(9_999_999);
    fc.assert(
      fc.property(n, n, n, (landelijkT, landelijkT1, landelijkT2) => {
        const f = { jaar: 2026, landelijkT, landelijkT1, landelijkT2 };
        const voor = kern({ ...f, soort: 'voorlopig' }) as number;
        const na = kern({ ...f, soort: 'definitief' }) as number;
        expect(Number.isSafeInteger(voor)).toBe(true);
        expect(voor).toBeLessThanOrEqual(na);
      }),
    );
  });

  it('kent haar voorbeelden', () => {
    const uitkomsten = landelijkBudgetRegel.voorbeelden.map(({ invoer }) => {
      const uit = landelijkBudgetRegel.beantwoord(invoer);
      return 'antwoord' in uit ? uit.antwoord.uitkomst : uit.fouten;
    });
    expect(uitkomsten).toEqual(['bepaald', 'bepaald', 'onbekend', 'niet-van-toepassing']);
  });
});
