import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { datum } from '../../../rules/shared/datum.ts';
import type { Stand } from '../../../rules/stand/stand.ts';
import { leesFeiten } from '../../../server/dossier/feiten.ts';
import { brpDag, type Keten, maakKeten, maakMens, meld, nieuwBsn } from '../../../test/duo-brp.ts';
import { doeWerk, wachtendWerk, zetWerkOpNu } from '../../../test/werk.ts';
import type { TestGemeente } from '../../../test/world.ts';
import { notificatieWerk } from '../notificatie.jobs.ts';

let k: Keten;
let g: TestGemeente;

beforeAll(async () => {
  k = await maakKeten();
});
afterAll(() => k.sluit());
beforeEach(async () => {
  g = await k.gemeente();
});

const werk = () => doeWerk(k.w, notificatieWerk);
async function verwerk(gebeurtenisId: string, wie: { bsn?: string; vNummer?: string }) {
  await meld(k.w, g, gebeurtenisId, wie);
  return werk();
}

const inGemeente = <T>(vraag: Parameters<typeof k.w.db.forGemeenten<T>>[1]) =>
  k.w.db.forGemeenten({ gemeenten: [g.id] }, vraag);

const berichten = () =>
  inGemeente((tx) => tx.selectFrom('bericht_in').selectAll().orderBy('id').execute());
const dossiers = () =>
  inGemeente((tx) =>
    tx.selectFrom('dossier').selectAll().where('samengevoegd_met', 'is', null).execute(),
  );
const feiten = (dossierId: string) =>
  inGemeente((tx) => leesFeiten(tx, { gemeenteId: g.id, dossierId }));
const soorten = async (dossierId: string) => (await feiten(dossierId)).map((f) => f.soort).sort();
const rij = (dossierId: string) =>
  inGemeente((tx) =>
    tx
      .selectFrom('dossier_stand')
      .selectAll()
      .where('dossier_id', '=', dossierId)
      .executeTakeFirstOrThrow(),
  );
const termijn = (stand: unknown, id: string) => (stand as Stand).termijnen.find((t) => t.id === id);

