import type { Stand } from '../stand/stand.ts';
import { type Verschil, verschillen } from '../wat-als/verschil.ts';

/** Wat er aan een Stand anders is. */
export const EFFECTEN = [
  'termijnen',
  'signalen',
  'voorstellen',
  'verplichtingen',
  'aanbod',
  'kenmerken',
] as const;
export type Effect = (typeof EFFECTEN)[number];
export type Wijziging = { soort: Effect; tekst: string };

const EFFECT: Record<Verschil['soort'], Effect> = {
  termijn: 'termijnen',
  signaal: 'signalen',
  voorstel: 'voorstellen',
  verplichting: 'verplichtingen',
  aanbod: 'aanbod',
  kenmerk: 'kenmerken',
};

/**
 * Wat er in een dossier verandert als de ene Stand de andere wordt: per punt een zin. Uitleg telt niet mee;
 * leeg als er niets anders is wat iemand merkt.
 */
export function verschilInStand(oud: Stand, nieuw: Stand): Wijziging[] {
  return verschillen(oud, nieuw).map((v) => ({ soort: EFFECT[v.soort], tekst: zin(v) }));
}

function zin({ naam, was, wordt }: Verschil): string {
  if (was === undefined) return `${naam} erbij: ${wordt}`;
  return wordt === undefined ? `${naam} vervalt: ${was}` : `${naam}: ${was} wordt ${wordt}`;
}
