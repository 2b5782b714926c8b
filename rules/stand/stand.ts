import type { Reden, Uitleg, Verklaring } from '../shared/antwoord.ts';
import type { Datum } from '../shared/datum.ts';
import type { Leerroute } from './feiten.ts';

export type SchakelNummer = 1 | 2 | 3 | 4 | 5;

/** Een schakel van de keten (S02) met wat ervan af is. */
export type Schakel = {
  nummer: SchakelNummer;
  naam: string;
  staat: 'gereed' | 'bezig' | 'nog-niet' | 'vervallen';
  /** Voorwaarden om door te gaan die nog openstaan. */
  nogNodig: Reden[];
};

export type TermijnId =
  | 'pip-termijn'
  | 'inburgeringstermijn'
  | 'bezwaartermijn-pip'
  | 'oproep-termijn'
  | 'ontzorgen'
  | 'aanbod-leerroute'
  | 'wisselen-leerroute';

/** Een termijn met zijn laatste dag (tot en met) en de verklaring ervan. */
export type Termijn = {
  id: TermijnId;
  naam: string;
  /** Eerste dag die meetelt. */
  begin?: Datum;
  /** Laatste dag, tot en met. Ontbreekt als de termijn nog niet loopt of niet te bepalen is. */
  laatsteDag?: Datum;
  staat:
    | 'loopt'
    | 'verstreken'
    | 'gehaald'
    | 'te-laat-gehaald'
    | 'prognose'
    | 'nog-niet-begonnen'
    | 'onbekend';
  uitleg: Verklaring;
};

/** Iets wat de wet vraagt, met wat er is en wat ontbreekt. */
export type Verplichting = {
  id: string;
  naam: string;
  staat: 'voldaan' | 'open' | 'niet-van-toepassing' | 'onbekend';
  ontbreekt: Reden[];
  /** Voortgang in uren of stuks, als die er is. */
  voortgang?: { is: number; moet: number; eenheid: 'uur' | 'onderdelen' | 'gesprekken' };
  uitleg: Verklaring;
};

export type Signaal = {
  id: string;
  ernst: 'te-laat' | 'let-op' | 'ter-info';
  tekst: string;
};

/** Wat de gemeente aanbiedt per doelgroep (A10–A11, tabel 2 van de gemeenten). */
export type AanbodOnderdeel = {
  id: string;
  naam: string;
  recht: 'ja' | 'nee' | 'alleen-advies' | 'bij-bijstand' | 'lokale-keuze' | 'onbekend';
  uitleg: Verklaring;
};

export type VoorstelSoort =
  | 'intake-plannen'
  | 'oproep-herhalen'
  | 'intake-voeren'
  | 'intake-afronden'
  | 'leerbaarheidstoets-plannen'
  | 'pip-opstellen'
  | 'pip-vaststellen'
  | 'pip-melding-herstellen'
  | 'wachten-op-duo'
  | 'aanbod-doen'
  | 'voortgangsgesprek-voeren'
  | 'pvt-plannen'
  | 'map-eindgesprek-plannen'
  | 'zroute-eindgesprek-plannen'
  | 'gegevens-aanvullen'
  | 'brp-wijziging-bekijken'
  | 'afronden'
  | 'geen';

/** Eén voorgestelde handeling met reden en laatste dag. Een mens beslist. */
export type Voorstel = {
  soort: VoorstelSoort;
  titel: string;
  reden: string;
  laatsteDag?: Datum;
  uitleg?: Verklaring;
};

/**
 * Hoe een dossier er op `peildatum` voorstaat. Afgeleid, nooit bewaard als waarheid.
 * Bevat geen 'dagen over': die volgen uit `laatsteDag` en de dag van kijken.
 */
