import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datum } from '../../rules/shared/datum.ts';
import type { NieuwFeit } from '../../server/dossier/feiten.ts';
import { inTraject, maakScholen, SCHOOL, trajectVan } from '../../test/traject.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../test/world.ts';

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

const duo = (feit: object) =>
  ({ geldigOp: datum('2026-11-01'), bron: 'duo', ...feit }) as NieuwFeit;

describe('het traject', () => {
  it('laat termijn, examens en voortgang op één plek zien', async () => {
    const op = datum('2026-11-01');
    const dossierId = await w.dossier(g.id, [
      ...inTraject(g, 'B'),
      duo({ soort: 'examen', inhoud: { onderdeel: 'KNM', resultaat: 'Geslaagd', op } }),
      duo({
        soort: 'examen',
        inhoud: {
          onderdeel: 'LE',
          resultaat: 'Geen',
          niveau: 'B1',
          redenGeenResultaat: 'Absent',
          op,
        },
      }),
      duo({ soort: 'gratis-pogingen', inhoud: { onderdeel: 'LE', tegoed: 1 } }),
      duo({
        soort: 'vrijstelling',
        inhoud: { soort: 'gedeeltelijk', oordeel: 'Toekenning', reden: 'GED', onderdeel: 'SP' },
      }),
    ]);
    const { lees } = trajectVan(m, dossierId);
    const beeld = await lees();
    expect(beeld).toMatchObject({
      leerroute: 'B',
      termijn: {
        begin: '2026-10-02',
        laatsteDag: '2029-10-01',
        dag: 51,
        aantalDagen: 1096,
        oordeelVanaf: '2029-08-02',
      },
      deel: { les: true, alles: true },
    });
    const examen = (code: string) =>
      beeld.examens.find((e: { onderdeel: string }) => e.onderdeel === code);
    expect(examen('KNM').uitslagen).toMatchObject([{ resultaat: 'Geslaagd', niveau: null }]);
    expect(examen('LE')).toMatchObject({
      uitslagen: [{ resultaat: 'Geen', niveau: 'B1', reden: 'Absent' }],
      gratis: 1,
    });
    expect(examen('SP')).toMatchObject({ uitslagen: [], vrijgesteld: 'vrijgesteld', gratis: null });
    const ids = beeld.verplichtingen.map((v: { id: string }) => v.id);
    expect(ids).toEqual(['pvt', 'module-map', 'examens', 'voortgangsgesprekken']);
  });

  it('zonder PIP is er nog weinig te zien, en geen fout', async () => {
    const dossierId = await w.dossier(g.id, []);
    expect(await trajectVan(m, dossierId).lees()).toMatchObject({
      leerroute: null,
      heeftPip: false,
      termijn: null,
      aanbod: [],
      examens: [],
    });
  });

  it('lezen komt in het logboek', async () => {
    const dossierId = await w.dossier(g.id, []);
    await trajectVan(m, dossierId).lees();
    const logboek = await m.vraag('GET', `/v1/dossiers/${dossierId}/logboek`);
    const soorten = logboek.body.items.map((i: { objectSoort: string }) => i.objectSoort);
    expect(soorten).toContain('traject');
  });
});

