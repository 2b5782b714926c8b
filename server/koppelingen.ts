import path from 'node:path';
import { type BrpClient, brpClient } from '../connections/brp/client.ts';
import { buildBrpSimulator } from '../connections/brp/simulator/app.ts';
import { type DuoClient, type DuoOpties, duoClient } from '../connections/duo/client.ts';
import { buildDuoSimulator } from '../connections/duo/simulator/app.ts';
import { buildNotifySimulator } from '../connections/notify/simulator/app.ts';
import type { Datum } from '../rules/shared/datum.ts';
import type { Waarneming } from './bewaking/verkeer.ts';
import type { Config } from './config.ts';
import { duoTransport } from './inrichting/duo.ts';
import { type OefenNotify, oefenGeheimen } from './inrichting/notify.ts';

const TIMEOUT_MS = 10_000;

/** Waar de nabootsingen luisteren (alleen in de oefenomgeving). */
export type Nabootsingen = {
  duoUrl: string;
  brpUrl: string;
  notifyUrl: string;
  notify: OefenNotify;
};

/**
 * Start de nabootsingen die nog nergens draaien; hun toestand staat in MEEDOEN_DATA.
 * @param opruimers krijgt erbij wat bij het stoppen moet sluiten.
 */
export async function startNabootsingen(
  config: Config,
  adres: string,
  klok: { vandaag(): Datum },
  opruimers: (() => Promise<unknown>)[],
): Promise<Nabootsingen> {
  const journaal = (naam: string) => path.resolve(config.MEEDOEN_DATA, `${naam}.jsonl`);
  const start = async (maak: () => ReturnType<typeof buildBrpSimulator>) => {
    const app = maak();
    opruimers.push(() => app.close());
    return app.listen({ host: '127.0.0.1', port: 0 });
  };
  const duoUrl =
    config.NABOOTSING_DUO_URL ??
    (await start(() =>
      buildDuoSimulator({
        journaal: journaal('duo'),
        meedoenUrl: adres,
        oinDuo: config.DUO_OIN,
        klok: () => klok.vandaag(),
      }),
    ));
  const brpUrl =
    config.NABOOTSING_BRP_URL ??
    (await start(() => buildBrpSimulator({ journaal: journaal('brp') })));
  const geheimen = oefenGeheimen();
  const notifyUrl = await start(() =>
    buildNotifySimulator({
      ...geheimen,
      journaal: journaal('notify'),
      terug: { url: `${adres}/notify/v1/afloop`, geheim: geheimen.terugGeheim },
    }),
  );
  return { duoUrl, brpUrl, notifyUrl, notify: { url: notifyUrl, ...geheimen } };
}

/**
 * De koppeling met DUO: de nabootsing, of tweezijdig TLS met een certificaat per gemeente of voor allen.
 * @throws ConfigFout als een certificaat of de lijst ervan niet goed is.
 */
export function maakDuo(
  config: Config,
  nabootsingen: Nabootsingen | undefined,
  tel: (w: Waarneming) => void,
): DuoClient {
  const opties: DuoOpties = {
    waarnemer: ({ uitkomst, duurMs, reden }) =>
      tel({ systeem: 'duo', gelukt: uitkomst !== 'storing', duurMs, ...(reden ? { reden } : {}) }),
  };
  return duoClient(duoTransport(config, nabootsingen?.duoUrl), opties);
}

/** De bevraging van de BRP. */
export function maakBrp(
  config: Config,
  nabootsingen: Nabootsingen | undefined,
  tel: (w: Waarneming) => void,
): BrpClient {
  const basisUrl = nabootsingen
    ? `${nabootsingen.brpUrl}/haalcentraal/api/brp`
    : (config.BRP_URL as string);
  const client = brpClient({ basisUrl, timeoutMs: TIMEOUT_MS, apiKey: config.BRP_API_KEY });
  return {
    ...client,
    async raadpleeg(...vraag) {
      const begin = performance.now();
      const antwoord = await client.raadpleeg(...vraag);
      const gelukt = antwoord.soort !== 'storing';
      const reden = antwoord.soort === 'storing' ? { reden: antwoord.reden } : {};
      tel({ systeem: 'brp', gelukt, duurMs: performance.now() - begin, ...reden });
      return antwoord;
    },
  };
}
