import type { Doelgroep } from '../doelgroep/doelgroep.ts';
import type { Grondslag, OntbrekendFeit, Uitleg } from '../shared/antwoord.ts';
import type { Datum } from '../shared/datum.ts';
import type { Gegeven } from '../shared/gegeven.ts';
import type { DerdeInformatie } from './derden.ts';

/** Wat nodig is om de laatste dag voor het PIP te bepalen. */
export type PipTermijnFeiten = {
  /** Dag van de schriftelijke kennisgeving door DUO. */
  kennisgeving?: Gegeven<Datum>;
  /** Eerste inschrijving in de BRP van deze gemeente, buiten een azc. */
  inschrijving?: Gegeven<Datum>;
  doelgroep: Doelgroep;
  /** De persoon wacht in een azc op een woning in deze gemeente. */
  inAzc?: boolean;
  /** Uit een andere gemeente hierheen verhuisd, zonder PIP (DUO SS120). */
  verhuisdZonderPip?: boolean;
  /** PIP van een vorige gemeente. */
  vorigePip?: Gegeven<Datum>;
  derden?: DerdeInformatie[];
  extraVrijeDagen?: readonly Datum[];
};

export type PipTermijn = {
  /** Gebeurtenis waarna wordt geteld: kennisgeving of inschrijving. */
  na: Datum;
  /** Eerste dag die meetelt. */
  begin: Datum;
  /** Laatste dag, tot en met. */
  laatsteDag: Datum;
  /** Laatste dag zonder verschuiving door weekend of feestdag. */
  laatsteDagZonderVerschuiving: Datum;
};

/** De uitkomst van de keuze vanaf welke dag wordt geteld. */
export type PipBegin =
  | { uitkomst: 'bepaald'; na: Gegeven<Datum>; naam: string; grondslag: Grondslag; keuze: Uitleg }
  | { uitkomst: 'onbekend'; ontbreekt: OntbrekendFeit[]; uitleg: Uitleg }
  | { uitkomst: 'nog-niet'; uitleg: Uitleg };
