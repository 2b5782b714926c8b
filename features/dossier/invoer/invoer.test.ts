import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datum } from '../../../rules/shared/datum.ts';
import type { NieuwFeit } from '../../../server/dossier/feiten.ts';
import { nieuwId } from '../../../server/id.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../../test/world.ts';

let w: Wereld;
let g: TestGemeente;
let m: TestMedewerker;
let elders: TestMedewerker;
let volgend = 0;
const nieuwV = () => String(2200000000 + ++volgend);

beforeAll(async () => {
  w = await maakWereld({ vandaag: '2026-11-21' });
  g = await w.gemeente();
  m = await w.medewerker(g.organisatieId);
  elders = await w.medewerker((await w.gemeente()).organisatieId);
});
afterAll(() => w.sluit());

const persoon = (geslachtsnaam: string, jaar = 1990, voornamen = 'Proef') => ({
  voornamen,
  geslachtsnaam,
  geboorte: { soort: 'jaar', jaar },
});
const vraag = (extra: object = {}) => ({
  gemeenteId: g.id,
  vNummer: nieuwV(),
  persoon: persoon(`Naam${letters()}`),
  ...extra,
});
/** A name that sounds like no other. */
const MEDEKLINKERS = 'bdfgklmnprst';
const letters = () => {
  volgend += 1;
  return [...String(volgend * 7919)].map((c) => `a${MEDEKLINKERS[Number(c)]}`).join('');
};
const open = async (extra: object = {}, headers = {}) =>
  m.vraag('POST', '/v1/dossiers', vraag(extra), headers);
const opened = async (extra: object = {}) => (await open(extra)).body.dossierId as string;
const velden = (body: { invalidParams: { name: string }[] }) =>
  body.invalidParams.map((p) => p.name);
const feitenVan = async (id: string) =>
  (await m.vraag('GET', `/v1/dossiers/${id}/tijdlijn`)).body.items;

