import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { datum } from '../../../rules/shared/datum.ts';
import type { NieuwFeit } from '../../../server/dossier/feiten.ts';
import { leesFeiten, legVast } from '../../../server/dossier/feiten.ts';
import { nieuwId } from '../../../server/id.ts';
import {
  maakZitting,
  mensen,
  ZITTINGDAG,
  zittingInvoer,
} from '../../../test/begeleiding/toetszitting.ts';
import { voorToets } from '../../../test/begeleiding/tolken.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../../test/world.ts';
import type { Deelnemer } from '../zitting.schema.ts';

let w: Wereld;
beforeAll(async () => {
  w = await maakWereld();
});
beforeEach(() => w.klok.zetOp(datum('2026-11-20')));
afterAll(() => w.sluit());

type Vraag = ReturnType<TestMedewerker['vraag']>;

const code = ({ status, body }: { status: number; body: { redenen?: { code: string }[] } }) => [
  status,
  body.redenen?.[0]?.code,
];
const lees = async (m: TestMedewerker, pad: string) => (await m.vraag('GET', pad)).body;
const nodig = (m: TestMedewerker, pad: string, dossierIds: string[], bijOproep = false) =>
  m.vraag('POST', `${pad}/deelnemers`, { dossierIds, bijOproep });
const uitkomst = (m: TestMedewerker, pad: string, dossierId: string, inhoud: object) =>
  m.vraag('POST', `${pad}/deelnemers/${dossierId}/_uitkomst`, { vervangt: null, ...inhoud });
const kandidaten = async (m: TestMedewerker, vraag: object = {}) =>
  (await m.vraag('POST', '/v1/toetszittingen/_kandidaten', vraag)).body.items.map(
    (k: { naam: string }) => k.naam,
  );
const schrijf = (g: TestGemeente, dossierId: string, feiten: NieuwFeit[]) =>
  w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
    legVast(tx, { gemeenteId: g.id, dossierId }, feiten, {
      nu: w.klok.nu(),
      vandaag: w.klok.vandaag(),
    }),
  );
const op = { geldigOp: datum('2026-11-01'), bron: 'duo' } as const;
const UITSLAG: NieuwFeit = {
  soort: 'leerbaarheidstoets',
  inhoud: {
    resultaat: 'B1-route haalbaar',
    behaald: 6250,
    benodigd: 5000,
    geregistreerdOp: datum('2026-11-01'),
  },
  ...op,
};
const ONTHEFFING: NieuwFeit = {
  soort: 'leerbaarheidstoets-ontheffing',
  inhoud: { grond: 'visueel', toelichting: 'De schermtekst is niet te lezen.' },
  ...op,
};

