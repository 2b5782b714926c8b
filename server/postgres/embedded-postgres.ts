import { createHash, randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';
import {
  chooseRunAs,
  give,
  prepareBinaries,
  type RunAs,
  type Running,
  readPidFile,
  run,
  stopLeftover,
  stopProcess,
  watch,
} from './embedded-postgres-process.ts';

const NAME = 'meedoen';
const START_TIMEOUT_MS = 120_000;
const RETRY_MS = 30_000;
const AGAIN_MS = 1000;

export type EmbeddedPostgres = {
  /** Connection string of the superuser `meedoen` on database `meedoen`. */
  url: string;
  port: number;
  /** Fast shutdown; resolves when PostgreSQL is gone. May be called more than once. */
  stop(): Promise<void>;
};

export type EmbeddedPostgresOptions = {
  /** Folder of the cluster, its password and its log; made when absent. */
  dataDir: string;
  /** For tests: not durable, and the folder is removed at the end, even after kill -9. */
  ephemeral?: boolean;
  log?: (line: string) => void;
};

type Cluster = {
  folder: string;
  data: string;
  bin: string;
  runAs: RunAs;
  password: string;
  ephemeral: boolean;
  log: (line: string) => void;
};

/**
 * Starts the PostgreSQL that npm installed, on 127.0.0.1 and a free port, and creates its cluster
 * and database `meedoen` at the first start. Only one live process may use a folder. A postmaster
 * that is left by a killed process is stopped first; one that dies while we run is started again
 * on the same port. When this process ends without `stop()`, PostgreSQL shuts down by itself.
 *
 * @throws Error with a Dutch sentence: folder in use or not accessible, platform without binaries,
 *   or the last line of PostgreSQL's log when it does not start.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const { ephemeral = false, log = () => undefined } = options;
  const folder = makeFolder(options.dataDir);
  const unlock = await lock(folder);
  try {
    const data = path.join(folder, 'pg');
    await stopLeftover(data, log);
    const bin = prepareBinaries(folder);
    const runAs = chooseRunAs(bin, folder);
    const password = readPassword(folder, data, runAs);
    const cluster = { folder, data, bin, runAs, password, ephemeral, log };
    if (!existsSync(data)) await initialise(cluster);
    const server = await supervise(cluster, unlock);
    await ensureDatabase(server.url).catch(async (error: unknown) => {
      await server.stop();
      throw error;
    });
    return server;
  } catch (error) {
    unlock();
    throw error;
  }
}

function makeFolder(dataDir: string): string {
  const folder = path.resolve(dataDir);
  try {
    mkdirSync(path.dirname(folder), { recursive: true });
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return realpathSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(
      `De map ${folder} voor de database kan niet worden gemaakt of gebruikt (${code}). ` +
        'Start Meedoen als de eigenaar van die map, of kies met MEEDOEN_DATA een andere map.',
    );
  }
}

// A name in Linux' abstract socket space is a lock that no crash can leave behind.
async function lock(folder: string): Promise<() => void> {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  const server = net.createServer((socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') return reject(error);
      const message = `De database in ${folder} is al in gebruik: Meedoen draait al met deze map. `;
      reject(new Error(`${message}Stop dat eerst, of kies met MEEDOEN_DATA een andere map.`));
    });
    server.listen(`\0meedoen-${name}`, resolve);
  });
  server.unref();
  return () => server.close();
}

function readPassword(folder: string, data: string, runAs: RunAs): string {
  const file = path.join(folder, 'wachtwoord');
  if (existsSync(data)) {
    if (existsSync(file)) return readFileSync(file, 'utf8').trim();
    throw new Error(`Het wachtwoord van de database ontbreekt: ${file}. Zet dat bestand terug.`);
  }
  const password = randomBytes(24).toString('hex');
  rmSync(file, { force: true });
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  give(file, runAs);
  return password;
}

async function initialise(cluster: Cluster): Promise<void> {
  const { folder, data, bin, runAs, ephemeral } = cluster;
  cluster.log(`De database wordt aangemaakt in ${folder}.`);
  const unfinished = `${data}.nieuw`;
  rmSync(unfinished, { recursive: true, force: true });
  const program = [
    path.join(bin, 'initdb'),
    ...['-D', unfinished, '-U', NAME, '-A', 'scram-sha-256', '--encoding=UTF8'],
    ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    `--pwfile=${path.join(folder, 'wachtwoord')}`,
    '--no-instructions',
    ...(ephemeral ? ['--no-sync'] : []),
  ];
  const { child, ended } = run(runAs, program, folder, path.join(folder, 'initdb.log'));
  await ended;
  if (child.exitCode !== 0) {
    throw new Error(`De database kon niet worden aangemaakt: zie ${folder}/initdb.log.`);
  }
  renameSync(unfinished, data);
}

function settings(port: number, ephemeral: boolean): string[] {
  const values: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: '128MB',
    jit: 'off',
    io_method: 'sync',
    timezone: 'UTC',
    // Messages of level error and statements can hold personal data; the application logs its own.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    fsync: ephemeral ? 'off' : 'on',
    synchronous_commit: ephemeral ? 'off' : 'on',
    full_page_writes: ephemeral ? 'off' : 'on',
    autovacuum: ephemeral ? 'off' : 'on',
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** One attempt; the reason from the log when PostgreSQL ends before it accepts connections. */
async function attempt(cluster: Cluster, port: number): Promise<Running | string> {
  const { folder, data, bin, runAs, ephemeral } = cluster;
  const logFile = path.join(folder, 'postgres.log');
  const before = existsSync(logFile) ? readFileSync(logFile).length : 0;
  const program = [path.join(bin, 'postgres'), '-D', data, ...settings(port, ephemeral)];
  const running = run(runAs, program, folder, logFile);
  const { child, ended } = running;
  const started = performance.now();
  let gone = false;
  void ended.then(() => {
    gone = true;
  });
  while (!gone) {
    const state = readPidFile(data);
    if (state?.ready && state.pid === child.pid) return running;
    if (performance.now() - started > START_TIMEOUT_MS) child.kill('SIGQUIT');
    await delay(10);
  }
  const lines = readFileSync(logFile).subarray(before).toString().split('\n');
  return lines.filter((line) => line.includes('FATAL')).at(-1) ?? 'geen reden in het logboek';
}

// Right after a crash children of the old postmaster can still hold its memory or its port.
const PASSING = /still in use|already in use|could not create any TCP\/IP sockets|lock file/;

async function launch(cluster: Cluster, choosePort: () => Promise<number>) {
  const started = performance.now();
  for (;;) {
    const port = await choosePort();
    const result = await attempt(cluster, port);
    if (typeof result !== 'string') return { port, running: result };
    if (!PASSING.test(result) || performance.now() - started > RETRY_MS) {
      throw new Error(`PostgreSQL start niet in ${cluster.folder}: ${result}`);
    }
    await delay(100);
  }
}

async function supervise(cluster: Cluster, unlock: () => void): Promise<EmbeddedPostgres> {
  const { folder, data, password, ephemeral, log } = cluster;
  const { port, running: first } = await launch(cluster, freePort);
  let running: Running | undefined = first;
  let dismiss = () => {};
  let stopping: Promise<void> | undefined;
  let restarting = Promise.resolve();

  function guard(current: Running): void {
    running = current;
    current.child.unref();
    dismiss = watch(current.child.pid ?? 0, data, ephemeral ? folder : undefined);
    void current.ended.then(() => {
      if (!stopping) restarting = restart();
    });
  }
  async function restart(): Promise<void> {
    dismiss();
    running = undefined;
    log('PostgreSQL is onverwacht gestopt en wordt opnieuw gestart.');
    try {
      guard((await launch(cluster, async () => port)).running);
      log('PostgreSQL draait weer.');
    } catch (error) {
      log((error as Error).message);
      // Something else may hold the port for a while; giving up would leave the program without a database.
      await delay(AGAIN_MS);
      if (!stopping) await restart();
    }
  }
  async function stop(): Promise<void> {
    await restarting;
    if (running) await stopProcess(running);
    dismiss();
    unlock();
    if (ephemeral) rmSync(folder, { recursive: true, force: true });
  }

  guard(first);
  const url = `postgres://${NAME}:${password}@127.0.0.1:${port}/${NAME}`;
  return {
    url,
    port,
    stop() {
      stopping ??= stop();
      return stopping;
    },
  };
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== '3D000') throw error;
    const other = new URL(url);
    other.pathname = '/postgres';
    const admin = new Client({ connectionString: other.href });
    await admin.connect();
    await admin.query(`create database ${NAME}`);
    await admin.end();
  } finally {
    await client.end();
  }
}
