import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { brpClient } from './client.ts';
import { buildBrpSimulator } from './simulator/app.ts';
import { VELDSETS } from './veldsets.ts';

const BSN = '999000032';
const ZUS = '999000031';
const dag = (datum: string) => ({ type: 'Datum', datum, langFormaat: 'een dag' });
const PERSOON = {
  burgerservicenummer: BSN,
  naam: { voornamen: 'Selam', geslachtsnaam: 'Tesfay', volledigeNaam: 'Selam Tesfay' },
  geboorte: {
    datum: { type: 'JaarDatum', jaar: 1994, langFormaat: '1994' },
    land: { code: '6020' },
  },
  geslacht: { code: 'V', omschrijving: 'vrouw' },
  nationaliteiten: [{ type: 'Nationaliteit', nationaliteit: { code: '0113' } }],
  adressering: {
    aanhef: 'Geachte mevrouw Tesfay',
    adresregel1: 'Kade 1',
    adresregel2: '1234 AA  DORP',
  },
  gemeenteVanInschrijving: { code: '0101', omschrijving: 'Waterland aan Zee' },
  datumInschrijvingInGemeente: dag('2026-02-01'),
  immigratie: { datumVestigingInNederland: { type: 'JaarMaandDatum', jaar: 2025, maand: 6 } },
};

const opruimen: (() => unknown)[] = [];
let adres: string;
let app: ReturnType<typeof buildBrpSimulator>;

async function start(journaal?: string) {
  app = buildBrpSimulator({ journaal });
  const gestart = app;
  opruimen.push(() => gestart.close());
  adres = await app.listen({ host: '127.0.0.1', port: 0 });
}

function client(timeoutMs = 5000, apiKey?: string, basis = adres) {
  const brp = brpClient({ basisUrl: `${basis}/haalcentraal/api/brp`, timeoutMs, apiKey });
  opruimen.push(() => brp.sluit());
  return brp;
}

async function plaats(methode: string, pad: string, inhoud: unknown) {
  const antwoord = await fetch(`${adres}${pad}`, {
    method: methode,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(inhoud),
  });
  return { status: antwoord.status, body: (await antwoord.json()) as Record<string, unknown> };
}
const vul = (...personen: object[]) => plaats('POST', '/simulator/personen', personen);
const gedrag = (inhoud: object) => plaats('PUT', '/simulator/gedrag', inhoud);

beforeEach(() => start());
afterEach(async () => {
  for (const ruimOp of opruimen.splice(0).reverse()) await ruimOp();
});

describe('raadplegen', () => {
  test('een persoon met onvolledige datums en alleen de gevraagde velden', async () => {
    await vul(PERSOON);
    expect(await client().raadpleeg([BSN], 'dossier')).toEqual({
      soort: 'ok',
      veldset: 'dossier',
      waarde: [
        {
          burgerservicenummer: BSN,
          naam: PERSOON.naam,
          geboortedatum: { soort: 'jaar', jaar: 1994 },
          geslacht: { code: 'V', omschrijving: 'vrouw' },
          adressering: PERSOON.adressering,
          gemeenteVanInschrijving: PERSOON.gemeenteVanInschrijving,
          datumInschrijvingInGemeente: { soort: 'datum', datum: '2026-02-01' },
          datumVestigingInNederland: { soort: 'jaar-maand', jaar: 2025, maand: 6 },
          geheimhouding: false,
          inOnderzoek: [],
        },
      ],
    });
  });

  test('onderzoek, geheimhouding, opschorting en overlijden komen mee', async () => {
    await vul({
      ...PERSOON,
      geheimhoudingPersoonsgegevens: true,
      inOnderzoek: { geslacht: true },
      adressering: { ...PERSOON.adressering, inOnderzoek: { adresregel1: true } },
      opschortingBijhouding: {
        reden: { code: 'O', omschrijving: 'overlijden' },
        datum: dag('2026-10-02'),
      },
      overlijden: { datum: { type: 'DatumOnbekend', onbekend: true } },
    });
    expect(await client().raadpleeg([BSN], 'dossier')).toMatchObject({
      waarde: [
        {
          geheimhouding: true,
          inOnderzoek: ['persoon', 'adressering'],
          opschorting: { reden: { code: 'O' }, datum: { soort: 'datum', datum: '2026-10-02' } },
          overlijden: { datum: { soort: 'onbekend' } },
        },
      ],
    });
  });

  test('niemand gevonden, of alleen de bekenden', async () => {
    expect(await client().raadpleeg([BSN, ZUS], 'dossier')).toEqual({ soort: 'niets' });
    await vul(PERSOON);
    const antwoord = await client().raadpleeg([ZUS, BSN], 'dossier');
    expect(antwoord).toMatchObject({ soort: 'ok', waarde: [{ burgerservicenummer: BSN }] });
  });

  test('meer dan twintig of een onmogelijk nummer gaat niet de deur uit', async () => {
    const veel = Array.from({ length: 21 }, () => BSN);
    for (const vraag of [veel, [], ['123']]) {
      expect(await client().raadpleeg(vraag, 'dossier')).toMatchObject({
        soort: 'fout-verzoek',
        velden: ['burgerservicenummer'],
      });
    }
    const tellers = await fetch(`${adres}/simulator/tellers`);
    expect(await tellers.json()).toEqual({ bevragingen: 0 });
  });
});

