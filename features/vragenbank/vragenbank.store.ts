import type { Datum } from '../../rules/shared/datum.ts';
import type { Tx } from '../../server/db/db.ts';
import type { Inhoud } from './vragenbank.schema.ts';

export type VersieRij = {
  id: string;
  vraagId: string;
  geldigVanaf: Datum;
  inhoud: Inhoud;
  reden: string;
  door: string;
  vastgelegdOp: string;
  ingetrokkenOp: string | null;
  ingetrokkenDoor: string | null;
};

/** Alle besluiten van een gemeente over haar vragen, op dag van ingang. */
export async function leesVersies(tx: Tx, gemeenteId: string): Promise<VersieRij[]> {
  const rijen = await tx
    .selectFrom('vraagversie as v')
    .innerJoin('medewerker as door', 'door.id', 'v.vastgelegd_door')
    .leftJoin('medewerker as weg', 'weg.id', 'v.ingetrokken_door')
    .select([
      'v.id',
      'v.vraag_id as vraagId',
      'v.geldig_vanaf as geldigVanaf',
      'v.inhoud',
      'v.reden',
      'door.naam as door',
      'v.vastgelegd_op as vastgelegdOp',
      'v.ingetrokken_op as ingetrokkenOp',
      'weg.naam as ingetrokkenDoor',
    ])
    .where('v.gemeente_id', '=', gemeenteId)
    .orderBy('v.geldig_vanaf')
    .orderBy('v.vastgelegd_op')
    .orderBy('v.id')
    .execute();
  return rijen.map((r) => ({ ...r, inhoud: r.inhoud as Inhoud }));
}

/** De naam van een gemeente; tot het einde van `tx` besluit niemand anders over haar vragen. */
export async function houdGemeenteVast(tx: Tx, gemeenteId: string): Promise<void> {
  await tx
    .selectFrom('gemeente')
    .select('id')
    .where('id', '=', gemeenteId)
    .forNoKeyUpdate()
    .execute();
}

export async function leesGemeentenaam(tx: Tx, gemeenteId: string): Promise<string> {
  const { naam } = await tx
    .selectFrom('gemeente')
    .select('naam')
    .where('id', '=', gemeenteId)
    .executeTakeFirstOrThrow();
  return naam;
}

export type NieuweVersie = Pick<
  VersieRij,
  'id' | 'vraagId' | 'geldigVanaf' | 'inhoud' | 'reden'
> & { gemeenteId: string; door: string; op: string };

/** Legt een versie vast; een andere versie van dezelfde vraag en dag is daarmee ingetrokken. */
export async function bewaarVersie(tx: Tx, v: NieuweVersie): Promise<void> {
  await tx
    .updateTable('vraagversie')
    .set({ ingetrokken_op: v.op, ingetrokken_door: v.door })
    .where('gemeente_id', '=', v.gemeenteId)
    .where('vraag_id', '=', v.vraagId)
    .where('geldig_vanaf', '=', v.geldigVanaf)
    .where('ingetrokken_op', 'is', null)
    .execute();
  await tx
    .insertInto('vraagversie')
    .values({
      gemeente_id: v.gemeenteId,
      id: v.id,
      vraag_id: v.vraagId,
      geldig_vanaf: v.geldigVanaf,
      inhoud: JSON.stringify(v.inhoud),
      reden: v.reden,
      vastgelegd_op: v.op,
      vastgelegd_door: v.door,
    })
    .execute();
}

export async function trekVersieIn(
  tx: Tx,
  gemeenteId: string,
  id: string,
  door: string,
  op: string,
): Promise<void> {
  await tx
    .updateTable('vraagversie')
    .set({ ingetrokken_op: op, ingetrokken_door: door })
    .where('gemeente_id', '=', gemeenteId)
    .where('id', '=', id)
    .execute();
}
