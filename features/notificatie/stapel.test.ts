import { expect, test } from 'vitest';
import { maakStapel } from './stapel.ts';

/** Werk dat wacht tot de proef het loslaat. */
function poort() {
  const open: (() => void)[] = [];
  return {
    wacht: () => new Promise<void>((klaar) => open.push(klaar)),
    laatLos: () => open.shift()?.(),
  };
}

test('wie tijdens een stapel binnenkomt, gaat in volgorde en in stukken van hoogstens drie mee met de volgende', async () => {
  const stapels: number[][] = [];
  const p = poort();
  const voegToe = maakStapel<number>((stukken) => {
    stapels.push([...stukken]);
    return p.wacht();
  }, 3);
  const alle = Promise.all([1, 2, 3, 4, 5].map(voegToe));
  expect(stapels).toEqual([[1]]);
  for (let i = 0; i < 3; i += 1) {
    p.laatLos();
    await new Promise(setImmediate);
  }
  await alle;
  expect(stapels).toEqual([[1], [2, 3, 4], [5]]);
});

test('een stapel die mislukt gaat stuk voor stuk, en alleen het foute stuk merkt het', async () => {
  const gedaan: number[] = [];
  const voegToe = maakStapel<number>(async (stukken) => {
    await Promise.resolve();
    if (stukken.includes(3)) throw new Error('drie kan niet');
    gedaan.push(...stukken);
  }, 10);
  const uitkomst = await Promise.allSettled([1, 2, 3, 4].map(voegToe));
  expect(uitkomst.map((u) => u.status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
  expect(gedaan).toEqual([1, 2, 4]);
  await voegToe(5);
  expect(gedaan).toEqual([1, 2, 4, 5]);
});
