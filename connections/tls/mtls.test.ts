import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, createServer, request } from 'node:https';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { duoClient } from '../duo/client.ts';
import { mtlsDuoTransport } from '../duo/mtls.ts';
import { basisUrlsOnder } from '../duo/transport.ts';
import { eneIdentiteit } from './identiteiten.ts';
import { openTlsPoort } from './poort.ts';
import { maakProefca, type Uitgegeven } from './proefca.ts';

const DUO = '00000099000000000042';
const GEMEENTE = '00000099010100000000';
const ANDERE = '00000099020200000000';
const SAMEN = '00000099777700000000';
const BSN = '999000032';
const PAD = '/duo/v1/notificaties';
const ca = maakProefca('Proefstam');
const vreemd = maakProefca('Vreemde stam');
const crlLeeg = ca.crl([]);

const opruimen: (() => unknown)[] = [];
let map = '';
beforeEach(() => {
  map = mkdtempSync(join(tmpdir(), 'mtls-'));
  opruimen.push(() => rmSync(map, { recursive: true }));
});
afterEach(async () => {
  for (const ruimOp of opruimen.splice(0).reverse()) await ruimOp();
});

function schrijf(naam: string, inhoud: string): string {
  writeFileSync(join(map, naam), inhoud);
  return join(map, naam);
}

/** Legt een identiteit neer zoals een beheerder dat doet. */
function legNeer(naam: string, van: Uitgegeven, crl = crlLeeg, stam = ca.cert) {
  return {
    sleutel: schrijf(`${naam}.key`, van.key),
    certificaat: schrijf(`${naam}.pem`, van.cert),
    ca: schrijf(`${naam}-ca.pem`, stam),
    crl: schrijf(`${naam}.crl`, crl),
  };
}

/** Een server die zich voor DUO uitgeeft; onthoudt wie er belde en wat er werd gevraagd. */
async function startDuo(van: Uitgegeven) {
  const bellers: string[] = [];
  const server = createServer(
    { key: van.key, cert: van.cert, ca: ca.cert, requestCert: true },
    (verzoek, uit) => {
      bellers.push(String((verzoek.socket as TLSSocket).getPeerX509Certificate()?.serialNumber));
      uit.writeHead(404, { 'API-Version': '1.2.0' }).end();
    },
  );
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  opruimen.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { poort: (server.address() as AddressInfo).port, bellers };
}

/** Belt aan bij een poort; geeft de status, of dat de deur dicht bleef. */
function bel(poort: number, van: Uitgegeven | undefined, pad = PAD, agent?: Agent) {
  return new Promise<number | string | undefined>((klaar) => {
    const wie = van ? { key: van.key, cert: van.cert } : {};
    const hoe = { path: pad, method: 'POST', agent: agent ?? false };
    const opties = { host: '127.0.0.1', port: poort, ...hoe };
    request({ ...opties, ...wie, ca: ca.cert }, (antwoord) => {
      antwoord.resume();
      klaar(antwoord.statusCode);
    })
      .on('error', () => klaar('geweigerd'))
      .end('{}');
  });
}

const nummer = (van: Uitgegeven) => van.nummer.toString(16).padStart(2, '0').toUpperCase();
const eigenServer = () => ca.geefUit({ oin: DUO });
const eigenClient = () => ca.geefUit({ oin: GEMEENTE });

function belNaar(poort: number, bestanden: ReturnType<typeof legNeer>, bron = GEMEENTE) {
  const basisUrls = basisUrlsOnder(`https://127.0.0.1:${poort}`);
  const instelling = { basisUrls, doel: DUO, timeoutMs: 5000, serverOin: DUO };
  const client = duoClient(mtlsDuoTransport(instelling, eneIdentiteit(bestanden, Date.now)));
  opruimen.push(() => client.sluit());
  return client.voor(bron);
}

