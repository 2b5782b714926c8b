import { aangehaaldeDatum, gegeven } from '../shared/gegeven.ts';
import type { Lezing } from '../stand/lezing.ts';
import type { Verplichting } from '../stand/stand.ts';
import {
  reden,
  type VerplichtingKop,
  verplichting,
  verplichtingKop,
  zonderOordeel,
} from './maak.ts';
import { type Uren, urenVan } from './uren.ts';

/** Besluit inburgering 2021 art. 3.14: 800 cursusuren, en voor asielstatushouders 800 uur participatie. */
const ZROUTE_UREN = 800;

const TAAL = verplichtingKop('zroute-taal', 'Taal en KNM (Z-route)', [
  'zroute',
  'besluit',
  'art. 3.14 lid 1 en 2',
]);
const PARTICIPATIE = verplichtingKop('zroute-participatie', 'Participatie (Z-route)', [
  'zroute',
  'besluit',
  'art. 3.14 lid 1 en 4',
]);
const EINDGESPREK = verplichtingKop('zroute-eindgesprek', 'Eindgesprek Z-route', [
  'zroute',
  'besluit',
  'art. 3.14',
]);
const TRAJECT = verplichtingKop('onderwijsroute', 'Taalschakeltraject', [
  'onderwijsroute',
  'wet',
  'art. 8',
]);

/**
 * De Z-route: 800 uur taal en KNM; voor asielstatushouders ook 800 uur participatie, waarvan de uren
 * MAP en PVT afgaan; en een eindgesprek dat het college zelf voert.
 * Besluit inburgering 2021 art. 3.14 (https://wetten.overheid.nl/BWBR0045555/2026-04-02).
 */
export function zroute(l: Lezing): Verplichting[] {
  if (l.leerroute !== 'Z') return [];
  const taal = urenVan(l, 'taal-en-knm');
  const gesprek = l.g.laatste('zroute-eindgesprek');
  return [
    urenEis(TAAL, taal.totaal, taal.feiten),
    participatie(l),
    verplichting(EINDGESPREK, {
      ontbreekt: gesprek
        ? []
        : [reden('zroute-eindgesprek', 'Het eindgesprek is nog niet gevoerd.', EINDGESPREK)],
      feiten: () =>
        gesprek ? [aangehaaldeDatum('Eindgesprek op', gegeven(gesprek, gesprek.inhoud.op))] : [],
    }),
  ];
}

function urenEis(kop: VerplichtingKop, is: number, feiten: Uren['feiten']) {
  const over = ZROUTE_UREN - is;
  return verplichting(kop, {
    ontbreekt: over > 0 ? [reden(`${kop.id}-uren`, `Nog ${over} uur te gaan.`, kop)] : [],
    voortgang: { is, moet: ZROUTE_UREN, eenheid: 'uur' },
    feiten,
  });
}

function participatie(l: Lezing): Verplichting {
  if (l.doelgroep.waarde === 'onbekend') {
    return zonderOordeel(PARTICIPATIE, 'onbekend', 'de doelgroep is niet bekend');
  }
  if (l.doelgroep.waarde !== 'asielstatushouder') {
    const waarom = 'alleen voor asielstatushouders';
    return zonderOordeel(PARTICIPATIE, 'niet-van-toepassing', waarom);
  }
  const soorten = ['participatie', 'pvt', 'map-praktijk'] as const;
  const uren = soorten.map((soort) => urenVan(l, soort));
  return urenEis(
    PARTICIPATIE,
    uren.reduce((som, u) => som + u.totaal, 0),
    () => uren.flatMap((u) => u.feiten()),
  );
}

/** De onderwijsroute is af met het diploma van het taalschakeltraject, dat DUO meldt (Wi2021 art. 8). */
export function onderwijsroute(l: Lezing): Verplichting | undefined {
  if (l.leerroute !== 'O') return undefined;
  return verplichting(TRAJECT, {
    ontbreekt: l.toestand.voldaan
      ? []
      : [reden('taalschakeltraject', 'Het diploma is nog niet gemeld door DUO.', TRAJECT)],
  });
}
