import type { Tx } from '../../server/db/db.ts';
import type { LijstInstelling, LijstVerzoek } from './lijst.schema.ts';

export type LijstRij = {
  id: string;
  naam: string;
  instelling: LijstInstelling;
  gedeeld: boolean;
  medewerkerId: string;
  van: string;
};

/** Lijsten van de medewerker, en wat collega's van zijn organisatie delen. */
export async function leesLijsten(
  tx: Tx,
  medewerkerId: string,
  organisatieId: string,
): Promise<LijstRij[]> {
  const rijen = await tx
    .selectFrom('opgeslagen_lijst as l')
    .innerJoin('medewerker as m', 'm.id', 'l.medewerker_id')
    .select([
      'l.id',
      'l.naam',
      'l.instelling',
      'l.gedeeld',
      'l.medewerker_id as medewerkerId',
      'm.naam as van',
    ])
    .where((eb) =>
      eb.or([
        eb('l.medewerker_id', '=', medewerkerId),
        eb.and([eb('l.gedeeld', '=', true), eb('m.organisatie_id', '=', organisatieId)]),
      ]),
    )
    .orderBy('l.naam')
    .orderBy('l.id')
    .execute();
  return rijen as LijstRij[];
}

/** Schrijft een nieuwe lijst. */
export async function maakLijst(
  tx: Tx,
  id: string,
  medewerkerId: string,
  lijst: LijstVerzoek,
  nu: string,
): Promise<void> {
  await tx
    .insertInto('opgeslagen_lijst')
    .values({
      id,
      medewerker_id: medewerkerId,
      naam: lijst.naam,
      instelling: JSON.stringify(lijst.instelling),
      gedeeld: lijst.gedeeld,
      gemaakt_op: nu,
    })
    .execute();
}

/** Vervangt een lijst. */
export async function wijzigLijst(tx: Tx, id: string, lijst: LijstVerzoek): Promise<void> {
  await tx
    .updateTable('opgeslagen_lijst')
    .set({
      naam: lijst.naam,
      instelling: JSON.stringify(lijst.instelling),
      gedeeld: lijst.gedeeld,
    })
    .where('id', '=', id)
    .execute();
}

/** Verwijdert een lijst. */
export async function wisLijst(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('opgeslagen_lijst').where('id', '=', id).execute();
}
