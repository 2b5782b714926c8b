import { sql } from 'kysely';
import type { Tx } from '../../server/db/db.ts';
import type { Database } from '../../server/db/tables.ts';
import type { DossierSleutel } from '../../server/dossier/feiten.ts';
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
    .select(['gemeente_id as gemeenteId', 'dossier_id as dossierId', 'id', 'staat', 'volgnummer'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** Waar als er voor dit dossier na dit bericht nog een bericht is klaargezet. */
export async function heeftNieuwer(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
  volgnummer: number,
): Promise<boolean> {
  const rij = await tx
    .selectFrom('bericht_uit')
    .select('id')
    .where('gemeente_id', '=', gemeenteId)
    .where('dossier_id', '=', dossierId)
    .where('volgnummer', '>', volgnummer)
    .where('staat', '!=', 'ingetrokken')
    .limit(1)
    .executeTakeFirst();
  return rij !== undefined;
}

type Filter = Pick<VerzendingZoekVraag, 'staten' | 'gemeenteId' | 'minstensUrenOud'>;

function gefilterd(tx: Tx, vraag: Filter, nu: string) {
  let q = tx.selectFrom('bericht_uit as b');
  if (vraag.staten) q = q.where('b.staat', 'in', vraag.staten);
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
  vraag: VerzendingZoekVraag,
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
  return rijen;
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
