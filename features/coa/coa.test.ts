import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { datum } from '../../rules/shared/datum.ts';
import type { Feit } from '../../rules/stand/feiten.ts';
import { leesFeiten } from '../../server/dossier/feiten.ts';
import { alsEigenaar } from '../../test/api/rijk.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../test/world.ts';

let w: Wereld;
let g: TestGemeente;
let m: TestMedewerker;
let volgende = 0;

beforeAll(async () => {
  w = await maakWereld();
  g = await w.gemeente();
  m = await w.medewerker(g.organisatieId);
});
afterAll(() => w.sluit());

const nieuwNummer = () => String(2_200_000_000 + ++volgende);
const bestand = (...personen: object[]) =>
  Buffer.from(
    JSON.stringify({ formulier: 'meedoen-coa-overdracht', versie: 1, personen }),
  ).toString('base64');
const iemand = (over: object = {}) => ({
  vNummer: nieuwNummer(),
  voornamen: 'Yusuf',
  geslachtsnaam: `Naam${'abcdefghijklmnop'[volgende % 16]}${volgende}`,
  geboortedatum: '1990-05-01',
  koppelingOp: '2026-11-02',
  azc: 'azc Heidebos',
  'taal-eerdere-uren': 40,
  ...over,
});

const bekijk = (inhoud: string, wie = m) =>
  wie.vraag('POST', '/v1/coa/_bekijk', { gemeenteId: g.id, inhoud });
const neemOp = (inhoud: string, keuzes: object[] = [], wie = m) =>
  wie.vraag('POST', '/v1/coa/overdrachten', { gemeenteId: g.id, inhoud, keuzes });

const feitenVan = (dossierId: string): Promise<Feit[]> =>
  w.db.forGemeenten({ gemeenten: [g.id] }, (tx) => leesFeiten(tx, { gemeenteId: g.id, dossierId }));

/** Alles wat in de database staat, behalve het logboek. */
const aantallen = () =>
  alsEigenaar(w, async (c) => {
    const { rows } = await c.query(
      'select (select count(*) from feit) f, (select count(*) from dossier) d, (select count(*) from bijzonder_feit) b, (select count(*) from coa_overdracht) o',
    );
    return rows[0] as Record<string, string>;
  });

describe('bekijken', () => {
  it('bewaart niets en zegt per persoon wat er zou gebeuren', async () => {
    const voor = await aantallen();
    const inhoud = bestand(
      iemand({ voornamen: 'Selam' }),
      { vNummer: 'x' },
      iemand({ 'taal-nederlands': 'C2' }),
    );
    const { status, body } = await bekijk(inhoud);
    expect(status).toBe(200);
    expect(body.rijen.map((r: { uitkomst: string }) => r.uitkomst)).toEqual([
      'nieuw-dossier',
      'onleesbaar',
      'nieuw-dossier',
    ]);
    expect(body.rijen[0].nieuw).toContainEqual({
      wat: 'Koppeling',
      tekst: 'gekoppeld op 2 november 2026, verblijft in azc Heidebos',
    });
    expect(body.rijen[2].gebreken[0]).toMatchObject({ plek: 'Niveau Nederlands' });
    expect(body.eerder).toBeNull();
    expect(await aantallen()).toEqual(voor);
  });

  it('zegt in een zin waarom een bestand niet te lezen is', async () => {
    const { status, body } = await bekijk(Buffer.from('zomaar iets').toString('base64'));
    expect([status, body.code, body.detail]).toEqual([
      400,
      'bestand-onleesbaar',
      'Dit is geen JSON en geen rekenblad (.xlsx).',
    ]);
  });

  it('leest het eigen sjabloon', async () => {
    const { status, headers } = await m.vraag('GET', '/v1/coa/sjabloon');
    expect([status, headers['content-disposition']]).toEqual([
      200,
      'attachment; filename="coa-overdracht.xlsx"',
    ]);
    const antwoord = await w.app.inject({ url: '/v1/coa/sjabloon', headers: { cookie: m.cookie } });
    const leeg = await bekijk(antwoord.rawPayload.toString('base64'));
    expect(leeg.body.detail).toBe('Er staan geen personen in dit bestand.');
  });
});

