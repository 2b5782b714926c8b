import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { leningTerugbetaling, leningTerugbetalingRegel } from './lening-terugbetaling.ts';

const bij = (dag: string) => {
  const antwoord = leningTerugbetaling({ datumEindeAanspraak: datum(dag) });
  return antwoord.uitkomst === 'bepaald' ? antwoord.waarde : antwoord.uitkomst;
};

describe('lening-terugbetaling', () => {
  it.each([
    ['2026-05-12', '2026-12-01', '2036-11-30'],
    ['2026-01-31', '2026-08-01', '2036-07-31'],
    ['2026-02-01', '2026-09-01', '2036-08-31'],
    ['2025-08-31', '2026-03-01', '2036-02-29'],
    ['2025-06-30', '2026-01-01', '2035-12-31'],
    ['2025-07-01', '2026-02-01', '2036-01-31'],
  ])('voldaan op %s: van %s tot en met uiterlijk %s', (dag, begin, eind) => {
    expect(bij(dag)).toEqual({
      beginAanloop: dag,
      beginTerugbetaling: begin,
      laatsteDagTerugbetaling: eind,
    });
  });

  it('vraagt de dag', () => {
    expect(leningTerugbetaling({})).toMatchObject({
      uitkomst: 'onbekend',
      ontbreekt: [{ feit: 'datumEindeAanspraak' }],
    });
  });

  it('legt de aanloop en de tien jaar uit', () => {
    const uit = leningTerugbetaling({ datumEindeAanspraak: datum('2026-05-12') }).uitleg();
    expect(uit).toMatchObject({
      titel: 'Terugbetalen van de lening',
      uitkomst: 'terugbetalen van 1 december 2026 tot en met uiterlijk 30 november 2036',
      grondslag: { artikel: 'Besluit inburgering 2021 art. 6.7', zekerheid: 'afgeleid' },
      feiten: [{ waarde: '12 mei 2026' }],
      stappen: [
        {
          titel: 'Zes maanden aanloop: nog niet betalen, wel rente',
          uitkomst: 'van 12 mei 2026 tot 12 november 2026',
          grondslag: { artikel: 'Wet inburgering 2021 art. 21 lid 3' },
        },
        { uitkomst: '1 december 2026 tot en met uiterlijk 30 november 2036' },
      ],
    });
    expect(uit.grondslag?.toelichting).toContain('zes maanden aanloop');
    expect(uit.zouWijzigenAls).toHaveLength(2);
  });

  it('beantwoordt haar eigen voorbeelden', () => {
    const uitkomsten = leningTerugbetalingRegel.voorbeelden.map(({ invoer }) => {
      const uit = leningTerugbetalingRegel.beantwoord(invoer);
      return 'antwoord' in uit && uit.antwoord.uitkomst;
    });
    expect(uitkomsten).toEqual(['bepaald', 'onbekend']);
  });
});
