import { type ToegangFeiten, toegangLeerroute } from '../leerroute/toegang-leerroute.ts';
import { grondslag } from '../shared/grondslag.ts';
import type { Leerroute } from '../stand/feiten.ts';
import { leerrouteAdvies } from './leerroute-advies.ts';
import { gatenInLeren, lerenEnTaal } from './leren.ts';
import { gatenInOmstandigheden, omstandigheden } from './omstandigheden.ts';
import type { Advies, AfwegingFeiten, Punt, RouteBeeld, Wetsvraag } from './soorten.ts';
import { type Kant, ROUTES } from './weging.ts';

export type LeerrouteAfweging = { routes: RouteBeeld[]; advies: Advies };

const wet = (artikel: string, van: 'wet' | 'besluit' = 'wet') =>
  grondslag('leerroute-afweging', van, artikel);

const Z_ASIEL: Wetsvraag = {
  tekst: '800 cursusuren, 800 uur participatie en een eindgesprek met het college.',
  grondslag: wet('art. 3.14 lid 1', 'besluit'),
};
const Z_ANDEREN: Wetsvraag = {
  tekst: '800 cursusuren en een eindgesprek met het college.',
  grondslag: wet('art. 3.14 lid 3', 'besluit'),
};

/** Wat de wet vraagt van wie deze route volgt. */
function wetVan(route: Leerroute, { doelgroep }: AfwegingFeiten): Wetsvraag[] {
  if (route === 'B') {
    const tekst = 'Lezen, luisteren, schrijven en spreken op niveau B1, en KNM, binnen drie jaar.';
    const later = 'Lukt B1 na 600 uur les en genoeg inzet niet, dan kan een onderdeel op A2.';
    return [
      { tekst, grondslag: wet('art. 7') },
      { tekst: later, grondslag: wet('art. 5.5', 'besluit') },
    ];
  }
  if (route === 'O') {
    return [
      {
        tekst: 'De persoon zegt in de intake een beroeps- of hogere opleiding te willen.',
        grondslag: wet('art. 8 lid 1'),
      },
      { tekst: 'Het college ziet een grote kans op dat diploma.', grondslag: wet('art. 8 lid 1') },
      { tekst: 'Een taalschakeltraject; er hoort geen MAP bij.', grondslag: wet('art. 8') },
    ];
  }
  return [
    {
      tekst:
        'Het college vindt de B1-route en de onderwijsroute redelijkerwijs niet haalbaar binnen de termijn.',
      grondslag: wet('art. 9 lid 1'),
    },
    doelgroep === 'Gezinsmigrant en overige migrant' ? Z_ANDEREN : Z_ASIEL,
  ];
}

const TOETSUITSLAGEN = ['B1-route haalbaar', 'B1-route niet haalbaar', 'Onbekend'] as const;

/** Alleen wat de feiten zelf zeggen; de oordelen van het college blijven open. */
export function toegangFeiten(route: Leerroute, f: AfwegingFeiten): ToegangFeiten {
  const wens = f.wens?.waarde.wens;
  const uitslag = TOETSUITSLAGEN.find((u) => u === f.toets?.waarde.resultaat);
  const wil = wens === 'O' ? true : wens === 'B' || wens === 'Z' ? false : undefined;
  return {
    leerroute: route,
    ...(f.doelgroep ? { doelgroep: f.doelgroep } : {}),
    ...(f.wens ? { wensGehoord: true } : {}),
    ...(wil === undefined ? {} : { wilBeroepsOfHogerOnderwijs: wil }),
    ...(uitslag ? { leerbaarheidstoets: uitslag } : {}),
  };
}

/**
 * `leerroute-afweging`: per leerroute de feiten die ervoor en ertegen pleiten, wat de wet van die route vraagt en
 * wat nog niet is onderzocht. Zij kiest niet: Wi2021 art. 15 lid 1
 * (https://wetten.overheid.nl/BWBR0044770/2025-10-21) laat het besluit aan het college, dat het motiveert
 * (Awb art. 3:46) nadat het alle drie de routes heeft onderzocht (Awb art. 3:2). Aan welke kant een feit valt is
 * een hulp ('ontwerp'); een mens kan er anders over denken. Leeftijd valt nooit aan een kant.
 */
export function leerrouteAfweging(f: AfwegingFeiten): LeerrouteAfweging {
  const wegingen = [...lerenEnTaal(f), ...omstandigheden(f)];
  const gaten = [...gatenInLeren(f), ...gatenInOmstandigheden(f)];
  const routes = ROUTES.map((route): RouteBeeld => {
    const aan = (kant: Kant): Punt[] =>
      wegingen.filter((w) => w.kant[route] === kant).map((w) => w.punt);
    const toegang = toegangLeerroute(toegangFeiten(route, f));
    return {
      route,
      wet: wetVan(route, f),
      belet: toegang.uitkomst === 'voldoet-niet' ? toegang.redenen : [],
      oordelen: toegang.uitkomst === 'onbekend' ? toegang.ontbreekt.filter((o) => o.wegen) : [],
      voor: aan('voor'),
      tegen: aan('tegen'),
      weegtMee: aan('mee'),
      nietOnderzocht: gaten
        .filter((g) => g.routes.includes(route))
        .map(({ thema, tekst, plek }) => ({ thema, tekst, plek })),
    };
  });
  return { routes, advies: leerrouteAdvies(f) };
}
