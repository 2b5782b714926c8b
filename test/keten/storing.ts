import { setTimeout as wacht } from 'node:timers/promises';
import type { Keten } from './processen.ts';
import { totdat } from './uitval.ts';

const SOORTEN = [
  'app doden',
  'PostgreSQL doden',
  'DUO doden',
  'antwoord verliezen',
  'fouten 500',
  'DUO plat',
  'DUO traag',
  'meldingen herhalen',
  'meldingen verwisselen',
] as const;
export type Storing = (typeof SOORTEN)[number];

/** How often each fault comes, out of their sum. */
const GEWICHT: Record<Storing, number> = {
  'app doden': 3,
  'PostgreSQL doden': 2,
  'DUO doden': 3,
  'antwoord verliezen': 8,
  'fouten 500': 5,
  'DUO plat': 3,
  'DUO traag': 2,
  'meldingen herhalen': 3,
  'meldingen verwisselen': 3,
};

/** A repeatable random: mulberry32. */
export function maakToeval(zaad: number): () => number {
  let a = zaad >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function kiesStoring(toeval: () => number): Storing {
  const som = Object.values(GEWICHT).reduce((a, b) => a + b, 0);
  let rest = toeval() * som;
  return SOORTEN.find((s) => {
    rest -= GEWICHT[s];
    return rest < 0;
  }) as Storing;
}

const gedrag = (k: Keten, inhoud: object) =>
  fetch(`${k.duo.url}/simulator/gedrag`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(inhoud),
  });

export const NORMAAL = {
  plat: false,
  traag: 0,
  status500: 0,
  antwoordVerliezen: 0,
  dubbeleNotificaties: false,
  verwisselNotificaties: false,
};

/** Does one fault and repairs what stopped; what it did to messages on their way is the test. */
export async function stoor(k: Keten, soort: Storing, toeval: () => number): Promise<void> {
  const even = () => wacht(20 + toeval() * 180);
  switch (soort) {
    case 'app doden':
      k.app.kill();
      return k.app.start();
    case 'PostgreSQL doden':
      k.killPostgres();
      return totdat('PostgreSQL terug', async () => (await fetch(`${k.adres}/gereed`)).ok, 60_000);
    case 'DUO doden':
      k.duo.kill();
      await even();
      return k.duo.start();
    case 'antwoord verliezen':
      await gedrag(k, { antwoordVerliezen: 1 + Math.floor(toeval() * 5) });
      return;
    case 'fouten 500':
      await gedrag(k, { status500: 1 + Math.floor(toeval() * 5) });
      return;
    case 'DUO plat':
      await gedrag(k, { plat: true });
      await even();
      await gedrag(k, { plat: false });
      return;
    case 'DUO traag':
      await gedrag(k, { traag: 100 });
      await even();
      await gedrag(k, { traag: 0 });
      return;
    case 'meldingen herhalen':
      await gedrag(k, { dubbeleNotificaties: toeval() < 0.5 });
      return;
    case 'meldingen verwisselen':
      await gedrag(k, { verwisselNotificaties: toeval() < 0.5 });
  }
}

/** Everything works again. */
export async function herstel(k: Keten): Promise<void> {
  await k.duo.start();
  await gedrag(k, NORMAAL);
  await k.app.start();
}