describe('een dossier met de hand openen', () => {
  it('opent voor iemand in een azc met alleen een V-nummer', async () => {
    const antwoord = await open({
      vNummer: '123456',
      persoon: {
        ...persoon('Haile'),
        geboorte: { soort: 'jaarMaand', jaar: 1999, maand: 4 },
        nationaliteit: 'Eritrese',
      },
      koppeling: { op: '2026-10-01', azc: 'azc Duinsloot' },
      taal: { gesprekstaal: 'Tigrinya', tolkNodig: true },
    });
    expect(antwoord.status).toBe(201);
    const id = antwoord.body.dossierId;
    expect(antwoord.headers.location).toBe(`/v1/dossiers/${id}`);
    const kop = (await m.vraag('GET', `/v1/dossiers/${id}`)).body;
    expect(kop).toMatchObject({
      naam: 'Proef Haile',
      geboorte: 'geboren in april 1999',
      tolkNodig: true,
    });
    expect((await m.vraag('POST', `/v1/dossiers/${id}/_toon-bsn`)).body.vNummer).toBe('0000123456');
    expect((await feitenVan(id)).map((i: { tekst: string }) => i.tekst)).toContain(
      'Door COA gekoppeld aan de gemeente op 1 oktober 2026; verblijft in azc Duinsloot',
    );
  });

  it('noemt alle fouten tegelijk en bewaart dan niets', async () => {
    const antwoord = await open({
      vNummer: 'V12',
      bsn: '999000018',
      persoon: { ...persoon('Later'), geboorte: { soort: 'datum', datum: '2027-01-01' } },
      koppeling: { op: '2026-11-22' },
    });
    expect(antwoord.status).toBe(400);
    expect(velden(antwoord.body)).toEqual([
      'bsn',
      'vNummer',
      'koppeling.op',
      'persoon.geboorte',
      'koppeling.op',
    ]);
    expect(JSON.stringify(antwoord.body)).not.toMatch(/999000018|V12|Later/);
  });

  it.each([
    ['geen nummer', { vNummer: undefined }, 'vNummer'],
    ['geen naam', { persoon: persoon('  ') }, 'persoon.geslachtsnaam'],
    ['alleen een plaatje als naam', { persoon: persoon('🙂') }, 'persoon.geslachtsnaam'],
    ['201 tekens', { persoon: persoon('a'.repeat(201)) }, 'persoon.geslachtsnaam'],
    ['omgekeerde leesrichting', { persoon: persoon('Sel\u202Emay') }, 'persoon.geslachtsnaam'],
    ['stuurteken', { persoon: persoon('Sel\u0007may') }, 'persoon.geslachtsnaam'],
    [
      '30 februari',
      { persoon: { ...persoon('X'), geboorte: { soort: 'datum', datum: '1999-02-30' } } },
      'persoon.geboorte.datum',
    ],
    [
      'maand 13',
      { persoon: { ...persoon('X'), geboorte: { soort: 'jaarMaand', jaar: 1999, maand: 13 } } },
      'persoon.geboorte.maand',
    ],
    ['vóór 1900', { persoon: persoon('X', 1899) }, 'persoon.geboorte.jaar'],
    ['koppeling in het jaar 1', { koppeling: { op: '0001-01-01' } }, 'koppeling.op'],
    [
      'koppeling vóór geboorte',
      { persoon: persoon('Xyzb', 2020), koppeling: { op: '2019-12-31' } },
      'koppeling.op',
    ],
  ])('weigert: %s', async (_wat, extra, veld) => {
    const antwoord = await open(extra);
    expect(antwoord.status).toBe(400);
    expect(velden(antwoord.body)).toContain(veld);
  });

  it.each([
    '<script>alert(1)</script>',
    "O'Brien; drop table dossier; --",
    'سلام تسفاي',
    'Ñúñez-Þórsson 🙂',
    `${'b'.repeat(200)}`,
  ])('bewaart een vreemde naam letterlijk: %s', async (naam) => {
    const id = await opened({ persoon: persoon(naam, 1971, '') });
    expect((await m.vraag('GET', `/v1/dossiers/${id}`)).body.naam).toBe(naam);
  });

  it('verwijst bij hetzelfde nummer naar het dossier dat er al is', async () => {
    const vNummer = nieuwV();
    const id = await opened({ vNummer });
    const weer = await open({ vNummer });
    expect(weer.status).toBe(409);
    expect(weer.body.redenen).toMatchObject([{ code: 'bestaat-al', actie: `/inburgeraars/${id}` }]);
    const tegenstrijdig = await open({ vNummer, bsn: '999000056' });
    expect(tegenstrijdig.status).toBe(409);
    expect(tegenstrijdig.body.redenen[0].actie).toBe(`/inburgeraars/${id}`);
  });

  it('waarschuwt bij een naam die hetzelfde klinkt met hetzelfde geboortejaar, ook bij 1 januari', async () => {
    const id = await opened({ persoon: persoon('Al-Khatib', 1985, 'Mohammed') });
    const ander = {
      ...persoon('Alkhateeb', 1985, 'Muhamad'),
      geboorte: { soort: 'datum', datum: '1985-01-01' },
    };
    const lijkt = { ...ander, geslachtsnaam: 'Al Khateeb' };
    const geweigerd = await open({ persoon: lijkt });
    expect(geweigerd.status).toBe(409);
    expect(geweigerd.body.code).toBe('mogelijk-dubbel');
    expect(JSON.stringify(geweigerd.body)).not.toMatch(/Mohammed|Khatib/);
    const dubbelen = await m.vraag('POST', '/v1/dossiers/_dubbelen', {
      gemeenteId: g.id,
      persoon: lijkt,
    });
    expect(dubbelen.body.items).toEqual([
      { dossierId: id, naam: 'Mohammed Al-Khatib', geboorte: '1985' },
    ]);
    expect((await open({ persoon: lijkt, nietDezelfde: [id] })).status).toBe(201);
    expect(
      (await open({ persoon: { ...lijkt, geboorte: { soort: 'jaar', jaar: 1984 } } })).status,
    ).toBe(201);
  });

  it('opent één keer bij een herhaald verzoek', async () => {
    const body = vraag();
    const sleutel = { 'idempotency-key': 'openen-12345678' };
    const een = await m.vraag('POST', '/v1/dossiers', body, sleutel);
    const twee = await m.vraag('POST', '/v1/dossiers', body, sleutel);
    expect([een.status, twee.status]).toEqual([201, 201]);
    expect(twee.body).toEqual(een.body);
  });

  it('weigert een andere gemeente, een verkeerde rol en wie niet is aangemeld', async () => {
    expect((await elders.vraag('POST', '/v1/dossiers', vraag())).status).toBe(404);
    expect(
      (
        await elders.vraag('POST', '/v1/dossiers/_dubbelen', {
          gemeenteId: g.id,
          persoon: persoon('X'),
        })
      ).status,
    ).toBe(404);
    const lezer = await w.medewerker(g.organisatieId, ['*:lezer']);
    expect((await lezer.vraag('POST', '/v1/dossiers', vraag())).status).toBe(403);
    expect(
      (await w.app.inject({ method: 'POST', url: '/v1/dossiers', payload: vraag() })).statusCode,
    ).toBe(401);
  });
});

