import { datum } from '../../rules/shared/datum.ts';
import { nieuwId } from '../../server/id.ts';
import type { Wereld } from '../world.ts';

const OP = '2026-11-01T10:00:00.000Z';
const DAG = datum('2026-11-01');

/** How somebody is doing and how she began, with the mark. */
export async function maakMens(
  w: Wereld,
  ids: Record<string, string>,
  merk: string,
): Promise<void> {
  const gemeente_id = ids.gemeenteId as string;
  const sleutel = { gemeente_id, dossier_id: ids.dossierId as string };
  await w.db.forGemeenten({ gemeenten: [gemeente_id], bijzonder: [gemeente_id] }, async (tx) => {
    await tx
      .insertInto('meting')
      .values({
        ...sleutel,
        id: nieuwId(),
        moment: 'begin',
        taal: `${merk}taal`,
        gemeten_op: DAG,
        antwoorden: JSON.stringify({ [`${merk}vraag`]: 7 }),
        vastgelegd_op: OP,
      })
      .execute();
    await tx
      .insertInto('beginsituatie')
      .values({
        ...sleutel,
        pip_id: ids.pipId as string,
        dagtekening: DAG,
        inhoud: JSON.stringify({
          antwoorden: [
            {
              onderwerp: 'werk',
              vraag: 'werk-wens',
              waarde: `${merk}wens`,
              feitId: nieuwId(),
              op: DAG,
              bron: 'medewerker',
            },
          ],
          gezinsleden: [],
          kinderopvang: [],
        }),
        vastgelegd_op: OP,
      })
      .execute();
  });
}
