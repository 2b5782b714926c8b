import type { Taak } from '../../rules/taakverdeling/taken.ts';
import type { Rol } from './rechten.ts';

/** Wat voor een handeling nodig is. */
export type Regel = {
  /** De organisatie moet een van deze taken voor de gemeente hebben. */
  taken: readonly Taak[];
  rollen: readonly Rol[];
  /** Bijzonder recht van de medewerker naast de taak. */
  bijzonder?: 'mandaat-pip' | 'gezondheid';
  omschrijving: string;
};

export const DOSSIERTAKEN: readonly Taak[] = ['brede-intake', 'pip', 'monitoring', 'handhaving'];
export const DEELTAKEN: readonly Taak[] = [
  ...DOSSIERTAKEN,
  'pvt',
  'map',
  'leerroute-b1',
  'leerroute-onderwijs',
  'leerroute-z',
  'maatschappelijke-begeleiding',
  'ontzorgen',
  'begeleiding-naar-werk',
];
export const SCHOLEN: readonly Taak[] = ['leerroute-b1', 'leerroute-onderwijs', 'leerroute-z'];
export const DOEN: readonly Rol[] = ['klantmanager', 'regisseur'];
export const ZIEN: readonly Rol[] = ['klantmanager', 'regisseur', 'lezer'];
