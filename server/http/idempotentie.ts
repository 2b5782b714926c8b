import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Tx } from '../db/db.ts';
import { echteKlok } from '../klok.ts';
import { Probleem } from './probleem.ts';

const SLEUTEL = /^[\w-]{8,100}$/;

/**
 * Voert een aanmakende POST hoogstens één keer uit per `Idempotency-Key`; een herhaling krijgt hetzelfde antwoord.
 * Zonder sleutel wordt het werk gewoon gedaan. Dezelfde sleutel met andere inhoud is een 409.
 * Een sleutel wordt minstens een dag onthouden.
 */
export async function eenmalig<T>(req: FastifyRequest, tx: Tx, werk: () => Promise<T>): Promise<T> {
  const sleutel = req.headers['idempotency-key'];
  if (sleutel === undefined) return werk();
  if (typeof sleutel !== 'string' || !SLEUTEL.test(sleutel)) {
    throw new Probleem(
      400,
      'ongeldige-sleutel',
      'Idempotency-Key moet 8 tot 100 letters, cijfers of streepjes hebben.',
    );
  }
  const hash = createHash('sha256')
    .update(`${req.method} ${req.url} ${JSON.stringify(req.body)}`)
    .digest('hex');
  const rij = {
    medewerker_id: req.gebruiker.id,
    sleutel,
    verzoek_hash: hash,
    status: 0,
    antwoord: null,
    gemaakt_op: echteKlok.nu(),
  };
  // Een gelijktijdige herhaling wacht hier tot de eerste klaar is.
  const nieuw = await tx
    .insertInto('idempotentie')
    .values(rij)
    .onConflict((c) => c.doNothing())
    .returning('sleutel')
    .executeTakeFirst();
  if (!nieuw) return eerderAntwoord<T>(tx, req.gebruiker.id, sleutel, hash);
  const antwoord = await werk();
  await tx
    .updateTable('idempotentie')
    .set({ status: 201, antwoord: JSON.stringify(antwoord ?? null) })
    .where('medewerker_id', '=', req.gebruiker.id)
    .where('sleutel', '=', sleutel)
    .execute();
  return antwoord;
}

async function eerderAntwoord<T>(
  tx: Tx,
  medewerkerId: string,
  sleutel: string,
  hash: string,
): Promise<T> {
  const eerder = await tx
    .selectFrom('idempotentie')
    .select(['verzoek_hash', 'antwoord'])
    .where('medewerker_id', '=', medewerkerId)
    .where('sleutel', '=', sleutel)
    .executeTakeFirstOrThrow();
  if (eerder.verzoek_hash !== hash) {
    throw new Probleem(
      409,
      'sleutel-hergebruikt',
      'Deze Idempotency-Key is al gebruikt voor een ander verzoek.',
    );
  }
  return eerder.antwoord as T;
}
