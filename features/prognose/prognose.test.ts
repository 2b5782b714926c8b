import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datum } from '../../rules/shared/datum.ts';
import type { NieuwFeit } from '../../server/dossier/feiten.ts';
import {
  klaarVoorPip,
  legPipVoor,
  maakConcept,
  stelPipVast,
} from '../../test/begeleiding/pip-dossier.ts';
import { afspraak as metTolkTaal, tolkInvoer } from '../../test/begeleiding/tolken.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../test/world.ts';

let w: Wereld;
let bsn = 999_500_000;

beforeAll(async () => {
  w = await maakWereld({ vandaag: '2026-11-21' });
});
afterAll(() => w.sluit());

/** Kennisgeving op 20 september: de tien weken lopen tot en met 30 november. */
const klaar = (g: TestGemeente) => klaarVoorPip(g);
const zonderIntake = (g: TestGemeente) => klaar(g).filter((f) => f.soort !== 'intake-afgerond');
const metNaam = (feiten: NieuwFeit[], voornamen: string, geslachtsnaam: string): NieuwFeit[] =>
  feiten.map((f) =>
    f.soort === 'persoon' ? { ...f, inhoud: { ...f.inhoud, voornamen, geslachtsnaam } } : f,
  );
const afspraak = (dag: string, tolkTaal?: string): NieuwFeit => ({
  soort: 'afspraak',
  inhoud: {
    afspraakId: `a-${dag}`,
    soort: 'intakegesprek',
    datum: datum(dag),
    tijd: '10:00',
    plaats: 'Stadhuis',
    duurMinuten: 60,
    ...(tolkTaal ? { tolkTaal } : {}),
  },
  geldigOp: datum('2026-11-01'),
  bron: 'medewerker',
});
const TOLK: NieuwFeit = {
  soort: 'taal',
  inhoud: { gesprekstaal: 'Tigrinya', tolkNodig: true },
  geldigOp: datum('2026-10-01'),
  bron: 'medewerker',
};

async function team() {
  const g = await w.gemeente();
  const m = await w.medewerker(g.organisatieId);
  const voegToe = (feiten: NieuwFeit[], klantmanagerId: string | undefined = m.id) =>
    w.dossier(g.id, feiten, { bsn: String(bsn++), ...(klantmanagerId ? { klantmanagerId } : {}) });
  return { g, m, voegToe };
}
const zoek = async (m: TestMedewerker, deel: object = {}) =>
  (await m.vraag('POST', '/v1/prognose/_zoek', { page: 1, pageSize: 25, ...deel })).body;
/** Zoveel mensen erbij met de stand van `dossierId`, die in de lijst vóór iedereen staan. */
const vul = (g: TestGemeente, dossierId: string, aantal: number, klantmanagerId: string | null) =>
  w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
    sql`with d as (insert into dossier (gemeente_id, id, geopend_op)
        select ${g.id}::uuid, gen_random_uuid(), now() from generate_series(1, ${aantal}) returning id)
      insert into dossier_stand
        select (jsonb_populate_record(s, jsonb_build_object('dossier_id', d.id, 'naam', 'Iemand anders',
          'sorteernaam', '', 'klantmanager_id', ${klantmanagerId}::uuid))).*
        from dossier_stand s, d where s.gemeente_id = ${g.id} and s.dossier_id = ${dossierId}`.execute(
      tx,
    ),
  );
const redenen = (rij: { redenen: { code: string }[] }) => rij.redenen.map((r) => r.code);

