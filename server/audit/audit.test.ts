import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../test/database.ts';
import { type Db, openDb } from '../db/db.ts';
import { nieuwId } from '../id.ts';
import { schrijfAudit } from './audit.ts';
import { controleerKeten, verzegel } from './zegel.ts';

const A = nieuwId();
const B = nieuwId();
let database: TestDatabase;
let db: Db;
let pool: pg.Pool;

beforeEach(async () => {
  database = await cloneDatabase();
  db = openDb(database.ownerUrl, 'meedoen_app', 3);
  pool = new pg.Pool({ connectionString: database.ownerUrl, max: 4 });
  // Het opruimen van de database kan een verbinding raken die net sluit.
  pool.on('error', () => {}).on('connect', (client) => client.on('error', () => {}));
});
afterEach(async () => {
  await Promise.all([db.close(), pool.end()]);
  await database.drop();
});

const regel = (gemeenteId: string | undefined, traceId = 'spoor') => ({
  tijdstip: '2026-11-21T10:00:00.123Z',
  medewerkerId: nieuwId(),
  rol: 'lezer',
  gemeenteId,
  taak: 'pip',
  handeling: 'lezen' as const,
  objectSoort: 'dossier',
  dossierIds: [nieuwId()],
  traceId,
});
const schrijf = (aantal: number, gemeente?: string) =>
  db.zonderDossiers((tx) =>
    schrijfAudit(
      tx,
      Array.from({ length: aantal }, (_, i) => regel(gemeente, `spoor-${i}`)),
    ),
  );
/** Zoals iemand met alle rechten op de server het zou doen: eerst de wacht eraf. */
async function knoei(opdracht: string, waarden: unknown[] = []): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin; set local session_replication_role = replica');
    await client.query(opdracht, waarden);
    await client.query('commit');
  } finally {
    client.release();
  }
}

describe('alleen toevoegen', () => {
  it.each([
    "update audit set taak = 'x'",
    'delete from audit',
    'truncate audit',
    "update audit_zegel set hash = repeat('0', 64)",
    'delete from audit_zegel',
    'truncate audit_zegel',
  ])('geldt voor de toepassing en voor de eigenaar: %s', async (opdracht) => {
    await schrijf(2);
    await verzegel(pool);
    await expect(pool.query(opdracht)).rejects.toThrow('alleen worden aangevuld');
    const app = new pg.Client({ connectionString: database.ownerUrl });
    await app.connect();
    await app.query('set role meedoen_app');
    await expect(app.query(opdracht)).rejects.toThrow('permission denied');
    await expect(app.query('select * from audit_zegel')).rejects.toThrow('permission denied');
    await app.end();
    expect((await controleerKeten(pool)).fouten).toEqual([]);
  });

  it('verdwijnt samen met het werk dat mislukt', async () => {
    await expect(
      db.zonderDossiers(async (tx) => {
        await schrijfAudit(tx, regel(A));
        throw new Error('mislukt');
      }),
    ).rejects.toThrow('mislukt');
    expect((await pool.query('select 1 from audit')).rowCount).toBe(0);
  });

  it('laat de toepassing alleen regels van het eigen bereik lezen', async () => {
    await schrijf(2, A);
    await schrijf(3, B);
    await schrijf(1);
    const tel = (gemeenten: string[]) =>
      db.forGemeenten({ gemeenten }, async (tx) => {
        const rijen = await tx.selectFrom('audit').select('gemeente_id').execute();
        return rijen.length;
      });
    expect([await tel([A]), await tel([B]), await tel([A, B]), await tel([])]).toEqual([
      2, 3, 5, 0,
    ]);
    await expect(
      db.zonderDossiers((tx) => tx.selectFrom('audit').select('taak').execute()),
    ).rejects.toThrow();
  });

  it('schrijft niets bij een lege lijst', async () => {
    await db.zonderDossiers((tx) => schrijfAudit(tx, []));
    expect((await pool.query('select 1 from audit')).rowCount).toBe(0);
  });
});

