import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datum } from '../../rules/shared/datum.ts';
import type { NieuwFeit } from '../../server/dossier/feiten.ts';
import { nieuwId } from '../../server/id.ts';
import { maakWereld, type TestMedewerker, type Wereld } from '../../test/world.ts';
import type { Intake, IntakeVraag } from './intake.schema.ts';

let w: Wereld;
beforeAll(async () => {
  w = await maakWereld({ vandaag: '2026-11-21' });
});
afterAll(() => w.sluit());

const persoon: NieuwFeit = {
  soort: 'persoon',
  inhoud: {
    voornamen: 'Dawit',
    geslachtsnaam: 'Haile',
    geslacht: 'man',
    geboorte: { soort: 'jaar', jaar: 1990 },
  },
  geldigOp: datum('2026-10-01'),
  bron: 'brp',
};
const toets: NieuwFeit = {
  soort: 'leerbaarheidstoets',
  inhoud: {
    resultaat: 'B1-route haalbaar',
    behaald: 4120,
    benodigd: 5500,
    geregistreerdOp: datum('2026-11-10'),
  },
  geldigOp: datum('2026-11-10'),
  bron: 'duo',
  verwijzing: 'SS131',
};
const plicht: NieuwFeit = {
  soort: 'inburgeringsplicht',
  inhoud: { plichtig: true, begin: datum('2026-10-01'), kennisgeving: datum('2026-10-05') },
  geldigOp: datum('2026-10-01'),
  bron: 'duo',
};
const kind: NieuwFeit = {
  soort: 'gezin',
  inhoud: { anderDossierId: nieuwId(), relatie: 'kind' },
  geldigOp: datum('2026-10-01'),
  bron: 'brp',
};

async function opzet(feiten: NieuwFeit[] = []) {
  const g = await w.gemeente();
  const m = await w.medewerker(g.organisatieId);
  const dossierId = await w.dossier(g.id, [persoon, ...feiten]);
  const url = `/v1/dossiers/${dossierId}/intake`;
  return { g, m, dossierId, url };
}

const antwoord = (
  m: TestMedewerker,
  url: string,
  vraag: string,
  waarde: unknown,
  vervangt: string | null = null,
) => m.vraag('PUT', `${url}/antwoorden/${vraag}`, { waarde, vervangt });
const vraagIn = (intake: Intake, id: string) =>
  intake.vragen.find((v) => v.id === id) as IntakeVraag;

const NODIG: [string, unknown][] = [
  ['opleiding-jaren', 9],
  ['taal-nederlands', 'A1'],
  ['werk-jaren', 4],
  ['werk-uren', 16],
  ['wonen', 'eigen huurwoning'],
  ['zelf-hulp', 'buurvrouw'],
  ['verslag', 'Wil bakker worden; B1-route ligt voor de hand.'],
];

describe('de intake lezen', () => {
  it('geeft alle vragen met reden, leefgebied en wat ontbreekt', async () => {
    const { m, url } = await opzet([toets]);
    const { status, body } = await m.vraag('GET', url);
    expect(status).toBe(200);
    const intake: Intake = body;
    expect(intake.vragen.length).toBeGreaterThanOrEqual(40);
    expect(intake.vragen.every((v) => v.waarom && v.antwoord === null)).toBe(true);
    expect(intake.leefgebieden).toHaveLength(6);
    expect(intake.toets).toMatchObject({ behaald: '41,20', benodigd: '55,00', bron: 'DUO SS131' });
    expect(intake.volledigheid.ontbreekt.map((r) => r.veld)).toContain('privegesprek');
    expect(intake.onderdelen.find((o) => o.id === 'leerbaarheidstoets')).toMatchObject({
      nodig: true,
      vastgelegd: true,
    });
    expect(intake.mag).toEqual({ bewerken: true, gezondheid: true });
  });

  it('schrijft het lezen in het logboek', async () => {
    const { g, m, dossierId, url } = await opzet();
    await m.vraag('GET', url);
    const rijen = await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx.selectFrom('audit').selectAll().where('dossier_id', '=', dossierId).execute(),
    );
    expect(rijen).toMatchObject([
      { handeling: 'lezen', object_soort: 'intake', medewerker_id: m.id, taak: 'brede-intake' },
    ]);
  });

  it('vraagt bij een oud antwoord of het nog klopt: precies na een half jaar', async () => {
    const oud = (op: string): NieuwFeit => ({
      soort: 'intake-antwoord',
      inhoud: { onderdeel: 'werkervaring', vraag: 'werk-jaren', waarde: 4 },
      geldigOp: datum(op),
      bron: 'coa',
      verwijzing: 'klantprofiel',
    });
    const [a, b] = [await opzet([oud('2026-05-21')]), await opzet([oud('2026-05-20')])];
    const [nieuw, verouderd] = [
      (await a.m.vraag('GET', a.url)).body,
      (await b.m.vraag('GET', b.url)).body,
    ];
    expect(vraagIn(nieuw, 'werk-jaren').antwoord).toMatchObject({
      verouderd: false,
      bron: 'COA klantprofiel',
    });
    expect(vraagIn(verouderd, 'werk-jaren').antwoord?.verouderd).toBe(true);
  });
});

