import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Sealed } from './seal.ts';

/** `session`: sealed with the key that the server keeps; otherwise the id of the packet. */
export type KeyName = 'session' | (string & {});

/** One answer that the server does not have yet. Only who owns it and until when is readable. */
export type WaitingRow = { id: string; owner: string; key: KeyName; until: number; sealed: Sealed };

/** One person's intake taken along. Name and answers are sealed. */
export type PacketRow = {
  id: string;
  owner: string;
  until: number;
  salt: Uint8Array<ArrayBuffer>;
  /** Wrong codes in a row. */
  attempts: number;
  /** Gone after too many wrong codes. */
  byCode: Sealed | null;
  bySession: Sealed;
  /** Gone when the time is over. */
  content: Sealed | null;
};

interface Schema extends DBSchema {
  waiting: { key: string; value: WaitingRow };
  packet: { key: string; value: PacketRow };
}

const NAME = 'meedoen-onderweg';
let opened: Promise<IDBPDatabase<Schema>> | undefined;

/** The one database on this device. */
function db(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>(NAME, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('waiting', { keyPath: 'id' });
      fresh.createObjectStore('packet', { keyPath: 'id' });
    },
    terminated() {
      opened = undefined;
    },
  }).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/** Rows and packets on this device. Every function fails when the browser forbids to keep things. */
export const vault = {
  waiting: async () => (await db()).getAll('waiting'),
  putWaiting: async (row: WaitingRow) => void (await (await db()).put('waiting', row)),
  removeWaiting: async (id: string) => (await db()).delete('waiting', id),
  packets: async () => (await db()).getAll('packet'),
  packet: async (id: string) => (await db()).get('packet', id),
  putPacket: async (row: PacketRow) => void (await (await db()).put('packet', row)),
  removePacket: async (id: string) => (await db()).delete('packet', id),

  /** Takes away whose time is over; a packet loses its content and goes when no answer needs its key. */
  async sweep(now: number): Promise<void> {
    const tx = (await db()).transaction(['waiting', 'packet'], 'readwrite');
    const [rows, packets] = [tx.objectStore('waiting'), tx.objectStore('packet')];
    const kept = new Set<string>();
    for (const row of await rows.getAll()) {
      if (row.until <= now) await rows.delete(row.id);
      else kept.add(row.key);
    }
    for (const packet of await packets.getAll()) {
      if (packet.until > now) continue;
      if (kept.has(packet.id)) await packets.put({ ...packet, content: null });
      else await packets.delete(packet.id);
    }
    await tx.done;
  },

  /** Takes away everything of one person. */
  async wipe(owner: string): Promise<void> {
    const tx = (await db()).transaction(['waiting', 'packet'], 'readwrite');
    const [rows, packets] = [tx.objectStore('waiting'), tx.objectStore('packet')];
    for (const row of await rows.getAll()) if (row.owner === owner) await rows.delete(row.id);
    for (const row of await packets.getAll()) if (row.owner === owner) await packets.delete(row.id);
    await tx.done;
  },
};
