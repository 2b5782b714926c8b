import { sql } from 'kysely';
import type { Tx } from '../../../server/db/db.ts';
import type { Database, EigenReden } from '../../../server/db/tables.ts';
import type { DossierSleutel } from '../../../server/dossier/feiten.ts';

/** Wacht tot geen ander voor dit dossier verstuurt, en houdt dat zo tot het einde van `tx`. */
export async function houdVerzenderTegen(tx: Tx, dossierId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`duo:${dossierId}`}, 0))`.execute(tx);
}

/** De gemeente namens wie het bericht gaat. */
export async function afzender(tx: Tx, gemeenteId: string): Promise<{ oin: string; code: string }> {
  return tx
    .selectFrom('gemeente')
    .select(['oin', 'code'])
    .where('id', '=', gemeenteId)
    .executeTakeFirstOrThrow();
}

/** Een bericht in de rij van één persoon. */
export type RijBericht = {
  id: string;
  volgnummer: number;
  soort: Database['bericht_uit']['soort'];
  onderwerp_id: string;
  inhoud: unknown;
  staat: Database['bericht_uit']['staat'];
  bericht_id: string | null;
  pogingen: number;
  wacht_op: string | null;
  vervangen_door: string | null;
};

/** Alle berichten van het dossier die er nog toe doen, vastgehouden tot het einde van `tx`. */
export function berichtenInRij(tx: Tx, sleutel: DossierSleutel): Promise<RijBericht[]> {
  return tx
    .selectFrom('bericht_uit')
    .select([
      'id',
      'volgnummer',
      'soort',
      'onderwerp_id',
      'inhoud',
      'staat',
      'bericht_id',
      'pogingen',
      'wacht_op',
      'vervangen_door',
    ])
    .where('gemeente_id', '=', sleutel.gemeenteId)
    .where('dossier_id', '=', sleutel.dossierId)
    .where('staat', '!=', 'ingetrokken')
    .orderBy('volgnummer')
    .forUpdate()
    .execute();
}

/** Schrijft op waarop een bericht wacht; leeg als het nergens meer op wacht. */
export async function noteerWachtOp(
  tx: Tx,
  gemeenteId: string,
  id: string,
  wachtOp: string | null,
): Promise<void> {
  await tx
    .updateTable('bericht_uit')
    .set({ wacht_op: wachtOp })
    .where('gemeente_id', '=', gemeenteId)
    .where('id', '=', id)
    .execute();
}

/** Legt vast dat het versturen nu begint; moet zijn bevestigd vóór het eerste verzoek aan DUO. */
export async function markeerBezig(
  tx: Tx,
  gemeenteId: string,
  bericht: { id: string; berichtId: string },
  nu: string,
): Promise<void> {
  await sql`
    update bericht_uit set staat = 'bezig', pogingen = pogingen + 1, bericht_id = ${bericht.berichtId},
      wacht_op = null, verzending_begonnen_op = coalesce(verzending_begonnen_op, ${nu}::timestamptz)
    where gemeente_id = ${gemeenteId} and id = ${bericht.id}`.execute(tx);
}

/** Waarom het nog niet kan; `zekerNietVerstuurd` laat het bericht weer gewoon wachten. */
export async function noteerUitstel(
  tx: Tx,
  gemeenteId: string,
  id: string,
  fout: string,
  zekerNietVerstuurd: boolean,
): Promise<void> {
  await tx
    .updateTable('bericht_uit')
    .set({
      laatste_fout: fout,
      ...(zekerNietVerstuurd ? { staat: 'wacht' as const, verzending_begonnen_op: null } : {}),
    })
    .where('gemeente_id', '=', gemeenteId)
    .where('id', '=', id)
    .where('staat', 'in', ['wacht', 'bezig'])
    .execute();
}

/** Het oordeel waarmee een bericht wordt afgesloten. */
export type Slot = {
  staat: 'geaccepteerd' | 'geweigerd';
  foutteksten: string[];
  eigenRedenen?: EigenReden[];
  ontvangstbewijs: Record<string, unknown> | null;
  op: string;
};

/** Sluit een open bericht af. @returns onwaar als het al was afgesloten. */
export async function rondAf(tx: Tx, gemeenteId: string, id: string, slot: Slot): Promise<boolean> {
  const gewijzigd = await tx
    .updateTable('bericht_uit')
    .set({
      staat: slot.staat,
      foutteksten: slot.foutteksten,
      eigen_redenen: JSON.stringify(slot.eigenRedenen ?? []),
      laatste_fout: null,
      wacht_op: null,
      ontvangstbewijs: slot.ontvangstbewijs ? JSON.stringify(slot.ontvangstbewijs) : null,
      afgerond_op: slot.op,
    })
    .where('gemeente_id', '=', gemeenteId)
    .where('id', '=', id)
    .where('staat', 'in', ['wacht', 'bezig'])
    .returning('id')
    .executeTakeFirst();
  return gewijzigd !== undefined;
}

/** Dossiers met een bericht dat al sinds `voor` openstaat. */
export async function dossiersMetOudBericht(tx: Tx, voor: string): Promise<DossierSleutel[]> {
  return tx
    .selectFrom('bericht_uit')
    .select(['gemeente_id as gemeenteId', 'dossier_id as dossierId'])
    .distinct()
    .where('staat', 'in', ['wacht', 'bezig'])
    .where('gemaakt_op', '<', voor)
    .execute();
}
