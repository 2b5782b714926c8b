import { sql } from 'kysely';
import type { Tx } from '../../server/db/db.ts';
import type { DossierSleutel } from '../../server/dossier/feiten.ts';

export type Bevraagd = 'ok' | 'onbekend' | 'niet-bevoegd' | 'fout';
export type BrpStand = { bevraagdOp: string; antwoord: Bevraagd; verbintenissen: unknown };

/**
 * Lopende dossiers met een BSN die sinds `voor` niet zijn bevraagd, de langst geledene eerst. Wie net is bevraagd
 * valt eruit: een onderbroken nacht gaat vanzelf verder waar zij bleef.
 */
export async function teVerversen(
  tx: Tx,
  gemeenteId: string,
  voor: string,
  hoogstens: number,
): Promise<{ dossierId: string; bsn: string }[]> {
  const { rows } = await sql<{ dossierId: string; bsn: string }>`
    select d.id as "dossierId", d.bsn
    from dossier d
    join dossier_stand s on s.gemeente_id = d.gemeente_id and s.dossier_id = d.id
    left join brp_stand b on b.gemeente_id = d.gemeente_id and b.dossier_id = d.id
    where d.gemeente_id = ${gemeenteId} and d.bsn is not null and d.samengevoegd_met is null
      and s.toestand <> 'beeindigd'
      and (b.bevraagd_op is null or b.bevraagd_op < ${voor}::timestamptz)
    order by b.bevraagd_op nulls first, d.id
    limit ${hoogstens}`.execute(tx);
  return rows;
}

/** Wanneer de BRP het laatst over dit dossier is bevraagd. */
export async function leesBrpStand(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
): Promise<BrpStand | undefined> {
  return tx
    .selectFrom('brp_stand')
    .select(['bevraagd_op as bevraagdOp', 'antwoord', 'verbintenissen'])
    .where('gemeente_id', '=', gemeenteId)
    .where('dossier_id', '=', dossierId)
    .executeTakeFirst();
}

/** Legt vast dat is gevraagd; zonder `verbintenissen` blijven de vorige staan. */
export async function schrijfBrpStand(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
  stand: { nu: string; antwoord: Bevraagd; verbintenissen?: unknown },
): Promise<void> {
  const rij = {
    bevraagd_op: stand.nu,
    antwoord: stand.antwoord,
    ...(stand.verbintenissen === undefined
      ? {}
      : { verbintenissen: JSON.stringify(stand.verbintenissen) }),
  };
  await tx
    .insertInto('brp_stand')
    .values({ gemeente_id: gemeenteId, dossier_id: dossierId, ...rij })
    .onConflict((c) => c.columns(['gemeente_id', 'dossier_id']).doUpdateSet(rij))
    .execute();
}

/** CBS-code van de gemeente. */
export async function gemeentecode(tx: Tx, gemeenteId: string): Promise<string> {
  const rij = await tx
    .selectFrom('gemeente')
    .select('code')
    .where('id', '=', gemeenteId)
    .executeTakeFirstOrThrow();
  return rij.code;
}
