import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datum } from '../../../rules/shared/datum.ts';
import type { NieuwFeit } from '../../../server/dossier/feiten.ts';
import { voegSamen } from '../../../server/dossier/openen.ts';
import { nieuwId } from '../../../server/id.ts';
import { gemeenteMetBriefhoofd } from '../../../test/begeleiding/pip-dossier.ts';
import { AFSPRAAK, DELING, DOEL, PARTNER, planVan } from '../../../test/begeleiding/plan.ts';
import { inTraject } from '../../../test/traject.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../../test/world.ts';

let w: Wereld;
let g: TestGemeente;
let m: TestMedewerker;

beforeAll(async () => {
  w = await maakWereld({ vandaag: '2026-11-21' });
  g = await gemeenteMetBriefhoofd(w);
  m = await w.medewerker(g.organisatieId);
});
afterAll(() => w.sluit());

const feit = (soort: string, inhoud: object, geldigOp = '2026-10-02') =>
  ({ soort, inhoud, geldigOp: datum(geldigOp), bron: 'medewerker' }) as NieuwFeit;
const TIGRINYA = feit('taal', { gesprekstaal: 'Tigrinya', tolkNodig: true });

async function nieuw(extra: NieuwFeit[] = [], klantmanagerId?: string) {
  w.klok.zetOp(datum('2026-11-21'));
  const dossierId = await w.dossier(
    g.id,
    [...inTraject(g, 'B'), ...extra],
    klantmanagerId ? { klantmanagerId } : {},
  );
  return { dossierId, ...planVan(m, dossierId) };
}

describe('twee lagen', () => {
  it('laag één komt uit het vastgestelde PIP, met elk onderdeel', async () => {
    const { lees } = await nieuw([], m.id);
    const plan = await lees();
    expect(plan.laagEen).toMatchObject({ versie: 1, dagtekening: '2026-10-01' });
    const namen = plan.laagEen.onderdelen.map((o: { naam: string }) => o.naam);
    expect(namen).toEqual(
      expect.arrayContaining(['Leerroute', 'PVT', 'MAP', 'Begeleiding', 'Voortgangsgesprekken']),
    );
    expect(plan.regievoerder).toEqual({ medewerkerId: m.id, naam: m.naam });
  });

  it('zonder PIP is laag één leeg en mag alles worden gezegd', async () => {
    const dossierId = await w.dossier(g.id, []);
    const plan = planVan(m, dossierId);
    await plan.doel({
      eigenWoorden: 'Ik wil naar de Z-route.',
      nederlands: 'Ik wil naar de Z-route.',
    });
    expect(await plan.lees()).toMatchObject({ laagEen: null, doelen: [{ leefgebied: 'werk' }] });
  });

  it('een tekst die de beschikking verandert wordt tegengehouden, tot de schrijver zegt dat het anders is bedoeld', async () => {
    const { doe, lees } = await nieuw();
    const wat = 'Voortaan naar de onderwijsroute';
    const r = await doe('afspraken', { ...AFSPRAAK, wat });
    expect(r).toMatchObject({
      status: 409,
      body: {
        detail: 'Dit verandert de beschikking.',
        redenen: [{ code: 'raakt-leerroute' }, { code: 'nieuw-besluit' }],
      },
    });
    expect((await lees()).afspraken).toEqual([]);
    expect((await doe('afspraken', { ...AFSPRAAK, wat, bevestigd: true })).status).toBe(201);
  });

  it('een wijziging in laag twee maakt geen nieuw PIP en geen bericht aan DUO', async () => {
    const { dossierId, doel, afspraak, lees } = await nieuw();
    await doel();
    await afspraak();
    expect((await lees()).laagEen.versie).toBe(1);
    const uit = await m.vraag('GET', `/v1/dossiers/${dossierId}/berichten`);
    expect(uit.body.uit).toEqual([]);
  });

  it('verplichtingen uit de Participatiewet staan apart, met hun eigen grondslag', async () => {
    const { lees } = await nieuw([
      feit('pw-besluit', {
        besluitId: nieuwId(),
        documentId: nieuwId(),
        dagtekening: '2026-10-01',
        bekendgemaaktOp: '2026-10-01',
        verplichtingen: [{ wat: 'Werk zoeken', grondslag: 'Participatiewet art. 9' }],
        vastgesteldDoor: 'Noor',
      }),
    ]);
    expect((await lees()).participatiewet).toEqual([
      { wat: 'Werk zoeken', grondslag: 'Participatiewet art. 9', sinds: '2026-10-01' },
    ]);
  });
});

