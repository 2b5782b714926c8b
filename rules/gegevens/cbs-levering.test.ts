import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dagenTussen, datum, plusDagen, vanEpochDag } from '../shared/datum.ts';
import { cbsLevering, cbsLeveringRegel } from './cbs-levering.ts';

const waarde = (dag: string) => {
  const a = cbsLevering({ dagInKwartaal: datum(dag) });
  return a.uitkomst === 'bepaald' ? a.waarde : a.uitkomst;
};

describe('cbs-levering', () => {
  it('vector 91: het eerste kwartaal van 2026 uiterlijk op 2026-04-28', () => {
    expect(waarde('2026-02-14')).toEqual({
      beginKwartaal: '2026-01-01',
      eindeKwartaal: '2026-03-31',
      laatsteDag: '2026-04-28',
    });
  });

  it.each([
    ['2025-12-31', '2025-10-01', '2025-12-31', '2026-01-28'],
    ['2026-01-01', '2026-01-01', '2026-03-31', '2026-04-28'],
    ['2026-03-31', '2026-01-01', '2026-03-31', '2026-04-28'],
    ['2026-04-01', '2026-04-01', '2026-06-30', '2026-07-28'],
    ['2026-05-31', '2026-04-01', '2026-06-30', '2026-07-28'],
    ['2026-08-31', '2026-07-01', '2026-09-30', '2026-10-28'],
    ['2024-02-29', '2024-01-01', '2024-03-31', '2024-04-29'],
    ['2029-01-01', '2029-01-01', '2029-03-31', '2029-04-30'],
    ['2022-01-01', '2022-01-01', '2022-03-31', '2022-04-28'],
  ])('%s ligt in %s – %s, uiterlijk %s', (dag, beginKwartaal, eindeKwartaal, laatsteDag) => {
    expect(waarde(dag)).toEqual({ beginKwartaal, eindeKwartaal, laatsteDag });
  });

  it('geldt niet vóór de wet', () => {
    expect(waarde('2021-12-31')).toBe('niet-van-toepassing');
    expect(cbsLevering({ dagInKwartaal: datum('2021-12-31') }).uitleg()).toMatchObject({
      titel: 'Levering aan het CBS',
      uitkomst: 'vóór 2022 gold deze wet niet',
    });
  });

  it('vraagt naar het kwartaal', () => {
    expect(cbsLevering({})).toMatchObject({ ontbreekt: [{ feit: 'dagInKwartaal' }] });
  });

  it('legt de verschuiving uit', () => {
    const uitleg = cbsLevering({ dagInKwartaal: datum('2029-01-01') }).uitleg();
    expect(uitleg).toMatchObject({
      uitkomst: 'uiterlijk 30 april 2029',
      grondslag: { artikel: 'Regeling inburgering 2021 art. 9.1', zekerheid: 'afgeleid' },
      stappen: [
        { titel: 'Laatste dag van het kwartaal', uitkomst: '31 maart 2029' },
        { titel: '4 weken erna', uitkomst: '28 april 2029' },
        { uitkomst: 'verschoven naar 30 april 2029' },
      ],
      zouWijzigenAls: ['het CBS een andere frequentie bepaalt'],
    });
    expect(uitleg.feiten).toHaveLength(1);
  });

  it('geeft elke dag van een kwartaal dezelfde laatste dag, nooit eerder dan vier weken erna', () => {
    fc.assert(
      fc.property(fc.integer({ min: 18_993, max: 30_000 }), (n) => {
        const uit = waarde(vanEpochDag(n));
        if (typeof uit === 'string') throw new Error(uit);
        expect(waarde(uit.beginKwartaal)).toEqual(uit);
        expect(waarde(uit.eindeKwartaal)).toEqual(uit);
        expect(waarde(plusDagen(uit.eindeKwartaal, 1))).not.toEqual(uit);
        expect(dagenTussen(uit.eindeKwartaal, uit.laatsteDag)).toBeGreaterThanOrEqual(28);
      }),
    );
  });

  it('kent haar voorbeelden', () => {
    const uitkomsten = cbsLeveringRegel.voorbeelden.map(({ invoer }) => {
      const uit = cbsLeveringRegel.beantwoord(invoer);
      return 'antwoord' in uit ? uit.antwoord.uitkomst : uit.fouten;
    });
    expect(uitkomsten).toEqual(['bepaald', 'bepaald', 'niet-van-toepassing', 'onbekend']);
  });
});
