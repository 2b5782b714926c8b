import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakWereld, type TestMedewerker, type Wereld } from '../../test/world.ts';

let w: Wereld;
beforeAll(async () => {
  w = await maakWereld({ vandaag: '2026-11-21' });
});
afterAll(() => w.sluit());

const GEHEIM = 'Heeft een hernia en slaapt slecht.';

async function opzet() {
  const g = await w.gemeente();
  const met = await w.medewerker(g.organisatieId);
  const zonder = await w.medewerker(g.organisatieId, [
    '*:klantmanager',
    'mandaat-pip:klantmanager',
  ]);
  const dossierId = await w.dossier(g.id, []);
  return { g, met, zonder, dossierId, url: `/v1/dossiers/${dossierId}/intake` };
}

const schrijf = (m: TestMedewerker, url: string, waarde: unknown, vervangt: string | null = null) =>
  m.vraag('PUT', `${url}/gezondheid/gezondheid-lichaam`, { waarde, vervangt });
const bespreek = (
  m: TestMedewerker,
  url: string,
  gevolgen: string[],
  vervangt: string | null = null,
) => m.vraag('PUT', `${url}/belastbaarheid`, { besproken: true, gevolgen, vervangt });

describe('gezondheid met het recht', () => {
  it('bewaart de inhoud apart en zegt in het dossier alleen dat het is besproken', async () => {
    const { g, met, dossierId, url } = await opzet();
    const { status, body } = await schrijf(met, url, GEHEIM);
    expect(status).toBe(200);
    expect(body.vragen[0].antwoord).toMatchObject({ waarde: GEHEIM, door: met.naam });
    expect((await met.vraag('GET', url)).body.gezondheid).toMatchObject({
      besproken: true,
      gevolgen: [],
    });
    const feiten = await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx
        .selectFrom('feit')
        .select(['soort', 'inhoud'])
        .where('dossier_id', '=', dossierId)
        .execute(),
    );
    expect(feiten).toEqual([{ soort: 'gezondheid-besproken', inhoud: { besproken: true } }]);
  });

  it('verbetert en wist met behoud van wat er stond', async () => {
    const { g, met, dossierId, url } = await opzet();
    const een = (await schrijf(met, url, GEHEIM)).body.vragen[0].antwoord;
    const twee = (await schrijf(met, url, 'Gaat beter.', een.feitId)).body.vragen[0].antwoord;
    const leeg = (await schrijf(met, url, null, twee.feitId)).body.vragen[0].antwoord;
    expect(leeg.waarde).toBeNull();
    const rijen = await w.db.forGemeenten({ gemeenten: [g.id], bijzonder: [g.id] }, (tx) =>
      tx.selectFrom('bijzonder_feit').select('id').where('dossier_id', '=', dossierId).execute(),
    );
    expect(rijen).toHaveLength(3);
  });

  it('legt lezen en schrijven apart in het logboek, zonder inhoud', async () => {
    const { g, met, dossierId, url } = await opzet();
    await schrijf(met, url, GEHEIM);
    await met.vraag('GET', `${url}/gezondheid`);
    const rijen = await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx
        .selectFrom('audit')
        .selectAll()
        .where('dossier_id', '=', dossierId)
        .orderBy('volgnummer')
        .execute(),
    );
    expect(rijen.map((r) => `${r.handeling} ${r.object_soort}`)).toEqual([
      'wijzigen gezondheid',
      'wijzigen gezondheid-besproken',
      'lezen gezondheid',
    ]);
    expect(JSON.stringify(rijen)).not.toContain('hernia');
  });

  it('botst met een ander die het ook mag', async () => {
    const { g, met, url } = await opzet();
    const ander = await w.medewerker(g.organisatieId);
    await schrijf(met, url, GEHEIM);
    const { status, body } = await schrijf(ander, url, 'Iets anders.');
    expect(status).toBe(409);
    expect(body.conflict).toMatchObject({ wie: met.naam });
    expect(body.conflict.wat).toContain(GEHEIM);
  });

  it('weigert een onbekende vraag en een verkeerde waarde', async () => {
    const { met, url } = await opzet();
    expect((await schrijf(met, url, 12)).status).toBe(400);
    const pad = `${url}/gezondheid/werk-jaren`;
    expect((await met.vraag('PUT', pad, { waarde: 1, vervangt: null })).status).toBe(404);
  });
});

describe('gezondheid zonder het recht', () => {
  it('is niet te lezen en niet te schrijven', async () => {
    const { zonder, url } = await opzet();
    expect((await zonder.vraag('GET', `${url}/gezondheid`)).status).toBe(403);
    expect((await schrijf(zonder, url, 'x')).status).toBe(403);
  });

  it('komt nergens voor: niet in de intake, het dossier, de tijdlijn of het logboek', async () => {
    const { met, zonder, dossierId, url } = await opzet();
    await schrijf(met, url, GEHEIM);
    await bespreek(met, url, ['max. 3 dagdelen in de week', 'bril of vergroting nodig']);
    const paden = ['', '/stand', '/tijdlijn', '/documenten', '/logboek', '/intake'];
    for (const wie of [met, zonder]) {
      for (const pad of paden) {
        const { status, body } = await wie.vraag('GET', `/v1/dossiers/${dossierId}${pad}`);
        expect(status, pad).toBe(200);
        expect(JSON.stringify(body), pad).not.toMatch(/hernia|slaapt/);
      }
    }
    expect((await zonder.vraag('GET', url)).body.gezondheid.gevolgen).toEqual([
      'max. 3 dagdelen in de week',
      'bril of vergroting nodig',
    ]);
  });

  it('is in de database onzichtbaar zonder het bereik voor bijzondere gegevens', async () => {
    const { g, met, dossierId, url } = await opzet();
    await schrijf(met, url, GEHEIM);
    const rijen = await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx.selectFrom('bijzonder_feit').select('id').where('dossier_id', '=', dossierId).execute(),
    );
    expect(rijen).toEqual([]);
  });

  it('laat een klantmanager zonder dit recht wel vastleggen dat het is besproken, met het gevolg', async () => {
    const { zonder, url } = await opzet();
    const { status, body } = await bespreek(zonder, url, ['korte lessen met pauzes']);
    expect(status).toBe(200);
    expect(body.gezondheid).toMatchObject({
      besproken: true,
      gevolgen: ['korte lessen met pauzes'],
    });
  });
});

describe('het gevolg', () => {
  it.each([
    [{ besproken: true, gevolgen: ['heeft diabetes'], vervangt: null }],
    [{ besproken: true, gevolgen: ['geen gevolgen', 'korte lessen met pauzes'], vervangt: null }],
    [{ besproken: false, gevolgen: ['korte lessen met pauzes'], vervangt: null }],
  ])('komt uit een vaste lijst: %j', async (verzoek) => {
    const { met, url } = await opzet();
    expect((await met.vraag('PUT', `${url}/belastbaarheid`, verzoek)).status).toBe(400);
  });

  it('botst met een ander', async () => {
    const { met, zonder, url } = await opzet();
    await bespreek(met, url, ['korte lessen met pauzes']);
    const { status, body } = await bespreek(zonder, url, ['geen gevolgen']);
    expect(status).toBe(409);
    expect(body.conflict.wat).toBe('korte lessen met pauzes');
  });

  it('blijft staan als er later inhoud bij komt', async () => {
    const { met, url } = await opzet();
    await bespreek(met, url, ['korte lessen met pauzes']);
    await schrijf(met, url, GEHEIM);
    expect((await met.vraag('GET', url)).body.gezondheid.gevolgen).toEqual([
      'korte lessen met pauzes',
    ]);
  });
});
