import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { datum } from '../../../rules/shared/datum.ts';
import { legVast } from '../../../server/dossier/feiten.ts';
import { voegSamen } from '../../../server/dossier/openen.ts';
import { afspraak, persoon, tolkInvoer, werkSamen } from '../../../test/begeleiding/tolken.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../../test/world.ts';

let w: Wereld;
beforeAll(async () => {
  w = await maakWereld();
});
beforeEach(() => w.klok.zetOp(datum('2026-11-20')));
afterAll(() => w.sluit());

const MAANDAG = '2026-11-23';

async function opzet(tolk: object = {}) {
  const g = await w.gemeente();
  const m = await w.medewerker(g.organisatieId);
  const { body } = await m.vraag('POST', '/v1/tolken', tolkInvoer([g.id], tolk));
  return { g, m, tolkId: body.tolkId as string };
}

async function metAfspraak(g: TestGemeente, tijd = '10:00', extra: object = {}, dag = MAANDAG) {
  const a = afspraak(dag, tijd, extra);
  const dossierId = await w.dossier(g.id, [...persoon('Almaz'), a.feit]);
  return {
    dossierId,
    afspraakId: a.afspraakId,
    pad: `/v1/dossiers/${dossierId}/afspraken/${a.afspraakId}`,
  };
}

const boek = (m: TestMedewerker, pad: string, tolkId: string, extra: object = {}) =>
  m.vraag('POST', `${pad}/tolk`, { tolkId, vorm: 'aanwezig', overlegd: false, ...extra });
const lijst = async (m: TestMedewerker, vraag: object = {}) =>
  (await m.vraag('POST', '/v1/tolkinzetten/_zoek', vraag)).body;
const codes = ({ body }: { body: { redenen?: { code: string }[] } }) =>
  body.redenen?.map((r) => r.code);

/** Verzet of vult aan, zoals de agenda dat doet. */
const schrijf = (g: TestGemeente, dossierId: string, feit: Parameters<typeof legVast>[2][number]) =>
  w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
    legVast(tx, { gemeenteId: g.id, dossierId }, [feit], {
      nu: w.klok.nu(),
      vandaag: w.klok.vandaag(),
    }),
  );

