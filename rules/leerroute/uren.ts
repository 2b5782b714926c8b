/** Telt uren op in honderdsten, zodat de volgorde van de rijen de som niet verandert. */
export function somUren(uren: readonly number[]): number {
  return uren.reduce((som, n) => som + Math.round(n * 100), 0) / 100;
}

/** Uren in een zin: `11,5 uur`. */
export const inUren = (n: number): string => `${String(n).replace('.', ',')} uur`;
