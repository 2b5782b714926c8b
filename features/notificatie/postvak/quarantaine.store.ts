import { sql } from 'kysely';
import type { Tx } from '../../../server/db/db.ts';
import type { Reden } from './quarantaine.schema.ts';

export type Quarantaine = {
  gemeenteId: string;
  id: string;
  dossierId: string;
  dossierIds: string[];
  staat: 'open' | 'vrijgegeven' | 'gewist';
  reden: Reden;
  toelichting: string;
  gebeurtenisId: string | null;
  afgeschermdOp: string;
  afgeschermdDoor: string;
  besluit: string | null;
  beslotenOp: string | null;
  beslotenDoor: string | null;
  tellingen: Record<string, number> | null;
  hash: string | null;
  gemeente: string;
  code: string;
};

/** Laat deze transactie afgeschermde dossiers zien; alleen voor wie de quarantaine behandelt. */
export async function toonAfgeschermd(tx: Tx): Promise<void> {
  await sql`select set_config('meedoen.quarantaine', 'aan', true)`.execute(tx);
}

/** Het dossier met alles wat erin opging. */
export async function metOpgegaan(
  tx: Tx,
  gemeenteId: string,
  dossierId: string,
): Promise<string[]> {
  const rijen = await tx
    .selectFrom('dossier')
    .select('id')
    .where('gemeente_id', '=', gemeenteId)
    .where('samengevoegd_met', '=', dossierId)
    .execute();
  return [dossierId, ...rijen.map((r) => r.id)];
}

/** Schermt dossiers af: zodra de transactie doorgaat ziet niemand ze nog. */
export async function schermAf(
  tx: Tx,
  q: Pick<
    Quarantaine,
    | 'gemeenteId'
    | 'id'
    | 'dossierId'
    | 'dossierIds'
    | 'reden'
    | 'toelichting'
    | 'gebeurtenisId'
    | 'afgeschermdOp'
  > & { doorId: string },
): Promise<void> {
  await tx
    .insertInto('quarantaine')
    .values({
      gemeente_id: q.gemeenteId,
      id: q.id,
      dossier_id: q.dossierId,
      dossier_ids: q.dossierIds,
      staat: 'open',
      reden: q.reden,
      toelichting: q.toelichting,
      gebeurtenis_id: q.gebeurtenisId,
      afgeschermd_op: q.afgeschermdOp,
      afgeschermd_door: q.doorId,
    })
    .execute();
}

const gelezen = (tx: Tx) =>
  tx
    .selectFrom('quarantaine as q')
    .innerJoin('gemeente as g', 'g.id', 'q.gemeente_id')
    .innerJoin('medewerker as a', 'a.id', 'q.afgeschermd_door')
    .leftJoin('medewerker as b', 'b.id', 'q.besloten_door')
    .select([
      'q.gemeente_id as gemeenteId',
      'q.id',
      'q.dossier_id as dossierId',
      'q.dossier_ids as dossierIds',
      'q.staat',
      'q.reden',
      'q.toelichting',
      'q.gebeurtenis_id as gebeurtenisId',
      'q.afgeschermd_op as afgeschermdOp',
      'a.naam as afgeschermdDoor',
      'q.besluit',
      'q.besloten_op as beslotenOp',
      'b.naam as beslotenDoor',
      'q.tellingen',
      'q.verklaring_hash as hash',
      'g.naam as gemeente',
      'g.code',
    ]);

/** Alles in quarantaine, wat open is eerst, daarna het nieuwste; hoogstens 200. */
export async function leesQuarantaines(tx: Tx): Promise<Quarantaine[]> {
  return gelezen(tx)
    .orderBy(sql`q.staat = 'open'`, 'desc')
    .orderBy('q.afgeschermd_op', 'desc')
    .limit(200)
    .execute();
}

/** Eén quarantaine; met `vast` blijft zij vergrendeld tot het einde van de transactie. */
export async function leesQuarantaine(
  tx: Tx,
  id: string,
  vast = false,
): Promise<Quarantaine | undefined> {
  const vraag = gelezen(tx).where('q.id', '=', id);
  return (vast ? vraag.forUpdate('q') : vraag).executeTakeFirst();
}

