import { expect, test } from 'vitest';
import { navFor } from './nav.ts';

const names = (mag: string[], demo: boolean) =>
  navFor({ mag, demo }).flatMap((group) => group.items.map((item) => item.naam));

test('without permissions only the pages for everyone remain, and no empty group', () => {
  expect(names([], false)).toEqual(['Vandaag', 'Inburgeraars']);
  expect(navFor({ mag: [], demo: false })).toHaveLength(1);
});

test('the tijdmachine is there in the practice environment alone', () => {
  expect(names(['tijdmachine.bedienen'], true)).toContain('Tijdmachine');
  expect(names(['tijdmachine.bedienen'], false)).not.toContain('Tijdmachine');
});
