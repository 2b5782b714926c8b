import type { Persoon } from '../persoon/persoon.ts';
import type { Wereld } from '../wereld.ts';

/** Geeft de inhoud van het antwoord; niets is 404. */
type Lees = (persoon: Persoon) => unknown;

export type Raadpleging = {
  api: string;
  versie: string;
  paden: Record<string, Lees>;
  /** Lijsten zonder persoon. */
  lijsten?: Record<string, (wereld: Wereld) => unknown>;
};

function lijst<T>(waarden: readonly T[] | undefined): readonly T[] | undefined {
  return waarden && waarden.length > 0 ? waarden : undefined;
}

function leesPip({ pips }: Persoon): unknown {
  const actueel = pips.at(-1);
  return actueel && { gemeentecode: actueel.gemeentecode, pip: actueel.pip };
}

/** Welke API welke paden heeft, met de versie van de gepubliceerde specificatie. */
export const RAADPLEGINGEN: readonly Raadpleging[] = [
  {
    api: 'inburgeringsplicht',
    versie: '1.2.2',
    paden: {
      doelgroep: (p) => p.doelgroep,
      'doelgroep/historie': (p) => lijst(p.doelgroephistorie),
      inburgeringsplicht: (p) => p.plicht,
      'inburgeringsplicht/historie': (p) => lijst(p.plichthistorie),
    },
  },
  {
    api: 'leerbaarheidstoets',
    versie: '1.2.0',
    paden: {
      'lbt/examennummer': (p) => p.lbt?.examennummer && { examennummer: p.lbt.examennummer },
      'lbt/resultaten': (p) => lijst(p.lbt?.resultaten),
    },
  },
  {
    api: 'inburgeringstermijn',
    versie: '1.0.0',
    paden: {
      inburgeringstermijn: (p) => p.termijn,
      'inburgeringstermijn/historie': (p) => lijst(p.termijnhistorie),
    },
    lijsten: { verlengingsgronden: (w) => w.verlengingsgronden() },
  },
  {
    api: 'gebeurtenis',
    versie: '1.0.0',
    paden: { gebeurtenissen: (p) => lijst(p.gebeurtenissen) },
  },
  { api: 'verlenging', versie: '1.0.0', paden: { verlengingen: (p) => lijst(p.verlengingen) } },
  {
    api: 'vrijstelling',
    versie: '1.0.0',
    paden: { vrijstellingen: (p) => lijst(p.vrijstellingen) },
  },
  { api: 'ontheffing', versie: '1.0.0', paden: { ontheffingen: (p) => lijst(p.ontheffingen) } },
  { api: 'pip', versie: '1.2.0', paden: { PIP: leesPip } },
  { api: 'contactpersoon', versie: '1.0.0', paden: {} },
  {
    api: 'inburgeringsaanbod',
    versie: '1.2.0',
    paden: {},
    lijsten: { instellingen: (w) => w.instellingen().slice(0, 200) },
  },
  {
    api: 'map-pvt-zroute',
    versie: '1.0.0',
    paden: {
      map: ({ map }) =>
        map?.datumEindgesprekMap && { datumEindgesprekMap: map.datumEindgesprekMap },
      pvt: ({ pvt }) =>
        pvt?.datumOndertekeningPvt && { datumOndertekeningPvt: pvt.datumOndertekeningPvt },
    },
  },
  { api: 'gevolgdeuren', versie: '1.1.0', paden: { uren: (p) => lijst(p.uren) } },
  {
    api: 'examen',
    versie: '1.0.0',
    paden: {
      'examens/gratispogingen': (p) => lijst(p.gratisPogingen),
      'examens/resultaten': (p) => lijst(p.examens),
    },
  },
  { api: 'boete', versie: '1.0.0', paden: { boetes: (p) => lijst(p.boetes) } },
];
