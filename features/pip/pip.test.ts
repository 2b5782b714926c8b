import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datum } from '../../rules/shared/datum.ts';
import {
  gemeenteMetBriefhoofd,
  geplandWerk,
  klaarVoorPip,
  legPipVoor,
  maakConcept,
  stelPipVast,
  volledigPip,
} from '../../test/begeleiding/pip-dossier.ts';
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
let bsn = 999_100_000;

beforeAll(async () => {
  w = await maakWereld({ vandaag: VANDAAG });
  g = await gemeenteMetBriefhoofd(w);
  m = await w.medewerker(g.organisatieId);
});
afterAll(() => w.sluit());

const dossier = (feiten = klaarVoorPip(g)) =>
  w.dossier(g.id, feiten, { bsn: String(bsn++), klantmanagerId: m.id });
const codes = (body: { redenen?: { code: string }[] }) => (body.redenen ?? []).map((r) => r.code);
const stelVast = (pad: string, dagtekening = VANDAAG, door = m, koppen = {}) =>
  stelPipVast(door, pad, { dagtekening }, koppen);
const vragen = <T>(werk: Parameters<typeof w.db.forGemeenten<T>>[1]) =>
  w.db.forGemeenten({ gemeenten: [g.id] }, werk);
const verzonden = (dossierId: string) =>
  vragen((tx) =>
    tx
      .selectFrom('bericht_uit')
      .select(['inhoud', 'staat', 'onderwerp_id'])
      .where('dossier_id', '=', dossierId)
      .orderBy('volgnummer')
      .execute(),
  );
const feiten = (dossierId: string, soort: string) =>
  vragen((tx) =>
    tx
      .selectFrom('feit')
      .select(['inhoud', 'geldig_op'])
      .where('dossier_id', '=', dossierId)
      .where('soort', '=', soort)
      .orderBy('id')
      .execute(),
  );

