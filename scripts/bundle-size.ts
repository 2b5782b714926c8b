import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const HELP = `Meet de JavaScript van de eerste pagina (na 'npm run build').

  node scripts/bundle-size.ts [--help] [--limiet <kB>] [--scherm <deel van het pad>] [--map <map>]

Telt de ingang, wat die meteen laadt en het eerste scherm, gezipt. Boven de limiet (160 kB)
eindigt de opdracht met een fout.`;

type Chunk = { file: string; imports?: string[]; isEntry?: boolean; src?: string };
type Manifest = Record<string, Chunk>;

function option(name: string, fallback: string): string {
  const index = process.argv.indexOf(`--${name}`);
  return index < 0 ? fallback : (process.argv[index + 1] ?? fallback);
}

/** All chunks that load with this one, by key of the manifest. */
function withImports(manifest: Manifest, key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key]?.imports ?? []) withImports(manifest, next, seen);
  return seen;
}

function main(): number {
  if (process.argv.includes('--help')) {
    console.log(HELP);
    return 0;
  }
  const folder = option('map', 'dist/web');
  const manifestFile = join(folder, '.vite/manifest.json');
  if (!existsSync(manifestFile)) {
    console.error(`${manifestFile} is er niet. Draai eerst 'npm run build'.`);
    return 1;
  }
  const manifest: Manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  const wanted = option('scherm', 'WerkvoorraadScreen');
  const first = Object.keys(manifest).filter(
    (key) => manifest[key]?.isEntry || key.includes(wanted),
  );
  const keys = new Set(first.flatMap((key) => [...withImports(manifest, key)]));
  const sizes = [...keys].map((key) => {
    const file = manifest[key]?.file ?? '';
    return { file, bytes: gzipSync(readFileSync(join(folder, file)), { level: 9 }).length };
  });
  for (const { file, bytes } of sizes) console.log(`${(bytes / 1000).toFixed(1)} kB  ${file}`);
  const total = sizes.reduce((sum, size) => sum + size.bytes, 0) / 1000;
  const limit = Number(option('limiet', '160'));
  console.log(`${total.toFixed(1)} kB gezipt, van ${limit} kB`);
  if (!first.some((key) => key.includes(wanted))) console.log(`let op: geen scherm '${wanted}'`);
  return total > limit ? 1 : 0;
}

process.exitCode = main();