describe('doelen', () => {
  it('staan in eigen woorden en in het Nederlands; de suggesties zijn er in de taal van de persoon', async () => {
    const { doel, lees, dossierId } = await nieuw([TIGRINYA]);
    expect((await lees()).taal).toBe('ti');
    const pad = `/v1/dossiers/${dossierId}/plan/suggesties?taal=ti`;
    const { items, staat } = (await m.vraag('GET', pad)).body;
    expect(staat).toContain('machine');
    const werk = items.find((i: { sleutel: string }) => i.sleutel === 'werk');
    expect(werk.eigen).toMatch(/\p{Script=Ethiopic}/u);
    await doel({ taal: 'ti', eigenWoorden: werk.eigen, nederlands: werk.nederlands });
    expect((await lees()).doelen).toMatchObject([
      { taal: 'ti', eigenWoorden: werk.eigen, nederlands: 'Ik wil betaald werk dat bij mij past.' },
    ]);
  });

  it('andere woorden verbeteren wat er stond; een andere staat is een nieuwe gebeurtenis', async () => {
    const { doel, lees, dossierId } = await nieuw();
    const een = await doel();
    const twee = await doel({
      doelId: een.id,
      eigenWoorden: 'Ik wil kok worden.',
      vorige: een.feitId,
    });
    await doel({
      doelId: een.id,
      eigenWoorden: 'Ik wil kok worden.',
      staat: 'bereikt',
      vorige: twee.feitId,
    });
    expect((await lees()).doelen).toMatchObject([
      { doelId: een.id, staat: 'bereikt', nederlands: 'Ik wil kok worden.' },
    ]);
    const lijn = await m.vraag('GET', `/v1/dossiers/${dossierId}/tijdlijn?onderwerp=plan`);
    expect(lijn.body.items).toMatchObject([
      { tekst: 'Doel bereikt: Ik wil kok worden.', eerder: [] },
      {
        tekst: 'Doel: Ik wil kok worden.',
        eerder: [{ tekst: 'Doel: Ik wil werken in een keuken.' }],
      },
    ]);
  });

  it('wie wijzigt wat een ander intussen wijzigde, hoort wie, wanneer en wat', async () => {
    const { doel, doe } = await nieuw();
    const een = await doel();
    await doel({ doelId: een.id, eigenWoorden: 'Ik wil kok worden.', vorige: een.feitId });
    const r = await doe('doelen', { ...DOEL, doelId: een.id, vorige: een.feitId });
    expect(r).toMatchObject({
      status: 409,
      body: { conflict: { wie: m.naam, wanneer: expect.any(String), wat: 'dit doel' } },
    });
  });

  it('een doel dat er niet is kan niet worden gewijzigd', async () => {
    const { doe } = await nieuw();
    const r = await doe('doelen', { ...DOEL, doelId: nieuwId(), vorige: nieuwId() });
    expect(r.status).toBe(404);
  });
});

