import path from 'node:path';
import pg from 'pg';
import { werkvoorraadWerk } from '../../features/werkvoorraad/werkvoorraad.jobs.ts';
import { openDb } from '../../server/db/db.ts';
import { startEmbeddedPostgres } from '../../server/postgres/embedded-postgres.ts';
import type { Toepassing } from '../../server/toepassing.ts';
import { PEILDATUM, vulEenKeer } from '../opstelling.ts';

/** Zoveel gemeenten telt Nederland in 2026. */
const GEMEENTEN = 342;
const DEEL_AAN_DE_BEURT = 0.02;

export type NachtMeting = { rijen: number; aanDeBeurt: number; seconden: number; over: number };

/**
 * Vult één keer een land: 2 % volledige dossiers, die aan de beurt zijn, en de rest als kopie van hun afgeleide
 * rij. Draait daarna het echte nachtwerk, onder rijbeveiliging, en telt wat er nog over is.
 */
export async function meetNacht(map: string, rijen: number): Promise<NachtMeting> {
  const aanDeBeurt = Math.round(rijen * DEEL_AAN_DE_BEURT);
  const postgres = await startEmbeddedPostgres({ dataDir: path.join(map, 'postgres') });
  try {
    await vulEenKeer(
      map,
      postgres.url,
      String(aanDeBeurt),
      String(Math.min(GEMEENTEN, aanDeBeurt)),
    );
    const pool = new pg.Pool({ connectionString: postgres.url, max: 2 });
    pool.on('error', () => {});
    try {
      await pool.query(KOPIEER, [Math.round(1 / DEEL_AAN_DE_BEURT) - 1]);
      await pool.query(ZET_AAN_DE_BEURT, [PEILDATUM]);
      await pool.query('vacuum analyze dossier_stand');
      return { ...(await tel(pool)), seconden: await draai(postgres.url), over: await over(pool) };
    } finally {
      await pool.end();
    }
  } finally {
    await postgres.stop();
  }
}

/** Van elk volledig dossier zoveel kopieën zonder feiten; hun dag ligt na vandaag, dus zij blijven liggen. */
const KOPIEER = `with bron as (
    select s.*, k, substr(md5(s.dossier_id::text || k), 1, 12) as staart
    from dossier_stand s, generate_series(1, $1) k
    where exists (select from feit f where f.gemeente_id = s.gemeente_id and f.dossier_id = s.dossier_id)
      and not exists (select from dossier_stand where naam = 'Kopie')),
  met_id as (select *, (left(dossier_id::text, 24) || staart)::uuid as nieuw from bron),
  dossiers as (
    insert into dossier (gemeente_id, id, geopend_op) select gemeente_id, nieuw, now() from met_id)
  insert into dossier_stand (gemeente_id, dossier_id, peildatum, volgende_wijziging, naam, sorteernaam, geboortedatum,
    doelgroep, leerroute, schakel, toestand, voorstel, voorstel_titel, voorstel_reden, laatste_dag, signalen, stand)
  select gemeente_id, nieuw, peildatum, peildatum + 30 + k, 'Kopie', 'kopie', geboortedatum, doelgroep, leerroute,
    schakel, toestand, voorstel, voorstel_titel, voorstel_reden, laatste_dag, signalen, stand from met_id`;

const ZET_AAN_DE_BEURT = `update dossier_stand s set volgende_wijziging = $1
  where exists (select from feit f where f.gemeente_id = s.gemeente_id and f.dossier_id = s.dossier_id)`;

async function tel(pool: pg.Pool): Promise<{ rijen: number; aanDeBeurt: number }> {
  const { rows } = await pool.query(
    'select count(*)::int as rijen, count(*) filter (where volgende_wijziging <= $1)::int as "aanDeBeurt" from dossier_stand',
    [PEILDATUM],
  );
  return rows[0];
}

async function over(pool: pg.Pool): Promise<number> {
  return (await tel(pool)).aanDeBeurt;
}

async function draai(url: string): Promise<number> {
  const db = openDb(url, 'meedoen_app');
  const klok = { nu: () => `${PEILDATUM}T02:00:00.000Z`, vandaag: () => PEILDATUM };
  const begin = performance.now();
  // Het nachtwerk gebruikt alleen de database en de klok.
  await werkvoorraadWerk.standen_herberekenen?.({}, { db, klok } as Toepassing);
  const seconden = (performance.now() - begin) / 1000;
  await db.close();
  return seconden;
}
