import { type Runner, run, Logger as WachtrijLogger } from 'graphile-worker';
import pg from 'pg';
import type { Logger } from 'pino';
import { verzendingWerk } from '../features/verzending/verzending.jobs.ts';
import { werkvoorraadWerk } from '../features/werkvoorraad/werkvoorraad.jobs.ts';
import { verzegel } from './audit/zegel.ts';
import type { Toepassing, Werk } from './toepassing.ts';

/** Het achtergrondwerk van elke slice. */
const SLICES: readonly Werk[] = [werkvoorraadWerk, verzendingWerk];

const NACHTWERK = '5 1 * * *';
const ELKE_MINUUT = '* * * * *';
const TEGELIJK = 4;

/**
 * Start het achtergrondwerk. Werk dat een gestopt proces vasthield komt meteen vrij.
 * @param eigenaarUrl account dat de tabellen van de wachtrij bezit.
 */
export async function startWerk(
  t: Toepassing,
  eigenaarUrl: string,
  logger: Logger,
): Promise<{ stop(): Promise<void> }> {
  const pool = new pg.Pool({
    connectionString: eigenaarUrl,
    max: TEGELIJK + 2,
    application_name: 'meedoen-werk',
  });
  // Een weggevallen verbinding is geen ramp: de wachtrij probeert het opnieuw.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const runner = await startRunner(t, pool, logger);
  return {
    async stop() {
      await runner.stop().catch(() => {});
      await pool.end();
    },
  };
}

async function startRunner(t: Toepassing, pool: pg.Pool, logger: Logger): Promise<Runner> {
  const werk: Werk = Object.assign({}, ...SLICES);
  const taken = Object.fromEntries(
    Object.entries(werk).map(([naam, doe]) => [naam, async (inhoud: unknown) => doe(inhoud, t)]),
  );
  const runner = await run({
    pgPool: pool,
    concurrency: TEGELIJK,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: new WachtrijLogger(() => (niveau, tekst) => {
      if (niveau === 'error')
        logger.error({ wachtrij: tekst.replace(/\{.*$/s, '') }, 'werk mislukt');
    }),
    taskList: { ...taken, verzegelen: async () => void (await verzegel(pool)) },
    crontab: [
      `${NACHTWERK} standen_herberekenen ?jobKey=standen_herberekenen`,
      `${ELKE_MINUUT} verzegelen ?jobKey=verzegelen`,
    ].join('\n'),
  });
  // Een nacht waarin dit proces niet liep wordt bij de start ingehaald.
  await runner.addJob('standen_herberekenen', {}, { jobKey: 'standen_herberekenen' });
  return runner;
}
