import type { Datum } from '../../rules/shared/datum.ts';
import type { Tx } from '../../server/db/db.ts';
import type { MensTabellen } from '../../server/db/tabellen/mens.ts';
import type { DossierSleutel } from '../../server/dossier/feiten.ts';
import { type Score, scoresVan } from './dimensies.schema.ts';

type Rij = MensTabellen['meting'];

export type BewaardeMeting = {
  id: string;
  moment: Rij['moment'];
  taal: string;
  hulp: Rij['hulp'];
  gemetenOp: Datum;
  antwoorden: Record<string, number>;
  door: string | null;
};

/** De metingen die nu gelden, oudste eerst; leeg als het recht op deze gegevens ontbreekt. */
export async function leesMetingen(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
): Promise<BewaardeMeting[]> {
  return tx
    .selectFrom('meting as m')
    .leftJoin('medewerker as w', 'w.id', 'm.medewerker_id')
    .select([
      'm.id',
      'm.moment',
      'm.taal',
      'm.hulp',
      'm.gemeten_op as gemetenOp',
      'm.antwoorden',
      'w.naam as door',
    ])
    .where('m.gemeente_id', '=', gemeenteId)
    .where('m.dossier_id', '=', dossierId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('meting as n')
            .select('n.id')
            .where('n.gemeente_id', '=', gemeenteId)
            .where('n.dossier_id', '=', dossierId)
            .whereRef('n.vervangt', '=', 'm.id'),
        ),
      ),
    )
    .orderBy('m.gemeten_op')
    .orderBy('m.id')
    .execute();
}

/** De eigen cijfers van de laatste meting; leeg zonder meting of zonder het recht erop. */
export async function laatsteScores(tx: Tx, sleutel: DossierSleutel): Promise<Score[]> {
  const laatste = (await leesMetingen(tx, sleutel)).at(-1);
  return laatste ? scoresVan(laatste.antwoorden) : [];
}
