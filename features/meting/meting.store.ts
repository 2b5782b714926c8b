import type { Datum } from '../../rules/shared/datum.ts';
import type { Tx } from '../../server/db/db.ts';
import type { MensTabellen } from '../../server/db/tabellen/mens.ts';
import type { DossierSleutel } from '../../server/dossier/feiten.ts';

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

/** Bewaart de cijfers; het dossier moet zijn vergrendeld. */
export async function bewaarMeting(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
  meting: Omit<BewaardeMeting, 'door'> & {
    nu: string;
    medewerkerId: string;
    vervangt: string | null;
  },
): Promise<void> {
  await tx
    .insertInto('meting')
    .values({
      gemeente_id: gemeenteId,
      dossier_id: dossierId,
      id: meting.id,
      moment: meting.moment,
      taal: meting.taal,
      hulp: meting.hulp,
      gemeten_op: meting.gemetenOp,
      antwoorden: JSON.stringify(meting.antwoorden),
      vastgelegd_op: meting.nu,
      medewerker_id: meting.medewerkerId,
      vervangt: meting.vervangt,
    })
    .execute();
}
