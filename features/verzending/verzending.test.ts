import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DUO, startSimulator } from '../../connections/duo/simulator/proef.ts';
import {
  basisUrlsOnder,
  type DuoTransport,
  type DuoVerzoek,
  httpDuoTransport,
} from '../../connections/duo/transport.ts';
import { datum } from '../../rules/shared/datum.ts';
import { voegSamen } from '../../server/dossier/openen.ts';
import {
  gemeenteMetBriefhoofd,
  geplandWerk,
  klaarVoorPip,
  maakConcept,
  stelPipVast,
  volledigPip,
} from '../../test/begeleiding/pip-dossier.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../test/world.ts';
import { verzendingWerk } from './verzending.jobs.ts';

const VANDAAG = '2026-11-21';
type Sim = Awaited<ReturnType<typeof startSimulator>>;

/** A process that dies: what comes out is no answer and no transport error. */
class Gestopt extends Error {}

let w: Wereld;
let g: TestGemeente;
let m: TestMedewerker;
let sim: Sim;
let echt: DuoTransport;
/** What happens on the way to DUO, per request. */
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
  g = await gemeenteMetBriefhoofd(w);
  m = await w.medewerker(g.organisatieId);
});
afterAll(() => w.sluit());

beforeEach(async () => {
  sim = await startSimulator();
  opruimen.push(() => sim.app.close());
  await sim.bedien('POST', '/gemeenten', [{ oin: g.oin, gemeentecode: g.code }]);
  verbind(sim.adres);
  onderweg = (_, door) => door();
});
afterEach(async () => {
  for (const ruimOp of opruimen.splice(0).reverse()) await ruimOp();
});

function verbind(adres: string, timeoutMs = 5000): void {
  echt = httpDuoTransport({ basisUrls: basisUrlsOnder(`${adres}/duo`), doel: DUO, timeoutMs });
  const transport = echt;
  opruimen.push(() => transport.sluit());
}

/** A dossier of somebody that DUO knows. */
async function bekendBijDuo(bijDuo = {}) {
  const bsn = String(999_200_000 + nummer++);
  const dossierId = await w.dossier(g.id, klaarVoorPip(g), { bsn, klantmanagerId: m.id });
  await sim.bedien('POST', '/personen', [
    {
      bsn,
      gemeentecode: g.code,
      vestigingsdatum: '2026-09-15',
      doelgroep: { indeling: 'Asielstatushouder', begindatum: '2026-09-01' },
      plicht: { indicatorInburgeringsplicht: true, begindatum: '2026-09-01' },
      ...bijDuo,
    },
  ]);
  return { bsn, dossierId };
}

/** The same with its PIP vastgesteld; the message waits. */
async function metPip(inhoud: object = volledigPip('B'), bijDuo = {}) {
  const { bsn, dossierId } = await bekendBijDuo(bijDuo);
  const { pad, pipId } = await maakConcept(m, dossierId, inhoud);
  const antwoord = await stelPipVast(m, pad, { dagtekening: VANDAAG });
  expect(antwoord.status).toBe(200);
  return { bsn, dossierId, pad, pipId, verzendingId: antwoord.body.verzendingId as string };
}

const verstuur = (dossierId: string) =>
  verzendingWerk.duo_verzenden?.({ gemeenteId: g.id, dossierId }, w.t);
const gedrag = (inhoud: object) => sim.bedien('PUT', '/gedrag', inhoud);

async function ontvangen(bsn: string) {
  const { body } = await sim.bedien('GET', '/ontvangen');
  const { perPersoon } = body as {
    perPersoon: { bsn: string; ontvangen: number; aangenomen: number }[];
  };
  const telling = perPersoon.find((p) => p.bsn === bsn);
  return { ontvangen: telling?.ontvangen ?? 0, aangenomen: telling?.aangenomen ?? 0 };
}

const rij = (id: string) =>
  w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
    tx.selectFrom('bericht_uit').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  );
const feiten = (dossierId: string) =>
  w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
    tx
      .selectFrom('feit')
      .select('inhoud')
      .where('dossier_id', '=', dossierId)
      .where('soort', '=', 'pip-bij-duo')
      .execute(),
  );

