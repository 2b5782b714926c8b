import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INTAKE_ONDERDELEN, LEEFGEBIEDEN } from '../../../rules/brede-intake/onderdelen.ts';
import { datum } from '../../../rules/shared/datum.ts';
import { feit as proeffeit } from '../../../rules/stand/proefdossier.ts';
import type { NieuwFeit } from '../../../server/dossier/feiten.ts';
import { gemeenteMetBriefhoofd, klaarVoorPip } from '../../../test/begeleiding/pip-dossier.ts';
import { leesPdf } from '../../../test/pdf.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../../test/world.ts';
import { GEBIEDEN, leefgebiedVan } from '../onderwerpen.ts';

let w: Wereld;
let g: TestGemeente;
let m: TestMedewerker;

beforeAll(async () => {
  w = await maakWereld({ vandaag: '2026-11-21' });
  g = await gemeenteMetBriefhoofd(w);
  m = await w.medewerker(g.organisatieId);
});
afterAll(() => w.sluit());

const van = (soort: string, inhoud: object, dag: string, bron = 'medewerker') =>
  ({ soort, inhoud, geldigOp: datum(dag), bron }) as NieuwFeit;

const DOEL = {
  doelId: 'd',
  leefgebied: 'werk',
  eigenWoorden: 'Ik wil werken.',
  taal: 'nl',
  nederlands: 'Ik wil werken.',
  staat: 'actief',
};

async function nieuw(extra: NieuwFeit[] = []) {
  return w.dossier(g.id, [
    ...klaarVoorPip(g),
    van('doel', DOEL, '2026-11-10'),
    van('notitie', { tekst: 'Belde over de sleutel.' }, '2026-11-12'),
    ...extra,
  ]);
}

const maak = (wie: TestMedewerker, dossierId: string, vraag: object = {}) =>
  wie.vraag('POST', `/v1/dossiers/${dossierId}/tijdlijn/verslag`, {
    doel: 'hoorzitting',
    ...vraag,
  });

/** The text as a reader of the PDF gets it. */
async function tekstVan(dossierId: string, documentId: string): Promise<string> {
  const r = await w.app.inject({
    url: `/v1/dossiers/${dossierId}/documenten/${documentId}`,
    headers: { cookie: m.cookie },
  });
  const { tekst, ua } = await leesPdf(r.rawPayload);
  expect(ua).toBe(true);
  return tekst;
}

