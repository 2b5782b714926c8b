import path from 'node:path';
import pg from 'pg';
import type { Logger } from 'pino';
import { datum } from '../rules/shared/datum.ts';
import { demoAanbieder, registreerDemoLogin } from './auth/demo-login.ts';
import type { Aanbieder } from './auth/login.routes.ts';
import { maakVerkeersteller } from './bewaking/verkeer.ts';
import type { Config } from './config.ts';
import { ConfigFout } from './config.ts';
import { openDb } from './db/db.ts';
import { alleCertificaten, openDuoPoort } from './inrichting/duo.ts';
import { maakBerichtendienst } from './inrichting/notify.ts';
import { startWerk } from './jobs.ts';
import { echteKlok, verzetbareKlok } from './klok.ts';
import { maakBrp, maakDuo, type Nabootsingen, startNabootsingen } from './koppelingen.ts';
import { maakMetingen, startMetingen } from './metingen.ts';
import { startEmbeddedPostgres } from './postgres/embedded-postgres.ts';
import { migrate } from './postgres/migrate.ts';
import { bouwServer } from './server.ts';
import type { Toepassing } from './toepassing.ts';
import { bouwWeb, dienWebOp } from './web.ts';

const STOP_NA_MS = 10_000;

/** Vult een lege oefenomgeving met een verzonnen regio. */
export type Vulling = (t: Toepassing, nabootsingen: Nabootsingen) => Promise<void>;

export type Draaiend = {
  adres: string;
  t: Toepassing;
  nabootsingen?: Nabootsingen;
  stop(): Promise<void>;
};

type Opruimer = () => Promise<unknown>;

/**
 * Start alles wat bij deze inrichting hoort: database, migraties, koppelingen, web, API en werk.
 * @param vul vulling van een lege oefenomgeving.
 * @throws ConfigFout of een fout van de database; wat al liep is dan weer gestopt.
 */
export async function startMeedoen(
  config: Config,
  logger: Logger,
  vul?: Vulling,
): Promise<Draaiend> {
  const opruimers: Opruimer[] = [];
  const stop = async () => {
    for (const opruim of opruimers.splice(0).reverse()) await opruim();
  };
  try {
    return {
      ...(await start(config, logger, vul, opruimers)),
      stop: () => binnen(stop(), STOP_NA_MS),
    };
  } catch (fout) {
    await stop();
    throw fout;
  }
}

async function start(
  config: Config,
  logger: Logger,
  vul: Vulling | undefined,
  opruimers: Opruimer[],
): Promise<Omit<Draaiend, 'stop'>> {
  const oefen = config.MEEDOEN_OMGEVING === 'oefen';
  const adres = config.MEEDOEN_ADRES ?? `http://localhost:${config.PORT}`;
  const [urls, schermen] = await Promise.all([openDatabase(config, opruimers), bouwWeb()]);
  await migrate(urls.eigenaar);
  const db = openDb(urls.toepassing, oefen ? 'meedoen_app' : undefined);
  opruimers.push(() => db.close());
  const verkeer = maakVerkeersteller(db);
  opruimers.push(() => verkeer.stop());
  const klok = verzetbareKlok();
  const nabootsingen = oefen ? await startNabootsingen(config, adres, klok, opruimers) : undefined;
  const t: Toepassing = {
    config,
    db,
    klok: oefen ? klok : echteKlok,
    ...(oefen ? { zetKlok: klok.zetOp } : {}),
    duo: maakDuo(config, nabootsingen, verkeer.neemWaar),
    brp: maakBrp(config, nabootsingen, verkeer.neemWaar),
    berichten: maakBerichtendienst(config, nabootsingen?.notify, verkeer.neemWaar),
    nabootsingen,
  };
  opruimers.push(() => t.duo.sluit());
  opruimers.push(async () => t.berichten?.client.sluit());
  if (oefen) await zetOefendatum(t, config);
  if (nabootsingen && vul) await vul(t, nabootsingen);
  if (!oefen) await keurAccount(urls.toepassing);
  await startWeb(t, { adres, schermen }, logger, opruimers);
  if (config.MEEDOEN_WERKER) {
    const werk = await startWerk(t, urls.eigenaar, logger);
    opruimers.push(() => werk.stop());
  }
  return { adres, t, nabootsingen };
}

