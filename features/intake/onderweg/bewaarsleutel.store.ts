import type { Tx } from '../../../server/db/db.ts';

/** Wie op meer apparaten werkt dan dit, raakt de sleutel van het apparaat dat het langst stil is kwijt. */
const APPARATEN = 10;

type Apparaat = { medewerkerId: string; apparaatId: string };

/**
 * De sleutel van een medewerker op één apparaat; `nieuw` als er nog geen was of de oude verlopen is.
 * @param verlooptOp vanaf wanneer de sleutel vergeten mag worden, UTC ISO; schuift bij elk gebruik op.
 */
export async function geefSleutel(
  tx: Tx,
  { medewerkerId, apparaatId }: Apparaat,
  nieuw: Buffer,
  { nu, verlooptOp }: { nu: string; verlooptOp: string },
): Promise<Buffer> {
  await tx.deleteFrom('bewaarsleutel').where('verloopt_op', '<=', nu).execute();
  const { sleutel } = await tx
    .insertInto('bewaarsleutel')
    .values({
      medewerker_id: medewerkerId,
      apparaat_id: apparaatId,
      sleutel: nieuw,
      verloopt_op: verlooptOp,
    })
    .onConflict((c) =>
      c.columns(['medewerker_id', 'apparaat_id']).doUpdateSet({ verloopt_op: verlooptOp }),
    )
    .returning('sleutel')
    .executeTakeFirstOrThrow();
  await tx
    .deleteFrom('bewaarsleutel')
    .where('medewerker_id', '=', medewerkerId)
    .where('apparaat_id', 'not in', (eb) =>
      eb
        .selectFrom('bewaarsleutel as b')
        .select('b.apparaat_id')
        .where('b.medewerker_id', '=', medewerkerId)
        .orderBy('b.verloopt_op', 'desc')
        .limit(APPARATEN),
    )
    .execute();
  return sleutel;
}

/** Vergeet de sleutel: wat op het apparaat staat kan niemand meer lezen. */
export async function vergeetSleutel(tx: Tx, { medewerkerId, apparaatId }: Apparaat) {
  await tx
    .deleteFrom('bewaarsleutel')
    .where('medewerker_id', '=', medewerkerId)
    .where('apparaat_id', '=', apparaatId)
    .execute();
}
