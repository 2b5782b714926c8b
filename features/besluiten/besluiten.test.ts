import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datum } from '../../rules/shared/datum.ts';
import type { NieuwFeit } from '../../server/dossier/feiten.ts';
import {
  gemeenteMetBriefhoofd,
  klaarVoorPip,
  maakConcept,
  stelPipVast,
  volledigPip,
} from '../../test/begeleiding/pip-dossier.ts';
import { leesPdf } from '../../test/pdf.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../test/world.ts';

const VANDAAG = '2026-11-21';
let w: Wereld;
let g: TestGemeente;
let m: TestMedewerker;
let bsn = 999_200_000;

beforeAll(async () => {
  w = await maakWereld({ vandaag: VANDAAG });
  g = await gemeenteMetBriefhoofd(w);
  m = await w.medewerker(g.organisatieId);
});
afterAll(() => w.sluit());

const codes = (body: { redenen?: { code: string }[] }) => (body.redenen ?? []).map((r) => r.code);
const BIJSTAND: NieuwFeit = {
  soort: 'bijstand',
  inhoud: { vanaf: datum('2026-10-01') },
  geldigOp: datum('2026-10-01'),
  bron: 'medewerker',
};
const dossier = (extra: NieuwFeit[] = []) =>
  w.dossier(g.id, [...klaarVoorPip(g), ...extra], { bsn: String(bsn++), klantmanagerId: m.id });

/** A dossier with a PIP of 2 November, so that there is time for an objection. */
async function metPip(dagtekening = '2026-11-02') {
  const id = await dossier();
  const { pad } = await maakConcept(m, id);
  const uitgereikt = { bekendgemaaktOp: dagtekening, opPapierUitgereikt: true };
  const uit = await stelPipVast(m, pad, { dagtekening, ...uitgereikt });
  expect(uit.status).toBe(200);
  return { id, pad, pipId: uit.body.pipId as string };
}
const besluiten = async (id: string) => (await m.vraag('GET', `/v1/dossiers/${id}/besluiten`)).body;
const dienIn = (id: string, besluitId: string, body: object) =>
  m.vraag('POST', `/v1/dossiers/${id}/besluiten/${besluitId}/bezwaren`, body);
const stap = async (id: string, bezwaarId: string, body: object, wie = m) => {
  const { besluiten: alle } = await besluiten(id);
  const bezwaar = alle
    .flatMap((b: { bezwaren: object[] }) => b.bezwaren)
    .find((b: { bezwaarId: string }) => b.bezwaarId === bezwaarId);
  return wie.vraag('POST', `/v1/dossiers/${id}/bezwaren/${bezwaarId}/_stap`, {
    na: bezwaar.stappen.at(-1).feitId,
    ...body,
  });
};

