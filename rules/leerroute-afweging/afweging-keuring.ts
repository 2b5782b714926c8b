import { ROUTENAAM } from '../leerroute/velden.ts';
import type { Reden } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import type { Leerroute, RouteAfweging } from '../stand/feiten.ts';
import type { LeerrouteAfweging } from './leerroute-afweging.ts';
import { ROUTES } from './weging.ts';

const GROND = grondslag('leerroute-afweging', 'awb', 'art. 3:2 en 3:46', {
  zekerheid: 'ontwerp',
  toelichting:
    'Een besluit over de leerroute houdt alleen stand als elke route zelf is onderzocht en gemotiveerd. Hoe dat aan de tekst te zien is, is onze lezing.',
});

/** Minder woorden dan dit is geen zin ('nvt', 'past niet'). */
const WOORDEN_IN_ZIN = 3;

/** Alleen letters en cijfers, zodat een punt of een hoofdletter geen verschil maakt. */
const kaal = (tekst: string): string =>
  tekst
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const woorden = (tekst: string): number => (kaal(tekst) === '' ? 0 : kaal(tekst).split(' ').length);

const heel = (a: RouteAfweging): string => `${a.voor}\n${a.tegen}`;

/** Een antwoord over meer regels wordt ook per regel herkend; een los woord niet, want dat zit ook in eigen zinnen. */
const metRegels = (zin: string): string[] => [
  zin,
  ...zin.split('\n').filter((regel) => woorden(regel) >= WOORDEN_IN_ZIN),
];

/** De tekst zonder de zinnen die Meedoen zelf aanreikte, met of zonder bron erachter. */
function eigenWoorden(tekst: string, bronzinnen: readonly string[]): string {
  const langsteEerst = bronzinnen
    .flatMap(metRegels)
    .map(kaal)
    .filter((z) => z !== '')
    .sort((a, b) => b.length - a.length);
  return tekst
    .split('\n')
    .map((regel) => {
      const zonderBron = regel.replace(/\([^()]*\)\s*$/u, '');
      return langsteEerst.reduce((rest, zin) => rest.replaceAll(zin, ' '), kaal(zonderBron));
    })
    .join(' ');
}

function reden(route: Leerroute, code: string, tekst: string): Reden {
  return {
    code: `afweging-${code}`,
    tekst,
    veld: `afweging.${route}.voor`,
    actie: 'pip',
    grondslag: GROND,
  };
}

/** De zinnen die bij een route worden aangereikt. */
export function bronzinnen(a: LeerrouteAfweging, route: Leerroute): string[] {
  const beeld = a.routes.find((r) => r.route === route);
  return beeld ? [...beeld.voor, ...beeld.tegen, ...beeld.weegtMee].map((p) => p.tekst) : [];
}

/**
 * Of elke leerroute zelf is gemotiveerd: met een hele zin, niet met dezelfde tekst als een andere route, en niet
 * alleen met wat uit het dossier is overgenomen. Alleen routes die als onderzocht zijn aangevinkt worden gekeurd;
 * dat de andere nog moeten zegt `pip-inhoud`.
 */
export function keurAfweging(
  afweging: Record<Leerroute, RouteAfweging>,
  aangereikt: LeerrouteAfweging,
): Reden[] {
  const onderzocht = ROUTES.filter((r) => afweging[r].onderzocht);
  return onderzocht.flatMap((route): Reden[] => {
    const naam = ROUTENAAM[route];
    const tekst = heel(afweging[route]);
    if (woorden(tekst) < WOORDEN_IN_ZIN) {
      return [
        reden(
          route,
          'leeg',
          `Motiveer de ${naam} in een hele zin: wat pleit ervoor en wat ertegen?`,
        ),
      ];
    }
    const zelfde = ROUTES.find((r) => r !== route && kaal(heel(afweging[r])) === kaal(tekst));
    if (zelfde) {
      const zin = `De ${naam} en de ${ROUTENAAM[zelfde]} hebben dezelfde motivering. Schrijf per route wat voor deze persoon telt.`;
      return [reden(route, 'gelijk', zin)];
    }
    if (woorden(eigenWoorden(tekst, bronzinnen(aangereikt, route))) >= WOORDEN_IN_ZIN) return [];
    const zin = `Bij de ${naam} staat alleen wat uit het dossier komt. Schrijf erbij wat u daaruit afleidt.`;
    return [reden(route, 'overgenomen', zin)];
  });
}

/**
 * Of de keuze van de leerroute is gemotiveerd in eigen woorden (Awb art. 3:46): een hele zin, en niet alleen wat uit het
 * dossier is overgenomen. Dat er iets moet staan zegt `pip-inhoud`.
 * @param antwoorden de antwoorden van de intake in woorden, zoals zij bij het PIP worden aangereikt.
 */
export function keurMotivering(
  tekst: string,
  aangereikt: LeerrouteAfweging,
  antwoorden: readonly string[],
): Reden[] {
  if (woorden(tekst) === 0) return [];
  const zinnen = [...antwoorden, ...ROUTES.flatMap((route) => bronzinnen(aangereikt, route))];
  if (woorden(eigenWoorden(tekst, zinnen)) >= WOORDEN_IN_ZIN) return [];
  const nee = (code: string, zin: string): Reden[] => [
    {
      code: `afweging-motivering-${code}`,
      tekst: zin,
      veld: 'motivering',
      actie: 'pip',
      grondslag: GROND,
    },
  ];
  return woorden(tekst) < WOORDEN_IN_ZIN
    ? nee('kort', 'Leg in een hele zin uit waarom deze leerroute past.')
    : nee(
        'overgenomen',
        'Bij ‘Waarom deze leerroute?’ staat alleen wat uit het dossier komt. Schrijf erbij waarom deze route daarom past.',
      );
}

/** Wie van het advies afwijkt zegt waarom; na een verhuizing ligt de route vast en geldt dit niet. */
export function keurAfwijking(
  pip: { leerroute?: Leerroute; afwijking?: string },
  { advies }: LeerrouteAfweging,
): Reden[] {
  const { richting } = advies;
  if (!richting || !pip.leerroute || pip.leerroute === richting) return [];
  if (woorden(pip.afwijking ?? '') >= WOORDEN_IN_ZIN) return [];
  const tekst = `Toets en onderwijs wijzen naar de ${ROUTENAAM[richting]}. Leg uit waarom u kiest voor de ${ROUTENAAM[pip.leerroute]}.`;
  return [{ code: 'afweging-afwijking', tekst, veld: 'afwijking', actie: 'pip', grondslag: GROND }];
}
