import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import { prepareBinaries } from './embedded-postgres-process.ts';

const LONG = 30_000;
const launcher = path.resolve(import.meta.dirname, 'embedded-postgres.ts');

let base: string;
let dataDir: string;

beforeAll(() => {
  base = mkdtempSync(path.join(os.tmpdir(), 'meedoen-launcher-'));
  chmodSync(base, 0o755);
  dataDir = path.join(base, 'data');
});

afterAll(() => rmSync(base, { recursive: true, force: true }));

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query(sql).finally(() => client.end());
  return rows;
}

/** A process of its own that starts PostgreSQL, prints the connection string and stays. */
async function startElsewhere(options: { dataDir: string; ephemeral?: boolean }) {
  const script = `
    import { startEmbeddedPostgres } from ${JSON.stringify(launcher)};
    const { url } = await startEmbeddedPostgres(${JSON.stringify(options)});
    console.log(url);
    process.stdin.resume();`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script]);
  const [line] = await once(parent.stdout, 'data');
  return { parent, url: String(line).trim() };
}

async function kill(parent: ChildProcess): Promise<void> {
  const ended = once(parent, 'exit');
  parent.kill('SIGKILL');
  await ended;
}

const postmaster = () =>
  Number(readFileSync(path.join(dataDir, 'pg/postmaster.pid'), 'utf8').split('\n')[0]);

