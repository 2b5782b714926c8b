import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { migrate } from './migrate.ts';

let dir: string;
let url: string;
let name: string;

async function query(connectionString: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString });
  await client.connect();
  const { rows } = await client.query(sql).finally(() => client.end());
  return rows;
}

function write(file: string, sql: string): void {
  writeFileSync(path.join(dir, file), sql);
}

beforeEach(async () => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'meedoen-migraties-'));
  name = `meedoen_leeg_${randomBytes(6).toString('hex')}`;
  const admin = inject('databaseUrl');
  await query(admin, `create database ${name} template template0`);
  const own = new URL(admin);
  own.pathname = `/${name}`;
  url = own.href;
});

afterEach(async () => {
  await query(inject('databaseUrl'), `drop database if exists ${name} with (force)`);
  rmSync(dir, { recursive: true, force: true });
});

describe('migrate', () => {
  it('past nieuwe bestanden op volgorde toe en daarna niets meer', async () => {
    write('0002_tweede.sql', 'alter table eerste add column tekst text');
    write('0001_eerste.sql', 'create table eerste (id int); insert into eerste values (1)');
    write('schema.sql', 'dit is geen migratie');
    expect(await migrate(url, { dir })).toEqual(['0001_eerste.sql', '0002_tweede.sql']);
    expect(await migrate(url, { dir })).toEqual([]);
    write('0003_derde.sql', 'drop table eerste');
    expect(await migrate(url, { dir })).toEqual(['0003_derde.sql']);
  });

  it('laat twee starts tegelijk op elkaar wachten', async () => {
    write('0001_eerste.sql', 'create table eerste (id int)');
    const applied = await Promise.all([migrate(url, { dir }), migrate(url, { dir })]);
    expect(applied.flat()).toEqual(['0001_eerste.sql']);
  });

  it('geeft de rol van de toepassing en de wachtrij vóór de eerste migratie', async () => {
    write(
      '0001_eerste.sql',
      `create table eerste (id int); grant select on eerste to meedoen_app;
       select graphile_worker.add_job('proef')`,
    );
    await migrate(url, { dir });
    const asApp = `${url}?options=${encodeURIComponent('-c role=meedoen_app')}`;
    expect(
      await query(asApp, 'select current_user as rol, count(*)::int as n from eerste'),
    ).toEqual([{ rol: 'meedoen_app', n: 0 }]);
    await expect(query(asApp, 'insert into eerste values (1)')).rejects.toThrow(
      'permission denied',
    );
    const [role] = await query(
      url,
      `select rolcanlogin, rolsuper, rolbypassrls from pg_roles where rolname = 'meedoen_app'`,
    );
    expect(role).toEqual({ rolcanlogin: false, rolsuper: false, rolbypassrls: false });
  });

  it('weigert een verbinding die niet van de eigenaar is', async () => {
    const guest = new URL(url);
    guest.username = `gast_${randomBytes(6).toString('hex')}`;
    guest.password = 'proef';
    await query(url, `create role ${guest.username} login password 'proef'`);
    await expect(migrate(guest.href, { dir })).rejects.toThrow('DATABASE_URL_EIGENAAR');
    await query(url, `drop role ${guest.username}`);
  });

  it('weigert een bestand dat is gewijzigd nadat het is toegepast', async () => {
    write('0001_eerste.sql', 'create table eerste (id int)');
    await migrate(url, { dir });
    write('0001_eerste.sql', 'create table eerste (id int) -- anders');
    await expect(migrate(url, { dir })).rejects.toThrow(
      'Migratie 0001_eerste.sql is gewijzigd nadat zij is toegepast.',
    );
  });

  it('ziet andere regeleinden niet als wijziging', async () => {
    write('0001_eerste.sql', 'create table eerste (id int);\n');
    await migrate(url, { dir });
    write('0001_eerste.sql', 'create table eerste (id int);\r\n');
    expect(await migrate(url, { dir })).toEqual([]);
  });

  it('weigert een database die nieuwer is dan de code', async () => {
    write('0001_eerste.sql', 'create table eerste (id int)');
    write('0002_tweede.sql', 'create table tweede (id int)');
    await migrate(url, { dir });
    rmSync(path.join(dir, '0002_tweede.sql'));
    await expect(migrate(url, { dir })).rejects.toThrow(
      'De database is nieuwer dan deze versie van Meedoen: migratie 0002_tweede.sql',
    );
  });

  it('weigert een nieuw bestand vóór een dat al is toegepast', async () => {
    write('0002_tweede.sql', 'create table tweede (id int)');
    await migrate(url, { dir });
    write('0001_eerste.sql', 'create table eerste (id int)');
    await expect(migrate(url, { dir })).rejects.toThrow('Geef haar een hoger nummer.');
  });

  it('draait een mislukte migratie helemaal terug en noemt de regel', async () => {
    write('0001_eerste.sql', 'create table eerste (id int)');
    write('0002_tweede.sql', 'create table tweede (id int);\n\nselect bestaat_niet;');
    await expect(migrate(url, { dir })).rejects.toThrow(
      'Migratie 0002_tweede.sql is mislukt op regel 3: column "bestaat_niet" does not exist',
    );
    const tables = await query(
      url,
      `select to_regclass('eerste')::text as eerste, to_regclass('tweede')::text as tweede`,
    );
    expect(tables).toEqual([{ eerste: 'eerste', tweede: null }]);
  });

  it('weigert een verkeerde naam en een dubbel nummer', async () => {
    write('1_Eerste.sql', 'select 1');
    await expect(migrate(url, { dir })).rejects.toThrow('Migratie 1_Eerste.sql moet');
    rmSync(path.join(dir, '1_Eerste.sql'));
    write('0001_a.sql', 'select 1');
    write('0001_b.sql', 'select 1');
    await expect(migrate(url, { dir })).rejects.toThrow('twee migraties met nummer 0001');
  });
});
