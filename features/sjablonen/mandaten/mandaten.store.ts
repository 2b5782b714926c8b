import { sql } from 'kysely';
import type { Datum } from '../../../rules/shared/datum.ts';
import type { Tx } from '../../../server/db/db.ts';

export type MandaatRij = {
  id: string;
  soort: string;
  medewerkerId: string;
  naam: string;
  functie: string;
  geldigVanaf: Datum;
  geldigTot: Datum | null;
  tekst: string;
  besluit: string;
  door: string;
  vastgelegdOp: string;
  ingetrokkenOp: string | null;
  ingetrokkenDoor: string | null;
};

/** Het mandaatregister van een gemeente, op soort, naam en dag. */
export function leesMandaten(tx: Tx, gemeenteId: string): Promise<MandaatRij[]> {
  return tx
    .selectFrom('mandaat as r')
    .innerJoin('medewerker as m', 'm.id', 'r.medewerker_id')
    .innerJoin('medewerker as door', 'door.id', 'r.vastgelegd_door')
    .leftJoin('medewerker as weg', 'weg.id', 'r.ingetrokken_door')
    .select([
      'r.id',
      'r.soort',
      'r.medewerker_id as medewerkerId',
      'm.naam',
      'm.functie',
      'r.geldig_vanaf as geldigVanaf',
      'r.geldig_tot as geldigTot',
      'r.tekst',
      'r.besluit',
      'door.naam as door',
      'r.vastgelegd_op as vastgelegdOp',
      'r.ingetrokken_op as ingetrokkenOp',
      'weg.naam as ingetrokkenDoor',
    ])
    .where('r.gemeente_id', '=', gemeenteId)
    .orderBy('r.soort')
    .orderBy('m.naam')
    .orderBy('r.geldig_vanaf')
    .execute();
}

/** Medewerkers van organisaties die nu of later iets voor deze gemeente doen. */
export function leesKandidaten(tx: Tx, gemeenteId: string, vandaag: Datum) {
  return tx
    .selectFrom('medewerker as m')
    .innerJoin('organisatie as o', 'o.id', 'm.organisatie_id')
    .select(['m.id', 'm.naam', 'm.functie', 'o.naam as organisatie'])
    .where('m.actief', '=', true)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('taakverdeling as t')
          .select(sql`1`.as('een'))
          .whereRef('t.organisatie_id', '=', 'm.organisatie_id')
          .where('t.gemeente_id', '=', gemeenteId)
          .where((e) => e.or([e('t.geldig_tot', 'is', null), e('t.geldig_tot', '>', vandaag)])),
      ),
    )
    .orderBy('m.naam')
    .execute();
}

export type NieuwMandaat = Pick<
  MandaatRij,
  'id' | 'soort' | 'medewerkerId' | 'geldigVanaf' | 'geldigTot' | 'tekst' | 'besluit'
> & { gemeenteId: string; door: string; op: string };

export async function bewaarMandaat(tx: Tx, n: NieuwMandaat): Promise<void> {
  await tx
    .insertInto('mandaat')
    .values({
      gemeente_id: n.gemeenteId,
      id: n.id,
      soort: n.soort,
      medewerker_id: n.medewerkerId,
      geldig_vanaf: n.geldigVanaf,
      geldig_tot: n.geldigTot,
      tekst: n.tekst,
      besluit: n.besluit,
      vastgelegd_op: n.op,
      vastgelegd_door: n.door,
    })
    .execute();
}

type Sleutel = { gemeenteId: string; id: string };

export async function beeindigMandaat(tx: Tx, s: Sleutel, tot: Datum): Promise<void> {
  await tx
    .updateTable('mandaat')
    .set({ geldig_tot: tot })
    .where('gemeente_id', '=', s.gemeenteId)
    .where('id', '=', s.id)
    .execute();
}

export async function trekMandaatIn(tx: Tx, s: Sleutel, door: string, op: string): Promise<void> {
  await tx
    .updateTable('mandaat')
    .set({ ingetrokken_op: op, ingetrokken_door: door })
    .where('gemeente_id', '=', s.gemeenteId)
    .where('id', '=', s.id)
    .execute();
}