describe('wie ziet wat', () => {
  const vol = async () => {
    const dossierId = await w.dossier(g.id, inTraject(g, 'Z'));
    const t = trajectVan(m, dossierId);
    await t.aanbod();
    await t.resultaat('pvt');
    await t.resultaat('map');
    await t.doe('gesprekken', { op: '2026-11-10', onderwerp: 'Werk', afspraken: '', vorige: null });
    return dossierId;
  };
  const kinds = (beeld: { uren: { kind: string }[] }) => [
    ...new Set(beeld.uren.map((u) => u.kind)),
  ];
  const onderdelen = (beeld: { resultaten: { onderdeel: string }[] }) =>
    beeld.resultaten.map((r) => r.onderdeel);

  it('een school ziet en vult de lessen, niets van PVT, MAP of gesprekken', async () => {
    const dossierId = await vol();
    const school = trajectVan(
      await w.medewerker(g.organisatieId, ['leerroute-z:klantmanager']),
      dossierId,
    );
    const beeld = await school.lees();
    expect(kinds(beeld)).toEqual([
      'instelling',
      'brede-intake',
      'alle-instellingen',
      'participatie',
    ]);
    expect(onderdelen(beeld)).toEqual([]);
    expect(beeld).toMatchObject({ gesprekken: [], deel: { les: true, alles: false } });
    const ids = beeld.verplichtingen.map((v: { id: string }) => v.id);
    expect(ids).toEqual(['zroute-taal', 'zroute-participatie']);
    expect(beeld.verplichtingen[0].uitleg).toBeUndefined();
    expect((await school.uren()).status).toBe(201);
    expect((await school.uren({ kind: 'pvt', instellingsnummer: null })).status).toBe(403);
    expect((await school.aanbod()).status).toBe(403);
    expect((await school.resultaat('pvt')).status).toBe(403);
    expect((await school.zroute()).status).toBe(403);
  });

  it.each([
    ['pvt', 'pvt', 'map'],
    ['map', 'map-praktijk', 'pvt'],
  ] as const)('wie %s geeft, ziet en vult alleen dat', async (taak, kind, ander) => {
    const dossierId = await vol();
    const partner = trajectVan(
      await w.medewerker(g.organisatieId, [`${taak}:klantmanager`]),
      dossierId,
    );
    const beeld = await partner.lees();
    expect([kinds(beeld), onderdelen(beeld)]).toEqual([[kind], [taak]]);
    expect(beeld).toMatchObject({ aanbod: [], examens: [], gesprekken: [] });
    expect((await partner.uren({ kind, instellingsnummer: null })).status).toBe(201);
    expect((await partner.uren()).status).toBe(403);
    expect((await partner.resultaat(ander)).status).toBe(403);
    expect((await partner.zroute()).status).toBe(403);
  });

  it('wie alleen leest, legt niets vast', async () => {
    const dossierId = await vol();
    const lezer = trajectVan(await w.medewerker(g.organisatieId, ['*:lezer']), dossierId);
    const beeld = await lezer.lees();
    expect(beeld.mag).toEqual({ aanbod: false, oordeel: false, gesprek: false, herhalen: false });
    expect(beeld.uren.some((u: { bewerken: boolean }) => u.bewerken)).toBe(false);
    expect((await lezer.uren()).status).toBe(403);
  });

  it('een andere gemeente vindt het niet, en wijzigt niets', async () => {
    const dossierId = await vol();
    const elders = trajectVan(await w.medewerker((await w.gemeente()).organisatieId), dossierId);
    expect((await elders.haal()).status).toBe(404);
    expect((await elders.aanbod()).status).toBe(404);
    expect((await elders.uren()).status).toBe(404);
    expect((await elders.resultaat('pvt')).status).toBe(404);
    expect((await elders.zroute()).status).toBe(404);
    const gesprek = { op: '2026-11-10', onderwerp: 'x', afspraken: '', vorige: null };
    expect((await elders.doe('gesprekken', gesprek)).status).toBe(404);
    expect((await trajectVan(m, dossierId).lees()).uren[0]).toMatchObject({
      instellingsnummer: SCHOOL.bow,
      laatste: null,
    });
  });
});

describe('voortgangsgesprek', () => {
  const gesprek = (anders: object = {}) => ({
    op: '2026-11-10',
    onderwerp: 'Werk',
    afspraken: 'Zij belt de bakker.',
    vorige: null,
    ...anders,
  });

  it('telt mee, met onderwerp en afspraken, en gaat niet naar DUO', async () => {
    const dossierId = await w.dossier(g.id, inTraject(g, 'B'));
    const { doe, lees } = trajectVan(m, dossierId);
    const antwoord = await doe('gesprekken', gesprek());
    expect(antwoord).toMatchObject({ status: 201, body: { verzendingId: null } });
    const beeld = await lees();
    expect(beeld.gesprekken).toMatchObject([
      { op: '2026-11-10', onderwerp: 'Werk', afspraken: 'Zij belt de bakker.', door: m.naam },
    ]);
    const telt = beeld.verplichtingen.find((v: { id: string }) => v.id === 'voortgangsgesprekken');
    expect(telt.voortgang).toMatchObject({ is: 1, moet: 8 });
  });

  it.each([
    ['2026-11-20', 201],
    ['2026-11-21', 201],
    ['2026-11-22', 400],
  ])('gevoerd op %s: %i', async (op, status) => {
    const dossierId = await w.dossier(g.id, inTraject(g, 'B'));
    expect((await trajectVan(m, dossierId).doe('gesprekken', gesprek({ op }))).status).toBe(status);
  });

  it('verbeteren vervangt; wie een oude versie verbetert, hoort wie er tussen kwam', async () => {
    const dossierId = await w.dossier(g.id, inTraject(g, 'B'));
    const { doe, lees } = trajectVan(m, dossierId);
    const { feitId } = (await doe('gesprekken', gesprek())).body;
    expect((await doe('gesprekken', gesprek({ vorige: feitId, op: '2026-11-09' }))).status).toBe(
      201,
    );
    expect((await lees()).gesprekken).toMatchObject([{ op: '2026-11-09' }]);
    const nogEens = await doe('gesprekken', gesprek({ vorige: feitId }));
    expect(nogEens).toMatchObject({ status: 409, body: { conflict: { wie: m.naam } } });
  });

  it('twee gesprekken op één dag mogen', async () => {
    const dossierId = await w.dossier(g.id, inTraject(g, 'B'));
    const { doe, lees } = trajectVan(m, dossierId);
    await doe('gesprekken', gesprek());
    await doe('gesprekken', gesprek({ onderwerp: 'Kinderopvang' }));
    expect((await lees()).gesprekken).toHaveLength(2);
  });
});
