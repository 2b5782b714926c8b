import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NieuwFeit } from '../../../server/dossier/feiten.ts';
import {
  antwoordt,
  berichten,
  codes,
  inTraject,
  maakScholen,
  SCHOOL,
  trajectVan,
} from '../../../test/traject.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../../test/world.ts';

let w: Wereld;
let g: TestGemeente;
let m: TestMedewerker;

beforeAll(async () => {
  w = await maakWereld({ vandaag: '2026-11-21' });
  g = await w.gemeente();
  m = await w.medewerker(g.organisatieId);
  await maakScholen(w);
});
afterAll(() => w.sluit());

const nieuw = async (feiten: NieuwFeit[] = inTraject(g, 'B')) => {
  const dossierId = await w.dossier(g.id, feiten);
  return { dossierId, ...trajectVan(m, dossierId) };
};

describe('aanbod', () => {
  it('gaat met precies de velden van DUO in de uitbox; het einde is de dag erna', async () => {
    const t = await nieuw();
    const { status, body } = await t.aanbod({ alfabetisering: 'AA' });
    expect(status).toBe(201);
    expect(await berichten(w, g, t.dossierId)).toEqual([
      {
        id: body.verzendingId,
        soort: 'aanbod',
        onderwerpId: body.feitId,
        staat: 'wacht',
        inhoud: {
          instellingsnummer: SCHOOL.bow,
          datumInburgeringsaanbod: '2026-10-05',
          verwachteStartdatumOpleiding: '2026-10-12',
          verwachteEinddatumOpleiding: '2027-10-12',
          indicatorAlfabetiseringsonderwijs: 'AA',
        },
      },
    ]);
    expect((await t.lees()).aanbod).toMatchObject([
      {
        instelling: 'TaalThuis',
        start: '2026-10-12',
        totEnMet: '2027-10-11',
        keurmerk: null,
        duo: { staat: 'wacht' },
      },
    ]);
  });

  it('zonder datums van de opleiding gaan die ook niet mee', async () => {
    const t = await nieuw();
    await t.aanbod({ start: null, totEnMet: null });
    const [bericht] = await berichten(w, g, t.dossierId);
    expect(Object.keys(bericht?.inhoud as object).sort()).toEqual([
      'datumInburgeringsaanbod',
      'indicatorAlfabetiseringsonderwijs',
      'instellingsnummer',
    ]);
  });

  it.each<[string, object, string, string]>([
    ['vóór het PIP', { datum: '2026-09-30', start: null }, 'AANBOD-3', 'datum'],
    ['onbekende instelling', { instellingsnummer: '9999999999' }, 'AANBOD-4', 'instellingsnummer'],
    ['zonder keurmerk', { instellingsnummer: SCHOOL.geen }, 'AANBOD-8', 'instellingsnummer'],
    ['start voor het aanbod', { start: '2026-10-04' }, 'AANBOD-11', 'start'],
    ['eind voor de start', { totEnMet: '2026-10-11' }, 'AANBOD-12', 'totEnMet'],
    ['start na de termijn', { start: '2029-10-02', totEnMet: null }, 'AANBOD-13', 'start'],
    ['eind na de termijn', { totEnMet: '2029-10-02' }, 'AANBOD-14', 'totEnMet'],
  ])('%s: geweigerd bij het veld, niets opgeslagen', async (_, anders, code, veld) => {
    const t = await nieuw();
    const antwoord = await t.aanbod(anders);
    expect(antwoord.status).toBe(409);
    expect(antwoord.body.redenen).toEqual([{ code, veld, tekst: expect.stringMatching(/\.$/) }]);
    expect(await berichten(w, g, t.dossierId)).toEqual([]);
    expect((await t.lees()).aanbod).toEqual([]);
  });

  it('de laatste dag van de termijn mag', async () => {
    const t = await nieuw();
    expect((await t.aanbod({ totEnMet: '2029-10-01' })).status).toBe(201);
  });

  it('niet voor een gezinsmigrant, en niet zonder PIP', async () => {
    const gezins = await nieuw(inTraject(g, 'B', 'Gezinsmigrant en overige migrant'));
    expect(codes(await gezins.aanbod())).toEqual(['AANBOD-1']);
    const zonder = await nieuw(inTraject(g, 'B').filter((f) => f.soort !== 'pip-vastgesteld'));
    expect(codes(await zonder.aanbod())).toContain('AANBOD-2');
  });

  it('in de onderwijsroute telt het keurmerk voor het taalschakeltraject', async () => {
    const t = await nieuw(inTraject(g, 'O'));
    expect(codes(await t.aanbod())).toEqual(['AANBOD-9']);
    expect((await t.aanbod({ instellingsnummer: SCHOOL.tst })).status).toBe(201);
  });

  it('zonder termijn van DUO kan het al wel', async () => {
    const t = await nieuw(inTraject(g, 'B').filter((f) => f.soort !== 'inburgeringstermijn'));
    expect((await t.aanbod({ totEnMet: '2035-01-01' })).status).toBe(201);
  });

  it('bij meer instellingen; één per instelling', async () => {
    const t = await nieuw();
    await w.db.zonderDossiers((tx) =>
      tx
        .insertInto('instelling')
        .values({
          instellingsnummer: '1000000009',
          naam: 'Tweede school',
          postcode: '7411AB',
          huisnummer: 2,
          plaats: 'Veldrijk',
          bow_keurmerk: true,
          tst_keurmerk: null,
          gezien_op: '2026-11-01T10:00:00Z',
        })
        .onConflict((c) => c.doNothing())
        .execute(),
    );
    await t.aanbod();
    await t.aanbod({ instellingsnummer: '1000000009', datum: '2026-10-06' });
    const { aanbod } = await t.lees();
    expect(aanbod.map((a: { instelling: string }) => a.instelling)).toEqual([
      'Tweede school',
      'TaalThuis',
    ]);
  });
});

