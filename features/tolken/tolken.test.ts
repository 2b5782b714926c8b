import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { datum } from '../../rules/shared/datum.ts';
import { tolkInvoer, werkSamen } from '../../test/begeleiding/tolken.ts';
import { maakWereld, type TestMedewerker, type Wereld } from '../../test/world.ts';
import { bezwarenTegen, zelfdeTaal } from './keuze.ts';
import { mogelijk, na, OVERGANGEN } from './staten.ts';

let w: Wereld;
beforeAll(async () => {
  w = await maakWereld();
});
beforeEach(() => w.klok.zetOp(datum('2026-11-21')));
afterAll(() => w.sluit());

async function opzet() {
  const g = await w.gemeente();
  return { g, m: await w.medewerker(g.organisatieId) };
}
const zoek = (m: TestMedewerker, vraag: object = {}) => m.vraag('POST', '/v1/tolken/_zoek', vraag);
/** Wat de server teruggeeft zonder wat niet mag worden teruggestuurd. */
function wijziging({ body }: { body: Record<string, unknown> }, extra: object = {}) {
  const {
    tolkId: _t,
    gemeenteId: _g,
    gemeente: _n,
    gemeenten: _a,
    magWijzigen: _m,
    ...rest
  } = body;
  return { ...rest, ...extra };
}

describe('het rooster', () => {
  it('bewaart een tolk en vindt hem op naam, taal, vorm en beëdiging', async () => {
    const { g, m } = await opzet();
    const gemaakt = await m.vraag('POST', '/v1/tolken', tolkInvoer([g.id]));
    expect([gemaakt.status, gemaakt.body.gemeenten]).toEqual([201, [g.naam]]);
    await m.vraag(
      'POST',
      '/v1/tolken',
      tolkInvoer([g.id], {
        naam: 'Ali Demir',
        talen: [{ taal: 'Turks', niveau: 'C1' }],
        rbtv: '',
        vormen: ['telefoon'],
      }),
    );
    const namen = async (vraag: object) =>
      (await zoek(m, vraag)).body.items.map((t: { naam: string }) => t.naam);
    expect(await namen({})).toEqual(['Ali Demir', 'Selam Kidane']);
    expect(await namen({ zoek: 'sel' })).toEqual(['Selam Kidane']);
    expect(await namen({ taal: 'tigrigna' })).toEqual(['Selam Kidane']);
    expect(await namen({ vorm: 'aanwezig' })).toEqual(['Selam Kidane']);
    expect(await namen({ beedigd: true })).toEqual(['Selam Kidane']);
    expect(await namen({ page: 2, pageSize: 1 })).toEqual(['Selam Kidane']);
    const { body } = await zoek(m, { page: 2, pageSize: 1 });
    expect([body.totaal, body.talen]).toEqual([2, ['Tigrinya', 'Turks']]);
  });

  it('verbergt wie is gestopt vanaf die dag', async () => {
    const { g, m } = await opzet();
    await m.vraag('POST', '/v1/tolken', tolkInvoer([g.id], { gestoptOp: '2026-11-22' }));
    const aantal = async (vraag = {}) => (await zoek(m, vraag)).body.totaal;
    expect(await aantal()).toBe(1);
    w.klok.zetOp(datum('2026-11-22'));
    expect([await aantal(), await aantal({ ookGestopt: true })]).toEqual([0, 1]);
  });

  it('botst als een ander eerder wijzigde, en noemt wie', async () => {
    const { g, m } = await opzet();
    const ander = await w.medewerker(g.organisatieId);
    const gemaakt = await m.vraag('POST', '/v1/tolken', tolkInvoer([g.id]));
    const pad = `/v1/tolken/${gemaakt.body.tolkId}`;
    const na = await ander.vraag('PUT', pad, wijziging(gemaakt, { telefoon: '0687654321' }));
    expect([na.status, na.body.telefoon, na.body.revisie]).toEqual([200, '0687654321', 2]);
    const laat = await m.vraag('PUT', pad, wijziging(gemaakt, { naam: 'Anders' }));
    expect([laat.status, laat.body.conflict.wie]).toEqual([409, ander.naam]);
  });

  it.each([
    ['zonder taal', { talen: [] }, 'talen'],
    ['zonder vorm', { vormen: [] }, 'vormen'],
    [
      'met een rooster dat achteruit loopt',
      { rooster: [{ dag: 1, van: '12:00', tot: '12:00' }] },
      'rooster.0.tot',
    ],
    [
      'met een dag die niet bestaat',
      { rooster: [{ dag: 8, van: '09:00', tot: '12:00' }] },
      'rooster.0.dag',
    ],
    [
      'met een lege afwezigheid',
      { uitzonderingen: [{ van: '2026-12-01', tot: '2026-12-01', beschikbaar: false }] },
      'uitzonderingen.0.tot',
    ],
    ['met een gebroken bedrag', { uurtariefCent: 60.5 }, 'uurtariefCent'],
  ])('weigert een tolk %s', async (_wat, deel, veld) => {
    const { g, m } = await opzet();
    const { status, body } = await m.vraag('POST', '/v1/tolken', tolkInvoer([g.id], deel));
    expect([status, body.invalidParams?.[0].name]).toEqual([400, veld]);
  });

  it('geeft een rekenblad met dezelfde filters', async () => {
    const { g, m } = await opzet();
    await m.vraag('POST', '/v1/tolken', tolkInvoer([g.id]));
    const alles = await m.vraag('POST', '/v1/tolken/_exporteer', {});
    expect(alles.body).toContain('Selam Kidane;Tigrinya (moedertaal);12345;aanwezig, telefoon');
    const niets = await m.vraag('POST', '/v1/tolken/_exporteer', { taal: 'Turks' });
    expect(niets.body).not.toContain('Selam');
  });
});

