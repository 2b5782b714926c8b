import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datum } from '../../rules/shared/datum.ts';
import type { NieuwFeit } from '../../server/dossier/feiten.ts';
import { leesFeiten } from '../../server/dossier/feiten.ts';
import { volledigPip } from '../../test/begeleiding/pip-dossier.ts';
import { type Keten, type Mens, maakKeten, maakMens, meld } from '../../test/duo-brp.ts';
import { doeWerk, zetWerkOpNu } from '../../test/werk.ts';
import type { TestGemeente, TestMedewerker } from '../../test/world.ts';
import { notificatieWerk } from '../notificatie/notificatie.jobs.ts';
import { verzendingWerk } from '../verzending/verzending.jobs.ts';
import { afstemmingWerk } from './afstemming.jobs.ts';
import type { Verschil, VerschilLijst } from './afstemming.schema.ts';

let k: Keten;
let g: TestGemeente;
let wie: TestMedewerker;

beforeAll(async () => {
  k = await maakKeten();
});
afterAll(() => k.sluit());

const d = datum;
const duoFeit = (feit: Pick<NieuwFeit, 'soort' | 'inhoud'>, geldigOp = '2026-10-01'): NieuwFeit =>
  ({ geldigOp: d(geldigOp), bron: 'duo', ...feit }) as NieuwFeit;

/** Precies wat de nagebootste DUO van iemand heeft die `maakMens` maakt. */
const GELIJK: NieuwFeit[] = [
  duoFeit({ soort: 'inburgeringsplicht', inhoud: { plichtig: true, begin: d('2026-09-01') } }),
  duoFeit({
    soort: 'doelgroep',
    inhoud: { indeling: 'Asielstatushouder', begin: d('2026-09-01') },
  }),
];

async function nieuweGemeente(): Promise<void> {
  g = await k.gemeente();
  wie = await k.w.medewerker(g.organisatieId);
}

const opReeks = (feiten: NieuwFeit[], mens: Mens) => k.w.dossier(g.id, feiten, { bsn: mens.bsn });

/** Een dossier dat gelijk is aan DUO, met wat extra aan beide kanten. */
async function dossier(extra: { duo?: object; hier?: NieuwFeit[]; gelijk?: NieuwFeit[] } = {}) {
  const mens = await maakMens(k, g, { brp: null, ...(extra.duo ? { duo: extra.duo } : {}) });
  const id = await opReeks([...(extra.gelijk ?? GELIJK), ...(extra.hier ?? [])], mens);
  return { ...mens, id };
}

async function werk(taken = afstemmingWerk): Promise<void> {
  await doeWerk(k.w, taken);
  await zetWerkOpNu(k.w);
  await doeWerk(k.w, taken);
}

/** Een hele ronde, zonder op de rust tussen de porties te wachten. */
async function ronde(): Promise<void> {
  await start();
  for (let i = 0; i < 4; i += 1) await werk();
}

const start = async () =>
  expect(await wie.vraag('POST', '/v1/afstemming/_start', { gemeenteId: g.id })).toMatchObject({
    status: 202,
  });

async function lijst(vraag: object = {}): Promise<VerschilLijst> {
  const { status, body } = await wie.vraag('POST', '/v1/afstemming/_zoek', vraag);
  expect(status).toBe(200);
  return body;
}
const open = async (dossierId: string): Promise<Verschil[]> => (await lijst({ dossierId })).items;
const kort = (v: Verschil[]) => v.map((x) => [x.onderwerp, x.soort, x.hier, x.duo]);

const herstel = async (v: Verschil | undefined, handeling: string, reden?: string) => {
  const vraag = { handeling, verschilIds: [v?.verschilId], ...(reden ? { reden } : {}) };
  const { body } = await wie.vraag('POST', '/v1/afstemming/_herstel', vraag);
  return body;
};

const feitenVan = (dossierId: string) =>
  k.w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
    leesFeiten(tx, { gemeenteId: g.id, dossierId }),
  );