describe('wie het PIP te laat dreigt te krijgen', () => {
  it('staat er met de reden en wie er iets aan kan doen', async () => {
    const { g, m, voegToe } = await team();
    await voegToe(klaar(g));
    await voegToe([...zonderIntake(g), TOLK, afspraak('2026-11-25')]);
    const beeld = await zoek(m);
    expect(beeld).toMatchObject({ totaal: 2, totEnMet: '2026-12-19', tellingen: { dreigt: 2 } });
    const [a, b] = beeld.items;
    const [concept, intake] = a.stap === 'concept' ? [a, b] : [b, a];
    expect(concept).toMatchObject({ laatsteDag: '2026-11-30', doelOp: '2026-11-09', achter: 12 });
    expect(redenen(concept)).toEqual(['concept-niet-begonnen', 'toets-niet-gepland']);
    expect(redenen(intake)).toEqual(['intake-te-laat-gepland', 'geen-tolk', 'toets-niet-gepland']);
    expect(beeld.perReden[0]).toMatchObject({
      code: 'toets-niet-gepland',
      invloed: 'eigen',
      aantal: 2,
    });
  });

  it('noemt een tolk die nodig is pas geregeld als er een is geboekt, tot die is afgezegd', async () => {
    const { g, m, voegToe } = await team();
    const { feit, afspraakId } = metTolkTaal('2026-11-25', '10:00');
    const dossierId = await voegToe([...zonderIntake(g), TOLK, feit]);
    const zonderTolk = async () => (await zoek(m, { reden: 'geen-tolk' })).totaal;
    expect(await zonderTolk()).toBe(1);
    const { body: tolk } = await m.vraag('POST', '/v1/tolken', tolkInvoer([g.id]));
    const pad = `/v1/dossiers/${dossierId}/afspraken/${afspraakId}/tolk`;
    const keuze = { tolkId: tolk.tolkId, vorm: 'aanwezig', overlegd: false };
    const { body: inzet } = await m.vraag('POST', pad, keuze);
    expect(await zonderTolk()).toBe(0);
    const afgezegd = await m.vraag('POST', `/v1/tolkinzetten/${inzet.inzetId}/_afzeggen`, {
      reden: 'de tolk is ziek',
      revisie: inzet.revisie,
    });
    expect([afgezegd.status, await zonderTolk()]).toEqual([200, 1]);
  });

  it('telt de tolk van een ander gesprek niet mee', async () => {
    const { g, m, voegToe } = await team();
    const eerst = metTolkTaal('2026-11-24', '10:00');
    const later = metTolkTaal('2026-11-25', '10:00');
    const dossierId = await voegToe([...zonderIntake(g), TOLK, eerst.feit, later.feit]);
    const { body: tolk } = await m.vraag('POST', '/v1/tolken', tolkInvoer([g.id]));
    const pad = `/v1/dossiers/${dossierId}/afspraken/${later.afspraakId}/tolk`;
    const keuze = { tolkId: tolk.tolkId, vorm: 'aanwezig', overlegd: false };
    expect((await m.vraag('POST', pad, keuze)).status).toBe(201);
    expect((await zoek(m, { reden: 'geen-tolk' })).totaal).toBe(1);
  });

  it('verdwijnt bij een concept dat ter vaststelling ligt, tot de laatste dag', async () => {
    const { g, m, voegToe } = await team();
    const id = await voegToe(klaar(g));
    const { pad } = await maakConcept(m, id);
    expect((await zoek(m)).items).toEqual([]);
    expect((await zoek(m, { oordeel: 'op-schema' })).items).toMatchObject([{ stap: 'afmaken' }]);
    expect((await legPipVoor(m, pad)).status).toBe(200);
    expect((await zoek(m, { oordeel: 'op-schema' })).items).toMatchObject([
      { stap: 'vaststellen' },
    ]);
  });

  it.each([
    ['2026-11-30', 'dreigt'],
    ['2026-12-01', 'te-laat'],
  ])('op %s: %s', async (dag, oordeel) => {
    const { g, m, voegToe } = await team();
    const id = await voegToe(klaar(g));
    w.klok.zetOp(datum(dag));
    await voegToe(klaar(g));
    const { items } = await zoek(m);
    w.klok.zetOp(datum('2026-11-21'));
    expect(items.find((r: { dossierId: string }) => r.dossierId !== id)).toMatchObject({ oordeel });
  });

  it.each([
    ['2026-11-01', 0],
    ['2026-11-02', 1],
    ['2026-11-03', 1],
  ])('kijkt vier weken vooruit: op %s staan er %i', async (dag, aantal) => {
    const { g, m, voegToe } = await team();
    await voegToe(zonderIntake(g));
    w.klok.zetOp(datum(dag));
    const { totaal } = await zoek(m);
    w.klok.zetOp(datum('2026-11-21'));
    expect(totaal).toBe(aantal);
  });

  it('volgt de eigen doelen van de gemeente', async () => {
    const { g, m, voegToe } = await team();
    await voegToe(klaar(g));
    expect((await zoek(m)).totaal).toBe(1);
    await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      sql`insert into beleid (gemeente_id, sleutel, geldig_vanaf, waarde)
        values (${g.id}, 'pipConceptStreefweek', '2026-01-01', '9')`.execute(tx),
    );
    expect((await zoek(m)).totaal).toBe(0);
  });

  it('wie al een PIP heeft staat er niet', async () => {
    const { g, m, voegToe } = await team();
    await w.db.zonderDossiers((tx) =>
      tx
        .updateTable('gemeente')
        .set({
          stijl: JSON.stringify({
            adres: 'a',
            postcode: '7411 AB',
            plaats: 'b',
            telefoon: '1',
            email: 'c@d.example',
            website: 'e',
          }),
        })
        .where('id', '=', g.id)
        .execute(),
    );
    const { pad } = await maakConcept(m, await voegToe(klaar(g)));
    expect((await stelPipVast(m, pad, { dagtekening: '2026-11-20' })).status).toBe(200);
    expect((await zoek(m, { oordeel: 'op-schema' })).totaal).toBe(0);
    expect((await zoek(m)).totaal).toBe(0);
  });
});

