import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gemeenteMetBriefhoofd, klaarVoorPip } from '../../../test/begeleiding/pip-dossier.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../../test/world.ts';

let w: Wereld;
let g: TestGemeente;
let m: TestMedewerker;
let url: string;

beforeAll(async () => {
  w = await maakWereld({ vandaag: '2026-11-21' });
  g = await gemeenteMetBriefhoofd(w);
  m = await w.medewerker(g.organisatieId);
  const id = await w.dossier(g.id, klaarVoorPip(g), { bsn: '999000019' });
  url = `/v1/dossiers/${id}/stand`;
});
afterAll(() => w.sluit());

const vraag = (body: object, wie = m) => wie.vraag('POST', `${url}/_wat-als`, body);

describe('wat als', () => {
  it('zet de veronderstelde Stand naast die van nu, en bewaart niets', async () => {
    const voor = (await m.vraag('GET', url)).body;
    const { status, body } = await vraag({
      wijzigingen: [{ feit: 'kennisgeving', datum: '2026-11-02' }],
    });
    expect(status).toBe(200);
    expect(body.nu.termijnen).toEqual(voor.termijnen);
    const [pip] = body.dan.termijnen;
    expect(pip).toMatchObject({ id: 'pip-termijn', laatsteDag: '2027-01-11' });
    expect(pip.uitleg.feiten ?? pip.uitleg.stappen).toBeDefined();
    expect(body.verschillen[0]).toMatchObject({
      soort: 'termijn',
      wordt: expect.stringContaining('2027'),
    });
    expect((await m.vraag('GET', url)).body).toEqual(voor);
  });

  it('kijkt vooruit naar een andere dag, maar niet terug en niet te ver', async () => {
    const later = await vraag({ peildatum: '2027-06-01', wijzigingen: [] });
    expect(later.body.dan.peildatum).toBe('2027-06-01');
    expect(later.body.verschillen.length).toBeGreaterThan(0);
    expect((await vraag({ peildatum: '2036-11-21', wijzigingen: [] })).status).toBe(200);
    for (const peildatum of ['2026-11-20', '2036-11-22']) {
      const { status, body } = await vraag({ peildatum, wijzigingen: [] });
      expect([peildatum, status]).toEqual([peildatum, 400]);
      expect(body.invalidParams[0].name).toBe('peildatum');
    }
  });

  it.each([
    [{ wijzigingen: [{ feit: 'kennisgeving', datum: '2026-02-30' }] }],
    [{ wijzigingen: [{ feit: 'bestaat-niet', datum: '2026-02-01' }] }],
    [{ wijzigingen: [{ feit: 'uren', soort: 'pvt', totaal: -1 }] }],
    [{ wijzigingen: Array(21).fill({ feit: 'aanbod', datum: '2026-02-01' }) }],
    [{}],
  ])('weigert %j', async (body) => {
    expect((await vraag(body)).status).toBe(400);
  });

  it('toont een ander niets, en schrijft het lezen in het logboek', async () => {
    const elders = await w.medewerker((await w.gemeente()).organisatieId);
    expect((await vraag({ wijzigingen: [] }, elders)).status).toBe(404);
    const { body } = await m.vraag('GET', `${url.replace('/stand', '')}/logboek`);
    expect(JSON.stringify(body)).toContain('wat-als');
  });
});
