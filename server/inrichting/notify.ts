import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type NotifyClient, notifyClient } from '../../connections/notify/client.ts';
import type { Waarneming } from '../bewaking/verkeer.ts';
import { type Config, ConfigFout } from '../config.ts';

const TIMEOUT_MS = 15_000;

/** De dienst die brieven, e-mails en sms'en bezorgt. */
export type Berichtendienst = {
  client: NotifyClient;
  /** Onder welke naam een gemeente stuurt: ids van afzenders bij de dienst. */
  afzender(gemeentecode: string): { sms?: string | undefined; email?: string | undefined };
  /** Waarmee de dienst bewijst dat een melding over de afloop van haar komt. */
  terugGeheim: string;
};

/** Waarmee de nagebootste dienst en Meedoen elkaar herkennen; nieuw bij elke start. */
export type OefenNotify = { url: string; dienst: string; geheim: string; terugGeheim: string };

/** Geheimen voor een nagebootste dienst. */
export const oefenGeheimen = () => ({
  dienst: randomUUID(),
  geheim: randomUUID(),
  terugGeheim: randomBytes(24).toString('hex'),
});

const OEFENSJABLONEN = {
  sms: '00000000-0000-4000-8000-000000000001',
  email: '00000000-0000-4000-8000-000000000002',
};

const Afzenders = z.record(
  z.string().regex(/^\d{4}$/),
  z.strictObject({ sms: z.uuid().optional(), email: z.uuid().optional() }),
);

function leesAfzenders(pad: string | undefined): z.infer<typeof Afzenders> {
  if (!pad) return {};
  try {
    return Afzenders.parse(JSON.parse(readFileSync(pad, 'utf8')));
  } catch {
    throw new ConfigFout(
      'NOTIFY_AFZENDERS klopt niet: verwacht was per gemeentecode het id van de afzender voor sms en e-mail.',
    );
  }
}

/**
 * De berichtendienst: de nabootsing, of NotifyNL.
 * @returns `undefined` als er geen is ingericht; dan geeft een mens elk bericht zelf.
 * @throws ConfigFout als de lijst van afzenders niet goed is.
 */
export function maakBerichtendienst(
  config: Config,
  oefen: OefenNotify | undefined,
  tel: (w: Waarneming) => void,
): Berichtendienst | undefined {
  if (!oefen && !config.NOTIFY_URL) return undefined;
  const client = notifyClient({
    basisUrl: oefen?.url ?? (config.NOTIFY_URL as string),
    sleutel: oefen ? `oefen-${oefen.dienst}-${oefen.geheim}` : (config.NOTIFY_SLEUTEL as string),
    sjablonen: oefen
      ? OEFENSJABLONEN
      : {
          sms: config.NOTIFY_SJABLOON_SMS as string,
          email: config.NOTIFY_SJABLOON_EMAIL as string,
        },
    timeoutMs: TIMEOUT_MS,
  });
  const afzenders = leesAfzenders(config.NOTIFY_AFZENDERS);
  return {
    client: geteld(client, tel),
    afzender: (code) => afzenders[code] ?? {},
    terugGeheim: oefen?.terugGeheim ?? (config.NOTIFY_TERUG_GEHEIM as string),
  };
}

function geteld(client: NotifyClient, tel: (w: Waarneming) => void): NotifyClient {
  const meet = async <T extends { soort: string }>(vraag: () => Promise<T>): Promise<T> => {
    const begin = performance.now();
    const antwoord = await vraag();
    const reden = 'reden' in antwoord ? { reden: String(antwoord.reden) } : {};
    const gelukt = antwoord.soort !== 'storing';
    const duurMs = performance.now() - begin;
    tel({ systeem: 'notify', gelukt, duurMs, ...(gelukt ? {} : reden) });
    return antwoord;
  };
  return {
    stuur: (bericht) => meet(() => client.stuur(bericht)),
    zoek: (referentie) => meet(() => client.zoek(referentie)),
    sluit: () => client.sluit(),
  };
}
