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

/** Eén stuk werk uit een stapel; zie `planWerk`. */
export type Werkstuk = WerkOpties & { taak: string; inhoud: Record<string, string> };

/** Plant een stapel werk in dezelfde transactie, in de volgorde van de stapel. */
export async function planWerken(tx: Tx, werken: readonly Werkstuk[]): Promise<void> {
  if (werken.length === 0) return;
  await sql`select meedoen_plan_werken(${JSON.stringify(werken)}::jsonb)`.execute(tx);
}
