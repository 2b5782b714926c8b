import { expect, test } from 'vitest';
import { isPublic, landingFor, navFor } from './nav.ts';

const names = (mag: string[], demo: boolean) =>
  navFor({ mag, demo }).flatMap((group) => group.items.map((item) => item.naam));

test('each page asks its own permission, and an empty group falls away', () => {
  expect(names([], false)).toEqual(['Regels']);
  expect(names(['dossier.lezen'], false)).toEqual(['Inburgeraars', 'Regels']);
  expect(names(['dossier.lezen', 'dossier.inzien'], false)).toEqual([
    'Vandaag',
    'Inburgeraars',
    'Instellingen',
    'Regels',
  ]);
});

test('one lands on the first page that one may see', () => {
  const landing = (mag: string[]) => landingFor({ mag, demo: false });
  expect(landing(['dossier.lezen', 'dossier.inzien'])).toBe('/');
  expect(landing(['dossier.lezen'])).toBe('/inburgeraars');
  expect(landing(['taakverdeling.lezen'])).toBe('/beheer/taakverdeling');
  expect(landing([])).toBe('/');
});

test('the tijdmachine is there in the practice environment alone', () => {
  expect(names(['tijdmachine.bedienen'], true)).toContain('Tijdmachine');
  expect(names(['tijdmachine.bedienen'], false)).not.toContain('Tijdmachine');
});

test.each([
  ['/regels', true],
  ['/regels/pip-termijn', true],
  ['/regelsover', false],
  ['/', false],
  ['/inburgeraars', false],
])('%s is for everybody: %s', (path, expected) => {
  expect(isPublic(path)).toBe(expected);
});
