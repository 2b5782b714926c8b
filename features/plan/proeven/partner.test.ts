import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datum } from '../../../rules/shared/datum.ts';
import { legVast, type NieuwFeit } from '../../../server/dossier/feiten.ts';
import { nieuwId } from '../../../server/id.ts';
import { planVan } from '../../../test/begeleiding/plan.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../../test/world.ts';

let w: Wereld;
let g: TestGemeente;
let m: TestMedewerker;
let afzender = 0;

beforeAll(async () => {
  w = await maakWereld({ vandaag: '2026-11-21' });
  g = await w.gemeente();
  m = await w.medewerker(g.organisatieId);
});
afterAll(() => w.sluit());

const SELAM: NieuwFeit[] = [
  {
    soort: 'persoon',
    inhoud: {
      voornamen: 'Selam Abeba',
      geslachtsnaam: 'Tesfay',
      geboorte: { soort: 'jaar', jaar: 1999 },
    },
    geldigOp: datum('2026-10-01'),
    bron: 'brp',
  },
  {
    soort: 'inburgeringsplicht',
    inhoud: { plichtig: true, begin: datum('2026-09-01'), kennisgeving: datum('2026-10-20') },
    geldigOp: datum('2026-10-01'),
    bron: 'duo',
  },
];

/** Each visitor has an own address, so that only the test of the limit meets the limit. */
const eigenAdres = () => {
  afzender += 1;
  return `10.0.${afzender >> 8}.${afzender & 255}`;
};

/** Each visitor has an own address, so that only the test of the limit meets the limit. */
async function open(pad: string, payload: object, van = eigenAdres()) {
  const r = await w.app.inject({
    method: 'POST',
    url: `/v1/partner/${pad}`,
    payload,
    remoteAddress: van,
  });
  return { status: r.statusCode, body: JSON.parse(r.body), headers: r.headers };
}

async function metLink(extra: { klantmanagerId?: string } = {}) {
  w.klok.zetOp(datum('2026-11-21'));
  const dossierId = await w.dossier(g.id, SELAM, extra);
  const plan = planVan(m, dossierId);
  const taak = await plan.metTaak();
  const link = await plan.link(taak.netwerkId);
  return { dossierId, plan, ...taak, ...link };
}

const anderCijfer = (code: string) => `${code.slice(0, 5)}${(Number(code[5]) + 1) % 10}`;
const geraden = 'A'.repeat(43);

const WEG = { status: 404, body: { code: 'link-werkt-niet' } };

