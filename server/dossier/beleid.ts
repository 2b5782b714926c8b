import { sql } from 'kysely';
import { beleidOp, volgendeIngang } from '../../rules/beleid/beleid-op.ts';
import type { BeleidWaarden } from '../../rules/beleid/parameters.ts';
import { type Datum, eerste } from '../../rules/shared/datum.ts';
import { bepaalStand } from '../../rules/stand/bepaal-stand.ts';
import type { Feit } from '../../rules/stand/feiten.ts';
import type { Beleid, Stand } from '../../rules/stand/stand.ts';
import type { Tx } from '../db/db.ts';

/** Het beleid van een gemeente op een dag, en de eerste dag erna waarop er iets in verandert. */
export type GeldendBeleid = { beleid: Beleid & BeleidWaarden; volgende: Datum | undefined };

/**
 * Het beleid van een gemeente op een dag; wat zij niet vaststelde volgt de standaard. Haar eigen code
 * hoort erbij: een inschrijving elders telt niet als inschrijving hier.
 */
export async function geldendBeleid(
  tx: Tx,
  gemeenteId: string,
  dag: Datum,
): Promise<GeldendBeleid> {
  const { rows } = await sql<{ sleutel: string; waarde: unknown; geldigVanaf: Datum }>`
    select sleutel, waarde, geldig_vanaf as "geldigVanaf" from beleid
      where gemeente_id = ${gemeenteId} and ingetrokken_op is null
    union all
    select 'gemeentecode', to_jsonb(code::text), date '0001-01-01' from gemeente where id = ${gemeenteId}`.execute(
    tx,
  );
  const code = rows.find((r) => r.sleutel === 'gemeentecode')?.waarde as string | undefined;
  return {
    beleid: { ...beleidOp(rows, dag), ...(code ? { gemeentecode: code } : {}) },
    volgende: volgendeIngang(rows, dag),
  };
}

/** Zoals `geldendBeleid`, voor wie alleen de waarden nodig heeft. */
export async function leesBeleid(
  tx: Tx,
  gemeenteId: string,
  dag: Datum,
): Promise<Beleid & BeleidWaarden> {
  return (await geldendBeleid(tx, gemeenteId, dag)).beleid;
}

/** De Stand op een dag; zij wordt uiterlijk opnieuw bepaald als er ander beleid ingaat. */
export function standMetBeleid(
  feiten: readonly Feit[],
  { beleid, volgende }: GeldendBeleid,
  dag: Datum,
): Stand {
  const stand = bepaalStand(feiten, beleid, dag);
  if (!volgende) return stand;
  const { volgendeWijziging } = stand;
  return {
    ...stand,
    volgendeWijziging: volgendeWijziging ? eerste(volgendeWijziging, volgende) : volgende,
  };
}
