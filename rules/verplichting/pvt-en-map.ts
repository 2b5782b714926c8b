import type { Reden } from '../shared/antwoord.ts';
import { aangehaaldeDatum, gegeven } from '../shared/gegeven.ts';
import type { Lezing } from '../stand/lezing.ts';
import type { Verplichting } from '../stand/stand.ts';
import { reden, verplichting, verplichtingKop, zonderOordeel } from './maak.ts';
import { urenVan } from './uren.ts';

/** Besluit inburgering 2021 art. 3.1: ten minste twaalf uur. */
export const PVT_UREN = 12;
/** Besluit inburgering 2021 art. 3.2: ten minste veertig uur praktijk. */
export const MAP_UREN = 40;

const PVT = verplichtingKop('pvt', 'Participatieverklaringstraject (PVT)', [
  'pvt',
  'besluit',
  'art. 3.1',
]);
const MAP = verplichtingKop('module-map', 'Module Arbeidsmarkt en Participatie (MAP)', [
  'module-map',
  'besluit',
  'art. 3.2',
]);

/**
 * `pvt`: ten minste twaalf uur én de verklaring ondertekend.
 * Besluit inburgering 2021 art. 3.1 (https://wetten.overheid.nl/BWBR0045555/2026-04-02). Meldt DUO een
 * ondertekening uit een vorige gemeente, dan zijn de uren daar al beoordeeld.
 */
export function pvt(l: Lezing): Verplichting {
  const uren = urenVan(l, 'pvt');
  const getekend = l.g.laatste('pvt-ondertekend');
  const elders = getekend?.bron === 'duo';
  const ontbreekt: Reden[] = [];
  if (uren.totaal < PVT_UREN && !elders) {
    ontbreekt.push(reden('pvt-uren', `Nog ${PVT_UREN - uren.totaal} uur PVT te volgen.`, PVT));
  }
  if (!getekend) {
    ontbreekt.push(reden('pvt-ondertekenen', 'De verklaring is nog niet ondertekend.', PVT));
  }
  return verplichting(PVT, {
    ontbreekt,
    voortgang: { is: elders ? PVT_UREN : uren.totaal, moet: PVT_UREN, eenheid: 'uur' },
    feiten: () => [
      ...uren.feiten(),
      ...(getekend
        ? [aangehaaldeDatum('Ondertekend op', gegeven(getekend, getekend.inhoud.op))]
        : []),
    ],
  });
}

/**
 * `module-map`: ten minste veertig uur praktijk en een eindgesprek met het college.
 * Besluit inburgering 2021 art. 3.2; Wi2021 art. 8: niet voor wie de onderwijsroute volgt. Werk geeft geen
 * vrijstelling, wel uren.
 */
export function moduleMap(l: Lezing): Verplichting {
  if (l.leerroute === 'O') {
    return zonderOordeel(MAP, 'niet-van-toepassing', 'onderwijsroute (Wi2021 art. 8)');
  }
  const uren = urenVan(l, 'map-praktijk');
  const gesprek = l.g.laatste('map-eindgesprek');
  const elders = gesprek?.bron === 'duo';
  const ontbreekt: Reden[] = [];
  if (uren.totaal < MAP_UREN && !elders) {
    ontbreekt.push(reden('map-uren', `Nog ${MAP_UREN - uren.totaal} uur praktijk te doen.`, MAP));
  }
  if (!gesprek) {
    ontbreekt.push(reden('map-eindgesprek', 'Het eindgesprek is nog niet gevoerd.', MAP));
  }
  return verplichting(MAP, {
    ontbreekt,
    voortgang: { is: elders ? MAP_UREN : uren.totaal, moet: MAP_UREN, eenheid: 'uur' },
    feiten: () => [
      ...uren.feiten(),
      ...(gesprek ? [aangehaaldeDatum('Eindgesprek op', gegeven(gesprek, gesprek.inhoud.op))] : []),
    ],
  });
}
