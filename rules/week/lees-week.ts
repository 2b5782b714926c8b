import type { BeleidWaarden } from '../beleid/parameters.ts';
import { MAP_UREN } from '../module-map/map-afronding.ts';
import { PVT_UREN } from '../pvt/pvt-afronding.ts';
import { type Datum, laatste, plusDagen, plusJaren } from '../shared/datum.ts';
import type { Feit, Leerroute, PipInhoud } from '../stand/feiten.ts';
import type { Geldend } from '../stand/geldend.ts';
import type { Lezing } from '../stand/lezing.ts';
import { urenVan } from '../verplichting/uren.ts';
import type { Periode, WeekFeiten } from './soorten.ts';

/** Wat van het PIP of zijn concept telt voor de week. */
export type WeekPip = Partial<
  Pick<PipInhoud, 'leerroute' | 'intensiteitUren' | 'pvt' | 'moduleMap' | 'meegeteldeInspanningen'>
>;

type Beleid = Pick<
  BeleidWaarden,
  | 'lesvrijeWeken'
  | 'minimumLesurenPerWeek'
  | 'lesurenB1Route'
  | 'lesurenZroute'
  | 'pvtUren'
  | 'mapUren'
>;

/** De weken die gelden, op volgorde; een vervallen periode telt niet. */
export function weekperioden(g: Pick<Geldend, 'perSleutel'>): Feit<'weekindeling'>[] {
  return g
    .perSleutel('weekindeling', (i) => i.vanaf)
    .filter((f) => !f.inhoud.vervallen)
    .toSorted((a, b) => (a.inhoud.vanaf < b.inhoud.vanaf ? -1 : 1));
}

const LES = /\b(les|lessen|taal|nt2|knm|cursus)\b/i;
const MEEDOEN =
  /\b(participatie|map|pvt|map-praktijk|participatieverklaringstraject|stage|vrijwilligerswerk)\b/i;

/** Eerdere inspanningen naar wat zij zijn; wat niet duidelijk is telt nergens, om niet te rooskleurig te rekenen. */
export function inspanningen(rijen: PipInhoud['meegeteldeInspanningen'] = []) {
  const som = { les: 0, participatie: 0, onduidelijk: 0 };
  for (const { omschrijving, uren } of rijen) {
    const soort = MEEDOEN.test(omschrijving)
      ? 'participatie'
      : LES.test(omschrijving)
        ? 'les'
        : 'onduidelijk';
    som[soort] += uren;
  }
  return som;
}

/** De termijn van DUO, of zoals zij naar verwachting loopt als het PIP op `vandaag` wordt vastgesteld. */
function termijnVan(
  l: Lezing,
  vandaag: Datum,
): WeekFeiten['termijn'] & { van: 'duo' | 'prognose' } {
  const duo = l.g.laatste('inburgeringstermijn')?.inhoud;
  if (duo) return { begin: duo.start, laatsteDag: plusDagen(duo.eind, -1), van: 'duo' };
  const begin = plusDagen(l.allereerstePip?.waarde ?? vandaag, 1);
  return { begin, laatsteDag: plusDagen(plusJaren(begin, 3), -1), van: 'prognose' };
}

/** Uren les die de route volgens PIP of beleid vraagt; leeg als niemand het zei. */
function lesuren(route: Leerroute, pip: WeekPip, beleid: Beleid): number | undefined {
  if (pip.intensiteitUren !== undefined && pip.leerroute === route) return pip.intensiteitUren;
  if (route === 'B') return beleid.lesurenB1Route ?? undefined;
  return route === 'Z' ? (beleid.lesurenZroute ?? undefined) : undefined;
}

/**
 * De feiten van een dossier in de woorden van `week-haalbaar`. Wat al is gevolgd telt vanaf het PIP; van vóór het
 * PIP telt alleen wat het uitdrukkelijk noemt (Besluit inburgering 2021 art. 5.3 lid 5). Is van beide iets bekend,
 * dan telt het hoogste: een totaal van DUO bevat vaak ook de eerdere uren.
 */
export function weekFeiten(
  l: Lezing,
  pip: WeekPip,
  beleid: Beleid,
  vandaag: Datum,
  route: Leerroute | undefined = pip.leerroute,
): (WeekFeiten & { termijn: { van: 'duo' | 'prognose' } }) | undefined {
  if (!route) return undefined;
  const eerder = inspanningen(pip.meegeteldeInspanningen);
  const uren = (soort: 'taal-en-knm' | 'participatie' | 'pvt' | 'map-praktijk') =>
    l.pip ? Math.floor(urenVan(l, soort).totaal) : 0;
  const termijn = termijnVan(l, vandaag);
  const nodig = lesuren(route, pip, beleid);
  const minimum = beleid.minimumLesurenPerWeek;
  return {
    leerroute: route,
    asielstatushouder: l.doelgroep.waarde === 'asielstatushouder',
    termijn,
    vanaf: laatste(vandaag, termijn.begin),
    ...(nodig === undefined ? {} : { lesuren: nodig }),
    pvtUren: pip.pvt?.uren || (beleid.pvtUren ?? PVT_UREN),
    mapUren: pip.moduleMap?.uren || (beleid.mapUren ?? MAP_UREN),
    gedaan: {
      les: Math.max(eerder.les, uren('taal-en-knm')),
      participatie: Math.max(eerder.participatie, uren('participatie')),
      pvt: uren('pvt'),
      map: uren('map-praktijk'),
    },
    lesvrijeWeken: beleid.lesvrijeWeken,
    ...(minimum === null ? {} : { minimumLes: minimum }),
    perioden: weekperioden(l.g).map((f): Periode => f.inhoud),
  };
}
