import { sql } from 'kysely';
import type { Tx } from '../../server/db/db.ts';
import type { Database } from '../../server/db/tables.ts';
import type { DossierSleutel } from '../../server/dossier/feiten.ts';
import type { Staat } from './staten.ts';

export type Rij = {
  richting: 'in' | 'uit';
  staat: Staat;
  gemeenteId: string;
  andereCode: string | null;
  andereGemeenteId: string | null;
  dossierId: string | null;
  verzoekId: string | null;
  overdrachtId: string | null;
  sinds: string;
  herinnerdOp: string | null;
  door: string | null;
  reden: string | null;
  toelichting: string | null;
};

type Zoek = { gemeenten: readonly string[]; dossierId?: string };

/**
 * Alles wat er over verhuizingen loopt of klaar is, binnen deze gemeenten. De rijbeveiliging laat van een andere
 * gemeente alleen het verzoek, het pakket en het ontvangstbewijs zien dat aan deze is gericht.
 */
export async function leesVerhuizingen(tx: Tx, { gemeenten, dossierId }: Zoek): Promise<Rij[]> {
  const ids = [...gemeenten];
  const { rows } = await sql<Rij>`
    with ontvangst as (
      select gemeente_id, overdracht_id, staat, naam, besloten_op, reden from overdracht_ontvangst),
    gestuurd as (
      select distinct on (gemeente_id, verzoek_id) * from overdracht order by gemeente_id, verzoek_id, gemaakt_op desc)
    -- Wij vroegen; wat de ander antwoordde is aan ons gericht.
    select 'in' as richting,
      case when v.ingetrokken_op is not null then 'ingetrokken'
        when e.id is not null then e.staat
        when o.uitkomst = 'geweigerd' then 'geweigerd'
        when o.id is not null then 'ontvangen' else 'gevraagd' end as staat,
      v.gemeente_id as "gemeenteId", v.andere_code as "andereCode", v.andere_gemeente_id as "andereGemeenteId",
      v.dossier_id as "dossierId", v.id as "verzoekId", coalesce(e.overdracht_id, o.id) as "overdrachtId",
      v.gevraagd_op as sinds, v.herinnerd_op as "herinnerdOp", coalesce(e.naam, v.vrager) as door,
      coalesce(e.reden, o.reden) as reden, v.toelichting
    from verhuisverzoek v
    left join gestuurd o on o.verzoek_id = v.id and o.gemeente_id = v.andere_gemeente_id
    left join lateral (select r.* from overdracht_ontvangst r
      where r.gemeente_id = v.gemeente_id and r.dossier_id = v.dossier_id and r.van_code = v.andere_code
        and (r.overdracht_id = o.id or r.ontvangen_op >= v.gevraagd_op)
      order by r.ontvangen_op desc limit 1) e on true
    where v.richting = 'in' and v.gemeente_id = any (${ids}::uuid[])
    union all
    -- Een ander vroeg ons: langs Meedoen, of op papier en hier vastgelegd.
    select 'uit',
      case when o.uitkomst = 'geweigerd' then 'geweigerd'
        when e.staat in ('aanvaard', 'afgewezen') then e.staat
        when o.bevestigd_op is not null then 'aanvaard'
        when o.id is not null then 'overgedragen'
        when v.ingetrokken_op is not null then 'ingetrokken' else 'verzocht' end,
      coalesce(wij.id, v.gemeente_id), coalesce(zij.code, v.andere_code),
      case when v.richting = 'in' then v.gemeente_id else v.andere_gemeente_id end,
      case when v.richting = 'in' then d.id else v.dossier_id end, v.id, o.id, v.gevraagd_op, v.herinnerd_op,
      coalesce(e.naam, o.bevestigd_door, v.vrager), coalesce(e.reden, o.reden), v.toelichting
    from verhuisverzoek v
    left join gemeente wij on v.richting = 'in' and wij.id = v.andere_gemeente_id
    left join gemeente zij on v.richting = 'in' and zij.id = v.gemeente_id
    left join dossier d on v.richting = 'in' and d.gemeente_id = v.andere_gemeente_id and d.samengevoegd_met is null
      and (d.bsn = v.persoon->>'bsn' or (v.persoon->>'bsn' is null and d.v_nummer = v.persoon->>'vNummer'))
    left join gestuurd o on o.verzoek_id = v.id and o.gemeente_id = coalesce(wij.id, v.gemeente_id)
    left join ontvangst e on e.overdracht_id = o.id
    where (v.richting = 'uit' and v.gemeente_id = any (${ids}::uuid[]))
      or (v.richting = 'in' and v.langs = 'meedoen' and v.andere_gemeente_id = any (${ids}::uuid[]))
    union all
    -- Een bestand dat hier kwam zonder verzoek van ons.
    select 'in', r.staat, r.gemeente_id, r.van_code, r.van_gemeente_id, r.dossier_id, null, r.overdracht_id,
      r.ontvangen_op, null, r.naam, r.reden, null
    from overdracht_ontvangst r
    where r.gemeente_id = any (${ids}::uuid[]) and not exists (
      select 1 from verhuisverzoek v where v.gemeente_id = r.gemeente_id and v.richting = 'in'
        and v.dossier_id = r.dossier_id and v.andere_code = r.van_code and v.gevraagd_op <= r.ontvangen_op)
    union all
    -- Hierheen verhuisd en nog niets gevraagd.
    select 'in', 'te-vragen', f.gemeente_id, null, null, f.dossier_id, null, null,
      (min(f.geldig_op)::timestamp + interval '12 hours') at time zone 'Europe/Amsterdam', null, null, null, null
    from feit f
    join dossier d on d.gemeente_id = f.gemeente_id and d.id = f.dossier_id and d.samengevoegd_met is null
    join dossier_stand s on s.gemeente_id = f.gemeente_id and s.dossier_id = f.dossier_id and s.toestand <> 'beeindigd'
    where f.gemeente_id = any (${ids}::uuid[]) and f.soort = 'duo-gebeurtenis'
      and f.inhoud->>'gebeurtenisId' in ('SS120', 'SS121')
      and not exists (select 1 from verhuisverzoek v where v.gemeente_id = f.gemeente_id
        and v.dossier_id = f.dossier_id and v.richting = 'in')
      and not exists (select 1 from overdracht_ontvangst r where r.gemeente_id = f.gemeente_id
        and r.dossier_id = f.dossier_id)
      and not exists (select 1 from feit p where p.gemeente_id = f.gemeente_id and p.dossier_id = f.dossier_id
        and p.soort = 'pip-vastgesteld' and p.geldig_op >= f.geldig_op)
    group by f.gemeente_id, f.dossier_id`.execute(tx);
  return dossierId ? rows.filter((r) => r.dossierId === dossierId) : rows;
}

