import { createServer, type Server } from 'node:http';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Db } from './db/db.ts';
import type { App } from './toepassing.ts';

/** Metingen van dit proces. Labels bevatten routes, nooit adressen met ids. */
export type Metingen = { register: Registry; meetRoutes(app: App): void };

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
  return {
    register,
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
