import { sql } from 'kysely';
import type { Tx } from './db/db.ts';

export type WerkOpties = {
  /** Werk met dezelfde wachtrij gaat één voor één. */
  wachtrij?: string;
  /** Werk met dezelfde sleutel dat nog wacht wordt vervangen, niet verdubbeld. */
  sleutel?: string;
  /** Niet eerder dan dit moment, UTC ISO. */
  vanaf?: string;
};

/**
 * Plant achtergrondwerk in dezelfde transactie: het gebeurt als en alleen als de transactie doorgaat.
 * @param inhoud ids, nooit persoonsgegevens.
 */
export async function planWerk(
  tx: Tx,
  taak: string,
  inhoud: Record<string, string>,
  opties: WerkOpties = {},
): Promise<void> {
  await sql`select meedoen_plan_werk(${taak}, ${JSON.stringify(inhoud)}::jsonb, ${opties.wachtrij ?? null}, ${opties.sleutel ?? null}, ${opties.vanaf ?? null}::timestamptz)`.execute(
    tx,
  );
}