describe('naar DUO', () => {
  it('gaat het bericht één keer, met bewijs van ontvangst en een feit', async () => {
    const { bsn, dossierId, pipId, verzendingId } = await metPip();
    await verstuur(dossierId);
    await verstuur(dossierId);
    expect(await ontvangen(bsn)).toEqual({ ontvangen: 1, aangenomen: 1 });
    const bericht = await rij(verzendingId);
    expect(bericht).toMatchObject({
      staat: 'geaccepteerd',
      pogingen: 1,
      laatste_fout: null,
      ontvangstbewijs: {
        status: 'geaccepteerd',
        via: 'melding',
        apiVersion: '1.2.0',
        berichtId: bericht.bericht_id,
      },
    });
    expect(await feiten(dossierId)).toMatchObject([{ inhoud: { pipId, staat: 'geaccepteerd' } }]);
    const { items } = (await m.vraag('GET', `/v1/dossiers/${dossierId}/pips`)).body;
    expect(items[0].duo).toMatchObject({ staat: 'geaccepteerd', pogingen: 1 });
  });

  it('blijft een weigering met de woorden van DUO zichtbaar als taak', async () => {
    const { dossierId, verzendingId } = await metPip();
    await gedrag({ weigerMet: 'De dagtekening kan niet.' });
    await verstuur(dossierId);
    expect(await rij(verzendingId)).toMatchObject({
      staat: 'geweigerd',
      foutteksten: ['De dagtekening kan niet.'],
    });
    expect(await feiten(dossierId)).toMatchObject([
      { inhoud: { staat: 'geweigerd', foutteksten: ['De dagtekening kan niet.'] } },
    ]);
    const stand = await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx
        .selectFrom('dossier_stand')
        .select('voorstel')
        .where('dossier_id', '=', dossierId)
        .executeTakeFirstOrThrow(),
    );
    expect(stand.voorstel).toBe('pip-melding-herstellen');
  });

  it('is niet bevoegd of onbekend een weigering in eigen woorden', async () => {
    const vreemd = await metPip(volledigPip('B'), { gemeentecode: '9999' });
    await verstuur(vreemd.dossierId);
    expect((await rij(vreemd.verzendingId)).foutteksten[0]).toContain('niets over deze persoon');
    const onbekend = await metPip();
    const leeg = await startSimulator();
    opruimen.push(() => leeg.app.close());
    verbind(leeg.adres);
    await leeg.bedien('POST', '/gemeenten', [{ oin: g.oin, gemeentecode: g.code }]);
    await verstuur(onbekend.dossierId);
    expect((await rij(onbekend.verzendingId)).foutteksten[0]).toContain('kent geen persoon');
  });

  it('wacht zonder BSN, zonder iets te versturen', async () => {
    const dossierId = await w.dossier(g.id, klaarVoorPip(g), {
      vNummer: '0099000001',
      klantmanagerId: m.id,
    });
    const { pad } = await maakConcept(m, dossierId);
    const { body } = await stelPipVast(m, pad, { dagtekening: VANDAAG });
    await verstuur(dossierId);
    expect(await rij(body.verzendingId)).toMatchObject({ staat: 'wacht', pogingen: 0 });
    expect((await rij(body.verzendingId)).laatste_fout).toContain('BSN');
    expect((await geplandWerk(w, dossierId)).at(-1)?.overSeconden).toBeGreaterThan(800);
  });

  it('gaat na een samenvoeging alsnog weg, onder het dossier dat bleef', async () => {
    const vNummer = '0099000002';
    const van = await w.dossier(g.id, klaarVoorPip(g), { vNummer, klantmanagerId: m.id });
    const { pad } = await maakConcept(m, van);
    const { body } = await stelPipVast(m, pad, { dagtekening: VANDAAG });
    await verstuur(van);
    const { bsn, dossierId: naar } = await bekendBijDuo();
    await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      voegSamen(tx, g.id, van, naar, { nu: w.klok.nu(), vandaag: w.klok.vandaag() }),
    );
    await verstuur(van);
    expect((await rij(body.verzendingId)).staat).toBe('geaccepteerd');
    expect(await ontvangen(bsn)).toEqual({ ontvangen: 1, aangenomen: 1 });
    expect(await feiten(naar)).toMatchObject([{ inhoud: { staat: 'geaccepteerd' } }]);
  });

  it('gaan twee versies in volgorde, ook in één keer', async () => {
    const { bsn, dossierId } = await metPip();
    const { pad } = await maakConcept(m, dossierId, {
      ...volledigPip('Z'),
      redenWijziging: 'B1 bleek niet haalbaar.',
    });
    await stelPipVast(m, pad, { dagtekening: VANDAAG });
    await Promise.all([verstuur(dossierId), verstuur(dossierId)]);
    expect(await ontvangen(bsn)).toEqual({ ontvangen: 2, aangenomen: 2 });
    const { body } = await sim.bedien('GET', '/ontvangen');
    const routes = (body as { meldingen: { inhoud?: { leerroute?: string } }[] }).meldingen;
    expect(JSON.stringify(routes).indexOf('"B"')).toBeLessThan(
      JSON.stringify(routes).indexOf('"Z"'),
    );
  });
});

