import { expect, it } from 'vitest';
import { SCHRIFTEN } from '../shared/talen.schema.ts';
import { LANDEN } from './namen.ts';

it('geeft elk land een schrift dat in de intake te kiezen is', () => {
  const onbekend = LANDEN.filter((l) => !SCHRIFTEN.some((s) => s === l.schrift));
  expect(onbekend.map((l) => `${l.naam}: ${l.schrift}`)).toEqual([]);
});
