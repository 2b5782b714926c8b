import type { BeleidWaarden } from '../../rules/beleid/parameters.ts';
import { ROUTENAAM } from '../../rules/leerroute/velden.ts';
import {
  keurAfweging,
  keurAfwijking,
  keurMotivering,
} from '../../rules/leerroute-afweging/afweging-keuring.ts';
import {
  type LeerrouteAfweging,
  leerrouteAfweging,
} from '../../rules/leerroute-afweging/leerroute-afweging.ts';
import { afwegingFeiten } from '../../rules/leerroute-afweging/lees-afweging.ts';
import type { Punt as RegelPunt, RouteBeeld } from '../../rules/leerroute-afweging/soorten.ts';
import { ROUTES } from '../../rules/leerroute-afweging/weging.ts';
import type { Reden } from '../../rules/shared/antwoord.ts';
import { type Datum, laatste } from '../../rules/shared/datum.ts';
import { bronVan } from '../../rules/shared/gegeven.ts';
import { klokOp } from '../../rules/shared/klok.ts';
import type { Feit, Leerroute, RouteAfweging } from '../../rules/stand/feiten.ts';
import { kiesGeldend } from '../../rules/stand/geldend.ts';
import { type Lezing, lees } from '../../rules/stand/lezing.ts';
import type { Beleid } from '../../rules/stand/stand.ts';
import type { WeekPip } from '../../rules/week/lees-week.ts';
import type { Taal } from '../shared/talen.schema.ts';
import type { Ontheffing, Punt, RouteAntwoord, RouteRegel, VrijePlaats } from './route.schema.ts';

const NIETS: RouteAfweging = { onderzocht: false, voor: '', tegen: '' };

type Keuze = WeekPip & {
  afweging?: Partial<Record<Leerroute, RouteAfweging>>;
  motivering?: string;
  afwijking?: string;
};

/** De drie motiveringen van een PIP, ook als er nog niets staat. */
export const motiveringen = (keuze: Keuze | undefined): Record<Leerroute, RouteAfweging> => ({
  B: keuze?.afweging?.B ?? NIETS,
  O: keuze?.afweging?.O ?? NIETS,
  Z: keuze?.afweging?.Z ?? NIETS,
});

/** Het besluit met de dag in Nederland waarop het is vastgelegd. */
type Besluit = { feit: Feit<'pip-vastgesteld'>; vastgelegd: Datum };

/** Een dossier zoals het op een dag bekend was. */
export type Bekend = { l: Lezing; op: Datum; afweging: LeerrouteAfweging };

/**
 * Wat bekend was toen over `besluit` werd beslist; zonder besluit wat vandaag bekend is. Een feit dat later is
 * vastgelegd telt dan niet mee, ook niet als het over eerder gaat: het lag niet aan het besluit ten grondslag.
 */
export function bekendOp(
  feiten: readonly Feit[],
  beleid: Beleid & BeleidWaarden,
  vandaag: Datum,
  keuze: Keuze | undefined,
  besluit?: Besluit,
): Bekend {
  const { feit } = besluit ?? {};
  const toen = feit
    ? feiten.filter((f) => f.vastgelegdOp <= feit.vastgelegdOp && f.id !== feit.id)
    : feiten;
  const op = besluit ? laatste(besluit.feit.inhoud.dagtekening, besluit.vastgelegd) : vandaag;
  const klok = klokOp(op);
  const l = lees(kiesGeldend(toen, klok), klok, beleid);
  return { l, op, afweging: leerrouteAfweging(afwegingFeiten(l, keuze ?? {}, beleid, op)) };
}

/** Wat aan de motivering nog ontbreekt; dezelfde eisen als bij het vaststellen. */
export function redenenBij(
  keuze: Keuze | undefined,
  { l, afweging }: Bekend,
  antwoorden: readonly string[],
): Reden[] {
  if (!keuze) return [];
  const alle = motiveringen(keuze);
  const open = ROUTES.filter((r) => !alle[r].onderzocht).map((route) => ({
    code: 'afweging-onderzocht',
    veld: `afweging.${route}.onderzocht`,
    tekst: `De ${ROUTENAAM[route]} is nog niet onderzocht.`,
  }));
  const vast = l.vorigePip && !l.eersteEigenPip;
  return [
    ...open,
    ...keurAfweging(alle, afweging),
    ...keurMotivering(keuze.motivering ?? '', afweging, antwoorden),
    ...(vast ? [] : keurAfwijking(keuze, afweging)),
  ];
}

const punt = ({ thema, tekst, bron, datum: d, grens }: RegelPunt): Punt => ({
  thema,
  tekst,
  bron,
  datum: d ?? null,
  grens: grens ?? null,
});

const regelVan = (r: RouteBeeld): RouteRegel => ({
  route: r.route,
  wet: r.wet,
  belet: r.belet,
  oordelen: r.oordelen.map((o) => ({
    tekst: o.tekst.replace(/^Nog niet bekend: /, ''),
    wegen: o.wegen ?? [],
  })),
  voor: r.voor.map(punt),
  tegen: r.tegen.map(punt),
  weegtMee: r.weegtMee.map(punt),
  nietOnderzocht: r.nietOnderzocht,
});

function ontheffingVan({ intake: { ontheffing: f } }: Lezing): Ontheffing | null {
  if (!f) return null;
  const { alternatief = null, ...waarom } = f.inhoud;
  return { ...waarom, bron: bronVan(f), op: f.geldigOp, alternatief };
}

function standpuntVan(l: Lezing): RouteAntwoord['standpunt'] {
  const f = l.g.laatste('route-standpunt');
  if (!f) return null;
  const { woorden, taal, nederlands, wens } = f.inhoud;
  return {
    feitId: f.id,
    woorden,
    taal: taal as Taal,
    nederlands: nederlands ?? null,
    wens: wens ?? null,
    op: f.geldigOp,
    door: f.door ?? bronVan(f),
  };
}

const plaatsenVan = (l: Lezing): VrijePlaats[] =>
  l.g
    .perSleutel('vrije-plaats', (i) => `${i.route}/${i.instelling.trim().toLowerCase()}`)
    .map((f) => ({
      feitId: f.id,
      route: f.inhoud.route,
      instelling: f.inhoud.instelling,
      plaatsen: f.inhoud.plaatsen,
      vanaf: f.inhoud.vanaf ?? null,
      op: f.geldigOp,
      door: bronVan(f),
    }));

/** Wat de gemeente zelf over de keuze afsprak (N6 en N7). */
export function richtlijnenVan(
  beleid: Pick<BeleidWaarden, 'leerrouteRichtlijn' | 'onderwijsrouteRichtlijn'>,
): RouteAntwoord['richtlijnen'] {
  return [
    { naam: 'Richtlijn voor de leerroute', tekst: beleid.leerrouteRichtlijn },
    { naam: 'Richtlijn voor de onderwijsroute', tekst: beleid.onderwijsrouteRichtlijn },
  ].filter((r) => r.tekst.trim() !== '');
}

/** Het deel van het antwoord dat uit feiten en regels komt. */
export function beeldVan(b: Bekend) {
  const { richting, tekst, twijfel, grondslag } = b.afweging.advies;
  return {
    bekendOp: b.op,
    routes: b.afweging.routes.map(regelVan),
    advies: { richting: richting ?? null, tekst, twijfel, grondslag },
    ontheffing: ontheffingVan(b.l),
    standpunt: standpuntVan(b.l),
    vrijePlaatsen: plaatsenVan(b.l),
  };
}
