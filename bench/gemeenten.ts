import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { Pool as HttpPool } from 'undici';
import { leesKop } from '../features/dossier/dossier.read.ts';
import {
  leesWerkvoorraad,
  telWerkvoorraad,
  type Werkvraag,
} from '../features/werkvoorraad/werkvoorraad.store.ts';
import { plusDagen } from '../rules/shared/datum.ts';
import type { Tx } from '../server/db/db.ts';
import type { Database } from '../server/db/tables.ts';
import { leesFeiten } from '../server/dossier/feiten.ts';
import { nieuwId } from '../server/id.ts';
import { echteKlok } from '../server/klok.ts';
import { startEmbeddedPostgres } from '../server/postgres/embedded-postgres.ts';
import { type Meting, meet, tabel } from './meten.ts';
import {
  type Gebruiker,
  geheugen,
  kies,
  meldAan,
  PEILDATUM,
  POORT,
  startApp,
  stopApp,
  vulEenKeer,
} from './opstelling.ts';

const UITLEG = `Gebruik: node bench/gemeenten.ts [--map /tmp/meedoen-bench] [--dossiers 100000] [--gemeenten 40] [--seconden 15]
Vult één keer een database en meet daarna het openen van een dossier, de eerste bladzijde van de werkvoorraad en het
ontvangen van een melding: over HTTP met aanmelden, rijbeveiliging en logboek, en dezelfde SQL kaal.
`;
const TEGELIJK = 8;
const DUO_OIN = '00000001800866472000';

type Vraag = { naam: string; sql: string; parameters: readonly unknown[] };

/** De SQL die een functie van de opslag stuurt, om haar daarna kaal te herhalen. */
async function vangSql(pool: pg.Pool, werk: (tx: Tx) => Promise<unknown>): Promise<Vraag[]> {
  const vragen: Vraag[] = [];
  const kysely = new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    log: (e) => {
      if (e.level === 'error') throw e.error;
      vragen.push({ naam: '', sql: e.query.sql, parameters: e.query.parameters });
    },
  });
  await werk(kysely);
  return vragen.map((v) => ({ ...v, naam: `b${naamVan(v.sql)}` }));
}

const namen = new Map<string, number>();
function naamVan(sql: string): number {
  if (!namen.has(sql)) namen.set(sql, namen.size);
  return namen.get(sql) as number;
}

async function stel(pool: pg.Pool, vragen: readonly Vraag[]): Promise<void> {
  const client = await pool.connect();
  try {
    for (const v of vragen)
      await client.query({ name: v.naam, text: v.sql, values: [...v.parameters] });
  } finally {
    client.release();
  }
}

const werkvraag = (g: Gebruiker): Werkvraag => ({
  bereik: 'mijn',
  gemeenten: g.gemeenten,
  klantmanagers: [g.id],
  vandaag: PEILDATUM,
  weekTot: plusDagen(PEILDATUM, 7),
  sorteer: 'laatsteDag',
  aflopend: false,
  page: 1,
  pageSize: 25,
});

type Meter = { http: HttpPool; pool: pg.Pool; gebruikers: Gebruiker[]; seconden: number };
type Uitslag = { http: Meting; sql: Meting };

async function haal(
  http: HttpPool,
  verzoek: { method: 'GET' | 'POST'; path: string; headers: Record<string, string>; body?: string },
  verwacht: number,
) {
  const { statusCode, body } = await http.request(verzoek);
  const tekst = await body.text();
  if (statusCode !== verwacht)
    throw new Error(
      `${verzoek.path.replaceAll(/[0-9a-f-]{36}/g, ':id')} gaf ${statusCode}: ${tekst.slice(0, 300)}`,
    );
}

async function meetWerkvoorraad(m: Meter): Promise<Uitslag> {
  const vragen = new Map<string, Vraag[]>();
  for (const g of m.gebruikers) {
    const vraag = werkvraag(g);
    vragen.set(
      g.id,
      await vangSql(m.pool, async (tx) => {
        await leesWerkvoorraad(tx, vraag);
        await telWerkvoorraad(tx, vraag, 1000, 10_000);
      }),
    );
  }
  const body = JSON.stringify({ bereik: 'mijn', page: 1, pageSize: 25 });
  const sql = await meet(
    'kaal',
    () => stel(m.pool, vragen.get(kies(m.gebruikers).id) as Vraag[]),
    m.seconden,
    TEGELIJK,
  );
  const http = await meet(
    'eerste bladzijde van de werkvoorraad',
    () =>
      haal(
        m.http,
        {
          method: 'POST',
          path: '/v1/werkvoorraad/_zoek',
          headers: { cookie: kies(m.gebruikers).cookie, 'content-type': 'application/json' },
          body,
        },
        200,
      ),
    m.seconden,
    TEGELIJK,
  );
  return { http, sql };
}