describe('afspraken', () => {
  it('hebben wie, wanneer en waarop zij rusten; wat het eerst af moet staat bovenaan', async () => {
    const { afspraak, lees } = await nieuw();
    await afspraak({ wat: 'Later', uiterlijk: '2027-02-01' });
    await afspraak({ wat: 'Eerst', uiterlijk: '2026-11-22', grondslag: 'participatiewet' });
    await afspraak({ wat: 'Ooit', uiterlijk: null });
    expect((await lees()).afspraken).toMatchObject([
      { wat: 'Eerst', dagenOver: 1, grondslag: 'participatiewet' },
      { wat: 'Later', dagenOver: 72 },
      { wat: 'Ooit', dagenOver: null },
    ]);
  });

  it('een dag die voorbij is kan niet worden afgesproken; vandaag wel', async () => {
    const { doe, afspraak } = await nieuw();
    const r = await doe('afspraken', { ...AFSPRAAK, uiterlijk: '2026-11-20' });
    expect(r).toMatchObject({ status: 400, body: { invalidParams: [{ name: 'uiterlijk' }] } });
    await afspraak({ uiterlijk: '2026-11-21' });
  });

  it('een verlopen afspraak kan wel gedaan worden gezet', async () => {
    const { afspraak, lees } = await nieuw();
    const een = await afspraak({ uiterlijk: '2026-11-22' });
    w.klok.zetOp(datum('2026-11-23'));
    expect((await lees()).afspraken[0].dagenOver).toBe(-1);
    await afspraak({
      planId: een.id,
      uiterlijk: '2026-11-22',
      staat: 'gedaan',
      vorige: een.feitId,
    });
    expect((await lees()).afspraken).toMatchObject([{ staat: 'gedaan', dagenOver: null }]);
  });

  it('een partner moet in het netwerk staan en nu meehelpen', async () => {
    const { doe, partner } = await nieuw();
    const met = (netwerkId: string | null) =>
      doe('afspraken', { ...AFSPRAAK, wie: { soort: 'partner', naam: 'x', netwerkId } });
    const gestopt = await partner({ tot: '2026-11-21' });
    for (const id of [null, nieuwId(), gestopt.id])
      expect(await met(id)).toMatchObject({
        status: 400,
        body: { invalidParams: [{ name: 'wie', code: 'geen-partner' }] },
      });
    const morgen = await partner({ tot: '2026-11-22' });
    expect((await met(morgen.id)).status).toBe(201);
  });

  it('een doel van een ander dossier kan er niet bij', async () => {
    const ander = await nieuw();
    const { id: doelId } = await ander.doel();
    const { doe } = await nieuw();
    expect((await doe('afspraken', { ...AFSPRAAK, doelId })).status).toBe(404);
  });
});

