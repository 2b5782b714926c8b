import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { DELEN, WETSRIJEN, type Wetsrij } from '../rules/overzicht/wetsrijen.ts';
import { REGELS } from '../rules/regels.ts';
import type { Regel } from '../rules/shared/regel.ts';

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

const API = 'POST /v1/regels/{regel}';
const SCHERM = 'features/regels/RegelScreen.tsx';

const api = (r: Regel) => [...(r.vindplaats.api ?? []), API];
const schermen = (r: Regel) => [...(r.vindplaats.schermen ?? []), SCHERM];
/** De uitleg van een versie hoort bij de regel zelf; hier staat elk artikel één keer. */
const artikelen = (r: Regel) => [...new Set(r.artikelen.map((a) => a.artikel))];

function rij(r: Regel): string {
  const cellen = [
    r.vraag,
    `<a id="${r.id}"></a>**${r.titel}** \`${r.id}\` ${koppeling(r.vindplaats.bestand)}`,
    artikelen(r).join('<br>'),
    koppeling(r.vindplaats.test),
    api(r)
      .map((a) => `\`${a}\``)
      .join('<br>'),
    schermen(r).map(koppeling).join('<br>'),
  ];
  return `| ${cellen.join(' | ')} |`;
}

function onderwerp({ id, onderwerp: naam, zonderRegel }: Wetsrij): string {
  const regels = REGELS.filter((r) => r.rijen.includes(id)).map((r) => `[${r.id}](#${r.id})`);
  return `| ${id} | ${naam} | ${regels.length > 0 ? regels.join(', ') : zonderRegel} |`;
}

function deel({ letter, naam }: (typeof DELEN)[number]): string[] {
  return [
    '',
    `### ${letter} · ${naam}`,
    '',
    '| Nr. | Onderwerp | Regel, of waarom er geen is |',
    '|---|---|---|',
    ...WETSRIJEN.filter((w) => w.id.startsWith(letter)).map(onderwerp),
  ];
}

function maak(): string {
  return `${[
    '# Regels',
    '',
    'Van vraag naar regel, artikel, test, API en scherm. Gemaakt door `scripts/regels-md.ts` uit `rules/regels.ts`; niet met de hand wijzigen.',
    '',
    `${REGELS.length} regels. Stel er zelf een: \`npm run --silent regel -- --lijst\`. De volledige antwoorden op de voorbeelden staan in [docs/regels](regels).`,
    '',
    '| Vraag | Regel | Artikel | Test | API | Scherm |',
    '|---|---|---|---|---|---|',
    ...REGELS.map(rij),
    '',
    '## Alle onderwerpen van de wet',
    ...DELEN.flatMap(deel),
  ].join('\n')}\n`;
}

function ontbrekendeBestanden(): string[] {
  const alle = REGELS.flatMap((r) => [r.vindplaats.bestand, r.vindplaats.test, ...schermen(r)]);
  return [...new Set(alle)].filter((pad) => !existsSync(WORTEL + pad)).sort();
}

/** Wegen die de vastgelegde OpenAPI-beschrijving niet kent. */
async function ontbrekendeWegen(): Promise<string[]> {
  if (!existsSync(OPENAPI)) return ['docs/openapi.json (voer eerst uit: node scripts/openapi.ts)'];
  const { paths } = JSON.parse(await readFile(OPENAPI, 'utf8')) as {
    paths: Record<string, Record<string, unknown>>;
  };
  return [...new Set(REGELS.flatMap(api))].filter((api) => {
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