describe('een concept', () => {
  it('begint met wat de intake weet', async () => {
    const id = await dossier([
      ...klaarVoorPip(g),
      {
        soort: 'taal',
        inhoud: { gesprekstaal: 'Tigrinya', tolkNodig: true, schrift: 'Ethiopisch' },
        geldigOp: datum('2026-10-01'),
        bron: 'medewerker',
      },
      {
        soort: 'intake-antwoord',
        inhoud: { onderdeel: 'vve', vraag: 'afspraken', waarde: 'Peutergroep, vier dagdelen.' },
        geldigOp: datum('2026-10-01'),
        bron: 'medewerker',
      },
      {
        soort: 'uren',
        inhoud: { soort: 'taal-en-knm', totaal: 38, bekendTot: datum('2026-10-01') },
        geldigOp: datum('2026-10-01'),
        bron: 'aanbieder',
      },
    ]);
    const { body, status } = await m.vraag('POST', `/v1/dossiers/${id}/pips`);
    expect(status).toBe(201);
    const pip = (await m.vraag('GET', `/v1/dossiers/${id}/pips/${body.pipId}`)).body;
    expect(pip).toMatchObject({
      versie: 1,
      staat: 'concept',
      revisie: 1,
      doelgroep: 'asielstatushouder',
      opgesteldDoor: { medewerkerId: m.id },
      inhoud: {
        alfabetisering: 'AA',
        vve: 'Peutergroep, vier dagdelen.',
        meegeteldeInspanningen: [{ uren: 38 }],
        voortgangsgesprekken: { aantal: 8 },
      },
    });
    expect(pip.inhoud.leerroute).toBeUndefined();
  });

  it('is er maar één tegelijk, en dezelfde sleutel geeft hetzelfde antwoord', async () => {
    const id = await dossier();
    const koppen = { 'idempotency-key': 'sleutel-0001' };
    const eerste = await m.vraag('POST', `/v1/dossiers/${id}/pips`, undefined, koppen);
    const herhaald = await m.vraag('POST', `/v1/dossiers/${id}/pips`, undefined, koppen);
    expect(herhaald.body).toEqual(eerste.body);
    const tweede = await m.vraag('POST', `/v1/dossiers/${id}/pips`);
    expect([tweede.status, codes(tweede.body)]).toEqual([409, ['concept-bestaat']]);
  });

  it('bewaart per veld; een leerroute wijzigt alleen zichzelf en null maakt leeg', async () => {
    const id = await dossier();
    const { pad } = await maakConcept(m, id);
    await m.vraag('PATCH', pad, {
      revisie: 2,
      inhoud: {
        niveau: null,
        participatie: null,
        afweging: { Z: { onderzocht: false, voor: 'x', tegen: '' } },
      },
    });
    const { inhoud } = (await m.vraag('GET', pad)).body;
    expect(inhoud.participatie).toBeUndefined();
    expect(inhoud.afweging.Z).toEqual({ onderzocht: false, voor: 'x', tegen: '' });
    expect(inhoud.afweging.B.onderzocht).toBe(true);
  });

  it('zegt bij een botsing wie er eerder was, wanneer en wat', async () => {
    const ander = await w.medewerker(g.organisatieId);
    const id = await dossier();
    const { pad } = await maakConcept(m, id);
    await ander.vraag('PATCH', pad, { revisie: 2, inhoud: { motivering: 'van een ander' } });
    const mijn = await m.vraag('PATCH', pad, { revisie: 2, inhoud: { begeleiding: 'van mij' } });
    expect(mijn.status).toBe(409);
    expect(mijn.body).toMatchObject({
      code: 'gewijzigd',
      conflict: { wie: ander.naam, wat: 'de motivering' },
    });
    expect((await m.vraag('GET', pad)).body.inhoud).toMatchObject({ motivering: 'van een ander' });
  });

  it('weigert onleesbare invoer met de naam van het veld', async () => {
    const { pad } = await maakConcept(m, await dossier());
    for (const inhoud of [
      { leerroute: 'X' },
      { motivering: 'draait \u202E om' },
      { intensiteitUren: 10_000 },
      { onbekendVeld: 1 },
    ]) {
      const antwoord = await m.vraag('PATCH', pad, { revisie: 2, inhoud });
      expect([inhoud, antwoord.status]).toEqual([inhoud, 400]);
      expect(antwoord.body.invalidParams[0].name).toContain('inhoud');
    }
    const dag = await stelPipVast(m, pad, { dagtekening: '2026-02-30' });
    expect([dag.status, dag.body.invalidParams[0].name]).toEqual([400, 'dagtekening']);
  });
});

