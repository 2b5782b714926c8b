import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Keten, type Mens, maakKeten, maakMens, meld } from '../../../test/duo-brp.ts';
import { doeWerk, wachtendWerk } from '../../../test/werk.ts';
import type { TestGemeente, TestMedewerker } from '../../../test/world.ts';
import { notificatieWerk } from '../notificatie.jobs.ts';

let k: Keten;
let g: TestGemeente;
let m: TestMedewerker;
let baas: TestMedewerker;

beforeAll(async () => {
  k = await maakKeten();
});
afterAll(() => k.sluit());
beforeEach(async () => {
  g = await k.gemeente();
  m = await k.w.medewerker(g.organisatieId);
  baas = await k.w.medewerker(g.organisatieId, ['*:regisseur', 'gezondheid:regisseur']);
});

const werk = () => doeWerk(k.w, notificatieWerk);
/** Elke persoon heet anders, zodat van één persoon alles is terug te vinden. */
let volgende = 0;
const heet = () => {
  volgende += 1;
  const geslachtsnaam = `Ghebreyesus${'abcdefghijklmnop'[volgende]}`;
  return { naam: { voornamen: 'Saba', geslachtsnaam, volledigeNaam: `Saba ${geslachtsnaam}` } };
};
const AF = { reden: 'verkeerde-persoon', toelichting: 'DUO verwisselde twee mensen.' };

async function ontvangen(): Promise<{
  mens: Mens;
  naam: string;
  dossierId: string;
  berichtId: string;
}> {
  const wie = heet();
  const mens = await maakMens(k, g, {
    duo: {
      ontheffingen: [
        { GeheleOntheffing: { oordeel: 'Toekenning', datumOordeel: '2026-11-04', grond: 'MED' } },
      ],
    },
    brp: wie,
  });
  await meld(k.w, g, 'SS101', mens);
  await meld(k.w, g, 'SS119', mens);
  await werk();
  const { items } = (await m.vraag('POST', '/v1/berichten/_zoek', {})).body;
  const bericht = items.find((b: { gebeurtenisId: string }) => b.gebeurtenisId === 'SS101');
  const naam = wie.naam.geslachtsnaam;
  return { mens, naam, dossierId: bericht.dossierId, berichtId: bericht.id };
}

const schermAf = (berichtId: string, wie = m, inhoud: object = AF) =>
  wie.vraag('POST', `/v1/berichten/${berichtId}/_afschermen`, inhoud);

async function afgeschermd() {
  const wat = await ontvangen();
  const { quarantaineId } = (await schermAf(wat.berichtId)).body;
  return { ...wat, quarantaineId };
}

