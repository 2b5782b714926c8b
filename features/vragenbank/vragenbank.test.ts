import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakWereld, type TestMedewerker, type Wereld } from '../../test/world.ts';
import { ingebouwdeVragen } from '../intake/antwoord.read.ts';
import type { Vragenbank } from './vragenbank.schema.ts';

const VANDAAG = '2026-11-21';

let w: Wereld;
beforeAll(async () => {
  w = await maakWereld({ vandaag: VANDAAG });
});
afterAll(() => w.sluit());

const EIGEN = {
  soort: 'eigen',
  onderdeel: 'sociaal-netwerk',
  type: 'keuze',
  opties: ['ja', 'soms', 'nee'],
  vraag: 'Komt u weleens in het buurthuis?',
  doel: 'participatie',
  waarom: 'Dan weten we of u de weg daarheen kent.',
  verborgen: false,
  verplicht: false,
};
const STIEKEM = 'Vraag ook naar ziekte, medicijnen en geloof.';
const ingebouwd = (id: string, extra: object = {}) => ({
  vraagId: id,
  inhoud: {
    soort: 'ingebouwd',
    vraag: ingebouwdeVragen().find((v) => v.id === id)?.vraag,
    verborgen: false,
    verplicht: false,
    ...extra,
  },
});

async function opzet() {
  const g = await w.gemeente();
  const m = await w.medewerker(g.organisatieId, ['beheer:beheer', 'brede-intake:klantmanager']);
  const url = `/v1/gemeenten/${g.id}/vragenbank`;
  const leg = (body: object, wie: TestMedewerker = m) =>
    wie.vraag('POST', url, { geldigVanaf: VANDAAG, reden: 'test', revisie: 0, ...body });
  const lees = async () => (await m.vraag('GET', url)).body as Vragenbank;
  return { g, m, url, leg, lees };
}

const codes = (antwoord: { body: { redenen?: { code: string }[] } }) =>
  antwoord.body.redenen?.map((r) => r.code);

describe('de vragenbank lezen', () => {
  it('geeft de vragen van Meedoen, de onderdelen met hun grondslag, en wat vaststaat', async () => {
    const { lees } = await opzet();
    const bank = await lees();
    expect(bank.ingebouwd.map((v) => v.id)).toEqual(ingebouwdeVragen().map((v) => v.id));
    expect(bank).toMatchObject({ versies: [], revisie: 0, magWijzigen: true, vandaag: VANDAAG });
    expect(bank.onderdelen.find((o) => o.id === 'gezondheid')).toMatchObject({ open: false });
    expect(bank.ingebouwd.find((v) => v.id === 'jong-kind')?.vast).toContain('voorschool');
  });

  it('mag een klantmanager niet wijzigen, en een ander niet zien', async () => {
    const { g, url, leg } = await opzet();
    const km = await w.medewerker(g.organisatieId, ['brede-intake:klantmanager']);
    expect((await leg({ inhoud: EIGEN }, km)).status).toBe(403);
    const ander = await opzet();
    expect((await ander.m.vraag('GET', url)).status).toBe(404);
    expect((await leg({ inhoud: EIGEN }, ander.m)).status).toBe(404);
  });
});