describe('elk soort verschil', () => {
  beforeAll(nieuweGemeente);

  it('is er niet als beide kanten gelijk zijn, en het scherm weet wanneer dat was', async () => {
    const { id } = await dossier();
    await ronde();
    const uit = await lijst();
    expect(uit.items).toEqual([]);
    expect(uit.voortgang).toEqual([
      expect.objectContaining({
        dossiers: 1,
        bezig: null,
        laatstKlaarOp: expect.stringMatching(/^2026-11-/),
      }),
    ]);
    expect((await lijst({ dossierId: id })).dossierVergelekenOp).toMatch(/^2026-11-/);
  });

  const EXAMEN = {
    examendatum: '2026-11-01',
    resultaat: 'Geslaagd',
    onderdeel: 'LE',
    niveau: 'B1',
  };

  it('mist hier: overnemen legt vast wat DUO heeft en sluit het verschil', async () => {
    const { id } = await dossier({ duo: { examens: [EXAMEN] } });
    await ronde();
    const [v] = await open(id);
    expect(kort([v as Verschil])).toEqual([
      ['examen', 'mist-hier', null, 'Lezen B1 op 1 november 2026: geslaagd'],
    ]);
    expect(await herstel(v, 'neem-over')).toMatchObject({ gelukt: [v?.verschilId] });
    await werk();
    expect(await open(id)).toEqual([]);
    expect((await feitenVan(id)).at(-1)).toMatchObject({
      soort: 'examen',
      bron: 'duo',
      inhoud: { onderdeel: 'LE', resultaat: 'Geslaagd', niveau: 'B1', op: '2026-11-01' },
    });
    const [klaar] = (await lijst({ dossierId: id, staat: 'opgelost' })).items;
    expect(klaar).toMatchObject({ gedaan: { wat: 'neem-over', door: wie.naam } });
  });

  it('anders: een andere termijn volgt de oude op, die blijft gelden voor toen', async () => {
    const oud = { start: d('2026-10-02'), eind: d('2029-10-02') };
    const { id } = await dossier({
      duo: { termijn: { startdatum: '2026-10-02', einddatum: '2030-04-02' } },
      hier: [duoFeit({ soort: 'inburgeringstermijn', inhoud: oud })],
    });
    await ronde();
    const [v] = await open(id);
    expect([v?.soort, v?.hier, v?.duo]).toEqual([
      'anders',
      '2 oktober 2026 tot en met 1 oktober 2029',
      '2 oktober 2026 tot en met 1 april 2030',
    ]);
    await herstel(v, 'neem-over');
    await werk();
    expect(await open(id)).toEqual([]);
    const termijnen = (await feitenVan(id)).filter((f) => f.soort === 'inburgeringstermijn');
    expect(termijnen).toHaveLength(2);
    expect(termijnen[1]?.vervangt).toBeUndefined();
  });

  it('mist bij DUO wat wij meldden: opnieuw sturen gaat langs de uitbox en sluit het verschil', async () => {
    const { id, bsn } = await dossier({
      duo: { termijn: { startdatum: '2026-10-02', einddatum: '2029-10-02' }, ...MET_PIP() },
      hier: [
        duoFeit({
          soort: 'inburgeringstermijn',
          inhoud: { start: d('2026-10-02'), eind: d('2029-10-02') },
        }),
        {
          ...duoFeit({ soort: 'pvt-ondertekend', inhoud: { op: d('2026-11-02') } }),
          bron: 'medewerker',
        },
      ],
    });
    await ronde();
    const pvt = (await open(id)).find((v) => v.onderwerp === 'pvt');
    expect(pvt).toMatchObject({ soort: 'mist-bij-duo', duo: null });
    expect(pvt?.hier).toBe('Participatieverklaring ondertekend op 2 november 2026');
    expect(await herstel(pvt, 'stuur-opnieuw')).toMatchObject({ mislukt: [] });
    // Onderweg is geen verschil meer om te melden, en ook nog niet opgelost.
    await werk();
    expect((await open(id)).filter((v) => v.onderwerp === 'pvt')).toHaveLength(1);
    await werk(verzendingWerk);
    await start();
    await werk();
    await werk();
    const duo = await k.duo('GET', '/ontvangen');
    expect(duo.meldingen.filter((m: { bsn: string }) => m.bsn === bsn)).toHaveLength(1);
    expect((await open(id)).filter((v) => v.onderwerp === 'pvt')).toEqual([]);
  });

  it('mist bij DUO wat DUO ooit gaf: laten vervallen haalt het uit de stand', async () => {
    const { id } = await dossier({
      hier: [duoFeit({ soort: 'duo-boete', inhoud: { bedragCent: 25_000, op: d('2026-10-05') } })],
    });
    await ronde();
    const [v] = await open(id);
    expect(v).toMatchObject({
      onderwerp: 'boete',
      soort: 'mist-bij-duo',
      herstel: ['vervalt', 'aanvaard'],
    });
    await herstel(v, 'vervalt');
    await werk();
    expect(await open(id)).toEqual([]);
    expect((await feitenVan(id)).at(-1)).toMatchObject({
      soort: 'notitie',
      inhoud: {
        tekst:
          'Vervallen, want DUO heeft dit niet meer: Boete van DUO van € 250 op 5 oktober 2026.',
      },
    });
  });

  it('aanvaarden houdt het uit de lijst tot er iets anders staat', async () => {
    const { id, bsn } = await dossier({
      duo: { gratisPogingen: [{ onderdeel: 'LE', gratisPogingenTegoed: 2 }] },
    });
    await ronde();
    const [v] = await open(id);
    expect(await herstel(v, 'aanvaard')).toMatchObject({ status: 400 });
    await herstel(v, 'aanvaard', 'DUO herstelt dit zelf volgende maand.');
    await ronde();
    expect(await open(id)).toEqual([]);
    const [stil] = (await lijst({ dossierId: id, staat: 'aanvaard' })).items;
    expect(stil).toMatchObject({ reden: 'DUO herstelt dit zelf volgende maand.' });
    await k.duo('POST', '/personen', [
      { bsn, gratisPogingen: [{ onderdeel: 'LE', gratisPogingenTegoed: 1 }] },
    ]);
    await ronde();
    expect(kort(await open(id))).toEqual([
      ['gratis-pogingen', 'mist-hier', null, 'Lezen: nog 1 gratis'],
    ]);
  });

  it('niet van ons: wie elders woont geeft één verschil, en niets anders wordt gesloten of geopend', async () => {
    const { id, bsn } = await dossier({ duo: { examens: [EXAMEN] } });
    await ronde();
    await k.duo('POST', '/personen', [{ bsn, gemeentecode: '9999' }]);
    await ronde();
    expect(kort(await open(id)).map((v) => v.slice(0, 2))).toEqual([
      ['examen', 'mist-hier'],
      ['toegang', 'niet-van-ons'],
    ]);
  });

  it('iemand zonder dossier over wie DUO meldde staat erbij tot de melding is gekoppeld of afgehandeld', async () => {
    const mens = await maakMens(k, g, { brp: null });
    await meld(k.w, g, 'SS106', mens);
    await doeWerk(k.w, notificatieWerk);
    await ronde();
    const { items } = await lijst({ onderwerp: 'persoon' });
    expect(items).toEqual([
      expect.objectContaining({ dossierId: null, soort: 'mist-hier', herstel: ['koppel'] }),
    ]);
    await wie.vraag('POST', `/v1/berichten/${items[0]?.berichtId}/_afhandelen`, {
      handeling: 'afgehandeld',
      reden: 'Woont hier niet.',
    });
    await ronde();
    expect((await lijst({ onderwerp: 'persoon' })).items).toEqual([]);
  });

  it('is uit te voeren als CSV met dezelfde filters, zonder BSN', async () => {
    const { bsn } = await dossier({ duo: { examens: [EXAMEN] } });
    await ronde();
    const alles = await wie.vraag('POST', '/v1/afstemming/_uitvoer', { soort: 'mist-hier' });
    expect(alles.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(alles.body).toContain('Lezen B1 op 1 november 2026: geslaagd');
    expect(alles.body).not.toContain(bsn);
    const niets = await wie.vraag('POST', '/v1/afstemming/_uitvoer', {
      onderwerp: 'boete',
      soort: 'mist-hier',
    });
    expect(String(niets.body).trim().split('\r\n')).toHaveLength(1);
  });
});

const MET_PIP = (code = g.code, dag = '2026-10-01') => ({
  pip: { gemeentecode: code, pip: { dagtekeningPip: dag, leerroute: 'B' } },
});

describe('gemiste meldingen', () => {
  beforeAll(nieuweGemeente);
  const GEMIST = { id: 'SS102', omschrijving: 'Termijn begonnen', datum: '2026-11-10' };
  const alles = { ...notificatieWerk, ...afstemmingWerk };
  const gebeurtenissen = async (id: string) =>
    (await feitenVan(id)).filter((f) => f.soort === 'duo-gebeurtenis').map((f) => f.geldigOp);

  it('worden alsnog verwerkt alsof zij kwamen, één keer, ook als de melding later toch komt', async () => {
    const { id, bsn } = await dossier({
      duo: {
        termijn: { startdatum: '2026-10-02', einddatum: '2029-10-02' },
        gebeurtenissen: [GEMIST],
      },
      hier: [
        duoFeit({ soort: 'inschrijving', inhoud: { gemeentecode: g.code, op: d('2026-10-01') } }),
      ],
    });
    await start();
    for (let i = 0; i < 4; i += 1) await werk(alles);
    expect(await gebeurtenissen(id)).toEqual(['2026-11-10']);
    expect((await feitenVan(id)).some((f) => f.soort === 'inburgeringstermijn')).toBe(true);
    expect(await open(id)).toEqual([]);
    const [terug] = (await lijst({ dossierId: id, staat: 'opgelost', onderwerp: 'gebeurtenis' }))
      .items;
    expect(terug).toMatchObject({ gedaan: { wat: 'alsnog-verwerkt' } });
    await k.w.app.inject({
      method: 'POST',
      url: '/duo/v1/notificaties',
      headers: {
        bron: k.w.t.config.DUO_OIN,
        doel: g.oin,
        berichtId: '0195f3a0-0000-7000-8000-000000000001',
      },
      payload: { registratieDatumTijd: '2026-11-10T22:30:00Z', gebeurtenisId: 'SS102', bsn },
    });
    await start();
    for (let i = 0; i < 4; i += 1) await werk(alles);
    expect(await gebeurtenissen(id)).toEqual(['2026-11-10']);
    expect(await open(id)).toEqual([]);
  });

  it('van vóór deze gemeente zijn niet voor ons', async () => {
    const { id } = await dossier({
      duo: { gebeurtenissen: [{ ...GEMIST, datum: '2026-09-30' }] },
      hier: [
        duoFeit({ soort: 'inschrijving', inhoud: { gemeentecode: g.code, op: d('2026-10-01') } }),
      ],
    });
    await start();
    for (let i = 0; i < 4; i += 1) await werk(alles);
    expect(await gebeurtenissen(id)).toEqual([]);
    expect(await open(id)).toEqual([]);
  });
});

describe('de ronde', () => {
  beforeAll(nieuweGemeente);

  it('gaat na een onderbreking verder waar zij bleef', async () => {
    const duo = { boetes: [{ bedrag: 250, datum: '2026-10-05' }] };
    const ids: string[] = [];
    for (let i = 0; i < 13; i += 1) ids.push((await dossier({ duo })).id);
    await start();
    await doeWerk(k.w, afstemmingWerk);
    const halverwege = await lijst();
    expect(halverwege.voortgang[0]?.bezig).toMatchObject({ gedaan: 10, totaal: 13 });
    const gezien = new Map(halverwege.items.map((v) => [v.verschilId, v.sinds]));
    // Het proces is gestopt: het werk dat klaarstond is weg.
    await wis();
    await doeWerk(k.w, afstemmingWerk);
    expect((await lijst()).voortgang[0]?.bezig).toMatchObject({ gedaan: 10 });
    await doeNu('afstemmen_nalopen');
    for (let i = 0; i < 3; i += 1) await werk();
    const na = await lijst({ pageSize: 50 });
    expect(na.voortgang[0]).toMatchObject({ bezig: null });
    expect(na.totaal).toBe(13);
    for (const v of na.items)
      if (gezien.has(v.verschilId)) expect(v.sinds).toBe(gezien.get(v.verschilId));
  });

  it('wacht als DUO niet antwoordt, zegt dat, en verliest of sluit niets', async () => {
    const voor = (await lijst({ pageSize: 50 })).totaal;
    await k.duo('PUT', '/gedrag', { plat: true });
    await start();
    await werk();
    const stil = await lijst({ pageSize: 50 });
    expect(stil.voortgang[0]?.bezig?.wachtReden).toBeTruthy();
    expect(stil.voortgang[0]?.bezig?.wachtSinds).toBeTruthy();
    expect(stil.totaal).toBe(voor);
    await k.duo('DELETE', '/gedrag');
    for (let i = 0; i < 4; i += 1) await werk();
    const klaar = await lijst({ pageSize: 50 });
    expect(klaar.voortgang[0]?.bezig).toBeNull();
    expect(klaar.totaal).toBe(voor);
  });
});

describe('voor de toegang eindigt', () => {
  beforeAll(nieuweGemeente);
  const PIP = {
    soort: 'pip-vastgesteld',
    inhoud: {
      pipId: '0195f3a0-0000-7000-8000-000000000009',
      versie: 1,
      dagtekening: d('2026-10-01'),
      bekendgemaaktOp: d('2026-10-01'),
      gemeentecode: '0000',
      inhoud: volledigPip('B'),
      vastgesteldDoor: 'x',
    },
  } as unknown as Pick<NieuwFeit, 'soort' | 'inhoud'>;
  const MAP = { soort: 'map-eindgesprek', inhoud: { op: d('2026-10-20') } } as const;

  const verhuisd = (nieuwPip: string) =>
    dossier({
      duo: {
        gemeentecode: '8888',
        termijn: { startdatum: '2026-10-02', einddatum: '2029-10-02' },
        ...MET_PIP('8888', nieuwPip),
      },
      hier: [
        { ...duoFeit(PIP), bron: 'medewerker' },
        { ...duoFeit(MAP), bron: 'medewerker' },
        duoFeit({
          soort: 'inburgeringstermijn',
          inhoud: { start: d('2026-10-02'), eind: d('2029-10-02') },
        }),
      ],
    });
  const eersteBij = async (bsn: string) =>
    k.duo('POST', '/personen', [{ bsn, ...MET_PIP(g.code, '2026-10-01') }]);

  it('waarschuwt met de dag en stuurt in de laatste week één keer na wat DUO mist', async () => {
    const { id, bsn } = await verhuisd('2026-10-26');
    // De nagebootste DUO kent ook het PIP van deze gemeente, vóór dat van de nieuwe.
    await eersteBij(bsn);
    await k.duo('POST', '/personen', [{ bsn, ...MET_PIP('8888', '2026-10-26') }]);
    await ronde();
    const soorten = (await open(id)).map((v) => [v.onderwerp, v.soort]);
    expect(soorten).toContainEqual(['toegang', 'niet-van-ons']);
    const toegang = (await open(id)).find((v) => v.onderwerp === 'toegang');
    expect(toegang?.duo).toContain('tot en met 25 november 2026');
    const stand = await wie.vraag('GET', `/v1/dossiers/${id}/stand`);
    expect(JSON.stringify(stand.body)).toContain(
      'Meld uren, PVT en MAP uiterlijk 25 november 2026',
    );
    const uit = async () =>
      k.w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
        tx.selectFrom('bericht_uit').select('soort').where('dossier_id', '=', id).execute(),
      );
    expect(await uit()).toEqual([{ soort: 'map' }]);
    await ronde();
    expect(await uit()).toEqual([{ soort: 'map' }]);
  });

  it('wacht met nasturen tot de laatste week', async () => {
    const { id, bsn } = await verhuisd('2026-11-20');
    await eersteBij(bsn);
    await k.duo('POST', '/personen', [{ bsn, ...MET_PIP('8888', '2026-11-20') }]);
    await ronde();
    const { items } = await lijst({ dossierId: id });
    expect(items.map((v) => v.onderwerp)).toContain('toegang');
    const rijen = await k.w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx.selectFrom('bericht_uit').select('soort').where('dossier_id', '=', id).execute(),
    );
    expect(rijen).toEqual([]);
  });
});

