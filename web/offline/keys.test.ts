import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { maakWereld, type TestMedewerker, type Wereld } from '../../test/world.ts';
import { leaveDevice, sessionKey } from './keys.ts';
import { keyFromSecret, seal, unseal } from './seal.ts';

const HOUR_MS = 3_600_000;
const SOON = '2999-01-01T00:00:00.000Z';

let w: Wereld;
let m: TestMedewerker;
let other: TestMedewerker;
/** Who is logged in in this browser; nobody: no connection. */
let present: TestMedewerker | undefined;
let asked: string[] = [];

/** The browser's way to the server: the real one, with the session of who is present. */
async function connection(path: string, init: RequestInit): Promise<Response> {
  asked.push(`${init.method} ${path}`);
  if (!present) throw new TypeError('no connection');
  const body = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
  const answer = await present.vraag(init.method as 'GET', path, body);
  return new Response(answer.status === 204 ? null : JSON.stringify(answer.body), {
    status: answer.status,
  });
}

const restored = () => window.dispatchEvent(new Event('meedoen:sessie-hersteld'));
const anHour = () => vi.advanceTimersByTimeAsync(HOUR_MS);
const rows = (wie: TestMedewerker) =>
  w.db.zonderDossiers((tx) =>
    tx
      .selectFrom('bewaarsleutel')
      .select(['apparaat_id', 'verloopt_op'])
      .where('medewerker_id', '=', wie.id)
      .execute(),
  );
/** As if the key was asked for at another moment than now. */
async function mark() {
  await w.db.zonderDossiers((tx) =>
    tx
      .updateTable('bewaarsleutel')
      .set({ verloopt_op: SOON })
      .where('medewerker_id', '=', m.id)
      .execute(),
  );
}
const isMarked = async () => {
  const [row] = await rows(m);
  return row && new Date(row.verloopt_op).toISOString() === SOON;
};

beforeAll(async () => {
  w = await maakWereld();
  const { organisatieId } = await w.gemeente();
  [m, other] = [await w.medewerker(organisatieId), await w.medewerker(organisatieId)];
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  });
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('fetch', connection);
});
beforeEach(async () => {
  present = m;
  expect(await sessionKey(m.id)).not.toBeNull();
  await mark();
  asked = [];
});
afterAll(async () => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  await w.sluit();
});

describe('the days until the server forgets the key count from the last use', () => {
  it.each([
    ['somebody logged in again', restored],
    ['an hour passed with a connection', anHour],
  ])('when %s', async (_, happens) => {
    await happens();
    await vi.waitFor(async () => expect(await isMarked()).toBe(false));
  });

  it('not within the hour, and not without a connection', async () => {
    present = undefined;
    await vi.advanceTimersToNextTimerAsync();
    asked = [];
    await vi.advanceTimersByTimeAsync(HOUR_MS - 1);
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toEqual(['GET /v1/ik']);
    expect(await sessionKey(m.id)).not.toBeNull();
    expect(await isMarked()).toBe(true);
  });

  it('not by another who logged in at this device', async () => {
    present = other;
    restored();
    await vi.waitFor(() => expect(asked).toEqual(['GET /v1/ik']));
    await w.db.zonderDossiers((tx) => tx.selectFrom('bewaarsleutel').select('sleutel').execute());
    expect([await isMarked(), await rows(other)]).toEqual([true, []]);
  });
});

it('what is typed after the server forgot the key is sealed with the new one', async () => {
  await w.db.zonderDossiers((tx) =>
    tx.deleteFrom('bewaarsleutel').where('medewerker_id', '=', m.id).execute(),
  );
  const before = await sessionKey(m.id);
  restored();
  await vi.waitFor(async () => expect(await sessionKey(m.id)).not.toBe(before));
  const sealed = await seal((await sessionKey(m.id)) as CryptoKey, 'rij', 'getypt');
  const [row] = await rows(m);
  const { body } = await m.vraag('PUT', `/v1/ik/bewaarsleutel/${row?.apparaat_id}`, {});
  expect(await unseal(await keyFromSecret(body.sleutel), 'rij', sealed)).toBe('getypt');
});

it('asks for no key again after logging out', async () => {
  await leaveDevice(m.id);
  asked = [];
  restored();
  await anHour();
  expect([asked, await rows(m)]).toEqual([[], []]);
});
