import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { datum, plusDagen } from '../../rules/shared/datum.ts';
import { maakCsv } from '../../server/http/csv.ts';
import { nieuwId } from '../../server/id.ts';
import { openInburgeraar, type Proefpersoon } from '../../test/inburgeraar.ts';
import {
  geefTaak,
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../test/world.ts';
import { eersteBereik, redenZonderDag } from './tonen.ts';

const VANDAAG = datum('2026-11-21');
const LEZEN = '/v1/werkvoorraad/_zoek';
const EXPORT = '/v1/werkvoorraad/_exporteer';
const MENSEN = '/v1/inburgeraars/_zoek';

let w: Wereld;
let g: TestGemeente;
let ander: TestGemeente;
let noor: TestMedewerker;
let sam: TestMedewerker;
let vreemd: TestMedewerker;
const id: Record<string, string> = {};

/** Ingeschreven zo veel dagen geleden: de laatste dag voor het PIP is tien weken daarna. */
const geleden = (dagen: number, p: Omit<Proefpersoon, 'sinds'>) =>
  openInburgeraar(w, g, { ...p, sinds: plusDagen(VANDAAG, -dagen) });

const namen = (body: { items: { naam: string }[] }) => body.items.map((i) => i.naam);

beforeAll(async () => {
  w = await maakWereld({ vandaag: VANDAAG });
  [g, ander] = [await w.gemeente(), await w.gemeente()];
  noor = await w.medewerker(g.organisatieId);
  sam = await w.medewerker(g.organisatieId);
  vreemd = await w.medewerker(ander.organisatieId);
  id.later = await geleden(10, { naam: ['Olena', 'Koval'], van: noor, bsn: '999900018' });
  id.laat = await geleden(72, { naam: ['Selam', 'Tesfay'], van: noor, asiel: true });
  id.week = await geleden(66, { naam: ['Yusuf', 'Al-Hamdan'], van: noor, vNummer: '0012345678' });
  id.sam = await geleden(71, { naam: ['Mehmet', 'Yıldız'], van: sam });
  id.niemand = await geleden(20, { naam: ['Mohammed', 'Şahin'], asiel: true });
  id.ander = await openInburgeraar(w, ander, {
    naam: ['Selam', 'Tesfay'],
    sinds: plusDagen(VANDAAG, -80),
    bsn: '999900018',
  });
});
afterAll(() => w.sluit());

describe('de lijst', () => {
  test('een rij noemt de laatste dag één keer: niet ook in de reden', async () => {
    const [rij] = (await noor.vraag('POST', LEZEN, {})).body.items;
    expect(rij.voorstel.reden).toContain('Het PIP moet er uiterlijk 19 november 2026 zijn.');
    const kort = redenZonderDag(rij);
    expect(kort).not.toContain('2026');
    expect(rij.voorstel.reden.startsWith(kort)).toBe(true);
    expect(redenZonderDag({ ...rij, laatsteDag: null })).toBe(rij.voorstel.reden);
  });

  test('wie alleen leest begint bij iedereen, wie begeleidt bij de eigen mensen', async () => {
    const lezer = await w.medewerker(g.organisatieId, ['*:lezer']);
    const bereik = async (m: TestMedewerker) => eersteBereik((await m.vraag('GET', '/v1/ik')).body);
    expect(await bereik(lezer)).toBe('team');
    expect(await bereik(noor)).toBe('mijn');
    const { body } = await lezer.vraag('POST', LEZEN, { bereik: 'team' });
    expect(namen(body)).toHaveLength(5);
  });

  test('eigen mensen, te laat eerst, met voorstel, reden en dagen', async () => {
    const { status, body } = await noor.vraag('POST', LEZEN, {});
    expect(status).toBe(200);
    expect(namen(body)).toEqual(['Selam Tesfay', 'Yusuf Al-Hamdan', 'Olena Koval']);
    expect(body.items.map((i: { dagen: number }) => i.dagen)).toEqual([-2, 4, 60]);
    expect(body.items[0]).toMatchObject({
      dossierId: id.laat,
      gemeente: { code: g.code },
      klantmanager: { id: noor.id },
      doelgroep: 'asielstatushouder',
      voorstel: { soort: 'intake-plannen' },
      laatsteDag: '2026-11-19',
    });
    expect(body.tellingen).toEqual({
      teLaat: 1,
      dezeWeek: 1,
      later: 1,
      mijn: 3,
      team: 5,
      nietToegewezen: 1,
      inBeeld: 3,
      grens: 1000,
    });
    expect(body.peildatum).toBe(VANDAAG);
  });

  test.each([
    [
      { bereik: 'team' },
      ['Selam Tesfay', 'Mehmet Yıldız', 'Yusuf Al-Hamdan', 'Mohammed Şahin', 'Olena Koval'],
    ],
    [{ bereik: 'niet-toegewezen' }, ['Mohammed Şahin']],
    [{ bereik: 'team', termijn: 'te-laat' }, ['Selam Tesfay', 'Mehmet Yıldız']],
    [{ bereik: 'team', termijn: 'deze-week' }, ['Yusuf Al-Hamdan']],
    [{ bereik: 'team', termijn: 'later' }, ['Mohammed Şahin', 'Olena Koval']],
    [{ bereik: 'team', doelgroep: 'asielstatushouder' }, ['Selam Tesfay', 'Mohammed Şahin']],
    [{ bereik: 'team', leerroute: 'Z' }, []],
    [
      { bereik: 'team', leerroute: 'geen', schakel: 3, termijn: 'te-laat' },
      ['Selam Tesfay', 'Mehmet Yıldız'],
    ],
    [{ bereik: 'team', voorstel: 'pip-vaststellen' }, []],
    [{ bereik: 'team', toestand: 'beeindigd' }, []],
    [{ bereik: 'team', uitgesteld: true }, []],
    [
      { bereik: 'team', sorteer: 'naam' },
      ['Mehmet Yıldız', 'Mohammed Şahin', 'Olena Koval', 'Selam Tesfay', 'Yusuf Al-Hamdan'],
    ],
    [
      { bereik: 'team', sorteer: 'laatsteDag', aflopend: true, termijn: 'later' },
      ['Olena Koval', 'Mohammed Şahin'],
    ],
    [{ bereik: 'team', zoek: 'muhamad sahin' }, ['Mohammed Şahin']],
    [{ bereik: 'team', zoek: 'joesoef' }, ['Yusuf Al-Hamdan']],
    [{ bereik: 'team', zoek: 'alhamdan' }, ['Yusuf Al-Hamdan']],
    [{ bereik: 'team', zoek: '999900018' }, ['Olena Koval']],
    [{ bereik: 'team', zoek: '9999.00.018' }, ['Olena Koval']],
    [{ bereik: 'team', zoek: '12345678' }, []],
    [{ bereik: 'team', zoek: '0012345678' }, ['Yusuf Al-Hamdan']],
    [{ bereik: 'team', zoek: '%' }, []],
  ])('%j', async (verzoek, verwacht) => {
    const { body } = await noor.vraag('POST', LEZEN, verzoek);
    expect(namen(body)).toEqual(verwacht);
    expect(body.totaal).toBe(verwacht.length);
  });

  test('een zoekvraag vindt iemand één keer, ook als meer sleutels passen', async () => {
    const { body } = await noor.vraag('POST', LEZEN, { bereik: 'team', zoek: 'sahin' });
    expect(body).toMatchObject({ totaal: 1, tellingen: { team: 1, nietToegewezen: 1, mijn: 0 } });
    expect(body.items).toHaveLength(1);
  });

  test('bladeren toont iedereen één keer', async () => {
    const gezien: string[] = [];
    for (const page of [1, 2, 3]) {
      const { body } = await noor.vraag('POST', LEZEN, { bereik: 'team', page, pageSize: 2 });
      expect(body.totaal).toBe(5);
      gezien.push(...namen(body));
    }
    expect(gezien).toHaveLength(5);
    expect(new Set(gezien).size).toBe(5);
  });

  test('een gemeente kiezen op code; een andere code geeft niets', async () => {
    const eigen = await noor.vraag('POST', LEZEN, { bereik: 'team', gemeenten: [g.code] });
    expect(eigen.body.totaal).toBe(5);
    const vreemde = await noor.vraag('POST', LEZEN, { bereik: 'team', gemeenten: [ander.code] });
    expect(vreemde.body).toMatchObject({ items: [], totaal: 0, tellingen: { team: 0 } });
  });

  test('onbekende waarden worden bij naam geweigerd', async () => {
    const { status, body } = await noor.vraag('POST', LEZEN, { bereik: 'iedereen', pageSize: 101 });
    expect(status).toBe(400);
    expect(body.invalidParams.map((p: { name: string }) => p.name).sort()).toEqual([
      'bereik',
      'pageSize',
    ]);
  });
});

describe('wie mag wat', () => {
  test.each([LEZEN, EXPORT, MENSEN])('%s niet zonder aanmelding of taak', async (url) => {
    expect((await w.app.inject({ method: 'POST', url, payload: {} })).statusCode).toBe(401);
    const beheer = await w.medewerker(g.organisatieId, ['beheer:beheer']);
    expect((await beheer.vraag('POST', url, {})).status).toBe(403);
  });

  test('een lezer ziet de lijst en mag haar niet uitvoeren', async () => {
    const lezer = await w.medewerker(g.organisatieId, ['pip:lezer']);
    expect((await lezer.vraag('POST', LEZEN, {})).status).toBe(200);
    expect((await lezer.vraag('POST', EXPORT, {})).status).toBe(403);
  });

  test('een andere gemeente ziet niemand: niet in lijst, telling, zoeken of export', async () => {
    for (const url of [LEZEN, MENSEN]) {
      for (const zoek of [undefined, 'Yusuf', 'Selam', '999900018']) {
        const { body } = await vreemd.vraag('POST', url, { bereik: 'team', zoek });
        for (const item of body.items) expect(item.dossierId).toBe(id.ander);
        expect(body.totaal).toBeLessThanOrEqual(1);
        expect(body.tellingen?.team ?? 0).toBeLessThanOrEqual(1);
      }
    }
    const csv = await vreemd.vraag('POST', EXPORT, { bereik: 'team' });
    expect(String(csv.body).match(/Selam Tesfay/g)).toHaveLength(1);
    expect(csv.body).not.toContain('Yusuf');
  });

  test('een team voor twee gemeenten ziet beide, en de teruggekeerde taak niet meer', async () => {
    const rit = nieuwId();
    await w.db.zonderDossiers(async (tx) => {
      await tx
        .insertInto('organisatie')
        .values({ id: rit, naam: `RIT ${rit}`, soort: 'rit' })
        .execute();
      for (const { id: gemeenteId } of [g, ander])
        await geefTaak(tx, gemeenteId, 'pip', rit, datum('2026-01-01'));
    });
    const mia = await w.medewerker(rit);
    const beide = await mia.vraag('POST', LEZEN, { bereik: 'team' });
    expect(beide.body.tellingen.team).toBe(6);
    expect(
      new Set(beide.body.items.map((i: { gemeente: { code: string } }) => i.gemeente.code)),
    ).toEqual(new Set([g.code, ander.code]));
    const een = await mia.vraag('POST', LEZEN, { bereik: 'team', gemeenten: [ander.code] });
    expect(namen(een.body)).toEqual(['Selam Tesfay']);
    await w.db.zonderDossiers((tx) =>
      tx
        .updateTable('taakverdeling')
        .set({ geldig_tot: VANDAAG })
        .where('organisatie_id', '=', rit)
        .where('gemeente_id', '=', ander.id)
        .execute(),
    );
    expect((await mia.vraag('POST', LEZEN, { bereik: 'team' })).body.tellingen.team).toBe(5);
  });

  test('elke lijst laat per gemeente een spoor na, met wie is getoond', async () => {
    const ik = await w.medewerker(g.organisatieId);
    await ik.vraag('POST', LEZEN, { bereik: 'niet-toegewezen' });
    await ik.vraag('POST', LEZEN, { bereik: 'team', zoek: 'bestaatniet' });
    await ik.vraag('POST', MENSEN, { zoek: 'olena' });
    await ik.vraag('POST', EXPORT, { bereik: 'niet-toegewezen' });
    const regels = await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx
        .selectFrom('audit')
        .select(['handeling', 'object_soort', 'dossier_ids', 'taak'])
        .where('medewerker_id', '=', ik.id)
        .orderBy('volgnummer')
        .execute(),
    );
    expect(regels).toEqual([
      {
        handeling: 'lezen',
        object_soort: 'werkvoorraad',
        dossier_ids: [id.niemand],
        taak: 'brede-intake',
      },
      {
        handeling: 'zoeken',
        object_soort: 'inburgeraars',
        dossier_ids: [id.later],
        taak: 'brede-intake',
      },
      {
        handeling: 'exporteren',
        object_soort: 'werkvoorraad',
        dossier_ids: [id.niemand],
        taak: 'brede-intake',
      },
    ]);
  });
});

