import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';

export type TestDatabase = {
  /** Connection of the owner; add `options=-c role=meedoen_app` to connect as the application. */
  ownerUrl: string;
  /** Removes the database, also when there are still connections. */
  drop(): Promise<void>;
};

/** A migrated database of its own for one test file: in beforeAll, with `drop()` in afterAll. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const name = `meedoen_test_${randomBytes(6).toString('hex')}`;
  await asAdmin(`create database ${name} template ${inject('databaseTemplate')}`);
  const ownerUrl = new URL(inject('databaseUrl'));
  ownerUrl.pathname = `/${name}`;
  return {
    ownerUrl: ownerUrl.href,
    drop: () => asAdmin(`drop database if exists ${name} with (force)`),
  };
}

async function asAdmin(sql: string): Promise<void> {
  const client = new Client({ connectionString: inject('databaseUrl') });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
