import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { berekenTermijn } from './keuring/pip.ts';
import { BSN, GEMEENTE_A, GEMEENTE_B, PERSOON, startSimulator } from './proef.ts';

let sim: Awaited<ReturnType<typeof startSimulator>>;

beforeEach(async () => {
  sim = await startSimulator();
  await sim.bedien('POST', '/personen', [PERSOON]);
});
afterEach(() => sim.app.close());

const PAD = `/pip/v1/personen/${BSN}/PIP`;
const PIP = { dagtekeningPip: '2026-03-01', leerroute: 'B' };
const meld = (pip: object, koppen = {}) => sim.duo('POST', PAD, pip, koppen);
const teksten = (body: unknown) => (body as { fouttekst: string }[]).map((f) => f.fouttekst);

describe('regels voor het PIP', () => {
  test.each([
    [
      'voor de start van de plicht',
      { dagtekeningPip: '2026-01-04' },
      /start van de inburgeringsplicht/,
    ],
    ['voor de vestiging', { dagtekeningPip: '2026-01-31' }, /vestiging/],
    ['A2 bij onderwijsroute', { leerroute: 'O', niveau: 'A2' }, /onderwijsroute/],
    ['B1 bij zelfredzaamheidsroute', { leerroute: 'Z', niveau: 'B1' }, /zelfredzaamheidsroute/],
    ['A2 bij B1-route in het eerste PIP', { niveau: 'A2' }, /eerste PIP/],
    [
      'intensiteit buiten de B1-route',
      { leerroute: 'Z', geschatteIntensiteitB1Route: 600 },
      /intensiteit/,
    ],
  ])('weigert %s', async (_naam, afwijking, tekst) => {
    const antwoord = await meld({ ...PIP, ...afwijking });
    expect(antwoord).toMatchObject({ status: 403, versie: '1.2.0' });
    expect(teksten(antwoord.body).join(' ')).toMatch(tekst);
    expect((await sim.duo('GET', PAD)).status).toBe(404);
  });

  test('weigert intensiteit voor een gezinsmigrant en noemt alle redenen', async () => {
    const indeling = 'Gezinsmigrant en overige migrant';
    await sim.bedien('POST', '/personen', [{ bsn: BSN, doelgroep: { indeling } }]);
    const antwoord = await meld({
      dagtekeningPip: '2026-01-04',
      leerroute: 'B',
      geschatteIntensiteitB1Route: 600,
    });
    expect(teksten(antwoord.body)).toHaveLength(3);
  });

  test('aanvaardt de dag van de vestiging, vult B1 in en stelt de termijn vast', async () => {
    const antwoord = await meld({
      ...PIP,
      dagtekeningPip: '2026-02-01',
      geschatteIntensiteitB1Route: 600,
    });
    expect(antwoord).toEqual({ status: 201, versie: '1.2.0', body: undefined });
    expect((await sim.duo('GET', PAD)).body).toEqual({
      gemeentecode: '0101',
      pip: {
        dagtekeningPip: '2026-02-01',
        leerroute: 'B',
        niveau: 'B1',
        geschatteIntensiteitB1Route: 600,
      },
    });
    const termijn = await sim.duo(
      'GET',
      `/inburgeringstermijn/v1/personen/${BSN}/inburgeringstermijn`,
    );
    expect(termijn.body).toMatchObject({ startdatum: '2026-02-02', einddatum: '2029-02-02' });
    const gebeurtenissen = await sim.duo('GET', `/gebeurtenis/v1/personen/${BSN}/gebeurtenissen`);
    expect(gebeurtenissen.body).toMatchObject([{ id: 'SS102', datum: '2026-11-21' }]);
  });

  test('een tweede PIP mag A2 zijn, niet eerder zijn gedagtekend en verschuift de termijn niet', async () => {
    await meld(PIP);
    const eerder = await meld({ ...PIP, dagtekeningPip: '2026-02-28' });
    expect(teksten(eerder.body)).toEqual([expect.stringMatching(/initiële PIP/)]);
    expect(
      (await meld({ dagtekeningPip: '2026-05-01', leerroute: 'B', niveau: 'A2' })).status,
    ).toBe(201);
    const tussen = await meld({ ...PIP, dagtekeningPip: '2026-04-30' });
    expect(teksten(tussen.body)).toEqual([expect.stringMatching(/actuele PIP/)]);
    const termijn = await sim.duo(
      'GET',
      `/inburgeringstermijn/v1/personen/${BSN}/inburgeringstermijn`,
    );
    expect(termijn.body).toMatchObject({ startdatum: '2026-03-02' });
  });

  test('verwijderen kan tot de termijn vaststaat', async () => {
    expect((await sim.duo('DELETE', PAD)).status).toBe(404);
    await sim.bedien('PUT', '/gedrag', { termijnVaststellen: 'op-bevel' });
    await meld(PIP);
    expect((await sim.duo('DELETE', PAD)).status).toBe(200);
    await meld(PIP);
    await sim.bedien('POST', '/gebeurtenissen', { bsn: BSN, gebeurtenisId: 'SS102' });
    const geweigerd = await sim.duo('DELETE', PAD);
    expect(teksten(geweigerd.body)).toEqual([expect.stringMatching(/al vastgesteld/)]);
  });

  test.each([
    ['2024-02-28', '2024-02-29', '2027-03-01'],
    ['2024-02-29', '2024-03-01', '2027-03-01'],
    ['2024-03-15', '2024-03-16', '2027-03-16'],
    ['2026-12-31', '2027-01-01', '2030-01-01'],
  ])('dagtekening %s geeft een termijn van %s tot %s', (dagtekening, startdatum, einddatum) => {
    expect(berekenTermijn(dagtekening)).toEqual({ startdatum, einddatum });
  });
});

