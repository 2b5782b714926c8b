import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bouwServer } from '../../server/server.ts';
import type { App } from '../../server/toepassing.ts';
import { nieuwBsn } from '../../test/duo-brp.ts';
import { wachtendWerk } from '../../test/werk.ts';
import { maakWereld, type TestGemeente, type Wereld } from '../../test/world.ts';

const PAD = '/duo/v1/notificaties';
const BSN = nieuwBsn();
let w: Wereld;
let g: TestGemeente;

beforeAll(async () => {
  w = await maakWereld();
});
afterAll(() => w.sluit());
beforeEach(async () => {
  g = await w.gemeente();
});

const koppen = () => ({
  bron: w.t.config.DUO_OIN,
  doel: g.oin,
  berichtId: randomUUID(),
  'content-type': 'application/json',
});
const melding = (extra: object = {}) => ({
  registratieDatumTijd: '2026-11-20T09:15:30.123+01:00',
  gebeurtenisId: 'SS101',
  bsn: BSN,
  ...extra,
});

async function post(
  inhoud: unknown,
  eigen: Record<string, string | undefined> = {},
  app: App = w.app,
) {
  const alle = Object.entries({ ...koppen(), ...eigen }).filter(([, v]) => v !== undefined);
  const antwoord = await app.inject({
    method: 'POST',
    url: PAD,
    headers: Object.fromEntries(alle) as Record<string, string>,
    payload: typeof inhoud === 'string' ? inhoud : JSON.stringify(inhoud),
  });
  return {
    status: antwoord.statusCode,
    versie: antwoord.headers['api-version'],
    tekst: antwoord.body,
  };
}

const rijen = (gemeenteId = g.id) =>
  w.db.forGemeenten({ gemeenten: [gemeenteId] }, (tx) =>
    tx.selectFrom('bericht_in').selectAll().where('gemeente_id', '=', gemeenteId).execute(),
  );

describe('een melding van DUO', () => {
  test('is bewaard met werk erbij, en dan pas 201 zonder inhoud', async () => {
    const berichtId = randomUUID();
    const inhoud = melding({ vNummer: 12345678, nieuwVeld: { van: 'DUO' } });
    const antwoord = await post(inhoud, { berichtId });
    expect(antwoord).toEqual({ status: 201, versie: '1.8.0', tekst: '' });
    const [rij] = await rijen();
    expect(rij).toMatchObject({
      bericht_id: berichtId,
      gebeurtenis_id: 'SS101',
      geregistreerd_op: '2026-11-20T08:15:30.123Z',
      staat: 'nieuw',
      ruw: { doel: g.oin, tekst: JSON.stringify(inhoud), inhoud: { bsn: BSN, vNummer: 12345678 } },
    });
    const werk = (await wachtendWerk(w)).filter((j) => JSON.stringify(j.payload).includes(g.id));
    expect(werk).toMatchObject([
      {
        task_identifier: 'duo_bericht_verwerken',
        payload: { gemeenteId: g.id, berichtId: rij?.id },
        queue_name: expect.stringMatching(/^duo-in-\d{1,2}$/),
      },
    ]);
    expect(JSON.stringify(werk)).not.toContain(BSN);
  });

  test.each([
    ['alleen een BSN', { bsn: BSN }],
    ['alleen een V-nummer', { bsn: undefined, vNummer: 0 }],
    ['geen nummer', { bsn: undefined }],
    ['een gebeurtenis die nog niet bestaat', { gebeurtenisId: 'X9' }],
    ['een BSN dat niet kan bestaan', { bsn: '123456789' }],
    ['een moment in de toekomst', { registratieDatumTijd: '2031-01-01T00:00:00Z' }],
    ['tekens die de database niet als tekst kent', { vrij: 'a\u0000b\ud800' }],
  ])('met %s wordt aangenomen', async (_naam, extra) => {
    expect(await post(melding(extra))).toMatchObject({ status: 201, versie: '1.8.0' });
    expect(await rijen()).toHaveLength(1);
  });

  test('een herhaling geeft weer 201 en geen tweede rij: zelfde berichtId, zelfde inhoud, en allebei', async () => {
    const berichtId = randomUUID();
    const kort = melding({ registratieDatumTijd: '2026-11-20T08:15:30.123Z' });
    for (const [inhoud, id] of [
      [melding(), berichtId],
      [melding(), berichtId],
      [melding(), randomUUID()],
      [kort, randomUUID()],
    ] as const)
      expect((await post(inhoud, { berichtId: id })).status).toBe(201);
    expect(await rijen()).toHaveLength(1);
  });

  test('hetzelfde berichtId met iets anders geeft geen tweede rij en raakt niet kwijt', async () => {
    const berichtId = randomUUID();
    await post(melding(), { berichtId });
    const anders = melding({ gebeurtenisId: 'SS102' });
    expect((await post(anders, { berichtId })).status).toBe(201);
    expect((await post(anders, { berichtId })).status).toBe(201);
    const alle = await rijen();
    expect(alle).toHaveLength(1);
    expect(alle[0]?.ruw).toMatchObject({ ookOntvangen: [JSON.stringify(anders)] });
  });

  test('twintig keer tegelijk geeft één rij en één keer werk', async () => {
    const vast = { berichtId: randomUUID() };
    const zelfdeId = Array.from({ length: 10 }, () => post(melding(), vast));
    const anderId = Array.from({ length: 10 }, () => post(melding()));
    const statussen = (await Promise.all([...zelfdeId, ...anderId])).map((a) => a.status);
    expect(new Set(statussen)).toEqual(new Set([201]));
    expect(await rijen()).toHaveLength(1);
    const werk = (await wachtendWerk(w)).filter((j) => JSON.stringify(j.payload).includes(g.id));
    expect(werk).toHaveLength(1);
  });

  test('dezelfde melding voor een andere gemeente is een andere melding', async () => {
    const ander = await w.gemeente();
    await post(melding());
    await post(melding(), { doel: ander.oin });
    expect(await rijen()).toHaveLength(1);
    expect(await rijen(ander.id)).toHaveLength(1);
  });
});

