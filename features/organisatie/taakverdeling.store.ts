import type { Datum } from '../../rules/shared/datum.ts';
import type { Taak } from '../../rules/taakverdeling/taken.ts';
import type { Tx } from '../../server/db/db.ts';

export type NieuweRegel = {
  id: string;
  taak: Taak;
  schaal: 'lokaal' | 'subregionaal' | 'regionaal';
  organisatieId: string;
};

export type Rij = {
  id: string;
  taak: Taak;
  schaal: NieuweRegel['schaal'];
  organisatieId: string;
  organisatie: string;
  geldigVanaf: Datum;
  geldigTot: Datum | null;
};

/** Alle regels van een gemeente, ook verlopen, op taak en datum. */
export async function leesTaakverdeling(tx: Tx, gemeenteId: string): Promise<Rij[]> {
  const rijen = await tx
    .selectFrom('taakverdeling')
    .innerJoin('organisatie', 'organisatie.id', 'taakverdeling.organisatie_id')
    .select([
      'taakverdeling.id',
      'taakverdeling.taak',
      'taakverdeling.schaal',
      'taakverdeling.organisatie_id as organisatieId',
      'organisatie.naam as organisatie',
      'taakverdeling.geldig_vanaf as geldigVanaf',
      'taakverdeling.geldig_tot as geldigTot',
    ])
    .where('gemeente_id', '=', gemeenteId)
    .orderBy('taak')
    .orderBy('geldig_vanaf')
    .execute();
  return rijen as Rij[];
}

/** De gemeente zelf. */
export function leesGemeente(tx: Tx, gemeenteId: string) {
  return tx
    .selectFrom('gemeente')
    .select(['id', 'code', 'naam'])
    .where('id', '=', gemeenteId)
    .executeTakeFirst();
}

/** Alle organisaties waaraan een taak gegeven kan worden. */
export function leesOrganisaties(tx: Tx) {
  return tx
    .selectFrom('organisatie')
    .select(['id', 'naam', 'soort'])
    .orderBy('soort')
    .orderBy('naam')
    .execute();
}

/**
 * Laat voor de genoemde taken een nieuwe verdeling gelden vanaf een dag. Wat op die dag of later begon
 * vervalt; wat ervoor begon eindigt op die dag.
 */
export async function vervangTaken(
  tx: Tx,
  gemeenteId: string,
  regels: readonly NieuweRegel[],
  vanaf: Datum,
): Promise<void> {
  const taken = regels.map((r) => r.taak);
  // Twee besluiten tegelijk zouden elkaars regels niet zien en een taak aan twee organisaties geven.
  await tx.selectFrom('gemeente').select('id').where('id', '=', gemeenteId).forUpdate().execute();
  await tx
    .deleteFrom('taakverdeling')
    .where('gemeente_id', '=', gemeenteId)
    .where('taak', 'in', taken)
    .where('geldig_vanaf', '>=', vanaf)
    .execute();
  await tx
    .updateTable('taakverdeling')
    .set({ geldig_tot: vanaf })
    .where('gemeente_id', '=', gemeenteId)
    .where('taak', 'in', taken)
    .where((eb) => eb.or([eb('geldig_tot', 'is', null), eb('geldig_tot', '>', vanaf)]))
    .execute();
  await tx
    .insertInto('taakverdeling')
    .values(
      regels.map((r) => ({
        id: r.id,
        gemeente_id: gemeenteId,
        taak: r.taak,
        schaal: r.schaal,
        organisatie_id: r.organisatieId,
        geldig_vanaf: vanaf,
        geldig_tot: null,
      })),
    )
    .execute();
}
