import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DUO, startSimulator } from '../../../connections/duo/simulator/proef.ts';
import {
  basisUrlsOnder,
  type DuoTransport,
  type DuoVerzoek,
  httpDuoTransport,
} from '../../../connections/duo/transport.ts';
import { datum } from '../../../rules/shared/datum.ts';
import type { BerichtSoort } from '../../../server/db/tabellen/duo.ts';
import { nieuwId } from '../../../server/id.ts';
import { zetInUitbox } from '../../../server/uitbox.ts';
import { klaarVoorPip } from '../../../test/begeleiding/pip-dossier.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../../test/world.ts';
import { verzendingWerk } from '../verzending.jobs.ts';

const VANDAAG = '2026-11-21';
const SCHOOL = '0000000011';

/** A process that dies: what comes out is no answer and no transport error. */
class Gestopt extends Error {}

let w: Wereld;
let g: TestGemeente;
let m: TestMedewerker;
let sim: Awaited<ReturnType<typeof startSimulator>>;
let echt: DuoTransport;
let onderweg: (verzoek: DuoVerzoek, door: () => ReturnType<DuoTransport['request']>) => unknown;
let nummer = 0;
const opruimen: (() => unknown)[] = [];

beforeAll(async () => {
  const transport: DuoTransport = {
    request: (verzoek) =>
      Promise.resolve(onderweg(verzoek, () => echt.request(verzoek))) as ReturnType<
        DuoTransport['request']
      >,
    sluit: async () => {},
  };
  w = await maakWereld({ vandaag: VANDAAG, duo: transport });
});
afterAll(() => w.sluit());
beforeEach(async () => {
  g = await w.gemeente();
  m = await w.medewerker(g.organisatieId);
  sim = await startSimulator();
  opruimen.push(() => sim.app.close());
  await sim.bedien('POST', '/gemeenten', [{ oin: g.oin, gemeentecode: g.code }]);
  verbind();
  onderweg = (_, door) => door();
});
afterEach(async () => {
  for (const ruimOp of opruimen.splice(0).reverse()) await ruimOp();
});

function verbind(timeoutMs = 5000, adres = sim.adres): void {
  echt = httpDuoTransport({ basisUrls: basisUrlsOnder(`${adres}/duo`), doel: DUO, timeoutMs });
  const transport = echt;
  opruimen.push(() => transport.sluit());
}

const AANBOD = {
  instellingsnummer: SCHOOL,
  datumInburgeringsaanbod: '2026-01-10',
  verwachteStartdatumOpleiding: '2026-02-01',
  indicatorAlfabetiseringsonderwijs: 'A',
};

/** Somebody with a PIP and a termijn at DUO. */
async function persoon(extra: object = {}) {
  const bsn = String(999_400_000 + nummer++);
  await sim.bedien('POST', '/personen', [
    {
      bsn,
      gemeentecode: g.code,
      vestigingsdatum: '2025-09-01',
      doelgroep: { indeling: 'Asielstatushouder', begindatum: '2025-09-01' },
      plicht: { indicatorInburgeringsplicht: true, begindatum: '2025-09-01' },
      pip: { gemeentecode: g.code, pip: { dagtekeningPip: '2026-01-05', leerroute: 'Z' } },
      termijn: { startdatum: '2026-01-06', einddatum: '2029-01-06' },
      ...extra,
    },
  ]);
  const termijn = { start: datum('2026-01-06'), eind: datum('2029-01-06') };
  const feiten = [
    ...klaarVoorPip(g).filter((f) => f.soort === 'persoon' || f.soort === 'doelgroep'),
    {
      soort: 'inburgeringstermijn' as const,
      inhoud: termijn,
      geldigOp: datum('2026-01-06'),
      bron: 'duo' as const,
    },
  ];
  const dossierId = await w.dossier(g.id, feiten, { bsn });
  return { bsn, dossierId };
}

const inTx = <T>(werk: Parameters<typeof w.db.forGemeenten<T>>[1]) =>
  w.db.forGemeenten({ gemeenten: [g.id] }, werk);

const klaar = (dossierId: string, soort: BerichtSoort, inhoud: Record<string, unknown>) =>
  inTx((tx) =>
    zetInUitbox(tx, {
      gemeenteId: g.id,
      dossierId,
      soort,
      inhoud,
      onderwerpId: nieuwId(),
      nu: w.klok.nu(),
    }),
  );
