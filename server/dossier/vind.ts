import type { Tx } from '../db/db.ts';
import { nietGevonden } from '../http/probleem.ts';
import type { DossierSleutel } from './feiten.ts';

export type GevondenDossier = DossierSleutel & {
  revisie: number;
  klantmanagerId: string | null;
  bsn: string | null;
  vNummer: string | null;
};

/**
 * Het dossier als het binnen het bereik van de transactie valt; een samengevoegd dossier wordt gevolgd.
 * @throws Probleem 404 als het niet bestaat of niet zichtbaar is.
 */
export async function vindDossier(tx: Tx, dossierId: string): Promise<GevondenDossier> {
  const rij = await tx
    .selectFrom('dossier')
    .select([
      'gemeente_id',
      'id',
      'revisie',
      'klantmanager_id',
      'bsn',
      'v_nummer',
      'samengevoegd_met',
    ])
    .where('id', '=', dossierId)
    .executeTakeFirst();
  if (!rij) throw nietGevonden('Dit dossier');
  if (rij.samengevoegd_met) return vindDossier(tx, rij.samengevoegd_met);
  return {
    gemeenteId: rij.gemeente_id,
    dossierId: rij.id,
    revisie: rij.revisie,
    klantmanagerId: rij.klantmanager_id,
    bsn: rij.bsn,
    vNummer: rij.v_nummer,
  };
}
