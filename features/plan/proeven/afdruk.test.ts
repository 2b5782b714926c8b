import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datum } from '../../../rules/shared/datum.ts';
import type { NieuwFeit } from '../../../server/dossier/feiten.ts';
import { gemeenteMetBriefhoofd } from '../../../test/begeleiding/pip-dossier.ts';
import { planVan } from '../../../test/begeleiding/plan.ts';
import { leesPdf } from '../../../test/pdf.ts';
import { inTraject } from '../../../test/traject.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../../test/world.ts';
import { TAALCODES, TALEN } from '../../shared/talen.schema.ts';
import { PLANTEKSTEN } from '../teksten/plantekst.ts';

let w: Wereld;
let g: TestGemeente;
let m: TestMedewerker;

beforeAll(async () => {
  w = await maakWereld({ vandaag: '2026-11-21' });
  g = await gemeenteMetBriefhoofd(w);
  m = await w.medewerker(g.organisatieId);
});
afterAll(() => w.sluit());

const spreekt = (gesprekstaal: string): NieuwFeit => ({
  soort: 'taal',
  inhoud: { gesprekstaal, tolkNodig: true },
  geldigOp: datum('2026-10-02'),
  bron: 'medewerker',
});

async function nieuw(extra: NieuwFeit[] = []) {
  const dossierId = await w.dossier(g.id, [...inTraject(g, 'B'), ...extra], {
    klantmanagerId: m.id,
  });
  return { dossierId, ...planVan(m, dossierId) };
}

async function lees(dossierId: string, documentId: string) {
  const r = await w.app.inject({
    url: `/v1/dossiers/${dossierId}/documenten/${documentId}`,
    headers: { cookie: m.cookie },
  });
  return leesPdf(r.rawPayload);
}

describe('het plan op papier', () => {
  it('begint met de eigen woorden, dan het Nederlands, en zegt wie wat doet', async () => {
    const { dossierId, doel, afspraak, metTaak, doe } = await nieuw([spreekt('Tigrinya')]);
    const eigen = PLANTEKSTEN.ti.suggesties.werk;
    await doel({ taal: 'ti', eigenWoorden: eigen, nederlands: 'Ik wil werken.' });
    await afspraak({ wat: 'Een brief schrijven' });
    await metTaak();
    const r = await doe('afdrukken', { soort: 'plan' });
    expect(r.status, JSON.stringify(r.body)).toBe(201);
    const { tekst, ua } = await lees(dossierId, r.body.documentId);
    expect(ua).toBe(true);
    expect(tekst).toContain(eigen);
    expect(tekst.indexOf(eigen)).toBeLessThan(tekst.indexOf('Ik wil werken.'));
    for (const deel of [
      'Een brief schrijven',
      'U zelf',
      'Buurthuis De Linde',
      '15 december 2026',
      'Nieuw doel: Ik wil werken.',
      'B1-route',
      'vertaald door een machine en niet nagekeken',
      'Dit plan is geen besluit.',
    ])
      expect(tekst).toContain(deel);
    const stukken = (await m.vraag('GET', `/v1/dossiers/${dossierId}/documenten`)).body.items;
    expect(stukken).toMatchObject([{ soort: 'plan', titel: 'Mijn plan' }]);
  });

  it.each(TAALCODES)('lukt in het %s, met elke zin van de lijst', async (code) => {
    const { dossierId, doel, doe } = await nieuw([spreekt(TALEN[code].naam)]);
    const eigen = Object.values(PLANTEKSTEN[code].suggesties).join(' ');
    const half = eigen.slice(0, 490);
    await doel({ taal: code, eigenWoorden: half, nederlands: 'Van alles.' });
    await doel({
      taal: code,
      eigenWoorden: eigen.slice(490, 980) || half,
      nederlands: 'Nog meer.',
    });
    const r = await doe('afdrukken', { soort: 'plan' });
    expect(r.status, JSON.stringify(r.body)).toBe(201);
    const { tekst } = await lees(dossierId, r.body.documentId);
    expect(tekst.includes('vertaald door een machine')).toBe(code !== 'nl');
  });

  it('een leeg plan is ook een plan', async () => {
    const { dossierId, doe } = await nieuw();
    const { documentId } = (await doe('afdrukken', { soort: 'plan' })).body;
    expect((await lees(dossierId, documentId)).tekst).toContain('Er zijn nog geen doelen');
  });
});

describe('wie krijgt wat', () => {
  it('noemt per partner wat hij krijgt, waarom het mag en of het te stoppen is', async () => {
    const { dossierId, metTaak, partner, deel, doe } = await nieuw();
    const { deling } = await metTaak();
    const { id: netwerkId } = await partner({ naam: 'Jobcoach Anders' });
    const taak = { netwerkId, grondslag: 'wettelijke-taak', wat: ['leerroute'] };
    await deel({ ...taak, toelichting: 'Nodig voor de MAP.' });
    const maak = async () => {
      const { documentId } = (await doe('afdrukken', { soort: 'delen' })).body;
      return (await lees(dossierId, documentId)).tekst;
    };
    const eerst = await maak();
    expect(eerst).toContain('voornaam en afspraken met deze partner');
    expect(eerst).toContain('U mag dit altijd stoppen');
    expect(eerst).toContain('Dit hoort bij onze taak in de wet. Nodig voor de MAP.');
    await doe(`delingen/${deling.id}/_stop`, { reden: 'verzoek', vorige: deling.feitId });
    const daarna = await maak();
    expect(daarna).toContain('Wie krijgt niets meer?');
    expect(daarna).not.toContain('U mag dit altijd stoppen');
  });

  it('zegt het als niemand iets krijgt', async () => {
    const { dossierId, doe } = await nieuw();
    const { documentId } = (await doe('afdrukken', { soort: 'delen' })).body;
    expect((await lees(dossierId, documentId)).tekst).toContain('Niemand. Wij geven nu geen');
  });
});

describe('wanneer het niet kan', () => {
  it('een teken zonder letter wordt genoemd, en er wordt niets bewaard', async () => {
    const { dossierId, doel, doe } = await nieuw();
    await doel({ eigenWoorden: 'Ik wil \u{1F373} leren.', nederlands: 'x' });
    expect(await doe('afdrukken', { soort: 'plan' })).toMatchObject({
      status: 409,
      body: { redenen: [{ code: 'teken-ontbreekt' }] },
    });
    const stukken = await m.vraag('GET', `/v1/dossiers/${dossierId}/documenten`);
    expect(stukken.body.items).toEqual([]);
  });

  it('zonder briefhoofd zegt het wat de gemeente mist', async () => {
    const kaal = await w.gemeente();
    const daar = await w.medewerker(kaal.organisatieId);
    const plan = planVan(daar, await w.dossier(kaal.id, inTraject(kaal, 'B')));
    expect(await plan.doe('afdrukken', { soort: 'plan' })).toMatchObject({
      status: 409,
      body: { redenen: [{ code: 'briefhoofd-onvolledig' }] },
    });
  });
});
