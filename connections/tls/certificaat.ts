import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';

/** Waar de bestanden van één TLS-identiteit staan. */
export type TlsBestanden = {
  sleutel: string;
  certificaat: string;
  /** Stamcertificaten die worden vertrouwd. */
  ca: string;
  /** Lijst van ingetrokken certificaten, PEM of DER; van elke laag in de keten één. */
  crl?: string;
};

/** De gelezen inhoud, in de vorm die `node:tls` vraagt. */
export type TlsMateriaal = {
  key: string;
  cert: string;
  ca: string;
  crl?: string[];
  /** Het certificaat zelf, gelezen. */
  x509: X509Certificate;
};

/** Op hoeveel dagen voor het einde iemand het moet weten. */
export type CertificaatNiveau = 'goed' | '60' | '30' | '14' | '7' | 'verlopen';

export type CertificaatStaat = {
  /** De gemeenten waarvoor het dient; leeg als het voor alle dient. */
  oins: string[];
  /** OIN van de organisatie op wier naam het certificaat staat. */
  onderwerpOin: string | undefined;
  /** Moment waarop het vervalt, ISO in UTC. */
  geldigTot: string;
  /** Hele dagen tot het vervalt; negatief als dat is gebeurd. */
  dagenOver: number;
  niveau: CertificaatNiveau;
  /** Waarom een nieuwer bestand niet in gebruik kwam; het vorige blijft dan gelden. */
  fout?: string;
};

const DAG_MS = 86_400_000;

/** Alle bestanden van een identiteit, om te zien of er een verandert. */
export const padenVan = (b: TlsBestanden): string[] => [
  b.sleutel,
  b.certificaat,
  b.ca,
  ...(b.crl ? [b.crl] : []),
];

/**
 * Leest en keurt een identiteit. Gooit een `Error` met één zin die zegt welk bestand niet goed is,
 * zonder de inhoud.
 */
export function leesMateriaal(bestanden: TlsBestanden): TlsMateriaal {
  const cert = leesTekst('het certificaat', bestanden.certificaat);
  const key = leesTekst('de sleutel', bestanden.sleutel);
  const ca = leesTekst('de stamcertificaten', bestanden.ca);
  const crl = bestanden.crl ? leesCrl(bestanden.crl) : undefined;
  const x509 = probeer('het bestand met het certificaat is niet te lezen als certificaat', () => {
    return new X509Certificate(cert);
  });
  const sleutel = probeer('het bestand met de sleutel is niet te lezen als sleutel', () =>
    createPrivateKey(key),
  );
  if (!x509.checkPrivateKey(sleutel)) throw new Error('de sleutel hoort niet bij het certificaat');
  if (!ca.includes('-----BEGIN CERTIFICATE-----'))
    throw new Error('het bestand met stamcertificaten bevat geen certificaat');
  probeer('de stamcertificaten of de lijst van ingetrokken certificaten zijn niet te lezen', () =>
    createSecureContext({ key, cert, ca, crl }),
  );
  return { key, cert, ca, x509, ...(crl ? { crl } : {}) };
}

/**
 * Als `leesMateriaal`, maar weigert ook een certificaat dat op `nu` nog niet geldt: dan blijft het
 * vorige in gebruik tot het zover is.
 */
export function leesGeldigMateriaal(bestanden: TlsBestanden, nu: number): TlsMateriaal {
  const materiaal = leesMateriaal(bestanden);
  if (materiaal.x509.validFromDate.getTime() > nu)
    throw new Error('het certificaat geldt nog niet');
  return materiaal;
}

/** Het OIN op het certificaat: het serienummer van het onderwerp, dus niet dat van het certificaat. */
export function oinVan(x509: X509Certificate): string | undefined {
  return /^serialNumber=([0-9A-Z]{20})$/m.exec(x509.subject)?.[1];
}

/** Hoe het met een certificaat staat op `nu` (milliseconden). */
export function staatVan(
  x509: X509Certificate,
  oins: string[],
  nu: number,
  fout: string | undefined,
): CertificaatStaat {
  const tot = x509.validToDate.getTime();
  const dagenOver = Math.floor((tot - nu) / DAG_MS);
  return {
    oins,
    onderwerpOin: oinVan(x509),
    geldigTot: x509.validToDate.toISOString(),
    dagenOver,
    niveau: niveauVan(dagenOver),
    ...(fout ? { fout } : {}),
  };
}

function niveauVan(dagenOver: number): CertificaatNiveau {
  if (dagenOver < 0) return 'verlopen';
  const grens = [7, 14, 30, 60].find((dagen) => dagenOver <= dagen);
  return grens === undefined ? 'goed' : (String(grens) as CertificaatNiveau);
}

function leesTekst(wat: string, pad: string): string {
  return probeer(`het bestand met ${wat} is niet te lezen`, () => readFileSync(pad, 'utf8'));
}

/** Node leest één lijst per tekst; PKIoverheid publiceert ze los en als DER. */
function leesCrl(pad: string): string[] {
  const inhoud = probeer('de lijst van ingetrokken certificaten is niet te lezen', () =>
    readFileSync(pad),
  );
  const tekst = inhoud.toString('latin1');
  if (!tekst.includes('-----BEGIN')) {
    const regels = inhoud.toString('base64').replace(/.{64}/g, '$&\n');
    return [`-----BEGIN X509 CRL-----\n${regels}\n-----END X509 CRL-----\n`];
  }
  const lijsten = tekst.match(/-----BEGIN X509 CRL-----[\s\S]+?-----END X509 CRL-----/g);
  if (!lijsten) throw new Error('het bestand met ingetrokken certificaten bevat geen lijst');
  return lijsten;
}

function probeer<T>(zin: string, doe: () => T): T {
  try {
    return doe();
  } catch {
    throw new Error(zin);
  }
}
