/**
 * Namen komen uit het Arabisch, Tigrinya, Turks of Perzisch en worden op veel manieren geschreven:
 * Mohammed, Muhamad; Yusuf, Joesoef, Youssef. Een klanksleutel laat tekens boven letters weg, trekt
 * gelijke klanken gelijk en gooit de h en de klinkers binnen een woord weg.
 */
const KLANKEN: [RegExp, string][] = [
  [/^(?:ou|oe|[uwv])(?=[aeiouy])/, 'f'],
  [/^(?:[yj](?=[aeiou])|i(?=[aou]))/, 'j'],
  [/dzh|dj|zh/g, 'j'],
  [/tsj|tch|sch|sh|sj/g, 's'],
  [/kh|gh/g, 'g'],
  [/ph|v/g, 'f'],
  [/ck|q|c(?=[^ei]|$)/g, 'k'],
  [/[cz]/g, 's'],
  [/x/g, 'ks'],
  [/d$/, 't'],
  [/b$/, 'p'],
  [/h/g, ''],
  [/(.)\1+/g, '$1'],
  [/^[aeiouy]+/, 'a'],
];

/** Letters die na het weglaten van tekens nog bijzonder zijn. */
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

/** Woordjes die de een wel en de ander niet schrijft: los, met een streepje of aan het volgende vast. */
const VOORAAN = /^(?:al|el|abd(?:[aeou]{1,2}[a-z])?)(?=[a-z]{3})/;
const TUSSENWOORDEN = new Set(
  'al el ad ed as es ash at an ar er az bin ben ibn abu van von de den der het ten ter te la le'.split(
    ' ',
  ),
);
const MAX_EERSTE_DEEL = 5;
const MIN_KLANK = 3;
const NA_ALLES = '\u{10ffff}';

/** Kleine letters zonder tekens erboven; een apostrof valt weg, al het andere scheidt woorden. */
export function woorden(naam: string): string[] {
  return naam
    .toLocaleLowerCase('nl')
    .replace(/[ıøłđßæœðþ]/g, (c) => BIJZONDER[c] ?? c)
    .normalize('NFD')
    .replace(/[\p{M}'’ʼ‘`]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((w) => w.length > 0);
}

function klank(woord: string): string {
  const gelijk = KLANKEN.reduce((w, [van, naar]) => w.replace(van, naar), woord);
  return `~${gelijk.slice(0, 1)}${gelijk.slice(1).replace(/[aeiouyw]/g, '')}`;
}

/**
 * Klanksleutels van één woord; zij beginnen met `~`, zodat zij niet botsen met letterlijke woorden.
 * De ch klinkt als g (Chadija) of als sj (Aicha, Frans geschreven): dan zijn het er twee.
 */
export function klanksleutels(woord: string): string[] {
  if (!woord.includes('ch')) return [klank(woord)];
  return [klank(woord.replaceAll('ch', 'kh')), klank(woord.replaceAll('ch', 'sh'))];
}

/** Alle sleutels waaronder een naam te vinden is: elk woord letterlijk en op klank, ook aaneengeschreven. */
export function zoeksleutels(naam: string): string[] {
  const los = woorden(naam);
  const samen = los.flatMap((w, i) => {
    const volgende = los[i + 1];
    return volgende && w.length <= MAX_EERSTE_DEEL ? [w + volgende] : [];
  });
  const delen = los.flatMap((w) => (VOORAAN.test(w) ? [w.replace(VOORAAN, '')] : []));
  const alle = [...los, ...samen, ...delen];
  const opKlank = alle.filter((w) => w.length >= MIN_KLANK).flatMap(klanksleutels);
  return [...new Set([...alle, ...opKlank])];
}

/** Sleutels van `van` tot (niet tot en met) `tot`, in de volgorde van de tekens zelf (collatie C). */
export type Reeks = { van: string; tot: string };

/** Per getypt woord waar het aan mag voldoen: letterlijk begin, of gelijke klank. */
export type Zoekwoord = { letterlijk: Reeks; klank: Reeks[] };

const beginMet = (tekst: string): Reeks => ({ van: tekst, tot: tekst + NA_ALLES });
const gelijkAan = (tekst: string): Reeks => ({ van: tekst, tot: `${tekst}\u0001` });

function klankreeksen(woord: string): Reeks[] {
  if (woord.length < MIN_KLANK) return [];
  // Een langer woord kan nog niet af zijn; een korte sleutel zou dan te veel namen raken.
  return klanksleutels(woord).map((sleutel) =>
    woord.length > MIN_KLANK && sleutel.length > MIN_KLANK ? beginMet(sleutel) : gelijkAan(sleutel),
  );
}

/**
 * Wat iemand typte als reeksen van zoeksleutels; een naam past als elk woord past. Woordjes als 'al' en
 * 'van' tellen alleen als er niets anders staat.
 * @returns leeg als er geen woord van minstens twee tekens is.
 */
export function zoekwoorden(getypt: string): Zoekwoord[] {
  const alle = woorden(getypt).filter((w) => w.length > 1);
  const inhoud = alle.filter((w) => !TUSSENWOORDEN.has(w));
  return (inhoud.length > 0 ? inhoud : alle).map((woord) => ({
    letterlijk: beginMet(woord),
    klank: klankreeksen(woord),
  }));
}