describe('een partner zonder account', () => {
  it('ziet met link en code alleen de voornaam en zijn afspraken', async () => {
    const { token, code, planId } = await metLink({ klantmanagerId: m.id });
    const r = await open('_wissel', { token, code });
    expect(r.status).toBe(200);
    const { sessie, sessieTot, ...beeld } = r.body;
    expect(sessie).toMatch(/^[\w-]{43}$/u);
    expect(Date.parse(sessieTot) - Date.parse(w.klok.nu())).toBeLessThanOrEqual(30 * 60_000);
    expect(beeld).toEqual({
      partner: 'Buurthuis De Linde',
      voornaam: 'Selam',
      gemeente: g.naam,
      klantmanager: { naam: m.naam, telefoon: '' },
      totEnMet: '2026-12-05',
      taken: [
        {
          planId,
          wat: 'Meelopen in de keuken van het buurthuis',
          uiterlijk: '2026-12-15',
          antwoord: null,
        },
      ],
    });
    expect(r.headers['set-cookie']).toBeUndefined();
    expect(r.headers['cache-control']).toBe('no-store');
  });

  it('antwoordt; het antwoord is een feit van de aanbieder en de afspraak is gedaan', async () => {
    const { token, code, planId, plan, dossierId } = await metLink();
    const { sessie } = (await open('_wissel', { token, code })).body;
    const r = await open('_antwoord', {
      sessie,
      planId,
      uitkomst: 'gedaan',
      tekst: 'Zij kookte mee.',
    });
    expect(r.status).toBe(200);
    expect(r.body.taken).toEqual([]);
    expect((await plan.lees()).afspraken).toMatchObject([
      {
        staat: 'gedaan',
        bron: 'aanbieder Buurthuis De Linde',
        antwoord: { uitkomst: 'gedaan', tekst: 'Zij kookte mee.', op: '2026-11-21' },
      },
    ]);
    const lijn = await m.vraag('GET', `/v1/dossiers/${dossierId}/tijdlijn?onderwerp=plan`);
    expect(lijn.body.items.map((i: { tekst: string }) => i.tekst)).toContain(
      'Antwoord van Buurthuis De Linde op “Meelopen in de keuken van het buurthuis”: gedaan – Zij kookte mee.',
    );
  });

  it('meldt dat iets niet lukt: de afspraak blijft open en geeft een signaal, tot de gemeente reageert', async () => {
    const { token, code, planId, plan, dossierId } = await metLink();
    const { sessie } = (await open('_wissel', { token, code })).body;
    await open('_antwoord', {
      sessie,
      planId,
      uitkomst: 'lukt-niet',
      tekst: 'De keuken is dicht.',
    });
    const signalen = async () =>
      (await m.vraag('GET', `/v1/dossiers/${dossierId}/stand`)).body.signalen?.map(
        (s: { id: string }) => s.id,
      );
    const [afspraak] = (await plan.lees()).afspraken;
    expect(afspraak).toMatchObject({ staat: 'open', antwoord: { uitkomst: 'lukt-niet' } });
    expect(await signalen()).toContain('partner-antwoord');
    const { feitId, sinds, bron, dagenOver, antwoord, ...rest } = afspraak;
    await plan.afspraak({ ...rest, uiterlijk: '2027-01-15', vorige: feitId });
    expect((await plan.lees()).afspraken).toMatchObject([
      { uiterlijk: '2027-01-15', antwoord: null, bron: m.naam },
    ]);
    expect(await signalen()).not.toContain('partner-antwoord');
    // Op de bijgestelde afspraak kan opnieuw worden geantwoord.
    expect(
      (await open('_antwoord', { sessie, planId, uitkomst: 'gedaan', tekst: '' })).status,
    ).toBe(200);
  });

  it('schrijft in het logboek, zonder naam van een medewerker', async () => {
    const { token, code, dossierId } = await metLink();
    await open('_wissel', { token, code });
    const { items } = (await m.vraag('GET', `/v1/dossiers/${dossierId}/logboek`)).body;
    expect(items).toContainEqual(
      expect.objectContaining({
        wie: 'partnerlink',
        handeling: 'lezen',
        objectSoort: 'partnerlink',
      }),
    );
  });

  it('een antwoord zonder woorden bij “lukt niet” wordt geweigerd', async () => {
    const { token, code, planId } = await metLink();
    const { sessie } = (await open('_wissel', { token, code })).body;
    const r = await open('_antwoord', { sessie, planId, uitkomst: 'vraag', tekst: ' ' });
    expect(r).toMatchObject({ status: 400, body: { invalidParams: [{ name: 'tekst' }] } });
  });
});

