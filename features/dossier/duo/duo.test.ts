import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TransportFout } from '../../../connections/duo/transport.ts';
import { type Keten, type Mens, maakKeten, maakMens, meld } from '../../../test/duo-brp.ts';
import { doeWerk } from '../../../test/werk.ts';
import type { TestGemeente, TestMedewerker } from '../../../test/world.ts';
import { notificatieWerk } from '../../notificatie/notificatie.jobs.ts';
import { verzendingWerk } from '../../verzending/verzending.jobs.ts';

const plat = new Set<string>();
let k: Keten;
let g: TestGemeente;
let m: TestMedewerker;

beforeAll(async () => {
  k = await maakKeten((lijn) => ({
    ...lijn,
    request: (verzoek) =>
      plat.has(verzoek.api)
        ? Promise.reject(new TransportFout('geen verbinding', false))
        : lijn.request(verzoek),
  }));
});
afterAll(() => k.sluit());
beforeEach(async () => {
  plat.clear();
  g = await k.gemeente();
  m = await k.w.medewerker(g.organisatieId);
  k.w.klok.zetOp('2026-11-21' as never);
});

const werk = () => doeWerk(k.w, { ...notificatieWerk, ...verzendingWerk });

async function opent(duo: object = {}): Promise<{ mens: Mens; id: string }> {
  const mens = await maakMens(k, g, { duo });
  await meld(k.w, g, 'SS101', mens);
  await werk();
  const { items } = (await m.vraag('POST', '/v1/berichten/_zoek', {})).body;
  return { mens, id: items[0].dossierId };
}

const beeld = async (id: string, wie = m) =>
  (await wie.vraag('GET', `/v1/dossiers/${id}/duo`)).body;
const vraagOp = (id: string, wie = m) => wie.vraag('POST', `/v1/dossiers/${id}/duo/_opvragen`, {});

const TERMIJN = { startdatum: '2026-11-02', einddatum: '2029-11-02' };

describe('alles opvragen', () => {
  test('haalt elk onderwerp, toont hoever het is en legt de feiten vast', async () => {
    const { mens, id } = await opent();
    await k.duo('POST', '/personen', [
      {
        bsn: mens.bsn,
        termijn: TERMIJN,
        boetes: [{ bedrag: 340, datum: '2026-11-07' }],
        gratisPogingen: [{ onderdeel: 'LE', gratisPogingenTegoed: 2 }],
        examens: [
          {
            examendatum: '2026-11-06',
            resultaat: 'Geen',
            onderdeel: 'SP',
            redenGeenResultaat: 'Absent',
          },
        ],
      },
    ]);
    expect((await vraagOp(id)).body).toEqual({ staat: 'bezig', totaal: 19 });
    expect(await beeld(id)).toMatchObject({ opvraging: { staat: 'bezig', gedaan: 0, totaal: 19 } });
    await werk();
    const na = await beeld(id);
    expect(na).toMatchObject({
      opvraging: { staat: 'klaar', gedaan: 19, zonderAntwoord: [] },
      boetes: { regels: [{ tekst: '€ 340', datum: '2026-11-07' }] },
      pogingen: [{ onderdeel: 'Lezen', tegoed: 2 }],
      examens: {
        regels: [{ tekst: 'Spreken', bij: 'niet verschenen', merk: { tekst: 'geen uitslag' } }],
      },
    });
    expect(na.bekekenOp).toMatch(/^2026-11-21T/);
    expect(na.gebeurtenissen.gezienOp).not.toBeNull();
  });

  test('niet vaker dan één keer per minuut, en niet zonder BSN', async () => {
    const { id } = await opent();
    expect((await vraagOp(id)).status).toBe(200);
    const tweede = await vraagOp(id);
    expect(tweede.status).toBe(409);
    expect(tweede.body.redenen).toMatchObject([{ code: 'te-snel' }]);
    await werk();
    expect((await vraagOp(id)).status).toBe(409);
    expect((await beeld(id)).wachtTot).not.toBeNull();
    const zonder = await k.w.dossier(g.id, [], { vNummer: '2100000001' });
    expect((await vraagOp(zonder)).body.redenen).toMatchObject([{ code: 'geen-bsn' }]);
  });

  test('valt één onderwerp weg, dan staat de rest er en zegt het scherm wat ontbreekt', async () => {
    const { mens, id } = await opent();
    await k.duo('POST', '/personen', [{ bsn: mens.bsn, termijn: TERMIJN }]);
    plat.add('boete');
    await vraagOp(id);
    await werk();
    const na = await beeld(id);
    expect(na.opvraging).toMatchObject({ staat: 'deels', zonderAntwoord: ['boetes'] });
    expect(na.tijdlijn.map((p: { onderwerp: string }) => p.onderwerp)).toContain('termijn');
    expect(na.boetes).toEqual({ regels: [], gezienOp: null });
  });
});