describe('alle inburgeraars', () => {
  test('op naam, met wie het best past eerst', async () => {
    const alle = await noor.vraag('POST', MENSEN, { pageSize: 2 });
    expect(namen(alle.body)).toEqual(['Mehmet Yıldız', 'Mohammed Şahin']);
    expect(alle.body).toMatchObject({ totaal: 5, page: 1, pageSize: 2 });
    const { body } = await noor.vraag('POST', MENSEN, { zoek: 'Yildiz' });
    expect(body.items).toEqual([
      {
        dossierId: id.sam,
        naam: 'Mehmet Yıldız',
        geboortedatum: '1990',
        gemeente: g.naam,
        doelgroep: 'gezins-en-overige-migrant',
        leerroute: null,
        klantmanager: sam.naam,
        schakel: 3,
        toestand: 'actief',
      },
    ]);
  });

  test('wie met voor- en achternaam past staat er één keer', async () => {
    const derde = await w.gemeente();
    const mina = await w.medewerker(derde.organisatieId);
    await openInburgeraar(w, derde, { naam: ['Hana', 'Hamid'], sinds: plusDagen(VANDAAG, -5) });
    const { body } = await mina.vraag('POST', MENSEN, { zoek: 'ha' });
    expect(namen(body)).toEqual(['Hana Hamid']);
    expect(body.totaal).toBe(1);
  });

  test('geen BSN of V-nummer in het antwoord', async () => {
    const { body } = await noor.vraag('POST', MENSEN, { zoek: '999900018' });
    expect(namen(body)).toEqual(['Olena Koval']);
    expect(JSON.stringify(body)).not.toMatch(/999900018|12345678/);
  });
});

