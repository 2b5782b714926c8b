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
  const t = trajectVan(m, dossierId);
  const rij = async (sleutel: string) =>
    (await t.lees()).uren.find((u: { sleutel: string }) => u.sleutel === sleutel);
  return { dossierId, rij, ...t };
};
const metAanbod = async (feiten?: NieuwFeit[]) => {
  const t = await nieuw(feiten);
  const { status } = await t.aanbod();
  expect(status).toBe(201);
  const verstuurd = async () =>
    (await berichten(w, g, t.dossierId)).filter((b) => b.soort === 'uren');
  return { ...t, verstuurd };
};
const BIJ = `instelling-${SCHOOL.bow}`;

describe('uren bij een school', () => {
  it('gaan als totaal naar DUO, met verzuim en de dag erna', async () => {
    const t = await metAanbod();
    await t.uren({ totaal: 60, geoorloofdVerzuim: 4, ongeoorloofdVerzuim: 0 });
    expect((await t.verstuurd()).map((b) => b.inhoud)).toEqual([
      {
        soort: 'instelling',
        instellingsnummer: SCHOOL.bow,
        bekendTot: '2026-11-21',
        uren: 60,
        urenGeoorloofdVerzuim: 4,
        urenOngeoorloofdVerzuim: 0,
      },
    ]);
    expect(await t.rij(BIJ)).toMatchObject({
      naam: 'Taal en KNM bij TaalThuis',
      laatste: { totaal: 60, totEnMet: '2026-11-20', geoorloofdVerzuim: 4 },
      bijDuo: null,
      duo: { staat: 'wacht' },
    });
  });

  it('een nieuw totaal komt naast het vorige; bekend is wat DUO het laatst aannam', async () => {
    const t = await metAanbod();
    const een = (await t.uren({ totaal: 40, totEnMet: '2026-11-10' })).body;
    await antwoordt(w, g, een.verzendingId, 'geaccepteerd');
    const twee = await t.uren({ totaal: 60, vorige: een.feitId });
    expect(twee.status).toBe(201);
    expect(await t.rij(BIJ)).toMatchObject({ laatste: { totaal: 60 }, bijDuo: 40 });
  });

  it('op dezelfde dag is het een verbetering', async () => {
    const t = await metAanbod();
    const een = (await t.uren({ totaal: 600 })).body;
    await t.uren({ totaal: 60, vorige: een.feitId });
    expect((await t.rij(BIJ)).laatste.totaal).toBe(60);
    expect((await t.verstuurd()).map((b) => b.staat)).toEqual(['ingetrokken', 'wacht']);
  });

  it.each<[string, object, unknown]>([
    [
      'de dag voor het begin van de termijn',
      { totEnMet: '2026-09-30' },
      ['voor-termijn', 'voor-aanbod'],
    ],
    ['de dag voor het eerste aanbod', { totEnMet: '2026-10-03' }, ['voor-aanbod']],
    ['op de dag van het eerste aanbod', { totEnMet: '2026-10-04' }, undefined],
    [
      'bij een school zonder aanbod',
      { instellingsnummer: SCHOOL.tst },
      ['geen-keurmerk', 'geen-aanbod'],
    ],
    [
      'bij een onbekende school',
      { instellingsnummer: '9999999999' },
      ['onbekende-instelling', 'geen-aanbod'],
    ],
  ])('%s', async (_, anders, verwacht) => {
    const t = await metAanbod();
    const antwoord = await t.uren(anders);
    expect([antwoord.status, codes(antwoord)]).toEqual([verwacht ? 409 : 201, verwacht]);
    expect(await t.verstuurd()).toHaveLength(verwacht ? 0 : 1);
  });

  it.each([
    ['2026-11-19', 201],
    ['2026-11-20', 201],
    ['2026-11-21', 400],
    ['2026-11-22', 400],
  ])('tot en met %s op 21 november: %i', async (totEnMet, status) => {
    const t = await metAanbod();
    expect((await t.uren({ totEnMet })).status).toBe(status);
  });

  it('nooit tot een eerdere dag dan het vorige totaal', async () => {
    const t = await metAanbod();
    const een = (await t.uren({ totEnMet: '2026-11-10' })).body;
    const terug = await t.uren({ totEnMet: '2026-11-09', vorige: een.feitId });
    expect(codes(terug)).toEqual(['terug-in-de-tijd']);
    expect(terug.body.redenen[0].veld).toBe('totEnMet');
    const later = await t.uren({ totEnMet: '2026-11-11', vorige: een.feitId });
    expect(later.status).toBe(201);
  });

  it('een aanbod zonder start is niet genoeg', async () => {
    const t = await nieuw();
    await t.aanbod({ start: null, totEnMet: null });
    expect(codes(await t.uren())).toEqual(['geen-aanbod']);
  });

  it('zonder termijn van DUO nog niet', async () => {
    const t = await metAanbod(inTraject(g, 'B').filter((f) => f.soort !== 'inburgeringstermijn'));
    const antwoord = await t.uren();
    expect(codes(antwoord)).toEqual(['nodig-termijn']);
    expect(antwoord.body.redenen[0].tekst).toContain('inburgeringstermijn');
  });

  it('wie een oud totaal zag, hoort wie er tussen kwam', async () => {
    const t = await metAanbod();
    await t.uren();
    expect(await t.uren({ totaal: 80 })).toMatchObject({
      status: 409,
      body: { code: 'gewijzigd', conflict: { wie: m.naam } },
    });
  });

  it('vraagt om de school, en om hele uren tot en met 9999', async () => {
    const t = await metAanbod();
    const mis = async (anders: object) =>
      (await t.uren(anders)).body.invalidParams?.map((p: { name: string }) => p.name);
    expect(await mis({ instellingsnummer: null })).toEqual(['instellingsnummer']);
    expect(await mis({ totaal: 0.5 })).toEqual(['totaal']);
    expect(await mis({ totaal: 10_000 })).toEqual(['totaal']);
    expect(await mis({ totaal: 9999 })).toBeUndefined();
  });
});

