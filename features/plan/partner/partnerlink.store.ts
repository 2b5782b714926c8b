import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Datum } from '../../../rules/shared/datum.ts';
import type { Tx } from '../../../server/db/db.ts';
import type { DossierSleutel } from '../../../server/dossier/feiten.ts';

/** Na zoveel verkeerde codes werkt een link niet meer. */
const POGINGEN = 5;

const hash = (tekst: string) => createHash('sha256').update(tekst).digest();
/** De code alleen is te raden; met de sleutel erbij niet. */
const codeHash = (token: string, code: string) => hash(`${token}:${code}`);
const nieuweSleutel = () => randomBytes(32).toString('base64url');

export type Linkrij = {
  gemeenteId: string;
  id: string;
  dossierId: string;
  netwerkId: string;
  planId: string | null;
  pogingen: number;
  geblokkeerdOp: string | null;
  gemaaktOp: string;
  gemaaktDoor: string;
  verlooptOp: Datum;
  ingetrokkenOp: string | null;
  sessieTot: string | null;
  laatstGebruikt: string | null;
};

const lees = (tx: Tx) =>
  tx
    .selectFrom('partnerlink as p')
    .innerJoin('medewerker as m', 'm.id', 'p.gemaakt_door')
    .select([
      'p.gemeente_id as gemeenteId',
      'p.id',
      'p.dossier_id as dossierId',
      'p.netwerk_id as netwerkId',
      'p.plan_id as planId',
      'p.pogingen',
      'p.geblokkeerd_op as geblokkeerdOp',
      'p.gemaakt_op as gemaaktOp',
      'm.naam as gemaaktDoor',
      'p.verloopt_op as verlooptOp',
      'p.ingetrokken_op as ingetrokkenOp',
      'p.sessie_tot as sessieTot',
      'p.laatst_gebruikt as laatstGebruikt',
    ]);

/** De links van een dossier, nieuwste eerst. */
export const leesLinks = (tx: Tx, { gemeenteId, dossierId }: DossierSleutel): Promise<Linkrij[]> =>
  lees(tx)
    .where('p.gemeente_id', '=', gemeenteId)
    .where('p.dossier_id', '=', dossierId)
    .orderBy('p.id', 'desc')
    .execute();

type NieuweLink = DossierSleutel & {
  id: string;
  netwerkId: string;
  planId: string | null;
  medewerkerId: string;
  nu: string;
  verlooptOp: Datum;
};

/**
 * Maakt een link. De sleutel en de code komen hier één keer uit; daarna kent niemand ze meer.
 * @returns sleutel van 256 bit en een code van zes cijfers.
 */
export async function maakLink(tx: Tx, link: NieuweLink): Promise<{ token: string; code: string }> {
  const token = nieuweSleutel();
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  await tx
    .insertInto('partnerlink')
    .values({
      gemeente_id: link.gemeenteId,
      id: link.id,
      dossier_id: link.dossierId,
      netwerk_id: link.netwerkId,
      plan_id: link.planId,
      token_hash: hash(token),
      code_hash: codeHash(token, code),
      gemaakt_op: link.nu,
      gemaakt_door: link.medewerkerId,
      verloopt_op: link.verlooptOp,
    })
    .execute();
  return { token, code };
}

/** Trekt een link in; false als hij er niet is of al was ingetrokken. */
export async function trekLinkIn(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
  linkId: string,
  door: { medewerkerId: string; nu: string },
): Promise<boolean> {
  const rij = await tx
    .updateTable('partnerlink')
    .set({
      ingetrokken_op: door.nu,
      ingetrokken_door: door.medewerkerId,
      sessie_hash: null,
      sessie_tot: null,
    })
    .where('gemeente_id', '=', gemeenteId)
    .where('dossier_id', '=', dossierId)
    .where('id', '=', linkId)
    .where('ingetrokken_op', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return rij !== undefined;
}

/** De gemeente waar een sleutel van een link of sessie bij hoort; verder is er zonder sleutel niets te zien. */
export async function gemeenteVan(tx: Tx, sleutel: string): Promise<string | undefined> {
  const { rows } = await sql<{ gemeente: string | null }>`
    select meedoen_partnerlink_gemeente(${hash(sleutel)}) as gemeente`.execute(tx);
  return rows[0]?.gemeente ?? undefined;
}

/** De link bij een sleutel, vastgehouden tot het einde van de transactie. */
export const vindOpToken = (tx: Tx, gemeenteId: string, token: string) =>
  lees(tx)
    .where('p.gemeente_id', '=', gemeenteId)
    .where('p.token_hash', '=', hash(token))
    .forUpdate('p')
    .executeTakeFirst();

/** De link bij een lopende sessie, vastgehouden tot het einde van de transactie. */
export const vindOpSessie = (tx: Tx, gemeenteId: string, sessie: string) =>
  lees(tx)
    .where('p.gemeente_id', '=', gemeenteId)
    .where('p.sessie_hash', '=', hash(sessie))
    .forUpdate('p')
    .executeTakeFirst();

const van = (tx: Tx, { gemeenteId, id }: Linkrij) =>
  tx.updateTable('partnerlink').where('gemeente_id', '=', gemeenteId).where('id', '=', id);

/**
 * Keurt de code; een verkeerde telt als poging, en na de laatste werkt de link niet meer.
 * @returns hoeveel pogingen er nog zijn, of -1 als de code klopt.
 */
export async function keurCode(
  tx: Tx,
  link: Linkrij,
  token: string,
  code: string,
  nu: string,
): Promise<number> {
  const rij = await tx
    .selectFrom('partnerlink')
    .select('code_hash')
    .where('gemeente_id', '=', link.gemeenteId)
    .where('id', '=', link.id)
    .executeTakeFirstOrThrow();
  if (timingSafeEqual(rij.code_hash, codeHash(token, code))) {
    await van(tx, link).set({ pogingen: 0 }).execute();
    return -1;
  }
  const pogingen = link.pogingen + 1;
  const op = pogingen >= POGINGEN;
  await van(tx, link)
    .set({ pogingen, ...(op ? { geblokkeerd_op: nu } : {}) })
    .execute();
  return POGINGEN - pogingen;
}

/** Begint een korte sessie; een eerdere van dezelfde link vervalt. */
export async function beginPartnersessie(
  tx: Tx,
  link: Linkrij,
  nu: string,
  tot: string,
): Promise<string> {
  const sessie = nieuweSleutel();
  await van(tx, link)
    .set({ sessie_hash: hash(sessie), sessie_tot: tot, laatst_gebruikt: nu })
    .execute();
  return sessie;
}
