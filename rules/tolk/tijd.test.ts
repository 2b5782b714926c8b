import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentIn } from '../../server/bericht/moment.ts';
import { datum, vanEpochDag } from '../shared/datum.ts';
import { alsTijd, minuten, minuutVan } from './tijd.ts';

const iso = (dag: string, tijd: string) =>
  new Date(minuutVan(datum(dag), tijd) * 60_000).toISOString().slice(0, 16);

describe('een tijd op de klok in Nederland', () => {
  it.each([
    ['de dag voor de zomertijd', '2026-03-28', '10:00', '2026-03-28T09:00'],
    ['op de dag zelf, voor twee uur', '2026-03-29', '01:59', '2026-03-29T00:59'],
    ['op de dag zelf, een tijd die er niet is', '2026-03-29', '02:30', '2026-03-29T01:30'],
    ['op de dag zelf, na drie uur', '2026-03-29', '03:00', '2026-03-29T01:00'],
    ['de dag erna', '2026-03-30', '10:00', '2026-03-30T08:00'],
    ['de dag voor de wintertijd', '2026-10-24', '10:00', '2026-10-24T08:00'],
    ['een tijd die er twee keer is: de eerste', '2026-10-25', '02:30', '2026-10-25T00:30'],
    ['op de dag zelf, om drie uur', '2026-10-25', '03:00', '2026-10-25T02:00'],
    ['de dag erna', '2026-10-26', '10:00', '2026-10-26T09:00'],
  ])('%s', (_wat, dag, tijd, verwacht) => {
    expect(iso(dag, tijd)).toBe(verwacht);
  });

  it('is dezelfde als volgens de tijdzone van het systeem', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 18_262, max: 25_567 }),
        fc.integer({ min: 0, max: 1439 }),
        (n, min) => {
          const dag = vanEpochDag(n);
          const tijd = alsTijd(min);
          expect(new Date(minuutVan(dag, tijd) * 60_000).toISOString()).toBe(momentIn(dag, tijd));
        },
      ),
    );
  });

  it('wordt heen en terug dezelfde', () => {
    expect([minuten('00:00'), minuten('13:05'), minuten('24:00')]).toEqual([0, 785, 1440]);
    expect([alsTijd(0), alsTijd(785), alsTijd(1440)]).toEqual(['00:00', '13:05', '24:00']);
  });
});
