import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../test/database.ts';
import { nieuwId } from '../id.ts';
import { type Db, openDb, type Tx } from './db.ts';

const A = nieuwId();
const B = nieuwId();
let database: TestDatabase;
let db: Db;

const dossier = (gemeente_id: string, id = nieuwId()) => ({
  gemeente_id,
  id,
  bsn: null,
  v_nummer: null,
  geopend_op: '2026-11-21T10:00:00.000Z',
  samengevoegd_met: null,
  klantmanager_id: null,
  uitgesteld_tot: null,
  uitgesteld_voorstel: null,
  uitgesteld_reden: null,
});

const ids = (tx: Tx) =>
  tx
    .selectFrom('dossier')
    .select('id')
    .execute()
    .then((rijen) => rijen.map((r) => r.id));

async function alsEigenaar<T>(werk: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  return werk(client).finally(() => client.end());
}

/** Een eigen bundel van één verbinding: wat daar misgaat raakt de volgende vraag. */
function eenVerbinding(): Db {
  const een = openDb(database.ownerUrl, 'meedoen_app', 1);
  onTestFinished(() => een.close());
  return een;
}

beforeAll(async () => {
  database = await cloneDatabase();
  db = openDb(database.ownerUrl, 'meedoen_app', 4);
  await db.zonderDossiers((tx) =>
    tx
      .insertInto('gemeente')
      .values([
        { id: A, code: '0001', naam: 'A', oin: '0'.repeat(19) + 1, stijl: '{}' },
        { id: B, code: '0002', naam: 'B', oin: '0'.repeat(19) + 2, stijl: '{}' },
      ])
      .execute(),
  );
  for (const g of [A, B])
    await db.forGemeenten({ gemeenten: [g], bijzonder: [g] }, async (tx) => {
      const d = dossier(g);
      await tx.insertInto('dossier').values(d).execute();
      await tx
        .insertInto('bijzonder_feit')
        .values({
          gemeente_id: g,
          dossier_id: d.id,
          id: nieuwId(),
          vraag: 'gezondheid',
          waarde: '"goed"',
          geldig_op: '2026-11-21' as never,
          vastgelegd_op: '2026-11-21T10:00:00Z',
          medewerker_id: null,
          vervangt: null,
          afkomstig_uit: null,
        })
        .execute();
    });
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

describe('bereik', () => {
  it('laat alleen de genoemde gemeenten zien', async () => {
    const zie = (gemeenten: string[]) => db.forGemeenten({ gemeenten }, ids);
    expect(await zie([A])).toHaveLength(1);
    expect(await zie([A, B])).toHaveLength(2);
    expect(await zie([])).toEqual([]);
    expect(await zie([A])).not.toEqual(await zie([B]));
  });

  it('houdt het bereik van de vorige transactie niet vast op dezelfde verbinding', async () => {
    const een = eenVerbinding();
    expect(await een.forGemeenten({ gemeenten: [A, B] }, ids)).toHaveLength(2);
    expect(await een.forGemeenten({ gemeenten: [] }, ids)).toEqual([]);
    expect(await een.forGemeenten({ gemeenten: [B] }, ids)).toHaveLength(1);
  });

  it('weigert een rij van een andere gemeente te maken, te wijzigen of te verhuizen', async () => {
    const fout = /row-level security/;
    await expect(
      db.forGemeenten({ gemeenten: [A] }, (tx) =>
        tx.insertInto('dossier').values(dossier(B)).execute(),
      ),
    ).rejects.toThrow(fout);
    await expect(
      db.forGemeenten({ gemeenten: [A] }, (tx) =>
        tx.updateTable('dossier').set({ gemeente_id: B }).execute(),
      ),
    ).rejects.toThrow(fout);
    const [anders] = await db.forGemeenten({ gemeenten: [B] }, ids);
    const { numUpdatedRows } = await db.forGemeenten({ gemeenten: [A] }, (tx) =>
      tx
        .updateTable('dossier')
        .set({ uitgesteld_reden: 'x' })
        .where('id', '=', anders as string)
        .executeTakeFirst(),
    );
    expect(numUpdatedRows).toBe(0n);
  });

  it('geeft bijzondere gegevens alleen met het eigen recht, ook binnen de eigen gemeente', async () => {
    const tel = (bereik: { gemeenten: string[]; bijzonder?: string[] }) =>
      db.forGemeenten(bereik, async (tx) => {
        const rijen = await tx.selectFrom('bijzonder_feit').select('gemeente_id').execute();
        return rijen.map((r) => r.gemeente_id);
      });
    expect(await tel({ gemeenten: [A, B] })).toEqual([]);
    expect(await tel({ gemeenten: [A, B], bijzonder: [A] })).toEqual([A]);
    expect(await tel({ gemeenten: [], bijzonder: [B] })).toEqual([B]);
  });

  it('geldt voor elke tabel met een gemeente en gegevens van een persoon', async () => {
    const zonder = await alsEigenaar((client) =>
      client.query(
        `select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'dossier_id'
         where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not c.relrowsecurity`,
      ),
    );
    expect(zonder.rows).toEqual([]);
  });

  it.each([
    `${A}'; drop table dossier; --`,
    `${A}}'; reset role; select '{`,
    '',
    '*',
    A.toUpperCase(),
    `${A},${B}`,
  ])('weigert een id dat geen uuid is: %s', async (id) => {
    const nooit = () => Promise.reject(new Error('dit mag niet lopen'));
    await expect(async () => db.forGemeenten({ gemeenten: [id] }, nooit)).rejects.toThrow(
      'bereik bevat een ongeldig id',
    );
    await expect(async () =>
      db.forGemeenten({ gemeenten: [A], bijzonder: [id] }, nooit),
    ).rejects.toThrow('bereik bevat een ongeldig id');
  });
});

describe('een vergeten bereik', () => {
  it('faalt luid op een verse verbinding', async () => {
    await expect(eenVerbinding().zonderDossiers(ids)).rejects.toThrow(/meedoen\.gemeenten/);
  });

  it('faalt luid op een verbinding die eerder wel een bereik had', async () => {
    const een = eenVerbinding();
    await een.forGemeenten({ gemeenten: [A] }, ids);
    await expect(een.zonderDossiers(ids)).rejects.toThrow(/malformed array literal/);
    await expect(
      een.zonderDossiers((tx) => tx.insertInto('dossier').values(dossier(A)).execute()),
    ).rejects.toThrow();
  });

  it.each([
    'dossier',
    'feit',
    'bijzonder_feit',
    'dossier_stand',
    'zoeksleutel',
    'document',
    'pip',
    'pip_wijziging',
    'bericht_in',
    'bericht_uit',
    'audit',
  ])('geeft nooit een rij van %s', async (tabel) => {
    const rijen = eenVerbinding()
      .zonderDossiers((tx) => sql`select * from ${sql.table(tabel)}`.execute(tx))
      .then((r) => r.rows)
      .catch(() => []);
    expect(await rijen).toEqual([]);
  });
});

describe('de rol van de toepassing', () => {
  it.each([
    'update feit set bron = bron',
    'delete from feit',
    'delete from dossier',
    'delete from document',
    'update document set titel = titel',
    'delete from pip',
    'truncate dossier',
    'alter table dossier disable row level security',
    'drop policy eigen_gemeenten on dossier',
    'select * from graphile_worker._private_jobs',
    "select graphile_worker.add_job('x')",
    'select * from migratie',
    'create table x (a int)',
    'set session authorization default; select rolsuper from pg_authid',
  ])('mag niet: %s', async (opdracht) => {
    await expect(
      db.forGemeenten({ gemeenten: [A, B] }, (tx) => sql.raw(opdracht).execute(tx)),
    ).rejects.toThrow(/permission denied|must be owner|cannot insert multiple commands/);
  });
});

describe('transactie', () => {
  it('draait alles terug bij een fout en geeft de verbinding terug', async () => {
    const een = eenVerbinding();
    const d = dossier(A);
    await expect(
      een.forGemeenten({ gemeenten: [A] }, async (tx) => {
        await tx.insertInto('dossier').values(d).execute();
        throw new Error('bedacht');
      }),
    ).rejects.toThrow('bedacht');
    expect(await een.forGemeenten({ gemeenten: [A] }, ids)).not.toContain(d.id);
  });

  it('meldt de eerste fout ook als het werk doorgaat na een mislukte vraag', async () => {
    const een = eenVerbinding();
    await expect(
      een.forGemeenten({ gemeenten: [A] }, async (tx) => {
        await sql`select 1/0`.execute(tx).catch(() => {});
        await ids(tx);
      }),
    ).rejects.toThrow(/aborted/);
    expect(await een.gereed()).toBe(true);
  });

  it('zegt niet dat iets is opgeslagen als het is teruggedraaid', async () => {
    const een = eenVerbinding();
    await expect(
      een.forGemeenten({ gemeenten: [A] }, async (tx) => {
        await sql`select 1/0`.execute(tx).catch(() => {});
        return 'opgeslagen';
      }),
    ).rejects.toThrow('niet vastgelegd');
  });

  it('gaat door op een nieuwe verbinding als de oude midden in het werk wegvalt', async () => {
    const een = eenVerbinding();
    const weg = een.forGemeenten({ gemeenten: [A] }, async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      await alsEigenaar((c) => c.query('select pg_terminate_backend($1, 5000)', [rows[0]?.pid]));
      return ids(tx);
    });
    await expect(weg).rejects.toThrow();
    expect(await een.forGemeenten({ gemeenten: [A] }, ids)).toHaveLength(1);
  });

  it('begint opnieuw als twee transacties op elkaar wachten, en schrijft alles één keer', async () => {
    const paar = [dossier(A), dossier(A)];
    const eigen = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const pogingen = [0, 0];
    const schrijf = (tx: Tx, nr: number) =>
      sql`update dossier set uitgesteld_reden = coalesce(uitgesteld_reden, '') || 'x' where id = ${paar[nr]?.id}`.execute(
        tx,
      );
    const kruis = (nr: number) =>
      db.forGemeenten({ gemeenten: [A] }, async (tx) => {
        pogingen[nr] = (pogingen[nr] ?? 0) + 1;
        await schrijf(tx, nr);
        eigen[nr]?.resolve();
        await eigen[1 - nr]?.promise;
        await schrijf(tx, 1 - nr);
      });
    await db.forGemeenten({ gemeenten: [A] }, (tx) =>
      tx.insertInto('dossier').values(paar).execute(),
    );
    await Promise.all([kruis(0), kruis(1)]);
    // Wie opnieuw begint kan de ander nog eens treffen; wat telt is dat het lukt en één keer.
    expect((pogingen[0] ?? 0) + (pogingen[1] ?? 0)).toBeGreaterThan(2);
    const na = await db.forGemeenten({ gemeenten: [A] }, (tx) =>
      tx
        .selectFrom('dossier')
        .select('uitgesteld_reden')
        .where(
          'id',
          'in',
          paar.map((d) => d.id),
        )
        .execute(),
    );
    expect(na.map((d) => d.uitgesteld_reden)).toEqual(['xx', 'xx']);
  });

  it.each([
    ['40001', 4],
    ['40P01', 4],
    ['23505', 1],
  ])('geeft %s na %i keer aan de aanroeper', async (code, keren) => {
    let geteld = 0;
    const fout = eenVerbinding().zonderDossiers((tx) => {
      geteld += 1;
      return sql.raw(`do $$ begin raise exception using errcode = '${code}'; end $$`).execute(tx);
    });
    await expect(fout).rejects.toMatchObject({ code });
    expect(geteld).toBe(keren);
  });

  it('zegt gereed zolang de database antwoordt', async () => {
    const dood = openDb('postgres://x:x@127.0.0.1:1/x', 'meedoen_app', 1);
    expect([await db.gereed(), await dood.gereed()]).toEqual([true, false]);
    await dood.close();
  });
});

describe('vragen en waarden', () => {
  it('geeft elke vraag één vaste naam, zodat het plan blijft', async () => {
    const een = eenVerbinding();
    const namen = () =>
      een.forGemeenten({ gemeenten: [A] }, async (tx) => {
        await ids(tx);
        await ids(tx);
        const { rows } = await sql<{ name: string }>`
          select name from pg_prepared_statements where statement like 'select "id" from "dossier"'`.execute(
          tx,
        );
        return rows.map((r) => r.name);
      });
    const eerste = await namen();
    expect(eerste).toHaveLength(1);
    expect(await namen()).toEqual(eerste);
  });

  it('plant een vraag onder rijbeveiliging niet elke keer opnieuw', async () => {
    const plannen = await eenVerbinding().forGemeenten({ gemeenten: [A] }, async (tx) => {
      const vraag = (g: string) =>
        sql`select 1 as plankeuze from unnest(${[g]}::uuid[]) b cross join lateral
          (select from dossier d where d.gemeente_id = b and d.id <> ${B}) d`.execute(tx);
      for (let i = 0; i < 8; i += 1) await vraag(A);
      const { rows } = await sql`select generic_plans, custom_plans from pg_prepared_statements
        where statement like 'select 1 as plankeuze%'`.execute(tx);
      return rows;
    });
    expect(plannen).toEqual([{ generic_plans: 8, custom_plans: 0 }]);
  });

  it('leest datums als tekst, tijdstippen als UTC en getallen als getal', async () => {
    const { rows } = await db.zonderDossiers((tx) =>
      sql`select '2026-03-29'::date as d, '2026-03-29 02:30:00+01'::timestamptz as t, 12345678901::int8 as n`.execute(
        tx,
      ),
    );
    expect(rows[0]).toEqual({ d: '2026-03-29', t: '2026-03-29T01:30:00.000Z', n: 12345678901 });
  });
});