export type Stand = {
  peildatum: Datum;
  doelgroep: {
    waarde: 'asielstatushouder' | 'gezins-en-overige-migrant' | 'onbekend';
    /** Ruimere groep van W 13 lid 1 b: gezinslid met reguliere vergunning. */
    gezinslidVanAsielstatushouder: boolean;
    uitleg: Verklaring;
  };
  leerroute?: Leerroute;
  schakel: SchakelNummer;
  schakels: Schakel[];
  /** `gepauzeerd`: tijdelijke vrijstelling; `beeindigd`: plicht geëindigd of voldaan. */
  toestand: 'actief' | 'nog-niet-plichtig' | 'gepauzeerd' | 'beeindigd';
  toestandUitleg: Verklaring;
  termijnen: Termijn[];
  verplichtingen: Verplichting[];
  aanbod: AanbodOnderdeel[];
  signalen: Signaal[];
  /** Belangrijkste eerst; nooit leeg (`geen` als er niets te doen is). */
  voorstellen: Voorstel[];
  /** Eerste dag na `peildatum` waarop dezelfde feiten een andere Stand geven. */
  volgendeWijziging?: Datum;
};

/** Iets uit de Stand met elke verklaring gemaakt: wat de API en het scherm tonen. */
export type Getoond<T> = T extends string | number | boolean | undefined
  ? T
  : T extends Verklaring
    ? Uitleg
    : T extends readonly (infer E)[]
      ? Getoond<E>[]
      : { [K in keyof T]: Getoond<T[K]> };

type MetVerklaring<T> = {
  [K in keyof T]-?: NonNullable<T[K]> extends Verklaring ? K : never;
}[keyof T];

/** Iets uit de Stand zoals het wordt bewaard: een verklaring gaat niet mee (oudere rijen hebben haar nog). */
export type Bewaard<T> = T extends string | number | boolean | undefined
  ? T
  : T extends readonly (infer E)[]
    ? Bewaard<E>[]
    : { [K in keyof T as K extends MetVerklaring<T> ? never : K]: Bewaard<T[K]> } & {
        [K in MetVerklaring<T>]?: Uitleg;
      };

/** Maakt elke verklaring in de Stand, of in een deel ervan; de rest blijft zoals zij is. */
export function toonStand<T>(deel: T): Getoond<T> {
  return toonDeel(deel) as Getoond<T>;
}

function toonDeel(deel: unknown): unknown {
  if (typeof deel === 'function') return deel();
  if (Array.isArray(deel)) return deel.map(toonDeel);
  if (typeof deel !== 'object' || deel === null) return deel;
  return Object.fromEntries(Object.entries(deel).map(([naam, w]) => [naam, toonDeel(w)]));
}

/** Lokaal beleid dat de Stand nodig heeft; per gemeente en datum. */
export type Beleid = {
  /** Extra gesloten dagen (brugdagen) die de regering gelijkstelt. */
  extraVrijeDagen: Datum[];
  /** N2: interne doelen binnen de tien weken, in weken vóór het einde. */
  waarschuwWekenPip: number[];
  /** N1: voortgangsgesprekken: maanden tussen gesprekken in jaar 1 en daarna. */
  gesprekkenJaar1Maanden: number;
  gesprekkenDaarnaMaanden: number;
  /** N14: lengte van de termijn in een oproep, in dagen. */
  oproepDagen: number;
  /** Dagen voor een afspraak waarop een herinnering gaat; 0 is geen. */
  herinneringBriefDagen: number;
  herinneringSmsDagen: number;
  /** N12: maatschappelijke begeleiding ook voor gezinsmigranten. */
  begeleidingGezinsmigranten: boolean;
  /** Vier ogen: een ander dan de opsteller stelt het PIP vast. */
  vierOgenPip: boolean;
  /** Vier ogen als een PIP meer risico heeft (`rules/pip-regels/pip-risico.ts`). */
  vierOgenBijRisico: boolean;
  /** CBS-code van de eigen gemeente: alleen inschrijving daar telt. Leeg: de laatste inschrijving. */
  gemeentecode?: string;
  /** Ook de onderwerpen die gemeenten zelf bespreken zijn nodig om de intake af te ronden. */
  intakeOnderwerpenVerplicht?: boolean;
};

/** Wat geldt zolang een gemeente niets anders vaststelt. */
export const STANDAARD_BELEID: Beleid = {
  extraVrijeDagen: [],
  waarschuwWekenPip: [4, 2, 1],
  gesprekkenJaar1Maanden: 3,
  gesprekkenDaarnaMaanden: 6,
  oproepDagen: 14,
  herinneringBriefDagen: 7,
  herinneringSmsDagen: 1,
  begeleidingGezinsmigranten: false,
  vierOgenPip: false,
  vierOgenBijRisico: false,
};