describe('opnemen', () => {
  it('opent een dossier met koppeling en antwoorden van COA; nog eens geeft niets nieuws', async () => {
    const inhoud = bestand(
      iemand({ 'jong-kind': 'ja', 'werk-nederland': 'betaald werk; nog niets' }),
    );
    const { status, body } = await neemOp(inhoud);
    expect([status, body.rijen[0].uitkomst, body.rijen[0].naam]).toEqual([
      200,
      'nieuw-dossier',
      expect.stringContaining('Yusuf'),
    ]);
    const feiten = await feitenVan(body.rijen[0].dossierId);
    expect(feiten.every((f) => f.bron === 'coa' && f.verwijzing === 'COA-overdracht')).toBe(true);
    expect(feiten.map((f) => [f.soort, f.inhoud])).toContainEqual([
      'intake-antwoord',
      { onderdeel: 'werkervaring', vraag: 'werk-nederland', waarde: ['betaald werk', 'nog niets'] },
    ]);
    expect(feiten.map((f) => [f.soort, f.geldigOp])).toContainEqual(['koppeling', '2026-11-02']);

    const voor = await aantallen();
    const nogEens = await neemOp(inhoud);
    expect(nogEens.body.rijen[0]).toMatchObject({ uitkomst: 'niets-nieuws', feiten: 0 });
    expect(nogEens.body.overdrachtId).toBe(body.overdrachtId);
    expect(await aantallen()).toEqual(voor);
    expect((await bekijk(inhoud)).body.eerder.door).toBe(m.naam);
  });

  it('bevestigen met dezelfde waarde maakt het antwoord van een mens, en COA komt daar niet meer overheen', async () => {
    const persoon = iemand({ 'werk-jaren': 3 });
    const { body } = await neemOp(bestand(persoon));
    const { dossierId } = body.rijen[0];
    const pad = `/v1/dossiers/${dossierId}/intake`;
    type Vraag = { id: string; antwoord: { feitId: string } | null };
    const antwoordIn = (intake: { vragen: Vraag[] }) =>
      intake.vragen.find((v) => v.id === 'werk-jaren')?.antwoord;
    const voor = antwoordIn((await m.vraag('GET', pad)).body);
    expect(voor).toMatchObject({ waarde: 3, bron: 'COA' });
    const na = await m.vraag('PUT', `${pad}/antwoorden/werk-jaren`, {
      waarde: 3,
      vervangt: voor?.feitId,
    });
    expect(antwoordIn(na.body)).toMatchObject({ waarde: 3, bron: m.naam });
    const nogEens = await neemOp(bestand({ ...persoon, 'werk-jaren': 9 }));
    expect(nogEens.body.rijen[0].uitkomst).toBe('niets-nieuws');
    const bekeken = await bekijk(bestand({ ...persoon, 'werk-jaren': 9 }));
    expect(bekeken.body.rijen[0].blijft).toEqual(['Jaren gewerkt']);
  });

  it('een nieuwer bestand verbetert wat COA eerder gaf', async () => {
    const persoon = iemand();
    const { body } = await neemOp(bestand(persoon));
    await neemOp(bestand({ ...persoon, 'taal-eerdere-uren': 90 }));
    const uren = (await feitenVan(body.rijen[0].dossierId)).filter(
      (f) => f.soort === 'intake-antwoord',
    );
    expect(uren.map((f) => (f.inhoud as { waarde: number }).waarde)).toEqual([40, 90]);
    expect(uren[1]?.vervangt).toBe(uren[0]?.id);
  });

  it('vraagt een keuze als alleen de naam lijkt, ook anders geschreven', async () => {
    const dossierId = await w.dossier(g.id, [
      {
        soort: 'persoon',
        bron: 'medewerker',
        geldigOp: datum('2026-11-01'),
        inhoud: {
          voornamen: 'Mohammed',
          geslachtsnaam: 'Haddad',
          geboorte: { soort: 'jaar', jaar: 1985 },
        },
      },
    ]);
    const persoon = iemand({
      voornamen: 'Muhamad',
      geslachtsnaam: 'al-Haddad',
      geboortedatum: '1985',
    });
    const inhoud = bestand(persoon);
    const { body } = await bekijk(inhoud);
    expect(body.rijen[0]).toMatchObject({ uitkomst: 'kiezen', kandidaten: [{ dossierId }] });
    expect((await neemOp(inhoud)).body.rijen[0]).toMatchObject({ uitkomst: 'kiezen', feiten: 0 });
    const keuze = [{ rij: 1, keuze: 'dossier', dossierId }];
    const gekozen = await neemOp(inhoud, keuze);
    expect(gekozen.body.rijen[0]).toMatchObject({ uitkomst: 'aangevuld', dossierId });
    // Het V-nummer is aangevuld: de volgende keer is er niets te kiezen.
    expect((await bekijk(inhoud)).body.rijen[0]).toMatchObject({
      uitkomst: 'niets-nieuws',
      dossierId,
    });
  });

  it('neemt een ander dossier dan de kandidaten niet aan, en slaat over wat men overslaat', async () => {
    const ander = (await neemOp(bestand(iemand()))).body.rijen[0].dossierId;
    await w.dossier(g.id, [
      {
        soort: 'persoon',
        bron: 'medewerker',
        geldigOp: datum('2026-11-01'),
        inhoud: {
          voornamen: 'Bilal',
          geslachtsnaam: 'Karam',
          geboorte: { soort: 'jaar', jaar: 1981 },
        },
      },
    ]);
    const inhoud = bestand(
      iemand({ voornamen: 'Bilal', geslachtsnaam: 'Karam', geboortedatum: '1981' }),
    );
    const mis = await neemOp(inhoud, [{ rij: 1, keuze: 'dossier', dossierId: ander }]);
    expect(mis.body.rijen[0].uitkomst).toBe('kiezen');
    const over = await neemOp(inhoud, [{ rij: 1, keuze: 'overslaan' }]);
    expect(over.body.rijen[0].uitkomst).toBe('overgeslagen');
    const nieuw = await neemOp(inhoud, [{ rij: 1, keuze: 'nieuw' }]);
    expect(nieuw.body.rijen[0].uitkomst).toBe('nieuw-dossier');
  });

  it('een tegenstrijdig nummer, een andere gemeente of een dubbele rij wordt niet opgenomen; de rest wel', async () => {
    const bsn = '999990019';
    const eerste = iemand({ bsn });
    await neemOp(bestand(eerste));
    const dubbel = iemand();
    const { body } = await neemOp(
      bestand(
        iemand({ bsn }),
        iemand({ gemeentecode: '0001' }),
        dubbel,
        dubbel,
        iemand({ gemeentecode: g.code }),
      ),
    );
    expect(body.rijen.map((r: { uitkomst: string }) => r.uitkomst)).toEqual([
      'tegenstrijdig',
      'onleesbaar',
      'nieuw-dossier',
      'onleesbaar',
      'nieuw-dossier',
    ]);
  });
});

