import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  gemeenteMetBriefhoofd,
  klaarVoorPip,
  maakConcept,
  stelPipVast,
} from '../../../test/begeleiding/pip-dossier.ts';
import { leesPdf } from '../../../test/pdf.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../../test/world.ts';

const VANDAAG = '2026-11-21';
const TOEN = '2026-10-01';
let w: Wereld;
let g: TestGemeente;
let m: TestMedewerker;
let bsn = 999_110_000;

beforeAll(async () => {
  w = await maakWereld({ vandaag: VANDAAG });
  g = await gemeenteMetBriefhoofd(w);
  m = await w.medewerker(g.organisatieId);
});
afterAll(() => w.sluit());

const codes = (body: { redenen?: { code: string }[] }) => (body.redenen ?? []).map((r) => r.code);
async function concept(gemeente = g) {
  const id = await w.dossier(gemeente.id, klaarVoorPip(gemeente), {
    bsn: String(bsn++),
    klantmanagerId: m.id,
  });
  return { id, ...(await maakConcept(m, id)) };
}
const stelVast = (pad: string, vraag: object, door = m) => stelPipVast(door, pad, vraag);
const bekend = async (dossierId: string) =>
  (
    await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx
        .selectFrom('feit')
        .select('inhoud')
        .where('dossier_id', '=', dossierId)
        .where('soort', '=', 'pip-vastgesteld')
        .executeTakeFirstOrThrow(),
    )
  ).inhoud;

describe('een PIP met een dagtekening in het verleden', () => {
  it('is bekend op de dag dat de brief ontstaat: zes weken bezwaar, niet nul', async () => {
    const { id, pad } = await concept();
    const controle = (await m.vraag('GET', `${pad}?dagtekening=${TOEN}`)).body.controle;
    expect(controle.bezwaar.laatsteDag).toBe('2027-01-04');
    const { status, body } = await stelVast(pad, { dagtekening: TOEN });
    expect([status, body.bezwaarTotEnMet]).toEqual([200, '2027-01-04']);
    expect(await bekend(id)).toMatchObject({ dagtekening: TOEN, bekendgemaaktOp: VANDAAG });
    expect(await bekend(id)).not.toHaveProperty('opPapierUitgereikt');
    const pdf = await w.app.inject({
      url: `/v1/dossiers/${id}/documenten/${body.documentId}`,
      headers: { cookie: m.cookie },
    });
    expect((await leesPdf(pdf.rawPayload)).tekst).toContain('4 januari 2027');
    expect((await m.vraag('GET', pad)).body.controle.bezwaar.laatsteDag).toBe('2027-01-04');
  });

  it('is eerder bekend alleen met de verklaring dat het toen op papier is uitgereikt', async () => {
    const { id, pad } = await concept();
    const vraag = { dagtekening: TOEN, bekendgemaaktOp: '2026-10-02' };
    const zonder = await stelVast(pad, vraag);
    expect([zonder.status, codes(zonder.body)]).toEqual([409, ['bekendmaking-in-verleden']]);
    expect(zonder.body.redenen[0].veld).toBe('bekendgemaaktOp');
    const met = await stelVast(pad, { ...vraag, opPapierUitgereikt: true });
    expect([met.status, met.body.bezwaarTotEnMet]).toEqual([200, '2026-11-13']);
    expect(await bekend(id)).toMatchObject({
      bekendgemaaktOp: '2026-10-02',
      opPapierUitgereikt: true,
    });
    const { besluiten } = (await m.vraag('GET', `/v1/dossiers/${id}/besluiten`)).body;
    expect(besluiten).toMatchObject([{ bezwaarKanNog: false, opPapierUitgereikt: true }]);
  });

  it('toont vooraf de dag van bezwaar die bij de gekozen bekendmaking hoort', async () => {
    const { pad } = await concept();
    const dagen = `dagtekening=${TOEN}&bekendgemaaktOp=2026-10-02`;
    const { body } = await m.vraag('GET', `${pad}?${dagen}`);
    expect(body.controle.bezwaar.laatsteDag).toBe('2026-11-13');
    const pdf = await w.app.inject({
      url: `${pad}/voorbeeld?${dagen}`,
      headers: { cookie: m.cookie },
    });
    expect((await leesPdf(pdf.rawPayload)).tekst).toContain('13 november 2026');
  });

  it.each([
    [TOEN, '2026-11-20', ['geen-mandaat']],
    [TOEN, '2026-11-21', []],
    [VANDAAG, '2026-11-21', []],
  ])('dagtekening %s, mandaat tot en met %s: %j', async (dagtekening, totEnMet, verwacht) => {
    const eigen = await gemeenteMetBriefhoofd(w);
    const [chef, beheer] = [
      await w.medewerker(eigen.organisatieId),
      await w.medewerker(eigen.organisatieId, ['beheer:beheer']),
    ];
    const mandaat = await beheer.vraag('POST', `/v1/gemeenten/${eigen.id}/mandaten`, {
      soort: 'pip',
      medewerkerId: chef.id,
      geldigVanaf: '2026-09-01',
      totEnMet,
      tekst: 'Namens burgemeester en wethouders, bij mandaat',
      besluit: 'mandaatbesluit 2026',
    });
    expect(mandaat.status, JSON.stringify(mandaat.body)).toBe(200);
    const id = await w.dossier(eigen.id, klaarVoorPip(eigen), { bsn: String(bsn++) });
    const { pad } = await maakConcept(chef, id);
    expect(codes((await stelVast(pad, { dagtekening }, chef)).body)).toEqual(verwacht);
  });
});
