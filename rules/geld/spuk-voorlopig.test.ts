import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bedragenVan, metToevoeging } from './bedragen.ts';
import { spukVoorlopig, spukVoorlopigRegel } from './spuk-voorlopig.ts';
import type { UitkeringFeiten } from './uitkering.ts';

const NUL: UitkeringFeiten = {
  jaar: 2026,
  gezinsmigranten: 0,
  aantalT: 0,
  aantalT1: 0,
  aantalT2: 0,
  afgerondT2: 0,
  onderwijsroute: 0,
};
/** Grondslag: 0,7 × (100 × 582070 + 80 × 424706) + 70 × 106177 + 20 × 85651 = 73.673.846 eurocent. */
const VOL: UitkeringFeiten = {
  jaar: 2026,
  gezinsmigranten: 10,
  aantalT: 100,
  aantalT1: 80,
  aantalT2: 70,
  afgerondT2: 20,
  landelijkeGrondslag: 7_367_384_600,
  landelijkBudget: 8_000_000_000,
  onderwijsroute: 5,
  bedragOnderwijsroute: 250_000,
};

const kern = (f: object) => {
  const a = spukVoorlopig(f as UitkeringFeiten);
  if (a.uitkomst === 'bepaald') return a.waarde;
  return a.uitkomst === 'onbekend' ? a.ontbreekt.map((o) => o.feit) : a.uitkomst;
};
const delen = (gezinsmigranten: number, asielstatushouders: number, onderwijsroute: number) => ({
  bedrag: gezinsmigranten + asielstatushouders + onderwijsroute,
  gezinsmigranten,
  asielstatushouders,
  onderwijsroute,
});