describe('boeken', () => {
  it('haalt de afspraak uit de lijst en rekent de kosten uit', async () => {
    const { g, m, tolkId } = await opzet();
    const { pad, dossierId } = await metAfspraak(g);
    const nodig = () => m.vraag('POST', '/v1/tolkinzetten/_nodig', {});
    expect((await nodig()).body.items).toMatchObject([
      { dossierId, taal: 'Tigrinya', minuten: 60 },
    ]);
    const { status, body } = await boek(m, pad, tolkId);
    expect([status, body]).toMatchObject([
      201,
      { staat: 'geboekt', kostenCent: 8500, delers: 1, kan: ['uren', 'afzeggen'] },
    ]);
    expect((await nodig()).body.items).toEqual([]);
    expect((await boek(m, pad, tolkId)).body.redenen[0].code).toBe('al-geboekt');
  });

  it.each([
    ['een taal die de tolk niet spreekt', { talen: [{ taal: 'Turks', niveau: 'C1' }] }, {}, 'taal'],
    ['een vorm die de tolk niet doet', { vormen: ['telefoon'] }, {}, 'vorm'],
    ['een tolk die dan is gestopt', { gestoptOp: MAANDAG }, {}, 'gestopt'],
    ['een tijd buiten het rooster', { rooster: [] }, {}, 'buiten-rooster'],
  ])('weigert %s', async (_wat, tolk, extra, code) => {
    const { g, m, tolkId } = await opzet(tolk);
    const { pad } = await metAfspraak(g);
    const antwoord = await boek(m, pad, tolkId, extra);
    expect([antwoord.status, codes(antwoord)]).toEqual([409, [code]]);
  });

  it('mag buiten het rooster na overleg, maar nooit dubbel', async () => {
    const { g, m, tolkId } = await opzet({ rooster: [] });
    const een = await metAfspraak(g);
    const twee = await metAfspraak(g, '10:30');
    expect((await boek(m, een.pad, tolkId, { overlegd: true })).status).toBe(201);
    expect(codes(await boek(m, twee.pad, tolkId, { overlegd: true }))).toEqual(['bezet']);
  });

  it.each([
    ['de dag ervoor', '2026-11-22', 201],
    ['op de dag zelf', '2026-11-23', 201],
    ['de dag erna', '2026-11-24', 409],
  ])('kan %s: %s', async (_wat, vandaag, verwacht) => {
    const { g, m, tolkId } = await opzet();
    const { pad } = await metAfspraak(g);
    w.klok.zetOp(datum(vandaag));
    expect((await boek(m, pad, tolkId)).status).toBe(verwacht);
  });

  it('kan niet bij een afspraak met een uitkomst', async () => {
    const { g, m, tolkId } = await opzet();
    const { pad, dossierId, afspraakId } = await metAfspraak(g);
    await schrijf(g, dossierId, {
      soort: 'afspraak-uitkomst',
      inhoud: { afspraakId, uitkomst: 'afgezegd' },
      geldigOp: datum('2026-11-20'),
      bron: 'medewerker',
    });
    expect(codes(await boek(m, pad, tolkId))).toEqual(['uitkomst-bekend']);
  });

  it('houdt rekening met de reis tussen twee plaatsen', async () => {
    const { g, m, tolkId } = await opzet();
    const een = await metAfspraak(g, '10:00');
    await boek(m, een.pad, tolkId);
    const elders = await metAfspraak(g, '11:44', { plaats: 'het azc' });
    expect(codes(await boek(m, elders.pad, tolkId))).toEqual(['bezet']);
    const later = await metAfspraak(g, '11:45', { plaats: 'het azc' });
    expect((await boek(m, later.pad, tolkId)).status).toBe(201);
    const hier = await metAfspraak(g, '09:00');
    expect((await boek(m, hier.pad, tolkId)).status).toBe(201);
  });

  it('lukt bij twee tegelijk maar één keer', async () => {
    const { g, m, tolkId } = await opzet();
    const een = await metAfspraak(g);
    const twee = await metAfspraak(g, '10:30');
    const uit = await Promise.all([boek(m, een.pad, tolkId), boek(m, twee.pad, tolkId)]);
    expect(uit.map((u) => u.status).sort()).toEqual([201, 409]);
  });
});

describe('een regio', () => {
  it('ziet dat de tolk bezet is, maar niet voor wie of waar', async () => {
    const { g, m: eigen } = await opzet();
    const buur = await w.gemeente();
    await werkSamen(w, g, buur);
    const regio = await w.medewerker(g.organisatieId);
    const van = await w.medewerker(buur.organisatieId);
    const { body } = await regio.vraag('POST', '/v1/tolken', tolkInvoer([g.id, buur.id]));
    const onze = await metAfspraak(g);
    const { body: inzet } = await boek(regio, onze.pad, body.tolkId);
    const week = await van.vraag('POST', '/v1/tolken/_week', { vanaf: MAANDAG });
    expect(week.body.tolken[0].dagen[0].bezet).toEqual([
      { van: '10:00', tot: '11:00', vorm: 'aanwezig', inzetId: null },
    ]);
    expect(JSON.stringify(week.body)).not.toContain(inzet.inzetId);
    // Op dezelfde plaats, maar dat weet de buur niet: de reis telt.
    const hunne = await metAfspraak(buur, '11:00');
    expect(codes(await boek(van, hunne.pad, body.tolkId))).toEqual(['bezet']);
    expect((await lijst(van)).items).toEqual([]);
    expect((await lijst(eigen)).items).toHaveLength(1);
    const pad = `/v1/tolkinzetten/${inzet.inzetId}/_afzeggen`;
    expect((await van.vraag('POST', pad, { reden: 'niet nodig', revisie: 1 })).status).toBe(404);
  });
});

