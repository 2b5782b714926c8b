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
    ['2026-02-19', '2026-04-02', 'donderdag voor Goede Vrijdag'],
    ['2026-02-20', '2026-04-07', 'Goede Vrijdag: over Pasen heen'],
    ['2026-02-23', '2026-04-07', 'Tweede Paasdag'],
    ['2026-02-24', '2026-04-07', 'dinsdag na Pasen'],
    ['2025-03-14', '2025-04-25', 'vrijdag voor Koningsdag op zaterdag'],
    ['2025-03-15', '2025-04-28', '26 april 2025: zaterdag en Koningsdag, want 27 april is zondag'],
    ['2025-03-16', '2025-04-28', 'zondag 27 april 2025'],
    ['2025-03-17', '2025-04-28', 'maandag 28 april 2025 is geen feestdag'],
    ['2026-03-16', '2026-04-28', 'Koningsdag op maandag 27 april 2026'],
    ['2026-03-24', '2026-05-06', '5 mei telt ook buiten lustrumjaren'],
  ])('bekendgemaakt op %s: tot en met %s (%s)', (dag, verwacht) => {
    expect(bezwaartermijn({ waarde: datum(dag), bron: 'gemeente' }).laatsteDag).toBe(verwacht);
  });

  it('begint de dag na de bekendmaking en legt de verschuiving uit', () => {
    const t = bezwaartermijn({ waarde: datum('2025-11-14'), bron: 'gemeente' });
    expect(t.begin).toBe('2025-11-15');
    expect(t.uitleg().stappen?.map((s) => s.uitkomst)).toEqual([
      '14 november 2025 + 42 dagen = 26 december 2025',
      'verschoven naar 29 december 2025',
    ]);
  });
});
