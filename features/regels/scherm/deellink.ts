import type { Feiten } from './feiten.ts';

const NAAM = 'feiten';

/** De feiten achter het hekje: dat deel van een adres stuurt de browser nooit naar een server. */
export function maakFragment(feiten: Feiten): string {
  return `#${NAAM}=${encodeURIComponent(JSON.stringify(feiten))}`;
}

/** De feiten uit het deel na het hekje, of niets als daar geen feiten staan. */
export function leesFragment(fragment: string): Feiten | undefined {
  const tekst = new RegExp(`^#${NAAM}=(.+)$`).exec(fragment)?.[1];
  if (!tekst) return undefined;
  try {
    const gelezen: unknown = JSON.parse(decodeURIComponent(tekst));
    if (typeof gelezen !== 'object' || gelezen === null || Array.isArray(gelezen)) return undefined;
    return gelezen as Feiten;
  } catch {
    return undefined;
  }
}