describe('wie inburgeringsplichtig wordt', () => {
  test('SS101 opent een dossier met doelgroep, plicht en persoon, en de Stand volgt', async () => {
    const mens = await maakMens(k, g);
    expect(await verwerk('SS101', mens)).toEqual({ mislukt: [] });
    const [dossier, ...rest] = await dossiers();
    expect(rest).toEqual([]);
    expect(dossier).toMatchObject({ bsn: mens.bsn, v_nummer: mens.vNummer });
    expect(await soorten(dossier!.id)).toEqual([
      'adres',
      'doelgroep',
      'duo-gebeurtenis',
      'inburgeringsplicht',
      'inschrijving',
      'persoon',
    ]);
    expect(await rij(dossier!.id)).toMatchObject({
      naam: 'Selam Tesfay',
      geboortedatum: '1994',
      doelgroep: 'asielstatushouder',
      toestand: 'actief',
    });
    const [bericht] = await berichten();
    expect(bericht).toMatchObject({ staat: 'verwerkt', dossier_id: dossier!.id, pogingen: 1 });
    expect(bericht!.uitkomst).toMatchObject({
      dossier: 'geopend',
      opgehaald: [
        { wat: 'doelgroep', antwoord: 'ok', apiVersion: '1.2.2' },
        { wat: 'doelgroep-historie', antwoord: 'niets' },
        { wat: 'plicht', antwoord: 'ok', apiVersion: '1.2.2' },
        { wat: 'plicht-historie', antwoord: 'niets' },
        { wat: 'examens', antwoord: 'niets' },
        { wat: 'gratis-pogingen', antwoord: 'niets' },
        { wat: 'brp', antwoord: 'ok' },
      ],
    });
    const tekst = JSON.stringify(bericht!.uitkomst);
    for (const geheim of [mens.bsn, 'Selam', 'Tesfay', 'Kade']) expect(tekst).not.toContain(geheim);
    const adres = (await feiten(dossier!.id)).find((f) => f.soort === 'adres');
    expect(adres?.inhoud).toEqual({
      straat: 'Kade',
      huisnummer: '12 A',
      postcode: '1234 AA',
      plaats: 'DORP',
    });
  });

  test('SS139 na SS101: geen tweede dossier, en de tien weken lopen vanaf de kennisgeving van DUO', async () => {
    const mens = await maakMens(k, g);
    await verwerk('SS101', mens);
    await k.duo('POST', '/personen', [{ bsn: mens.bsn, kennisgeving: '2026-11-02' }]);
    await verwerk('SS139', mens);
    const [dossier, ...rest] = await dossiers();
    expect(rest).toEqual([]);
    const alle = await feiten(dossier!.id);
    const plicht = alle.filter((f) => f.soort === 'inburgeringsplicht');
    expect(plicht).toMatchObject([
      { bron: 'duo', verwijzing: 'SS101' },
      {
        bron: 'duo',
        verwijzing: 'SS139',
        vervangt: plicht[0]!.id,
        inhoud: { kennisgeving: '2026-11-02' },
      },
    ]);
    expect(alle).toHaveLength(8);
    expect(termijn((await rij(dossier!.id)).stand, 'pip-termijn')).toMatchObject({
      begin: '2026-11-03',
      laatsteDag: '2027-01-11',
    });
    const [, tweede] = await berichten();
    expect(tweede!.uitkomst).toMatchObject({
      dossier: 'gevonden',
      gewijzigd: [{ soort: 'inburgeringsplicht', oudFeitId: plicht[0]!.id, feitId: plicht[1]!.id }],
    });
  });

  test('de laatste dag van de plicht bij DUO wordt de eerste dag zonder plicht', async () => {
    const mens = await maakMens(k, g);
    const plicht = {
      indicatorInburgeringsplicht: true,
      begindatum: '2026-10-01',
      einddatum: '2026-12-31',
    };
    await k.duo('POST', '/personen', [{ bsn: mens.bsn, plicht }]);
    await verwerk('SS101', mens);
    const [dossier] = await dossiers();
    expect(await feiten(dossier!.id)).toContainEqual(
      expect.objectContaining({
        soort: 'inburgeringsplicht',
        inhoud: expect.objectContaining({ eind: '2027-01-01' }),
      }),
    );
    const { stand } = await rij(dossier!.id);
    expect(stand.toestand).toBe('actief');
  });

  test('een dossier dat met de hand op V-nummer is geopend krijgt het BSN', async () => {
    const mens = await maakMens(k, g);
    const id = await k.w.dossier(
      g.id,
      [
        {
          soort: 'koppeling',
          inhoud: { op: datum('2026-08-01'), azc: 'azc Dorp' },
          geldigOp: datum('2026-08-01'),
          bron: 'medewerker',
        },
      ],
      { vNummer: mens.vNummer },
    );
    await verwerk('SS101', mens);
    expect(await dossiers()).toMatchObject([{ id, bsn: mens.bsn, v_nummer: mens.vNummer }]);
    expect(await soorten(id)).toContain('koppeling');
    expect((await berichten())[0]!.uitkomst).toMatchObject({ dossier: 'gevonden' });
  });

  test('twee dossiers van dezelfde persoon gaan samen, en beide meldingen horen bij wat blijft', async () => {
    const mens = await maakMens(k, g);
    const { bsn, vNummer } = mens;
    await verwerk('SS101', { vNummer });
    await verwerk('SS101', { bsn });
    expect(await dossiers()).toHaveLength(2);
    await verwerk('SS139', mens);
    const [over, ...rest] = await dossiers();
    expect(rest).toEqual([]);
    expect(over).toMatchObject({ bsn, v_nummer: vNummer });
    expect((await berichten()).map((b) => b.dossier_id)).toEqual([over!.id, over!.id, over!.id]);
    const meldingen = (await feiten(over!.id)).filter((f) => f.soort === 'duo-gebeurtenis');
    expect(meldingen).toHaveLength(3);
  });

  test('alleen een V-nummer: een dossier zonder naam, zonder iets te vragen', async () => {
    const { vNummer } = await maakMens(k, g);
    const voor = await k.brp('GET', '/tellers');
    await verwerk('SS101', { vNummer });
    const [dossier] = await dossiers();
    expect(dossier).toMatchObject({ bsn: null, v_nummer: vNummer });
    expect(await rij(dossier!.id)).toMatchObject({ naam: 'Naam nog niet bekend' });
    expect(await k.brp('GET', '/tellers')).toEqual(voor);
    expect((await berichten())[0]).toMatchObject({ staat: 'verwerkt' });
  });

  test('wie in een azc elders staat ingeschreven krijgt nog geen tien weken', async () => {
    const mens = await maakMens(k, g, {
      duo: { gekoppeldAan: g.code, gemeentecode: '9999', kennisgeving: '2026-11-02' },
      brp: { gemeenteVanInschrijving: { code: '9999', omschrijving: 'Elders' } },
    });
    await verwerk('SS139', mens);
    const [dossier] = await dossiers();
    const stand = (await rij(dossier!.id)).stand;
    expect(termijn(stand, 'pip-termijn')?.laatsteDag).toBeUndefined();
    const adres = (await feiten(dossier!.id)).find((f) => f.soort === 'adres');
    expect(adres?.inhoud).toMatchObject({ azc: true });
  });

  test('SS120: hier komen wonen zonder PIP, de tien weken lopen vanaf de inschrijving', async () => {
    const mens = await maakMens(k, g, {
      duo: { kennisgeving: '2026-09-15' },
      brp: { datumInschrijvingInGemeente: brpDag('2026-11-09') },
    });
    await verwerk('SS120', mens);
    const [dossier] = await dossiers();
    expect(termijn((await rij(dossier!.id)).stand, 'pip-termijn')).toMatchObject({
      begin: '2026-11-10',
    });
  });
});

