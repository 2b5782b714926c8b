import type { PipInhoud } from '../../rules/stand/feiten.ts';
import type { Tx } from '../../server/db/db.ts';
import type { DossierSleutel } from '../../server/dossier/feiten.ts';

export type PipRij = {
  versie: number;
  staat: 'concept' | 'ter-vaststelling' | 'vastgesteld';
  inhoud: Partial<PipInhoud>;
};

/** Het PIP waar de week bij past: een open concept, anders het laatste dat is vastgesteld. */
export async function leesPip(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
): Promise<PipRij | undefined> {
  const rij = await tx
    .selectFrom('pip')
    .select(['versie', 'staat', 'inhoud'])
    .where('gemeente_id', '=', gemeenteId)
    .where('dossier_id', '=', dossierId)
    .where('staat', '<>', 'ingetrokken')
    .orderBy('versie', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (
    rij && { ...rij, staat: rij.staat as PipRij['staat'], inhoud: rij.inhoud as PipRij['inhoud'] }
  );
}
