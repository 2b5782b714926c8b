import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datum } from '../../../rules/shared/datum.ts';
import type { NieuwFeit } from '../../../server/dossier/feiten.ts';
import {
  antwoordt,
  berichten,
  codes,
  inTraject,
  termijn,
  trajectVan,
  vastgelegd,
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
});
afterAll(() => w.sluit());

const nieuw = async (feiten: NieuwFeit[] = inTraject(g, 'Z')) => {
  const dossierId = await w.dossier(g.id, feiten);
  const t = trajectVan(m, dossierId);
  const rij = async (onderdeel: string) =>
    (await t.lees()).resultaten.find((r: { onderdeel: string }) => r.onderdeel === onderdeel);
  const verstuurd = async () =>
    (await berichten(w, g, dossierId)).map((b) => [b.soort, b.inhoud, b.staat]);
  return { dossierId, rij, verstuurd, ...t };
};
const eindigt = (eind: string) => [...inTraject(g, 'Z'), termijn('2026-10-02', eind)];
const MOTIEF = 'De les viel drie keer uit door de school.';

describe('dag van PVT en MAP', () => {
  it.each([
    ['pvt', 'datumOndertekeningPvt'],
    ['map', 'datumEindgesprekMap'],
  ] as const)('%s gaat naar DUO met %s', async (onderdeel, veld) => {
    const t = await nieuw();
    expect((await t.resultaat(onderdeel)).status).toBe(200);
    expect(await t.verstuurd()).toEqual([[onderdeel, { [veld]: '2026-11-10' }, 'wacht']]);
    expect(await t.rij(onderdeel)).toMatchObject({
      datum: { op: '2026-11-10', door: m.naam, vanDuo: false },
      oordeel: null,
      duo: { staat: 'wacht' },
    });
  });

  it.each([
    ['2026-10-01', ['voor-termijn']],
    ['2026-10-02', undefined],
    ['2026-10-03', undefined],
    ['2026-11-20', undefined],
    ['2026-11-21', undefined],
    ['2026-11-22', ['toekomst']],
  ])('getekend op %s: %j', async (op, verwacht) => {
    const t = await nieuw();
    expect(codes(await t.resultaat('pvt', { op }))).toEqual(verwacht);
    expect(await t.verstuurd()).toHaveLength(verwacht ? 0 : 1);
  });

  it('verbeteren vervangt; wat nog wachtte vertrekt niet', async () => {
    const t = await nieuw();
    const { feitId } = (await t.resultaat('pvt')).body;
    const beter = await t.resultaat('pvt', { op: '2026-11-09', vorigeDatum: feitId });
    expect(beter.status).toBe(200);
    expect(await t.verstuurd()).toMatchObject([
      ['pvt', {}, 'ingetrokken'],
      ['pvt', { datumOndertekeningPvt: '2026-11-09' }, 'wacht'],
    ]);
    const nogEens = { op: '2026-11-09', vorigeDatum: beter.body.feitId };
    expect(codes(await t.resultaat('pvt', nogEens))).toEqual(['niets-gewijzigd']);
  });

  it('intrekken vraagt een reden, en laat DUO een lege melding na', async () => {
    const t = await nieuw();
    const een = (await t.resultaat('map')).body;
    await antwoordt(w, g, een.verzendingId, 'geaccepteerd');
    const weg = { op: null, vorigeDatum: een.feitId };
    expect((await t.resultaat('map', weg)).body.invalidParams).toMatchObject([{ name: 'reden' }]);
    expect((await t.resultaat('map', { ...weg, reden: 'Verkeerde persoon' })).status).toBe(200);
    expect((await t.verstuurd()).at(-1)).toEqual(['map', {}, 'wacht']);
    expect(await t.rij('map')).toMatchObject({ datum: null, duo: { staat: 'wacht' } });
    const tijdlijn = await m.vraag('GET', `/v1/dossiers/${t.dossierId}/tijdlijn`);
    expect(JSON.stringify(tijdlijn.body)).toContain('ingetrokken: Verkeerde persoon');
  });

  it('wie een oude dag zag, hoort wie er tussen kwam', async () => {
    const t = await nieuw();
    await t.resultaat('pvt');
    expect(await t.resultaat('pvt', { op: '2026-11-01' })).toMatchObject({
      status: 409,
      body: { conflict: { wie: m.naam, wat: 'de dag' } },
    });
  });

  it('wat een andere gemeente meldde, wijzigt alleen zij', async () => {
    const elders = { ...vastgelegd('pvt-ondertekend', '2026-10-20'), bron: 'duo' } as NieuwFeit;
    const t = await nieuw([...inTraject(g, 'Z'), elders]);
    const { datum: dag, duo } = await t.rij('pvt');
    expect([dag.vanDuo, duo.staat]).toEqual([true, 'van-duo']);
    const antwoord = await t.resultaat('pvt', { vorigeDatum: dag.feitId });
    expect(codes(antwoord)).toEqual(['eerder-elders']);
  });

  it('alleen met een eigen PIP, en als DUO de termijn kent', async () => {
    const zonder = (soort: string) => inTraject(g, 'Z').filter((f) => f.soort !== soort);
    const geenPip = await nieuw(zonder('pip-vastgesteld'));
    expect(codes(await geenPip.resultaat('pvt'))).toEqual(['huidig-pip']);
    const geenTermijn = await nieuw(zonder('inburgeringstermijn'));
    expect(codes(await geenTermijn.resultaat('pvt'))).toEqual(['nodig-termijn']);
  });
});

