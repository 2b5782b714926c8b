import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from './config.ts';

/** Velden die nooit in het logboek komen, op welke diepte ook. */
const GEHEIM = new Set([
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
]);
const WEG = '[weg]';
const NUMMER = '[nummer]';
const HOOGSTE_DIEPTE = 8;

/** Van een fout alleen wat wij nodig hebben: PostgreSQL zet in de rest de waarden van de rij. */
const vanFout = (fout: Error) => ({
  type: fout.name,
  message: fout.message,
  stack: fout.stack,
  ...('code' in fout ? { code: fout.code } : {}),
});

function dekAf(waarde: unknown, diepte = 0): unknown {
  if (waarde instanceof Error) return vanFout(waarde);
  if (typeof waarde !== 'object' || waarde === null) return waarde;
  if (diepte >= HOOGSTE_DIEPTE) return WEG;
  if (Array.isArray(waarde)) return waarde.map((deel) => dekAf(deel, diepte + 1));
  return Object.fromEntries(
    Object.entries(waarde).map(([veld, deel]) => [
      veld,
      GEHEIM.has(veld) ? WEG : dekAf(deel, diepte + 1),
    ]),
  );
}

/** BSN's en V-nummers die ergens in een tekst of als getal staan. */
const zonderNummers = (regel: string) =>
  regel
    .replace(/:\d{9,10}(?=[,}])/g, `:"${NUMMER}"`)
    .replace(/(?<![\d.])\d{9,10}(?!\d|\.\d)/g, NUMMER);

/**
 * JSON-logboek; persoonsgegevens en geheimen worden vervangen, nummers van personen ook midden in een tekst.
 * @param uit waar de regels heen gaan; weglaten is stdout.
 */
export function maakLogboek(niveau: Config['LOG_NIVEAU'], uit?: DestinationStream): Logger {
  const velden = (object: object) => dekAf(object) as Record<string, unknown>;
  const opties = {
    level: niveau,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ niveau: label }), log: velden },
    serializers: { err: (fout: unknown) => fout },
    // Wat een kindlogboek meekrijgt gaat niet langs `formatters.log`.
    redact: { paths: [...GEHEIM].flatMap((veld) => [veld, `*.${veld}`]), censor: WEG },
    hooks: { streamWrite: zonderNummers },
  };
  return uit ? pino(opties, uit) : pino(opties);
}
