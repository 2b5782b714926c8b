import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../test/database.ts';
import { nieuwId } from '../id.ts';
import { ruimOp } from './opruimen.ts';

let database: TestDatabase;
let pool: pg.Pool;

beforeEach(async () => {
  database = await cloneDatabase();
  pool = new pg.Pool({ connectionString: database.ownerUrl, max: 1 });
  // Het opruimen van de database kan een verbinding raken die net sluit.
  pool.on('error', () => {}).on('connect', (client) => client.on('error', () => {}));
});
afterEach(async () => {
  await pool.end();
  await database.drop();
});

it('wist sessies en sleutels van meer dan een dag oud, en geen andere', async () => {
  const [organisatie, medewerker] = [nieuwId(), nieuwId()];
  await pool.query("insert into organisatie (id, naam, soort) values ($1, 'Ergens', 'gemeente')", [
    organisatie,
  ]);
  await pool.query(
    "insert into medewerker (id, organisatie_id, naam, email) values ($1, $2, 'Wie', 'wie@example.nl')",
    [medewerker, organisatie],
  );
  for (const [naam, op] of [
    ['oud', '2026-11-20T11:59:59Z'],
    ['vers', '2026-11-20T12:00:00Z'],
  ]) {
    await pool.query(
      'insert into sessie (sleutel_hash, medewerker_id, begonnen_op, laatst_gezien) values (convert_to($1, $2), $3, $4, $4)',
      [naam, 'UTF8', medewerker, op],
    );
    await pool.query(
      "insert into idempotentie (medewerker_id, sleutel, verzoek_hash, status, gemaakt_op) values ($1, $2, repeat('0', 64), 201, $3)",
      [medewerker, naam, op],
    );
  }
  await ruimOp(pool, '2026-11-21T12:00:00Z');
  const over = await pool.query(
    "select convert_from(sleutel_hash, 'UTF8') as naam from sessie union all select sleutel from idempotentie",
  );
  expect(over.rows.map((r) => r.naam)).toEqual(['vers', 'vers']);
});
