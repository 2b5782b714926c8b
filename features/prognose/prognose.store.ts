import { type RawBuilder, sql } from 'kysely';
import type { Datum } from '../../rules/shared/datum.ts';
import type { Feit, FeitSoort } from '../../rules/stand/feiten.ts';
import type { Tx } from '../../server/db/db.ts';

export type Kandidaat = {
  gemeenteId: string;
  gemeentenaam: string;
  dossierId: string;
  naam: string;
  klantmanagerId: string | null;
  klantmanager: string | null;
  doelgroep: string;
  laatsteDag: Datum;
  intakeAfgerond: boolean;
  /** Past bij de zoekvraag; zonder zoekvraag iedereen. */
  gezocht: boolean;
  pipStaat: 'concept' | 'ter-vaststelling' | null;
};

type Vraag = {
  gemeenten: readonly string[];
  /** Laatste dag van de tien weken die nog meedoet. */
  totEnMet: Datum;
  hoogstens: number;
  /** Alleen bij deze klantmanager; `null` is bij niemand, afwezig is iedereen. */
  klantmanagerId?: string | null | undefined;
  /** Vraag naar de dossiers die bij een zoekvraag passen. */
  gevonden?: RawBuilder<unknown> | undefined;
};

/**
 * Wie nog geen PIP heeft en wiens tien weken aflopen of zijn afgelopen. De index op `laatste_dag` geeft de
 * kandidaten (de dag van een gepland gesprek ligt soms later dan de termijn); daarna pas wordt in de Stand gekeken.
 * Wie is gezocht gaat voor, zodat het hoogste aantal die niet afkapt.
 */
export async function leesKandidaten(tx: Tx, v: Vraag): Promise<Kandidaat[]> {
  const gezocht = v.gevonden ? sql`(s.gemeente_id, s.dossier_id) in (${v.gevonden})` : sql`true`;
  const bij =
    v.klantmanagerId === undefined
      ? sql`true`
      : sql`s.klantmanager_id is not distinct from ${v.klantmanagerId}::uuid`;
  const { rows } = await sql<Kandidaat>`
    with k as materialized (
      select s.gemeente_id, s.dossier_id from dossier_stand s
      where s.gemeente_id = any (${[...v.gemeenten]}::uuid[]) and s.toestand = 'actief' and s.schakel <= 3
        and (s.laatste_dag <= ${v.totEnMet}::date or s.voorstel = 'intake-voeren') and ${bij})
    select s.gemeente_id as "gemeenteId", g.naam as gemeentenaam, s.dossier_id as "dossierId", s.naam,
      s.klantmanager_id as "klantmanagerId", m.naam as klantmanager, s.doelgroep,
      t.dag as "laatsteDag", coalesce(i.staat <> 'open', true) as "intakeAfgerond", p.staat as "pipStaat",
      ${gezocht} as gezocht
    from k
    join dossier_stand s on s.gemeente_id = k.gemeente_id and s.dossier_id = k.dossier_id
    join gemeente g on g.id = s.gemeente_id
    left join medewerker m on m.id = s.klantmanager_id
    cross join lateral (select (x->>'laatsteDag')::date as dag from jsonb_array_elements(s.stand->'termijnen') x
      where x->>'id' = 'pip-termijn' and x->>'staat' in ('loopt', 'verstreken')) t
    left join lateral (select x->>'staat' as staat from jsonb_array_elements(s.stand->'verplichtingen') x
      where x->>'id' = 'brede-intake') i on true
    left join lateral (select q.staat from pip q where q.gemeente_id = s.gemeente_id and q.dossier_id = s.dossier_id
      and q.staat in ('concept', 'ter-vaststelling') limit 1) p on true
    where t.dag <= ${v.totEnMet}::date
    order by gezocht desc, t.dag, s.sorteernaam, s.dossier_id limit ${v.hoogstens}`.execute(tx);
  return rows;
}

type Sleutel = { gemeenteId: string; dossierId: string };
type Rij = Feit & { dossierId: string };

/** De feiten van deze soorten, per dossier; ook wat een ander feit vervangt. */
export async function leesFeitenVan(
  tx: Tx,
  dossiers: readonly Sleutel[],
  soorten: readonly FeitSoort[],
): Promise<Map<string, Feit[]>> {
  if (dossiers.length === 0) return new Map();
  const { rows } = await sql<Rij>`
    select f.dossier_id as "dossierId", f.id, f.soort, f.inhoud, f.geldig_op as "geldigOp",
      f.vastgelegd_op as "vastgelegdOp", f.bron, f.vervangt
    from unnest(${dossiers.map((d) => d.gemeenteId)}::uuid[], ${dossiers.map((d) => d.dossierId)}::uuid[])
      as k (gemeente_id, dossier_id)
    join feit f on f.gemeente_id = k.gemeente_id and f.dossier_id = k.dossier_id
    where f.soort = any (${[...soorten]}::text[]) or f.vervangt is not null
    order by f.id`.execute(tx);
  return Map.groupBy(rows, (r) => r.dossierId);
}

/** De afspraken van deze dossiers waarvoor een tolk is geboekt die niet is afgezegd. */
export async function leesTolkGeboekt(
  tx: Tx,
  dossiers: readonly Sleutel[],
): Promise<ReadonlySet<string>> {
  if (dossiers.length === 0) return new Set();
  const { rows } = await sql<{ afspraakId: string }>`
    select i.afspraak_id as "afspraakId"
    from unnest(${dossiers.map((d) => d.gemeenteId)}::uuid[], ${dossiers.map((d) => d.dossierId)}::uuid[])
      as k (gemeente_id, dossier_id)
    join tolkinzet i on i.gemeente_id = k.gemeente_id and i.dossier_id = k.dossier_id
    where i.staat <> 'afgezegd'`.execute(tx);
  return new Set(rows.map((r) => r.afspraakId));
}