/** Naam en eerste laatste dag van dossiers die hier zichtbaar zijn. */
export async function leesDossiers(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { naam: string; pipUiterlijk: string | null }>();
  const { rows } = await sql<{ id: string; naam: string; pipUiterlijk: string | null }>`
    select dossier_id as id, naam, (select t->>'laatsteDag' from jsonb_array_elements(stand->'termijnen') t
      where t->>'id' = 'pip-termijn' and t->>'staat' in ('loopt', 'verstreken', 'nog-niet-begonnen')) as "pipUiterlijk"
    from dossier_stand where dossier_id = any (${[...ids]}::uuid[])`.execute(tx);
  return new Map(rows.map((r) => [r.id, r]));
}

export type Gemeente = {
  id: string;
  code: string;
  naam: string;
  stijl: { telefoon?: string; email?: string; kleur?: string };
};

/** De gemeenten die met Meedoen werken. */
export const leesGemeenten = (tx: Tx): Promise<Gemeente[]> =>
  tx.selectFrom('gemeente').select(['id', 'code', 'naam', 'stijl']).orderBy('naam').execute();

export type Verzoek = Database['verhuisverzoek'];

/** Een verzoek dat van ons is of aan ons is gericht. */
export async function vindVerzoek(tx: Tx, id: string) {
  return tx
    .selectFrom('verhuisverzoek')
    .select([
      'gemeente_id as gemeenteId',
      'id',
      'dossier_id as dossierId',
      'richting',
      'andere_code as andereCode',
      'andere_gemeente_id as andereGemeenteId',
      'persoon',
      'toelichting',
      'vrager',
      'langs',
      'gevraagd_op as gevraagdOp',
      'ingetrokken_op as ingetrokkenOp',
    ])
    .where('id', '=', id)
    .executeTakeFirst();
}

export type NieuwVerzoek = DossierSleutel & {
  id: string;
  richting: 'in' | 'uit';
  andereCode: string;
  andereGemeenteId: string | null;
  persoon?: { bsn?: string; vNummer?: string };
  toelichting: string;
  vrager: string;
  langs: Verzoek['langs'];
  op: string;
  medewerkerId: string;
};

export async function voegVerzoekToe(tx: Tx, v: NieuwVerzoek): Promise<void> {
  await tx
    .insertInto('verhuisverzoek')
    .values({
      gemeente_id: v.gemeenteId,
      id: v.id,
      dossier_id: v.dossierId,
      richting: v.richting,
      andere_code: v.andereCode,
      andere_gemeente_id: v.andereGemeenteId,
      persoon: JSON.stringify(v.persoon ?? {}),
      toelichting: v.toelichting,
      vrager: v.vrager,
      langs: v.langs,
      gevraagd_op: v.op,
      medewerker_id: v.medewerkerId,
      herinnerd_op: null,
      ingetrokken_op: null,
    })
    .execute();
}

/** Zet de dag van herinneren of intrekken bij een eigen verzoek. */
export async function werkVerzoekBij(
  tx: Tx,
  { gemeenteId, id }: { gemeenteId: string; id: string },
  deel: { herinnerd_op: string } | { ingetrokken_op: string },
): Promise<void> {
  await tx
    .updateTable('verhuisverzoek')
    .set(deel)
    .where('gemeente_id', '=', gemeenteId)
    .where('id', '=', id)
    .execute();
}