describe('samenvoegen met de hand', () => {
  const samen = (naar: string, metDossierId: string, wie = m) =>
    wie.vraag('POST', `/v1/dossiers/${naar}/_samenvoegen`, { metDossierId });

  it('laat alles in één dossier zien, met het logboek van beide', async () => {
    const azc = await opened({ koppeling: { op: '2026-05-01' } });
    await m.vraag('POST', `/v1/dossiers/${azc}/notities`, { tekst: 'Eerste gesprek in het azc' });
    const brp = await w.dossier(g.id, [], { bsn: '999000068' });
    expect((await samen(brp, azc)).status).toBe(200);
    const kop = (await m.vraag('GET', `/v1/dossiers/${azc}`)).body;
    expect(kop).toMatchObject({
      dossierId: brp,
      nummers: { bsn: true, vNummer: true },
      samengevoegd: [{ dossierId: azc }],
    });
    const items = await feitenVan(brp);
    expect(
      items.find((i: { tekst: string }) => i.tekst === 'Eerste gesprek in het azc'),
    ).toMatchObject({ overgenomen: true, bron: m.naam });
    expect(items.some((i: { soort: string }) => i.soort === 'samenvoeging')).toBe(true);
    const logboek = (await m.vraag('GET', `/v1/dossiers/${brp}/logboek?pageSize=100`)).body.items;
    const soorten = logboek.map((i: { objectSoort: string }) => i.objectSoort);
    expect(soorten).toEqual(expect.arrayContaining(['samenvoeging', 'notitie', 'dossier']));
  });

  it('weigert twee burgerservicenummers, zichzelf, en een dossier van elders', async () => {
    const een = await w.dossier(g.id, [], { bsn: '999000081' });
    const twee = await w.dossier(g.id, [], { bsn: '999000093' });
    const geweigerd = await samen(een, twee);
    expect(geweigerd.body.redenen.map((r: { code: string }) => r.code)).toEqual(['ander-bsn']);
    expect((await samen(await opened(), await opened())).body.redenen[0].code).toBe(
      'ander-v-nummer',
    );
    expect((await samen(een, een)).body.redenen[0].code).toBe('zelfde-dossier');
    const ver = await w.dossier((await w.gemeente()).id, []);
    expect((await samen(een, ver)).status).toBe(404);
    expect((await samen(een, twee, elders)).status).toBe(404);
    const handhaver = await w.medewerker(g.organisatieId, ['handhaving:klantmanager']);
    expect((await samen(een, twee, handhaver)).status).toBe(403);
  });
});