describe('het verslag', () => {
  it('noemt elke regel van de tijdlijn, genummerd en oudste eerst, en wordt bewaard', async () => {
    const dossierId = await nieuw();
    const lijn = (await m.vraag('GET', `/v1/dossiers/${dossierId}/tijdlijn?pageSize=100`)).body;
    const r = await maak(m, dossierId);
    expect(r.status, JSON.stringify(r.body)).toBe(201);
    expect(r.body.regels).toBe(lijn.totaal);
    const stukken = (await m.vraag('GET', `/v1/dossiers/${dossierId}/documenten`)).body.items;
    expect(stukken).toMatchObject([
      { soort: 'verslag', titel: 'Verslag van het dossier voor een hoorzitting' },
    ]);
    const tekst = await tekstVan(dossierId, r.body.documentId);
    expect(tekst).toContain(`${lijn.totaal} regels`);
    expect(tekst.indexOf('Doel: Ik wil werken.')).toBeLessThan(tekst.indexOf('Belde over de'));
    expect(tekst).toContain('Gegevens over gezondheid staan niet in dit verslag');
    expect(tekst).not.toContain('niet compleet');
  });

  it('zegt wat er eerst stond', async () => {
    const dossierId = await w.dossier(g.id, klaarVoorPip(g));
    const leg = (vraag: object) =>
      m.vraag('POST', `/v1/dossiers/${dossierId}/plan/doelen`, { ...DOEL, doelId: null, ...vraag });
    const een = (await leg({ vorige: null })).body;
    await leg({ doelId: een.id, eigenWoorden: 'Ik wil bakker worden.', vorige: een.feitId });
    const tekst = await tekstVan(dossierId, (await maak(m, dossierId)).body.documentId);
    expect(tekst).toContain('Ik wil bakker worden.');
    expect(tekst).toContain('Eerst stond hier: Doel: Ik wil werken.');
  });

  it('herhaalt in tijdlijn en verslag geen gevoelige tekst die al is verbeterd', async () => {
    const dossierId = await w.dossier(g.id, klaarVoorPip(g));
    const zet = async (waarde: string) => {
      const { vragen } = (await m.vraag('GET', `/v1/dossiers/${dossierId}/intake`)).body;
      const nu = vragen.find((v: { id: string }) => v.id === 'verslag').antwoord;
      const vraag = { waarde, vervangt: nu?.feitId ?? null };
      const url = `/v1/dossiers/${dossierId}/intake/antwoorden/verslag`;
      expect((await m.vraag('PUT', url, vraag)).status).toBe(200);
    };
    for (const t of ['Wil bakker worden.', 'Heeft PTSS.', 'Korte lessen.', 'Les overdag.'])
      await zet(t);
    const lijn = (await m.vraag('GET', `/v1/dossiers/${dossierId}/tijdlijn?pageSize=100`)).body;
    expect(JSON.stringify(lijn)).not.toContain('PTSS');
    const item = lijn.items.find((i: { tekst: string }) => i.tekst.includes('Les overdag.'));
    expect(item.eerder.slice(0, 3)).toMatchObject([
      { soort: 'anders', tekst: expect.stringContaining('Korte lessen.') },
      { soort: 'gevoelig', tekst: 'een tekst met gevoelige gegevens', bron: m.naam },
      { soort: 'anders', tekst: expect.stringContaining('Wil bakker worden.') },
    ]);
    const tekst = await tekstVan(dossierId, (await maak(m, dossierId)).body.documentId);
    expect(tekst).not.toContain('PTSS');
    expect(tekst).toContain('Eerst stond hier een tekst met gevoelige gegevens');
    expect(tekst).toContain('Korte lessen.');
  });

  it('zegt bevestigd als iemand een doorgegeven antwoord ongewijzigd overneemt', async () => {
    const antwoord = { onderdeel: 'werkervaring', vraag: 'werk-jaren', waarde: 4 };
    const dossierId = await w.dossier(g.id, [
      ...klaarVoorPip(g).filter((f) => f.soort !== 'intake-antwoord'),
      van('intake-antwoord', antwoord, '2026-11-10', 'coa'),
    ]);
    const url = `/v1/dossiers/${dossierId}/intake`;
    const { vragen } = (await m.vraag('GET', url)).body;
    const { feitId } = vragen.find((v: { id: string }) => v.id === 'werk-jaren').antwoord;
    await m.vraag('PUT', `${url}/antwoorden/werk-jaren`, { waarde: 4, vervangt: feitId });
    const { items } = (await m.vraag('GET', `/v1/dossiers/${dossierId}/tijdlijn?pageSize=100`))
      .body;
    const item = items.find((i: { eerder: object[] }) => i.eerder.length > 0);
    expect(item).toMatchObject({ bron: m.naam, eerder: [{ soort: 'bevestigd', bron: 'COA' }] });
    const tekst = await tekstVan(dossierId, (await maak(m, dossierId)).body.documentId);
    expect(tekst).toContain('Bevestigd; hetzelfde stond hier al (COA');
  });

  it('kan over één leefgebied gaan; dan staan brieven en berichten er niet in', async () => {
    const dossierId = await nieuw([
      van('taal', { gesprekstaal: 'Farsi', tolkNodig: false }, '2026-11-01'),
    ]);
    const lijn = async (zoek: string) =>
      (await m.vraag('GET', `/v1/dossiers/${dossierId}/tijdlijn?${zoek}`)).body.items.map(
        (i: { tekst: string }) => i.tekst,
      );
    expect(await lijn('leefgebied=werk')).toEqual(['Doel: Ik wil werken.']);
    expect(await lijn('leefgebied=leren-en-taal')).toEqual(['Gesprekstaal Farsi, geen tolk nodig']);
    expect((await maak(m, dossierId, { leefgebied: 'werk' })).body.regels).toBe(1);
    expect(await maak(m, dossierId, { leefgebied: 'zelfredzaamheid' })).toMatchObject({
      status: 409,
      body: { redenen: [{ code: 'leeg' }] },
    });
  });

  it('een geheim adres staat er niet in', async () => {
    const dossierId = await w.dossier(g.id, [
      van(
        'persoon',
        {
          voornamen: 'Selam',
          geslachtsnaam: 'Tesfay',
          geboorte: { soort: 'jaar', jaar: 1999 },
          geheimhouding: true,
        },
        '2026-10-01',
        'brp',
      ),
      van(
        'adres',
        { straat: 'Geheimpad', huisnummer: '1', postcode: '7412 CD', plaats: 'Veldrijk' },
        '2026-10-01',
        'brp',
      ),
    ]);
    const tekst = await tekstVan(dossierId, (await maak(m, dossierId)).body.documentId);
    expect(tekst).not.toContain('Geheimpad');
    expect(tekst).toContain('Het adres is geheim');
  });

  it('wie de intake niet mag zien, maakt geen verslag dat compleet heet', async () => {
    const dossierId = await nieuw();
    const monitor = await w.medewerker(g.organisatieId, ['monitoring:klantmanager']);
    const r = await maak(monitor, dossierId);
    expect(await tekstVan(dossierId, r.body.documentId)).toContain('niet compleet');
  });

  it('zonder briefhoofd, zonder recht of van een andere gemeente komt er geen verslag', async () => {
    const kaal = await w.gemeente();
    const daar = await w.medewerker(kaal.organisatieId);
    const dossierId = await w.dossier(kaal.id, klaarVoorPip(kaal));
    expect(await maak(daar, dossierId)).toMatchObject({
      status: 409,
      body: { redenen: [{ code: 'briefhoofd-onvolledig' }] },
    });
    expect((await maak(m, dossierId)).status).toBe(404);
    const lezer = await w.medewerker(g.organisatieId, ['monitoring:lezer']);
    expect((await maak(lezer, await nieuw())).status).toBe(403);
  });
});

describe('leefgebieden', () => {
  it('heten zoals in de brede intake, en elk onderdeel van de intake heeft het zijne', () => {
    expect(GEBIEDEN).toEqual(LEEFGEBIEDEN);
    for (const { id, leefgebied } of INTAKE_ONDERDELEN) {
      const antwoord = proeffeit(
        'intake-antwoord',
        { onderdeel: id, vraag: 'v', waarde: true },
        '2026-11-01',
      );
      expect(leefgebiedVan(antwoord), id).toBe(leefgebied);
    }
  });
});
