import { type RawBuilder, sql } from 'kysely';
import type { Datum } from '../../rules/shared/datum.ts';
import type { Tx } from '../../server/db/db.ts';
import type { Staat } from './staten.ts';
import type { NieuweZitting, ZittingFilters, ZittingWijziging } from './zitting.schema.ts';

export type ZittingRij = {
  zittingId: string;
  gemeenteId: string;
  gemeente: string;
  gemeenteIds: string[];
  datum: Datum;
  tijd: string;
  duurMinuten: number;
  plaats: string;
  adres: string;
  laptops: number;
  bezet: number;
  vorm: 'groep' | 'individueel';
  begeleiders: { id: string; naam: string }[];
  opmerking: string;
  staat: Staat;
  reden: string | null;
  revisie: number;
  gewijzigdDoor: string;
};

const patroon = (tekst: string) => `%${tekst.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;

function waar(f: ZittingFilters & { id?: string }): RawBuilder<unknown> {
  const delen = [sql`true`];
  if (f.id) delen.push(sql`z.id = ${f.id}`);
  if (f.staat) delen.push(sql`z.staat = ${f.staat}`);
  if (f.gemeenteId) delen.push(sql`${f.gemeenteId}::uuid = any (z.gemeenten)`);
  if (f.van) delen.push(sql`z.datum >= ${f.van}::date`);
  if (f.tot) delen.push(sql`z.datum < ${f.tot}::date`);
  if (f.vrij) delen.push(sql`z.laptops > meedoen_toets_bezet(z.id)`);
  if (f.zoek) {
    const p = patroon(f.zoek);
    delen.push(sql`(lower(z.plaats) like ${p} or lower(z.adres) like ${p} or exists (
      select from jsonb_array_elements(z.begeleiders) b where lower(b->>'naam') like ${p}))`);
  }
  return sql.join(delen, sql` and `);
}

/** Zittingen die te zien zijn: komende eerst, daarna de laatst gehoudene. */
export async function zoekZittingen(
  tx: Tx,
  filters: ZittingFilters & { id?: string },
  vandaag: Datum,
  hoogstens: number,
  vanaf = 0,
): Promise<ZittingRij[]> {
  const { rows } = await sql<ZittingRij>`
    select z.id as "zittingId", z.gemeente_id as "gemeenteId", g.naam as gemeente, z.gemeenten as "gemeenteIds",
        z.datum, z.tijd, z.duur_minuten as "duurMinuten", z.plaats, z.adres, z.laptops,
        meedoen_toets_bezet(z.id) as bezet, z.vorm, z.begeleiders, z.opmerking, z.staat, z.reden, z.revisie,
        z.gewijzigd_door as "gewijzigdDoor"
      from toetszitting z join gemeente g on g.id = z.gemeente_id
      where ${waar(filters)}
      order by z.datum < ${vandaag}::date, case when z.datum < ${vandaag}::date then ${vandaag}::date - z.datum
        else z.datum - ${vandaag}::date end, z.tijd, z.id
      limit ${hoogstens} offset ${vanaf}`.execute(tx);
  return rows;
}

/** Hoeveel zittingen er zijn. */
export async function telZittingen(tx: Tx, filters: ZittingFilters): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*) as n from toetszitting z where ${waar(filters)}`.execute(tx);
  return rows[0]?.n ?? 0;
}

type Door = { nu: string; medewerkerId: string };
type Begeleiders = readonly { id: string; naam: string }[];

const kolommen = (z: Omit<ZittingWijziging, 'revisie'>, begeleiders: Begeleiders) => ({
  datum: z.datum as Datum,
  tijd: z.tijd,
  duur_minuten: z.duurMinuten,
  plaats: z.plaats,
  adres: z.adres,
  laptops: z.laptops,
  begeleiders: JSON.stringify(begeleiders),
  opmerking: z.opmerking,
});

/** Plant een zitting. */
export async function voegZittingToe(
  tx: Tx,
  id: string,
  z: NieuweZitting,
  begeleiders: Begeleiders,
  door: Door,
): Promise<void> {
  await tx
    .insertInto('toetszitting')
    .values({
      gemeente_id: z.gemeenteId,
      id,
      gemeenten: [...new Set([z.gemeenteId, ...z.gemeenteIds])],
      ...kolommen(z, begeleiders),
      vorm: z.vorm,
      staat: 'gepland',
      gemaakt_op: door.nu,
      gewijzigd_op: door.nu,
      gewijzigd_door: door.medewerkerId,
    })
    .execute();
}

type Sleutel = { gemeenteId: string; zittingId: string; revisie: number };

/** Wijzigt een geplande zitting als niemand eerder was; `false` als dat wel zo is. */
export async function wijzigZitting(
  tx: Tx,
  sleutel: Sleutel,
  wijziging: ReturnType<typeof kolommen> | { staat: Staat; reden?: string },
  door: Door,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('toetszitting')
    .set({
      ...wijziging,
      revisie: sleutel.revisie + 1,
      gewijzigd_op: door.nu,
      gewijzigd_door: door.medewerkerId,
    })
    .where('gemeente_id', '=', sleutel.gemeenteId)
    .where('id', '=', sleutel.zittingId)
    .where('revisie', '=', sleutel.revisie)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export const nieuweVelden = kolommen;

/** Wie een zitting het laatst wijzigde. */
export async function laatsteHand(tx: Tx, zittingId: string) {
  return tx
    .selectFrom('toetszitting as z')
    .innerJoin('medewerker as m', 'm.id', 'z.gewijzigd_door')
    .select(['m.naam as wie', 'z.gewijzigd_op as wanneer'])
    .where('z.id', '=', zittingId)
    .executeTakeFirst();
}

/** Namen van gemeenten op id. */
export async function leesGemeentenamen(tx: Tx): Promise<Map<string, string>> {
  const rijen = await tx.selectFrom('gemeente').select(['id', 'naam']).execute();
  return new Map(rijen.map((r) => [r.id, r.naam]));
}
