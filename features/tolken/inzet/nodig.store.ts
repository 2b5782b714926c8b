import { sql } from 'kysely';
import type { Datum } from '../../../rules/shared/datum.ts';
import type { Tx } from '../../../server/db/db.ts';
import type { Nodig } from '../inzet.schema.ts';

/** Afspraken vanaf vandaag met een taal voor een tolk, zonder uitkomst en zonder boeking; eerste dag eerst. */
export async function afsprakenZonderTolk(
  tx: Tx,
  vandaag: Datum,
  { gemeenteId, page, pageSize }: { gemeenteId?: string; page: number; pageSize: number },
): Promise<{ items: (Nodig & { gemeenteId: string })[]; totaal: number }> {
  const { rows } = await sql<Nodig & { gemeenteId: string; totaal: number }>`
    select f.gemeente_id as "gemeenteId", f.dossier_id as "dossierId", f.inhoud->>'afspraakId' as "afspraakId",
        coalesce(s.naam, 'Naam nog niet bekend') as naam, g.naam as gemeente, f.inhoud->>'soort' as soort,
        f.inhoud->>'datum' as datum, f.inhoud->>'tijd' as tijd, (f.inhoud->>'duurMinuten')::int as minuten,
        f.inhoud->>'plaats' as plaats, f.inhoud->>'tolkTaal' as taal, count(*) over () as totaal
      from feit f
      join gemeente g on g.id = f.gemeente_id
      left join dossier_stand s on s.gemeente_id = f.gemeente_id and s.dossier_id = f.dossier_id
      where f.soort = 'afspraak' and f.inhoud->>'datum' >= ${vandaag}
        and coalesce(f.inhoud->>'tolkTaal', '') <> ''
        and (${gemeenteId ?? null}::uuid is null or f.gemeente_id = ${gemeenteId ?? null}::uuid)
        and not exists (select from feit v where v.gemeente_id = f.gemeente_id and v.dossier_id = f.dossier_id
          and (v.vervangt = f.id
            or (v.soort = 'afspraak' and v.id > f.id and v.inhoud->>'afspraakId' = f.inhoud->>'afspraakId')
            or (v.soort = 'afspraak-uitkomst' and v.inhoud->>'afspraakId' = f.inhoud->>'afspraakId')))
        and not exists (select from tolkinzet i where i.gemeente_id = f.gemeente_id
          and i.dossier_id = f.dossier_id and i.afspraak_id::text = f.inhoud->>'afspraakId'
          and i.staat <> 'afgezegd')
      order by f.inhoud->>'datum', f.inhoud->>'tijd', f.id
      limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(tx);
  return { items: rows, totaal: rows[0]?.totaal ?? 0 };
}