describe('het verloop', () => {
  test('de tijdlijn noemt wat veranderde, wanneer, op welke grond, en wat nu geldt', async () => {
    const { mens, id } = await opent({
      doelgroephistorie: [
        {
          indeling: 'Gezinsmigrant en overige migrant',
          begindatum: '2026-01-01',
          einddatum: '2026-08-31',
        },
      ],
    });
    await k.duo('POST', '/personen', [{ bsn: mens.bsn, termijn: TERMIJN }]);
    await meld(k.w, g, 'SS102', mens);
    await werk();
    await k.duo('POST', '/personen', [
      {
        bsn: mens.bsn,
        termijn: {
          ...TERMIJN,
          einddatum: '2030-05-02',
          wijzigingsdatum: '2026-11-20',
          verlengingsgrondcode: 'ALFA',
          verlengingsgrondomschrijving: 'Alfabetiseringsonderwijs',
        },
      },
    ]);
    await meld(k.w, g, 'SS103', mens);
    await werk();
    const { tijdlijn } = await beeld(id);
    const kort = tijdlijn.map((p: { datum: string; tekst: string; nu: boolean }) => [
      p.datum,
      p.tekst,
      p.nu,
    ]);
    expect(kort).toEqual([
      ['2026-11-20', 'Inburgeringstermijn tot en met 1 mei 2030', true],
      ['2026-11-02', 'Inburgeringstermijn tot en met 1 november 2029', false],
      ['2026-09-01', 'Doelgroep: Asielstatushouder', true],
      ['2026-09-01', 'Inburgeringsplichtig', true],
      ['2026-01-01', 'Doelgroep: Gezinsmigrant en overige migrant', false],
    ]);
    expect(tijdlijn[0].uitleg).toBe(
      'verlengd: Alfabetiseringsonderwijs; begonnen op 2 november 2026',
    );
    expect(tijdlijn[4].uitleg).toBe('tot en met 31 augustus 2026');
  });

  test('een andere doelgroep toont wat er volgens de regels verandert', async () => {
    const { mens, id } = await opent();
    expect((await beeld(id)).doelgroepwissel).toBeNull();
    await k.duo('POST', '/personen', [
      {
        bsn: mens.bsn,
        doelgroep: { indeling: 'Gezinsmigrant en overige migrant', begindatum: '2026-11-15' },
      },
    ]);
    await meld(k.w, g, 'SS124', mens);
    await werk();
    const { doelgroepwissel } = await beeld(id);
    expect(doelgroepwissel).toMatchObject({
      van: 'Asielstatushouder',
      naar: 'Gezinsmigrant en overige migrant',
      op: '2026-11-15',
    });
    expect(doelgroepwissel.verschillen).toContainEqual({
      naam: 'Doelgroep',
      was: 'asielstatushouder',
      wordt: 'gezins- of overige migrant',
    });
    expect(doelgroepwissel.verschillen.length).toBeGreaterThan(1);
    k.w.klok.zetOp('2027-05-14' as never);
    expect((await beeld(id)).doelgroepwissel).not.toBeNull();
    k.w.klok.zetOp('2027-05-15' as never);
    expect((await beeld(id)).doelgroepwissel).toBeNull();
  });
});

describe('de grond van een ontheffing', () => {
  test('alleen met het recht op gezondheid; anderen zien dat er een ontheffing is', async () => {
    const { mens, id } = await opent({
      ontheffingen: [
        { GeheleOntheffing: { oordeel: 'Toekenning', datumOordeel: '2026-11-04', grond: 'MED' } },
      ],
    });
    await meld(k.w, g, 'SS108', mens);
    await werk();
    expect((await beeld(id)).ontheffingen.regels).toMatchObject([{ bij: 'grond: medisch' }]);
    const zonder = await k.w.medewerker(g.organisatieId, ['*:klantmanager']);
    const gezien = await beeld(id, zonder);
    expect(gezien).toMatchObject({
      magGrond: false,
      ontheffingen: { regels: [{ tekst: 'Gehele ontheffing toegekend', bij: null }] },
    });
    expect(JSON.stringify(gezien)).not.toMatch(/medisch|MED/);
  });
});

describe('de leerbaarheidstoets laten vervallen', () => {
  const trekIn = (id: string, reden = 'Volgt de onderwijsroute.', wie = m) =>
    wie.vraag('POST', `/v1/dossiers/${id}/duo/_trek-toets-in`, { reden });

  test('gaat naar DUO, staat met de reden in het dossier en in het logboek', async () => {
    const { mens, id } = await opent({ lbt: { examennummer: 'LBT0001' } });
    await meld(k.w, g, 'SS137', mens);
    await werk();
    expect((await beeld(id)).toets).toMatchObject({ examennummer: 'LBT0001', ingetrokken: null });
    expect((await trekIn(id)).status).toBe(200);
    expect((await beeld(id)).toets).toMatchObject({ examennummer: null, ingetrokken: 'wacht' });
    await werk();
    expect((await beeld(id)).toets).toMatchObject({ ingetrokken: 'bevestigd' });
    const { ontvangen } = { ontvangen: await k.duo('GET', '/ontvangen') };
    expect(JSON.stringify(ontvangen)).toContain('/lbt/examennummer');
    const { items } = (await m.vraag('GET', `/v1/dossiers/${id}/tijdlijn?onderwerp=notities`)).body;
    expect(JSON.stringify(items)).toContain('Volgt de onderwijsroute.');
    const logboek = (await m.vraag('GET', `/v1/dossiers/${id}/logboek`)).body.items;
    expect(logboek).toContainEqual(
      expect.objectContaining({ objectSoort: 'leerbaarheidstoets-nummer', handeling: 'wijzigen' }),
    );
    const nogEens = await trekIn(id);
    expect(nogEens.status).toBe(409);
    expect(nogEens.body.redenen).toMatchObject([{ code: 'al-ingetrokken' }]);
  });

  test('zonder nummer, zonder reden of zonder rol kan het niet', async () => {
    const { id } = await opent();
    expect((await trekIn(id)).body.redenen).toMatchObject([{ code: 'geen-nummer' }]);
    expect((await trekIn(id, 'kort')).status).toBe(400);
    const lezer = await k.w.medewerker(g.organisatieId, ['*:lezer']);
    expect((await trekIn(id, undefined, lezer)).status).toBe(403);
    expect(await beeld(id, lezer)).toMatchObject({ mag: { opvragen: false, intrekken: false } });
  });
});