/** Alles wat de eigenaar van de database nog over een persoon kan vinden. */
async function sporen(
  mens: Mens,
  naam: string,
  dossierId: string,
): Promise<Record<string, number>> {
  const client = new pg.Client(k.w.ownerUrl);
  await client.connect();
  const { rows } = await client.query(
    `select table_name as tabel from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const uit: Record<string, number> = {};
  for (const { tabel } of rows) {
    const gevonden = await client.query(
      `select count(*)::int as n from "${tabel}" t
        where t::text like $1 or t::text like $2 or t::text like $3 or t::text ilike $4`,
      [`%${mens.bsn}%`, `%${mens.vNummer}%`, `%${dossierId}%`, `%${naam}%`],
    );
    if (gevonden.rows[0].n > 0) uit[tabel] = gevonden.rows[0].n;
  }
  await client.end();
  return uit;
}

describe('afschermen', () => {
  test('meteen ziet niemand de persoon: niet in lijst, zoeken, telling, werkvoorraad of dossier', async () => {
    const { naam, dossierId, berichtId } = await ontvangen();
    const zoek = () => m.vraag('POST', '/v1/inburgeraars/_zoek', { zoek: naam });
    const werkvoorraad = () => m.vraag('POST', '/v1/werkvoorraad/_zoek', { bereik: 'team' });
    const voor = [(await zoek()).body.totaal, (await werkvoorraad()).body.totaal];
    expect(voor).toEqual([1, 1]);
    const antwoord = await schermAf(berichtId);
    expect(antwoord.status).toBe(200);
    for (const wie of [m, baas]) {
      const na = [
        (await wie.vraag('POST', '/v1/inburgeraars/_zoek', { zoek: naam })).body.totaal,
        (await wie.vraag('POST', '/v1/werkvoorraad/_zoek', { bereik: 'team' })).body.totaal,
        (await wie.vraag('POST', '/v1/berichten/_zoek', {})).body.totaal,
      ];
      expect(na).toEqual([0, 0, 0]);
      for (const pad of ['', '/stand', '/tijdlijn', '/duo', '/documenten', '/logboek'])
        expect((await wie.vraag('GET', `/v1/dossiers/${dossierId}${pad}`)).status).toBe(404);
      expect((await wie.vraag('GET', `/v1/berichten/${berichtId}`)).status).toBe(404);
      expect((await wie.vraag('GET', '/v1/ik')).body.tellers).toMatchObject({ postvak: 0 });
    }
  });

  test('elke tabel met rijen van een dossier houdt een afgeschermd dossier verborgen', async () => {
    const client = new pg.Client(k.w.ownerUrl);
    await client.connect();
    const { rows } = await client.query(
      `select c.relname as tabel, exists (select from pg_policy p
          where p.polrelid = c.oid and p.polname = 'afgeschermd' and not p.polpermissive) as heeft
        from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
          and a.attname = 'dossier_id' and not a.attisdropped
          and c.relname not in ('audit', 'quarantaine')`,
    );
    await client.end();
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter((r) => !r.heeft).map((r) => r.tabel)).toEqual([]);
  });

  test('nieuwe meldingen wachten, niets wordt gevraagd, en er komt geen tweede dossier', async () => {
    const { mens, quarantaineId } = await afgeschermd();
    const voor = await k.brp('GET', '/tellers');
    await meld(k.w, g, 'SS139', mens);
    expect(await werk()).toEqual({ mislukt: [] });
    expect(await k.brp('GET', '/tellers')).toEqual(voor);
    expect((await m.vraag('POST', '/v1/berichten/_zoek', {})).body.totaal).toBe(0);
    const open = await m.vraag('POST', '/v1/dossiers', {
      gemeenteId: g.id,
      bsn: mens.bsn,
      voornamen: 'X',
      geslachtsnaam: 'Y',
    });
    expect([400, 409]).toContain(open.status);
    const [q] = (await baas.vraag('GET', '/v1/quarantaine')).body.items;
    expect(q).toMatchObject({ id: quarantaineId, staat: 'open', aantalMeldingen: 3 });
  });

  test('de toelichting mag de persoon niet noemen: zij blijft na het wissen bewaard', async () => {
    const { berichtId, mens, naam } = await ontvangen();
    for (const toelichting of [`Dit is mevrouw ${naam}`, `Nummer ${mens.bsn}`, 'bel 9991 0000 1']) {
      const antwoord = await schermAf(berichtId, m, { ...AF, toelichting });
      expect(antwoord.status).toBe(409);
      expect(antwoord.body.redenen).toMatchObject([{ veld: 'toelichting' }]);
    }
  });

  test('alleen een regisseur beslist; een andere gemeente weet van niets', async () => {
    const { quarantaineId } = await afgeschermd();
    const pad = `/v1/quarantaine/${quarantaineId}`;
    expect((await m.vraag('GET', '/v1/quarantaine')).status).toBe(403);
    expect((await m.vraag('POST', `${pad}/_wissen`, { besluit: 'weg ermee' })).status).toBe(403);
    const elders = await k.w.medewerker((await k.gemeente()).organisatieId, ['*:regisseur']);
    expect((await elders.vraag('GET', '/v1/quarantaine')).body.items).toEqual([]);
    expect((await elders.vraag('POST', `${pad}/_wissen`, { besluit: 'weg' })).status).toBe(404);
    expect((await elders.vraag('GET', `${pad}/verklaring`)).status).toBe(404);
  });
});

describe('vrijgeven', () => {
  test('alles is terug, met wat intussen kwam', async () => {
    const { mens, dossierId, quarantaineId } = await afgeschermd();
    await meld(k.w, g, 'SS139', mens);
    await werk();
    const pad = `/v1/quarantaine/${quarantaineId}/_vrijgeven`;
    const antwoord = await baas.vraag('POST', pad, { besluit: 'DUO bevestigde dat het klopt.' });
    expect(antwoord.body).toMatchObject({ staat: 'vrijgegeven', naam: null });
    await werk();
    expect((await m.vraag('GET', `/v1/dossiers/${dossierId}`)).status).toBe(200);
    const { items } = (await m.vraag('POST', '/v1/berichten/_zoek', {})).body;
    expect(items).toHaveLength(3);
    expect(items.every((b: { dossierId: string }) => b.dossierId === dossierId)).toBe(true);
    const wacht = (await wachtendWerk(k.w)).filter((j) => JSON.stringify(j).includes(g.id));
    expect(wacht.map((j) => j.task_identifier)).toEqual(['duo_verzenden']);
    expect((await baas.vraag('POST', pad, { besluit: 'nog eens' })).status).toBe(409);
  });
});

describe('wissen met bewijs', () => {
  test('niets van de persoon blijft over, behalve een verklaring zonder gegevens', async () => {
    const { mens, naam, dossierId, quarantaineId } = await afgeschermd();
    expect(Object.keys(await sporen(mens, naam, dossierId)).sort()).toEqual(
      expect.arrayContaining(['bericht_in', 'dossier', 'dossier_stand', 'duo_opname', 'feit']),
    );
    const pad = `/v1/quarantaine/${quarantaineId}`;
    expect((await baas.vraag('GET', `${pad}/verklaring`)).status).toBe(409);
    const antwoord = await baas.vraag('POST', `${pad}/_wissen`, { besluit: 'DUO trok hen terug.' });
    expect(antwoord.body).toMatchObject({ staat: 'gewist', naam: null, beslotenDoor: baas.naam });
    expect(Object.keys(await sporen(mens, naam, dossierId)).sort()).toEqual([
      'audit',
      'quarantaine',
    ]);

    const pdf = await baas.vraag('GET', `${pad}/verklaring`);
    expect(pdf.status).toBe(200);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(pdf.headers['content-disposition']).toMatch(/verklaring-van-wissen-[0-9a-f]{8}\.pdf/);
    const rij = await k.w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx
        .selectFrom('quarantaine')
        .select(['tellingen', 'verklaring_hash', 'toelichting', 'besluit'])
        .where('id', '=', quarantaineId)
        .executeTakeFirstOrThrow(),
    );
    expect(rij.tellingen).toMatchObject({ dossier: 1, bericht_in: 2, bijzonder_feit: 1 });
    expect(rij.verklaring_hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('een herhaling van dezelfde melding brengt niets terug', async () => {
    const wie = heet();
    const mens = await maakMens(k, g, { brp: wie });
    const melding = {
      method: 'POST' as const,
      url: '/duo/v1/notificaties',
      headers: {
        bron: k.w.t.config.DUO_OIN,
        doel: g.oin,
        berichtId: '01900000-0000-4000-8000-000000000001',
      },
      payload: {
        registratieDatumTijd: '2026-11-20T08:00:00.000Z',
        gebeurtenisId: 'SS101',
        bsn: mens.bsn,
      },
    };
    await k.w.app.inject(melding);
    await werk();
    const [b] = (await m.vraag('POST', '/v1/berichten/_zoek', {})).body.items;
    const { quarantaineId } = (await schermAf(b.id)).body;
    await baas.vraag('POST', `/v1/quarantaine/${quarantaineId}/_wissen`, { besluit: 'gewist' });
    expect((await k.w.app.inject(melding)).statusCode).toBe(201);
    await werk();
    expect(Object.keys(await sporen(mens, wie.naam.geslachtsnaam, b.dossierId)).sort()).toEqual([
      'audit',
      'quarantaine',
    ]);
    const { items } = (await m.vraag('POST', '/v1/berichten/_zoek', {})).body;
    expect(items).toMatchObject([{ id: b.id, staat: 'afgehandeld', naam: null, dossierId: null }]);
    const bericht = (await m.vraag('GET', `/v1/berichten/${b.id}`)).body;
    expect(bericht).toMatchObject({
      ontvangen: { bsn: null, vNummer: null },
      opmerkingen: ['De gegevens van deze persoon zijn gewist.'],
    });
  });

  test('een ander dossier en een andere gemeente blijven zoals ze waren', async () => {
    const { quarantaineId } = await afgeschermd();
    const over = await maakMens(k, g);
    await meld(k.w, g, 'SS101', over);
    await werk();
    const [b] = (await m.vraag('POST', '/v1/berichten/_zoek', {})).body.items;
    const stand = async () => (await m.vraag('GET', `/v1/dossiers/${b.dossierId}/stand`)).body;
    const voor = await stand();
    await baas.vraag('POST', `/v1/quarantaine/${quarantaineId}/_wissen`, { besluit: 'gewist' });
    expect(await stand()).toEqual(voor);
  });
});
