import { describe, expect, it } from 'vitest';
import type { PipInhoud } from '../../../rules/stand/feiten.ts';
import { volledigPip } from '../../../test/begeleiding/pip-dossier.ts';
import { wijzigingenTussen } from './wijzigingen.ts';

const met = (alfabetisering: 'A' | 'AA' | 'NVT') =>
  ({ ...volledigPip('B'), alfabetisering, meegeteldeInspanningen: [] }) as PipInhoud;

describe('alfabetisering in wat er anders is', () => {
  it.each([
    ['A', 'AA', 'lessen.alfa', 'lessen.letters'],
    ['AA', 'A', 'lessen.letters', 'lessen.alfa'],
    ['NVT', 'A', 'anders.geen', 'lessen.alfa'],
    ['NVT', 'AA', 'anders.geen', 'lessen.letters'],
    ['A', 'NVT', 'lessen.alfa', 'anders.geen'],
  ] as const)('van %s naar %s zegt wat het was en wat het wordt', (van, naar, oud, nieuw) => {
    expect(wijzigingenTussen(met(van), met(naar))).toEqual([
      { wat: 'wat.alfabetisering', sleutels: true, oud, nieuw },
    ]);
  });

  it.each(['A', 'AA', 'NVT'] as const)('%s die blijft staat er niet', (zelfde) => {
    expect(wijzigingenTussen(met(zelfde), met(zelfde))).toEqual([]);
  });
});