describe('verwijtbaarheid', () => {
  const met = (verwijtbaar: 'Ja' | 'Nee') => ({ verwijtbaar, motivering: MOTIEF });
  const zonderDag = (verwijtbaar: 'Ja' | 'Nee') => ({ op: null, ...met(verwijtbaar) });

  it.each<[string, string, object, number]>([
    ['resultaat de dag voor de einddatum, geen oordeel', '2026-11-11', {}, 200],
    ['resultaat de dag voor de einddatum, Nee', '2026-11-11', met('Nee'), 409],
    ['resultaat op de einddatum, geen oordeel', '2026-11-10', {}, 409],
    ['resultaat op de einddatum, Ja', '2026-11-10', met('Ja'), 200],
    ['resultaat op de einddatum, Nee', '2026-11-10', met('Nee'), 200],
    ['resultaat de dag na de einddatum, geen oordeel', '2026-11-09', {}, 409],
    ['resultaat de dag na de einddatum, Ja', '2026-11-09', met('Ja'), 200],
    ['geen resultaat, twee maanden en een dag ervoor, Nee', '2027-01-22', zonderDag('Nee'), 409],
    ['geen resultaat, precies twee maanden ervoor, Nee', '2027-01-21', zonderDag('Nee'), 200],
    ['geen resultaat, binnen twee maanden, Nee', '2027-01-20', zonderDag('Nee'), 200],
    ['geen resultaat, binnen twee maanden, Ja', '2027-01-20', zonderDag('Ja'), 409],
    ['geen resultaat, laatste dag van de termijn, Ja', '2026-11-22', zonderDag('Ja'), 409],
    ['geen resultaat, op de einddatum, Ja', '2026-11-21', zonderDag('Ja'), 200],
    ['geen resultaat, na de einddatum, Ja', '2026-11-20', zonderDag('Ja'), 200],
  ])('%s', async (_, eind, anders, status) => {
    const t = await nieuw(eindigt(eind));
    const antwoord = await t.resultaat('pvt', anders);
    expect([antwoord.status, codes(antwoord)]).toEqual([
      status,
      status === 409 ? ['verwijtbaar'] : undefined,
    ]);
  });

  it('komt in het dossier met naam en redenen, en bij DUO als Ja of Nee', async () => {
    const t = await nieuw(eindigt('2026-11-10'));
    await t.resultaat('map', met('Nee'));
    expect((await t.verstuurd()).at(-1)).toEqual([
      'map',
      { datumEindgesprekMap: '2026-11-10', verwijtbaar: 'Nee' },
      'wacht',
    ]);
    expect((await t.rij('map')).oordeel).toMatchObject({
      verwijtbaar: 'Nee',
      motivering: MOTIEF,
      door: m.naam,
      op: '2026-11-21',
    });
  });

  it('vraagt redenen in zinnen', async () => {
    const t = await nieuw(eindigt('2026-11-10'));
    const antwoord = await t.resultaat('pvt', { verwijtbaar: 'Ja', motivering: 'zomaar' });
    expect(antwoord.body.invalidParams).toMatchObject([{ name: 'motivering' }]);
  });

  it('vervalt als het resultaat er toch op tijd blijkt te zijn', async () => {
    const t = await nieuw(eindigt('2026-11-21'));
    await t.resultaat('pvt', zonderDag('Ja'));
    const { oordeel } = await t.rij('pvt');
    const later = await t.resultaat('pvt', { vorigOordeel: oordeel.feitId });
    expect(later.status).toBe(200);
    expect((await t.verstuurd()).at(-1)?.[1]).toEqual({ datumOndertekeningPvt: '2026-11-10' });
    expect(await t.rij('pvt')).toMatchObject({ datum: { op: '2026-11-10' }, oordeel: null });
  });

  it('geeft alleen de gemeente; wie alleen PVT geeft, ziet het niet eens', async () => {
    const partner = await w.medewerker(g.organisatieId, ['pvt:klantmanager']);
    const t = await nieuw(eindigt('2026-11-21'));
    const van = trajectVan(partner, t.dossierId);
    expect((await van.resultaat('pvt', zonderDag('Ja'))).status).toBe(403);
    await t.resultaat('pvt', zonderDag('Ja'));
    expect((await van.lees()).resultaten).toMatchObject([{ onderdeel: 'pvt', oordeel: null }]);
    expect((await van.resultaat('pvt')).status).toBe(403);
  });
});

