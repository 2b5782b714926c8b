import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { maakWereld, type TestMedewerker, type Wereld } from '../../test/world.ts';
import { nieuwId } from '../id.ts';
import { eenmalig } from './idempotentie.ts';
import { Probleem, problemen } from './probleem.ts';

let w: Wereld;
let m: TestMedewerker;
let ander: TestMedewerker;
let keer = 0;
let wacht: Promise<void> | undefined;
let stuk = false;

const Body = z.object({ naam: z.string() });

beforeAll(async () => {
  w = await maakWereld({
    vooraf: (app) =>
      app.after(() => {
        app.post(
          '/v1/proef',
          {
            config: { aangemeld: true },
            schema: {
              hide: true,
              body: Body,
              response: { 201: z.object({ keer: z.number() }), ...problemen },
            },
          },
          async (req, reply) => {
            const antwoord = await w.db.zonderDossiers((tx) =>
              eenmalig(req, tx, async () => {
                keer += 1;
                const dit = keer;
                await wacht;
                if (stuk) throw new Probleem(409, 'geweigerd', 'Nu niet.');
                return { keer: dit };
              }),
            );
            return reply.code(201).send(antwoord);
          },
        );
      }),
  });
  const g = await w.gemeente();
  [m, ander] = [await w.medewerker(g.organisatieId), await w.medewerker(g.organisatieId)];
});
afterAll(() => w.sluit());

const post = (wie: TestMedewerker, sleutel: string | undefined, naam = 'a') =>
  wie.vraag(
    'POST',
    '/v1/proef',
    { naam },
    sleutel === undefined ? {} : { 'idempotency-key': sleutel },
  );

describe('Idempotency-Key', () => {
  it('doet het werk één keer en geeft daarna hetzelfde antwoord', async () => {
    const sleutel = nieuwId();
    const begin = keer;
    const [eerste, tweede] = [await post(m, sleutel), await post(m, sleutel)];
    expect(eerste).toMatchObject({ status: 201, body: { keer: begin + 1 } });
    expect([tweede.status, tweede.body]).toEqual([eerste.status, eerste.body]);
    expect(keer).toBe(begin + 1);
  });

  it('laat een gelijktijdige herhaling wachten op de eerste', async () => {
    const sleutel = nieuwId();
    const begin = keer;
    let los = () => {};
    wacht = new Promise((klaar) => {
      los = klaar;
    });
    const allemaal = Array.from({ length: 4 }, () => post(m, sleutel));
    await expect.poll(() => keer).toBe(begin + 1);
    los();
    wacht = undefined;
    const antwoorden = await Promise.all(allemaal);
    expect(antwoorden.map((a) => [a.status, a.body.keer])).toEqual(
      Array.from({ length: 4 }, () => [201, begin + 1]),
    );
    expect(keer).toBe(begin + 1);
  });

  it('weigert dezelfde sleutel met andere inhoud', async () => {
    const sleutel = nieuwId();
    await post(m, sleutel, 'a');
    const begin = keer;
    expect(await post(m, sleutel, 'b')).toMatchObject({
      status: 409,
      body: { code: 'sleutel-hergebruikt' },
    });
    expect(keer).toBe(begin);
  });

  it('geeft de sleutel weer vrij als het werk mislukt', async () => {
    const sleutel = nieuwId();
    stuk = true;
    expect((await post(m, sleutel)).status).toBe(409);
    stuk = false;
    const begin = keer;
    expect(await post(m, sleutel)).toMatchObject({ status: 201, body: { keer: begin + 1 } });
  });

  it('houdt sleutels van medewerkers uit elkaar', async () => {
    const sleutel = nieuwId();
    const eerste = await post(m, sleutel);
    expect((await post(ander, sleutel)).body).toEqual({ keer: eerste.body.keer + 1 });
  });

  it('doet zonder sleutel het werk elke keer', async () => {
    const begin = keer;
    await post(m, undefined);
    await post(m, undefined);
    expect(keer).toBe(begin + 2);
  });

  it.each(['kort', 'x'.repeat(101), 'met spatie', "'; drop table sessie"])(
    'weigert een vreemde sleutel: %s',
    async (sleutel) => {
      const begin = keer;
      const antwoord = await post(m, sleutel);
      expect([antwoord.status, antwoord.body.code]).toEqual([400, 'ongeldige-sleutel']);
      expect(JSON.stringify(antwoord.body)).not.toContain(sleutel);
      expect(keer).toBe(begin);
    },
  );
});
