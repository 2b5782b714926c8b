import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { datum } from '../../../rules/shared/datum.ts';
import { nieuwId } from '../../../server/id.ts';
import { maakWereld, type TestMedewerker, type Wereld } from '../../../test/world.ts';
import type { Gezinsbeeld } from '../gezin.schema.ts';
import type { Wachtlijst } from './opvang.schema.ts';

let w: Wereld;
beforeAll(async () => {
  w = await maakWereld();
});
beforeEach(() => w.klok.zetOp(datum('2026-11-21')));
afterAll(() => w.sluit());

async function opzet(naam = 'Selam') {
  const g = await w.gemeente();
  const m = await w.medewerker(g.organisatieId);
  const maak = (voornamen: string) =>
    w.dossier(g.id, [
      {
        soort: 'persoon',
        inhoud: { voornamen, geslachtsnaam: 'Haile', geboorte: { soort: 'jaar', jaar: 1990 } },
        geldigOp: datum('2026-10-01'),
        bron: 'brp',
      },
    ]);
  const dossierId = await maak(naam);
  return { g, m, maak, dossierId, url: `/v1/dossiers/${dossierId}` };
}

const opvang = (extra: object = {}) => ({
  gezinslidId: null,
  dagdelen: ['maandagochtend', 'dinsdagochtend'],
  nodigVanaf: '2026-12-01',
  staat: 'nodig',
  ...extra,
});
const nodig = (m: TestMedewerker, url: string, extra: object = {}) =>
  m.vraag('POST', `${url}/kinderopvang`, opvang(extra));
const beeld = async (m: TestMedewerker, url: string): Promise<Gezinsbeeld> =>
  (await m.vraag('GET', `${url}/gezin`)).body;
const eerste = async (m: TestMedewerker, url: string) => {
  const [o] = (await beeld(m, url)).opvang;
  if (!o) throw new Error('geen opvang');
  return o;
};
async function stap(m: TestMedewerker, url: string, staat: string, extra: object = {}) {
  const { opvangId, feitId } = await eerste(m, url);
  const bij = ['nodig', 'niet-meer-nodig'].includes(staat)
    ? {}
    : { bij: 'Kinderdagverblijf De Kring' };
  return m.vraag('PUT', `${url}/kinderopvang/${opvangId}`, {
    ...opvang({ staat, ...bij, ...extra }),
    gezien: feitId,
  });
}
const zoek = async (m: TestMedewerker, extra: object = {}): Promise<Wachtlijst> =>
  (await m.vraag('POST', '/v1/kinderopvang/_zoek', extra)).body;

describe('kinderopvang', () => {
  it('houdt de les tegen vanaf de dag dat zij nodig is, niet eerder', async () => {
    const { m, url } = await opzet();
    expect((await nodig(m, url)).status).toBe(201);
    const belemmering = async () => (await beeld(m, url)).leden[0]?.belemmering.staat;
    w.klok.zetOp(datum('2026-11-30'));
    expect(await belemmering()).toBe('let-op');
    w.klok.zetOp(datum('2026-12-01'));
    expect(await belemmering()).toBe('houdt-tegen');
    w.klok.zetOp(datum('2026-12-02'));
    expect(await belemmering()).toBe('houdt-tegen');
  });

  it('gaat van nodig langs de wachtlijst naar geplaatst, en dan kan de les beginnen', async () => {
    const { m, url } = await opzet();
    await nodig(m, url);
    expect((await stap(m, url, 'aangevraagd')).status).toBe(200);
    expect((await stap(m, url, 'wachtlijst')).status).toBe(200);
    expect((await stap(m, url, 'geplaatst', { plaatsOp: '2026-12-10' })).status).toBe(200);
    const staat = async () => (await beeld(m, url)).leden[0]?.belemmering.staat;
    w.klok.zetOp(datum('2026-12-09'));
    expect(await staat()).toBe('let-op');
    w.klok.zetOp(datum('2026-12-10'));
    expect(await staat()).toBe('vrij');
  });

  it('weigert een stap die niet kan, en zegt wat wel kan', async () => {
    const { m, url } = await opzet();
    await nodig(m, url);
    await stap(m, url, 'geplaatst', { plaatsOp: '2026-12-10' });
    const { status, body } = await stap(m, url, 'aangevraagd');
    expect([status, body.redenen[0].code]).toEqual([409, 'stap-kan-niet']);
    expect(body.redenen[0].tekst).toContain('nodig, niet meer nodig');
    expect((await eerste(m, url)).staat).toBe('geplaatst');
  });

  it.each([
    [{ staat: 'wachtlijst' }, 'bij'],
    [{ staat: 'geplaatst', bij: 'De Kring' }, 'plaatsOp'],
    [{ dagdelen: [] }, 'dagdelen'],
    [{ dagdelen: ['zondag'] }, 'dagdelen.0'],
    [{ nodigVanaf: '2026-02-30' }, 'nodigVanaf'],
  ])('weigert %j', async (extra, veld) => {
    const { m, url } = await opzet();
    const { status, body } = await nodig(m, url, extra);
    expect([status, body.invalidParams[0].name]).toEqual([400, veld]);
  });

  it('weigert een kind van buiten het gezin en neemt dat van de partner wel', async () => {
    const { m, maak, dossierId, url } = await opzet();
    const partner = await maak('Dawit');
    const kindVan = await m.vraag('POST', `/v1/dossiers/${partner}/gezinsleden`, {
      naam: 'Rahwa',
      relatie: 'kind',
    });
    expect(kindVan.status).toBe(201);
    const { gezinslidId } = (await beeld(m, `/v1/dossiers/${partner}`)).zonderDossier[0] ?? {};
    const vreemd = await nodig(m, url, { gezinslidId });
    expect([vreemd.status, vreemd.body.redenen[0].code]).toEqual([409, 'kind-onbekend']);
    await m.vraag('POST', `/v1/dossiers/${dossierId}/gezinsbanden`, {
      anderDossierId: partner,
      relatie: 'partner',
    });
    expect((await nodig(m, url, { gezinslidId })).status).toBe(201);
    expect((await eerste(m, url)).kind).toBe('Rahwa');
  });

  it('botst als een ander eerder was, met wat er stond', async () => {
    const { g, m, url } = await opzet();
    const ander = await w.medewerker(g.organisatieId);
    await nodig(m, url);
    const { opvangId, feitId } = await eerste(m, url);
    await stap(ander, url, 'aangevraagd');
    const { status, body } = await m.vraag('PUT', `${url}/kinderopvang/${opvangId}`, {
      ...opvang({ staat: 'niet-meer-nodig' }),
      gezien: feitId,
    });
    expect([status, body.conflict.wie, body.conflict.wat]).toEqual([
      409,
      ander.naam,
      'kinderopvang: aangevraagd',
    ]);
    const weg = await m.vraag('PUT', `${url}/kinderopvang/${nieuwId()}`, {
      ...opvang(),
      gezien: feitId,
    });
    expect(weg.status).toBe(404);
  });
});

