import { type Datum, dagVanDeWeek, delen, naarEpochDag, plusDagen } from '../shared/datum.ts';

const DAG = 1440;
const WINTER = 60;
const ZOMER = 120;
/** Om drie uur 's nachts is de klok in het voorjaar vooruit en in het najaar nog niet terug. */
const DRIE_UUR = 180;
const WEEK = 7;

/** Epochdag van de laatste zondag van een maand met 31 dagen. */
function laatsteZondag(jaar: number, maand: '03' | '10'): number {
  const einde = `${jaar}-${maand}-31` as Datum;
  return naarEpochDag(plusDagen(einde, -(dagVanDeWeek(einde) % WEEK)));
}

/** Minuten na middernacht van `uu:mm`; '24:00' is het einde van de dag. */
export const minuten = (tijd: string): number =>
  Number(tijd.slice(0, 2)) * 60 + Number(tijd.slice(3));

/** `uu:mm` van minuten na middernacht (0 tot en met 1440). */
export const alsTijd = (min: number): string =>
  `${String(Math.floor(min / 60)).padStart(2, '0')}:${String(min % 60).padStart(2, '0')}`;

/**
 * Minuten sinds 1 januari 1970 UTC van een tijd op de klok in Nederland.
 *
 * Zomertijd volgens Richtlijn 2000/84/EG: van de laatste zondag van maart 02.00 uur tot de laatste zondag van
 * oktober 03.00 uur. Een tijd die in maart wordt overgeslagen, is een uur later; een tijd die in oktober twee keer
 * voorkomt, is de eerste.
 */
export function minuutVan(dag: Datum, tijd: string): number {
  const op = naarEpochDag(dag) * DAG + minuten(tijd);
  const { jaar } = delen(dag);
  const begin = laatsteZondag(jaar, '03') * DAG + DRIE_UUR;
  const einde = laatsteZondag(jaar, '10') * DAG + DRIE_UUR;
  return op - (op >= begin && op < einde ? ZOMER : WINTER);
}
