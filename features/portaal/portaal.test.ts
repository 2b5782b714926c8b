import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { datum } from '../../rules/shared/datum.ts';
import { nieuwId } from '../../server/id.ts';
import { maakPortaalkaart } from '../../server/portaal/kaart.ts';
import { openInburgeraar } from '../../test/inburgeraar.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../test/world.ts';

const VANDAAG = datum('2026-11-21');
const BOETE = {
  soort: 'boete',
  velden: { reden: 'Afspraken in het PIP', datumBeschikking: '2026-11-02', bedrag: '250' },
  uiterlijk: null,
};

let w: Wereld;
let g: TestGemeente;
let noor: TestMedewerker;
let dossierId: string;

beforeAll(async () => {
  w = await maakWereld({ vandaag: VANDAAG });
  g = await w.gemeente();
  noor = await w.medewerker(g.organisatieId);
});
afterAll(() => w.sluit());
beforeEach(async () => {
  dossierId = await openInburgeraar(w, g, {
    naam: ['Selam', 'Tesfay'],
    sinds: datum('2026-10-01'),
    van: noor,
  });
});

const maak = (inhoud: object, wie = noor) =>
  wie.vraag('POST', `/v1/dossiers/${dossierId}/portaalkaarten`, inhoud);
const stap = (kaartId: string, inhoud: object, wie = noor) =>
  wie.vraag('POST', `/v1/portaalkaarten/${kaartId}/_stap`, inhoud);
const zoek = (vraag: object = {}, wie = noor) =>
  wie.vraag('POST', '/v1/portaalkaarten/_zoek', { dossierId, ...vraag });

describe('een kaart voor het portaal van DUO', () => {
  test('gaat van open naar ingevoerd, met de dag en wie', async () => {
    const { status, body } = await maak(BOETE);
    expect([status, body.staat, body.naam]).toEqual([201, 'open', 'Selam Tesfay']);
    const klaar = await stap(body.kaartId, {
      handeling: 'afvinken',
      revisie: 1,
      ingevoerdOp: '2026-11-21',
    });
    expect(klaar.body).toMatchObject({
      staat: 'ingevoerd',
      ingevoerdOp: '2026-11-21',
      afgerondDoor: noor.naam,
      revisie: 2,
    });
    expect((await zoek({ staten: ['open'] })).body.totaal).toBe(0);
    expect((await zoek()).body.tellingen).toEqual({ open: 0, ingevoerd: 1, vervallen: 0 });
    const terug = await stap(body.kaartId, { handeling: 'heropenen', revisie: 2 });
    expect(terug.body).toMatchObject({ staat: 'open', ingevoerdOp: null, afgerondDoor: null });
  });

  test.each([
    ['2026-11-20', 200],
    ['2026-11-21', 200],
    ['2026-11-22', 409],
  ])('afvinken op %s geeft %i', async (ingevoerdOp, status) => {
    const { body } = await maak(BOETE);
    const antwoord = await stap(body.kaartId, { handeling: 'afvinken', revisie: 1, ingevoerdOp });
    expect(antwoord.status).toBe(status);
  });

  test('zonder verplichte velden gaat het vinkje niet', async () => {
    const { body } = await maak({ soort: 'bio-advies', velden: {}, uiterlijk: null });
    const antwoord = await stap(body.kaartId, {
      handeling: 'afvinken',
      revisie: 1,
      ingevoerdOp: '2026-11-21',
    });
    expect(antwoord.status).toBe(409);
    expect(antwoord.body.redenen.map((r: { veld: string }) => r.veld)).toEqual([
      'datumAdvies',
      'strekking',
      'motivering',
    ]);
  });

  test.each([
    [{ ...BOETE, velden: { bedrag: '0' } }],
    [{ ...BOETE, velden: { bedrag: '10000' } }],
    [{ ...BOETE, velden: { bedrag: '12,50' } }],
    [{ ...BOETE, velden: { datumBeschikking: '2026-02-30' } }],
    [{ ...BOETE, velden: { reden: 'Zomaar' } }],
    [{ ...BOETE, velden: { bsn: '999990019' } }],
    [{ ...BOETE, soort: 'iets' }],
  ])('weigert %j', async (inhoud) => {
    expect((await maak(inhoud)).status).toBe(400);
  });

  test('een ander was eerder: 409 en niets verandert', async () => {
    const { body } = await maak(BOETE);
    await stap(body.kaartId, { handeling: 'wijzigen', revisie: 1, inhoud: BOETE });
    const laat = await stap(body.kaartId, { handeling: 'vervallen', revisie: 1, reden: 'dubbel' });
    expect(laat.status).toBe(409);
    const { wie, wanneer } = laat.body.conflict;
    expect([wie, wanneer]).toEqual([noor.naam, (await zoek()).body.items[0].gewijzigdOp]);
    expect((await zoek()).body.items[0].staat).toBe('open');
  });

  test.each(['wijzigen', 'afvinken', 'vervallen'])(
    'een vervallen kaart laat %s niet toe',
    async (handeling) => {
      const { body } = await maak(BOETE);
      await stap(body.kaartId, { handeling: 'vervallen', revisie: 1, reden: 'dubbel' });
      const extra = { inhoud: BOETE, ingevoerdOp: '2026-11-21', reden: 'nog eens' };
      const inhoud = {
        wijzigen: { inhoud: extra.inhoud },
        afvinken: { ingevoerdOp: extra.ingevoerdOp },
        vervallen: { reden: extra.reden },
      }[handeling];
      expect((await stap(body.kaartId, { handeling, revisie: 2, ...inhoud })).status).toBe(409);
    },
  );

  test('dezelfde melding van DUO geeft één kaart', async () => {
    const kaart = {
      gemeenteId: g.id,
      dossierId,
      soort: 'bio-advies' as const,
      velden: {},
      berichtId: nieuwId(),
      nu: w.klok.nu(),
    };
    const doe = () => w.db.forGemeenten({ gemeenten: [g.id] }, (tx) => maakPortaalkaart(tx, kaart));
    expect(await doe()).toBeDefined();
    expect(await doe()).toBeUndefined();
    const { body } = await zoek();
    expect(body.items.map((k: { vanDuo: boolean }) => k.vanDuo)).toEqual([true]);
  });

  test('een lezer ziet haar en vinkt niet af', async () => {
    const { body } = await maak(BOETE);
    const lezer = await w.medewerker(g.organisatieId, ['*:lezer']);
    expect((await zoek({}, lezer)).body.totaal).toBe(1);
    const poging = { handeling: 'afvinken', revisie: 1, ingevoerdOp: '2026-11-21' };
    expect((await stap(body.kaartId, poging, lezer)).status).toBe(403);
  });

  test('een lege kaart met de dichtste dag staat bovenaan', async () => {
    await maak({ ...BOETE, uiterlijk: '2026-12-20' });
    await maak({ ...BOETE, uiterlijk: '2026-12-01' });
    await maak(BOETE);
    const { body } = await zoek();
    expect(body.items.map((k: { uiterlijk: string | null }) => k.uiterlijk)).toEqual([
      '2026-12-01',
      '2026-12-20',
      null,
    ]);
  });
});
