import type { Datum } from '../../../rules/shared/datum.ts';
import type { Tx } from '../../../server/db/db.ts';
import type { BegeleiderWijziging, NieuweBegeleider } from '../begeleider.schema.ts';

const kies = (tx: Tx) =>
  tx
    .selectFrom('toetsbegeleider as b')
    .innerJoin('gemeente as g', 'g.id', 'b.gemeente_id')
    .select([
      'b.id as begeleiderId',
      'b.gemeente_id as gemeenteId',
      'g.naam as gemeente',
      'b.naam',
      'b.organisatie',
      'b.getraind_op as getraindOp',
      'b.geregistreerd_op as geregistreerdOp',
      'b.geregistreerd_tot as geregistreerdTot',
      'b.revisie',
    ]);

export type BegeleiderRij = Awaited<ReturnType<ReturnType<typeof kies>['execute']>>[number];

/** Alle toetsbegeleiders van de gemeenten in bereik, op naam. */
export const leesBegeleiders = (tx: Tx): Promise<BegeleiderRij[]> =>
  kies(tx).orderBy('b.naam').orderBy('b.id').execute();

/** Deze toetsbegeleiders van een gemeente. */
export const leesBegeleidersVan = (
  tx: Tx,
  gemeenteId: string,
  ids: readonly string[],
): Promise<BegeleiderRij[]> =>
  kies(tx)
    .where('b.gemeente_id', '=', gemeenteId)
    .where('b.id', 'in', [...ids])
    .orderBy('b.naam')
    .execute();

/** Eén toetsbegeleider. */
export const leesBegeleider = (tx: Tx, id: string): Promise<BegeleiderRij | undefined> =>
  kies(tx).where('b.id', '=', id).executeTakeFirst();

type Door = { nu: string; medewerkerId: string };
const kolommen = (b: Omit<BegeleiderWijziging, 'revisie'>) => ({
  naam: b.naam,
  organisatie: b.organisatie,
  getraind_op: b.getraindOp as Datum | null,
  geregistreerd_op: b.geregistreerdOp as Datum | null,
  geregistreerd_tot: b.geregistreerdTot as Datum | null,
});

/** Voegt een toetsbegeleider toe. */
export async function voegBegeleiderToe(
  tx: Tx,
  id: string,
  { gemeenteId, ...b }: NieuweBegeleider,
  door: Door,
): Promise<void> {
  await tx
    .insertInto('toetsbegeleider')
    .values({
      gemeente_id: gemeenteId,
      id,
      ...kolommen(b),
      gewijzigd_op: door.nu,
      gewijzigd_door: door.medewerkerId,
    })
    .execute();
}

/** Wijzigt een toetsbegeleider als niemand eerder was; `false` als dat wel zo is. */
export async function wijzigBegeleider(
  tx: Tx,
  sleutel: { gemeenteId: string; begeleiderId: string },
  { revisie, ...b }: BegeleiderWijziging,
  door: Door,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('toetsbegeleider')
    .set({
      ...kolommen(b),
      revisie: revisie + 1,
      gewijzigd_op: door.nu,
      gewijzigd_door: door.medewerkerId,
    })
    .where('gemeente_id', '=', sleutel.gemeenteId)
    .where('id', '=', sleutel.begeleiderId)
    .where('revisie', '=', revisie)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Wie een toetsbegeleider het laatst wijzigde. */
export async function laatsteHand(tx: Tx, begeleiderId: string) {
  return tx
    .selectFrom('toetsbegeleider as b')
    .innerJoin('medewerker as m', 'm.id', 'b.gewijzigd_door')
    .select(['m.naam as wie', 'b.gewijzigd_op as wanneer'])
    .where('b.id', '=', begeleiderId)
    .executeTakeFirst();
}
