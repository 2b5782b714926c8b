import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Datum, datum, plusDagen } from '../../rules/shared/datum.ts';
import { legVast, type NieuwFeit } from '../../server/dossier/feiten.ts';
import { nieuwId } from '../../server/id.ts';
import { tolkInvoer } from '../../test/begeleiding/tolken.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../test/world.ts';
import type { Agenda, AgendaAfspraak } from './agenda.schema.ts';

const VANDAAG = datum('2026-11-21');
const MORGEN = plusDagen(VANDAAG, 1);
let w: Wereld;
let g: TestGemeente;
let noor: TestMedewerker;

beforeAll(async () => {
  w = await maakWereld({ vandaag: VANDAAG });
  g = await w.gemeente();
  noor = await w.medewerker(g.organisatieId);
});
afterAll(() => w.sluit());

const feit = (f: Pick<NieuwFeit, 'soort' | 'inhoud'>): NieuwFeit =>
  ({ geldigOp: datum('2026-01-01'), bron: 'medewerker', ...f }) as NieuwFeit;
const PERSOON = feit({
  soort: 'persoon',
  inhoud: {
    voornamen: 'Dawit',
    geslachtsnaam: 'Haile',
    geboorte: { soort: 'jaar', jaar: 1990 },
  },
});
const dossier = (feiten: NieuwFeit[] = [], gemeente = g, van = noor) =>
  w.dossier(gemeente.id, [PERSOON, ...feiten], { klantmanagerId: van.id });

const MOMENT = { tijd: '09:30', plaats: 'het gemeentehuis', duurMinuten: 60 };
const plan = (dossierId: string, extra: object = {}, wie = noor) =>
  wie.vraag('POST', '/v1/agenda/afspraken', {
    dossierId,
    soort: 'voortgangsgesprek',
    datum: MORGEN,
    ...MOMENT,
    ...extra,
  });
async function gepland(dossierId: string, extra: object = {}) {
  const { status, body } = await plan(dossierId, extra);
  expect(status).toBe(201);
  return body as { afspraakId: string; feitId: string };
}
const pad = (dossierId: string, afspraakId: string) =>
  `/v1/agenda/afspraken/${dossierId}/${afspraakId}`;
const code = (antwoord: { body: { redenen?: { code: string }[]; type?: string } }) =>
  antwoord.body.redenen?.[0]?.code;

async function lees(wie = noor, query = ''): Promise<Agenda> {
  const { status, body } = await wie.vraag(
    'GET',
    `/v1/agenda?van=${VANDAAG}&tot=${plusDagen(VANDAAG, 14)}${query}`,
  );
  expect(status).toBe(200);
  return body;
}
const vind = async (afspraakId: string): Promise<AgendaAfspraak | undefined> =>
  (await lees()).items.find((i) => i.afspraakId === afspraakId);

