import { afterAll, beforeAll, expect, it } from 'vitest';
import { datum } from '../../../rules/shared/datum.ts';
import {
  gemeenteMetBriefhoofd,
  klaarVoorPip,
  maakConcept,
  stelPipVast,
} from '../../../test/begeleiding/pip-dossier.ts';
import { leesPdf } from '../../../test/pdf.ts';
import { doeWerk } from '../../../test/werk.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../../test/world.ts';
import { brievenWerk } from '../brieven.jobs.ts';

const VANDAAG = '2026-11-21';
let w: Wereld;
let g: TestGemeente;
let m: TestMedewerker;

beforeAll(async () => {
  w = await maakWereld({ vandaag: VANDAAG });
  g = await gemeenteMetBriefhoofd(w);
  m = await w.medewerker(g.organisatieId);
});
afterAll(() => w.sluit());

/** Vervangt wat de gemeente zelf schrijft, vanaf vandaag. */
async function schrijf(blokken: object, geldigVanaf = VANDAAG, revisie = 0) {
  const beheer = await w.medewerker(g.organisatieId, ['beheer:beheer']);
  const vraag = { geldigVanaf, reden: 'proef', revisie, blokken };
  const url = `/v1/gemeenten/${g.id}/sjablonen/pip-eenvoudig`;
  expect((await beheer.vraag('POST', url, vraag)).status).toBe(200);
}

async function metPip() {
  const taal = { gesprekstaal: 'Turks', tolkNodig: true };
  const feit = {
    soort: 'taal',
    inhoud: taal,
    geldigOp: datum('2026-10-01'),
    bron: 'medewerker',
  } as const;
  const id = await w.dossier(g.id, [...klaarVoorPip(g), feit], {
    bsn: '999310004',
    klantmanagerId: m.id,
  });
  const { pad, pipId } = await maakConcept(m, id);
  const uit = await stelPipVast(m, pad, { dagtekening: VANDAAG });
  expect(uit.status).toBe(200);
  return { id, pipId };
}

async function tekstVan(id: string, soort: 'pip-eenvoudig' | 'pip-vertaling', taal: string) {
  const { bestand } = await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
    tx
      .selectFrom('document')
      .select('bestand')
      .where('dossier_id', '=', id)
      .where('soort', '=', soort)
      .where('taal', '=', taal)
      .executeTakeFirstOrThrow(),
  );
  return {
    ...(await leesPdf(bestand)),
    heeftPlaatje: /\/Alt ?\(/u.test(bestand.toString('latin1')),
  };
}

async function stelLogoIn() {
  const beheer = await w.medewerker(g.organisatieId, ['beheer:beheer']);
  const url = `/v1/gemeenten/${g.id}/huisstijl`;
  const { stijl, revisie } = (await beheer.vraag('GET', url)).body;
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"><rect width="9"/></svg>';
  const logo = { soort: 'svg', inhoud: Buffer.from(svg).toString('base64') };
  const body = { stijl: { ...stijl, kleur: '#7a1f5c' }, revisie, logo };
  expect((await beheer.vraag('PUT', url, body)).status).toBe(200);
}

it('wat de gemeente zelf schrijft staat in de brief in gewone taal en in elke vertaalde, met haar logo', async () => {
  await stelLogoIn();
  await schrijf({
    inleiding: 'Dit is het plan van {naam}.',
    toelichting: '',
    vragen: 'Kom op tijd. Bel {gemeente}.',
    contact: 'Wij zitten op het plein.',
  });
  await schrijf({ contact: 'Wij zijn verhuisd.' }, '2026-11-22', 1);
  const { id, pipId } = await metPip();
  await doeWerk(w, brievenWerk);

  const { tekst: gewoon, heeftPlaatje, ua } = await tekstVan(id, 'pip-eenvoudig', 'nl');
  expect([heeftPlaatje, ua]).toEqual([true, true]);
  const naam = g.naam.replace('Gemeente ', '');
  for (const eigen of ['het plan van Selam Tesfay.', `Bel ${naam}.`, 'Wij zitten op het plein.'])
    expect(gewoon).toContain(eigen);
  for (const weg of ['Het plan heet PIP', 'Waarom deze route?', 'Lukt iets niet?'])
    expect(gewoon).not.toContain(weg);
  // Wat vaststaat blijft: het besluit, wie te bellen, de boete en het bezwaar.
  for (const vast of ['De lange brief gaat voor.', m.naam, 'een boete krijgen', 'bezwaar maken'])
    expect(gewoon).toContain(vast);
  expect((await tekstVan(id, 'pip-vertaling', 'tr')).tekst).toContain('Yalnızca Hollandaca');

  // Een taal die later wordt gevraagd zegt hetzelfde, ook als de gemeente intussen anders schrijft.
  w.klok.zetOp(datum('2026-11-22'));
  const meer = await m.vraag('POST', `/v1/dossiers/${id}/brieven/${pipId}/_maak`, { taal: 'en' });
  expect(meer.status).toBeLessThan(300);
  await doeWerk(w, brievenWerk);
  expect((await tekstVan(id, 'pip-vertaling', 'en')).tekst).toContain('Wij zitten op het plein.');
});
