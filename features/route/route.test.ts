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

let w: Wereld;
let g: TestGemeente;
let m: TestMedewerker;
let bsn = 999_300_000;

beforeAll(async () => {
  w = await maakWereld({ vandaag: '2026-11-21' });
  g = await gemeenteMetBriefhoofd(w);
  m = await w.medewerker(g.organisatieId);
});
afterAll(() => w.sluit());

const op = datum('2026-10-01');
const TOETS: NieuwFeit = {
  soort: 'leerbaarheidstoets',
  inhoud: { resultaat: 'B1-route haalbaar', behaald: 6150, benodigd: 5500, geregistreerdOp: op },
  geldigOp: op,
  bron: 'duo',
  verwijzing: 'SS131',
};
const SCHOOL: NieuwFeit = {
  soort: 'intake-antwoord',
  inhoud: { onderdeel: 'opleiding', vraag: 'opleiding-hoogste', waarde: 'beroepsopleiding' },
  geldigOp: op,
  bron: 'medewerker',
};

const dossier = (...feiten: NieuwFeit[]) =>
  w.dossier(g.id, [...klaarVoorPip(g), ...feiten], { bsn: String(bsn++), klantmanagerId: m.id });
const pad = (id: string, rest = '') => `/v1/dossiers/${id}/leerroutes${rest}`;
const lees = async (id: string, wie = m) => (await wie.vraag('GET', pad(id))).body;
const codes = (body: { redenen?: { code: string }[] }) => (body.redenen ?? []).map((r) => r.code);
const WOORDEN = {
  woorden: 'أريد أن أدرس التمريض',
  taal: 'ar',
  nederlands: 'Ik wil verpleegkunde leren.',
  wens: 'O',
};

describe('de afweging', () => {
  it('geeft per route de feiten met bron, wat de wet vraagt en wat nog niet bekend is', async () => {
    const beeld = await lees(await dossier(TOETS, SCHOOL));
    expect(beeld.routes.map((r: { route: string }) => r.route)).toEqual(['B', 'O', 'Z']);
    const [b, o, z] = beeld.routes;
    expect(b.voor).toContainEqual(
      expect.objectContaining({ thema: 'toets', bron: 'DUO SS131', datum: '2026-10-01' }),
    );
    expect(z.tegen.map((p: { thema: string }) => p.thema)).toEqual(['toets', 'onderwijs']);
    expect(o.nietOnderzocht).toContainEqual(
      expect.objectContaining({ thema: 'aanbod', plek: 'aanbod' }),
    );
    expect(beeld).toMatchObject({
      advies: { richting: 'B' },
      pip: null,
      standpunt: null,
      mag: true,
    });
    expect(beeld.redenen).toEqual([]);
  });

  it('noemt van een concept elke route die nog niet zelf is gemotiveerd', async () => {
    const id = await dossier(TOETS, SCHOOL);
    const leeg = { onderzocht: false, voor: '', tegen: '' };
    const inhoud = { ...volledigPip('Z'), afweging: { ...volledigPip('Z').afweging, O: leeg } };
    await maakConcept(m, id, inhoud);
    const beeld = await lees(id);
    expect(codes(beeld)).toEqual(['afweging-onderzocht', 'afweging-afwijking']);
    expect(beeld.pip).toMatchObject({
      leerroute: 'Z',
      staat: 'concept',
      wijzigbaar: true,
      besluit: null,
    });
  });

  it('een keuze met alleen een feit uit de intake is niet gemotiveerd', async () => {
    const id = await dossier(TOETS, SCHOOL);
    const motivering = 'Hoogste opleiding: beroepsopleiding (intake)';
    await maakConcept(m, id, { ...volledigPip('B'), motivering });
    expect(codes(await lees(id))).toEqual(['afweging-motivering-overgenomen']);
  });

  it('toont na het besluit wat toen bekend was', async () => {
    const id = await dossier(TOETS, SCHOOL);
    const { pad: pip } = await maakConcept(m, id);
    await stelPipVast(m, pip, { dagtekening: '2026-11-21' });
    w.klok.zetOp(datum('2026-11-25'));
    await m.vraag('POST', pad(id, '/_standpunt'), { ...WOORDEN, gezien: null });
    const beeld = await lees(id);
    w.klok.zetOp(datum('2026-11-21'));
    expect(beeld.bekendOp).toBe('2026-11-21');
    expect(beeld.standpunt).toBeNull();
    expect(beeld.redenen).toEqual([]);
    expect(beeld.pip).toMatchObject({
      wijzigbaar: false,
      besluit: { door: m.naam, dagtekening: '2026-11-21' },
    });
  });

  it('is er voor wie de intake mag lezen, en nergens anders', async () => {
    const id = await dossier(TOETS);
    const kijkt = await w.medewerker(g.organisatieId, ['monitoring:klantmanager']);
    expect((await kijkt.vraag('GET', pad(id))).status).toBe(403);
    const leest = await w.medewerker(g.organisatieId, ['brede-intake:klantmanager']);
    expect(await lees(id, leest)).toMatchObject({ mag: false });
    const elders = await w.medewerker((await w.gemeente()).organisatieId);
    expect((await elders.vraag('GET', pad(id))).status).toBe(404);
  });
});

