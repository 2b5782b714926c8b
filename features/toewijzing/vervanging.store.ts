import { sql } from 'kysely';
import type { Datum } from '../../rules/shared/datum.ts';
import type { Tx } from '../../server/db/db.ts';

export type VervangingRij = {
  id: string;
  medewerkerId: string;
  medewerker: string;
  organisatieId: string;
  vervangerId: string;
  vervanger: string;
  van: Datum;
  tot: Datum;
};

const vervangingen = (tx: Tx) =>
  tx
    .selectFrom('vervanging as v')
    .innerJoin('medewerker as m', 'm.id', 'v.medewerker_id')
    .innerJoin('medewerker as w', 'w.id', 'v.vervanger_id')
    .select([
      'v.id',
      'm.id as medewerkerId',
      'm.naam as medewerker',
      'm.organisatie_id as organisatieId',
      'w.id as vervangerId',
      'w.naam as vervanger',
      'v.van',
      'v.tot',
    ]);

/** Vervangingen die op `vandaag` nog niet voorbij zijn: van de medewerker zelf, of van zijn hele organisatie. */
export function leesVervangingen(
  tx: Tx,
  wie: { medewerkerId: string; organisatieId?: string },
  vandaag: Datum,
): Promise<VervangingRij[]> {
  return vervangingen(tx)
    .where('v.tot', '>', vandaag)
    .where((eb) =>
      eb.or([
        eb('v.medewerker_id', '=', wie.medewerkerId),
        eb('v.vervanger_id', '=', wie.medewerkerId),
        ...(wie.organisatieId ? [eb('m.organisatie_id', '=', wie.organisatieId)] : []),
      ]),
    )
    .orderBy('v.van')
    .orderBy('v.id')
    .execute();
}

/** Eén vervanging, of leeg. */
export function leesVervanging(tx: Tx, id: string): Promise<VervangingRij | undefined> {
  return vervangingen(tx).where('v.id', '=', id).executeTakeFirst();
}

/** Naam en organisatie van een actieve medewerker. */
export function leesMedewerker(tx: Tx, id: string) {
  return tx
    .selectFrom('medewerker')
    .select(['id', 'naam', 'organisatie_id as organisatieId'])
    .where('id', '=', id)
    .where('actief', '=', true)
    .executeTakeFirst();
}

/** Een vervanging van dezelfde medewerker die met de periode samenvalt. */
export function overlappend(tx: Tx, medewerkerId: string, van: Datum, tot: Datum) {
  return vervangingen(tx)
    .where('v.medewerker_id', '=', medewerkerId)
    .where('v.van', '<', tot)
    .where('v.tot', '>', van)
    .executeTakeFirst();
}

/** Houdt de vervangingen van één medewerker vast tot het einde van de transactie: twee tegelijk overlappen niet. */
export async function vergrendelVervangingen(tx: Tx, medewerkerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`vervanging ${medewerkerId}`}, 0))`.execute(
    tx,
  );
}

/** Schrijft een vervanging; `tot` is exclusief. */
export async function maakVervanging(
  tx: Tx,
  v: { id: string; medewerkerId: string; vervangerId: string; van: Datum; tot: Datum },
): Promise<void> {
  await tx
    .insertInto('vervanging')
    .values({
      id: v.id,
      medewerker_id: v.medewerkerId,
      vervanger_id: v.vervangerId,
      van: v.van,
      tot: v.tot,
    })
    .execute();
}

/** Verwijdert een vervanging. */
export async function wisVervanging(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('vervanging').where('id', '=', id).execute();
}
