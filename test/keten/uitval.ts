import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wacht } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { buildBrpSimulator } from '../../connections/brp/simulator/app.ts';
import { buildDuoSimulator } from '../../connections/duo/simulator/app.ts';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../server/postgres/embedded-postgres.ts';
import { migrate } from '../../server/postgres/migrate.ts';
import { maakWereld, type Wereld } from '../world.ts';

export const VANDAAG = '2026-11-21';
export const OIN_DUO = '00000001800866472000';
const WORTEL = path.resolve(import.meta.dirname, '../..');
const START_MS = 60_000;

/** Meedoen as an own process, its database and its counterparts, so that each can be killed apart. */
export type Opstelling = {
  w: Wereld;
  postgres: EmbeddedPostgres;
  duo: FastifyInstance;
  brp: FastifyInstance;
  adres: string;
  /** `extra`: settings on top of the usual ones. */
  start(extra?: NodeJS.ProcessEnv): Promise<void>;
  killApp(): void;
  killPostgres(): void;
  stop(): Promise<void>;
};

export async function vrijePoort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  const { port } = server.address() as { port: number };
  await new Promise((klaar) => server.close(klaar));
  return port;
}

/** Polls until `waar` holds; what is down meanwhile counts as not yet. */
export async function totdat(wat: string, waar: () => Promise<boolean>, ms: number): Promise<void> {
  const eind = Date.now() + ms;
  while (Date.now() < eind) {
    if (await waar().catch(() => false)) return;
    await wacht(50);
  }
  throw new Error(`niet binnen ${ms} ms: ${wat}`);
}

type Adressen = { poort: number; map: string; databaseUrl: string; duoUrl: string; brpUrl: string };

function omgeving(a: Adressen): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    PORT: String(a.poort),
    METRICS_PORT: '0',
    MEEDOEN_DATA: path.join(a.map, 'data'),
    MEEDOEN_PEILDATUM: VANDAAG,
    DATABASE_URL: a.databaseUrl,
    NABOOTSING_DUO_URL: a.duoUrl,
    NABOOTSING_BRP_URL: a.brpUrl,
    LOG_NIVEAU: 'error',
    // Wie blijft proberen mag hier niet tegen de grens lopen.
    VERZOEKEN_PER_MINUUT: '1000000',
  };
}

/** Meedoen itself: starts when it is not running, and can be killed. */
function proces(adres: string, env: NodeJS.ProcessEnv): Pick<Opstelling, 'start' | 'killApp'> {
  let app: ChildProcess | undefined;
  const leeft = () => app !== undefined && app.exitCode === null && app.signalCode === null;
  return {
    async start(extra = {}) {
      if (!leeft()) {
        app = spawn(process.execPath, ['scripts/start.ts'], {
          cwd: WORTEL,
          env: { ...env, ...extra },
          stdio: ['ignore', 'ignore', 'inherit'],
        });
      }
      await totdat('Meedoen gestart', async () => (await fetch(`${adres}/gereed`)).ok, START_MS);
    },
    killApp() {
      if (app?.pid && leeft()) process.kill(app.pid, 'SIGKILL');
      app = undefined;
    },
  };
}

/** Builds everything; Meedoen itself starts with `start()`. */
export async function maakOpstelling(): Promise<Opstelling> {
  const map = mkdtempSync(path.join(os.tmpdir(), 'meedoen-uitval-'));
  const postgres = await startEmbeddedPostgres({ dataDir: path.join(map, 'postgres') });
  await migrate(postgres.url);
  const w = await maakWereld({
    vandaag: VANDAAG,
    database: { ownerUrl: postgres.url, drop: async () => {} },
  });
  const poort = await vrijePoort();
  const adres = `http://localhost:${poort}`;
  const duo = buildDuoSimulator({
    journaal: path.join(map, 'duo.jsonl'),
    meedoenUrl: adres,
    oinDuo: OIN_DUO,
    klok: () => VANDAAG,
    herkansing: { eerste: 100, hoogste: 1000 },
  });
  const brp = buildBrpSimulator();
  const luister = (s: FastifyInstance) => s.listen({ host: '127.0.0.1', port: 0 });
  const [duoUrl, brpUrl] = [await luister(duo), await luister(brp)];
  const app = proces(adres, omgeving({ poort, map, databaseUrl: postgres.url, duoUrl, brpUrl }));
  return {
    w,
    postgres,
    duo,
    brp,
    adres,
    ...app,
    killPostgres() {
      const pid = Number(
        readFileSync(path.join(map, 'postgres/pg/postmaster.pid'), 'utf8').split('\n')[0],
      );
      process.kill(pid, 'SIGKILL');
    },
    async stop() {
      app.killApp();
      await Promise.all([duo.close(), brp.close(), w.sluit()]);
      await postgres.stop();
      rmSync(map, { recursive: true, force: true });
    },
  };
}

/**
 * Sends until there is an answer, as DUO and a browser do: the same message or key each time.
 * @returns the answer; 5xx and a broken connection mean 'again'.
 */
export async function blijfProberen(
  url: string,
  init: RequestInit,
  ms = 60_000,
): Promise<Response> {
  const eind = Date.now() + ms;
  while (Date.now() < eind) {
    const antwoord = await fetch(url, { ...init, signal: AbortSignal.timeout(5000) }).catch(
      () => undefined,
    );
    if (antwoord && antwoord.status < 500) return antwoord;
    await wacht(50);
  }
  throw new Error('geen antwoord gekregen');
}

/** A notification as DUO sends it. */
export function melding(
  oinGemeente: string,
  bsn: string,
  gebeurtenisId: string,
  tijdstip: string,
): RequestInit {
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      bron: OIN_DUO,
      doel: oinGemeente,
      berichtId: randomUUID(),
    },
    body: JSON.stringify({ registratieDatumTijd: tijdstip, gebeurtenisId, bsn }),
  };
}