describe('een andere gemeente', () => {
  it('ziet en herstelt niets', async () => {
    await nieuweGemeente();
    const { id } = await dossier({ duo: { boetes: [{ bedrag: 250, datum: '2026-10-05' }] } });
    await ronde();
    const [v] = await open(id);
    const ander = await k.gemeente();
    const buiten = await k.w.medewerker(ander.organisatieId);
    const gezien = await buiten.vraag('POST', '/v1/afstemming/_zoek', {});
    expect(gezien.body).toMatchObject({ items: [], totaal: 0 });
    const poging = await buiten.vraag('POST', '/v1/afstemming/_herstel', {
      handeling: 'neem-over',
      verschilIds: [v?.verschilId],
    });
    expect(poging.body.gelukt).toEqual([]);
    expect(await buiten.vraag('POST', '/v1/afstemming/_start', { dossierId: id })).toMatchObject({
      status: 404,
    });
    expect(await buiten.vraag('POST', '/v1/afstemming/_start', { gemeenteId: g.id })).toMatchObject(
      {
        status: 404,
      },
    );
    expect(await open(id)).toHaveLength(1);
  });
});

async function wis(): Promise<void> {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: k.w.ownerUrl });
  await client.connect();
  await client.query('delete from graphile_worker._private_jobs').finally(() => client.end());
}

const doeNu = (taak: keyof typeof afstemmingWerk) => afstemmingWerk[taak]?.({}, k.w.t);