describe('storingen zijn een antwoord, zonder bsn', () => {
  test('te traag, verbroken, 500, afgebroken JSON en onbereikbaar', async () => {
    await vul(PERSOON);
    await gedrag({ traag: 60_000 });
    expect(await client(30).raadpleeg([BSN], 'dossier')).toEqual({
      soort: 'storing',
      reden: 'geen antwoord binnen de gestelde tijd',
    });
    await gedrag({ traag: 0, plat: true });
    const verbroken = { soort: 'storing', reden: 'de verbinding mislukte' };
    expect(await client().raadpleeg([BSN], 'dossier')).toEqual(verbroken);
    await gedrag({ plat: false, status500: 1 });
    expect(await client().raadpleeg([BSN], 'dossier')).toMatchObject({ reden: 'antwoord 500' });
    await gedrag({ misvormd: true });
    expect(await client().raadpleeg([BSN], 'dossier')).toMatchObject({
      reden: 'het antwoord past niet bij de afspraken (geheel)',
    });
    await app.close();
    expect(await client().raadpleeg([BSN], 'dossier')).toEqual(verbroken);
  });

  test.each([
    [
      403,
      { title: 'U bent niet geautoriseerd.', code: 'unauthorizedField' },
      { soort: 'niet-bevoegd', reden: 'U bent niet geautoriseerd.', velden: [] },
    ],
    [
      400,
      { title: 'Onjuist.', code: 'paramsValidation', invalidParams: [{ name: 'fields[0]' }] },
      { soort: 'fout-verzoek', velden: ['fields[0]'] },
    ],
    [404, 'niet hier', { soort: 'storing', reden: 'antwoord 404' }],
    [
      403,
      {
        title: 'Niet geautoriseerd.',
        code: 'unauthorizedField',
        invalidParams: [{ name: 'fields[3]' }],
      },
      { soort: 'niet-bevoegd', velden: ['fields[3]'] },
    ],
    [
      429,
      { title: 'Te veel.', code: 'tooManyRequests' },
      { soort: 'storing', reden: 'Te veel.', wachtSeconden: 90 },
    ],
    [
      200,
      { personen: [{ ...PERSOON, datumInschrijvingInGemeente: dag('2026-02-30') }] },
      { soort: 'storing', reden: expect.stringMatching(/personen\.0\.datumInschrijving/) },
    ],
    [
      200,
      { personen: [{ ...PERSOON, geboorte: { datum: { type: 'Eeuw' } } }] },
      { soort: 'storing' },
    ],
  ])('antwoord %i %o', async (status, inhoud, verwacht) => {
    let sleutel: unknown;
    const server = createServer((verzoek, uit) => {
      sleutel = verzoek.headers['x-api-key'];
      uit
        .writeHead(status, status === 429 ? { 'retry-after': '90' } : {})
        .end(typeof inhoud === 'string' ? inhoud : JSON.stringify(inhoud));
    });
    await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
    opruimen.push(() => server.close());
    const basis = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const antwoord = await client(5000, 'geheim', basis).raadpleeg([BSN], 'dossier');
    expect(antwoord).toMatchObject(verwacht);
    expect(JSON.stringify(antwoord)).not.toContain(BSN);
    expect(sleutel).toBe('geheim');
  });
});

