import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { datum } from '../../rules/shared/datum.ts';
import { type Keten, maakKeten, maakMens, meld, nieuwBsn } from '../../test/duo-brp.ts';
import { doeWerk } from '../../test/werk.ts';
import type { TestGemeente, TestMedewerker } from '../../test/world.ts';
import { notificatieWerk } from './notificatie.jobs.ts';
import { beschrijf } from './postvak/feitzinnen.ts';

let k: Keten;
let g: TestGemeente;
let m: TestMedewerker;

beforeAll(async () => {
  k = await maakKeten();
});
afterAll(() => k.sluit());
beforeEach(async () => {
  g = await k.gemeente();
  m = await k.w.medewerker(g.organisatieId);
});

const werk = () => doeWerk(k.w, notificatieWerk);
const zoek = async (vraag: object = {}) =>
  (await m.vraag('POST', '/v1/berichten/_zoek', vraag)).body;
const lees = async (id: string) => (await m.vraag('GET', `/v1/berichten/${id}`)).body;
const handel = (id: string, inhoud: object, wie = m) =>
  wie.vraag('POST', `/v1/berichten/${id}/_afhandelen`, inhoud);

/** Een melding die niet te plaatsen is: zij ligt in het postvak. */
async function naamloos(gebeurtenisId = 'SS131'): Promise<string> {
  await meld(k.w, g, gebeurtenisId, {});
  await werk();
  const { items } = await zoek({ staat: 'postvak' });
  return items.at(-1).id;
}

describe('zoeken en lezen', () => {
  test('wat openstaat staat voorop, met reden en voorstel; filters en bladzijden werken', async () => {
    const mens = await maakMens(k, g);
    await meld(k.w, g, 'SS101', mens);
    await werk();
    const id = await naamloos();
    const alles = await zoek();
    expect(alles).toMatchObject({ totaal: 2, page: 1, pageSize: 25 });
    expect(alles.items).toMatchObject([
      {
        id,
        gebeurtenisId: 'SS131',
        omschrijving: 'Uitslag van de leerbaarheidstoets bekend',
        gemeente: g.naam,
        staat: 'postvak',
        reden: expect.stringMatching(/geen BSN/),
        voorstel: expect.any(String),
        dossierId: null,
        naam: null,
      },
      { gebeurtenisId: 'SS101', staat: 'verwerkt', naam: 'Selam Tesfay' },
    ]);
    expect((await zoek({ staat: 'open' })).items).toMatchObject([{ id }]);
    expect((await zoek({ gebeurtenisId: 'SS101' })).totaal).toBe(1);
    expect((await zoek({ gemeenteId: g.id, pageSize: 1, page: 2 })).items).toHaveLength(1);
    expect((await zoek({ van: '2026-11-21', totEnMet: '2026-11-21' })).totaal).toBe(2);
    expect((await zoek({ totEnMet: '2026-11-20' })).totaal).toBe(0);
    expect((await zoek({ van: '2026-11-22' })).totaal).toBe(0);
  });

  test('een melding die door een storing wacht staat bij wat openstaat', async () => {
    const mens = await maakMens(k, g);
    await k.duo('PUT', '/gedrag', { plat: true });
    await meld(k.w, g, 'SS101', mens);
    expect((await zoek({ staat: 'open' })).totaal).toBe(0);
    await werk();
    await k.duo('PUT', '/gedrag', { plat: false });
    const [item] = (await zoek({ staat: 'open' })).items;
    expect(item).toMatchObject({ staat: 'nieuw', pogingen: 1 });
    expect((await handel(item.id, { handeling: 'opnieuw' })).status).toBe(200);
    await werk();
    expect(await lees(item.id)).toMatchObject({ staat: 'verwerkt', laatsteFout: null });
  });

  test('één melding: wat er kwam zonder leesbare nummers, wat is opgehaald en wat veranderde', async () => {
    const mens = await maakMens(k, g, { duo: { kennisgeving: '2026-11-02' } });
    await meld(k.w, g, 'SS139', mens);
    await werk();
    const { id } = (await zoek()).items[0];
    const bericht = await lees(id);
    expect(bericht).toMatchObject({
      ontvangen: {
        bsn: `******${mens.bsn.slice(-3)}`,
        vNummer: `*******${mens.vNummer.slice(-3)}`,
      },
      dossier: 'geopend',
      opgehaald: [
        { wat: 'doelgroep' },
        { wat: 'doelgroep-historie' },
        { wat: 'plicht' },
        { wat: 'plicht-historie' },
        { wat: 'examens' },
        { wat: 'gratis-pogingen' },
        { wat: 'brp' },
      ],
      mogelijk: ['opnieuw', 'afschermen'],
    });
    expect(bericht.gewijzigd).toContainEqual({
      soort: 'inburgeringsplicht',
      nieuw: 'inburgeringsplichtig vanaf 1 september 2026, kennisgeving 2 november 2026',
      oud: null,
      bron: 'DUO SS139',
    });
    expect(JSON.stringify(bericht)).not.toContain(mens.bsn);
    const spoor = await k.w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx
        .selectFrom('audit')
        .select(['handeling', 'object_soort', 'systeem', 'medewerker_id', 'dossier_id'])
        .where('object_id', '=', id)
        .orderBy('volgnummer')
        .execute(),
    );
    expect(spoor.map((s) => [s.systeem ?? s.medewerker_id, s.handeling, s.object_soort])).toEqual([
      ['duo-bericht', 'lezen', 'duo-gegevens'],
      ['duo-bericht', 'lezen', 'brp-persoon'],
      ['duo-bericht', 'wijzigen', 'bericht'],
      [m.id, 'lezen', 'bericht'],
    ]);
    expect(new Set(spoor.map((s) => s.dossier_id))).toEqual(new Set([bericht.dossierId]));
  });

  test.each([
    ['een onbekend veld', { bsn: '999100001' }],
    ['een staat die niet bestaat', { staat: 'weg' }],
    ['te veel op een bladzijde', { pageSize: 101 }],
    ['een dag die niet bestaat', { van: '2026-02-30' }],
  ])('weigert %s', async (_naam, vraag) => {
    const antwoord = await m.vraag('POST', '/v1/berichten/_zoek', vraag);
    expect(antwoord.status).toBe(400);
    expect(antwoord.body.code).toBe('ongeldige-invoer');
  });
});

