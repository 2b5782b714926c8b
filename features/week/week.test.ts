import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { klaarVoorPip, maakConcept, volledigPip } from '../../test/begeleiding/pip-dossier.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../test/world.ts';

let w: Wereld;
let g: TestGemeente;
let m: TestMedewerker;
let bsn = 999_400_000;

beforeAll(async () => {
  w = await maakWereld({ vandaag: '2026-11-21' });
  g = await w.gemeente();
  m = await w.medewerker(g.organisatieId);
});
afterAll(() => w.sluit());

const UREN = { les: 9, zelfstudie: 4, werk: 16, reizen: 3, zorg: 10, participatie: 2 };
const dossier = () =>
  w.dossier(g.id, klaarVoorPip(g), { bsn: String(bsn++), klantmanagerId: m.id });
const pad = (id: string, rest = '') => `/v1/dossiers/${id}/week${rest}`;
const lees = async (id: string) => (await m.vraag('GET', pad(id))).body;
const zet = (id: string, deel: object = {}, wie = m) =>
  wie.vraag('POST', pad(id), { vanaf: '2026-12-01', ...UREN, gezien: null, ...deel });
const codes = (body: { redenen?: { code: string }[] }) => (body.redenen ?? []).map((r) => r.code);
const beleid = (sleutel: string, waarde: unknown) =>
  w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
    sql`insert into beleid (gemeente_id, sleutel, geldig_vanaf, waarde)
      values (${g.id}, ${sleutel}, '2026-01-01', ${JSON.stringify(waarde)})`.execute(tx),
  );

describe('de week', () => {
  it('zegt zonder leerroute wat er eerst moet', async () => {
    const beeld = await lees(await dossier());
    expect(beeld).toMatchObject({ leerroute: null, past: 'onbekend', delen: [], perioden: [] });
    expect(beeld.ontbreekt[0]).toContain('leerroute');
  });

  it('rekent met het concept na of de route op tijd af is', async () => {
    const id = await dossier();
    await maakConcept(m, id);
    await zet(id);
    const beeld = await lees(id);
    expect(beeld).toMatchObject({
      leerroute: 'B',
      pip: { versie: 1, staat: 'concept' },
      termijn: { begin: '2026-11-22', laatsteDag: '2029-11-21', van: 'prognose' },
      past: true,
      lesPerWeek: 12,
      lesvrijeWeken: 10,
      perioden: [{ vanaf: '2026-12-01', ...UREN, door: m.naam }],
    });
    expect(beeld.delen).toMatchObject([
      { id: 'les', nodig: 720, past: true },
      { id: 'participatie', naam: 'PVT en MAP', nodig: 52 },
    ]);
  });

  it('waarschuwt als het niet past, met de uren die nodig zijn', async () => {
    const id = await dossier();
    await maakConcept(m, id);
    await zet(id, { les: 3 });
    const beeld = await lees(id);
    expect(beeld.past).toBe(false);
    expect(codes({ redenen: beeld.waarschuwingen })).toEqual(['week-les']);
    expect(beeld.delen[0].perWeekNodig).toBe(6);
  });

  it('volgt lokaal beleid over vakanties en het minimum aan les', async () => {
    const eigen = await w.gemeente();
    const daar = await w.medewerker(eigen.organisatieId);
    const id = await w.dossier(eigen.id, klaarVoorPip(eigen), { bsn: String(bsn++) });
    await w.db.forGemeenten({ gemeenten: [eigen.id] }, (tx) =>
      sql`insert into beleid (gemeente_id, sleutel, geldig_vanaf, waarde) values
        (${eigen.id}, 'lesvrijeWeken', '2026-01-01', '20'),
        (${eigen.id}, 'minimumLesurenPerWeek', '2026-01-01', '10')`.execute(tx),
    );
    await maakConcept(daar, id);
    await zet(id, {}, daar);
    const { body } = await daar.vraag('GET', pad(id));
    expect(body.lesvrijeWeken).toBe(20);
    expect(codes({ redenen: body.waarschuwingen })).toEqual(['week-onder-minimum']);
  });

  it('wijzigt per begindag, en een verwijderde periode laat de vorige doorlopen', async () => {
    const id = await dossier();
    const { body } = await zet(id);
    await zet(id, { vanaf: '2027-09-01', les: 12 });
    const gewijzigd = await zet(id, { les: 10, gezien: body.feitId });
    expect(gewijzigd.status).toBe(201);
    const { perioden } = await lees(id);
    expect(perioden.map((p: { vanaf: string; les: number }) => [p.vanaf, p.les])).toEqual([
      ['2026-12-01', 10],
      ['2027-09-01', 12],
    ]);
    const weg = { vanaf: '2027-09-01', gezien: perioden[1].feitId };
    expect((await m.vraag('POST', pad(id, '/_verwijder'), weg)).status).toBe(200);
    expect((await lees(id)).perioden).toHaveLength(1);
    expect((await m.vraag('POST', pad(id, '/_verwijder'), weg)).status).toBe(404);
    const opnieuw = await zet(id, { vanaf: '2027-09-01', les: 8 });
    expect(opnieuw.status).toBe(201);
  });
});

