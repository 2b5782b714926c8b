/** Wat één meting opleverde: hoe vaak per seconde en hoe lang het duurde (milliseconden). */
export type Meting = { naam: string; perSeconde: number; p50: number; p95: number };

const OPWARMEN = 2;

/**
 * Doet `werk` met `tegelijk` lopers tegelijk, zo vaak als het gaat; eerst twee seconden om op te warmen.
 * @param seconden duur van de meting zelf.
 * @throws wat `werk` gooit: een meting met fouten is geen meting.
 */
export async function meet(
  naam: string,
  werk: () => Promise<unknown>,
  seconden: number,
  tegelijk: number,
): Promise<Meting> {
  await herhaal(werk, OPWARMEN, tegelijk);
  const duren = (await herhaal(werk, seconden, tegelijk)).sort((a, b) => a - b);
  const deel = (p: number) => duren[Math.min(duren.length - 1, Math.floor(duren.length * p))] ?? 0;
  return { naam, perSeconde: duren.length / seconden, p50: deel(0.5), p95: deel(0.95) };
}

async function herhaal(
  werk: () => Promise<unknown>,
  seconden: number,
  tegelijk: number,
): Promise<number[]> {
  const tot = performance.now() + seconden * 1000;
  const duren: number[] = [];
  const loper = async () => {
    while (performance.now() < tot) {
      const begin = performance.now();
      await werk();
      duren.push(performance.now() - begin);
    }
  };
  await Promise.all(Array.from({ length: tegelijk }, loper));
  return duren;
}

/** Tabel in Markdown, met de verhouding van elke meting over HTTP tot dezelfde vraag als kale SQL. */
export function tabel(rijen: readonly { http: Meting; sql: Meting }[]): string {
  const regels = rijen.map(
    ({ http, sql }) =>
      `| ${http.naam} | ${http.perSeconde.toFixed(0)} | ${http.p50.toFixed(1)} | ${http.p95.toFixed(1)} | ${sql.perSeconde.toFixed(0)} | ${sql.p95.toFixed(1)} | ${(http.perSeconde / sql.perSeconde).toFixed(2)} |`,
  );
  return [
    '| wat | per seconde | p50 ms | p95 ms | kale SQL per seconde | p95 ms | verhouding |',
    '|---|--:|--:|--:|--:|--:|--:|',
    ...regels,
  ].join('\n');
}
