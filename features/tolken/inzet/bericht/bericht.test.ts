import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { datum } from '../../../../rules/shared/datum.ts';
import { legVast, type NieuwFeit } from '../../../../server/dossier/feiten.ts';
import { afspraak, persoon, tolkInvoer } from '../../../../test/begeleiding/tolken.ts';
import {
  type Proefdienst,
  sluitProefdienstAan,
  TERUG_GEHEIM,
} from '../../../../test/berichten/proefdienst.ts';
import { doeWerk, zetWerkOpNu } from '../../../../test/werk.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../../../test/world.ts';
import { tolkHoort } from '../../scherm/woorden.ts';
import { tolkberichtWerk } from './bericht.jobs.ts';

const MAANDAG = '2026-11-23';
let w: Wereld;
let dienst: Proefdienst;

beforeAll(async () => {
  w = await maakWereld({ vandaag: '2026-11-20' });
});
beforeEach(async () => {
  w.klok.zetOp(datum('2026-11-20'));
  dienst = await sluitProefdienstAan(w);
  await dienst.gedrag({});
});
afterEach(() => dienst.sluit());
afterAll(() => w.sluit());

const ADRES: NieuwFeit = {
  soort: 'adres',
  inhoud: { straat: 'Lindelaan', huisnummer: '12', postcode: '7411 CD', plaats: 'Veldrijk' },
  geldigOp: datum('2026-10-01'),
  bron: 'brp',
};

async function opzet(tolk: object = {}) {
  const g = await w.gemeente();
  const m = await w.medewerker(g.organisatieId);
  const stijl = JSON.stringify({ telefoon: '0570 12 34 56', email: 'post@veldrijk.example' });
  await w.db.zonderDossiers((tx) =>
    tx.updateTable('gemeente').set({ stijl }).where('id', '=', g.id).execute(),
  );
  const { body } = await m.vraag('POST', '/v1/tolken', tolkInvoer([g.id], tolk));
  return { g, m, tolkId: body.tolkId as string };
}

async function metAfspraak(g: TestGemeente, extra: object = {}, naam = 'Almaz') {
  const a = afspraak(MAANDAG, '10:00', extra);
  const dossierId = await w.dossier(g.id, [...persoon(naam), ADRES, a.feit]);
  return { dossierId, pad: `/v1/dossiers/${dossierId}/afspraken/${a.afspraakId}`, ...a };
}

const boek = (
  m: TestMedewerker,
  pad: string,
  tolkId: string,
  kop: Record<string, string> = {},
  vorm = 'aanwezig',
) => m.vraag('POST', `${pad}/tolk`, { tolkId, vorm, overlegd: true }, kop);
const doe = (m: TestMedewerker, inzetId: string, wat: string, inhoud: object) =>
  m.vraag('POST', `/v1/tolkinzetten/${inzetId}/${wat}`, inhoud);
const zegAf = (m: TestMedewerker, inzetId: string, revisie = 1) =>
  doe(m, inzetId, '_afzeggen', { reden: 'De persoon is ziek.', revisie });
const verplaats = (m: TestMedewerker, inzetId: string, revisie = 1) =>
  doe(m, inzetId, '_verplaatsen', { overlegd: true, revisie });
const werk = () => doeWerk(w, tolkberichtWerk);
const lijst = async (m: TestMedewerker) =>
  (await m.vraag('POST', '/v1/tolkinzetten/_zoek', {})).body.items;
const weg = async () => (await dienst.berichten()).map((b) => b.tekst.split('\n')[0]);

async function verzet(g: TestGemeente, p: Awaited<ReturnType<typeof metAfspraak>>, tijd: string) {
  const sleutel = { gemeenteId: g.id, dossierId: p.dossierId };
  await w.db.forGemeenten({ gemeenten: [g.id] }, async (tx) => {
    const oud = await tx
      .selectFrom('feit')
      .select('id')
      .where('dossier_id', '=', p.dossierId)
      .where('soort', '=', 'afspraak')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    const inhoud = { ...p.feit.inhoud, tijd };
    const feit = { ...p.feit, inhoud, vervangt: oud.id } as NieuwFeit;
    await legVast(tx, sleutel, [feit], { nu: w.klok.nu(), vandaag: w.klok.vandaag() });
  });
}