describe('delen', () => {
  it('op toestemming stopt op verzoek; op een wettelijke taak niet, wel als het niet meer nodig is', async () => {
    const { partner, deel, doe, lees } = await nieuw();
    const { id: netwerkId } = await partner();
    const ja = await deel({ netwerkId });
    const taak = await deel({ netwerkId, grondslag: 'wettelijke-taak', toelichting: 'MAP' });
    const stop = (d: { id: string; feitId: string }, reden: string) =>
      doe(`delingen/${d.id}/_stop`, { reden, vorige: d.feitId });
    expect(await stop(taak, 'verzoek')).toMatchObject({
      status: 409,
      body: { redenen: [{ code: 'wettelijke-taak' }] },
    });
    expect((await stop(ja, 'verzoek')).status).toBe(201);
    const gestopt = (await stop(taak, 'niet-meer-nodig')).body;
    expect((await lees()).netwerk[0].delingen).toMatchObject([
      { actief: false, tot: '2026-11-21' },
      { actief: false, tot: '2026-11-21' },
    ]);
    expect(await stop({ id: taak.id, feitId: gestopt.feitId }, 'niet-meer-nodig')).toMatchObject({
      status: 409,
      body: { redenen: [{ code: 'al-gestopt' }] },
    });
  });

  it('met wie niet meer meehelpt wordt niets nieuws gedeeld', async () => {
    const { partner, doe } = await nieuw();
    const { id: netwerkId } = await partner({ tot: '2026-11-21' });
    expect(await doe('delingen', { ...DELING, netwerkId })).toMatchObject({
      status: 409,
      body: { redenen: [{ code: 'partner-gestopt' }] },
    });
    expect((await doe('delingen', { ...DELING, netwerkId: nieuwId() })).status).toBe(404);
  });

  it('zonder deling of open afspraak komt er geen link, met de reden erbij', async () => {
    const { partner, deel, doe } = await nieuw();
    const { id: netwerkId } = await partner();
    const link = () => doe('links', { netwerkId, planId: null, dagen: 7 });
    expect((await link()).body.redenen[0].code).toBe('niet-gedeeld');
    await deel({ netwerkId, wat: ['voornaam'] });
    expect((await link()).body.redenen[0].tekst).toContain('afspraken met deze partner');
    await deel({ netwerkId });
    expect((await link()).body.redenen[0].code).toBe('geen-afspraak');
  });

  it('gezondheid is niet te delen', async () => {
    const { partner, doe } = await nieuw();
    const { id: netwerkId } = await partner();
    expect((await doe('delingen', { ...DELING, netwerkId, wat: ['gezondheid'] })).status).toBe(400);
  });

  it('een einde vóór het begin wordt geweigerd', async () => {
    const { doe } = await nieuw();
    const r = await doe('netwerk', { ...PARTNER, vanaf: '2026-11-10', tot: '2026-11-09' });
    expect(r).toMatchObject({ status: 400, body: { invalidParams: [{ name: 'tot' }] } });
  });
});

