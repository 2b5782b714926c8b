import { sql } from 'kysely';
import type { Datum } from '../../../rules/shared/datum.ts';
import type { Feit } from '../../../rules/stand/feiten.ts';
import type { Tx } from '../../../server/db/db.ts';

/**
 * Legt een melding over iemand die is afgeschermd bij diens dossier; zij wacht tot er is beslist.
 * @returns waar als dat zo is: dan is er verder niets te doen.
 */
export async function houdVast(
  tx: Tx,
  { gemeenteId, id }: { gemeenteId: string; id: string },
  { bsn, vNummer }: { bsn?: string; vNummer?: string },
): Promise<boolean> {
  if (!bsn && !vNummer) return false;
  const { rows } = await sql<{ vast: boolean }>`
    select meedoen_houd_vast(${gemeenteId}, ${id}, ${bsn ?? null}, ${vNummer ?? null}) as vast`.execute(
    tx,
  );
  return rows[0]?.vast ?? false;
}

/** De meldingen over dit dossier die al zijn verwerkt en die DUO later registreerde, oudste eerst. */
export async function laterGeregistreerd(
  tx: Tx,
  { gemeenteId, dossierId }: { gemeenteId: string; dossierId: string },
  geregistreerdOp: string,
): Promise<{ gebeurtenisId: string; geregistreerdOp: string }[]> {
  return tx
    .selectFrom('bericht_in')
    .select(['gebeurtenis_id as gebeurtenisId', 'geregistreerd_op as geregistreerdOp'])
    .where('gemeente_id', '=', gemeenteId)
    .where('dossier_id', '=', dossierId)
    .where('staat', '<>', 'nieuw')
    .where('geregistreerd_op', '>', geregistreerdOp)
    .orderBy('geregistreerd_op')
    .execute();
}

const GROND = 'ontheffing-grond';

/** De grond van elke ontheffing van een dossier die nu geldt; leeg zonder bijzonder recht. */
export async function leesGronden(
  tx: Tx,
  { gemeenteId, dossierId }: { gemeenteId: string; dossierId: string },
): Promise<{ id: string; feitId: string; grond: string }[]> {
  const { rows } = await sql<{ id: string; feitId: string; grond: string }>`
    select b.id, b.waarde->>'feitId' as "feitId", b.waarde->>'grond' as grond from bijzonder_feit b
    where b.gemeente_id = ${gemeenteId} and b.dossier_id = ${dossierId} and b.vraag = ${GROND}
      and not exists (select from bijzonder_feit n where n.gemeente_id = b.gemeente_id
        and n.dossier_id = b.dossier_id and n.vervangt = b.id)
    order by b.id`.execute(tx);
  return rows;
}

/** Bewaart de grond van een ontheffing bij de bijzondere gegevens. */
export async function bewaarGrond(
  tx: Tx,
  { gemeenteId, dossierId }: { gemeenteId: string; dossierId: string },
  g: {
    id: string;
    feitId: string;
    grond: string;
    geldigOp: Datum;
    nu: string;
    vervangt: string | null;
  },
): Promise<void> {
  await tx
    .insertInto('bijzonder_feit')
    .values({
      gemeente_id: gemeenteId,
      dossier_id: dossierId,
      id: g.id,
      vraag: GROND,
      waarde: JSON.stringify({ feitId: g.feitId, grond: g.grond }),
      geldig_op: g.geldigOp,
      vastgelegd_op: g.nu,
      vervangt: g.vervangt,
    })
    .execute();
}

/** De genoemde feiten van een dossier. */
export async function leesGenoemdeFeiten(
  tx: Tx,
  { gemeenteId, dossierId }: { gemeenteId: string; dossierId: string },
  ids: readonly string[],
): Promise<Pick<Feit, 'id' | 'soort' | 'inhoud' | 'bron' | 'verwijzing'>[]> {
  if (ids.length === 0) return [];
  const rijen = await tx
    .selectFrom('feit')
    .select(['id', 'soort', 'inhoud', 'bron', 'verwijzing'])
    .where('gemeente_id', '=', gemeenteId)
    .where('dossier_id', '=', dossierId)
    .where('id', 'in', [...ids])
    .execute();
  return rijen.map((r) => ({ ...r, verwijzing: r.verwijzing ?? undefined })) as Feit[];
}
