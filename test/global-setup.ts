import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../server/postgres/embedded-postgres.ts';
import { migrate } from '../server/postgres/migrate.ts';
import { bouwWeb } from '../server/web.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Connection that may create databases. */
    databaseUrl: string;
    /** Migrated database that test files clone. */
    databaseTemplate: string;
  }
}

type Prepared = { url: string; template: string; stop(): Promise<void> };
type Shared = { users: number; prepared: Promise<Prepared> };

// Vitest loads this file once per project; the projects of one run share one server.
const store = globalThis as { meedoenTestDatabase?: Shared };

/** Prepares PostgreSQL for the projects that use it: DATABASE_URL, or an embedded server. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  store.meedoenTestDatabase ??= { users: 0, prepared: prepare() };
  const shared = store.meedoenTestDatabase;
  shared.users += 1;
  // Once, before test files start Meedoen beside each other.
  if (project.name === 'screens') await bouwWeb();
  const { url, template, stop } = await shared.prepared;
  project.provide('databaseUrl', url);
  project.provide('databaseTemplate', template);
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    store.meedoenTestDatabase = undefined;
    await stop();
  };
}

async function prepare(): Promise<Prepared> {
  const server = await startServer();
  const template = `meedoen_sjabloon_${randomBytes(6).toString('hex')}`;
  try {
    await asAdmin(server.url, `create database ${template} template template0`);
    const ownerUrl = new URL(server.url);
    ownerUrl.pathname = `/${template}`;
    await migrate(ownerUrl.href);
    // Nobody may connect: a database that is in use cannot be cloned.
    await asAdmin(server.url, `alter database ${template} with allow_connections false`);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const stop = async () => {
    await asAdmin(server.url, `drop database if exists ${template} with (force)`);
    await server.stop();
  };
  return { url: server.url, template, stop };
}

async function startServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const url = process.env.DATABASE_URL;
  if (url) return { url, stop: async () => undefined };
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'meedoen-test-'));
  return startEmbeddedPostgres({ dataDir, ephemeral: true });
}

async function asAdmin(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
