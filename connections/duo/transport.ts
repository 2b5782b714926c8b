import { readFileSync } from 'node:fs';
import { Agent, request } from 'undici';
import type { DuoApi } from './versies.ts';
import { DUO_APIS } from './versies.ts';

/** Organisatie-identificatienummer: precies twintig cijfers. */
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

/** Hoe lang een certificaat nog geldt, op dagen voor het einde waarop iemand het moet weten. */
export type CertificaatNiveau = 'goed' | '60' | '30' | '14' | '7' | 'verlopen';

export type CertificaatStaat = {
  /** De gemeenten waarvoor het dient; leeg als het voor alle dient. */
  oins: Oin[];
  /** OIN van de organisatie op wier naam het certificaat staat. */
  onderwerpOin: Oin | undefined;
  /** Moment waarop het vervalt, ISO in UTC. */
  geldigTot: string;
  /** Hele dagen tot het vervalt; negatief als dat is gebeurd. */
  dagenOver: number;
  niveau: CertificaatNiveau;
  /** Waarom een nieuwer bestand niet in gebruik kwam; het vorige blijft dan gelden. */
  fout?: string;
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
  constructor(reden: string, verzonden: boolean) {
    super(reden);
    this.name = 'TransportFout';
    this.verzonden = verzonden;
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

export type DuoCertificaat = { keyPad: string; certPad: string; caPad: string };

const MAX_ANTWOORD = 5_000_000;
const NIET_VERBONDEN = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Gewone http: voor de simulator, of een eigen uitgang die zelf de versleuteling verzorgt. */
export function httpDuoTransport(instelling: DuoTransportInstelling): DuoTransport {
  return undiciTransport(instelling, new Agent({ maxResponseSize: MAX_ANTWOORD }));
}

/**
 * Tweezijdig TLS met een PKIoverheid-certificaat. De bestanden worden één keer gelezen; een
 * ontbrekend bestand gooit bij het opbouwen, dus bij de start.
 */
export function mtlsDuoTransport(
  instelling: DuoTransportInstelling,
  certificaat: DuoCertificaat,
): DuoTransport {
  const agent = new Agent({
    maxResponseSize: MAX_ANTWOORD,
    connect: {
      key: readFileSync(certificaat.keyPad),
      cert: readFileSync(certificaat.certPad),
      ca: readFileSync(certificaat.caPad),
      rejectUnauthorized: true,
      minVersion: 'TLSv1.2',
    },
  });
  return undiciTransport(instelling, agent);
}

/** Eén basisadres voor alle API's: `{basis}/{api}/v1`. De simulator staat onder `{adres}/duo`. */
export function basisUrlsOnder(basis: string): Record<DuoApi, string> {
  const stam = basis.replace(/\/+$/, '');
  return Object.fromEntries(DUO_APIS.map((api) => [api, `${stam}/${api}/v1`])) as Record<
    DuoApi,
    string
  >;
}

function undiciTransport(instelling: DuoTransportInstelling, agent: Agent): DuoTransport {
  return {
    request: (verzoek) => verstuur(instelling, agent, verzoek),
    sluit: () => agent.destroy(),
  };
}

async function verstuur(
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

function vertaalFout(fout: unknown): TransportFout {
  if (fout instanceof Error && fout.name === 'TimeoutError') {
    return new TransportFout('geen antwoord binnen de gestelde tijd', true);
  }
  const code = foutcode(fout);
  return new TransportFout(
    code === undefined ? 'de verbinding mislukte' : `de verbinding mislukte (${code})`,
    code === undefined || !NIET_VERBONDEN.has(code),
  );
}

function foutcode(fout: unknown): string | undefined {
  const code = typeof fout === 'object' && fout !== null && 'code' in fout ? fout.code : undefined;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]*$/.test(code) ? code : undefined;
}