describe('een antwoord vastleggen', () => {
  it('bewaart, verbetert en wist, elk als nieuw feit met bron en dag', async () => {
    const { g, m, dossierId, url } = await opzet();
    const een = vraagIn(
      (await antwoord(m, url, 'motivatie-doel', ' Bakker ')).body,
      'motivatie-doel',
    );
    expect(een.antwoord).toMatchObject({ waarde: 'Bakker', bron: m.naam, op: '2026-11-21' });
    const twee = await antwoord(m, url, 'motivatie-doel', 'Kok', een.antwoord?.feitId);
    const na = vraagIn(twee.body, 'motivatie-doel').antwoord;
    expect(na?.waarde).toBe('Kok');
    const leeg = await antwoord(m, url, 'motivatie-doel', null, na?.feitId);
    expect(vraagIn(leeg.body, 'motivatie-doel').antwoord?.waarde).toBeNull();
    const rijen = await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx
        .selectFrom('feit')
        .selectAll()
        .where('dossier_id', '=', dossierId)
        .where('soort', '=', 'intake-antwoord')
        .orderBy('id')
        .execute(),
    );
    expect(rijen.map((r) => r.vervangt)).toEqual([null, rijen[0]?.id, rijen[1]?.id]);
  });

  it('legt een gewist antwoord niet uit als antwoord', async () => {
    const { m, url } = await opzet();
    const { body } = await antwoord(m, url, 'werk-jaren', 4);
    const ontbreekt = (i: Intake) => i.volledigheid.ontbreekt.map((r) => r.veld);
    expect(ontbreekt(body)).not.toContain('werkervaring');
    const id = vraagIn(body, 'werk-jaren').antwoord?.feitId;
    const gewist = (await antwoord(m, url, 'werk-jaren', null, id)).body;
    expect(ontbreekt(gewist)).toContain('werkervaring');
  });

  it('schrijft bij een herhaald verzoek niets nieuws', async () => {
    const { g, m, dossierId, url } = await opzet();
    await antwoord(m, url, 'werk-jaren', 4);
    expect((await antwoord(m, url, 'werk-jaren', 4)).status).toBe(200);
    expect((await antwoord(m, url, 'werk-uren', null)).status).toBe(200);
    const { n } = await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx
        .selectFrom('feit')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('dossier_id', '=', dossierId)
        .where('soort', '=', 'intake-antwoord')
        .executeTakeFirstOrThrow(),
    );
    expect(n).toBe(1);
  });

  it.each<[string, unknown]>([
    ['werk-jaren', 'vier'],
    ['werk-jaren', 61],
    ['jong-kind', 'ja'],
    ['rijbewijs', 'misschien'],
    ['gezin-samen', ['met een draak']],
    ['motivatie-doel', 'x'.repeat(4001)],
  ])('weigert bij %s een waarde die niet past', async (vraag, waarde) => {
    const { m, url } = await opzet();
    const { status, body } = await antwoord(m, url, vraag, waarde);
    expect(status).toBe(400);
    expect(body.invalidParams[0].name).toBe('waarde');
  });

  it.each([{}, { waarde: 1 }, { waarde: { a: 1 }, vervangt: null }, { waarde: 1, vervangt: 'x' }])(
    'weigert een verzoek met de verkeerde vorm: %j',
    async (verzoek) => {
      const { m, url } = await opzet();
      expect((await m.vraag('PUT', `${url}/antwoorden/werk-jaren`, verzoek)).status).toBe(400);
    },
  );

  it('kent een vraag over gezondheid hier niet', async () => {
    const { m, url } = await opzet();
    expect((await antwoord(m, url, 'gezondheid-lichaam', 'x')).status).toBe(404);
    expect((await antwoord(m, url, 'onbekend', 'x')).status).toBe(404);
  });
});

