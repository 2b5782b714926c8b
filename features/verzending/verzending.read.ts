import type { Tx } from '../../server/db/db.ts';
import type { DossierSleutel } from '../../server/dossier/feiten.ts';
import { bijDuoInEenZin } from './zin.ts';

/** Waar een bericht over `onderwerpId` bij DUO staat. */
export type VerzendStand = {
  verzendingId: string;
  onderwerpId: string;
  soort: string;
  staat: 'wacht' | 'bezig' | 'geaccepteerd' | 'geweigerd' | 'ingetrokken';
  pogingen: number;
  gemaaktOp: string;
  afgerondOp: string | null;
  /** In de woorden van DUO, of van ons als `doorOns`. */
  foutteksten: string[];
  /** Wij hielden het bericht zelf tegen; DUO kreeg niets. */
  doorOns: boolean;
  laatsteFout: string | null;
  /** Waarop het wacht: een ander bericht van dezelfde persoon. */
  wachtOp: string | null;
  /** Een nieuwere melding over hetzelfde kwam ervoor in de plaats. */
  vervangen: boolean;
  /** Moment waarop DUO het aannam, UTC ISO. */
  bekendSinds: string | null;
  /** Eén zin voor bij het feit zelf. */
  zin: string;
};

/**
 * De berichten aan DUO over dit dossier, oudste eerst. Bij een feit, een PIP of een contactpersoon hoort het laatste
 * bericht met dat `onderwerpId`; wat niet naar DUO hoeft staat er niet in.
 */
export async function verzendingenVan(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
): Promise<VerzendStand[]> {
  const rijen = await tx
    .selectFrom('bericht_uit')
    .select([
      'id as verzendingId',
      'onderwerp_id as onderwerpId',
      'soort',
      'staat',
      'pogingen',
      'gemaakt_op as gemaaktOp',
      'afgerond_op as afgerondOp',
      'foutteksten',
      'eigen_redenen',
      'laatste_fout as laatsteFout',
      'wacht_op as wachtOp',
      'vervangen_door',
    ])
    .where('gemeente_id', '=', gemeenteId)
    .where('dossier_id', '=', dossierId)
    .orderBy('volgnummer')
    .execute();
  return rijen.map(({ eigen_redenen, vervangen_door, foutteksten, ...r }) => {
    const doorOns = eigen_redenen.length > 0;
    const stand = {
      ...r,
      doorOns,
      foutteksten: doorOns ? eigen_redenen.map((e) => e.tekst) : foutteksten,
      vervangen: vervangen_door !== null,
      bekendSinds: r.staat === 'geaccepteerd' ? r.afgerondOp : null,
    };
    return { ...stand, zin: bijDuoInEenZin(stand) };
  });
}
