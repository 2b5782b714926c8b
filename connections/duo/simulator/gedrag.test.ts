import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { BSN, PERSOON, startOntvanger, startSimulator } from './proef.ts';

const opruimen: (() => unknown)[] = [];
afterEach(async () => {
  for (const ruimOp of opruimen.splice(0).reverse()) await ruimOp();
});

async function start(opties: Parameters<typeof startSimulator>[0] = {}) {
  const sim = await startSimulator(opties);
  opruimen.push(() => sim.app.close());
  await sim.bedien('POST', '/personen', [PERSOON]);
  return sim;
}
type Sim = Awaited<ReturnType<typeof start>>;

const PAD = `/pip/v1/personen/${BSN}/PIP`;
const PIP = { dagtekeningPip: '2026-03-01', leerroute: 'Z' };
const meld = (sim: Sim, koppen = {}) => sim.duo('POST', PAD, PIP, koppen);
const doelgroep = (sim: Sim) => sim.duo('GET', `/inburgeringsplicht/v1/personen/${BSN}/doelgroep`);
const gedrag = (sim: Sim, inhoud: object) => sim.bedien('PUT', '/gedrag', inhoud);
const tellers = async (sim: Sim) =>
  ((await sim.bedien('GET', '/stand')).body as { tellers: object }).tellers;

test('plat: geen antwoord; daarna weer gewoon', async () => {
  const sim = await start();
  await gedrag(sim, { plat: true });
  await expect(doelgroep(sim)).rejects.toThrow();
  await sim.bedien('DELETE', '/gedrag');
  expect((await doelgroep(sim)).status).toBe(200);
});

test('weigert precies de volgende twee meldingen met de gegeven tekst', async () => {
  const sim = await start();
  await gedrag(sim, { weigerMet: 'Nee, vandaag niet.', weigerAantal: 2 });
  const nee = { status: 403, body: [{ fouttekst: 'Nee, vandaag niet.' }] };
  expect(await meld(sim)).toMatchObject(nee);
  expect(await meld(sim)).toMatchObject(nee);
  expect((await meld(sim)).status).toBe(201);
});

test('een antwoord verdwijnt na aannemen; dezelfde melding nog eens is zichtbaar dubbel', async () => {
  const sim = await start();
  await gedrag(sim, { antwoordVerliezen: 1 });
  const koppen = { berichtId: crypto.randomUUID() };
  await expect(meld(sim, koppen)).rejects.toThrow();
  expect(await tellers(sim)).toMatchObject({ aangenomen: 1, dubbelBerichtId: 0 });
  expect((await meld(sim, koppen)).status).toBe(201);
  expect(await tellers(sim)).toMatchObject({ aangenomen: 2, dubbelBerichtId: 1, dubbelInhoud: 1 });
});

test('500 voor een aantal verzoeken, 503 voor een deel, en een andere API-Version', async () => {
  const sim = await start();
  await gedrag(sim, { status500: 1, apiVersie: '2.0.0' });
  expect(await doelgroep(sim)).toMatchObject({ status: 500, versie: '2.0.0' });
  expect((await doelgroep(sim)).status).toBe(200);
  await gedrag(sim, { foutkans: 1 });
  expect((await doelgroep(sim)).status).toBe(503);
});

test('toeval met hetzelfde zaad geeft dezelfde reeks storingen', async () => {
  const reeks = async () => {
    const sim = await start();
    await gedrag(sim, { toeval: { zaad: 7, kans: 0.5 } });
    const uit: (number | string)[] = [];
    for (let i = 0; i < 30; i += 1) {
      uit.push(
        await doelgroep(sim).then(
          (a) => a.status,
          () => 'weg',
        ),
      );
    }
    return uit;
  };
  const eerste = await reeks();
  expect(new Set(eerste)).toEqual(new Set([200, 500, 503, 'weg']));
  expect(await reeks()).toEqual(eerste);
});

