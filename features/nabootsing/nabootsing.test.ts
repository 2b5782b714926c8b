import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leesConfig } from '../../server/config.ts';
import { allesBijDuo, type Keten, type Mens, maakKeten, maakMens } from '../../test/duo-brp.ts';
import { maakWereld, type TestGemeente, type TestMedewerker } from '../../test/world.ts';
import { registreerNabootsing } from './nabootsing.routes.ts';
import type { PersoonDetail } from './nabootsing.schema.ts';

const GEWOON = {
  traag: false,
  plat: false,
  hapert: false,
  weigert: false,
  verliest: false,
  herhaalt: false,
  verwisselt: false,
  brpTraag: false,
  brpPlat: false,
};

let k: Keten;
let g: TestGemeente;
let ander: TestGemeente;
let trainer: TestMedewerker;
let mens: Mens;
let id: string;

beforeAll(async () => {
  k = await maakKeten();
  [g, ander] = [await k.gemeente(), await k.gemeente()];
  trainer = await k.w.medewerker(g.organisatieId, ['beheer:beheer']);
  mens = await maakMens(k, g, {
    duo: {
      termijn: { startdatum: '2026-10-02', einddatum: '2029-10-02' },
      pip: { gemeentecode: g.code, pip: { dagtekeningPip: '2026-10-01', leerroute: 'Z' } },
    },
  });
  id = (await zoek({ zoek: mens.bsn })).body.items[0].id;
});
afterAll(() => k.sluit());

const zoek = (vraag: object) => trainer.vraag('POST', '/v1/nabootsing/personen/_zoek', vraag);
const detail = async (): Promise<PersoonDetail> =>
  (await trainer.vraag('GET', `/v1/nabootsing/personen/${id}`)).body;
const waarde = (p: PersoonDetail, titel: string, naam: string) =>
  p.blokken.find((b) => b.titel === titel)?.regels.find((r) => r.naam === naam)?.waarde;

test('de lijst zoekt op naam en nummer en laat alleen mensen van de eigen gemeenten zien', async () => {
  const vreemd = await maakMens(k, ander, { brp: null });
  expect((await zoek({ zoek: 'tesfay' })).body).toMatchObject({
    totaal: 1,
    items: [{ naam: 'Selam Tesfay', gemeente: g.naam, staat: 'zelfredzaamheidsroute' }],
  });
  expect((await zoek({ zoek: vreemd.bsn })).body.totaal).toBe(0);
  const personen = await k.duo('GET', '/personen');
  const vreemdId = personen.personen.find((p: { bsn: string }) => p.bsn === vreemd.bsn).id;
  expect((await trainer.vraag('GET', `/v1/nabootsing/personen/${vreemdId}`)).status).toBe(404);
  const stuur = { persoonId: vreemdId, gebeurtenisId: 'SS101', metGevolg: false };
  expect((await trainer.vraag('POST', '/v1/nabootsing/gebeurtenissen', stuur)).status).toBe(404);
});

test('wat DUO weet staat er in gewone woorden, met de laatste dag die meetelt', async () => {
  const p = await detail();
  expect(waarde(p, 'Inburgeringstermijn', 'Tot en met')).toBe('1 oktober 2029');
  expect(waarde(p, 'PIP', 'Leerroute')).toBe('zelfredzaamheidsroute');
  expect(waarde(p, 'Inburgeringsplicht', 'Doelgroep')).toBe('Asielstatushouder');
});

test('van iemand over wie DUO alles weet staat elk onderwerp er', async () => {
  const wie = await maakMens(k, g, { duo: allesBijDuo(g.code) });
  const persoonId = (await zoek({ zoek: wie.bsn })).body.items[0].id;
  const p = (await trainer.vraag('GET', `/v1/nabootsing/personen/${persoonId}`)).body;
  expect(p.blokken.map((b: { titel: string }) => b.titel)).toEqual([
    'Inburgeringsplicht',
    'Gemeente',
    'PIP',
    'Inburgeringstermijn',
    'Aanbod bij instelling 0000000011',
    'Gevolgde uren',
    'Leerbaarheidstoets',
    'Examens',
    'Afronding',
    'Besluiten van DUO',
  ]);
  expect(waarde(p, 'Gevolgde uren', 'Taalles bij 0000000011')).toBe('612 uur, tot 1 november 2026');
  expect(waarde(p, 'Besluiten van DUO', 'Boete')).toBe('€ 340, 1 oktober 2026');
});