describe('een regionale tolk', () => {
  it('is te zien voor elke gemeente die meedoet, maar alleen te wijzigen door wie het rooster houdt', async () => {
    const a = await opzet();
    const b = await opzet();
    const c = await opzet();
    await werkSamen(w, a.g, b.g);
    const regio = await w.medewerker(a.g.organisatieId);
    const gemaakt = await regio.vraag('POST', '/v1/tolken', tolkInvoer([a.g.id, b.g.id]));
    expect(gemaakt.status).toBe(201);
    expect((await zoek(b.m)).body.items[0]).toMatchObject({ magWijzigen: false });
    expect((await zoek(c.m)).body.totaal).toBe(0);
    const pad = `/v1/tolken/${gemaakt.body.tolkId}`;
    const vanB = await b.m.vraag('PUT', pad, wijziging(gemaakt));
    expect([vanB.status, vanB.body.redenen[0].code]).toEqual([409, 'tolk-van-ander']);
    expect((await c.m.vraag('PUT', pad, wijziging(gemaakt))).status).toBe(404);
  });

  it('kan niet worden toegevoegd voor een gemeente van een ander', async () => {
    const a = await opzet();
    const b = await opzet();
    const { status, body } = await a.m.vraag('POST', '/v1/tolken', tolkInvoer([a.g.id, b.g.id]));
    expect([status, body.redenen[0].code]).toEqual([409, 'gemeente-niet-van-u']);
  });
});

describe('de week', () => {
  it('toont de uren van elke dag, met afwezigheid', async () => {
    const { g, m } = await opzet();
    const uitzonderingen = [{ van: '2026-11-25', tot: '2026-11-27', beschikbaar: false }];
    await m.vraag('POST', '/v1/tolken', tolkInvoer([g.id], { uitzonderingen }));
    const { body } = await m.vraag('POST', '/v1/tolken/_week', { vanaf: '2026-11-23' });
    const uren = body.tolken[0].dagen.map((d: { uren: unknown[] }) => d.uren.length);
    expect(uren).toEqual([1, 1, 0, 0, 1, 0, 0]);
    expect(body.tolken[0].dagen[0]).toEqual({
      dag: '2026-11-23',
      uren: [{ van: '09:00', tot: '17:00' }],
      bezet: [],
    });
  });
});

describe('hulpjes', () => {
  it.each([
    ['Tigrinya', 'tigrigna', true],
    ['Farsi', 'Perzisch', true],
    ['Farsi', 'Dari', false],
    ['Oekraïens', 'oekraiens', true],
    ['Koerdisch (Sorani)', 'koerdisch  (sorani)', true],
    ['Koerdisch', 'Turks', false],
  ])('%s en %s zijn dezelfde taal: %s', (a, b, verwacht) => {
    expect(zelfdeTaal(a, b)).toBe(verwacht);
    expect(zelfdeTaal(b, a)).toBe(verwacht);
  });

  it('noemen alles wat tegen een tolk pleit', () => {
    const tolk = {
      tolkId: 't',
      talen: [{ taal: 'Turks', niveau: 'C1' }],
      vormen: ['telefoon' as const],
      rooster: { week: [], uitzonderingen: [] },
      reisMinuten: 0,
      gestoptOp: datum('2026-11-23'),
    };
    const wens = {
      datum: datum('2026-11-23'),
      tijd: '10:00',
      duurMinuten: 60,
      taal: 'Arabisch',
      vorm: 'aanwezig' as const,
    };
    expect(bezwarenTegen(tolk, wens, [])).toEqual(['taal', 'gestopt', 'vorm', 'buiten-rooster']);
  });

  it('laten een afgezegde boeking met rust', () => {
    expect(mogelijk('afgezegd')).toEqual([]);
    expect(na('geboekt', 'uren')).toBe('gedaan');
    expect(na('gedaan', 'afzeggen')).toBeUndefined();
    expect(new Set(OVERGANGEN.map((o) => `${o.van} ${o.handeling}`)).size).toBe(OVERGANGEN.length);
  });
});
