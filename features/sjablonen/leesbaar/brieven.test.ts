import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { kijkNa } from '../lint.ts';
import { zinnenVan } from './tellen.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** Kopjes waaronder de wet de woorden bepaalt: die tellen niet mee. */
const WET = /^(Niet eens met|Bent u het niet eens|Op welke regels|Wat gebeurt er als u niet komt)/u;

/** Voor collega's en de rechter, of alleen het raam van een brief: geen tekst voor de inburgeraar zelf. */
const NIET_VOOR_HEM =
  /afweging|presentielijst|overdracht|verklaring|letters\/brief|opmaak|fixture/u;

/** Woorden die in die brief de wet zelf zijn. */
const MOET: Readonly<Record<string, readonly string[]>> = {
  'features/besluiten/pw/pw-besluit.typ': ['verplichtingen'],
};

const sjablonen = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.typ'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .trim()
  .split('\n')
  .filter((naam) => !NIET_VOOR_HEM.test(naam));

/** Het eind van wat op `open` begint, met de haakjes daarbinnen. */
function sluit(tekst: string, open: number): number {
  const paar: Record<string, string> = { '(': ')', '[': ']', '{': '}' };
  const begin = tekst[open] ?? '';
  let diep = 0;
  for (let i = open; i < tekst.length; i += 1) {
    if (tekst[i] === begin) diep += 1;
    else if (tekst[i] === paar[begin]) diep -= 1;
    if (diep === 0) return i;
  }
  return tekst.length;
}

/** Haalt de opmaak uit een sjabloon; wat wordt ingevuld wordt één woord. */
function leesbaar(typ: string): string {
  let t = typ
    .replace(/\/\/.*$/gmu, '')
    .replace(/^#(import|show|set).*$/gmu, '')
    .replace(/#inleiding\((.*)\)$/gmu, '$1')
    .replace(/#?blok\("[\w-]+"\)\[/gu, '#blok[')
    .replace(/#if [^\n[{]*[[{]|\] else if [^\n[{]*[[{]|\] else [[{]|#for [^\n[{]*[[{]/gu, '\n');
  for (let m = /#(let )?[\p{L}-][\p{L}\p{N}._-]*(\s*=\s*)?[([{]/u.exec(t); m; ) {
    const open = m.index + m[0].length - 1;
    const einde = sluit(t, open);
    const binnen = t[open] === '[' && !m[1] ? t.slice(open + 1, einde) : '';
    const woord = t[open] === '(' && !m[1] && !m[0].startsWith('#tabel') ? 'X' : binnen;
    t = `${t.slice(0, m.index)}${m[0].startsWith('#tabel') ? '\n' : woord}${t.slice(einde + 1)}`;
    m = /#(let )?[\p{L}-][\p{L}\p{N}._-]*(\s*=\s*)?[([{]/u.exec(t);
  }
  return t
    .replace(/#let.*$/gmu, '')
    .replace(/#[\p{L}-][\p{L}\p{N}._-]*/gu, 'X')
    .replace(/[*\]}~]/gu, ' ');
}

/** Of het gewone tekst is en geen opmaak. */
const isTekst = (zin: string) => /^[\p{Lu}\d][\p{L}\p{N}\s,.?!:;’'‘%€–()-]+$/u.test(zin);

/** De zinnen per alinea; een regeleinde binnen een alinea is een spatie. */
function alineas(tekst: string): string[] {
  let kop = '';
  return tekst.split(/\n\s*\n/u).flatMap((blok) => {
    const regels = blok.trim().split('\n');
    if (/^=+ /u.test(regels[0] ?? '')) kop = (regels.shift() ?? '').replace(/^=+ /u, '');
    const rest = regels.join(' ').replace(/\s+/gu, ' ').trim();
    if (rest === '' || WET.test(kop)) return [];
    const zinnen = zinnenVan(rest)
      .map((z) => z.tekst)
      .filter(isTekst);
    return zinnen.length > 0 ? [zinnen.join(' ')] : [];
  });
}

const teksten = sjablonen
  .map((naam) => [naam, alineas(leesbaar(readFileSync(path.join(ROOT, naam), 'utf8')))] as const)
  .filter(([, a]) => a.length > 0);

describe('de vaste teksten van onze brieven', () => {
  it('zijn gevonden', () => {
    expect(sjablonen.length).toBeGreaterThanOrEqual(3);
    const alles = teksten.flatMap(([, a]) => a).join('\n');
    expect(alles).toContain('Er zijn drie leerroutes.');
  });

  it.each(teksten)('%s: geen zin boven de 20 woorden en geen ambtelijk woord', (naam, stukken) => {
    const bevindingen = stukken.flatMap((stuk) =>
      kijkNa(stuk, 'B1')
        .bevindingen.filter((b) => b.soort === 'lange-zin' || b.soort === 'moeilijk-woord')
        .filter((b) => !MOET[naam]?.includes(b.fragment))
        .map((b) => `${b.soort}: ${b.fragment}`),
    );
    expect(bevindingen).toEqual([]);
  });

  it.each(teksten)('%s: hoogstens twee lijdende zinnen op de honderd woorden', (_, stukken) => {
    const alles = stukken.join('\n');
    const { bevindingen, cijfers } = kijkNa(alles, 'B1');
    const lijdend = bevindingen.filter((b) => b.soort === 'lijdend').length;
    expect((lijdend * 100) / Math.max(100, cijfers.woorden)).toBeLessThanOrEqual(2);
  });

  it.each(teksten)('%s: geschat op hoogstens B1', (_, stukken) => {
    const { schatting, douma } = kijkNa(stukken.join('\n'), 'B1').cijfers;
    expect([schatting, douma]).not.toEqual(['moeilijker dan B1', douma]);
  });
});
