import { GEBEURTENISSEN } from './gebeurtenissen.ts';

/** Wat een melding van DUO betekent, als vervolg van een zin; leeg bij een onbekend id. */
export function gebeurtenisInWoorden(gebeurtenisId: string): string | undefined {
  const tekst = GEBEURTENISSEN[gebeurtenisId]?.omschrijving;
  return tekst && tekst.charAt(0).toLowerCase() + tekst.slice(1);
}
