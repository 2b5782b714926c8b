import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type NotifyBericht, notifyClient } from './client.ts';
import { buildNotifySimulator } from './simulator/app.ts';
import { leesSleutel, maakBewijs } from './sleutel.ts';

const DIENST = '26785a09-ab16-4eb0-8407-a37497a57506';
const GEHEIM = '3d844edf-8d35-48ac-975b-e847b4f122b0';
const SLEUTEL = `een-naam-met-streepjes-${DIENST}-${GEHEIM}`;
const SJABLONEN = {
  sms: '00000000-0000-4000-8000-000000000001',
  email: '00000000-0000-4000-8000-000000000002',
};

const opruimen: (() => unknown)[] = [];
let app: ReturnType<typeof buildNotifySimulator>;
let url: string;

async function start(journaal?: string) {
  const gestart = buildNotifySimulator({
    dienst: DIENST,
    geheim: GEHEIM,
    ...(journaal ? { journaal } : {}),
  });
  opruimen.push(() => gestart.close());
  app = gestart;
  url = await app.listen({ host: '127.0.0.1', port: 0 });
  await gedrag({});
}

beforeEach(() => start());
afterEach(async () => {
  for (const ruimOp of opruimen.splice(0).reverse()) await ruimOp();
});

function client(basisUrl = url, sleutel = SLEUTEL, timeoutMs = 5000) {
  const notify = notifyClient({ basisUrl, sleutel, sjablonen: SJABLONEN, timeoutMs });
  opruimen.push(() => notify.sluit());
  return notify;
}

const gedrag = (inhoud: object) =>
  app.inject({
    method: 'PUT',
    url: '/simulator/gedrag',
    payload: { bezorging: 'geen', ...inhoud },
  });
const sms = (referentie: string, nummer = '+31612345678'): NotifyBericht => ({
  soort: 'sms',
  referentie,
  nummer,
  tekst: 'Kom morgen.',
});
const berichten = async () =>
  (await app.inject('/simulator/berichten')).json().berichten as { soort: string }[];

describe('de sleutel', () => {
  test('een naam mag streepjes hebben', () => {
    expect(leesSleutel(SLEUTEL)).toEqual({ dienst: DIENST, geheim: GEHEIM });
  });
  test.each(['', 'naam', DIENST, `naam-${DIENST}`])('%s is geen sleutel', (tekst) => {
    expect(leesSleutel(tekst)).toBeUndefined();
  });
  test('het bewijs noemt de dienst en het moment, en is niet het geheim', () => {
    const [kop, inhoud] = maakBewijs({ dienst: DIENST, geheim: GEHEIM }, 1_700_000_000_999).split(
      '.',
    );
    const lees = (deel: string | undefined) =>
      JSON.parse(Buffer.from(deel ?? '', 'base64url').toString());
    expect(lees(kop)).toEqual({ typ: 'JWT', alg: 'HS256' });
    expect(lees(inhoud)).toEqual({ iss: DIENST, iat: 1_700_000_000 });
  });
});

describe('versturen', () => {
  test('sms, e-mail en brief komen aan met onze referentie', async () => {
    const notify = client();
    expect(await notify.stuur(sms('a'))).toMatchObject({ soort: 'ok' });
    await notify.stuur({
      soort: 'email',
      referentie: 'b',
      adres: 'x@y.example',
      onderwerp: 'Afspraak',
      tekst: 'Kom.',
    });
    await notify.stuur({ soort: 'brief', referentie: 'c', pdf: Buffer.from('%PDF-1.7 …') });
    expect(await berichten()).toMatchObject([
      { soort: 'sms', reference: 'a', naar: '+31612345678', tekst: 'Kom morgen.' },
      { soort: 'email', reference: 'b', naar: 'x@y.example', onderwerp: 'Afspraak' },
      { soort: 'letter', reference: 'c' },
    ]);
  });

  test.each<[string, NotifyBericht]>([
    ['een nummer dat niet kan', sms('a', 'geen')],
    [
      'een adres dat niet kan',
      { soort: 'email', referentie: 'a', adres: 'x', onderwerp: 'o', tekst: 't' },
    ],
    ['een brief die geen PDF is', { soort: 'brief', referentie: 'a', pdf: Buffer.from('hallo') }],
  ])('%s wordt geweigerd, zonder het te herhalen in de reden', async (_wat, bericht) => {
    expect(await client().stuur(bericht)).toEqual({
      soort: 'geweigerd',
      reden: 'ValidationError (400)',
    });
  });

  test('zoeken op referentie vindt wat aankwam, en anders niets', async () => {
    const notify = client();
    const verstuurd = await notify.stuur(sms('a'));
    expect(await notify.zoek('a')).toEqual({
      soort: 'ok',
      bericht: { id: 'id' in verstuurd ? verstuurd.id : '', status: 'sending' },
    });
    expect(await notify.zoek('b')).toEqual({ soort: 'niets' });
  });

  test('wat aankwam overleeft een herstart van de nabootsing', async () => {
    const map = mkdtempSync(join(tmpdir(), 'notify-'));
    opruimen.push(() => rmSync(map, { recursive: true }));
    await start(join(map, 'notify.jsonl'));
    await client().stuur(sms('a'));
    await app.close();
    await start(join(map, 'notify.jsonl'));
    expect(await client().zoek('a')).toMatchObject({ soort: 'ok' });
  });
});

describe('storingen', () => {
  test('niets dat luistert: zeker niet verwerkt', async () => {
    const antwoord = await client('http://127.0.0.1:1').stuur(sms('a'));
    expect(antwoord).toMatchObject({ soort: 'storing', misschienVerwerkt: false });
  });

  test.each([
    ['verbroken', { plat: true }],
    ['500', { status500: 1 }],
    ['een afgebroken antwoord', { antwoordKwijt: 1 }],
  ])('%s: misschien verwerkt, dus eerst kijken', async (_wat, storing) => {
    await gedrag(storing);
    const antwoord = await client().stuur(sms('a'));
    expect(antwoord).toMatchObject({ soort: 'storing', misschienVerwerkt: true });
  });

  test('te traag: geen antwoord binnen de tijd', async () => {
    await gedrag({ traag: 400 });
    expect(await client(url, SLEUTEL, 50).stuur(sms('a'))).toEqual({
      soort: 'storing',
      reden: 'geen antwoord binnen de gestelde tijd',
      misschienVerwerkt: true,
    });
  });

  test('een verkeerde sleutel ligt niet aan het bericht: later opnieuw', async () => {
    const fout = SLEUTEL.replace(/122b0$/, '122b1');
    expect(await client(url, fout).stuur(sms('a'))).toEqual({
      soort: 'storing',
      reden: 'AuthError (403)',
      misschienVerwerkt: false,
    });
    expect(await client(url, 'geen sleutel').stuur(sms('a'))).toMatchObject({ soort: 'storing' });
    expect(await berichten()).toEqual([]);
  });
});
