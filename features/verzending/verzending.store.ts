import { sql } from 'kysely';
import type { Tx } from '../../server/db/db.ts';
import type { Database } from '../../server/db/tables.ts';
import type { Verzending, VerzendingZoekVraag } from './verzending.schema.ts';

type Staat = Database['bericht_uit']['staat'];

/** Zet een geweigerd bericht terug in de wachtrij. */
export async function zetTerug(tx: Tx, gemeenteId: string, id: string): Promise<void> {
  await tx
    .updateTable('bericht_uit')
    .set({
      staat: 'wacht',
      verzending_begonnen_op: null,
      bericht_id: null,
      foutteksten: [],
      eigen_redenen: '[]',
      afgerond_op: null,
    })
    .where('gemeente_id', '=', gemeenteId)
    .where('id', '=', id)
    .where('staat', '=', 'geweigerd')
    .execute();
}

/** Eén bericht binnen het bereik van de transactie, vastgehouden tot het einde. */
export async function vindBericht(tx: Tx, id: string) {
  return tx
    .selectFrom('bericht_uit')
    .select([
      'gemeente_id as gemeenteId',
      'dossier_id as dossierId',
      'id',
      'staat',
      'soort',
      'vervangen_door as vervangenDoor',
    ])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

type Filter = Pick<VerzendingZoekVraag, 'staten' | 'soorten' | 'gemeenteId' | 'minstensUrenOud'> & {
  id?: string;
};

function gefilterd(tx: Tx, vraag: Filter, nu: string) {
  let q = tx.selectFrom('bericht_uit as b');
  if (vraag.staten) q = q.where('b.staat', 'in', vraag.staten);
  if (vraag.id) q = q.where('b.id', '=', vraag.id);
  if (vraag.soorten) q = q.where('b.soort', 'in', vraag.soorten);
  if (vraag.gemeenteId) q = q.where('b.gemeente_id', '=', vraag.gemeenteId);
  if (vraag.minstensUrenOud !== undefined) {
    q = q.where(
      'b.gemaakt_op',
      '<=',
      sql<string>`${nu}::timestamptz - make_interval(hours => ${vraag.minstensUrenOud})`,
    );
  }
  return q;
}

/** Een bladzijde berichten, oudste openstaande eerst. */
export async function zoekVerzendingen(
  tx: Tx,
  vraag: Filter & { page: number; pageSize: number },
  nu: string,
): Promise<Verzending[]> {
  const open = sql<boolean>`b.staat in ('wacht', 'bezig')`;
  const rijen = await gefilterd(tx, vraag, nu)
    .innerJoin('gemeente as g', 'g.id', 'b.gemeente_id')
    .leftJoin('dossier_stand as d', (j) =>
      j.onRef('d.gemeente_id', '=', 'b.gemeente_id').onRef('d.dossier_id', '=', 'b.dossier_id'),
    )
    .leftJoin('pip as p', (j) =>
      j
        .onRef('p.gemeente_id', '=', 'b.gemeente_id')
        .onRef('p.dossier_id', '=', 'b.dossier_id')
        .onRef('p.id', '=', 'b.onderwerp_id'),
    )
    .select([
      'b.id as verzendingId',
      'b.gemeente_id as gemeenteId',
      'g.naam as gemeente',
      'b.dossier_id as dossierId',
      sql<string>`coalesce(d.naam, 'Naam nog niet bekend')`.as('naam'),
      'b.soort',
      'p.versie',
      'p.dagtekening',
      'b.staat',
      'b.pogingen',
      'b.gemaakt_op as gemaaktOp',
      'b.afgerond_op as afgerondOp',
      sql<number>`greatest(0, extract(epoch from coalesce(b.afgerond_op, ${nu}::timestamptz) - b.gemaakt_op) / 60)::int`.as(
        'minutenOud',
      ),
      'b.foutteksten',
      'b.eigen_redenen',
      'b.wacht_op as wachtOp',
      'b.vervangen_door',
      'b.laatste_fout as laatsteFout',
    ])
    .orderBy(sql`b.staat = 'geweigerd'`, 'desc')
    .orderBy(open, 'desc')
    .orderBy(
      sql`case when b.staat in ('wacht', 'bezig', 'geweigerd') then b.volgnummer else -b.volgnummer end`,
    )
    .limit(vraag.pageSize)
    .offset((vraag.page - 1) * vraag.pageSize)
    .execute();
  return rijen.map(({ eigen_redenen, vervangen_door, ...r }) => ({
    ...r,
    eigenRedenen: eigen_redenen.map((e) => e.tekst),
    vervangen: vervangen_door !== null,
  }));
}

/** Aantallen per staat, binnen gemeente en ouderdom van het filter. */
export async function telVerzendingen(
  tx: Tx,
  vraag: Filter,
  nu: string,
): Promise<Record<Staat, number>> {
  const rijen = await gefilterd(tx, { ...vraag, staten: undefined }, nu)
    .select(['b.staat', sql<number>`count(*)::int`.as('aantal')])
    .groupBy('b.staat')
    .execute();
  const tellingen: Record<Staat, number> = {
    wacht: 0,
    bezig: 0,
    geaccepteerd: 0,
    geweigerd: 0,
    ingetrokken: 0,
  };
  for (const rij of rijen) tellingen[rij.staat] = rij.aantal;
  return tellingen;
}

/** Wat alleen bij één bericht te zien is. */
export async function leesDetail(tx: Tx, id: string) {
  return tx
    .selectFrom('bericht_uit as b')
    .leftJoin('medewerker as m', 'm.id', 'b.ingetrokken_door')
    .select([
      'b.inhoud',
      'b.ontvangstbewijs',
      'b.verzending_begonnen_op as begonnenOp',
      'b.intrek_reden as intrekReden',
      'm.naam as ingetrokkenDoor',
    ])
    .where('b.id', '=', id)
    .executeTakeFirst();
}

/** Haalt een bericht uit de rij dat nog niet op weg is. @returns onwaar als het al op weg of klaar was. */
export async function trekTerug(
  tx: Tx,
  id: string,
  door: { medewerkerId: string; reden: string; nu: string },
): Promise<boolean> {
  const rij = await tx
    .updateTable('bericht_uit')
    .set({
      staat: 'ingetrokken',
      intrek_reden: door.reden,
      ingetrokken_door: door.medewerkerId,
      wacht_op: null,
      afgerond_op: door.nu,
    })
    .where('id', '=', id)
    .where('staat', '=', 'wacht')
    .returning('id')
    .executeTakeFirst();
  return rij !== undefined;
}
