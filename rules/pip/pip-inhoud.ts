import type { Doelgroep } from '../doelgroep/doelgroep.ts';
import { laatsteDagSchakelen, schakelen } from '../leerroute/schakelen.ts';
import { MAP_UREN } from '../module-map/map-afronding.ts';
import { PVT_UREN } from '../pvt/pvt-afronding.ts';
import type { Grondslag, Oordeel, Reden } from '../shared/antwoord.ts';
import type { Datum } from '../shared/datum.ts';
import { type GrondslagKeuze, grondslag, type WetId } from '../shared/grondslag.ts';
import { inWoorden } from '../shared/tekst.ts';
import type { Leerroute, PipInhoud, RouteAfweging } from '../stand/feiten.ts';
import { type AfschaalFeiten, afschalen } from './afschalen.ts';

/** Een PIP waaraan nog gewerkt wordt: alles mag ontbreken. */
export type PipConcept = {
  [K in keyof PipInhoud]?: K extends 'afweging'
    ? Partial<Record<Leerroute, Partial<RouteAfweging>>>
    : PipInhoud[K] extends (infer E)[]
      ? Partial<E>[]
      : PipInhoud[K] extends string | number | boolean | undefined
        ? PipInhoud[K]
        : Partial<PipInhoud[K]>;
};

export type PipContext = {
  doelgroep: Doelgroep;
  /** Er is een kind voor wie VVE aan de orde is. */
  kindVoorVve: boolean;
  /** Leerroute van het PIP van de vorige gemeente; het eerste PIP hier neemt die over. */
  leerrouteVorigeGemeente?: Leerroute;
  /** Route en niveau van het vorige PIP; leeg bij het allereerste. Nodig om afschalen te herkennen. */
  vorigPip?: AfschaalFeiten['vorigPip'];
  /** Gevolgde uren taal en KNM; leeg als er geen bekend zijn. */
  taaluren?: number;
  /** Eerste dag van de inburgeringstermijn, en de dagtekening van dit PIP: tot wanneer wisselen zonder meer kan. */
  termijnBegin?: Datum | undefined;
  dagtekening?: Datum;
  /** Route van het PIP dat nu geldt; een ingetrokken PIP telt hier niet. */
  leerrouteNu?: Leerroute | undefined;
};

export const ROUTE_NAAM: Record<Leerroute, string> = {
  B: 'B1-route',
  O: 'onderwijsroute',
  Z: 'zelfredzaamheidsroute (Z-route)',
};

const ROUTES: Leerroute[] = ['B', 'O', 'Z'];

function bron(wet: WetId, artikel: string, keuze: GrondslagKeuze = {}): Grondslag {
  return grondslag('pip-inhoud', wet, artikel, keuze);
}

const MOTIVERING = bron('awb', 'art. 3:46', {
  zekerheid: 'onbevestigd',
  toelichting: 'De wettekst zelf is niet nagelezen.',
});

const ALLE_ROUTES = bron('awb', 'art. 3:46', {
  zekerheid: 'ontwerp',
  toelichting: 'Onze lezing: een keuze is pas gemotiveerd als ook de andere zijn onderzocht.',
});

function reden(veld: string, tekst: string, g: Grondslag): Reden {
  return { code: `pip-${veld.replaceAll('.', '-')}`, tekst, veld, actie: 'pip', grondslag: g };
}

function leeg(tekst: string | undefined): boolean {
  return !tekst || tekst.trim() === '';
}

/**
 * `pip-inhoud`: of het PIP alles bevat wat de wet vraagt, met alles wat ontbreekt.
 *
 * Wi2021 art. 15 (https://wetten.overheid.nl/BWBR0044770/2025-10-21): leerroute, begeleiding, PVT en MAP,
 * VVE, en voor asielstatushouders de intensiteit. Besluit inburgering 2021 art. 5.3 lid 4: het aantal
 * voortgangsgesprekken. De keuze van de leerroute wordt gemotiveerd (Awb art. 3:46); daaruit volgt dat
 * alle drie de routes zijn onderzocht. Een later PIP dat afschaalt naar A2 vraagt 600 uur (art. 5.5). Of een reden overtuigt beoordeelt een mens: hier wordt alleen
 * gevraagd dat zij er staat.
 */
export function pipInhoud(pip: PipConcept, context: PipContext): Oordeel {
  const redenen = [
    ...keuze(pip, context),
    ...afweging(pip),
    ...intensiteit(pip, context),
    ...pvtEnMap(pip),
    ...begeleiding(pip, context),
    ...inspanningen(pip),
    ...afschalen(afschaalFeiten(pip, context)).redenen,
  ];
  const uitleg = () => ({
    titel: 'Inhoud van het PIP',
    uitkomst: redenen.length === 0 ? 'volledig' : `${redenen.length} punten ontbreken`,
    grondslag: bron('wet', 'art. 15'),
    stappen: redenen.map((r) => ({ titel: r.tekst })),
  });
  return redenen.length === 0
    ? { uitkomst: 'voldoet', uitleg }
    : { uitkomst: 'voldoet-niet', redenen, uitleg };
}

