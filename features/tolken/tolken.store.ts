import type { Datum } from '../../rules/shared/datum.ts';
import type { Uitzondering } from '../../rules/tolk/rooster.ts';
import type { Tx } from '../../server/db/db.ts';
import { kiesTolken, type TolkRij } from './tolken.read.ts';
import type { NieuweTolk, TolkWijziging } from './tolken.schema.ts';

/** Alle tolken die te zien zijn, op naam. */
export const leesTolken = (tx: Tx): Promise<TolkRij[]> =>
  kiesTolken(tx).orderBy('t.naam').orderBy('t.id').execute();

/** Eén tolk die te zien is. */
export const leesTolk = (tx: Tx, tolkId: string): Promise<TolkRij | undefined> =>
  kiesTolken(tx).where('t.id', '=', tolkId).executeTakeFirst();

type Gedeeld = Omit<TolkWijziging, 'revisie'>;

const kolommen = (t: Gedeeld) => ({
  naam: t.naam,
  talen: JSON.stringify(t.talen),
  rbtv: t.rbtv,
  geslacht: t.geslacht,
  telefoon: t.telefoon,
  email: t.email,
  vormen: t.vormen,
  rooster: JSON.stringify(t.rooster),
  uitzonderingen: JSON.stringify(t.uitzonderingen satisfies object[] as Uitzondering[]),
  reis_minuten: t.reisMinuten,
  uurtarief_cent: t.uurtariefCent,
  reiskosten_cent: t.reiskostenCent,
  minimum_minuten: t.minimumMinuten,
  annuleren_uren: t.annulerenUren,
  annuleren_procent: t.annulerenProcent,
  gestopt_op: t.gestoptOp as Datum | null,
});

type Door = { nu: string; medewerkerId: string };

/** Voegt een tolk toe. */
export async function voegTolkToe(
  tx: Tx,
  id: string,
  { gemeenteId, gemeenteIds, ...tolk }: NieuweTolk,
  door: Door,
): Promise<void> {
  await tx
    .insertInto('tolk')
    .values({
      gemeente_id: gemeenteId,
      id,
      gemeenten: [...new Set([gemeenteId, ...gemeenteIds])],
      ...kolommen(tolk),
      gewijzigd_op: door.nu,
      gewijzigd_door: door.medewerkerId,
    })
    .execute();
}

/** Wijzigt een tolk als niemand eerder was; `false` als dat wel zo is. */
export async function wijzigTolk(
  tx: Tx,
  sleutel: { gemeenteId: string; tolkId: string },
  { revisie, ...tolk }: TolkWijziging,
  door: Door,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('tolk')
    .set({
      ...kolommen(tolk),
      revisie: revisie + 1,
      gewijzigd_op: door.nu,
      gewijzigd_door: door.medewerkerId,
    })
    .where('gemeente_id', '=', sleutel.gemeenteId)
    .where('id', '=', sleutel.tolkId)
    .where('revisie', '=', revisie)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Wie een tolk het laatst wijzigde, voor het bericht bij een botsing. */
export async function laatsteWijziging(tx: Tx, tolkId: string) {
  return tx
    .selectFrom('tolk as t')
    .innerJoin('medewerker as m', 'm.id', 't.gewijzigd_door')
    .select(['m.naam as wie', 't.gewijzigd_op as wanneer'])
    .where('t.id', '=', tolkId)
    .executeTakeFirst();
}

/** Namen van gemeenten op id. */
export async function leesGemeentenamen(tx: Tx): Promise<Map<string, string>> {
  const rijen = await tx.selectFrom('gemeente').select(['id', 'naam']).execute();
  return new Map(rijen.map((r) => [r.id, r.naam]));
}
