import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakWereld, type TestMedewerker, type Wereld } from '../../../test/world.ts';

let w: Wereld;
let m: TestMedewerker;
beforeAll(async () => {
  w = await maakWereld();
  m = await w.medewerker((await w.gemeente()).organisatieId);
});
afterAll(() => w.sluit());

const pad = (apparaat: string) => `/v1/ik/bewaarsleutel/${apparaat}`;
const sleutel = async (wie: TestMedewerker, apparaat: string): Promise<string> =>
  (await wie.vraag('PUT', pad(apparaat), {})).body.sleutel;
const verloop = (wie: TestMedewerker, op: string) =>
  w.db.zonderDossiers((tx) =>
    tx
      .updateTable('bewaarsleutel')
      .set({ verloopt_op: op })
      .where('medewerker_id', '=', wie.id)
      .execute(),
  );

it('blijft gelijk zolang iemand werkt, ook na opnieuw aanmelden', async () => {
  const apparaat = randomUUID();
  const een = await sleutel(m, apparaat);
  expect(Buffer.from(een, 'base64')).toHaveLength(32);
  expect(await sleutel(m, apparaat)).toBe(een);
});

it('is voor een ander op hetzelfde apparaat een andere', async () => {
  const apparaat = randomUUID();
  const ander = await w.medewerker((await w.gemeente()).organisatieId);
  expect(await sleutel(ander, apparaat)).not.toBe(await sleutel(m, apparaat));
});

it('is weg na uitloggen en na haar laatste dag', async () => {
  const apparaat = randomUUID();
  const een = await sleutel(m, apparaat);
  expect((await m.vraag('DELETE', pad(apparaat))).status).toBe(204);
  const twee = await sleutel(m, apparaat);
  expect(twee).not.toBe(een);
  await verloop(m, '2020-01-01T00:00:00Z');
  expect(await sleutel(m, apparaat)).not.toBe(twee);
});

it('een ander kan haar niet laten vergeten', async () => {
  const apparaat = randomUUID();
  const een = await sleutel(m, apparaat);
  const ander = await w.medewerker((await w.gemeente()).organisatieId);
  await ander.vraag('DELETE', pad(apparaat));
  expect(await sleutel(m, apparaat)).toBe(een);
});

it('geldt voor hoogstens tien apparaten: het langst stille valt af', async () => {
  const wie = await w.medewerker((await w.gemeente()).organisatieId);
  const oudste = randomUUID();
  const een = await sleutel(wie, oudste);
  const bijna = new Date(Date.now() + 60_000).toISOString();
  await verloop(wie, bijna);
  for (let i = 0; i < 10; i += 1) await sleutel(wie, randomUUID());
  const rijen = await w.db.zonderDossiers((tx) =>
    tx
      .selectFrom('bewaarsleutel')
      .select('apparaat_id')
      .where('medewerker_id', '=', wie.id)
      .execute(),
  );
  expect(rijen).toHaveLength(10);
  expect(await sleutel(wie, oudste)).not.toBe(een);
});

it('is er niet zonder aanmelding', async () => {
  const los = await w.app.inject({ method: 'PUT', url: pad(randomUUID()), payload: {} });
  expect(los.statusCode).toBe(401);
});