describe('de besluiten van een dossier', () => {
  it('noemt het PIP met kenmerk, termijn voor bezwaar en stuk', async () => {
    const { id, pipId } = await metPip();
    const uit = await besluiten(id);
    expect(uit.besluiten).toHaveLength(1);
    expect(uit.besluiten[0]).toMatchObject({
      besluitId: pipId,
      soort: 'pip',
      omschrijving: 'PIP: B1-route, niveau B1',
      versie: 1,
      staat: 'geldt',
      bezwaarTotEnMet: '2026-12-14',
      bezwaarKanNog: true,
      stukken: [{ titel: 'Beschikking PIP, versie 1', soort: 'pip-beschikking', taal: 'nl' }],
    });
    expect(uit.besluiten[0].kenmerk).toMatch(/^PIP-2026-[0-9A-F]{4}-[0-9A-F]{4}$/);
    expect(uit.mag.bezwaar).toBe(true);
  });

  it('laat na intrekken en opnieuw vaststellen het begin van de termijn staan (W 11 lid 3)', async () => {
    const { id, pad, pipId } = await metPip();
    const eerst = await besluiten(id);
    expect(eerst.termijn.begin).toBe('2026-11-03');
    const weg = await m.vraag('POST', `${pad}/_intrekken`, { reden: 'Vernietigd na bezwaar.' });
    expect(weg.status).toBe(200);
    const { pad: tweede } = await maakConcept(m, id, {
      ...volledigPip('B'),
      redenWijziging: 'Opnieuw na bezwaar.',
    });
    expect((await stelPipVast(m, tweede, { dagtekening: VANDAAG })).status).toBe(200);
    const na = await besluiten(id);
    expect(na.termijn.begin).toBe('2026-11-03');
    expect(na.besluiten.map((b: { staat: string }) => b.staat)).toEqual(['geldt', 'ingetrokken']);
    expect(na.besluiten[1]).toMatchObject({
      besluitId: pipId,
      ingetrokken: { op: VANDAAG, reden: 'Vernietigd na bezwaar.' },
    });
  });

  it('zegt in gewone woorden wat er tussen twee versies verandert', async () => {
    const { id, pipId } = await metPip();
    const { pad } = await maakConcept(m, id, {
      ...volledigPip('B'),
      voortgangsgesprekken: { aantal: 9, ritme: 'Elke maand.' },
      redenWijziging: 'Vaker spreken.',
    });
    const uit = await stelPipVast(m, pad, { dagtekening: VANDAAG });
    const vergelijk = (van: string, naar: string) =>
      m.vraag('GET', `/v1/dossiers/${id}/besluiten/vergelijking?van=${van}&naar=${naar}`);
    const { body } = await vergelijk(pipId, uit.body.pipId);
    expect([body.van.versie, body.naar.versie]).toEqual([1, 2]);
    expect(body.verschillen.map((v: { onderwerp: string }) => v.onderwerp)).toEqual([
      'Aantal voortgangsgesprekken',
      'Ritme van de gesprekken',
    ]);
    expect(body.verschillen[0].zin).toContain('nu 9 keer');
    expect((await vergelijk(pipId, pipId)).body.verschillen).toEqual([]);
    expect((await vergelijk(pipId, id)).status).toBe(404);
  });
});

