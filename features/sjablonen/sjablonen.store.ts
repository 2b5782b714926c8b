import type { Datum } from '../../rules/shared/datum.ts';
import type { Tx } from '../../server/db/db.ts';

type Vastgelegd = {
  door: string;
  vastgelegdOp: string;
  ingetrokkenOp: string | null;
  ingetrokkenDoor: string | null;
};

export type SjabloonRij = Vastgelegd & {
  id: string;
  soort: string;
  geldigVanaf: Datum;
  blokken: Record<string, string>;
  reden: string;
};

/** Alle versies van de tekstblokken van een gemeente, op dag van ingang. */
export async function leesVersies(tx: Tx, gemeenteId: string): Promise<SjabloonRij[]> {
  const rijen = await tx
    .selectFrom('sjabloonversie as v')
    .innerJoin('medewerker as door', 'door.id', 'v.vastgelegd_door')
    .leftJoin('medewerker as weg', 'weg.id', 'v.ingetrokken_door')
    .select([
      'v.id',
      'v.soort',
      'v.geldig_vanaf as geldigVanaf',
      'v.blokken',
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
  return rijen.map((r) => ({ ...r, blokken: r.blokken as Record<string, string> }));
}

export type NieuweVersie = Pick<
  SjabloonRij,
  'id' | 'soort' | 'geldigVanaf' | 'blokken' | 'reden'
> & { gemeenteId: string; door: string; op: string };

/** Legt een versie vast; een andere van dezelfde brief en dag is daarmee ingetrokken. */
export async function bewaarVersie(tx: Tx, v: NieuweVersie): Promise<void> {
  await tx
    .updateTable('sjabloonversie')
    .set({ ingetrokken_op: v.op, ingetrokken_door: v.door })
    .where('gemeente_id', '=', v.gemeenteId)
    .where('soort', '=', v.soort)
    .where('geldig_vanaf', '=', v.geldigVanaf)
    .where('ingetrokken_op', 'is', null)
    .execute();
  await tx
    .insertInto('sjabloonversie')
    .values({
      gemeente_id: v.gemeenteId,
      id: v.id,
      soort: v.soort,
      geldig_vanaf: v.geldigVanaf,
      blokken: JSON.stringify(v.blokken),
      reden: v.reden,
      vastgelegd_op: v.op,
      vastgelegd_door: v.door,
    })
    .execute();
}

type Intrekking = { gemeenteId: string; id: string; door: string; op: string };

export async function trekVersieIn(tx: Tx, i: Intrekking): Promise<void> {
  await tx
    .updateTable('sjabloonversie')
    .set({ ingetrokken_op: i.op, ingetrokken_door: i.door })
    .where('gemeente_id', '=', i.gemeenteId)
    .where('id', '=', i.id)
    .execute();
}

/** Tot het einde van `tx` wijzigt niemand anders iets aan de brieven van deze gemeente. */
export async function houdVast(tx: Tx, gemeenteId: string): Promise<void> {
  await tx
    .selectFrom('gemeente')
    .select('id')
    .where('id', '=', gemeenteId)
    .forNoKeyUpdate()
    .execute();
}
