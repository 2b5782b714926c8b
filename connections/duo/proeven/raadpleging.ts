import type { DuoAntwoord, DuoVragen } from '../client.ts';
import type { DuoApi } from '../versies.ts';
import { BSN } from './tegenpartij.ts';

export type Raadpleging = {
  vraag: keyof DuoVragen;
  api: DuoApi;
  /** Zoals DUO het schrijft, met de naam van de sleutel. */
  pad: string;
  stel(duo: DuoVragen): Promise<DuoAntwoord<unknown>>;
  ruw: unknown;
  waarde: unknown;
};

export const bekend = <T>(waarde: T) => ({ bekend: true, waarde });
export const raadpleging = (
  vraag: keyof DuoVragen,
  api: DuoApi,
  pad: string,
  ruw: unknown,
  waarde: unknown,
): Raadpleging => ({
  vraag,
  api,
  pad,
  ruw,
  waarde,
  stel: (duo) => (duo[vraag] as (bsn: string) => Promise<DuoAntwoord<unknown>>)(BSN),
});
