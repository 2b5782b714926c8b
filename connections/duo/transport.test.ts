import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { duoClient } from './client.ts';
import { basisUrlsOnder, httpDuoTransport } from './transport.ts';

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
  const poort = await luister(createServer(antwoord));
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
  [400, {}, 'No required SSL certificate was sent', { soort: 'storing', misschienVerwerkt: false }],
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
