import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DUO, startSimulator } from '../../../connections/duo/simulator/proef.ts';
import {
  basisUrlsOnder,
  type DuoTransport,
  httpDuoTransport,
} from '../../../connections/duo/transport.ts';
import { datum } from '../../../rules/shared/datum.ts';
import { legVast } from '../../../server/dossier/feiten.ts';
import {
  gemeenteMetBriefhoofd,
  klaarVoorPip,
  maakConcept,
  stelPipVast,
  volledigPip,
} from '../../../test/begeleiding/pip-dossier.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../../test/world.ts';
import { verzendingWerk } from '../verzending.jobs.ts';

const VANDAAG = '2026-11-21';

let w: Wereld;
let g: TestGemeente;
let m: TestMedewerker;
let sim: Awaited<ReturnType<typeof startSimulator>>;
let lijn: DuoTransport;
let nummer = 0;

beforeAll(async () => {
  const transport: DuoTransport = { request: (v) => lijn.request(v), sluit: async () => {} };
  w = await maakWereld({ vandaag: VANDAAG, duo: transport });
  g = await gemeenteMetBriefhoofd(w);
  m = await w.medewerker(g.organisatieId);
});
afterAll(() => w.sluit());
beforeEach(async () => {
  sim = await startSimulator();
  await sim.bedien('POST', '/gemeenten', [{ oin: g.oin, gemeentecode: g.code }]);
  const basisUrls = basisUrlsOnder(`${sim.adres}/duo`);
  lijn = httpDuoTransport({ basisUrls, doel: DUO, timeoutMs: 5000 });
});
afterEach(async () => {
  await lijn.sluit();
  await sim.app.close();
});

/** Somebody with a vastgesteld PIP; the message waits. */
async function metPip() {
  const bsn = String(999_600_000 + nummer++);
  const dossierId = await w.dossier(g.id, klaarVoorPip(g), { bsn, klantmanagerId: m.id });
  await sim.bedien('POST', '/personen', [
    {
      bsn,
      gemeentecode: g.code,
      vestigingsdatum: '2026-09-15',
      doelgroep: { indeling: 'Asielstatushouder', begindatum: '2026-09-01' },
      plicht: { indicatorInburgeringsplicht: true, begindatum: '2026-09-01' },
    },
  ]);
  const { pad, pipId } = await maakConcept(m, dossierId, volledigPip('B'));
  await stelPipVast(m, pad, { dagtekening: VANDAAG });
  return { bsn, dossierId, pad, pipId };
}

const verstuur = (dossierId: string) =>
  verzendingWerk.duo_verzenden?.({ gemeenteId: g.id, dossierId }, w.t);
const gedrag = (inhoud: object) => sim.bedien('PUT', '/gedrag', inhoud);

async function aangenomen(bsn: string): Promise<number> {
  const { body } = await sim.bedien('GET', '/ontvangen');
  const { perPersoon } = body as { perPersoon: { bsn: string; aangenomen: number }[] };
  return perPersoon.find((p) => p.bsn === bsn)?.aangenomen ?? 0;
}

describe('een PIP bij DUO verwijderen', () => {
  const trekIn = (pad: string, ookBijDuo = true) =>
    m.vraag('POST', `${pad}/_intrekken`, { reden: 'Bij vergissing vastgesteld.', ookBijDuo });
  const actueel = async (bsn: string) => {
    const { body } = await sim.bedien('GET', '/stand');
    const { personen } = body as { personen: { bsn: string; pip?: unknown }[] };
    return personen.find((p) => p.bsn === bsn)?.pip;
  };
  const zonderTermijn = () => gedrag({ termijnVaststellen: 'op-bevel' });

  it.each([
    ['gewoon', async () => {}],
    ['met een antwoord dat wegvalt', async () => void (await gedrag({ antwoordVerliezen: 1 }))],
    ['met twee keer 500', async () => void (await gedrag({ status500: 2 }))],
  ])('gaat %s één keer', async (_, stoor) => {
    await zonderTermijn();
    const { bsn, dossierId, pad, pipId } = await metPip();
    await verstuur(dossierId);
    expect((await trekIn(pad)).status).toBe(200);
    await stoor();
    for (let i = 0; i < 4; i++) await verstuur(dossierId);
    expect(await actueel(bsn)).toBeUndefined();
    const { body } = await m.vraag('GET', `/v1/dossiers/${dossierId}/pips`);
    expect(body.items[0]).toMatchObject({ pipId, staat: 'ingetrokken' });
    expect(await aangenomen(bsn)).toBe(2);
  });

  it('haalt nooit het PIP daarvóór weg', async () => {
    await zonderTermijn();
    const { bsn, dossierId } = await metPip();
    await verstuur(dossierId);
    const { pad } = await maakConcept(m, dossierId, {
      ...volledigPip('Z'),
      redenWijziging: 'B1 bleek niet haalbaar.',
    });
    await stelPipVast(m, pad, { dagtekening: VANDAAG });
    await verstuur(dossierId);
    await trekIn(pad);
    await gedrag({ antwoordVerliezen: 1 });
    await verstuur(dossierId);
    await verstuur(dossierId);
    expect(await actueel(bsn)).toMatchObject({ pip: { leerroute: 'B' } });
  });

  it('kan niet zonder PIP bij DUO, en niet meer als de termijn er is', async () => {
    const { dossierId, pad } = await metPip();
    const codes = async () => (await trekIn(pad)).body.redenen.map((r: { code: string }) => r.code);
    expect(await codes()).toEqual(['niet-bij-duo']);
    await verstuur(dossierId);
    const termijn = { start: datum('2026-11-22'), eind: datum('2029-11-22') };
    await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      legVast(
        tx,
        { gemeenteId: g.id, dossierId },
        [{ soort: 'inburgeringstermijn', inhoud: termijn, geldigOp: datum(VANDAAG), bron: 'duo' }],
        { nu: w.klok.nu(), vandaag: w.klok.vandaag() },
      ),
    );
    expect(await codes()).toEqual(['pip-verwijderen-inburgeringstermijnVastgesteld']);
    expect((await trekIn(pad, false)).status).toBe(200);
  });
});
