/**
 * Opens the screens of Meedoen without a connection, for who deliberately took a dossier along. It keeps the screens
 * only: data of people never passes here (those are sealed in the browser's own database).
 */
const CACHE = 'meedoen-schil';
const ELSEWHERE = /^\/(v1|duo|aanmelden|afmelden|gezond|gereed)(\/|$)/;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** The newest page when there is a connection, otherwise the one on this device. */
async function page(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match('/index.html', { cacheName: CACHE });
    if (kept) return kept;
    throw error;
  }
}

/** A file with a hash in its name is always the same. */
async function file(request) {
  return (await caches.match(request, { cacheName: CACHE })) ?? fetch(request);
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (ELSEWHERE.test(pathname)) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(file(request));
});