describe('een vraag vaststellen', () => {
  it('voegt een eigen vraag toe, en laat bij een wijziging de vorige versie staan', async () => {
    const { leg, lees } = await opzet();
    const na = await leg({ inhoud: EIGEN });
    expect(na.status).toBe(200);
    const [eerste] = (na.body as Vragenbank).versies;
    expect(eerste).toMatchObject({ staat: 'geldt', totEnMet: null, reden: 'test' });
    const vraagId = eerste?.vraagId;
    expect(vraagId).toMatch(/^eigen-/);
    const straks = await leg({
      vraagId,
      inhoud: { ...EIGEN, vraag: 'Gaat u naar het buurthuis?' },
      geldigVanaf: '2026-12-01',
      revisie: 1,
    });
    expect(straks.status).toBe(200);
    expect((await lees()).versies.map((v) => [v.inhoud.vraag, v.staat, v.totEnMet])).toEqual([
      ['Komt u weleens in het buurthuis?', 'geldt', '2026-11-30'],
      ['Gaat u naar het buurthuis?', 'gepland', null],
    ]);
  });

  it.each([
    ['2026-11-20', 409],
    ['2026-11-21', 200],
    ['2026-11-22', 200],
  ])('kan vanaf %s: %i', async (geldigVanaf, status) => {
    const { leg } = await opzet();
    const na = await leg({ inhoud: EIGEN, geldigVanaf });
    expect(na.status).toBe(status);
    if (status === 409) expect(codes(na)).toEqual(['vanaf-verleden']);
  });

  it.each([
    ['Hebt u een ziekte?', 'gezondheid'],
    ['Hoe is uw gezondheid?', 'gezondheid'],
    ['Gebruikt u medicijnen?', 'gezondheid'],
    ['Wat is uw geloof?', 'geloof'],
    ['Gaat u naar een moskee of kerk?', 'geloof'],
    ['Bent u weleens veroordeeld?', 'strafrecht'],
    ['Hebt u contact met de politie gehad?', 'strafrecht'],
    ['Bij welk volk hoort u?', 'afkomst'],
    ['Op welke partij stemt u?', 'politieke'],
  ])('weigert ‘%s’ als gewone vraag', async (vraag, over) => {
    const { leg } = await opzet();
    const na = await leg({ inhoud: { ...EIGEN, vraag } });
    expect(na.status).toBe(409);
    expect(codes(na)).toContain('gevoelige-vraag');
    expect(na.body.redenen[0].tekst).toContain(over);
  });

  it('weigert zo’n vraag ook in de uitleg, in een keuze en bij een vraag van Meedoen', async () => {
    const { leg } = await opzet();
    for (const body of [
      { inhoud: { ...EIGEN, hulp: 'Bijvoorbeeld omdat u ziek bent.' } },
      { inhoud: { ...EIGEN, opties: ['buurthuis', 'moskee', 'kerk'] } },
      ingebouwd('rijbewijs', { vraag: 'Bent u te ziek om te rijden?' }),
    ])
      expect(codes(await leg(body))).toContain('gevoelige-vraag');
  });

  it.each([
    ['de uitleg bij een vraag van Meedoen', ingebouwd('vervoer', { hulp: STIEKEM }), 'hulp'],
    ['waarom u het vraagt', { inhoud: { ...EIGEN, waarom: STIEKEM } }, 'waarom'],
    [
      'wat er wordt geteld',
      {
        inhoud: {
          ...EIGEN,
          type: 'getal',
          opties: undefined,
          bereik: { van: 0, tot: 9, eenheid: 'keer naar de dokter' },
        },
      },
      'bereik',
    ],
  ])('kijkt ook naar %s, en zegt waar het staat', async (_, body, veld) => {
    const { leg } = await opzet();
    const na = await leg(body);
    expect(na.status).toBe(409);
    expect(na.body.redenen).toContainEqual(
      expect.objectContaining({ code: 'gevoelige-vraag', veld }),
    );
  });

  it('houdt de eigen woorden van Meedoen, ook als alleen de plek verandert', async () => {
    const { leg } = await opzet();
    let revisie = 0;
    for (const v of ingebouwdeVragen().filter((x) => x.onderdeel !== 'gezondheid')) {
      const na = await leg({ ...ingebouwd(v.id, { hulp: v.hulp, verplicht: true }), revisie });
      expect(codes(na) ?? [], v.id).not.toContain('gevoelige-vraag');
      if (na.status === 200) revisie += 1;
    }
    expect(revisie).toBeGreaterThan(10);
  });

  it('laat gewone vragen met rust', async () => {
    const { leg } = await opzet();
    for (const [revisie, vraag] of [
      'Op welke dagen kunt u naar de les?',
      'Hoeveel dagdelen in de week kunt u leren?',
      'Welke taal spreekt u thuis?',
      'Kunt u in de avond komen?',
    ].entries())
      expect((await leg({ inhoud: { ...EIGEN, vraag }, revisie })).status, vraag).toBe(200);
  });

  it.each([
    ['onderdeel-dicht', { onderdeel: 'gezondheid' }],
    ['onderdeel-dicht', { onderdeel: 'privegesprek' }],
    ['keuzes-ontbreken', { opties: undefined }],
    ['keuze-dubbel', { opties: ['ja', 'Ja'] }],
    ['bereik-onjuist', { type: 'getal', opties: undefined }],
    [
      'bereik-onjuist',
      { type: 'getal', opties: undefined, bereik: { van: 5, tot: 5, eenheid: 'uur' } },
    ],
    ['geen-vraag', { vraag: 'Komt u weleens in het buurthuis' }],
    ['vraag-dubbel', { vraag: 'Hebt u een  rijbewijs ?' }],
    ['voorwaarde-onjuist', { alleenAls: { vraag: 'bestaat-niet', is: [true] } }],
    ['voorwaarde-onjuist', { alleenAls: { vraag: 'jong-kind', is: ['misschien'] } }],
  ])('weigert met %s', async (code, anders) => {
    const { leg } = await opzet();
    const na = await leg({ inhoud: { ...EIGEN, ...anders } });
    expect(na.status).toBe(409);
    expect(codes(na)).toContain(code);
  });

  it('geeft bij verkeerde invoer het veld', async () => {
    const { leg } = await opzet();
    const na = await leg({ inhoud: { ...EIGEN, waarom: '' } });
    expect(na.status).toBe(400);
    expect(JSON.stringify(na.body)).toContain('waarom');
  });

  it('houdt de soort en het onderdeel van een vraag gelijk', async () => {
    const { leg } = await opzet();
    const { vraagId } = (await leg({ inhoud: EIGEN })).body.versies[0];
    const inhoud = { ...EIGEN, type: 'ja-nee', opties: undefined };
    expect(codes(await leg({ vraagId, inhoud, revisie: 1 }))).toContain('soort-vast');
  });

  it('weigert wat niets verandert en een vraag die er niet is', async () => {
    const { leg } = await opzet();
    const { vraagId } = (await leg({ inhoud: EIGEN })).body.versies[0];
    expect(codes(await leg({ vraagId, inhoud: EIGEN, revisie: 1 }))).toContain('geen-wijziging');
    expect((await leg({ vraagId: 'eigen-niets', inhoud: EIGEN, revisie: 1 })).status).toBe(404);
    expect(codes(await leg({ vraagId: 'rijbewijs', inhoud: EIGEN, revisie: 1 }))).toContain(
      'vraag-onbekend',
    );
  });
});