describe('uitnodigen', () => {
  it('geeft een plek, een afspraak met de taal van de tolk, en een bericht', async () => {
    const { g, m, pad, zittingId } = await maakZitting(w);
    const [id] = await mensen(w, g, 'Almaz');
    expect((await nodig(m, pad, [id as string])).body).toEqual({ toegevoegd: 1, geweigerd: [] });
    const { deelnemers, bezet } = await lees(m, pad);
    expect(bezet).toBe(1);
    expect(deelnemers).toMatchObject([
      {
        naam: 'Almaz Haile',
        tolkTaal: 'Tigrinya',
        tolk: null,
        uitkomst: null,
        oproep: false,
        bericht: { wat: 'uitnodiging', kanaal: 'brief' },
        toets: { staat: 'klaar', examennummer: 'LBT000123456' },
      },
    ]);
    const intake = await lees(m, `/v1/dossiers/${id}/intake`);
    expect(intake.afspraken).toMatchObject([
      {
        soort: 'leerbaarheidstoets',
        datum: ZITTINGDAG,
        plaats: 'Bibliotheek, Marktplein 4, Veldrijk',
      },
    ]);
    expect(await kandidaten(m, { zittingId })).toEqual([]);
  });

  it('kiest uit wie de toets nog moet doen', async () => {
    const { g, m } = await maakZitting(w);
    await mensen(w, g, 'Almaz', 'Biniam');
    await w.dossier(g.id, [...voorToets('Klaar'), UITSLAG]);
    await w.dossier(g.id, [...voorToets('Vrij'), ONTHEFFING]);
    expect((await kandidaten(m)).sort()).toEqual(['Almaz Haile', 'Biniam Haile']);
    expect(await kandidaten(m, { zoek: 'bini' })).toEqual(['Biniam Haile']);
    expect(await kandidaten(m, { page: 3, pageSize: 1 })).toEqual([]);
  });

  it('vindt één persoon, met de dag van het PIP en niet die van een eerdere termijn', async () => {
    const { g, m } = await maakZitting(w);
    const [almaz] = await mensen(w, g, 'Almaz', 'Biniam');
    const dag = datum('2026-10-05');
    const inhoud = { gemeentecode: g.code, op: dag };
    await schrijf(g, almaz as string, [
      { soort: 'inschrijving', inhoud, geldigOp: dag, bron: 'brp' },
    ]);
    const vraag = { dossierId: almaz };
    const moment = { datum: '2026-11-25', tijd: '10:00', plaats: 'het stadhuis', duurMinuten: 60 };
    await m.vraag('POST', `/v1/dossiers/${almaz}/afspraken`, { soort: 'intakegesprek', ...moment });
    const { items } = (await m.vraag('POST', '/v1/toetszittingen/_kandidaten', vraag)).body;
    expect(items).toMatchObject([{ naam: 'Almaz Haile', pipUiterlijk: '2026-12-14' }]);
  });

  it.each<[string, NieuwFeit[], string]>([
    ['wie al een uitslag heeft', [UITSLAG], 'uitslag-bekend'],
    ['wie ontheffing heeft', [ONTHEFFING], 'ontheffing'],
    [
      'wie met een PIP hierheen verhuisde',
      [
        {
          soort: 'pip-vorige-gemeente',
          inhoud: { gemeentecode: '0344', dagtekening: datum('2026-05-01'), leerroute: 'B' },
          ...op,
        },
      ],
      'pip-vastgesteld',
    ],
  ])('weigert %s', async (_wat, feiten, reden) => {
    const { g, m, pad } = await maakZitting(w);
    const id = await w.dossier(g.id, [...voorToets('Almaz'), ...feiten]);
    expect(code(await nodig(m, pad, [id]))).toEqual([409, reden]);
    expect((await lees(m, pad)).bezet).toBe(0);
  });

  it('niemand twee keer, ook niet in een andere zitting', async () => {
    const { g, m, pad, begeleiderId } = await maakZitting(w);
    const [id] = (await mensen(w, g, 'Almaz')) as [string];
    const dubbel = await nodig(m, pad, [id, id]);
    expect(dubbel.body.toegevoegd).toBe(1);
    expect(code(await nodig(m, pad, [id]))).toEqual([409, 'al-ingepland']);
    const ander = await m.vraag('POST', '/v1/toetszittingen', zittingInvoer([g.id], begeleiderId));
    const naast = `/v1/toetszittingen/${ander.body.zittingId}`;
    expect(code(await nodig(m, naast, [id]))).toEqual([409, 'andere-zitting']);
  });

  it('nooit meer mensen dan laptops: wie past gaat mee, de rest hoort waarom', async () => {
    const { g, m, pad } = await maakZitting(w, { laptops: 2 });
    const ids = await mensen(w, g, 'Almaz', 'Biniam', 'Dawit');
    const { body } = await nodig(m, pad, ids);
    expect([body.toegevoegd, body.geweigerd.map((x: { code: string }) => x.code)]).toEqual([
      2,
      ['vol'],
    ]);
    expect(
      code(
        await nodig(
          m,
          pad,
          body.geweigerd.map((x: { dossierId: string }) => x.dossierId),
        ),
      ),
    ).toEqual([409, 'vol']);
  });

  it('de laatste plek gaat bij twee tegelijk naar één', async () => {
    const { g, m, pad } = await maakZitting(w, { laptops: 1, vorm: 'individueel' });
    const ander = await w.medewerker(g.organisatieId);
    const [een, twee] = (await mensen(w, g, 'Almaz', 'Biniam')) as [string, string];
    const uit = await Promise.all([nodig(m, pad, [een]), nodig(ander, pad, [twee])]);
    expect(uit.map((u) => u.status).sort()).toEqual([200, 409]);
    expect((await lees(m, pad)).bezet).toBe(1);
  });

  it('kan op de dag zelf nog, daarna niet', async () => {
    const { g, m, pad } = await maakZitting(w);
    const [een, twee] = (await mensen(w, g, 'Almaz', 'Biniam')) as [string, string];
    w.klok.zetOp(datum(ZITTINGDAG));
    expect((await nodig(m, pad, [een])).status).toBe(200);
    w.klok.zetOp(datum('2026-12-01'));
    expect(code(await nodig(m, pad, [twee]))).toEqual([409, 'dag-voorbij']);
  });
});

