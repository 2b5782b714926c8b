import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DUO, startSimulator } from '../../connections/duo/simulator/proef.ts';
import {
  basisUrlsOnder,
  type DuoTransport,
  httpDuoTransport,
} from '../../connections/duo/transport.ts';
import { datum } from '../../rules/shared/datum.ts';
import { klaarVoorPip } from '../../test/begeleiding/pip-dossier.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../test/world.ts';
import { instellingenWerk } from './instellingen.jobs.ts';

let w: Wereld;
let g: TestGemeente;
let m: TestMedewerker;
let sim: Awaited<ReturnType<typeof startSimulator>>;
let echt: DuoTransport;
const opruimen: (() => unknown)[] = [];

beforeEach(async () => {
  sim = await startSimulator();
  opruimen.push(() => sim.app.close());
  echt = httpDuoTransport({
    basisUrls: basisUrlsOnder(`${sim.adres}/duo`),
    doel: DUO,
    timeoutMs: 5000,
  });
  opruimen.push(() => echt.sluit());
  await sim.bedien('POST', '/gemeenten', [{ oin: g.oin, gemeentecode: g.code }]);
});
beforeAll(async () => {
  const transport: DuoTransport = { request: (v) => echt.request(v), sluit: async () => {} };
  w = await maakWereld({ vandaag: '2026-11-21', duo: transport });
  g = await w.gemeente();
  m = await w.medewerker(g.organisatieId);
});
afterAll(() => w.sluit());
afterEach(async () => {
  for (const ruimOp of opruimen.splice(0).reverse()) await ruimOp();
});

const school = (nummer: number, meer: object = {}) => ({
  instellingsnummer: String(nummer).padStart(10, '0'),
  naam: `School ${nummer}`,
  postcode: '1234AB',
  huisnummer: 5,
  plaatsnaam: 'Akkerwolde',
  indicatieBowKeurmerk: true,
  indicatieTstKeurmerk: false,
  ...meer,
});
const bijDuo = (scholen: object[]) => sim.bedien('POST', '/instellingen', scholen);
const haalOp = () => instellingenWerk.duo_naslag?.({}, w.t);
const zoek = (vraag: object = {}, wie = m) =>
  wie.vraag('POST', '/v1/instellingen/_zoek', { ookVerdwenen: true, ...vraag });

async function metAanbod(nummer: number, eind?: string) {
  const inhoud = {
    instelling: `School ${nummer}`,
    instellingsnummer: String(nummer).padStart(10, '0'),
    datum: datum('2026-10-01'),
    ...(eind ? { eind: datum(eind) } : {}),
  };
  return w.dossier(g.id, [
    ...klaarVoorPip(g),
    { soort: 'aanbod', inhoud, geldigOp: datum('2026-10-01'), bron: 'medewerker' },
  ]);
}
const signalen = async (dossierId: string) => {
  const { body } = await m.vraag('GET', `/v1/dossiers/${dossierId}/stand`);
  return (body.signalen as { id: string; tekst: string }[]).filter((s) =>
    s.id.startsWith('instelling-gewijzigd'),
  );
};

describe('de lijst van DUO', () => {
  it('komt binnen met keurmerk en is te doorzoeken', async () => {
    await bijDuo([school(11), school(12, { plaatsnaam: 'Duinsloot', indicatieTstKeurmerk: true })]);
    await haalOp();
    expect((await zoek()).body).toMatchObject({
      totaal: 2,
      plaatsen: ['Akkerwolde', 'Duinsloot'],
      stand: { aantal: 2, misschienAfgekapt: false, fout: null },
    });
    expect((await zoek({ tekst: 'duins' })).body.items).toMatchObject([{ naam: 'School 12' }]);
    expect((await zoek({ keurmerk: 'tst' })).body.totaal).toBe(1);
    expect((await zoek({ plaats: 'Akkerwolde' })).body.totaal).toBe(1);
    expect((await zoek({ tekst: '%' })).body.totaal).toBe(0);
    const gronden = await w.db.zonderDossiers((tx) =>
      tx.selectFrom('verlengingsgrond').selectAll().execute(),
    );
    expect(gronden.length).toBeGreaterThan(3);
  });

  it('geeft een signaal bij lopend aanbod als een keurmerk vervalt, en niet bij ander aanbod', async () => {
    await bijDuo([school(21), school(22)]);
    await haalOp();
    const hier = await metAanbod(21);
    const elders = await metAanbod(22);
    const voorbij = await metAanbod(21, '2026-11-21');
    const morgen = await metAanbod(21, '2026-11-22');
    await bijDuo([school(21, { indicatieBowKeurmerk: false }), school(22)]);
    await haalOp();
    await haalOp();
    expect(await signalen(hier)).toMatchObject([{ tekst: expect.stringContaining('keurmerk') }]);
    expect(await signalen(morgen)).toHaveLength(1);
    expect(await signalen(elders)).toEqual([]);
    expect(await signalen(voorbij)).toEqual([]);
    expect((await zoek({ tekst: 'School 21' })).body.items[0].keurmerkVerlorenOp).not.toBeNull();
    await bijDuo([school(21), school(22)]);
    await haalOp();
    expect(await signalen(hier)).toEqual([]);
  });

  it('merkt op dat een instelling verdwijnt, en dat zij terugkomt', async () => {
    await bijDuo([school(31), school(32)]);
    await haalOp();
    const dossierId = await metAanbod(31);
    await bijDuo([school(32)]);
    await haalOp();
    expect(await signalen(dossierId)).toMatchObject([
      { tekst: expect.stringContaining('staat niet meer bij DUO') },
    ]);
    expect((await zoek({ tekst: 'School 31', ookVerdwenen: false })).body.totaal).toBe(0);
    await bijDuo([school(31), school(32)]);
    await haalOp();
    expect(await signalen(dossierId)).toEqual([]);
  });

  it('gelooft een lege of afgekapte lijst niet', async () => {
    await bijDuo([school(41)]);
    await haalOp();
    await bijDuo([]);
    await haalOp();
    expect((await zoek({ tekst: 'School 41', ookVerdwenen: false })).body.totaal).toBe(1);
    await bijDuo(Array.from({ length: 200 }, (_, i) => school(1000 + i)));
    await haalOp();
    expect((await zoek({ tekst: 'School 41', ookVerdwenen: false })).body.totaal).toBe(1);
    expect((await zoek()).body.stand).toMatchObject({ aantal: 200, misschienAfgekapt: true });
  });

  it('houdt bij een storing de vorige lijst en zegt waarom', async () => {
    await bijDuo([school(51)]);
    await haalOp();
    await sim.bedien('PUT', '/gedrag', { plat: true });
    await expect(haalOp()).rejects.toThrow('naslag van DUO');
    const { body } = await zoek({ tekst: 'School 51' });
    expect(body.totaal).toBe(1);
    expect(body.stand.fout).not.toBeNull();
  });

  it('wordt alleen bijgewerkt door wie ook verstuurt', async () => {
    const lezer = await w.medewerker(g.organisatieId, ['pip:lezer']);
    expect((await lezer.vraag('POST', '/v1/instellingen/_bijwerken')).status).toBe(403);
    expect((await m.vraag('POST', '/v1/instellingen/_bijwerken')).body).toEqual({ gepland: true });
  });
});
