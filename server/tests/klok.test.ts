import { afterEach, describe, expect, it, vi } from 'vitest';
import { datum } from '../../rules/shared/datum.ts';
import { echteKlok, type Klok, verzetbareKlok } from '../klok.ts';

afterEach(() => vi.useRealTimers());

function echtOp(moment: string): Klok {
  vi.useFakeTimers();
  vi.setSystemTime(new Date(moment));
  return echteKlok;
}

const inNederland = (nu: string) =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Amsterdam',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(new Date(nu));

describe('echteKlok', () => {
  it.each([
    ['wintertijd, een seconde voor middernacht', '2026-01-14T22:59:59Z', '2026-01-14'],
    ['wintertijd, middernacht', '2026-01-14T23:00:00Z', '2026-01-15'],
    ['zomertijd, een seconde voor middernacht', '2026-07-14T21:59:59Z', '2026-07-14'],
    ['zomertijd, middernacht', '2026-07-14T22:00:00Z', '2026-07-15'],
    ['jaarwisseling', '2026-12-31T23:00:00Z', '2027-01-01'],
    ['eind van de dag waarop de zomertijd begint', '2026-03-29T21:59:59Z', '2026-03-29'],
    ['eind van de dag waarop de wintertijd begint', '2026-10-25T22:59:59Z', '2026-10-25'],
    ['na die dag', '2026-10-25T23:00:00Z', '2026-10-26'],
  ])('kent de Nederlandse dag: %s', (_wat, moment, dag) => {
    expect(echtOp(moment).vandaag()).toBe(dag);
  });

  it('geeft het moment in UTC met milliseconden', () => {
    expect(echtOp('2026-07-14T22:00:00.007Z').nu()).toBe('2026-07-14T22:00:00.007Z');
  });
});

describe('verzetbareKlok', () => {
  const MOMENTEN = [
    '2026-11-21T12:00:00.000Z',
    '2026-11-21T22:30:00.000Z',
    '2026-11-21T22:59:59.999Z',
    '2026-11-21T23:00:00.000Z',
    '2026-07-14T21:59:59.000Z',
    '2026-07-14T22:00:00.000Z',
    '2026-07-14T22:30:00.000Z',
    '2026-10-25T00:30:00.000Z',
    '2026-03-29T01:00:00.000Z',
  ];
  const DAGEN = [
    '2026-01-15',
    '2026-03-29',
    '2026-07-01',
    '2026-10-25',
    '2024-02-29',
    '2031-06-30',
  ];

  it.each(MOMENTEN)('staat op de gekozen dag, ook over de zomertijd heen: %s', (moment) => {
    const klok = verzetbareKlok({
      nu: () => moment,
      vandaag: () => datum(inNederland(moment).slice(0, 10)),
    });
    for (const dag of DAGEN) {
      klok.zetOp(datum(dag));
      expect(klok.vandaag()).toBe(dag);
      expect(inNederland(klok.nu()).slice(0, 10)).toBe(dag);
    }
  });

  it('houdt de tijd van de dag, zodat de volgende dag om middernacht begint', () => {
    let moment = '2026-11-21T22:59:59.500Z';
    const klok = verzetbareKlok({
      nu: () => moment,
      vandaag: () => datum(inNederland(moment).slice(0, 10)),
    });
    klok.zetOp(datum('2027-07-10'));
    expect(klok.nu()).toBe('2027-07-10T21:59:59.500Z');
    moment = '2026-11-21T23:00:00.000Z';
    expect(klok.vandaag()).toBe('2027-07-11');
    expect(klok.nu()).toBe('2027-07-10T22:00:00.000Z');
  });

  it('loopt zonder verzetten gelijk met de gewone klok', () => {
    const basis = echtOp('2026-11-21T22:59:00.000Z');
    expect([verzetbareKlok().nu(), verzetbareKlok().vandaag()]).toEqual([
      basis.nu(),
      basis.vandaag(),
    ]);
  });

  it('kan terug naar vandaag', () => {
    echtOp('2026-11-21T10:00:00.000Z');
    const klok = verzetbareKlok();
    klok.zetOp(datum('2020-01-01'));
    klok.zetOp(datum('2026-11-21'));
    expect(klok.nu()).toBe('2026-11-21T10:00:00.000Z');
  });
});
