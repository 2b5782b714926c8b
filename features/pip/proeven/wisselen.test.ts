import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datum } from '../../../rules/shared/datum.ts';
import type { Leerroute } from '../../../rules/stand/feiten.ts';
import type { NieuwFeit } from '../../../server/dossier/feiten.ts';
import { nieuwId } from '../../../server/id.ts';
import { volledigPip } from '../../../test/begeleiding/pip-dossier.ts';
import { inTraject } from '../../../test/traject.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../../test/world.ts';

let w: Wereld;
let g: TestGemeente;
let m: TestMedewerker;
let bsn = 999_640_000;

beforeAll(async () => {
  w = await maakWereld({ vandaag: '2026-11-21' });
  g = await w.gemeente();
  m = await w.medewerker(g.organisatieId);
});
afterAll(() => w.sluit());

/** Een tweede PIP met de Z-route, een dag later weer ingetrokken. */
function ingetrokkenWissel(): NieuwFeit[] {
  const pipId = nieuwId();
  const dag = datum('2026-11-01');
  return [
    {
      soort: 'pip-vastgesteld',
      inhoud: {
        pipId,
        versie: 2,
        dagtekening: dag,
        bekendgemaaktOp: dag,
        gemeentecode: g.code,
        inhoud: { meegeteldeInspanningen: [], ...volledigPip('Z') } as never,
        vastgesteldDoor: 'Noor',
      },
      geldigOp: dag,
      bron: 'medewerker',
    },
    {
      soort: 'pip-ingetrokken',
      inhoud: { pipId, op: datum('2026-11-02'), reden: 'Te vroeg.' },
      geldigOp: datum('2026-11-02'),
      bron: 'medewerker',
    },
  ];
}

/** De waarschuwingen bij een nieuwe versie met deze route, op deze dag; het PIP dat geldt volgt de B1-route. */
async function waarschuwingen(naar: Leerroute, dag: string, extra: NieuwFeit[] = []) {
  w.klok.zetOp(datum(dag));
  const feiten = [...inTraject(g, 'B'), ...extra];
  const id = await w.dossier(g.id, feiten, { bsn: String(bsn++), klantmanagerId: m.id });
  const pips = `/v1/dossiers/${id}/pips`;
  const { pipId } = (await m.vraag('POST', pips)).body;
  const pad = `${pips}/${pipId}`;
  const inhoud = { leerroute: naar, redenWijziging: 'Het gaat anders dan gedacht.' };
  const wijziging = await m.vraag('PATCH', pad, { revisie: 1, inhoud });
  expect(wijziging.status).toBe(200);
  const { controle } = (await m.vraag('GET', pad)).body;
  return controle.waarschuwingen.map((r: { code: string }) => r.code) as string[];
}

// De termijn begon op 2 oktober 2026: wisselen kan zonder uitzondering tot en met 1 april 2028.
describe('een andere leerroute in een nieuwe versie (Besluit inburgering art. 5.4)', () => {
  it.each([
    ['2028-03-31', false],
    ['2028-04-01', false],
    ['2028-04-02', true],
  ])('op %s waarschuwt: %s', async (dag, waarschuwt) => {
    expect((await waarschuwingen('Z', dag)).includes('pip-wisselen')).toBe(waarschuwt);
  });

  it('wordt vergeleken met het PIP dat geldt, niet met een ingetrokken versie', async () => {
    const laat = '2028-04-02';
    expect(await waarschuwingen('B', laat, ingetrokkenWissel())).not.toContain('pip-wisselen');
    expect(await waarschuwingen('Z', laat, ingetrokkenWissel())).toContain('pip-wisselen');
  });
});
