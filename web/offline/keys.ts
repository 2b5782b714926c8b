import { api } from '../api.ts';
import type { Ik } from '../ik.ts';
import { onSessionRestored } from '../shell/session.ts';
import { canSeal, keyFromSecret } from './seal.ts';
import { vault } from './vault.ts';

const DEVICE = 'meedoen-apparaat';
const HOUR_MS = 3_600_000;

/** The number of this browser: it says nothing about a person. */
function deviceId(): string {
  const known = localStorage.getItem(DEVICE);
  if (known) return known;
  const fresh = crypto.randomUUID();
  localStorage.setItem(DEVICE, fresh);
  return fresh;
}

const path = () => `/v1/ik/bewaarsleutel/${deviceId()}`;
/** Per person: in one window another may log in after the session ended. */
const keys = new Map<string, Promise<CryptoKey | null>>();

/** Whether the session is of this person: after an expired session another may have logged in. */
export async function isStill(owner: string): Promise<boolean> {
  try {
    const ik = await api.get<Ik>('/v1/ik');
    return ik.medewerker.id === owner;
  } catch {
    return false;
  }
}

const ask = () =>
  api.put<{ sleutel: string }>(path(), {}).then(({ sleutel }) => keyFromSecret(sleutel));

/** Asks again, so that the server's days begin anew; it gives another key when it had forgotten this one. */
async function renew(owner: string): Promise<void> {
  if (!(await isStill(owner))) return;
  const key = await ask().catch(() => null);
  if (key && keys.has(owner)) keys.set(owner, Promise.resolve(key));
}

let renewing = false;

/** The server forgets a key some days after it was asked for, and a tab may stay open for a week. */
function keepRenewing(): void {
  if (renewing) return;
  renewing = true;
  const all = () => {
    for (const owner of keys.keys()) void renew(owner);
  };
  setInterval(all, HOUR_MS);
  onSessionRestored(all);
}

/**
 * The key for what waits on this device. The server keeps its secret for this person and this device, so another who
 * logs in here gets another key. Null when the browser cannot seal or the server cannot be reached.
 */
export function sessionKey(owner: string): Promise<CryptoKey | null> {
  if (!canSeal()) return Promise.resolve(null);
  const known = keys.get(owner);
  if (known) return known;
  const fresh = ask().catch(() => {
    keys.delete(owner);
    return null;
  });
  keys.set(owner, fresh);
  keepRenewing();
  return fresh;
}

/** How much this person would lose by logging out. */
export async function onDevice(owner: string): Promise<{ answers: number; packets: number }> {
  try {
    const [rows, packets] = [await vault.waiting(), await vault.packets()];
    return {
      answers: rows.filter((row) => row.owner === owner).length,
      packets: packets.filter((packet) => packet.owner === owner).length,
    };
  } catch {
    return { answers: 0, packets: 0 };
  }
}

/**
 * Leaves nothing of this person on the device; without the secret no copy can be read either.
 * @throws without a connection: then nothing is taken away.
 */
export async function leaveDevice(owner: string): Promise<void> {
  if (!canSeal()) return;
  await api.delete(path());
  keys.delete(owner);
  await vault.wipe(owner).catch(() => undefined);
}
