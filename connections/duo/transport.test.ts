import type { KeyObject } from 'node:crypto';
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { afterEach, expect, test } from 'vitest';
import { duoClient } from './client.ts';
import { basisUrlsOnder, httpDuoTransport, mtlsDuoTransport } from './transport.ts';

const opruimen: (() => unknown)[] = [];
afterEach(async () => {
  for (const ruimOp of opruimen.splice(0).reverse()) await ruimOp();
});

const GEMEENTE = '00000099000000000101';
const BSN = '999000032';

async function luister(server: Server): Promise<number> {
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  opruimen.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

/** Een tegenpartij die elk verzoek hetzelfde antwoordt. */
async function antwoorder(antwoord: (verzoek: IncomingMessage, uit: ServerResponse) => void) {
  const poort = await luister(createHttpServer(antwoord));
  const basisUrls = basisUrlsOnder(`http://127.0.0.1:${poort}/`);
  const client = duoClient(httpDuoTransport({ basisUrls, doel: GEMEENTE, timeoutMs: 5000 }));
  opruimen.push(() => client.sluit());
  return client.voor(GEMEENTE);
}

const VERSIE = { 'API-Version': '1.2.0' };

test.each([
  [401, VERSIE, '', { soort: 'niet-bevoegd' }],
  [403, VERSIE, '', { soort: 'niet-bevoegd' }],
  [403, VERSIE, '[]', { soort: 'niet-bevoegd' }],
  [403, VERSIE, '{"fouttekst":"Nee."}', { soort: 'geweigerd', foutteksten: ['Nee.'] }],
  [403, {}, '<html>proxy</html>', { soort: 'storing', misschienVerwerkt: false }],
  [404, VERSIE, '', { soort: 'niets' }],
  [404, {}, 'not found', { soort: 'storing' }],
  [400, VERSIE, '', { soort: 'fout-verzoek' }],
  [422, VERSIE, '', { soort: 'fout-verzoek' }],
  [429, VERSIE, '', { soort: 'storing', misschienVerwerkt: false }],
  [302, { location: 'http://127.0.0.1:1/' }, '', { soort: 'storing' }],
  [502, {}, '<html>', { soort: 'storing', misschienVerwerkt: true }],
  [503, VERSIE, '', { soort: 'storing', misschienVerwerkt: false }],
  [201, {}, '', { soort: 'ok', versieMelding: expect.stringMatching(/geen API-Version/) }],
  [201, { 'API-Version': '2.0.0' }, '', { soort: 'storing', misschienVerwerkt: true }],
])('een melding met antwoord %i %o %s', async (status, koppen, inhoud, verwacht) => {
  const duo = await antwoorder((_verzoek, uit) => uit.writeHead(status, koppen).end(inhoud));
  const antwoord = await duo.meldPip(BSN, {
    dagtekeningPip: '2026-03-01' as never,
    leerroute: 'Z',
  });
  expect(antwoord).toMatchObject(verwacht);
});

test.each([
  ['{"startdatum":"2026-02-30","einddatum":"2029-01-01"}', /startdatum/],
  ['{"startdatum":"2026-02-01"}', /einddatum/],
  ['[]', /geheel/],
])('een raadpleging met inhoud %s is een storing', async (inhoud, reden) => {
  const duo = await antwoorder((_verzoek, uit) =>
    uit.writeHead(200, { 'API-Version': '1.0.0' }).end(inhoud),
  );
  const antwoord = await duo.inburgeringstermijn(BSN);
  expect(antwoord).toMatchObject({ soort: 'storing', reden: expect.stringMatching(reden) });
});

test('onbekende velden en null zijn geen bezwaar', async () => {
  const inhoud = '{"indeling":null,"nieuwVeld":{"x":1}}';
  const duo = await antwoorder((_verzoek, uit) =>
    uit.writeHead(200, { 'API-Version': '1.2.2' }).end(inhoud),
  );
  expect(await duo.doelgroep(BSN)).toMatchObject({ soort: 'ok', waarde: {} });
});

test('een antwoord dat halverwege stopt is een storing', async () => {
  const duo = await antwoorder((_verzoek, uit) => {
    uit.writeHead(200, { 'API-Version': '1.2.2', 'content-length': '100' }).write('{"indeling"');
    uit.socket?.destroySoon();
  });
  expect(await duo.doelgroep(BSN)).toMatchObject({ soort: 'storing' });
});

test('met certificaat: het certificaat van de gemeente gaat mee, een vreemde server valt af', async () => {
  const map = mkdtempSync(join(tmpdir(), 'mtls-'));
  opruimen.push(() => rmSync(map, { recursive: true }));
  const eigen = maakCertificaat('gemeente');
  const ander = maakCertificaat('vreemd');
  let onderwerp = '';
  const serverOpties = { key: ander.key, cert: ander.cert, ca: eigen.cert };
  const server = createServer({ ...serverOpties, requestCert: true }, (verzoek, uit) => {
    onderwerp = String((verzoek.socket as TLSSocket).getPeerCertificate().subject.CN);
    uit.writeHead(404, VERSIE).end();
  });
  const poort = await luister(server);
  const schrijf = (naam: string, inhoud: string) => {
    writeFileSync(join(map, naam), inhoud);
    return join(map, naam);
  };
  const vraag = async (ca: string) => {
    const basisUrls = basisUrlsOnder(`https://127.0.0.1:${poort}`);
    const client = duoClient(
      mtlsDuoTransport(
        { basisUrls, doel: GEMEENTE, timeoutMs: 5000 },
        {
          keyPad: schrijf('sleutel.pem', eigen.key),
          certPad: schrijf('certificaat.pem', eigen.cert),
          caPad: schrijf('ca.pem', ca),
        },
      ),
    );
    opruimen.push(() => client.sluit());
    return client.voor(GEMEENTE).pip(BSN);
  };
  expect(await vraag(ander.cert)).toMatchObject({ soort: 'niets' });
  expect(onderwerp).toBe('gemeente');
  expect(await vraag(eigen.cert)).toMatchObject({
    soort: 'storing',
    reden: 'de verbinding mislukte (DEPTH_ZERO_SELF_SIGNED_CERT)',
  });
});

/** Zelfondertekend X.509-certificaat voor 127.0.0.1; Node kan er zelf geen maken. */
function maakCertificaat(naam: string): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algoritme = der(0x30, Buffer.from('06082a8648ce3d040302', 'hex'));
  const wie = der(0x30, der(0x31, der(0x30, Buffer.from('0603550403', 'hex'), der(0x0c, naam))));
  const geldig = der(0x30, der(0x17, '250101000000Z'), der(0x17, '490101000000Z'));
  const adres = der(0x30, der(0x87, Buffer.from([127, 0, 0, 1])));
  const uitbreiding = der(0x30, Buffer.from('0603551d11', 'hex'), der(0x04, adres));
  const inhoud = der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    algoritme,
    wie,
    geldig,
    wie,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(0x30, uitbreiding)),
  );
  return { key: pemSleutel(privateKey), cert: pem(der(0x30, inhoud, algoritme, handtekening())) };

  function handtekening() {
    return der(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', inhoud, privateKey)]));
  }
}

function der(label: number, ...delen: (Buffer | string)[]): Buffer {
  const inhoud = Buffer.concat(delen.map((d) => Buffer.from(d as Buffer)));
  const lengte =
    inhoud.length < 128
      ? [inhoud.length]
      : inhoud.length < 256
        ? [0x81, inhoud.length]
        : [0x82, inhoud.length >> 8, inhoud.length & 255];
  return Buffer.concat([Buffer.from([label, ...lengte]), inhoud]);
}

function pemSleutel(sleutel: KeyObject): string {
  return sleutel.export({ type: 'pkcs8', format: 'pem' }) as string;
}

function pem(inhoud: Buffer): string {
  const regels = inhoud.toString('base64').replace(/.{64}/g, '$&\n');
  return `-----BEGIN CERTIFICATE-----\n${regels}\n-----END CERTIFICATE-----\n`;
}
