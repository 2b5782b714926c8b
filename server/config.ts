import { statSync } from 'node:fs';
import { z } from 'zod';
import { isDatum } from '../rules/shared/datum.ts';
import './http/nederlands.ts';

const poort = z.coerce.number().int().min(0).max(65_535);
const url = z.url({ protocol: /^https?$/ });
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });
const oin = z.string().regex(/^[0-9A-Z]{20}$/, 'moet een OIN van 20 tekens zijn');
const aan = z.enum(['aan', 'uit']).transform((w) => w === 'aan');

/** Elke instelling, met de zin die in docs/inrichten.md komt. Niets anders leest de omgeving. */
const Omgeving = z.object({
  MEEDOEN_OMGEVING: z
    .enum(['oefen', 'productie'])
    .default('oefen')
    .describe(
      '`oefen`: eigen database, aanmelden zonder wachtwoord en nagebootste DUO en BRP. `productie`: niets daarvan.',
    ),
  PORT: poort.default(8080).describe('Poort van web en API.'),
  METRICS_PORT: poort
    .default(9464)
    .describe('Poort van de Prometheus-metingen, alleen op 127.0.0.1. 0 kiest een vrije poort.'),
  MEEDOEN_HOST: z.string().default('127.0.0.1').describe('Adres waarop wordt geluisterd.'),
  MEEDOEN_DATA: z
    .string()
    .default('.data')
    .describe('Map van de ingebouwde database en de nabootsingen.'),
  MEEDOEN_PEILDATUM: z
    .string()
    .refine(isDatum, 'moet een bestaande datum jjjj-mm-dd zijn')
    .optional()
    .describe('Vaste datum van de oefenomgeving. Niet in productie.'),
  MEEDOEN_ADRES: url
    .optional()
    .describe('Adres waaronder gebruikers het programma zien; verplicht in productie, https.'),
  DATABASE_URL: postgresUrl
    .optional()
    .describe('PostgreSQL 15 of nieuwer. Leeg in oefen: een ingebouwde database.'),
  DATABASE_URL_EIGENAAR: postgresUrl
    .optional()
    .describe(
      'Account dat de tabellen bezit: migraties, wachtrij en verzegeling. Verplicht in productie.',
    ),
  OIDC_ISSUER: url
    .optional()
    .describe('Aanbieder voor het aanmelden van medewerkers (Entra ID, Keycloak).'),
  OIDC_CLIENT_ID: z.string().min(1).optional().describe('Naam van Meedoen bij die aanbieder.'),
  OIDC_CLIENT_SECRET: z
    .string()
    .min(1)
    .optional()
    .describe('Geheim van Meedoen bij die aanbieder.'),
  OIDC_ACR: z
    .string()
    .optional()
    .describe('Vereist betrouwbaarheidsniveau (`acr`), als de aanbieder dat geeft.'),
  DUO_URL: url.optional().describe('Basisadres van DUO zonder versie.'),
  DUO_OIN: oin
    .default('00000001800866472000')
    .describe('OIN van DUO; meldingen van een andere afzender worden geweigerd.'),
  DUO_SLEUTEL: z.string().optional().describe('Bestand met de geheime sleutel voor mTLS naar DUO.'),
  DUO_CERTIFICAAT: z
    .string()
    .optional()
    .describe('Bestand met het PKIoverheid-certificaat voor mTLS naar DUO.'),
  DUO_CA: z.string().optional().describe('Bestand met de vertrouwde stamcertificaten.'),
  DUO_IN_GEHEIM: z
    .string()
    .min(32)
    .optional()
    .describe(
      'Gedeeld geheim waarmee de TLS-poort ervoor (die DUO’s certificaat controleert) zich bij `/duo/v1` meldt. Verplicht in productie.',
    ),
  NABOOTSING_DUO_URL: url
    .optional()
    .describe(
      'Adres van een nagebootste DUO die al draait; anders start de oefenomgeving er zelf een. Niet in productie.',
    ),
  NABOOTSING_BRP_URL: url
    .optional()
    .describe('Adres van een nagebootste BRP die al draait. Niet in productie.'),
  BRP_URL: url.optional().describe('Basisadres van Haal Centraal BRP Personen bevragen.'),
  BRP_API_KEY: z.string().optional().describe('Sleutel voor de BRP-bevraging.'),
  LOG_NIVEAU: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info')
    .describe('Hoe veel er in het logboek komt.'),
  VERZOEKEN_PER_MINUUT: z.coerce
    .number()
    .int()
    .min(1)
    .default(6000)
    .describe('Zo veel verzoeken per minuut mag één afzender (IP-adres) doen; daarna 429.'),
  MEEDOEN_WERKER: aan.default(true).describe('`uit`: dit proces doet geen achtergrondwerk.'),
});

