import { type Datum, datum } from '../../rules/shared/datum.ts';

const IN_NEDERLAND = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** Hoe ver de klok in Nederland op dit moment voor loopt op UTC, in ms. */
function voorsprong(ms: number): number {
  return Date.parse(`${IN_NEDERLAND.format(ms).replace(' ', 'T')}Z`) - ms;
}

/**
 * Het moment waarop het in Nederland die dag die tijd is, UTC ISO. Een tijd die door de zomertijd niet bestaat
 * schuift een uur op; een tijd die er tweemaal is, is de eerste.
 * @param tijd 'uu:mm'
 */
export function momentIn(dag: Datum, tijd: string): string {
  const alsUtc = Date.parse(`${dag}T${tijd}:00Z`);
  const pogingen = [-1, 1].map((kant) => {
    const ms = alsUtc - voorsprong(alsUtc + kant * 12 * 3_600_000);
    return new Date(ms).toISOString();
  }) as [string, string];
  return pogingen.find((p) => tijdVan(p) === tijd) ?? pogingen[0];
}

/** De kalenderdag in Nederland op een moment (UTC ISO). */
export const dagVan = (moment: string): Datum =>
  datum(IN_NEDERLAND.format(Date.parse(moment)).slice(0, 10));

/** De tijd op de klok in Nederland op een moment (UTC ISO): 'uu:mm'. */
const tijdVan = (moment: string): string => IN_NEDERLAND.format(Date.parse(moment)).slice(11, 16);
