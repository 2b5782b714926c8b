import type { Tx } from '../../../server/db/db.ts';
import type { DossierSleutel } from '../../../server/dossier/feiten.ts';
import type { Vastgelegd } from './begin.read.ts';

/** De vastgelegde beginsituaties, nieuwste PIP eerst. */
export async function leesBeginsituaties(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
): Promise<Vastgelegd[]> {
  return tx
    .selectFrom('beginsituatie')
    .select(['pip_id as pipId', 'dagtekening', 'vastgelegd_op as vastgelegdOp', 'inhoud'])
    .where('gemeente_id', '=', gemeenteId)
    .where('dossier_id', '=', dossierId)
    .orderBy('dagtekening', 'desc')
    .orderBy('vastgelegd_op', 'desc')
    .execute();
}
