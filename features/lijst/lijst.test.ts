import { afterAll, beforeAll, expect, test } from 'vitest';
import { maakWereld, type TestMedewerker, type Wereld } from '../../test/world.ts';

const PAD = '/v1/opgeslagen-lijsten';
let w: Wereld;
let noor: TestMedewerker;
let sam: TestMedewerker;
let vreemd: TestMedewerker;

const lijst = {
  naam: 'Te laat in de Z-route',
  instelling: {
    filters: { bereik: 'team', leerroute: 'Z', termijn: 'te-laat' },
    verborgenKolommen: ['gemeente'],
  },
  gedeeld: true,
};

beforeAll(async () => {
  w = await maakWereld();
  const [g, ander] = [await w.gemeente(), await w.gemeente()];
  noor = await w.medewerker(g.organisatieId);
  sam = await w.medewerker(g.organisatieId);
  vreemd = await w.medewerker(ander.organisatieId);
});
afterAll(() => w.sluit());

const zien = async (wie: TestMedewerker) =>
  (await wie.vraag('GET', PAD)).body.items.map((l: { naam: string }) => l.naam);

test('bewaren, delen, wijzigen en verwijderen', async () => {
  const { status, body } = await noor.vraag('POST', PAD, lijst);
  expect(status).toBe(201);
  expect(body).toMatchObject({ ...lijst, eigen: true, van: noor.naam });
  expect((await sam.vraag('GET', PAD)).body.items[0]).toMatchObject({ id: body.id, eigen: false });
  expect(await zien(vreemd)).toEqual([]);

  const nieuw = { ...lijst, naam: 'Van mij', gedeeld: false };
  const geweigerd = await sam.vraag('PUT', `${PAD}/${body.id}`, nieuw);
  expect(geweigerd.status).toBe(403);
  expect(geweigerd.body.detail).toContain(noor.naam);
  expect((await vreemd.vraag('PUT', `${PAD}/${body.id}`, nieuw)).status).toBe(404);
  expect((await noor.vraag('PUT', `${PAD}/${body.id}`, nieuw)).body.naam).toBe('Van mij');
  expect(await zien(sam)).toEqual([]);
  expect(await zien(noor)).toEqual(['Van mij']);

  expect((await sam.vraag('DELETE', `${PAD}/${body.id}`)).status).toBe(404);
  expect((await noor.vraag('DELETE', `${PAD}/${body.id}`)).status).toBe(204);
  expect(await zien(noor)).toEqual([]);
});

test('een zoektekst past niet in een lijst: er staat nooit een naam in', async () => {
  const met = { ...lijst, instelling: { ...lijst.instelling, filters: { zoek: 'Tesfay' } } };
  expect((await noor.vraag('POST', PAD, met)).status).toBe(400);
  const vrij = {
    ...lijst,
    instelling: { ...lijst.instelling, filters: { voorstel: 'Selam Tesfay' } },
  };
  expect((await noor.vraag('POST', PAD, vrij)).status).toBe(400);
});

test('zonder naam of aanmelding niet', async () => {
  expect((await noor.vraag('POST', PAD, { ...lijst, naam: ' ' })).status).toBe(400);
  expect((await w.app.inject({ method: 'GET', url: PAD })).statusCode).toBe(401);
});
