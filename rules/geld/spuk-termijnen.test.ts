import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dagVanDeWeek, datum } from '../shared/datum.ts';
import { spukTermijnen, spukTermijnenRegel, type TermijnFeiten } from './spuk-termijnen.ts';

const waarde = (f: TermijnFeiten) => {
  const a = spukTermijnen(f);
  if (a.uitkomst !== 'bepaald') throw new Error(a.uitkomst);
  return a.waarde;
};

describe('spuk-termijnen', () => {
  it('vector 92: verantwoording over 2025 uiterlijk 2026-07-15', () => {
    expect(waarde({ jaar: 2025 })).toEqual({
      bekendmaking: '2024-09-30',
      herziening: '2026-06-30',
      sisa: '2026-07-15',
      peildatumGegevens: '2026-09-30',
      uitblijven: '2027-06-30',
      mededelingNaUitblijven: '2027-09-30',
    });
  });

  it.each([
    // drie maanden na 30 juni vallen in 2028 op zaterdag en in 2029 op zondag
    [2026, '2028-06-30', '2028-10-02'],
    [2027, '2029-06-30', '2029-10-01'],
    [2028, '2030-06-30', '2030-09-30'],
    [2022, '2024-06-30', '2024-09-30'],
  ])(
    'over %i: uitblijven na %s, mededeling uiterlijk %s',
    (jaar, uitblijven, mededelingNaUitblijven) => {
      expect(waarde({ jaar })).toMatchObject({ uitblijven, mededelingNaUitblijven });
    },
  );

  it.each([
    ['2026-07-10', '2027-07-10'],
    ['2028-02-29', '2029-02-28'],
  ])('ontvangen op %s: gewone terugvordering uiterlijk %s meegedeeld', (op, verwacht) => {
    const w = waarde({ jaar: 2025, datumOntvangstVerantwoording: datum(op) });
    expect(w.mededelingTerugvordering).toBe(verwacht);
  });

  it('laat SiSa niet doorschuiven op een zaterdag', () => {
    expect(dagVanDeWeek(datum('2028-07-15'))).toBe(6);
    expect(waarde({ jaar: 2027 }).sisa).toBe('2028-07-15');
  });

  it('weigert niets en vraagt het jaar', () => {
    expect(spukTermijnen({})).toMatchObject({
      uitkomst: 'onbekend',
      ontbreekt: [{ feit: 'jaar' }],
    });
    expect(spukTermijnen({ jaar: 2021 }).uitkomst).toBe('niet-van-toepassing');
    expect(spukTermijnen({ jaar: 2021 }).uitleg()).toMatchObject({
      uitkomst: 'deze uitkering bestaat sinds 2022',
      stappen: [],
    });
    expect(spukTermijnen({ jaar: 2022 }).uitkomst).toBe('bepaald');
  });

  it('legt elke dag uit met haar artikel', () => {
    const uitleg = spukTermijnen({
      jaar: 2026,
      datumOntvangstVerantwoording: datum('2027-07-01'),
    }).uitleg();
    expect(uitleg).toMatchObject({
      titel: 'Uiterste dagen rond de uitkering',
      uitkomst: 'verantwoording over 2026 uiterlijk 15 juli 2027',
    });
    expect(uitleg.stappen?.map((s) => [s.uitkomst, s.grondslag?.artikel])).toEqual([
      ['30 september 2025', 'Wet inburgering 2021 art. 40 lid 3'],
      ['30 juni 2027', 'Wet inburgering 2021 art. 41 lid 4'],
      ['15 juli 2027', 'Financiële-verhoudingswet art. 17a'],
      ['30 september 2027', 'Besluit inburgering 2021 art. 10.7 lid 1'],
      ['30 juni 2028', 'Wet inburgering 2021 art. 42 lid 3'],
      ['2 oktober 2028', 'Wet inburgering 2021 art. 42 lid 3'],
      ['1 juli 2028', 'Wet inburgering 2021 art. 42 lid 2'],
      ['verschoven naar 2 oktober 2028', 'Algemene termijnenwet art. 1 lid 1 en art. 3'],
    ]);
    expect(uitleg.feiten).toHaveLength(2);
    expect(uitleg.zouWijzigenAls).toHaveLength(1);
    expect(spukTermijnen({ jaar: 2025 }).uitleg().stappen).toHaveLength(6);
  });

  it('zet de dagen altijd in dezelfde volgorde', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2022, max: 2100 }), (jaar) => {
        const w = waarde({ jaar });
        const rij = [
          w.bekendmaking,
          w.herziening,
          w.sisa,
          w.peildatumGegevens,
          w.uitblijven,
          w.mededelingNaUitblijven,
        ];
        expect([...rij].sort()).toEqual(rij);
        expect(dagVanDeWeek(w.mededelingNaUitblijven)).toBeLessThan(6);
      }),
    );
  });

  it('kent haar voorbeelden', () => {
    const uitkomsten = spukTermijnenRegel.voorbeelden.map(({ invoer }) => {
      const uit = spukTermijnenRegel.beantwoord(invoer);
      return 'antwoord' in uit ? uit.antwoord.uitkomst : uit.fouten;
    });
    expect(uitkomsten).toEqual(['bepaald', 'bepaald', 'niet-van-toepassing', 'onbekend']);
  });
});
