import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import fastifyStatic from '@fastify/static';
import type { App } from './toepassing.ts';

const WORTEL = path.resolve(import.meta.dirname, '..');
const UITVOER = path.join(WORTEL, 'dist/web');
const STEMPEL = path.join(UITVOER, '.stempel');
const BRONNEN = ['web', 'features', 'rules', 'index.html', 'vite.config.ts', 'package-lock.json'];
const TELT_MEE = /\.(tsx?|css|html|svg|json)$/;
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

/** Bouwt de schermen als de bronnen sinds de vorige keer zijn gewijzigd. @returns of er gebouwd is. */
export async function bouwWeb(): Promise<boolean> {
  const stempel = stempelVanBronnen();
  if (existsSync(STEMPEL) && readFileSync(STEMPEL, 'utf8') === stempel) return false;
  const { build } = await import('vite');
  // Vite leest NODE_ENV zelf; ook als een proef bouwt hoort de ontwikkelvorm van React niet in de schermen.
  const { env } = process;
  const { NODE_ENV } = env;
  env.NODE_ENV = 'production';
  try {
    await build({ root: WORTEL, logLevel: 'error' });
  } finally {
    if (NODE_ENV === undefined) delete env.NODE_ENV;
    else env.NODE_ENV = NODE_ENV;
  }
  for (const bestand of alleBestanden(UITVOER))
    if (TELT_MEE.test(bestand) || bestand.endsWith('.js')) persIn(bestand);
  writeFileSync(STEMPEL, stempel);
  return true;
}

/** Dient de gebouwde schermen op; elk ander adres buiten de API geeft het startscherm. */
export async function dienWebOp(app: App): Promise<void> {
  const aanwezig = new Set([...alleBestanden(UITVOER)].map((b) => `/${path.relative(UITVOER, b)}`));
  await app.register(async (web) => {
    await web.register(fastifyStatic, {
      root: UITVOER,
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
