import type { OrganisatieSoort } from '../db/tables.ts';
import { BEGELEIDING_HANDELINGEN } from './handelingen/begeleiding.ts';
import { BEHEER_HANDELINGEN } from './handelingen/beheer.ts';
import { DOSSIER_HANDELINGEN } from './handelingen/dossier.ts';
import { KETEN_HANDELINGEN } from './handelingen/keten.ts';
import { TRAJECT_HANDELINGEN } from './handelingen/traject.ts';
import type { Regel } from './taakgroepen.ts';

export type Rol = 'klantmanager' | 'regisseur' | 'beleid' | 'beheer' | 'lezer';

/** Wie is aangemeld, met de rollen per taak en wat zijn organisatie voor welke gemeente doet. */
export type Gebruiker = {
  id: string;
  naam: string;
  functie: string;
  organisatie: { id: string; naam: string; soort: OrganisatieSoort };
  /** `taak` kan ook een bijzonder recht zijn: `mandaat-pip` of `gezondheid`. */
  rollen: { taak: string; rol: Rol }[];
  verdeling: { gemeenteId: string; taak: string }[];
  gemeenten: { id: string; code: string; naam: string }[];
};

/** Alles wat iemand kan doen, met de taak en rol die dat geven. Wat hier niet staat, kan niet. */
export const HANDELINGEN = {
  ...DOSSIER_HANDELINGEN,
  ...BEGELEIDING_HANDELINGEN,
  ...TRAJECT_HANDELINGEN,
  ...KETEN_HANDELINGEN,
  ...BEHEER_HANDELINGEN,
} as const satisfies Record<string, Regel>;

export type Handeling = keyof typeof HANDELINGEN;

const BIJZONDERE_RECHTEN = new Set(['mandaat-pip', 'gezondheid']);

function heeftRol(gebruiker: Gebruiker, taak: string, rollen: readonly Rol[]): boolean {
  return gebruiker.rollen.some(
    (r) =>
      (r.taak === taak || (r.taak === '*' && !BIJZONDERE_RECHTEN.has(taak))) &&
      rollen.includes(r.rol),
  );
}

/**
 * De gemeenten waarvoor deze gebruiker `handeling` mag doen: zijn organisatie heeft de taak, hij de rol.
 * @returns ids, leeg als hij het nergens mag.
 */
export function gemeentenVoor(gebruiker: Gebruiker, handeling: Handeling): string[] {
  const regel: Regel = HANDELINGEN[handeling];
  if (regel.bijzonder && !heeftRol(gebruiker, regel.bijzonder, regel.rollen)) return [];
  const taken = new Set<string>(
    regel.taken.filter((taak) => heeftRol(gebruiker, taak, regel.rollen)),
  );
  return [
    ...new Set(gebruiker.verdeling.filter((v) => taken.has(v.taak)).map((v) => v.gemeenteId)),
  ];
}

/** Waar als de gebruiker `handeling` voor deze gemeente mag doen. */
export function mag(gebruiker: Gebruiker, handeling: Handeling, gemeenteId: string): boolean {
  return gemeentenVoor(gebruiker, handeling).includes(gemeenteId);
}

/** De taak en rol waaronder de handeling voor deze gemeente gebeurt: het doel in het logboek. */
export function doelVan(
  gebruiker: Gebruiker,
  handeling: Handeling,
  gemeenteId?: string,
): { taak: string; rol: Rol } | undefined {
  const regel: Regel = HANDELINGEN[handeling];
  for (const taak of regel.taken) {
    const rol = regel.rollen.find((r) => heeftRol(gebruiker, taak, [r]));
    const heeftTaak = gebruiker.verdeling.some(
      (v) => v.taak === taak && (!gemeenteId || v.gemeenteId === gemeenteId),
    );
    if (rol && heeftTaak) return { taak, rol };
  }
  return undefined;
}
