import type { Datum } from '../../rules/shared/datum.ts';
import type { Tx } from '../../server/db/db.ts';
import { ingebouwdeVragen } from '../intake/antwoord.read.ts';
import type { Vragenlijst } from '../shared/vraag.schema.ts';
import { stelSamen, type Vraagbesluit } from './samenstellen.ts';

/** De vragen van de intake die een gemeente op een dag stelt, in de volgorde van het gesprek. */
export async function vragenVoor(tx: Tx, gemeenteId: string, dag: Datum): Promise<Vragenlijst> {
  const rijen = await tx
    .selectFrom('vraagversie')
    .select(['vraag_id as vraagId', 'geldig_vanaf as geldigVanaf', 'inhoud'])
    .where('gemeente_id', '=', gemeenteId)
    .where('ingetrokken_op', 'is', null)
    .where('geldig_vanaf', '<=', dag)
    .orderBy('geldig_vanaf')
    .orderBy('id')
    .execute();
  const besluiten = rijen.map((r) => ({ ...r, inhoud: r.inhoud as Vraagbesluit['inhoud'] }));
  return stelSamen(ingebouwdeVragen(), besluiten, dag);
}
