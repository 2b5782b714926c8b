import { constants, type X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { CertificaatStaat, TlsBestanden, TlsMateriaal } from './certificaat.ts';
import { leesGeldigMateriaal, leesMateriaal, oinVan, padenVan, staatVan } from './certificaat.ts';
import { Herlaadbaar } from './herlaadbaar.ts';

export type TlsPoortInstelling = {
  host: string;
  poort: number;
  bestanden: TlsBestanden;
  /** OIN dat op het certificaat van de beller moet staan. */
  bellerOin: string;
  /** Het enige pad dat bereikbaar is. */
  pad: string;
  /** Milliseconden sinds 1970. */
  nu: () => number;
  /** Krijgt wat een bekende beller vraagt. */
  handelAf: (verzoek: IncomingMessage, antwoord: ServerResponse) => void;
  /** Hoort waarom een beller is geweigerd; nooit met persoonsgegevens. */
  bijWeigering: (reden: string) => void;
};

export type TlsPoort = {
  poort: number;
  staat(nu: number): CertificaatStaat;
  sluit(): Promise<void>;
};

/**
 * Een eigen poort met tweezijdig TLS: keten, geldigheid, intrekking en OIN van de beller worden hier
 * gekeurd. Bij elke nieuwe verbinding wordt gekeken of de bestanden zijn veranderd. Gooit bij het
 * openen als de bestanden niet goed zijn of de poort bezet is.
 */
export async function openTlsPoort(instelling: TlsPoortInstelling): Promise<TlsPoort> {
  const { bestanden, nu } = instelling;
  let isEerste = true;
  const materiaal = new Herlaadbaar(padenVan(bestanden), () => {
    const gelezen = isEerste ? leesMateriaal(bestanden) : leesGeldigMateriaal(bestanden, nu());
    isEerste = false;
    return gelezen;
  });
  let inGebruik = materiaal.huidig();
  const gekeurdMet = new WeakMap<object, TlsMateriaal>();
  const server = createServer(
    { ...serverOpties(inGebruik), requestCert: true, rejectUnauthorized: true },
    (verzoek, antwoord) => {
      vernieuw();
      // Gekeurd met een oudere lijst: dit is haar laatste verzoek, voor het volgende belt zij opnieuw aan.
      if (gekeurdMet.get(verzoek.socket) !== inGebruik) antwoord.setHeader('connection', 'close');
      ontvang(instelling, verzoek, antwoord);
    },
  );
  const vernieuw = () => {
    const nieuw = materiaal.huidig();
    if (nieuw === inGebruik) return;
    inGebruik = nieuw;
    server.setSecureContext(serverOpties(nieuw));
    server.closeIdleConnections();
  };
  // Vóór de TLS-laag zelf, zodat deze verbinding al met het nieuwe certificaat wordt gekeurd.
  server.prependListener('connection', vernieuw);
  server.on('secureConnection', (lijn) => gekeurdMet.set(lijn, inGebruik));
  server.on('tlsClientError', (fout, socket) => instelling.bijWeigering(redenVan(fout, socket)));
  server.listen(instelling.poort, instelling.host);
  await once(server, 'listening');
  return {
    poort: (server.address() as AddressInfo).port,
    staat(op) {
      vernieuw();
      return staatVan(inGebruik.x509, [], op, materiaal.fout);
    },
    sluit: () => sluit(server),
  };
}

/** Zonder sessiekaartjes: een hervatte sessie keurt het certificaat van de beller niet opnieuw. */
function serverOpties({ key, cert, ca, crl }: TlsMateriaal) {
  return {
    key,
    cert,
    ca,
    crl,
    minVersion: 'TLSv1.2',
    secureOptions: constants.SSL_OP_NO_TICKET,
  } as const;
}

function ontvang(
  instelling: TlsPoortInstelling,
  verzoek: IncomingMessage,
  antwoord: ServerResponse,
): void {
  const weigering = keur(instelling, verzoek);
  if (!weigering) {
    instelling.handelAf(verzoek, antwoord);
    return;
  }
  instelling.bijWeigering(weigering.reden);
  antwoord.writeHead(weigering.status, { connection: 'close' }).end();
}

type Weigering = { status: 403 | 404; reden: string };

function keur(
  { bellerOin, pad, nu }: TlsPoortInstelling,
  { method, url, socket }: IncomingMessage,
): Weigering | undefined {
  const beller = (socket as TLSSocket).getPeerX509Certificate();
  if (!beller || oinVan(beller) !== bellerOin)
    return { status: 403, reden: 'het certificaat is niet van DUO' };
  // Een verbinding kan langer bestaan dan het certificaat waarmee zij begon.
  if (isVerlopen(beller, nu())) return { status: 403, reden: 'het certificaat is verlopen' };
  if (method !== 'POST' || url !== pad) return { status: 404, reden: 'een ander pad' };
  return undefined;
}

const isVerlopen = (x509: X509Certificate, nu: number) => x509.validToDate.getTime() <= nu;

/** Wat er aan het certificaat mankeert staat bij de verbinding; de fout zelf zegt alleen dat zij brak. */
function redenVan(fout: Error, { authorizationError }: TLSSocket): string {
  const code = authorizationError ?? ('code' in fout ? fout.code : undefined) ?? 'onbekend';
  return `geen geldig certificaat (${String(code)})`;
}

async function sluit(server: Server): Promise<void> {
  const dicht = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await dicht;
}
