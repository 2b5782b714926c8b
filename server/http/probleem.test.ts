import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../test/world.ts';
import { bouwServer } from '../server.ts';
import {
  botsing,
  geweigerd,
  nietGevonden,
  Probleem,
  ProbleemSchema,
  problemen,
} from './probleem.ts';

const BSN = '999990019';
let w: Wereld;
let g: TestGemeente;
let m: TestMedewerker;

beforeAll(async () => {
  w = await maakWereld({
    vooraf: (app) => {
      app.get('/v1/proef/:soort', { config: { openbaar: true }, schema: { hide: true } }, (req) => {
        const fouten: Record<string, () => Error> = {
          probleem: () => new Probleem(403, 'zo-niet', 'Dit mag niet.'),
          weg: () => nietGevonden('Dit ding'),
          geweigerd: () =>
            geweigerd('Nee.', [{ code: 'x', tekst: 'Omdat.', veld: 'y', actie: 'z' }]),
          botsing: () => botsing({ wie: 'An', wanneer: '2026-11-21T10:00:00Z', wat: 'naam' }),
          kapot: () => new Error(`select ... where bsn = '${BSN}' /work/server/geheim.ts`),
          status: () => Object.assign(new Error(BSN), { statusCode: 418 }),
        };
        throw fouten[(req.params as { soort: string }).soort]?.() ?? new Error('x');
      });
      app.get(
        '/v1/proef/antwoord',
        {
          config: { openbaar: true },
          schema: { hide: true, response: { 200: z.object({ goed: z.string() }), ...problemen } },
        },
        async () => ({ fout: BSN }) as never,
      );
    },
  });
  g = await w.gemeente();
  m = await w.medewerker(g.organisatieId, ['*:klantmanager', '*:beheer']);
});
afterAll(() => w.sluit());

