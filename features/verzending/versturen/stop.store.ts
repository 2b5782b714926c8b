import { sql } from 'kysely';
import type { Tx } from '../../../server/db/db.ts';
import type { DossierSleutel } from '../../../server/dossier/feiten.ts';

export type Stop = { gemeenteId: string; sinds: string; reden: string };

/**
 * Of er nu verzonden mag worden. Ligt de uitgang van de gemeente stil, dan mag af en toe één bericht proberen of het
 * weer gaat; dat bericht neemt met deze vraag de beurt.
 * @param nu werkelijke tijd, UTC ISO
 */
export async function magVersturen(
  tx: Tx,
  gemeenteId: string,
  nu: string,
  volgende: string,
): Promise<{ mag: boolean; isProef: boolean }> {
  const stop = await tx
    .selectFrom('duo_stop')
    .select('probeer_op')
    .where('gemeente_id', '=', gemeenteId)
    .forUpdate()
    .executeTakeFirst();
  if (!stop) return { mag: true, isProef: false };
  if (Date.parse(stop.probeer_op) > Date.parse(nu)) return { mag: false, isProef: false };
  await tx
    .updateTable('duo_stop')
    .set({ probeer_op: volgende })
    .where('gemeente_id', '=', gemeenteId)
    .execute();
  return { mag: true, isProef: true };
}

/** Legt de uitgang van de gemeente stil; het begin van de eerste keer blijft staan. */
export async function legStil(
  tx: Tx,
  gemeenteId: string,
  stop: { reden: string; nu: string; probeerOp: string },
): Promise<void> {
  await tx
    .insertInto('duo_stop')
    .values({
      gemeente_id: gemeenteId,
      sinds: stop.nu,
      reden: stop.reden,
      probeer_op: stop.probeerOp,
    })
    .onConflict((oc) =>
      oc.column('gemeente_id').doUpdateSet({ reden: stop.reden, probeer_op: stop.probeerOp }),
    )
    .execute();
}

/** @returns waar als de uitgang stil lag. */
export async function hefOp(tx: Tx, gemeenteId: string): Promise<boolean> {
  const weg = await tx
    .deleteFrom('duo_stop')
    .where('gemeente_id', '=', gemeenteId)
    .returning('gemeente_id')
    .executeTakeFirst();
  return weg !== undefined;
}

/** Dossiers van de gemeente met iets wat nog naar DUO moet. */
export function dossiersMetOpenBericht(tx: Tx, gemeenteId: string): Promise<DossierSleutel[]> {
  return tx
    .selectFrom('bericht_uit')
    .select(['gemeente_id as gemeenteId', 'dossier_id as dossierId'])
    .distinct()
    .where('gemeente_id', '=', gemeenteId)
    .where('staat', 'in', ['wacht', 'bezig'])
    .execute();
}

/** Gemeenten binnen het bereik waarvan de uitgang stil ligt. */
export async function leesStops(tx: Tx): Promise<(Stop & { gemeente: string; wachten: number })[]> {
  const { rows } = await sql<Stop & { gemeente: string; wachten: number }>`
    select s.gemeente_id as "gemeenteId", s.sinds, s.reden, g.naam as gemeente,
      (select count(*)::int from bericht_uit b
        where b.gemeente_id = s.gemeente_id and b.staat in ('wacht', 'bezig')) as wachten
    from duo_stop s join gemeente g on g.id = s.gemeente_id order by g.naam`.execute(tx);
  return rows;
}
