import type { Doelgroep } from '../doelgroep/doelgroep.ts';
import type { Grondslag, OntbrekendFeit, Verklaring } from '../shared/antwoord.ts';
import type { Datum } from '../shared/datum.ts';
import type { Gegeven } from '../shared/gegeven.ts';
import type { DerdeInformatie } from './derden.ts';

/** Wat nodig is om de laatste dag voor het PIP te bepalen. */
export type PipTermijnFeiten = {
  /** Dag van de schriftelijke kennisgeving door DUO. */
  kennisgeving?: Gegeven<Datum>;
  /** Eerste inschrijving in de BRP van deze gemeente, buiten een azc. */
  inschrijving?: Gegeven<Datum>;
  /** Doelgroep op de dag van inschrijving; een latere wijziging verplaatst de termijn niet. */
  doelgroep: Doelgroep;
  /** Gezinslid met een reguliere vergunning: hoort bij de asielstatushouders, niet bij art. 28. */
  gezinslid?: boolean;
  /** De persoon woont, of woonde vóór de inschrijving hier, in een azc. */
  inAzc?: boolean;
  /** De dag van inschrijving is die van de woning, na een azc in deze zelfde gemeente. */
  woningNaAzc?: boolean;
  /** Uit een andere gemeente hierheen verhuisd: zonder PIP (DUO SS120) of met (SS121). */
  verhuisd?: 'zonder-pip' | 'met-pip';
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
  | {
      uitkomst: 'bepaald';
      na: Gegeven<Datum>;
      naam: string;
      /** De grondslag zoals die op een dag gold. */
      grondslag: (op: Datum) => Grondslag;
      /** Waarom deze dag telt. */
      waarom: string;
      /** De uitzondering van lid 2 (inlichtingen van derden) staat in de tekst die geldt. */
      lid2: boolean;
    }
  | { uitkomst: 'onbekend'; ontbreekt: OntbrekendFeit[]; uitleg: Verklaring }
  | { uitkomst: 'nog-niet'; uitleg: Verklaring };
