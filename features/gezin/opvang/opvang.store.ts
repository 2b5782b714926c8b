import { type RawBuilder, sql } from 'kysely';
import type { Datum } from '../../../rules/shared/datum.ts';
import type { Tx } from '../../../server/db/db.ts';
import type { WachtlijstRij } from './opvang.schema.ts';

export type Wachtlijstvraag = {
  gemeenten: readonly string[];
  vandaag: Datum;
  staten: readonly string[];
  nodigVoor?: Datum | undefined;
  /** Vraag naar sleutels van wie bij de zoekvraag past. */
  gevonden?: RawBuilder<unknown> | undefined;
  overslaan: number;
  hoogstens: number;
};

/** De laatste staat van elke opvang die past. Een afgesloten dossier wacht nergens meer op. */
function passend(v: Wachtlijstvraag): RawBuilder<unknown> {
  const voorDag = v.nodigVoor ? sql`and o.inhoud->>'nodigVanaf' <= ${v.nodigVoor}` : sql``;
  const gezocht = v.gevonden ? sql`and (o.gemeente_id, o.dossier_id) in (${v.gevonden})` : sql``;
  return sql`
    select o.* from (
      select distinct on (f.gemeente_id, f.dossier_id, f.inhoud->>'opvangId')
        f.gemeente_id, f.dossier_id, f.inhoud
      from feit f
      where f.soort = 'kinderopvang' and f.gemeente_id = any (${v.gemeenten}::uuid[])
        and f.geldig_op <= ${v.vandaag}
        and not exists (select from feit n where n.gemeente_id = f.gemeente_id
          and n.dossier_id = f.dossier_id and n.vervangt = f.id)
      order by f.gemeente_id, f.dossier_id, f.inhoud->>'opvangId', f.geldig_op desc,
        f.vastgelegd_op desc, f.id desc) o
    join dossier_stand s on s.gemeente_id = o.gemeente_id and s.dossier_id = o.dossier_id
    where o.inhoud->>'staat' = any (${v.staten}) and s.toestand <> 'beeindigd' ${voorDag} ${gezocht}`;
}

type Rij = Omit<WachtlijstRij, 'dagen'> & { gemeenteId: string };

/** Eén bladzijde van de wachtlijst, wie het langst wacht eerst. */
export async function leesWachtlijst(tx: Tx, v: Wachtlijstvraag): Promise<Rij[]> {
  const { rows } = await sql<Rij>`
    select o.gemeente_id as "gemeenteId", o.dossier_id as "dossierId", o.inhoud->>'opvangId' as "opvangId",
      s.naam, g.naam as gemeente, m.naam as klantmanager, s.leerroute,
      k.inhoud->>'naam' as kind, o.inhoud->'dagdelen' as dagdelen, o.inhoud->>'nodigVanaf' as "nodigVanaf",
      o.inhoud->>'staat' as staat, o.inhoud->>'bij' as bij, o.inhoud->>'plaatsOp' as "plaatsOp"
    from (${passend(v)}) o
    join dossier_stand s on s.gemeente_id = o.gemeente_id and s.dossier_id = o.dossier_id
    join gemeente g on g.id = o.gemeente_id
    left join medewerker m on m.id = s.klantmanager_id
    left join lateral (select f.inhoud from feit f
      where f.gemeente_id = o.gemeente_id and f.dossier_id = o.dossier_id and f.soort = 'gezinslid'
        and f.inhoud->>'gezinslidId' = o.inhoud->>'gezinslidId'
      order by f.vastgelegd_op desc, f.id desc limit 1) k on true
    order by o.inhoud->>'nodigVanaf', s.sorteernaam, o.dossier_id, o.inhoud->>'opvangId'
    offset ${v.overslaan} limit ${v.hoogstens}`.execute(tx);
  return rows;
}

/** Hoeveel er passen, en hoeveel daarvan de les op `vandaag` al tegenhouden. */
export async function telWachtlijst(
  tx: Tx,
  v: Wachtlijstvraag,
): Promise<{ totaal: number; houdtTegen: number }> {
  const { rows } = await sql<{ totaal: number; houdtTegen: number }>`
    select count(*)::int as totaal,
      (count(*) filter (where o.inhoud->>'nodigVanaf' <= ${v.vandaag}
        and o.inhoud->>'staat' in ('nodig', 'aangevraagd', 'wachtlijst')))::int as "houdtTegen"
    from (${passend(v)}) o`.execute(tx);
  return rows[0] ?? { totaal: 0, houdtTegen: 0 };
}
