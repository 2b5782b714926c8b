import { grondslag } from '../shared/grondslag.ts';
import type { Combinatie, Periode, WeekFeiten } from './soorten.ts';

/** Besluit inburgering 2021 art. 3.14 lid 1: 800 cursusuren en, voor asielstatushouders, 800 uur participatie. */
const Z_UREN = 800;

const Z = grondslag('week-haalbaar', 'besluit', 'art. 3.14 lid 1');
const MAP_PVT = grondslag('week-haalbaar', 'besluit', 'art. 3.14 lid 4');
const PVT_MAP = grondslag('week-haalbaar', 'besluit', 'art. 3.1 en 3.2');
const PIP = grondslag('week-haalbaar', 'wet', 'art. 15', {
  toelichting: 'Het aantal uren les staat in het PIP.',
});
const DUAAL = grondslag('week-haalbaar', 'besluit', 'art. 3.14 lid 1', {
  zekerheid: 'afgeleid',
  toelichting:
    'Werk telt als het in een omgeving is waar Nederlands wordt gesproken; het college keurt dat.',
});
const MAP_WERK = grondslag('week-haalbaar', 'besluit', 'art. 3.2', {
  zekerheid: 'afgeleid',
  toelichting: 'De gemeente kiest of werk de praktijkuren vult; het eindgesprek blijft.',
});
const EEN_KEER = grondslag('week-haalbaar', 'besluit', 'art. 3.14', {
  zekerheid: 'ontwerp',
  toelichting:
    'Het Besluit noemt geen dubbele telling van les en participatie; dan telt een uur één keer.',
});

/** Participatie als eigen deel heeft alleen de Z-route van een asielstatushouder. */
export const heeftParticipatie = (
  f: Pick<WeekFeiten, 'leerroute' | 'asielstatushouder'>,
): boolean => f.leerroute === 'Z' && f.asielstatushouder;

/** Wie de onderwijsroute volgt doet geen MAP (Wi2021 art. 8). */
const mapUren = (f: WeekFeiten): number => (f.leerroute === 'O' ? 0 : f.mapUren);

/** Uren les die de route vraagt; leeg als dat nog niet vastligt. */
export function lesNodig(f: WeekFeiten) {
  if (f.leerroute === 'Z') return { uren: Math.max(Z_UREN, f.lesuren ?? 0), grondslag: Z };
  return f.lesuren === undefined ? undefined : { uren: f.lesuren, grondslag: PIP };
}

/** Uren meedoen: de 800 uur van de Z-route, of anders PVT en MAP. Wat is gedaan telt hoogstens tot de norm. */
export function meedoenNodig(f: WeekFeiten) {
  const { participatie, pvt, map } = f.gedaan;
  if (heeftParticipatie(f)) {
    const gedaan = participatie + pvt + map;
    return { naam: 'Participatie', uren: Z_UREN, gedaan, grondslag: Z };
  }
  const naam = f.leerroute === 'O' ? 'PVT' : 'PVT en MAP';
  const gedaan = Math.min(pvt, f.pvtUren) + Math.min(map, mapUren(f));
  return { naam, uren: f.pvtUren + mapUren(f), gedaan, grondslag: PVT_MAP };
}

/** Uren meedoen in een week, met werk erbij waar dat telt. */
export function meedoenInWeek(f: WeekFeiten, p: Periode): number {
  return p.participatie + (heeftParticipatie(f) && p.werkIsParticipatie ? p.werk : 0);
}

/** Praktijkuren van de MAP die nog in het werk kunnen, als de gemeente dat zo kiest. */
export const mapTeGaan = (f: WeekFeiten): number => Math.max(0, mapUren(f) - f.gedaan.map);

/** Welke uren samengaan en welke niet, in gewone zinnen. */
export function combinaties(f: WeekFeiten): Combinatie[] {
  const uit: Combinatie[] = [];
  const metWerk = f.perioden.filter((p) => p.werk > 0);
  if (heeftParticipatie(f)) {
    const uren = f.pvtUren + f.mapUren;
    const tekst = `De uren van PVT en MAP (${uren} uur) tellen mee bij de ${Z_UREN} uur participatie.`;
    uit.push({ code: 'map-pvt-in-participatie', telt: true, tekst, uren, grondslag: MAP_PVT });
    if (metWerk.some((p) => p.werkIsParticipatie)) {
      const zin = 'Werk waar Nederlands wordt gesproken telt als participatie.';
      uit.push({ code: 'werk-is-participatie', telt: true, tekst: zin, grondslag: DUAAL });
    }
  }
  if (f.leerroute !== 'O' && metWerk.some((p) => p.mapInWerk)) {
    const tekst = `De praktijkuren van de MAP (${f.mapUren} uur) zitten in het werk.`;
    uit.push({ code: 'map-in-werk', telt: true, tekst, uren: f.mapUren, grondslag: MAP_WERK });
  }
  if (metWerk.some((p) => p.les > 0)) {
    const tekst = 'Les op het werk telt als les, niet ook als participatie: één uur telt één keer.';
    uit.push({ code: 'les-op-werk', telt: false, tekst, grondslag: EEN_KEER });
  }
  return uit;
}
