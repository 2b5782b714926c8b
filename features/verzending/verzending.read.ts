import type { Tx } from '../../server/db/db.ts';
import type { DossierSleutel } from '../../server/dossier/feiten.ts';

/** Waar een bericht over `onderwerpId` bij DUO staat. */
export type VerzendStand = {
  verzendingId: string;
  onderwerpId: string;
  staat: 'wacht' | 'bezig' | 'geaccepteerd' | 'geweigerd' | 'ingetrokken';
  pogingen: number;
  gemaaktOp: string;
  afgerondOp: string | null;
  foutteksten: string[];
  laatsteFout: string | null;
};

/** De berichten aan DUO over dit dossier, oudste eerst. */
export async function verzendingenVan(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
): Promise<VerzendStand[]> {
  return tx
    .selectFrom('bericht_uit')
    .select([
      'id as verzendingId',
      'onderwerp_id as onderwerpId',
      'staat',
      'pogingen',
      'gemaakt_op as gemaaktOp',
      'afgerond_op as afgerondOp',
      'foutteksten',
      'laatste_fout as laatsteFout',
    ])
    .where('gemeente_id', '=', gemeenteId)
    .where('dossier_id', '=', dossierId)
    .orderBy('volgnummer')
    .execute();
}
