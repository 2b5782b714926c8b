import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datum } from '../../../rules/shared/datum.ts';
import type { PipInhoud } from '../../../rules/stand/feiten.ts';
import { legVast } from '../../../server/dossier/feiten.ts';
import {
  CONCEPT_REVISIE,
  gemeenteMetBriefhoofd,
  klaarVoorPip,
  maakConcept,
  volledigPip,
} from '../../../test/begeleiding/pip-dossier.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../../test/world.ts';
import type { PipConcept } from '../../pip/pip.schema.ts';
import { wijzigInhoud } from '../../pip/pip.store.ts';

// Half één 's nachts in Nederland, op 20 november; in UTC is het nog de 19e.
const NACHT = '2026-11-19T23:30:00.000Z';
let w: Wereld;
let g: TestGemeente;
let m: TestMedewerker;

beforeAll(async () => {
  w = await maakWereld({ vandaag: '2026-11-18' });
  g = await gemeenteMetBriefhoofd(w);
  m = await w.medewerker(g.organisatieId);
});
afterAll(() => w.sluit());

/** A PIP that was written and decided upon just after midnight. */
async function nachtwerk(): Promise<string> {
  const id = await w.dossier(g.id, klaarVoorPip(g), { bsn: '999310008', klantmanagerId: m.id });
  const { pipId } = await maakConcept(m, id);
  const inhoud = { ...volledigPip('B'), meegeteldeInspanningen: [] };
  const dossier = { gemeenteId: g.id, dossierId: id };
  const dagtekening = datum('2026-11-19');
  await w.db.forGemeenten({ gemeenten: [g.id] }, async (tx) => {
    await wijzigInhoud(tx, dossier, inhoud as PipConcept, {
      pipId,
      revisie: CONCEPT_REVISIE + 1,
      medewerkerId: m.id,
      velden: ['motivering'],
      nu: NACHT,
    });
    await tx
      .updateTable('pip')
      .set({ staat: 'vastgesteld', dagtekening, vastgesteld_door: m.id })
      .where('gemeente_id', '=', g.id)
      .where('id', '=', pipId)
      .execute();
    const besluit = {
      soort: 'pip-vastgesteld',
      inhoud: {
        pipId,
        versie: 1,
        dagtekening,
        bekendgemaaktOp: datum('2026-11-20'),
        gemeentecode: g.code,
        inhoud: inhoud as PipInhoud,
        vastgesteldDoor: m.naam,
      },
      geldigOp: dagtekening,
      bron: 'medewerker',
    } as const;
    const door = { medewerkerId: m.id, nu: NACHT, vandaag: datum('2026-11-20') };
    await legVast(tx, dossier, [besluit], door);
  });
  w.klok.zetOp(datum('2026-11-21'));
  return id;
}

describe('dagen in het stuk voor een zitting', () => {
  it('zijn dagen in Nederland, ook vlak na middernacht', async () => {
    const id = await nachtwerk();
    const pad = `/v1/dossiers/${id}/leerroutes`;
    expect((await m.vraag('GET', pad)).body.bekendOp).toBe('2026-11-20');
    const { status, body } = await m.vraag('POST', `${pad}/_afdrukken`);
    expect([status, body.redenen]).toEqual([201, undefined]);
    const { herkomst } = await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx
        .selectFrom('document')
        .select('herkomst')
        .where('id', '=', body.documentId)
        .executeTakeFirstOrThrow(),
    );
    const { gegevens } = herkomst as { gegevens: { bekendOp: string; handelingen: object[] } };
    expect(gegevens.bekendOp).toBe('2026-11-20');
    expect(gegevens.handelingen).toContainEqual({
      wie: m.naam,
      op: '2026-11-20',
      wat: 'Schreef de motivering van de keuze',
    });
  });
});
