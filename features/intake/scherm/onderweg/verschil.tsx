import { inWoorden, type Waarde } from '../../../shared/vraag.schema.ts';
import type { Veld } from './versturen.tsx';

type Los = Record<string, unknown>;

const jaNee = (w: unknown) => (w ? 'ja' : 'nee');

const HEEL: Record<string, (w: Los) => string> = {
  taal: (w) =>
    [w.gesprekstaal, w.tolkNodig ? 'tolk nodig' : 'geen tolk nodig', w.schrift]
      .filter(Boolean)
      .join(', '),
  privegesprek: (w) =>
    w.gewenst === undefined
      ? `aangeboden: ${jaNee(w.aangeboden)}`
      : `aangeboden: ${jaNee(w.aangeboden)}, gewenst: ${jaNee(w.gewenst)}`,
  belastbaarheid: (w) =>
    w.besproken
      ? `besproken; gevolg: ${(w.gevolgen as string[]).join(', ') || 'nog niet gekozen'}`
      : 'niet besproken',
};

const NAAM: Record<string, string> = {
  taal: 'Taal en tolk',
  privegesprek: 'Gesprek zonder partner of familie',
  belastbaarheid: 'Gevolg van gezondheid',
};

/** Een waarde zoals zij naast een andere staat, in woorden. */
export function toonWaarde(veld: Veld, waarde: unknown): string {
  const heel = HEEL[veld];
  return heel && waarde ? heel(waarde as Los) : inWoorden(waarde as Waarde | null);
}

/** Hoe een veld heet. */
export function naamVan(veld: Veld, vragen: readonly { id: string; vraag: string }[]): string {
  const id = veld.split('/')[1];
  return NAAM[veld] ?? vragen.find((v) => v.id === id)?.vraag ?? 'Een vraag van de intake';
}

/** Beide teksten onder elkaar; alleen bij open tekst heeft dat zin. */
export function samen(mijn: unknown, hun: unknown): string | undefined {
  if (typeof mijn !== 'string' || typeof hun !== 'string') return undefined;
  if (mijn.trim() === '' || hun.trim() === '') return undefined;
  return `${hun.trim()}\n${mijn.trim()}`;
}
