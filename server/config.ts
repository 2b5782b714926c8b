import { z } from 'zod';
import { leesSleutel } from '../connections/notify/sleutel.ts';
import { isOin } from '../connections/tls/oin.ts';
import { isDatum } from '../rules/shared/datum.ts';
import './http/nederlands.ts';
import { keurOefen, keurProductie } from './inrichting/keuring.ts';

const poort = z.coerce.number().int().min(0).max(65_535);
const url = z.url({ protocol: /^https?$/ });
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });
const oin = z.string().refine(isOin, 'moet een OIN van 20 tekens zijn, uit een bekende reeks');
const bestand = z.string().min(1).optional();
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
  DUO_URL: url.optional().describe('Basisadres van DUO; daaronder staat elke API als `<naam>/v1`.'),
  DUO_ADRESSEN: bestand.describe(
    'JSON-bestand met per API een eigen basisadres, voor wat niet onder `DUO_URL` staat: `{"pip": "https://…/v1"}`.',
  ),
  DUO_OIN: oin
    .default('00000001800866472000')
    .describe('OIN van DUO; meldingen van een andere afzender worden geweigerd.'),
  DUO_SERVER_OIN: oin
    .optional()
    .describe('OIN op het servercertificaat van DUO, als dat een ander is dan `DUO_OIN`.'),
  DUO_IDENTITEITEN: bestand.describe(
    'JSON-bestand dat zegt welke gemeente met welk certificaat bij DUO komt. In plaats van de vier hieronder.',
  ),
  DUO_SLEUTEL: bestand.describe('Bestand met de geheime sleutel voor mTLS naar DUO.'),
  DUO_CERTIFICAAT: bestand.describe('Bestand met het PKIoverheid-certificaat voor mTLS naar DUO.'),
  DUO_CA: bestand.describe('Bestand met de vertrouwde stamcertificaten.'),
  DUO_CRL: bestand.describe(
    'Bestand met ingetrokken certificaten, van elke laag in de keten. Leeg: intrekking wordt niet gecontroleerd.',
  ),
  DUO_IN_GEHEIM: z
    .string()
    .min(32)
    .optional()
    .describe(
      'Gedeeld geheim waarmee de TLS-poort ervoor (die DUO’s certificaat controleert) zich bij `/duo/v1` meldt. Verplicht in productie zonder `DUO_IN_POORT`.',
    ),
  DUO_IN_POORT: poort
    .optional()
    .describe(
      'Eigen poort met tweezijdig TLS voor meldingen van DUO, in plaats van een TLS-poort ervoor.',
    ),
  DUO_IN_HOST: z.string().default('0.0.0.0').describe('Adres waarop die poort luistert.'),
  DUO_IN_SLEUTEL: bestand.describe('Bestand met de geheime sleutel van die poort.'),
  DUO_IN_CERTIFICAAT: bestand.describe('Bestand met het certificaat van die poort.'),
  DUO_IN_CA: bestand.describe('Stamcertificaten waaronder DUO’s certificaat moet vallen.'),
  DUO_IN_CRL: bestand.describe('Ingetrokken certificaten, van elke laag in die keten.'),
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
  NOTIFY_URL: url
    .optional()
    .describe(
      'Basisadres van de berichtendienst (NotifyNL: `https://api.notifynl.nl`). Leeg: medewerkers geven uitnodigingen zelf.',
    ),
  NOTIFY_SLEUTEL: z
    .string()
    .refine((s) => leesSleutel(s) !== undefined, 'moet een API-sleutel van de berichtendienst zijn')
    .optional()
    .describe('API-sleutel van de berichtendienst: naam, dienst en geheim.'),
  NOTIFY_SJABLOON_SMS: z
    .uuid()
    .optional()
    .describe('Sjabloon bij de berichtendienst voor een sms; met de invulplek `tekst`.'),
  NOTIFY_SJABLOON_EMAIL: z
    .uuid()
    .optional()
    .describe('Sjabloon voor een e-mail; met de invulplekken `onderwerp` en `tekst`.'),
  NOTIFY_TERUG_GEHEIM: z
    .string()
    .min(32)
    .optional()
    .describe('Geheim waarmee de dienst de afloop van een bericht meldt bij `/notify/v1/afloop`.'),
  NOTIFY_AFZENDERS: bestand.describe(
    'JSON-bestand met per gemeentecode de afzender bij de dienst: `{"0114": {"sms": "…", "email": "…"}}`.',
  ),
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
