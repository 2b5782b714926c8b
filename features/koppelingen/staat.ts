import type { Koppeling } from './koppelingen.schema.ts';

/** Zo lang mag niets lukken voordat het een storing heet. */
const GEDULD_MS = 60_000;
/** Daarna heet een koppeling stil: er is lang niets gevraagd. */
const STIL_MS = 24 * 3_600_000;

type Verkeer = {
  laatstGelukt: string | null;
  laatstMislukt: string | null;
  misluktSinds: string | null;
};

/** Hoe het met een koppeling gaat op `nu` (UTC ISO), uit haar eigen verkeer. */
export function staatVan(v: Verkeer | undefined, nu: string): Koppeling['staat'] {
  const geleden = (op: string | null | undefined) =>
    op ? Date.parse(nu) - Date.parse(op) : Number.POSITIVE_INFINITY;
  if (!v) return 'stil';
  if (v.misluktSinds) return geleden(v.misluktSinds) > GEDULD_MS ? 'plat' : 'hapert';
  if (geleden(v.laatstMislukt) < GEDULD_MS) return 'hapert';
  return geleden(v.laatstGelukt) > STIL_MS ? 'stil' : 'goed';
}

/** Hele minuten sinds `op`; leeg zonder `op`. */
export function minutenSinds(op: string | null, nu: string): number | null {
  return op ? Math.max(0, Math.floor((Date.parse(nu) - Date.parse(op)) / 60_000)) : null;
}

const berichten = (n: number) =>
  n === 1 ? 'Er wacht één bericht; het gaat' : `Er wachten ${n} berichten; die gaan`;

/** Wat een storing voor het werk betekent. `wachtend`: berichten die nog weg moeten. */
export function gevolgVan(systeem: 'duo' | 'brp' | 'notify', wachtend: number): string {
  if (systeem === 'brp') {
    return 'U kunt gewoon doorwerken. Persoonsgegevens worden vanzelf bijgewerkt zodra de BRP er weer is.';
  }
  if (systeem === 'notify') {
    const later = wachtend > 0 ? `${berichten(wachtend)} vanzelf weg zodra zij er weer is.` : '';
    return `Uitnodigingen en herinneringen gaan later weg. ${later} Is een afspraak vandaag of morgen? Bel de persoon.`;
  }
  const rij = wachtend > 0 ? ` ${berichten(wachtend)} vanzelf weg zodra DUO er weer is.` : '';
  return `U kunt gewoon doorwerken; u hoeft niets opnieuw in te voeren.${rij}`;
}