describe('gezin, notities, derden en verbeteringen', () => {
  const band = (van: string, anderDossierId: string, relatie: string) =>
    m.vraag('POST', `/v1/dossiers/${van}/gezinsbanden`, { anderDossierId, relatie });
  const gezin = async (id: string) =>
    (await m.vraag('GET', `/v1/dossiers/${id}/gezinsbanden`)).body.items;

  it('legt een band in beide dossiers, gespiegeld, en laat hem in beide vervallen', async () => {
    const [ouder, kind] = [await opened(), await opened()];
    expect((await band(ouder, kind, 'kind')).status).toBe(200);
    await band(ouder, kind, 'kind');
    expect(await gezin(ouder)).toMatchObject([{ dossierId: kind, relatie: 'kind' }]);
    expect(await gezin(kind)).toMatchObject([{ dossierId: ouder, relatie: 'ouder' }]);
    await band(ouder, kind, 'broer-of-zus');
    expect(await gezin(kind)).toMatchObject([{ dossierId: ouder, relatie: 'broer-of-zus' }]);
    expect((await m.vraag('GET', `/v1/dossiers/${ouder}`)).body.aantalGezinsleden).toBe(1);
    expect((await m.vraag('DELETE', `/v1/dossiers/${kind}/gezinsbanden/${ouder}`)).status).toBe(
      200,
    );
    expect([await gezin(ouder), await gezin(kind)]).toEqual([[], []]);
    expect((await m.vraag('GET', `/v1/dossiers/${ouder}`)).body.aantalGezinsleden).toBe(0);
    const vervallen = (await feitenVan(ouder)).find((i: { tekst: string }) =>
      i.tekst.startsWith('Gezinsband vervallen'),
    );
    expect(vervallen.eerder).toHaveLength(2);
    expect((await m.vraag('DELETE', `/v1/dossiers/${kind}/gezinsbanden/${ouder}`)).status).toBe(
      404,
    );
  });

  it('legt van twee kanten tegelijk één band', async () => {
    const [een, ander] = [await opened(), await opened()];
    const alle = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        i % 2 ? band(een, ander, 'partner') : band(ander, een, 'partner'),
      ),
    );
    expect(new Set(alle.map((a) => a.status))).toEqual(new Set([200]));
    expect(await gezin(een)).toMatchObject([{ dossierId: ander, relatie: 'partner' }]);
  });

  it('volgt een gezinslid dat is samengevoegd, en weigert zichzelf en een ander gemeente', async () => {
    const [een, oud] = [await opened(), await opened()];
    const nieuw = await w.dossier(g.id, []);
    await band(een, oud, 'partner');
    await m.vraag('POST', `/v1/dossiers/${nieuw}/_samenvoegen`, { metDossierId: oud });
    expect(await gezin(een)).toMatchObject([{ dossierId: nieuw, relatie: 'partner' }]);
    expect((await band(een, een, 'partner')).status).toBe(409);
    const ver = await w.dossier((await w.gemeente()).id, []);
    expect((await band(een, ver, 'partner')).status).toBe(404);
  });

  it('bewaart een notitie één keer en weigert een lege', async () => {
    const id = await opened();
    const sleutel = { 'idempotency-key': 'notitie-12345678' };
    for (let i = 0; i < 2; i++)
      expect(
        (
          await m.vraag(
            'POST',
            `/v1/dossiers/${id}/notities`,
            { tekst: "Belt liever\n's ochtends" },
            sleutel,
          )
        ).status,
      ).toBe(201);
    const notities = (await m.vraag('GET', `/v1/dossiers/${id}/tijdlijn?onderwerp=notities`)).body;
    expect(notities.totaal).toBe(1);
    expect((await m.vraag('POST', `/v1/dossiers/${id}/notities`, { tekst: '   ' })).status).toBe(
      400,
    );
    expect((await elders.vraag('POST', `/v1/dossiers/${id}/notities`, { tekst: 'x' })).status).toBe(
      404,
    );
  });

  it('houdt bij van wie informatie is gevraagd en of zij er is', async () => {
    const id = await opened();
    const gevraagd = { van: 'IDW', waarom: 'diplomawaardering', onmisbaar: true };
    expect((await m.vraag('POST', `/v1/dossiers/${id}/derde-informatie`, gevraagd)).status).toBe(
      201,
    );
    const [open1] = (await m.vraag('GET', `/v1/dossiers/${id}/gegevens`)).body.derdeInformatie;
    expect(open1).toMatchObject({ ...gevraagd, gevraagdOp: '2026-11-21', ontvangenOp: null });
    const ontvang = (ontvangenOp: string, feitId = open1.feitId) =>
      m.vraag('POST', `/v1/dossiers/${id}/derde-informatie/${feitId}/_ontvangen`, { ontvangenOp });
    expect((await ontvang('2026-11-22')).status).toBe(400);
    expect((await ontvang('2026-11-20')).status).toBe(400);
    expect((await ontvang('2026-11-21', nieuwId())).status).toBe(404);
    expect((await ontvang('2026-11-21')).status).toBe(200);
    expect((await ontvang('2026-11-21')).status).toBe(404);
    const [klaar] = (await m.vraag('GET', `/v1/dossiers/${id}/gegevens`)).body.derdeInformatie;
    expect(klaar).toMatchObject({ gevraagdOp: '2026-11-21', ontvangenOp: '2026-11-21' });
  });

  it('verbetert alleen wat de gebruiker zag, en nooit wat uit de BRP komt', async () => {
    const brp: NieuwFeit = {
      soort: 'persoon',
      bron: 'brp',
      geldigOp: datum('2026-01-01'),
      inhoud: { voornamen: 'A', geslachtsnaam: 'B', geboorte: { soort: 'onbekend' } },
    };
    const id = await w.dossier(g.id, [brp]);
    const zet = (soort: string, vervangt: string | null, inhoud: object, wie = m) =>
      wie.vraag('PUT', `/v1/dossiers/${id}/gegevens`, { soort, vervangt, inhoud });
    const { persoon: p } = (await m.vraag('GET', `/v1/dossiers/${id}/gegevens`)).body;
    expect(p.teWijzigen).toBe(false);
    expect((await zet('persoon', p.feitId, persoon('C'))).body.redenen[0].code).toBe('uit-brp');
    const taal = { gesprekstaal: 'Tigrinya', tolkNodig: true };
    expect((await zet('taal', nieuwId(), taal)).status).toBe(404);
    expect((await zet('taal', null, taal)).body.revisie).toBeGreaterThan(1);
    const botsing = await zet('taal', null, { ...taal, tolkNodig: false });
    expect(botsing.status).toBe(409);
    expect(botsing.body.conflict).toMatchObject({ wie: m.naam, wat: 'taal' });
    const { taal: nu } = (await m.vraag('GET', `/v1/dossiers/${id}/gegevens`)).body;
    const tegelijk = await Promise.all(
      [1, 2].map((i) => zet('taal', nu.feitId, { gesprekstaal: `Taal ${i}`, tolkNodig: true })),
    );
    expect(tegelijk.map((a) => a.status).toSorted()).toEqual([200, 409]);
    expect(
      (await zet('contact', null, { telefoon: 'bel maar', email: 'geen adres' })).body
        .invalidParams,
    ).toHaveLength(2);
    expect(
      (await zet('adres', null, { straat: 'A', huisnummer: '1', postcode: '0123 AB', plaats: 'B' }))
        .status,
    ).toBe(400);
    expect((await zet('taal', null, taal, elders)).status).toBe(404);
    const lezer = await w.medewerker(g.organisatieId, ['*:lezer']);
    expect((await zet('taal', null, taal, lezer)).status).toBe(403);
  });
});
