import { sql } from 'kysely';
import type { Tx } from '../../../server/db/db.ts';
import type { Database } from '../../../server/db/tables.ts';
import type { DossierSleutel } from '../../../server/dossier/feiten.ts';

type Tabel = Database['persoonsbericht'];

/** Een bericht zoals het in de rij staat. */
export type BerichtRij = DossierSleutel & {
  id: string;
  afspraakId: string;
  afspraakFeit: string;
  wat: Tabel['wat'];
  kanaal: Tabel['kanaal'];
  taal: string;
  staat: Tabel['staat'];
  reden: string | null;
  nietVoor: string;
  pogingen: number;
  begonnenOp: string | null;
  documentId: string | null;
  medewerkerId: string | null;
};

const KOLOMMEN = [
  'gemeente_id as gemeenteId',
  'dossier_id as dossierId',
  'id',
  'afspraak_id as afspraakId',
  'afspraak_feit as afspraakFeit',
  'wat',
  'kanaal',
  'taal',
  'staat',
  'reden',
  'niet_voor as nietVoor',
  'pogingen',
  'verzending_begonnen_op as begonnenOp',
  'document_id as documentId',
  'medewerker_id as medewerkerId',
] as const;

/** Houdt één bericht vast tot het einde van `tx`; `undefined` als het er niet is of is afgeschermd. */
export async function houdVast(tx: Tx, id: string): Promise<BerichtRij | undefined> {
  const rij = await tx
    .selectFrom('persoonsbericht')
    .select(KOLOMMEN)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return rij as BerichtRij | undefined;
}

export type BerichtWijziging = {
  staat?: Tabel['staat'];
  reden?: string | null;
  taal?: string;
  tekst?: string | null;
  document_id?: string | null;
  notify_id?: string;
  verzending_begonnen_op?: string;
  pogingen?: number;
  verstuurd_op?: string;
  afgerond_op?: string;
};

/** Wijzigt alleen wat is meegegeven. */
export async function wijzigBericht(
  tx: Tx,
  { gemeenteId, id }: { gemeenteId: string; id: string },
  wijziging: BerichtWijziging,
): Promise<void> {
  await tx
    .updateTable('persoonsbericht')
    .set(wijziging)
    .where('gemeente_id', '=', gemeenteId)
    .where('id', '=', id)
    .execute();
}

/** Laat één verzender tegelijk toe; het slot valt weg met de verbinding. */
export async function houdVerzenderTegen(tx: Tx, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`persoonsbericht:${id}`}, 0))`.execute(
    tx,
  );
}

/** Wat aan de beurt is en nog niet weg, hoogstens `aantal`. */
export async function aanDeBeurt(
  tx: Tx,
  nu: string,
  aantal: number,
): Promise<{ gemeenteId: string; id: string }[]> {
  return tx
    .selectFrom('persoonsbericht')
    .select(['gemeente_id as gemeenteId', 'id'])
    .where('staat', 'in', ['wacht', 'bezig'])
    .where('niet_voor', '<=', nu)
    .orderBy('niet_voor')
    .limit(aantal)
    .execute();
}

/** Wat weg is en waarvan de afloop nog niet is gemeld: verstuurd tussen `van` en `tot`. */
export async function zonderAfloop(tx: Tx, van: string, tot: string): Promise<string[]> {
  const rijen = await tx
    .selectFrom('persoonsbericht')
    .select('id')
    .where('staat', '=', 'verstuurd')
    .where('verstuurd_op', '>', van)
    .where('verstuurd_op', '<', tot)
    .orderBy('verstuurd_op')
    .limit(500)
    .execute();
  return rijen.map((r) => r.id);
}

/** Zet een brief klaar in plaats van een bericht dat niet aankwam; is die er al, dan gebeurt er niets. */
export async function voegBriefToe(
  tx: Tx,
  rij: BerichtRij,
  { id, nu, zelf }: { id: string; nu: string; zelf?: string | undefined },
): Promise<boolean> {
  const gemaakt = await tx
    .insertInto('persoonsbericht')
    .values({
      gemeente_id: rij.gemeenteId,
      dossier_id: rij.dossierId,
      id,
      afspraak_id: rij.afspraakId,
      afspraak_feit: rij.afspraakFeit,
      wat: rij.wat,
      kanaal: 'brief',
      staat: 'wacht',
      reden: zelf ?? null,
      niet_voor: nu,
      medewerker_id: rij.medewerkerId,
      gemaakt_op: nu,
    })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst();
  return gemaakt !== undefined;
}

/** Een brief die al is gemaakt. */
export async function leesBrief(tx: Tx, gemeenteId: string, id: string): Promise<Buffer> {
  const { bestand } = await tx
    .selectFrom('document')
    .select('bestand')
    .where('gemeente_id', '=', gemeenteId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return bestand;
}

/** De oproep die bij een afspraak hoort: die brief gaat dan zelf als uitnodiging. */
export async function leesOproep(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
  oproepId: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from document where gemeente_id = ${gemeenteId} and dossier_id = ${dossierId}
      and soort = 'oproep' and herkomst->>'oproepId' = ${oproepId} order by id desc limit 1`.execute(
    tx,
  );
  return rows[0]?.id;
}

/** De berichten over een aantal afspraken, oudste eerst. */
export async function berichtenVan(tx: Tx, afspraakIds: readonly string[]) {
  if (afspraakIds.length === 0) return [];
  return tx
    .selectFrom('persoonsbericht')
    .select([
      'id',
      'afspraak_id as afspraakId',
      'wat',
      'kanaal',
      'taal',
      'staat',
      'reden',
      'niet_voor as nietVoor',
      'verstuurd_op as verstuurdOp',
      'afgerond_op as afgerondOp',
      'document_id as documentId',
    ])
    .where('afspraak_id', 'in', [...afspraakIds])
    .orderBy('id')
    .execute();
}
