import type { Tx } from '../../../server/db/db.ts';
import type { GemeenteStijl } from '../../../server/db/tables.ts';

export type HuisstijlRij = {
  id: string;
  stijl: GemeenteStijl;
  logo: string | null;
  door: string;
  op: string;
};

/** Elke huisstijl die hier is vastgelegd, nieuwste eerst. */
export async function leesHuisstijlen(tx: Tx, gemeenteId: string): Promise<HuisstijlRij[]> {
  const rijen = await tx
    .selectFrom('huisstijl as h')
    .innerJoin('medewerker as m', 'm.id', 'h.vastgelegd_door')
    .select(['h.id', 'h.stijl', 'h.logo', 'm.naam as door', 'h.vastgelegd_op as op'])
    .where('h.gemeente_id', '=', gemeenteId)
    .orderBy('h.vastgelegd_op', 'desc')
    .orderBy('h.id', 'desc')
    .execute();
  return rijen.map((r) => ({ ...r, stijl: r.stijl as GemeenteStijl }));
}

export type NieuweStijl = {
  gemeenteId: string;
  id: string;
  stijl: GemeenteStijl;
  logo: string | null;
  door: string;
  op: string;
};

/** Legt een huisstijl vast; brieven nemen haar vanaf nu. */
export async function bewaarHuisstijl(tx: Tx, n: NieuweStijl): Promise<void> {
  await tx
    .insertInto('huisstijl')
    .values({
      gemeente_id: n.gemeenteId,
      id: n.id,
      stijl: JSON.stringify(n.stijl),
      logo: n.logo,
      vastgelegd_op: n.op,
      vastgelegd_door: n.door,
    })
    .execute();
  await tx
    .updateTable('gemeente')
    .set({ stijl: JSON.stringify(n.stijl) })
    .where('id', '=', n.gemeenteId)
    .execute();
}
