import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { toetsbegeleider } from './toetsbegeleider.ts';

const DAG = datum('2026-11-24');
const goed = {
  dagVanDeToets: DAG,
  getraindOp: datum('2025-03-10'),
  geregistreerdOp: datum('2025-03-20'),
};
const codes = (f: Parameters<typeof toetsbegeleider>[0]) => {
  const oordeel = toetsbegeleider(f);
  return oordeel.uitkomst === 'voldoet-niet'
    ? oordeel.redenen.map((r) => r.code)
    : oordeel.uitkomst;
};

describe('toetsbegeleider', () => {
  it.each([
    ['de dag voor de toets', '2026-11-23', 'voldoet'],
    ['op de dag zelf', '2026-11-24', 'voldoet'],
    ['de dag erna', '2026-11-25', ['toetsbegeleider-nog-niet-geregistreerd']],
  ])('geregistreerd %s', (_wat, dag, verwacht) => {
    expect(codes({ ...goed, geregistreerdOp: datum(dag) })).toEqual(verwacht);
  });

  it.each([
    ['de dag voor de toets', '2026-11-23', ['toetsbegeleider-niet-meer-geregistreerd']],
    ['op de dag zelf', '2026-11-24', ['toetsbegeleider-niet-meer-geregistreerd']],
    ['de dag erna', '2026-11-25', 'voldoet'],
  ])('de registratie eindigt %s', (_wat, dag, verwacht) => {
    expect(codes({ ...goed, geregistreerdTot: datum(dag) })).toEqual(verwacht);
  });

  it.each([
    ['op de dag zelf', '2026-11-24', 'voldoet'],
    ['de dag erna', '2026-11-25', ['toetsbegeleider-niet-getraind']],
  ])('getraind %s', (_wat, dag, verwacht) => {
    expect(codes({ ...goed, getraindOp: datum(dag) })).toEqual(verwacht);
  });

  it('noemt alle redenen', () => {
    const later = datum('2026-12-01');
    expect(codes({ dagVanDeToets: DAG, getraindOp: later, geregistreerdOp: later })).toEqual([
      'toetsbegeleider-niet-getraind',
      'toetsbegeleider-nog-niet-geregistreerd',
    ]);
  });

  it.each(['dagVanDeToets', 'getraindOp', 'geregistreerdOp'] as const)(
    'weet het niet zonder %s',
    (veld) => {
      expect(codes({ ...goed, [veld]: undefined })).toBe('onbekend');
    },
  );
});
