import type { Taal } from '../../shared/talen.schema.ts';
import type { Meting, Moment } from '../meting.schema.ts';

/** Wat de klantmanager koos voordat hij het toestel gaf. Antwoorden staan hier nooit bij. */
export type Opdracht = {
  moment: Moment;
  taal: Taal;
  hulp: Meting['hulp'];
  vervangt: string | null;
  /** Vier cijfers waarmee de klantmanager straks teruggaat. */
  code: string;
  /** Maakt opslaan na een weggevallen antwoord onschadelijk. */
  sleutel: string;
};

const plek = (dossierId: string) => `meedoen:meting:${dossierId}`;

/** Blijft staan als de bladzijde opnieuw laadt: ook dan is de code nodig om terug te gaan. */
export function bewaarOpdracht(dossierId: string, opdracht: Opdracht): void {
  sessionStorage.setItem(plek(dossierId), JSON.stringify(opdracht));
}

export function leesOpdracht(dossierId: string): Opdracht | undefined {
  const tekst = sessionStorage.getItem(plek(dossierId));
  return tekst ? (JSON.parse(tekst) as Opdracht) : undefined;
}

export function wisOpdracht(dossierId: string): void {
  sessionStorage.removeItem(plek(dossierId));
}

export const metingPad = (dossierId: string) => `/inburgeraars/${dossierId}/intake/meting`;
export const vragenPad = (dossierId: string) => `/meting/${dossierId}`;