describe('wat de wet en DUO vragen', () => {
  it('staat in zinnen met het veld bij een leeg concept', async () => {
    const id = await dossier();
    const { body } = await m.vraag('POST', `/v1/dossiers/${id}/pips`);
    const pip = (await m.vraag('GET', `/v1/dossiers/${id}/pips/${body.pipId}`)).body;
    const velden = pip.controle.wet.map((r: { veld: string }) => r.veld);
    expect(velden).toEqual(
      expect.arrayContaining(['leerroute', 'motivering', 'pvt.invulling', 'begeleiding']),
    );
    expect(pip.handelingen.vaststellen.mag).toBe(false);
    expect(pip.controle.pipTermijn.laatsteDag).toBe('2026-11-30');
  });

  it('is leeg bij een volledig PIP, met verwachte termijn en laatste dag van bezwaar', async () => {
    const { pad } = await maakConcept(m, await dossier());
    const { controle, handelingen } = (await m.vraag('GET', `${pad}?dagtekening=2026-11-20`)).body;
    expect([controle.wet, controle.duo, controle.overig]).toEqual([[], [], []]);
    expect(controle.inburgeringstermijn).toMatchObject({
      begin: '2026-11-21',
      laatsteDag: '2029-11-20',
      van: 'prognose',
    });
    expect(controle.bezwaar.laatsteDag).toBe('2027-01-04');
    expect(handelingen.vaststellen).toEqual({ mag: true, redenen: [] });
  });

  it.each([
    ['PIP-1', { leerroute: 'B' }, '2026-08-31'],
    ['PIP-3', { leerroute: 'B' }, '2026-09-14'],
    ['PIP-4', { leerroute: 'O', niveau: 'A2' }, VANDAAG],
    ['PIP-5', { leerroute: 'Z', niveau: 'B1' }, VANDAAG],
    ['PIP-6', { leerroute: 'B', niveau: 'A2' }, VANDAAG],
    ['dagtekening-in-toekomst', { leerroute: 'B' }, '2026-11-22'],
  ])('weigert vaststellen om %s', async (code, wijziging, dagtekening) => {
    const id = await dossier();
    const { pad } = await maakConcept(m, id, { ...volledigPip('B'), ...wijziging });
    const antwoord = await stelVast(pad, dagtekening);
    expect(antwoord.status).toBe(409);
    expect(codes(antwoord.body)).toContain(code);
    expect(await verzonden(id)).toEqual([]);
    expect(await feiten(id, 'pip-vastgesteld')).toEqual([]);
  });

  it.each([
    ['intake-niet-afgerond', 'intake-afgerond'],
    ['niet-plichtig', 'inburgeringsplicht'],
    ['doelgroep-onbekend', 'doelgroep'],
    ['naam-onbekend', 'persoon'],
  ])('weigert vaststellen: %s', async (code, zonder) => {
    const id = await dossier(klaarVoorPip(g).filter((f) => f.soort !== zonder));
    const { pad } = await maakConcept(m, id);
    const antwoord = await stelVast(pad);
    expect(antwoord.status).toBe(409);
    expect(codes(antwoord.body)).toContain(code);
  });

  it('noemt alle redenen tegelijk en een briefhoofd dat ontbreekt', async () => {
    const kaal = await w.gemeente();
    const hier = await w.medewerker(kaal.organisatieId);
    const id = await w.dossier(kaal.id, []);
    const { body } = await hier.vraag('POST', `/v1/dossiers/${id}/pips`);
    const antwoord = await stelVast(`/v1/dossiers/${id}/pips/${body.pipId}`, '2027-01-01', hier);
    expect(codes(antwoord.body)).toEqual(
      expect.arrayContaining([
        'briefhoofd-onvolledig',
        'naam-onbekend',
        'intake-niet-afgerond',
        'dagtekening-in-toekomst',
        'pip-leerroute',
      ]),
    );
  });

  it('weigert een bekendmaking vóór de dagtekening of ver weg, en een teken zonder letter', async () => {
    const { pad } = await maakConcept(m, await dossier());
    const vroeg = { dagtekening: VANDAAG, bekendgemaaktOp: '2026-11-20' };
    const eerder = await stelPipVast(m, pad, vroeg);
    expect(codes(eerder.body)).toEqual(['bekendmaking-voor-dagtekening']);
    const ver = { dagtekening: VANDAAG, bekendgemaaktOp: '9999-11-01' };
    const later = await stelPipVast(m, pad, ver);
    expect(codes(later.body)).toEqual(['bekendmaking-te-ver']);
    const { pad: pad2 } = await maakConcept(m, await dossier(), {
      ...volledigPip('B'),
      motivering: 'Een teken 漢 dat wij niet kunnen drukken.',
    });
    const teken = await stelVast(pad2);
    expect([teken.status, codes(teken.body)]).toEqual([409, ['teken-ontbreekt']]);
  });
});