describe('bezwaar', () => {
  it('gaat van ontvangst tot uitspraak, met de dagen die de wet geeft', async () => {
    const { id, pipId } = await metPip('2026-11-02');
    const { status, body } = await dienIn(id, pipId, { ontvangenOp: '2026-11-10' });
    expect(status).toBe(201);
    const eerst = (await besluiten(id)).besluiten[0].bezwaren[0];
    expect(eerst).toMatchObject({
      stap: 'ontvangen',
      opTijd: true,
      open: true,
      beslissenUiterlijk: '2027-01-25',
      volgende: [
        'bevestigd',
        'aanvullen-gevraagd',
        'hoorzitting',
        'verdaagd',
        'beslist',
        'ingetrokken',
      ],
    });
    for (const [naar, op, uitkomst] of [
      ['bevestigd', '2026-11-11', undefined],
      ['hoorzitting', '2026-11-16', undefined],
      ['beslist', '2026-11-18', 'ongegrond'],
      ['beroep', '2026-11-19', undefined],
      ['uitspraak', '2026-11-21', 'gegrond'],
    ])
      expect((await stap(id, body.bezwaarId, { stap: naar, op, uitkomst })).status).toBe(200);
    const einde = (await besluiten(id)).besluiten[0];
    expect(einde.bezwaren[0]).toMatchObject({
      stap: 'uitspraak',
      uitkomst: 'gegrond',
      open: false,
      beroepTotEnMet: '2026-12-30',
      volgende: [],
    });
    expect(einde.staat).toBe('geldt');
  });

  it('rekent te laat, poststempel, commissie en aanvullen mee', async () => {
    const { id, pipId } = await metPip('2026-09-28');
    const laat = await dienIn(id, pipId, {
      ontvangenOp: '2026-11-11',
      gepostOp: '2026-11-09',
      commissie: true,
    });
    const bezwaar = async () => (await besluiten(id)).besluiten[0].bezwaren[0];
    expect(await bezwaar()).toMatchObject({ opTijd: true, beslissenUiterlijk: '2027-02-01' });
    const { bezwaarId } = laat.body;
    const vraag = { stap: 'aanvullen-gevraagd', op: '2026-11-12' };
    const zo = async (meer: object) =>
      codes((await stap(id, bezwaarId, { ...vraag, ...meer })).body);
    expect(await zo({})).toEqual(['hersteltermijn-nodig']);
    expect(await zo({ hersteltermijn: '2026-11-12' })).toEqual(['hersteltermijn-te-kort']);
    expect(await zo({ hersteltermijn: '9999-11-12' })).toEqual(['hersteltermijn-te-lang']);
    expect(await zo({ stap: 'bevestigd', hersteltermijn: '2026-11-26' })).toEqual([
      'geen-hersteltermijn',
    ]);
    expect(await zo({ hersteltermijn: '2026-11-26' })).toEqual([]);
    // Wie nooit aanvult houdt de beslissing niet langer op dan de gegeven termijn.
    expect(await bezwaar()).toMatchObject({ beslissenUiterlijk: '2027-02-15' });
    expect((await bezwaar()).stappen.at(-1).hersteltermijn).toBe('2026-11-26');
    await stap(id, bezwaarId, { stap: 'aangevuld', op: '2026-11-19' });
    expect((await bezwaar()).beslissenUiterlijk).toBe('2027-02-08');
  });

  it('neemt een bezwaar aan van vóór de bekendmaking, niet van vóór het besluit (Awb 6:10)', async () => {
    const id = await dossier();
    const { pad } = await maakConcept(m, id);
    const dagen = { dagtekening: '2026-11-19', bekendgemaaktOp: '2026-11-25' };
    const { pipId } = (await stelPipVast(m, pad, dagen)).body;
    const eerder = await dienIn(id, pipId, { ontvangenOp: '2026-11-18' });
    expect(codes(eerder.body)).toEqual(['te-vroeg']);
    const post = { ontvangenOp: '2026-11-20', gepostOp: '2026-11-18' };
    expect(codes((await dienIn(id, pipId, post)).body)).toEqual(['poststempel']);
    const uit = await dienIn(id, pipId, { ontvangenOp: '2026-11-20', gepostOp: '2026-11-19' });
    expect(uit.status).toBe(201);
    const [bezwaar] = (await besluiten(id)).besluiten[0].bezwaren;
    expect(bezwaar).toMatchObject({ opTijd: true, teVroeg: true });
    expect(JSON.stringify(bezwaar.uitleg)).toContain('6:10');
  });

  it('weigert met een reden', async () => {
    const { id, pipId } = await metPip('2026-11-02');
    const mis = async (body: object) => codes((await dienIn(id, pipId, body)).body);
    expect(await mis({ ontvangenOp: '2026-11-22' })).toEqual(['toekomst']);
    expect(await mis({ ontvangenOp: '2026-11-01' })).toEqual(['te-vroeg']);
    expect(await mis({ ontvangenOp: '2026-11-10', gepostOp: '2026-11-11' })).toEqual([
      'poststempel',
    ]);
    const { bezwaarId } = (await dienIn(id, pipId, { ontvangenOp: '2026-11-10' })).body;
    expect(await mis({ ontvangenOp: '2026-11-11' })).toEqual(['bezwaar-loopt']);
    const misStap = async (body: object) => codes((await stap(id, bezwaarId, body)).body);
    expect(await misStap({ stap: 'uitspraak', op: VANDAAG, uitkomst: 'gegrond' })).toEqual([
      'verkeerde-stap',
    ]);
    expect(await misStap({ stap: 'beslist', op: VANDAAG })).toEqual(['uitkomst-nodig']);
    expect(await misStap({ stap: 'bevestigd', op: VANDAAG, uitkomst: 'gegrond' })).toEqual([
      'geen-uitkomst',
    ]);
    expect(await misStap({ stap: 'bevestigd', op: '2026-11-09' })).toEqual(['te-vroeg']);
    expect(await misStap({ stap: 'bevestigd', op: '2026-11-22' })).toEqual(['toekomst']);
    await stap(id, bezwaarId, { stap: 'verdaagd', op: '2026-11-12' });
    await stap(id, bezwaarId, { stap: 'hoorzitting', op: '2026-11-13' });
    expect(await misStap({ stap: 'verdaagd', op: '2026-11-14' })).toEqual(['al-gedaan']);
  });

  it('botst als een collega eerder was', async () => {
    const { id, pipId } = await metPip();
    const { bezwaarId } = (await dienIn(id, pipId, { ontvangenOp: '2026-11-10' })).body;
    const [eerste] = (await besluiten(id)).besluiten[0].bezwaren[0].stappen;
    const pad = `/v1/dossiers/${id}/bezwaren/${bezwaarId}/_stap`;
    const zet = (naar: string) =>
      m.vraag('POST', pad, { stap: naar, op: '2026-11-12', na: eerste.feitId });
    const uit = await Promise.all([zet('bevestigd'), zet('hoorzitting')]);
    expect(uit.map((u) => u.status).sort()).toEqual([200, 409]);
    expect(uit.find((u) => u.status === 409)?.body.conflict.wie).toBe(m.naam);
  });

  it('is niet van een lezer, en niet van een andere gemeente', async () => {
    const { id, pipId } = await metPip();
    const lezer = await w.medewerker(g.organisatieId, ['*:lezer']);
    const elders = await w.medewerker((await w.gemeente()).organisatieId);
    const pad = `/v1/dossiers/${id}/besluiten/${pipId}/bezwaren`;
    const body = { ontvangenOp: '2026-11-10' };
    expect((await lezer.vraag('POST', pad, body)).status).toBe(403);
    expect((await elders.vraag('POST', pad, body)).status).toBe(404);
    expect((await elders.vraag('GET', `/v1/dossiers/${id}/besluiten`)).status).toBe(404);
  });
});

