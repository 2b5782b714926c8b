import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { REGELS, type RegelKaart } from '../rules/regels.ts';

const HULP = `Schrijft docs/REGELS.md: per regel het artikel, het bestand, de test, de API en het scherm.

  node scripts/regels-md.ts           schrijft het bestand
  node scripts/regels-md.ts --check   faalt als het bestand niet meer klopt
  node scripts/regels-md.ts --help    deze tekst`;

const WORTEL = fileURLToPath(new URL('..', import.meta.url));
const DOEL = `${WORTEL}docs/REGELS.md`;
const OPENAPI = `${WORTEL}docs/openapi.json`;

function koppeling(bestand: string): string {
  return `[${bestand.split('/').at(-1)}](../${bestand})`;
}

function rij(r: RegelKaart): string {
  const cellen = [
    r.vraag,
    `**${r.naam}** \`${r.id}\` ${koppeling(r.bestand)}`,
    r.artikelen.join('<br>'),
    koppeling(r.test),
    r.api.map((a) => `\`${a}\``).join('<br>'),
    r.schermen.map(koppeling).join('<br>'),
  ];
  return `| ${cellen.join(' | ')} |`;
}

function maak(): string {
  return `${[
    '# Regels',
    '',
    'Van vraag naar regel, artikel, test, API en scherm. Gemaakt door `scripts/regels-md.ts` uit `rules/regels.ts`; niet met de hand wijzigen.',
    '',
    '| Vraag | Regel | Artikel | Test | API | Scherm |',
    '|---|---|---|---|---|---|',
    ...REGELS.map(rij),
  ].join('\n')}\n`;
}

function ontbrekendeBestanden(): string[] {
  const alle = REGELS.flatMap((r) => [r.bestand, r.test, ...r.schermen]);
  return [...new Set(alle)].filter((pad) => !existsSync(WORTEL + pad)).sort();
}

/** Wegen die de vastgelegde OpenAPI-beschrijving niet kent. */
async function ontbrekendeWegen(): Promise<string[]> {
  if (!existsSync(OPENAPI)) return ['docs/openapi.json (voer eerst uit: node scripts/openapi.ts)'];
  const { paths } = JSON.parse(await readFile(OPENAPI, 'utf8')) as {
    paths: Record<string, Record<string, unknown>>;
  };
  return [...new Set(REGELS.flatMap((r) => r.api))].filter((api) => {
    const [methode = '', weg = ''] = api.split(' ');
    const kaal = weg.replace(/^\/v1/, '');
    return !(paths[weg] ?? paths[kaal])?.[methode.toLowerCase()];
  });
}

async function voer(args: string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(HULP);
    return 0;
  }
  const mist = [...ontbrekendeBestanden(), ...(await ontbrekendeWegen())];
  if (mist.length > 0) {
    console.error(`rules/regels.ts noemt wat er niet is:\n  ${mist.join('\n  ')}`);
    if (args.includes('--check')) return 1;
  }
  const tekst = maak();
  if (!args.includes('--check')) {
    await writeFile(DOEL, tekst);
    return 0;
  }
  const huidig = existsSync(DOEL) ? await readFile(DOEL, 'utf8') : '';
  if (huidig === tekst) return 0;
  console.error('docs/REGELS.md is verouderd; voer uit: node scripts/regels-md.ts');
  return 1;
}

process.exitCode = await voer(process.argv.slice(2));
