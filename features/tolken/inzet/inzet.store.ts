import { type RawBuilder, sql } from 'kysely';
import type { Datum } from '../../../rules/shared/datum.ts';
import type { Tarief } from '../../../rules/tolk/kosten.ts';
import type { Tolkvorm } from '../../../rules/tolk/rooster.ts';
import type { Tx } from '../../../server/db/db.ts';
import type { InzetFilters } from '../inzet.schema.ts';
import type { Staat } from '../staten.ts';
import type { Rij } from './toon.ts';

export type InzetRij = Rij & {
  afspraakId: string;
  groepId: string | null;
  doelgroep: string;
  vanOp: string;
};

type Zoekfilters = InzetFilters & { inzetId?: string; groepId?: string };

const zoekpatroon = (tekst: string) => `%${tekst.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;

/** De afspraak zoals zij nu in de feiten staat, met haar uitkomst. */
const AFSPRAAK = sql`left join lateral (
    select f.inhoud || jsonb_build_object('uitkomst', (select u.inhoud->>'uitkomst' from feit u
        where u.gemeente_id = i.gemeente_id and u.dossier_id = i.dossier_id and u.soort = 'afspraak-uitkomst'
          and u.inhoud->>'afspraakId' = i.afspraak_id::text
          and not exists (select from feit v where v.gemeente_id = u.gemeente_id
            and v.dossier_id = u.dossier_id and v.vervangt = u.id)
        order by u.id desc limit 1)) as nu
      from feit f
      where f.gemeente_id = i.gemeente_id and f.dossier_id = i.dossier_id and f.soort = 'afspraak'
        and f.inhoud->>'afspraakId' = i.afspraak_id::text
        and not exists (select from feit v where v.gemeente_id = f.gemeente_id
          and v.dossier_id = f.dossier_id and v.vervangt = f.id)
      order by f.id desc limit 1) a on true`;

/** De boeking is achterhaald: de afspraak is verzet of gaat niet door. */
const ANDERS = sql<boolean>`(i.staat = 'geboekt' and (a.nu is null or a.nu->>'uitkomst' = 'afgezegd'
  or a.nu->>'datum' <> i.datum::text or a.nu->>'tijd' <> i.tijd
  or (a.nu->>'duurMinuten')::int <> i.minuten or a.nu->>'plaats' <> i.plaats))`;

function waar(f: Zoekfilters): RawBuilder<unknown> {
  const delen = [sql`true`];
  if (f.inzetId) delen.push(sql`i.id = ${f.inzetId}`);
  if (f.groepId) delen.push(sql`i.groep_id = ${f.groepId}`);
  if (f.staat) delen.push(sql`i.staat = ${f.staat}`);
  if (f.tolkId) delen.push(sql`i.tolk_id = ${f.tolkId}`);
  if (f.dossierId) delen.push(sql`i.dossier_id = ${f.dossierId}`);
  if (f.gemeenteId) delen.push(sql`i.gemeente_id = ${f.gemeenteId}`);
  if (f.van) delen.push(sql`i.datum >= ${f.van}::date`);
  if (f.tot) delen.push(sql`i.datum < ${f.tot}::date`);
  if (f.gewijzigd) delen.push(ANDERS);
  if (f.zoek) {
    const p = zoekpatroon(f.zoek);
    delen.push(sql`(lower(s.naam) like ${p} or lower(t.naam) like ${p})`);
  }
  return sql.join(delen, sql` and `);
}

/** Boekingen, laatste dag eerst. */
export async function zoekInzetten(
  tx: Tx,
  filters: Zoekfilters,
  hoogstens: number,
  vanaf = 0,
): Promise<InzetRij[]> {
  const { rows } = await sql<InzetRij>`
    select i.id as "inzetId", i.gemeente_id as "gemeenteId", g.naam as gemeente, i.dossier_id as "dossierId",
        i.afspraak_id as "afspraakId", i.groep_id as "groepId",
        coalesce(s.naam, 'Naam nog niet bekend') as naam,
        coalesce(s.doelgroep, 'onbekend') as doelgroep, i.tolk_id as "tolkId",
        coalesce(t.naam, 'een tolk') as tolk, i.taal, i.vorm, i.datum, i.tijd, i.minuten, i.plaats, i.staat,
        i.minuten_echt as "minutenEcht", i.kosten_cent as "heleKostenCent", i.van_op as "vanOp", i.tarief,
        i.reden, i.revisie, case when ${ANDERS} then a.nu end as "afspraakNu",
        (select jsonb_build_object('wat', b.wat, 'kanaal', b.kanaal, 'staat', b.staat, 'reden', b.reden,
            'zonderPlek', b.zonder_plek)
          from tolkbericht b where b.gemeente_id = i.gemeente_id and b.inzet_id = i.id
          order by b.id desc limit 1) as bericht,
        coalesce(nullif(d.delers, 0), 1) as delers, coalesce(d.rang, 0) as rang
      from tolkinzet i
      join gemeente g on g.id = i.gemeente_id
      left join tolk t on t.id = i.tolk_id
      left join dossier_stand s on s.gemeente_id = i.gemeente_id and s.dossier_id = i.dossier_id
      left join lateral meedoen_tolk_deel(i.tolk_id, i.groep_id, i.id) d
        on i.groep_id is not null and i.staat <> 'afgezegd'
      ${AFSPRAAK}
      where ${waar(filters)}
      order by i.datum desc, i.tijd desc, i.id
      limit ${hoogstens} offset ${vanaf}`.execute(tx);
  return rows;
}

/** Hoeveel boekingen er zijn. */
export async function telInzetten(tx: Tx, filters: InzetFilters): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from tolkinzet i
      left join tolk t on t.id = i.tolk_id
      left join dossier_stand s on s.gemeente_id = i.gemeente_id and s.dossier_id = i.dossier_id
      ${AFSPRAAK}
      where ${waar(filters)}`.execute(tx);
  return rows[0]?.n ?? 0;
}

