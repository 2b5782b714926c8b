import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BSN, GEMEENTE_B, PERSOON, startSimulator } from '../proef.ts';

let sim: Awaited<ReturnType<typeof startSimulator>>;
beforeEach(async () => {
  sim = await startSimulator();
  await sim.bedien('POST', '/personen', [MENS]);
});
afterEach(() => sim.app.close());

const BOW = '0000000011';
const MENS = {
  ...PERSOON,
  pip: { gemeentecode: '0101', pip: { dagtekeningPip: '2026-02-15', leerroute: 'Z' } },
  termijn: { startdatum: '2026-02-16', einddatum: '2029-02-16' },
};
const AANBOD = {
  datumInburgeringsaanbod: '2026-03-02',
  indicatorAlfabetiseringsonderwijs: 'NVT',
};
const onder = (api: string, pad: string) => `/${api}/v1/personen/${BSN}/${pad}`;
const bedien = (inhoud: object) => sim.bedien('POST', '/personen', [{ bsn: BSN, ...inhoud }]);

describe('raadplegen', () => {
  const VOL = {
    verlengingen: [{ beoordelingAanvraag: 'InBehandeling', ontvangstdatum: '2026-10-01' }],
    vrijstellingen: [
      { TijdelijkeVrijstelling: { oordeel: 'Toekenning', reden: 'INS', einddatum: '2027-01-31' } },
    ],
    ontheffingen: [
      { GeheleOntheffing: { oordeel: 'Afwijzing', datumOordeel: '2026-10-01', grond: 'BIO' } },
    ],
    gratisPogingen: [{ onderdeel: 'LE', gratisPogingenTegoed: 2 }],
    examens: [{ examendatum: '2026-10-01', resultaat: 'Gezakt', onderdeel: 'LE', niveau: 'A2' }],
    boetes: [{ bedrag: 340, datum: '2026-10-01' }],
    map: { datumEindgesprekMap: '2026-10-01', gemeentecode: '0101' },
    pvt: { datumOndertekeningPvt: '2026-10-02', gemeentecode: '0101' },
  };
  test.each([
    ['verlenging', 'verlengingen', '1.0.0', VOL.verlengingen],
    ['vrijstelling', 'vrijstellingen', '1.0.0', VOL.vrijstellingen],
    ['ontheffing', 'ontheffingen', '1.0.0', VOL.ontheffingen],
    ['examen', 'examens/gratispogingen', '1.0.0', VOL.gratisPogingen],
    ['examen', 'examens/resultaten', '1.0.0', VOL.examens],
    ['boete', 'boetes', '1.0.0', VOL.boetes],
    ['map-pvt-zroute', 'map', '1.0.0', { datumEindgesprekMap: '2026-10-01' }],
    ['map-pvt-zroute', 'pvt', '1.0.0', { datumOndertekeningPvt: '2026-10-02' }],
  ])('%s: %s, en 404 zolang DUO niets weet', async (api, pad, versie, body) => {
    expect((await sim.duo('GET', onder(api, pad))).status).toBe(404);
    await bedien(VOL);
    expect(await sim.duo('GET', onder(api, pad))).toEqual({ status: 200, versie, body });
  });

  test('de lijsten zonder persoon zijn er voor elke gemeente, ook aangevuld', async () => {
    const pad = '/inburgeringsaanbod/v1/instellingen';
    const eerst = await sim.duo('GET', pad);
    expect(eerst.body).toContainEqual(expect.objectContaining({ instellingsnummer: BOW }));
    const een = { naam: 'De Proef', postcode: '1234AB', huisnummer: 1, plaatsnaam: 'Dorp' };
    await sim.bedien('POST', '/instellingen', [{ instellingsnummer: '0000000099', ...een }]);
    expect((await sim.duo('GET', pad)).body).toHaveLength(1);
    const gronden = await sim.duo('GET', '/inburgeringstermijn/v1/verlengingsgronden');
    expect(gronden.body).toContainEqual(expect.objectContaining({ code: 'ZIEK' }));
  });
});