describe('kiezen, tellen en uitvoeren', () => {
  it('filtert op klantmanager, reden en invloed; de tellingen blijven van het geheel', async () => {
    const { g, m, voegToe } = await team();
    const collega = await w.medewerker(g.organisatieId);
    await voegToe(klaar(g));
    await voegToe(klaar(g), collega.id);
    await w.dossier(g.id, zonderIntake(g), { bsn: String(bsn++) });
    expect((await zoek(m, { klantmanager: 'mijn' })).totaal).toBe(1);
    expect((await zoek(m, { klantmanager: collega.id })).items[0].klantmanager.naam).toBe(
      collega.naam,
    );
    expect((await zoek(m, { klantmanager: 'geen' })).totaal).toBe(1);
    const gepland = await zoek(m, { reden: 'intake-niet-gepland' });
    expect([gepland.totaal, gepland.tellingen.dreigt]).toEqual([1, 3]);
    expect((await zoek(m, { invloed: 'anderen' })).totaal).toBe(0);
    expect((await zoek(m, { pageSize: 2, page: 2 })).items).toHaveLength(1);
    expect((await m.vraag('GET', '/v1/prognose/telling')).body).toEqual({ teLaat: 0, dreigt: 1 });
    const beeld = await zoek(m);
    expect(beeld.klantmanagers.map((k: { id: string }) => k.id).sort()).toEqual(
      [collega.id, m.id].sort(),
    );
  });

  it('vindt iemand op naam, ook op klank; de tellingen en keuzes blijven van het geheel', async () => {
    const { g, m, voegToe } = await team();
    const collega = await w.medewerker(g.organisatieId);
    await voegToe(klaar(g));
    const haile = await voegToe(metNaam(klaar(g), 'Yonas', 'Haile'), collega.id);
    const gevonden = await zoek(m, { zoek: ' yonas hayle ' });
    expect(gevonden.items.map((r: { dossierId: string }) => r.dossierId)).toEqual([haile]);
    expect([gevonden.totaal, gevonden.tellingen.dreigt]).toEqual([1, 2]);
    expect(gevonden.klantmanagers).toHaveLength(2);
    expect((await zoek(m, { zoek: 'haile', klantmanager: 'mijn' })).totaal).toBe(0);
    expect((await zoek(m, { zoek: 'niemand' })).totaal).toBe(0);
    expect((await zoek(m, { zoek: '' })).totaal).toBe(2);
    const csv = await m.vraag('POST', '/v1/prognose/_exporteer', { zoek: 'haile' });
    expect(String(csv.body)).toContain('Haile');
    expect(String(csv.body)).not.toContain('Tesfay');
    const sporen = await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      sql<{ n: number }>`select count(*)::int as n from audit
        where gemeente_id = ${g.id} and handeling = 'zoeken' and ${haile}::uuid = any (dossier_ids)`.execute(
        tx,
      ),
    );
    expect(sporen.rows[0]?.n).toBe(1);
  });

  it('geeft dezelfde lijst als bestand, met een regel in het logboek', async () => {
    const { g, m, voegToe } = await team();
    await voegToe(klaar(g));
    const { status, body, headers } = await m.vraag('POST', '/v1/prognose/_exporteer', {});
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    const [kop, rij] = String(body).split('\r\n');
    expect(kop).toContain('PIP uiterlijk;Verwacht op;Dagen achter');
    expect(rij).toContain('30-11-2026;12-12-2026;12;dreigt te laat;Selam Tesfay');
    const regels = await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      sql<{ n: number }>`select count(*)::int as n from audit
        where gemeente_id = ${g.id} and handeling = 'exporteren' and object_soort = 'prognose'`.execute(
        tx,
      ),
    );
    expect(regels.rows[0]?.n).toBe(1);
  });

  it('telt ook bij een lange lijst goed, en weigert een bestand waarin mensen zouden ontbreken', async () => {
    const { g, m, voegToe } = await team();
    const dossierId = await voegToe(klaar(g));
    const voer = (vraag: object = {}) => m.vraag('POST', '/v1/prognose/_exporteer', vraag);
    const telling = async () => (await m.vraag('GET', '/v1/prognose/telling')).body;
    await vul(g, dossierId, 1999, null);
    expect((await voer()).status).toBe(200);
    await vul(g, dossierId, 1, null);
    const geweigerd = await voer();
    expect([geweigerd.status, geweigerd.body.redenen]).toMatchObject([
      409,
      [{ code: 'lijst-te-lang' }],
    ]);
    expect(await telling()).toEqual({ teLaat: 0, dreigt: 1 });
    for (const vraag of [{ klantmanager: 'mijn' }, { klantmanager: m.id }, { zoek: 'Tesfay' }]) {
      const { status, body } = await voer(vraag);
      expect([status, String(body)]).toEqual([200, expect.stringContaining('Selam Tesfay')]);
    }
    expect((await voer({ klantmanager: 'geen' })).status).toBe(200);
    await vul(g, dossierId, 2000, m.id);
    expect((await m.vraag('GET', '/v1/prognose/telling')).status).toBe(409);
  });

  it('laat niemand van een andere gemeente zien', async () => {
    const { g, voegToe } = await team();
    await voegToe(klaar(g));
    const ander = await team();
    expect((await zoek(ander.m)).totaal).toBe(0);
    expect((await zoek(ander.m, { gemeenteId: g.id })).totaal).toBe(0);
    expect((await zoek(ander.m, { zoek: 'Tesfay' })).totaal).toBe(0);
    expect((await ander.m.vraag('GET', '/v1/prognose/telling')).body).toEqual({
      teLaat: 0,
      dreigt: 0,
    });
    const csv = await ander.m.vraag('POST', '/v1/prognose/_exporteer', { gemeenteId: g.id });
    expect(String(csv.body)).not.toContain('Tesfay');
  });

  it('is er niet voor wie de intake niet mag lezen', async () => {
    const { g, voegToe } = await team();
    await voegToe(klaar(g));
    const kijkt = await w.medewerker(g.organisatieId, ['monitoring:klantmanager']);
    expect((await kijkt.vraag('POST', '/v1/prognose/_zoek', {})).status).toBe(403);
    expect((await kijkt.vraag('GET', '/v1/prognose/telling')).status).toBe(403);
    const csv = await kijkt.vraag('POST', '/v1/prognose/_exporteer', {});
    expect([csv.status, String(csv.body)]).toEqual([200, expect.not.stringContaining('Tesfay')]);
  });
});
