import type { Datum } from '../shared/datum.ts';

/** Hoe ver iemand is op weg naar het PIP. */
export type Stap = 'intake' | 'concept' | 'afmaken' | 'vaststellen';

/** Wie de vertraging kan wegnemen. */
export type Invloed = 'eigen' | 'anderen';

export const REDENEN = {
  'intake-niet-gepland': { naam: 'Intake nog niet gepland', invloed: 'eigen' },
  'intake-te-laat-gepland': { naam: 'Intake gepland na het eigen doel', invloed: 'eigen' },
  'uitkomst-ontbreekt': { naam: 'Uitkomst van het gesprek niet vastgelegd', invloed: 'eigen' },
  'intake-niet-afgerond': { naam: 'Intake nog niet afgerond', invloed: 'eigen' },
  'geen-tolk': { naam: 'Tolk nodig en niet geregeld', invloed: 'eigen' },
  'toets-niet-gepland': { naam: 'Leerbaarheidstoets niet gepland', invloed: 'eigen' },
  'concept-niet-begonnen': { naam: 'Concept nog niet begonnen', invloed: 'eigen' },
  'concept-niet-af': { naam: 'Concept nog niet af', invloed: 'eigen' },
  'ligt-ter-vaststelling': { naam: 'Ligt ter vaststelling', invloed: 'eigen' },
  'toets-uitslag': { naam: 'Wacht op de uitslag van DUO', invloed: 'anderen' },
  'derde-informatie': { naam: 'Wacht op inlichtingen van een ander', invloed: 'anderen' },
  'niet-verschenen': { naam: 'Niet verschenen op de afspraak', invloed: 'anderen' },
  afgezegd: { naam: 'Afspraak afgezegd', invloed: 'anderen' },
  'nog-in-opvang': { naam: 'Nog geen woning', invloed: 'anderen' },
  'doelgroep-onbekend': { naam: 'Doelgroep nog onbekend bij DUO', invloed: 'anderen' },
} as const satisfies Record<string, { naam: string; invloed: Invloed }>;
export type RedenCode = keyof typeof REDENEN;

/** Eén reden waarom het PIP laat dreigt te worden; `door` noemt wie erop laat wachten, nooit een persoon. */
export type PrognoseReden = { code: RedenCode; invloed: Invloed; tekst: string };

/** Wat nodig is om te zien of het PIP op tijd komt. */
export type PrognoseFeiten = {
  vandaag: Datum;
  /** Laatste dag van de tien weken. */
  laatsteDag: Datum;
  /** Eigen doelen: in welke week intake en concept klaar zijn (N2). */
  intakeWeek: number;
  conceptWeek: number;
  /** Weken voor de laatste dag waarop het PIP ter vaststelling hoort te liggen (N2). */
  wekenVoorEinde: number;
  intakeAfgerond: boolean;
  /** Dag van het eerste gesprek dat nog moet komen. */
  gesprekOp?: Datum;
  gesprekGevoerd: boolean;
  /** Er is een gesprek geweest waarvan de uitkomst niet is vastgelegd. */
  uitkomstOntbreekt: boolean;
  laatsteUitkomst?: 'verschenen' | 'niet-verschenen' | 'afgezegd';
  tolkNodig: boolean;
  /** Bij het eerstvolgende gesprek komt een tolk. */
  tolkGeregeld: boolean;
  toets: 'uitslag' | 'ontheffing' | 'wacht-op-duo' | 'gepland' | 'niet-gepland';
  /** Wie nog onmisbare inlichtingen moet geven: organisaties. */
  wachtOp: readonly string[];
  inOpvang: boolean;
  doelgroepOnbekend: boolean;
  concept: 'geen' | 'bezig' | 'ter-vaststelling';
};

export type Prognose = {
  stap: Stap;
  oordeel: 'te-laat' | 'dreigt' | 'op-schema';
  /** De dag waarop deze stap volgens het eigen doel klaar hoort te zijn. */
  doelOp: Datum;
  /** Dagen achter op het eigen doel; nul is op schema. */
  achter: number;
  /** De dag waarop het PIP er op dit tempo is. */
  verwachtOp: Datum;
  redenen: PrognoseReden[];
};
