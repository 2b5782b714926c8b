import type { Tolkvorm } from './rooster.ts';

/** Wat een tolk rekent, in eurocenten. Met de tolk afgesproken; de wet noemt geen tarief. */
export type Tarief = {
  uurtariefCent: number;
  /** Per keer dat de tolk komt. */
  reiskostenCent: number;
  /** Korter wordt dit gerekend. */
  minimumMinuten: number;
  /** Zoveel uur van tevoren afzeggen is gratis. */
  annulerenUren: number;
  /** Deel van de geplande tijd dat bij later afzeggen wordt gerekend. */
  annulerenProcent: number;
};

export type Tolkkosten = {
  /** Minuten die worden gerekend. */
  minuten: number;
  tijdCent: number;
  reisCent: number;
  totaalCent: number;
};

const MINUTEN_PER_UUR = 60;
const HEEL = 100;

/** Deelt hele getallen en rondt een halve naar boven af. */
const deel = (waarde: number, door: number) => Math.floor((2 * waarde + door) / (2 * door));

/**
 * De kosten van een inzet in hele eurocenten: gerekende minuten tegen het uurtarief, en de reis als de tolk komt.
 * Geen uren gemaakt (niemand verscheen) kost het minimum.
 */
export function tolkkosten(vorm: Tolkvorm, minuten: number, tarief: Tarief): Tolkkosten {
  const gerekend = Math.max(minuten, tarief.minimumMinuten);
  const tijdCent = deel(gerekend * tarief.uurtariefCent, MINUTEN_PER_UUR);
  const reisCent = vorm === 'aanwezig' ? tarief.reiskostenCent : 0;
  return { minuten: gerekend, tijdCent, reisCent, totaalCent: tijdCent + reisCent };
}

/**
 * Wat afzeggen kost: niets als er minstens `annulerenUren` uur over is, anders een deel van de geplande tijd, nooit
 * de reis.
 * @param minutenVooraf minuten tussen afzeggen en het begin; negatief als de afspraak al was begonnen.
 */
export function annuleringskosten(
  geplandeMinuten: number,
  minutenVooraf: number,
  tarief: Tarief,
): number {
  if (minutenVooraf >= tarief.annulerenUren * MINUTEN_PER_UUR) return 0;
  const { tijdCent } = tolkkosten('telefoon', geplandeMinuten, tarief);
  return deel(tijdCent * tarief.annulerenProcent, HEEL);
}

/**
 * Het deel van een bedrag voor de `rang`-ste (vanaf 0) van `delers` mensen. Alle delen samen zijn precies het bedrag;
 * wie eerst staat draagt de cent die overblijft.
 */
export function aandeel(bedragCent: number, delers: number, rang: number): number {
  const aantal = Math.max(1, delers);
  const gelijk = Math.floor(bedragCent / aantal);
  return gelijk + (rang < bedragCent - gelijk * aantal ? 1 : 0);
}
