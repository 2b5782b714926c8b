import { sql } from 'kysely';
import type { Tx } from '../../../server/db/db.ts';
import type { DossierSleutel } from '../../../server/dossier/feiten.ts';

/** Wat elke code van een verlengingsgrond betekent, volgens DUO. */
export async function leesVerlengingsgronden(tx: Tx): Promise<Map<string, string>> {
  const rijen = await tx.selectFrom('verlengingsgrond').select(['code', 'omschrijving']).execute();
  return new Map(rijen.map((r) => [r.code, r.omschrijving]));
}

/** Of er een bericht aan DUO over dit feit ligt, en wat daarvan werd. */
export async function leesVerzending(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
  feitId: string,
): Promise<{ staat: string; foutteksten: string[] } | undefined> {
  const { rows } = await sql<{ staat: string; foutteksten: string[] }>`
    select staat, foutteksten from bericht_uit
    where gemeente_id = ${gemeenteId} and dossier_id = ${dossierId} and onderwerp_id = ${feitId}
    order by volgnummer desc limit 1`.execute(tx);
  return rows[0];
}
