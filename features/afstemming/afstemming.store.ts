import { sql } from 'kysely';
import type { Datum } from '../../rules/shared/datum.ts';
import type { Tx } from '../../server/db/db.ts';
import type { AfstemmingTabellen } from '../../server/db/tabellen/afstemming.ts';
import type { BerichtSoort } from '../../server/db/tabellen/duo.ts';
import type { DossierSleutel } from '../../server/dossier/feiten.ts';

export type Ronde = { gemeenteId: string; id: string; begonnenOp: string };

/** Lopende dossiers met een BSN: alleen daarover zegt DUO iets. */
const LOPEND = sql`d.bsn is not null and d.samengevoegd_met is null and s.toestand <> 'beeindigd'`;

/** De ronde die nog loopt. */
export async function openRonde(tx: Tx, gemeenteId: string): Promise<Ronde | undefined> {
  return tx
    .selectFrom('afstemming_ronde')
    .select(['gemeente_id as gemeenteId', 'id', 'begonnen_op as begonnenOp'])
    .where('gemeente_id', '=', gemeenteId)
    .where('klaar_op', 'is', null)
    .executeTakeFirst();
}

/** Begint een ronde, of gaat door met die er al was. @returns waar als er een begon. */
export async function beginRonde(
  tx: Tx,
  gemeenteId: string,
  door: { id: string; aanleiding: 'nacht' | 'mens'; medewerkerId?: string; nu: string },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    insert into afstemming_ronde (gemeente_id, id, aanleiding, medewerker_id, begonnen_op, totaal)
    select ${gemeenteId}::uuid, ${door.id}::uuid, ${door.aanleiding}, ${door.medewerkerId ?? null}::uuid,
      ${door.nu}::timestamptz,
      (select count(*) from dossier d join dossier_stand s on s.gemeente_id = d.gemeente_id and s.dossier_id = d.id
       where d.gemeente_id = ${gemeenteId}::uuid and ${LOPEND})
    on conflict (gemeente_id) where klaar_op is null do nothing
    returning id`.execute(tx);
  return rows.length > 0;
}

/**
 * De volgende dossiers van een ronde. Wie in deze ronde al is vergeleken valt eruit: een onderbroken ronde gaat
 * verder waar zij bleef.
 */
export async function teVergelijken(
  tx: Tx,
  ronde: Ronde,
  hoogstens: number,
): Promise<{ dossierId: string }[]> {
  const { rows } = await sql<{ dossierId: string }>`
    select d.id as "dossierId"
    from dossier d
    join dossier_stand s on s.gemeente_id = d.gemeente_id and s.dossier_id = d.id
    left join afstemming_dossier a on a.gemeente_id = d.gemeente_id and a.dossier_id = d.id
    where d.gemeente_id = ${ronde.gemeenteId} and ${LOPEND} and a.ronde_id is distinct from ${ronde.id}::uuid
    order by a.vergeleken_op nulls first, d.id
    limit ${hoogstens}`.execute(tx);
  return rows;
}

/** Sluit de ronde af, of legt vast waarom zij wacht. */
export async function werkRondeBij(
  tx: Tx,
  { gemeenteId, id }: Pick<Ronde, 'gemeenteId' | 'id'>,
  stand: { klaarOp: string } | { wachtReden: string | null; nu: string },
): Promise<void> {
  const wacht =
    'klaarOp' in stand
      ? sql`klaar_op = ${stand.klaarOp}::timestamptz, wacht_reden = null, wacht_sinds = null`
      : sql`wacht_reden = ${stand.wachtReden}, wacht_sinds = case when ${stand.wachtReden}::text is null then null
          else coalesce(wacht_sinds, ${stand.nu}::timestamptz) end`;
  await sql`update afstemming_ronde set ${wacht} where gemeente_id = ${gemeenteId} and id = ${id} and klaar_op is null`.execute(
    tx,
  );
}

export type DossierStand = {
  rondeId: string | null;
  nu: string;
  antwoord: AfstemmingTabellen['afstemming_dossier']['antwoord'];
  overgeslagen?: readonly string[];
  toegangEindigt?: Datum | null;
};

/** Legt vast dat een dossier is vergeleken. Zonder ronde telt het niet als gedaan in een lopende ronde. */
export async function schrijfDossier(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
  s: DossierStand,
): Promise<void> {
  const rij = {
    vergeleken_op: s.nu,
    antwoord: s.antwoord,
    overgeslagen: [...(s.overgeslagen ?? [])],
    ...(s.rondeId ? { ronde_id: s.rondeId } : {}),
    ...(s.toegangEindigt === undefined ? {} : { toegang_eindigt: s.toegangEindigt }),
  };
  await tx
    .insertInto('afstemming_dossier')
    .values({
      gemeente_id: gemeenteId,
      dossier_id: dossierId,
      ronde_id: null,
      toegang_eindigt: null,
      nagestuurd_op: null,
      ...rij,
    })
    .onConflict((c) => c.columns(['gemeente_id', 'dossier_id']).doUpdateSet(rij))
    .execute();
}

/** Wanneer voor dit dossier voor het laatst is nagestuurd wat DUO miste. */
export async function nagestuurdOp(tx: Tx, k: DossierSleutel): Promise<string | null> {
  const rij = await tx
    .selectFrom('afstemming_dossier')
    .select('nagestuurd_op')
    .where('gemeente_id', '=', k.gemeenteId)
    .where('dossier_id', '=', k.dossierId)
    .executeTakeFirst();
  return rij?.nagestuurd_op ?? null;
}

export async function noteerNagestuurd(tx: Tx, k: DossierSleutel, nu: string): Promise<void> {
  await tx
    .updateTable('afstemming_dossier')
    .set({ nagestuurd_op: nu })
    .where('gemeente_id', '=', k.gemeenteId)
    .where('dossier_id', '=', k.dossierId)
    .execute();
}

export async function gemeenteVan(tx: Tx, gemeenteId: string) {
  return tx
    .selectFrom('gemeente')
    .select(['code', 'oin', 'naam'])
    .where('id', '=', gemeenteId)
    .executeTakeFirstOrThrow();
}

/** Soorten berichten die voor dit dossier nog op weg zijn. */
export async function onderweg(tx: Tx, k: DossierSleutel): Promise<Set<BerichtSoort>> {
  const rijen = await tx
    .selectFrom('bericht_uit')
    .select('soort')
    .distinct()
    .where('gemeente_id', '=', k.gemeenteId)
    .where('dossier_id', '=', k.dossierId)
    .where('staat', 'in', ['wacht', 'bezig'])
    .execute();
  return new Set(rijen.map((r) => r.soort));
}

/**
 * De meldingen van DUO over deze persoon, ook die nog op verwerking wachten of in het postvak liggen. Een dag is een
 * dag in Nederland.
 */
export async function meldingenVan(
  tx: Tx,
  k: DossierSleutel & { bsn: string; vNummer: string | null; begonnen: string },
): Promise<{ id: string; dag: Datum; zeker: boolean }[]> {
  const nummer = k.vNummer === null ? null : Number(k.vNummer);
  const { rows } = await sql<{ id: string; dag: Datum; zeker: boolean }>`
    select gebeurtenis_id as id, ontvangen_op < ${k.begonnen}::timestamptz as zeker, to_char(geregistreerd_op at time zone 'Europe/Amsterdam', 'YYYY-MM-DD') as dag
    from bericht_in
    where gemeente_id = ${k.gemeenteId} and coalesce(ruw->>'herkomst', '') <> 'afstemming-gekomen'
      and (dossier_id = ${k.dossierId} or ruw->'inhoud'->>'bsn' = ${k.bsn}
        or (dossier_id is null and (ruw->'inhoud'->>'vNummer')::bigint = ${nummer}::bigint))
    order by geregistreerd_op`.execute(tx);
  return rows;
}

/** De dag waarop het dossier is geopend, in Nederland. */
export async function geopendOp(tx: Tx, k: DossierSleutel): Promise<Datum> {
  const { rows } = await sql<{ dag: Datum }>`
    select to_char(geopend_op at time zone 'Europe/Amsterdam', 'YYYY-MM-DD') as dag from dossier
    where gemeente_id = ${k.gemeenteId} and id = ${k.dossierId}`.execute(tx);
  return (rows[0] as { dag: Datum }).dag;
}

/** De inhoud van het laatste bericht aan DUO van deze soort over een van deze onderwerpen. */
export async function laatsteBericht(
  tx: Tx,
  k: DossierSleutel,
  soort: BerichtSoort,
  onderwerpIds: readonly string[] | undefined,
): Promise<{ onderwerpId: string; inhoud: Record<string, unknown> } | undefined> {
  const rij = await tx
    .selectFrom('bericht_uit')
    .select(['onderwerp_id as onderwerpId', 'inhoud'])
    .where('gemeente_id', '=', k.gemeenteId)
    .where('dossier_id', '=', k.dossierId)
    .where('soort', '=', soort)
    .where('staat', '<>', 'ingetrokken')
    .$if(onderwerpIds !== undefined, (q) =>
      q.where('onderwerp_id', 'in', [...(onderwerpIds ?? [])]),
    )
    .orderBy('volgnummer', 'desc')
    .limit(1)
    .executeTakeFirst();
  return rij && { ...rij, inhoud: rij.inhoud as Record<string, unknown> };
}
