import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { buildBrpSimulator } from './app.ts';

const opruimen: (() => unknown)[] = [];
afterEach(async () => {
  for (const ruimOp of opruimen.splice(0).reverse()) await ruimOp();
});

function start(journaal?: string) {
  const app = buildBrpSimulator({ journaal });
  opruimen.push(() => app.close());
  const vraag = async (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) => {
    const antwoord = await app.inject({ method, url, payload });
    return { status: antwoord.statusCode, body: antwoord.json() };
  };
  return {
    app,
    bedien: (method: 'GET' | 'POST' | 'PUT', pad: string, inhoud?: object) =>
      vraag(method, `/simulator${pad}`, inhoud),
    bevraag: (inhoud: object) => vraag('POST', '/haalcentraal/api/brp/personen', inhoud),
  };
}
type Sim = ReturnType<typeof start>;

const BSN = '999000032';
const dag = (datum: string) => ({ type: 'Datum', datum });
const PERSOON = {
  burgerservicenummer: BSN,
  naam: { voornamen: 'Selam', geslachtsnaam: 'Tesfay', volledigeNaam: 'Selam Tesfay' },
  geboorte: { datum: dag('1994-03-12'), inOnderzoek: { type: true } },
  geslacht: { code: 'V', omschrijving: 'vrouw' },
  adressering: { adresregel1: 'Kade 12', adresregel2: '1234 AA  DORP' },
  partners: [
    { burgerservicenummer: '999000044', soortVerbintenis: { code: 'H' } },
    { soortVerbintenis: { code: 'P' }, aangaanHuwelijkPartnerschap: { datum: dag('2020-01-01') } },
  ],
  geheimhoudingPersoonsgegevens: true,
};

async function gevuld() {
  const sim = start();
  await sim.bedien('POST', '/personen', [PERSOON]);
  return sim;
}
const raadpleeg = (sim: Sim, fields: string[], burgerservicenummer = [BSN]) =>
  sim.bevraag({ type: 'RaadpleegMetBurgerservicenummer', burgerservicenummer, fields });
const namen = ({ body }: { body: { invalidParams?: { name: string; code: string }[] } }) =>
  body.invalidParams?.map((p) => `${p.name} ${p.code}`);

test('geeft wat is gevraagd, van elke partner hetzelfde, en wat vanzelf meekomt', async () => {
  const sim = await gevuld();
  const fields = ['geboorte.datum', 'partners.soortVerbintenis'];
  expect(await raadpleeg(sim, fields)).toEqual({
    status: 200,
    body: {
      type: 'RaadpleegMetBurgerservicenummer',
      personen: [
        {
          geboorte: { datum: dag('1994-03-12'), inOnderzoek: { type: true } },
          partners: [{ soortVerbintenis: { code: 'H' } }, { soortVerbintenis: { code: 'P' } }],
          geheimhoudingPersoonsgegevens: true,
        },
      ],
    },
  });
});

test.each([
  ['inOnderzoek', ['geboorte.inOnderzoek'], ['fields[0] fields']],
  ['geheimhouding', ['geheimhoudingPersoonsgegevens'], ['fields[0] fields']],
  ['een onbekend veld', ['naam.bijnaam'], ['fields[0] fields']],
  ['vreemde tekens', ['naam/x'], ['fields[0] pattern']],
  ['geen velden', [], ['fields minItems']],
  ['131 velden', Array.from({ length: 131 }, () => 'naam'), ['fields maxItems']],
])('weigert %s in fields', async (_wat, fields, verwacht) => {
  const antwoord = await raadpleeg(await gevuld(), fields);
  expect(antwoord.status).toBe(400);
  expect(namen(antwoord)).toEqual(verwacht);
});

test('hoogstens twintig burgerservicenummers; 130 velden mag', async () => {
  const sim = await gevuld();
  const veel = Array.from({ length: 130 }, () => 'naam');
  expect((await raadpleeg(sim, veel, Array(20).fill(BSN))).status).toBe(200);
  expect(namen(await raadpleeg(sim, ['naam'], Array(21).fill(BSN)))).toEqual([
    'burgerservicenummer maxItems',
  ]);
});

test('zoekt op naam en op adres, zonder overledenen, en geeft niets bij meer dan tien', async () => {
  const sim = await gevuld();
  const fields = ['burgerservicenummer', 'naam.volledigeNaam'];
  const opNaam = {
    type: 'ZoekMetGeslachtsnaamEnGeboortedatum',
    geslachtsnaam: 'tesfay',
    geboortedatum: '1994-03-12',
    fields,
  };
  const opAdres = {
    type: 'ZoekMetPostcodeEnHuisnummer',
    postcode: '1234AA',
    huisnummer: 12,
    fields,
  };
  for (const vraag of [opNaam, opAdres]) {
    expect((await sim.bevraag(vraag)).body.personen).toMatchObject([{ burgerservicenummer: BSN }]);
  }
  expect(namen(await sim.bevraag({ ...opNaam, geboortedatum: undefined }))).toEqual([
    'geboortedatum required',
  ]);
  await sim.bedien(
    'POST',
    '/personen',
    Array.from({ length: 10 }, (_, i) => ({ ...PERSOON, burgerservicenummer: `99900010${i}` })),
  );
  expect(await sim.bevraag(opAdres)).toMatchObject({
    status: 400,
    body: { code: 'tooManyResults' },
  });
  await sim.bedien('POST', '/wijzigingen', [
    { burgerservicenummer: BSN, overlijden: { datum: dag('2026-11-01') } },
  ]);
  expect((await sim.bevraag(opNaam)).body.personen).toHaveLength(10);
});

test('een wijziging laat de rest staan, null haalt weg, en na een herstart staat alles er nog', async () => {
  const map = mkdtempSync(join(tmpdir(), 'brp-'));
  opruimen.push(() => rmSync(map, { recursive: true }));
  const journaal = join(map, 'brp.jsonl');
  const eerste = start(journaal);
  await eerste.bedien('POST', '/personen', [PERSOON]);
  await eerste.bedien('POST', '/wijzigingen', [
    { burgerservicenummer: BSN, partners: null, geheimhoudingPersoonsgegevens: null },
  ]);
  await eerste.bedien('PUT', '/gedrag', { status500: 1 });
  await eerste.app.close();
  const tweede = start(journaal);
  const vraag = () => raadpleeg(tweede, ['naam.volledigeNaam', 'partners']);
  expect(
    (
      await tweede.app.inject({
        method: 'POST',
        url: '/haalcentraal/api/brp/personen',
        payload: {},
      })
    ).statusCode,
  ).toBe(500);
  expect((await vraag()).body.personen).toEqual([{ naam: { volledigeNaam: 'Selam Tesfay' } }]);
});