describe('wordt geweigerd', () => {
  it('als een ander intussen wijzigde, met wie en wat', async () => {
    const id = await dossier();
    await zet(id);
    const ander = await w.medewerker(g.organisatieId);
    const { status, body } = await zet(id, {}, ander);
    expect(status).toBe(409);
    expect(body.conflict).toMatchObject({ wie: m.naam, wat: 'de week vanaf deze dag' });
  });

  it.each([
    [167, 201],
    [168, 201],
    [169, 409],
  ])('%i uur in een week: %i', async (totaal, verwacht) => {
    const leeg = { les: 0, zelfstudie: 0, werk: 0, reizen: 0, participatie: 1 };
    const { status, body } = await zet(await dossier(), { ...leeg, zorg: totaal - 1 });
    expect(status).toBe(verwacht);
    expect(codes(body)).toEqual(verwacht === 409 ? ['week-te-vol'] : []);
  });

  it('werk als participatie buiten de Z-route, en de MAP in het werk zonder beleid', async () => {
    const id = await dossier();
    await maakConcept(m, id);
    const antwoord = await zet(id, { werkIsParticipatie: true, mapInWerk: true });
    expect([antwoord.status, codes(antwoord.body)]).toEqual([
      409,
      ['geen-participatie', 'map-niet-in-werk'],
    ]);
    expect((await lees(id)).perioden).toEqual([]);
  });

  it('wat het beleid toelaat mag wel, en telt dan mee', async () => {
    const id = await dossier();
    await maakConcept(m, id, volledigPip('Z'));
    expect((await zet(id, { werkIsParticipatie: true })).status).toBe(201);
    expect((await lees(id)).delen[1]).toMatchObject({ naam: 'Participatie', past: true });
    await beleid('zrouteActiviteiten', ['taalstage']);
    await beleid('mapCombineren', true);
    const telt = await zet(id, { vanaf: '2027-01-01', werkIsParticipatie: true });
    expect(codes(telt.body)).toEqual(['werk-telt-niet']);
    expect((await zet(id, { vanaf: '2027-01-01', mapInWerk: true })).status).toBe(201);
    const o = await dossier();
    await maakConcept(m, o, volledigPip('O'));
    expect(codes((await zet(o, { mapInWerk: true })).body)).toEqual(['geen-map']);
  });

  it.each([
    [{ les: -1 }, 'les'],
    [{ les: 1.5 }, 'les'],
    [{ vanaf: '2026-02-30' }, 'vanaf'],
  ])('%j', async (deel, veld) => {
    const { status, body } = await zet(await dossier(), deel);
    expect([status, body.invalidParams[0].name]).toEqual([400, veld]);
  });

  it('voor wie het plan niet bewerkt, en bij een andere gemeente', async () => {
    const id = await dossier();
    const school = await w.medewerker(g.organisatieId, ['leerroute-b1:klantmanager']);
    expect((await zet(id, {}, school)).status).toBe(403);
    expect((await school.vraag('GET', pad(id))).status).toBe(403);
    const elders = await w.medewerker((await w.gemeente()).organisatieId);
    expect((await elders.vraag('GET', pad(id))).status).toBe(404);
    expect((await zet(id, {}, elders)).status).toBe(404);
  });
});
