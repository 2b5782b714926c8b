import type { Tx } from '../../server/db/db.ts';
import type { DossierSleutel } from '../../server/dossier/feiten.ts';
import { type BerichtStaat, omschrijvingVan } from './gebeurtenissen.ts';

/** Een melding van DUO zoals zij bij een dossier staat. */
export type OntvangenMelding = {
  id: string;
  gebeurtenisId: string;
  omschrijving: string;
  geregistreerdOp: string;
  ontvangenOp: string;
  staat: BerichtStaat;
  /** Waarom zij in het postvak ligt. */
  reden: string | null;
  voorstel: string | null;
};

/** De meldingen van DUO over dit dossier, nieuwste eerst. */
export async function meldingenVan(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
): Promise<OntvangenMelding[]> {
  const rijen = await tx
    .selectFrom('bericht_in')
    .select([
      'id',
      'gebeurtenis_id as gebeurtenisId',
      'geregistreerd_op as geregistreerdOp',
      'ontvangen_op as ontvangenOp',
      'staat',
      'postvak_reden as reden',
      'voorstel',
    ])
    .where('gemeente_id', '=', gemeenteId)
    .where('dossier_id', '=', dossierId)
    .orderBy('ontvangen_op', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rijen.map((r) => ({ ...r, omschrijving: omschrijvingVan(r.gebeurtenisId) }));
}
