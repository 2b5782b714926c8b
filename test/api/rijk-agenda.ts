import { nieuwId } from '../../server/id.ts';
import type { Wereld } from '../world.ts';

const OP = '2026-11-01T10:00:00.000Z';

/** A message to the person about an appointment, with the mark. */
export async function maakAgenda(
  w: Wereld,
  ids: Record<string, string>,
  merk: string,
): Promise<void> {
  const van = (naam: string) => ids[naam] as string;
  await w.db.forGemeenten({ gemeenten: [van('gemeenteId')] }, (tx) =>
    tx
      .insertInto('persoonsbericht')
      .values({
        gemeente_id: van('gemeenteId'),
        dossier_id: van('dossierId'),
        id: van('persoonsberichtId'),
        afspraak_id: van('afspraakId'),
        afspraak_feit: nieuwId(),
        wat: 'uitnodiging',
        kanaal: 'brief',
        staat: 'zelf',
        reden: `${merk}reden`,
        tekst: `${merk}tekst`,
        niet_voor: OP,
        medewerker_id: van('medewerkerId'),
        gemaakt_op: OP,
      })
      .execute(),
  );
}
