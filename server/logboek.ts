import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';

/** Velden die nooit in het logboek komen, op elke diepte die wij gebruiken. */
const GEHEIM = [
  'bsn',
  'vNummer',
  'v_nummer',
  'naam',
  'voornamen',
  'geslachtsnaam',
  'cookie',
  'authorization',
  'body',
  'inhoud',
];

/** JSON-logboek op stdout; persoonsgegevens en geheimen worden vervangen. BSN's in adressen ook. */
export function maakLogboek(niveau: Config['LOG_NIVEAU']): Logger {
  return pino({
    level: niveau,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: GEHEIM.flatMap((veld) => [veld, `*.${veld}`, `*.*.${veld}`]),
      censor: '[weg]',
    },
    formatters: { level: (label) => ({ niveau: label }) },
    hooks: {
      logMethod(args, method) {
        method.apply(
          this,
          args.map((a) =>
            typeof a === 'string' ? a.replace(/\b\d{9,10}\b/g, '[nummer]') : a,
          ) as typeof args,
        );
      },
    },
  });
}