describe('het besluit over de Participatiewet', () => {
  const vraag = {
    dagtekening: '2026-11-20',
    motivering: 'U hebt bijstand en kunt naast de lessen werken.',
    verplichtingen: [{ wat: 'U zoekt werk voor 12 uur per week.', grondslag: '9-1-a' }],
  };
  const neem = (id: string, body: object = vraag) =>
    m.vraag('POST', `/v1/dossiers/${id}/pw-besluiten`, body);

  it('staat los van het PIP, met eigen brief, kenmerk en bezwaar', async () => {
    const id = await dossier([BIJSTAND]);
    const uit = await neem(id);
    expect([uit.status, uit.body.bezwaarTotEnMet]).toEqual([201, '2027-01-04']);
    const [besluit] = (await besluiten(id)).besluiten;
    expect(besluit).toMatchObject({
      soort: 'pw',
      omschrijving: 'Participatiewet: 1 verplichting',
      staat: 'geldt',
      stukken: [{ soort: 'pw-besluit' }],
    });
    expect(besluit.kenmerk).toMatch(/^PW-2026-/);
    const pdf = await w.app.inject({
      url: `/v1/dossiers/${id}/documenten/${uit.body.documentId}`,
      headers: { cookie: m.cookie },
    });
    const { tekst, ua } = await leesPdf(pdf.rawPayload);
    expect(ua).toBe(true);
    expect(tekst).toContain('U zoekt werk voor 12 uur per week.');
    expect(tekst).toContain('Artikel 9, lid 1, onder a, van de Participatiewet');
    expect(tekst).toContain('uiterlijk op 4 januari 2027');
    await neem(id);
    expect((await besluiten(id)).besluiten.map((b: { staat: string }) => b.staat)).toEqual([
      'geldt',
      'vervangen',
    ]);
  });

  it('kan niet zonder bijstand op die dag', async () => {
    const zonder = await neem(await dossier());
    expect(codes(zonder.body)).toEqual(['geen-bijstand']);
    const id = await dossier([BIJSTAND]);
    const op = async (dagtekening: string) =>
      codes((await neem(id, { ...vraag, dagtekening })).body);
    expect(await op('2026-09-30')).toEqual(['geen-bijstand']);
    expect(await op('2026-10-01')).toEqual([]);
    expect(await op('2026-11-22')).toEqual(['toekomst']);
    expect(codes((await neem(id, { ...vraag, bekendgemaaktOp: '2026-11-19' })).body)).toEqual([
      'bekendmaking-voor-dagtekening',
    ]);
    expect((await neem(id, { ...vraag, verplichtingen: [] })).status).toBe(400);
  });

  it('is bekend op de dag dat de brief ontstaat, of eerder als het toen is uitgereikt', async () => {
    const id = await dossier([BIJSTAND]);
    const oud = { ...vraag, dagtekening: '2026-10-01' };
    expect((await neem(id, oud)).body.bezwaarTotEnMet).toBe('2027-01-04');
    const op = (bekendgemaaktOp: string, meer = {}) =>
      neem(id, { ...oud, bekendgemaaktOp, ...meer });
    expect(codes((await op('2026-11-20')).body)).toEqual(['bekendmaking-in-verleden']);
    expect(codes((await op('9999-11-01')).body)).toEqual(['bekendmaking-te-ver']);
    const toen = await op('2026-10-02', { opPapierUitgereikt: true });
    expect([toen.status, toen.body.bezwaarTotEnMet]).toEqual([201, '2026-11-13']);
    expect((await besluiten(id)).besluiten[0]).toMatchObject({
      bekendgemaaktOp: '2026-10-02',
      opPapierUitgereikt: true,
    });
  });

  /** A gemeente with a logo, where only `chef` may sign. */
  async function metMandaat(van = VANDAAG, totEnMet?: string) {
    const eigen = await gemeenteMetBriefhoofd(w);
    const [chef, ander, beheer] = [
      await w.medewerker(eigen.organisatieId),
      await w.medewerker(eigen.organisatieId),
      await w.medewerker(eigen.organisatieId, ['beheer:beheer']),
    ];
    const basis = `/v1/gemeenten/${eigen.id}`;
    const { stijl, revisie } = (await beheer.vraag('GET', `${basis}/huisstijl`)).body;
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"><rect width="9"/></svg>';
    const logo = { soort: 'svg', inhoud: Buffer.from(svg).toString('base64') };
    const kleur = '#7a1f5c';
    const huisstijl = await beheer.vraag('PUT', `${basis}/huisstijl`, {
      stijl: { ...stijl, kleur },
      revisie,
      logo,
    });
    expect(huisstijl.status, JSON.stringify(huisstijl.body)).toBe(200);
    const mandaat = await beheer.vraag('POST', `${basis}/mandaten`, {
      soort: 'pw-besluit',
      medewerkerId: chef.id,
      geldigVanaf: van,
      ...(totEnMet ? { totEnMet } : {}),
      tekst: 'Namens burgemeester en wethouders, bij mandaat',
      besluit: 'mandaatbesluit 2026',
    });
    expect(mandaat.status).toBe(200);
    const feiten = [...klaarVoorPip(eigen), BIJSTAND];
    const id = await w.dossier(eigen.id, feiten, { bsn: String(bsn++), klantmanagerId: ander.id });
    const neemAls = (wie: TestMedewerker, dagtekening = VANDAAG) =>
      wie.vraag('POST', `/v1/dossiers/${id}/pw-besluiten`, { ...vraag, dagtekening });
    const stuk = async (documentId: string) =>
      (
        await w.app.inject({
          url: `/v1/dossiers/${id}/documenten/${documentId}`,
          headers: { cookie: chef.cookie },
        })
      ).rawPayload;
    return { chef, ander, neemAls, stuk };
  }

  it('wordt getekend door wie in het mandaatregister staat, in de huisstijl met logo', async () => {
    const { chef, neemAls, stuk } = await metMandaat();
    const uit = await neemAls(chef);
    expect(uit.status, JSON.stringify(uit.body)).toBe(201);
    const pdf = await stuk(uit.body.documentId);
    expect((await leesPdf(pdf)).tekst).toContain(
      `Namens burgemeester en wethouders, bij mandaat, ${chef.naam}`,
    );
    expect(pdf.toString('latin1')).toMatch(/\/Alt ?\(/u);
  });

  it('weigert wie er niet in staat, en wie er op de dagtekening nog niet in stond', async () => {
    const { chef, ander, neemAls } = await metMandaat();
    const mis = await neemAls(ander);
    expect([mis.status, codes(mis.body)]).toEqual([409, ['geen-mandaat']]);
    expect(mis.body.redenen[0].tekst).toContain(chef.naam);
    expect(codes((await neemAls(chef, '2026-11-20')).body)).toEqual(['geen-mandaat']);
  });

  it('weigert wie het mandaat niet meer heeft, ook met een dagtekening van toen', async () => {
    const { chef, neemAls } = await metMandaat('2026-10-01', '2026-11-20');
    expect(codes((await neemAls(chef, '2026-11-20')).body)).toEqual(['geen-mandaat']);
    const langer = await metMandaat('2026-10-01', VANDAAG);
    expect((await langer.neemAls(langer.chef, '2026-11-20')).status).toBe(201);
  });

  it('toont een voorbeeld zonder iets vast te leggen', async () => {
    const id = await dossier([BIJSTAND]);
    const uit = await w.app.inject({
      method: 'POST',
      url: `/v1/dossiers/${id}/pw-besluiten/_voorbeeld`,
      payload: vraag,
      headers: { cookie: m.cookie, 'x-requested-with': 'meedoen', origin: 'http://localhost:8080' },
    });
    expect([uit.statusCode, uit.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect((await besluiten(id)).besluiten).toEqual([]);
  });
});

describe('het register', () => {
  const zoek = async (vraag: object, wie = m) =>
    (await wie.vraag('POST', '/v1/besluiten/_zoek', vraag)).body;

  it('vindt op kenmerk, naam, staat en bezwaar, en telt', async () => {
    const eigen = await gemeenteMetBriefhoofd(w);
    const wie = await w.medewerker(eigen.organisatieId);
    const id = await w.dossier(eigen.id, klaarVoorPip(eigen), { bsn: String(bsn++) });
    const { pad } = await maakConcept(wie, id);
    const { pipId } = (await stelPipVast(wie, pad, { dagtekening: '2026-11-02' })).body;
    const alles = await zoek({}, wie);
    expect(alles).toMatchObject({ totaal: 1, items: [{ besluitId: pipId, staat: 'geldt' }] });
    const { kenmerk } = alles.items[0];
    const aantal = async (vraag: object) => (await zoek(vraag, wie)).totaal;
    expect(await aantal({ zoek: kenmerk })).toBe(1);
    expect(await aantal({ zoek: kenmerk.slice(-9) })).toBe(1);
    expect(await aantal({ zoek: 'PIP-2026-0000-0000' })).toBe(0);
    expect(await aantal({ zoek: 'Tesfay' })).toBe(1);
    expect(await aantal({ zoek: 'Jansen' })).toBe(0);
    expect(await aantal({ staat: 'ingetrokken' })).toBe(0);
    expect(await aantal({ bezwaar: 'loopt' })).toBe(0);
    expect(await aantal({ bezwaar: 'geen' })).toBe(1);
    expect(await aantal({ dagtekeningVan: '2026-11-02', dagtekeningTot: '2026-11-02' })).toBe(1);
    expect(await aantal({ dagtekeningVan: '2026-11-03' })).toBe(0);
    await wie.vraag('POST', `/v1/dossiers/${id}/besluiten/${pipId}/bezwaren`, {
      ontvangenOp: VANDAAG,
    });
    expect(await aantal({ bezwaar: 'loopt' })).toBe(1);
    expect(await aantal({ bezwaar: 'beslist' })).toBe(0);
    const csv = await wie.vraag('POST', '/v1/besluiten/_uitvoer', {});
    expect(csv.status).toBe(200);
    const elders = await w.medewerker((await w.gemeente()).organisatieId);
    expect((await zoek({}, elders)).totaal).toBe(0);
    expect((await zoek({ gemeenteId: eigen.id }, elders)).totaal).toBe(0);
  });
});
