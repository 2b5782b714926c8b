/** What is kept on the device, unreadable without its key. */
export type Sealed = { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer };

/** OWASP's advice for PBKDF2 with SHA-256: slow for who tries codes, half a second for who knows it. */
const ROUNDS = 600_000;
const SALT_BYTES = 16;
const IV_BYTES = 12;
const KEY_BYTES = 32;

const bytes = (text: string) => new TextEncoder().encode(text);
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** Whether this browser can seal at all: it cannot outside https. */
export const canSeal = () => globalThis.crypto?.subtle !== undefined;

export const newSalt = () => random(SALT_BYTES);

/** A key that no script can read out again. */
async function importKey(raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** The key of one person on one device, from the secret that the server keeps for both. */
export async function keyFromSecret(secret: string): Promise<CryptoKey> {
  const raw = Uint8Array.from(atob(secret), (sign) => sign.charCodeAt(0));
  const base = await crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: bytes('meedoen-wachtrij') },
    base,
    { name: 'AES-GCM', length: KEY_BYTES * 8 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** The key that belongs to a code that somebody chose. */
export async function keyFromCode(code: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', bytes(code), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS },
    base,
    { name: 'AES-GCM', length: KEY_BYTES * 8 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** Seals `value` for one place: with another `place` it does not open. */
export async function seal(key: CryptoKey, place: string, value: unknown): Promise<Sealed> {
  const iv = random(IV_BYTES);
  const lock = { name: 'AES-GCM', iv, additionalData: bytes(place) };
  return { iv, data: await crypto.subtle.encrypt(lock, key, bytes(JSON.stringify(value))) };
}

/** What was sealed, or undefined when key or place is another. */
export async function unseal<T>(
  key: CryptoKey,
  place: string,
  { iv, data }: Sealed,
): Promise<T | undefined> {
  const lock = { name: 'AES-GCM', iv, additionalData: bytes(place) };
  const open = await crypto.subtle.decrypt(lock, key, data).catch(() => undefined);
  return open && (JSON.parse(new TextDecoder().decode(open)) as T);
}

/**
 * A fresh key, and the same key sealed under each of `under`, so that any of them can open it later.
 * The plain key exists in memory for the length of this call only.
 */
export async function newSharedKey(
  under: readonly { key: CryptoKey; place: string }[],
): Promise<{ key: CryptoKey; copies: Sealed[] }> {
  const raw = random(KEY_BYTES);
  const copies = await Promise.all(under.map((u) => seal(u.key, u.place, Array.from(raw))));
  const key = await importKey(raw);
  raw.fill(0);
  return { key, copies };
}

/** The shared key from one of its copies. */
export async function openSharedKey(
  under: CryptoKey,
  place: string,
  copy: Sealed,
): Promise<CryptoKey | undefined> {
  const raw = await unseal<number[]>(under, place, copy);
  return raw && importKey(Uint8Array.from(raw));
}
