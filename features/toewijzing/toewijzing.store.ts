import { sql } from 'kysely';
import type { Datum } from '../../rules/shared/datum.ts';
import type { Tx } from '../../server/db/db.ts';

/** Welke taken en rollen iemand klantmanager laten zijn. */
export type Eis = { taken: readonly string[]; rollen: readonly string[] };

export type Kandidaat = {
  id: string;
  naam: string;
  functie: string;
  organisatie: string;
  organisatieId: string;
  gemeenteIds: string[];
  codes: string[];
};

/** Actieve medewerkers die op `vandaag` voor minstens één van de gemeenten klantmanager kunnen zijn. */
export async function leesKandidaten(
  tx: Tx,
  gemeenten: readonly string[],
  eis: Eis,
  vandaag: Datum,
): Promise<Kandidaat[]> {
  const { rows } = await sql<Kandidaat>`
    select m.id, m.naam, m.functie, o.naam as organisatie, o.id as "organisatieId",
      array_agg(distinct g.id)::text[] as "gemeenteIds",
      array_agg(distinct g.code::text order by g.code::text) as codes
    from taakverdeling t
    join gemeente g on g.id = t.gemeente_id
    join organisatie o on o.id = t.organisatie_id
    join medewerker m on m.organisatie_id = o.id and m.actief
    where t.gemeente_id = any (${gemeenten}::uuid[]) and t.taak = any (${eis.taken}::text[])
      and t.geldig_vanaf <= ${vandaag}::date and (t.geldig_tot is null or t.geldig_tot > ${vandaag}::date)
      and exists (select from medewerker_rol r where r.medewerker_id = m.id
        and (r.taak = t.taak or r.taak = '*') and r.rol = any (${eis.rollen}::text[]))
    group by m.id, o.id order by m.naam, m.id`.execute(tx);
  return rows;
}

/** Hoeveel mensen met een lopende plicht elke klantmanager heeft binnen deze gemeenten. */
export async function telMensen(
  tx: Tx,
  gemeenten: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; n: number }>`
    select klantmanager_id as id, count(*)::int as n from dossier_stand
    where gemeente_id = any (${gemeenten}::uuid[]) and klantmanager_id is not null
      and toestand <> 'beeindigd'
    group by klantmanager_id`.execute(tx);
  return new Map(rows.map((r) => [r.id, r.n]));
}

export type TeToewijzen = {
  gemeenteId: string;
  dossierId: string;
  naam: string;
  klantmanagerId: string | null;
  klantmanager: string | null;
};

/** Houdt de zichtbare dossiers van de lijst vast, in vaste volgorde. */
export async function vergrendelDossiers(tx: Tx, ids: readonly string[]): Promise<TeToewijzen[]> {
  const { rows } = await sql<TeToewijzen>`
    select d.gemeente_id as "gemeenteId", d.id as "dossierId", s.naam,
      d.klantmanager_id as "klantmanagerId",
      (select m.naam from medewerker m where m.id = d.klantmanager_id) as klantmanager
    from dossier d join dossier_stand s on s.gemeente_id = d.gemeente_id and s.dossier_id = d.id
    where d.id = any (${ids}::uuid[]) and d.samengevoegd_met is null
    order by d.id for update of d`.execute(tx);
  return rows;
}

/** Zet de klantmanager in het dossier en in de afgeleide rij. */
export async function zetKlantmanager(
  tx: Tx,
  ids: readonly string[],
  klantmanagerId: string | null,
): Promise<void> {
  await sql`with d as (
      update dossier set klantmanager_id = ${klantmanagerId}::uuid, revisie = revisie + 1
      where id = any (${ids}::uuid[]) returning gemeente_id, id)
    update dossier_stand s set klantmanager_id = ${klantmanagerId}::uuid
    from d where s.gemeente_id = d.gemeente_id and s.dossier_id = d.id`.execute(tx);
}

/** Legt uitstel vast of heft het op (`uitstel` leeg). */
export async function zetUitstel(
  tx: Tx,
  { gemeenteId, dossierId }: { gemeenteId: string; dossierId: string },
  uitstel: { tot: Datum; voorstel: string; reden: string } | undefined,
): Promise<void> {
  await tx
    .updateTable('dossier')
    .set((eb) => ({
      uitgesteld_tot: uitstel?.tot ?? null,
      uitgesteld_voorstel: uitstel?.voorstel ?? null,
      uitgesteld_reden: uitstel?.reden ?? null,
      revisie: eb('revisie', '+', 1),
    }))
    .where('gemeente_id', '=', gemeenteId)
    .where('id', '=', dossierId)
    .execute();
  await tx
    .updateTable('dossier_stand')
    .set({ uitgesteld_tot: uitstel?.tot ?? null })
    .where('gemeente_id', '=', gemeenteId)
    .where('dossier_id', '=', dossierId)
    .execute();
}