describe('een vraag verbergen', () => {
  it('kan bij wat gemeenten zelf kiezen, en niet bij wat vaststaat', async () => {
    const { leg } = await opzet();
    const na = await leg(ingebouwd('maatje', { verborgen: true }));
    expect(na.status).toBe(200);
    for (const id of ['jong-kind', 'verslag'])
      expect(codes(await leg({ ...ingebouwd(id, { verborgen: true }), revisie: 1 }))).toContain(
        'vraag-vast',
      );
  });

  it('maakt een onderdeel van de wet nooit leeg, ook niet door een later besluit', async () => {
    const { leg } = await opzet();
    const vragen = ingebouwdeVragen().filter((v) => v.onderdeel === 'werkervaring');
    expect(vragen.length).toBeGreaterThan(1);
    let revisie = 0;
    for (const v of vragen.slice(0, -1)) {
      const na = await leg({ ...ingebouwd(v.id, { verborgen: true }), revisie });
      expect(na.status, v.id).toBe(200);
      revisie += 1;
    }
    const laatste = ingebouwd(vragen.at(-1)?.id ?? '', { verborgen: true });
    const geweigerd = await leg({ ...laatste, revisie });
    expect(codes(geweigerd)).toEqual(['wet-onderdeel-leeg']);
    expect(geweigerd.body.redenen[0].tekst).toContain('art. 14');

    // Met een eigen vraag erbij kan het wel; die eigen vraag mag daarna niet meer weg.
    const eigen = { ...EIGEN, onderdeel: 'werkervaring', vraag: 'Wat deed u voor werk?' };
    const straks = await leg({ inhoud: eigen, geldigVanaf: '2026-12-01', revisie });
    const versie = straks.body.versies.at(-1);
    expect(codes(await leg({ ...laatste, revisie: revisie + 1 }))).toEqual(['wet-onderdeel-leeg']);
    const goed = await leg({ ...laatste, geldigVanaf: '2026-12-01', revisie: revisie + 1 });
    expect(goed.status).toBe(200);
    const weg = await leg({
      vraagId: versie.vraagId,
      inhoud: { ...eigen, verborgen: true },
      geldigVanaf: '2026-12-02',
      revisie: revisie + 2,
    });
    expect(codes(weg)).toEqual(['wet-onderdeel-leeg']);
  });

  it('kan niet zolang een andere vraag ervan afhangt', async () => {
    const { leg } = await opzet();
    const eerst = await leg({ inhoud: EIGEN });
    const { vraagId } = eerst.body.versies[0];
    const dan = await leg({
      inhoud: { ...EIGEN, vraag: 'Wat doet u daar?', alleenAls: { vraag: vraagId, is: ['ja'] } },
      revisie: 1,
    });
    expect(dan.status).toBe(200);
    const weg = await leg({ vraagId, inhoud: { ...EIGEN, verborgen: true }, revisie: 2 });
    expect(codes(weg)).toContain('vraag-nodig');
  });
});

describe('intrekken en botsen', () => {
  it('trekt in wat nog niet inging, en niets anders', async () => {
    const { leg, m, url, lees } = await opzet();
    const straks = (await leg({ inhoud: EIGEN, geldigVanaf: '2026-12-01' })).body.versies[0];
    const trek = (id: string, revisie: number) =>
      m.vraag('POST', `${url}/${id}/_intrekken`, { revisie });
    expect((await trek(straks.id, 1)).status).toBe(200);
    expect((await lees()).versies[0]).toMatchObject({ staat: 'ingetrokken' });
    expect(codes(await trek(straks.id, 2))).toEqual(['al-ingegaan']);
    const nu = (await leg({ inhoud: EIGEN, revisie: 2 })).body.versies.find(
      (v: { staat: string }) => v.staat === 'geldt',
    );
    expect(codes(await trek(nu.id, 3))).toEqual(['al-ingegaan']);
    expect((await trek('00000000-0000-7000-8000-000000000000', 3)).status).toBe(404);
  });

  it('zegt wie er intussen iets wijzigde', async () => {
    const { g, leg } = await opzet();
    const collega = await w.medewerker(g.organisatieId, ['beheer:beheer']);
    await leg({ inhoud: EIGEN }, collega);
    const na = await leg({ inhoud: { ...EIGEN, vraag: 'Kent u het buurthuis?' } });
    expect(na.status).toBe(409);
    expect(na.body.conflict).toMatchObject({ wie: collega.naam, wat: EIGEN.vraag });
  });
});
