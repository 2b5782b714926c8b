/**
 * Namen komen uit het Arabisch, Tigrinya of Perzisch en worden op veel manieren geschreven:
 * Mohammed, Muhamad, Mohamad. Een sleutel laat tekens boven letters weg, trekt gelijke klanken
 * gelijk en gooit klinkers binnen een woord weg.
 */
const KLANKEN: [RegExp, string][] = [
  [/kh|gh|ch/g, 'g'],
  [/ph/g, 'f'],
  [/sh|sj|tsj|tch/g, 's'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/dj|zh/g, 'j'],
  [/ou|oe|u|w/g, 'o'],
  [/ee|ie|i|y/g, 'e'],
  [/q|c(?=[aou]|$)/g, 'k'],
  [/z/g, 's'],
  [/v/g, 'f'],
  [/x/g, 'ks'],
];

const BIJZONDER: Record<string, string> = {
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
};

/** Kleine letters zonder tekens erboven; alles wat geen letter of cijfer is scheidt woorden. */
export function woorden(naam: string): string[] {
  return naam
    .toLocaleLowerCase('nl')
    .replace(/[ıøłđßæœðþ]/g, (c) => BIJZONDER[c] ?? c)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((w) => w.length > 0);
}

/** Klanksleutel van één woord: begint met `~`, zodat zij niet botst met letterlijke woorden. */
export function klanksleutel(woord: string): string {
  let w = woord;
  for (const [van, naar] of KLANKEN) w = w.replace(van, naar);
  const zonderDubbel = w.replace(/(.)\1+/g, '$1').replace(/h/g, '');
  const eerste = zonderDubbel.slice(0, 1).replace(/[aeo]/, 'a');
  return `~${eerste}${zonderDubbel.slice(1).replace(/[aeo]/g, '')}`;
}

/** Alle sleutels waaronder een naam te vinden is: elk woord letterlijk, en elk woord op klank. */
export function zoeksleutels(naam: string): string[] {
  const alle = woorden(naam);
  return [...new Set([...alle, ...alle.filter((w) => w.length > 2).map(klanksleutel)])];
}
