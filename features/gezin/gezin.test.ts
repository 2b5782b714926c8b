import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { datum } from '../../rules/shared/datum.ts';
import type { NieuwFeit } from '../../server/dossier/feiten.ts';
import { voegSamen } from '../../server/dossier/openen.ts';
import { nieuwId } from '../../server/id.ts';
import { maakWereld, type TestMedewerker, type Wereld } from '../../test/world.ts';
import type { Gezinsbeeld } from './gezin.schema.ts';

let w: Wereld;
beforeAll(async () => {
  w = await maakWereld();
});
beforeEach(() => w.klok.zetOp(datum('2026-11-21')));
afterAll(() => w.sluit());

const persoon = (voornamen: string): NieuwFeit => ({
  soort: 'persoon',
  inhoud: { voornamen, geslachtsnaam: 'Haile', geboorte: { soort: 'jaar', jaar: 1990 } },
  geldigOp: datum('2026-10-01'),
  bron: 'brp',
});

async function opzet() {
  const g = await w.gemeente();
  const m = await w.medewerker(g.organisatieId);
  const [selam, dawit, yonas] = [
    await w.dossier(g.id, [persoon('Selam')]),
    await w.dossier(g.id, [persoon('Dawit')]),
    await w.dossier(g.id, [persoon('Yonas')]),
  ];
  const band = (van: string, naar: string, relatie: string) =>
    m.vraag('POST', `/v1/dossiers/${van}/gezinsbanden`, { anderDossierId: naar, relatie });
  await band(selam, dawit, 'partner');
  await band(selam, yonas, 'kind');
  return { g, m, selam, dawit, yonas, url: `/v1/dossiers/${selam}` };
}

const lees = async (m: TestMedewerker, dossierId: string): Promise<Gezinsbeeld> =>
  (await m.vraag('GET', `/v1/dossiers/${dossierId}/gezin`)).body;

const kind = (m: TestMedewerker, url: string, extra: object = {}) =>
  m.vraag('POST', `${url}/gezinsleden`, {
    naam: 'Rahwa',
    relatie: 'kind',
    geboortejaar: 2024,
    geboortemaand: 5,
    ...extra,
  });

describe('het gezinsbeeld', () => {
  it('toont elk lid met zijn eigen voortgang, van beide kanten', async () => {
    const { m, selam, dawit, yonas } = await opzet();
    const beeld = await lees(m, selam);
    expect(beeld.leden.map((l) => [l.dossierId, l.relatie])).toEqual([
      [selam, 'zelf'],
      [dawit, 'partner'],
      [yonas, 'kind'],
    ]);
    expect(beeld.leden[1]).toMatchObject({ naam: 'Dawit Haile', pip: { staat: 'geen' } });
    expect((await lees(m, yonas)).leden.map((l) => l.relatie)).toEqual(['zelf', 'ouder']);
  });

  it('vindt een band die alleen in het andere dossier staat, met de omgekeerde relatie', async () => {
    const { g, m, selam } = await opzet();
    const zus = await w.dossier(g.id, [
      persoon('Miriam'),
      {
        soort: 'gezin',
        inhoud: { anderDossierId: selam, relatie: 'kind' },
        geldigOp: datum('2026-10-01'),
        bron: 'coa',
      },
    ]);
    const lid = (await lees(m, selam)).leden.find((l) => l.dossierId === zus);
    expect(lid).toMatchObject({ relatie: 'ouder', naam: 'Miriam Haile' });
  });

  it('volgt een lid dat is samengevoegd, en toont een lid niet dat is afgeschermd', async () => {
    const { g, m, selam, dawit, yonas } = await opzet();
    const blijft = await w.dossier(g.id, [persoon('Dawit')]);
    await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      voegSamen(tx, g.id, dawit, blijft, { nu: w.klok.nu(), vandaag: w.klok.vandaag() }),
    );
    await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx
        .insertInto('quarantaine')
        .values({
          gemeente_id: g.id,
          id: nieuwId(),
          dossier_id: yonas,
          dossier_ids: [yonas],
          staat: 'open',
          reden: 'verkeerde-persoon',
          toelichting: 'x',
          afgeschermd_op: w.klok.nu(),
          afgeschermd_door: m.id,
        })
        .execute(),
    );
    const ids = (await lees(m, selam)).leden.map((l) => l.dossierId);
    expect(ids).toEqual([selam, blijft]);
  });

  it('bestaat niet voor een andere gemeente, en een lezer wijzigt niets', async () => {
    const { g, m, selam, url } = await opzet();
    const ander = await opzet();
    expect((await ander.m.vraag('GET', `${url}/gezin`)).status).toBe(404);
    expect((await kind(ander.m, url)).status).toBe(404);
    const lezer = await w.medewerker(g.organisatieId, ['*:lezer']);
    expect((await lees(lezer, selam)).mag.bewerken).toBe(false);
    expect((await kind(lezer, url)).status).toBe(403);
    expect((await lees(m, selam)).zonderDossier).toEqual([]);
  });

  it('schrijft wie is bekeken in het logboek', async () => {
    const { g, m, selam, dawit, yonas } = await opzet();
    await lees(m, selam);
    const rij = await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx
        .selectFrom('audit')
        .select(['dossier_ids'])
        .where('gemeente_id', '=', g.id)
        .where('handeling', '=', 'lezen')
        .where('object_soort', '=', 'gezin')
        .executeTakeFirstOrThrow(),
    );
    expect(new Set(rij.dossier_ids)).toEqual(new Set([selam, dawit, yonas]));
  });
});

