import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CONCEPT_REVISIE,
  gemeenteMetBriefhoofd,
  klaarVoorPip,
  maakConcept,
} from '../../../test/begeleiding/pip-dossier.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../../test/world.ts';

const VANDAAG = '2026-11-21';
let w: Wereld;
let g: TestGemeente;
let schrijver: TestMedewerker;
let chef: TestMedewerker;
let bsn = 999_120_000;

beforeAll(async () => {
  w = await maakWereld({ vandaag: VANDAAG });
  g = await gemeenteMetBriefhoofd(w);
  schrijver = await w.medewerker(g.organisatieId);
  chef = await w.medewerker(g.organisatieId);
});
afterAll(() => w.sluit());

async function concept() {
  const id = await w.dossier(g.id, klaarVoorPip(g), {
    bsn: String(bsn++),
    klantmanagerId: schrijver.id,
  });
  return { id, ...(await maakConcept(schrijver, id)) };
}
const doe = (wie: TestMedewerker, pad: string, handeling: string, vraag = {}) =>
  wie.vraag('POST', `${pad}/_${handeling}`, vraag);
const wijzig = (pad: string, revisie: number, inhoud: object) =>
  schrijver.vraag('PATCH', pad, { revisie, inhoud });
const aantalFeiten = async (dossierId: string) =>
  (
    await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx
        .selectFrom('feit')
        .select('id')
        .where('dossier_id', '=', dossierId)
        .where('soort', 'in', ['pip-vastgesteld', 'pip-concept'])
        .execute(),
    )
  ).length;

describe('beslissen over wat men las', () => {
  it('stelt niet vast wat na terugnemen en opnieuw voorleggen anders is', async () => {
    const { id, pad } = await concept();
    await doe(schrijver, pad, 'voorleggen', { revisie: CONCEPT_REVISIE });
    const gelezen = (await chef.vraag('GET', pad)).body.revisie;
    await doe(schrijver, pad, 'terugnemen');
    await wijzig(pad, gelezen, { leerroute: 'Z', niveau: null });
    await doe(schrijver, pad, 'voorleggen', { revisie: gelezen + 1 });
    const feiten = await aantalFeiten(id);
    const oud = await doe(chef, pad, 'vaststellen', { revisie: gelezen, dagtekening: VANDAAG });
    expect([oud.status, oud.body.code]).toEqual([409, 'gewijzigd']);
    expect(oud.body.conflict).toMatchObject({ wie: schrijver.naam });
    expect(oud.body.conflict.wat).toContain('de leerroute');
    expect(await aantalFeiten(id)).toBe(feiten);
    expect((await chef.vraag('GET', pad)).body.staat).toBe('ter-vaststelling');
    const nieuw = { revisie: gelezen + 1, dagtekening: VANDAAG };
    expect((await doe(chef, pad, 'vaststellen', nieuw)).status).toBe(200);
  });

  it('stelt een concept niet vast dat een ander intussen wijzigde, en zegt hetzelfde als bij wijzigen', async () => {
    const { pad } = await concept();
    await wijzig(pad, CONCEPT_REVISIE, { motivering: 'Toch een andere reden.' });
    const vraag = { revisie: CONCEPT_REVISIE, dagtekening: VANDAAG };
    const besluit = await doe(chef, pad, 'vaststellen', vraag);
    const wijziging = await wijzig(pad, CONCEPT_REVISIE, { begeleiding: 'Anders.' });
    expect(besluit.body.conflict).toEqual(wijziging.body.conflict);
    expect(besluit.body.conflict.wat).toBe('de motivering');
  });

  it('legt niet voor wat een ander intussen wijzigde', async () => {
    const { pad } = await concept();
    await wijzig(pad, CONCEPT_REVISIE, { motivering: 'Toch een andere reden.' });
    const oud = await doe(chef, pad, 'voorleggen', { revisie: CONCEPT_REVISIE });
    expect([oud.status, oud.body.conflict?.wat]).toEqual([409, 'de motivering']);
    expect((await chef.vraag('GET', pad)).body.staat).toBe('concept');
    const nieuw = await doe(chef, pad, 'voorleggen', { revisie: CONCEPT_REVISIE + 1 });
    expect(nieuw.body.staat).toBe('ter-vaststelling');
  });

  it.each([
    ['voorleggen', {}],
    ['vaststellen', { dagtekening: VANDAAG }],
  ])('%s zonder te zeggen wat er stond kan niet', async (handeling, vraag) => {
    const { pad } = await concept();
    const { status, body } = await doe(schrijver, pad, handeling, vraag);
    expect([status, body.invalidParams[0].name]).toEqual([400, 'revisie']);
  });
});