describe('melden', () => {
  test('uren: totalen van de gemeente samen, per instelling apart, en elke melding vervangt', async () => {
    await sim.duo('POST', onder('inburgeringsaanbod', `Inburgeringsaanbod/${BOW}`), AANBOD);
    const meld = (pad: string, body: object) =>
      sim.duo('PUT', onder('gevolgdeuren', `uren/${pad}`), body);
    for (const [pad, body] of [
      ['bredeintake/taallesknm', { uren: 12 }],
      ['participatieactiviteiten', { uren: 30 }],
      ['participatieactiviteiten', { uren: 45 }],
      [`instellingen/${BOW}/taallesknm`, { bekendTot: '2026-06-01', uren: 20 }],
      [`instellingen/${BOW}/taallesknm`, { bekendTot: '2026-07-01', uren: 40 }],
    ] as const) {
      expect(await meld(pad, body)).toMatchObject({ status: 200, body: undefined });
    }
    expect((await sim.duo('GET', onder('gevolgdeuren', 'uren'))).body).toEqual([
      {
        gemeentecode: '0101',
        bekendTot: '2026-11-21',
        TaallesEnKnmBredeIntake: { uren: 12 },
        ParticipatieactiviteitenBredeIntake: { uren: 45 },
      },
      {
        gemeentecode: '0101',
        bekendTot: '2026-07-01',
        TaallesEnKnmInstelling: { instellingsnummer: BOW, uren: 40 },
      },
    ]);
    expect((await meld('participatietaalles', { uren: 10_000 })).status).toBe(400);
  });

  test('de Z-route rond met MAP en PVT: aan de plicht is voldaan en SS141 volgt', async () => {
    await sim.duo('PUT', onder('map-pvt-zroute', 'map'), { datumEindgesprekMap: '2026-10-01' });
    await sim.duo('PUT', onder('map-pvt-zroute', 'pvt'), { datumOndertekeningPvt: '2026-10-01' });
    const zroute = onder('map-pvt-zroute', 'zroute');
    expect((await sim.duo('PUT', zroute, { datumAfrondingZroute: '2026-11-01' })).status).toBe(200);
    const plicht = await sim.duo('GET', onder('inburgeringsplicht', 'inburgeringsplicht'));
    expect(plicht.body).toMatchObject({
      indicatorInburgeringsplicht: false,
      redenGeenInburgeringsplicht: 'Inburgeringsplicht voldaan',
    });
    const { body } = await sim.bedien('GET', '/notificaties');
    expect(body).toMatchObject({ notificaties: [{ notificatie: { gebeurtenisId: 'SS141' } }] });
  });

  test('het examennummer van de leerbaarheidstoets gaat met een DELETE weg', async () => {
    const pad = onder('leerbaarheidstoets', 'lbt/examennummer');
    await bedien({ lbt: { examennummer: 'LBT1' } });
    expect((await sim.duo('GET', pad)).body).toEqual({ examennummer: 'LBT1' });
    expect((await sim.duo('DELETE', pad)).status).toBe(200);
    expect((await sim.duo('GET', pad)).status).toBe(404);
    expect((await sim.duo('DELETE', pad)).status).toBe(404);
  });
});

describe('contactpersonen', () => {
  const WIE = { naam: 'Jo van ’t Veld', email: 'jo@voorbeeld.test', telefoonnummer: '0101234567' };
  const GOED = { ...WIE, naam: 'Jo van der Veld' };
  const pad = (rest = '') => `/contactpersoon/v1/contactpersonen${rest}`;

  test('maken, wijzigen, koppelen en verwijderen; elke keer maken geeft een nieuwe', async () => {
    const gemaakt = await sim.duo('POST', pad(), GOED);
    expect(gemaakt).toMatchObject({
      status: 201,
      body: { id: 1, contactpersoongegevens: GOED },
    });
    expect((await sim.duo('POST', pad(), GOED)).body).toMatchObject({ id: 2 });
    const anders = { ...GOED, telefoonnummer: '0107654321' };
    expect(await sim.duo('PUT', pad('/1'), anders)).toMatchObject({ status: 200, body: undefined });
    expect((await sim.duo('POST', pad(`/1/personen/${BSN}`))).status).toBe(201);
    expect((await sim.duo('POST', pad(`/2/personen/${BSN}`))).status).toBe(201);
    expect((await sim.duo('DELETE', pad(`/1/personen/${BSN}`))).status).toBe(404);
    expect((await sim.duo('DELETE', pad('/2'))).status).toBe(200);
    const { body } = await sim.bedien('GET', '/stand');
    expect(body).toMatchObject({
      contactpersonen: [{ id: 1, gegevens: anders }],
      personen: [expect.not.objectContaining({ contactpersoon: 2 })],
      tellers: { aangenomen: 6, dubbelInhoud: 1, dubbelBerichtId: 0 },
    });
    expect((await sim.duo('POST', pad(), GOED)).body).toMatchObject({ id: 3 });
  });

  test('geen cijfers in een naam, geen onbekend nummer, niet die van een ander', async () => {
    expect((await sim.duo('POST', pad(), { ...GOED, naam: 'Team 3' })).status).toBe(400);
    expect((await sim.duo('PUT', pad('/9'), GOED)).status).toBe(404);
    await sim.duo('POST', pad(), GOED);
    const ander = await sim.duo('PUT', pad('/1'), GOED, { bron: GEMEENTE_B });
    expect(ander).toMatchObject({ status: 403, body: undefined });
  });
});
