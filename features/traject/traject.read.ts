import type { Tx } from '../../server/db/db.ts';

export type Instelling = {
  instellingsnummer: string;
  naam: string;
  plaats: string;
  bowKeurmerk: boolean | null;
  tstKeurmerk: boolean | null;
  verdwenenOp: string | null;
  keurmerkVerlorenOp: string | null;
};

const lees = (tx: Tx) =>
  tx
    .selectFrom('instelling')
    .select([
      'instellingsnummer',
      'naam',
      'plaats',
      'bow_keurmerk as bowKeurmerk',
      'tst_keurmerk as tstKeurmerk',
      'verdwenen_op as verdwenenOp',
      'keurmerk_verloren_op as keurmerkVerlorenOp',
    ]);

/** De instellingen die DUO nu noemt, op naam. */
export const leesInstellingen = (tx: Tx): Promise<Instelling[]> =>
  lees(tx).where('verdwenen_op', 'is', null).orderBy('naam').orderBy('plaats').execute();

/** Deze instellingen, ook als DUO ze niet meer noemt. */
export async function leesInstellingenMet(
  tx: Tx,
  nummers: readonly string[],
): Promise<Map<string, Instelling>> {
  if (nummers.length === 0) return new Map();
  const rijen = await lees(tx)
    .where('instellingsnummer', 'in', [...nummers])
    .execute();
  return new Map(rijen.map((r) => [r.instellingsnummer, r]));
}

/** Waar als de lijst van DUO er is; anders zegt een instelling die ontbreekt niets. */
export async function lijstBekend(tx: Tx): Promise<boolean> {
  const rij = await tx
    .selectFrom('instelling')
    .select('instellingsnummer')
    .limit(1)
    .executeTakeFirst();
  return rij !== undefined;
}
