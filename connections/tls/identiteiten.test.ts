import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { duoClient } from '../duo/client.ts';
import { mtlsDuoTransport } from '../duo/mtls.ts';
import { basisUrlsOnder } from '../duo/transport.ts';
import { oinVan } from './certificaat.ts';
import { eneIdentiteit, identiteitenUit } from './identiteiten.ts';
import { maakProefca, type Uitgegeven } from './proefca.ts';

const DUO = '00000099000000000042';
const DORP = '00000099010100000000';
const STAD = '00000099020200000000';
const SAMEN = '00000099777700000000';
const BSN = '999000032';
const DAG_MS = 86_400_000;
const ca = maakProefca('Proefstam');

const opruimen: (() => unknown)[] = [];
let map = '';
beforeEach(() => {
  map = mkdtempSync(join(tmpdir(), 'identiteiten-'));
  opruimen.push(() => rmSync(map, { recursive: true }));
});
afterEach(async () => {
  for (const ruimOp of opruimen.splice(0).reverse()) await ruimOp();
});

const schrijf = (naam: string, inhoud: string) => {
  writeFileSync(join(map, naam), inhoud);
  return naam;
};

function legNeer(naam: string, van: Uitgegeven) {
  return {
    sleutel: schrijf(`${naam}.key`, van.key),
    certificaat: schrijf(`${naam}.pem`, van.cert),
    ca: schrijf('ca.pem', ca.cert),
  };
}

const vol = (b: ReturnType<typeof legNeer>) => ({
  sleutel: join(map, b.sleutel),
  certificaat: join(map, b.certificaat),
  ca: join(map, b.ca),
});

const lijst = (regels: unknown) => join(map, schrijf('lijst.json', JSON.stringify(regels)));

/** DUO, die onthoudt op wiens naam elk certificaat stond waarmee is gebeld. */
async function startDuo(eerst?: Promise<void>) {
  const { key, cert } = ca.geefUit({ oin: DUO });
  const bellers: (string | undefined)[] = [];
  const server = createServer({ key, cert, ca: ca.cert, requestCert: true }, (verzoek, uit) => {
    const beller = (verzoek.socket as TLSSocket).getPeerX509Certificate();
    bellers.push(beller && `${oinVan(beller)} ${beller.serialNumber}`);
    const antwoord = () => uit.writeHead(404, { 'API-Version': '1.2.0' }).end();
    if (eerst && bellers.length === 1) void eerst.then(antwoord);
    else antwoord();
  });
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  opruimen.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const basisUrls = basisUrlsOnder(`https://127.0.0.1:${port}`);
  return {
    bellers,
    client(identiteiten: ReturnType<typeof eneIdentiteit>) {
      const instelling = { basisUrls, doel: DUO, timeoutMs: 5000, serverOin: DUO };
      const client = duoClient(mtlsDuoTransport(instelling, identiteiten));
      opruimen.push(() => client.sluit());
      return client;
    },
  };
}

const beller = (oin: string, van: Uitgegeven) =>
  `${oin} ${van.nummer.toString(16).padStart(2, '0').toUpperCase()}`;

