import type { Datum } from './datum.ts';

/** Hoe zeker de lezing is; alles behalve `vast` wordt op scherm en in de API getoond. */
export type Zekerheid =
  /** De wettekst zelf is gelezen. */
  | 'vast'
  /** Volgt uit de combinatie van teksten. */
  | 'afgeleid'
  /** De wet laat een gat; dit is onze keuze. */
  | 'ontwerp'
  /** Niet in de bron geverifieerd. */
  | 'onbevestigd';

/** De plaats in de wet waarop een regel rust. */
export type Grondslag = {
  /** Id van de regel, kebab-case (`pip-termijn`). */
  regel: string;
  /** Leesbare verwijzing: 'Besluit inburgering 2021 art. 5.3 lid 1'. */
  artikel: string;
  /** Verwijzing naar de tekst zoals die op een datum gold. */
  link: string;
  /** Eerste dag waarop deze versie geldt. */
  geldigVanaf: Datum;
  /** Eerste dag waarop deze versie niet meer geldt. */
  geldigTot?: Datum;
  zekerheid: Zekerheid;
  /** Gekozen lezing of twijfel, in een zin. */
  toelichting?: string;
};

/** Een feit zoals het in een uitleg wordt aangehaald. */
export type GebruiktFeit = {
  naam: string;
  waarde: string;
  bron: string;
  datum?: Datum;
  feitId?: string;
};

/** Boom die een uitkomst verklaart: wat kwam eruit, op grond waarvan, met welke feiten en stappen. */
export type Uitleg = {
  titel: string;
  uitkomst?: string;
  grondslag?: Grondslag;
  feiten?: GebruiktFeit[];
  stappen?: Uitleg[];
  /** Zinnen: wat deze uitkomst zou veranderen. */
  zouWijzigenAls?: string[];
};

/**
 * Maakt de uitleg pas als iemand haar vraagt: wie alleen de uitkomst nodig heeft (de nachtelijke
 * herberekening) betaalt er niet voor. `JSON.stringify` laat haar weg.
 */
export type Verklaring = () => Uitleg;

/** Reden waarom iets niet voldoet of niet mag: volledige zin, met het veld en de plek om het te doen. */
export type Reden = {
  code: string;
  tekst: string;
  veld?: string;
  actie?: string;
  grondslag?: Grondslag;
};

/** Feit dat nodig is voor een antwoord en dat er niet is. */
export type OntbrekendFeit = {
  feit: string;
  tekst: string;
  /** Het feit is een oordeel van een mens; dit weegt die mens af. */
  wegen?: string[];
};

/** Antwoord van een regel op een vraag met ja of nee. Regels gooien niet op wat een zaak kan bevatten. */
export type Oordeel =
  | { uitkomst: 'voldoet'; uitleg: Verklaring }
  | { uitkomst: 'voldoet-niet'; redenen: Reden[]; uitleg: Verklaring }
  | { uitkomst: 'onbekend'; ontbreekt: OntbrekendFeit[]; uitleg: Verklaring };

/** Antwoord van een regel die een waarde berekent. */
export type Berekening<T> =
  | { uitkomst: 'bepaald'; waarde: T; uitleg: Verklaring }
  | { uitkomst: 'niet-van-toepassing'; uitleg: Verklaring }
  | { uitkomst: 'onbekend'; ontbreekt: OntbrekendFeit[]; uitleg: Verklaring };
