import { randomInt } from 'node:crypto';
import { setTimeout as wacht } from 'node:timers/promises';
import {
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import pg from 'pg';
import type { Database } from './tables.ts';

/** Vragen binnen één transactie. */
export type Tx = Kysely<Database>;

/** Voor welke gemeenten de transactie rijen mag zien, en voor welke ook bijzondere gegevens. */
export type Bereik = { gemeenten: readonly string[]; bijzonder?: readonly string[] };

export type Db = {
  /**
   * Voert `werk` uit in één transactie die alleen de rijen van `bereik` ziet. Botst zij met een andere, dan
   * loopt `werk` nog eens: het bouwt zijn uitkomst dus binnen de transactie op.
   */
  forGemeenten<T>(bereik: Bereik, werk: (tx: Tx) => Promise<T>): Promise<T>;
  /** Transactie zonder dossiers: sessies, organisaties, taakverdeling. Dossiertabellen geven een fout. */
  zonderDossiers<T>(werk: (tx: Tx) => Promise<T>): Promise<T>;
  /** Losse vragen zonder transactie en zonder dossiers: één keer heen en terug per vraag. */
  losseVraag<T>(werk: (tx: Tx) => Promise<T>): Promise<T>;
  /** Waar als de database antwoordt. */
  gereed(): Promise<boolean>;
  close(): Promise<void>;
};

const MAX_BENOEMD = 2000;
/**
 * Eén plan per benoemde vraag en verbinding. Onder rijbeveiliging schat PostgreSQL de lijst met gemeenten zo ruim dat
 * het anders elke keer opnieuw plant, wat langer duurt dan de vraag zelf.
 */
const VAST_PLAN = 'set plan_cache_mode = force_generic_plan';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const OID = { int8: 20, date: 1082, timestamptz: 1184 };

const typen = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === OID.date) return (tekst: string) => tekst;
    if (oid === OID.timestamptz) return (tekst: string) => new Date(tekst).toISOString();
    if (oid === OID.int8) return Number;
    return pg.types.getTypeParser(oid, format as 'text');
  },
} as pg.CustomTypesConfig;

const namen = new Map<string, string>();

/** Vaste naam per vraagtekst: PostgreSQL hoeft hem dan maar één keer per verbinding te plannen. */
function naamVan(sql: string): string | undefined {
  const bestaand = namen.get(sql);
  if (bestaand || namen.size >= MAX_BENOEMD) return bestaand;
  const naam = `m${namen.size}`;
  namen.set(sql, naam);
  return naam;
}

class ClientConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient;
  constructor(client: pg.PoolClient) {
    this.#client = client;
  }
  async executeQuery<R>(query: {
    sql: string;
    parameters: readonly unknown[];
  }): Promise<QueryResult<R>> {
    const result = await this.#client.query({
      name: naamVan(query.sql),
      text: query.sql,
      values: [...query.parameters],
    });
    return { rows: result.rows, numAffectedRows: BigInt(result.rowCount ?? 0) };
  }
  // biome-ignore lint/correctness/useYield: stromen wordt niet gebruikt; lijsten zijn gepagineerd
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('stromen wordt niet ondersteund');
  }
}

