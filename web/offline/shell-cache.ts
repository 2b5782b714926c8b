const CACHE = 'meedoen-schil';
const WORKER = '/meenemen.js';
const MANIFEST = '/.vite/manifest.json';

type Manifest = Record<string, { file: string; css?: string[]; assets?: string[] }>;

/** Every file of the screens, by address. */
async function shellFiles(): Promise<string[]> {
  const manifest: Manifest = await (await fetch(MANIFEST)).json();
  const files = Object.values(manifest).flatMap((m) => [
    m.file,
    ...(m.css ?? []),
    ...(m.assets ?? []),
  ]);
  return ['/index.html', ...new Set(files.map((file) => `/${file}`))];
}

/**
 * Puts the screens (never data) on the device, so that they also open without a connection.
 * @throws when the browser cannot, or a file does not come.
 */
export async function keepShell(): Promise<void> {
  await navigator.serviceWorker.register(WORKER);
  await caches.delete(CACHE);
  const cache = await caches.open(CACHE);
  await cache.addAll(await shellFiles());
  await navigator.serviceWorker.ready;
}

/** Takes the screens off the device again. */
export async function dropShell(): Promise<void> {
  const worker = await navigator.serviceWorker?.getRegistration();
  if (!worker) return;
  await worker.unregister();
  await caches.delete(CACHE);
}