describe('vaststellen', () => {
  it('legt beschikking, feit en bericht aan DUO in één keer vast', async () => {
    const id = await dossier();
    const { pad, pipId } = await maakConcept(m, id);
    const antwoord = await stelVast(pad, '2026-11-20');
    expect(antwoord.status).toBe(200);
    expect(antwoord.body).toMatchObject({
      staat: 'vastgesteld',
      dagtekening: '2026-11-20',
      bezwaarTotEnMet: '2027-01-04',
    });
    const document = await vragen((tx) =>
      tx
        .selectFrom('document')
        .select(['soort', 'titel', 'sha256', 'bestand', 'herkomst'])
        .where('id', '=', antwoord.body.documentId)
        .executeTakeFirstOrThrow(),
    );
    expect(document.bestand.subarray(0, 5).toString()).toBe('%PDF-');
    expect(document).toMatchObject({
      soort: 'pip-beschikking',
      titel: 'Beschikking PIP, versie 1',
      herkomst: { sjabloon: 'features/pip/beschikking.typ', gegevens: { leerroute: 'B' } },
    });
    expect(await feiten(id, 'pip-vastgesteld')).toMatchObject([
      { geldig_op: '2026-11-20', inhoud: { pipId, versie: 1, bekendgemaaktOp: VANDAAG } },
    ]);
    expect(await verzonden(id)).toMatchObject([{ staat: 'wacht', onderwerp_id: pipId }]);
    const lijst = (await m.vraag('GET', `/v1/dossiers/${id}/pips`)).body;
    expect(lijst.items).toMatchObject([
      {
        geldend: true,
        staat: 'vastgesteld',
        duo: { staat: 'wacht' },
        bezwaarTotEnMet: '2027-01-04',
      },
    ]);
    const werk = await geplandWerk(w, id);
    expect(werk).toMatchObject([
      { payload: { gemeenteId: g.id, dossierId: id }, queue: `duo:${id}` },
    ]);
  });

  it.each([
    ['B', 'Asielstatushouder', { niveau: 'B1', geschatteIntensiteitB1Route: 720 }],
    ['O', 'Asielstatushouder', { niveau: 'B1' }],
    ['Z', 'Asielstatushouder', {}],
    ['B', 'Gezinsmigrant en overige migrant', { niveau: 'B1' }],
    ['O', 'Gezinsmigrant en overige migrant', { niveau: 'B1' }],
    ['Z', 'Gezinsmigrant en overige migrant', {}],
  ] as const)('stuurt DUO precies de velden van route %s, %s', async (route, indeling, extra) => {
    const id = await dossier(klaarVoorPip(g, indeling));
    const { pad } = await maakConcept(m, id, volledigPip(route));
    expect((await stelVast(pad)).body).toMatchObject({ staat: 'vastgesteld' });
    expect((await verzonden(id))[0]?.inhoud).toEqual({
      dagtekeningPip: VANDAAG,
      leerroute: route,
      indicatorMagOpleidingAfmaken: false,
      indicatorAlfabetiseringsonderwijs: 'AA',
      ...extra,
    });
  });

  it('gebeurt één keer: herhaald met dezelfde sleutel hetzelfde antwoord, anders 409', async () => {
    const id = await dossier();
    const { pad } = await maakConcept(m, id);
    const sleutel = { 'idempotency-key': 'vaststellen-01' };
    const [een, twee] = await Promise.all([
      stelVast(pad, VANDAAG, m, sleutel),
      stelVast(pad, VANDAAG, m, sleutel),
    ]);
    expect(twee.body).toEqual(een.body);
    const drie = await stelVast(pad);
    expect([drie.status, codes(drie.body)]).toEqual([409, ['niet-vanuit-vastgesteld']]);
    expect(await verzonden(id)).toHaveLength(1);
    const wijzig = await m.vraag('PATCH', pad, { revisie: 2, inhoud: { motivering: 'toch' } });
    expect(codes(wijzig.body)).toEqual(['niet-vanuit-vastgesteld']);
  });

  it('geeft twee tegelijk één besluit', async () => {
    const id = await dossier();
    const { pad } = await maakConcept(m, id);
    const uitkomsten = await Promise.all([stelVast(pad), stelVast(pad), stelVast(pad)]);
    expect(uitkomsten.map((u) => u.status).sort()).toEqual([200, 409, 409]);
    expect(await verzonden(id)).toHaveLength(1);
  });

  it('legt voor met een signaal in de Stand, en neemt terug', async () => {
    const id = await dossier();
    const { pad } = await maakConcept(m, id, { ...volledigPip('B'), motivering: '' });
    const vroeg = await legPipVoor(m, pad);
    expect([vroeg.status, codes(vroeg.body)]).toEqual([409, ['pip-motivering']]);
    await m.vraag('PATCH', pad, { revisie: 2, inhoud: { motivering: 'Nu staat het er wel.' } });
    await legPipVoor(m, pad);
    expect(await voorstel(id)).toBe('pip-vaststellen');
    expect((await m.vraag('POST', `${pad}/_terugnemen`)).body.staat).toBe('concept');
    expect(await voorstel(id)).toBe('pip-opstellen');
  });
});