describe('delen', () => {
  it('mag binnen een groep, en de kosten gaan precies door het aantal', async () => {
    const { g, m, tolkId } = await opzet({ uurtariefCent: 6001 });
    const groepId = '01930000-0000-7000-8000-000000000001';
    const drie = [];
    for (let i = 0; i < 3; i += 1) drie.push(await metAfspraak(g, '10:00', { groepId }));
    for (const { pad } of drie) expect((await boek(m, pad, tolkId)).status).toBe(201);
    const { items } = await lijst(m);
    const delen = items.map((i: { kostenCent: number }) => i.kostenCent).sort();
    expect(delen).toEqual([2833, 2834, 2834]);
    const vierde = await metAfspraak(g, '10:30', { groepId });
    expect(codes(await boek(m, vierde.pad, tolkId))).toEqual(['bezet']);
  });
});

describe('na de afspraak', () => {
  const uren = (m: TestMedewerker, inzetId: string, minuten: number, revisie: number) =>
    m.vraag('POST', `/v1/tolkinzetten/${inzetId}/_uren`, { minuten, revisie });

  it('komen de echte minuten erin, vanaf de dag zelf, en zijn zij te verbeteren', async () => {
    const { g, m, tolkId } = await opzet();
    const { pad } = await metAfspraak(g);
    const { inzetId } = (await boek(m, pad, tolkId)).body;
    w.klok.zetOp(datum('2026-11-22'));
    expect(codes(await uren(m, inzetId, 45, 1))).toEqual(['nog-niet-geweest']);
    w.klok.zetOp(datum(MAANDAG));
    const na = await uren(m, inzetId, 45, 1);
    expect(na.body).toMatchObject({ staat: 'gedaan', minutenEcht: 45, kostenCent: 7000 });
    expect((await uren(m, inzetId, 90, 2)).body.kostenCent).toBe(11_500);
    expect((await uren(m, inzetId, 60, 2)).body.conflict).toMatchObject({ wie: m.naam });
    const afzeggen = `/v1/tolkinzetten/${inzetId}/_afzeggen`;
    expect(codes(await m.vraag('POST', afzeggen, { reden: 'toch niet', revisie: 3 }))).toEqual([
      'staat',
    ]);
  });

  it('verandert een nieuw tarief geen oude rekening', async () => {
    const { g, m, tolkId } = await opzet();
    const { pad } = await metAfspraak(g);
    const { inzetId } = (await boek(m, pad, tolkId)).body;
    const { gemeenteId: _g, gemeenteIds: _i, ...rest } = tolkInvoer([g.id]);
    await m.vraag('PUT', `/v1/tolken/${tolkId}`, { ...rest, uurtariefCent: 9900, revisie: 1 });
    w.klok.zetOp(datum(MAANDAG));
    expect((await uren(m, inzetId, 60, 1)).body.kostenCent).toBe(8500);
  });
});

describe('afzeggen', () => {
  it.each([
    ['vier dagen ervoor', '2026-11-19', 0],
    ['op de dag zelf', MAANDAG, 3000],
  ])('%s', async (_wat, vandaag, kosten) => {
    const { g, m, tolkId } = await opzet();
    const { pad } = await metAfspraak(g, '00:00');
    const { inzetId } = (await boek(m, pad, tolkId, { overlegd: true })).body;
    w.klok.zetOp(datum(vandaag));
    const antwoord = await m.vraag('POST', `/v1/tolkinzetten/${inzetId}/_afzeggen`, {
      reden: 'De persoon is ziek gemeld.',
      revisie: 1,
    });
    expect(antwoord.body).toMatchObject({ staat: 'afgezegd', kostenCent: kosten, kan: [] });
    w.klok.zetOp(datum('2026-11-20'));
    expect((await boek(m, pad, tolkId, { overlegd: true })).status).toBe(201);
  });
});

describe('een afspraak die is verzet', () => {
  it('maakt de boeking achterhaald, en de boeking kan volgen', async () => {
    const { g, m, tolkId } = await opzet();
    const { pad, dossierId, afspraakId } = await metAfspraak(g);
    const { inzetId } = (await boek(m, pad, tolkId)).body;
    const { feit } = afspraak('2026-11-24', '13:00', { afspraakId });
    await schrijf(g, dossierId, feit);
    const [rij] = (await lijst(m, { gewijzigd: true })).items;
    expect(rij).toMatchObject({
      datum: MAANDAG,
      afspraakNu: { datum: '2026-11-24', tijd: '13:00', afgezegd: false },
      kan: ['uren', 'verplaatsen', 'afzeggen'],
    });
    const verplaats = (revisie: number) =>
      m.vraag('POST', `/v1/tolkinzetten/${inzetId}/_verplaatsen`, { overlegd: false, revisie });
    expect((await verplaats(1)).body).toMatchObject({ datum: '2026-11-24', afspraakNu: null });
    expect(codes(await verplaats(2))).toEqual(['niet-verzet']);
    expect((await lijst(m, { gewijzigd: true })).items).toEqual([]);
  });
});