const isAlive = (pid: number) =>
  existsSync(`/proc/${pid}/cmdline`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== '';

async function rowsAfterRestart(): Promise<unknown[]> {
  const server = await startEmbeddedPostgres({ dataDir });
  const rows = await query(server.url, 'select tekst from bewijs order by tekst');
  await server.stop();
  return rows.map((row) => row.tekst);
}

describe('ingebouwde PostgreSQL', () => {
  it('maakt een database, bewaart haar, en stopt', { timeout: LONG }, async () => {
    const server = await startEmbeddedPostgres({ dataDir });
    await query(server.url, 'create table bewijs (tekst text)');
    await query(server.url, `insert into bewijs values ('a')`);
    const [set] = await query(
      server.url,
      `select current_setting('fsync') as fsync, current_setting('jit') as jit,
         current_setting('listen_addresses') as address, current_database() as name`,
    );
    expect(set).toEqual({ fsync: 'on', jit: 'off', address: '127.0.0.1', name: 'meedoen' });
    const pid = postmaster();
    await server.stop();
    await server.stop();

    expect(isAlive(pid)).toBe(false);
    expect(statSync(path.join(dataDir, 'wachtwoord')).mode & 0o777).toBe(0o600);
    expect(await rowsAfterRestart()).toEqual(['a']);
  });

  it('laat niemand binnen zonder het wachtwoord', { timeout: LONG }, async () => {
    const server = await startEmbeddedPostgres({ dataDir });
    const wrong = new URL(server.url);
    wrong.password = 'geraden';
    await expect(query(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
    await server.stop();
  });

  it('weigert een tweede proces in dezelfde map', { timeout: LONG }, async () => {
    const { parent, url } = await startElsewhere({ dataDir });
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(/is al in gebruik/);
    expect(await query(url, 'select 1 as een')).toEqual([{ een: 1 }]);
    await kill(parent);
  });

  it('herstelt na kill -9 van het eigen proces', { timeout: LONG }, async () => {
    const { parent, url } = await startElsewhere({ dataDir });
    await query(url, `insert into bewijs values ('b')`);
    await kill(parent);
    expect(await rowsAfterRestart()).toEqual(['a', 'b']);
  });

  it('stopt een postmaster die is achtergebleven', { timeout: LONG }, async () => {
    const { parent, url } = await startElsewhere({ dataDir });
    await query(url, `insert into bewijs values ('c')`);
    const left = postmaster();
    const children = readFileSync(`/proc/${parent.pid}/task/${parent.pid}/children`, 'utf8');
    const watchdogs = children.trim().split(' ').map(Number);
    for (const pid of watchdogs.filter((pid) => pid !== left)) process.kill(pid, 'SIGKILL');
    await kill(parent);
    expect(isAlive(left)).toBe(true);

    const lines: string[] = [];
    const server = await startEmbeddedPostgres({ dataDir, log: (line) => lines.push(line) });
    expect(isAlive(left)).toBe(false);
    expect(lines.join()).toContain('afgebroken start');
    await server.stop();
  });

  it('herstelt na kill -9 van alles tegelijk', { timeout: LONG }, async () => {
    const { parent, url } = await startElsewhere({ dataDir });
    await query(url, `insert into bewijs values ('d')`);
    process.kill(postmaster(), 'SIGKILL');
    await kill(parent);
    expect(await rowsAfterRestart()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('laat een vreemd proces met het oude nummer met rust', { timeout: LONG }, async () => {
    const stranger = spawn('sleep', ['60']);
    const file = path.join(dataDir, 'pg/postmaster.pid');
    writeFileSync(file, `${stranger.pid}\n${dataDir}/pg\n1\n5432\n\n\n0 0\nready\n`);
    expect(await rowsAfterRestart()).toEqual(['a', 'b', 'c', 'd']);
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
    await kill(stranger);
  });

  it('start zelf opnieuw na kill -9 van PostgreSQL', { timeout: LONG }, async () => {
    const server: EmbeddedPostgres = await startEmbeddedPostgres({ dataDir });
    await query(server.url, `insert into bewijs values ('e')`);
    process.kill(postmaster(), 'SIGKILL');
    await expect
      .poll(() => query(server.url, 'select count(*)::int as n from bewijs').catch(String), {
        timeout: LONG,
      })
      .toEqual([{ n: 5 }]);
    await server.stop();
  });

  it('blijft proberen als een herstart eerst mislukt', { timeout: LONG }, async () => {
    const lines: string[] = [];
    const server = await startEmbeddedPostgres({ dataDir, log: (line) => lines.push(line) });
    const control = path.join(dataDir, 'pg/global/pg_control');
    renameSync(control, `${control}.weg`);
    process.kill(postmaster(), 'SIGKILL');
    await expect.poll(() => lines.join(), { timeout: LONG }).toContain('start niet');

    renameSync(`${control}.weg`, control);
    await expect
      .poll(() => query(server.url, 'select count(*)::int as n from bewijs').catch(String), {
        timeout: LONG,
      })
      .toEqual([{ n: 5 }]);
    await server.stop();
  });

  it('ruimt een tijdelijke database op, ook na kill -9', { timeout: LONG }, async () => {
    const folder = path.join(base, 'tijdelijk');
    const server = await startEmbeddedPostgres({ dataDir: folder, ephemeral: true });
    await server.stop();
    expect(existsSync(folder)).toBe(false);

    const { parent } = await startElsewhere({ dataDir: folder, ephemeral: true });
    expect(existsSync(folder)).toBe(true);
    await kill(parent);
    await expect.poll(() => existsSync(folder), { timeout: LONG }).toBe(false);
  });

  it('zegt het in een zin als de map niet kan', async () => {
    const file = path.join(base, 'bestand');
    writeFileSync(file, '');
    await expect(startEmbeddedPostgres({ dataDir: path.join(file, 'x') })).rejects.toThrow(
      /kan niet worden gemaakt of gebruikt \((ENOTDIR|EEXIST)\)/,
    );
  });
});

describe('programma na npm ci --ignore-scripts', () => {
  function unfinishedPackage(name: string): string {
    const folder = path.join(base, name);
    mkdirSync(path.join(folder, 'native/bin'), { recursive: true });
    mkdirSync(path.join(folder, 'native/lib'));
    writeFileSync(path.join(folder, 'package.json'), '{"version":"1.2.3"}');
    writeFileSync(path.join(folder, 'native/bin/postgres'), '', { mode: 0o644 });
    writeFileSync(path.join(folder, 'native/lib/libx.so.1.0'), '');
    const links = [{ source: 'native/lib/libx.so.1.0', target: 'native/lib/libx.so' }];
    writeFileSync(path.join(folder, 'native/pg-symlinks.json'), JSON.stringify(links));
    return folder;
  }

  function expectComplete(bin: string): void {
    expect(statSync(path.join(bin, 'postgres')).mode & 0o111).toBe(0o111);
    const link = path.join(bin, '../lib/libx.so');
    expect(lstatSync(link).isSymbolicLink() && existsSync(link)).toBe(true);
  }

  it('maakt ontbrekende links en rechten', () => {
    const folder = unfinishedPackage('heel');
    const bin = prepareBinaries(base, folder);
    expect(bin).toBe(path.join(folder, 'native/bin'));
    expectComplete(bin);
  });

  it.skipIf(process.getuid?.() === 0)('maakt een kopie als node_modules op slot zit', () => {
    const folder = unfinishedPackage('slot');
    chmodSync(path.join(folder, 'native/lib'), 0o555);
    const bin = prepareBinaries(base, folder);
    chmodSync(path.join(folder, 'native/lib'), 0o755);
    expect(bin).toBe(path.join(base, 'programma-1.2.3/native/bin'));
    expectComplete(bin);
  });
});