describe('twee mensen tegelijk', () => {
  it('meldt bij een eerste antwoord van twee mensen wie, wanneer en wat', async () => {
    const { g, m, url } = await opzet();
    const ander = await w.medewerker(g.organisatieId);
    await antwoord(m, url, 'wonen', 'tijdelijk');
    const { status, body } = await antwoord(ander, url, 'wonen', 'eigen huurwoning');
    expect(status).toBe(409);
    expect(body.code).toBe('gewijzigd');
    expect(body.conflict).toMatchObject({ wie: m.naam, wat: 'Hoe woont u nu? tijdelijk' });
    expect(Date.parse(body.conflict.wanneer)).not.toBeNaN();
  });

  it('laat de tweede kiezen: na opnieuw lezen gaat zijn antwoord door', async () => {
    const { g, m, url } = await opzet();
    const ander = await w.medewerker(g.organisatieId);
    const eerste = (await antwoord(m, url, 'wonen', 'tijdelijk')).body;
    const gezien = vraagIn(eerste, 'wonen').antwoord?.feitId ?? '';
    await antwoord(m, url, 'wonen', 'azc of andere opvang', gezien);
    expect((await antwoord(ander, url, 'wonen', 'eigen huurwoning', gezien)).status).toBe(409);
    const nu = vraagIn((await ander.vraag('GET', url)).body, 'wonen').antwoord;
    expect(nu?.waarde).toBe('azc of andere opvang');
    const goed = await antwoord(ander, url, 'wonen', 'eigen huurwoning', nu?.feitId);
    expect(vraagIn(goed.body, 'wonen').antwoord).toMatchObject({
      waarde: 'eigen huurwoning',
      door: ander.naam,
    });
  });

  it('botst niet met zichzelf als een antwoord onderweg verloren ging', async () => {
    const { m, url } = await opzet();
    await antwoord(m, url, 'wonen', 'tijdelijk');
    expect((await antwoord(m, url, 'wonen', 'eigen huurwoning')).status).toBe(200);
  });

  it('geeft bij gelijktijdige eerste antwoorden één winnaar en één botsing', async () => {
    const { g, m, url } = await opzet();
    const ander = await w.medewerker(g.organisatieId);
    const uit = await Promise.all([
      antwoord(m, url, 'wonen', 'tijdelijk'),
      antwoord(ander, url, 'wonen', 'eigen huurwoning'),
    ]);
    expect(uit.map((u) => u.status).sort()).toEqual([200, 409]);
  });

  it('botst ook over taal en privégesprek', async () => {
    const { g, m, url } = await opzet();
    const ander = await w.medewerker(g.organisatieId);
    const taal = (wie: TestMedewerker, gesprekstaal: string) =>
      wie.vraag('PUT', `${url}/taal`, { gesprekstaal, tolkNodig: true, vervangt: null });
    expect((await taal(m, 'Tigrinya')).body.voorstel.tolkTaal).toBe('Tigrinya');
    expect((await taal(ander, 'Arabisch')).body.conflict.wat).toContain('Tigrinya');
    const prive = (wie: TestMedewerker, aangeboden: boolean) =>
      wie.vraag('PUT', `${url}/privegesprek`, { aangeboden, vervangt: null });
    expect((await prive(m, true)).body.privegesprek.aangeboden).toBe(true);
    expect((await prive(ander, false)).body.conflict.wat).toBe('aangeboden');
  });
});

describe('de voorschool', () => {
  const vve = (i: Intake) => i.onderdelen.find((o) => o.id === 'vve');

  it('is alleen nodig als er een jong kind is', async () => {
    const { m, url } = await opzet();
    expect(vve((await m.vraag('GET', url)).body)?.nodig).toBe(false);
    const met = (await antwoord(m, url, 'jong-kind', true)).body;
    expect(vve(met)).toMatchObject({ nodig: true, vastgelegd: false });
    expect(vraagIn(met, 'vve-afspraken').vanToepassing).toBe(true);
    const zonder = (await antwoord(m, url, 'jong-kind', false)).body;
    expect(vve(zonder)?.nodig).toBe(false);
    expect(vraagIn(zonder, 'vve-afspraken').vanToepassing).toBe(false);
  });

  it('volgt uit de gezinsband zolang er niets is gezegd', async () => {
    const { m, url } = await opzet([kind]);
    const intake = (await m.vraag('GET', url)).body;
    expect(vve(intake)?.nodig).toBe(true);
    expect(vraagIn(intake, 'vve-afspraken').vanToepassing).toBe(true);
  });
});

