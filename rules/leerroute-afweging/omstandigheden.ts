import { ROUTENAAM } from '../leerroute/velden.ts';
import { inWoorden } from '../shared/tekst.ts';
import type { Leerroute } from '../stand/feiten.ts';
import type { AfwegingFeiten } from './soorten.ts';
import { ALLE_MEE, type Gat, gat, type Kant, ROUTES, type Weging, weging } from './weging.ts';

const GRENS_WENS = 'De wens weegt mee; het college beslist (Wi2021 art. 15).';
const GRENS_OPVANG = 'Geldt voor elke route; geen reden voor een lichtere route.';
const GRENS_PLAATS =
  'Zo was het op deze dag. Nu geen plaats is een reden om te zoeken, niet om een lichtere route te kiezen.';

function wens({ wens: w, doel }: AfwegingFeiten): Weging[] {
  const delen: Weging[] = [];
  if (w) {
    const { wens: keuze, woorden } = w.waarde;
    const citaat = `„${woorden}”`;
    if (keuze && keuze !== 'geen') {
      const kant = Object.fromEntries(
        ROUTES.map((r): [Leerroute, Kant] => [r, r === keuze ? 'voor' : 'tegen']),
      );
      delen.push(weging('wens', kant, `Wil zelf de ${ROUTENAAM[keuze]}: ${citaat}`, w, GRENS_WENS));
    } else delen.push(weging('wens', ALLE_MEE, `Zegt over de routes: ${citaat}`, w, GRENS_WENS));
  }
  if (doel) delen.push(weging('wens', ALLE_MEE, `Doel: ${doel.waarde}`, doel));
  return delen;
}

function tijd({ tijd: t, urenNodig }: AfwegingFeiten): Weging[] {
  if (!t) return [];
  return ROUTES.flatMap((route) => {
    const nodig = urenNodig[route];
    if (nodig === undefined) {
      const tekst = `Er is ${t.waarde} uur in de week om te leren en mee te doen.`;
      return [
        weging(
          'tijd',
          { [route]: 'mee' },
          tekst,
          t,
          'Het aantal uren van deze route ligt nog niet vast.',
        ),
      ];
    }
    const past = t.waarde >= nodig;
    const tekst = `Er is ${t.waarde} uur in de week; deze route vraagt minstens ${nodig} uur in de week om in drie jaar klaar te zijn.`;
    return [weging('tijd', { [route]: past ? 'voor' : 'tegen' }, tekst, t)];
  });
}

const OPVANG = {
  geregeld: 'Opvang tijdens de les is geregeld.',
  'nog-regelen': 'Opvang tijdens de les is nog niet geregeld; zonder opvang begint geen les.',
  'niet-nodig': 'Opvang tijdens de les is niet nodig.',
} as const;

function opvang({ kinderopvang: k }: AfwegingFeiten): Weging[] {
  return k ? [weging('kinderopvang', ALLE_MEE, OPVANG[k.waarde], k, GRENS_OPVANG)] : [];
}

function aanbod({ vrijePlaatsen }: AfwegingFeiten): Weging[] {
  return vrijePlaatsen.map((g) => {
    const { route, instelling, plaatsen, vanaf } = g.waarde;
    const dag = vanaf ? ` vanaf ${inWoorden(vanaf)}` : '';
    const aantal = plaatsen === 1 ? '1 vrije plaats' : `${plaatsen} vrije plaatsen`;
    const tekst =
      plaatsen > 0
        ? `${instelling} heeft ${aantal}${dag}.`
        : `${instelling} heeft geen vrije plaats.`;
    return weging('aanbod', { [route]: plaatsen > 0 ? 'voor' : 'tegen' }, tekst, g, GRENS_PLAATS);
  });
}

/** Leeftijd staat nooit voor of tegen: de wet kent geen grens (Wi2021 art. 8), alleen een richtlijn mag. */
function leeftijd({ leeftijd: l, richtleeftijd: richt }: AfwegingFeiten): Weging[] {
  if (!l || richt === undefined) return [];
  const grens = 'Alleen een richtlijn van de gemeente: de wet kent geen leeftijdsgrens.';
  const zin = () => {
    if (l.waarde.tot <= richt) return `Valt binnen de richtleeftijd (tot en met ${richt} jaar).`;
    if (l.waarde.van > richt)
      return `Ouder dan de richtleeftijd van ${richt} jaar; dat sluit niets uit.`;
    return `De geboortedag is niet bekend; of de richtleeftijd van ${richt} jaar past is niet te zeggen.`;
  };
  return [weging('leeftijd', { O: 'mee' }, zin(), l, grens)];
}

/** Wat bekend is over wens, tijd, plaatsen en gezin, met per route de kant. */
export const omstandigheden = (f: AfwegingFeiten): Weging[] => [
  ...wens(f),
  ...tijd(f),
  ...aanbod(f),
  ...opvang(f),
  ...leeftijd(f),
];

/** Wat over de omstandigheden nog niet is onderzocht. */
export function gatenInOmstandigheden(f: AfwegingFeiten): Gat[] {
  const gaten: Gat[] = [];
  if (!f.wens)
    gaten.push(gat('wens', 'standpunt', 'Vraag wat de persoon zelf van de routes vindt.'));
  if (!f.tijd)
    gaten.push(gat('tijd', 'week', 'Hoeveel tijd er in de week is, is nog niet bekend.'));
  for (const route of ROUTES) {
    if (f.vrijePlaatsen.some((g) => g.waarde.route === route)) continue;
    const tekst = 'Vrije plaatsen: onbekend. Vraag een school en leg het antwoord vast.';
    gaten.push(gat('aanbod', 'aanbod', tekst, [route]));
  }
  if (!f.jongKind)
    gaten.push(gat('kinderopvang', 'intake', 'Of er een jong kind is, is nog niet gevraagd.'));
  if (f.jongKind?.waarde && !f.kinderopvang) {
    gaten.push(
      gat(
        'kinderopvang',
        'gezin',
        'Er is een jong kind; over opvang tijdens de les is niets bekend.',
      ),
    );
  }
  return gaten;
}