describe('aanspreekpunt', () => {
  const PUNT = {
    fase: 'intake-en-pip',
    naam: 'Noor de Wit',
    organisatie: 'Gemeente',
    medewerkerId: null,
    vanaf: '2026-11-01',
    overdracht: null,
    afspraak: null,
    vorige: null,
  };
  const berichtenVan = (dossierId: string) =>
    w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx
        .selectFrom('persoonsbericht')
        .select(['afspraak_id', 'wat', 'medewerker_id'])
        .where('dossier_id', '=', dossierId)
        .where('wat', '<>', 'herinnering')
        .execute(),
    );
  const punten = async (lees: () => Promise<{ aanspreekpunten: object[] }>) =>
    (await lees()).aanspreekpunten;

  it('de eerste heeft niemand vóór zich; zonder gesprek is een overdracht koud', async () => {
    const { doe, lees } = await nieuw();
    const een = (await doe('aanspreekpunten', PUNT)).body;
    const volgende = { ...PUNT, fase: 'leren', naam: 'Bram', vanaf: '2026-11-20' };
    await doe('aanspreekpunten', { ...volgende, vorige: een.feitId });
    expect(await punten(lees)).toMatchObject([{ warmte: 'eerste' }, { warmte: 'koud' }]);
  });

  it.each([
    ['schriftelijk', 'koud'],
    ['telefoon', 'koud'],
    ['gesprek', 'warm'],
    ['driegesprek', 'warm'],
  ])('een overdracht per %s is %s', async (vorm, warmte) => {
    const { doe, lees } = await nieuw();
    const een = (await doe('aanspreekpunten', PUNT)).body;
    const overdracht = { op: '2026-11-20', vorm };
    const volgende = { ...PUNT, fase: 'leren', naam: 'Bram', vanaf: '2026-11-20', overdracht };
    expect((await doe('aanspreekpunten', { ...volgende, vorige: een.feitId })).status).toBe(201);
    expect(await punten(lees)).toMatchObject([{}, { warmte }]);
  });

  it('een driegesprek komt in de agenda, en is pas warm als de persoon er was', async () => {
    const { doe, lees, dossierId } = await nieuw();
    const een = (await doe('aanspreekpunten', PUNT)).body;
    const gepland = await doe('aanspreekpunten', {
      ...PUNT,
      fase: 'leren',
      naam: 'Bram',
      vanaf: '2026-12-01',
      overdracht: { op: '2026-11-25', vorm: 'driegesprek', met: 'Noor en Bram' },
      afspraak: { tijd: '10:00', plaats: 'Stadhuis', duurMinuten: 45 },
      vorige: een.feitId,
    });
    expect(gepland.status).toBe(201);
    const plan = await lees();
    expect(plan.gesprekken).toEqual([{ op: '2026-11-25', tijd: '10:00', plaats: 'Stadhuis' }]);
    expect(plan.aanspreekpunten).toMatchObject([{}, { warmte: 'gepland' }]);
    const warmteOp = async (dag: string) => {
      w.klok.zetOp(datum(dag));
      return ((await lees()).aanspreekpunten[1] as { warmte: string }).warmte;
    };
    expect([await warmteOp('2026-11-25'), await warmteOp('2026-11-26')]).toEqual([
      'gepland',
      'koud',
    ]);
    const uitkomst = await m.vraag(
      'POST',
      `/v1/dossiers/${dossierId}/afspraken/${gepland.body.id}/uitkomst`,
      { uitkomst: 'verschenen', vervangt: null },
    );
    expect(uitkomst.status, JSON.stringify(uitkomst.body)).toBe(200);
    expect(await warmteOp('2026-11-26')).toBe('warm');
  });

  it('een driegesprek zet klaar dat de persoon het hoort, één keer ook bij een herhaald verzoek', async () => {
    const { dossierId } = await nieuw([TIGRINYA]);
    const url = `/v1/dossiers/${dossierId}/plan/aanspreekpunten`;
    const een = await m.vraag('POST', url, PUNT);
    const vraag = {
      ...PUNT,
      fase: 'leren',
      naam: 'Bram',
      vanaf: '2026-12-01',
      overdracht: { op: '2026-12-01', vorm: 'driegesprek' },
      afspraak: { tijd: '10:00', plaats: 'Stadhuis', duurMinuten: 45 },
      vorige: een.body.feitId,
    };
    const sleutel = { 'idempotency-key': 'driegesprek-proef-0001' };
    const gepland = await m.vraag('POST', url, vraag, sleutel);
    expect((await m.vraag('POST', url, vraag, sleutel)).body).toEqual(gepland.body);
    expect(await berichtenVan(dossierId)).toEqual([
      { afspraak_id: gepland.body.id, wat: 'uitnodiging', medewerker_id: m.id },
    ]);
  });

  it('ook langs het adres van een dossier dat in een ander is opgegaan', async () => {
    const { dossierId } = await nieuw();
    const oud = await w.dossier(g.id, []);
    await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      voegSamen(tx, g.id, oud, dossierId, {
        nu: w.klok.nu(),
        vandaag: w.klok.vandaag(),
        medewerkerId: m.id,
      }),
    );
    const gepland = await m.vraag('POST', `/v1/dossiers/${oud}/plan/aanspreekpunten`, {
      ...PUNT,
      overdracht: { op: '2026-12-01', vorm: 'driegesprek' },
      afspraak: { tijd: '10:00', plaats: 'Stadhuis', duurMinuten: 45 },
    });
    expect(gepland.status, JSON.stringify(gepland.body)).toBe(201);
    expect(await berichtenVan(dossierId)).toEqual([
      { afspraak_id: gepland.body.id, wat: 'uitnodiging', medewerker_id: m.id },
    ]);
  });

  it('zonder afspraak in de agenda vertrekt er niets', async () => {
    const { doe, dossierId } = await nieuw();
    const een = (await doe('aanspreekpunten', PUNT)).body;
    const overdracht = { op: '2026-12-01', vorm: 'driegesprek' };
    const volgende = { ...PUNT, fase: 'leren', naam: 'Bram', vanaf: '2026-12-01', overdracht };
    expect((await doe('aanspreekpunten', { ...volgende, vorige: een.feitId })).status).toBe(201);
    expect(await berichtenVan(dossierId)).toEqual([]);
  });

  it('er is er één tegelijk: een nieuw begint niet vóór het vorige', async () => {
    const { doe } = await nieuw();
    const een = (await doe('aanspreekpunten', PUNT)).body;
    const met = (vanaf: string) =>
      doe('aanspreekpunten', { ...PUNT, fase: 'leren', naam: 'Bram', vanaf, vorige: een.feitId });
    expect(await met('2026-10-31')).toMatchObject({
      status: 400,
      body: { invalidParams: [{ name: 'vanaf', code: 'voor-vorige' }] },
    });
    expect((await met('2026-11-01')).status).toBe(201);
    // Het vorige is nu Bram: wie dat niet zag, hoort het.
    expect((await met('2026-11-02')).body.conflict.wat).toBe('het aanspreekpunt');
  });

  it.each([
    [{ overdracht: { op: '2026-11-22', vorm: 'gesprek' } }, 'toekomst'],
    [{ overdracht: { op: '2027-11-23', vorm: 'driegesprek' } }, 'dag-te-ver'],
    [
      {
        overdracht: { op: '2026-11-20', vorm: 'driegesprek' },
        afspraak: { tijd: '10:00', plaats: 'Stadhuis', duurMinuten: 45 },
      },
      'dag-voorbij',
    ],
    [
      {
        overdracht: { op: '2026-11-25', vorm: 'telefoon' },
        afspraak: { tijd: '10:00', plaats: 'Stadhuis', duurMinuten: 45 },
      },
      'geen-driegesprek',
    ],
  ])('weigert %j (%s)', async (anders, code) => {
    const { doe } = await nieuw();
    const r = await doe('aanspreekpunten', { ...PUNT, ...anders });
    expect(r).toMatchObject({ status: 400, body: { invalidParams: [{ code }] } });
  });
});