export type NieuweInzet = {
  gemeenteId: string;
  dossierId: string;
  inzetId: string;
  tolkId: string;
  afspraakId: string;
  groepId: string | null;
  taal: string;
  vorm: Tolkvorm;
  datum: Datum;
  tijd: string;
  minuten: number;
  plaats: string;
  vanOp: string;
  totOp: string;
  reisMinuten: number;
  tarief: Tarief;
  kostenCent: number;
};

type Door = { nu: string; medewerkerId: string };

/** Legt een boeking vast. */
export async function boek(tx: Tx, b: NieuweInzet, door: Door): Promise<void> {
  await tx
    .insertInto('tolkinzet')
    .values({
      gemeente_id: b.gemeenteId,
      dossier_id: b.dossierId,
      id: b.inzetId,
      tolk_id: b.tolkId,
      afspraak_id: b.afspraakId,
      groep_id: b.groepId,
      taal: b.taal,
      vorm: b.vorm,
      datum: b.datum,
      tijd: b.tijd,
      minuten: b.minuten,
      plaats: b.plaats,
      van_op: b.vanOp,
      tot_op: b.totOp,
      reis_minuten: b.reisMinuten,
      tarief: JSON.stringify(b.tarief),
      staat: 'geboekt',
      kosten_cent: b.kostenCent,
      geboekt_op: door.nu,
      geboekt_door: door.medewerkerId,
      gewijzigd_op: door.nu,
      gewijzigd_door: door.medewerkerId,
    })
    .execute();
}

type Wijziging = {
  staat?: Staat;
  minuten_echt?: number;
  kosten_cent?: number;
  reden?: string;
  datum?: Datum;
  tijd?: string;
  minuten?: number;
  plaats?: string;
  van_op?: string;
  tot_op?: string;
};

/** Wijzigt een boeking als niemand eerder was; `false` als dat wel zo is. */
export async function wijzigInzet(
  tx: Tx,
  sleutel: { gemeenteId: string; inzetId: string; revisie: number },
  wijziging: Wijziging,
  door: Door,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('tolkinzet')
    .set({
      ...wijziging,
      revisie: sleutel.revisie + 1,
      gewijzigd_op: door.nu,
      gewijzigd_door: door.medewerkerId,
    })
    .where('gemeente_id', '=', sleutel.gemeenteId)
    .where('id', '=', sleutel.inzetId)
    .where('revisie', '=', sleutel.revisie)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Wie een boeking het laatst wijzigde. */
export async function laatsteHand(tx: Tx, inzetId: string) {
  return tx
    .selectFrom('tolkinzet as i')
    .innerJoin('medewerker as m', 'm.id', 'i.gewijzigd_door')
    .select(['m.naam as wie', 'i.gewijzigd_op as wanneer'])
    .where('i.id', '=', inzetId)
    .executeTakeFirst();
}

/** Houdt een tolk vast tot het einde van de transactie: twee boekingen tegelijk gaan na elkaar. */
export async function houdTolkVast(tx: Tx, tolkId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`tolk:${tolkId}`}, 0))`.execute(tx);
}
