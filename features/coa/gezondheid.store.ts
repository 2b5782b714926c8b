import type { Datum } from '../../rules/shared/datum.ts';
import type { Tx } from '../../server/db/db.ts';
import type { DossierSleutel } from '../../server/dossier/feiten.ts';

/** Legt een antwoord over gezondheid vast bij de bijzondere gegevens; daar mag alleen wie dat recht heeft. */
export async function bewaarBijzonder(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
  a: {
    id: string;
    vraag: string;
    waarde: unknown;
    nu: string;
    vandaag: Datum;
    medewerkerId: string;
  },
): Promise<void> {
  await tx
    .insertInto('bijzonder_feit')
    .values({
      gemeente_id: gemeenteId,
      dossier_id: dossierId,
      id: a.id,
      vraag: a.vraag,
      waarde: JSON.stringify(a.waarde),
      geldig_op: a.vandaag,
      vastgelegd_op: a.nu,
      medewerker_id: a.medewerkerId,
    })
    .execute();
}