describe('als het misgaat, nooit twee keer', () => {
  it('vraagt DUO eerst wat er staat als het antwoord verloren ging', async () => {
    const { bsn, dossierId, verzendingId } = await metPip();
    await gedrag({ antwoordVerliezen: 1 });
    await verstuur(dossierId);
    expect(await rij(verzendingId)).toMatchObject({ staat: 'bezig', pogingen: 1 });
    const werk = await geplandWerk(w, dossierId);
    expect(werk.at(-1)?.overSeconden).toBeGreaterThan(2);
    await verstuur(dossierId);
    expect(await ontvangen(bsn)).toEqual({ ontvangen: 1, aangenomen: 1 });
    expect(await rij(verzendingId)).toMatchObject({
      staat: 'geaccepteerd',
      ontvangstbewijs: { via: 'raadpleging' },
    });
  });

  it('doet hetzelfde na een kill tussen versturen en opslaan', async () => {
    const { bsn, dossierId, verzendingId } = await metPip();
    onderweg = async (verzoek, door) => {
      await door();
      if (verzoek.method === 'POST') throw new Gestopt();
    };
    await expect(verstuur(dossierId)).rejects.toThrow(Gestopt);
    expect((await rij(verzendingId)).staat).toBe('bezig');
    onderweg = (_, door) => door();
    await verstuur(dossierId);
    expect(await ontvangen(bsn)).toEqual({ ontvangen: 1, aangenomen: 1 });
    expect((await rij(verzendingId)).staat).toBe('geaccepteerd');
  });

  it('verstuurt alsnog na een kill tussen vastleggen en versturen', async () => {
    const { bsn, dossierId, verzendingId } = await metPip();
    onderweg = () => {
      throw new Gestopt();
    };
    await expect(verstuur(dossierId)).rejects.toThrow(Gestopt);
    const { staat, bericht_id, verzending_begonnen_op } = await rij(verzendingId);
    expect([staat, bericht_id !== null, verzending_begonnen_op !== null]).toEqual([
      'bezig',
      true,
      true,
    ]);
    const vragen: string[] = [];
    onderweg = (verzoek, door) => {
      vragen.push(verzoek.method);
      return door();
    };
    await verstuur(dossierId);
    expect(vragen).toEqual(['GET', 'POST']);
    expect(await ontvangen(bsn)).toEqual({ ontvangen: 1, aangenomen: 1 });
    expect((await rij(verzendingId)).bericht_id).toBe(bericht_id);
  });

  it('ziet een ander PIP bij DUO niet aan voor het eigen', async () => {
    const { bsn, dossierId, verzendingId } = await metPip();
    await verstuur(dossierId);
    const { pad } = await maakConcept(m, dossierId, {
      magOpleidingAfmaken: true,
      redenWijziging: 'Eerst de opleiding af.',
    });
    const { body } = await stelPipVast(m, pad, { dagtekening: VANDAAG });
    onderweg = () => {
      throw new Gestopt();
    };
    await expect(verstuur(dossierId)).rejects.toThrow(Gestopt);
    onderweg = (_, door) => door();
    await verstuur(dossierId);
    expect(await ontvangen(bsn)).toEqual({ ontvangen: 2, aangenomen: 2 });
    expect((await rij(body.verzendingId)).staat).toBe('geaccepteerd');
    expect((await rij(verzendingId)).staat).toBe('geaccepteerd');
  });

  it('probeert later opnieuw bij 500, met steeds langere tussenpozen en zonder persoonsgegevens', async () => {
    const { bsn, dossierId, verzendingId } = await metPip();
    await gedrag({ status500: 2 });
    await verstuur(dossierId);
    await verstuur(dossierId);
    const bericht = await rij(verzendingId);
    expect(bericht).toMatchObject({ staat: 'bezig', pogingen: 2, laatste_fout: 'antwoord 500' });
    expect(JSON.stringify(bericht)).not.toContain(bsn);
    const wachten = (await geplandWerk(w, dossierId)).map((j) => Math.round(j.overSeconden));
    expect(wachten.at(-1)).toBeGreaterThan(7);
    await verstuur(dossierId);
    expect(await ontvangen(bsn)).toEqual({ ontvangen: 1, aangenomen: 1 });
    expect((await rij(verzendingId)).staat).toBe('geaccepteerd');
  });

  it('laat het bericht gewoon wachten als DUO zeker niets kreeg', async () => {
    const { bsn, dossierId, verzendingId } = await metPip();
    verbind('http://127.0.0.1:9');
    await verstuur(dossierId);
    expect(await rij(verzendingId)).toMatchObject({
      staat: 'wacht',
      pogingen: 1,
      verzending_begonnen_op: null,
    });
    verbind(sim.adres);
    await gedrag({ plat: true });
    await verstuur(dossierId);
    expect((await rij(verzendingId)).staat).toBe('bezig');
    await verstuur(dossierId);
    expect((await rij(verzendingId)).staat).toBe('bezig');
    await gedrag({ plat: false });
    await verstuur(dossierId);
    expect(await ontvangen(bsn)).toEqual({ ontvangen: 1, aangenomen: 1 });
  });

  it('stuurt bij een te traag antwoord niet nog eens wat DUO al heeft', async () => {
    const { bsn, dossierId, verzendingId } = await metPip();
    verbind(sim.adres, 50);
    await gedrag({ traag: 200 });
    await verstuur(dossierId);
    expect((await rij(verzendingId)).staat).toBe('bezig');
    await gedrag({ traag: 0 });
    verbind(sim.adres);
    await verstuur(dossierId);
    expect((await rij(verzendingId)).staat).toBe('geaccepteerd');
    expect((await ontvangen(bsn)).aangenomen).toBe(1);
  });

  it('laat drie verzenders tegelijk één keer versturen', async () => {
    const { bsn, dossierId } = await metPip();
    await Promise.all(Array.from({ length: 3 }, () => verstuur(dossierId)));
    expect(await ontvangen(bsn)).toEqual({ ontvangen: 1, aangenomen: 1 });
  });
});

