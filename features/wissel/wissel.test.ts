import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datum } from '../../rules/shared/datum.ts';
import type { FeitInhoud, Leerroute } from '../../rules/stand/feiten.ts';
import type { NieuwFeit } from '../../server/dossier/feiten.ts';
import { klaarVoorPip } from '../../test/begeleiding/pip-dossier.ts';
import { inTraject, maakScholen, SCHOOL, termijn } from '../../test/traject.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../test/world.ts';
import type { Antwoorden, Doel, WisselAntwoord } from './wissel.schema.ts';

const VANDAAG = '2026-11-21';
let w: Wereld;
let g: TestGemeente;
let m: TestMedewerker;
let bsn = 999_600_000;

beforeAll(async () => {
  w = await maakWereld({ vandaag: VANDAAG });
  await maakScholen(w);
  g = await w.gemeente();
  m = await w.medewerker(g.organisatieId);
});
afterAll(() => w.sluit());

/** De termijn loopt van 2 oktober 2026; wisselen kan dan tot en met 1 april 2028. */
const dossier = (route: Leerroute, ...feiten: NieuwFeit[]) =>
  w.dossier(g.id, [...inTraject(g, route), ...feiten], {
    bsn: String(bsn++),
    klantmanagerId: m.id,
  });

function pad(id: string, naar: Doel, antwoorden: Antwoorden = {}): string {
  const zoek = Object.entries({ ...antwoorden, naar }).map(([veld, a]) => [veld, String(a)]);
  return `/v1/dossiers/${id}/wissel?${new URLSearchParams(zoek)}`;
}

async function lees(id: string, naar: Doel, antwoorden: Antwoorden = {}, wie = m) {
  const { status, body } = await wie.vraag('GET', pad(id, naar, antwoorden));
  expect([status, body.detail]).toEqual([200, undefined]);
  return body as WisselAntwoord;
}

async function opDag<T>(dag: string, doe: () => Promise<T>): Promise<T> {
  w.klok.zetOp(datum(dag));
  try {
    return await doe();
  } finally {
    w.klok.zetOp(datum(VANDAAG));
  }
}

const eis = (beeld: WisselAntwoord, id: string) => {
  const gevonden = beeld.voorwaarden.find((v) => v.id === id);
  if (!gevonden) throw new Error(`geen eis ${id}`);
  return gevonden;
};
const standen = (beeld: WisselAntwoord) =>
  Object.fromEntries(beeld.voorwaarden.map((v) => [v.id, v.stand]));
const codes = (beeld: WisselAntwoord, id: string) => eis(beeld, id).redenen.map((r) => r.code);

const standpunt = (wens: 'B' | 'O' | 'Z'): NieuwFeit => ({
  soort: 'route-standpunt',
  inhoud: { woorden: 'Dat wil ik.', taal: 'nl', wens },
  geldigOp: datum('2026-11-10'),
  bron: 'inburgeraar',
});
const uren = (totaal: number, extra: Partial<FeitInhoud['uren']> = {}): NieuwFeit => ({
  soort: 'uren',
  inhoud: { soort: 'taal-en-knm', totaal, bekendTot: datum('2026-11-15'), ...extra },
  geldigOp: datum('2026-11-15'),
  bron: 'aanbieder',
});
const NAAR_Z: Antwoorden = { voortgang: 'minder dan verwacht', examenOfTrajectHaalbaar: 'nee' };
const NAAR_A2: Antwoorden = { voldoendeIngespannen: 'ja', b1NietHaalbaar: 'ja' };

