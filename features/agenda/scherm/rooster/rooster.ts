import {
  type Datum,
  dagVanDeWeek,
  datum,
  isDatum,
  plusDagen,
} from '../../../../rules/shared/datum.ts';
import type { AgendaAfspraak } from '../../agenda.schema.ts';

/** Rekenen voor het rooster: welke dagen, hoe hoog, en wat naast elkaar staat. */

const BEGIN_UUR = 8;
const EIND_UUR = 18;
const WERKDAGEN = 5;
const HALF_UUR = 30;

export type Weergave = 'week' | 'dag' | 'lijst';

/** Minuten sinds middernacht. */
const minuten = (tijd: string): number => {
  const [uur = 0, minuut = 0] = tijd.split(':').map(Number);
  return uur * 60 + minuut;
};

/** 570 → '09:30' */
export const alsTijd = (m: number): string =>
  `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`;

export const maandagVan = (dag: Datum): Datum => plusDagen(dag, 1 - dagVanDeWeek(dag));

/** Een dag uit het adres van de pagina; anders vandaag. */
export const dagUit = (tekst: string | undefined, vandaag: string): Datum =>
  isDatum(tekst) ? tekst : datum(vandaag);

/** Wat een weergave laat zien, vanaf welke dag; `tot` is de eerste dag erna. */
export function periode(weergave: Weergave, dag: Datum): { van: Datum; tot: Datum; stap: number } {
  if (weergave === 'dag') return { van: dag, tot: plusDagen(dag, 1), stap: 1 };
  const van = maandagVan(dag);
  return { van, tot: plusDagen(van, weergave === 'lijst' ? 14 : 7), stap: 7 };
}

/** De kolommen van een week: maandag tot en met vrijdag, en het weekend alleen als daar iets staat. */
export function dagenVan(
  weergave: Weergave,
  van: Datum,
  items: readonly { datum: string }[],
): Datum[] {
  if (weergave === 'dag') return [van];
  const heleWeek = Array.from({ length: 7 }, (_, i) => plusDagen(van, i));
  const weekend = heleWeek.slice(WERKDAGEN).filter((d) => items.some((i) => i.datum === d));
  return [...heleWeek.slice(0, WERKDAGEN), ...weekend];
}

/** Wie samen zijn uitgenodigd staat als één blok. */
export type Bundel = { sleutel: string; items: [AgendaAfspraak, ...AgendaAfspraak[]] };

export function bundel(items: readonly AgendaAfspraak[]): Bundel[] {
  const sleutelVan = (i: AgendaAfspraak) =>
    i.groepId || i.zittingId
      ? `${i.groepId ?? i.zittingId} ${i.datum} ${i.tijd} ${i.klantmanagerId ?? ''}`
      : i.afspraakId;
  return [...Map.groupBy(items, sleutelVan)].map(([sleutel, deel]) => ({
    sleutel,
    items: deel as Bundel['items'],
  }));
}

export type Geplaatst = Bundel & { begin: number; duur: number; baan: number; banen: number };

/** Zet bundels van één dag naast elkaar waar zij elkaar raken. */
export function plaats(bundels: readonly Bundel[]): Geplaatst[] {
  const opTijd = bundels
    .map((b) => {
      const begin = minuten(b.items[0].tijd);
      return { ...b, begin, duur: Math.max(minuten(b.items[0].einde) - begin, HALF_UUR) };
    })
    .sort((a, b) => a.begin - b.begin || b.duur - a.duur);
  const uit: Geplaatst[] = [];
  let groep: Geplaatst[] = [];
  let einde = -1;
  for (const b of opTijd) {
    if (b.begin >= einde) groep = [];
    const bezet = new Set(groep.filter((g) => g.begin + g.duur > b.begin).map((g) => g.baan));
    let baan = 0;
    while (bezet.has(baan)) baan += 1;
    const geplaatst = { ...b, baan, banen: 1 };
    groep.push(geplaatst);
    uit.push(geplaatst);
    const banen = Math.max(...groep.map((g) => g.baan)) + 1;
    for (const g of groep) g.banen = banen;
    einde = Math.max(...groep.map((g) => g.begin + g.duur));
  }
  return uit;
}

/** De uren die het rooster toont: kantooruren, en ruimer als daarbuiten iets staat. */
export function urenVan(items: readonly AgendaAfspraak[]): { van: number; tot: number } {
  const telt = items.filter((i) => i.uitkomst?.uitkomst !== 'afgezegd');
  return {
    van: Math.min(BEGIN_UUR, ...telt.map((i) => Math.floor(minuten(i.tijd) / 60))),
    tot: Math.max(EIND_UUR, ...telt.map((i) => Math.ceil(minuten(i.einde) / 60))),
  };
}

/** De halve uren waarop nog `duur` minuten vrij zijn. Een afgezegde afspraak houdt niets bezet. */
export function vrijeTijden(items: readonly AgendaAfspraak[], dag: string, duur: number): string[] {
  const bezet = items
    .filter((i) => i.datum === dag && i.uitkomst?.uitkomst !== 'afgezegd')
    .map((i) => ({ van: minuten(i.tijd), tot: minuten(i.einde) }));
  const vrij: string[] = [];
  for (let m = BEGIN_UUR * 60; m + duur <= EIND_UUR * 60; m += HALF_UUR) {
    if (bezet.every((b) => m + duur <= b.van || m >= b.tot)) vrij.push(alsTijd(m));
  }
  return vrij;
}

/** Wat een afspraak nu vraagt. */
export function vraagt(i: AgendaAfspraak, vandaag: string): 'uitkomst' | 'bericht' | null {
  if (!i.uitkomst && i.datum < vandaag) return 'uitkomst';
  const open = i.berichten.some((b) => b.staat === 'zelf' && b.wat !== 'herinnering');
  return open && !i.uitkomst ? 'bericht' : null;
}
