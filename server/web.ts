import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import fastifyStatic from '@fastify/static';
import type { App } from './toepassing.ts';

const WORTEL = path.resolve(import.meta.dirname, '..');
const UITVOER = path.join(WORTEL, 'dist/schermen');
/** Wie nog met een oudere bouw draait, houdt zijn bestanden. */
const BEWAARD = 3;
const BRONNEN = ['web', 'features', 'rules', 'index.html', 'vite.config.ts', 'package-lock.json'];
const TELT_MEE = /\.(tsx?|js|css|html|svg|json)$/;
const JAAR_IN_SECONDEN = 31_536_000;

function* alleBestanden(pad: string): Generator<string> {
  if (statSync(pad).isFile()) {
    yield pad;
    return;
  }
  for (const naam of readdirSync(pad).sort()) yield* alleBestanden(path.join(pad, naam));
}

function stempelVanBronnen(): string {
  const hash = createHash('sha256');
  for (const bron of BRONNEN.map((b) => path.join(WORTEL, b)).filter((b) => existsSync(b))) {
    for (const bestand of alleBestanden(bron))
      if (TELT_MEE.test(bestand)) hash.update(bestand).update(readFileSync(bestand));
  }
  return hash.digest('hex');
}

function persIn(bestand: string): void {
  const inhoud = readFileSync(bestand);
  writeFileSync(`${bestand}.gz`, gzipSync(inhoud, { level: 9 }));
  writeFileSync(
    `${bestand}.br`,
    brotliCompressSync(inhoud, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  );
}

/** Vite in een eigen proces: het geheugen van de bouw blijft zo niet bij het programma. */
async function vite(doel: string): Promise<void> {
  const { env } = process;
  const opdracht = [path.join(WORTEL, 'node_modules/vite/bin/vite.js'), 'build'];
  const opties = ['--outDir', doel, '--emptyOutDir', '--logLevel', 'error'];
  await promisify(execFile)(process.execPath, [...opdracht, ...opties], {
    cwd: WORTEL,
    // Ook als een proef bouwt hoort de ontwikkelvorm van React niet in de schermen.
    env: { ...env, NODE_ENV: 'production' },
  });
}

function ruimOudeOp(): void {
  const mappen = readdirSync(UITVOER)
    .map((naam) => path.join(UITVOER, naam))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const oud of mappen.slice(BEWAARD)) rmSync(oud, { recursive: true, force: true });
}

/**
 * Bouwt de schermen als de bronnen sinds de vorige keer zijn gewijzigd. Elke stand van de bronnen heeft
 * een eigen map: een nieuwe bouw breekt niet wat nog draait.
 * @returns de map met de gebouwde schermen
 */
export async function bouwWeb(): Promise<string> {
  const doel = path.join(UITVOER, stempelVanBronnen().slice(0, 16));
  if (existsSync(doel)) return doel;
  const bezig = `${doel}.${process.pid}`;
  await vite(bezig);
  for (const bestand of alleBestanden(bezig)) if (TELT_MEE.test(bestand)) persIn(bestand);
  // Een ander die tegelijk bouwde kan eerder klaar zijn; het resultaat is hetzelfde.
  if (existsSync(doel)) rmSync(bezig, { recursive: true, force: true });
  else renameSync(bezig, doel);
  ruimOudeOp();
  return doel;
}

/** Dient de schermen uit `map` op; elk ander adres buiten de API geeft het startscherm. */
export async function dienWebOp(app: App, map: string): Promise<void> {
  const aanwezig = new Set([...alleBestanden(map)].map((b) => `/${path.relative(map, b)}`));
  await app.register(async (web) => {
    await web.register(fastifyStatic, {
      root: map,
      serve: false,
      cacheControl: false,
      preCompressed: true,
      setHeaders(reply, bestand) {
        const vast = bestand.includes(`${path.sep}assets${path.sep}`);
        reply.header(
          'cache-control',
          vast ? `public, max-age=${JAAR_IN_SECONDEN}, immutable` : 'no-cache',
        );
      },
    });
    web.get(
      '/*',
      { config: { openbaar: true, rateLimit: false }, schema: { hide: true } },
      async (req, reply) => {
        const pad = req.url.split('?')[0] ?? '/';
        if (/^\/(v1|duo|assets)\//.test(pad) && !aanwezig.has(pad)) return reply.callNotFound();
        return reply.sendFile(aanwezig.has(pad) ? pad.slice(1) : 'index.html');
      },
    );
  });
}
