import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dagVanDeWeek, datum, plusDagen, vanEpochDag } from '../datum.ts';
import { eerstePaasdag, feestdagen, feestdagOp } from '../feestdagen.ts';
import {
  doorrolUitleg,
  eindeVanTermijn,
  rolDoor,
  type TermijnLengte,
  termijnenwetGeldt,
} from '../termijnenwet.ts';

it('rekent ook rond 31 december 9999 door: registers gebruiken die dag voor geen einde', () => {
  for (let d = datum('9999-09-01'); d <= '9999-12-31' && d.length === 10; d = plusDagen(d, 1)) {
    expect(eindeVanTermijn(d, { aantal: 10, eenheid: 'week' }).laatsteDag.length).toBeGreaterThan(
      0,
    );
    expect(rolDoor(plusDagen(plusDagen(d, 70), 70)).laatsteDag.length).toBeGreaterThan(0);
  }
});

describe('feestdagen (Atw art. 3)', () => {
  it.each([
    [1818, '1818-03-22'],
    [1961, '1961-04-02'],
    [2000, '2000-04-23'],
    [2024, '2024-03-31'],
    [2026, '2026-04-05'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
    [2076, '2076-04-19'],
  ])('Pasen in %i is %s', (jaar, dag) => {
    expect(eerstePaasdag(jaar)).toBe(dag);
  });

  it('kent de feestdagen van 2026', () => {
    expect(feestdagen(2026).map((f) => `${f.datum} ${f.naam}`)).toEqual([
      '2026-01-01 Nieuwjaarsdag',
      '2026-04-03 Goede Vrijdag',
      '2026-04-06 Tweede Paasdag',
      '2026-04-27 Koningsdag',
      '2026-05-05 Bevrijdingsdag',
      '2026-05-14 Hemelvaartsdag',
      '2026-05-25 Tweede Pinksterdag',
      '2026-12-25 Eerste Kerstdag',
      '2026-12-26 Tweede Kerstdag',
    ]);
  });

  it('Koningsdag verschuift van zondag naar zaterdag', () => {
    expect(feestdagOp(datum('2025-04-26'))?.naam).toBe('Koningsdag');
    expect(feestdagOp(datum('2025-04-27'))).toBeUndefined();
    expect(feestdagOp(datum('2026-04-27'))?.naam).toBe('Koningsdag');
  });

  it('op een verschoven Koningsdag eindigt toch al geen termijn: het is een zaterdag', () => {
    for (let jaar = 2022; jaar < 2100; jaar += 1) {
      const dag = feestdagen(jaar).find((f) => f.naam === 'Koningsdag')?.datum;
      if (dag?.endsWith('-26')) expect(dagVanDeWeek(dag)).toBe(6);
    }
  });
});

describe('rolDoor (Atw art. 1)', () => {
  it.each([
    ['2026-11-20', '2026-11-20', 'vrijdag blijft'],
    ['2026-11-21', '2026-11-23', 'zaterdag'],
    ['2026-11-22', '2026-11-23', 'zondag'],
    ['2026-11-23', '2026-11-23', 'maandag blijft'],
    ['2024-03-29', '2024-04-02', 'Goede Vrijdag, weekend en Tweede Paasdag'],
    ['2026-12-25', '2026-12-28', 'Kerst en weekend'],
    ['2026-05-05', '2026-05-06', '5 mei elk jaar'],
  ])('%s eindigt op %s (%s)', (van, tot) => {
    expect(rolDoor(datum(van)).laatsteDag).toBe(tot);
  });

  it('slaat een gelijkgestelde brugdag over', () => {
    const brug = [datum('2026-05-15')];
    expect(rolDoor(datum('2026-05-14'), brug).laatsteDag).toBe('2026-05-18');
    expect(rolDoor(datum('2026-05-14')).laatsteDag).toBe('2026-05-15');
  });

  it('noemt in de uitleg elke overgeslagen dag, en niets zonder verschuiving', () => {
    const [stap] = doorrolUitleg(rolDoor(datum('2024-04-01')));
    expect(stap?.titel).toContain('1 april 2024 is Tweede Paasdag');
    expect(stap?.uitkomst).toBe('verschoven naar 2 april 2024');
    expect(doorrolUitleg(rolDoor(datum('2024-04-02')))).toEqual([]);
  });

  it('eindigt altijd op de eerste werkdag vanaf de dag zelf', () => {
    fc.assert(
      fc.property(fc.integer({ min: 19_000, max: 24_000 }).map(vanEpochDag), (d) => {
        const { laatsteDag, overgeslagen } = rolDoor(d);
        expect(dagVanDeWeek(laatsteDag)).toBeLessThan(6);
        expect(feestdagOp(laatsteDag)).toBeUndefined();
        expect(plusDagen(d, overgeslagen.length)).toBe(laatsteDag);
      }),
    );
  });
});

describe('welke termijnen doorschuiven (Atw art. 4)', () => {
  it.each([
    [10, 'week', true],
    [12, 'week', true],
    [13, 'week', false],
    [90, 'dag', true],
    [91, 'dag', false],
    [2, 'maand', true],
    [3, 'maand', true],
    [6, 'maand', false],
    [1, 'jaar', false],
    [3, 'jaar', false],
  ] as const)('%i %s: %s', (aantal, eenheid, verwacht) => {
    expect(termijnenwetGeldt({ aantal, eenheid })).toBe(verwacht);
  });
});

describe('eindeVanTermijn', () => {
  it.each([
    ['2026-09-10', 10, 'week', '2026-11-19', '2026-11-19', 'donderdag blijft'],
    ['2025-02-15', 10, 'week', '2025-04-26', '2025-04-28', 'tien weken schuiven'],
    ['2024-12-31', 2, 'maand', '2025-02-28', '2025-02-28', 'vector 69: maandeinde'],
    ['2026-09-22', 2, 'maand', '2026-11-22', '2026-11-23', 'twee maanden schuiven van zondag'],
    ['2026-08-22', 3, 'maand', '2026-11-22', '2026-11-23', 'drie maanden nog net wel'],
    ['2026-05-22', 6, 'maand', '2026-11-22', '2026-11-22', 'zes maanden niet'],
    ['2025-11-22', 1, 'jaar', '2026-11-22', '2026-11-22', 'een jaar niet'],
    ['2026-08-22', 92, 'dag', '2026-11-22', '2026-11-22', 'meer dan 90 dagen niet'],
  ] as [string, number, TermijnLengte['eenheid'], string, string, string][])(
    '%s + %i %s: %s, wordt %s (%s)',
    (na, aantal, eenheid, kaal, laatsteDag) => {
      expect(eindeVanTermijn(datum(na), { aantal, eenheid })).toMatchObject({ kaal, laatsteDag });
    },
  );
});