describe('toegang', () => {
  const DOELGROEP = `/inburgeringsplicht/v1/personen/${BSN}/doelgroep`;

  test.each([
    ['zonder bron', { bron: '' }],
    ['met een korte bron', { bron: '123' }],
    ['met een andere ontvanger', { doel: GEMEENTE_A }],
    ['zonder uuid', { berichtId: 'vier' }],
  ])('400 %s', async (_naam, koppen) => {
    expect(await sim.duo('GET', DOELGROEP, undefined, koppen)).toEqual({
      status: 400,
      versie: '1.2.2',
      body: undefined,
    });
  });

  test('400 bij onleesbare of onvolledige inhoud, 404 op een pad in andere schrijfwijze', async () => {
    expect((await meld({ leerroute: 'B' })).status).toBe(400);
    expect((await meld({ ...PIP, leerroute: 'X' })).status).toBe(400);
    expect((await meld({ ...PIP, dagtekeningPip: '2026-02-30' })).status).toBe(400);
    expect(await sim.duo('GET', PAD.replace('/PIP', '/pip'))).toMatchObject({
      status: 404,
      versie: '1.2.0',
    });
  });

  test('een andere gemeente krijgt een lege 403, een onbekende persoon 404', async () => {
    const ander = await sim.duo('GET', DOELGROEP, undefined, { bron: GEMEENTE_B });
    expect(ander).toEqual({ status: 403, versie: '1.2.2', body: undefined });
    const onbekend = await sim.duo('GET', DOELGROEP.replace(BSN, '999000031'));
    expect(onbekend.status).toBe(404);
    const vreemd = { bron: '00000000000000000909' };
    expect((await sim.duo('GET', DOELGROEP, undefined, vreemd)).status).toBe(403);
    const pad = `/gebeurtenis/v1/personen/${BSN}/gebeurtenissen`;
    expect((await sim.duo('GET', pad, undefined, vreemd)).status).toBe(401);
  });

  test('koppeling door COA gaat voor; na verhuizing blijft de vorige gemeente een maand', async () => {
    await meld(PIP);
    await sim.bedien('POST', '/personen', [{ bsn: BSN, gemeentecode: '0202' }]);
    const b = { bron: GEMEENTE_B };
    expect((await sim.duo('GET', DOELGROEP, undefined, b)).status).toBe(200);
    expect((await meld({ ...PIP, dagtekeningPip: '2026-06-01' }, b)).status).toBe(201);
    expect((await sim.duo('GET', PAD)).body).toMatchObject({ gemeentecode: '0202' });
    await sim.bedien('PUT', '/gedrag', { peildatum: '2026-12-20' });
    expect((await sim.duo('GET', PAD)).status).toBe(200);
    await sim.bedien('PUT', '/gedrag', { peildatum: '2026-12-21' });
    expect((await sim.duo('GET', PAD)).status).toBe(403);
    await sim.bedien('POST', '/personen', [{ bsn: BSN, gekoppeldAan: '0101' }]);
    expect((await sim.duo('GET', PAD)).status).toBe(200);
  });
});

test('ontvangen meldingen zijn te tellen, met berichtId en uitkomst', async () => {
  const berichtId = crypto.randomUUID();
  await meld({ ...PIP, dagtekeningPip: '2026-01-01' });
  await meld(PIP, { berichtId });
  const { body } = await sim.bedien('GET', '/ontvangen');
  expect(body).toMatchObject({
    meldingen: [{ status: 403 }, { status: 201, berichtId, bron: GEMEENTE_A, methode: 'POST' }],
    perPersoon: [{ bsn: BSN, ontvangen: 2, aangenomen: 1 }],
  });
});

test('de bediening noemt wat er niet klopt', async () => {
  const fout = await sim.bedien('POST', '/personen', [{ gemeentecode: '0101' }]);
  expect(fout).toMatchObject({ status: 400, body: { fouten: [expect.stringMatching(/^0: bsn/)] } });
  expect((await sim.bedien('PUT', '/gedrag', { traagg: 1 })).status).toBe(400);
});
