import { afterAll, beforeAll, expect, test } from 'vitest';
import { maakVerkeersteller } from '../../server/bewaking/verkeer.ts';
import { type Db, openDb } from '../../server/db/db.ts';
import { nieuwId } from '../../server/id.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../test/world.ts';

let w: Wereld;
let g: TestGemeente;
let noor: TestMedewerker;
let roos: TestMedewerker;

beforeAll(async () => {
  w = await maakWereld();
  g = await w.gemeente();
  noor = await w.medewerker(g.organisatieId);
  roos = await w.medewerker(g.organisatieId, ['*:regisseur']);
});
afterAll(() => w.sluit());

const zetPlat = (systeem: string, minuten: number) =>
  w.db.zonderDossiers((tx) =>
    tx
      .insertInto('koppeling_staat')
      .values({
        systeem,
        laatst_gelukt_op: null,
        laatst_mislukt_op: new Date().toISOString(),
        mislukt_sinds: new Date(Date.now() - minuten * 60_000).toISOString(),
        reden: 'geen antwoord',
      })
      .onConflict((c) =>
        c.column('systeem').doUpdateSet((eb) => ({
          mislukt_sinds: eb.ref('excluded.mislukt_sinds'),
          reden: eb.ref('excluded.reden'),
        })),
      )
      .execute(),
  );

const koppeling = async (systeem: string) => {
  const { body } = await roos.vraag('GET', '/v1/koppelingen');
  return body.koppelingen.find((k: { systeem: string }) => k.systeem === systeem);
};

test('tellingen van twee processen komen bij elkaar, en een gelukt verzoek beëindigt de storing', async () => {
  const [een, twee] = [maakVerkeersteller(w.db), maakVerkeersteller(w.db)];
  een.neemWaar({ systeem: 'duo', gelukt: false, duurMs: 12, reden: 'geen antwoord' });
  twee.neemWaar({ systeem: 'duo', gelukt: false, duurMs: 8 });
  await een.schrijf();
  await twee.schrijf();
  const mis = await koppeling('duo');
  expect(mis).toMatchObject({ laatstGelukt: null, reden: 'geen antwoord' });
  expect(mis.platSinds).not.toBeNull();
  expect(mis.uren).toHaveLength(24);
  expect(mis.uren.at(-1)).toMatchObject({ gelukt: 0, mislukt: 2 });
  een.neemWaar({ systeem: 'duo', gelukt: true, duurMs: 5 });
  await een.stop();
  await twee.stop();
  expect(await koppeling('duo')).toMatchObject({ platSinds: null, reden: null });
});

test('valt de database weg, dan tellen de verzoeken de volgende keer mee', async () => {
  let weg = true;
  const echt = openDb(w.ownerUrl, 'meedoen_app', 1);
  const db: Db = {
    ...echt,
    zonderDossiers: (werk) => (weg ? Promise.reject(new Error('weg')) : echt.zonderDossiers(werk)),
  };
  const teller = maakVerkeersteller(db);
  teller.neemWaar({ systeem: 'brp', gelukt: false, duurMs: 1 });
  await teller.schrijf();
  teller.neemWaar({ systeem: 'brp', gelukt: true, duurMs: 1 });
  weg = false;
  await teller.stop();
  await echt.close();
  const brp = await koppeling('brp');
  expect(brp).toMatchObject({ platSinds: null });
  expect(brp.uren.at(-1)).toMatchObject({ gelukt: 1, mislukt: 1 });
});

test('een storing van meer dan een minuut staat op elk scherm, met wat er wacht', async () => {
  await zetPlat('duo', 0.5);
  expect((await noor.vraag('GET', '/v1/storingen')).body.items).toEqual([]);
  await zetPlat('duo', 10);
  const dossierId = await w.dossier(g.id, []);
  await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
    tx
      .insertInto('bericht_uit')
      .values({
        gemeente_id: g.id,
        dossier_id: dossierId,
        id: nieuwId(),
        soort: 'pip',
        onderwerp_id: nieuwId(),
        inhoud: '{}',
        staat: 'wacht',
        gemaakt_op: new Date().toISOString(),
      })
      .execute(),
  );
  const { items } = (await noor.vraag('GET', '/v1/storingen')).body;
  expect(items).toMatchObject([{ systeem: 'duo', naam: 'DUO' }]);
  expect(items[0].gevolg).toContain('Er wacht één bericht');
  expect(await koppeling('duo')).toMatchObject({ staat: 'plat', wachtrij: { aantal: 1 } });
});

test('een klantmanager ziet de banner, niet het beheerscherm', async () => {
  expect((await noor.vraag('GET', '/v1/koppelingen')).status).toBe(403);
  expect((await noor.vraag('GET', '/v1/storingen')).status).toBe(200);
});

test('berichten aan inburgeraars: hoeveel er te laat is en hoe oud het oudste is', async () => {
  expect(await koppeling('notify')).toBeUndefined();
  const stil = {
    stuur: () => Promise.reject(),
    zoek: () => Promise.reject(),
    sluit: async () => {},
  };
  w.t.berichten = { client: stil, afzender: () => ({}), terugGeheim: 'x'.repeat(32) };
  const dossierId = await w.dossier(g.id, []);
  const over = (minuten: number) =>
    new Date(Date.parse(w.klok.nu()) + minuten * 60_000).toISOString();
  await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
    tx
      .insertInto('persoonsbericht')
      .values(
        [-61, -5, 60].map((minuten) => ({
          gemeente_id: g.id,
          dossier_id: dossierId,
          id: nieuwId(),
          afspraak_id: nieuwId(),
          afspraak_feit: nieuwId(),
          wat: 'uitnodiging' as const,
          kanaal: 'brief' as const,
          staat: 'wacht' as const,
          reden: null,
          niet_voor: over(minuten),
          gemaakt_op: over(minuten),
        })),
      )
      .execute(),
  );
  const { wachtrij } = await koppeling('notify');
  expect([wachtrij.aantal, wachtrij.oudsteMinuten]).toEqual([2, 61]);
  await zetPlat('notify', 10);
  const { body } = await noor.vraag('GET', '/v1/storingen');
  const storing = body.items.find((i: { systeem: string }) => i.systeem === 'notify');
  expect(storing.naam).toBe('De berichtendienst');
  expect(storing.gevolg).toContain('Er wachten 2 berichten');
});
