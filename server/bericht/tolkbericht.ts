import type { Tx } from '../db/db.ts';
import { planWerk } from '../werk.ts';

type Sleutel = { gemeenteId: string; id: string };

/**
 * Plant het versturen van een bericht aan een tolk.
 * @param vanaf niet eerder dan dit moment (UTC ISO, werkelijke tijd).
 */
export const planTolkbericht = (tx: Tx, { gemeenteId, id }: Sleutel, vanaf?: string) =>
  planWerk(
    tx,
    'tolkbericht_versturen',
    { gemeenteId, berichtId: id },
    { sleutel: `tolkbericht:${id}`, ...(vanaf ? { vanaf } : {}) },
  );

/**
 * Plant dat wij de berichtendienst vragen of een bericht aan een tolk aankwam.
 * @param vanaf niet eerder dan dit moment (UTC ISO, werkelijke tijd).
 */
export const planTolkafloop = (tx: Tx, { gemeenteId, id }: Sleutel, vanaf?: string) =>
  planWerk(
    tx,
    'tolkbericht_afloop',
    { gemeenteId, berichtId: id },
    { sleutel: `tolkafloop:${id}`, ...(vanaf ? { vanaf } : {}) },
  );

/** De dienst meldde iets over dit bericht: is het er een aan een tolk, dan kijken wij meteen hoe het afliep. */
export async function meldTolkafloop(tx: Tx, id: string): Promise<void> {
  const rij = await tx
    .selectFrom('tolkbericht')
    .select(['gemeente_id as gemeenteId', 'id'])
    .where('id', '=', id)
    .where('staat', '=', 'verstuurd')
    .executeTakeFirst();
  if (rij) await planTolkafloop(tx, rij);
}