describe('een andere leerroute', () => {
  it('noemt per eis wat er is, wat ontbreekt en waar dat wordt vastgelegd', async () => {
    const beeld = await lees(await dossier('B'), 'Z');
    expect(standen(beeld)).toEqual({
      plicht: 'met',
      route: 'met',
      termijn: 'met',
      voortgang: 'onbekend',
      wens: 'onbekend',
      toegang: 'onbekend',
    });
    expect(beeld).toMatchObject({ kan: 'onbekend', totEnMet: '2028-04-01', vanaf: null });
    expect(eis(beeld, 'wens').ontbreekt).toMatchObject([{ plek: 'leerroutes' }]);
    expect(eis(beeld, 'voortgang').vragen).toMatchObject([
      { veld: 'voortgang', soort: 'keuze', antwoord: null, wegen: expect.any(Array) },
    ]);
    expect(eis(beeld, 'termijn')).toMatchObject({
      waardoor: 'Anderhalf jaar vanaf de aanvang: tot en met 1 april 2028',
      grondslag: { artikel: 'Besluit inburgering 2021 art. 5.4 lid 1' },
      feiten: expect.arrayContaining([
        expect.objectContaining({ waarde: '2 oktober 2026', bron: 'DUO', datum: '2026-10-02' }),
      ]),
    });
  });

  it('mag als elke eis is beantwoord, en zet de antwoorden in de reden', async () => {
    const id = await dossier('B', standpunt('Z'), uren(350));
    const beeld = await lees(id, 'Z', NAAR_Z);
    expect(beeld.kan).toBe('ja');
    expect(eis(beeld, 'wens').feiten).toMatchObject([{ bron: 'inburgeraar', datum: '2026-11-10' }]);
    expect(eis(beeld, 'voortgang').bewijs).toMatchObject([
      { waarde: '350 uur', bron: 'aanbieder', datum: '2026-11-15' },
    ]);
    expect(beeld.reden.split('\n')).toEqual([
      'U gaat van de B1-route naar de Z-route.',
      'Het leren gaat langzamer dan het plan verwachtte.',
      'Het examen of het taalschakeltraject is binnen de termijn niet haalbaar.',
      'Uren taal en KNM bij alle instellingen samen: 350 uur (aanbieder, 15 november 2026).',
      'Anderhalf jaar vanaf de aanvang: tot en met 1 april 2028 (Besluit inburgering 2021 art. 5.4 lid 1).',
    ]);
  });

  it.each<[Antwoorden, string, string]>([
    [{ ...NAAR_Z, voortgang: 'zoals verwacht' }, 'voortgang', 'schakelen-voortgang'],
    [{ ...NAAR_Z, examenOfTrajectHaalbaar: 'ja' }, 'toegang', 'toegang-examenOfTrajectHaalbaar'],
  ])('mag niet bij %j', async (antwoorden, id, code) => {
    const beeld = await lees(await dossier('B', standpunt('Z')), 'Z', antwoorden);
    expect([beeld.kan, eis(beeld, id).stand, codes(beeld, id)]).toEqual(['nee', 'niet', [code]]);
    expect(eis(beeld, id).vragen[0]?.antwoord).not.toBeNull();
  });

  it('verbergt achter een weigering niet wat nog ontbreekt', async () => {
    const beeld = await lees(await dossier('B'), 'Z', { voortgang: 'zoals verwacht' });
    expect(standen(beeld)).toMatchObject({
      voortgang: 'niet',
      wens: 'onbekend',
      toegang: 'onbekend',
    });
  });

  it('naar de onderwijsroute vraagt de wens van de persoon en een grote kans', async () => {
    const antwoorden: Antwoorden = { voortgang: 'meer dan verwacht', groteKansOpDiploma: 'ja' };
    const wil = await dossier('B', standpunt('O'));
    expect((await lees(wil, 'O', antwoorden)).kan).toBe('ja');
    const wilNiet = await lees(await dossier('B', standpunt('B')), 'O', antwoorden);
    expect(codes(wilNiet, 'toegang')).toEqual(['toegang-wilBeroepsOfHogerOnderwijs']);
    const geenKans = await lees(wil, 'O', { ...antwoorden, groteKansOpDiploma: 'nee' });
    expect(codes(geenKans, 'toegang')).toEqual(['toegang-groteKansOpDiploma']);
  });

  it('naar dezelfde route is er niets te wisselen', async () => {
    const beeld = await lees(await dossier('B'), 'B');
    expect(codes(beeld, 'route')).toEqual(['schakelen-zelfde-route']);
    expect(beeld).toMatchObject({ kan: 'nee', gevolg: null, totEnMet: null });
  });
});

