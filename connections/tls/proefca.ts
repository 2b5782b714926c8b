import type { KeyObject } from 'node:crypto';
import { generateKeyPairSync, sign } from 'node:crypto';

/** Een eigen certificaatautoriteit voor proeven. Node kan zelf geen certificaten maken. */
export type Proefca = {
  cert: string;
  geefUit(vraag: Uitgifte): Uitgegeven;
  /** Een lijst van ingetrokken certificaten, door deze autoriteit ondertekend. */
  crl(ingetrokken: readonly Uitgegeven[]): string;
};

export type Uitgifte = {
  oin?: string;
  /** Namen waaronder de server bereikbaar is; leeg is 127.0.0.1. */
  dns?: string[];
  /** Dagen ten opzichte van nu. */
  van?: number;
  tot?: number;
};

export type Uitgegeven = { key: string; cert: string; nummer: number };

const DAG_MS = 86_400_000;
const ECDSA_SHA256 = '06082a8648ce3d040302';
const NAAM = '0603550403';
const SERIENUMMER = '0603550405';

let volgendNummer = 1;

export function maakProefca(naam: string): Proefca {
  const eigen = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const uitgever = naamVan(naam);
  const stam = maakCertificaat({
    onderwerp: uitgever,
    uitgever,
    sleutel: eigen.publicKey,
    ondertekenaar: eigen.privateKey,
    geldig: [-3650, 3650],
    uitbreidingen: [uitbreiding('0603551d13', der(0x30, der(0x01, bytes('ff'))), true)],
  });
  return {
    cert: stam.cert,
    geefUit({ oin, dns, van = -1, tot = 365 }) {
      const paar = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const namen = dns?.map((d) => der(0x82, d)) ?? [der(0x87, bytes('7f000001'))];
      const { cert, nummer } = maakCertificaat({
        onderwerp: naamVan('proef', oin),
        uitgever,
        sleutel: paar.publicKey,
        ondertekenaar: eigen.privateKey,
        geldig: [van, tot],
        uitbreidingen: [uitbreiding('0603551d11', der(0x30, ...namen))],
      });
      const key = paar.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
      return { key, cert, nummer };
    },
    crl(ingetrokken) {
      const regels = ingetrokken.map(({ nummer }) => der(0x30, getal(nummer), tijd(-1)));
      const lijst = regels.length > 0 ? [der(0x30, ...regels)] : [];
      const delen = [getal(1), algoritme(), uitgever, tijd(-1), tijd(30), ...lijst];
      return pem('X509 CRL', onderteken(der(0x30, ...delen), eigen.privateKey));
    },
  };
}

type Vraag = {
  onderwerp: Buffer;
  uitgever: Buffer;
  sleutel: KeyObject;
  ondertekenaar: KeyObject;
  geldig: [van: number, tot: number];
  uitbreidingen: Buffer[];
};

function maakCertificaat(v: Vraag): { cert: string; nummer: number } {
  const nummer = volgendNummer++;
  const inhoud = der(
    0x30,
    der(0xa0, getal(2)),
    getal(nummer),
    algoritme(),
    v.uitgever,
    der(0x30, tijd(v.geldig[0]), tijd(v.geldig[1])),
    v.onderwerp,
    v.sleutel.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(0x30, ...v.uitbreidingen)),
  );
  return { cert: pem('CERTIFICATE', onderteken(inhoud, v.ondertekenaar)), nummer };
}

function onderteken(inhoud: Buffer, sleutel: KeyObject): Buffer {
  const handtekening = Buffer.concat([bytes('00'), sign('sha256', inhoud, sleutel)]);
  return der(0x30, inhoud, algoritme(), der(0x03, handtekening));
}

const bytes = (hex: string) => Buffer.from(hex, 'hex');
const algoritme = () => der(0x30, bytes(ECDSA_SHA256));
const getal = (n: number) =>
  der(0x02, bytes(n.toString(16).padStart(8, '0')).subarray(n < 128 ? 3 : 0));

function naamVan(naam: string, oin?: string): Buffer {
  const deel = (soort: string, label: number, tekst: string) =>
    der(0x31, der(0x30, bytes(soort), der(label, tekst)));
  return der(
    0x30,
    deel(NAAM, 0x0c, naam),
    ...(oin === undefined ? [] : [deel(SERIENUMMER, 0x13, oin)]),
  );
}

function uitbreiding(soort: string, waarde: Buffer, isKritiek = false): Buffer {
  const kritiek = isKritiek ? [der(0x01, bytes('ff'))] : [];
  return der(0x30, bytes(soort), ...kritiek, der(0x04, waarde));
}

function tijd(dagen: number): Buffer {
  const iso = new Date(Date.now() + dagen * DAG_MS).toISOString();
  return der(0x17, `${iso.slice(2, 19).replaceAll(/[-:T]/g, '')}Z`);
}

function der(label: number, ...delen: (Buffer | string)[]): Buffer {
  const inhoud = Buffer.concat(delen.map((d) => (typeof d === 'string' ? Buffer.from(d) : d)));
  const n = inhoud.length;
  const lengte = n < 128 ? [n] : n < 256 ? [0x81, n] : [0x82, n >> 8, n & 255];
  return Buffer.concat([Buffer.from([label, ...lengte]), inhoud]);
}

function pem(wat: string, inhoud: Buffer): string {
  const regels = inhoud.toString('base64').replace(/.{64}/g, '$&\n');
  return `-----BEGIN ${wat}-----\n${regels}\n-----END ${wat}-----\n`;
}
