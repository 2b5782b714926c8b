import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { alsEigenaar } from '../../test/api/rijk.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../test/world.ts';
import type { App } from '../toepassing.ts';
import { bewaak } from './bewaking.ts';

let w: Wereld;
let g: TestGemeente;
let m: TestMedewerker;

beforeAll(async () => {
  w = await maakWereld();
  g = await w.gemeente();
  m = await w.medewerker(g.organisatieId, ['*:klantmanager', 'beheer:beheer']);
});
afterAll(() => w.sluit());

const schrijf = (headers: Record<string, string>) =>
  m.vraag('POST', '/v1/inburgeraars/_zoek', {}, headers);
const lees = (headers: Record<string, string>) => m.vraag('GET', '/v1/ik', undefined, headers);

describe('herkomst', () => {
  it.each<[string, Record<string, string>]>([
    ['een andere site', { origin: 'https://kwaad.example' }],
    ['een andere poort', { origin: 'http://localhost:8081' }],
    ['https in plaats van http', { origin: 'https://localhost:8080' }],
    ['een adres dat erop lijkt', { origin: 'http://localhost:8080.kwaad.example' }],
    ['een verborgen oorsprong', { origin: 'null' }],
    ['cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['een andere naam van dezelfde site', { 'sec-fetch-site': 'same-site' }],
    [
      'cross-site met een goede oorsprong',
      { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:8080' },
    ],
  ])('weigert schrijven vanaf %s', async (_wat, headers) => {
    const antwoord = await schrijf(headers);
    expect([antwoord.status, antwoord.body.code]).toEqual([403, 'vreemde-herkomst']);
    expect((await lees(headers)).status).toBe(200);
  });

  it.each<[string, Record<string, string>]>([
    ['het eigen adres', { origin: 'http://localhost:8080', 'sec-fetch-site': 'same-origin' }],
    ['de adresbalk', { 'sec-fetch-site': 'none' }],
    ['een programma zonder oorsprong', {}],
  ])('laat schrijven toe vanaf %s', async (_wat, headers) => {
    expect((await schrijf(headers)).body.code).not.toBe('vreemde-herkomst');
  });
});

describe('toegang', () => {
  it('keurt eerst de aanmelding en dan pas de invoer', async () => {
    const zonder = await w.app.inject({ method: 'GET', url: '/v1/dossiers/geen-id' });
    expect(zonder.statusCode).toBe(401);
    const lezer = await w.medewerker(g.organisatieId, ['beheer:lezer']);
    expect((await lezer.vraag('GET', '/v1/dossiers/geen-id')).status).toBe(403);
    expect((await m.vraag('GET', '/v1/dossiers/geen-id')).status).toBe(400);
  });

  it('neemt de sleutel alleen uit de eigen cookie', async () => {
    const sleutel = m.cookie.split('=')[1]!;
    for (const headers of [
      { cookie: `__Host-meedoen=${sleutel}` },
      { cookie: `Meedoen=${sleutel}` },
      { authorization: `Bearer ${sleutel}` },
    ])
      expect((await w.app.inject({ url: '/v1/ik', headers })).statusCode).toBe(401);
    expect((await w.app.inject({ url: `/v1/ik?meedoen=${sleutel}` })).statusCode).toBe(401);
  });

  it('volgt de taakverdeling op de dag van vandaag', async () => {
    const buur = await w.gemeente();
    const wie = await w.medewerker(buur.organisatieId);
    const id = await w.dossier(buur.id, []);
    const zie = async () => (await wie.vraag('GET', `/v1/dossiers/${id}`)).status;
    expect(await zie()).toBe(200);
    await alsEigenaar(w, (c) =>
      c.query("update taakverdeling set geldig_tot = '2026-11-22' where gemeente_id = $1", [
        buur.id,
      ]),
    );
    expect(await zie()).toBe(200);
    w.klok.zetOp('2026-11-22' as never);
    onTestFinished(() => w.klok.zetOp('2026-11-21' as never));
    expect(await zie()).toBe(403);
  });

  it('start niet met een route die niet zegt wie haar mag gebruiken', async () => {
    const kaal = fastify();
    bewaak(kaal as unknown as App, w.t, 'http://localhost:8080');
    expect(() => kaal.get('/v1/vergeten', async () => ({}))).toThrow(
      'route /v1/vergeten zegt niet wie haar mag gebruiken',
    );
    expect(() => kaal.get('/x', { config: { openbaar: true } }, async () => ({}))).not.toThrow();
    await kaal.close();
  });
});

describe('spoor', () => {
  it('legt wie, rol, organisatie, taak, gemeente en trace vast bij het lezen van een dossier', async () => {
    const wie = await w.medewerker(g.organisatieId, ['pip:lezer']);
    const id = await w.dossier(g.id, []);
    const trace = 'cd'.repeat(16);
    const antwoord = await wie.vraag('GET', `/v1/dossiers/${id}`, undefined, {
      traceparent: `00-${trace}-${'1'.repeat(16)}-01`,
    });
    expect(antwoord.status).toBe(200);
    const { rows } = await alsEigenaar(w, (c) =>
      c.query('select * from audit where dossier_id = $1', [id]),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      medewerker_id: wie.id,
      organisatie_id: g.organisatieId,
      rol: 'lezer',
      taak: 'pip',
      gemeente_id: g.id,
      handeling: 'lezen',
      trace_id: trace,
      systeem: null,
    });
    const seconden = Math.abs(Date.now() - rows[0].tijdstip.getTime()) / 1000;
    expect(seconden).toBeLessThan(60);
  });

  it('bewaart geen regel als de rest van de transactie niet doorgaat', async () => {
    const id = await w.dossier(g.id, []);
    const elders = await w.medewerker((await w.gemeente()).organisatieId);
    await elders.vraag('GET', `/v1/dossiers/${id}`);
    const { rows } = await alsEigenaar(w, (c) =>
      c.query('select 1 from audit where dossier_id = $1', [id]),
    );
    expect(rows).toEqual([]);
  });
});
