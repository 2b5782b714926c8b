import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { datum, plusDagen } from '../../rules/shared/datum.ts';
import { legVast } from '../../server/dossier/feiten.ts';
import { openInburgeraar } from '../../test/inburgeraar.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../test/world.ts';

const VANDAAG = datum('2026-11-21');
const LIJST = '/v1/werkvoorraad/_zoek';

let w: Wereld;
let g: TestGemeente;
let ander: TestGemeente;
let noor: TestMedewerker;
let sam: TestMedewerker;
let vreemd: TestMedewerker;
let selam: string;
let elders: string;

beforeAll(async () => {
  w = await maakWereld({ vandaag: VANDAAG });
  [g, ander] = [await w.gemeente(), await w.gemeente()];
  noor = await w.medewerker(g.organisatieId);
  vreemd = await w.medewerker(ander.organisatieId);
  const naam: [string, string] = ['Ander', 'Iemand'];
  elders = await openInburgeraar(w, ander, { naam, sinds: plusDagen(VANDAAG, -10), van: vreemd });
});
afterAll(() => w.sluit());

beforeEach(async () => {
  w.klok.zetOp(VANDAAG);
  sam = await w.medewerker(g.organisatieId);
  // Laatste dag voor het PIP: 26 november 2026.
  const sinds = plusDagen(VANDAAG, -65);
  selam = await openInburgeraar(w, g, { naam: ['Selam', 'Tesfay'], sinds, van: sam });
});

async function ids(wie: TestMedewerker, vraag: object = {}): Promise<string[]> {
  const { body } = await wie.vraag('POST', LIJST, vraag);
  return body.items.map((i: { dossierId: string }) => i.dossierId);
}

const wijs = (wie: TestMedewerker, dossierIds: string[], aan: string | null, verwacht?: object) =>
  wie.vraag('POST', '/v1/dossiers/_toewijzen', { dossierIds, klantmanagerId: aan, verwacht });

describe('toewijzen', () => {
  test('overnemen, vrijgeven en weer toewijzen', async () => {
    const over = await wijs(noor, [selam], noor.id);
    expect(over.body).toEqual({
      gelukt: [{ dossierId: selam, vorigeKlantmanagerId: sam.id }],
      mislukt: [],
    });
    expect(await ids(noor)).toContain(selam);
    expect(await ids(sam)).toEqual([]);
    await wijs(noor, [selam], null);
    expect(await ids(noor, { bereik: 'niet-toegewezen' })).toEqual([selam]);
    expect((await wijs(noor, [selam], sam.id)).body.gelukt[0].vorigeKlantmanagerId).toBeNull();
    expect(await ids(sam)).toEqual([selam]);
  });

  test('een ander was eerder: die persoon wordt genoemd en de rest gaat door', async () => {
    const sinds = plusDagen(VANDAAG, -5);
    const olena = await openInburgeraar(w, g, { naam: ['Olena', 'Koval'], sinds });
    const { status, body } = await wijs(noor, [selam, olena], noor.id, {
      [selam]: null,
      [olena]: null,
    });
    expect(status).toBe(200);
    expect(body.gelukt.map((r: { dossierId: string }) => r.dossierId)).toEqual([olena]);
    expect(body.mislukt).toEqual([
      {
        dossierId: selam,
        naam: 'Selam Tesfay',
        code: 'gewijzigd',
        tekst: `Selam Tesfay is intussen van ${sam.naam}.`,
      },
    ]);
  });

  test('een dossier van een andere gemeente bestaat niet', async () => {
    const { body } = await wijs(noor, [elders, selam], noor.id);
    expect(body.mislukt).toEqual([
      {
        dossierId: elders,
        naam: null,
        code: 'niet-gevonden',
        tekst: 'Dit dossier bestaat niet of is niet zichtbaar voor u.',
      },
    ]);
    expect(body.gelukt).toHaveLength(1);
    expect(await ids(vreemd)).toEqual([elders]);
  });

  test.each([
    ['van een andere gemeente', () => Promise.resolve(vreemd)],
    ['zonder de taak', () => w.medewerker(g.organisatieId, ['pvt:klantmanager'])],
    ['die alleen leest', () => w.medewerker(g.organisatieId, ['pip:lezer'])],
  ])('niet aan een medewerker %s', async (_wie, maak) => {
    const { status, body } = await wijs(noor, [selam], (await maak()).id);
    expect(status).toBe(400);
    expect(body.invalidParams[0].name).toBe('klantmanagerId');
    expect(await ids(sam)).toEqual([selam]);
  });

  test('niet door wie alleen leest, en niet zonder keuze', async () => {
    const lezer = await w.medewerker(g.organisatieId, ['pip:lezer']);
    expect((await wijs(lezer, [selam], null)).status).toBe(403);
    expect((await wijs(noor, [], null)).status).toBe(400);
  });

  test('wie klantmanager kan zijn, met het aantal mensen', async () => {
    const { body } = await noor.vraag('GET', `/v1/medewerkers?gemeenteId=${g.id}`);
    const rij = body.items.find((m: { id: string }) => m.id === sam.id);
    expect(rij).toMatchObject({ naam: sam.naam, aantalMensen: 1, gemeenten: [g.code] });
    expect(body.items.some((m: { id: string }) => m.id === vreemd.id)).toBe(false);
    expect((await noor.vraag('GET', `/v1/medewerkers?gemeenteId=${ander.id}`)).status).toBe(404);
  });
});