export type Config = z.infer<typeof Omgeving>;

const VERPLICHT_IN_PRODUCTIE = [
  'MEEDOEN_ADRES',
  'DATABASE_URL',
  'DATABASE_URL_EIGENAAR',
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'DUO_URL',
  'DUO_SLEUTEL',
  'DUO_CERTIFICAAT',
  'DUO_CA',
  'DUO_IN_GEHEIM',
  'BRP_URL',
] as const;

/** Instellingen die bij echte koppelingen horen; in een oefenomgeving zijn ze een vergissing. */
const ALLEEN_PRODUCTIE = [
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'DUO_URL',
  'DUO_SLEUTEL',
  'DUO_CERTIFICAAT',
  'BRP_URL',
  'BRP_API_KEY',
] as const;

const BESTANDEN = ['DUO_SLEUTEL', 'DUO_CERTIFICAAT', 'DUO_CA'] as const;

/** Wat alleen in een oefenomgeving mag. */
const ALLEEN_OEFEN = ['MEEDOEN_PEILDATUM', 'NABOOTSING_DUO_URL', 'NABOOTSING_BRP_URL'] as const;

/** Een fout in de inrichting: de tekst noemt de instelling en nooit de waarde. */
export class ConfigFout extends Error {}

/**
 * Leest en keurt alle instellingen.
 * @throws ConfigFout met één zin per instelling die ontbreekt of niet klopt.
 */
export function leesConfig(env: Record<string, string | undefined>): Config {
  const gevuld = Object.fromEntries(Object.entries(env).filter(([, waarde]) => waarde !== ''));
  const gelezen = Omgeving.safeParse(gevuld);
  if (!gelezen.success) {
    throw new ConfigFout(
      gelezen.error.issues.map((i) => `${i.path.join('.')} klopt niet: ${i.message}.`).join('\n'),
    );
  }
  const config = gelezen.data;
  const fouten =
    config.MEEDOEN_OMGEVING === 'productie' ? keurProductie(config) : keurOefen(config);
  if (fouten.length > 0) throw new ConfigFout(fouten.join('\n'));
  return config;
}

function keurProductie(config: Config): string[] {
  const fouten: string[] = VERPLICHT_IN_PRODUCTIE.filter((naam) => !config[naam]).map(
    (naam) => `${naam} ontbreekt; in productie is deze instelling verplicht.`,
  );
  for (const naam of ['NABOOTSING_DUO_URL', 'NABOOTSING_BRP_URL'] as const) {
    if (config[naam])
      fouten.push(`${naam} mag niet in productie: daar praat Meedoen met de echte systemen.`);
  }
  for (const naam of ALLEEN_OEFEN) {
    if (config[naam])
      fouten.push(
        `${naam} mag niet in productie: daar gelden de echte datum en de echte systemen.`,
      );
  }
  if (config.MEEDOEN_ADRES && !config.MEEDOEN_ADRES.startsWith('https:')) {
    fouten.push('MEEDOEN_ADRES moet in productie met https: beginnen.');
  }
  for (const naam of BESTANDEN) {
    const pad = config[naam];
    if (pad && !statSync(pad, { throwIfNoEntry: false })?.isFile())
      fouten.push(`${naam} wijst niet naar een bestand dat te lezen is.`);
  }
  return fouten;
}

function keurOefen(config: Config): string[] {
  return ALLEEN_PRODUCTIE.filter((naam) => config[naam]).map(
    (naam) =>
      `${naam} hoort bij productie, maar MEEDOEN_OMGEVING is 'oefen': het aanmelden zonder wachtwoord en de nabootsingen gaan niet samen met echte koppelingen.`,
  );
}

/** Naam, uitleg en standaardwaarde van elke instelling, voor de documentatie. */
export function beschrijfConfig(): { naam: string; uitleg: string; standaard: string }[] {
  const standaard: Record<string, unknown> = Omgeving.parse({});
  return Object.entries(Omgeving.shape).map(([naam, schema]) => ({
    naam,
    uitleg: schema.description ?? '',
    standaard:
      standaard[naam] === undefined
        ? ''
        : String(standaard[naam] === true ? 'aan' : standaard[naam]),
  }));
}