const verstuur = (dossierId: string) =>
  verzendingWerk.duo_verzenden?.({ gemeenteId: g.id, dossierId }, w.t);
const gedrag = (inhoud: object) => sim.bedien('PUT', '/gedrag', inhoud);
const rij = (id: string) =>
  inTx((tx) =>
    tx.selectFrom('bericht_uit').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  );

/** What DUO knows of somebody. */
async function bijDuo(bsn: string) {
  const { body } = await sim.bedien('GET', '/stand');
  const { personen } = body as { personen: Record<string, unknown>[] };
  return personen.find((p) => p.bsn === bsn) ?? {};
}

type Soort = {
  soort: BerichtSoort;
  inhoud: Record<string, unknown>;
  vooraf?: object;
  /** Part of what DUO must know afterwards. */
  daarna: object;
};

const ALLES: [string, Soort][] = [
  [
    'aanbod',
    { soort: 'aanbod', inhoud: AANBOD, daarna: { aanbod: [expect.objectContaining(AANBOD)] } },
  ],
  [
    'aanbod intrekken',
    {
      soort: 'aanbod-intrekken',
      inhoud: { instellingsnummer: SCHOOL },
      vooraf: { aanbod: [AANBOD] },
      daarna: { aanbod: [] },
    },
  ],
  [
    'uren in de brede intake',
    {
      soort: 'uren',
      inhoud: { soort: 'brede-intake', uren: 20 },
      daarna: { uren: [expect.objectContaining({ TaallesEnKnmBredeIntake: { uren: 20 } })] },
    },
  ],
  [
    'participatieactiviteiten',
    {
      soort: 'uren',
      inhoud: { soort: 'participatieactiviteiten', uren: 30 },
      daarna: {
        uren: [expect.objectContaining({ ParticipatieactiviteitenBredeIntake: { uren: 30 } })],
      },
    },
  ],
  [
    'alle scholen samen',
    {
      soort: 'uren',
      inhoud: { soort: 'participatie-taalles', uren: 40 },
      daarna: { uren: [expect.objectContaining({ ParticipatieAlsTaalles: { uren: 40 } })] },
    },
  ],
  [
    'uren bij een school',
    {
      soort: 'uren',
      inhoud: {
        soort: 'instelling',
        instellingsnummer: SCHOOL,
        bekendTot: '2026-11-01',
        uren: 50,
        urenGeoorloofdVerzuim: 3,
      },
      vooraf: { aanbod: [AANBOD] },
      daarna: {
        uren: [
          expect.objectContaining({
            bekendTot: '2026-11-01',
            TaallesEnKnmInstelling: {
              instellingsnummer: SCHOOL,
              uren: 50,
              urenGeoorloofdVerzuim: 3,
            },
          }),
        ],
      },
    },
  ],
  [
    'MAP',
    {
      soort: 'map',
      inhoud: { datumEindgesprekMap: '2026-10-01' },
      daarna: { map: expect.objectContaining({ datumEindgesprekMap: '2026-10-01' }) },
    },
  ],
  [
    'PVT',
    {
      soort: 'pvt',
      inhoud: { datumOndertekeningPvt: '2026-10-02' },
      daarna: { pvt: expect.objectContaining({ datumOndertekeningPvt: '2026-10-02' }) },
    },
  ],
  [
    'Z-route',
    {
      soort: 'zroute',
      inhoud: { datumAfrondingZroute: '2026-10-03' },
      daarna: { zroute: expect.objectContaining({ datumAfrondingZroute: '2026-10-03' }) },
    },
  ],
  [
    'nummer van de toets',
    {
      soort: 'lbt-intrekken',
      inhoud: {},
      vooraf: { lbt: { examennummer: 'LBT0001', resultaten: [] } },
      daarna: { lbt: { resultaten: [] } },
    },
  ],
];

/** Runs until the message has left, or fails after some rounds. */
async function totKlaar(dossierId: string, id: string) {
  for (let ronde = 0; ronde < 6; ronde += 1) {
    await verstuur(dossierId);
    const bericht = await rij(id);
    if (bericht.staat !== 'wacht' && bericht.staat !== 'bezig') return bericht;
  }
  throw new Error('het bericht bleef open');
}

const metDood = (wanneer: 'voor' | 'na') => async (dossierId: string) => {
  onderweg = async (verzoek, door) => {
    if (wanneer === 'na') await door();
    if (verzoek.method !== 'GET') throw new Gestopt();
    return door();
  };
  await expect(verstuur(dossierId)).rejects.toThrow(Gestopt);
  onderweg = (_, door) => door();
};

