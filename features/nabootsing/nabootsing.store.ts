import type { Tx } from '../../server/db/db.ts';

export type GemeenteRij = { id: string; code: string; naam: string };

/** Alle gemeenten met code en naam. */
export async function leesGemeenten(tx: Tx): Promise<GemeenteRij[]> {
  return tx.selectFrom('gemeente').select(['id', 'code', 'naam']).orderBy('naam').execute();
}
