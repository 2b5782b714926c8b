import {
  type Datum,
  dagenTussen,
  datum,
  plusDagen,
  plusJaren,
} from '../../../rules/shared/datum.ts';
import type { Pictogram } from './pictogrammen.ts';
import type { Setbron } from './set.schema.ts';
import type { Sleutel, Waarde, Zin } from './zetten.ts';

/** Een vak van de versie in beeld: tekening, woord, en hoeveel. */
export type Kaart = { beeld: Pictogram; kop: Zin; zinnen: readonly Zin[] };

/** Een rij van de tijdlijn. Plaatsen lopen van 0 (begin) tot 1 (eerste dag na de termijn). */
export type Rij = {
  beeld: Pictogram;
  naam: Sleutel;
  balk?: { van: number; tot: number };
  punten: { op: number; open: boolean }[];
};

export type Tijdlijn = {
  /** Jaren binnen de termijn; het laatste kan korter of langer zijn. */
  jaren: { nummer: number; van: number; tot: number }[];
  rijen: Rij[];
};

export type Dag = { beeld: Pictogram; wat: Sleutel; datum: string; tijd?: string };

const zin = (sleutel: Sleutel, waarden?: Record<string, Waarde>): Zin =>
  waarden ? { sleutel, waarden } : { sleutel };
const uren = (n: number) => zin('beeld.uren', { uren: n });

/** De vakken van bladzijde één, in de volgorde waarin iemand ze tegenkomt. */
export function kaartenVan(b: Setbron): Kaart[] {
  const { les, leerroute: route } = b;
  return [
    { beeld: 'route', kop: zin('route.kop'), zinnen: [zin(`route.naam.${route}`)] },
    {
      beeld: 'les',
      kop: zin('beeld.les'),
      zinnen: [
        ...(les.uren ? [uren(les.uren)] : []),
        ...(les.perWeek ? [zin('beeld.week', { uren: les.perWeek })] : []),
        ...(les.uren || les.perWeek ? [] : [zin('lessen.zelf')]),
      ],
    },
    { beeld: 'pvt', kop: zin('beeld.pvt'), zinnen: [uren(b.pvt.uren)] },
    ...(b.moduleMap
      ? [{ beeld: 'map', kop: zin('beeld.map'), zinnen: [uren(b.moduleMap.uren)] } as const]
      : []),
    ...(b.meedoen
      ? [{ beeld: 'meedoen', kop: zin('beeld.meedoen'), zinnen: [uren(b.meedoen.uren)] } as const]
      : []),
    {
      beeld: 'gesprek',
      kop: zin('beeld.gesprek'),
      zinnen: [zin('beeld.keer', { aantal: b.gesprekken.aantal })],
    },
    {
      beeld: route === 'Z' ? 'gesprek' : 'examen',
      kop: zin(slotVan(b)),
      zinnen: [zin(route === 'Z' ? 'einde.gesprek' : 'einde.examens')],
    },
    {
      beeld: 'hulp',
      kop: zin('hulp.kop'),
      zinnen: [
        zin('hulp.naam', { naam: { gegeven: b.klantmanager.naam } }),
        zin('hulp.bel', { telefoon: { gegeven: b.klantmanager.telefoon } }),
      ],
    },
  ];
}

const slotVan = ({ leerroute }: Pick<Setbron, 'leerroute'>): Sleutel =>
  leerroute === 'Z' ? 'beeld.eindgesprek' : 'beeld.examen';