describe('uitstellen', () => {
  const stelUit = (tot: string, reden = 'Wacht op de tolk', wie = sam) =>
    wie.vraag('POST', `/v1/dossiers/${selam}/uitstel`, { tot, reden });

  test('is weg tot de dag en komt dan terug', async () => {
    expect((await stelUit('2026-11-25')).body).toEqual({
      dossierId: selam,
      uitgesteldTot: '2026-11-25',
    });
    expect(await ids(sam)).toEqual([]);
    const { body } = await sam.vraag('POST', LIJST, { uitgesteld: true });
    expect(body.items[0]).toMatchObject({ dossierId: selam, uitgesteldReden: 'Wacht op de tolk' });
    w.klok.zetOp(datum('2026-11-24'));
    expect(await ids(sam)).toEqual([]);
    w.klok.zetOp(datum('2026-11-25'));
    expect(await ids(sam)).toEqual([selam]);
  });

  test('kan tot en met de laatste dag en niet erna, met het artikel', async () => {
    expect((await stelUit('2026-11-26')).status).toBe(200);
    const { status, body } = await stelUit('2026-11-27');
    expect(status).toBe(409);
    expect(body.redenen[0]).toMatchObject({ code: 'na-laatste-dag', veld: 'tot' });
    expect(body.redenen[0].tekst).toMatch(/26-11-2026 \(.*art/);
    w.klok.zetOp(datum('2026-11-28'));
    expect((await stelUit('2026-12-01')).body.redenen[0].tekst).toContain('te laat');
  });

  test.each([
    ['2026-11-21', 'Wacht op de tolk', 'tot'],
    ['2026-11-20', 'Wacht op de tolk', 'tot'],
    ['2026-02-30', 'Wacht op de tolk', 'tot'],
    ['2026-11-25', ' ', 'reden'],
  ])('weigert %s met reden %j', async (tot, reden, veld) => {
    const { status, body } = await stelUit(tot, reden);
    expect(status).toBe(400);
    expect(body.invalidParams[0].name).toBe(veld);
  });

  test('opheffen brengt de persoon terug', async () => {
    await stelUit('2026-11-25');
    const { body } = await sam.vraag('DELETE', `/v1/dossiers/${selam}/uitstel`);
    expect(body.uitgesteldTot).toBeNull();
    expect(await ids(sam)).toEqual([selam]);
  });

  test('een ander voorstel heft het uitstel op', async () => {
    await stelUit('2026-11-25');
    const stand = await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      legVast(
        tx,
        { gemeenteId: g.id, dossierId: selam },
        [
          {
            soort: 'afspraak',
            inhoud: {
              afspraakId: selam,
              soort: 'intakegesprek',
              datum: datum('2026-11-23'),
              tijd: '10:00',
              plaats: 'Stadhuis',
              duurMinuten: 60,
            },
            geldigOp: VANDAAG,
            bron: 'medewerker',
          },
        ],
        { nu: w.klok.nu(), vandaag: VANDAAG },
      ),
    );
    expect(stand.stand.voorstellen[0]?.soort).not.toBe('intake-plannen');
    expect(await ids(sam)).toEqual([selam]);
  });

  test('van een andere gemeente of zonder recht kan het niet', async () => {
    expect((await stelUit('2026-11-25', 'Wacht op de tolk', vreemd)).status).toBe(404);
    const lezer = await w.medewerker(g.organisatieId, ['pip:lezer']);
    expect((await stelUit('2026-11-25', 'Wacht op de tolk', lezer)).status).toBe(403);
  });
});

