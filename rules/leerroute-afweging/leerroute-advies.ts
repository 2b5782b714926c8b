import { ROUTENAAM } from '../leerroute/velden.ts';
import { grondslag } from '../shared/grondslag.ts';
import type { Leerroute } from '../stand/feiten.ts';
import { type OnderwijsNiveau, onderwijsNiveau } from './leren.ts';
import type { Advies, AfwegingFeiten } from './soorten.ts';

const GROND = grondslag('leerroute-advies', 'wet', 'art. 14 en 15', {
  zekerheid: 'ontwerp',
  toelichting:
    'Een hulpmiddel van Meedoen: toets en onderwijs samen. De wet kent geen advies; het college beslist per persoon.',
});

/** Binnen een tiende van de grens kan een andere dag een andere uitslag geven (eigen keuze). */
const DICHTBIJ = 10;

type Toets = NonNullable<AfwegingFeiten['toets']>['waarde'];

const RICHTING: Record<OnderwijsNiveau, { haalbaar?: Leerroute; niet?: Leerroute }> = {
  veel: { haalbaar: 'B' },
  enig: { haalbaar: 'B', niet: 'Z' },
  weinig: { niet: 'Z' },
};

function richtingVan(f: AfwegingFeiten, haalbaar: boolean, niveau: OnderwijsNiveau) {
  const { haalbaar: bijJa, niet } = RICHTING[niveau];
  const richting = haalbaar ? bijJa : niet;
  return richting === 'B' && niveau === 'veel' && f.wens?.waarde.wens === 'O' ? 'O' : richting;
}

function twijfelOver(f: AfwegingFeiten, toets: Toets, richting: Leerroute | undefined): string[] {
  const twijfel: string[] = [];
  if (Math.abs(toets.behaald - toets.benodigd) * DICHTBIJ <= toets.benodigd) {
    twijfel.push('De score ligt dicht bij de grens.');
  }
  if (f.schrift && f.schrift.waarde !== 'ja, in ons schrift') {
    twijfel.push('Wie ons schrift nog leert, kan in een toets op de computer minder laten zien.');
  }
  if (onderwijsNiveau(f) === 'enig') twijfel.push('De opleiding wijst niet duidelijk één kant op.');
  const wens = f.wens?.waarde.wens;
  if (wens && wens !== 'geen' && richting && wens !== richting) {
    twijfel.push(`De persoon wil zelf de ${ROUTENAAM[wens]}.`);
  }
  return twijfel;
}

/**
 * `leerroute-advies`: waar de leerbaarheidstoets en het onderwijs samen op wijzen, met de twijfel erbij.
 * Nooit een besluit: Wi2021 art. 15 (https://wetten.overheid.nl/BWBR0044770/2025-10-21) laat de keuze aan het
 * college. Ontbreekt de uitslag of het onderwijs, of spreken zij elkaar tegen, dan is er geen richting.
 */
export function leerrouteAdvies(f: AfwegingFeiten): Advies {
  const toets = f.toets?.waarde;
  const niveau = onderwijsNiveau(f);
  const uitslag = toets?.resultaat;
  const bruikbaar = uitslag === 'B1-route haalbaar' || uitslag === 'B1-route niet haalbaar';
  if (!toets || !bruikbaar || !niveau) {
    const mist = bruikbaar
      ? 'het onderwijs is niet bekend'
      : 'er is geen uitslag die richting geeft';
    return { tekst: `Geen richting: ${mist}.`, twijfel: [], grondslag: GROND };
  }
  const richting = richtingVan(f, uitslag === 'B1-route haalbaar', niveau);
  const twijfel = twijfelOver(f, toets, richting);
  if (!richting) {
    return {
      tekst: 'Geen richting: toets en onderwijs spreken elkaar tegen.',
      twijfel,
      grondslag: GROND,
    };
  }
  return {
    richting,
    tekst: `Toets en onderwijs wijzen naar de ${ROUTENAAM[richting]}.`,
    twijfel,
    grondslag: GROND,
  };
}
