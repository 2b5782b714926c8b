import { nieuwId } from '../../server/id.ts';
import type { Wereld } from '../world.ts';

const OP = '2026-11-01T10:00:00.000Z';

/** What DUO answered about the dossier, and somebody else who is shielded. */
export async function maakVanDuo(
  w: Wereld,
  ids: Record<string, string>,
  merk: string,
): Promise<void> {
  const van = (naam: string) => ids[naam] as string;
  const gemeenteId = van('gemeenteId');
  const weg = await w.dossier(gemeenteId, []);
  await w.db.forGemeenten({ gemeenten: [gemeenteId] }, async (tx) => {
    await tx
      .insertInto('duo_opname')
      .values({
        gemeente_id: gemeenteId,
        dossier_id: van('dossierId'),
        id: nieuwId(),
        onderwerp: 'gebeurtenissen',
        inhoud: JSON.stringify([{ id: 'SS101', omschrijving: `${merk}duo`, datum: '2026-10-01' }]),
        inhoud_hash: 'c'.repeat(64),
        api_versie: null,
        bericht_id: nieuwId(),
        opgehaald_op: OP,
        laatst_gezien_op: OP,
      })
      .execute();
    await tx
      .insertInto('quarantaine')
      .values({
        gemeente_id: gemeenteId,
        id: van('quarantaineId'),
        dossier_id: weg,
        dossier_ids: [weg],
        staat: 'open',
        reden: 'anders',
        toelichting: `${merk}waarom`,
        afgeschermd_op: OP,
        afgeschermd_door: van('medewerkerId'),
      })
      .execute();
  });
}
