import { BEGELEIDING } from './begeleiding.ts';
import { HANDHAVING } from './handhaving.ts';
import { INTAKE_EN_PIP } from './intake-en-pip.ts';
import { LEERROUTES } from './leerroutes.ts';
import { ORGANISATIE } from './organisatie.ts';
import type { Parameter, WaardeVan } from './parameter.ts';

/** Alles wat een gemeente zelf mag kiezen, op sleutel, in de volgorde van het scherm. */
export const PARAMETERS = {
  ...INTAKE_EN_PIP,
  ...LEERROUTES,
  ...BEGELEIDING,
  ...HANDHAVING,
  ...ORGANISATIE,
};

export type Sleutel = keyof typeof PARAMETERS;

export const SLEUTELS = Object.keys(PARAMETERS) as Sleutel[];

/** Een waarde voor elke sleutel; `null` als daarover niets is afgesproken. */
export type BeleidWaarden = {
  [S in Sleutel]:
    | WaardeVan<(typeof PARAMETERS)[S]['veld']>
    | (null extends (typeof PARAMETERS)[S]['standaard'] ? null : never);
};

export const isSleutel = (sleutel: string): sleutel is Sleutel =>
  Object.hasOwn(PARAMETERS, sleutel);

/** De parameter bij een sleutel, zonder zijn precieze waarde te kennen. */
export const parameterVan = (sleutel: Sleutel): Parameter =>
  PARAMETERS[sleutel] as unknown as Parameter;
