import type { Reden } from '../../../rules/shared/antwoord.ts';

/** Groter past niet op een brief en maakt elke PDF zwaar. */
export const MAX_BYTES = 200_000;

const ELEMENTEN = new Set(
  `svg g path rect circle ellipse line polyline polygon defs lineargradient radialgradient stop title desc
   clippath mask use symbol metadata`.split(/\s+/u),
);
const GEVAARLIJK = /^on|^href$|^xlink:href$/iu;

export type Logokeuring = { svg: string } | { redenen: Reden[] };

const nee = (tekst: string): Logokeuring => ({
  redenen: [{ code: 'logo-ongeschikt', tekst, veld: 'logo' }],
});

// Eén label met al zijn kenmerken tussen aanhalingstekens; wat anders is, is geen gewone tekening.
const LABEL = /<(\/?)([a-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/giu;
const KENMERK = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

function keurLabel(naam: string, kenmerken: string): string | undefined {
  if (!ELEMENTEN.has(naam.toLowerCase()))
    return naam === 'text'
      ? 'In het logo staat losse tekst. Zet de letters om in vormen.'
      : `In het logo staat ‘${naam}’. Een logo mag alleen vormen hebben.`;
  for (const [, sleutel = '', a, b] of kenmerken.matchAll(KENMERK)) {
    const waarde = a ?? b ?? '';
    const link = /href$/iu.test(sleutel);
    if (link && !waarde.startsWith('#')) return 'Het logo verwijst naar iets buiten het bestand.';
    if (!link && GEVAARLIJK.test(sleutel)) return 'In het logo staat een opdracht voor de browser.';
    if (/url\(\s*['"]?(?!#)|@import|expression\(|javascript:/iu.test(waarde))
      return 'Het logo verwijst naar iets buiten het bestand.';
  }
  return undefined;
}

/** De tekst zonder opmerkingen; niets als er een geen eind heeft. Een patroon zou hier kwadratisch zoeken. */
function zonderOpmerkingen(tekst: string): string | undefined {
  const delen: string[] = [];
  for (let van = 0; ; ) {
    const begin = tekst.indexOf('<!--', van);
    delen.push(tekst.slice(van, begin < 0 ? undefined : begin));
    if (begin < 0) return delen.join('');
    const einde = tekst.indexOf('-->', begin + 4);
    if (einde < 0) return undefined;
    van = einde + 3;
  }
}

/** Keurt een SVG: alleen vormen, zonder script, verwijzing of losse tekst. */
function keurSvg(tekst: string): Logokeuring {
  if (/<!DOCTYPE|<!ENTITY|<\?xml-stylesheet|<!\[CDATA/iu.test(tekst))
    return nee('In het logo staat een onderdeel dat niet mag. Bewaar het als gewone SVG.');
  const kaal = zonderOpmerkingen(tekst.trim().replace(/^<\?xml[^>]*\?>/u, ''))?.trim();
  if (kaal === undefined) return nee('De SVG is niet goed gevormd.');
  if (!/^<svg[\s>]/iu.test(kaal) || !kaal.endsWith('</svg>')) return nee('Dit is geen SVG.');
  for (const [, , naam = '', kenmerken = ''] of kaal.matchAll(LABEL)) {
    const fout = keurLabel(naam, kenmerken);
    if (fout) return nee(fout);
  }
  if (/[<>]/u.test(kaal.replace(LABEL, ''))) return nee('De SVG is niet goed gevormd.');
  const kop = kaal.slice(0, kaal.indexOf('>'));
  if (!/\bviewBox\s*=/u.test(kop) && !(/\bwidth\s*=/u.test(kop) && /\bheight\s*=/u.test(kop)))
    return nee('Het logo heeft geen maten. Bewaar het met een viewBox.');
  return { svg: kaal };
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Keurt een PNG en zet hem in een tekening, zodat een brief maar één soort logo kent. */
function keurPng(bytes: Buffer): Logokeuring {
  if (!PNG.every((b, i) => bytes[i] === b) || bytes.length < 33) return nee('Dit is geen PNG.');
  const blik = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [breed, hoog] = [blik.getUint32(16), blik.getUint32(20)];
  if (breed < 200 || breed > 4000 || hoog < 40 || hoog > 4000)
    return nee(
      `Het logo is ${breed} bij ${hoog} beeldpunten. Neem er een van minstens 200 breed en 40 hoog, en hoogstens 4000.`,
    );
  // De gekeurde bytes opnieuw geschreven: het lezen van base64 slaat over wat er niet in hoort.
  const base64 = bytes.toString('base64');
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${breed} ${hoog}"><image width="${breed}" height="${hoog}" href="data:image/png;base64,${base64}"/></svg>`,
  };
}

/** Keurt een aangeleverd logo naar zijn soort; `inhoud` is het bestand in base64. */
export function keurLogo(soort: 'svg' | 'png', inhoud: string): Logokeuring {
  const bytes = Buffer.from(inhoud, 'base64');
  if (bytes.length === 0) return nee('Het bestand is leeg.');
  if (bytes.length > MAX_BYTES)
    return nee(`Het logo is groter dan ${MAX_BYTES / 1000} kB. Maak het kleiner.`);
  return soort === 'png' ? keurPng(bytes) : keurSvg(new TextDecoder().decode(bytes));
}
