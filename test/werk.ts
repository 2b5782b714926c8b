import { type Job, runTaskListOnce, Logger as WachtrijLogger } from 'graphile-worker';
import pg from 'pg';
import type { Werk } from '../server/toepassing.ts';
import type { Wereld } from './world.ts';

export type GedaanWerk = {
  /** Werk dat mislukte: naam en reden. Het blijft staan voor een volgende poging. */
  mislukt: { taak: string; reden: string }[];
};

/**
 * Doet al het werk dat nu aan de beurt is en wacht tot het klaar is, ook wat dat werk zelf plant.
 * @param w de wereld van de test, met `ownerUrl` en `t`.
 * @param werk de taken die mogen draaien.
 */
export async function doeWerk(
  { ownerUrl, t }: Pick<Wereld, 'ownerUrl' | 't'>,
  werk: Werk,
): Promise<GedaanWerk> {
  const mislukt: GedaanWerk['mislukt'] = [];
  const taken = Object.fromEntries(
    Object.entries(werk).map(([naam, doe]) => [
      naam,
      async (inhoud: unknown) => {
        try {
          await doe(inhoud, t);
        } catch (fout) {
          mislukt.push({ taak: naam, reden: fout instanceof Error ? fout.message : String(fout) });
          throw fout;
        }
      },
    ]),
  );
  await metVerbinding(ownerUrl, async (client) => {
    const stil = new WachtrijLogger(() => () => {});
    await runTaskListOnce({ logger: stil, noHandleSignals: true }, taken, client).promise;
  });
  return { mislukt };
}

/** Zet al het mislukte en uitgestelde werk op 'nu'. */
export function zetWerkOpNu({ ownerUrl }: Pick<Wereld, 'ownerUrl'>): Promise<void> {
  return metVerbinding(ownerUrl, async (client) => {
    await client.query(
      'update graphile_worker._private_jobs set run_at = now() where locked_at is null',
    );
  });
}

/** Het werk dat nog staat te wachten, met inhoud en wachtrij. */
export async function wachtendWerk({
  ownerUrl,
}: Pick<Wereld, 'ownerUrl'>): Promise<Pick<Job, 'task_identifier' | 'payload' | 'attempts'>[]> {
  let rijen: Pick<Job, 'task_identifier' | 'payload' | 'attempts'>[] = [];
  await metVerbinding(ownerUrl, async (client) => {
    const { rows } = await client.query(
      `select t.identifier as task_identifier, j.payload, j.attempts, j.key, q.queue_name
         from graphile_worker._private_jobs j
         join graphile_worker._private_tasks t on t.id = j.task_id
         left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
        order by j.id`,
    );
    rijen = rows;
  });
  return rijen;
}

async function metVerbinding(
  ownerUrl: string,
  werk: (client: pg.PoolClient) => Promise<void>,
): Promise<void> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  const client = await pool.connect();
  try {
    await werk(client);
  } finally {
    client.release();
    await pool.end();
  }
}