describe('gezinsleden zonder dossier', () => {
  it('zijn te zien bij ieder lid, met wat er voor de voorschool nog moet', async () => {
    const { m, url, dawit } = await opzet();
    expect((await kind(m, url)).status).toBe(201);
    const beeld = await lees(m, dawit);
    expect(beeld.zonderDossier).toMatchObject([
      {
        naam: 'Rahwa',
        bij: 'Selam Haile',
        leeftijd: 2,
        vveLeeftijd: 'voorschool',
        vveAfspraakNodig: true,
      },
    ]);
  });

  it('wijzigen en verlaten het gezin op een dag', async () => {
    const { m, url, selam } = await opzet();
    await kind(m, url);
    const [lid] = (await lees(m, selam)).zonderDossier;
    const wijzig = (extra: object) =>
      m.vraag('PUT', `${url}/gezinsleden/${lid?.gezinslidId}`, {
        naam: 'Rahwa',
        relatie: 'kind',
        geboortejaar: 2024,
        geboortemaand: 5,
        vve: 'gaat',
        ...extra,
      });
    const { body } = await wijzig({ gezien: lid?.feitId });
    expect((await lees(m, selam)).zonderDossier[0]).toMatchObject({
      vve: 'gaat',
      vveAfspraakNodig: false,
    });
    expect((await wijzig({ gezien: body.feitId, tot: '2026-11-22' })).status).toBe(200);
    expect((await lees(m, selam)).zonderDossier).toHaveLength(1);
    w.klok.zetOp(datum('2026-11-22'));
    expect((await lees(m, selam)).zonderDossier).toEqual([]);
  });

  it('botsen als een ander eerder was', async () => {
    const { g, m, url, selam } = await opzet();
    const ander = await w.medewerker(g.organisatieId);
    await kind(m, url);
    const [lid] = (await lees(m, selam)).zonderDossier;
    const wijzig = (wie: TestMedewerker) =>
      wie.vraag('PUT', `${url}/gezinsleden/${lid?.gezinslidId}`, {
        naam: 'Rahwa',
        relatie: 'kind',
        gezien: lid?.feitId,
      });
    await wijzig(ander);
    const { status, body } = await wijzig(m);
    expect([status, body.conflict.wie, body.conflict.wat]).toEqual([
      409,
      ander.naam,
      'gezinslid Rahwa',
    ]);
  });

  it.each([
    [{ geboortejaar: 2026, geboortemaand: 12 }, 'geboortemaand'],
    [{ geboortejaar: 2027, geboortemaand: undefined }, 'geboortejaar'],
    [{ geboortejaar: undefined, geboortemaand: 3 }, 'geboortejaar'],
    [{ naam: ' ' }, 'naam'],
    [{ relatie: 'buurman' }, 'relatie'],
  ])('weigeren %j', async (extra, veld) => {
    const { m, url } = await opzet();
    const { status, body } = await kind(m, url, extra);
    expect([status, body.invalidParams[0].name]).toEqual([400, veld]);
  });

  it('weigeren te wijzigen wat er niet is', async () => {
    const { m, url } = await opzet();
    const { status } = await m.vraag('PUT', `${url}/gezinsleden/${nieuwId()}`, {
      naam: 'Rahwa',
      relatie: 'kind',
      gezien: nieuwId(),
    });
    expect(status).toBe(404);
  });
});

const AFSPRAAK = {
  soort: 'intakegesprek',
  datum: '2026-11-30',
  tijd: '10:00',
  plaats: 'het gemeentehuis',
  duurMinuten: 90,
};

