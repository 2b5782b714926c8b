import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Datum } from '../../rules/shared/datum.ts';
import type { Tx } from '../db/db.ts';
import type { Gebruiker } from './rechten.ts';

/** Zo lang mag iemand niets doen voordat de sessie eindigt (BIO2, ISO 27002 8.5). */
export const INACTIEF_MINUTEN = 15;
/** Zo lang duurt een sessie hoogstens. */
export const HOOGSTENS_UREN = 10;
const BIJWERKEN_NA_SECONDEN = 30;

const hashVan = (sleutel: string) => createHash('sha256').update(sleutel).digest();

/**
 * Begint een sessie met een nieuwe sleutel; een oude sleutel van dezelfde browser vervalt.
 * @returns de sleutel voor de cookie (256 bit); de database kent alleen de hash.
 */
export async function beginSessie(
  tx: Tx,
  medewerkerId: string,
  nu: string,
  oudeSleutel?: string,
  idToken?: string,
): Promise<string> {
  if (oudeSleutel) await eindigSessie(tx, oudeSleutel, nu);
  const sleutel = randomBytes(32).toString('base64url');
  await tx
    .insertInto('sessie')
    .values({
      sleutel_hash: hashVan(sleutel),
      medewerker_id: medewerkerId,
      begonnen_op: nu,
      laatst_gezien: nu,
      ingetrokken_op: null,
      id_token: idToken ?? null,
    })
    .execute();
  return sleutel;
}

/** Trekt een sessie in; daarna werkt de sleutel nergens meer. */
export async function eindigSessie(
  tx: Tx,
  sleutel: string,
  nu: string,
): Promise<{ idToken: string | null; medewerkerId: string } | undefined> {
  const rij = await tx
    .updateTable('sessie')
    .set({ ingetrokken_op: nu })
    .where('sleutel_hash', '=', hashVan(sleutel))
    .where('ingetrokken_op', 'is', null)
    .returning(['id_token', 'medewerker_id'])
    .executeTakeFirst();
  return rij && { idToken: rij.id_token, medewerkerId: rij.medewerker_id };
}

/** Trekt alle sessies van een medewerker in, bijvoorbeeld na een wijziging van zijn rollen. */
export async function eindigAlleSessies(tx: Tx, medewerkerId: string, nu: string): Promise<void> {
  await tx
    .updateTable('sessie')
    .set({ ingetrokken_op: nu })
    .where('medewerker_id', '=', medewerkerId)
    .where('ingetrokken_op', 'is', null)
    .execute();
}

type SessieRij = { gebruiker: Gebruiker; bijwerken: boolean };

/**
 * Wie bij de sleutel hoort, met rollen en verdeling op `vandaag`; schuift het moment van laatste gebruik op.
 * @param nu werkelijke tijd (niet de oefendatum), UTC ISO.
 * @returns undefined als de sessie niet (meer) geldt.
 */
export async function gebruikerVanSessie(
  tx: Tx,
  sleutel: string,
  nu: string,
  vandaag: Datum,
): Promise<Gebruiker | undefined> {
  const hash = hashVan(sleutel);
  const { rows } = await sql<SessieRij>`
    select jsonb_build_object(
        'id', m.id, 'naam', m.naam, 'functie', m.functie,
        'organisatie', jsonb_build_object('id', o.id, 'naam', o.naam, 'soort', o.soort),
        'rollen', coalesce((select jsonb_agg(jsonb_build_object('taak', r.taak, 'rol', r.rol))
          from medewerker_rol r where r.medewerker_id = m.id), '[]'),
        'verdeling', coalesce((select jsonb_agg(jsonb_build_object('gemeenteId', t.gemeente_id, 'taak', t.taak))
          from taakverdeling t where t.organisatie_id = m.organisatie_id
            and t.geldig_vanaf <= ${vandaag}::date and (t.geldig_tot is null or t.geldig_tot > ${vandaag}::date)), '[]'),
        'gemeenten', coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'code', g.code, 'naam', g.naam) order by g.naam)
          from gemeente g where exists (select 1 from taakverdeling t where t.gemeente_id = g.id
            and t.organisatie_id = m.organisatie_id and t.geldig_vanaf <= ${vandaag}::date
            and (t.geldig_tot is null or t.geldig_tot > ${vandaag}::date))), '[]')
      ) as gebruiker,
      s.laatst_gezien < ${nu}::timestamptz - make_interval(secs => ${BIJWERKEN_NA_SECONDEN}) as bijwerken
    from sessie s
    join medewerker m on m.id = s.medewerker_id and m.actief
    join organisatie o on o.id = m.organisatie_id
    where s.sleutel_hash = ${hash} and s.ingetrokken_op is null
      and s.laatst_gezien > ${nu}::timestamptz - make_interval(mins => ${INACTIEF_MINUTEN})
      and s.begonnen_op > ${nu}::timestamptz - make_interval(hours => ${HOOGSTENS_UREN})`.execute(
    tx,
  );
  const rij = rows[0];
  if (!rij) return undefined;
  if (rij.bijwerken) {
    await tx
      .updateTable('sessie')
      .set({ laatst_gezien: nu })
      .where('sleutel_hash', '=', hash)
      .execute();
  }
  return rij.gebruiker;
}
