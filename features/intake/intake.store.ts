import { sql } from 'kysely';
import type { Datum } from '../../rules/shared/datum.ts';
import type { Tx } from '../../server/db/db.ts';
import type { DossierSleutel } from '../../server/dossier/feiten.ts';
import type { Waarde } from '../shared/vraag.schema.ts';

export type BijzonderAntwoord = {
  id: string;
  vraag: string;
  /** `null`: leeggemaakt. */
  waarde: Waarde | null;
  geldigOp: Datum;
  vastgelegdOp: string;
  medewerkerId: string | null;
  door: string | null;
};

/** De antwoorden over gezondheid die nu gelden; leeg als het recht ontbreekt. */
export async function leesBijzonder(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
): Promise<BijzonderAntwoord[]> {
  const rijen = await tx
    .selectFrom('bijzonder_feit as b')
    .leftJoin('medewerker as m', 'm.id', 'b.medewerker_id')
    .select([
      'b.id',
      'b.vraag',
      'b.waarde',
      'b.geldig_op as geldigOp',
      'b.vastgelegd_op as vastgelegdOp',
      'b.medewerker_id as medewerkerId',
      'm.naam as door',
    ])
    .where('b.gemeente_id', '=', gemeenteId)
    .where('b.dossier_id', '=', dossierId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('bijzonder_feit as n')
            .select('n.id')
            .where('n.gemeente_id', '=', gemeenteId)
            .where('n.dossier_id', '=', dossierId)
            .whereRef('n.vervangt', '=', 'b.id'),
        ),
      ),
    )
    .orderBy('b.id')
    .execute();
  return rijen.map((r) => ({ ...r, waarde: r.waarde as Waarde | null }));
}

/** Legt een antwoord over gezondheid vast; het dossier moet zijn vergrendeld. */
export async function bewaarBijzonder(
  tx: Tx,
  sleutel: DossierSleutel,
  antwoord: {
    id: string;
    vraag: string;
    waarde: Waarde | null;
    geldigOp: Datum;
    nu: string;
    medewerkerId: string;
    vervangt: string | null;
  },
): Promise<void> {
  await tx
    .insertInto('bijzonder_feit')
    .values({
      gemeente_id: sleutel.gemeenteId,
      dossier_id: sleutel.dossierId,
      id: antwoord.id,
      vraag: antwoord.vraag,
      waarde: JSON.stringify(antwoord.waarde),
      geldig_op: antwoord.geldigOp,
      vastgelegd_op: antwoord.nu,
      medewerker_id: antwoord.medewerkerId,
      vervangt: antwoord.vervangt,
    })
    .execute();
}

/** Wie een feit vastlegde, om een eigen eerdere versie van die van een ander te onderscheiden. */
export async function medewerkerVanFeit(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
  feitId: string,
): Promise<string | null> {
  const rij = await tx
    .selectFrom('feit')
    .select('medewerker_id')
    .where('gemeente_id', '=', gemeenteId)
    .where('dossier_id', '=', dossierId)
    .where('id', '=', feitId)
    .executeTakeFirst();
  return rij?.medewerker_id ?? null;
}

/** Het document van elke oproep. */
export async function leesOproepbrieven(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
): Promise<Map<string, string>> {
  const rijen = await tx
    .selectFrom('document')
    .select(['id', sql<string | null>`herkomst ->> 'oproepId'`.as('oproepId')])
    .where('gemeente_id', '=', gemeenteId)
    .where('dossier_id', '=', dossierId)
    .where('soort', '=', 'oproep')
    .execute();
  return new Map(rijen.flatMap((r) => (r.oproepId ? [[r.oproepId, r.id] as const] : [])));
}
