import type { WorkerEvents } from 'graphile-worker';
import type pg from 'pg';

/** Zo heet een verbinding van het achtergrondwerk; het deel erachter is van één proces. */
export const WERKVERBINDING = 'meedoen-werk';
const NET_GEPAKT_SECONDEN = 10;

/** Wat dit proces op dit moment zelf doet. */
export type EigenWerk = { lopers: Set<string>; bezig: Set<string> };

/** Houdt bij welke lopers van dit proces zijn en welk werk zij nu doen. */
export function volgEigenWerk(events: WorkerEvents): EigenWerk {
  const eigen: EigenWerk = { lopers: new Set(), bezig: new Set() };
  events.on('pool:create', ({ workerPool }) => eigen.lopers.add(workerPool.id));
  events.on('job:start', ({ job }) => eigen.bezig.add(String(job.id)));
  events.on('job:complete', ({ job }) => eigen.bezig.delete(String(job.id)));
  return eigen;
}

/**
 * Geeft werk vrij dat niemand meer doet: van een proces dat is weggevallen, of van dit proces toen de database
 * wegviel voordat het werk kon worden afgetekend. Zonder dit zou dat werk vier uur op slot blijven. Werk mag
 * daardoor een tweede keer beginnen; elke taak verdraagt dat.
 * @param proces naam van de verbindingen van dit proces.
 * @returns het aantal lopers waarvan werk is vrijgegeven.
 */
export async function geefVrij(pool: pg.Pool, eigen: EigenWerk, proces: string): Promise<number> {
  const { rows } = await pool.query<{
    id: string;
    locked_by: string;
    net_gepakt: boolean;
    alleen: boolean;
  }>(
    `select id::text, locked_by, locked_at > now() - make_interval(secs => ${NET_GEPAKT_SECONDEN}) as net_gepakt,
       not exists (select 1 from pg_stat_activity where datname = current_database()
         and application_name like '${WERKVERBINDING} %' and application_name <> $1) as alleen
     from graphile_worker.jobs where locked_by is not null`,
    [proces],
  );
  const los = rows.filter((r) =>
    eigen.lopers.has(r.locked_by) ? !eigen.bezig.has(r.id) && !r.net_gepakt : r.alleen,
  );
  const lopers = [...new Set(los.map((r) => r.locked_by))];
  if (lopers.length > 0)
    await pool.query('select graphile_worker.force_unlock_workers($1::text[])', [lopers]);
  return lopers.length;
}