describe('aanbod wijzigen en intrekken', () => {
  it('een wijziging vervangt; wat nog niet weg was vertrekt niet meer', async () => {
    const t = await nieuw();
    const eerst = (await t.aanbod()).body;
    const dan = await t.aanbod({ vorige: eerst.feitId, totEnMet: '2028-01-31' });
    expect(dan.status).toBe(201);
    expect((await berichten(w, g, t.dossierId)).map((b) => b.staat)).toEqual([
      'ingetrokken',
      'wacht',
    ]);
    expect((await t.lees()).aanbod).toMatchObject([{ totEnMet: '2028-01-31' }]);
  });

  it('wie een oude versie wijzigt of intrekt, hoort wie er tussen kwam', async () => {
    const t = await nieuw();
    const eerst = (await t.aanbod()).body;
    const ander = await w.medewerker(g.organisatieId);
    await trajectVan(ander, t.dossierId).aanbod({ vorige: eerst.feitId, start: '2026-10-19' });
    const conflict = { status: 409, body: { code: 'gewijzigd', conflict: { wie: ander.naam } } };
    expect(await t.aanbod({ vorige: eerst.feitId })).toMatchObject(conflict);
    expect(await t.aanbod({ vorige: null })).toMatchObject(conflict);
    const intrekken = await t.doe('aanbod/_intrekken', { vorige: eerst.feitId, reden: 'weg' });
    expect(intrekken).toMatchObject(conflict);
    expect((await t.lees()).aanbod).toMatchObject([{ start: '2026-10-19' }]);
  });

  it('intrekken wat DUO nog niet had: DUO hoort niets', async () => {
    const t = await nieuw();
    const { feitId } = (await t.aanbod()).body;
    const weg = await t.doe('aanbod/_intrekken', { vorige: feitId, reden: 'School gestopt' });
    expect(weg).toMatchObject({ status: 200, body: { verzendingId: null } });
    expect((await berichten(w, g, t.dossierId)).map((b) => b.staat)).toEqual(['ingetrokken']);
    expect((await t.lees()).aanbod).toMatchObject([
      { ingetrokken: { op: '2026-11-21', reden: 'School gestopt' } },
    ]);
  });

  it('intrekken wat DUO kent: DUO hoort het; daarna kan er een nieuw aanbod komen', async () => {
    const t = await nieuw();
    const { feitId, verzendingId } = (await t.aanbod()).body;
    await antwoordt(w, g, verzendingId, 'geaccepteerd');
    expect((await t.lees()).aanbod[0].duo).toMatchObject({
      staat: 'bekend',
      sinds: '2026-11-21T11:00:00.000Z',
    });
    const weg = await t.doe('aanbod/_intrekken', { vorige: feitId, reden: 'Verhuisd' });
    expect((await berichten(w, g, t.dossierId)).at(-1)).toMatchObject({
      soort: 'aanbod-intrekken',
      onderwerpId: weg.body.feitId,
      inhoud: { instellingsnummer: SCHOOL.bow },
    });
    expect((await t.aanbod()).status).toBe(201);
    expect((await t.lees()).aanbod).toMatchObject([{ ingetrokken: null }]);
  });

  it('de Stand vraagt na intrekken opnieuw om een aanbod', async () => {
    const t = await nieuw();
    const voorgesteld = async () => {
      const stand = await m.vraag('GET', `/v1/dossiers/${t.dossierId}/stand`);
      return stand.body.voorstellen.map((v: { soort: string }) => v.soort);
    };
    const { feitId } = (await t.aanbod()).body;
    expect(await voorgesteld()).not.toContain('aanbod-doen');
    await t.doe('aanbod/_intrekken', { vorige: feitId, reden: 'School gestopt' });
    expect(await voorgesteld()).toContain('aanbod-doen');
  });

  it('vraagt een reden', async () => {
    const t = await nieuw();
    const { feitId } = (await t.aanbod()).body;
    const weg = await t.doe('aanbod/_intrekken', { vorige: feitId, reden: ' ' });
    expect(weg.body.invalidParams).toMatchObject([{ name: 'reden' }]);
  });

  it('een herhaald verzoek met dezelfde sleutel doet niets nog eens', async () => {
    const t = await nieuw();
    const body = {
      instellingsnummer: SCHOOL.bow,
      datum: '2026-10-05',
      start: null,
      totEnMet: null,
      alfabetisering: 'A',
      vorige: null,
    };
    const sleutel = { 'idempotency-key': 'aanbod-twee-keer' };
    const een = await t.doe('aanbod', body, sleutel);
    const twee = await t.doe('aanbod', body, sleutel);
    expect(twee.body).toEqual(een.body);
    expect(await berichten(w, g, t.dossierId)).toHaveLength(1);
  });
});