describe('gezondheid', () => {
  const ziek = () =>
    iemand({ 'gezondheid-zintuigen': 'ziet niet goed', 'motivatie-doel': 'is vaak ziek' });

  it('komt nooit in een feit: met het recht bij de bijzondere gegevens, vrije tekst wordt geweigerd', async () => {
    const inhoud = bestand(ziek());
    const { body } = await neemOp(inhoud);
    const feiten = await feitenVan(body.rijen[0].dossierId);
    expect(JSON.stringify(feiten)).not.toMatch(/ziet niet goed|ziek/);
    expect(body.rijen[0].gebreken).toEqual([
      { plek: 'Doel over drie jaar', tekst: expect.stringContaining('gezondheid') },
    ]);
    const gezond = await m.vraag(
      'GET',
      `/v1/dossiers/${body.rijen[0].dossierId}/intake/gezondheid`,
    );
    expect(JSON.stringify(gezond.body)).toContain('ziet niet goed');
    expect((await neemOp(inhoud)).body.rijen[0].uitkomst).toBe('niets-nieuws');
  });

  it('wordt zonder dat recht geweigerd, met uitleg', async () => {
    const zonder = await w.medewerker(g.organisatieId, ['brede-intake:klantmanager']);
    const voor = await aantallen();
    const { body } = await neemOp(bestand(ziek()), [], zonder);
    expect(body.rijen[0].gebreken.map((x: { plek: string }) => x.plek)).toContain('Zien en horen');
    expect((await aantallen()).b).toBe(voor.b);
  });
});