describe('wie als tolk wordt geboekt', () => {
  it('krijgt een e-mail met dag, tijd, plaats, taal en de gemeente, en niets over de persoon', async () => {
    const { g, m, tolkId } = await opzet();
    const { pad } = await metAfspraak(g);
    const kop = { 'idempotency-key': 'tolk-proef-0001' };
    const een = await boek(m, pad, tolkId, kop);
    expect(een.status).toBe(201);
    expect((await boek(m, pad, tolkId, kop)).body).toEqual(een.body);
    expect(een.body.bericht).toMatchObject({ wat: 'geboekt', kanaal: 'e-mail', staat: 'wacht' });
    await werk();
    const berichten = await dienst.berichten();
    expect(berichten).toMatchObject([{ soort: 'email', naar: 'selam@tolk.example' }]);
    const tekst = `${berichten[0]?.onderwerp}\n${berichten[0]?.tekst}`;
    for (const nodig of [
      'maandag 23 november 2026 om 10.00 uur (60 minuten)',
      'Tigrinya',
      'het stadhuis',
      g.code,
      '0570 12 34 56',
    ])
      expect(tekst).toContain(nodig);
    expect(tekst).not.toMatch(/Almaz|Haile|intake|Lindelaan|\d{9}/u);
    expect((await lijst(m))[0].bericht).toMatchObject({ staat: 'verstuurd' });
  });

  it('krijgt een sms zonder e-mailadres', async () => {
    const { g, m, tolkId } = await opzet({ email: '' });
    await boek(m, (await metAfspraak(g)).pad, tolkId);
    await werk();
    expect(await dienst.berichten()).toMatchObject([{ soort: 'sms', naar: '+31612345678' }]);
  });

  it.each([
    ['telefoon', 'aan de telefoon, wij bellen u'],
    ['video', 'via video'],
  ])('leest ook in de sms hoe er wordt getolkt: %s', async (vorm, hoe) => {
    const { g, m, tolkId } = await opzet({ email: '', vormen: ['telefoon', 'video'] });
    await boek(m, (await metAfspraak(g)).pad, tolkId, {}, vorm);
    await werk();
    const [bericht] = await dienst.berichten();
    expect(bericht?.tekst).toContain(`Hoe: ${hoe}.`);
    expect(bericht?.tekst).not.toContain('Waar');
  });

  it.each([
    ['zonder nummer en adres', { email: '', telefoon: '' }],
    ['met alleen een vast nummer', { email: '', telefoon: '0570 11 22 33' }],
  ])('moet %s zelf worden gebeld', async (_wat, tolk) => {
    const { g, m, tolkId } = await opzet(tolk);
    const { body } = await boek(m, (await metAfspraak(g)).pad, tolkId);
    expect(body.bericht).toMatchObject({ kanaal: null, staat: 'zelf' });
    await werk();
    expect(await dienst.berichten()).toEqual([]);
  });

  it('moet worden gebeld als er geen berichtendienst is', async () => {
    const { g, m, tolkId } = await opzet();
    w.t.berichten = undefined;
    await boek(m, (await metAfspraak(g)).pad, tolkId);
    await werk();
    expect((await lijst(m))[0].bericht).toMatchObject({ staat: 'zelf' });
  });

  it.each([
    ['thuis', { vorm: 'thuis', plaats: 'Lindelaan 12, Veldrijk' }],
    ['op het adres van de persoon', { plaats: 'lindelaan 12' }],
    ['op een plek met haar postcode', { plaats: 'Buurthuis 7411CD' }],
    ['op een plek met haar naam', { plaats: 'bij mevrouw Haile' }],
    ['bij haar aan de deur', { plaats: 'Lindelaan 12a, Veldrijk' }],
  ])('leest niet waar het is als dat %s is', async (_wat, extra) => {
    const { g, m, tolkId } = await opzet();
    const plaats = (extra as { plaats: string }).plaats;
    const { body } = await boek(m, (await metAfspraak(g, extra)).pad, tolkId);
    await werk();
    const [bericht] = await dienst.berichten();
    expect(bericht?.tekst).toContain('Waar: dat hoort u van de gemeente.');
    expect(bericht?.tekst).not.toContain(plaats);
    expect(tolkHoort(body.bericht)).toMatch(/gaat zo weg\. Vertel de tolk zelf waar het is\.$/u);
    expect(tolkHoort((await lijst(m))[0].bericht)).toContain('Vertel de tolk zelf waar het is.');
  });

  it.each([
    ['Al', 'Stadhuis, zaal 3'],
    ['An', 'het kantoor aan de Markt'],
    ['Lin', 'Lindelaan 120'],
  ])('leest waar het is, ook als %s toevallig in %s zit', async (naam, plaats) => {
    const { g, m, tolkId } = await opzet();
    const { body } = await boek(m, (await metAfspraak(g, { plaats }, naam)).pad, tolkId);
    await werk();
    expect((await dienst.berichten())[0]?.tekst).toContain(`Waar: ${plaats}.`);
    expect(tolkHoort(body.bericht)).not.toContain('Vertel de tolk zelf');
  });
});