/** Kysely op één bestaande verbinding; de transactie zelf beheert `transactie`. */
function dialectOp(client: pg.PoolClient): Dialect {
  const connection = new ClientConnection(client);
  const driver: Driver = {
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: async () => {},
    commitTransaction: async () => {},
    rollbackTransaction: async () => {},
    releaseConnection: async () => {},
    destroy: async () => {},
  };
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driver,
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

const kyselyVan = new WeakMap<pg.PoolClient, Tx>();

function txOp(client: pg.PoolClient): Tx {
  let tx = kyselyVan.get(client);
  if (!tx) {
    tx = new Kysely<Database>({ dialect: dialectOp(client) });
    kyselyVan.set(client, tx);
  }
  return tx;
}

type Uitgesteld = { sql: string; parameters: readonly unknown[] };

const bijVastleggen = new WeakMap<Tx, Uitgesteld[]>();

/**
 * Stelt een schrijfopdracht uit tot het einde van de transactie: zij reist dan mee met `commit`. Faalt zij, dan
 * wordt niets vastgelegd. Voor regels die niemand in dezelfde transactie nog leest, zoals het logboek.
 * @returns false buiten een transactie van `Db`; dan moet de aanroeper de opdracht zelf uitvoeren.
 */
export function metVastleggen(tx: Tx, opdracht: Uitgesteld): boolean {
  const lijst = bijVastleggen.get(tx);
  lijst?.push(opdracht);
  return lijst !== undefined;
}

const stel = (client: pg.PoolClient, { sql, parameters }: Uitgesteld) =>
  client.query({ name: naamVan(sql), text: sql, values: [...parameters] });

/** Stuurt wat is uitgesteld en `commit` achter elkaar, zonder ertussen te wachten. */
async function legVast(client: pg.PoolClient, uitgesteld: readonly Uitgesteld[]): Promise<void> {
  const vragen = uitgesteld.map((opdracht) => stel(client, opdracht));
  const [einde] = await Promise.all([client.query('commit'), ...vragen]);
  // Na een mislukte vraag maakt PostgreSQL van `commit` stilletjes een `rollback`.
  if (einde.command !== 'COMMIT') throw new Error('de transactie is niet vastgelegd');
}

/** Wat PostgreSQL terugdraait omdat een ander voorging: serialisatie mislukt, of twee die op elkaar wachten. */
const BOTSINGEN = new Set(['40001', '40P01']);
const HERHALINGEN = 3;

const isBotsing = (fout: unknown) =>
  fout instanceof pg.DatabaseError && BOTSINGEN.has(fout.code ?? '');

/** Eén transactie; na een botsing met een andere begint het werk opnieuw, hoogstens `HERHALINGEN` keer. */
async function transactie<T>(
  pool: pg.Pool,
  begin: string,
  werk: (tx: Tx) => Promise<T>,
): Promise<T> {
  for (let keer = 0; ; keer += 1) {
    try {
      return await probeer(pool, begin, werk);
    } catch (fout) {
      if (keer >= HERHALINGEN || !isBotsing(fout)) throw fout;
      // Niet tegelijk opnieuw beginnen met wie in de weg zat.
      await wacht(randomInt(5, 25) * (keer + 1));
    }
  }
}

async function probeer<T>(pool: pg.Pool, begin: string, werk: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const tx = txOp(client);
  const uitgesteld: Uitgesteld[] = [];
  bijVastleggen.set(tx, uitgesteld);
  let kapot: Error | undefined;
  try {
    // Niet op wachten: `begin` reist mee met de eerste vraag. Mislukt het, dan mislukt ook die.
    const begonnen = client.query(begin);
    begonnen.catch(() => {});
    const uitkomst = await werk(tx);
    await begonnen;
    await legVast(client, uitgesteld);
    return uitkomst;
  } catch (fout) {
    await client.query('rollback').catch((e: Error) => {
      kapot = e;
    });
    throw fout;
  } finally {
    bijVastleggen.delete(tx);
    client.release(kapot);
  }
}

/** Losse vragen, elk voor zich vastgelegd. */
async function los<T>(pool: pg.Pool, werk: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let kapot: Error | undefined;
  try {
    return await werk(txOp(client));
  } catch (fout) {
    kapot = fout instanceof Error ? fout : new Error('vraag mislukt');
    throw fout;
  } finally {
    client.release(kapot);
  }
}

function uuidLijst(ids: readonly string[]): string {
  if (!ids.every((id) => UUID.test(id))) throw new Error('bereik bevat een ongeldig id');
  return `'{${ids.join(',')}}'`;
}

/**
 * Opent de verbindingen van de toepassing.
 * @param url verbinding met PostgreSQL ≥ 15.
 * @param rol rol waarnaar elke verbinding afdaalt; weglaten als de gebruiker in `url` zelf al geen eigenaar is.
 * @param max aantal verbindingen tegelijk.
 */
export function openDb(url: string, rol?: string, max = 20): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types: typen,
    application_name: 'meedoen',
    connectionTimeoutMillis: 10_000,
    // Vragen die niet op elkaar hoeven te wachten gaan samen over de lijn.
    pipeline: true,
    ...(rol ? { options: `-c role=${rol}` } : {}),
  });
  // Een verbinding die in rust wegvalt is geen ramp: de volgende vraag krijgt een nieuwe.
  pool.on('error', () => {});
  // Valt zij midden in een transactie weg, dan faalt de vraag; zonder luisteraar stopt het hele proces.
  pool.on('connect', (client) => {
    client.on('error', () => {});
    client.query(VAST_PLAN).catch(() => {});
  });
  return {
    forGemeenten: (bereik, werk) =>
      transactie(
        pool,
        `begin; set local meedoen.gemeenten = ${uuidLijst(bereik.gemeenten)}; set local meedoen.bijzonder = ${uuidLijst(bereik.bijzonder ?? [])}`,
        werk,
      ),
    zonderDossiers: (werk) => transactie(pool, 'begin', werk),
    losseVraag: (werk) => los(pool, werk),
    gereed: () =>
      pool.query('select 1').then(
        () => true,
        () => false,
      ),
    close: () => pool.end(),
  };
}