describe('plannen', () => {
  it('staat in de agenda met wie, waar, tot hoe laat en welk bericht er gaat', async () => {
    const d = await dossier();
    const { afspraakId } = await gepland(d, { vorm: 'azc', tolkTaal: 'Tigrinya' });
    expect(await vind(afspraakId)).toMatchObject({
      naam: 'Dawit Haile',
      klantmanager: noor.naam,
      soort: 'voortgangsgesprek',
      vorm: 'azc',
      tolkTaal: 'Tigrinya',
      einde: '10:30',
      geweest: false,
      uitkomst: null,
      magBewerken: true,
      berichten: [{ wat: 'uitnodiging', kanaal: 'brief', staat: 'wacht' }],
    });
  });

  it('zonder bericht als de klantmanager het zelf vertelt', async () => {
    const { afspraakId } = await gepland(await dossier(), { bericht: false });
    expect((await vind(afspraakId))?.berichten).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['gisteren', { datum: plusDagen(VANDAAG, -1) }, 'dag-voorbij'],
    ['over meer dan een jaar', { datum: plusDagen(VANDAAG, 367) }, 'dag-te-ver'],
  ])('niet %s', async (_wat, extra, reden) => {
    const antwoord = await plan(await dossier(), extra);
    expect([antwoord.status, code(antwoord)]).toEqual([409, reden]);
  });

  it('vandaag en precies over een jaar kan wel', async () => {
    const d = await dossier();
    expect((await plan(d, { datum: VANDAAG })).status).toBe(201);
    expect((await plan(d, { datum: plusDagen(VANDAAG, 366) })).status).toBe(201);
  });

  it('niet met iemand die is overleden', async () => {
    const d = await dossier([feit({ soort: 'overlijden', inhoud: { op: datum('2026-10-01') } })]);
    const antwoord = await plan(d);
    expect([antwoord.status, code(antwoord)]).toEqual([409, 'overleden']);
  });

  it.each([
    ['datum', { datum: '2026-02-30' }],
    ['tijd', { tijd: '9.30' }],
    ['plaats', { plaats: ' ' }],
    ['plaats', { plaats: 'een\u202eomgekeerd' }],
    ['duurMinuten', { duurMinuten: 4 }],
    ['soort', { soort: 'feest' }],
  ])('400 bij een verkeerde %s', async (veld, extra) => {
    const { status, body } = await plan(await dossier(), extra);
    expect(status).toBe(400);
    expect(body.invalidParams.map((p: { name: string }) => p.name)).toContain(veld);
  });

  it('een intakegesprek alleen door wie de brede intake doet', async () => {
    const rit = await w.medewerker(g.organisatieId, ['monitoring:klantmanager']);
    const d = await dossier();
    expect((await plan(d, { soort: 'intakegesprek' }, rit)).status).toBe(403);
    expect((await plan(d, { soort: 'driegesprek' }, rit)).status).toBe(201);
  });

  it.each([
    ['intakegesprek', false],
    ['leerbaarheidstoets', false],
    ['driegesprek', true],
  ])('een %s verzet en besluit alleen wie hem ook mag plannen', async (soort, mag) => {
    const rit = await w.medewerker(g.organisatieId, ['pip:klantmanager']);
    const d = await dossier();
    const { afspraakId, feitId } = await gepland(d, { soort });
    const gezien = async (wie: TestMedewerker) =>
      (await lees(wie)).items.find((i) => i.afspraakId === afspraakId)?.magBewerken;
    expect([await gezien(noor), await gezien(rit)]).toEqual([true, mag]);
    const later = { ...MOMENT, datum: plusDagen(VANDAAG, 2), gezien: feitId };
    const verzet = await rit.vraag('PUT', pad(d, afspraakId), later);
    const weg = { uitkomst: 'afgezegd', gezien: null };
    const afgezegd = await rit.vraag('POST', `${pad(d, afspraakId)}/uitkomst`, weg);
    const status = mag ? 200 : 403;
    expect([verzet.status, afgezegd.status]).toEqual([status, status]);
    const nu = await vind(afspraakId);
    expect([nu?.datum, nu?.uitkomst === null]).toEqual([mag ? later.datum : MORGEN, !mag]);
  });

  it('een lezer plant niet', async () => {
    const lezer = await w.medewerker(g.organisatieId, ['*:lezer']);
    expect((await plan(await dossier(), {}, lezer)).status).toBe(403);
    expect((await lees(lezer)).items.every((i) => !i.magBewerken)).toBe(true);
  });

  it('twee keer hetzelfde verzoek maakt één afspraak', async () => {
    const d = await dossier();
    const body = { dossierId: d, soort: 'overig', datum: MORGEN, ...MOMENT };
    const kop = { 'idempotency-key': nieuwId() };
    const een = await noor.vraag('POST', '/v1/agenda/afspraken', body, kop);
    const twee = await noor.vraag('POST', '/v1/agenda/afspraken', body, kop);
    expect(twee.body).toEqual(een.body);
    expect((await lees()).items.filter((i) => i.dossierId === d)).toHaveLength(1);
  });
});

describe('een andere gemeente', () => {
  it('ziet niets en kan niets', async () => {
    const d = await dossier();
    const { afspraakId, feitId } = await gepland(d);
    const ander = await w.gemeente();
    const bram = await w.medewerker(ander.organisatieId);
    expect((await lees(bram)).items).toEqual([]);
    expect((await lees(bram)).collegas).toEqual([]);
    expect((await plan(d, {}, bram)).status).toBe(404);
    const basis = pad(d, afspraakId);
    const verzet = { ...MOMENT, datum: MORGEN, gezien: feitId };
    expect((await bram.vraag('PUT', basis, verzet)).status).toBe(404);
    const afgezegd = { uitkomst: 'afgezegd', gezien: null };
    expect((await bram.vraag('POST', `${basis}/uitkomst`, afgezegd)).status).toBe(404);
    expect((await bram.vraag('GET', `/v1/agenda/voorzet/${d}`)).status).toBe(404);
  });
});