test('een gebeurtenis met gevolg verandert wat DUO weet; zonder gevolg gaat alleen het bericht', async () => {
  const stuur = (meer: object) =>
    trainer.vraag('POST', '/v1/nabootsing/gebeurtenissen', { persoonId: id, ...meer });
  const uitslag = { gebeurtenisId: 'SS131', metGevolg: true, datum: '2026-11-20' };
  expect((await stuur({ ...uitslag, keuze: 'B1-route haalbaar' })).body).toEqual({ berichten: 1 });
  await stuur({ gebeurtenisId: 'SS999', metGevolg: false });
  const p = await detail();
  expect(waarde(p, 'Leerbaarheidstoets', '20 november 2026')).toBe(
    'B1-route haalbaar (score 62,50)',
  );
  expect(p.berichten).toMatchObject([
    { gebeurtenisId: 'SS999', stand: 'wachtend' },
    { gebeurtenisId: 'SS131', omschrijving: 'Resultaat van de leerbaarheidstoets is bekend' },
  ]);
});

test('een verhuizing gaat naar de gekozen gemeente; de vorige ziet de persoon nog door het PIP', async () => {
  const wie = await maakMens(k, g, {
    duo: { pip: { gemeentecode: g.code, pip: { dagtekeningPip: '2026-10-01', leerroute: 'Z' } } },
  });
  const persoonId = (await zoek({ zoek: wie.bsn })).body.items[0].id;
  await trainer.vraag('POST', '/v1/nabootsing/gebeurtenissen', {
    persoonId,
    gebeurtenisId: 'SS121',
    metGevolg: true,
    datum: '2026-11-15',
    gemeentecode: ander.code,
  });
  const { body } = await trainer.vraag('GET', `/v1/nabootsing/personen/${persoonId}`);
  expect(body).toMatchObject({ gemeente: ander.naam });
  const { notificaties } = await k.duo('GET', '/notificaties');
  expect(notificaties.at(-1)).toMatchObject({ doel: ander.oin });
});

describe('gedrag', () => {
  test('de schakelaars gelden voor DUO en de BRP, en alles kan weer gewoon', async () => {
    const zet = (gedrag: object) =>
      trainer.vraag('PUT', '/v1/nabootsing/gedrag', { ...GEWOON, ...gedrag });
    expect((await zet({ weigert: true, brpPlat: true })).body).toEqual({
      ...GEWOON,
      weigert: true,
      brpPlat: true,
    });
    const bron = k.w.t.duo.voor(g.oin);
    expect(await bron.verwijderPip(mens.bsn)).toMatchObject({ soort: 'geweigerd' });
    expect((await k.w.t.brp.raadpleeg([mens.bsn], 'adres')).soort).toBe('storing');
    expect(waarde(await detail(), 'PIP', 'Leerroute')).toBe('zelfredzaamheidsroute');
    expect((await detail()).meldingen).toMatchObject([
      { wat: 'PIP ingetrokken', aangenomen: false, foutteksten: [expect.any(String)] },
    ]);
    await zet({});
    expect((await trainer.vraag('GET', '/v1/nabootsing')).body.gedrag).toEqual(GEWOON);
    expect((await k.w.t.brp.raadpleeg([mens.bsn], 'adres')).soort).toBe('ok');
  });
});

test.each([
  ['overleden', { overlijden: { datum: { soort: 'datum', datum: '2026-11-10' } } }],
  ['getrouwd', { verbintenissen: [{ soort: 'H' }] }],
  ['gescheiden', { verbintenissen: undefined }],
  ['verhuisd', { adressering: { adresregel1: 'Nieuweweg 7' } }],
])('%s in de BRP is bij de volgende bevraging te zien', async (wat, verwacht) => {
  const wie = await maakMens(k, g);
  const persoonId = (await zoek({ zoek: wie.bsn })).body.items[0].id;
  const wijziging = { persoonId, wat, datum: '2026-11-10' };
  expect((await trainer.vraag('POST', '/v1/nabootsing/brp', wijziging)).status).toBe(200);
  const antwoord = await k.w.t.brp.raadpleeg([wie.bsn], 'bijhouden');
  expect(antwoord).toMatchObject({ soort: 'ok', waarde: [verwacht] });
});

test('zwijgt de nabootsing, dan zegt het antwoord dat; zonder nabootsing is er niets', async () => {
  const { t } = k.w;
  const echt = t.nabootsingen;
  t.nabootsingen = { duoUrl: 'http://127.0.0.1:9', brpUrl: 'http://127.0.0.1:9' };
  expect((await zoek({})).status).toBe(503);
  t.nabootsingen = undefined;
  expect((await zoek({})).status).toBe(404);
  t.nabootsingen = echt;
});

test('in productie bestaan de routes niet', async () => {
  const w = await maakWereld();
  const paden: string[] = [];
  const app = new Proxy(w.app, {
    get: (doel, naam) =>
      naam === 'get' || naam === 'post' || naam === 'put'
        ? (pad: string) => paden.push(pad)
        : Reflect.get(doel, naam),
  });
  registreerNabootsing(app, w.t);
  expect(paden).toHaveLength(6);
  paden.length = 0;
  const config = { ...leesConfig({}), MEEDOEN_OMGEVING: 'productie' as const };
  registreerNabootsing(app, { ...w.t, config });
  expect(paden).toEqual([]);
  await w.sluit();
});
