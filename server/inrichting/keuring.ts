import { statSync } from 'node:fs';
import type { Config } from '../config.ts';

const VERPLICHT_IN_PRODUCTIE = [
  'MEEDOEN_ADRES',
  'DATABASE_URL',
  'DATABASE_URL_EIGENAAR',
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'DUO_URL',
  'BRP_URL',
] as const;

/** Wat de berichtendienst nodig heeft; zonder `NOTIFY_URL` niets. */
const BERICHTENDIENST = [
  'NOTIFY_SLEUTEL',
  'NOTIFY_SJABLOON_SMS',
  'NOTIFY_SJABLOON_EMAIL',
  'NOTIFY_TERUG_GEHEIM',
] as const;

/** Eén certificaat voor alle gemeenten. */
const ENE_IDENTITEIT = ['DUO_SLEUTEL', 'DUO_CERTIFICAAT', 'DUO_CA'] as const;

/** Wat een eigen poort voor DUO nodig heeft. */
const EIGEN_POORT = ['DUO_IN_SLEUTEL', 'DUO_IN_CERTIFICAAT', 'DUO_IN_CA', 'DUO_IN_CRL'] as const;

/** Instellingen die bij echte koppelingen horen; in een oefenomgeving zijn ze een vergissing. */
const ALLEEN_PRODUCTIE = [
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'DUO_URL',
  'DUO_ADRESSEN',
  'DUO_IDENTITEITEN',
  'DUO_SLEUTEL',
  'DUO_CERTIFICAAT',
  'DUO_IN_POORT',
  'BRP_URL',
  'BRP_API_KEY',
  'NOTIFY_URL',
  ...BERICHTENDIENST,
  'NOTIFY_AFZENDERS',
] as const;

/** Wat alleen in een oefenomgeving mag. */
const ALLEEN_OEFEN = ['MEEDOEN_PEILDATUM', 'NABOOTSING_DUO_URL', 'NABOOTSING_BRP_URL'] as const;

const BESTANDEN = [
  'DUO_ADRESSEN',
  'DUO_IDENTITEITEN',
  ...ENE_IDENTITEIT,
  'DUO_CRL',
  ...EIGEN_POORT,
  'NOTIFY_AFZENDERS',
] as const;

/** Wat er mist of niet kan in productie: één zin per instelling, nooit met de waarde. */
export function keurProductie(config: Config): string[] {
  const fouten = VERPLICHT_IN_PRODUCTIE.filter((naam) => !config[naam]).map(ontbreekt);
  fouten.push(...keurIdentiteit(config), ...keurWegTerug(config), ...keurBerichten(config));
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

const ontbreekt = (naam: string): string =>
  `${naam} ontbreekt; in productie is deze instelling verplicht.`;

/** Of met een lijst van identiteiten, of met één certificaat voor iedereen. */
function keurIdentiteit(config: Config): string[] {
  if (!config.DUO_IDENTITEITEN) return ENE_IDENTITEIT.filter((n) => !config[n]).map(ontbreekt);
  return [...ENE_IDENTITEIT, 'DUO_CRL' as const]
    .filter((naam) => config[naam])
    .map((naam) => `${naam} gaat niet samen met DUO_IDENTITEITEN: daar staan de bestanden al in.`);
}

/** Of een eigen poort, of een TLS-poort ervoor die zich met een geheim meldt. */
function keurWegTerug(config: Config): string[] {
  if (config.DUO_IN_POORT === undefined)
    return config.DUO_IN_GEHEIM ? [] : [ontbreekt('DUO_IN_GEHEIM')];
  return EIGEN_POORT.filter((naam) => !config[naam]).map(
    (naam) => `${naam} ontbreekt; bij DUO_IN_POORT is deze instelling verplicht.`,
  );
}

function keurBerichten(config: Config): string[] {
  if (!config.NOTIFY_URL) return [];
  return BERICHTENDIENST.filter((naam) => !config[naam]).map(
    (naam) => `${naam} ontbreekt; bij NOTIFY_URL is deze instelling verplicht.`,
  );
}

/** Wat niet bij een oefenomgeving past. */
export function keurOefen(config: Config): string[] {
  return ALLEEN_PRODUCTIE.filter((naam) => config[naam] !== undefined).map(
    (naam) =>
      `${naam} hoort bij productie, maar MEEDOEN_OMGEVING is 'oefen': het aanmelden zonder wachtwoord en de nabootsingen gaan niet samen met echte koppelingen.`,
  );
}
