import { pino } from 'pino';
import { brpClient } from '../connections/brp/client.ts';
import { duoClient } from '../connections/duo/client.ts';
import type { DuoTransport } from '../connections/duo/transport.ts';
import { type Datum, datum } from '../rules/shared/datum.ts';
import type { Taak } from '../rules/taakverdeling/taken.ts';
import { TAAKLIJST } from '../rules/taakverdeling/taken.ts';
import type { Rol } from '../server/auth/rechten.ts';
import { beginSessie } from '../server/auth/sessie.ts';
import { leesConfig } from '../server/config.ts';
import { type Db, openDb } from '../server/db/db.ts';
import { legVast, type NieuwFeit } from '../server/dossier/feiten.ts';
import { nieuwId } from '../server/id.ts';
import { echteKlok, type Klok, verzetbareKlok } from '../server/klok.ts';
import { bouwServer } from '../server/server.ts';
import type { App, Toepassing } from '../server/toepassing.ts';
import { cloneDatabase, type TestDatabase } from './database.ts';

const ADRES = 'http://localhost:8080';
const ALLES = ['*:klantmanager', 'mandaat-pip:klantmanager', 'gezondheid:klantmanager'];

/** A DUO that is down: tests that need DUO pass a transport to the simulator. */
const stil: DuoTransport = {
  request: () => Promise.reject(new Error('geen DUO in deze test')),
  sluit: async () => {},
};

export type WereldOpties = {
  vandaag?: string;
  duo?: DuoTransport;
  brp?: ReturnType<typeof brpClient>;
  /** Runs before the routes are added: for tests that look at every route. */
  vooraf?: (app: App) => void;
  verzoekenPerMinuut?: number;
  /** Where the simulators can be told what to do. */
  nabootsingen?: Toepassing['nabootsingen'];
  /** A migrated database that is there already; default: a clone of its own. */
  database?: TestDatabase;
};

/** Everything one test file needs: its own database, the real server and a clock that stands still on a day. */
export type Wereld = {
  db: Db;
  ownerUrl: string;
  app: App;
  t: Toepassing;
  klok: Klok & { zetOp(dag: Datum): void };
  /** A new gemeente with its own organisatie that has all taken. */
  gemeente(): Promise<TestGemeente>;
  /** A medewerker of `organisatieId`, logged in; `rollen` as taak:rol, default all taken as klantmanager + mandaat. */
  medewerker(organisatieId: string, rollen?: string[]): Promise<TestMedewerker>;
  /** Opens a dossier directly with facts. */
  dossier(
    gemeenteId: string,
    feiten: NieuwFeit[],
    extra?: { bsn?: string; vNummer?: string; klantmanagerId?: string },
  ): Promise<string>;
  sluit(): Promise<void>;
};

export type TestGemeente = {
  id: string;
  code: string;
  naam: string;
  oin: string;
  organisatieId: string;
};
export type TestMedewerker = {
  id: string;
  naam: string;
  /** Cookie header value. */
  cookie: string;
  /** app.inject with the session, JSON in and out. */
  vraag(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
    // biome-ignore lint/suspicious/noExplicitAny: tests read answers freely; their shape is asserted there
  ): Promise<{ status: number; body: any; headers: Record<string, unknown> }>;
};

let volgnummer = 0;

async function maakGemeente(db: Db, vanaf: Datum): Promise<TestGemeente> {
  volgnummer += 1;
  const code = String(1000 + volgnummer);
  const gemeente = {
    id: nieuwId(),
    code,
    naam: `Gemeente ${code}`,
    oin: `00000099${code}${'0'.repeat(8)}`,
    organisatieId: nieuwId(),
  };
  await db.zonderDossiers(async (tx) => {
    await tx
      .insertInto('gemeente')
      .values({ id: gemeente.id, code, naam: gemeente.naam, oin: gemeente.oin, stijl: '{}' })
      .execute();
    await tx
      .insertInto('organisatie')
      .values({ id: gemeente.organisatieId, naam: gemeente.naam, soort: 'gemeente' })
      .execute();
    for (const taak of TAAKLIJST)
      await geefTaak(tx, gemeente.id, taak, gemeente.organisatieId, vanaf);
  });
  return gemeente;
}