describe('zoeken', () => {
  test('vraagt alleen wat nodig is om iemand aan te wijzen, met de postcode zoals de BRP haar wil', async () => {
    const vragen: unknown[] = [];
    const server = createServer((verzoek, uit) => {
      let tekst = '';
      verzoek.on('data', (deel) => {
        tekst += deel;
      });
      verzoek.on('end', () => {
        vragen.push(JSON.parse(tekst));
        uit.writeHead(200).end(JSON.stringify({ type: 'x', personen: [PERSOON] }));
      });
    });
    await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
    opruimen.push(() => server.close());
    const basis = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const brp = client(5000, undefined, basis);
    const antwoord = await brp.zoek({ op: 'adres', postcode: '1234AA', huisnummer: 1 });
    expect(vragen).toEqual([
      {
        type: 'ZoekMetPostcodeEnHuisnummer',
        postcode: '1234AA',
        huisnummer: 1,
        fields: [...VELDSETS.zoeken],
      },
    ]);
    expect(antwoord).toEqual({
      soort: 'ok',
      veldset: 'zoeken',
      waarde: [
        {
          burgerservicenummer: BSN,
          naam: { voornamen: 'Selam', geslachtsnaam: 'Tesfay' },
          geboortedatum: { soort: 'jaar', jaar: 1994 },
          adresregels: ['Kade 1', '1234 AA  DORP'],
          gemeente: PERSOON.gemeenteVanInschrijving,
          geheimhouding: false,
        },
      ],
    });
  });

  test('te veel is een eigen antwoord', async () => {
    const server = createServer((_verzoek, uit) => {
      uit.writeHead(400).end(JSON.stringify({ title: 'Teveel.', code: 'tooManyResults' }));
    });
    await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
    opruimen.push(() => server.close());
    const basis = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const brp = client(5000, undefined, basis);
    const vraag = { op: 'naam', geslachtsnaam: 'A', geboortedatum: '1990-01-01' } as const;
    expect(await brp.zoek(vraag)).toEqual({ soort: 'te-veel', reden: 'Teveel.' });
  });
});

describe('wat er nu is', () => {
  test('een ontbonden huwelijk telt niet, en wie de partner is wordt niet gelezen', async () => {
    const partners = [
      {
        soortVerbintenis: { code: 'H' },
        ontbindingHuwelijkPartnerschap: { datum: dag('2020-01-01') },
      },
      {
        burgerservicenummer: ZUS,
        soortVerbintenis: { code: 'P' },
        aangaanHuwelijkPartnerschap: { datum: { type: 'JaarDatum', jaar: 2024 } },
      },
    ];
    await vul({ ...PERSOON, partners });
    const antwoord = await client().raadpleeg([BSN], 'bijhouden');
    expect(antwoord).toMatchObject({
      waarde: [{ verbintenissen: [{ soort: 'P', sinds: { soort: 'jaar', jaar: 2024 } }] }],
    });
    expect(JSON.stringify(antwoord)).not.toContain(ZUS);
  });
});

describe('de simulator', () => {
  const PAD = '/haalcentraal/api/brp/personen';
  const vraag = { type: 'RaadpleegMetBurgerservicenummer', burgerservicenummer: [BSN] };

  test.each([
    ['onbekend veld', { ...vraag, fields: ['naam', 'schoenmaat'] }, 'fields[1]', 'fields'],
    ['onbekend onderdeel', { ...vraag, fields: ['naam.bijnaam'] }, 'fields[0]', 'fields'],
    [
      'een veld dat vanzelf meekomt',
      { ...vraag, fields: ['opschortingBijhouding'] },
      'fields[0]',
      'fields',
    ],
    ['zonder velden', vraag, 'fields', 'required'],
    [
      'te veel nummers',
      { ...vraag, burgerservicenummer: Array(21).fill(BSN), fields: ['naam'] },
      'burgerservicenummer',
      'maxItems',
    ],
    [
      'kort nummer',
      { ...vraag, burgerservicenummer: ['1'], fields: ['naam'] },
      'burgerservicenummer[0]',
      'pattern',
    ],
    ['ander type', { ...vraag, type: 'Zoek' }, 'type', 'value'],
  ])('weigert %s', async (_naam, inhoud, name, code) => {
    expect(await plaats('POST', PAD, inhoud)).toMatchObject({
      status: 400,
      body: { code: 'paramsValidation', status: 400, invalidParams: [{ name, code }] },
    });
  });

  test('geeft alleen wat is gevraagd', async () => {
    await vul(PERSOON);
    const fields = ['geboorte.land', 'nationaliteiten', 'adresseringBinnenland.aanhef'];
    const { body } = await plaats('POST', PAD, { ...vraag, fields });
    expect(body.personen).toEqual([
      {
        geboorte: { land: { code: '6020' } },
        nationaliteiten: PERSOON.nationaliteiten,
        adressering: { aanhef: 'Geachte mevrouw Tesfay' },
      },
    ]);
  });

  test('kent personen na een herstart nog', async () => {
    const map = mkdtempSync(join(tmpdir(), 'brp-'));
    opruimen.push(() => rmSync(map, { recursive: true }));
    await start(join(map, 'brp.jsonl'));
    await vul(PERSOON);
    await app.close();
    await start(join(map, 'brp.jsonl'));
    expect(await client().raadpleeg([BSN], 'dossier')).toMatchObject({ soort: 'ok' });
  });
});

test('de dossierset vraagt geen bijzondere gegevens en niets over familie', () => {
  const velden = VELDSETS.dossier.join(' ');
  expect(velden).not.toMatch(/nationaliteit|verblijfstitel|partner|kind|ouder|plaats|inOnderzoek/i);
});