describe('wie mag', () => {
  it('een school ziet het plan niet; wie mag lezen mag niet wijzigen', async () => {
    const { dossierId } = await nieuw();
    const met = async (rol: string) => w.medewerker(g.organisatieId, [rol]);
    const school = await met('leerroute-b1:klantmanager');
    expect((await school.vraag('GET', `/v1/dossiers/${dossierId}/plan`)).status).toBe(403);
    const lezer = await met('monitoring:lezer');
    const beeld = await lezer.vraag('GET', `/v1/dossiers/${dossierId}/plan`);
    expect(beeld).toMatchObject({ status: 200, body: { mag: { bewerken: false } } });
    expect((await planVan(lezer, dossierId).doe('doelen', DOEL)).status).toBe(403);
  });

  it('een andere gemeente ziet niets', async () => {
    const { dossierId } = await nieuw();
    const elders = await w.medewerker((await w.gemeente()).organisatieId);
    expect((await elders.vraag('GET', `/v1/dossiers/${dossierId}/plan`)).status).toBe(404);
    expect((await planVan(elders, dossierId).doe('doelen', DOEL)).status).toBe(404);
  });

  it('lezen komt in het logboek', async () => {
    const { dossierId, lees } = await nieuw();
    await lees();
    const { items } = (await m.vraag('GET', `/v1/dossiers/${dossierId}/logboek`)).body;
    expect(items.map((i: { objectSoort: string }) => i.objectSoort)).toContain('plan');
  });

  it('twee keer hetzelfde verzoek legt één keer vast', async () => {
    const { dossierId, lees } = await nieuw();
    const sleutel = { 'idempotency-key': 'plan-proef-0001' };
    const url = `/v1/dossiers/${dossierId}/plan/doelen`;
    const [a, b] = [
      await m.vraag('POST', url, DOEL, sleutel),
      await m.vraag('POST', url, DOEL, sleutel),
    ];
    expect(b.body).toEqual(a.body);
    expect((await lees()).doelen).toHaveLength(1);
  });
});
