import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { buildBrpSimulator } from '../../connections/brp/simulator/app.ts';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../server/postgres/embedded-postgres.ts';
import { migrate } from '../../server/postgres/migrate.ts';
import { maakWereld, type Wereld } from '../world.ts';
import { totdat, VANDAAG, vrijePoort } from './uitval.ts';

const WORTEL = path.resolve(import.meta.dirname, '../..');
const START_MS = 60_000;

/** A process that can be killed at any moment and started again. */
type Proces = { start(): Promise<void>; kill(): void };

/** Meedoen, its database and DUO, each a process of its own. */
export type Keten = {
  w: Wereld;
  databaseUrl: string;
  adres: string;
  /** Everything that Meedoen wrote, of all its starts. */
  logboek: string;
  app: Proces;
  duo: Proces & { url: string };
  brp: FastifyInstance;
  killPostgres(): void;
  stop(): Promise<void>;
};

function proces(
  argumenten: string[],
  env: NodeJS.ProcessEnv,
  gereed: string,
  logboek: string,
): Proces {
  const uit = openSync(logboek, 'a');
  let kind: ChildProcess | undefined;
  const leeft = () => kind !== undefined && kind.exitCode === null && kind.signalCode === null;
  return {
    async start() {
      await totdat(
        `gestart: ${argumenten[0]}`,
        async () => {
          // Wie stopt omdat de database er nog niet is, wordt weer gestart, zoals een beheerder dat instelt.
          if (!leeft()) {
            const stdio = ['ignore', uit, uit] as const;
            kind = spawn(process.execPath, argumenten, { cwd: WORTEL, env, stdio: [...stdio] });
          }
          return (await fetch(gereed)).ok;
        },
        START_MS,
      );
    },
    kill() {
      if (kind?.pid && leeft()) process.kill(kind.pid, 'SIGKILL');
      kind = undefined;
    },
  };
}

function maakApp(map: string, poort: number, postgres: EmbeddedPostgres, duo: string, brp: string) {
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    PORT: String(poort),
    METRICS_PORT: '0',
    MEEDOEN_DATA: path.join(map, 'data'),
    MEEDOEN_PEILDATUM: VANDAAG,
    DATABASE_URL: postgres.url,
    NABOOTSING_DUO_URL: duo,
    NABOOTSING_BRP_URL: brp,
    LOG_NIVEAU: 'debug',
    VERZOEKEN_PER_MINUUT: '10000000',
  };
  return proces(
    ['scripts/start.ts'],
    env,
    `http://localhost:${poort}/gereed`,
    path.join(map, 'app.log'),
  );
}

/** Builds everything and starts DUO; Meedoen itself starts with `app.start()`. */
export async function maakProcessen(): Promise<Keten> {
  const map = mkdtempSync(path.join(os.tmpdir(), 'meedoen-keten-'));
  const postgres = await startEmbeddedPostgres({ dataDir: path.join(map, 'postgres') });
  await migrate(postgres.url);
  const database = { ownerUrl: postgres.url, drop: async () => {} };
  const w = await maakWereld({ vandaag: VANDAAG, database });
  const [poort, duoPoort] = [await vrijePoort(), await vrijePoort()];
  const [adres, url] = [`http://localhost:${poort}`, `http://127.0.0.1:${duoPoort}`];
  const opties = ['--meedoen', adres, '--poort', String(duoPoort), '--peildatum', VANDAAG];
  const duo = proces(
    ['connections/duo/simulator/main.ts', ...opties, '--journaal', path.join(map, 'duo.jsonl')],
    { PATH: process.env.PATH },
    `${url}/simulator/gedrag`,
    path.join(map, 'duo.log'),
  );
  await duo.start();
  const brp = buildBrpSimulator();
  const brpUrl = await brp.listen({ host: '127.0.0.1', port: 0 });
  const app = maakApp(map, poort, postgres, url, brpUrl);
  return {
    w,
    databaseUrl: postgres.url,
    adres,
    logboek: path.join(map, 'app.log'),
    app,
    duo: { ...duo, url },
    brp,
    killPostgres() {
      const pidbestand = path.join(map, 'postgres/pg/postmaster.pid');
      process.kill(Number(readFileSync(pidbestand, 'utf8').split('\n')[0]), 'SIGKILL');
    },
    async stop() {
      app.kill();
      duo.kill();
      await Promise.all([brp.close(), w.sluit()]);
      await postgres.stop();
      rmSync(map, { recursive: true, force: true });
    },
  };
}