describe('Meedoen belt DUO', () => {
  test('met het certificaat van de gemeente, en DUO is wie zij zegt', async () => {
    const gemeente = eigenClient();
    const duo = await startDuo(eigenServer());
    expect(await belNaar(duo.poort, legNeer('g', gemeente)).pip(BSN)).toMatchObject({
      soort: 'niets',
    });
    expect(duo.bellers).toEqual([nummer(gemeente)]);
  });

  const ingetrokken = eigenServer();
  test.each([
    ['een andere stam', vreemd.geefUit({ oin: DUO }), 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['verlopen', ca.geefUit({ oin: DUO, van: -30, tot: -1 }), 'CERT_HAS_EXPIRED'],
    ['nog niet geldig', ca.geefUit({ oin: DUO, van: 1, tot: 30 }), 'CERT_NOT_YET_VALID'],
    ['het OIN van een ander', ca.geefUit({ oin: ANDERE }), 'ERR_OIN_NIET_VAN_DUO'],
    ['zonder OIN', ca.geefUit({}), 'ERR_OIN_NIET_VAN_DUO'],
    ['een andere naam', ca.geefUit({ oin: DUO, dns: ['x.nl'] }), 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['ingetrokken', ingetrokken, 'CERT_REVOKED'],
  ])('een valse DUO valt af: %s', async (_wat, server, code) => {
    const duo = await startDuo(server);
    const bestanden = legNeer('g', eigenClient(), ca.crl([ingetrokken]));
    const antwoord = await belNaar(duo.poort, bestanden).verwijderPip(BSN);
    expect(antwoord).toMatchObject({
      soort: 'storing',
      reden: `de verbinding mislukte (${code})`,
      misschienVerwerkt: false,
    });
    expect(duo.bellers).toEqual([]);
  });

  const verlopen = ca.geefUit({ oin: GEMEENTE, van: -30, tot: -1 });
  test.each([
    ['een andere stam', vreemd.geefUit({ oin: GEMEENTE })],
    ['verlopen', verlopen],
  ])('een certificaat dat DUO niet aanneemt is een storing: %s', async (_wat, gemeente) => {
    const duo = await startDuo(eigenServer());
    const antwoord = await belNaar(duo.poort, legNeer('g', gemeente)).verwijderPip(BSN);
    expect(antwoord).toMatchObject({ soort: 'storing' });
    expect(duo.bellers).toEqual([]);
  });

  test('zegt DUO dat het aan het certificaat ligt, dan is er zeker niets verwerkt', async () => {
    // Een fatale TLS-melding 48: onbekende uitgever.
    const melding = Buffer.from('15030300020230', 'hex');
    const server = createTcpServer((lijn) => lijn.once('data', () => lijn.end(melding)));
    await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
    opruimen.push(() => server.close());
    const { port } = server.address() as AddressInfo;
    expect(await belNaar(port, legNeer('g', eigenClient())).verwijderPip(BSN)).toMatchObject({
      soort: 'storing',
      reden: 'DUO weigert het certificaat van deze gemeente (ERR_SSL_TLSV1_ALERT_UNKNOWN_CA)',
      misschienVerwerkt: false,
      aanmelding: true,
    });
  });
});

describe('DUO belt Meedoen', () => {
  async function openPoort(bestanden: ReturnType<typeof legNeer>) {
    const weigeringen: string[] = [];
    const poort = await openTlsPoort({
      host: '127.0.0.1',
      poort: 0,
      bestanden,
      bellerOin: DUO,
      pad: PAD,
      nu: Date.now,
      handelAf: (_verzoek, uit) => uit.writeHead(201, { 'API-Version': '1.8.0' }).end(),
      bijWeigering: (reden) => weigeringen.push(reden),
    });
    opruimen.push(() => poort.sluit());
    return { ...poort, weigeringen };
  }

  test('een melding van DUO gaat door, een ander pad niet', async () => {
    const poort = await openPoort(legNeer('m', ca.geefUit({ oin: SAMEN })));
    expect(await bel(poort.poort, ca.geefUit({ oin: DUO }))).toBe(201);
    expect(await bel(poort.poort, ca.geefUit({ oin: DUO }), '/v1/dossiers')).toBe(404);
  });

  const ingetrokken = ca.geefUit({ oin: DUO });
  test.each([
    ['zonder certificaat', undefined, /PEER_DID_NOT_RETURN_A_CERTIFICATE/],
    ['een andere stam', vreemd.geefUit({ oin: DUO }), /UNABLE_TO_VERIFY|CERTIFICATE_VERIFY/],
    ['verlopen', ca.geefUit({ oin: DUO, van: -9, tot: -1 }), /CERT_HAS_EXPIRED/],
    ['nog niet geldig', ca.geefUit({ oin: DUO, van: 1, tot: 9 }), /CERT_NOT_YET_VALID/],
    ['ingetrokken', ingetrokken, /CERT_REVOKED/],
    ['het OIN van een ander', ca.geefUit({ oin: ANDERE }), /niet van DUO/],
    ['zonder OIN', ca.geefUit({}), /niet van DUO/],
  ])('een valse DUO komt er niet in: %s', async (_wat, beller, reden) => {
    const poort = await openPoort(legNeer('m', ca.geefUit({ oin: SAMEN }), ca.crl([ingetrokken])));
    expect(await bel(poort.poort, beller)).not.toBe(201);
    expect(poort.weigeringen).toEqual([expect.stringMatching(reden)]);
  });

  test('wie verbonden blijft nadat hij is ingetrokken, moet na één verzoek opnieuw aanbellen', async () => {
    const duo = ca.geefUit({ oin: DUO });
    const poort = await openPoort(legNeer('m', ca.geefUit({ oin: SAMEN })));
    const lijn = new Agent({ keepAlive: true, maxSockets: 1 });
    opruimen.push(() => lijn.destroy());
    expect(await bel(poort.poort, duo, PAD, lijn)).toBe(201);
    legNeer('m', ca.geefUit({ oin: SAMEN }), ca.crl([duo]));
    expect(await bel(poort.poort, duo, PAD, lijn)).toBe(201);
    expect(await bel(poort.poort, duo, PAD, lijn)).toBe('geweigerd');
  });

  test('een vernieuwd certificaat en een langere lijst gelden zonder herstart', async () => {
    const oud = ca.geefUit({ oin: SAMEN, tot: 5 });
    const duo = ca.geefUit({ oin: DUO });
    const poort = await openPoort(legNeer('m', oud));
    expect(poort.staat(Date.now())).toMatchObject({ niveau: '7', onderwerpOin: SAMEN });
    expect(await bel(poort.poort, duo)).toBe(201);
    legNeer('m', ca.geefUit({ oin: SAMEN, tot: 400 }), ca.crl([duo]));
    expect(await bel(poort.poort, duo)).toBe('geweigerd');
    expect(await bel(poort.poort, ca.geefUit({ oin: DUO }))).toBe(201);
    expect(poort.staat(Date.now())).toMatchObject({ niveau: 'goed' });
    expect(poort.staat(Date.now())).not.toHaveProperty('fout');
  });
});