const STORINGEN: [string, (dossierId: string) => Promise<void>][] = [
  ['niets', async () => {}],
  ['een antwoord dat wegvalt', async () => void (await gedrag({ antwoordVerliezen: 1 }))],
  ['twee keer 500', async () => void (await gedrag({ status500: 2 }))],
  ['een kill vóór het versturen', metDood('voor')],
  ['een kill na het versturen', metDood('na')],
  [
    'een te traag antwoord',
    async (dossierId) => {
      verbind(50);
      await gedrag({ traag: 150 });
      await verstuur(dossierId);
      await gedrag({ traag: 0 });
      verbind();
    },
  ],
  [
    'DUO die even weg is',
    async (dossierId) => {
      verbind(5000, 'http://127.0.0.1:9');
      await verstuur(dossierId);
      verbind();
    },
  ],
];

describe.each(STORINGEN)('bij %s', (_, stoor) => {
  it.each(ALLES)('komt %s één keer aan, met bewijs', async (_naam, s) => {
    const { bsn, dossierId } = await persoon(s.vooraf);
    const id = await klaar(dossierId, s.soort, s.inhoud);
    await stoor(dossierId);
    const bericht = await totKlaar(dossierId, id);
    expect(bericht).toMatchObject({
      staat: 'geaccepteerd',
      ontvangstbewijs: { status: 'geaccepteerd', berichtId: bericht.bericht_id },
    });
    expect(await bijDuo(bsn)).toMatchObject(s.daarna);
    const feiten = await inTx((tx) =>
      tx
        .selectFrom('feit')
        .select('inhoud')
        .where('dossier_id', '=', dossierId)
        .where('soort', '=', 'bij-duo')
        .execute(),
    );
    expect(feiten).toEqual([
      {
        inhoud: { wat: s.soort, feitId: bericht.onderwerp_id, staat: 'geaccepteerd' },
      },
    ]);
  });
});

describe('wat DUO weigert', () => {
  it.each(ALLES.filter(([, s]) => ['aanbod', 'map', 'pvt', 'zroute'].includes(s.soort)))(
    'blijft %s staan met de woorden van DUO',
    async (_naam, s) => {
      const { bsn, dossierId } = await persoon(s.vooraf);
      const id = await klaar(dossierId, s.soort, s.inhoud);
      await gedrag({ weigerMet: 'Dat kan zo niet.' });
      expect(await totKlaar(dossierId, id)).toMatchObject({
        staat: 'geweigerd',
        foutteksten: ['Dat kan zo niet.'],
        eigen_redenen: [],
      });
      expect(await bijDuo(bsn)).not.toMatchObject(s.daarna);
    },
  );

  it('gaat niet op weg als wij het al zien', async () => {
    const { bsn, dossierId } = await persoon();
    const id = await klaar(dossierId, 'pvt', { datumOndertekeningPvt: '2026-01-05' });
    const bericht = await totKlaar(dossierId, id);
    expect(bericht).toMatchObject({ staat: 'geweigerd', pogingen: 0, foutteksten: [] });
    expect(bericht.eigen_redenen[0]).toMatchObject({ veld: 'datumResultaat' });
    expect((await bijDuo(bsn)).pvt).toBeUndefined();
  });

  it('houdt alleen tegen wat ervan afhangt', async () => {
    const { dossierId } = await persoon();
    const les = {
      soort: 'instelling',
      instellingsnummer: SCHOOL,
      bekendTot: '2026-11-01',
      uren: 5,
    };
    const aanbod = await klaar(dossierId, 'aanbod', AANBOD);
    const uren = await klaar(dossierId, 'uren', les);
    const map = await klaar(dossierId, 'map', { datumEindgesprekMap: '2026-10-01' });
    await gedrag({ weigerMet: 'Nee.', weigerAantal: 1 });
    await verstuur(dossierId);
    expect((await rij(aanbod)).staat).toBe('geweigerd');
    expect((await rij(map)).staat).toBe('geaccepteerd');
    expect(await rij(uren)).toMatchObject({ staat: 'wacht', pogingen: 0 });
    expect((await rij(uren)).wacht_op).toContain('Het aanbod bij deze school is geweigerd');
    const beter = await klaar(dossierId, 'aanbod', AANBOD);
    await verstuur(dossierId);
    expect((await rij(beter)).staat).toBe('geaccepteerd');
    expect(await rij(uren)).toMatchObject({ staat: 'geaccepteerd', wacht_op: null });
    expect((await rij(aanbod)).vervangen_door).toBe(beter);
  });

  it('stuurt de Z-route pas na MAP en PVT', async () => {
    const { bsn, dossierId } = await persoon();
    const volgorde: string[] = [];
    onderweg = (verzoek, door) => {
      if (verzoek.method === 'PUT') volgorde.push(verzoek.path.split('/').at(-1) ?? '');
      return door();
    };
    await klaar(dossierId, 'zroute', { datumAfrondingZroute: '2026-10-03' });
    await klaar(dossierId, 'pvt', { datumOndertekeningPvt: '2026-10-02' });
    await klaar(dossierId, 'uren', { soort: 'participatieactiviteiten', uren: 30 });
    await verstuur(dossierId);
    expect(volgorde).toEqual(['participatieactiviteiten', 'pvt', 'zroute']);
    expect(await bijDuo(bsn)).toMatchObject({ zroute: { datumAfrondingZroute: '2026-10-03' } });
  });
});

