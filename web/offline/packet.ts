import { packetPlace } from './rows.ts';
import { keyFromCode, newSalt, newSharedKey, openSharedKey, seal, unseal } from './seal.ts';
import { type PacketRow, vault } from './vault.ts';

/** So many wrong codes and the code opens nothing any more. */
const ATTEMPTS = 5;

type TakeAlong = {
  owner: string;
  code: string;
  session: CryptoKey;
  /** End of the time that it may be away, UTC ISO. */
  until: string;
  content: unknown;
};

/**
 * Keeps one person's intake on this device (an earlier one of the same taker goes), under a code that the taker chose and under his own key, so that what he
 * typed can be brought back without the code.
 */
export async function takeAlong({
  owner,
  code,
  session,
  until,
  content,
}: TakeAlong): Promise<string> {
  const id = crypto.randomUUID();
  const salt = newSalt();
  const { key, copies } = await newSharedKey([
    { key: await keyFromCode(code, salt), place: packetPlace(id, 'code') },
    { key: session, place: packetPlace(id, 'session') },
  ]);
  const [byCode, bySession] = copies;
  if (!byCode || !bySession) throw new Error('een sleutel zonder kopie');
  await vault.putPacket({
    id,
    owner,
    until: Date.parse(until),
    salt,
    attempts: 0,
    byCode,
    bySession,
    content: await seal(key, id, content),
  });
  const others = (await vault.packets()).filter((p) => p.owner === owner && p.id !== id);
  for (const other of others) await bringBack(other.id);
  return id;
}

export type Opened<T> =
  | { kind: 'open'; key: CryptoKey; content: T; owner: string }
  | { kind: 'wrong'; left: number }
  | { kind: 'gone' };

async function wrongCode(packet: PacketRow): Promise<Opened<never>> {
  const attempts = packet.attempts + 1;
  const out = attempts >= ATTEMPTS;
  // What was typed stays: its key is still there for who took the packet, once logged in.
  await vault.putPacket({
    ...packet,
    attempts,
    ...(out ? { byCode: null, content: null } : {}),
  });
  return out ? { kind: 'gone' } : { kind: 'wrong', left: ATTEMPTS - attempts };
}

/** Opens a packet with its code; five wrong codes in a row take its content away. */
export async function openPacket<T>(id: string, code: string): Promise<Opened<T>> {
  await vault.sweep(Date.now());
  const packet = await vault.packet(id);
  if (!packet?.byCode || !packet.content) return { kind: 'gone' };
  const byCode = await keyFromCode(code, packet.salt);
  const key = await openSharedKey(byCode, packetPlace(id, 'code'), packet.byCode);
  if (!key) return wrongCode(packet);
  const content = await unseal<T>(key, id, packet.content);
  if (content === undefined) return { kind: 'gone' };
  if (packet.attempts > 0) await vault.putPacket({ ...packet, attempts: 0 });
  return { kind: 'open', key, content, owner: packet.owner };
}

/** The packets whose content is still here; after the time is over there are none. */
export async function packetsHere(): Promise<{ id: string; owner: string; until: number }[]> {
  await vault.sweep(Date.now());
  const all = await vault.packets();
  return all.filter((p) => p.content).map(({ id, owner, until }) => ({ id, owner, until }));
}

/** Takes the content away; the key stays as long as a typed answer needs it. */
export async function bringBack(id: string): Promise<void> {
  const packet = await vault.packet(id);
  if (packet) await vault.putPacket({ ...packet, until: 0 });
  await vault.sweep(Date.now());
}