describe('een plek komt vrij', () => {
  it('als de persoon afzegt, ook vanuit de intake', async () => {
    const { g, m, pad } = await maakZitting(w, { laptops: 1, vorm: 'individueel' });
    const [een, twee] = (await mensen(w, g, 'Almaz', 'Biniam')) as [string, string];
    await nodig(m, pad, [een]);
    const { deelnemers } = await lees(m, pad);
    const intake = `/v1/dossiers/${een}/afspraken/${deelnemers[0].afspraakId}/uitkomst`;
    await m.vraag('POST', intake, { uitkomst: 'afgezegd', reden: 'Ziek.', vervangt: null });
    expect((await lees(m, pad)).bezet).toBe(0);
    expect((await nodig(m, pad, [twee])).status).toBe(200);
    // Terug kan niet meer: de plek is vergeven.
    w.klok.zetOp(datum(ZITTINGDAG));
    const feit = (await lees(m, pad)).deelnemers.find(
      (d: { dossierId: string }) => d.dossierId === een,
    ).uitkomstFeitId;
    const terug = await uitkomst(m, pad, een, { uitkomst: 'verschenen', vervangt: feit });
    expect(code(terug)).toEqual([409, 'vol']);
  });

  describe.each<[string, (m: TestMedewerker, id: string, d: Deelnemer, weg: boolean) => Vraag]>([
    [
      'agenda',
      (m, id, d, weg) =>
        m.vraag('POST', `/v1/agenda/afspraken/${id}/${d.afspraakId}/uitkomst`, {
          uitkomst: weg ? 'afgezegd' : 'verschenen',
          gezien: d.uitkomstFeitId,
        }),
    ],
    [
      'intake',
      (m, id, d, weg) =>
        m.vraag('POST', `/v1/dossiers/${id}/afspraken/${d.afspraakId}/uitkomst`, {
          uitkomst: weg ? 'afgezegd' : 'verschenen',
          vervangt: d.uitkomstFeitId,
        }),
    ],
  ])('en is in de %s niet zonder meer terug te nemen', (_waar, leg) => {
    async function afgezegd() {
      const zitting = await maakZitting(w, { laptops: 1, vorm: 'individueel' });
      const [een, twee] = (await mensen(w, zitting.g, 'Almaz', 'Biniam')) as [string, string];
      const { m, pad } = zitting;
      await nodig(m, pad, [een]);
      const zie = async (): Promise<Deelnemer> =>
        (await lees(m, pad)).deelnemers.find((d: Deelnemer) => d.dossierId === een);
      expect((await leg(m, een, await zie(), true)).status).toBe(200);
      w.klok.zetOp(datum(ZITTINGDAG));
      return { ...zitting, een, twee, terug: async () => leg(m, een, await zie(), false) };
    }

    it('als een ander haar kreeg', async () => {
      const { m, pad, twee, terug } = await afgezegd();
      await nodig(m, pad, [twee]);
      expect(code(await terug())).toEqual([409, 'vol']);
      expect((await lees(m, pad)).bezet).toBe(1);
    });

    it('als de zitting niet doorgaat', async () => {
      const { m, pad, terug } = await afgezegd();
      const { revisie } = await lees(m, pad);
      const af = await m.vraag('POST', `${pad}/_afgelasten`, { reden: 'Geen stroom.', revisie });
      expect(af.status).toBe(200);
      expect(code(await terug())).toEqual([409, 'staat']);
    });

    it('wel als zij nog vrij is, en nooit tegelijk met een ander', async () => {
      const { g, m, pad, twee, terug } = await afgezegd();
      const ander = await w.medewerker(g.organisatieId);
      const uit = await Promise.all([terug(), nodig(ander, pad, [twee])]);
      expect(uit.map((u) => u.status).sort()).toEqual([200, 409]);
      expect((await lees(m, pad)).bezet).toBe(1);
    });
  });

  it('als de afspraak los van de zitting wordt verzet', async () => {
    const { g, m, pad } = await maakZitting(w);
    const [een] = (await mensen(w, g, 'Almaz')) as [string];
    await nodig(m, pad, [een]);
    const [a] = (await lees(m, `/v1/dossiers/${een}/intake`)).afspraken;
    await m.vraag('PUT', `/v1/dossiers/${een}/afspraken/${a.afspraakId}`, {
      datum: '2026-12-03',
      tijd: '10:00',
      plaats: 'het stadhuis',
      duurMinuten: 60,
      vervangt: a.feitId,
    });
    const { bezet, deelnemers } = await lees(m, pad);
    expect([bezet, deelnemers]).toEqual([0, []]);
  });
});

