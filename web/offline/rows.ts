import { openSharedKey, seal, unseal } from './seal.ts';
import { type KeyName, vault, type WaitingRow } from './vault.ts';
import type { Store, Waiting } from './waiting.ts';

const HOUR_MS = 3_600_000;
/** From Friday afternoon to Monday: a typed answer survives the weekend. */
const WAITING_HOURS = 72;

/** Until when a typed answer stays on the device. */
export const waitsUntil = (sinds: string) => Date.parse(sinds) + WAITING_HOURS * HOUR_MS;

/** Keeps answers of `owner` sealed with `key`. Without a key nothing is kept, and the queue is told so. */
export function deviceStore(owner: string, keyName: KeyName, key: CryptoKey | null): Store {
  return {
    async put(item) {
      if (!key) throw new Error('geen sleutel');
      const sealed = await seal(key, item.id, item);
      const until = waitsUntil(item.sinds);
      await vault.putWaiting({ id: item.id, owner, key: keyName, until, sealed });
    },
    async remove(id) {
      if (key) await vault.removeWaiting(id);
    },
  };
}

export const packetPlace = (id: string, whose: 'code' | 'session') => `${id} ${whose}`;

/** The key of a packet for who is logged in. */
async function keyOf(
  row: WaitingRow,
  session: CryptoKey | null,
  known: ReadonlyMap<string, CryptoKey>,
): Promise<CryptoKey | undefined> {
  if (known.has(row.key)) return known.get(row.key);
  if (!session) return undefined;
  if (row.key === 'session') return session;
  const packet = await vault.packet(row.key);
  return packet && openSharedKey(session, packetPlace(packet.id, 'session'), packet.bySession);
}

/** What `owner` typed and is not sent, as far as `session` (or a known packet key) opens it. */
export async function readWaiting(
  owner: string,
  session: CryptoKey | null,
  known: ReadonlyMap<string, CryptoKey> = new Map(),
  now = Date.now(),
): Promise<Waiting[]> {
  await vault.sweep(now);
  const found: Waiting[] = [];
  for (const row of await vault.waiting()) {
    if (row.owner !== owner) continue;
    const key = await keyOf(row, session, known);
    const item = key && (await unseal<Waiting>(key, row.id, row.sealed));
    if (item) found.push(item);
  }
  return found;
}
