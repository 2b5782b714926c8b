import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import {
  BSN,
  DUO,
  GEMEENTE_A,
  GEMEENTE_B,
  PERSOON,
  startOntvanger,
  startSimulator,
} from './proef.ts';

const opruimen: (() => unknown)[] = [];
afterEach(async () => {
  for (const ruimOp of opruimen.splice(0).reverse()) await ruimOp();
});

async function opstelling(statussen: number[] = [], journaal?: string) {
  const meedoen = await startOntvanger(statussen);
  const sim = await startSimulator({ meedoenUrl: meedoen.url, journaal });
  opruimen.push(
    () => meedoen.sluit(),
    () => sim.app.close(),
  );
  await sim.bedien('POST', '/personen', [PERSOON]);
  return { meedoen, sim };
}

const meldPip = (sim: Awaited<ReturnType<typeof startSimulator>>) =>
  sim.duo('POST', `/pip/v1/personen/${BSN}/PIP`, { dagtekeningPip: '2026-03-01', leerroute: 'B' });

test('een gebeurtenis bereikt Meedoen met koppen, beide nummers en de nieuwe toestand', async () => {
  const { meedoen, sim } = await opstelling();
  const resultaat = {
    resultaat: 'B1-route haalbaar',
    behaaldeScore: '62,50',
    benodigdeScore: '50,00',
    datumAfname: '2026-11-20',
  };
  const gemaakt = await sim.bedien('POST', '/gebeurtenissen', {
    bsn: BSN,
    gebeurtenisId: 'SS131',
    wijziging: { lbt: { resultaten: [resultaat] } },
  });
  const [berichtId] = (gemaakt.body as { berichtIds: string[] }).berichtIds;
  const [bericht] = await meedoen.wachtOp(1);
  expect(bericht?.koppen).toMatchObject({ bron: DUO, doel: GEMEENTE_A, berichtid: berichtId });
  expect(bericht?.inhoud).toEqual({
    registratieDatumTijd: '2026-11-21T00:00:00.001Z',
    gebeurtenisId: 'SS131',
    bsn: BSN,
    vNummer: 12345678,
  });
  const lbt = await sim.duo('GET', `/leerbaarheidstoets/v1/personen/${BSN}/lbt/resultaten`);
  expect(lbt.body).toEqual([resultaat]);
});

test('het eerste PIP geeft SS102; een bericht zonder nummers of over een onbekende kan ook', async () => {
  const { meedoen, sim } = await opstelling();
  await meldPip(sim);
  await sim.bedien('POST', '/gebeurtenissen', [
    { gebeurtenisId: 'SS101', noem: 'geen', bsn: BSN },
    { gebeurtenisId: 'SS120', bsn: '999000031', oin: GEMEENTE_B },
    { gebeurtenisId: 'SS120', bsn: '999000031' },
  ]);
  const berichten = await meedoen.wachtOp(3);
  expect(
    berichten.map((b) => [b.inhoud.gebeurtenisId, b.inhoud.bsn, b.koppen.doel]).sort(),
  ).toEqual([
    ['SS101', undefined, GEMEENTE_A],
    ['SS102', BSN, GEMEENTE_A],
    ['SS120', '999000031', GEMEENTE_B],
  ]);
});

test('zolang Meedoen niet antwoordt blijft DUO het proberen, op volgorde en met hetzelfde berichtId', async () => {
  const { meedoen, sim } = await opstelling([503, 500]);
  await sim.bedien('POST', '/gebeurtenissen', [
    { bsn: BSN, gebeurtenisId: 'SS101' },
    { bsn: BSN, gebeurtenisId: 'SS139' },
  ]);
  const berichten = await meedoen.wachtOp(4);
  expect(berichten.map((b) => b.inhoud.gebeurtenisId)).toEqual([
    'SS101',
    'SS101',
    'SS101',
    'SS139',
  ]);
  expect(new Set(berichten.slice(0, 3).map((b) => b.koppen.berichtid)).size).toBe(1);
});

test('dubbele notificaties: gelijk bericht twee keer, en één keer met een ander berichtId', async () => {
  const { meedoen, sim } = await opstelling();
  await sim.bedien('PUT', '/gedrag', { dubbeleNotificaties: true });
  await sim.bedien('POST', '/gebeurtenissen', { vNummer: '0012345678', gebeurtenisId: 'SS101' });
  const berichten = await meedoen.wachtOp(3);
  expect(new Set(berichten.map((b) => JSON.stringify(b.inhoud))).size).toBe(1);
  expect(new Set(berichten.map((b) => b.koppen.berichtid)).size).toBe(2);
});

test('na een wachttijd stelt DUO de termijn uit zichzelf vast', async () => {
  const { meedoen, sim } = await opstelling();
  await sim.bedien('PUT', '/gedrag', { termijnVaststellen: 1 });
  await meldPip(sim);
  const [bericht] = await meedoen.wachtOp(1);
  expect(bericht?.inhoud.gebeurtenisId).toBe('SS102');
});

test('het journaal overleeft een herstart, ook met een halve laatste regel', async () => {
  const map = mkdtempSync(join(tmpdir(), 'duo-'));
  opruimen.push(() => rmSync(map, { recursive: true }));
  const journaal = join(map, 'duo.jsonl');
  const eerste = await startSimulator({ journaal });
  await eerste.bedien('POST', '/personen', [PERSOON]);
  expect((await meldPip(eerste)).status).toBe(201);
  const voor = await eerste.bedien('GET', '/ontvangen');
  await eerste.app.close();
  appendFileSync(journaal, '[{"soort":"persoon","persoon":{"id":"p1","bsn":"99');

  const meedoen = await startOntvanger();
  const tweede = await startSimulator({ journaal, meedoenUrl: meedoen.url });
  opruimen.push(
    () => meedoen.sluit(),
    () => tweede.app.close(),
  );
  expect((await tweede.bedien('GET', '/ontvangen')).body).toEqual(voor.body);
  const [ss102] = await meedoen.wachtOp(1);
  expect(ss102?.inhoud).toMatchObject({ gebeurtenisId: 'SS102', bsn: BSN });
  const pip = await tweede.duo('GET', `/pip/v1/personen/${BSN}/PIP`);
  expect(pip.status).toBe(200);
  await tweede.bedien('POST', '/personen', [{ bsn: BSN, gemeentecode: '0202' }]);
  await tweede.app.close();

  const derde = await startSimulator({ journaal, meedoenUrl: meedoen.url });
  opruimen.push(() => derde.app.close());
  const b = { bron: GEMEENTE_B };
  expect((await derde.duo('GET', `/pip/v1/personen/${BSN}/PIP`, undefined, b)).status).toBe(200);
});