async function meetDossier(m: Meter): Promise<Uitslag> {
  const alle: Vraag[][] = [];
  for (const g of m.gebruikers) {
    for (const sleutel of g.dossiers.slice(0, 20)) {
      alle.push(
        await vangSql(m.pool, async (tx) => {
          await leesKop(tx, sleutel);
          await leesFeiten(tx, sleutel);
        }),
      );
    }
  }
  const sql = await meet('kaal', () => stel(m.pool, kies(alle)), m.seconden, TEGELIJK);
  const http = await meet(
    'een dossier openen',
    () => {
      const g = kies(m.gebruikers);
      return haal(
        m.http,
        {
          method: 'GET',
          path: `/v1/dossiers/${kies(g.dossiers).dossierId}`,
          headers: { cookie: g.cookie },
        },
        200,
      );
    },
    m.seconden,
    TEGELIJK,
  );
  return { http, sql };
}

async function meetMelding(m: Meter): Promise<Uitslag> {
  const { rows } = await m.pool.query<{ id: string; oin: string }>('select id, oin from gemeente');
  const nu = echteKlok.nu();
  const text = `insert into bericht_in (gemeente_id, id, bericht_id, inhoud_hash, ruw, gebeurtenis_id, geregistreerd_op, ontvangen_op, staat)
    values ($1, $2, $3, $4, $5, 'ZZ001', $6, $6, 'afgehandeld')`;
  const sql = await meet(
    'kaal',
    () => {
      const id = randomUUID();
      return m.pool.query({
        name: 'melding',
        text,
        values: [kies(rows).id, nieuwId(), id, id.replaceAll('-', '').repeat(2), '{}', nu],
      });
    },
    m.seconden,
    TEGELIJK,
  );
  let teller = 0;
  const http = await meet(
    'een melding van DUO ontvangen',
    () => {
      teller += 1;
      const headers = {
        'content-type': 'application/json',
        bron: DUO_OIN,
        doel: kies(rows).oin,
        berichtId: randomUUID(),
      };
      const tijd = new Date(Date.parse(nu) + teller).toISOString();
      return haal(
        m.http,
        {
          method: 'POST',
          path: '/duo/v1/notificaties',
          headers,
          body: JSON.stringify({ registratieDatumTijd: tijd, gebeurtenisId: 'ZZ001' }),
        },
        201,
      );
    },
    m.seconden,
    TEGELIJK,
  );
  return { http, sql };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean' },
      map: { type: 'string', default: '/tmp/meedoen-bench' },
      dossiers: { type: 'string', default: '100000' },
      gemeenten: { type: 'string', default: '40' },
      seconden: { type: 'string', default: '15' },
    },
  });
  if (values.help) return void process.stdout.write(UITLEG);
  mkdirSync(values.map, { recursive: true });
  const postgres = await startEmbeddedPostgres({ dataDir: path.join(values.map, 'postgres') });
  let app: ChildProcess | undefined;
  try {
    await vulEenKeer(values.map, postgres.url, values.dossiers, values.gemeenten);
    const pool = new pg.Pool({ connectionString: postgres.url, max: TEGELIJK });
    const gebruikers = await meldAan(pool, postgres.url);
    app = await startApp(postgres.url, values.map);
    const http = new HttpPool(`http://localhost:${POORT}`, { connections: TEGELIJK });
    const m = { http, pool, gebruikers, seconden: Number(values.seconden) };
    const uitslagen = [await meetWerkvoorraad(m), await meetDossier(m), await meetMelding(m)];
    process.stdout.write(
      `\n${values.dossiers} dossiers, ${values.gemeenten} gemeenten, ${TEGELIJK} tegelijk, ${values.seconden} s per meting\n\n${tabel(uitslagen)}\n\n${await geheugen(app)}\n`,
    );
    await Promise.all([http.close(), pool.end()]);
  } finally {
    if (app) await stopApp(app);
    await postgres.stop();
  }
}

await main();