async function startWeb(
  t: Toepassing,
  { adres, schermen }: { adres: string; schermen: string },
  logger: Logger,
  opruimers: Opruimer[],
): Promise<void> {
  const aanbieder = maakAanbieder(t.config, adres);
  const metingen = maakMetingen(t.db);
  const app = await bouwServer(t, {
    logger,
    adres,
    aanbieder,
    vooraf: (a) => metingen.meetRoutes(a),
  });
  if (t.zetKlok) registreerDemoLogin(app, t, aanbieder);
  await dienWebOp(app, schermen);
  await app.listen({ port: t.config.PORT, host: t.config.MEEDOEN_HOST });
  opruimers.push(() => app.close());
  const afhandeling = app.routing.bind(app);
  t.duoPoort = await openDuoPoort(t.config, afhandeling, (reden) =>
    logger.warn({ reden }, 'beller op de poort voor DUO geweigerd'),
  );
  opruimers.push(async () => t.duoPoort?.sluit());
  metingen.meetCertificaten(() => alleCertificaten(t));
  const meetServer = await startMetingen(metingen, t.config.METRICS_PORT);
  opruimers.push(() => new Promise((klaar) => meetServer.close(klaar)));
}

function maakAanbieder(config: Config, adres: string): Aanbieder {
  if (config.MEEDOEN_OMGEVING === 'oefen') return demoAanbieder(adres);
  return {
    issuer: config.OIDC_ISSUER as string,
    clientId: config.OIDC_CLIENT_ID as string,
    clientSecret: config.OIDC_CLIENT_SECRET as string,
    adres,
    acr: config.OIDC_ACR,
  };
}

async function openDatabase(
  config: Config,
  opruimers: Opruimer[],
): Promise<{ toepassing: string; eigenaar: string }> {
  if (config.DATABASE_URL) {
    return {
      toepassing: config.DATABASE_URL,
      eigenaar: config.DATABASE_URL_EIGENAAR ?? config.DATABASE_URL,
    };
  }
  const postgres = await startEmbeddedPostgres({
    dataDir: path.resolve(config.MEEDOEN_DATA, 'postgres'),
  });
  opruimers.push(() => postgres.stop());
  return { toepassing: postgres.url, eigenaar: postgres.url };
}

/** De toepassing mag in productie niet als eigenaar draaien: dan zou rijbeveiliging niets betekenen. */
async function keurAccount(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client
    .query<{ te_veel: boolean }>(
      `select r.rolsuper or r.rolbypassrls or exists (
         select 1 from pg_class c where c.relname = 'dossier' and c.relnamespace = 'public'::regnamespace
           and pg_has_role(current_user, c.relowner, 'member')) as te_veel
       from pg_roles r where r.rolname = current_user`,
    )
    .finally(() => client.end());
  if (rows[0]?.te_veel) {
    throw new ConfigFout(
      'DATABASE_URL heeft te veel rechten: gebruik een account dat lid is van meedoen_app en geen eigenaar is van de tabellen.',
    );
  }
}

/** De oefendatum: uit de omgeving, anders die van de tijdmachine, anders vandaag. */
async function zetOefendatum(t: Toepassing, config: Config): Promise<void> {
  const bewaard = await t.db.zonderDossiers((tx) =>
    tx
      .selectFrom('systeem')
      .select('waarde')
      .where('sleutel', '=', 'oefendatum')
      .executeTakeFirst(),
  );
  const dag = config.MEEDOEN_PEILDATUM ?? (bewaard?.waarde as string | undefined);
  if (dag) t.zetKlok?.(datum(dag));
}

function binnen(werk: Promise<void>, ms: number): Promise<void> {
  return new Promise((klaar) => {
    const wekker = setTimeout(klaar, ms);
    void werk.finally(() => {
      clearTimeout(wekker);
      klaar();
    });
  });
}