describe('de andere weg bij een ontheffing van de toets', () => {
  const ONTHEFFING = {
    grond: 'visueel',
    toelichting: 'De tekst op het scherm is niet te lezen.',
  };
  const ALTERNATIEF = {
    manier: 'proefles',
    wie: 'docent van TaalThuis',
    op: '2026-11-19',
    uitkomst: 'Leert snel uit gesproken taal en onthoudt goed.',
  };
  const geef = async (id: string, extra: object = {}, vervangt: string | null = null) =>
    m.vraag('PUT', `/v1/dossiers/${id}/leerbaarheidstoets/ontheffing`, {
      ...ONTHEFFING,
      ...extra,
      vervangt,
    });

  it('staat er met reden, wie, uitkomst, dag en bron', async () => {
    const id = await dossier();
    expect((await lees(id)).ontheffing).toBeNull();
    const { body } = await geef(id);
    const eerst = await lees(id);
    expect(eerst.ontheffing).toEqual({
      ...ONTHEFFING,
      bron: m.naam,
      op: '2026-11-21',
      alternatief: null,
    });
    expect(eerst.routes[2].nietOnderzocht).toContainEqual(
      expect.objectContaining({ thema: 'toets', plek: 'intake' }),
    );
    await geef(id, { alternatief: ALTERNATIEF }, body.ontheffing.feitId);
    const beeld = await lees(id);
    expect(beeld.ontheffing).toMatchObject({ ...ONTHEFFING, alternatief: ALTERNATIEF });
    for (const r of beeld.routes) {
      expect(r.weegtMee).toContainEqual(
        expect.objectContaining({
          thema: 'toets',
          tekst: `Zonder toets beoordeeld: ${ALTERNATIEF.uitkomst}`,
          datum: '2026-11-19',
          bron: m.naam,
        }),
      );
    }
  });

  it('staat in het stuk voor een zitting, zoals zij bij het besluit bekend was', async () => {
    const id = await dossier(SCHOOL);
    const { body } = await geef(id, { alternatief: ALTERNATIEF });
    const { pad: pip } = await maakConcept(m, id);
    expect((await stelPipVast(m, pip, { dagtekening: '2026-11-21' })).status).toBe(200);
    w.klok.zetOp(datum('2026-11-25'));
    const later = { ...ALTERNATIEF, uitkomst: 'Later anders beoordeeld.' };
    await geef(id, { alternatief: later }, body.ontheffing.feitId);
    const { documentId } = (await m.vraag('POST', pad(id, '/_afdrukken'))).body;
    w.klok.zetOp(datum('2026-11-21'));
    const { herkomst, bestand } = await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx
        .selectFrom('document')
        .select(['herkomst', 'bestand'])
        .where('id', '=', documentId)
        .executeTakeFirstOrThrow(),
    );
    const tekst = (await leesPdf(bestand)).tekst.replace(/\s+/gu, ' ');
    expect(tekst).toContain(ONTHEFFING.toelichting);
    expect(tekst).toContain(ALTERNATIEF.uitkomst);
    expect(tekst).not.toContain('Later anders beoordeeld');
    expect(herkomst).toMatchObject({
      gegevens: {
        ontheffing: {
          grond: 'beperking van het zien',
          toelichting: ONTHEFFING.toelichting,
          bron: m.naam,
          op: '2026-11-21',
          alternatief: {
            manier: 'een proefles van een paar weken',
            wie: ALTERNATIEF.wie,
            op: ALTERNATIEF.op,
            uitkomst: ALTERNATIEF.uitkomst,
          },
        },
      },
    });
  });
});