describe('lezen', () => {
  it('van één collega of één organisatie', async () => {
    const bram = await w.medewerker(g.organisatieId);
    const { afspraakId } = await gepland(await dossier([], g, bram));
    const van = async (query: string) =>
      (await lees(noor, query)).items.some((i) => i.afspraakId === afspraakId);
    expect(await van(`&medewerkerId=${bram.id}`)).toBe(true);
    expect(await van(`&medewerkerId=${noor.id}`)).toBe(false);
    expect(await van(`&organisatieId=${g.organisatieId}`)).toBe(true);
    expect(await van(`&organisatieId=${nieuwId()}`)).toBe(false);
    expect((await lees()).collegas.map((c) => c.id)).toContain(bram.id);
  });

  it.each([
    ['achterstevoren', VANDAAG, VANDAAG],
    ['te lang', VANDAAG, plusDagen(VANDAAG, 43)],
  ])('400 als de periode %s is', async (_wat, van, tot) => {
    expect((await noor.vraag('GET', `/v1/agenda?van=${van}&tot=${tot}`)).status).toBe(400);
  });

  it('een verzette afspraak staat er één keer, op haar nieuwe dag', async () => {
    const d = await dossier();
    const { afspraakId, feitId } = await gepland(d);
    const later = plusDagen(VANDAAG, 5);
    const verzet = { ...MOMENT, datum: later, gezien: feitId };
    expect((await noor.vraag('PUT', pad(d, afspraakId), verzet)).status).toBe(200);
    const items = (await lees()).items.filter((i) => i.afspraakId === afspraakId);
    expect(items.map((i) => i.datum)).toEqual([later]);
  });
});

describe('verzetten', () => {
  it('botst met wie het intussen verzette, en zegt wie', async () => {
    const d = await dossier();
    const { afspraakId, feitId } = await gepland(d);
    const bram = await w.medewerker(g.organisatieId);
    const zet = (wie: TestMedewerker, datum: Datum) =>
      wie.vraag('PUT', pad(d, afspraakId), { ...MOMENT, datum, gezien: feitId });
    expect((await zet(bram, plusDagen(VANDAAG, 3))).status).toBe(200);
    const botst = await zet(noor, plusDagen(VANDAAG, 4));
    expect(botst.status).toBe(409);
    expect(botst.body.conflict).toMatchObject({
      wie: bram.naam,
      wat: 'verzet naar 24 november 2026',
    });
  });

  it('niet na de termijn van de oproep', async () => {
    const d = await dossier();
    const oproepId = nieuwId();
    const afspraakId = nieuwId();
    const { ids } = await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      legVast(
        tx,
        { gemeenteId: g.id, dossierId: d },
        [
          feit({
            soort: 'oproep',
            inhoud: {
              oproepId,
              voor: 'brede-intake',
              uiterlijk: datum('2026-11-28'),
              herhaling: false,
            },
          }),
          feit({
            soort: 'afspraak',
            inhoud: { afspraakId, soort: 'intakegesprek', datum: MORGEN, oproepId, ...MOMENT },
          }),
        ],
        { nu: w.klok.nu(), vandaag: VANDAAG },
      ),
    );
    const zet = (dag: string) =>
      noor.vraag('PUT', pad(d, afspraakId), { ...MOMENT, datum: dag, gezien: ids[1] });
    expect(code(await zet('2026-11-29'))).toBe('na-oproeptermijn');
    expect((await zet('2026-11-28')).status).toBe(200);
  });
});