describe('keten', () => {
  it('sluit aan over meer rondes en klopt', async () => {
    expect(await verzegel(pool)).toBe(0);
    await schrijf(3, A);
    expect(await verzegel(pool)).toBe(3);
    await schrijf(2);
    expect(await controleerKeten(pool)).toMatchObject({ regels: 3, onverzegeld: 2, fouten: [] });
    expect(await verzegel(pool)).toBe(2);
    const eind = await controleerKeten(pool);
    expect(eind).toMatchObject({ regels: 5, onverzegeld: 0, fouten: [] });
    expect(eind.laatsteZegel).toMatch(/^[0-9a-f]{64}$/);
    expect(await verzegel(pool)).toBe(0);
  });

  it('verzegelt alles in één keer, ook na een drukke tijd', async () => {
    await pool.query(
      `insert into audit (tijdstip, taak, handeling, object_soort, trace_id)
       select now(), 'pip', 'lezen', 'dossier', i::text from generate_series(1, 12000) i`,
    );
    expect(await verzegel(pool)).toBe(12_000);
    expect(await controleerKeten(pool)).toMatchObject({
      regels: 12_000,
      onverzegeld: 0,
      fouten: [],
    });
  });

  it.each([
    ['taak', "'x'"],
    ['tijdstip', "tijdstip + interval '1 microsecond'"],
    ['medewerker_id', 'gen_random_uuid()'],
    ['rol', 'null'],
    ['organisatie_id', 'gen_random_uuid()'],
    ['gemeente_id', 'null'],
    ['handeling', "'zoeken'"],
    ['object_soort', "'x'"],
    ['object_id', 'gen_random_uuid()'],
    ['dossier_id', 'gen_random_uuid()'],
    ['dossier_ids', "'{}'"],
    ['trace_id', "'x'"],
    ['systeem', "'x'"],
  ])('vindt een gewijzigde %s met de plaats', async (kolom, waarde) => {
    await schrijf(5, A);
    await verzegel(pool);
    const { rows } = await pool.query('select volgnummer from audit order by 1 offset 2 limit 1');
    const volgnummer = Number(rows[0].volgnummer);
    await knoei(`update audit set ${kolom} = ${waarde} where volgnummer = $1`, [volgnummer]);
    const { fouten } = await controleerKeten(pool);
    expect(fouten).toEqual([{ positie: 3, volgnummer, wat: 'de regel of de keten is gewijzigd' }]);
  });

  it('vindt een regel die weg is', async () => {
    await schrijf(4);
    await verzegel(pool);
    await knoei('delete from audit where volgnummer = 2');
    expect((await controleerKeten(pool)).fouten).toEqual([
      { positie: 2, volgnummer: 2, wat: 'de regel is weg' },
    ]);
  });

  it('vindt een regel die met zijn zegel is weggehaald', async () => {
    await schrijf(4);
    await verzegel(pool);
    await knoei('delete from audit where volgnummer = 2');
    await knoei('delete from audit_zegel where volgnummer = 2');
    const { fouten } = await controleerKeten(pool);
    expect(fouten[0]).toMatchObject({ positie: 3, volgnummer: 3 });
  });

  it('vindt een regel die er met een eigen zegel tussen is gezet', async () => {
    await schrijf(3);
    await verzegel(pool);
    await knoei('update audit_zegel set positie = positie + 10 where positie >= 2');
    await knoei('update audit_zegel set positie = positie - 9 where positie > 10');
    await knoei(`insert into audit overriding system value
      select 99, tijdstip, medewerker_id, systeem, rol, organisatie_id, gemeente_id, taak, handeling,
        object_soort, object_id, dossier_id, dossier_ids, 'verzonnen' from audit where volgnummer = 1`);
    await knoei("insert into audit_zegel values (2, 99, repeat('a', 64))");
    const { fouten } = await controleerKeten(pool);
    expect(fouten.map((f) => f.positie)).toEqual([2, 3]);
  });

  it('vindt een verwisseling van twee regels', async () => {
    await schrijf(4);
    await verzegel(pool);
    await knoei(
      "update audit set trace_id = case volgnummer when 2 then 'spoor-2' else 'spoor-1' end where volgnummer in (2, 3)",
    );
    expect((await controleerKeten(pool)).fouten.map((f) => f.volgnummer)).toEqual([2, 3]);
  });

  it('neemt een regel op die later vastligt dan zijn nummer doet vermoeden', async () => {
    const traag = await pool.connect();
    await traag.query('begin');
    await traag.query(
      "insert into audit (tijdstip, taak, handeling, object_soort, trace_id) values (now(), 'pip', 'lezen', 'dossier', 'traag')",
    );
    await schrijf(2);
    expect(await verzegel(pool)).toBe(2);
    await traag.query('commit');
    traag.release();
    expect(await verzegel(pool)).toBe(1);
    expect(await controleerKeten(pool)).toMatchObject({ regels: 3, onverzegeld: 0, fouten: [] });
  });

  it('verzegelt elke regel één keer als er twee tegelijk verzegelen', async () => {
    await schrijf(200);
    const aantallen = await Promise.all([verzegel(pool), verzegel(pool), verzegel(pool)]);
    expect(aantallen.reduce((a, b) => a + b)).toBe(200);
    expect(await controleerKeten(pool)).toMatchObject({ regels: 200, fouten: [] });
  });
});