describe('een nieuwere melding over hetzelfde', () => {
  const uren = (aantal: number) => ({ soort: 'participatieactiviteiten', uren: aantal });

  it('vervangt wat nog wachtte, en niets verdwijnt', async () => {
    const { bsn, dossierId } = await persoon();
    const oud = await klaar(dossierId, 'uren', uren(10));
    const anders = await klaar(dossierId, 'uren', { soort: 'brede-intake', uren: 4 });
    const nieuw = await klaar(dossierId, 'uren', uren(20));
    await verstuur(dossierId);
    expect(await rij(oud)).toMatchObject({
      staat: 'ingetrokken',
      vervangen_door: nieuw,
      pogingen: 0,
    });
    expect((await rij(anders)).staat).toBe('geaccepteerd');
    expect(JSON.stringify((await bijDuo(bsn)).uren)).toContain('"uren":20');
  });

  it('laat staan wat misschien al bij DUO is', async () => {
    const { bsn, dossierId } = await persoon();
    const oud = await klaar(dossierId, 'uren', uren(10));
    await gedrag({ antwoordVerliezen: 1 });
    await verstuur(dossierId);
    expect((await rij(oud)).staat).toBe('bezig');
    const nieuw = await klaar(dossierId, 'uren', uren(20));
    await verstuur(dossierId);
    expect((await rij(oud)).staat).toBe('geaccepteerd');
    expect((await rij(nieuw)).staat).toBe('geaccepteerd');
    expect(JSON.stringify((await bijDuo(bsn)).uren)).toContain('"uren":20');
  });
});

describe('als DUO de gemeente niet herkent', () => {
  const drie = async () => {
    const ids: { dossierId: string; id: string }[] = [];
    for (let i = 0; i < 3; i++) {
      const { dossierId } = await persoon();
      const id = await klaar(dossierId, 'uren', { soort: 'brede-intake', uren: i });
      ids.push({ dossierId, id });
    }
    return ids;
  };
  const stops = () => inTx((tx) => tx.selectFrom('duo_stop').selectAll().execute());

  it('stopt alles met één melding en gaat vanzelf weer verder', async () => {
    const berichten = await drie();
    let verzoeken = 0;
    onderweg = () => {
      verzoeken += 1;
      return { status: 401, apiVersion: '1.1.0' };
    };
    for (const { dossierId } of berichten) await verstuur(dossierId);
    expect(verzoeken).toBe(1);
    expect(await stops()).toMatchObject([{ gemeente_id: g.id }]);
    for (const { id } of berichten) expect((await rij(id)).staat).toBe('wacht');
    const { body } = await m.vraag('POST', '/v1/verzendingen/_zoek', { gemeenteId: g.id });
    expect(body.stops).toMatchObject([{ gemeenteId: g.id, wachten: 3 }]);
    onderweg = (_, door) => door();
    await inTx((tx) =>
      tx.updateTable('duo_stop').set({ probeer_op: '2026-01-01T00:00:00Z' }).execute(),
    );
    for (const { dossierId } of berichten) await verstuur(dossierId);
    for (const { id } of berichten) expect((await rij(id)).staat).toBe('geaccepteerd');
    expect(await stops()).toEqual([]);
  });
});
