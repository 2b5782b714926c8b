import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakWereld, type Wereld } from '../../test/world.ts';

type Operatie = {
  tags?: string[];
  summary?: string;
  parameters?: { in: string; name: string }[];
  responses: Record<string, { content?: Record<string, unknown> }>;
  requestBody?: unknown;
};
type Document = {
  openapi: string;
  info: { version: string; contact?: { email?: string; url?: string; name?: string } };
  servers: { url: string }[];
  paths: Record<string, Record<string, Operatie>>;
};

let w: Wereld;
let document: Document;
let antwoord: Awaited<ReturnType<Wereld['app']['inject']>>;

beforeAll(async () => {
  w = await maakWereld();
  antwoord = await w.app.inject({
    url: '/v1/openapi.json',
    headers: { origin: 'https://elders.example' },
  });
  document = antwoord.json();
});
afterAll(() => w.sluit());

const operaties = () =>
  Object.entries(document.paths).flatMap(([pad, deel]) =>
    Object.entries(deel).map(([methode, operatie]) => ({ pad, methode, operatie })),
  );
const fout = (past: (o: ReturnType<typeof operaties>[number]) => boolean) =>
  operaties()
    .filter((o) => !past(o))
    .map((o) => `${o.methode} ${o.pad}`);

describe('OpenAPI-document', () => {
  it('is openbaar, ook vanaf een andere oorsprong, met de versie in kop en document', () => {
    expect(antwoord.statusCode).toBe(200);
    expect(antwoord.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'content-type': 'application/json; charset=utf-8',
      'api-version': document.info.version,
    });
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(document.info.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(document.info.contact).toMatchObject({ name: /./, email: /@/, url: /^https/ });
  });

  it('heeft adressen die samen met de server kloppen', async () => {
    expect(document.servers).toHaveLength(1);
    const basis = document.servers[0]!.url.replace(/\/$/, '');
    for (const pad of Object.keys(document.paths)) expect(basis + pad).toMatch(/^\/v1\/[^/]/);
    const { statusCode } = await w.app.inject({ url: `${basis}/ik` });
    expect(statusCode).toBe(401);
  });

  it('heeft paden van kleine woorden met streepjes, zonder streep aan het eind', () => {
    const woord = /^(_?[a-z0-9]+(-[a-z0-9]+)*(\.json)?|\{[a-z][A-Za-z]*\})$/;
    const mis = Object.keys(document.paths).filter(
      (pad) =>
        !pad
          .slice(1)
          .split('/')
          .every((deel) => woord.test(deel)),
    );
    expect(mis).toEqual([]);
  });

  it('heeft namen van vragen in camelCase en nooit een persoon in het adres', () => {
    const namen = operaties().flatMap((o) => o.operatie.parameters ?? []);
    const mis = namen.filter((p) => p.in !== 'header' && !/^[a-z][A-Za-z0-9]*$/.test(p.name));
    expect(mis).toEqual([]);
    expect(namen.filter((p) => /bsn|vnummer|^naam|^zoek/i.test(p.name))).toEqual([]);
  });

  it('zegt bij elke handeling wat zij doet en waar zij bij hoort', () => {
    expect(fout((o) => (o.operatie.tags?.length ?? 0) === 1)).toEqual([]);
    expect(fout((o) => /^\S.{5,}[^.]$/.test(o.operatie.summary ?? ''))).toEqual([]);
  });

  it.each(['400', '401', '403'])(
    'beschrijft bij elke handeling het antwoord %s als Probleem',
    (code) => {
      expect(
        fout(
          (o) => o.operatie.responses[code]?.content?.['application/problem+json'] !== undefined,
        ),
      ).toEqual([]);
    },
  );

  it('beschrijft bij elke handeling een goed antwoord', () => {
    expect(fout((o) => Object.keys(o.operatie.responses).some((c) => c.startsWith('2')))).toEqual(
      [],
    );
  });

  it('heeft alleen methoden die hier gebruikt worden, en geen bericht bij lezen', () => {
    expect(fout((o) => ['get', 'post', 'put', 'patch', 'delete'].includes(o.methode))).toEqual([]);
    expect(fout((o) => o.methode !== 'get' || o.operatie.requestBody === undefined)).toEqual([]);
  });

  it('heeft elk onderdeel waarnaar wordt verwezen', () => {
    const tekst = JSON.stringify(document);
    const schemas = (document as unknown as { components?: { schemas?: object } }).components
      ?.schemas;
    const verwezen = [...tekst.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map((v) => v[1]);
    expect(verwezen.filter((naam) => !(schemas && naam! in schemas))).toEqual([]);
    expect(verwezen.length).toBeGreaterThan(10);
  });
});
