import { sql } from 'kysely';
import type { Datum } from '../../rules/shared/datum.ts';
import { type Beleid, STANDAARD_BELEID } from '../../rules/stand/stand.ts';
import type { Tx } from '../db/db.ts';

/**
 * Het beleid van een gemeente op een dag; wat zij niet vaststelde volgt de standaard. Haar eigen code
 * hoort erbij: een inschrijving elders telt niet als inschrijving hier.
 */
export async function leesBeleid(tx: Tx, gemeenteId: string, dag: Datum): Promise<Beleid> {
  const { rows } = await sql<{ sleutel: string; waarde: unknown }>`
    (select distinct on (sleutel) sleutel, waarde from beleid
      where gemeente_id = ${gemeenteId} and geldig_vanaf <= ${dag}::date
      order by sleutel, geldig_vanaf desc)
    union all
    select 'gemeentecode', to_jsonb(code::text) from gemeente where id = ${gemeenteId}`.execute(tx);
  return { ...STANDAARD_BELEID, ...Object.fromEntries(rows.map((r) => [r.sleutel, r.waarde])) };
}