describe('wat daarna komt', () => {
  const resultaat = {
    resultaat: 'B1-route haalbaar',
    behaaldeScore: '62,50',
    benodigdeScore: '50,00',
    datumAfname: '2026-11-19',
  };

  test('SS131 legt de uitslag van de toets vast, ook een die Meedoen niet kent', async () => {
    const mens = await maakMens(k, g);
    await verwerk('SS101', mens);
    await k.duo('POST', '/personen', [{ bsn: mens.bsn, lbt: { resultaten: [resultaat] } }]);
    await verwerk('SS131', mens);
    const nieuw = { ...resultaat, resultaat: 'B1-route wellicht', datumAfname: '2026-11-20' };
    await k.duo('POST', '/personen', [{ bsn: mens.bsn, lbt: { resultaten: [resultaat, nieuw] } }]);
    await verwerk('SS131', mens);
    const [dossier] = await dossiers();
    const toetsen = (await feiten(dossier!.id)).filter((f) => f.soort === 'leerbaarheidstoets');
    expect(toetsen.map((f) => f.inhoud)).toEqual([
      {
        resultaat: 'B1-route haalbaar',
        behaald: 6250,
        benodigd: 5000,
        geregistreerdOp: '2026-11-19',
      },
      expect.objectContaining({ resultaat: 'B1-route wellicht', geregistreerdOp: '2026-11-20' }),
    ]);
    expect((await berichten()).map((b) => b.staat)).toEqual(['verwerkt', 'verwerkt', 'postvak']);
  });

  test('SS102: de termijn van DUO gaat voor; een verlenging volgt hem op', async () => {
    const mens = await maakMens(k, g);
    await verwerk('SS101', mens);
    const termijnDuo = { startdatum: '2026-11-20', einddatum: '2029-11-20' };
    await k.duo('POST', '/personen', [{ bsn: mens.bsn, termijn: termijnDuo }]);
    await verwerk('SS102', mens);
    const [dossier] = await dossiers();
    expect(termijn((await rij(dossier!.id)).stand, 'inburgeringstermijn')).toMatchObject({
      begin: '2026-11-20',
      laatsteDag: '2029-11-19',
    });
    const langer = { ...termijnDuo, einddatum: '2030-05-20', verlengingsgrondcode: 'GVS' };
    await k.duo('POST', '/personen', [{ bsn: mens.bsn, termijn: langer }]);
    await verwerk('SS104', mens);
    const termijnen = (await feiten(dossier!.id)).filter((f) => f.soort === 'inburgeringstermijn');
    expect(termijnen.map((f) => [f.inhoud.eind, f.vervangt])).toEqual([
      ['2029-11-20', undefined],
      ['2030-05-20', undefined],
    ]);
    expect(termijn((await rij(dossier!.id)).stand, 'inburgeringstermijn')?.laatsteDag).toBe(
      '2030-05-19',
    );
  });

  test('een gebeurtenis waar werk uit volgt ligt in het postvak met het voorstel', async () => {
    const mens = await maakMens(k, g);
    await verwerk('SS101', mens);
    await k.duo('POST', '/personen', [
      {
        bsn: mens.bsn,
        doelgroep: { indeling: 'Gezinsmigrant en overige migrant', begindatum: '2026-11-15' },
      },
    ]);
    await verwerk('SS124', mens);
    const [dossier] = await dossiers();
    expect(await rij(dossier!.id)).toMatchObject({ doelgroep: 'gezins-en-overige-migrant' });
    const groepen = (await feiten(dossier!.id)).filter((f) => f.soort === 'doelgroep');
    expect(groepen.map((f) => [f.geldigOp, f.vervangt])).toEqual([
      ['2026-09-01', undefined],
      ['2026-11-15', undefined],
    ]);
    expect((await berichten())[1]).toMatchObject({
      staat: 'postvak',
      dossier_id: dossier!.id,
      voorstel: expect.stringMatching(/ontzorgen/),
    });
  });

  test('een onbekende gebeurtenis staat op de tijdlijn en in het postvak', async () => {
    const mens = await maakMens(k, g);
    await verwerk('SS101', mens);
    await verwerk('ZZ9', mens);
    const [dossier] = await dossiers();
    const melding = (await feiten(dossier!.id)).filter((f) => f.soort === 'duo-gebeurtenis').at(-1);
    expect(melding?.inhoud).toEqual({
      gebeurtenisId: 'ZZ9',
      omschrijving: 'Onbekende gebeurtenis',
    });
    expect((await berichten())[1]).toMatchObject({ staat: 'postvak', dossier_id: dossier!.id });
  });
});