describe('wie al is geboekt', () => {
  it('hoort dat het niet doorgaat', async () => {
    const { g, m, tolkId } = await opzet();
    const { inzetId } = (await boek(m, (await metAfspraak(g)).pad, tolkId)).body;
    await werk();
    expect((await zegAf(m, inzetId)).body.bericht).toMatchObject({ wat: 'afgezegd' });
    await werk();
    expect(await weg()).toEqual(['U bent geboekt als tolk.', 'U hoeft niet te komen tolken.']);
    const [, af] = await dienst.berichten();
    expect(af?.tekst).not.toMatch(/Almaz|Haile|ziek/u);
  });

  it('hoort niets als wij afzeggen voordat het bericht weg was', async () => {
    const { g, m, tolkId } = await opzet();
    const { inzetId } = (await boek(m, (await metAfspraak(g)).pad, tolkId)).body;
    await zegAf(m, inzetId);
    await werk();
    expect(await weg()).toEqual([]);
    expect((await lijst(m))[0].bericht).toMatchObject({ wat: 'geboekt', staat: 'vervallen' });
  });

  it('hoort van de nieuwe tijd', async () => {
    const { g, m, tolkId } = await opzet();
    const p = await metAfspraak(g);
    const { inzetId } = (await boek(m, p.pad, tolkId)).body;
    await werk();
    await verzet(g, p, '14:00');
    expect((await verplaats(m, inzetId)).status).toBe(200);
    await werk();
    const [, verplaatst] = await dienst.berichten();
    expect(verplaatst?.tekst).toContain('Uw opdracht als tolk is verzet.');
    expect(verplaatst?.tekst).toContain('Wanneer: maandag 23 november 2026 om 14.00 uur');
  });

  it('krijgt over een groep één bericht, en een afzegging als de laatste wegvalt', async () => {
    const { g, m, tolkId } = await opzet();
    const groepId = '0199f0a0-0000-7000-8000-00000000aa01';
    const een = (await boek(m, (await metAfspraak(g, { groepId })).pad, tolkId)).body;
    const twee = (await boek(m, (await metAfspraak(g, { groepId })).pad, tolkId)).body;
    await werk();
    expect(await weg()).toEqual(['U bent geboekt als tolk.']);
    await zegAf(m, een.inzetId);
    await werk();
    expect(await weg()).toHaveLength(1);
    await zegAf(m, twee.inzetId);
    await werk();
    expect(await weg()).toEqual(['U bent geboekt als tolk.', 'U hoeft niet te komen tolken.']);
  });
});

describe('het versturen', () => {
  const boekEen = async () => {
    const { g, m, tolkId } = await opzet();
    await boek(m, (await metAfspraak(g)).pad, tolkId);
    return m;
  };

  it('probeert het na een storing opnieuw en stuurt niets twee keer', async () => {
    const m = await boekEen();
    await dienst.gedrag({ antwoordKwijt: 1 });
    await werk();
    expect((await lijst(m))[0].bericht).toMatchObject({ staat: 'bezig' });
    await zetWerkOpNu(w);
    await werk();
    expect((await lijst(m))[0].bericht).toMatchObject({ staat: 'verstuurd' });
    expect(await weg()).toHaveLength(1);
  });

  it('vraagt na een uur hoe het afliep', async () => {
    const m = await boekEen();
    await werk();
    const [bericht] = await dienst.berichten();
    await dienst.app.inject({
      method: 'POST',
      url: '/simulator/afloop',
      payload: { id: bericht?.id, status: 'permanent-failure' },
    });
    await zetWerkOpNu(w);
    await werk();
    expect((await lijst(m))[0].bericht.staat).toBe('mislukt');
  });
});