describe('afhandelen', () => {
  test('koppelen: de melding wordt alsnog verwerkt in dat dossier', async () => {
    const mens = await maakMens(k, g, {
      duo: {
        lbt: {
          resultaten: [
            {
              resultaat: 'B1-route haalbaar',
              behaaldeScore: '62,50',
              benodigdeScore: '50,00',
              datumAfname: '2026-11-19',
            },
          ],
        },
      },
    });
    const dossierId = await k.w.dossier(g.id, [], { bsn: mens.bsn });
    const id = await naamloos();
    const antwoord = await handel(id, { handeling: 'koppelen', dossierId });
    expect(antwoord).toMatchObject({
      status: 200,
      body: { staat: 'nieuw', dossierId, reden: null },
    });
    await werk();
    expect(await lees(id)).toMatchObject({
      staat: 'verwerkt',
      dossierId,
      gewijzigd: [
        {
          soort: 'leerbaarheidstoets',
          nieuw: 'leerbaarheidstoets: B1-route haalbaar, 62,50 van 50,00',
        },
      ],
    });
  });

  test('koppelen vult het BSN uit de melding aan bij wie alleen op V-nummer bekend was', async () => {
    const mens = await maakMens(k, g);
    const dossierId = await k.w.dossier(g.id, [], { vNummer: mens.vNummer });
    await meld(k.w, g, 'SS131', { bsn: mens.bsn });
    await werk();
    const { id } = (await zoek({ staat: 'open' })).items[0];
    expect((await handel(id, { handeling: 'koppelen', dossierId })).status).toBe(200);
    const rij = await k.w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx.selectFrom('dossier').select('bsn').where('id', '=', dossierId).executeTakeFirst(),
    );
    expect(rij).toEqual({ bsn: mens.bsn });
    await werk();
    expect((await lees(id)).reden).toMatch(/nog niets over vastgelegd/);
  });

  test('koppelen aan iemand met een ander BSN wordt geweigerd, ook als het BSN elders al hoort', async () => {
    const [een, ander] = [nieuwBsn(), nieuwBsn()];
    const verkeerd = await k.w.dossier(g.id, [], { bsn: een });
    await meld(k.w, g, 'SS131', { bsn: ander });
    await werk();
    const { id } = (await zoek({ staat: 'open' })).items[0];
    const antwoord = await handel(id, { handeling: 'koppelen', dossierId: verkeerd });
    expect(antwoord.status).toBe(409);
    expect(antwoord.body.redenen).toMatchObject([{ code: 'ander-bsn' }]);
    // Negen cijfers die geen deel zijn van een id of traceernummer.
    expect(JSON.stringify(antwoord.body)).not.toMatch(/(?<![\da-f])\d{9}(?![\da-f])/);
    await k.w.dossier(g.id, [], { bsn: ander });
    const zonder = await k.w.dossier(g.id, []);
    expect((await handel(id, { handeling: 'koppelen', dossierId: zonder })).status).toBe(409);
    expect(await lees(id)).toMatchObject({ staat: 'postvak', dossierId: null });
  });

  test('koppelen aan een dossier van een andere gemeente kan niet', async () => {
    const id = await naamloos();
    const g2 = await k.gemeente();
    const vreemd = await k.w.dossier(g2.id, []);
    expect((await handel(id, { handeling: 'koppelen', dossierId: vreemd })).status).toBe(404);
  });

  test('opnieuw na een 403: DUO vertelt het nu wel', async () => {
    const mens = await maakMens(k, g, { duo: { gemeentecode: '9998' } });
    await meld(k.w, g, 'SS101', mens);
    await werk();
    const { id } = (await zoek({ staat: 'open' })).items[0];
    await k.duo('POST', '/personen', [{ bsn: mens.bsn, gemeentecode: g.code }]);
    expect((await handel(id, { handeling: 'opnieuw' })).body).toMatchObject({ staat: 'nieuw' });
    await werk();
    expect(await lees(id)).toMatchObject({ staat: 'verwerkt', dossier: 'geopend' });
  });

  test('een melding die al bij een dossier hoort, verhuist niet', async () => {
    const mens = await maakMens(k, g);
    const dossierId = await k.w.dossier(g.id, [], { bsn: mens.bsn });
    const ander = await k.w.dossier(g.id, []);
    await meld(k.w, g, 'SS199', mens);
    await werk();
    const { id } = (await zoek({ staat: 'open' })).items[0];
    expect((await lees(id)).mogelijk).toEqual(['opnieuw', 'parkeren', 'afgehandeld', 'afschermen']);
    const antwoord = await handel(id, { handeling: 'koppelen', dossierId: ander });
    expect(antwoord.status).toBe(409);
    expect(antwoord.body.redenen).toMatchObject([{ code: 'al-gekoppeld' }]);
    expect((await lees(id)).dossierId).toBe(dossierId);
  });

  test('opnieuw zet dezelfde gebeurtenis niet twee keer op de tijdlijn', async () => {
    const mens = await maakMens(k, g);
    const dossierId = await k.w.dossier(g.id, [], { bsn: mens.bsn });
    await meld(k.w, g, 'SS199', mens);
    await werk();
    const { id } = (await zoek({ staat: 'open' })).items[0];
    await handel(id, { handeling: 'opnieuw' });
    await werk();
    const feiten = await k.w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx.selectFrom('feit').select('soort').where('dossier_id', '=', dossierId).execute(),
    );
    expect(feiten).toEqual([{ soort: 'duo-gebeurtenis' }]);
  });

  test('afgehandeld met een reden; wie daarna komt hoort wie het deed', async () => {
    const id = await naamloos();
    const reden = 'DUO gebeld: de melding was voor een andere gemeente.';
    expect((await handel(id, { handeling: 'afgehandeld', reden: ' x' })).status).toBe(400);
    expect((await handel(id, { handeling: 'afgehandeld', reden })).body).toMatchObject({
      staat: 'afgehandeld',
      afhandeling: { reden, door: m.naam },
      mogelijk: [],
    });
    expect((await zoek({ staat: 'open' })).totaal).toBe(0);
    const ander = await k.w.medewerker(g.organisatieId);
    const laat = await handel(id, { handeling: 'afgehandeld', reden }, ander);
    expect(laat.status).toBe(409);
    expect(laat.body.conflict).toMatchObject({ wie: m.naam });
  });

  test('een verwerkte melding is klaar, maar mag opnieuw: dat verdubbelt niets', async () => {
    await meld(k.w, g, 'SS101', await maakMens(k, g));
    await werk();
    const { id, dossierId } = (await zoek()).items[0];
    const antwoord = await handel(id, { handeling: 'afgehandeld', reden: 'gezien' });
    expect(antwoord.status).toBe(409);
    expect(antwoord.body.redenen).toMatchObject([{ code: 'al-verwerkt' }]);
    const { aantalFeiten } = (await m.vraag('GET', `/v1/dossiers/${dossierId}/stand`)).body;
    expect((await handel(id, { handeling: 'opnieuw' })).status).toBe(200);
    await werk();
    expect(await lees(id)).toMatchObject({ staat: 'verwerkt' });
    expect((await m.vraag('GET', `/v1/dossiers/${dossierId}/stand`)).body.aantalFeiten).toBe(
      aantalFeiten,
    );
  });

  describe('wegleggen', () => {
    const tellerVan = async () => (await m.vraag('GET', '/v1/ik')).body.tellers.postvak;

    test('tot een dag: daarvoor niet bij wat openstaat, op die dag weer wel', async () => {
      const id = await naamloos();
      const weg = { handeling: 'parkeren', tot: '2026-11-25', reden: 'DUO zoekt het nummer uit' };
      expect((await handel(id, weg)).body).toMatchObject({
        staat: 'postvak',
        geparkeerdTot: '2026-11-25',
        geparkeerdReden: 'DUO zoekt het nummer uit',
      });
      expect((await zoek({ staat: 'open' })).totaal).toBe(0);
      expect((await zoek({ staat: 'geparkeerd' })).items).toMatchObject([{ id }]);
      expect(await tellerVan()).toBe(0);
      k.w.klok.zetOp(datum('2026-11-24'));
      expect((await zoek({ staat: 'open' })).totaal).toBe(0);
      k.w.klok.zetOp(datum('2026-11-25'));
      expect((await zoek({ staat: 'open' })).items).toMatchObject([{ id }]);
      expect(await tellerVan()).toBe(1);
      k.w.klok.zetOp(datum('2026-11-21'));
    });

    test.each([['2026-11-21'], ['2026-11-20'], ['2027-05-21']])(
      'niet tot %s: vandaag, voorbij of te ver weg',
      async (tot) => {
        const id = await naamloos();
        const antwoord = await handel(id, { handeling: 'parkeren', tot, reden: 'wacht op DUO' });
        expect(antwoord.status).toBe(409);
        expect(antwoord.body.redenen).toMatchObject([{ veld: 'tot' }]);
      },
    );

    test('wie haar opnieuw laat verwerken haalt haar terug', async () => {
      const id = await naamloos();
      await handel(id, { handeling: 'parkeren', tot: '2026-11-25', reden: 'wacht op DUO' });
      await handel(id, { handeling: 'opnieuw' });
      await werk();
      expect(await lees(id)).toMatchObject({ staat: 'postvak', geparkeerdTot: null });
    });
  });
});

