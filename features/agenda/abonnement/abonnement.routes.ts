import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { plusDagen } from '../../../rules/shared/datum.ts';
import { schrijfAudit } from '../../../server/audit/audit.ts';
import { gemeentenVoor } from '../../../server/auth/rechten.ts';
import { nietGevonden, problemen } from '../../../server/http/probleem.ts';
import { nieuwId } from '../../../server/id.ts';
import { echteKlok } from '../../../server/klok.ts';
import type { App, Routes, Toepassing } from '../../../server/toepassing.ts';
import { Abonnement, NieuwAbonnement } from '../agenda.schema.ts';
import {
  bewaarAbonnement,
  gebruikerVanAbonnement,
  leesAbonnement,
  leesFeed,
  trekIn,
} from './abonnement.store.ts';
import { maakFeed } from './feed.routes.ts';

const tags = ['Agenda'];
const TERUG_DAGEN = 28;
const VOORUIT_DAGEN = 366;
const config = { handeling: 'agenda.lezen' } as const;

/** De eigen agenda in een ander programma: een geheim adres dat iemand zelf maakt en weer intrekt. */
export const registreerAbonnement: Routes = (app, t) => {
  beheren(app, t);
  feed(app, t);
};

function beheren(app: App, t: Toepassing): void {
  const adres = '/v1/agenda/abonnement';
  app.get(
    adres,
    {
      config,
      schema: {
        tags,
        summary: 'Of uw agenda in een ander programma staat',
        response: { 200: Abonnement, ...problemen },
      },
    },
    (req) =>
      t.db.zonderDossiers(async (tx) => {
        const lopend = await leesAbonnement(tx, req.gebruiker.id);
        return lopend ?? { gemaaktOp: null, laatstGebruiktOp: null };
      }),
  );
  app.post(
    adres,
    {
      config,
      schema: {
        tags,
        summary: 'Een nieuw geheim adres maken; het vorige werkt dan niet meer',
        response: { 201: NieuwAbonnement, ...problemen },
      },
    },
    async (req, reply) => {
      const sleutel = randomBytes(32).toString('base64url');
      const nu = echteKlok.nu();
      await t.db.zonderDossiers(async (tx) => {
        await trekIn(tx, req.gebruiker.id, nu);
        const id = nieuwId();
        await bewaarAbonnement(tx, { id, medewerkerId: req.gebruiker.id, sleutel, nu });
        await req.spoor(tx, {
          handeling: 'wijzigen',
          objectSoort: 'agenda-abonnement',
          objectId: id,
        });
      });
      return reply.code(201).send({ adres: `/agenda/${sleutel}.ics`, gemaaktOp: nu });
    },
  );
  app.delete(
    adres,
    {
      config,
      schema: {
        tags,
        summary: 'Het geheime adres intrekken',
        response: { 204: z.null(), ...problemen },
      },
    },
    async (req, reply) => {
      await t.db.zonderDossiers(async (tx) => {
        await trekIn(tx, req.gebruiker.id, echteKlok.nu());
        await req.spoor(tx, { handeling: 'wijzigen', objectSoort: 'agenda-abonnement' });
      });
      return reply.code(204).send(null);
    },
  );
}

/** Een agendaprogramma meldt zich niet aan; de sleutel in het adres is het bewijs. Er staat niemand in. */
function feed(app: App, t: Toepassing): void {
  app.get(
    '/agenda/:sleutel.ics',
    {
      config: { openbaar: true },
      schema: { hide: true, params: z.object({ sleutel: z.string().regex(/^[\w-]{43}$/) }) },
    },
    async (req, reply) => {
      const vandaag = t.klok.vandaag();
      const wie = await t.db.zonderDossiers((tx) =>
        gebruikerVanAbonnement(tx, req.params.sleutel, echteKlok.nu(), vandaag),
      );
      const gemeenten = wie ? gemeentenVoor(wie as never, 'agenda.lezen') : [];
      if (!wie || gemeenten.length === 0) throw nietGevonden('Deze agenda');
      const afspraken = await t.db.forGemeenten({ gemeenten }, async (tx) => {
        await schrijfAudit(tx, [
          {
            tijdstip: echteKlok.nu(),
            medewerkerId: wie.id,
            taak: 'agenda',
            handeling: 'lezen',
            objectSoort: 'agenda-abonnement',
            traceId: req.id,
          },
        ]);
        const van = plusDagen(vandaag, -TERUG_DAGEN);
        return leesFeed(tx, wie.id, van, plusDagen(vandaag, VOORUIT_DAGEN));
      });
      return reply
        .type('text/calendar; charset=utf-8')
        .header('cache-control', 'private, no-store')
        .send(maakFeed(afspraken));
    },
  );
}
