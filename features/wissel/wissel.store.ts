import type { Tx } from '../../server/db/db.ts';
import type { DossierSleutel } from '../../server/dossier/feiten.ts';

/** Versie van het PIP waaraan nu wordt gewerkt; er kan er maar één zijn. */
export async function leesOpenVersie(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
): Promise<number | undefined> {
  const rij = await tx
    .selectFrom('pip')
    .select('versie')
    .where('gemeente_id', '=', gemeenteId)
    .where('dossier_id', '=', dossierId)
    .where('staat', 'in', ['concept', 'ter-vaststelling'])
    .executeTakeFirst();
  return rij?.versie;
}