describe('de wachtlijst', () => {
  it('toont wat open is, wie het eerst nodig heeft bovenaan, en alleen de eigen gemeente', async () => {
    const { g, m, maak, url, dossierId } = await opzet();
    const ander = await opzet('Vreemd');
    await nodig(ander.m, ander.url);
    const tweede = await maak('Dawit');
    await nodig(m, url, { nodigVanaf: '2026-12-05' });
    await nodig(m, `/v1/dossiers/${tweede}`, { nodigVanaf: '2026-11-01' });
    const lijst = await zoek(m);
    expect(lijst.items.map((i) => [i.naam, i.dagen])).toEqual([
      ['Dawit Haile', 20],
      ['Selam Haile', -14],
    ]);
    expect([lijst.totaal, lijst.houdtTegen]).toEqual([2, 1]);
    await stap(m, url, 'geplaatst', { plaatsOp: '2026-12-05' });
    expect((await zoek(m)).items.map((i) => i.dossierId)).toEqual([tweede]);
    expect((await zoek(m, { staat: 'geplaatst' })).items.map((i) => i.dossierId)).toEqual([
      dossierId,
    ]);
    expect((await zoek(m, { gemeenten: [g.code] })).totaal).toBe(1);
    expect((await zoek(m, { gemeenten: [ander.g.code] })).totaal).toBe(0);
  });

  it('filtert op naam en dag, en bladert', async () => {
    const { m, maak, url } = await opzet();
    await nodig(m, url, { nodigVanaf: '2026-12-05' });
    for (const naam of ['Dawit', 'Yonas']) await nodig(m, `/v1/dossiers/${await maak(naam)}`);
    expect((await zoek(m, { zoek: 'selam' })).items).toHaveLength(1);
    expect((await zoek(m, { nodigVoor: '2026-11-30' })).totaal).toBe(0);
    expect((await zoek(m, { nodigVoor: '2026-12-01' })).totaal).toBe(2);
    const een = await zoek(m, { page: 1, pageSize: 2 });
    const twee = await zoek(m, { page: 2, pageSize: 2 });
    expect([een.items.length, twee.items.length, twee.totaal]).toEqual([2, 1, 3]);
  });

  it('is uit te voeren als CSV, met een regel in het logboek', async () => {
    const { g, m, url, dossierId } = await opzet();
    await nodig(m, url);
    const { status, body, headers } = await m.vraag('POST', '/v1/kinderopvang/_exporteer', {});
    expect(status).toBe(200);
    expect(headers['content-disposition']).toContain('kinderopvang-2026-11-21.csv');
    const [kop, rij] = body.replace('\uFEFF', '').split('\r\n');
    expect(kop).toContain('Naam;Gemeente;Klantmanager');
    expect(rij).toContain('Selam Haile');
    const rijen = await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx
        .selectFrom('audit')
        .select('dossier_ids')
        .where('gemeente_id', '=', g.id)
        .where('handeling', '=', 'exporteren')
        .execute(),
    );
    expect(rijen).toEqual([{ dossier_ids: [dossierId] }]);
  });

  it('is er niet voor wie geen dossiers doet; een lezer voert niets uit', async () => {
    const { g } = await opzet();
    const beheer = await w.medewerker(g.organisatieId, ['beheer:beheer']);
    expect((await beheer.vraag('POST', '/v1/kinderopvang/_zoek', {})).status).toBe(403);
    const lezer = await w.medewerker(g.organisatieId, ['*:lezer']);
    expect((await lezer.vraag('POST', '/v1/kinderopvang/_zoek', {})).status).toBe(200);
    expect((await lezer.vraag('POST', '/v1/kinderopvang/_exporteer', {})).status).toBe(403);
  });
});
