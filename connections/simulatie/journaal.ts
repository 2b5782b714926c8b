import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';

/** Regels die een herstart overleven. Zonder bestand leeft alles alleen in het geheugen. */
export type Journaal<R> = {
  /** Wat er bij het openen al stond, in volgorde. */
  eerder: R[];
  /** Schrijft één regel en keert pas terug als die in het bestand staat. */
  schrijf(regel: R): void;
};

/**
 * Opent een bestand met één JSON-regel per wijziging. Een proces kan midden in een regel zijn
 * gestopt; zo'n halve laatste regel is nooit bevestigd en wordt afgeknipt.
 */
export function openJournaal<R>(pad: string | undefined): Journaal<R> {
  if (pad === undefined) return { eerder: [], schrijf: () => undefined };
  mkdirSync(dirname(pad), { recursive: true });
  const inhoud = existsSync(pad) ? readFileSync(pad) : Buffer.alloc(0);
  const heel = inhoud.lastIndexOf(0x0a) + 1;
  if (heel < inhoud.length) truncateSync(pad, heel);
  const regels = inhoud.subarray(0, heel).toString('utf8').split('\n').filter(Boolean);
  return {
    eerder: regels.map((regel) => JSON.parse(regel) as R),
    schrijf: (regel) => appendFileSync(pad, `${JSON.stringify(regel)}\n`, { mode: 0o600 }),
  };
}