describe('wie niet te vinden is, ligt in het postvak en krijgt geen dossier', () => {
  const liggend = async () => (await berichten())[0]!;

  test.each([
    ['zonder nummers', {}, /geen BSN en geen V-nummer/],
    [
      'met een BSN dat niet kan',
      { bsn: '999123456', vNummer: '0099912345' },
      /geen burgerservicenummer/,
    ],
    ['die DUO niet kent', { bsn: nieuwBsn() }, /kent de persoon niet/],
  ])('%s', async (_naam, wie, reden) => {
    expect(await verwerk('SS101', wie)).toEqual({ mislukt: [] });
    expect(await dossiers()).toEqual([]);
    const bericht = await liggend();
    expect(bericht).toMatchObject({ staat: 'postvak', dossier_id: null });
    expect(bericht.postvak_reden).toMatch(reden);
    expect(bericht.voorstel).toBeTruthy();
  });

  test('over wie DUO deze gemeente niets vertelt (403)', async () => {
    const mens = await maakMens(k, g, { duo: { gemeentecode: '9998' } });
    await verwerk('SS101', mens);
    expect(await dossiers()).toEqual([]);
    expect((await liggend()).postvak_reden).toMatch(/geen gegevens over deze persoon/);
  });

  test('die de BRP niet kent', async () => {
    const mens = await maakMens(k, g, { brp: null });
    await verwerk('SS101', mens);
    expect(await dossiers()).toEqual([]);
    expect((await liggend()).postvak_reden).toBe('De BRP kent geen persoon met dit BSN.');
  });

  test('bij een gebeurtenis die geen dossier opent, en dan wordt er ook niets gevraagd', async () => {
    const mens = await maakMens(k, g);
    const voor = await k.brp('GET', '/tellers');
    await verwerk('SS131', mens);
    expect(await dossiers()).toEqual([]);
    expect(await k.brp('GET', '/tellers')).toEqual(voor);
    expect(await liggend()).toMatchObject({ staat: 'postvak', uitkomst: { opgehaald: [] } });
  });

  test('als BSN en V-nummer naar verschillende mensen wijzen', async () => {
    const [een, ander] = [await maakMens(k, g), await maakMens(k, g)];
    await verwerk('SS101', een);
    await verwerk('SS131', { bsn: ander.bsn, vNummer: een.vNummer });
    expect((await berichten())[1]).toMatchObject({
      staat: 'postvak',
      dossier_id: null,
      postvak_reden: expect.stringMatching(/verschillende mensen/),
    });
  });
});