describe('de leerbaarheidstoets', () => {
  const ontheffing = (grond: string, extra = {}) => ({
    grond,
    toelichting: 'Kan het scherm ook met vergroting niet lezen.',
    vervangt: null,
    ...extra,
  });
  const plek = (dossierId: string) => `/v1/dossiers/${dossierId}/leerbaarheidstoets/ontheffing`;

  it.each(['visueel', 'auditief'])('geeft ontheffing op grond van %s', async (grond) => {
    const { m, dossierId } = await opzet();
    const { status, body } = await m.vraag('PUT', plek(dossierId), ontheffing(grond));
    expect(status).toBe(200);
    expect(body.ontheffing.grond).toBe(grond);
    expect(body.volledigheid.ontbreekt.map((r: { veld: string }) => r.veld)).not.toContain(
      'leerbaarheidstoets',
    );
  });

  it.each([ontheffing('stress'), ontheffing('visueel', { toelichting: 'kort' })])(
    'kent geen andere grond en geen ontheffing zonder uitleg',
    async (verzoek) => {
      const { m, dossierId } = await opzet();
      expect((await m.vraag('PUT', plek(dossierId), verzoek)).status).toBe(400);
    },
  );

  it('weigert een ontheffing als de toets al is gemaakt', async () => {
    const { m, dossierId } = await opzet([toets]);
    const { status, body } = await m.vraag('PUT', plek(dossierId), ontheffing('visueel'));
    expect(status).toBe(409);
    expect(body.redenen[0].code).toBe('toets-gemaakt');
  });
});

describe('afronden', () => {
  async function vulIn(m: TestMedewerker, url: string) {
    for (const [vraag, waarde] of NODIG) await antwoord(m, url, vraag, waarde);
    await m.vraag('PUT', `${url}/privegesprek`, { aangeboden: true, vervangt: null });
    await m.vraag('PUT', `${url}/belastbaarheid`, {
      besproken: true,
      gevolgen: ['max. 3 dagdelen in de week'],
      vervangt: null,
    });
  }

  it('noemt alles wat ontbreekt, met de plek waar het kan', async () => {
    const { m, dossierId, url } = await opzet([kind]);
    const { status, body } = await m.vraag('POST', `${url}/_afronden`, {});
    expect(status).toBe(409);
    expect(body.redenen.map((r: { veld: string }) => r.veld).sort()).toEqual(
      [
        'arbeidsparticipatie',
        'gezondheid',
        'leerbaarheidstoets',
        'opleiding',
        'persoonlijke-omstandigheden',
        'privegesprek',
        'taalniveau',
        'verslag',
        'vve',
        'werkervaring',
        'zelfredzaamheid',
      ].sort(),
    );
    expect(
      body.redenen.every((r: { actie: string }) =>
        r.actie.startsWith(`/inburgeraars/${dossierId}/intake?gebied=`),
      ),
    ).toBe(true);
  });

  it.each(NODIG.map(([vraag]) => vraag))('weigert zolang alleen %s ontbreekt', async (weg) => {
    const { m, url } = await opzet([toets]);
    await vulIn(m, url);
    await antwoord(m, url, weg, null);
    const { status, body } = await m.vraag('POST', `${url}/_afronden`, {});
    expect(status).toBe(409);
    expect(body.redenen).toHaveLength(1);
  });

  it('gaat door als alles er is, één keer', async () => {
    const { g, m, dossierId, url } = await opzet([plicht, toets]);
    await vulIn(m, url);
    const sleutel = { 'idempotency-key': nieuwId() };
    const { status, body } = await m.vraag('POST', `${url}/_afronden`, {}, sleutel);
    expect(status).toBe(200);
    expect(body.afgerond).toMatchObject({ zonderPersoon: false, door: m.naam, op: '2026-11-21' });
    expect((await m.vraag('POST', `${url}/_afronden`, {}, sleutel)).status).toBe(200);
    const weer = await m.vraag('POST', `${url}/_afronden`, {});
    expect(weer.status).toBe(409);
    expect(weer.body.redenen[0].code).toBe('al-afgerond');
    const stand = await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx
        .selectFrom('dossier_stand')
        .select('voorstel')
        .where('dossier_id', '=', dossierId)
        .executeTakeFirst(),
    );
    expect(stand?.voorstel).toBe('pip-opstellen');
  });

  it('gaat niet zonder de persoon zolang er geen drie oproepen zijn', async () => {
    const { m, url } = await opzet();
    const { status, body } = await m.vraag('POST', `${url}/_afronden`, { zonderPersoon: true });
    expect(status).toBe(409);
    expect(body.redenen.map((r: { code: string }) => r.code)).toEqual([
      'oproepen-niet-af',
      'intake-verslag',
    ]);
  });
});

