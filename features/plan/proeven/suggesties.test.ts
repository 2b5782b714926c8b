import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AANWIJZINGEN } from '../../../rules/begeleiding/aandachtspunten.ts';
import { datum } from '../../../rules/shared/datum.ts';
import type { NieuwFeit } from '../../../server/dossier/feiten.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../../test/world.ts';
import { ingebouwdeVragen } from '../../intake/antwoord.read.ts';
import type { Suggesties } from '../plan.schema.ts';

let w: Wereld;
let g: TestGemeente;
let m: TestMedewerker;

beforeAll(async () => {
  w = await maakWereld({ vandaag: '2026-11-21' });
  g = await w.gemeente();
  m = await w.medewerker(g.organisatieId);
});
afterAll(() => w.sluit());

const antwoord = (vraag: string, onderdeel: string, waarde: string | boolean): NieuwFeit => ({
  soort: 'intake-antwoord',
  inhoud: { vraag, onderdeel, waarde },
  geldigOp: datum('2026-11-01'),
  bron: 'medewerker',
});
const SCHULDEN = antwoord('geld-schulden', 'zelfredzaamheid', true);
const OPVANG = antwoord('kinderopvang', 'persoonlijke-omstandigheden', 'nog regelen');

const pad = (id: string) => `/v1/dossiers/${id}/plan/suggesties?taal=nl`;
const lees = async (id: string, wie = m): Promise<Suggesties['items']> =>
  (await wie.vraag('GET', pad(id))).body.items;
const met = (items: Suggesties['items']) =>
  items.filter((i) => i.omdat).map((i) => [i.sleutel, i.omdat]);
const meet = async (id: string, cijfer: number) => {
  const { status } = await m.vraag('POST', `/v1/dossiers/${id}/metingen`, {
    moment: 'begin',
    taal: 'nl',
    hulp: null,
    antwoorden: [{ vraag: 'meedoen-mensen', cijfer }],
    vervangt: null,
  });
  expect(status).toBe(201);
};

describe('de volgorde van de suggesties', () => {
  it('is zonder intake die van de leefgebieden, zonder reden', async () => {
    const items = await lees(await w.dossier(g.id, []));
    expect(items).toHaveLength(20);
    expect(met(items)).toEqual([]);
    expect(items[0]?.leefgebied).toBe('leren-en-taal');
  });

  it('begint met wat uit de intake volgt, met waarom; dan de rest van die leefgebieden', async () => {
    const items = await lees(await w.dossier(g.id, [SCHULDEN, OPVANG]));
    expect(met(items)).toEqual([
      ['opvang', 'de opvang tijdens de les nog niet is geregeld'],
      ['geld', 'er schulden of onbetaalde rekeningen zijn'],
    ]);
    expect(items.slice(0, 2).map((i) => i.sleutel)).toEqual(['opvang', 'geld']);
    expect(new Set(items.slice(2, 7).map((i) => i.leefgebied))).toEqual(
      new Set(['gezin-en-wonen', 'zelfredzaamheid']),
    );
    expect(items[7]?.leefgebied).toBe('leren-en-taal');
    expect(items).toHaveLength(20);
  });

  it('noemt elke reden van hetzelfde onderwerp', async () => {
    const krap = antwoord('geld-rondkomen', 'zelfredzaamheid', 'nee');
    expect(met(await lees(await w.dossier(g.id, [SCHULDEN, krap])))).toEqual([
      [
        'geld',
        'er schulden of onbetaalde rekeningen zijn en rondkomen met het geld net of niet lukt',
      ],
    ]);
  });

  it('gebruikt alleen vragen en antwoorden die in de intake staan', () => {
    const vragen = new Map(ingebouwdeVragen().map((v) => [v.id, v]));
    for (const { vraag, toets } of AANWIJZINGEN) {
      const { type, opties } = vragen.get(vraag) ?? {};
      expect(type, vraag).toBeDefined();
      const genoemd = toets.soort === 'is' ? toets.een : [toets.optie];
      for (const optie of genoemd) if (opties) expect(opties, vraag).toContain(optie);
    }
  });
});

describe('cijfers over hoe het gaat', () => {
  it('tellen mee voor wie ze mag zien, en dat staat in het logboek', async () => {
    const id = await w.dossier(g.id, []);
    await meet(id, 3);
    const items = await lees(id);
    expect(met(items)).toEqual([
      ['mensen', 'de persoon zelf een 3 gaf voor meedoen'],
      ['club', 'de persoon zelf een 3 gaf voor meedoen'],
    ]);
    const rijen = await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx
        .selectFrom('audit')
        .select(['handeling', 'object_soort'])
        .where('dossier_id', '=', id)
        .where('handeling', '=', 'lezen')
        .execute(),
    );
    expect(rijen.map((r) => r.object_soort)).toContain('meting');
  });

  it('geven wie ze niet mag zien geen reden en geen andere volgorde', async () => {
    const zonder = await w.medewerker(g.organisatieId, ['*:klantmanager']);
    const id = await w.dossier(g.id, [SCHULDEN]);
    const voor = await lees(id, zonder);
    await meet(id, 0);
    expect(await lees(id, zonder)).toEqual(voor);
    expect(await lees(id)).not.toEqual(voor);
  });

  it('volgen de laatste meting', async () => {
    const id = await w.dossier(g.id, []);
    await meet(id, 3);
    w.klok.zetOp(datum('2026-11-22'));
    const { status } = await m.vraag('POST', `/v1/dossiers/${id}/metingen`, {
      moment: 'voortgang',
      taal: 'nl',
      hulp: null,
      antwoorden: [{ vraag: 'meedoen-mensen', cijfer: 8 }],
      vervangt: null,
    });
    expect(status).toBe(201);
    expect(met(await lees(id))).toEqual([]);
    w.klok.zetOp(datum('2026-11-21'));
  });
});

describe('wie de suggesties ziet', () => {
  it('wie de intake niet mag lezen ziet geen reden uit de intake', async () => {
    const id = await w.dossier(g.id, [SCHULDEN]);
    const monitor = await w.medewerker(g.organisatieId, ['monitoring:klantmanager']);
    const items = await lees(id, monitor);
    expect(items).toHaveLength(20);
    expect(met(items)).toEqual([]);
    expect(items).toEqual(await lees(await w.dossier(g.id, []), monitor));
  });

  it('wie monitort en metingen mag zien, ziet wat uit de cijfers volgt', async () => {
    const id = await w.dossier(g.id, [SCHULDEN]);
    await meet(id, 3);
    const monitor = await w.medewerker(g.organisatieId, [
      'monitoring:klantmanager',
      'gezondheid:klantmanager',
    ]);
    expect(met(await lees(id, monitor)).map(([sleutel]) => sleutel)).toContain('club');
  });

  it('wie het plan niet mag schrijven en wie van een andere gemeente is, ziet ze niet', async () => {
    const id = await w.dossier(g.id, [SCHULDEN]);
    const kijkt = await w.medewerker(g.organisatieId, ['pip:lezer']);
    expect((await kijkt.vraag('GET', pad(id))).status).toBe(403);
    const elders = await w.medewerker((await w.gemeente()).organisatieId);
    expect((await elders.vraag('GET', pad(id))).status).toBe(404);
  });
});
