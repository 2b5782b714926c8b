import { createServer, type Server } from 'node:http';
import { sql } from 'kysely';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { CertificaatStaat } from '../connections/tls/certificaat.ts';
import type { Db } from './db/db.ts';
import type { App } from './toepassing.ts';

/** Metingen van dit proces. Labels bevatten routes, nooit adressen met ids. */
export type Metingen = {
  register: Registry;
  meetRoutes(app: App): void;
  meetCertificaten(staat: () => readonly GemetenCertificaat[]): void;
};

/** Een certificaat, met wie belt: Meedoen (`uit`) of DUO (`in`). */
type GemetenCertificaat = CertificaatStaat & { richting: 'in' | 'uit' };

const DUREN = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/** Maakt de metingen: duur per route, en hoeveel berichten er wachten en hoe lang. */
export function maakMetingen(db: Db): Metingen {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const duur = new Histogram({
    name: 'meedoen_verzoek_seconden',
    help: 'Duur van verzoeken per route en status.',
    labelNames: ['methode', 'route', 'status'],
    buckets: DUREN,
    registers: [register],
  });
  new Gauge({
    name: 'meedoen_gereed',
    help: '1 als de database antwoordt.',
    registers: [register],
    async collect() {
      this.set((await db.gereed()) ? 1 : 0);
    },
  });
  const wachtend = new Gauge({
    name: 'meedoen_berichten_wachtend',
    help: 'Berichten van en naar DUO die nog niet zijn verwerkt.',
    labelNames: ['richting'],
    registers: [register],
    collect: async () => {
      for (const { richting, aantal, oudste } of await telBerichten(db)) {
        wachtend.set({ richting }, aantal);
        leeftijd.set({ richting }, oudste);
      }
    },
  });
  const leeftijd = new Gauge({
    name: 'meedoen_berichten_oudste_seconden',
    help: 'Leeftijd van het oudste bericht dat wacht.',
    labelNames: ['richting'],
    registers: [register],
  });
  return {
    register,
    meetCertificaten: (staat) => meetCertificaten(register, staat),
    meetRoutes(app) {
      app.addHook('onResponse', async (req, reply) => {
        const route = req.routeOptions.url ?? 'onbekend';
        duur.observe(
          { methode: req.method, route, status: reply.statusCode },
          reply.elapsedTime / 1000,
        );
        req.log.info(
          {
            methode: req.method,
            route,
            status: reply.statusCode,
            ms: Math.round(reply.elapsedTime),
          },
          'verzoek',
        );
      });
    },
  };
}

/** Dagen tot elk certificaat vervalt, en of een nieuwer bestand is geweigerd. */
function meetCertificaten(register: Registry, staat: () => readonly GemetenCertificaat[]): void {
  const meet = (name: string, help: string, waarde: (c: GemetenCertificaat) => number) =>
    new Gauge({
      name,
      help,
      labelNames: ['richting', 'oin'],
      registers: [register],
      collect() {
        this.reset();
        for (const c of staat()) {
          this.set({ richting: c.richting, oin: c.onderwerpOin ?? '' }, waarde(c));
        }
      },
    });
  meet(
    'meedoen_certificaat_dagen',
    'Hele dagen tot het certificaat vervalt; negatief als dat is gebeurd.',
    (c) => c.dagenOver,
  );
  meet(
    'meedoen_certificaat_fout',
    '1 als een nieuwer certificaat of een lijst niet goed is en het vorige nog geldt.',
    (c) => (c.fout ? 1 : 0),
  );
}

type Telling = { richting: 'in' | 'uit'; aantal: number; oudste: number };

/** Aantallen over alle gemeenten; leeg als de database niet antwoordt. */
async function telBerichten(db: Db): Promise<Telling[]> {
  try {
    const gemeenten = await db.losseVraag((tx) => tx.selectFrom('gemeente').select('id').execute());
    return await db.forGemeenten({ gemeenten: gemeenten.map((g) => g.id) }, async (tx) => {
      const { rows } = await sql<Telling>`
        select 'in' as richting, count(*)::int as aantal,
          coalesce(extract(epoch from now() - min(ontvangen_op)), 0)::float as oudste
        from bericht_in where staat = 'nieuw'
        union all
        select 'uit', count(*)::int, coalesce(extract(epoch from now() - min(gemaakt_op)), 0)::float
        from bericht_uit where staat in ('wacht', 'bezig')`.execute(tx);
      return rows;
    });
  } catch {
    return [];
  }
}

/** Eigen poort voor Prometheus, alleen op deze machine bereikbaar. */
export function startMetingen(metingen: Metingen, poort: number): Promise<Server> {
  const server = createServer((req, res) => {
    if (req.url !== '/metrics') {
      res.writeHead(404).end();
      return;
    }
    metingen.register.metrics().then(
      (tekst) => res.writeHead(200, { 'content-type': metingen.register.contentType }).end(tekst),
      () => res.writeHead(500).end(),
    );
  });
  return new Promise((klaar, mis) => {
    server.once('error', mis);
    server.listen(poort, '127.0.0.1', () => klaar(server));
  });
}