/** Wat een mens moet nagaan voordat dit PIP wordt vastgesteld; houdt niets tegen. */
export function pipInhoudWaarschuwingen(pip: PipConcept, context: PipContext): Reden[] {
  return [...afschalen(afschaalFeiten(pip, context)).waarschuwingen, ...wisselen(pip, context)];
}

/**
 * Een andere leerroute na de anderhalf jaar van Besluit inburgering art. 5.4 lid 1. Of er een uitzondering is (lid 2 en 3)
 * beoordeelt een mens; zonder haar mag het niet.
 */
function wisselen(pip: PipConcept, context: PipContext): Reden[] {
  const { leerrouteNu: van, leerrouteVorigeGemeente, termijnBegin, dagtekening } = context;
  const naar = pip.leerroute;
  if (!van || !naar || van === naar || leerrouteVorigeGemeente || !termijnBegin) return [];
  const oordeel = schakelen({
    vanLeerroute: van,
    naarLeerroute: naar,
    // Hier gaat het alleen om de dag; over de voortgang oordeelt wie het PIP wijzigt.
    voortgang: 'minder dan verwacht',
    begindatumInburgeringstermijn: termijnBegin,
    datumWijziging: dagtekening,
  });
  if (oordeel.uitkomst === 'voldoet') return [];
  const tekst = `Wisselen van leerroute kon tot en met ${inWoorden(laatsteDagSchakelen(termijnBegin))}. Daarna mag het alleen in een bijzonder geval of na een opleiding die niet vrijstelt. Schrijf bij de reden welk van de twee het is.`;
  const g = grondslag('schakelen', 'besluit', 'art. 5.4 lid 1');
  return [{ code: 'pip-wisselen', tekst, veld: 'redenWijziging', actie: 'pip', grondslag: g }];
}

function afschaalFeiten(pip: PipConcept, { vorigPip, taaluren }: PipContext): AfschaalFeiten {
  const { leerroute, niveau, meegeteldeInspanningen = [] } = pip;
  const meegeteldeUren = meegeteldeInspanningen.reduce((som, i) => som + (i.uren ?? 0), 0);
  return { leerroute, niveau, vorigPip, taaluren, meegeteldeUren };
}

function keuze(pip: PipConcept, context: PipContext): Reden[] {
  const redenen: Reden[] = [];
  const w15 = bron('wet', 'art. 15');
  if (!pip.leerroute) redenen.push(reden('leerroute', 'Kies een leerroute.', w15));
  if (leeg(pip.motivering)) {
    const tekst = 'Leg in volle zinnen uit waarom deze leerroute past.';
    redenen.push(reden('motivering', tekst, MOTIVERING));
  }
  const vorige = context.leerrouteVorigeGemeente;
  if (vorige && pip.leerroute && pip.leerroute !== vorige) {
    const tekst = `Neem de leerroute van de vorige gemeente over: de ${ROUTE_NAAM[vorige]}.`;
    redenen.push(reden('leerroute', tekst, bron('wet', 'art. 15 lid 4')));
  }
  return redenen;
}

/** Per route: onderzocht, en de doorslag op schrift (ervoor bij de keuze, ertegen bij de andere twee). */
function afweging(pip: PipConcept): Reden[] {
  const g = ALLE_ROUTES;
  return ROUTES.flatMap((route) => {
    const a = pip.afweging?.[route];
    if (!a?.onderzocht) {
      const tekst = `Onderzoek ook de ${ROUTE_NAAM[route]} en leg uit waarom die past of afvalt.`;
      return [reden(`afweging.${route}.onderzocht`, tekst, g)];
    }
    if (!pip.leerroute) return [];
    const kant = route === pip.leerroute ? 'voor' : 'tegen';
    return leeg(a[kant]) ? [doorslag(route, kant, pip.leerroute, g)] : [];
  });
}