describe('wie erbij mag', () => {
  test('een andere gemeente ziet en doet niets', async () => {
    const id = await naamloos();
    const vreemde = await k.w.medewerker((await k.gemeente()).organisatieId);
    expect((await vreemde.vraag('POST', '/v1/berichten/_zoek', {})).body.totaal).toBe(0);
    expect(
      (await vreemde.vraag('POST', '/v1/berichten/_zoek', { gemeenteId: g.id })).body.totaal,
    ).toBe(0);
    expect((await vreemde.vraag('GET', `/v1/berichten/${id}`)).status).toBe(404);
    expect((await handel(id, { handeling: 'opnieuw' }, vreemde)).status).toBe(404);
  });

  test('zonder rol 403, zonder aanmelden 401', async () => {
    const id = await naamloos();
    const lezer = await k.w.medewerker(g.organisatieId, ['pip:lezer']);
    const vragen = [
      ['POST', '/v1/berichten/_zoek', {}],
      ['GET', `/v1/berichten/${id}`, undefined],
      ['POST', `/v1/berichten/${id}/_afhandelen`, { handeling: 'opnieuw' }],
    ] as const;
    for (const [method, url, payload] of vragen) {
      expect((await lezer.vraag(method, url, payload)).status).toBe(403);
      const anoniem = await k.w.app.inject({ method, url, ...(payload ? { payload } : {}) });
      expect(anoniem.statusCode).toBe(401);
    }
  });
});

test('een melding noemt de gedetailleerde doelgroep alleen als zij iets toevoegt', () => {
  const doelgroep = (gedetailleerd: string) =>
    beschrijf({ soort: 'doelgroep', inhoud: { indeling: 'Asielstatushouder', gedetailleerd } });
  expect(doelgroep('Asielstatushouder')).toBe('doelgroep Asielstatushouder');
  expect(doelgroep('Gezinslid')).toBe('doelgroep Asielstatushouder (Gezinslid)');
});
