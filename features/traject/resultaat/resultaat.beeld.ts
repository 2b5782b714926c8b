import type { Feit } from '../../../rules/stand/feiten.ts';
import type { Lezing } from '../../../rules/stand/lezing.ts';
import type { Resultaat } from '../traject.schema.ts';
import { staatVan, type Verzending } from '../verzendstaat.ts';

export type Onderdeel = Resultaat['onderdeel'];

/** Het feit met de dag, per onderdeel. */
export const DATUMFEIT = {
  pvt: 'pvt-ondertekend',
  map: 'map-eindgesprek',
  zroute: 'zroute-eindgesprek',
} as const satisfies Record<Onderdeel, string>;

type Datumfeit = Feit<(typeof DATUMFEIT)[Onderdeel]>;

/** De dag die nu geldt. */
export const huidigeDatum = (l: Lezing, onderdeel: Onderdeel): Datumfeit | undefined =>
  l.g.laatste(DATUMFEIT[onderdeel]) as Datumfeit | undefined;

/** Het oordeel over verwijtbaarheid dat nu geldt. */
export const huidigOordeel = (
  l: Lezing,
  over: 'pvt' | 'map',
): Feit<'verwijtbaarheid'> | undefined =>
  l.g.alle('verwijtbaarheid').findLast((f) => f.inhoud.over === over);

/** Ids van alles wat over een onderdeel is vastgelegd, ook van wat het deed vervallen. */
export function idsVan(feiten: readonly Feit[], onderdeel: Onderdeel): Set<string> {
  const eigen = feiten.filter(
    (f) =>
      f.soort === DATUMFEIT[onderdeel] ||
      (f.soort === 'verwijtbaarheid' && f.inhoud.over === onderdeel),
  );
  const ids = new Set(eigen.map((f) => f.id));
  for (const f of feiten) {
    if (f.soort === 'notitie' && f.vervangt && ids.has(f.vervangt)) ids.add(f.id);
  }
  return ids;
}

type Bron = {
  l: Lezing;
  feiten: readonly Feit[];
  verzendingen: readonly Verzending[];
  /** Welke onderdelen deze gebruiker ziet en vastlegt; het oordeel ziet alleen de gemeente. */
  ziet: (onderdeel: Onderdeel) => boolean;
  zietOordeel: boolean;
  legtVast: (onderdeel: Onderdeel) => boolean;
};

function datumBeeld(datum: Datumfeit | undefined): Resultaat['datum'] {
  if (!datum) return null;
  const { id, inhoud, door, bron } = datum;
  return { feitId: id, op: inhoud.op, door: door ?? null, vanDuo: bron === 'duo' };
}

function oordeelBeeld(oordeel: Feit<'verwijtbaarheid'> | undefined): Resultaat['oordeel'] {
  if (!oordeel) return null;
  const { verwijtbaar, motivering } = oordeel.inhoud;
  return {
    feitId: oordeel.id,
    verwijtbaar: verwijtbaar ? 'Ja' : 'Nee',
    motivering,
    door: oordeel.door ?? null,
    op: oordeel.geldigOp,
  };
}

/** PVT, MAP en Z-route zoals het scherm ze toont; de Z-route alleen bij die leerroute. */
export function resultatenBeeld(b: Bron): Resultaat[] {
  const { leerroute } = b.l;
  const onderdelen: Onderdeel[] = [
    'pvt',
    ...(leerroute === 'O' ? [] : (['map'] as const)),
    ...(leerroute === 'Z' ? (['zroute'] as const) : []),
  ];
  return onderdelen.filter(b.ziet).map((onderdeel) => {
    const datum = huidigeDatum(b.l, onderdeel);
    const oordeel =
      b.zietOordeel && onderdeel !== 'zroute' ? huidigOordeel(b.l, onderdeel) : undefined;
    return {
      onderdeel,
      datum: datumBeeld(datum),
      oordeel: oordeelBeeld(oordeel),
      duo: staatVan(b.verzendingen, idsVan(b.feiten, onderdeel), datum),
      bewerken: b.legtVast(onderdeel),
    };
  });
}
