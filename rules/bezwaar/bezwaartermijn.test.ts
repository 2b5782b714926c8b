import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { bezwaartermijn } from './bezwaartermijn.ts';

describe('bezwaartermijn (Awb 6:7 en 6:8)', () => {
  it.each([
    ['2025-11-12', '2025-12-24', 'woensdag voor Kerst'],
    ['2025-11-13', '2025-12-29', 'Eerste Kerstdag'],
    ['2025-11-14', '2025-12-29', 'Tweede Kerstdag en weekend'],
    ['2025-11-17', '2025-12-29', 'maandag na Kerst'],
    ['2025-11-18', '2025-12-30', 'dinsdag'],
  ])('bekendgemaakt op %s: tot en met %s (%s)', (dag, verwacht) => {
    expect(bezwaartermijn({ waarde: datum(dag), bron: 'gemeente' }).laatsteDag).toBe(verwacht);
  });

  it('begint de dag na de bekendmaking en legt de verschuiving uit', () => {
    const t = bezwaartermijn({ waarde: datum('2025-11-14'), bron: 'gemeente' });
    expect(t.begin).toBe('2025-11-15');
    expect(t.uitleg.stappen?.map((s) => s.uitkomst)).toEqual([
      '14 november 2025 + 42 dagen = 26 december 2025',
      'verschoven naar 29 december 2025',
    ]);
  });
});