describe('de anderhalf jaar', () => {
  it.each([
    ['2028-03-31', 'ja', '2028-04-01', 'met'],
    ['2028-04-01', 'ja', '2028-04-01', 'met'],
    ['2028-04-02', 'onbekend', null, 'onbekend'],
  ])('op %s: %s', async (dag, kan, totEnMet, stand) => {
    const id = await dossier('B', standpunt('Z'));
    const beeld = await opDag(dag, () => lees(id, 'Z', NAAR_Z));
    expect([beeld.kan, beeld.totEnMet, eis(beeld, 'termijn').stand]).toEqual([
      kan,
      totEnMet,
      stand,
    ]);
  });

  it('daarna vraagt zij naar de uitzonderingen, en weigert zonder', async () => {
    const id = await dossier('B', standpunt('Z'));
    const vraag = (a: Antwoorden) => opDag('2028-04-02', () => lees(id, 'Z', { ...NAAR_Z, ...a }));
    const velden = (b: WisselAntwoord) => eis(b, 'termijn').vragen.map((v) => v.veld);
    expect(velden(await vraag({}))).toEqual(['nietVrijstellendeOpleiding', 'bijzonderGeval']);
    const geen = await vraag({ nietVrijstellendeOpleiding: 'nee', bijzonderGeval: 'nee' });
    expect([geen.kan, codes(geen, 'termijn')]).toEqual(['nee', ['schakelen-te-laat']]);
    expect(eis(geen, 'termijn').redenen[0]?.tekst).toContain('tot en met 1 april 2028');
    const bijzonder = await vraag({ bijzonderGeval: 'ja' });
    expect([bijzonder.kan, eis(bijzonder, 'termijn').waardoor]).toEqual([
      'ja',
      'Bijzonder geval: het college mag afwijken van anderhalf jaar',
    ]);
  });

  it.each([
    ['2028-05-31', 'nee', '2028-06-01'],
    ['2028-06-01', 'ja', null],
    ['2028-06-02', 'ja', null],
  ])('na een opleiding die op 1 juni 2028 eindigt, op %s: %s', async (dag, kan, vanaf) => {
    const id = await dossier('B', standpunt('Z'));
    const beeld = await opDag(dag, () =>
      lees(id, 'Z', {
        ...NAAR_Z,
        nietVrijstellendeOpleiding: 'ja',
        datumEindeNietVrijstellendeOpleiding: datum('2028-06-01'),
        bijzonderGeval: 'nee',
      }),
    );
    expect([beeld.kan, beeld.vanaf]).toEqual([kan, vanaf]);
  });

  it('geldt niet van de onderwijsroute naar de B1-route', async () => {
    const id = await dossier('O', standpunt('B'));
    const antwoorden: Antwoorden = {
      voortgang: 'minder dan verwacht',
      examenOfTrajectHaalbaar: 'ja',
    };
    const beeld = await opDag('2029-04-02', () => lees(id, 'B', antwoorden));
    expect(beeld).toMatchObject({ kan: 'ja', totEnMet: null });
    expect((await lees(id, 'B', antwoorden)).totEnMet).toBeNull();
    expect(eis(beeld, 'termijn').waardoor).toBe(
      'Van de onderwijsroute naar de B1-route: kan altijd',
    );
  });
});