describe('de voorkeur van de persoon', () => {
  it('zet de vaste tolk bovenaan en vraagt overleg bij een ander geslacht', async () => {
    const { g, m } = await opzet({ naam: 'Aster', geslacht: 'man' });
    const { body: vaste } = await m.vraag(
      'POST',
      '/v1/tolken',
      tolkInvoer([g.id], { naam: 'Zula' }),
    );
    const { pad, dossierId } = await metAfspraak(g);
    const voorkeur = `/v1/dossiers/${dossierId}/tolkvoorkeur`;
    const eerst = { tolkId: vaste.tolkId, geslacht: 'vrouw', vervangt: null };
    const na = await m.vraag('PUT', voorkeur, eerst);
    expect(na.body).toMatchObject({ tolk: 'Zula', geslacht: 'vrouw' });
    const keuze = (await m.vraag('GET', `${pad}/tolken`)).body;
    expect(keuze.tolken).toMatchObject([
      { naam: 'Zula', vast: true, bezwaren: [] },
      { naam: 'Aster', vast: false, bezwaren: ['geslacht'] },
    ]);
    const anders = keuze.tolken[1].tolkId;
    expect(codes(await boek(m, pad, anders))).toEqual(['geslacht']);
    expect((await boek(m, pad, anders, { overlegd: true })).status).toBe(201);
    expect((await m.vraag('PUT', voorkeur, eerst)).body.conflict).toMatchObject({ wie: m.naam });
    const leeg = { tolkId: null, geslacht: null, vervangt: na.body.feitId };
    expect((await m.vraag('PUT', voorkeur, leeg)).body).toMatchObject({
      tolk: null,
      geslacht: null,
    });
  });
});

describe('de voorkeur op het scherm', () => {
  const lees = (m: TestMedewerker, dossierId: string) =>
    m.vraag('GET', `/v1/dossiers/${dossierId}/tolkvoorkeur`);

  it('noemt wie de vaste tolk kan zijn: wie de taal spreekt en nog werkt', async () => {
    const { g, m, tolkId } = await opzet({ naam: 'Zula' });
    await m.vraag(
      'POST',
      '/v1/tolken',
      tolkInvoer([g.id], { naam: 'Oud', gestoptOp: '2026-11-20' }),
    );
    const turks = { naam: 'Emre', talen: [{ taal: 'Turks', niveau: 'C1' }] };
    await m.vraag('POST', '/v1/tolken', tolkInvoer([g.id], turks));
    const { dossierId } = await metAfspraak(g);
    expect((await lees(m, dossierId)).body).toEqual({
      feitId: null,
      tolkId: null,
      tolk: null,
      geslacht: null,
      taal: 'Tigrinya',
      tolken: [{ tolkId, naam: 'Zula', geslacht: 'vrouw' }],
      magWijzigen: true,
    });
  });

  it('laat een lezer zien en niet wijzigen, en een andere gemeente niets', async () => {
    const { g, m } = await opzet();
    const { dossierId } = await metAfspraak(g);
    const lezer = await w.medewerker(g.organisatieId, ['*:lezer']);
    expect((await lees(lezer, dossierId)).body.magWijzigen).toBe(false);
    const wens = { tolkId: null, geslacht: 'vrouw', vervangt: null };
    const pad = `/v1/dossiers/${dossierId}/tolkvoorkeur`;
    expect((await lezer.vraag('PUT', pad, wens)).status).toBe(403);
    const elders = await w.medewerker((await w.gemeente()).organisatieId);
    expect((await lees(elders, dossierId)).status).toBe(404);
    expect((await m.vraag('PUT', pad, wens)).status).toBe(200);
  });

  it('waarschuwt bij het boeken als de vaste tolk bezet is en er niemand van die wens vrij is', async () => {
    const { g, m, tolkId } = await opzet({ naam: 'Zula' });
    await m.vraag('POST', '/v1/tolken', tolkInvoer([g.id], { naam: 'Aster', geslacht: 'man' }));
    const { pad, dossierId } = await metAfspraak(g);
    const wens = { tolkId, geslacht: 'vrouw', vervangt: null };
    await m.vraag('PUT', `/v1/dossiers/${dossierId}/tolkvoorkeur`, wens);
    const letOp = async () => (await m.vraag('GET', `${pad}/tolken`)).body.letOp;
    expect(await letOp()).toEqual([]);
    await boek(m, (await metAfspraak(g, '10:30')).pad, tolkId);
    expect(await letOp()).toEqual([
      'Zula is de vaste tolk, maar is dan bezet of moet nog reizen.',
      'De persoon wil liever een vrouw. Dan is er geen vrouw vrij.',
    ]);
  });

  it('waarschuwt als de vaste tolk de taal van deze afspraak niet doet', async () => {
    const { g, m } = await opzet({ naam: 'Aster' });
    const turks = { naam: 'Emre', talen: [{ taal: 'Turks', niveau: 'C1' }] };
    const { tolkId } = (await m.vraag('POST', '/v1/tolken', tolkInvoer([g.id], turks))).body;
    const { pad, dossierId } = await metAfspraak(g);
    const wens = { tolkId, geslacht: null, vervangt: null };
    await m.vraag('PUT', `/v1/dossiers/${dossierId}/tolkvoorkeur`, wens);
    expect((await m.vraag('GET', `${pad}/tolken`)).body.letOp).toEqual([
      'Emre is de vaste tolk, maar staat niet in het rooster voor deze taal.',
    ]);
  });
});

