import type { FastifyInstance } from 'fastify';
import { notifyClient } from '../../connections/notify/client.ts';
import { buildNotifySimulator } from '../../connections/notify/simulator/app.ts';
import type { SimBericht } from '../../connections/notify/simulator/wereld.ts';
import type { Wereld } from '../world.ts';

const DIENST = '26785a09-ab16-4eb0-8407-a37497a57506';
const GEHEIM = '3d844edf-8d35-48ac-975b-e847b4f122b0';
export const TERUG_GEHEIM = 'een-geheim-van-meer-dan-tweeendertig-tekens';

/** De nagebootste berichtendienst in een test: aangesloten op een wereld, en te bedienen. */
export type Proefdienst = {
  app: FastifyInstance;
  url: string;
  berichten(): Promise<SimBericht[]>;
  gedrag(gedrag: object): Promise<void>;
  sluit(): Promise<void>;
};

export async function sluitProefdienstAan(w: Wereld): Promise<Proefdienst> {
  const app = buildNotifySimulator({ dienst: DIENST, geheim: GEHEIM });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const client = notifyClient({
    basisUrl: url,
    sleutel: `proef-${DIENST}-${GEHEIM}`,
    sjablonen: {
      sms: '00000000-0000-4000-8000-000000000001',
      email: '00000000-0000-4000-8000-000000000002',
    },
    timeoutMs: 5000,
  });
  w.t.berichten = { client, afzender: () => ({}), terugGeheim: TERUG_GEHEIM };
  return {
    app,
    url,
    berichten: async () =>
      ((await app.inject('/simulator/berichten')).json() as { berichten: SimBericht[] }).berichten,
    async gedrag(gedrag) {
      const antwoord = await app.inject({
        method: 'PUT',
        url: '/simulator/gedrag',
        payload: { bezorging: 'geen', ...gedrag },
      });
      if (antwoord.statusCode !== 200) throw new Error(antwoord.body);
    },
    async sluit() {
      await client.sluit();
      await app.close();
    },
  };
}
