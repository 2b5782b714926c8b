import type { Datum } from '../../rules/shared/datum.ts';
import type { Tx } from '../db/db.ts';
import type { DossierSleutel } from '../dossier/feiten.ts';
import { nieuwId } from '../id.ts';

export type NieuweKaart = DossierSleutel & {
  soort: 'boete' | 'bio-advies' | 'verklaring';
  velden: Record<string, string>;
  uiterlijk?: Datum | null;
  /** De melding van DUO waarop de kaart antwoordt; per melding komt er één kaart. */
  berichtId?: string;
  medewerkerId?: string;
  nu: string;
};

/**
 * Legt klaar wat een mens zelf in het portaal van DUO invoert.
 * @returns id van de kaart, of `undefined` als er voor deze melding al een is.
 */
export async function maakPortaalkaart(tx: Tx, k: NieuweKaart): Promise<string | undefined> {
  const rij = await tx
    .insertInto('portaalkaart')
    .values({
      gemeente_id: k.gemeenteId,
      dossier_id: k.dossierId,
      id: nieuwId(),
      soort: k.soort,
      staat: 'open',
      velden: JSON.stringify(k.velden),
      bericht_id: k.berichtId ?? null,
      gemaakt_op: k.nu,
      gemaakt_door: k.medewerkerId ?? null,
      uiterlijk: k.uiterlijk ?? null,
      ingevoerd_op: null,
      afgerond_door: null,
      afgerond_op: null,
      reden: null,
      gewijzigd_op: k.nu,
      gewijzigd_door: k.medewerkerId ?? null,
    })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst();
  return rij?.id;
}