describe('wat is blijven liggen', () => {
  it('wordt na een kwartier opnieuw gepland, en wat net is klaargezet niet', async () => {
    const { dossierId } = await metPip();
    const nalopen = () => verzendingWerk.duo_verzenden_nalopen?.({}, w.t);
    await nalopen();
    expect(await geplandWerk(w, dossierId)).toHaveLength(1);
    w.klok.zetOp(datum('2026-11-22'));
    await nalopen();
    await nalopen();
    w.klok.zetOp(datum(VANDAAG));
    const werk = await geplandWerk(w, dossierId);
    expect(werk).toHaveLength(2);
    expect(Math.max(...werk.map((j) => j.overSeconden))).toBeLessThan(1);
  });
});

describe('de lijst van verzendingen', () => {
  const zoek = (vraag: object, wie = m) => wie.vraag('POST', '/v1/verzendingen/_zoek', vraag);

  it('toont staat, ouderdom en naam, met bladzijden en tellingen', async () => {
    const h = await gemeenteMetBriefhoofd(w);
    const hier = await w.medewerker(h.organisatieId);
    const ids: string[] = [];
    for (let i = 0; i < 3; i++) {
      const dossierId = await w.dossier(h.id, klaarVoorPip(h), { bsn: String(999_300_000 + i) });
      const { pad } = await maakConcept(hier, dossierId);
      await stelPipVast(hier, pad, { dagtekening: VANDAAG });
      ids.push(dossierId);
    }
    const { body } = await zoek({ staten: ['wacht'], gemeenteId: h.id, pageSize: 2 }, hier);
    expect(body).toMatchObject({ totaal: 3, page: 1, pageSize: 2, tellingen: { wacht: 3 } });
    expect(body.items[0]).toMatchObject({
      dossierId: ids[0],
      naam: 'Selam Tesfay',
      versie: 1,
      dagtekening: VANDAAG,
      staat: 'wacht',
      minutenOud: 0,
    });
    expect((await zoek({ page: 2, pageSize: 2 }, hier)).body.items).toHaveLength(1);
    expect((await zoek({ minstensUrenOud: 1 }, hier)).body.totaal).toBe(0);
    expect((await zoek({ gemeenteId: h.id })).body.totaal).toBe(0);
    expect((await zoek({ staten: ['weg'] }, hier)).status).toBe(400);
    const beheer = await w.medewerker(h.organisatieId, ['beheer:beheer']);
    expect((await zoek({}, beheer)).status).toBe(403);
  });

  it('stuurt een geweigerd bericht op verzoek opnieuw, en niets anders', async () => {
    const { bsn, dossierId, verzendingId } = await metPip();
    const opnieuw = (wie = m, koppen = {}) =>
      wie.vraag('POST', `/v1/verzendingen/${verzendingId}/_opnieuw`, undefined, koppen);
    const vreemd = await w.medewerker((await w.gemeente()).organisatieId);
    const lezer = await w.medewerker(g.organisatieId, ['pip:lezer']);
    expect((await opnieuw(vreemd)).status).toBe(404);
    expect((await opnieuw(lezer)).status).toBe(403);
    await gedrag({ weigerMet: 'Nu even niet.' });
    await verstuur(dossierId);
    await gedrag({ weigerMet: null });
    const sleutel = { 'idempotency-key': 'opnieuw-0001' };
    const een = await opnieuw(m, sleutel);
    expect([een.status, een.body.staat]).toEqual([200, 'wacht']);
    expect((await opnieuw(m, sleutel)).body).toEqual(een.body);
    await verstuur(dossierId);
    expect((await rij(verzendingId)).staat).toBe('geaccepteerd');
    expect((await ontvangen(bsn)).aangenomen).toBe(1);
    const nog = await opnieuw();
    expect([nog.status, nog.body.redenen[0].code]).toEqual([409, 'al-afgerond']);
  });

  it('weigert een oud geweigerd bericht als er een nieuwer PIP is', async () => {
    const { dossierId, verzendingId } = await metPip();
    await gedrag({ weigerMet: 'Nee.' });
    await verstuur(dossierId);
    const { pad } = await maakConcept(m, dossierId, {
      ...volledigPip('Z'),
      redenWijziging: 'Hersteld.',
    });
    await stelPipVast(m, pad, { dagtekening: VANDAAG });
    const antwoord = await m.vraag('POST', `/v1/verzendingen/${verzendingId}/_opnieuw`);
    expect([antwoord.status, antwoord.body.redenen[0].code]).toEqual([409, 'nieuwer-bericht']);
  });

  it('toont bij één bericht wat erin staat, het bewijs, en laat een wachtend bericht intrekken', async () => {
    const { dossierId, verzendingId } = await metPip();
    const pad = `/v1/verzendingen/${verzendingId}`;
    const { body } = await m.vraag('GET', pad);
    expect(body.velden).toContainEqual({ naam: 'Leerroute', waarde: 'B1-route' });
    expect(body).toMatchObject({ bewijs: null, mag: { opnieuw: true, intrekken: true } });
    const vreemd = await w.medewerker((await w.gemeente()).organisatieId);
    expect((await vreemd.vraag('GET', pad)).status).toBe(404);
    expect((await m.vraag('POST', `${pad}/_intrekken`, { reden: '' })).status).toBe(400);
    const reden = 'Verkeerde persoon.';
    expect((await m.vraag('POST', `${pad}/_intrekken`, { reden })).body.staat).toBe('ingetrokken');
    expect((await m.vraag('POST', `${pad}/_intrekken`, { reden })).status).toBe(409);
    expect((await m.vraag('GET', pad)).body).toMatchObject({
      intrekReden: reden,
      ingetrokkenDoor: m.naam,
    });
    await verstuur(dossierId);
    expect((await rij(verzendingId)).pogingen).toBe(0);
  });

  it('stuurt er meer tegelijk opnieuw en zegt wat niet kon', async () => {
    const [een, twee] = [await metPip(), await metPip()];
    await gedrag({ weigerMet: 'Nee.' });
    await verstuur(een.dossierId);
    await gedrag({ weigerMet: null });
    await verstuur(twee.dossierId);
    const verzendingIds = [een.verzendingId, twee.verzendingId];
    const { body } = await m.vraag('POST', '/v1/verzendingen/_opnieuw', { verzendingIds });
    expect(body).toMatchObject({ opnieuw: 1, overgeslagen: 1 });
    await verstuur(een.dossierId);
    const { body: klaar } = await m.vraag('GET', `/v1/verzendingen/${een.verzendingId}`);
    expect(klaar.bewijs.hoe).toContain('aangenomen');
  });

  it('gaat als CSV mee, met dezelfde filters', async () => {
    const h = await gemeenteMetBriefhoofd(w);
    const hier = await w.medewerker(h.organisatieId);
    const dossierId = await w.dossier(h.id, klaarVoorPip(h), { bsn: '999300099' });
    const { pad } = await maakConcept(hier, dossierId);
    await stelPipVast(hier, pad, { dagtekening: VANDAAG });
    const csv = async (vraag: object) =>
      (await hier.vraag('POST', '/v1/verzendingen/_exporteer', vraag)).body as string;
    expect((await csv({ soorten: ['pip'] })).split('\r\n')).toHaveLength(3);
    expect((await csv({ soorten: ['uren'] })).split('\r\n')).toHaveLength(2);
    expect(await csv({})).not.toContain('999300099');
  });
});