/** Elk foutantwoord: de vorm klopt, de koppen zijn er, en er staat niets in dat daar niet hoort. */
function keur(
  antwoord: { statusCode: number; headers: Record<string, unknown>; body: string },
  status: number,
) {
  expect(antwoord.statusCode).toBe(status);
  expect(antwoord.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(antwoord.body).not.toMatch(/999990019|geheim|node_modules|\.ts\b|at Object|stack|select /);
  const probleem = z.strictObject(ProbleemSchema.shape).parse(JSON.parse(antwoord.body));
  expect(probleem.status).toBe(status);
  expect(probleem.type).toMatch(/^https:\/\/\S+\/[a-z-]+$/);
  expect(probleem.title).not.toBe('');
  expect(probleem.instance).toMatch(/^urn:meedoen:[0-9a-f]{32}$/);
  return probleem;
}

const stuur = (payload: string, headers: Record<string, string> = {}) =>
  w.app.inject({
    method: 'POST',
    url: '/v1/inburgeraars/_zoek',
    headers: { cookie: m.cookie, 'content-type': 'application/json', ...headers },
    payload,
  });

describe('vorm van een fout', () => {
  it.each([
    ['probleem', 403, 'zo-niet'],
    ['weg', 404, 'niet-gevonden'],
    ['geweigerd', 409, 'geweigerd'],
    ['botsing', 409, 'gewijzigd'],
    ['kapot', 500, 'interne-fout'],
    ['status', 418, 'ongeldig-verzoek'],
  ])('%s wordt %i', async (soort, status, code) => {
    const probleem = keur(await w.app.inject({ url: `/v1/proef/${soort}` }), status);
    expect(probleem.code).toBe(code);
  });

  it('draagt alle redenen en wie er tussen kwam', async () => {
    const [nee, bots] = await Promise.all(
      ['geweigerd', 'botsing'].map((s) => w.app.inject({ url: `/v1/proef/${s}` })),
    );
    expect(nee!.json().redenen).toEqual([{ code: 'x', tekst: 'Omdat.', veld: 'y', actie: 'z' }]);
    expect(bots!.json().conflict).toMatchObject({ wie: 'An', wat: 'naam' });
  });

  it('laat een antwoord dat niet bij het schema past niet naar buiten', async () => {
    keur(await w.app.inject({ url: '/v1/proef/antwoord' }), 500);
  });

  it('neemt het trace-id van de aanroeper over als het een trace-id is', async () => {
    const trace = 'ab'.repeat(16);
    const vraag = (traceparent: string) =>
      w.app.inject({ url: '/v1/niets', headers: { traceparent } });
    expect((await vraag(`00-${trace}-${'1'.repeat(16)}-01`)).json().instance).toContain(trace);
    expect((await vraag(`00-${BSN}-x-01`)).json().instance).toMatch(/^urn:meedoen:[0-9a-f]{32}$/);
  });
});

describe('slechte invoer', () => {
  it.each([
    '{"a":',
    '{',
    'niets',
    '',
    '{"bsn":"999990019"',
    '{"__proto__":{"beheer":true}}',
    '{"constructor":{"prototype":{"x":1}}}',
    '\u0000',
  ])('kapotte JSON is een 400 zonder de inhoud: %j', async (payload) => {
    keur(await stuur(payload), 400);
  });

  it.each([
    'text/plain',
    'text/plain; charset=utf-8',
    'application/xml',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'nonsens',
  ])('een andere vorm dan JSON is een 415: %s', async (type) => {
    keur(await stuur('{"tekst":"x"}', { 'content-type': type }), 415);
  });

  it('een bericht van 10 MB is een 413', async () => {
    keur(await stuur(JSON.stringify({ tekst: 'x'.repeat(10 * 1024 * 1024) })), 413);
  });

  it('noemt elk veld dat niet klopt in het Nederlands en zonder de waarde', async () => {
    const url = `/v1/gemeenten/${g.id}/taakverdeling`;
    const slecht = { geldigVanaf: BSN, regels: [{ taak: BSN, schaal: 'x', organisatieId: BSN }] };
    const { body, status } = await m.vraag('PUT', url, slecht);
    expect(status).toBe(400);
    expect(body.invalidParams.map((p: { name: string }) => p.name).sort()).toEqual([
      'geldigVanaf',
      'regels.0.organisatieId',
      'regels.0.schaal',
      'regels.0.taak',
    ]);
    const tekst = JSON.stringify(body);
    expect(tekst).not.toContain(BSN);
    expect(tekst).not.toMatch(/Invalid|expected|Too (big|small)|Unrecognized/);
  });

  it('herhaalt ook de naam van een onbekend veld niet', async () => {
    const url = `/v1/gemeenten/${g.id}/taakverdeling`;
    const regel = { taak: 'pip', schaal: 'lokaal', organisatieId: g.organisatieId, [BSN]: 'x' };
    const antwoord = await m.vraag('PUT', url, { geldigVanaf: '2026-11-21', regels: [regel] });
    expect(antwoord.status).toBe(400);
    expect(JSON.stringify(antwoord.body)).not.toContain(BSN);
    expect(antwoord.body.invalidParams[0]).toMatchObject({ name: 'regels.0' });
  });

  it('noemt een fout in het adres bij naam', async () => {
    const { body, status } = await m.vraag('GET', '/v1/dossiers/geen-uuid');
    expect([status, body.invalidParams[0].name]).toEqual([400, 'dossierId']);
  });

  it.each(['/v1/bestaat-niet', '/v1/', '/v1/IK', '/v1/ik/', '/v1//ik', `/v1/${'x'.repeat(3000)}`])(
    'een onbekend adres is een 404: %s',
    async (url) => {
      keur(await w.app.inject({ url, headers: { cookie: m.cookie } }), 404);
    },
  );

  it.each([
    ['/v1/dossiers/', 400],
    ['/v1/dossiers/%2e%2e%2fik', 400],
    [`/v1/dossiers/${'a'.repeat(300)}`, 400],
  ])('een adres dat nergens op slaat wordt geweigerd: %s', async (url, status) => {
    keur(await w.app.inject({ url, headers: { cookie: m.cookie } }), status);
  });

  it.each(['/v1/%zz', '/v1/dossiers/%E0%A4%A', `/v1/dossiers/${BSN}%`])(
    'een adres dat niet te lezen is, is een 400 zonder dat adres: %s',
    async (url) => {
      const antwoord = await w.app.inject({ url, headers: { cookie: m.cookie } });
      keur(antwoord, 400);
      expect(antwoord.headers['api-version']).toBe('1.0.0');
      expect(antwoord.headers['x-content-type-options']).toBe('nosniff');
    },
  );

  it.each([
    ['een teken nul', 'Sel\u0000am'],
    ['een halve surrogaat', 'Sel\ud800am'],
  ])('%s in een tekst is een 400 en komt niet bij de database', async (_wat, tekst) => {
    const url = `/v1/dossiers/${await w.dossier(g.id, [])}/notities`;
    const body = JSON.stringify({ tekst });
    const antwoord = await w.app.inject({
      method: 'POST',
      url,
      headers: { cookie: m.cookie, 'content-type': 'application/json' },
      payload: body,
    });
    keur(antwoord, 400);
    keur(await stuur(JSON.stringify({ tekst })), 400);
    keur(await stuur(JSON.stringify({ diep: [{ [tekst]: 1 }] })), 400);
  });

  it('een teken nul in het adres is een 400 of 404', async () => {
    const { status } = await m.vraag('GET', '/v1/dossiers/%00');
    expect([400, 404]).toContain(status);
  });
});

describe('koppen van elk antwoord', () => {
  it.each([
    ['goed', '/v1/ik', 200],
    ['zonder aanmelding', '/v1/ik', 401],
    ['onbekend', '/v1/niets', 404],
    ['kapot', '/v1/proef/kapot', 500],
    ['ongeldig', '/v1/dossiers/x', 400],
  ])('%s', async (wat, url, status) => {
    const cookie = wat === 'zonder aanmelding' ? '' : m.cookie;
    const { headers, statusCode } = await w.app.inject({ url, headers: { cookie } });
    expect(statusCode).toBe(status);
    expect(headers).toMatchObject({
      'api-version': '1.0.0',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
    const csp = String(headers['content-security-policy']);
    for (const deel of [
      "default-src 'self'",
      "script-src 'self'",
      "style-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ])
      expect(csp).toContain(deel);
    expect(csp).not.toMatch(/unsafe|\*/);
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('vraagt om https zodra het adres https is, en niet eerder', async () => {
    const bouw = async (adres: string) => {
      const app = await bouwServer(w.t, {
        logger: pino({ level: 'silent' }),
        adres,
        aanbieder: { issuer: 'http://127.0.0.1:1', clientId: 'x', clientSecret: 'x', adres },
      });
      onTestFinished(() => app.close());
      return (await app.inject({ url: '/v1/ik' })).headers['strict-transport-security'];
    };
    expect(await bouw('https://meedoen.example')).toContain('max-age=');
    expect(await bouw('http://localhost:8080')).toBeUndefined();
  });

  it('wacht niet eindeloos op een half verzoek', () => {
    expect(w.app.server.requestTimeout).toBe(30_000);
    expect(w.app.server.headersTimeout).toBeGreaterThan(0);
  });

  it('zegt te vaak met een 429 als Probleem', async () => {
    const app = await bouwServer(w.t, {
      logger: pino({ level: 'silent' }),
      adres: 'http://localhost:8080',
      aanbieder: {
        issuer: 'http://127.0.0.1:1',
        clientId: 'x',
        clientSecret: 'x',
        adres: 'http://x',
      },
      verzoekenPerMinuut: 2,
    });
    onTestFinished(() => app.close());
    const vraag = () => app.inject({ url: '/v1/ik' });
    expect([(await vraag()).statusCode, (await vraag()).statusCode]).toEqual([401, 401]);
    const te = await vraag();
    expect(keur(te, 429).code).toBe('te-vaak');
    expect(te.headers['retry-after']).toBeDefined();
  });
});
