import { randomBytes } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { setTimeout as wacht } from 'node:timers/promises';
import { type Runner, run, Logger as WachtrijLogger, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import type { Logger } from 'pino';
import { afstemmingWerk } from '../features/afstemming/afstemming.jobs.ts';
import { berichtWerk } from '../features/agenda/bericht/versturen.jobs.ts';
import { brievenWerk } from '../features/brieven/brieven.jobs.ts';
import { brpWerk } from '../features/brp/brp.jobs.ts';
import { instellingenWerk } from '../features/instellingen/instellingen.jobs.ts';
import { notificatieWerk } from '../features/notificatie/notificatie.jobs.ts';
import { toetszittingWerk } from '../features/toetszitting/volgen.jobs.ts';
import { tolkberichtWerk } from '../features/tolken/inzet/bericht/bericht.jobs.ts';
import { verzendingWerk } from '../features/verzending/verzending.jobs.ts';
import { werkvoorraadWerk } from '../features/werkvoorraad/werkvoorraad.jobs.ts';
import { verzegel } from './audit/zegel.ts';
import { echteKlok } from './klok.ts';
import type { Toepassing, Werk } from './toepassing.ts';
import { ruimOp } from './wachtrij/opruimen.ts';
import { geefVrij, volgEigenWerk, WERKVERBINDING } from './wachtrij/vrijgeven.ts';

/** Het achtergrondwerk van elke slice. */
const SLICES: readonly Werk[] = [
  afstemmingWerk,
  berichtWerk,
  brpWerk,
  brievenWerk,
  notificatieWerk,
  toetszittingWerk,
  tolkberichtWerk,
  werkvoorraadWerk,
  verzendingWerk,
  instellingenWerk,
];

const NACHTWERK = '5 1 * * *';
const ELKE_MINUUT = '* * * * *';
const ELK_KWARTIER = '*/15 * * * *';
const TEGELIJK = 4;
const VRIJGEVEN_MS = 5000;
const OPNIEUW_MS = 1000;

/**
 * Start het achtergrondwerk en houdt het aan de gang: valt de database weg, dan begint het opnieuw zodra zij
 * terug is. Werk dat een gestopt proces vasthield komt vrij.
 * @param eigenaarUrl account dat de tabellen van de wachtrij bezit.
 */
export async function startWerk(
  t: Toepassing,
  eigenaarUrl: string,
  logger: Logger,
): Promise<{ stop(): Promise<void> }> {
  const proces = `${WERKVERBINDING} ${randomBytes(6).toString('hex')}`;
  const pool = new pg.Pool({
    connectionString: eigenaarUrl,
    max: TEGELIJK + 2,
    application_name: proces,
  });
  // Een weggevallen verbinding is geen ramp: de wachtrij probeert het opnieuw.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const events: WorkerEvents = new EventEmitter();
  const eigen = volgEigenWerk(events);
  const ruim = () => geefVrij(pool, eigen, proces).catch(() => 0);
  await ruim();
  const wekker = setInterval(ruim, VRIJGEVEN_MS);
  const loop = houdAanDeGang(() => startRunner(t, pool, logger, events), events, logger);
  return {
    async stop() {
      clearInterval(wekker);
      await loop.stop();
      await pool.end();
    },
  };
}

/** Begint opnieuw als de loper ermee ophoudt (de database was te lang weg), tot er gestopt wordt. */
function houdAanDeGang(
  begin: () => Promise<Runner>,
  events: WorkerEvents,
  logger: Logger,
): { stop(): Promise<void> } {
  const gestopt = new AbortController();
  let runner: Runner | undefined;
  const loop = (async () => {
    while (!gestopt.signal.aborted) {
      try {
        runner = await begin();
        if (gestopt.signal.aborted) await runner.stop();
        // Na een fatale fout wacht de loper soms voor altijd op de database: dan verder zonder hem.
        await Promise.race([runner.promise, once(events, 'pool:fatalError')]);
        void runner.kill().catch(() => {});
      } catch (err) {
        logger.warn({ err }, 'achtergrondwerk wacht op de database');
      }
      await wacht(OPNIEUW_MS, undefined, { signal: gestopt.signal }).catch(() => {});
    }
  })();
  return {
    async stop() {
      gestopt.abort();
      await runner?.stop().catch(() => {});
      await loop;
    },
  };
}

async function startRunner(
  t: Toepassing,
  pool: pg.Pool,
  logger: Logger,
  events: WorkerEvents,
): Promise<Runner> {
  const werk: Werk = Object.assign({}, ...SLICES);
  const taken = Object.fromEntries(
    Object.entries(werk).map(([naam, doe]) => [naam, async (inhoud: unknown) => doe(inhoud, t)]),
  );
  const runner = await run({
    pgPool: pool,
    events,
    concurrency: TEGELIJK,
    // Zonder bundelen wordt aftekenen bij een weggevallen database een onafgevangen fout.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    noHandleSignals: true,
    pollInterval: 1000,
    logger: new WachtrijLogger(() => (niveau, tekst) => {
      if (niveau === 'error')
        logger.error({ wachtrij: tekst.replace(/\{.*$/s, '') }, 'werk mislukt');
    }),
    taskList: {
      ...taken,
      verzegelen: async () => void (await verzegel(pool)),
      opruimen: () => ruimOp(pool, echteKlok.nu()),
    },
    crontab: [
      `${NACHTWERK} standen_herberekenen ?jobKey=standen_herberekenen`,
      `${NACHTWERK} opruimen ?jobKey=opruimen`,
      `${NACHTWERK} brp_verversen ?jobKey=brp_verversen`,
      `${NACHTWERK} afstemmen ?jobKey=afstemmen`,
      `${ELK_KWARTIER} afstemmen_nalopen ?jobKey=afstemmen_nalopen`,
      `${ELKE_MINUUT} verzegelen ?jobKey=verzegelen`,
      `${ELK_KWARTIER} duo_verzenden_nalopen ?jobKey=duo_verzenden_nalopen`,
      `${ELK_KWARTIER} duo_contactpersonen ?jobKey=duo_contactpersonen`,
      `${ELK_KWARTIER} persoonsberichten_nalopen ?jobKey=persoonsberichten_nalopen`,
      `${NACHTWERK} duo_naslag ?jobKey=duo_naslag`,
    ].join('\n'),
  });
  // Een nacht waarin dit proces niet liep wordt bij de start ingehaald.
  await runner.addJob('standen_herberekenen', {}, { jobKey: 'standen_herberekenen' });
  await runner.addJob('duo_naslag', {}, { jobKey: 'duo-naslag', queueName: 'duo-naslag' });
  return runner;
}