describe('een melding die niet klopt', () => {
  test.each([
    ['zonder bron', { bron: undefined }, 400],
    ['met een te korte bron', { bron: '123' }, 400],
    ['van een ander dan DUO', { bron: '00000000000000000099' }, 403],
    ['zonder doel', { doel: undefined }, 400],
    ['met een te lang doel', { doel: '0'.repeat(21) }, 400],
    ['voor een onbekende gemeente', { doel: '00000000000000000098' }, 403],
    ['zonder berichtId', { berichtId: undefined }, 400],
    ['met een berichtId dat geen uuid is', { berichtId: 'melding-1' }, 400],
    ['die geen JSON heet', { 'content-type': 'text/plain' }, 400],
  ])('%s', async (_naam, eigen, status) => {
    expect(await post(melding(), eigen)).toEqual({ status, versie: '1.8.0', tekst: '' });
    expect(await rijen()).toHaveLength(0);
  });

  test.each([
    ['geen JSON', '{"registratieDatumTijd":'],
    ['leeg', ''],
    ['een lijst', '[]'],
    ['diep genest', '['.repeat(50_000)],
    ['zonder gebeurtenis', melding({ gebeurtenisId: undefined })],
    ['een gebeurtenis met kleine letters', melding({ gebeurtenisId: 'ss101' })],
    ['een te lange gebeurtenis', melding({ gebeurtenisId: 'SS10101' })],
    ['zonder moment', melding({ registratieDatumTijd: undefined })],
    ['een dag die niet bestaat', melding({ registratieDatumTijd: '2026-02-30T10:00:00Z' })],
    ['een datum zonder tijd', melding({ registratieDatumTijd: '2026-11-20' })],
    ['een BSN van acht cijfers', melding({ bsn: '99900001' })],
    ['een BSN als getal', melding({ bsn: 999100001 })],
    ['een V-nummer als tekst', melding({ vNummer: '0012345678' })],
    ['een V-nummer van elf cijfers', melding({ vNummer: 10_000_000_000 })],
    ['een gebroken V-nummer', melding({ vNummer: 1.5 })],
  ])('inhoud: %s', async (_naam, inhoud) => {
    expect(await post(inhoud)).toEqual({ status: 400, versie: '1.8.0', tekst: '' });
    expect(await rijen()).toHaveLength(0);
  });

  test('een inhoud van 10 MB wordt geweigerd zonder hem te lezen', async () => {
    const adres = await w.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = new URL(adres);
    const socket = connect({ host: '127.0.0.1', port: Number(port) });
    const regels = Object.entries(koppen()).map(([n, v]) => `${n}: ${v}`);
    socket.write(
      [`POST ${PAD} HTTP/1.1`, 'host: x', ...regels, 'content-length: 10000000', '', '{"a":"'].join(
        '\r\n',
      ),
    );
    let tekst = '';
    socket.on('data', (stuk) => {
      tekst += String(stuk);
    });
    await once(socket, 'close');
    expect(tekst).toMatch(/^HTTP\/1\.1 413 /);
    expect(tekst.toLowerCase()).toContain('api-version: 1.8.0');
    expect((w.app.server.address() as AddressInfo).port).toBe(Number(port));
  });

  test('een ander adres of een andere methode geeft 404 met de versie', async () => {
    for (const [method, url] of [
      ['GET', PAD],
      ['DELETE', PAD],
      ['POST', `${PAD}/`],
      ['POST', '/duo/v1/iets'],
    ] as const) {
      const antwoord = await w.app.inject({ method, url, headers: { doel: g.oin } });
      expect([antwoord.statusCode, antwoord.headers['api-version'], antwoord.body]).toEqual([
        404,
        '1.8.0',
        '',
      ]);
    }
  });
});

