import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { type OntzorgenFeiten, ontzorgen } from './ontzorgen.ts';

const BIJSTAND: OntzorgenFeiten = {
  inburgeringsplichtig: true,
  asielvergunningBepaaldeTijd: true,
  begindatumBijstand: datum('2025-09-01'),
};

const waarde = (f: OntzorgenFeiten) => {
  const antwoord = ontzorgen(f);
  return antwoord.uitkomst === 'bepaald' ? antwoord.waarde : antwoord.uitkomst;
};

describe('ontzorgen', () => {
  it('vector 86: bijstand vanaf 2025-09-01 geeft tot en met 2026-02-28', () => {
    expect(waarde(BIJSTAND)).toEqual({
      begin: '2025-09-01',
      laatsteDag: '2026-02-28',
      eind: '2026-03-01',
    });
  });

  it('vector 88: eindigt de bijstand na vier maanden, dan eindigt het ontzorgen ook', () => {
    expect(waarde({ ...BIJSTAND, einddatumBijstand: datum('2026-01-01') })).toMatchObject({
      laatsteDag: '2025-12-31',
    });
  });

  it.each([
    ['2026-02-28', '2026-02-27'],
    ['2026-03-01', '2026-02-28'],
    ['2026-03-02', '2026-02-28'],
  ])('bijstand tot %s geeft als laatste dag %s', (eind, laatsteDag) => {
    expect(waarde({ ...BIJSTAND, einddatumBijstand: datum(eind) })).toMatchObject({ laatsteDag });
  });

  it.each([
    ['2025-08-30', '2026-02-28'],
    ['2025-08-31', '2026-02-28'],
    ['2027-08-30', '2028-02-29'],
    ['2027-08-31', '2028-02-29'],
    ['2025-09-01', '2026-02-28'],
    ['2025-10-31', '2026-04-30'],
  ])('bijstand vanaf %s geeft zes hele maanden, tot en met %s', (begin, laatsteDag) => {
    expect(waarde({ ...BIJSTAND, begindatumBijstand: datum(begin) })).toMatchObject({ laatsteDag });
  });

  it('geldt niet als de bijstand eindigt op de dag dat zij begint', () => {
    expect(waarde({ ...BIJSTAND, einddatumBijstand: datum('2025-09-01') })).toBe(
      'niet-van-toepassing',
    );
  });

  it.each(['inburgeringsplichtig', 'asielvergunningBepaaldeTijd'] as const)(
    'geldt niet zonder %s, ook als de rest onbekend is',
    (feit) => {
      expect(waarde({ [feit]: false })).toBe('niet-van-toepassing');
    },
  );

  it('noemt elk feit dat ontbreekt', () => {
    const antwoord = ontzorgen({ inburgeringsplichtig: true });
    expect(antwoord).toMatchObject({
      uitkomst: 'onbekend',
      ontbreekt: [{ feit: 'asielvergunningBepaaldeTijd' }, { feit: 'begindatumBijstand' }],
    });
  });

  it('legt uit met de wet, de feiten en de stappen', () => {
    const uitleg = ontzorgen({ ...BIJSTAND, einddatumBijstand: datum('2026-01-01') }).uitleg();
    expect(uitleg.grondslag?.artikel).toBe('Participatiewet art. 56a');
    expect(uitleg.uitkomst).toBe('1 september 2025 tot en met 31 december 2025');
    expect(uitleg.feiten?.map((f) => f.waarde)).toEqual([
      'ja',
      'ja',
      '1 september 2025',
      '1 januari 2026',
    ]);
    expect(uitleg.stappen).toHaveLength(2);
  });
});
