import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Logger, runMigrations } from 'graphile-worker';
import { Client, DatabaseError, Pool } from 'pg';

/** The role that the application works as: no owner of tables, so row level security holds. */
export const APP_ROLE = 'meedoen_app';

const OLDEST_VERSION = 150000;
const LOCK_KEY = 20_220_101;
const FILE_NAME = /^\d{4}_[a-z0-9_]+\.sql$/;

type Migration = { file: string; sql: string; sha256: string };

/**
 * Brings the database up to date: role `meedoen_app`, the job tables of graphile-worker, and then
 * the numbered files of `dir` that were not applied yet, each in a transaction of its own. Two
 * starts at the same moment wait for one another.
 *
 * @param ownerUrl connection string of the owner of the database, not of the application role.
 * @returns the names of the files that were applied now.
 * @throws Error with a Dutch sentence: PostgreSQL older than 15, not the owner, a file
 *   changed after it was applied, a database newer than the code, or the SQL error with its line.
 */
export async function migrate(
  ownerUrl: string,
  { dir = 'migrations' }: { dir?: string } = {},
): Promise<string[]> {
  const migrations = readMigrations(dir);
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('set search_path = public');
    await client.query('select pg_advisory_lock($1)', [LOCK_KEY]);
    await checkDatabase(client);
    await ensureAppRole(client);
    await migrateJobs(ownerUrl);
    const pending = await findPending(client, migrations);
    for (const migration of pending) await apply(client, migration);
    return pending.map((migration) => migration.file);
  } finally {
    await client.end();
  }
}

function readMigrations(dir: string): Migration[] {
  const files = readdirSync(dir).filter((file) => file.endsWith('.sql') && file !== 'schema.sql');
  files.sort();
  const wrong = files.find((file) => !FILE_NAME.test(file));
  if (wrong) throw new Error(`Migratie ${wrong} moet 0001_naam_met_kleine_letters.sql heten.`);
  const twice = files.find((file, i) => file.slice(0, 4) === files[i + 1]?.slice(0, 4));
  if (twice) throw new Error(`Er zijn twee migraties met nummer ${twice.slice(0, 4)}.`);
  return files.map((file) => {
    const sql = readFileSync(path.join(dir, file), 'utf8').replaceAll('\r\n', '\n');
    return { file, sql, sha256: createHash('sha256').update(sql).digest('hex') };
  });
}

async function checkDatabase(client: Client): Promise<void> {
  const { rows } = await client.query(
    `select current_setting('server_version') as version,
            current_setting('server_version_num')::int as number,
            current_setting('server_encoding') as encoding,
            has_database_privilege(current_database(), 'create')
              and has_schema_privilege('public', 'create') as owner`,
  );
  const { version, number, encoding, owner } = rows[0];
  if (number < OLDEST_VERSION) {
    throw new Error(`Meedoen heeft PostgreSQL 15 of nieuwer nodig; deze server is ${version}.`);
  }
  if (encoding !== 'UTF8') {
    throw new Error(`De database moet tekenset UTF8 hebben; deze heeft ${encoding}.`);
  }
  if (!owner) {
    throw new Error(
      'De verbinding voor de migraties mag in deze database geen tabellen maken. ' +
        'Gebruik die van de eigenaar (DATABASE_URL_EIGENAAR).',
    );
  }
}

// Roles belong to the whole server: another database can be making the same one right now.
const ALREADY_THERE = ['42710', '23505'];

async function ensureAppRole(client: Client): Promise<void> {
  const query = 'select rolsuper or rolbypassrls as unsafe from pg_roles where rolname = $1';
  let { rows } = await client.query<{ unsafe: boolean }>(query, [APP_ROLE]);
  if (!rows[0]) {
    await client.query(`create role ${APP_ROLE} nologin nobypassrls`).catch((error: unknown) => {
      const code = error instanceof DatabaseError ? error.code : undefined;
      if (code && ALREADY_THERE.includes(code)) return;
      throw roleError(error);
    });
    rows = [{ unsafe: false }];
  }
  if (rows[0]?.unsafe) {
    throw new Error(`Rol ${APP_ROLE} mag geen SUPERUSER of BYPASSRLS hebben.`);
  }
  if (await canBecomeAppRole(client)) return;
  await client.query(`grant ${APP_ROLE} to current_user`).catch(async (error: unknown) => {
    if (!(await canBecomeAppRole(client))) throw roleError(error);
  });
}

async function canBecomeAppRole(client: Client): Promise<boolean> {
  try {
    await client.query(`set role ${APP_ROLE}`);
    await client.query('reset role');
    return true;
  } catch {
    return false;
  }
}

function roleError(error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error);
  return new Error(
    `Rol ${APP_ROLE} kan niet worden gemaakt of gebruikt (${reason}). Laat de databasebeheerder ` +
      `uitvoeren: create role ${APP_ROLE} nologin; grant ${APP_ROLE} to <eigenaar>;`,
    { cause: error },
  );
}

// With a pool of its own graphile-worker does not wait until the connection is gone; a database
// that is dropped or cloned right after would then still be in use.
async function migrateJobs(connectionString: string): Promise<void> {
  const pgPool = new Pool({ connectionString, max: 1 });
  const ignore = () => undefined;
  pgPool.on('error', ignore).on('connect', (client) => client.on('error', ignore));
  const removed = new Promise((resolve) => pgPool.once('remove', resolve));
  let connected = false;
  pgPool.once('connect', () => {
    connected = true;
  });
  try {
    await runMigrations({ pgPool, logger: new Logger(() => ignore) });
  } finally {
    await pgPool.end();
    if (connected) await removed;
  }
}

async function findPending(client: Client, migrations: Migration[]): Promise<Migration[]> {
  await client.query(`
    create table if not exists migratie (
      bestand text primary key,
      sha256 text not null,
      toegepast_op timestamptz not null default now()
    )`);
  const { rows } = await client.query<{ bestand: string; sha256: string }>(
    'select bestand, sha256 from migratie order by bestand collate "C"',
  );
  const byFile = new Map(migrations.map((migration) => [migration.file, migration]));
  for (const { bestand, sha256 } of rows) {
    const found = byFile.get(bestand);
    if (!found) {
      throw new Error(
        `De database is nieuwer dan deze versie van Meedoen: migratie ${bestand} is toegepast maar ` +
          'hier onbekend. Start de nieuwere versie, of zet een reservekopie terug.',
      );
    }
    if (found.sha256 !== sha256) {
      throw new Error(
        `Migratie ${bestand} is gewijzigd nadat zij is toegepast. Zet het bestand terug en schrijf ` +
          'de wijziging als nieuwe migratie.',
      );
    }
    byFile.delete(bestand);
  }
  return refuseBefore(rows.at(-1)?.bestand, [...byFile.values()]);
}

// In another database the order would be different, so the result could be too.
function refuseBefore(last: string | undefined, pending: Migration[]): Migration[] {
  const early = pending.find((migration) => last !== undefined && migration.file < last);
  if (!early) return pending;
  throw new Error(
    `Migratie ${early.file} komt vóór ${last}, die al is toegepast. Geef haar een hoger nummer.`,
  );
}

async function apply(client: Client, { file, sql, sha256 }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into migratie (bestand, sha256) values ($1, $2)', [file, sha256]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migratie ${file} is mislukt${place(sql, error)}`, { cause: error });
  }
}

function place(sql: string, error: unknown): string {
  if (!(error instanceof DatabaseError)) return `: ${error}`;
  if (!error.position) return `: ${error.message}`;
  const line = sql.slice(0, Number(error.position)).split('\n').length;
  return ` op regel ${line}: ${error.message}`;
}
