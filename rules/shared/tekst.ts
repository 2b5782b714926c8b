import { type Datum, delen } from './datum.ts';

const MAANDEN = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
];
const WEEKDAGEN = [
  'maandag',
  'dinsdag',
  'woensdag',
  'donderdag',
  'vrijdag',
  'zaterdag',
  'zondag',
] as const;

/** Datum in woorden zoals een Nederlander haar schrijft: `19 november 2026`. */
export function inWoorden(d: Datum): string {
  const { jaar, maand, dag } = delen(d);
  return `${dag} ${MAANDEN[maand - 1]} ${jaar}`;
}

/** Naam van de weekdag; `nummer` 1 = maandag … 7 = zondag. */
export function weekdagNaam(nummer: number): string {
  return WEEKDAGEN[nummer - 1] ?? 'onbekende dag';
}

/** Opsomming in een zin: `a`, `a en b`, `a, b en c`. */
export function opsomming(delenVanZin: string[]): string {
  if (delenVanZin.length <= 1) return delenVanZin[0] ?? '';
  return `${delenVanZin.slice(0, -1).join(', ')} en ${delenVanZin.at(-1)}`;
}

/** Eurocenten zoals een Nederlander een bedrag schrijft: `€ 1.234,50`, en `€ 250` zonder centen. */
export function inEuro(eurocenten: number): string {
  const min = eurocenten < 0 ? '-' : '';
  const centen = Math.abs(eurocenten);
  const heel = String(Math.floor(centen / 100)).replaceAll(/\B(?=(\d{3})+$)/g, '.');
  const rest = centen % 100;
  return `${min}€ ${heel}${rest === 0 ? '' : `,${String(rest).padStart(2, '0')}`}`;
}