describe('wie mag wat', () => {
  const verzoeken = (dossierId: string) => {
    const basis = `/v1/dossiers/${dossierId}`;
    const moment = { datum: '2026-12-01', tijd: '10:00', plaats: 'hier', duurMinuten: 60 };
    const id = nieuwId();
    return [
      ['PUT', `${basis}/intake/antwoorden/werk-jaren`, { waarde: 1, vervangt: null }],
      ['PUT', `${basis}/intake/taal`, { gesprekstaal: 'Dari', tolkNodig: true, vervangt: null }],
      ['PUT', `${basis}/intake/privegesprek`, { aangeboden: true, vervangt: null }],
      ['PUT', `${basis}/intake/belastbaarheid`, { besproken: true, gevolgen: [], vervangt: null }],
      ['PUT', `${basis}/intake/gezondheid/gezondheid-lichaam`, { waarde: 'x', vervangt: null }],
      [
        'PUT',
        `${basis}/leerbaarheidstoets/ontheffing`,
        { grond: 'visueel', toelichting: 'ziet het scherm niet', vervangt: null },
      ],
      ['POST', `${basis}/intake/_afronden`, {}],
      ['POST', `${basis}/afspraken`, { soort: 'intakegesprek', ...moment }],
      ['PUT', `${basis}/afspraken/${id}`, { ...moment, vervangt: id }],
      ['POST', `${basis}/afspraken/${id}/uitkomst`, { uitkomst: 'afgezegd', vervangt: null }],
      ['POST', `${basis}/oproepen`, { ...moment, adres: 'Plein 1' }],
    ] as const;
  };

  it('een lezer leest wel en schrijft niets', async () => {
    const { g, dossierId, url } = await opzet();
    const lezer = await w.medewerker(g.organisatieId, ['*:lezer', 'gezondheid:lezer']);
    const { status, body } = await lezer.vraag('GET', url);
    expect(status).toBe(200);
    expect(body.mag).toEqual({ bewerken: false, gezondheid: false });
    for (const [methode, pad, inhoud] of verzoeken(dossierId)) {
      expect((await lezer.vraag(methode, pad, inhoud)).status, pad).toBe(403);
    }
  });

  it('een andere gemeente krijgt overal 404', async () => {
    const { dossierId, url } = await opzet();
    const vreemd = await w.gemeente();
    const m = await w.medewerker(vreemd.organisatieId);
    expect((await m.vraag('GET', url)).status).toBe(404);
    expect((await m.vraag('GET', `${url}/gezondheid`)).status).toBe(404);
    for (const [methode, pad, inhoud] of verzoeken(dossierId)) {
      expect((await m.vraag(methode, pad, inhoud)).status, pad).toBe(404);
    }
  });

  it('zonder of met een verlopen sessie is alles 401', async () => {
    const { m, dossierId, url } = await opzet();
    await w.db.zonderDossiers((tx) =>
      tx
        .updateTable('sessie')
        .set({ laatst_gezien: '2020-01-01T00:00:00Z' })
        .where('medewerker_id', '=', m.id)
        .execute(),
    );
    expect((await m.vraag('GET', url)).status).toBe(401);
    for (const [methode, pad, inhoud] of verzoeken(dossierId)) {
      expect((await m.vraag(methode, pad, inhoud)).status, pad).toBe(401);
      const los = await w.app.inject({ method: methode, url: pad, payload: inhoud });
      expect(los.statusCode, pad).toBe(401);
    }
  });

  it('wie alleen het PIP doet, leest de intake en schrijft haar niet', async () => {
    const { g, url } = await opzet();
    const pip = await w.medewerker(g.organisatieId, ['pip:klantmanager']);
    expect((await pip.vraag('GET', url)).body.mag.bewerken).toBe(false);
    expect((await antwoord(pip, url, 'werk-jaren', 1)).status).toBe(403);
  });
});
