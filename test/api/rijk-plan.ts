import { createHash } from 'node:crypto';
import { datum } from '../../rules/shared/datum.ts';
import type { Feit } from '../../rules/stand/feiten.ts';
import { legVast, type NieuwFeit } from '../../server/dossier/feiten.ts';
import { nieuwId } from '../../server/id.ts';
import type { Wereld } from '../world.ts';

const OP = '2026-11-01T10:00:00.000Z';
const DAG = datum('2026-11-01');

type Ids = Record<string, string>;
const id = (ids: Ids, naam: string) => ids[naam] as string;

function feiten(ids: Ids, merk: string): NieuwFeit[] {
  const netwerkId = id(ids, 'netwerkId');
  const van = (soort: Feit['soort'], inhoud: object) =>
    ({ soort, inhoud, geldigOp: DAG, bron: 'medewerker' }) as NieuwFeit;
  const waar = { leefgebied: 'werk' };
  return [
    van('doel', {
      ...waar,
      doelId: id(ids, 'doelId'),
      eigenWoorden: `${merk}droom`,
      taal: 'nl',
      nederlands: `${merk}droom`,
      staat: 'actief',
    }),
    van('netwerk', {
      netwerkId,
      naam: `${merk}partner`,
      rol: 'buddy',
      waarom: `${merk}waarom`,
      vanaf: DAG,
    }),
    van('plan-afspraak', {
      ...waar,
      planId: id(ids, 'planId'),
      wat: `${merk}taak`,
      wie: { soort: 'partner', naam: `${merk}partner`, netwerkId },
      grondslag: 'vrijwillig',
      staat: 'open',
    }),
    van('deling', {
      delingId: id(ids, 'delingId'),
      netwerkId,
      wat: ['voornaam', 'afspraken met deze partner'],
      grondslag: 'toestemming',
      toelichting: `${merk}ja`,
      vanaf: DAG,
    }),
    van('aanspreekpunt', {
      fase: 'leren',
      naam: `${merk}punt`,
      organisatie: `${merk}huis`,
      vanaf: DAG,
    }),
  ];
}

/** A living plan with a partner, what he gets and his link. */
export async function maakPlan(w: Wereld, ids: Ids, merk: string): Promise<void> {
  const gemeenteId = id(ids, 'gemeenteId');
  const dossierId = id(ids, 'dossierId');
  await w.db.forGemeenten({ gemeenten: [gemeenteId] }, async (tx) => {
    const door = { medewerkerId: id(ids, 'medewerkerId'), nu: OP, vandaag: w.klok.vandaag() };
    await legVast(tx, { gemeenteId, dossierId }, feiten(ids, merk), door);
    await tx
      .insertInto('partnerlink')
      .values({
        gemeente_id: gemeenteId,
        id: id(ids, 'linkId'),
        dossier_id: dossierId,
        netwerk_id: id(ids, 'netwerkId'),
        token_hash: createHash('sha256').update(nieuwId()).digest(),
        code_hash: createHash('sha256').update(merk).digest(),
        gemaakt_op: OP,
        gemaakt_door: id(ids, 'medewerkerId'),
        verloopt_op: datum('2027-01-01'),
      })
      .execute();
  });
}
