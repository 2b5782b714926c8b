import type { Datum } from '../shared/datum.ts';
import type { Gegeven } from '../shared/gegeven.ts';
import type { Leerroute } from '../stand/feiten.ts';
import type { NietOnderzocht, Plek, Punt, Thema } from './soorten.ts';

export const ROUTES: readonly Leerroute[] = ['B', 'O', 'Z'];

export type Kant = 'voor' | 'tegen' | 'mee';

/** Eén feit met per route de kant waarop het valt. */
export type Weging = { kant: Partial<Record<Leerroute, Kant>>; punt: Punt };

/** Iets wat nog ontbreekt, met de routes waarvoor het nodig is. */
export type Gat = NietOnderzocht & { routes: readonly Leerroute[] };

/** Dezelfde kant voor elke route. */
export const ALLE_MEE: Record<Leerroute, Kant> = { B: 'mee', O: 'mee', Z: 'mee' };
/** Pleit voor een route met een examen, en tegen de Z-route. */
export const VOOR_EXAMEN: Record<Leerroute, Kant> = { B: 'voor', O: 'voor', Z: 'tegen' };
/** Pleit tegen een route met een examen, en voor de Z-route. */
export const VOOR_Z: Record<Leerroute, Kant> = { B: 'tegen', O: 'tegen', Z: 'voor' };

/** Maakt een weging van een gegeven, met zijn bron. */
export function weging(
  thema: Thema,
  kant: Weging['kant'],
  tekst: string,
  g: Gegeven<unknown>,
  grens?: string,
): Weging {
  const { bron, datum, feitId } = g;
  const herkomst: { bron: string; datum?: Datum; feitId?: string } = { bron };
  if (datum) herkomst.datum = datum;
  if (feitId) herkomst.feitId = feitId;
  return { kant, punt: { thema, tekst, ...herkomst, ...(grens ? { grens } : {}) } };
}

/** Iets wat nog niet is onderzocht, voor elke route of voor sommige. */
export const gat = (
  thema: Thema,
  plek: Plek,
  tekst: string,
  routes: readonly Leerroute[] = ROUTES,
): Gat => ({ thema, plek, tekst, routes });
