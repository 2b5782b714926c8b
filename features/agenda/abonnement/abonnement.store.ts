import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Datum } from '../../../rules/shared/datum.ts';
import type { FeitInhoud } from '../../../rules/stand/feiten.ts';
import type { Gebruiker } from '../../../server/auth/rechten.ts';
import type { Tx } from '../../../server/db/db.ts';

/** Eén afspraak voor een ander agendaprogramma: niets over wie. */
export type FeedAfspraak = {
  inhoud: FeitInhoud['afspraak'];
  uitkomst: FeitInhoud['afspraak-uitkomst'] | null;
  /** Hoe vaak de afspraak is gewijzigd, ook door afzeggen. */
  volgorde: number;
  gewijzigdOp: string;
};

const hashVan = (sleutel: string) => createHash('sha256').update(sleutel).digest();

/** Het lopende abonnement van een medewerker. */
export async function leesAbonnement(tx: Tx, medewerkerId: string) {
  return tx
    .selectFrom('agenda_abonnement')
    .select(['gemaakt_op as gemaaktOp', 'laatst_gebruikt_op as laatstGebruiktOp'])
    .where('medewerker_id', '=', medewerkerId)
    .where('ingetrokken_op', 'is', null)
    .executeTakeFirst();
}

/** Trekt het lopende abonnement in; het oude adres werkt dan nergens meer. */
export async function trekIn(tx: Tx, medewerkerId: string, nu: string): Promise<void> {
  await tx
    .updateTable('agenda_abonnement')
    .set({ ingetrokken_op: nu })
    .where('medewerker_id', '=', medewerkerId)
    .where('ingetrokken_op', 'is', null)
    .execute();
}

/** Bewaart een nieuw abonnement; alleen de hash van de sleutel komt in de database. */
export async function bewaarAbonnement(
  tx: Tx,
  a: { id: string; medewerkerId: string; sleutel: string; nu: string },
): Promise<void> {
  await tx
    .insertInto('agenda_abonnement')
    .values({
      id: a.id,
      medewerker_id: a.medewerkerId,
      sleutel_hash: hashVan(a.sleutel),
      gemaakt_op: a.nu,
      laatst_gebruikt_op: null,
      ingetrokken_op: null,
    })
    .execute();
}

/** Wie bij de sleutel hoort, met zijn rollen en verdeling van vandaag; `undefined` als zij niet (meer) geldt. */
export async function gebruikerVanAbonnement(
  tx: Tx,
  sleutel: string,
  nu: string,
  vandaag: Datum,
): Promise<Pick<Gebruiker, 'id' | 'rollen' | 'verdeling'> | undefined> {
  const hash = hashVan(sleutel);
  const { rows } = await sql<Pick<Gebruiker, 'id' | 'rollen' | 'verdeling'>>`
    update agenda_abonnement a set laatst_gebruikt_op = ${nu}::timestamptz
    from medewerker m
    where a.sleutel_hash = ${hash} and a.ingetrokken_op is null and m.id = a.medewerker_id and m.actief
    returning m.id,
      coalesce((select jsonb_agg(jsonb_build_object('taak', r.taak, 'rol', r.rol))
        from medewerker_rol r where r.medewerker_id = m.id), '[]') as rollen,
      coalesce((select jsonb_agg(jsonb_build_object('gemeenteId', t.gemeente_id, 'taak', t.taak))
        from taakverdeling t where t.organisatie_id = m.organisatie_id and t.geldig_vanaf <= ${vandaag}::date
          and (t.geldig_tot is null or t.geldig_tot > ${vandaag}::date)), '[]') as verdeling`.execute(
    tx,
  );
  return rows[0];
}

/** De afspraken van één klantmanager, met hoe vaak elk is gewijzigd. */
export async function leesFeed(
  tx: Tx,
  medewerkerId: string,
  van: Datum,
  tot: Datum,
): Promise<FeedAfspraak[]> {
  const { rows } = await sql<FeedAfspraak>`
    with versie as (
      select f.gemeente_id, f.dossier_id, f.inhoud->>'afspraakId' as afspraak, count(*)::int as n,
        max(f.vastgelegd_op) as op
      from feit f
      join dossier d on d.gemeente_id = f.gemeente_id and d.id = f.dossier_id
      where d.klantmanager_id = ${medewerkerId} and f.soort in ('afspraak', 'afspraak-uitkomst')
      group by 1, 2, 3)
    select f.inhoud, u.inhoud as uitkomst, v.n - 1 as volgorde, v.op as "gewijzigdOp"
    from feit f
    join versie v on v.gemeente_id = f.gemeente_id and v.dossier_id = f.dossier_id
      and v.afspraak = f.inhoud->>'afspraakId'
    left join lateral (
      select u.inhoud from feit u
      where u.gemeente_id = f.gemeente_id and u.dossier_id = f.dossier_id and u.soort = 'afspraak-uitkomst'
        and u.inhoud->>'afspraakId' = f.inhoud->>'afspraakId'
        and not exists (select from feit n where n.gemeente_id = u.gemeente_id and n.dossier_id = u.dossier_id
          and n.vervangt = u.id)
      order by u.id desc limit 1) u on true
    where f.soort = 'afspraak' and f.inhoud->>'datum' >= ${van} and f.inhoud->>'datum' < ${tot}
      and not exists (select from feit n where n.gemeente_id = f.gemeente_id and n.dossier_id = f.dossier_id
        and n.vervangt = f.id)
    order by f.inhoud->>'datum', f.inhoud->>'tijd', f.id
    limit 2000`.execute(tx);
  return rows;
}