describe('alle scholen samen', () => {
  it('wordt in dezelfde handeling opgeteld en gemeld', async () => {
    const t = await metAanbod();
    await t.uren({ totaal: 60, ookSamen: true });
    expect((await t.verstuurd()).map((b) => b.inhoud)).toMatchObject([
      { soort: 'instelling', uren: 60 },
      { soort: 'participatie-taalles', uren: 60 },
    ]);
    expect(await t.rij('alle-instellingen')).toMatchObject({
      laatste: { totaal: 60 },
      berekend: 60,
    });
  });

  it('verliest geen uren die bij geen school apart staan', async () => {
    const t = await metAanbod();
    await t.uren({ kind: 'alle-instellingen', instellingsnummer: null, totaal: 300 });
    await t.uren({ totaal: 60, ookSamen: true });
    expect((await t.rij('alle-instellingen')).laatste.totaal).toBe(300);
  });

  it('gaat mee naar beneden als een school zich verbetert', async () => {
    const t = await metAanbod();
    const een = (await t.uren({ totaal: 600, ookSamen: true })).body;
    await t.uren({ totaal: 60, ookSamen: true, vorige: een.feitId });
    expect((await t.rij('alle-instellingen')).laatste.totaal).toBe(60);
  });
});

describe('andere uren', () => {
  const los = (kind: string, totaal: number, totEnMet = '2026-11-20') => ({
    kind,
    totaal,
    totEnMet,
    instellingsnummer: null,
  });

  it('uit de brede intake: van vóór de termijn, zonder dag in het bericht', async () => {
    const t = await metAanbod();
    expect((await t.uren(los('brede-intake', 24, '2026-08-31'))).status).toBe(201);
    expect((await t.verstuurd()).map((b) => b.inhoud)).toEqual([
      { soort: 'brede-intake', uren: 24 },
    ]);
  });

  it('participatie alleen in de Z-route van een asielstatushouder', async () => {
    const b = await metAanbod();
    expect(codes(await b.uren(los('participatie', 10)))).toEqual(['geen-zroute']);
    const gezins = await nieuw(inTraject(g, 'Z', 'Gezinsmigrant en overige migrant'));
    expect(codes(await gezins.uren(los('participatie', 10)))).toEqual(['geen-asielstatushouder']);
    const z = await metAanbod(inTraject(g, 'Z'));
    expect((await z.uren(los('participatie', 10))).status).toBe(201);
    expect((await z.verstuurd())[0]?.inhoud).toEqual({
      soort: 'participatieactiviteiten',
      uren: 10,
    });
  });

  it.each(['pvt', 'map-praktijk'])('%s houdt alleen de gemeente bij', async (kind) => {
    const t = await metAanbod();
    const een = await t.uren(los(kind, 8, '2026-11-10'));
    expect(een).toMatchObject({ status: 201, body: { verzendingId: null } });
    expect(await t.verstuurd()).toEqual([]);
    expect(await t.rij(kind)).toMatchObject({
      laatste: { totaal: 8 },
      duo: { staat: 'niet-nodig' },
    });
    const terug = await t.uren({ ...los(kind, 9, '2026-11-09'), vorige: een.body.feitId });
    expect(codes(terug)).toEqual(['terug-in-de-tijd']);
  });

  it('de voortgang telt lessen één keer en de intake niet', async () => {
    const t = await metAanbod(inTraject(g, 'Z'));
    await t.uren(los('brede-intake', 24, '2026-08-31'));
    await t.uren({ totaal: 60, ookSamen: true });
    const { verplichtingen } = await t.lees();
    expect(verplichtingen.find((v: { id: string }) => v.id === 'zroute-taal').voortgang).toEqual({
      is: 60,
      moet: 800,
      eenheid: 'uur',
    });
  });
});
