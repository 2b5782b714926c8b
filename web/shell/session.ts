import { onSessionExpired } from '../api.ts';

/**
 * An expired session leaves the page as it is. Logging in again happens in a second window that
 * ends at LOGGED_IN and tells all windows of this browser, so that nothing typed is lost.
 */
export const LOGGED_IN = '/aangemeld';
const CHANNEL = 'meedoen-sessie';
const RESTORED = 'meedoen:sessie-hersteld';

/** Where one logs in, and comes back to `naar`. */
export function loginHref(naar: string): string {
  return `/aanmelden?naar=${encodeURIComponent(naar)}`;
}

/** Calls back when somebody logged in again in another window. */
export function onSessionRestored(listener: () => void): () => void {
  window.addEventListener(RESTORED, listener);
  return () => window.removeEventListener(RESTORED, listener);
}

/** In the second window: tells the others, then closes itself. */
export function reportLoggedIn(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('aangemeld');
  channel.close();
  window.close();
}

/** Follows the session; `isFirst` tells that nobody was logged in yet: then there is nothing to lose. */
export function watchSession(isFirst: () => boolean, onExpired: (expired: boolean) => void) {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = () => {
    onExpired(false);
    window.dispatchEvent(new Event(RESTORED));
  };
  const stop = onSessionExpired(() => {
    if (!isFirst()) onExpired(true);
  });
  return () => {
    stop();
    channel.close();
  };
}
