import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  gemeenteMetBriefhoofd,
  klaarVoorPip,
  legPipVoor,
  maakConcept,
  stelPipVast,
  volledigPip,
} from '../../test/begeleiding/pip-dossier.ts';
import { maakWereld, type TestMedewerker, type Wereld } from '../../test/world.ts';

const VANDAAG = '2026-11-21';
let w: Wereld;

beforeAll(async () => {
  w = await maakWereld({ vandaag: VANDAAG });
});
afterAll(() => w.sluit());

const codes = (body: { redenen?: { code: string }[] }) => (body.redenen ?? []).map((r) => r.code);
const stelVast = (pad: string, dagtekening: string, door: TestMedewerker) =>
  stelPipVast(door, pad, { dagtekening });

describe('vier ogen bij het vaststellen van een PIP', () => {
  it('wil met vier ogen een ander dan wie schreef', async () => {
    const oog = await gemeenteMetBriefhoofd(w);
    await w.db.forGemeenten({ gemeenten: [oog.id] }, (tx) =>
      sql`insert into beleid (gemeente_id, sleutel, geldig_vanaf, waarde)
        values (${oog.id}, 'vierOgenPip', '2026-01-01', 'true')`.execute(tx),
    );
    const a = await w.medewerker(oog.organisatieId);
    const b = await w.medewerker(oog.organisatieId);
    const c = await w.medewerker(oog.organisatieId);
    const id = await w.dossier(oog.id, klaarVoorPip(oog));
    const { pad } = await maakConcept(a, id);
    expect(codes((await stelVast(pad, VANDAAG, c)).body)).toEqual(['vier-ogen-voorleggen']);
    await b.vraag('PATCH', pad, { revisie: 2, inhoud: { begeleiding: 'Mee geschreven.' } });
    expect((await legPipVoor(a, pad)).body.staat).toBe('ter-vaststelling');
    expect(codes((await stelVast(pad, VANDAAG, a)).body)).toEqual(['vier-ogen']);
    expect(codes((await stelVast(pad, VANDAAG, b)).body)).toEqual(['vier-ogen']);
    const patch = await a.vraag('PATCH', pad, { revisie: 3, inhoud: { motivering: 'nog iets' } });
    expect(codes(patch.body)).toEqual(['niet-vanuit-ter-vaststelling']);
    expect((await stelVast(pad, VANDAAG, c)).status).toBe(200);
  });

  it('wil bij meer risico een ander, en noemt waarom; anders niet', async () => {
    const oog = await gemeenteMetBriefhoofd(w);
    await w.db.forGemeenten({ gemeenten: [oog.id] }, (tx) =>
      sql`insert into beleid (gemeente_id, sleutel, geldig_vanaf, waarde)
        values (${oog.id}, 'vierOgenBijRisico', '2026-01-01', 'true')`.execute(tx),
    );
    const a = await w.medewerker(oog.organisatieId);
    const gewoon = await maakConcept(a, await w.dossier(oog.id, klaarVoorPip(oog)));
    expect((await a.vraag('GET', gewoon.pad)).body.vierOgen).toEqual([]);
    expect((await stelVast(gewoon.pad, VANDAAG, a)).status).toBe(200);

    const z = await maakConcept(a, await w.dossier(oog.id, klaarVoorPip(oog)), volledigPip('Z'));
    expect((await a.vraag('GET', z.pad)).body.vierOgen).toEqual(['het is de Z-route']);
    const weigering = (await stelVast(z.pad, VANDAAG, a)).body;
    expect(codes(weigering)).toEqual(['vier-ogen-voorleggen']);
    expect(weigering.redenen[0].tekst).toContain('het is de Z-route');
    await legPipVoor(a, z.pad);
    expect(codes((await stelVast(z.pad, VANDAAG, a)).body)).toEqual(['vier-ogen']);
    const b = await w.medewerker(oog.organisatieId);
    expect((await stelVast(z.pad, VANDAAG, b)).status).toBe(200);
  });
});