describe('vervangen', () => {
  const vervang = (wie: TestMedewerker, wat: object) => wie.vraag('POST', '/v1/vervangingen', wat);
  const periode = { van: '2026-11-21', totEnMet: '2026-11-22' };

  test('de vervanger ziet de mensen op die dagen, de dag erna niet', async () => {
    const invaller = await w.medewerker(g.organisatieId);
    const { status, body } = await vervang(sam, { vervangerId: invaller.id, ...periode });
    expect(status).toBe(201);
    expect(body).toMatchObject({ medewerker: { id: sam.id }, totEnMet: '2026-11-22' });
    const lijst = await invaller.vraag('POST', LIJST, {});
    expect(lijst.body.items[0].dossierId).toBe(selam);
    expect(lijst.body.vervangt).toEqual([sam.naam]);
    expect(await ids(sam)).toEqual([selam]);
    w.klok.zetOp(datum('2026-11-22'));
    expect(await ids(invaller)).toEqual([selam]);
    w.klok.zetOp(datum('2026-11-23'));
    expect(await ids(invaller)).toEqual([]);
    expect((await sam.vraag('GET', '/v1/vervangingen')).body.items).toEqual([]);
  });

  test('een regisseur regelt het voor een zieke collega, een klantmanager niet', async () => {
    const regisseur = await w.medewerker(g.organisatieId, ['*:regisseur']);
    const wat = { medewerkerId: sam.id, vervangerId: noor.id, ...periode };
    expect((await vervang(noor, wat)).status).toBe(403);
    expect((await vervang(regisseur, { ...wat, medewerkerId: vreemd.id })).status).toBe(404);
    expect((await vervang(regisseur, wat)).status).toBe(201);
    const dubbel = await vervang(regisseur, wat);
    expect(dubbel.status).toBe(409);
    expect(dubbel.body.redenen[0].tekst).toContain(noor.naam);
  });

  test.each([
    [{ van: '2026-11-23', totEnMet: '2026-11-22' }, 'totEnMet'],
    [{ van: '2026-11-01', totEnMet: '2026-11-20' }, 'totEnMet'],
    [{ van: '0001-01-01', totEnMet: '2026-12-31' }, 'totEnMet'],
    [{ van: '2026-11-23', totEnMet: '9999-12-31' }, 'totEnMet'],
    [{ van: '9999-12-31', totEnMet: '9999-12-31' }, 'van'],
  ])('weigert %j', async (dagen, veld) => {
    const { status, body } = await vervang(sam, { vervangerId: noor.id, ...dagen });
    expect(status).toBe(400);
    expect(body.invalidParams[0].name).toBe(veld);
  });

  test('tien tegelijk geven er één', async () => {
    const ziek = await w.medewerker(g.organisatieId);
    const alle = await Promise.all(
      Array.from({ length: 10 }, () => vervang(ziek, { vervangerId: noor.id, ...periode })),
    );
    expect(alle.map((a) => a.status).sort()).toEqual([201, ...Array(9).fill(409)]);
  });

  test('niet door zichzelf en niet door iemand van een andere gemeente', async () => {
    expect((await vervang(sam, { vervangerId: sam.id, ...periode })).status).toBe(400);
    expect((await vervang(sam, { vervangerId: vreemd.id, ...periode })).status).toBe(400);
  });

  test('verwijderen kan wie het maakte; voor een ander bestaat zij niet', async () => {
    const { body } = await vervang(sam, { vervangerId: noor.id, ...periode });
    expect((await vreemd.vraag('DELETE', `/v1/vervangingen/${body.id}`)).status).toBe(404);
    expect((await sam.vraag('DELETE', `/v1/vervangingen/${body.id}`)).status).toBe(204);
    expect((await sam.vraag('GET', '/v1/vervangingen')).body.items).toEqual([]);
  });

  test('dezelfde sleutel maakt er maar één', async () => {
    const sleutel = { 'idempotency-key': `vervang-${sam.id}` };
    const wat = { vervangerId: noor.id, ...periode };
    const een = await sam.vraag('POST', '/v1/vervangingen', wat, sleutel);
    const twee = await sam.vraag('POST', '/v1/vervangingen', wat, sleutel);
    expect(twee.body).toEqual(een.body);
  });
});