describe('spuk-voorlopig', () => {
  it('vector 89: tien gezinsmigranten in 2026 geven € 7.067,20', () => {
    expect(kern({ ...NUL, gezinsmigranten: 10 })).toEqual(delen(706_720, 0, 0));
  });

  it('telt de drie delen op', () => {
    expect(kern(VOL)).toEqual(delen(706_720, 80_000_000, 1_250_000));
  });

  it.each([
    [2022, 610_98, [805_710, 407_967, 101_992], [805_710, 407_967, 101_992, 0]],
    [2023, 635_32, [837_803, 424_217, 106_054], [837_803, 424_217, 106_054, 0]],
    [2025, 694_23, [915_491, 463_554, 115_889], [915_491, 463_554, 115_889, 0]],
    [2026, 706_72, [608_734, 471_896, 117_974], [582_070, 424_706, 106_177, 85_651]],
  ])('bedragen van %i', (jaar, gezinsmigrant, asiel, gewicht) => {
    const b = bedragenVan(jaar)!;
    expect(b.gezinsmigrant).toBe(gezinsmigrant);
    expect([b.asiel.a, b.asiel.b, b.asiel.c]).toEqual(asiel);
    expect([b.gewicht.a, b.gewicht.b, b.gewicht.c, b.gewicht.d]).toEqual(gewicht);
    const gezin = { ...NUL, jaar, gezinsmigranten: 3 };
    expect(kern(gezin)).toEqual(delen(3 * gezinsmigrant, 0, 0));
  });

  it('één onbekend aantal tussen nullen vraagt ook het landelijke deel', () => {
    expect(kern({ ...NUL, aantalT1: undefined })).toEqual([
      'aantalT1',
      'landelijkeGrondslag',
      'landelijkBudget',
    ]);
  });

  it.each([
    ['taakstelling', 'aantalT', 10, 7 * 582_070],
    ['taakstelling vorig jaar', 'aantalT1', 10, 7 * 424_706],
    ['cohort t−2', 'aantalT2', 10, 10 * 106_177],
    ['afgeronde trajecten', 'afgerondT2', 10, 10 * 85_651],
  ])('%s telt met haar gewicht', (_, naam, n, grondslag) => {
    const f = { ...NUL, [naam]: n, landelijkeGrondslag: grondslag, landelijkBudget: 12_345 };
    expect(kern(f)).toEqual(delen(0, 12_345, 0));
    expect(kern({ ...f, landelijkeGrondslag: grondslag - 1 })).toEqual(['landelijkeGrondslag']);
  });

  it('telt vóór 2026 geen afgeronde trajecten en geen onderwijsroute', () => {
    const { afgerondT2: _, onderwijsroute: __, ...oud } = { ...NUL, jaar: 2025 };
    expect(kern(oud)).toEqual(delen(0, 0, 0));
    expect(kern({ ...oud, afgerondT2: 9, onderwijsroute: 9, bedragOnderwijsroute: 9 })).toEqual(
      delen(0, 0, 0),
    );
  });

  it.each([
    [2025, false],
    [2026, true],
    [2029, true],
    [2030, false],
  ])('toevoeging in %i: %s', (jaar, verwacht) => expect(metToevoeging(jaar)).toBe(verwacht));

  it.each([
    [100, 33],
    [101, 34],
    [1, 0],
    [2, 1],
  ])('rondt een derde van %i af op %i', (landelijkBudget, verwacht) => {
    const f = {
      ...NUL,
      jaar: 2025,
      aantalT2: 1,
      landelijkeGrondslag: 3 * 115_889,
      landelijkBudget,
    };
    expect(kern(f)).toEqual(delen(0, verwacht, 0));
  });

  it('rondt een halve eurocent naar boven', () => {
    const f = {
      ...NUL,
      jaar: 2025,
      aantalT2: 1,
      landelijkeGrondslag: 2 * 115_889,
      landelijkBudget: 1,
    };
    expect(kern(f)).toEqual(delen(0, 1, 0));
  });

  it('rekent delen van eurocenten in de grondslag mee', () => {
    const f = { ...NUL, jaar: 2025, aantalT: 1, landelijkBudget: 0 };
    expect(kern({ ...f, landelijkeGrondslag: 640_844 })).toEqual(delen(0, 0, 0));
    expect(kern({ ...f, landelijkeGrondslag: 640_843 })).toEqual(['landelijkeGrondslag']);
  });

  it.each<[string, object, unknown]>([
    ['2024', { ...NUL, jaar: 2024 }, ['jaar']],
    ['2027', { ...NUL, jaar: 2027 }, ['jaar']],
    ['2021', { ...NUL, jaar: 2021 }, 'niet-van-toepassing'],
    ['2022', { ...NUL, jaar: 2022 }, delen(0, 0, 0)],
    ['niets bekend', {}, ['jaar']],
    [
      'alleen het jaar',
      { jaar: 2026 },
      [
        'gezinsmigranten',
        'aantalT',
        'aantalT1',
        'aantalT2',
        'afgerondT2',
        'onderwijsroute',
        'landelijkeGrondslag',
        'landelijkBudget',
        'bedragOnderwijsroute',
      ],
    ],
    [
      'alleen het jaar, 2025',
      { jaar: 2025 },
      [
        'gezinsmigranten',
        'aantalT',
        'aantalT1',
        'aantalT2',
        'landelijkeGrondslag',
        'landelijkBudget',
      ],
    ],
    [
      'bedrag onderwijsroute ontbreekt',
      { ...VOL, bedragOnderwijsroute: undefined },
      ['bedragOnderwijsroute'],
    ],
    [
      'landelijke som ontbreekt',
      { ...VOL, landelijkeGrondslag: undefined },
      ['landelijkeGrondslag'],
    ],
    ['landelijk budget ontbreekt', { ...VOL, landelijkBudget: undefined }, ['landelijkBudget']],
    [
      'hoogste bedrag per persoon',
      { ...NUL, onderwijsroute: 1, bedragOnderwijsroute: 10_000_000 },
      delen(0, 0, 10_000_000),
    ],
    [
      'onwaarschijnlijk bedrag per persoon',
      { ...NUL, onderwijsroute: 1, bedragOnderwijsroute: 10_000_001 },
      ['bedragOnderwijsroute'],
    ],
    ['landelijke som is nul', { ...VOL, landelijkeGrondslag: 0 }, ['landelijkeGrondslag']],
  ])('%s', (_, f, verwacht) => expect(kern(f)).toEqual(verwacht));

  it('legt de som uit', () => {
    const uitleg = spukVoorlopig(VOL).uitleg();
    expect(uitleg).toMatchObject({
      titel: 'Voorlopige uitkering inburgering',
      uitkomst: '€ 819.567,20 in 2026',
      grondslag: { artikel: 'Besluit inburgering 2021 art. 10.1–10.4', zekerheid: 'afgeleid' },
      stappen: [
        { titel: 'Deel van de taakstelling dat telt', uitkomst: '70 procent' },
        { titel: 'Gezins- en overige migranten: 10 × € 706,72', uitkomst: '€ 7.067,20' },
        { titel: 'Grondslag van de gemeente', uitkomst: '€ 736.738,46' },
        {
          titel: 'Asielstatushouders: € 736.738,46 van € 73.673.846, maal € 80.000.000',
          uitkomst: '€ 800.000, afgerond op eurocenten',
        },
        { titel: 'Toevoeging onderwijsroute', uitkomst: '€ 12.500' },
      ],
    });
    expect(uitleg.feiten).toHaveLength(10);
    expect(uitleg.zouWijzigenAls).toHaveLength(1);
    const leeg = spukVoorlopig({ ...NUL, jaar: 2025 }).uitleg();
    expect(leeg.stappen).toHaveLength(4);
    expect(leeg.stappen?.[3]?.titel).toBe('Asielstatushouders: geen grondslag');
    expect(spukVoorlopig({ jaar: 2021 }).uitleg().uitkomst).toBe(
      'deze uitkering bestaat sinds 2022',
    );
    expect(spukVoorlopig({ jaar: 2024 })).toMatchObject({
      ontbreekt: [{ tekst: 'De bedragen voor 2024 zijn niet bekend.' }],
    });
    expect(spukVoorlopig({ ...VOL, bedragOnderwijsroute: 10_000_001 })).toMatchObject({
      ontbreekt: [{ tekst: expect.stringContaining('hoger dan € 100.000') }],
    });
    expect(spukVoorlopig({ ...VOL, landelijkeGrondslag: 1 })).toMatchObject({
      ontbreekt: [{ tekst: expect.stringContaining('(€ 736.738,46)') }],
    });
  });

  it('is exact de som van de delen, en stijgt met elk aantal', () => {
    const n = fc.nat(2000);
    const namen = [
      'gezinsmigranten',
      'aantalT',
      'aantalT1',
      'aantalT2',
      'afgerondT2',
      'onderwijsroute',
    ] as const;
    fc.assert(
      fc.property(fc.tuple(n, n, n, n, n, n), fc.constantFrom(...namen), (tel, meer) => {
        const f: UitkeringFeiten = {
          ...Object.fromEntries(namen.map((naam, i) => [naam, tel[i]])),
          jaar: 2026,
          landelijkeGrondslag: 50_000_000_000,
          landelijkBudget: 48_123_456_789,
          bedragOnderwijsroute: 1_234,
        };
        const a = kern(f);
        const b = kern({ ...f, [meer]: (f[meer] ?? 0) + 1 });
        if (typeof a === 'string' || Array.isArray(a)) throw new Error(String(a));
        if (typeof b === 'string' || Array.isArray(b)) throw new Error(String(b));
        expect(a.bedrag).toBe(a.gezinsmigranten + a.asielstatushouders + a.onderwijsroute);
        expect(b.bedrag).toBeGreaterThan(a.bedrag);
        expect(a.asielstatushouders).toBeLessThanOrEqual(48_123_456_789);
      }),
    );
  });

  it('kent haar voorbeelden', () => {
    const uitkomsten = spukVoorlopigRegel.voorbeelden.map(({ invoer }) => {
      const uit = spukVoorlopigRegel.beantwoord(invoer);
      return 'antwoord' in uit ? uit.antwoord.uitkomst : uit.fouten;
    });
    expect(uitkomsten).toEqual([
      'bepaald',
      'bepaald',
      'onbekend',
      'niet-van-toepassing',
      'onbekend',
    ]);
  });
});
