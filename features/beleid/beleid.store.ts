import { sql } from 'kysely';
import type { Sleutel } from '../../rules/beleid/parameters.ts';
import type { Datum } from '../../rules/shared/datum.ts';
import type { Tx } from '../../server/db/db.ts';
import type { BesluitRij } from './beleid.schema.ts';

/** Alle besluiten van deze gemeenten, ook ingetrokken en gepland, op ingang en moment. */
export async function leesBesluiten(
  tx: Tx,
  gemeenten: readonly string[],
  sleutel?: Sleutel,
): Promise<BesluitRij[]> {
  if (gemeenten.length === 0) return [];
  return tx
    .selectFrom('beleid')
    .leftJoin('medewerker as door', 'door.id', 'beleid.vastgelegd_door')
    .leftJoin('medewerker as weg', 'weg.id', 'beleid.ingetrokken_door')
    .select([
      'beleid.id',
      'beleid.gemeente_id as gemeenteId',
      'beleid.sleutel',
      'beleid.waarde',
      'beleid.geldig_vanaf as geldigVanaf',
      'door.naam as door',
      'beleid.vastgelegd_op as vastgelegdOp',
      'beleid.toelichting',
      'beleid.ingetrokken_op as ingetrokkenOp',
      'weg.naam as ingetrokkenDoor',
    ])
    .where('beleid.gemeente_id', 'in', gemeenten)
    .$if(sleutel !== undefined, (q) => q.where('beleid.sleutel', '=', sleutel as Sleutel))
    .orderBy('beleid.geldig_vanaf')
    .orderBy('beleid.vastgelegd_op')
    .orderBy('beleid.id')
    .execute();
}

/** De gemeenten zelf, op naam. */
export function leesGemeenten(tx: Tx, ids: readonly string[]) {
  return tx
    .selectFrom('gemeente')
    .select(['id', 'code', 'naam'])
    .where('id', 'in', ids)
    .orderBy('naam')
    .execute();
}

/** Besluiten gaan één voor één, tot het einde van `tx`. Een dossier openen hoeft er niet op te wachten. */
export async function houdVast(tx: Tx, gemeenteId: string): Promise<void> {
  await tx
    .selectFrom('gemeente')
    .select('id')
    .where('id', '=', gemeenteId)
    .forNoKeyUpdate()
    .execute();
}

export type NieuwBesluit = {
  id: string;
  gemeenteId: string;
  sleutel: Sleutel;
  waarde: unknown;
  geldigVanaf: Datum;
  toelichting: string;
  door: string;
  op: string;
};

/** Legt een besluit vast; een ander besluit van dezelfde sleutel en dag is daarmee ingetrokken. */
export async function legBesluitVast(tx: Tx, b: NieuwBesluit): Promise<void> {
  await tx
    .updateTable('beleid')
    .set({ ingetrokken_op: b.op, ingetrokken_door: b.door })
    .where('gemeente_id', '=', b.gemeenteId)
    .where('sleutel', '=', b.sleutel)
    .where('geldig_vanaf', '=', b.geldigVanaf)
    .where('ingetrokken_op', 'is', null)
    .execute();
  await tx
    .insertInto('beleid')
    .values({
      id: b.id,
      gemeente_id: b.gemeenteId,
      sleutel: b.sleutel,
      waarde: JSON.stringify(b.waarde),
      geldig_vanaf: b.geldigVanaf,
      toelichting: b.toelichting,
      vastgelegd_op: b.op,
      vastgelegd_door: b.door,
    })
    .execute();
}

export async function trekBesluitIn(
  tx: Tx,
  { gemeenteId, id }: { gemeenteId: string; id: string },
  door: string,
  op: string,
): Promise<void> {
  await tx
    .updateTable('beleid')
    .set({ ingetrokken_op: op, ingetrokken_door: door })
    .where('gemeente_id', '=', gemeenteId)
    .where('id', '=', id)
    .execute();
}

/** Laat het nachtwerk elk dossier van de gemeente uiterlijk op `dag` opnieuw bepalen. */
export async function bepaalOpnieuwOp(tx: Tx, gemeenteId: string, dag: Datum): Promise<void> {
  await tx
    .updateTable('dossier_stand')
    .set({ volgende_wijziging: dag })
    .where('gemeente_id', '=', gemeenteId)
    .where((eb) =>
      eb.or([eb('volgende_wijziging', 'is', null), eb('volgende_wijziging', '>', dag)]),
    )
    .execute();
}

/** Hoeveel dossiers nog moeten worden bijgewerkt. */
export async function telBijTeWerken(tx: Tx, gemeenteId: string, vandaag: Datum): Promise<number> {
  const { aantal } = await tx
    .selectFrom('dossier_stand')
    .select(sql<number>`count(*)`.as('aantal'))
    .where('gemeente_id', '=', gemeenteId)
    .where('volgende_wijziging', '<=', vandaag)
    .executeTakeFirstOrThrow();
  return aantal;
}

const VOORBIJ = 'beeindigd';

/** Hoeveel dossiers van de gemeente lopen. */
export async function telLopend(tx: Tx, gemeenteId: string): Promise<number> {
  const { aantal } = await tx
    .selectFrom('dossier_stand')
    .select(sql<number>`count(*)`.as('aantal'))
    .where('gemeente_id', '=', gemeenteId)
    .where('toestand', '<>', VOORBIJ)
    .executeTakeFirstOrThrow();
  return aantal;
}

/** Een deel van de lopende dossiers, op id, na `na`. */
export function leesLopend(
  tx: Tx,
  gemeenteId: string,
  na: string | undefined,
  hoogstens: number,
): Promise<{ dossierId: string; naam: string }[]> {
  return tx
    .selectFrom('dossier_stand')
    .select(['dossier_id as dossierId', 'naam'])
    .where('gemeente_id', '=', gemeenteId)
    .where('toestand', '<>', VOORBIJ)
    .$if(na !== undefined, (q) => q.where('dossier_id', '>', na as string))
    .orderBy('dossier_id')
    .limit(hoogstens)
    .execute();
}