describe('als wij het zelf niet kunnen', () => {
  async function metFout(fout: Error) {
    const t = { ...w.t, db: { ...w.db, forGemeenten: () => Promise.reject(fout) } };
    const app = await bouwServer(t as typeof w.t, opties);
    const antwoord = await post(melding(), {}, app);
    await app.close();
    return antwoord;
  }

  test('een database die er niet is geeft 503 met één fouttekst', async () => {
    const antwoord = await metFout(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }));
    expect(antwoord).toMatchObject({ status: 503, versie: '1.8.0' });
    expect(JSON.parse(antwoord.tekst)).toEqual({ fouttekst: expect.stringMatching(/later/) });
  });

  test('een onverwachte fout geeft 500 zonder inhoud', async () => {
    expect(await metFout(new Error(`iets met ${BSN}`))).toEqual({
      status: 500,
      versie: '1.8.0',
      tekst: '',
    });
  });
});

const opties = {
  logger: pino({ level: 'silent' }),
  adres: 'https://meedoen.example',
  aanbieder: {
    issuer: 'http://127.0.0.1:1',
    clientId: 'x',
    clientSecret: 'x',
    adres: 'https://meedoen.example',
  },
};

describe('in productie', () => {
  const GEHEIM = 'een-lang-geheim-van-de-tls-poort-1234';
  let app: App;
  beforeAll(async () => {
    const config = { ...w.t.config, MEEDOEN_OMGEVING: 'productie', DUO_IN_GEHEIM: GEHEIM } as const;
    app = await bouwServer({ ...w.t, config }, opties);
  });
  afterAll(() => app.close());

  test('telt alleen een verzoek van de TLS-poort', async () => {
    for (const geheim of [undefined, '', `${GEHEIM}x`, GEHEIM.slice(1)]) {
      const antwoord = await post(melding(), { 'x-meedoen-duo': geheim }, app);
      expect(antwoord).toEqual({ status: 401, versie: '1.8.0', tekst: '' });
    }
    expect(await rijen()).toHaveLength(0);
    expect((await post(melding(), { 'x-meedoen-duo': GEHEIM }, app)).status).toBe(201);
  });

  test('geldt geen grens op het aantal meldingen', async () => {
    const krap = await bouwServer(w.t, { ...opties, verzoekenPerMinuut: 2 });
    const statussen = [];
    for (let i = 0; i < 5; i += 1) statussen.push((await post(melding(), {}, krap)).status);
    await krap.close();
    expect(statussen).toEqual([201, 201, 201, 201, 201]);
  });
});
