import type { Tx } from '../../server/db/db.ts';

/** De OIN's van alle gemeenten van deze installatie, in vaste volgorde. */
export async function leesOins(tx: Tx): Promise<string[]> {
  const rijen = await tx.selectFrom('gemeente').select('oin').orderBy('code').execute();
  return rijen.map((r) => r.oin);
}
