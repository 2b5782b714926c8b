import type { Tx } from '../db/db.ts';

/** De ids van alle gemeenten van deze installatie, in vaste volgorde; voor werk dat bij niemand in het bijzonder hoort. */
export async function alleGemeenten(tx: Tx): Promise<string[]> {
  const rijen = await tx.selectFrom('gemeente').select('id').orderBy('code').execute();
  return rijen.map((r) => r.id);
}
