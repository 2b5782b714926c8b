import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../server/db/db.ts';
import { gevonden, letterlijkGevonden, type Zoekvraag } from './zoeken.read.ts';
import type { InburgeraarRij, InburgeraarsVerzoek } from './zoeken.schema.ts';

export type Inburgeraarsvraag = Omit<InburgeraarsVerzoek, 'zoek' | 'gemeenten'> & {
  /** Ids van de gemeenten die meedoen, binnen het bereik van de transactie. */
  gemeenten: readonly string[];
  zoek?: Zoekvraag;
};

type Rij = InburgeraarRij & { gemeenteId: string };

function voorwaarden(v: Inburgeraarsvraag): RawBuilder<unknown> {
  const delen = [
    sql`true`,
    ...(v.doelgroep ? [sql`s.doelgroep = ${v.doelgroep}`] : []),
    ...(v.leerroute === 'geen' ? [sql`s.leerroute is null`] : []),
    ...(v.leerroute && v.leerroute !== 'geen' ? [sql`s.leerroute = ${v.leerroute}`] : []),
    ...(v.schakel ? [sql`s.schakel = ${v.schakel}`] : []),
    ...(v.toestand ? [sql`s.toestand = ${v.toestand}`] : []),
  ];
  return sql.join(delen, sql` and `);
}

/** De sleutels van de mensen die passen, op naam; per gemeente uit de index. */
function opNaam(v: Inburgeraarsvraag, hoogstens: number): RawBuilder<unknown> {
  return sql`select p.*, 0 as rang from unnest(${v.gemeenten}::uuid[]) b cross join lateral (
      select s.gemeente_id, s.dossier_id, s.sorteernaam from dossier_stand s
      where s.gemeente_id = b and ${voorwaarden(v)}
      order by s.sorteernaam, s.dossier_id limit ${hoogstens}) p`;
}

/** Wie bij de zoekvraag past. `offset 0` houdt de planner bij één opzoeking per treffer. */
function treffers(v: Inburgeraarsvraag, zoek: Zoekvraag): RawBuilder<unknown> {
  return sql`(${gevonden(v.gemeenten, zoek)}) z cross join lateral (select * from dossier_stand d
    where d.gemeente_id = z.gemeente_id and d.dossier_id = z.dossier_id offset 0) s`;
}

/** De sleutels van wie bij de zoekvraag past; wie letterlijk zo heet eerst. */
function opZoekvraag(v: Inburgeraarsvraag, zoek: Zoekvraag): RawBuilder<unknown> {
  return sql`select s.gemeente_id, s.dossier_id, s.sorteernaam,
      case when (s.gemeente_id, s.dossier_id) in (${letterlijkGevonden(v.gemeenten, zoek)}) then 0 else 1 end as rang
    from ${treffers(v, zoek)} where ${voorwaarden(v)}`;
}

/** Eén bladzijde mensen op naam, of bij een zoekvraag de beste treffers eerst. */
export async function zoekInburgeraars(tx: Tx, v: Inburgeraarsvraag): Promise<Rij[]> {
  const overslaan = (v.page - 1) * v.pageSize;
  const sleutels = v.zoek ? opZoekvraag(v, v.zoek) : opNaam(v, overslaan + v.pageSize);
  const { rows } = await sql<Rij>`
    with pagina as (select * from (${sleutels}) k
      order by rang, sorteernaam, dossier_id offset ${overslaan} limit ${v.pageSize})
    select s.gemeente_id as "gemeenteId", s.dossier_id as "dossierId", s.naam, s.geboortedatum,
      g.naam as gemeente, s.doelgroep, s.leerroute, m.naam as klantmanager, s.schakel, s.toestand
    from pagina p
    join dossier_stand s on s.gemeente_id = p.gemeente_id and s.dossier_id = p.dossier_id
    join gemeente g on g.id = s.gemeente_id
    left join medewerker m on m.id = s.klantmanager_id
    order by p.rang, p.sorteernaam, p.dossier_id`.execute(tx);
  return rows;
}

/** Hoeveel mensen passen, geteld tot `grens`. */
export async function telInburgeraars(
  tx: Tx,
  v: Inburgeraarsvraag,
  grens: number,
): Promise<number> {
  const sleutels = v.zoek
    ? sql`select from ${treffers(v, v.zoek)} where ${voorwaarden(v)} limit ${grens}`
    : sql`select from unnest(${v.gemeenten}::uuid[]) b cross join lateral (
        select from dossier_stand s where s.gemeente_id = b and ${voorwaarden(v)} limit ${grens}) s
        limit ${grens}`;
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (${sleutels}) k`.execute(
    tx,
  );
  return rows[0]?.n ?? 0;
}