/** Gives `taak` for a gemeente to an organisatie from a day. */
export async function geefTaak(
  tx: Parameters<Parameters<Db['zonderDossiers']>[0]>[0],
  gemeenteId: string,
  taak: Taak,
  organisatieId: string,
  vanaf: Datum,
): Promise<void> {
  await tx
    .insertInto('taakverdeling')
    .values({
      id: nieuwId(),
      gemeente_id: gemeenteId,
      taak,
      schaal: 'lokaal',
      organisatie_id: organisatieId,
      geldig_vanaf: vanaf,
      geldig_tot: null,
    })
    .execute();
}

async function maakMedewerker(
  app: App,
  db: Db,
  organisatieId: string,
  rollen: string[],
): Promise<TestMedewerker> {
  const id = nieuwId();
  const naam = `Medewerker ${id.slice(-4)}`;
  const sleutel = await db.zonderDossiers(async (tx) => {
    await tx
      .insertInto('medewerker')
      .values({
        id,
        organisatie_id: organisatieId,
        naam,
        functie: 'klantmanager',
        email: `${id}@example.nl`,
        telefoon: '',
        oidc_sub: id,
      })
      .execute();
    await tx
      .insertInto('medewerker_rol')
      .values(
        rollen.map((r) => ({
          medewerker_id: id,
          taak: r.split(':')[0] as string,
          rol: r.split(':')[1] as Rol,
        })),
      )
      .execute();
    return beginSessie(tx, id, echteKlok.nu());
  });
  const cookie = `meedoen=${sleutel}`;
  return {
    id,
    naam,
    cookie,
    async vraag(method, url, body, headers = {}) {
      const antwoord = await app.inject({
        method,
        url,
        headers: { cookie, ...headers },
        ...(body === undefined ? {} : { payload: body as object }),
      });
      const tekst = antwoord.body;
      const json = String(antwoord.headers['content-type']).includes('json');
      return {
        status: antwoord.statusCode,
        body: json && tekst ? JSON.parse(tekst) : tekst,
        headers: antwoord.headers,
      };
    },
  };
}

/** Starts a world. Close it in afterAll. */
export async function maakWereld(opties: WereldOpties = {}): Promise<Wereld> {
  const database = opties.database ?? (await cloneDatabase());
  const db = openDb(database.ownerUrl, 'meedoen_app', 5);
  const klok = verzetbareKlok();
  klok.zetOp(datum(opties.vandaag ?? '2026-11-21'));
  const t: Toepassing = {
    config: leesConfig({ LOG_NIVEAU: 'silent' }),
    db,
    klok,
    zetKlok: klok.zetOp,
    duo: duoClient(opties.duo ?? stil),
    brp: opties.brp ?? brpClient({ basisUrl: 'http://127.0.0.1:1', timeoutMs: 500 }),
    nabootsingen: opties.nabootsingen,
  };
  const app = await bouwServer(t, {
    logger: pino({ level: 'silent' }),
    adres: ADRES,
    aanbieder: { issuer: 'http://127.0.0.1:1', clientId: 'x', clientSecret: 'x', adres: ADRES },
    verzoekenPerMinuut: opties.verzoekenPerMinuut ?? 1_000_000,
    vooraf: opties.vooraf,
  });
  await app.ready();
  return {
    db,
    ownerUrl: database.ownerUrl,
    app,
    t,
    klok,
    gemeente: () => maakGemeente(db, datum('2020-01-01')),
    medewerker: (organisatieId, rollen = ALLES) => maakMedewerker(app, db, organisatieId, rollen),
    dossier: (gemeenteId, feiten, extra = {}) => maakDossier(t, gemeenteId, feiten, extra),
    async sluit() {
      await app.close();
      await db.close();
      await database.drop();
    },
  };
}

function maakDossier(
  t: Toepassing,
  gemeenteId: string,
  feiten: NieuwFeit[],
  extra: { bsn?: string; vNummer?: string; klantmanagerId?: string },
): Promise<string> {
  return t.db.forGemeenten({ gemeenten: [gemeenteId] }, async (tx) => {
    const id = nieuwId();
    await tx
      .insertInto('dossier')
      .values({
        gemeente_id: gemeenteId,
        id,
        bsn: extra.bsn ?? null,
        v_nummer: extra.vNummer ?? null,
        geopend_op: t.klok.nu(),
        samengevoegd_met: null,
        klantmanager_id: extra.klantmanagerId ?? null,
        uitgesteld_tot: null,
        uitgesteld_voorstel: null,
        uitgesteld_reden: null,
      })
      .execute();
    await legVast(tx, { gemeenteId, dossierId: id }, feiten, {
      nu: t.klok.nu(),
      vandaag: t.klok.vandaag(),
    });
    return id;
  });
}
