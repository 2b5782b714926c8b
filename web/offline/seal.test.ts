import { expect, it } from 'vitest';
import {
  keyFromCode,
  keyFromSecret,
  newSalt,
  newSharedKey,
  openSharedKey,
  seal,
  unseal,
} from './seal.ts';

const secret = (fill: number) => btoa(String.fromCharCode(...new Uint8Array(32).fill(fill)));
const VALUE = { naam: 'Dawit Haile', waarde: ['ja', 4, null] };

it('gives back what was sealed, and nothing of it can be read without the key', async () => {
  const key = await keyFromSecret(secret(1));
  const sealed = await seal(key, 'rij 1', VALUE);
  expect(await unseal(key, 'rij 1', sealed)).toEqual(VALUE);
  expect(new TextDecoder().decode(sealed.data)).not.toContain('Dawit');
});

it('opens for no other person, no other place and no changed byte', async () => {
  const [key, other] = [await keyFromSecret(secret(1)), await keyFromSecret(secret(2))];
  const sealed = await seal(key, 'rij 1', VALUE);
  expect(await unseal(other, 'rij 1', sealed)).toBeUndefined();
  expect(await unseal(key, 'rij 2', sealed)).toBeUndefined();
  new Uint8Array(sealed.data)[3]! ^= 1;
  expect(await unseal(key, 'rij 1', sealed)).toBeUndefined();
});

it('seals the same twice in another way', async () => {
  const key = await keyFromSecret(secret(1));
  const [a, b] = [await seal(key, 'x', VALUE), await seal(key, 'x', VALUE)];
  expect(new Uint8Array(a.data)).not.toEqual(new Uint8Array(b.data));
});

it('lets no script read a key out', async () => {
  const key = await keyFromSecret(secret(1));
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
});

it('shares one key between a code and a session; the wrong code opens nothing', async () => {
  const salt = newSalt();
  const session = await keyFromSecret(secret(3));
  const { key, copies } = await newSharedKey([
    { key: await keyFromCode('drie fietsen', salt), place: 'p code' },
    { key: session, place: 'p session' },
  ]);
  const sealed = await seal(key, 'p', VALUE);
  const byCode = await openSharedKey(await keyFromCode('drie fietsen', salt), 'p code', copies[0]!);
  const bySession = await openSharedKey(session, 'p session', copies[1]!);
  expect(await unseal(byCode!, 'p', sealed)).toEqual(VALUE);
  expect(await unseal(bySession!, 'p', sealed)).toEqual(VALUE);
  const wrong = await keyFromCode('drie fietsem', salt);
  expect(await openSharedKey(wrong, 'p code', copies[0]!)).toBeUndefined();
});