describe('wat ervan werd', () => {
  const uitkomst = (d: string, afspraakId: string, body: object, wie = noor) =>
    wie.vraag('POST', `${pad(d, afspraakId)}/uitkomst`, { gezien: null, ...body });

  it('pas op de dag zelf; afzeggen kan vooraf', async () => {
    const d = await dossier();
    const { afspraakId } = await gepland(d);
    const weg = { uitkomst: 'niet-verschenen', reden: 'ziek' };
    expect(code(await uitkomst(d, afspraakId, weg))).toBe('nog-niet-geweest');
    expect((await uitkomst(d, afspraakId, { uitkomst: 'afgezegd' })).status).toBe(200);
    expect((await vind(afspraakId))?.uitkomst?.uitkomst).toBe('afgezegd');
  });

  it('niet verschenen vraagt eerst de reden', async () => {
    const d = await dossier();
    const { afspraakId } = await gepland(d, { datum: VANDAAG });
    const zonder = await uitkomst(d, afspraakId, { uitkomst: 'niet-verschenen' });
    expect(code(zonder)).toBe('reden-ontbreekt');
  });

  it('een tweede uitkomst botst met de eerste', async () => {
    const d = await dossier();
    const { afspraakId } = await gepland(d, { datum: VANDAAG });
    const een = await uitkomst(d, afspraakId, { uitkomst: 'verschenen' });
    const botst = await uitkomst(d, afspraakId, { uitkomst: 'afgezegd' });
    expect([botst.status, botst.body.conflict.wat]).toEqual([409, 'verschenen']);
    const beter = { uitkomst: 'afgezegd', gezien: een.body.feitId };
    expect((await uitkomst(d, afspraakId, beter)).status).toBe(200);
  });

  it('verbeteren laat staan wie erbij was en hoe er is getolkt', async () => {
    const d = await dossier();
    const { afspraakId } = await gepland(d, { soort: 'intakegesprek', datum: VANDAAG });
    const gesprekken = `/v1/dossiers/${d}/intake/gesprekken`;
    const wie = { erbij: ['partner'], tolk: 'telefoon', vervangt: null };
    expect((await noor.vraag('PUT', `${gesprekken}/${afspraakId}`, wie)).status).toBe(200);
    const gezien = (await vind(afspraakId))?.uitkomst?.feitId;
    const beter = await uitkomst(d, afspraakId, {
      uitkomst: 'verschenen',
      reden: 'Kwam wat later.',
      gezien,
    });
    expect(beter.status).toBe(200);
    const [gesprek] = (await noor.vraag('GET', gesprekken)).body.gesprekken;
    expect(gesprek).toMatchObject({ erbij: ['partner'], tolk: 'telefoon' });
  });

  it('voor een intakegesprek volgt de ladder; voor een voortgangsgesprek niet', async () => {
    const d = await dossier();
    const oproep = await noor.vraag('POST', `/v1/dossiers/${d}/oproepen`, {
      datum: VANDAAG,
      ...MOMENT,
      adres: 'Marktplein 4',
    });
    expect(oproep.status, JSON.stringify(oproep.body)).toBe(409);
    expect(code(oproep)).toBe('briefhoofd-onvolledig');
    await w.db.zonderDossiers((tx) =>
      tx
        .updateTable('gemeente')
        .set({ stijl: JSON.stringify(STIJL) })
        .where('id', '=', g.id)
        .execute(),
    );
    const gelukt = await noor.vraag('POST', `/v1/dossiers/${d}/oproepen`, {
      datum: VANDAAG,
      ...MOMENT,
      adres: 'Marktplein 4',
    });
    expect(gelukt.status).toBe(201);
    const voortgang = await gepland(d, { datum: VANDAAG, tijd: '14:00' });
    const gemist = { uitkomst: 'niet-verschenen', reden: 'De persoon had de brief niet gekregen.' };
    expect((await uitkomst(d, voortgang.afspraakId, gemist)).body.ladder).toBeNull();
    const intake = await uitkomst(d, gelukt.body.afspraakId, gemist);
    expect(intake.body.ladder).toMatchObject({
      stap: 'waarschuwen-en-herhalen',
      gemist: 1,
      magOproepen: true,
      uiterlijk: '2026-12-05',
    });
    const herhaald = await noor.vraag('POST', `/v1/dossiers/${d}/oproepen`, {
      datum: intake.body.ladder.uiterlijk,
      ...MOMENT,
      adres: 'Marktplein 4',
    });
    expect(herhaald.status).toBe(201);
  });
});