describe('het jaar', () => {
  it('telt per persoon en gemeente op tot precies de boekingen, naast het planbedrag', async () => {
    const { g, m, tolkId } = await opzet();
    const een = await metAfspraak(g);
    const twee = await metAfspraak(g, '14:00');
    const { inzetId } = (await boek(m, een.pad, tolkId)).body;
    await boek(m, twee.pad, tolkId);
    w.klok.zetOp(datum(MAANDAG));
    await m.vraag('POST', `/v1/tolkinzetten/${inzetId}/_uren`, { minuten: 60, revisie: 1 });
    const { body } = await m.vraag('POST', '/v1/tolkinzetten/_jaar', { jaar: 2026 });
    expect(body.regels).toMatchObject([
      { mensen: 2, inzetten: 2, kostenCent: 8500, geboektCent: 8500 },
    ]);
    expect(body.personen.map((p: { kostenCent: number }) => p.kostenCent).sort()).toEqual([
      0, 8500,
    ]);
    const leeg = await m.vraag('POST', '/v1/tolkinzetten/_jaar', { jaar: 2025 });
    expect([leeg.body.regels, leeg.body.totaal]).toEqual([[], 0]);
    const csv = await m.vraag('POST', '/v1/tolkinzetten/_jaar/_exporteer', { jaar: 2026 });
    expect(csv.body.split('\r\n')).toHaveLength(4);
    const inzet = await m.vraag('POST', '/v1/tolkinzetten/_exporteer', {});
    expect(inzet.body).toContain('Selam Kidane;Tigrinya;aanwezig;2026-11-23');
  });
});

it('gaat bij het samenvoegen van twee dossiers mee', async () => {
  const { g, m, tolkId } = await opzet();
  const { pad, dossierId } = await metAfspraak(g);
  await boek(m, pad, tolkId);
  const blijft = await w.dossier(g.id, persoon('Almaz'));
  await w.db.forGemeenten({ gemeenten: [g.id], bijzonder: [g.id] }, (tx) =>
    voegSamen(tx, g.id, dossierId, blijft, { nu: w.klok.nu(), vandaag: w.klok.vandaag() }),
  );
  expect((await lijst(m)).items).toMatchObject([{ dossierId: blijft, afspraakNu: null }]);
});
