import { z } from 'zod';
import type { App, Toepassing } from '../toepassing.ts';

const Toestand = z.object({ status: z.enum(['goed', 'storing']), database: z.boolean() });

/** `/gezond`: het proces leeft. `/gereed`: het kan werk aan, dus de database antwoordt. */
export function registreerGezondheid(app: App, t: Toepassing): void {
  const opties = { config: { openbaar: true as const, rateLimit: false as const } };
  app.get('/gezond', { ...opties, schema: { hide: true } }, async () => ({ status: 'goed' }));
  app.get(
    '/gereed',
    { ...opties, schema: { hide: true, response: { 200: Toestand, 503: Toestand } } },
    async (_req, reply) => {
      const database = await t.db.gereed();
      return reply
        .code(database ? 200 : 503)
        .send({ status: database ? 'goed' : 'storing', database });
    },
  );
}
