import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { mtlsDuoTransport } from '../../connections/duo/mtls.ts';
import {
  basisUrlsOnder,
  type DuoTransport,
  httpDuoTransport,
} from '../../connections/duo/transport.ts';
import { DUO_APIS, type DuoApi } from '../../connections/duo/versies.ts';
import { leesMateriaal } from '../../connections/tls/certificaat.ts';
import {
  eneIdentiteit,
  type Identiteiten,
  identiteitenUit,
} from '../../connections/tls/identiteiten.ts';
import { openTlsPoort, type TlsPoort } from '../../connections/tls/poort.ts';
import { type Config, ConfigFout } from '../config.ts';
import type { Toepassing } from '../toepassing.ts';

const TIMEOUT_MS = 10_000;

/**
 * Hoe verzoeken bij DUO komen: over http naar de nabootsing, of met tweezijdig TLS.
 * @param nabootsing oorsprong van de nabootsing; leeg bij de echte DUO.
 * @throws ConfigFout als een certificaat, de lijst ervan of een adres niet goed is.
 */
export function duoTransport(config: Config, nabootsing: string | undefined): DuoTransport {
  const basis = nabootsing ? `${nabootsing}/duo` : (config.DUO_URL as string);
  const instelling = {
    basisUrls: { ...basisUrlsOnder(basis), ...leesAdressen(config.DUO_ADRESSEN) },
    doel: config.DUO_OIN,
    timeoutMs: TIMEOUT_MS,
  };
  if (nabootsing) return httpDuoTransport(instelling);
  return mtlsDuoTransport(
    { ...instelling, serverOin: oinOpCertificaat(config) },
    maakIdentiteiten(config),
  );
}

const oinOpCertificaat = (config: Config) => config.DUO_SERVER_OIN ?? config.DUO_OIN;

function maakIdentiteiten(config: Config): Identiteiten {
  const { DUO_IDENTITEITEN: lijst } = config;
  if (lijst) return richtIn('DUO_IDENTITEITEN', () => identiteitenUit(lijst, Date.now));
  const bestanden = {
    sleutel: config.DUO_SLEUTEL as string,
    certificaat: config.DUO_CERTIFICAAT as string,
    ca: config.DUO_CA as string,
    crl: config.DUO_CRL,
  };
  return richtIn('DUO_CERTIFICAAT', () => eneIdentiteit(bestanden, Date.now));
}

const Adressen = z.partialRecord(z.enum(DUO_APIS), z.url({ protocol: /^https$/ }));

function leesAdressen(pad: string | undefined): Partial<Record<DuoApi, string>> {
  if (!pad) return {};
  return richtIn('DUO_ADRESSEN', () => {
    const gelezen = Adressen.safeParse(JSON.parse(readFileSync(pad, 'utf8')));
    if (gelezen.success) return gelezen.data;
    throw new Error('verwacht was per API een adres dat met https: begint');
  });
}

/**
 * Opent de eigen poort voor meldingen van DUO, als die is ingericht. Wat erdoor komt is bewezen DUO, en
 * gaat met het gedeelde geheim naar dezelfde routes als achter een TLS-poort ervoor.
 * @param handelAf de afhandeling van de toepassing.
 * @param meld hoort waarom een beller is geweigerd.
 * @throws ConfigFout als het certificaat van de poort niet goed is.
 */
export async function openDuoPoort(
  config: Config,
  handelAf: (verzoek: IncomingMessage, antwoord: ServerResponse) => void,
  meld: (reden: string) => void,
): Promise<TlsPoort | undefined> {
  if (config.DUO_IN_POORT === undefined) return undefined;
  config.DUO_IN_GEHEIM ??= randomBytes(32).toString('hex');
  const geheim = config.DUO_IN_GEHEIM;
  const bestanden = {
    sleutel: config.DUO_IN_SLEUTEL as string,
    certificaat: config.DUO_IN_CERTIFICAAT as string,
    ca: config.DUO_IN_CA as string,
    crl: config.DUO_IN_CRL,
  };
  richtIn('DUO_IN_CERTIFICAAT', () => leesMateriaal(bestanden));
  return openTlsPoort({
    host: config.DUO_IN_HOST,
    poort: config.DUO_IN_POORT,
    bestanden,
    bellerOin: oinOpCertificaat(config),
    pad: '/duo/v1/notificaties',
    nu: Date.now,
    bijWeigering: meld,
    handelAf(verzoek, antwoord) {
      verzoek.headers['x-meedoen-duo'] = geheim;
      handelAf(verzoek, antwoord);
    },
  });
}

/** Hoe het staat met elk certificaat: waarmee Meedoen DUO belt, en dat van de eigen poort. */
export function alleCertificaten({ duo, duoPoort }: Pick<Toepassing, 'duo' | 'duoPoort'>) {
  return [
    ...duo.certificaten(Date.now()).map((c) => ({ ...c, richting: 'uit' as const })),
    ...(duoPoort ? [{ ...duoPoort.staat(Date.now()), richting: 'in' as const }] : []),
  ];
}

/** Wat er met een instelling mis is, in dezelfde vorm als elke andere fout in de inrichting. */
function richtIn<T>(naam: string, doe: () => T): T {
  try {
    return doe();
  } catch (fout) {
    const zin = fout instanceof SyntaxError ? 'het bestand is geen JSON' : (fout as Error).message;
    throw new ConfigFout(`${naam} klopt niet: ${zin}.`);
  }
}