describe('afschalen naar A2', () => {
  const bij = (nummer: string, totaal: number) => uren(totaal, { instellingsnummer: nummer });

  it.each([
    [599, 'niet', 'nee'],
    [600, 'met', 'ja'],
    [601, 'met', 'ja'],
  ])('%i uur zonder KNM bij een school met keurmerk: %s', async (totaal, stand, kan) => {
    const id = await dossier('B', bij(SCHOOL.bow, totaal));
    const beeld = await lees(id, 'A2', { ...NAAR_A2, urenKnm: 0 });
    expect([eis(beeld, 'uren').stand, beeld.kan]).toEqual([stand, kan]);
    expect(eis(beeld, 'uren').feiten).toMatchObject([
      {
        naam: 'Uren taal en KNM bij TaalThuis',
        waarde: `${totaal} uur`,
        bron: 'aanbieder',
        datum: '2026-11-15',
      },
    ]);
  });

  it.each([
    [99, 'met'],
    [100, 'met'],
    [101, 'niet'],
  ])('700 uur waarvan %i KNM: %s', async (knm, stand) => {
    const id = await dossier('B', bij(SCHOOL.bow, 700));
    expect(eis(await lees(id, 'A2', { urenKnm: knm }), 'uren').stand).toBe(stand);
  });

  it.each([
    [SCHOOL.bow, 400, SCHOOL.tst, 300, 'met'],
    [SCHOOL.bow, 400, SCHOOL.tst, 299, 'niet'],
    [SCHOOL.geen, 300, SCHOOL.bow, 699, 'niet'],
  ])('100 uur KNM gaat één keer af, van uren die tellen: %s %i en %s %i', async (...geval) => {
    const [een, urenEen, ander, urenAnder, stand] = geval;
    const id = await dossier('B', bij(een, urenEen), bij(ander, urenAnder));
    const beeld = await lees(id, 'A2', { urenKnm: 100, instellingTelt: 'nee' });
    expect(eis(beeld, 'uren').stand).toBe(stand);
  });

  it('vraagt hoeveel KNM was, en alleen waar nodig naar de instelling', async () => {
    const velden = (b: WisselAntwoord) => eis(b, 'uren').vragen.map((v) => v.veld);
    const bekend = await lees(await dossier('B', bij(SCHOOL.bow, 700)), 'A2');
    expect([eis(bekend, 'uren').stand, velden(bekend)]).toEqual(['onbekend', ['urenKnm']]);
    expect(eis(bekend, 'uren').ontbreekt).toMatchObject([{ plek: 'hier' }]);
    const zonder = await dossier('B', bij(SCHOOL.geen, 700));
    expect(velden(await lees(zonder, 'A2'))).toEqual(['urenKnm', 'instellingTelt']);
    const antwoord = (instellingTelt: 'ja' | 'nee') =>
      lees(zonder, 'A2', { urenKnm: 0, instellingTelt });
    expect(eis(await antwoord('ja'), 'uren').stand).toBe('met');
    expect(eis(await antwoord('nee'), 'uren').stand).toBe('niet');
    const taalschakel = await dossier('B', bij(SCHOOL.tst, 600));
    expect(eis(await lees(taalschakel, 'A2', { urenKnm: 0 }), 'uren').stand).toBe('met');
  });

  it('uren uit de brede intake tellen als het college dat zegt', async () => {
    const id = await dossier('B', bij(SCHOOL.bow, 580), uren(20, { inBredeIntake: true }));
    const stand = async (a: Antwoorden) =>
      eis(await lees(id, 'A2', { urenKnm: 0, instellingTelt: 'ja', ...a }), 'uren').stand;
    expect(await stand({})).toBe('onbekend');
    expect(await stand({ intakeTelt: 'ja' })).toBe('met');
    expect(await stand({ intakeTelt: 'nee' })).toBe('niet');
  });

  it('zet in de reden alleen wat bij deze keuze is gevraagd', async () => {
    const id = await dossier('B', bij(SCHOOL.bow, 700));
    const beeld = await lees(id, 'A2', { ...NAAR_A2, ...NAAR_Z, urenKnm: 40 });
    expect(beeld.reden.split('\n')).toEqual([
      'In de B1-route doet u de taalexamens voortaan op niveau A2.',
      'De inzet tijdens de lessen was voldoende.',
      'Niveau B1 is binnen de termijn niet haalbaar.',
      'Van de uren die meetellen was 40 uur KNM.',
      'Uren taal en KNM bij TaalThuis: 700 uur (aanbieder, 15 november 2026).',
    ]);
  });

  it('zonder uren staat er waar zij worden vastgelegd', async () => {
    const beeld = await lees(await dossier('B'), 'A2');
    expect(eis(beeld, 'uren')).toMatchObject({
      stand: 'onbekend',
      ontbreekt: [{ plek: 'traject' }],
      vragen: [],
    });
  });

  it.each<[Antwoorden, string, string]>([
    [{ ...NAAR_A2, voldoendeIngespannen: 'nee' }, 'inzet', 'afschalen-inzet'],
    [{ ...NAAR_A2, b1NietHaalbaar: 'nee' }, 'haalbaar', 'afschalen-haalbaar'],
  ])('mag niet bij %j', async (antwoorden, id, code) => {
    const beeld = await lees(await dossier('B', bij(SCHOOL.bow, 700)), 'A2', {
      ...antwoorden,
      urenKnm: 0,
    });
    expect([beeld.kan, codes(beeld, id)]).toEqual(['nee', [code]]);
  });

  it('bestaat alleen in de B1-route, en één keer', async () => {
    expect(codes(await lees(await dossier('Z'), 'A2'), 'route')).toEqual(['afschalen-route']);
    const [pip, ...rest] = inTraject(g, 'B').toReversed();
    const al = [pip, ...rest]
      .toReversed()
      .map((f) =>
        f?.soort === 'pip-vastgesteld'
          ? { ...f, inhoud: { ...f.inhoud, inhoud: { ...f.inhoud.inhoud, niveau: 'A2' } } }
          : f,
      ) as NieuwFeit[];
    const id = await w.dossier(g.id, al, { bsn: String(bsn++) });
    expect(codes(await lees(id, 'A2'), 'route')).toEqual(['wissel-al-a2']);
  });

  it.each([
    ['2026-12-31', 'nee', '2027-01-01'],
    ['2027-01-01', 'ja', null],
    ['2027-01-02', 'ja', null],
    ['2029-12-31', 'ja', null],
    ['2030-01-01', 'nee', null],
  ])('binnen de termijn, op %s: %s', async (dag, kan, vanaf) => {
    const id = await dossier('B', bij(SCHOOL.bow, 700), {
      ...termijn('2027-01-01', '2030-01-01'),
      geldigOp: datum('2026-11-20'),
    });
    const beeld = await opDag(dag, () => lees(id, 'A2', { ...NAAR_A2, urenKnm: 0 }));
    expect([beeld.kan, beeld.vanaf, eis(beeld, 'termijn').stand]).toEqual([
      kan,
      vanaf,
      kan === 'ja' ? 'met' : 'niet',
    ]);
  });
});

