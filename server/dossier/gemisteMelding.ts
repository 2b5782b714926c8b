import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Datum } from '../../rules/shared/datum.ts';
import type { Tx } from '../db/db.ts';
import { nieuwId } from '../id.ts';
import { planWerk } from '../werk.ts';

/** Een gebeurtenis die DUO wel heeft en die hier nooit als melding kwam. */
export type GemisteMelding = {
  gemeenteId: string;
  bsn: string;
  gebeurtenisId: string;
  datum: Datum;
  /** Hoeveel gelijke er op die dag al zijn: DUO kan er meer dan één hebben. */
  volgnummer: number;
  oinDuo: string;
  oinGemeente: string;
  /** Moment van vinden, UTC ISO. */
  nu: string;
};

/**
 * Bewaart een gemiste melding alsof zij is gekomen en plant de gewone verwerking. Twee keer geeft één melding.
 * @returns onwaar als zij er al was.
 */
export async function legGemisteMeldingKlaar(tx: Tx, m: GemisteMelding): Promise<boolean> {
  const inhoud = {
    // DUO noemt hier alleen de dag; het midden van de dag valt in elk tijdvak op dezelfde dag.
    registratieDatumTijd: `${m.datum}T11:00:00.000Z`,
    gebeurtenisId: m.gebeurtenisId,
    bsn: m.bsn,
  };
  const zelfde = ['afstemming', m.gemeenteId, m.bsn, m.gebeurtenisId, m.datum, m.volgnummer];
  const rij = await tx
    .insertInto('bericht_in')
    .values({
      gemeente_id: m.gemeenteId,
      id: nieuwId(),
      bericht_id: randomUUID(),
      inhoud_hash: createHash('sha256').update(JSON.stringify(zelfde)).digest('hex'),
      ruw: JSON.stringify({
        bron: m.oinDuo,
        doel: m.oinGemeente,
        inhoud,
        tekst: 'Niet ontvangen; gevonden bij het vergelijken met DUO.',
        herkomst: 'afstemming',
      }),
      gebeurtenis_id: m.gebeurtenisId,
      geregistreerd_op: inhoud.registratieDatumTijd,
      ontvangen_op: m.nu,
      staat: 'nieuw',
      uitkomst: '{}',
    })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!rij) return false;
  await planWerk(
    tx,
    'duo_bericht_verwerken',
    { gemeenteId: m.gemeenteId, berichtId: rij.id },
    { sleutel: `duo-bericht:${rij.id}` },
  );
  return true;
}

/**
 * Waar als deze melding alsnog komt en bij het vergelijken al was gevonden: dan is er niets meer te doen. Elke
 * gevonden melding geldt voor één die later komt.
 */
export async function wasAlGevonden(
  tx: Tx,
  { gemeenteId, id }: { gemeenteId: string; id: string },
): Promise<boolean> {
  const { rows } = await sql`
    update bericht_in set ruw = jsonb_set(ruw, '{herkomst}', '"afstemming-gekomen"')
    where gemeente_id = ${gemeenteId} and id = (
      select g.id from bericht_in b
      join bericht_in g on g.gemeente_id = b.gemeente_id and g.gebeurtenis_id = b.gebeurtenis_id and g.id <> b.id
        and g.ruw->>'herkomst' = 'afstemming' and g.ruw->'inhoud'->>'bsn' = b.ruw->'inhoud'->>'bsn'
        and abs((g.geregistreerd_op at time zone 'Europe/Amsterdam')::date
          - (b.geregistreerd_op at time zone 'Europe/Amsterdam')::date) <= 1
      where b.gemeente_id = ${gemeenteId} and b.id = ${id} and b.ruw->>'herkomst' is null
      order by g.geregistreerd_op limit 1 for update of g)
    returning id`.execute(tx);
  return rows.length > 0;
}
