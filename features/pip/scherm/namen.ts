import { LEERROUTE } from '../../shared/woorden.schema.ts';
import type { PipRegel } from '../pip.schema.ts';

export const ROUTES = ['B', 'O', 'Z'] as const;

const aanHetBegin = (naam: string) => naam.charAt(0).toUpperCase() + naam.slice(1);

/** De leerroutes aan het begin van een regel. */
export const ROUTENAAM = {
  B: aanHetBegin(LEERROUTE.B),
  O: aanHetBegin(LEERROUTE.O),
  Z: aanHetBegin(LEERROUTE.Z),
} as const;

export const STAATNAAM: Record<PipRegel['staat'], string> = {
  concept: 'concept',
  'ter-vaststelling': 'ligt ter vaststelling',
  vastgesteld: 'vastgesteld',
  ingetrokken: 'ingetrokken',
};

export const ALFABETISERING = [
  { value: 'NVT', label: 'Niet nodig' },
  { value: 'AA', label: 'Leest een ander schrift en leert het onze (AA)' },
  { value: 'A', label: 'Leert voor het eerst lezen en schrijven (A)' },
] as const;

/** Het id van een veld op het scherm: 'pvt.uren' wordt 'pip-pvt-uren'. */
export function veldId(veld: string): string {
  return `pip-${veld.replaceAll('.', '-')}`;
}

/** Springt naar een veld: het veld zelf, of het blok waar het in staat. */
export function naarVeld(veld: string): void {
  const delen = veld.split('.');
  let blok: HTMLElement | null = null;
  while (delen.length > 0 && !blok) {
    blok = document.getElementById(veldId(delen.join('.')));
    delen.pop();
  }
  if (!blok) return;
  const invoer = blok.matches('input, textarea, select')
    ? blok
    : (blok.querySelector<HTMLElement>('input, textarea, select, button') ?? blok);
  blok.scrollIntoView({ block: 'center' });
  invoer.focus({ preventScroll: true });
}

const WOORDEN: [RegExp, string][] = [
  [/dagtekening/i, 'de dagtekening'],
  [/niveau/i, 'het niveau'],
  [/intensiteit|uren/i, 'het aantal uren'],
  [/leerroute|route/i, 'de leerroute'],
  [/alfabetisering/i, 'alfabetisering'],
];

/** Over welk onderdeel een weigering van DUO gaat, voor zover dat uit de woorden blijkt. */
export function onderdeelVan(fouttekst: string): string | undefined {
  return WOORDEN.find(([woord]) => woord.test(fouttekst))?.[1];
}
