import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import os from 'node:os';
import path from 'node:path';
import fastify from 'fastify';
import { afterAll, afterEach, expect, test } from 'vitest';
import { duoClient } from '../../connections/duo/client.ts';
import { maakProefca, type Uitgegeven } from '../../connections/tls/proefca.ts';
import { type Config, ConfigFout, leesConfig } from '../config.ts';
import { alleCertificaten, duoTransport, openDuoPoort } from '../inrichting/duo.ts';
import { maakMetingen } from '../metingen.ts';

const DUO = '00000099000000000042';
const DORP = '00000099010100000000';
const ca = maakProefca('Proefstam');
const map = mkdtempSync(path.join(os.tmpdir(), 'meedoen-poort-'));
afterAll(() => rmSync(map, { recursive: true }));
const opruimen: (() => unknown)[] = [];
afterEach(async () => {
  for (const ruimOp of opruimen.splice(0).reverse()) await ruimOp();
});

const schrijf = (naam: string, inhoud: string) => {
  writeFileSync(path.join(map, naam), inhoud);
  return path.join(map, naam);
};
const eigen = ca.geefUit({ oin: DORP, tot: 20 });

function inrichting(extra: Partial<Config> = {}): Config {
  const sleutel = schrijf('eigen.key', eigen.key);
  const certificaat = schrijf('eigen.pem', eigen.cert);
  const stam = schrijf('stam.pem', ca.cert);
  return {
    ...leesConfig({ DUO_OIN: DUO }),
    DUO_URL: 'https://duo.example',
    DUO_SLEUTEL: sleutel,
    DUO_CERTIFICAAT: certificaat,
    DUO_CA: stam,
    DUO_IN_POORT: 0,
    DUO_IN_HOST: '127.0.0.1',
    DUO_IN_SLEUTEL: sleutel,
    DUO_IN_CERTIFICAAT: certificaat,
    DUO_IN_CA: stam,
    DUO_IN_CRL: schrijf('stam.crl', ca.crl([])),
    ...extra,
  };
}

function bel(poort: number, van: Uitgegeven, inhoud: string) {
  const opties = { host: '127.0.0.1', port: poort, path: '/duo/v1/notificaties', method: 'POST' };
  const headers = { 'content-type': 'application/json', 'x-meedoen-duo': 'zelf bedacht' };
  return new Promise<string>((klaar, mis) => {
    request({ ...opties, headers, agent: false, ca: ca.cert, ...van }, (antwoord) => {
      let tekst = String(antwoord.statusCode);
      antwoord.on('data', (stuk) => {
        tekst += ` ${stuk}`;
      });
      antwoord.on('end', () => klaar(tekst));
    })
      .on('error', mis)
      .end(inhoud);
  });
}

test('wat over de eigen poort komt gaat met het bewijs naar dezelfde routes', async () => {
  const config = inrichting();
  const app = fastify();
  opruimen.push(() => app.close());
  app.post('/duo/v1/notificaties', (req, reply) => {
    const bewijs = req.headers['x-meedoen-duo'] === config.DUO_IN_GEHEIM;
    return reply.code(201).send({ bewijs, inhoud: req.body });
  });
  await app.ready();
  const weigeringen: string[] = [];
  const meld = (reden: string) => weigeringen.push(reden);
  const poort = await openDuoPoort(config, app.routing.bind(app), meld);
  opruimen.push(() => poort?.sluit());
  expect(config.DUO_IN_GEHEIM).toMatch(/^[0-9a-f]{64}$/);
  expect(await bel(poort!.poort, ca.geefUit({ oin: DUO }), '{"x":1}')).toBe(
    '201 {"bewijs":true,"inhoud":{"x":1}}',
  );
  expect(await bel(poort!.poort, ca.geefUit({ oin: DORP }), '{"x":1}')).toBe('403');
  expect(weigeringen).toEqual(['het certificaat is niet van DUO']);

  const duo = duoClient(duoTransport(config, undefined));
  expect(alleCertificaten({ duo, duoPoort: poort })).toMatchObject([
    { richting: 'uit', onderwerpOin: DORP, niveau: '30' },
    { richting: 'in', onderwerpOin: DORP, niveau: '30' },
  ]);
});

test('de metingen zeggen hoe lang een certificaat nog geldt en of een nieuwer is geweigerd', async () => {
  const duo = duoClient(duoTransport(inrichting(), undefined));
  const metingen = maakMetingen({ gereed: async () => true } as never);
  metingen.meetCertificaten(() => alleCertificaten({ duo }));
  const labels = `{richting="uit",oin="${DORP}"}`;
  const eerst = await metingen.register.metrics();
  expect(eerst).toContain(`meedoen_certificaat_dagen${labels} 19`);
  expect(eerst).toContain(`meedoen_certificaat_fout${labels} 0`);
  schrijf('eigen.pem', 'half');
  expect(await metingen.register.metrics()).toContain(`meedoen_certificaat_fout${labels} 1`);
});

test('zonder DUO_IN_POORT is er geen poort', async () => {
  const niets = () => undefined;
  expect(await openDuoPoort(leesConfig({}), niets, niets)).toBeUndefined();
});

test('wat niet klopt is een fout in de inrichting die de instelling noemt', async () => {
  const half = schrijf('half.pem', eigen.cert.slice(0, 99));
  const niets = () => undefined;
  await expect(
    openDuoPoort(inrichting({ DUO_IN_CERTIFICAAT: half }), niets, niets),
  ).rejects.toThrow(
    new ConfigFout(
      'DUO_IN_CERTIFICAAT klopt niet: het bestand met het certificaat is niet te lezen als certificaat.',
    ),
  );
  const metLijst = { DUO_IDENTITEITEN: schrijf('lijst.json', '[]') };
  expect(() => duoTransport(inrichting(metLijst), undefined)).toThrow(/^DUO_IDENTITEITEN klopt/);
  const geenJson = { DUO_ADRESSEN: schrijf('adressen.json', '{') };
  expect(() => duoTransport(inrichting(geenJson), undefined)).toThrow(
    'DUO_ADRESSEN klopt niet: het bestand is geen JSON.',
  );
  const http = { DUO_ADRESSEN: schrijf('http.json', '{"pip":"http://x/v1"}') };
  expect(() => duoTransport(inrichting(http), undefined)).toThrow(/^DUO_ADRESSEN klopt niet/);
  const goed = { DUO_ADRESSEN: schrijf('goed.json', '{"pip":"https://x/v1"}') };
  expect(duoTransport(inrichting(goed), undefined).certificaten?.(Date.now())).toHaveLength(1);
});
