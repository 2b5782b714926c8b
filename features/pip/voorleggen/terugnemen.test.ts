import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  gemeenteMetBriefhoofd,
  klaarVoorPip,
  legPipVoor,
  maakConcept,
} from '../../../test/begeleiding/pip-dossier.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../../test/world.ts';

let w: Wereld;
let g: TestGemeente;
let opsteller: TestMedewerker;
let chef: TestMedewerker;
let bsn = 999_140_000;

beforeAll(async () => {
  w = await maakWereld({ vandaag: '2026-11-21' });
  g = await gemeenteMetBriefhoofd(w);
  opsteller = await w.medewerker(g.organisatieId);
  chef = await w.medewerker(g.organisatieId);
});
afterAll(() => w.sluit());

/** Een PIP van `opsteller` dat ter vaststelling ligt. */
async function voorgelegd(door = opsteller) {
  const id = await w.dossier(g.id, klaarVoorPip(g), {
    bsn: String(bsn++),
    klantmanagerId: opsteller.id,
  });
  const { pad } = await maakConcept(opsteller, id);
  expect((await legPipVoor(door, pad)).body.staat).toBe('ter-vaststelling');
  return { id, pad };
}
const terug = (wie: TestMedewerker, pad: string, vraag?: object) =>
  wie.vraag('POST', `${pad}/_terugnemen`, vraag);
const lees = async (wie: TestMedewerker, pad: string) => (await wie.vraag('GET', pad)).body;
const tijdlijn = async (id: string) => {
  const { body } = await opsteller.vraag('GET', `/v1/dossiers/${id}/tijdlijn`);
  return body.items.map((i: { tekst: string }) => i.tekst);
};
const REDEN = 'Leg bij de motivering uit waarom B1 haalbaar is.';

describe('een PIP dat ter vaststelling ligt', () => {
  it('neemt de opsteller zonder reden terug', async () => {
    const { pad } = await voorgelegd();
    expect((await lees(opsteller, pad)).handelingen.terugnemen).toMatchObject({
      mag: true,
      redenNodig: false,
    });
    expect((await terug(opsteller, pad)).body.staat).toBe('concept');
    expect((await lees(chef, pad)).teruggegeven).toBeNull();
  });

  it.each([[undefined], [{}], [{ reden: ' \n' }]])(
    'geeft een ander niet terug met %j',
    async (v) => {
      const { pad } = await voorgelegd();
      expect((await lees(chef, pad)).handelingen.terugnemen.redenNodig).toBe(true);
      const { status, body } = await terug(chef, pad, v);
      expect([status, body.redenen]).toEqual([
        409,
        [expect.objectContaining({ code: 'reden-nodig', veld: 'reden' })],
      ]);
      expect((await lees(chef, pad)).staat).toBe('ter-vaststelling');
    },
  );

  it('geeft een ander terug met een reden, die boven het concept en in de tijdlijn staat', async () => {
    const { id, pad } = await voorgelegd();
    expect((await terug(chef, pad, { reden: ` ${REDEN} ` })).body.staat).toBe('concept');
    expect((await lees(opsteller, pad)).teruggegeven).toEqual({
      door: chef.naam,
      op: expect.any(String),
      reden: REDEN,
    });
    expect(await tijdlijn(id)).toContain(`PIP teruggegeven door ${chef.naam}: ${REDEN}`);
  });

  it('draagt de reden niet meer als het opnieuw is voorgelegd', async () => {
    const { pad } = await voorgelegd();
    await terug(chef, pad, { reden: REDEN });
    await legPipVoor(opsteller, pad);
    expect((await lees(chef, pad)).teruggegeven).toBeNull();
    await terug(opsteller, pad);
    expect((await lees(opsteller, pad)).teruggegeven).toBeNull();
  });

  it('neemt ook wie het voor een collega voorlegde zonder reden terug', async () => {
    const { pad } = await voorgelegd(chef);
    expect((await terug(chef, pad)).body.staat).toBe('concept');
  });

  it('bewaart van wie het zelf terugneemt geen reden', async () => {
    const { pad } = await voorgelegd();
    await terug(opsteller, pad, { reden: REDEN });
    expect((await lees(opsteller, pad)).teruggegeven).toBeNull();
  });
});