describe('wat een aanvaller probeert', () => {
  it('een geraden sleutel en een sleutel met één ander teken geven hetzelfde als een ingetrokken link', async () => {
    const { token, code, linkId, dossierId } = await metLink();
    const anders = `${token.slice(0, 42)}${token[42] === 'A' ? 'B' : 'A'}`;
    expect(await open('_wissel', { token: geraden, code })).toMatchObject(WEG);
    expect(await open('_wissel', { token: anders, code })).toMatchObject(WEG);
    await m.vraag('POST', `/v1/dossiers/${dossierId}/plan/links/${linkId}/_intrekken`);
    expect(await open('_wissel', { token, code })).toMatchObject(WEG);
    for (const sessie of [geraden, token])
      expect(await open('_bekijk', { sessie })).toMatchObject(WEG);
  });

  it('de code raden kan vijf keer; daarna werkt ook de goede code niet meer', async () => {
    const { token, code, plan, netwerkId } = await metLink();
    const fout = { token, code: anderCijfer(code) };
    for (const over of ['4 keer', '3 keer', '2 keer', 'één keer']) {
      const r = await open('_wissel', fout);
      expect(r).toMatchObject({ status: 400, body: { code: 'code-klopt-niet' } });
      expect(r.body.invalidParams[0].reason).toContain(over);
    }
    expect(await open('_wissel', fout)).toMatchObject(WEG);
    expect(await open('_wissel', { token, code })).toMatchObject(WEG);
    const partner = (await plan.lees()).netwerk.find(
      (p: { netwerkId: string }) => p.netwerkId === netwerkId,
    );
    expect(partner.links).toMatchObject([{ staat: 'geblokkeerd' }]);
  });

  it('tegelijk raden telt elke poging', async () => {
    const { token, code } = await metLink();
    const fout = { token, code: anderCijfer(code) };
    const antwoorden = await Promise.all(Array.from({ length: 8 }, () => open('_wissel', fout)));
    expect(antwoorden.filter((r) => r.status === 400)).toHaveLength(4);
    expect(await open('_wissel', { token, code })).toMatchObject(WEG);
  });

  it('werkt op de laatste dag, en de dag erna niet meer, ook niet in een lopende sessie', async () => {
    const { token, code } = await metLink();
    w.klok.zetOp(datum('2026-12-04'));
    expect((await open('_wissel', { token, code })).status).toBe(200);
    w.klok.zetOp(datum('2026-12-05'));
    const { status, body } = await open('_wissel', { token, code });
    expect(status).toBe(200);
    w.klok.zetOp(datum('2026-12-06'));
    expect(await open('_wissel', { token, code })).toMatchObject(WEG);
    expect((await open('_bekijk', { sessie: body.sessie })).status).toBe(409);
  });

  it('een sessie eindigt na een half uur; de link met code begint een nieuwe en de oude sessie vervalt', async () => {
    const { token, code, linkId } = await metLink();
    const eerste = (await open('_wissel', { token, code })).body.sessie;
    const tweede = (await open('_wissel', { token, code })).body.sessie;
    expect(await open('_bekijk', { sessie: eerste })).toMatchObject(WEG);
    expect((await open('_bekijk', { sessie: tweede })).status).toBe(200);
    await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx
        .updateTable('partnerlink')
        .set({ sessie_tot: w.klok.nu() })
        .where('id', '=', linkId)
        .execute(),
    );
    expect(await open('_bekijk', { sessie: tweede })).toMatchObject({
      status: 409,
      body: { code: 'sessie-voorbij' },
    });
  });

  it('een antwoord nog eens sturen verandert niets', async () => {
    const { token, code, planId, plan } = await metLink();
    const { sessie } = (await open('_wissel', { token, code })).body;
    const antwoord = { sessie, planId, uitkomst: 'gedaan', tekst: 'klaar' };
    expect((await open('_antwoord', antwoord)).status).toBe(200);
    expect(await open('_antwoord', { ...antwoord, uitkomst: 'vraag' })).toMatchObject({
      status: 409,
      body: { redenen: [{ code: 'niet-open' }] },
    });
    expect((await plan.lees()).afspraken).toMatchObject([{ antwoord: { uitkomst: 'gedaan' } }]);
  });

  it('een afspraak van een ander dossier, een andere partner of buiten de link is er niet', async () => {
    const ander = await metLink();
    const { plan, netwerkId } = await metLink();
    const tweede = await plan.afspraak({ wie: { soort: 'partner', naam: 'x', netwerkId } });
    const eigen = await plan.afspraak();
    const buur = await plan.metTaak({ naam: 'Taalcafé' });
    const [eerste] = (await plan.lees()).afspraken.filter(
      (a: { planId: string; wie: { netwerkId: string } }) =>
        a.wie.netwerkId === netwerkId && a.planId !== tweede.id,
    );
    const link = await plan.link(netwerkId, eerste.planId);
    const { sessie, taken } = (await open('_wissel', { token: link.token, code: link.code })).body;
    expect(taken.map((t: { planId: string }) => t.planId)).toEqual([eerste.planId]);
    for (const planId of [ander.planId, tweede.id, eigen.id, buur.planId, nieuwId()]) {
      const r = await open('_antwoord', { sessie, planId, uitkomst: 'gedaan', tekst: '' });
      expect(r).toMatchObject({ status: 409, body: { redenen: [{ code: 'niet-open' }] } });
    }
    expect((await ander.plan.lees()).afspraken).toMatchObject([{ staat: 'open' }]);
  });

  it('stopt het delen of de partner, dan stopt de link meteen', async () => {
    const { token, code, plan, deling, netwerkId } = await metLink();
    const { sessie } = (await open('_wissel', { token, code })).body;
    await plan.doe(`delingen/${deling.id}/_stop`, { reden: 'verzoek', vorige: deling.feitId });
    expect(await open('_bekijk', { sessie })).toMatchObject(WEG);
    expect(await open('_wissel', { token, code })).toMatchObject(WEG);
    expect(await plan.doe('links', { netwerkId, planId: null, dagen: 7 })).toMatchObject({
      status: 409,
      body: { redenen: [{ code: 'niet-gedeeld' }] },
    });
  });

  it('na het overlijden van de persoon werkt de link niet meer', async () => {
    const { token, code, dossierId } = await metLink();
    const dag = datum('2026-11-20');
    await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      legVast(
        tx,
        { gemeenteId: g.id, dossierId },
        [{ soort: 'overlijden', inhoud: { op: dag }, geldigOp: dag, bron: 'brp' }],
        { nu: w.klok.nu(), vandaag: w.klok.vandaag() },
      ),
    );
    expect(await open('_wissel', { token, code })).toMatchObject(WEG);
  });

  it('gaat het dossier op in een ander, dan gaat de link mee en toont hij niets meer dan eerst', async () => {
    const { token, code, planId, dossierId } = await metLink();
    const ander = await w.dossier(g.id, SELAM, { vNummer: '2100009977' });
    await planVan(m, ander).afspraak();
    const r = await m.vraag('POST', `/v1/dossiers/${ander}/_samenvoegen`, {
      metDossierId: dossierId,
    });
    expect(r.status).toBe(200);
    const { sessie, taken } = (await open('_wissel', { token, code })).body;
    expect(taken.map((t: { planId: string }) => t.planId)).toEqual([planId]);
    const antwoord = { sessie, planId, uitkomst: 'gedaan', tekst: '' };
    expect((await open('_antwoord', antwoord)).status).toBe(200);
    const afspraken = (await planVan(m, ander).lees()).afspraken;
    expect(afspraken.map((a: { staat: string }) => a.staat)).toEqual(['open', 'gedaan']);
  });

  it('een afgeschermd dossier is er ook voor de link niet', async () => {
    const { token, code, dossierId } = await metLink();
    const { sessie } = (await open('_wissel', { token, code })).body;
    await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx
        .insertInto('quarantaine')
        .values({
          gemeente_id: g.id,
          id: nieuwId(),
          dossier_id: dossierId,
          dossier_ids: [dossierId],
          staat: 'open',
          reden: 'verkeerde-persoon',
          toelichting: 'proef',
          afgeschermd_op: w.klok.nu(),
          afgeschermd_door: m.id,
        } as never)
        .execute(),
    );
    expect(await open('_wissel', { token, code })).toMatchObject(WEG);
    expect(await open('_bekijk', { sessie })).toMatchObject(WEG);
  });

  it('de database kent sleutel noch code', async () => {
    const { token, code, linkId } = await metLink();
    await open('_wissel', { token, code });
    const client = new Client({ connectionString: w.ownerUrl });
    await client.connect();
    const { rows } = await client.query('select p::text as rij from partnerlink p where id = $1', [
      linkId,
    ]);
    const elders = await client.query('select i::text as rij from idempotentie i');
    await client.end();
    const alles = [...rows, ...elders.rows].map((r) => r.rij).join('\n');
    expect(alles).not.toContain(token);
    expect(alles).not.toContain(code);
    expect(alles).not.toContain(Buffer.from(token).toString('hex'));
  });

  it('wie te vaak achter elkaar vraagt, moet wachten', async () => {
    const van = '192.0.2.7';
    const statussen: number[] = [];
    for (let i = 0; i < 31; i += 1)
      statussen.push((await open('_bekijk', { sessie: geraden }, van)).status);
    expect(statussen.filter((s) => s === 404)).toHaveLength(30);
    expect(statussen.at(-1)).toBe(429);
  });

  it('een collega van een andere gemeente kan geen link maken of intrekken', async () => {
    const { dossierId, linkId, netwerkId, token, code } = await metLink();
    const elders = await w.medewerker((await w.gemeente()).organisatieId);
    const plan = planVan(elders, dossierId);
    expect((await plan.doe('links', { netwerkId, planId: null, dagen: 7 })).status).toBe(404);
    expect((await plan.doe(`links/${linkId}/_intrekken`, {})).status).toBe(404);
    expect((await open('_wissel', { token, code })).status).toBe(200);
  });
});