describe('een certificaat per gemeente of per organisatie', () => {
  test('elke gemeente belt met het hare; wie er geen heeft, belt niet', async () => {
    const dorp = ca.geefUit({ oin: DORP });
    const samen = ca.geefUit({ oin: SAMEN });
    const pad = lijst([
      { oins: [DORP], ...legNeer('dorp', dorp) },
      { oins: [STAD], organisatieOin: SAMEN, ...legNeer('samen', samen) },
    ]);
    const duo = await startDuo();
    const client = duo.client(identiteitenUit(pad, Date.now));
    expect(await client.voor(DORP).pip(BSN)).toMatchObject({ soort: 'niets' });
    expect(await client.voor(STAD).pip(BSN)).toMatchObject({ soort: 'niets' });
    expect(duo.bellers).toEqual([beller(DORP, dorp), beller(SAMEN, samen)]);
    expect(await client.voor(SAMEN).pip(BSN)).toMatchObject({
      soort: 'storing',
      reden: 'voor deze gemeente is geen certificaat voor DUO ingericht',
      misschienVerwerkt: false,
      aanmelding: true,
    });
    expect(client.certificaten()).toMatchObject([
      { oins: [DORP], onderwerpOin: DORP, niveau: 'goed' },
      { oins: [STAD], onderwerpOin: SAMEN, niveau: 'goed' },
    ]);
  });

  test.each([
    ['geen JSON', 'x', /niet te lezen als JSON/],
    ['een leeg bestand', [], /het geheel/],
    ['een onbekend veld', [{ oins: [DORP], pin: '1' }], /0/],
    ['geen OIN', [{ oins: ['0101'], sleutel: 'a', certificaat: 'b', ca: 'c' }], /0\.oins\.0/],
    [
      'een bestand dat er niet is',
      [{ oins: [DORP], sleutel: 'a', certificaat: 'b', ca: 'c' }],
      /het bestand met het certificaat is niet te lezen/,
    ],
  ])('een lijst met %s stopt de start, met een zin die zegt wat er mis is', (_wat, regels, zin) => {
    const pad = regels === 'x' ? join(map, schrijf('lijst.json', '[{')) : lijst(regels);
    expect(() => identiteitenUit(pad, Date.now)).toThrow(zin);
  });

  test('een certificaat van een ander, of een gemeente twee keer, stopt de start', () => {
    const stad = legNeer('stad', ca.geefUit({ oin: STAD }));
    const dorp = legNeer('dorp', ca.geefUit({ oin: DORP }));
    expect(() => identiteitenUit(lijst([{ oins: [DORP], ...stad }]), Date.now)).toThrow(
      `het certificaat staat op naam van OIN ${STAD}, verwacht was ${DORP}`,
    );
    const dubbel = [
      { oins: [DORP], ...dorp },
      { oins: [DORP], ...dorp },
    ];
    expect(() => identiteitenUit(lijst(dubbel), Date.now)).toThrow(/meer dan eens/);
    const mengsel = { ...vol(dorp), sleutel: join(map, 'stad.key') };
    expect(() => eneIdentiteit(mengsel, Date.now)).toThrow(
      'de sleutel hoort niet bij het certificaat',
    );
  });
});

