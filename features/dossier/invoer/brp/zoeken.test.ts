import { afterAll, beforeAll, expect, it } from 'vitest';
import { alsEigenaar } from '../../../../test/api/rijk.ts';
import { brpDag, type Keten, maakKeten, nieuwBsn } from '../../../../test/duo-brp.ts';
import type { TestGemeente, TestMedewerker } from '../../../../test/world.ts';

let k: Keten;
let g: TestGemeente;
let m: TestMedewerker;

beforeAll(async () => {
  k = await maakKeten();
  g = await k.gemeente();
  m = await k.w.medewerker(g.organisatieId);
});
afterAll(() => k.sluit());

const zet = (bsn: string, over: object = {}) =>
  k.brp('POST', '/personen', [
    {
      burgerservicenummer: bsn,
      naam: { voornamen: 'Selam', geslachtsnaam: 'Woldu' },
      geboorte: { datum: brpDag('1994-03-12') },
      adressering: { adresregel1: 'Kade 77', adresregel2: '4321 ZZ  DORP' },
      ...over,
    },
  ]);
const zoek = (over: object) =>
  m.vraag('POST', '/v1/dossiers/_brp-zoeken', { gemeenteId: g.id, ...over });
const opNaam = { op: 'naam', geslachtsnaam: 'Woldu', geboortedatum: '1994-03-12' };

it('vindt op naam en op adres, met het dossier dat er al is; een geheim adres blijft weg', async () => {
  const [eerste, tweede] = [nieuwBsn(), nieuwBsn()];
  await zet(eerste);
  await zet(tweede, { geheimhoudingPersoonsgegevens: true });
  const dossierId = await k.w.dossier(g.id, [], { bsn: eerste });
  const { body } = await zoek(opNaam);
  expect(body.uitkomst).toBe('gevonden');
  expect(body.items).toEqual([
    expect.objectContaining({ bsn: eerste, adres: 'Kade 77, 4321 ZZ  DORP', dossierId }),
    expect.objectContaining({ bsn: tweede, adres: '', geheimhouding: true, dossierId: null }),
  ]);
  const adres = await zoek({ op: 'adres', postcode: '4321 zz', huisnummer: 77 });
  expect(adres.body.items).toHaveLength(2);
  await alsEigenaar(k.w, async (c) => {
    const { rows } = await c.query(
      `select audit::text t from audit where object_soort = 'brp-zoeken'`,
    );
    expect(rows).toHaveLength(2);
    expect(rows.map((r) => r.t).join()).not.toContain(eerste);
  });
});

it('te veel, niemand en een storing zijn een antwoord, geen fout', async () => {
  const lid = { naam: { voornamen: 'Ali', geslachtsnaam: 'Menigte' } };
  for (let i = 0; i < 12; i += 1) await zet(nieuwBsn(), lid);
  const vraag = { ...opNaam, geslachtsnaam: 'Menigte' };
  expect((await zoek(vraag)).body).toEqual({ uitkomst: 'te-veel', items: [] });
  expect((await zoek({ ...opNaam, geslachtsnaam: 'Niemand' })).body.uitkomst).toBe('niemand');
  await k.brp('PUT', '/gedrag', { plat: true });
  expect((await zoek(vraag)).body.uitkomst).toBe('niet-bereikbaar');
  await k.brp('PUT', '/gedrag', { plat: false });
});

it('noemt het veld dat niet klopt', async () => {
  const { status, body } = await zoek({ op: 'adres', postcode: '12', huisnummer: 1 });
  expect([status, body.invalidParams[0].name]).toEqual([400, 'postcode']);
});
