import { type Datum, delen } from '../../../rules/shared/datum.ts';
import { TALEN, type Taal, type Tekststaat } from '../../shared/talen.schema.ts';
import { vulIn } from '../../shared/teksten.schema.ts';
import type { nl } from '../teksten/nl.ts';
import type { Pictogram } from './pictogrammen.ts';

export type Sleutel = keyof typeof nl;

/** Zoekt een vaste tekst in een taal; `taal` is `nl` als er geen vertaling is. */
export type Vinder = (
  sleutel: Sleutel,
  taal: Taal,
) => { tekst: string; taal: Taal; staat: Tekststaat | 'bron' };

/** Wat in een vaste tekst wordt ingevuld. Een gegeven (naam, nummer, adres) blijft in elke taal hetzelfde. */
export type Waarde = number | { datum: string } | { sleutel: Sleutel } | { gegeven: string };

/** Een zin van Meedoen, of woorden van een mens die niet worden vertaald. */
export type Zin =
  | { sleutel: Sleutel; waarden?: Readonly<Record<string, Waarde>>; nadruk?: true }
  | { vrij: string }
  | { doel: { eigenWoorden: string; taal: Taal; nederlands?: string | undefined } };

export type Deel = { kop: Sleutel; beeld: Pictogram; zinnen: readonly Zin[] };

/** Een stukje van een zin; een gegeven wordt van links naar rechts gelezen, ook in Arabisch schrift. */
type Stukje = { tekst: string; gegeven?: true };

/** Een zin op papier: de taal, de stukjes en de hele zin. */
export type Gezet = { taal: Taal; richting: 'ltr' | 'rtl'; stukjes: Stukje[]; tekst: string };

/**
 * Nederlands met de vertaling ernaast. `alleenNederlands` als een mens het schreef en het dus niet is vertaald; een
 * citaat staat in de taal waarin het is gezegd, met in `uitleg` het Nederlands als dat er is.
 */
export type Alinea = {
  nl: Gezet;
  vertaald?: Gezet;
  alleenNederlands?: true;
  citaat?: true;
  nadruk?: true;
  uitleg?: Gezet;
};

export type GezetDeel = {
  kop: Alinea;
  beeld: Pictogram;
  alineas: Alinea[];
};

/** Een dag in een taal: dezelfde cijfers als in de beschikking, de maand in woorden. */
export function dagIn(vind: Vinder, taal: Taal, dag: string): string {
  const { jaar, maand, dag: nummer } = delen(dag as Datum);
  const maanden = vind('maanden', taal)
    .tekst.split(',')
    .map((m) => m.trim());
  const naam = maanden[maand - 1] ?? String(maand);
  // Een dag breekt niet over twee regels.
  return vulIn(vind('datum', taal).tekst, { dag: nummer, maand: naam, jaar }).replaceAll(
    ' ',
    '\u00a0',
  );
}

/** Houdt een nummer of adres in Arabisch schrift bij elkaar (Unicode: isolaat van links naar rechts). */
const los = (tekst: string) => `\u2066${tekst}\u2069`;

function gezet(taal: Taal, stukjes: Stukje[]): Gezet {
  const { richting } = TALEN[taal];
  const delen = stukjes.map((s) => (s.gegeven && richting === 'rtl' ? los(s.tekst) : s.tekst));
  return { taal, richting, stukjes, tekst: delen.join('') };
}

const PLEK = /\{(\w+)\}/;

/** Vult een vaste tekst in één taal in. */
export function zet(
  vind: Vinder,
  taal: Taal,
  sleutel: Sleutel,
  waarden: Readonly<Record<string, Waarde>> = {},
): Gezet {
  const gekozen = vind(sleutel, taal);
  // Om en om tekst en naam van een plek.
  const stukken = gekozen.tekst.split(PLEK);
  const stukjes = stukken.map((stuk, i): Stukje => {
    if (i % 2 === 0) return { tekst: stuk };
    const waarde = waarden[stuk];
    if (waarde === undefined) throw new Error(`tekst ${sleutel} mist ${stuk}`);
    return invulling(vind, gekozen.taal, waarde);
  });
  return gezet(
    gekozen.taal,
    stukjes.filter((s) => s.tekst !== ''),
  );
}

function invulling(vind: Vinder, taal: Taal, waarde: Waarde): Stukje {
  if (typeof waarde === 'number') return { tekst: String(waarde) };
  if ('datum' in waarde) return { tekst: dagIn(vind, taal, waarde.datum) };
  if ('sleutel' in waarde) return { tekst: vind(waarde.sleutel, taal).tekst };
  return { tekst: waarde.gegeven, gegeven: true };
}

/** Zet een zin in het Nederlands, met de vertaling als die er is. Wat een mens schreef wordt nooit door ons vertaald. */
export function alinea(vind: Vinder, taal: Taal, zin: Zin): Alinea {
  if ('doel' in zin) return doel(zin.doel, taal);
  if ('vrij' in zin) {
    const nl = gezet('nl', [{ tekst: zin.vrij }]);
    return taal === 'nl' ? { nl } : { nl, alleenNederlands: true };
  }
  const nederlands = {
    nl: zet(vind, 'nl', zin.sleutel, zin.waarden),
    ...(zin.nadruk ? { nadruk: true as const } : {}),
  };
  if (taal === 'nl') return nederlands;
  const vertaald = zet(vind, taal, zin.sleutel, zin.waarden);
  return vertaald.taal === 'nl'
    ? { ...nederlands, alleenNederlands: true }
    : { ...nederlands, vertaald };
}

/** Een doel in eigen woorden. Staat de brief in die taal, dan staan beide naast elkaar. */
function doel(d: Extract<Zin, { doel: unknown }>['doel'], taal: Taal): Alinea {
  const eigen = gezet(d.taal, [{ tekst: d.eigenWoorden }]);
  if (d.taal === 'nl') return { nl: eigen, citaat: true };
  const nl = d.nederlands ? gezet('nl', [{ tekst: d.nederlands }]) : undefined;
  if (nl && d.taal === taal) return { nl, vertaald: eigen, citaat: true };
  return { nl: eigen, citaat: true, ...(nl ? { uitleg: nl } : {}) };
}

export function zetDeel(vind: Vinder, taal: Taal, deel: Deel): GezetDeel {
  return {
    kop: alinea(vind, taal, { sleutel: deel.kop }),
    beeld: deel.beeld,
    alineas: deel.zinnen.map((zin) => alinea(vind, taal, zin)),
  };
}

/** De sleutels van de vaste teksten die in deze delen staan: daarvan hangt af wat er boven de vertaling staat. */
export function sleutelsVan(delenVanBrief: readonly Deel[]): Sleutel[] {
  const inZin = (zin: Zin): Sleutel[] => {
    if (!('sleutel' in zin)) return [];
    const waarden = Object.values(zin.waarden ?? {});
    const genoemd = waarden.flatMap((w) =>
      typeof w === 'object' && 'sleutel' in w ? [w.sleutel] : [],
    );
    return [zin.sleutel, ...genoemd];
  };
  return [...new Set(delenVanBrief.flatMap((d) => [d.kop, ...d.zinnen.flatMap(inZin)]))];
}