describe('de eigen woorden', () => {
  it('staan in de eigen taal en in het Nederlands, en wegen mee', async () => {
    const id = await dossier(TOETS, SCHOOL);
    const { status, body } = await m.vraag('POST', pad(id, '/_standpunt'), {
      ...WOORDEN,
      gezien: null,
    });
    expect(status).toBe(201);
    const beeld = await lees(id);
    expect(beeld.standpunt).toMatchObject({ ...WOORDEN, feitId: body.feitId, op: '2026-11-21' });
    expect(beeld.advies.richting).toBe('O');
    expect(beeld.routes[1].voor.at(-1).tekst).toContain('Ik wil verpleegkunde leren.');
  });

  it('een tweede die tegelijk schrijft ziet wie er was', async () => {
    const id = await dossier();
    await m.vraag('POST', pad(id, '/_standpunt'), { ...WOORDEN, gezien: null });
    const ander = await w.medewerker(g.organisatieId);
    const botst = await ander.vraag('POST', pad(id, '/_standpunt'), { ...WOORDEN, gezien: null });
    expect(botst.status).toBe(409);
    expect(botst.body.conflict).toMatchObject({ wie: m.naam, wat: 'wat de persoon zelf vindt' });
    const { standpunt } = await lees(id);
    const nieuw = await ander.vraag('POST', pad(id, '/_standpunt'), {
      ...WOORDEN,
      wens: 'B',
      gezien: standpunt.feitId,
    });
    expect(nieuw.status).toBe(201);
  });

  it.each([
    [{ woorden: '  ' }, 'woorden'],
    [{ taal: 'xx' }, 'taal'],
    [{ wens: 'X' }, 'wens'],
    [{ woorden: 'a\u202Eb' }, 'woorden'],
  ])('weigert %j', async (deel, veld) => {
    const { status, body } = await m.vraag('POST', pad(await dossier(), '/_standpunt'), {
      ...WOORDEN,
      gezien: null,
      ...deel,
    });
    expect([status, body.invalidParams[0].name]).toEqual([400, veld]);
  });
});

describe('vrije plaatsen', () => {
  const plaats = { route: 'O', instelling: 'ROC Veldrijk', plaatsen: 0, op: '2026-11-20' };

  it('zijn onbekend tot een school iets zei; het laatste antwoord telt', async () => {
    const id = await dossier();
    await m.vraag('POST', pad(id, '/_vrije-plaats'), plaats);
    const eerst = await lees(id);
    expect(eerst.routes[1].tegen.map((p: { tekst: string }) => p.tekst)).toEqual([
      'ROC Veldrijk heeft geen vrije plaats.',
    ]);
    await m.vraag('POST', pad(id, '/_vrije-plaats'), { ...plaats, plaatsen: 2, op: '2026-11-21' });
    const daarna = await lees(id);
    expect(daarna.vrijePlaatsen).toMatchObject([{ plaatsen: 2, op: '2026-11-21' }]);
    expect(daarna.routes[1].voor[0].tekst).toBe('ROC Veldrijk heeft 2 vrije plaatsen.');
  });

  it.each([
    ['2026-11-21', 201],
    ['2026-11-22', 409],
  ])('gezegd op %s geeft %i', async (dag, verwacht) => {
    const antwoord = await m.vraag('POST', pad(await dossier(), '/_vrije-plaats'), {
      ...plaats,
      op: dag,
    });
    expect(antwoord.status).toBe(verwacht);
    expect(codes(antwoord.body)).toEqual(verwacht === 409 ? ['dag-in-toekomst'] : []);
  });

  it('een aantal buiten 0 tot en met 99 kan niet', async () => {
    const id = await dossier();
    for (const plaatsen of [-1, 100, 1.5]) {
      const { status } = await m.vraag('POST', pad(id, '/_vrije-plaats'), { ...plaats, plaatsen });
      expect([plaatsen, status]).toEqual([plaatsen, 400]);
    }
  });
});

