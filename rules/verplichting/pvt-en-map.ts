import { MAP_UREN, mapAfronding, mapAfrondingRegel } from '../module-map/map-afronding.ts';
import { urenStap } from '../pvt/getelde-uren.ts';
import { PVT_UREN, pvtAfronding, pvtAfrondingRegel } from '../pvt/pvt-afronding.ts';
import type { GebruiktFeit, Oordeel, Uitleg } from '../shared/antwoord.ts';
import { aangehaaldeDatum, gegeven } from '../shared/gegeven.ts';
import { grondslag } from '../shared/grondslag.ts';
import type { Feit } from '../stand/feiten.ts';
import type { Lezing } from '../stand/lezing.ts';
import type { Verplichting } from '../stand/stand.ts';
import {
  nietVastgelegd,
  type VerplichtingKop,
  verplichting,
  verplichtingKop,
  zonderOordeel,
} from './maak.ts';
import { type Uren, urenVan } from './uren.ts';

const PVT = verplichtingKop(
  'pvt',
  'Participatieverklaringstraject (PVT)',
  grondslag('pvt-afronding', 'besluit', 'art. 3.1'),
);
const MAP = verplichtingKop(
  'module-map',
  'Module Arbeidsmarkt en Participatie (MAP)',
  grondslag('map-afronding', 'besluit', 'art. 3.2'),
);

/** Voorwaarden die een dossier niet vastlegt; de gemeente houdt ze zelf bij. */
const PVT_ERBUITEN = ['activiteitOfExcursie', 'aanwezigBijOndertekening'];
const MAP_ERBUITEN = ['themas'];

/**
 * Het participatieverklaringstraject, volgens `pvt-afronding` (Besluit inburgering 2021 art. 3.1,
 * https://wetten.overheid.nl/BWBR0045555/2026-04-02).
 */
export function pvt(l: Lezing): Verplichting {
  const uren = urenVan(l, 'pvt');
  const getekend = l.g.laatste('pvt-ondertekend');
  const maat = { uren, norm: PVT_UREN, afsluiting: getekend };
  if (getekend?.bron === 'duo') return elders(PVT, maat);
  const antwoord = pvtAfronding({
    uren: uren.totaal,
    urenInIntake: 0,
    verklaringOndertekend: getekend !== undefined,
  });
  return traject(PVT, antwoord, maat, () => nietVastgelegd(pvtAfrondingRegel.velden, PVT_ERBUITEN));
}

/**
 * De module Arbeidsmarkt en Participatie, volgens `map-afronding` (Besluit inburgering 2021 art. 3.2,
 * https://wetten.overheid.nl/BWBR0045555/2026-04-02; Wi2021 art. 8: niet in de onderwijsroute).
 */
export function moduleMap(l: Lezing): Verplichting {
  const { leerroute } = l;
  if (!leerroute) return zonderOordeel(MAP, 'onbekend', 'de leerroute is nog niet gekozen');
  const uren = urenVan(l, 'map-praktijk');
  const gesprek = l.g.laatste('map-eindgesprek');
  const maat = { uren, norm: MAP_UREN, afsluiting: gesprek };
  const antwoord = mapAfronding({
    leerroute,
    uren: uren.totaal,
    urenInIntake: 0,
    eindgesprekMetCollege: gesprek !== undefined,
  });
  if (antwoord.uitkomst === 'niet-van-toepassing') {
    return zonderOordeel(MAP, 'niet-van-toepassing', 'onderwijsroute (Wi2021 art. 8)');
  }
  if (gesprek?.bron === 'duo') return elders(MAP, maat);
  return traject(MAP, antwoord, maat, () => nietVastgelegd(mapAfrondingRegel.velden, MAP_ERBUITEN));
}

type Maat = {
  uren: Uren;
  norm: number;
  afsluiting: Feit<'pvt-ondertekend' | 'map-eindgesprek'> | undefined;
};

/** Meldt DUO de afsluiting uit een vorige gemeente, dan zijn de uren en de rest daar al beoordeeld. */
function elders(kop: VerplichtingKop, maat: Maat): Verplichting {
  return verplichting(kop, {
    ontbreekt: [],
    voortgang: { is: maat.norm, moet: maat.norm, eenheid: 'uur' },
    feiten: () => feitenVan(maat),
    stappen: () => [{ titel: 'Beoordeeld door de vorige gemeente, volgens DUO' }],
  });
}

/** Een antwoord dat alleen wacht op wat een dossier niet vastlegt, laat niets open. */
function traject(
  kop: VerplichtingKop,
  antwoord: Oordeel,
  maat: Maat,
  erbuiten: () => Uitleg[],
): Verplichting {
  const is = maat.uren.totaal;
  return verplichting(kop, {
    ontbreekt: antwoord.uitkomst === 'voldoet-niet' ? antwoord.redenen : [],
    voortgang: { is, moet: maat.norm, eenheid: 'uur' },
    feiten: () => feitenVan(maat),
    stappen: () => [urenStap('Uren die tellen', is, maat.norm), ...erbuiten()],
  });
}

function feitenVan({ uren, afsluiting }: Maat): GebruiktFeit[] {
  if (!afsluiting) return uren.feiten();
  const naam = afsluiting.soort === 'pvt-ondertekend' ? 'Ondertekend op' : 'Eindgesprek op';
  return [...uren.feiten(), aangehaaldeDatum(naam, gegeven(afsluiting, afsluiting.inhoud.op))];
}
