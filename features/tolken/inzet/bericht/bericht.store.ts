import { sql } from 'kysely';
import type { Tx } from '../../../../server/db/db.ts';
import type { Database } from '../../../../server/db/tables.ts';

type Tabel = Database['tolkbericht'];

/** Een bericht aan een tolk zoals het in de rij staat. */
export type TolkberichtRij = {
  gemeenteId: string;
  id: string;
  inzetId: string;
  tolkId: string;
  afspraakId: string;
  groepId: string | null;
  wat: Tabel['wat'];
  /** Het moment waarover het bericht gaat. */
  vanOp: string;
  kanaal: Tabel['kanaal'];
  staat: Tabel['staat'];
  onderwerp: string;
  tekst: string;
  pogingen: number;
  begonnenOp: string | null;
  verstuurdOp: string | null;
};

/** Houdt één bericht vast tot het einde van `tx`; `undefined` als het er niet is. */
export async function houdVast(tx: Tx, id: string): Promise<TolkberichtRij | undefined> {
  return tx
    .selectFrom('tolkbericht as b')
    .innerJoin('tolkinzet as i', (j) =>
      j.onRef('i.gemeente_id', '=', 'b.gemeente_id').onRef('i.id', '=', 'b.inzet_id'),
    )
    .select([
      'b.gemeente_id as gemeenteId',
      'b.id',
      'b.inzet_id as inzetId',
      'i.tolk_id as tolkId',
      'i.afspraak_id as afspraakId',
      'i.groep_id as groepId',
      'b.wat',
      'b.van_op as vanOp',
      'b.kanaal',
      'b.staat',
      'b.onderwerp',
      'b.tekst',
      'b.pogingen',
      'b.verzending_begonnen_op as begonnenOp',
      'b.verstuurd_op as verstuurdOp',
    ])
    .where('b.id', '=', id)
    .forUpdate('b')
    .executeTakeFirst();
}

export type TolkberichtWijziging = {
  staat?: Tabel['staat'];
  reden?: string | null;
  pogingen?: number;
  verzending_begonnen_op?: string;
  notify_id?: string;
  verstuurd_op?: string;
  afgerond_op?: string;
};

/** Wijzigt alleen wat is meegegeven. */
export async function wijzigTolkbericht(
  tx: Tx,
  { gemeenteId, id }: { gemeenteId: string; id: string },
  wijziging: TolkberichtWijziging,
): Promise<void> {
  await tx
    .updateTable('tolkbericht')
    .set(wijziging)
    .where('gemeente_id', '=', gemeenteId)
    .where('id', '=', id)
    .execute();
}

/** Laat één verzender tegelijk toe; het slot valt weg met de verbinding. */
export async function houdVerzenderTegen(tx: Tx, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`tolkbericht:${id}`}, 0))`.execute(tx);
}

type Sleutel = { gemeenteId: string; inzetId: string };
type Opdracht = { inzetId: string; tolkId: string; groepId: string | null };

/** Alle berichten aan de tolk over deze boeking, of over haar groep; oudste eerst. */
export async function berichtenOver(tx: Tx, { inzetId, tolkId, groepId }: Opdracht) {
  return tx
    .selectFrom('tolkbericht as b')
    .innerJoin('tolkinzet as i', (j) =>
      j.onRef('i.gemeente_id', '=', 'b.gemeente_id').onRef('i.id', '=', 'b.inzet_id'),
    )
    .select(['b.gemeente_id as gemeenteId', 'b.id', 'b.wat', 'b.staat', 'b.van_op as vanOp'])
    .where('i.tolk_id', '=', tolkId)
    .where((f) => f.or([f('i.id', '=', inzetId), f('i.groep_id', '=', groepId)]))
    .orderBy('b.id')
    .execute();
}

/**
 * Wie anders uit de groep de tolk op dit moment heeft, ook in een andere gemeente.
 * @returns de boekingen; `null` voor een boeking die niet van ons is.
 */
export async function groepOp(
  tx: Tx,
  { inzetId, tolkId, groepId, vanOp }: Opdracht & { vanOp: string },
): Promise<(string | null)[]> {
  if (!groepId) return [];
  const { rows } = await sql<{ inzetId: string | null }>`
    select b.inzet_id as "inzetId"
      from meedoen_tolk_bezet(${[tolkId]}::uuid[], ${vanOp}::timestamptz, ${vanOp}::timestamptz) b
      where b.van_op = ${vanOp}::timestamptz and b.groep_id = ${groepId} and b.inzet_id is distinct from ${inzetId}`.execute(
    tx,
  );
  return rows.map((r) => r.inzetId);
}

/** Of de tolk op het moment van het bericht nog staat geboekt voor dezelfde afspraak of groep. */
export async function staatNogGeboekt(tx: Tx, b: TolkberichtRij): Promise<boolean> {
  const eigen = await tx
    .selectFrom('tolkinzet')
    .select('id')
    .where('tolk_id', '=', b.tolkId)
    .where('afspraak_id', '=', b.afspraakId)
    .where('van_op', '=', b.vanOp)
    .where('staat', '<>', 'afgezegd')
    .limit(1)
    .executeTakeFirst();
  return eigen !== undefined || (await groepOp(tx, b)).length > 0;
}

/** Of de tolk over hetzelfde moment al een nieuwer bericht krijgt. */
export async function isIngehaald(tx: Tx, b: TolkberichtRij): Promise<boolean> {
  const later = await berichtenOver(tx, b);
  return later.some((n) => n.id > b.id && n.vanOp === b.vanOp && n.staat !== 'vervallen');
}

type Nieuw = Sleutel &
  Pick<Tabel, 'wat' | 'kanaal' | 'reden' | 'onderwerp' | 'tekst'> & {
    id: string;
    vanOp: string;
    zonderPlek: boolean;
    nu: string;
    medewerkerId: string;
  };

/** Zet een bericht klaar; zonder kanaal belt een mens. */
export async function voegTolkberichtToe(tx: Tx, b: Nieuw): Promise<void> {
  await tx
    .insertInto('tolkbericht')
    .values({
      gemeente_id: b.gemeenteId,
      id: b.id,
      inzet_id: b.inzetId,
      wat: b.wat,
      kanaal: b.kanaal,
      staat: b.kanaal ? 'wacht' : 'zelf',
      reden: b.reden,
      onderwerp: b.onderwerp,
      tekst: b.tekst,
      van_op: b.vanOp,
      zonder_plek: b.zonderPlek,
      medewerker_id: b.medewerkerId,
      gemaakt_op: b.nu,
    })
    .execute();
}