describe('wat het betekent', () => {
  it('de termijn verschuift niet, en DUO hoort het', async () => {
    const { gevolg } = await lees(await dossier('B'), 'Z');
    expect(gevolg?.termijn).toMatchObject({
      begin: '2026-10-02',
      laatsteDag: '2029-10-01',
      van: 'duo',
    });
    expect(gevolg?.besluit).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          uitkomst: 'begint niet opnieuw',
          grondslag: expect.objectContaining({ artikel: 'Wet inburgering 2021 art. 11 lid 3' }),
        }),
        expect.objectContaining({ tekst: 'Meld de wijziging aan DUO' }),
      ]),
    );
  });

  it('naar de Z-route gaan gevolgde uren van de 800 af', async () => {
    const { gevolg } = await lees(await dossier('B', uren(500)), 'Z');
    expect(gevolg?.telt?.uitkomst).toBe('Nog 300 uur cursus te gaan');
    expect(gevolg?.lessen).toMatchObject({ nodig: 800, gedaan: 500, teGaan: 300 });
    expect(gevolg?.examens.nogTeHalen).toBeNull();
    expect(gevolg?.geld.gratisPogingen).toBeNull();
    const zonder = await lees(await dossier('B'), 'Z');
    expect(zonder.gevolg?.telt?.uitkomst).toBe('Nog niet te bepalen');
  });

  it('naar A2 blijven de uren van het plan, en zijn vier onderdelen op A2 te halen', async () => {
    const gehaald: NieuwFeit = {
      soort: 'examen',
      inhoud: { onderdeel: 'LE', resultaat: 'Geslaagd', niveau: 'A2', op: datum('2026-11-12') },
      geldigOp: datum('2026-11-12'),
      bron: 'duo',
    };
    const { gevolg } = await lees(await dossier('B', uren(620), gehaald), 'A2');
    expect(gevolg?.telt).toBeNull();
    expect(gevolg?.lessen).toMatchObject({ nodig: 720, gedaan: 620, teGaan: 100 });
    expect(gevolg?.examens).toMatchObject({
      gehaald: [{ naam: 'Examen lezen op A2', bron: 'DUO', datum: '2026-11-12' }],
      nogTeHalen: ['luisteren op A2', 'schrijven op A2', 'spreken op A2', 'KNM'],
    });
    expect(gevolg?.geld.gratisPogingen?.map((p) => p.onderdeel)).not.toContain('lezen');
  });

  it('noemt de plaatsen die een school gaf, en verzint geen bedrag', async () => {
    const id = await dossier('B', {
      soort: 'vrije-plaats',
      inhoud: { route: 'O', instelling: 'ROC Veldrijk', plaatsen: 3 },
      geldigOp: datum('2026-11-18'),
      bron: 'medewerker',
    });
    const naarO = await lees(id, 'O');
    expect(naarO.gevolg?.plaatsen).toMatchObject([
      { instelling: 'ROC Veldrijk', plaatsen: 3, op: '2026-11-18' },
    ]);
    expect(naarO.gevolg?.lessen).toBeNull();
    expect(naarO.gevolg?.geld).toEqual({
      lessen: 'het college biedt de leerroute zelf aan',
      gratisPogingen: [{ onderdeel: 'KNM', over: 2 }],
    });
    expect((await lees(id, 'Z')).gevolg?.plaatsen).toEqual([]);
  });
});

