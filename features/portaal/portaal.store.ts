import { sql } from 'kysely';
import type { Datum } from '../../rules/shared/datum.ts';
import type { Tx } from '../../server/db/db.ts';
import type { KaartZoekVraag, Portaalkaart } from './portaal.schema.ts';

type Filter = Pick<KaartZoekVraag, 'staten' | 'soort' | 'gemeenteId' | 'dossierId'>;

function gefilterd(tx: Tx, f: Filter) {
  let q = tx.selectFrom('portaalkaart as k');
  if (f.staten) q = q.where('k.staat', 'in', f.staten);
  if (f.soort) q = q.where('k.soort', '=', f.soort);
  if (f.gemeenteId) q = q.where('k.gemeente_id', '=', f.gemeenteId);
  if (f.dossierId) q = q.where('k.dossier_id', '=', f.dossierId);
  return q;
}

const metNamen = (q: ReturnType<typeof gefilterd>) =>
  q
    .innerJoin('gemeente as g', 'g.id', 'k.gemeente_id')
    .leftJoin('dossier_stand as d', (j) =>
      j.onRef('d.gemeente_id', '=', 'k.gemeente_id').onRef('d.dossier_id', '=', 'k.dossier_id'),
    )
    .leftJoin('medewerker as m', 'm.id', 'k.gemaakt_door')
    .leftJoin('medewerker as a', 'a.id', 'k.afgerond_door')
    .leftJoin('medewerker as w', 'w.id', 'k.gewijzigd_door')
    .select([
      'k.id as kaartId',
      'k.gemeente_id as gemeenteId',
      'g.naam as gemeente',
      'k.dossier_id as dossierId',
      sql<string>`coalesce(d.naam, 'Naam nog niet bekend')`.as('naam'),
      'k.soort',
      'k.staat',
      'k.velden',
      sql<boolean>`k.bericht_id is not null`.as('vanDuo'),
      'k.uiterlijk',
      'k.gemaakt_op as gemaaktOp',
      'm.naam as gemaaktDoor',
      'k.ingevoerd_op as ingevoerdOp',
      'a.naam as afgerondDoor',
      'k.reden',
      'k.revisie',
      'k.gewijzigd_op as gewijzigdOp',
      'w.naam as gewijzigdDoor',
    ]);

/** Een bladzijde kaarten: wat het eerst moet staat bovenaan. */
export async function zoekKaarten(tx: Tx, vraag: KaartZoekVraag): Promise<Portaalkaart[]> {
  return metNamen(gefilterd(tx, vraag))
    .orderBy(sql`k.staat <> 'open'`)
    .orderBy(sql`k.uiterlijk nulls last`)
    .orderBy('k.gemaakt_op')
    .orderBy('k.id')
    .limit(vraag.pageSize)
    .offset((vraag.page - 1) * vraag.pageSize)
    .execute();
}

/** Aantallen per staat binnen de andere filters. */
export async function telKaarten(
  tx: Tx,
  vraag: Filter,
): Promise<Record<Portaalkaart['staat'], number>> {
  const rijen = await gefilterd(tx, { ...vraag, staten: undefined })
    .select(['k.staat', sql<number>`count(*)::int`.as('aantal')])
    .groupBy('k.staat')
    .execute();
  const tellingen = { open: 0, ingevoerd: 0, vervallen: 0 };
  for (const rij of rijen) tellingen[rij.staat] = rij.aantal;
  return tellingen;
}

/** Eén kaart, vastgehouden tot het einde van de transactie. */
export async function leesKaart(tx: Tx, kaartId: string): Promise<Portaalkaart | undefined> {
  await tx.selectFrom('portaalkaart').select('id').where('id', '=', kaartId).forUpdate().execute();
  return metNamen(
    tx.selectFrom('portaalkaart as k').where('k.id', '=', kaartId),
  ).executeTakeFirst();
}

export type Bijwerking = {
  staat?: Portaalkaart['staat'];
  velden?: Record<string, string>;
  uiterlijk?: Datum | null;
  ingevoerdOp?: Datum | null;
  reden?: string | null;
  afgerond?: { door: string; op: string } | null;
};

/** Schrijft een volgende stand van de kaart; wat niet is gegeven blijft zoals het was. */
export async function werkKaartBij(
  tx: Tx,
  k: Pick<Portaalkaart, 'gemeenteId' | 'kaartId'>,
  b: Bijwerking,
  wie: { door: string; op: string },
): Promise<void> {
  await tx
    .updateTable('portaalkaart')
    .set((eb) => ({
      revisie: eb('revisie', '+', 1),
      gewijzigd_op: wie.op,
      gewijzigd_door: wie.door,
      ...(b.staat ? { staat: b.staat } : {}),
      ...(b.velden ? { velden: JSON.stringify(b.velden) } : {}),
      ...(b.uiterlijk === undefined ? {} : { uiterlijk: b.uiterlijk }),
      ...(b.ingevoerdOp === undefined ? {} : { ingevoerd_op: b.ingevoerdOp }),
      ...(b.reden === undefined ? {} : { reden: b.reden }),
      ...(b.afgerond === undefined
        ? {}
        : { afgerond_door: b.afgerond?.door ?? null, afgerond_op: b.afgerond?.op ?? null }),
    }))
    .where('gemeente_id', '=', k.gemeenteId)
    .where('id', '=', k.kaartId)
    .execute();
}
