import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { pipRisicos } from './pip-risico.ts';

const GEWOON = {
  leerroute: 'B',
  afwijking: undefined,
  dagtekening: datum('2026-11-20'),
  laatsteDag: datum('2026-11-20'),
  zonderPersoon: false,
} as const;
const ids = (f: Partial<Parameters<typeof pipRisicos>[0]>) =>
  pipRisicos({ ...GEWOON, ...f }).map((r) => r.id);

describe('waarom een tweede mens meekijkt', () => {
  it.each([
    [{}, []],
    [{ leerroute: 'O' as const }, []],
    [{ leerroute: 'Z' as const }, ['z-route']],
    [{ leerroute: undefined }, []],
    [{ afwijking: '  ' }, []],
    [{ afwijking: 'Zij wil het echt.' }, ['afwijking']],
    [{ dagtekening: datum('2026-11-19') }, []],
    [{ dagtekening: datum('2026-11-21') }, ['te-laat']],
    [{ dagtekening: datum('2026-11-21'), laatsteDag: null }, []],
    [{ zonderPersoon: true }, ['zonder-persoon']],
    [
      { leerroute: 'Z' as const, afwijking: 'x', dagtekening: datum('2026-12-01') },
      ['afwijking', 'z-route', 'te-laat'],
    ],
  ])('%j: %j', (f, verwacht) => {
    expect(ids(f)).toEqual(verwacht);
  });
});