describe('daarna', () => {
  it('is een wijziging een nieuwe versie die het begin van de termijn niet verzet', async () => {
    const id = await dossier();
    const een = await maakConcept(m, id);
    await stelVast(een.pad, '2026-11-10');
    const twee = await maakConcept(m, id, { niveau: 'A2', participatie: 'Buurthuis.' });
    expect(twee.versie).toBe(2);
    expect(codes((await stelVast(twee.pad)).body)).toEqual(['brief-redenWijziging']);
    const { waarschuwingen } = (await m.vraag('GET', twee.pad)).body.controle;
    expect(waarschuwingen).toMatchObject([{ code: 'pip-afschalen', veld: 'niveau' }]);
    const inhoud = { leerroute: 'Z', redenWijziging: 'B1 bleek niet haalbaar.' };
    await m.vraag('PATCH', twee.pad, { revisie: 2, inhoud });
    expect(codes((await stelVast(twee.pad, '2026-11-09')).body)).toEqual(['PIP-2']);
    expect((await stelVast(twee.pad)).status).toBe(200);
    const { controle } = (await m.vraag('GET', twee.pad)).body;
    expect(controle.inburgeringstermijn.begin).toBe('2026-11-11');
    const { items } = (await m.vraag('GET', `/v1/dossiers/${id}/pips`)).body;
    expect(items.map((i: { versie: number; geldend: boolean }) => [i.versie, i.geldend])).toEqual([
      [2, true],
      [1, false],
    ]);
    expect((await verzonden(id)).map((v) => (v.inhoud as { leerroute: string }).leerroute)).toEqual(
      ['B', 'Z'],
    );
  });

  it('trekt in met een reden; wat nog niet op weg was gaat niet naar DUO', async () => {
    const id = await dossier();
    const { pad, pipId } = await maakConcept(m, id);
    await stelVast(pad);
    expect((await m.vraag('POST', `${pad}/_intrekken`, { reden: '' })).status).toBe(400);
    const antwoord = await m.vraag('POST', `${pad}/_intrekken`, { reden: 'Verkeerde persoon.' });
    expect(antwoord.body.staat).toBe('ingetrokken');
    expect(await feiten(id, 'pip-ingetrokken')).toMatchObject([{ inhoud: { pipId } }]);
    expect(await verzonden(id)).toMatchObject([{ staat: 'ingetrokken' }]);
    const nog = await m.vraag('POST', `${pad}/_intrekken`, { reden: 'Nog eens.' });
    expect(codes(nog.body)).toEqual(['niet-vanuit-ingetrokken']);
  });

  it('neemt na een verhuizing de leerroute van de vorige gemeente over', async () => {
    const id = await dossier([
      ...klaarVoorPip(g).filter((f) => f.soort !== 'intake-afgerond'),
      {
        soort: 'pip-vorige-gemeente',
        inhoud: { gemeentecode: '0999', dagtekening: datum('2026-05-01'), leerroute: 'Z' },
        geldigOp: datum('2026-05-01'),
        bron: 'duo',
      },
    ]);
    const fout = await maakConcept(m, id, volledigPip('B'));
    expect(codes((await stelVast(fout.pad)).body)).toContain('pip-leerroute');
    await m.vraag('PATCH', fout.pad, { revisie: 2, inhoud: { leerroute: 'Z' } });
    expect((await stelVast(fout.pad)).status).toBe(200);
    const { controle } = (await m.vraag('GET', fout.pad)).body;
    expect(controle.inburgeringstermijn.begin).toBe('2026-05-02');
  });

  it('laat een voorbeeld zien zonder iets vast te leggen', async () => {
    const id = await dossier();
    const { pad } = await maakConcept(m, id);
    const pdf = await m.vraag('GET', `${pad}/voorbeeld?dagtekening=${VANDAAG}`);
    expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(String(pdf.body).startsWith('%PDF-')).toBe(true);
    expect(await feiten(id, 'pip-vastgesteld')).toEqual([]);
    const leeg = await maakConcept(m, await dossier(), { leerroute: 'B' });
    expect((await m.vraag('GET', `${leeg.pad}/voorbeeld`)).status).toBe(409);
  });

  it('schrijft bij elk lezen en besluiten wie het was', async () => {
    const id = await dossier();
    const { pad } = await maakConcept(m, id);
    await stelVast(pad);
    const regels = await vragen((tx) =>
      tx
        .selectFrom('audit')
        .select(['handeling', 'medewerker_id', 'taak'])
        .where('dossier_id', '=', id)
        .where('object_soort', '=', 'pip')
        .orderBy('volgnummer')
        .execute(),
    );
    expect(regels.map((r) => r.handeling)).toEqual(['wijzigen', 'wijzigen', 'lezen', 'wijzigen']);
    expect(new Set(regels.map((r) => r.medewerker_id))).toEqual(new Set([m.id]));
  });
});