describe('Z-route', () => {
  const klaar = () => [
    ...inTraject(g, 'Z'),
    vastgelegd('pvt-ondertekend', '2026-11-01'),
    vastgelegd('map-eindgesprek', '2026-11-05'),
  ];

  it('de afronding gaat naar DUO', async () => {
    const t = await nieuw(klaar());
    expect((await t.zroute()).status).toBe(200);
    expect(await t.verstuurd()).toEqual([
      ['zroute', { datumAfrondingZroute: '2026-11-15' }, 'wacht'],
    ]);
  });

  it.each([
    ['2026-11-04', ['na-map']],
    ['2026-11-05', undefined],
    ['2026-11-06', undefined],
    ['2026-11-21', undefined],
    ['2026-11-22', ['toekomst']],
  ])('afgerond op %s, eindgesprek MAP op 5 november: %j', async (op, verwacht) => {
    const t = await nieuw(klaar());
    expect(codes(await t.zroute({ op }))).toEqual(verwacht);
  });

  it('PVT en MAP gaan voor; zonder kan alleen bewust', async () => {
    const t = await nieuw();
    expect(codes(await t.zroute())).toEqual(['zonder-pvt', 'zonder-map']);
    expect((await t.zroute({ zonderRest: true })).status).toBe(200);
  });

  it.each([
    ['2026-11-14', undefined],
    ['2026-11-15', undefined],
    ['2026-11-16', ['na-zroute']],
  ])('na de afronding op 15 november, PVT op %s: %j', async (op, verwacht) => {
    const t = await nieuw();
    await t.zroute({ zonderRest: true });
    expect(codes(await t.resultaat('pvt', { op }))).toEqual(verwacht);
  });

  it('na de afronding kan een dag van PVT niet meer weg', async () => {
    const t = await nieuw(klaar());
    await t.zroute();
    const { datum: dag } = await t.rij('pvt');
    const weg = await t.resultaat('pvt', { op: null, reden: 'fout', vorigeDatum: dag.feitId });
    expect(codes(weg)).toEqual(['leeg-na-zroute']);
  });

  it('intrekken en verbeteren, met een reden', async () => {
    const t = await nieuw(klaar());
    const { feitId } = (await t.zroute()).body;
    expect((await t.zroute({ op: null, vorigeDatum: feitId })).status).toBe(400);
    const weg = await t.zroute({ op: null, vorigeDatum: feitId, reden: 'Te vroeg' });
    expect(weg.status).toBe(200);
    expect((await t.verstuurd()).at(-1)).toEqual(['zroute', {}, 'wacht']);
  });

  it('alleen in de Z-route', async () => {
    const t = await nieuw(inTraject(g, 'B'));
    expect(codes(await t.zroute())).toEqual(['geen-zroute']);
    expect((await t.lees()).resultaten).toMatchObject([{ onderdeel: 'pvt' }, { onderdeel: 'map' }]);
  });

  it('wie al aan de plicht voldeed, meldt niets meer', async () => {
    const voldaan: NieuwFeit = {
      soort: 'inburgeringsplicht',
      inhoud: {
        plichtig: false,
        eind: datum('2026-11-18'),
        redenGeenPlicht: 'Inburgeringsplicht voldaan',
      },
      geldigOp: datum('2026-11-18'),
      bron: 'duo',
    };
    const t = await nieuw([...klaar(), voldaan]);
    const { datum: dag } = await t.rij('pvt');
    const antwoord = await t.resultaat('pvt', { vorigeDatum: dag.feitId });
    expect(codes(antwoord)).toEqual(['al-voldaan']);
  });
});
