import type { Datum } from '../../rules/shared/datum.ts';
import type { Tx } from '../../server/db/db.ts';
import type { MensTabellen } from '../../server/db/tabellen/mens.ts';
import type { DossierSleutel } from '../../server/dossier/feiten.ts';

type Rij = MensTabellen['meting'];

/** Bewaart de cijfers; het dossier moet zijn vergrendeld. */
export async function bewaarMeting(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
  meting: {
    id: string;
    moment: Rij['moment'];
    taal: string;
    hulp: Rij['hulp'];
    gemetenOp: Datum;
    antwoorden: Record<string, number>;
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