function doorslag(
  route: Leerroute,
  kant: 'voor' | 'tegen',
  gekozen: Leerroute,
  algemeen: Grondslag,
): Reden {
  const veld = `afweging.${route}.${kant}`;
  if (kant === 'voor' && route === 'O') {
    const tekst =
      'Onderwijsroute: leg vast dat de persoon een beroeps- of hogere opleiding wil en waarom de kans op het diploma groot is.';
    return reden(veld, tekst, bron('wet', 'art. 8'));
  }
  if (kant === 'tegen' && gekozen === 'Z') {
    const tekst = `Z-route: leg uit waarom de ${ROUTE_NAAM[route]} binnen de termijn redelijkerwijs niet haalbaar is.`;
    return reden(veld, tekst, bron('wet', 'art. 9'));
  }
  const tekst =
    kant === 'voor'
      ? `Schrijf op wat voor de ${ROUTE_NAAM[route]} pleit.`
      : `Schrijf op waarom de ${ROUTE_NAAM[route]} afvalt.`;
  return reden(veld, tekst, algemeen);
}

function intensiteit(pip: PipConcept, context: PipContext): Reden[] {
  const redenen: Reden[] = [];
  if (context.doelgroep === 'asielstatushouder' && !((pip.intensiteitUren ?? 0) > 0)) {
    const tekst = 'Vul het totaal aantal uren van de leerroute in (asielstatushouder).';
    redenen.push(reden('intensiteitUren', tekst, bron('wet', 'art. 15')));
  }
  if (!pip.alfabetisering) {
    const tekst = 'Geef aan of alfabetisering nodig is.';
    redenen.push(reden('alfabetisering', tekst, bron('besluit', 'art. 3.14 en 5.5')));
  }
  return redenen;
}

function pvtEnMap(pip: PipConcept): Reden[] {
  const redenen: Reden[] = [];
  const b31 = bron('besluit', 'art. 3.1');
  if ((pip.pvt?.uren ?? 0) < PVT_UREN) {
    redenen.push(reden('pvt.uren', `Het PVT telt ten minste ${PVT_UREN} uur.`, b31));
  }
  if (leeg(pip.pvt?.invulling)) {
    redenen.push(reden('pvt.invulling', 'Beschrijf hoe het PVT wordt ingevuld.', b31));
  }
  return pip.leerroute === 'O' ? [...redenen, ...mapBijOnderwijs(pip)] : [...redenen, ...map(pip)];
}

function mapBijOnderwijs(pip: PipConcept): Reden[] {
  if (leeg(pip.moduleMap?.invulling)) return [];
  const tekst = 'In de onderwijsroute hoort geen MAP; haal dit onderdeel weg.';
  return [reden('moduleMap', tekst, bron('wet', 'art. 8'))];
}

function map(pip: PipConcept): Reden[] {
  const b32 = bron('besluit', 'art. 3.2');
  const redenen: Reden[] = [];
  if ((pip.moduleMap?.uren ?? 0) < MAP_UREN) {
    const tekst = `De MAP telt ten minste ${MAP_UREN} uur praktijk.`;
    redenen.push(reden('moduleMap.uren', tekst, b32));
  }
  if (leeg(pip.moduleMap?.invulling)) {
    redenen.push(reden('moduleMap.invulling', 'Beschrijf hoe de MAP wordt ingevuld.', b32));
  }
  return redenen;
}

function begeleiding(pip: PipConcept, context: PipContext): Reden[] {
  const redenen: Reden[] = [];
  if (leeg(pip.begeleiding)) {
    const tekst = 'Beschrijf de ondersteuning en begeleiding.';
    redenen.push(reden('begeleiding', tekst, bron('wet', 'art. 15')));
  }
  if (!((pip.voortgangsgesprekken?.aantal ?? 0) >= 1)) {
    const g = bron('besluit', 'art. 5.3 lid 4', {
      zekerheid: 'ontwerp',
      toelichting: 'De wet noemt geen minimum; nul geeft geen zicht op de voortgang.',
    });
    const tekst = 'Leg het aantal voortgangsgesprekken vast.';
    redenen.push(reden('voortgangsgesprekken.aantal', tekst, g));
  }
  if (context.kindVoorVve && leeg(pip.vve)) {
    const tekst = 'Er is een jong kind: leg de afspraken over VVE vast.';
    redenen.push(reden('vve', tekst, bron('wet', 'art. 15')));
  }
  return redenen;
}

/** Besluit art. 5.3 lid 5: eerdere inspanningen tellen alleen als het PIP ze uitdrukkelijk noemt. */
function inspanningen(pip: PipConcept): Reden[] {
  const fout = (pip.meegeteldeInspanningen ?? []).findIndex(
    (i) => leeg(i.omschrijving) || !((i.uren ?? 0) > 0),
  );
  if (fout < 0) return [];
  const veld = `meegeteldeInspanningen.${fout}`;
  const tekst = 'Noem bij elke meegetelde inspanning wat het was en hoeveel uur.';
  return [reden(veld, tekst, bron('besluit', 'art. 5.3 lid 5'))];
}
