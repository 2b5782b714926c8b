/** Tellen in een Nederlandse tekst: zinnen, woorden en lettergrepen. */

export type Zin = { tekst: string; van: number; tot: number; woorden: number };

// Een punt in een tijd, een bedrag of een afkorting is geen einde.
const EINDE = /(?<!\b(?:bijv|o\.a|max|min|art|nr|ca|dhr|mevr|tel))[.!?]+(?=\s|$)|:(?=\s|$)|\n+/giu;

const WOORD = /\{[^{}\n]*\}|[\p{L}\p{N}](?:[\p{L}\p{N}’'.@/-]*[\p{L}\p{N}])?/gu;

/** De woorden van een tekst met hun plaats; wat tussen accolades staat is één woord. */
export function woordenVan(tekst: string): { woord: string; van: number }[] {
  return [...tekst.matchAll(WOORD)].map((m) => ({ woord: m[0], van: m.index }));
}

/** De zinnen van een tekst; een regel van een lijst telt als zin, een kop met een dubbelepunt ook. */
export function zinnenVan(tekst: string): Zin[] {
  const zinnen: Zin[] = [];
  let van = 0;
  const voegToe = (tot: number) => {
    const ruw = tekst.slice(van, tot);
    const begin = van + (ruw.length - ruw.trimStart().length);
    const kaal = ruw.trim();
    const woorden = woordenVan(kaal).length;
    if (woorden > 0) zinnen.push({ tekst: kaal, van: begin, tot: begin + kaal.length, woorden });
    van = tot;
  };
  for (const m of tekst.matchAll(EINDE)) voegToe(m.index + m[0].length);
  voegToe(tekst.length);
  return zinnen;
}

const KLANK =
  /ëi|aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ei|au|ou|ý|[aeiouyáéíóúàèìòùâêîôûäëïöü]/giu;

/** Lettergrepen van een woord, op klank geteld: 'bezwaar' 2, 'ideeën' 3. Ten minste één. */
export function lettergrepen(woord: string): number {
  const kaal = woord.toLowerCase().replaceAll('ij', 'ý').replaceAll('qu', 'kw');
  return Math.max(1, [...kaal.matchAll(KLANK)].length);
}
