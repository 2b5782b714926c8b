import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { alsEigenaar } from '../../test/api/rijk.ts';
import { maakWereld, type Wereld } from '../../test/world.ts';
import { nieuwId } from '../id.ts';
import { maakMetingen, startMetingen } from '../metingen.ts';
import { planWerk } from '../werk.ts';

let w: Wereld;
const metingen: { nu?: ReturnType<typeof maakMetingen> } = {};

beforeAll(async () => {
  w = await maakWereld({
    vooraf: (app) => {
      // De wereld is er nog niet; de metingen vragen haar database pas bij het uitlezen.
      metingen.nu = maakMetingen({ gereed: async () => true } as never);
      metingen.nu.meetRoutes(app);
    },
  });
});
afterAll(() => w.sluit());

type Gepland = {
  taak: string;
  payload: object;
  sleutel: string | null;
  wachtrij: string | null;
  vanaf: Date;
};

const gepland = async (taak: string): Promise<Gepland[]> => {
  const { rows } = await alsEigenaar(w, (c) =>
    c.query(
      `select t.identifier as taak, j.payload, j.key as sleutel, q.queue_name as wachtrij, j.run_at as vanaf
       from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
       where t.identifier = $1 order by j.id`,
      [taak],
    ),
  );
  return rows;
};
const uniek = () => `proef_${nieuwId().replaceAll('-', '')}`;

describe('planWerk', () => {
  it('bestaat als en alleen als de transactie doorgaat', async () => {
    const taak = uniek();
    await w.db.zonderDossiers((tx) => planWerk(tx, taak, { dossierId: 'd' }));
    expect(await gepland(taak)).toMatchObject([{ payload: { dossierId: 'd' } }]);
    const niet = uniek();
    await expect(
      w.db.zonderDossiers(async (tx) => {
        await planWerk(tx, niet, { dossierId: 'd' });
        throw new Error('toch niet');
      }),
    ).rejects.toThrow('toch niet');
    expect(await gepland(niet)).toEqual([]);
  });

  it('vervangt wachtend werk met dezelfde sleutel', async () => {
    const taak = uniek();
    for (const n of ['1', '2'])
      await w.db.zonderDossiers((tx) => planWerk(tx, taak, { n }, { sleutel: `${taak}-s` }));
    expect(await gepland(taak)).toMatchObject([{ payload: { n: '2' }, sleutel: `${taak}-s` }]);
  });

  it('onthoudt wachtrij en vroegste moment', async () => {
    const taak = uniek();
    const vanaf = '2031-01-01T00:00:00.000Z';
    await w.db.zonderDossiers((tx) => planWerk(tx, taak, {}, { wachtrij: 'een', vanaf }));
    const [werk] = await gepland(taak);
    expect([werk?.wachtrij, werk?.vanaf.toISOString()]).toEqual(['een', vanaf]);
  });
});

describe('metingen', () => {
  async function lees(pad = '/metrics'): Promise<{ status: number; tekst: string; host: string }> {
    const server = await startMetingen(metingen.nu!, 0);
    onTestFinished(() => void server.close());
    const { port, address } = server.address() as AddressInfo;
    return new Promise((klaar, mis) => {
      request({ port, host: '127.0.0.1', path: pad, agent: false }, (res) => {
        let tekst = '';
        res.on('data', (d) => {
          tekst += d;
        });
        res.on('end', () => klaar({ status: res.statusCode ?? 0, tekst, host: address }));
      })
        .on('error', mis)
        .end();
    });
  }

  it('luistert alleen op deze machine en geeft alleen /metrics', async () => {
    const { host, status, tekst } = await lees();
    expect([host, status]).toEqual(['127.0.0.1', 200]);
    expect(tekst).toContain('meedoen_gereed 1');
    expect((await lees('/')).status).toBe(404);
  });

  it('telt per route en nooit per adres', async () => {
    const g = await w.gemeente();
    const m = await w.medewerker(g.organisatieId);
    const id = await w.dossier(g.id, []);
    await m.vraag('GET', `/v1/dossiers/${id}`);
    await m.vraag('GET', '/v1/onzin/999990019');
    await m.vraag('GET', '/v1/dossiers/999990019?bsn=999990019');
    const { tekst } = await lees();
    expect(tekst).toContain('route="/v1/dossiers/:dossierId",status="200"');
    expect(tekst).not.toContain(id);
    expect(tekst).not.toContain('999990019');
    expect(tekst).not.toContain('onzin');
  });
});
