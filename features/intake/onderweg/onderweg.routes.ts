import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { problemen } from '../../../server/http/probleem.ts';
import { echteKlok } from '../../../server/klok.ts';
import type { App, Toepassing } from '../../../server/toepassing.ts';
import { geefSleutel, vergeetSleutel } from './bewaarsleutel.store.ts';
import { ApparaatParams, BewaarsleutelSchema } from './onderweg.schema.ts';

/** Even lang als een getypt antwoord op het apparaat wacht. */
const SLEUTEL_UREN = 72;
const SLEUTEL_BYTES = 32;
const UUR_MS = 3_600_000;

const tags = ['Onderweg'];

/** Bewaren op een apparaat wat nog niet is verstuurd. */
export function registreerOnderweg(app: App, t: Toepassing): void {
  const pad = '/v1/ik/bewaarsleutel/:apparaatId';
  app.put(
    pad,
    {
      config: { aangemeld: true },
      schema: {
        tags,
        summary: 'De sleutel waarmee dit apparaat bewaart wat nog niet is verstuurd',
        params: ApparaatParams,
        body: z.strictObject({}),
        response: { 200: BewaarsleutelSchema, ...problemen },
      },
    },
    async (req) => {
      const { apparaatId } = req.params;
      const nu = echteKlok.nu();
      const verlooptOp = new Date(Date.parse(nu) + SLEUTEL_UREN * UUR_MS).toISOString();
      const sleutel = await t.db.zonderDossiers((tx) =>
        geefSleutel(
          tx,
          { medewerkerId: req.gebruiker.id, apparaatId },
          randomBytes(SLEUTEL_BYTES),
          { nu, verlooptOp },
        ),
      );
      return { sleutel: sleutel.toString('base64') };
    },
  );

  app.delete(
    pad,
    {
      config: { aangemeld: true },
      schema: {
        tags,
        summary: 'De sleutel van dit apparaat vergeten, zodat niets erop nog leesbaar is',
        params: ApparaatParams,
        response: { 204: z.null(), ...problemen },
      },
    },
    async (req, reply) => {
      const { apparaatId } = req.params;
      await t.db.zonderDossiers((tx) =>
        vergeetSleutel(tx, { medewerkerId: req.gebruiker.id, apparaatId }),
      );
      return reply.code(204).send(null);
    },
  );
}