describe('wie er was', () => {
  it.each([
    ['de dag ervoor', '2026-11-29', 409],
    ['op de dag zelf', '2026-11-30', 200],
    ['de dag erna', '2026-12-01', 200],
  ])('is %s vast te leggen: %s', async (_wat, dag, status) => {
    const { g, m, pad } = await maakZitting(w);
    const [een] = (await mensen(w, g, 'Almaz')) as [string];
    await nodig(m, pad, [een]);
    w.klok.zetOp(datum(dag));
    expect((await uitkomst(m, pad, een, { uitkomst: 'verschenen' })).status).toBe(status);
  });

  it('wie er niet was, krijgt na de reden in één keer een tweede datum', async () => {
    const { g, m, pad, begeleiderId } = await maakZitting(w);
    const later = zittingInvoer([g.id], begeleiderId, { datum: '2026-12-10' });
    const { zittingId } = (await m.vraag('POST', '/v1/toetszittingen', later)).body;
    const [een] = (await mensen(w, g, 'Almaz')) as [string];
    await nodig(m, pad, [een]);
    expect((await lees(m, pad)).later).toMatchObject([{ zittingId, vrij: 3 }]);
    w.klok.zetOp(datum('2026-12-01'));
    const zonder = await uitkomst(m, pad, een, { uitkomst: 'niet-verschenen' });
    expect([zonder.status, zonder.body.invalidParams[0].name]).toEqual([400, 'reden']);
    const na = await uitkomst(m, pad, een, {
      uitkomst: 'niet-verschenen',
      reden: 'Het kind was ziek.',
      nieuweZittingId: zittingId,
    });
    expect(na.body.deelnemers).toMatchObject([
      { uitkomst: 'niet-verschenen', reden: 'Het kind was ziek.' },
    ]);
    const tweede = await lees(m, `/v1/toetszittingen/${zittingId}`);
    expect(tweede.deelnemers).toMatchObject([{ dossierId: een, uitkomst: null }]);
  });

  it('wie afzegt met meteen een nieuwe datum, hoort ook dat de oude niet doorgaat', async () => {
    const { g, m, pad, begeleiderId } = await maakZitting(w);
    const later = zittingInvoer([g.id], begeleiderId, { datum: '2026-12-10' });
    const { zittingId } = (await m.vraag('POST', '/v1/toetszittingen', later)).body;
    const [wist, nogNiet] = (await mensen(w, g, 'Almaz', 'Biniam')) as [string, string];
    await nodig(m, pad, [wist, nogNiet]);
    const berichten = (dossierId: string) =>
      w.db.forGemeenten({ gemeenten: [g.id] }, async (tx) => {
        const rijen = await tx
          .selectFrom('persoonsbericht')
          .select(['wat', 'staat', 'afspraak_id'])
          .where('dossier_id', '=', dossierId)
          .where('wat', '<>', 'herinnering')
          .orderBy('id')
          .execute();
        const [eerste] = rijen;
        const welke = (id: string) => (id === eerste?.afspraak_id ? 'oud' : 'nieuw');
        return rijen.map((r) => `${r.wat} ${welke(r.afspraak_id)} ${r.staat}`);
      });
    await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx
        .updateTable('persoonsbericht')
        .set({ staat: 'verstuurd' })
        .where('dossier_id', '=', wist)
        .where('wat', '=', 'uitnodiging')
        .execute(),
    );
    const weg = { uitkomst: 'afgezegd', reden: 'Werkt die dag.', nieuweZittingId: zittingId };
    for (const id of [wist, nogNiet]) {
      expect((await uitkomst(m, pad, id, weg)).status).toBe(200);
    }
    expect(await berichten(wist)).toEqual([
      'uitnodiging oud verstuurd',
      'afgezegd oud wacht',
      'uitnodiging nieuw wacht',
    ]);
    expect(await berichten(nogNiet)).toEqual([
      'uitnodiging oud vervallen',
      'uitnodiging nieuw wacht',
    ]);
  });

  it('een tweede datum die vol is, laat ook de uitkomst niet achter', async () => {
    const { g, m, pad, begeleiderId } = await maakZitting(w);
    const vol = zittingInvoer([g.id], begeleiderId, {
      datum: '2026-12-10',
      laptops: 1,
      vorm: 'individueel',
    });
    const { zittingId } = (await m.vraag('POST', '/v1/toetszittingen', vol)).body;
    const [een, twee] = (await mensen(w, g, 'Almaz', 'Biniam')) as [string, string];
    await nodig(m, pad, [een]);
    await nodig(m, `/v1/toetszittingen/${zittingId}`, [twee]);
    w.klok.zetOp(datum('2026-12-01'));
    const na = await uitkomst(m, pad, een, {
      uitkomst: 'niet-verschenen',
      reden: 'Onbekend.',
      nieuweZittingId: zittingId,
    });
    expect(code(na)).toEqual([409, 'vol']);
    expect((await lees(m, pad)).deelnemers[0].uitkomst).toBe(null);
  });

  it('is te verbeteren, en botst als een ander eerder was', async () => {
    const { g, m, pad } = await maakZitting(w);
    const [een] = (await mensen(w, g, 'Almaz')) as [string];
    await nodig(m, pad, [een]);
    w.klok.zetOp(datum(ZITTINGDAG));
    const eerst = await uitkomst(m, pad, een, { uitkomst: 'verschenen' });
    const botst = await uitkomst(m, pad, een, { uitkomst: 'verschenen' });
    expect(botst.body.conflict).toMatchObject({ wie: m.naam, wat: 'verschenen' });
    const vervangt = eerst.body.deelnemers[0].uitkomstFeitId;
    const beter = await uitkomst(m, pad, een, {
      uitkomst: 'niet-verschenen',
      reden: 'Verkeerde naam aangevinkt.',
      vervangt,
    });
    expect(beter.body.deelnemers[0].uitkomst).toBe('niet-verschenen');
  });

  it('verbeteren laat staan wie erbij was en hoe er is getolkt', async () => {
    const { g, m, pad } = await maakZitting(w);
    const [een] = (await mensen(w, g, 'Almaz')) as [string];
    await nodig(m, pad, [een]);
    w.klok.zetOp(datum(ZITTINGDAG));
    const [{ afspraakId }] = (await lees(m, pad)).deelnemers;
    const erbij = { erbij: ['maatje of vrijwilliger'], tolk: 'aanwezig' as const };
    const inhoud = { afspraakId, uitkomst: 'verschenen', ...erbij } as const;
    await schrijf(g, een, [
      { soort: 'afspraak-uitkomst', inhoud, geldigOp: datum(ZITTINGDAG), bron: 'medewerker' },
    ]);
    const vervangt = (await lees(m, pad)).deelnemers[0].uitkomstFeitId;
    const beter = { uitkomst: 'verschenen', reden: 'Kwam wat later.', vervangt };
    expect((await uitkomst(m, pad, een, beter)).status).toBe(200);
    const feiten = await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      leesFeiten(tx, { gemeenteId: g.id, dossierId: een }, ['afspraak-uitkomst']),
    );
    expect(feiten.find((f) => f.vervangt === vervangt)?.inhoud).toMatchObject(erbij);
  });

  it('de uitslag van DUO staat erbij met beide scores', async () => {
    const { g, m, pad } = await maakZitting(w);
    const [een] = (await mensen(w, g, 'Almaz')) as [string];
    await nodig(m, pad, [een]);
    w.klok.zetOp(datum(ZITTINGDAG));
    await uitkomst(m, pad, een, { uitkomst: 'verschenen' });
    await schrijf(g, een, [UITSLAG]);
    expect((await lees(m, pad)).deelnemers[0].toets).toEqual({
      staat: 'uitslag',
      examennummer: 'LBT000123456',
      resultaat: 'B1-route haalbaar',
      behaald: '62,50',
      benodigd: '50,00',
    });
  });
});