describe('wie het mag', () => {
  it('alleen eigen gemeenten, rollen met recht, en aangemeld', async () => {
    const id = await dossier();
    const { pad } = await maakConcept(m, id);
    const elders = await w.gemeente();
    const vreemd = await w.medewerker(elders.organisatieId);
    const lezer = await w.medewerker(g.organisatieId, ['pip:lezer']);
    const zonderMandaat = await w.medewerker(g.organisatieId, ['pip:klantmanager']);
    const routes = [
      ['GET', `/v1/dossiers/${id}/pips`],
      ['POST', `/v1/dossiers/${id}/pips`],
      ['GET', pad],
      ['PATCH', pad, { revisie: 2, inhoud: {} }],
      ['GET', `${pad}/voorbeeld`],
      ['POST', `${pad}/_voorleggen`, { revisie: 2 }],
      ['POST', `${pad}/_terugnemen`],
      ['POST', `${pad}/_vaststellen`, { revisie: 2, dagtekening: VANDAAG }],
      ['POST', `${pad}/_intrekken`, { reden: 'x' }],
    ] as const;
    for (const [methode, url, inhoud] of routes) {
      expect([url, (await vreemd.vraag(methode, url, inhoud)).status]).toEqual([url, 404]);
      const anoniem = await w.app.inject({ method: methode, url, payload: inhoud as object });
      expect([url, anoniem.statusCode]).toEqual([url, 401]);
      const verwacht = methode === 'GET' ? 200 : 403;
      expect([url, (await lezer.vraag(methode, url, inhoud)).status]).toEqual([url, verwacht]);
    }
    expect((await stelVast(pad, VANDAAG, zonderMandaat)).status).toBe(403);
    const { handelingen } = (await zonderMandaat.vraag('GET', pad)).body;
    expect(codes(handelingen.vaststellen)).toEqual(['geen-mandaat']);
    const viaAnder = pad.replace(id, await dossier());
    expect((await m.vraag('GET', viaAnder)).status).toBe(404);
  });
});

async function voorstel(dossierId: string): Promise<string> {
  const stand = await vragen((tx) =>
    tx
      .selectFrom('dossier_stand')
      .select('voorstel')
      .where('dossier_id', '=', dossierId)
      .executeTakeFirstOrThrow(),
  );
  return stand.voorstel;
}