describe('beginnen', () => {
  it('laat zonder keuze alleen zien hoe het nu is', async () => {
    const { status, body } = await m.vraag('GET', `/v1/dossiers/${await dossier('O')}/wissel`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      naar: null,
      nu: { versie: 1, leerroute: 'O', dagtekening: '2026-10-01' },
      kan: 'onbekend',
      voorwaarden: [],
      gevolg: null,
      beginnen: { mag: true },
    });
  });

  it('kan niet zonder PIP, niet zonder plicht en niet naast een concept', async () => {
    const zonder = await w.dossier(g.id, klaarVoorPip(g), { bsn: String(bsn++) });
    expect(await lees(zonder, 'Z')).toMatchObject({
      nu: null,
      kan: 'nee',
      beginnen: { mag: false, redenen: [{ code: 'geen-pip' }] },
    });
    const rust: NieuwFeit = {
      soort: 'duo-gebeurtenis',
      inhoud: { gebeurtenisId: 'SS109' },
      geldigOp: datum('2026-11-20'),
      bron: 'duo',
    };
    expect(codes(await lees(await dossier('B', rust), 'Z'), 'plicht')).toEqual(['wissel-plicht']);
    const id = await dossier('B');
    expect((await lees(id, 'Z')).beginnen).toEqual({ mag: true, redenen: [] });
    await m.vraag('POST', `/v1/dossiers/${id}/pips`);
    expect((await lees(id, 'Z')).beginnen).toMatchObject({
      mag: false,
      redenen: [{ code: 'concept-bestaat' }],
    });
  });

  it('gaat langs het gewone besluit, met route en reden ingevuld', async () => {
    const id = await dossier('B', standpunt('Z'));
    const { reden } = await lees(id, 'Z', NAAR_Z);
    const { body } = await m.vraag('POST', `/v1/dossiers/${id}/pips`);
    const versie = `/v1/dossiers/${id}/pips/${body.pipId}`;
    const inhoud = { leerroute: 'Z', redenWijziging: reden };
    expect((await m.vraag('PATCH', versie, { revisie: 1, inhoud })).status).toBe(200);
    expect((await m.vraag('GET', versie)).body.inhoud).toMatchObject(inhoud);
  });

  it('leest wie het PIP mag lezen; wat in de intake is gezegd alleen wie die mag lezen', async () => {
    const id = await dossier('B', standpunt('Z'));
    const kijkt = await w.medewerker(g.organisatieId, ['monitoring:lezer']);
    const beeld = await lees(id, 'Z', {}, kijkt);
    expect(beeld.beginnen).toMatchObject({ mag: false, redenen: [{ code: 'geen-recht' }] });
    expect(eis(beeld, 'wens')).toMatchObject({ stand: 'met', feiten: [] });
    const studie = await lees(id, 'O', { groteKansOpDiploma: 'ja' }, kijkt);
    for (const v of studie.voorwaarden.filter((x) => ['wens', 'toegang'].includes(x.id))) {
      expect(v.redenen.filter((r) => r.code !== 'wissel-intake')).toEqual([]);
    }
    expect(studie.voorwaarden.flatMap((v) => v.redenen.map((r) => r.code))).toContain(
      'wissel-intake',
    );
    expect(studie.gevolg?.plaatsen).toEqual([]);
    const school = await w.medewerker(g.organisatieId, ['leerroute-b1:klantmanager']);
    expect((await school.vraag('GET', pad(id, 'Z'))).status).toBe(403);
  });

  it.each(['naar=X', 'naar=Z&voortgang=beter', 'naar=Z&urenKnm=-1', 'naar=Z&bijzonderGeval=1'])(
    'weigert de vraag %j',
    async (zoek) => {
      const id = await dossier('B');
      expect((await m.vraag('GET', `/v1/dossiers/${id}/wissel?${zoek}`)).status).toBe(400);
    },
  );
});