describe('de ladder van oproepen', () => {
  const oproepId = nieuwId();
  const OPROEP: NieuwFeit = {
    soort: 'oproep',
    inhoud: { oproepId, voor: 'brede-intake', uiterlijk: datum('2026-12-04'), herhaling: false },
    geldigOp: datum('2026-11-18'),
    bron: 'medewerker',
  };
  const ladder = async (m: TestMedewerker, id: string) =>
    (await lees(m, `/v1/dossiers/${id}/intake`)).ladder;

  it.each([
    ['telt mee als de toets bij de oproep hoort', true, 1],
    ['telt niet mee zonder oproep', false, 0],
  ])('niet komen %s', async (_wat, bijOproep, gemist) => {
    const { g, m, pad } = await maakZitting(w);
    const [een] = (await mensen(w, g, 'Almaz')) as [string];
    await schrijf(g, een, [OPROEP]);
    await nodig(m, pad, [een], bijOproep);
    expect((await lees(m, pad)).deelnemers[0].oproep).toBe(bijOproep);
    w.klok.zetOp(datum(ZITTINGDAG));
    await uitkomst(m, pad, een, { uitkomst: 'niet-verschenen', reden: 'Geen bericht gehad.' });
    expect(await ladder(m, een)).toMatchObject({ gemist });
  });

  it('een zitting na de termijn van de oproep hoort er niet bij', async () => {
    const { g, m, pad } = await maakZitting(w, { datum: '2026-12-05' });
    const [een] = (await mensen(w, g, 'Almaz')) as [string];
    await schrijf(g, een, [OPROEP]);
    await nodig(m, pad, [een], true);
    expect((await lees(m, pad)).deelnemers[0].oproep).toBe(false);
  });
});

it('de presentielijst is een toegankelijke PDF', async () => {
  const { g, m, pad } = await maakZitting(w);
  await nodig(m, pad, await mensen(w, g, 'Almaz'));
  const { app } = w;
  const antwoord = await app.inject({
    method: 'GET',
    url: `${pad}/presentielijst`,
    headers: { cookie: m.cookie },
  });
  expect(antwoord.headers['content-type']).toBe('application/pdf');
  expect(antwoord.headers['content-disposition']).toBe(
    'inline; filename="presentielijst-2026-11-30.pdf"',
  );
  const bytes = antwoord.rawPayload.toString('latin1');
  expect([bytes.slice(0, 5), bytes.includes('pdfuaid:part')]).toEqual(['%PDF-', true]);
});