test('verwisselde notificaties komen in omgekeerde volgorde', async () => {
  const meedoen = await startOntvanger();
  opruimen.push(() => meedoen.sluit());
  const sim = await start({ meedoenUrl: meedoen.url });
  await gedrag(sim, { verwisselNotificaties: true });
  await sim.bedien('POST', '/gebeurtenissen', [
    { bsn: BSN, gebeurtenisId: 'SS101' },
    { bsn: BSN, gebeurtenisId: 'SS137' },
  ]);
  await gedrag(sim, { verwisselNotificaties: false });
  const berichten = await meedoen.wachtOp(2);
  expect(berichten.map((b) => b.inhoud.gebeurtenisId)).toEqual(['SS137', 'SS101']);
});

test('gedrag en alles wat is aangenomen staan er na een herstart nog', async () => {
  const map = mkdtempSync(join(tmpdir(), 'duo-'));
  opruimen.push(() => rmSync(map, { recursive: true }));
  const journaal = join(map, 'duo.jsonl');
  const eerste = await start({ journaal });
  await gedrag(eerste, { weigerMet: 'Nee.', weigerAantal: 2 });
  await meld(eerste);
  const contact = { naam: 'Jo', email: 'jo@voorbeeld.test', telefoonnummer: '0101234567' };
  await gedrag(eerste, { weigerMet: null });
  await eerste.duo('POST', '/contactpersoon/v1/contactpersonen', contact);
  const voor = await eerste.bedien('GET', '/stand');
  await eerste.app.close();
  const tweede = await startSimulator({ journaal });
  opruimen.push(() => tweede.app.close());
  expect((await tweede.bedien('GET', '/stand')).body).toEqual(voor.body);
  expect((await tweede.bedien('GET', '/gedrag')).body).toMatchObject({ weigerAantal: 1 });
});

test.each([
  ['SS106', undefined, { plicht: { redenGeenInburgeringsplicht: 'Inburgeringsplicht voldaan' } }],
  ['SS110', 'Overig', { plicht: { redenGeenInburgeringsplicht: 'Overig' } }],
  ['SS112', undefined, { verlengingen: [{ beoordelingAanvraag: 'InBehandeling' }] }],
  ['SS109', undefined, { vrijstellingen: [{ TijdelijkeVrijstelling: { reden: 'INS' } }] }],
  ['SS124', undefined, { doelgroephistorie: [{ einddatum: '2026-11-19' }] }],
  ['SS131', 'B1-route niet haalbaar', { lbt: { resultaten: [{ behaaldeScore: '38,25' }] } }],
  ['SS198', '680', { boetes: [{ bedrag: 680, datum: '2026-11-20' }] }],
  ['SS199', 'Spreken', { examens: [{ onderdeel: 'SP', resultaat: 'Geslaagd' }] }],
])('%s met gevolg verandert wat DUO weet', async (gebeurtenisId, keuze, verwacht) => {
  const sim = await start();
  const opdracht = { bsn: BSN, gebeurtenisId, gevolg: { datum: '2026-11-20', keuze } };
  expect((await sim.bedien('POST', '/gebeurtenissen', opdracht)).status).toBe(201);
  const { body } = await sim.bedien('GET', '/personen/p1');
  expect(body).toMatchObject({
    persoon: verwacht,
    notificaties: [{ notificatie: { gebeurtenisId } }],
  });
});

test('elke gebeurtenis van de lijst is te sturen, met gevolg, ook als er nog niets over iemand bekend is', async () => {
  const sim = await start();
  const { body } = await sim.bedien('GET', '/gebeurtenissen');
  const { gebeurtenissen } = body as { gebeurtenissen: { id: string }[] };
  expect(gebeurtenissen.length).toBeGreaterThan(35);
  const bsn = '999000082';
  await sim.bedien('POST', '/personen', [{ bsn, gemeentecode: '0101' }]);
  const opdrachten = gebeurtenissen.map((g) => ({ bsn, gebeurtenisId: g.id, gevolg: {} }));
  expect(await sim.bedien('POST', '/gebeurtenissen', opdrachten)).toMatchObject({ status: 201 });
  const onbekend = { bsn, gebeurtenisId: 'SS777' };
  expect((await sim.bedien('POST', '/gebeurtenissen', onbekend)).status).toBe(201);
});