/** De tijd van begin tot laatste dag. Alleen wat vaststaat krijgt een eigen plek; de rest beslaat de hele tijd. */
export function tijdlijnVan(b: Setbron): Tijdlijn {
  const begin = datum(b.termijn.begin);
  const eind = plusDagen(datum(b.termijn.laatsteDag), 1);
  const plek = plekIn(begin, eind);
  const alles = { van: 0, tot: 1 };
  const rij = (beeld: Pictogram, naam: Sleutel, rest: Partial<Rij> = {}): Rij => ({
    beeld,
    naam,
    balk: alles,
    punten: [],
    ...rest,
  });
  const les = {
    van: b.les.vanaf ? plek(b.les.vanaf) : 0,
    tot: b.les.totEnMet ? plek(b.les.totEnMet, 1) : 1,
  };
  return {
    jaren: jarenVan(begin, eind, plek),
    rijen: [
      rij('bezwaar', 'beeld.bezwaar', {
        balk: { van: plek(b.dagtekening), tot: plek(b.bezwaarTotEnMet, 1) },
      }),
      rij('les', 'beeld.les', { balk: les }),
      rij('pvt', 'beeld.pvt'),
      ...(b.moduleMap ? [rij('map', 'beeld.map')] : []),
      ...(b.meedoen ? [rij('meedoen', 'beeld.meedoen')] : []),
      rij('gesprek', 'beeld.gesprek', { balk: undefined, punten: gesprekkenVan(b, plek) }),
      rij(b.leerroute === 'Z' ? 'gesprek' : 'examen', slotVan(b)),
    ],
  };
}

type Plek = (dag: string, erbij?: number) => number;

/** De plaats van een dag in de tijd, binnen de tijdlijn gehouden. */
function plekIn(begin: Datum, eind: Datum): Plek {
  const lengte = Math.max(1, dagenTussen(begin, eind));
  return (dag, erbij = 0) =>
    Math.min(1, Math.max(0, (dagenTussen(begin, datum(dag)) + erbij) / lengte));
}

/** Een rest korter dan dit hoort bij het jaar ervoor: een vak van een paar dagen is niet te lezen. */
const KORTSTE_JAAR_DAGEN = 60;

function jarenVan(begin: Datum, eind: Datum, plek: Plek): Tijdlijn['jaren'] {
  const grenzen: Datum[] = [begin];
  for (let n = 1; ; n += 1) {
    const volgende = plusJaren(begin, n);
    if (dagenTussen(volgende, eind) < KORTSTE_JAAR_DAGEN) break;
    grenzen.push(volgende);
  }
  return grenzen.map((g, i) => ({
    nummer: i + 1,
    van: plek(g),
    tot: plek(grenzen[i + 1] ?? eind),
  }));
}

/** Geplande gesprekken op hun dag; de andere als open rondjes, gelijk verdeeld over de tijd. */
function gesprekkenVan({ gesprekken, afspraken, termijn }: Setbron, plek: Plek): Rij['punten'] {
  const gepland = afspraken
    .filter((a) => a.soort === 'voortgangsgesprek' && a.datum <= termijn.laatsteDag)
    .map((a) => plek(a.datum));
  let open = Array.from({ length: gesprekken.aantal }, (_, i) => (i + 1) / (gesprekken.aantal + 1));
  // Een gepland gesprek komt in de plaats van het rondje dat er het dichtst bij ligt.
  for (const dag of gepland) {
    const afstand = open.map((o) => Math.abs(o - dag));
    const dichtst = afstand.indexOf(Math.min(...afstand));
    open = open.filter((_, i) => i !== dichtst);
  }
  const punten = [
    ...gepland.map((op) => ({ op, open: false })),
    ...open.map((op) => ({ op, open: true })),
  ];
  return punten.toSorted((x, y) => x.op - y.op);
}

/** Hoeveel afspraken er in de lijst met dagen staan. */
const MEEST_AFSPRAKEN = 6;

/** De dagen die vaststaan, op volgorde. */
export function dagenVan(b: Setbron): Dag[] {
  const afspraken = b.afspraken
    .slice(0, MEEST_AFSPRAKEN)
    .map((a): Dag => ({ beeld: 'afspraak', wat: 'beeld.afspraak', datum: a.datum, tijd: a.tijd }));
  const dagen: Dag[] = [
    { beeld: 'begin', wat: 'beeld.begin', datum: b.termijn.begin },
    ...(b.les.vanaf ? [{ beeld: 'les', wat: 'beeld.les', datum: b.les.vanaf } as const] : []),
    ...afspraken,
    { beeld: 'bezwaar', wat: 'beeld.bezwaar', datum: b.bezwaarTotEnMet },
    { beeld: 'laatste', wat: 'beeld.laatste', datum: b.termijn.laatsteDag },
  ];
  return dagen.toSorted((x, y) => x.datum.localeCompare(y.datum));
}
