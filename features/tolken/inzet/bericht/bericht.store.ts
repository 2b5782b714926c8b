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
  kanaal: Tabel['kanaal'];
  staat: Tabel['staat'];
  onderwerp: string;
  tekst: string;
  pogingen: number;
  begonnenOp: string | null;
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
      'b.kanaal',
      'b.staat',
      'b.onderwerp',
      'b.tekst',
      'b.pogingen',
      'b.verzending_begonnen_op as begonnenOp',
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

/**
 * Wat over een eerdere versie van de boeking nog niet weg is vertrekt niet meer.
 * @returns hoeveel er verviel, en of de tolk al iets kreeg of misschien kreeg.
 */
export async function laatVervallen(tx: Tx, { gemeenteId, inzetId }: Sleutel, nu: string) {
  const { numUpdatedRows } = await tx
    .updateTable('tolkbericht')
    .set({ staat: 'vervallen', reden: 'De boeking is gewijzigd.', afgerond_op: nu })
    .where('gemeente_id', '=', gemeenteId)
    .where('inzet_id', '=', inzetId)
    .where('staat', '=', 'wacht')
    .executeTakeFirst();
  const gehoord = await tx
    .selectFrom('tolkbericht')
    .select('id')
    .where('gemeente_id', '=', gemeenteId)
    .where('inzet_id', '=', inzetId)
    .where('staat', 'in', ['bezig', 'verstuurd', 'bezorgd', 'zelf'])
    .limit(1)
    .executeTakeFirst();
  return { vervallen: Number(numUpdatedRows), gehoord: gehoord !== undefined };
}

/** Of een ander uit de groep de tolk op dit moment al heeft: dan weet de tolk het. */
export async function heeftGroepAl(
  tx: Tx,
  b: { inzetId: string; tolkId: string; groepId: string; vanOp: string },
): Promise<boolean> {
  const ander = await tx
    .selectFrom('tolkinzet')
    .select('id')
    .where('tolk_id', '=', b.tolkId)
    .where('groep_id', '=', b.groepId)
    .where('van_op', '=', b.vanOp)
    .where('staat', '<>', 'afgezegd')
    .where('id', '<>', b.inzetId)
    .limit(1)
    .executeTakeFirst();
  return ander !== undefined;
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