/** Wat er van een afgeschermd dossier is, om over te beslissen. */
export async function telInhoud(tx: Tx, q: Pick<Quarantaine, 'gemeenteId' | 'dossierIds'>) {
  const { rows } = await sql<{
    naam: string | null;
    feiten: number;
    documenten: number;
    meldingen: number;
  }>`
    select
      (select naam from dossier_stand where gemeente_id = ${q.gemeenteId} and dossier_id = any (${q.dossierIds}::uuid[]) limit 1) as naam,
      (select count(*)::int from feit where gemeente_id = ${q.gemeenteId} and dossier_id = any (${q.dossierIds}::uuid[])) as feiten,
      (select count(*)::int from document where gemeente_id = ${q.gemeenteId} and dossier_id = any (${q.dossierIds}::uuid[])) as documenten,
      (select count(*)::int from bericht_in where gemeente_id = ${q.gemeenteId} and dossier_id = any (${q.dossierIds}::uuid[])) as meldingen`.execute(
    tx,
  );
  return rows[0];
}

/** Woorden en nummers die in een toelichting niet mogen staan, omdat zij na het wissen bewaard blijft. */
export async function leesHerkenbaar(
  tx: Tx,
  { gemeenteId, dossierIds }: Pick<Quarantaine, 'gemeenteId' | 'dossierIds'>,
): Promise<string[]> {
  const rijen = await tx
    .selectFrom('dossier as d')
    .leftJoin('dossier_stand as s', (j) =>
      j.onRef('s.gemeente_id', '=', 'd.gemeente_id').onRef('s.dossier_id', '=', 'd.id'),
    )
    .select(['d.bsn', 'd.v_nummer', 's.sorteernaam'])
    .where('d.gemeente_id', '=', gemeenteId)
    .where('d.id', 'in', dossierIds)
    .execute();
  return rijen.flatMap((r) => [
    ...(r.bsn ? [r.bsn] : []),
    ...(r.v_nummer ? [r.v_nummer] : []),
    ...(r.sorteernaam ?? '').split(' ').filter((w) => w.length > 2),
  ]);
}

/** Meldingen over deze persoon die wachten tot er is beslist. */
export async function wachtendeMeldingen(
  tx: Tx,
  { gemeenteId, dossierIds }: Pick<Quarantaine, 'gemeenteId' | 'dossierIds'>,
): Promise<{ id: string; ruw: unknown }[]> {
  return tx
    .selectFrom('bericht_in')
    .select(['id', 'ruw'])
    .where('gemeente_id', '=', gemeenteId)
    .where('dossier_id', 'in', dossierIds)
    .where('staat', '=', 'nieuw')
    .orderBy('geregistreerd_op')
    .execute();
}

/** Of er nog iets op weg is naar DUO: dan kan de persoon nog niet worden gewist. */
export async function isOnderweg(
  tx: Tx,
  { gemeenteId, dossierIds }: Pick<Quarantaine, 'gemeenteId' | 'dossierIds'>,
): Promise<boolean> {
  const rij = await tx
    .selectFrom('bericht_uit')
    .select('id')
    .where('gemeente_id', '=', gemeenteId)
    .where('dossier_id', 'in', dossierIds)
    .where('staat', '=', 'bezig')
    .executeTakeFirst();
  return rij !== undefined;
}

/** Wist alles van de persoon. @returns het aantal rijen per tabel. */
export async function wisPersoon(
  tx: Tx,
  { gemeenteId, id }: Pick<Quarantaine, 'gemeenteId' | 'id'>,
): Promise<Record<string, number>> {
  const { rows } = await sql<{ tellingen: Record<string, number> }>`
    select meedoen_wis_quarantaine(${gemeenteId}, ${id}) as tellingen`.execute(tx);
  return rows[0]?.tellingen ?? {};
}

/** Legt het besluit vast. */
export async function besluit(
  tx: Tx,
  { gemeenteId, id }: Pick<Quarantaine, 'gemeenteId' | 'id'>,
  b: {
    staat: 'vrijgegeven' | 'gewist';
    besluit: string;
    op: string;
    doorId: string;
    tellingen?: Record<string, number>;
    hash?: string;
  },
): Promise<void> {
  await tx
    .updateTable('quarantaine')
    .set({
      staat: b.staat,
      besluit: b.besluit,
      besloten_op: b.op,
      besloten_door: b.doorId,
      tellingen: b.tellingen ? JSON.stringify(b.tellingen) : null,
      verklaring_hash: b.hash ?? null,
    })
    .where('gemeente_id', '=', gemeenteId)
    .where('id', '=', id)
    .execute();
}