describe('een afspraak voor het gezin', () => {
  const plan = (m: TestMedewerker, url: string, wie: string[], extra: object = {}, kop = {}) =>
    m.vraag('POST', `${url}/gezin/afspraken`, { ...AFSPRAAK, wie, ...extra }, kop);

  it('staat bij ieder, met een eigen uitkomst en de vraag om een gesprek alleen', async () => {
    const { m, url, selam, dawit } = await opzet();
    await m.vraag('PUT', `/v1/dossiers/${dawit}/intake/privegesprek`, {
      aangeboden: true,
      vervangt: null,
    });
    const { status, body } = await plan(m, url, [selam, dawit]);
    expect(status).toBe(201);
    expect(body.privegesprekAanbieden).toEqual(['Selam Haile']);
    const afspraakVan = (id: string) =>
      body.afspraken.find((a: { dossierId: string }) => a.dossierId === id).afspraakId;
    expect(afspraakVan(selam)).not.toBe(afspraakVan(dawit));
    w.klok.zetOp(datum('2026-11-30'));
    await m.vraag('POST', `/v1/dossiers/${selam}/afspraken/${afspraakVan(selam)}/uitkomst`, {
      uitkomst: 'verschenen',
      vervangt: null,
    });
    const beeld = await lees(m, dawit);
    expect(beeld.groepen).toHaveLength(1);
    expect(
      Object.fromEntries(beeld.groepen[0]?.wie.map((x) => [x.naam, x.uitkomst]) ?? []),
    ).toEqual({ 'Selam Haile': 'verschenen', 'Dawit Haile': null });
    const lid = (naam: string) => beeld.leden.find((l) => l.naam === naam);
    expect(lid('Dawit Haile')?.volgendeAfspraak).toMatchObject({
      datum: '2026-11-30',
      samen: true,
    });
    expect(lid('Selam Haile')?.volgendeAfspraak).toBeNull();
  });

  it('wordt met dezelfde sleutel één keer gemaakt', async () => {
    const { m, url, selam, dawit } = await opzet();
    const kop = { 'idempotency-key': nieuwId() };
    const een = await plan(m, url, [selam, dawit], {}, kop);
    const twee = await plan(m, url, [selam, dawit], {}, kop);
    expect(twee.body).toEqual(een.body);
    expect((await lees(m, selam)).groepen).toHaveLength(1);
  });

  it.each([
    ['2026-11-20', 409, 'dag-voorbij'],
    ['2026-11-21', 201, undefined],
    ['2027-11-22', 201, undefined],
    ['2027-11-23', 409, 'dag-te-ver'],
  ])('op %s geeft %i %s', async (dag, verwacht, code) => {
    const { m, url, selam, dawit } = await opzet();
    const { status, body } = await plan(m, url, [selam, dawit], { datum: dag });
    expect([status, body.redenen?.[0].code]).toEqual([verwacht, code]);
  });

  it('weigert wie niet bij het gezin hoort, en schrijft dan niets', async () => {
    const { g, m, url, selam, dawit, yonas } = await opzet();
    const vreemde = await w.dossier(g.id, [persoon('Omar')]);
    const vreemd = await plan(m, url, [selam, dawit, vreemde]);
    expect([vreemd.status, vreemd.body.redenen[0].code]).toEqual([409, 'geen-gezinslid']);
    const zonderZelf = await plan(m, url, [dawit, yonas]);
    expect(zonderZelf.body.redenen[0].code).toBe('geen-gezinslid');
    for (const wie of [[selam], [selam, selam], [selam, dawit, dawit]]) {
      expect((await plan(m, url, wie)).body.redenen[0].code).toBe('te-weinig');
    }
    expect((await plan(m, url, [])).status).toBe(400);
    expect((await lees(m, selam)).groepen).toEqual([]);
  });

  it('weigert als een van hen is overleden', async () => {
    const { g, m, url, selam } = await opzet();
    const overleden = await w.dossier(g.id, [
      persoon('Tesfay'),
      {
        soort: 'gezin',
        inhoud: { anderDossierId: selam, relatie: 'partner' },
        geldigOp: datum('2026-10-01'),
        bron: 'coa',
      },
      {
        soort: 'overlijden',
        inhoud: { op: datum('2026-11-01') },
        geldigOp: datum('2026-11-01'),
        bron: 'brp',
      },
    ]);
    const { status, body } = await plan(m, url, [selam, overleden]);
    expect([status, body.redenen[0].code]).toEqual([409, 'overleden']);
  });

  it('voor de intake plant alleen wie de intake doet', async () => {
    const { g, url, selam, dawit } = await opzet();
    const monitor = await w.medewerker(g.organisatieId, ['monitoring:klantmanager']);
    expect((await plan(monitor, url, [selam, dawit])).status).toBe(403);
    const gesprek = await plan(monitor, url, [selam, dawit], { soort: 'voortgangsgesprek' });
    expect(gesprek.status).toBe(201);
  });
});