describe('uitvoeren', () => {
  test('CSV met BOM, puntkomma’s en dezelfde filters', async () => {
    const { status, body, headers } = await noor.vraag('POST', EXPORT, {
      bereik: 'mijn',
      termijn: 'te-laat',
    });
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toBe(
      'attachment; filename="werkvoorraad-2026-11-21.csv"',
    );
    const [kop, rij, ...rest] = String(body).split('\r\n');
    expect(kop).toMatch(/^\uFEFFLaatste dag;Dagen;Inburgeraar;/);
    expect(rij).toMatch(/^19-11-2026;-2;Selam Tesfay;1990;Brede intake plannen;/);
    expect(rest).toEqual(['']);
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['+31612345678', "'+31612345678"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    [' =1', "' =1"],
    ['een;twee "drie"\nvier', '"een;twee ""drie""\nvier"'],
    ['=cmd|; "x"', '"\'=cmd|; ""x"""'],
    ['Şahin', 'Şahin'],
  ])('tekst %j kan geen formule worden', (tekst, verwacht) => {
    expect(maakCsv(['Naam'], [[tekst]])).toBe(`\uFEFFNaam\r\n${verwacht}\r\n`);
  });

  test('een getal onder nul blijft een getal', () => {
    expect(maakCsv(['Dagen'], [[-2], [null]])).toBe('\uFEFFDagen\r\n-2\r\n\r\n');
  });
});
