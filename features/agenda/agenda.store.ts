import { sql } from 'kysely';
import type { Datum } from '../../rules/shared/datum.ts';
import type { FeitInhoud } from '../../rules/stand/feiten.ts';
import type { Tx } from '../../server/db/db.ts';

export type AgendaRij = {
  gemeenteId: string;
  gemeente: string;
  dossierId: string;
  feitId: string;
  naam: string;
  klantmanagerId: string | null;
  klantmanager: string | null;
  inhoud: FeitInhoud['afspraak'];
  uitkomstId: string | null;
  uitkomst: FeitInhoud['afspraak-uitkomst'] | null;
};

export type AgendaKeuze = {
  van: Datum;
  /** Eerste dag die er niet meer bij is. */
  tot: Datum;
  medewerkerId?: string | undefined;
  organisatieId?: string | undefined;
  /** Alleen deze afspraken. */
  afspraakIds?: readonly string[];
  hoogstens: number;
};

/** De afspraken binnen het bereik van `tx`, met wie en wat ervan werd; op dag en tijd. */
export async function leesAgenda(tx: Tx, k: AgendaKeuze): Promise<AgendaRij[]> {
  const alleenVan = k.medewerkerId ? sql`and d.klantmanager_id = ${k.medewerkerId}` : sql``;
  const alleenBij = k.organisatieId ? sql`and m.organisatie_id = ${k.organisatieId}` : sql``;
  const { rows } = await sql<AgendaRij>`
    select f.gemeente_id as "gemeenteId", g.naam as gemeente, f.dossier_id as "dossierId", f.id as "feitId",
      s.naam, d.klantmanager_id as "klantmanagerId", m.naam as klantmanager, f.inhoud,
      u.id as "uitkomstId", u.inhoud as uitkomst
    from feit f
    join dossier d on d.gemeente_id = f.gemeente_id and d.id = f.dossier_id
    join dossier_stand s on s.gemeente_id = f.gemeente_id and s.dossier_id = f.dossier_id
    join gemeente g on g.id = f.gemeente_id
    left join medewerker m on m.id = d.klantmanager_id
    left join lateral (
      select u.id, u.inhoud from feit u
      where u.gemeente_id = f.gemeente_id and u.dossier_id = f.dossier_id and u.soort = 'afspraak-uitkomst'
        and u.inhoud->>'afspraakId' = f.inhoud->>'afspraakId'
        and not exists (select from feit n where n.gemeente_id = u.gemeente_id and n.dossier_id = u.dossier_id
          and n.vervangt = u.id)
      order by u.id desc limit 1) u on true
    where f.soort = 'afspraak' and f.inhoud->>'datum' >= ${k.van} and f.inhoud->>'datum' < ${k.tot}
      and not exists (select from feit n where n.gemeente_id = f.gemeente_id and n.dossier_id = f.dossier_id
        and n.vervangt = f.id)
      ${alleenVan} ${alleenBij}
    order by f.inhoud->>'datum', f.inhoud->>'tijd', f.id
    limit ${k.hoogstens}`.execute(tx);
  return rows;
}

/** Wie klantmanager is van dossiers binnen het bereik van `tx`. */
export async function leesCollegas(tx: Tx) {
  return tx
    .selectFrom('medewerker as m')
    .innerJoin('organisatie as o', 'o.id', 'm.organisatie_id')
    .select(['m.id', 'm.naam', 'o.id as organisatieId', 'o.naam as organisatie'])
    .where('m.actief', '=', true)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('dossier as d')
          .select('d.id')
          .whereRef('d.klantmanager_id', '=', 'm.id')
          .where('d.samengevoegd_met', 'is', null),
      ),
    )
    .orderBy('m.naam')
    .execute();
}
