import { Agent, buildConnector, request } from 'undici';
import type { CertificaatStaat } from '../tls/certificaat.ts';
import type { DuoApi } from './versies.ts';
import { DUO_APIS } from './versies.ts';

/** Organisatie-identificatienummer: twintig tekens. */
export type Oin = string;

export type DuoVerzoek = {
  api: DuoApi;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Pad onder het basisadres van de API, in DUO's eigen schrijfwijze (`/personen/…/PIP`). */
  path: string;
  bron: Oin;
  berichtId: string;
  body?: unknown;
};

export type DuoRuwAntwoord = {
  status: number;
  apiVersion?: string;
  /** `undefined` als er geen inhoud was; `ONLEESBAAR` als de inhoud geen JSON is. */
  body?: unknown;
};

/** Hoe een verzoek bij DUO komt. Weigert alleen met een `TransportFout`. */
export type DuoTransport = {
  request(verzoek: DuoVerzoek): Promise<DuoRuwAntwoord>;
  /** Ontbreekt waar geen certificaat bij komt kijken. */
  certificaten?(nu: number): CertificaatStaat[];
  sluit(): Promise<void>;
};

/** Inhoud die geen geldige JSON is. */
export const ONLEESBAAR: unique symbol = Symbol('onleesbaar');

/**
 * Het antwoord kwam niet. `verzonden: false` betekent dat het verzoek DUO zeker niet bereikte.
 * Draagt nooit het adres of de inhoud van het verzoek: daar staat een BSN in.
 */
export class TransportFout extends Error {
  readonly verzonden: boolean;
  /** Het certificaat van de gemeente ontbreekt of wordt geweigerd: elk volgend verzoek stuit ook. */
  readonly aanmelding: boolean;
  constructor(reden: string, verzonden: boolean, aanmelding = false) {
    super(reden);
    this.name = 'TransportFout';
    this.verzonden = verzonden;
    this.aanmelding = aanmelding;
  }
}

export type DuoTransportInstelling = {
  /** Per API het basisadres met de major, bijvoorbeeld `https://host:9443/pip/v1`. */
  basisUrls: Record<DuoApi, string>;
  /** OIN van DUO; gaat mee als `doel`. */
  doel: Oin;
  /** Hoogste duur van een verzoek met antwoord, in milliseconden. */
  timeoutMs: number;
};

const MAX_ANTWOORD = 5_000_000;

/** Gewone http: voor de simulator, of een eigen uitgang die zelf de versleuteling verzorgt. */
export function httpDuoTransport(instelling: DuoTransportInstelling): DuoTransport {
  const agent = maakAgent();
  return {
    request: (verzoek) => verstuur(instelling, agent, verzoek),
    sluit: () => agent.destroy(),
  };
}

/** Eén basisadres voor alle API's: `{basis}/{api}/v1`. De simulator staat onder `{adres}/duo`. */
export function basisUrlsOnder(basis: string): Record<DuoApi, string> {
  const stam = basis.replace(/\/+$/, '');
  return Object.fromEntries(DUO_APIS.map((api) => [api, `${stam}/${api}/v1`])) as Record<
    DuoApi,
    string
  >;
}

/** Fouten van vóór er een verbinding was: dan is er zeker niets verzonden. */
const nietVerbonden = new WeakSet<Error>();

/** Verbindingen naar DUO. Een hervatte TLS-sessie keurt het certificaat niet opnieuw; dus geen. */
export function maakAgent(tls: buildConnector.BuildOptions = {}): Agent {
  const verbind = buildConnector({ ...tls, maxCachedSessions: 0 });
  return new Agent({
    maxResponseSize: MAX_ANTWOORD,
    connect: (opties, klaar) =>
      verbind(opties, (...uitkomst) => {
        if (uitkomst[0]) nietVerbonden.add(uitkomst[0]);
        klaar(...uitkomst);
      }),
  });
}

/** Eén verzoek over een verbinding van `agent`. */
export async function verstuur(
  instelling: DuoTransportInstelling,
  agent: Agent,
  verzoek: DuoVerzoek,
): Promise<DuoRuwAntwoord> {
  const metInhoud = verzoek.body !== undefined;
  try {
    const antwoord = await request(`${instelling.basisUrls[verzoek.api]}${verzoek.path}`, {
      dispatcher: agent,
      method: verzoek.method,
      headers: {
        accept: 'application/json',
        bron: verzoek.bron,
        doel: instelling.doel,
        berichtId: verzoek.berichtId,
        ...(metInhoud ? { 'content-type': 'application/json' } : {}),
      },
      body: metInhoud ? JSON.stringify(verzoek.body) : null,
      signal: AbortSignal.timeout(instelling.timeoutMs),
    });
    const versie = antwoord.headers['api-version'];
    return {
      status: antwoord.statusCode,
      apiVersion: typeof versie === 'string' ? versie : undefined,
      body: leesInhoud(await antwoord.body.text()),
    };
  } catch (fout) {
    throw vertaalFout(fout);
  }
}

function leesInhoud(tekst: string): unknown {
  if (tekst.trim() === '') return undefined;
  try {
    return JSON.parse(tekst);
  } catch {
    return ONLEESBAAR;
  }
}

/** Met deze meldingen van TLS weigert de andere kant het certificaat, nog vóór zij een verzoek leest. */
const CERTIFICAAT_GEWEIGERD =
  /^ERR_SSL_\w+_ALERT_(\w*CERTIFICATE\w*|UNKNOWN_CA|ACCESS_DENIED|HANDSHAKE_FAILURE|DECRYPT_ERROR)$/;

function vertaalFout(fout: unknown): TransportFout {
  if (fout instanceof Error && fout.name === 'TimeoutError') {
    return new TransportFout('geen antwoord binnen de gestelde tijd', true);
  }
  const code = foutcode(fout);
  if (code && CERTIFICAAT_GEWEIGERD.test(code)) {
    return new TransportFout(
      `DUO weigert het certificaat van deze gemeente (${code})`,
      false,
      true,
    );
  }
  return new TransportFout(
    code === undefined ? 'de verbinding mislukte' : `de verbinding mislukte (${code})`,
    !(fout instanceof Error && nietVerbonden.has(fout)),
  );
}

function foutcode(fout: unknown): string | undefined {
  const code = typeof fout === 'object' && fout !== null && 'code' in fout ? fout.code : undefined;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]*$/.test(code) ? code : undefined;
}
