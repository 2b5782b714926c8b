import { expect, it } from 'vitest';
import { pipVerwijderenDuo } from './pip-verwijderen-duo.ts';

const f = (termijn?: boolean, uren?: boolean) =>
  pipVerwijderenDuo({
    ...(termijn === undefined ? {} : { inburgeringstermijnVastgesteld: termijn }),
    ...(uren === undefined ? {} : { cursusurenOpHuidigAanbod: uren }),
  });

it.each([
  [false, false, 'voldoet'],
  [true, false, 'voldoet-niet'],
  [false, true, 'voldoet-niet'],
  [true, true, 'voldoet-niet'],
  [undefined, false, 'onbekend'],
  [false, undefined, 'onbekend'],
  [undefined, true, 'voldoet-niet'],
] as const)('termijn vastgesteld %s, uren op het aanbod %s: %s', (termijn, uren, uitkomst) => {
  expect(f(termijn, uren).uitkomst).toBe(uitkomst);
});

it('noemt alle redenen en wat ontbreekt', () => {
  expect(f(true, true)).toMatchObject({
    redenen: [
      { veld: 'inburgeringstermijnVastgesteld', tekst: expect.stringContaining('vastgesteld') },
      { veld: 'cursusurenOpHuidigAanbod', tekst: expect.stringContaining('cursusuren') },
    ],
  });
  expect(f()).toMatchObject({
    ontbreekt: [{ feit: 'inburgeringstermijnVastgesteld' }, { feit: 'cursusurenOpHuidigAanbod' }],
  });
});

it('legt uit wat er anders kan', () => {
  const uitleg = f(false, false).uitleg();
  expect(uitleg.uitkomst).toBe('verwijderen kan nog');
  expect(uitleg.stappen?.[0]?.titel).toContain('gewijzigd PIP');
  expect(uitleg.grondslag?.zekerheid).toBe('afgeleid');
});
