import { sql } from 'kysely';
import type { Datum } from '../../../rules/shared/datum.ts';
import type { Tx } from '../../../server/db/db.ts';
import type { Kandidaat } from '../deelnemer.schema.ts';

export type Plaats = { gemeenteId: string; gemeente: string; dossierId: string; naam: string };

/** Dossiers in bereik met ooit een plek in deze zitting, op naam; de feiten zeggen of die plek er nog is. */
export async function leesDeelnemers(tx: Tx, zittingId: string): Promise<Plaats[]> {
  const { rows } = await sql<Plaats>`
    select distinct f.gemeente_id as "gemeenteId", g.naam as gemeente, f.dossier_id as "dossierId",
        coalesce(s.naam, 'Naam nog niet bekend') as naam, coalesce(s.sorteernaam, '') as sorteernaam
      from feit f join gemeente g on g.id = f.gemeente_id
      left join dossier_stand s on s.gemeente_id = f.gemeente_id and s.dossier_id = f.dossier_id
      where f.soort = 'afspraak' and f.inhoud ? 'zittingId' and f.inhoud->>'zittingId' = ${zittingId}
      order by sorteernaam, naam, "dossierId"`.execute(tx);
  return rows;
}

export type LaatsteBericht = { wat: string; kanaal: string; staat: string };

/** Het laatste bericht over elk van deze afspraken. */
export async function leesBerichten(
  tx: Tx,
  afspraakIds: readonly string[],
): Promise<Map<string, LaatsteBericht>> {
  if (afspraakIds.length === 0) return new Map();
  const rijen = await tx
    .selectFrom('persoonsbericht')
    .select(['afspraak_id', 'wat', 'kanaal', 'staat'])
    .where('afspraak_id', 'in', [...afspraakIds])
    .where('wat', '<>', 'herinnering')
    .where('staat', '<>', 'vervallen')
    .orderBy('id')
    .execute();
  return new Map(rijen.map(({ afspraak_id, ...rest }) => [afspraak_id, rest]));
}

type Zoek = {
  zoek?: string | undefined;
  /** Alleen deze persoon. */
  dossierId?: string | undefined;
  /** Leeg is alles in bereik. */
  gemeenteIds: readonly string[];
  page: number;
  pageSize: number;
};

/**
 * Mensen zonder uitslag en zonder ontheffing die de toets nog moeten doen, en die nu niet voor een toets staan
 * ingepland; wie het eerst een PIP moet hebben bovenaan.
 */
export async function leesKandidaten(
  tx: Tx,
  vandaag: Datum,
  v: Zoek,
): Promise<{ items: (Kandidaat & { gemeenteId: string })[]; totaal: number }> {
  const zoek = v.zoek ? `%${v.zoek.toLowerCase().replace(/[\\%_]/g, '\\$&')}%` : null;
  const { rows } = await sql<Kandidaat & { gemeenteId: string; totaal: number }>`
    select s.gemeente_id as "gemeenteId", g.naam as gemeente, s.dossier_id as "dossierId", s.naam,
        m.naam as klantmanager, pip.dag as "pipUiterlijk", count(*) over () as totaal,
        (select t.inhoud->>'gesprekstaal' from feit t where t.gemeente_id = s.gemeente_id
          and t.dossier_id = s.dossier_id and t.soort = 'taal'
          order by t.geldig_op desc, t.id desc limit 1) as taal,
        exists (select from feit n where n.gemeente_id = s.gemeente_id and n.dossier_id = s.dossier_id
          and n.soort = 'leerbaarheidstoets-nummer' and n.inhoud ? 'examennummer'
          and not exists (select from feit v where v.gemeente_id = n.gemeente_id
            and v.dossier_id = n.dossier_id and v.vervangt = n.id)) as nummer,
        (select count(*)::int from feit u join feit a on a.gemeente_id = u.gemeente_id
            and a.dossier_id = u.dossier_id and a.soort = 'afspraak'
            and a.inhoud->>'afspraakId' = u.inhoud->>'afspraakId'
          where u.gemeente_id = s.gemeente_id and u.dossier_id = s.dossier_id
            and u.soort = 'afspraak-uitkomst' and u.inhoud->>'uitkomst' = 'niet-verschenen'
            and a.inhoud->>'soort' = 'leerbaarheidstoets') as gemist
      from dossier_stand s
      join gemeente g on g.id = s.gemeente_id
      left join medewerker m on m.id = s.klantmanager_id
      left join lateral (select min(x->>'laatsteDag') as dag
        from jsonb_array_elements(s.stand->'termijnen') x where x->>'id' = 'pip-termijn'
          and x->>'staat' in ('loopt', 'verstreken', 'nog-niet-begonnen')) pip on true
      where s.schakel <= 3 and s.toestand in ('actief', 'nog-niet-plichtig')
        and s.gemeente_id = any (${[...v.gemeenteIds]}::uuid[])
        and s.stand->'verplichtingen' @> '[{"id": "leerbaarheidstoets", "staat": "open"}]'
        and (${v.dossierId ?? null}::uuid is null or s.dossier_id = ${v.dossierId ?? null}::uuid)
        and (${zoek}::text is null or lower(s.naam) like ${zoek}::text)
        and not exists (select from feit a where a.gemeente_id = s.gemeente_id and a.dossier_id = s.dossier_id
          and a.soort = 'afspraak' and a.inhoud->>'soort' = 'leerbaarheidstoets'
          and a.inhoud->>'datum' >= ${vandaag}
          and not exists (select from feit v where v.gemeente_id = a.gemeente_id and v.dossier_id = a.dossier_id
            and (v.vervangt = a.id or (v.soort = 'afspraak-uitkomst'
              and v.inhoud->>'afspraakId' = a.inhoud->>'afspraakId'))))
      order by pip.dag nulls last, s.laatste_dag nulls last, s.sorteernaam, s.dossier_id
      limit ${v.pageSize} offset ${(v.page - 1) * v.pageSize}`.execute(tx);
  return { items: rows, totaal: rows[0]?.totaal ?? 0 };
}
