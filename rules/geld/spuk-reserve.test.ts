import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReserveFeiten, spukReserve, spukReserveRegel } from './spuk-reserve.ts';

const JAAR: ReserveFeiten = { jaar: 2022, uitkering: 1000, besteed: 700, foutOfOnzeker: 0 };

const kern = (f: object) => {
  const a = spukReserve({ ...JAAR, ...f });
  if (a.uitkomst === 'bepaald') {
    const { over, reserve, terugvordering, tekort } = a.waarde;
    return [over, reserve, terugvordering, tekort];
  }
  return a.uitkomst === 'onbekend' ? a.ontbreekt.map((o) => o.feit) : a.uitkomst;
};

describe('spuk-reserve', () => {
  it.each<[string, object, unknown]>([
    ['2022: alles wat over is mag blijven', {}, [300, 300, 0, 0]],
    ['2022: een opgegeven grens telt niet', { hoogsteReserve: 5 }, [300, 300, 0, 0]],
    ['2023: tot de opgegeven grens', { jaar: 2023, hoogsteReserve: 120 }, [300, 120, 180, 0]],
    ['2023: grens precies wat over is', { jaar: 2023, hoogsteReserve: 300 }, [300, 300, 0, 0]],
    ['2023: grens hoger dan wat over is', { jaar: 2023, hoogsteReserve: 900 }, [300, 300, 0, 0]],
    ['2023: grens onbekend', { jaar: 2023 }, ['hoogsteReserve']],
    ['2023: grens onbekend, precies op', { jaar: 2023, besteed: 1000 }, [0, 0, 0, 0]],
    ['2023: grens onbekend, tekort', { jaar: 2023, besteed: 1001 }, [0, 0, 0, 1]],
    ['fout besteed gaat terug', { foutOfOnzeker: 50 }, [300, 300, 50, 0]],
    [
      'fout besteed, en niet te reserveren',
      { jaar: 2026, hoogsteReserve: 0, foutOfOnzeker: 50 },
      [300, 0, 350, 0],
    ],
    [
      'nooit meer terug dan de uitkering',
      { besteed: 1500, foutOfOnzeker: 1500 },
      [0, 0, 1000, 500],
    ],
    ['vóór de wet', { jaar: 2021 }, 'niet-van-toepassing'],
    ['jaar ontbreekt', { jaar: undefined }, ['jaar']],
    ['uitkering ontbreekt', { uitkering: undefined }, ['uitkering']],
    ['besteding ontbreekt', { besteed: undefined }, ['besteed']],
    ['fout of onzeker ontbreekt', { foutOfOnzeker: undefined }, ['foutOfOnzeker']],
  ])('%s', (_, f, verwacht) => expect(kern(f)).toEqual(verwacht));

  it('legt uit met artikelen en bedragen', () => {
    const f = { jaar: 2026, uitkering: 100_000, besteed: 70_000, foutOfOnzeker: 2_500 };
    const uitleg = spukReserve({ ...f, hoogsteReserve: 10_000 }).uitleg();
    expect(uitleg).toMatchObject({
      titel: 'Over, tekort en terugvordering',
      uitkomst: '€ 300 over; terug te betalen: € 225',
      grondslag: { zekerheid: 'onbevestigd' },
      zouWijzigenAls: ['de uitkering of de besteding verandert'],
    });
    expect(uitleg.stappen?.map((s) => [s.uitkomst, s.grondslag?.artikel])).toEqual([
      ['€ 300', 'Besluit inburgering 2021 art. 10.5'],
      ['€ 100', 'Besluit inburgering 2021 art. 10.5'],
      ['€ 200', 'Wet inburgering 2021 art. 42 lid 2'],
      ['€ 25', 'Wet inburgering 2021 art. 42 lid 2'],
      ['€ 0', 'Besluit inburgering 2021 art. 10.6'],
    ]);
    expect(uitleg.feiten).toHaveLength(5);
    expect(spukReserve({ ...JAAR, besteed: 1001 }).uitleg().uitkomst).toBe(
      '€ 0,01 tekort; terug te betalen: € 0',
    );
    expect(spukReserve({ ...JAAR, besteed: 1000 }).uitleg().uitkomst).toContain('€ 0 over');
    expect(spukReserve({ jaar: 2021 }).uitleg().uitkomst).toBe('deze uitkering bestaat sinds 2022');
  });

  it('klopt als balans, en vordert nooit meer terug dan de uitkering', () => {
    const n = fc.nat(100_000);
    fc.assert(
      fc.property(n, n, n, n, (uitkering, besteed, foutOfOnzeker, hoogsteReserve) => {
        const uit = kern({ jaar: 2026, uitkering, besteed, foutOfOnzeker, hoogsteReserve });
        const [over, reserve, terug, tekort] = uit as [number, number, number, number];
        expect(uitkering + tekort).toBe(besteed + over);
        expect(reserve).toBeLessThanOrEqual(Math.min(over, hoogsteReserve));
        expect(reserve + terug).toBeLessThanOrEqual(uitkering);
        expect(Math.min(over, tekort)).toBe(0);
      }),
    );
  });

  it('kent haar voorbeelden', () => {
    const uitkomsten = spukReserveRegel.voorbeelden.map(({ invoer }) => {
      const uit = spukReserveRegel.beantwoord(invoer);
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