describe('het stuk voor een zitting', () => {
  const document = (id: string) =>
    w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx
        .selectFrom('document')
        .select(['soort', 'titel', 'bestand', 'herkomst', 'set_id'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    );

  it('bevat feiten met bron en dag, de overwegingen en wie wanneer besliste', async () => {
    const id = await dossier(TOETS, SCHOOL);
    await m.vraag('POST', pad(id, '/_standpunt'), { ...WOORDEN, gezien: null });
    const afwijking = 'Zij kan nu geen avondlessen volgen.';
    const { pad: pip, pipId } = await maakConcept(m, id, { ...volledigPip('B'), afwijking });
    expect((await stelPipVast(m, pip, { dagtekening: '2026-11-21' })).status).toBe(200);
    const { status, body } = await m.vraag('POST', pad(id, '/_afdrukken'));
    expect(status).toBe(201);
    const stuk = await document(body.documentId);
    expect(stuk.bestand.subarray(0, 5).toString()).toBe('%PDF-');
    expect(stuk).toMatchObject({
      soort: 'afweging',
      titel: 'Afweging van de leerroutes, PIP versie 1',
      set_id: pipId,
    });
    const { gegevens } = stuk.herkomst as { gegevens: Record<string, unknown> };
    expect(gegevens).toMatchObject({
      besluit: { door: m.naam, dagtekening: '2026-11-21', route: 'B1-route', versie: 1 },
      standpunt: { richting: 'rtl', taalnaam: 'Arabisch' },
      afwijking,
      handelingen: [
        {
          wie: m.naam,
          op: '2026-11-21',
          wat: expect.stringContaining('de motivering per leerroute'),
        },
        { wat: 'Besliste namens het college', wie: m.naam },
      ],
    });
    expect(JSON.stringify(gegevens)).not.toMatch(/999\d{6}/);
    expect((await lees(id)).afdrukken).toMatchObject([
      { documentId: body.documentId, door: m.naam },
    ]);
  });

  it('kan ook vóór het besluit, en zegt dat dan', async () => {
    const id = await dossier(TOETS);
    const { body } = await m.vraag('POST', pad(id, '/_afdrukken'));
    const stuk = await document(body.documentId);
    expect(stuk.titel).toBe('Afweging van de leerroutes, vóór het besluit');
    expect(stuk.herkomst).toMatchObject({ gegevens: { besluit: null, concept: null } });
  });

  it('ziet alleen wie de intake mag lezen', async () => {
    const id = await dossier(TOETS);
    const { body } = await m.vraag('POST', pad(id, '/_afdrukken'));
    const kijkt = await w.medewerker(g.organisatieId, ['monitoring:klantmanager']);
    const stukken = (wie: TestMedewerker) => wie.vraag('GET', `/v1/dossiers/${id}/documenten`);
    expect((await stukken(kijkt)).body.items).toEqual([]);
    expect((await stukken(m)).body.items).toHaveLength(1);
    const adres = `/v1/dossiers/${id}/documenten/${body.documentId}`;
    expect((await kijkt.vraag('GET', adres)).status).toBe(404);
    expect((await m.vraag('GET', adres)).status).toBe(200);
  });

  it('wordt met dezelfde sleutel één keer gemaakt', async () => {
    const id = await dossier(TOETS);
    const koppen = { 'idempotency-key': 'sleutel-afdruk-1' };
    const eerste = await m.vraag('POST', pad(id, '/_afdrukken'), undefined, koppen);
    const tweede = await m.vraag('POST', pad(id, '/_afdrukken'), undefined, koppen);
    expect(tweede.body).toEqual(eerste.body);
    expect((await lees(id)).afdrukken).toHaveLength(1);
  });

  it('kan niet zonder briefhoofd of met een teken zonder letter', async () => {
    const kaal = await w.gemeente();
    const daar = await w.medewerker(kaal.organisatieId);
    const los = await w.dossier(kaal.id, klaarVoorPip(kaal));
    const geweigerd = await daar.vraag('POST', pad(los, '/_afdrukken'));
    expect([geweigerd.status, codes(geweigerd.body)]).toEqual([409, ['briefhoofd-onvolledig']]);
    const id = await dossier();
    await m.vraag('POST', pad(id, '/_standpunt'), {
      woorden: '我想学习',
      taal: 'nl',
      gezien: null,
    });
    const teken = await m.vraag('POST', pad(id, '/_afdrukken'));
    expect([teken.status, codes(teken.body)]).toEqual([409, ['teken-ontbreekt']]);
  });

  it('maakt alleen wie een PIP opstelt', async () => {
    const id = await dossier();
    const leest = await w.medewerker(g.organisatieId, ['brede-intake:klantmanager']);
    for (const rest of ['/_afdrukken', '/_standpunt', '/_vrije-plaats']) {
      const vragen = {
        '/_afdrukken': undefined,
        '/_standpunt': { ...WOORDEN, gezien: null },
        '/_vrije-plaats': { route: 'B', instelling: 'x', plaatsen: 1, op: '2026-11-20' },
      };
      const { status } = await leest.vraag(
        'POST',
        pad(id, rest),
        vragen[rest as keyof typeof vragen],
      );
      expect([rest, status]).toEqual([rest, 403]);
    }
  });
});
