import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { App } from './toepassing.ts';

const WORTEL = path.resolve(import.meta.dirname, '..');
const UITVOER = path.join(WORTEL, 'dist/web');
const STEMPEL = path.join(UITVOER, '.stempel');
const BRONNEN = ['web', 'features', 'rules', 'index.html', 'vite.config.ts', 'package-lock.json'];
const TELT_MEE = /\.(tsx?|css|html|svg|json)$/;
const JAAR_IN_SECONDEN = 31_536_000;

function* bestanden(pad: string): Generator<string> {
  if (statSync(pad).isFile()) {
    if (TELT_MEE.test(pad)) yield pad;
    return;
  }
  for (const naam of readdirSync(pad).sort()) yield* bestanden(path.join(pad, naam));
}

function stempelVanBronnen(): string {
  const hash = createHash('sha256');
  for (const bron of BRONNEN.map((b) => path.join(WORTEL, b)).filter((b) => existsSync(b))) {
    for (const bestand of bestanden(bron)) hash.update(bestand).update(readFileSync(bestand));
  }
  return hash.digest('hex');
}

/** Bouwt de schermen als de bronnen sinds de vorige keer zijn gewijzigd. @returns of er gebouwd is. */
export async function bouwWeb(): Promise<boolean> {
  const stempel = stempelVanBronnen();
  if (existsSync(STEMPEL) && readFileSync(STEMPEL, 'utf8') === stempel) return false;
  const { build } = await import('vite');
  await build({ root: WORTEL, logLevel: 'warn' });
  writeFileSync(STEMPEL, stempel);
  return true;
}

/** Dient de gebouwde schermen op; elk ander adres buiten de API geeft het startscherm. */
export async function dienWebOp(app: App): Promise<void> {
  await app.register(async (web) => {
    web.addHook('onRoute', (route) => {
      route.config = { ...route.config, openbaar: true, rateLimit: false };
    });
    await web.register(fastifyStatic, {
      root: UITVOER,
      wildcard: false,
      index: false,
      setHeaders(reply, bestand) {
        const vast = bestand.includes(`${path.sep}assets${path.sep}`);
        reply.header(
          'cache-control',
          vast ? `public, max-age=${JAAR_IN_SECONDEN}, immutable` : 'no-cache',
        );
      },
    });
    web.get('/*', { schema: { hide: true } }, async (req, reply) => {
      if (req.url.startsWith('/v1') || req.url.startsWith('/duo')) return reply.callNotFound();
      return reply.header('cache-control', 'no-cache').sendFile('index.html');
    });
  });
}
