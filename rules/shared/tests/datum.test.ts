import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  type Datum,
  dagenTussen,
  dagVanDeWeek,
  datum,
  isDatum,
  naarEpochDag,
  plusDagen,
  plusJaren,
  plusMaanden,
  plusWeken,
  vanEpochDag,
} from '../datum.ts';

const dag: fc.Arbitrary<Datum> = fc
  .integer({ min: -100_000, max: 200_000 })
  .map((n) => datum(new Temporal.PlainDate(1970, 1, 1).add({ days: n }).toString()));
const aantal = fc.integer({ min: -5000, max: 5000 });
const bij = (d: Datum) => Temporal.PlainDate.from(d);

describe('datum rekent als Temporal', () => {
  it('plusDagen en plusWeken', () => {
    fc.assert(
      fc.property(dag, aantal, (d, n) => {
        expect(plusDagen(d, n)).toBe(bij(d).add({ days: n }).toString());
        expect(plusWeken(d, n)).toBe(bij(d).add({ weeks: n }).toString());
      }),
    );
  });

  it('plusMaanden en plusJaren klemmen op het einde van de maand', () => {
    fc.assert(
      fc.property(dag, fc.integer({ min: -1200, max: 1200 }), (d, n) => {
        expect(plusMaanden(d, n)).toBe(bij(d).add({ months: n }).toString());
      }),
    );
    fc.assert(
      fc.property(dag, fc.integer({ min: -100, max: 100 }), (d, n) => {
        expect(plusJaren(d, n)).toBe(bij(d).add({ years: n }).toString());
      }),
    );
  });

  it('dagenTussen en dagVanDeWeek', () => {
    fc.assert(
      fc.property(dag, dag, (a, b) => {
        expect(dagenTussen(a, b)).toBe(bij(a).until(bij(b), { largestUnit: 'days' }).days);
        expect(dagVanDeWeek(a)).toBe(bij(a).dayOfWeek);
      }),
    );
  });
});

it('een dag gaat heen en terug door het dagnummer, ook ver van nu', () => {
  fc.assert(
    fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (n) => {
      const d = vanEpochDag(n);
      expect(isDatum(d)).toBe(true);
      expect(naarEpochDag(d)).toBe(n);
    }),
  );
});

describe('isDatum', () => {
  const deel = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, '0'));

  it('neemt precies de dagen aan die bestaan', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), deel(14), deel(33), (jaar, maand, d) => {
        const tekst = `${String(jaar).padStart(4, '0')}-${maand}-${d}`;
        const [m, dagNummer] = [Number(maand), Number(d)];
        const bestaat =
          m >= 1 &&
          m <= 12 &&
          dagNummer >= 1 &&
          dagNummer <= new Temporal.PlainYearMonth(jaar, m).daysInMonth;
        expect(isDatum(tekst)).toBe(bestaat);
      }),
    );
  });

  it('weigert elke andere tekst', () => {
    fc.assert(
      fc.property(fc.string(), (t) => {
        expect(isDatum(t)).toBe(/^\d{4}-\d\d-\d\d$/.test(t) && isDatum(t));
      }),
    );
    for (const t of [
      '2026-1-01',
      '2026-02-29',
      '0000-01-01',
      '2026-11-21T00:00',
      ' 2026-11-21',
      20261121,
      null,
    ]) {
      expect(isDatum(t)).toBe(false);
    }
  });
});