describe('keurmerk', () => {
  it('waarschuwt als de school tijdens de cursus haar keurmerk of haar plaats op de lijst verliest', async () => {
    const t = await nieuw();
    const nummer = '1000000010';
    const zet = (rij: object) =>
      w.db.zonderDossiers((tx) =>
        tx.updateTable('instelling').set(rij).where('instellingsnummer', '=', nummer).execute(),
      );
    await w.db.zonderDossiers((tx) =>
      tx
        .insertInto('instelling')
        .values({
          instellingsnummer: nummer,
          naam: 'Wankel',
          postcode: '7411AB',
          huisnummer: 3,
          plaats: 'Veldrijk',
          bow_keurmerk: true,
          tst_keurmerk: false,
          gezien_op: '2026-11-01T10:00:00Z',
        })
        .execute(),
    );
    await t.aanbod({ instellingsnummer: nummer });
    const zin = async () => (await t.lees()).aanbod[0].keurmerk;
    expect(await zin()).toBeNull();
    await zet({ bow_keurmerk: false, keurmerk_verloren_op: '2026-11-15T00:00:00Z' });
    expect(await zin()).toContain('sinds 15 november 2026 het keurmerk van Blik op Werk niet');
    await zet({ verdwenen_op: '2026-11-18T00:00:00Z' });
    expect(await zin()).toContain('DUO noemt deze instelling niet meer sinds 18 november 2026');
    const lijst = await m.vraag('GET', `/v1/dossiers/${t.dossierId}/traject/instellingen`);
    const nummers = lijst.body.items.map((i: { instellingsnummer: string }) => i.instellingsnummer);
    expect(nummers).toContain(SCHOOL.bow);
    expect(nummers).not.toContain(nummer);
  });

  it('zegt wat DUO weigerde, met haar woorden', async () => {
    const t = await nieuw();
    const { verzendingId } = (await t.aanbod()).body;
    await antwoordt(w, g, verzendingId, 'geweigerd', ['Het mag niet.']);
    expect((await t.lees()).aanbod[0].duo).toMatchObject({
      staat: 'geweigerd',
      foutteksten: ['Het mag niet.'],
      verzendingId,
    });
  });
});