describe('geschiedenis, koppeling en taakstelling', () => {
  it('de geschiedenis toont per rij wat ervan werd; namen alleen voor wie dossiers mag zien', async () => {
    const beheer = await w.medewerker(g.organisatieId, ['beheer:beheer']);
    const vol = await m.vraag('GET', '/v1/coa/overdrachten');
    expect(vol.body.items[0].rijen[0]).toMatchObject({ naam: expect.stringContaining('Yusuf') });
    const kaal = await beheer.vraag('GET', '/v1/coa/overdrachten');
    expect(kaal.body.items.length).toBe(vol.body.items.length);
    expect(JSON.stringify(kaal.body)).not.toContain('Yusuf');
    expect(
      (await beheer.vraag('POST', '/v1/coa/_bekijk', { gemeenteId: g.id, inhoud: 'eA==' })).status,
    ).toBe(403);
  });

  it('een koppeling met de hand opent een dossier, en staat er maar één keer', async () => {
    const vraag = {
      gemeenteId: g.id,
      vNummer: nieuwNummer(),
      op: '2026-11-10',
      azc: 'azc Duinrand',
    };
    const eerst = await m.vraag('POST', '/v1/coa/koppelingen', vraag);
    expect(eerst.body).toMatchObject({ nieuw: true, vastgelegd: true });
    const weer = await m.vraag('POST', '/v1/coa/koppelingen', vraag);
    expect(weer.body).toEqual({ dossierId: eerst.body.dossierId, nieuw: false, vastgelegd: false });
    const morgen = await m.vraag('POST', '/v1/coa/koppelingen', { ...vraag, op: '2026-11-22' });
    expect([morgen.status, morgen.body.invalidParams[0].name]).toEqual([400, 'op']);
  });

  it('telt eerlijk: gekoppeld en gehuisvest in het halfjaar, elk één keer', async () => {
    const h = await w.gemeente();
    const wie = await w.medewerker(h.organisatieId, [
      'brede-intake:klantmanager',
      'brede-intake:regisseur',
    ]);
    const koppeling = (op: string) =>
      ({
        soort: 'koppeling',
        bron: 'coa',
        geldigOp: datum(op),
        inhoud: { op: datum(op) },
      }) as const;
    const inschrijving = (op: string, azc = false, gemeentecode = h.code) =>
      ({
        soort: 'inschrijving',
        bron: 'brp',
        geldigOp: datum(op),
        inhoud: { gemeentecode, op: datum(op), ...(azc ? { azc } : {}) },
      }) as const;
    await w.dossier(h.id, [koppeling('2026-06-30'), inschrijving('2026-07-01')]);
    await w.dossier(h.id, [
      koppeling('2026-07-01'),
      koppeling('2026-08-01'),
      inschrijving('2026-07-15', true),
    ]);
    await w.dossier(h.id, [koppeling('2026-09-01'), inschrijving('2026-10-01', false, '0001')]);
    await w.dossier(h.id, [inschrijving('2026-09-09')]);
    const vraag = { gemeenteId: h.id, jaar: 2026, helft: 2, aantal: 12 };
    await wie.vraag('PUT', '/v1/coa/taakstelling', { ...vraag, aantal: 99 });
    const { body } = await wie.vraag('PUT', '/v1/coa/taakstelling', vraag);
    const van = (helft: number) => body.items.find((i: { helft: number }) => i.helft === helft);
    expect(van(1)).toMatchObject({ aantal: null, gekoppeld: 1, gehuisvest: 0 });
    expect(van(2)).toMatchObject({ aantal: 12, gekoppeld: 2, gehuisvest: 1 });
    expect(body.wacht).toEqual([{ gemeenteId: h.id, gemeente: h.naam, aantal: 2 }]);
  });
});

it('een rekenblad van buiten gaat de hele weg', async () => {
  const bytes = await writeXlsx(
    [
      ['V-nummer', 'Achternaam', 'Geboortedatum', 'Diploma’s'].map((value) => ({ value })),
      [{ value: nieuwNummer() }, { value: 'Okbay' }, { value: '1991' }, { value: 'JA, een kopie' }],
    ],
    { sheet: 'Personen' },
  ).toBuffer();
  const { body } = await neemOp(bytes.toString('base64'));
  expect(body.rijen[0]).toMatchObject({ uitkomst: 'nieuw-dossier', gebreken: [] });
  expect(JSON.stringify(await feitenVan(body.rijen[0].dossierId))).toContain('ja, een kopie');
});
