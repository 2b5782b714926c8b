import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { datum } from '../../rules/shared/datum.ts';
import { bouwServer } from '../../server/server.ts';
import { alsEigenaar } from '../../test/api/rijk.ts';
import { klaarVoorPip } from '../../test/begeleiding/pip-dossier.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../test/world.ts';

const VANDAAG = '2026-11-21';
let w: Wereld;
let g: TestGemeente;
let beheer: TestMedewerker;

beforeAll(async () => {
  w = await maakWereld({ vandaag: VANDAAG });
  g = await w.gemeente();
  beheer = await w.medewerker(g.organisatieId, ['beheer:beheer']);
});
afterEach(() => w.klok.zetOp(datum(VANDAAG)));
afterAll(() => w.sluit());

describe('GET /v1/ik', () => {
  it('zegt wie ik ben, voor wie ik werk en wat ik mag', async () => {
    const m = await w.medewerker(g.organisatieId, ['pip:klantmanager']);
    const { status, body } = await m.vraag('GET', '/v1/ik');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      medewerker: { id: m.id, naam: m.naam, organisatie: { id: g.organisatieId } },
      rollen: [{ taak: 'pip', rol: 'klantmanager' }],
      gemeenten: [{ id: g.id, code: g.code, naam: g.naam }],
      demo: true,
      peildatum: VANDAAG,
    });
    expect(body.mag).toContain('pip.opstellen');
    expect(body.mag).not.toContain('pip.vaststellen');
    expect(body.mag).not.toContain('gezondheid.lezen');
    expect(body.mag).not.toContain('taakverdeling.lezen');
  });

  it('belooft alleen wat de server ook toelaat', async () => {
    const lezer = await w.medewerker(g.organisatieId, ['pip:lezer']);
    const id = await w.dossier(g.id, klaarVoorPip(g));
    const { mag } = (await lezer.vraag('GET', '/v1/ik')).body;
    expect(mag).not.toContain('pip.opstellen');
    expect((await lezer.vraag('POST', `/v1/dossiers/${id}/pips`)).status).toBe(403);
  });

  it('telt alleen eigen mensen van de eigen gemeenten', async () => {
    const m = await w.medewerker(g.organisatieId);
    const buur = await w.gemeente();
    const over = async () => (await m.vraag('GET', '/v1/ik')).body.tellers.vandaag;
    const begin = await over();
    const verlopen = async (gemeente: TestGemeente, klantmanagerId?: string) => {
      const id = await w.dossier(gemeente.id, klaarVoorPip(gemeente), { klantmanagerId });
      await alsEigenaar(w, (c) =>
        c.query("update dossier_stand set laatste_dag = '2026-11-22' where dossier_id = $1", [id]),
      );
    };
    await verlopen(g, m.id);
    expect(await over()).toBe(begin + 1);
    await verlopen(g);
    await verlopen(buur, m.id);
    expect(await over()).toBe(begin + 1);
  });

  it('kan ook wie geen enkele rol of taak heeft', async () => {
    const m = await w.medewerker(g.organisatieId, ['map:beleid']);
    const { status, body } = await m.vraag('GET', '/v1/ik');
    expect([status, body.mag, body.tellers]).toEqual([
      200,
      [],
      { vandaag: 0, postvak: 0, verbindingen: 0 },
    ]);
  });
});

describe('oefendatum', () => {
  const zet = (dag: unknown, wie = beheer) => wie.vraag('PUT', '/v1/oefendatum', { datum: dag });

  it('verzet de klok en alle Standen, en onthoudt de dag', async () => {
    const id = await w.dossier(g.id, klaarVoorPip(g));
    const stand = async () => {
      const { rows } = await alsEigenaar(w, (c) =>
        c.query('select peildatum::text from dossier_stand where dossier_id = $1', [id]),
      );
      return rows[0].peildatum;
    };
    expect(await stand()).toBe(VANDAAG);
    const antwoord = await zet('2027-03-01');
    expect(antwoord).toMatchObject({ status: 200, body: { datum: '2027-03-01' } });
    expect(antwoord.body.herberekend).toBeGreaterThan(0);
    expect([w.t.klok.vandaag(), await stand()]).toEqual(['2027-03-01', '2027-03-01']);
    expect((await beheer.vraag('GET', '/v1/oefendatum')).body).toEqual({ datum: '2027-03-01' });
    const { rows } = await alsEigenaar(w, (c) =>
      c.query("select waarde from systeem where sleutel = 'oefendatum'"),
    );
    expect(rows[0].waarde).toBe('2027-03-01');
    await zet('2026-10-01');
    expect(await stand()).toBe('2026-10-01');
    expect((await zet('2026-10-01')).body.herberekend).toBe(0);
  });

  it.each(['klantmanager', 'regisseur', 'beleid', 'lezer'])('mag niet als %s', async (rol) => {
    const m = await w.medewerker(g.organisatieId, [`*:${rol}`]);
    expect((await zet('2027-03-01', m)).status).toBe(403);
    expect(w.t.klok.vandaag()).toBe(VANDAAG);
    expect((await m.vraag('GET', '/v1/oefendatum')).body).toEqual({ datum: VANDAAG });
  });

  it.each(['2026-02-30', '', 'morgen', null, 20_261_121])('weigert %j', async (dag) => {
    expect((await zet(dag)).status).toBe(400);
    expect(w.t.klok.vandaag()).toBe(VANDAAG);
  });

  it.each(['9999-12-31', '2020-01-01'])('blijft bruikbaar na een verre dag: %s', async (dag) => {
    const id = await w.dossier(g.id, klaarVoorPip(g));
    const km = await w.medewerker(g.organisatieId);
    expect([200, 400, 409]).toContain((await zet(dag)).status);
    expect((await beheer.vraag('GET', '/v1/ik')).status).toBe(200);
    expect((await km.vraag('GET', `/v1/dossiers/${id}`)).status).toBe(200);
    expect((await zet(VANDAAG)).status).toBe(200);
  });

  // Bekend gebrek: vóór de eerste taakverdeling heeft niemand beheer, dus niemand kan terug.
  it('sluit beheer niet buiten op een dag vóór de taakverdeling', async () => {
    await zet('2019-12-31');
    expect((await zet(VANDAAG)).status).toBe(200);
  });

  it('bestaat niet buiten de oefenomgeving', async () => {
    const { zetKlok: _weg, ...echt } = w.t;
    const app = await bouwServer(echt, {
      logger: pino({ level: 'silent' }),
      adres: 'http://localhost:8080',
      aanbieder: {
        issuer: 'http://127.0.0.1:1',
        clientId: 'x',
        clientSecret: 'x',
        adres: 'http://x',
      },
    });
    const headers = { cookie: beheer.cookie };
    const antwoord = await app.inject({
      method: 'PUT',
      url: '/v1/oefendatum',
      headers,
      payload: { datum: '2027-03-01' },
    });
    expect(antwoord.statusCode).toBe(404);
    expect(w.t.klok.vandaag()).toBe(VANDAAG);
    expect((await app.inject({ url: '/v1/ik', headers })).json().demo).toBe(false);
    expect((await app.inject({ url: '/oidc/.well-known/openid-configuration' })).statusCode).toBe(
      404,
    );
    expect((await app.inject({ url: '/aanmelden/kies/x' })).statusCode).toBe(404);
    await app.close();
  });
});
