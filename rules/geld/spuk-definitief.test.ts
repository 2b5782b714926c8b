import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DefinitiefFeiten, spukDefinitief, spukDefinitiefRegel } from './spuk-definitief.ts';

/** Grondslag: 10 × 915491 + 20 × 463554 + 30 × 115889 = 21.902.660 eurocent. */
const VOL: DefinitiefFeiten = {
  jaar: 2025,
  gezinsmigranten: 4,
  aantalT: 10,
  aantalT1: 20,
  aantalT2: 30,
  landelijkeGrondslag: 219_026_600,
  landelijkBudget: 100_000_005,
};
const BEDRAG = 4 * 69_423 + 10_000_001;

const kern = (f: object) => {
  const a = spukDefinitief(f as DefinitiefFeiten);
  if (a.uitkomst === 'bepaald') return a.waarde;
  return a.uitkomst === 'onbekend' ? a.ontbreekt.map((o) => o.feit) : a.uitkomst;
};

describe('spuk-definitief', () => {
  it('telt de gerealiseerde aantallen heel, en rondt de verdeling af', () => {
    expect(kern(VOL)).toEqual({
      bedrag: BEDRAG,
      gezinsmigranten: 277_692,
      asielstatushouders: 10_000_001,
      onderwijsroute: 0,
    });
  });

  it.each([
    [BEDRAG - 1, 1, 0],
    [BEDRAG, 0, 0],
    [BEDRAG + 1, 0, 1],
    [0, BEDRAG, 0],
  ])(
    'voorlopig %i: nabetaling %i, terugvordering %i',
    (voorlopigeUitkering, nabetaling, terugvordering) => {
      expect(kern({ ...VOL, voorlopigeUitkering })).toMatchObject({ nabetaling, terugvordering });
    },
  );

  it.each<[string, object, unknown]>([
    ['2024', { ...VOL, jaar: 2024 }, ['jaar']],
    ['vóór de wet', { ...VOL, jaar: 2021 }, 'niet-van-toepassing'],
    [
      'eerste jaar van de wet',
      { jaar: 2022, gezinsmigranten: 0, aantalT: 0, aantalT1: 0, aantalT2: 0 },
      { bedrag: 0, gezinsmigranten: 0, asielstatushouders: 0, onderwijsroute: 0 },
    ],
    ['niets', {}, ['jaar']],
    ['aantal ontbreekt', { ...VOL, aantalT1: undefined }, ['aantalT1']],
    ['landelijk ontbreekt', { ...VOL, landelijkBudget: undefined }, ['landelijkBudget']],
  ])('%s', (_, f, verwacht) => expect(kern(f)).toEqual(verwacht));

  it('legt de som en het verschil uit', () => {
    const uitleg = spukDefinitief({ ...VOL, voorlopigeUitkering: BEDRAG + 250 }).uitleg();
    expect(uitleg).toMatchObject({
      titel: 'Definitieve uitkering inburgering',
      uitkomst: '€ 102.776,93 over 2025',
      grondslag: { artikel: 'Besluit inburgering 2021 art. 10.2–10.4' },
    });
    expect(uitleg.feiten).toHaveLength(8);
    expect(uitleg.zouWijzigenAls).toHaveLength(1);
    expect(uitleg.stappen?.at(1)?.uitkomst).toBe('€ 219.026,60');
    expect(uitleg.stappen?.at(-1)).toMatchObject({
      titel: 'Verschil met de voorlopige uitkering',
      uitkomst: '€ 2,50 terug te betalen',
      grondslag: { artikel: 'Besluit inburgering 2021 art. 10.8 lid 2' },
    });
    const meer = spukDefinitief({ ...VOL, voorlopigeUitkering: BEDRAG - 100 }).uitleg();
    expect(meer.stappen?.at(-1)?.uitkomst).toBe('€ 1 nabetaling');
    expect(spukDefinitief(VOL).uitleg().stappen).toHaveLength(3);
    expect(spukDefinitief({ jaar: 2021 }).uitleg().uitkomst).toBe(
      'deze uitkering bestaat sinds 2022',
    );
  });

  it('voorlopig en verschil maken samen precies de uitkering', () => {
    fc.assert(
      fc.property(fc.nat(20_000_000), (voorlopigeUitkering) => {
        const w = kern({ ...VOL, voorlopigeUitkering });
        if (typeof w === 'string' || Array.isArray(w)) throw new Error(String(w));
        expect(voorlopigeUitkering + (w.nabetaling ?? 0) - (w.terugvordering ?? 0)).toBe(w.bedrag);
        expect(Math.min(w.nabetaling ?? 0, w.terugvordering ?? 0)).toBe(0);
      }),
    );
  });

  it('kent haar voorbeelden', () => {
    const uitkomsten = spukDefinitiefRegel.voorbeelden.map(({ invoer }) => {
      const uit = spukDefinitiefRegel.beantwoord(invoer);
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