describe('vernieuwen zonder herstart', () => {
  test('een nieuw certificaat gaat bij het volgende verzoek mee', async () => {
    const oud = ca.geefUit({ oin: DORP });
    const nieuw = ca.geefUit({ oin: DORP });
    const duo = await startDuo();
    const client = duo.client(eneIdentiteit(vol(legNeer('dorp', oud)), Date.now));
    await client.voor(DORP).pip(BSN);
    legNeer('dorp', nieuw);
    await client.voor(DORP).pip(BSN);
    expect(duo.bellers).toEqual([beller(DORP, oud), beller(DORP, nieuw)]);
  });

  test('een verzoek dat al loopt maakt zich over de oude verbinding af', async () => {
    const oud = ca.geefUit({ oin: DORP });
    const nieuw = ca.geefUit({ oin: DORP });
    const { promise, resolve } = Promise.withResolvers<void>();
    const duo = await startDuo(promise);
    const client = duo.client(eneIdentiteit(vol(legNeer('dorp', oud)), Date.now));
    const lopend = client.voor(DORP).pip(BSN);
    await vi.waitUntil(() => duo.bellers.length === 1);
    legNeer('dorp', nieuw);
    expect(await client.voor(DORP).pip(BSN)).toMatchObject({ soort: 'niets' });
    resolve();
    expect(await lopend).toMatchObject({ soort: 'niets' });
    expect(duo.bellers).toEqual([beller(DORP, oud), beller(DORP, nieuw)]);
  });

  test('half geschreven: het vorige blijft gelden en er staat bij waarom', async () => {
    const oud = ca.geefUit({ oin: DORP });
    const nieuw = ca.geefUit({ oin: DORP });
    const duo = await startDuo();
    const client = duo.client(eneIdentiteit(vol(legNeer('dorp', oud)), Date.now));
    schrijf('dorp.pem', nieuw.cert.slice(0, 200));
    await client.voor(DORP).pip(BSN);
    expect(client.certificaten()[0]?.fout).toMatch(/niet te lezen als certificaat/);
    schrijf('dorp.pem', nieuw.cert);
    await client.voor(DORP).pip(BSN);
    expect(client.certificaten()[0]?.fout).toBe('de sleutel hoort niet bij het certificaat');
    rmSync(join(map, 'dorp.key'));
    await client.voor(DORP).pip(BSN);
    expect(client.certificaten()[0]?.fout).toBe('het bestand met de sleutel is niet te lezen');
    schrijf('dorp.key', nieuw.key);
    await client.voor(DORP).pip(BSN);
    expect(client.certificaten()[0]).not.toHaveProperty('fout');
    const keer = beller(DORP, oud);
    expect(duo.bellers).toEqual([keer, keer, keer, beller(DORP, nieuw)]);
  });

  test('een certificaat dat nog niet geldt wacht zijn dag af', async () => {
    let nu = Date.now();
    const oud = ca.geefUit({ oin: DORP });
    const duo = await startDuo();
    const client = duo.client(eneIdentiteit(vol(legNeer('dorp', oud)), () => nu));
    const nieuw = ca.geefUit({ oin: DORP, van: 2, tot: 400 });
    legNeer('dorp', nieuw);
    await client.voor(DORP).pip(BSN);
    expect(duo.bellers).toEqual([beller(DORP, oud)]);
    expect(client.certificaten(nu)[0]).toMatchObject({ fout: 'het certificaat geldt nog niet' });
    nu += 2 * DAG_MS;
    const [staat] = client.certificaten(nu);
    expect(staat).not.toHaveProperty('fout');
    expect(staat?.dagenOver).toBeGreaterThan(300);
  });

  test('een gemeente erbij en een foute lijst', async () => {
    const dorp = legNeer('dorp', ca.geefUit({ oin: DORP }));
    const pad = lijst([{ oins: [DORP], ...dorp }]);
    const duo = await startDuo();
    const client = duo.client(identiteitenUit(pad, Date.now));
    expect(await client.voor(STAD).pip(BSN)).toMatchObject({ soort: 'storing' });
    const stad = legNeer('stad', ca.geefUit({ oin: STAD }));
    lijst([
      { oins: [DORP], ...dorp },
      { oins: [STAD], ...stad },
    ]);
    expect(await client.voor(STAD).pip(BSN)).toMatchObject({ soort: 'niets' });
    schrijf('lijst.json', '[');
    expect(await client.voor(STAD).pip(BSN)).toMatchObject({ soort: 'niets' });
    expect(client.certificaten()).toMatchObject([
      { oins: [DORP], fout: expect.stringMatching(/JSON/) },
      { oins: [STAD], fout: expect.stringMatching(/JSON/) },
    ]);
  });
});

test.each([
  [61, 'goed'],
  [60, '60'],
  [31, '60'],
  [30, '30'],
  [15, '30'],
  [14, '14'],
  [8, '14'],
  [7, '7'],
  [0, '7'],
  [-1, 'verlopen'],
])('%i dagen voor het einde is het niveau %s', (dagen, niveau) => {
  const identiteit = eneIdentiteit(vol(legNeer('dorp', ca.geefUit({ oin: DORP }))), Date.now);
  const geldigTot = Date.parse(identiteit.staat(Date.now())[0]!.geldigTot);
  expect(identiteit.staat(geldigTot - dagen * DAG_MS)).toMatchObject([
    { dagenOver: dagen, niveau },
  ]);
  expect(identiteit.staat(geldigTot - dagen * DAG_MS - 1)[0]?.dagenOver).toBe(dagen);
});