const STIJL = {
  adres: 'Marktplein 4',
  postcode: '7411 AB',
  plaats: 'Veldrijk',
  telefoon: '0570 12 34 56',
  email: 'inburgering@veldrijk.example',
  website: 'www.veldrijk.example',
};

describe('wat een nieuwe afspraak nodig heeft', () => {
  it('plaats, taal van de tolk, en hoe de persoon het hoort', async () => {
    const d = await dossier([
      feit({ soort: 'taal', inhoud: { gesprekstaal: 'Tigrinya', tolkNodig: true } }),
    ]);
    const { body } = await noor.vraag('GET', `/v1/agenda/voorzet/${d}`);
    expect(body).toMatchObject({ tolkTaal: 'Tigrinya', taal: 'ti', kanalen: ['brief'] });
    expect(body.waarschuwing).toContain('geen adres');
  });

  it.each<[string, NieuwFeit[], string]>([
    ['zolang de intake niet af is', [], 'intakegesprek'],
    [
      'als de intake af is',
      [feit({ soort: 'intake-afgerond', inhoud: { zonderPersoon: false } })],
      'voortgangsgesprek',
    ],
    [
      'als er al een PIP is van de vorige gemeente',
      [
        feit({
          soort: 'pip-vorige-gemeente',
          inhoud: { gemeentecode: '0344', dagtekening: datum('2026-01-01'), leerroute: 'B' },
        }),
      ],
      'voortgangsgesprek',
    ],
  ])('het soort dat bij de fase past: %s', async (_wat, feiten, soort) => {
    const { body } = await noor.vraag('GET', `/v1/agenda/voorzet/${await dossier(feiten)}`);
    expect(body.soort).toBe(soort);
  });

  it('stelt geen intakegesprek voor aan wie dat niet mag plannen', async () => {
    const begeleider = await w.medewerker(g.organisatieId, ['monitoring:klantmanager']);
    const { body } = await begeleider.vraag('GET', `/v1/agenda/voorzet/${await dossier()}`);
    expect(body.soort).toBe('voortgangsgesprek');
  });

  it('zonder tolken is de lijst leeg, en de vraag wordt gekeurd', async () => {
    const d = await dossier();
    const vraag = `dossierId=${d}&taal=Tigrinya&datum=${MORGEN}&tijd=09:30`;
    const { status, body } = await noor.vraag('GET', `/v1/agenda/tolken?${vraag}&duurMinuten=60`);
    expect([status, body]).toEqual([200, { items: [], letOp: [] }]);
    expect((await noor.vraag('GET', `/v1/agenda/tolken?${vraag}&duurMinuten=1`)).status).toBe(400);
  });

  it('de vaste tolk staat voorop, en wie niet is wat de persoon wil wordt aangewezen', async () => {
    const maak = async (naam: string, geslacht: string) =>
      (await noor.vraag('POST', '/v1/tolken', tolkInvoer([g.id], { naam, geslacht }))).body.tolkId;
    await maak('Aster', 'man');
    await maak('Berhe', 'vrouw');
    const vast = await maak('Zula', 'vrouw');
    const d = await dossier();
    const wens = { tolkId: vast, geslacht: 'vrouw', vervangt: null };
    expect((await noor.vraag('PUT', `/v1/dossiers/${d}/tolkvoorkeur`, wens)).status).toBe(200);
    const vrij = async (dag: string) => {
      const vraag = `dossierId=${d}&taal=Tigrinya&datum=${dag}&tijd=09:30&duurMinuten=60`;
      return (await noor.vraag('GET', `/v1/agenda/tolken?${vraag}`)).body;
    };
    expect(await vrij('2026-11-23')).toMatchObject({
      items: [
        { naam: 'Zula', vast: true, tegenVoorkeur: false },
        { naam: 'Berhe', vast: false, tegenVoorkeur: false },
        { naam: 'Aster', vast: false, tegenVoorkeur: true },
      ],
      letOp: [],
    });
    // Op zaterdag werkt niemand.
    expect(await vrij('2026-11-28')).toMatchObject({
      items: [],
      letOp: [
        'Zula is de vaste tolk, maar werkt dan niet volgens het rooster.',
        'De persoon wil liever een vrouw. Dan is er geen vrouw vrij.',
      ],
    });
  });
});