describe('storingen', () => {
  test('DUO valt uit: niets half, de melding wacht met de reden; daarna komt alles goed', async () => {
    const mens = await maakMens(k, g);
    await k.duo('PUT', '/gedrag', { plat: true });
    const { mislukt } = await verwerk('SS101', mens);
    expect(mislukt).toHaveLength(1);
    expect(await dossiers()).toEqual([]);
    const [wacht] = await berichten();
    expect(wacht).toMatchObject({ staat: 'nieuw', pogingen: 1 });
    expect(wacht!.laatste_fout).toMatch(/^DUO/);
    expect(JSON.stringify([mislukt, wacht!.laatste_fout])).not.toContain(mens.bsn);
    await k.duo('PUT', '/gedrag', { plat: false });
    await zetWerkOpNu(k.w);
    expect(await werk()).toEqual({ mislukt: [] });
    expect(await dossiers()).toHaveLength(1);
    expect((await berichten())[0]).toMatchObject({
      staat: 'verwerkt',
      pogingen: 2,
      laatste_fout: null,
    });
  });

  test('de BRP valt uit: het dossier is er met wat DUO weet, de naam volgt vanzelf', async () => {
    const mens = await maakMens(k, g);
    await k.brp('PUT', '/gedrag', { plat: true });
    const { mislukt } = await verwerk('SS101', mens);
    expect(mislukt).toMatchObject([{ taak: 'brp_aanvullen' }]);
    const [dossier] = await dossiers();
    expect(await rij(dossier!.id)).toMatchObject({
      naam: 'Naam nog niet bekend',
      doelgroep: 'asielstatushouder',
    });
    expect((await berichten())[0]).toMatchObject({ staat: 'verwerkt' });
    await k.brp('PUT', '/gedrag', { plat: false });
    await zetWerkOpNu(k.w);
    expect(await werk()).toEqual({ mislukt: [] });
    expect(await rij(dossier!.id)).toMatchObject({ naam: 'Selam Tesfay' });
    const [bericht] = await berichten();
    expect(bericht!.uitkomst).toMatchObject({ opmerkingen: [] });
    expect((await wachtendWerk(k.w)).filter((j) => JSON.stringify(j).includes(g.id))).toEqual([]);
  });

  test('hetzelfde werk twee keer, ook tegelijk, verdubbelt niets', async () => {
    const mens = await maakMens(k, g);
    await meld(k.w, g, 'SS101', mens);
    const [bericht] = await berichten();
    const opdracht = { gemeenteId: g.id, berichtId: bericht!.id };
    const doe = () => notificatieWerk.duo_bericht_verwerken!(opdracht, k.w.t);
    await Promise.all([doe(), doe(), doe()]);
    await doe();
    const [dossier, ...rest] = await dossiers();
    expect(rest).toEqual([]);
    expect(await soorten(dossier!.id)).toHaveLength(6);
    await werk();
  });

  test('twee meldingen over dezelfde persoon tegelijk geven één dossier zonder dubbele feiten', async () => {
    const mens = await maakMens(k, g);
    await meld(k.w, g, 'SS101', mens);
    await meld(k.w, g, 'SS139', { bsn: mens.bsn });
    const alle = await berichten();
    await Promise.all(
      alle.map((b) =>
        notificatieWerk.duo_bericht_verwerken!({ gemeenteId: g.id, berichtId: b.id }, k.w.t),
      ),
    );
    const [dossier, ...rest] = await dossiers();
    expect(rest).toEqual([]);
    expect(await soorten(dossier!.id)).toHaveLength(7);
    await werk();
  });
});
