import type { Datum } from '../shared/datum.ts';
import type { BegeleidingFeiten, PipVoorgelegd } from './feiten-begeleiding.ts';

/** Wie het feit aanleverde. */
export type Bron = 'duo' | 'coa' | 'brp' | 'medewerker' | 'aanbieder' | 'inburgeraar';

export type Leerroute = 'B' | 'O' | 'Z';
export type Niveau = 'A2' | 'B1';
/** Indeling van DUO (API Inburgeringsplicht); onbekende waarden blijven als tekst bewaard. */
export type Indeling = 'Asielstatushouder' | 'Gezinsmigrant en overige migrant';

/** Een datum uit de BRP kan onvolledig zijn: alleen jaar, of jaar en maand, of onbekend. */
export type OnvolledigeDatum =
  | { soort: 'datum'; datum: Datum }
  | { soort: 'jaarMaand'; jaar: number; maand: number }
  | { soort: 'jaar'; jaar: number }
  | { soort: 'onbekend' };

export type Adres = {
  straat: string;
  huisnummer: string;
  postcode: string;
  plaats: string;
  /** Adres van een azc: dan telt het niet als huisvesting in de gemeente. */
  azc?: boolean;
};

/** De motivering van één leerroute: wat ervoor en ertegen pleit, en of zij is onderzocht. */
export type RouteAfweging = { onderzocht: boolean; voor: string; tegen: string };

/** De inhoud van een PIP zoals die wordt vastgesteld (W 15, B 5.3). */
export type PipInhoud = {
  leerroute: Leerroute;
  niveau?: Niveau;
  afweging: Record<Leerroute, RouteAfweging>;
  /** Waarom deze leerroute, in volle zinnen. */
  motivering: string;
  /** Waarom de leerroute afwijkt van waar toets en onderwijs op wijzen. */
  afwijking?: string;
  /** Totaal aantal uren van de leerroute; alleen B1-route en asielstatushouder bij DUO. */
  intensiteitUren?: number;
  intensiteitUrenPerWeek?: number;
  alfabetisering: 'A' | 'AA' | 'NVT';
  magOpleidingAfmaken: boolean;
  pvt: { uren: number; invulling: string };
  /** Ontbreekt bij de onderwijsroute (W 8). */
  moduleMap?: { uren: number; invulling: string };
  begeleiding: string;
  voortgangsgesprekken: { aantal: number; ritme: string };
  /** Afspraken over voor- en vroegschoolse educatie; leeg als er geen kind van die leeftijd is. */
  vve?: string;
  /** Eerdere inspanningen die het PIP uitdrukkelijk meetelt (B 5.3 lid 5). */
  meegeteldeInspanningen: { omschrijving: string; uren: number }[];
  participatie?: string;
};

/** Inhoud van een feit per soort. Een verbetering is een nieuw feit met `vervangt`. */
export type FeitInhoud = BegeleidingFeiten & {
  /** Naam en geboorte, uit de BRP of met de hand. */
  persoon: {
    voornamen: string;
    voorvoegsel?: string;
    geslachtsnaam: string;
    geboorte: OnvolledigeDatum;
    geslacht?: 'man' | 'vrouw' | 'onbekend';
    nationaliteit?: string;
    geheimhouding?: boolean;
    inOnderzoek?: boolean;
  };
  adres: Adres;
  contact: { telefoon?: string; email?: string };
  /** DUO meldde een gebeurtenis (SS101, …). */
  'duo-gebeurtenis': { gebeurtenisId: string; omschrijving?: string };
  inburgeringsplicht: {
    plichtig: boolean;
    begin?: Datum;
    /** Eerste dag zonder plicht. DUO zelf noemt de laatste dag die meetelt. */
    eind?: Datum;
    kennisgeving?: Datum;
    redenGeenPlicht?: string;
  };
  doelgroep: { indeling: Indeling | (string & {}); gedetailleerd?: string; begin?: Datum };
  /** Verblijf op een asielvergunning voor bepaalde tijd (Vw 28); nodig voor ontzorgen (Pw 56a). */
  verblijf: { asielvergunningBepaaldeTijd: boolean };
  bijstand: { vanaf: Datum; tot?: Datum };
  /** Inschrijving in de BRP van een gemeente. */
  inschrijving: {
    gemeentecode: string;
    op: Datum;
    /** Ingeschreven op het adres van een azc: telt niet als huisvesting. */
    azc?: boolean;
  };
  /** COA koppelde de persoon aan deze gemeente. */
  koppeling: { op: Datum; azc?: string };
  overlijden: { op: Datum };
  /** Oproep voor de brede intake of de leerbaarheidstoets (W 14 lid 1). */
  oproep: {
    oproepId: string;
    voor: 'brede-intake' | 'leerbaarheidstoets';
    uiterlijk: Datum;
    herhaling: boolean;
  };
  afspraak: {
    afspraakId: string;
    soort: 'intakegesprek' | 'leerbaarheidstoets' | 'voortgangsgesprek' | 'driegesprek' | 'overig';
    datum: Datum;
    tijd: string;
    plaats: string;
    duurMinuten: number;
    tolkTaal?: string;
    oproepId?: string;
    vorm?: 'kantoor' | 'thuis' | 'azc' | 'telefoon' | 'video';
    /** Gelijk bij wie samen zijn uitgenodigd: een gezin, een groep. */
    groepId?: string;
    /** De zitting van de leerbaarheidstoets waar deze plek bij hoort. */
    zittingId?: string;
  };
  'afspraak-uitkomst': {
    afspraakId: string;
    uitkomst: 'verschenen' | 'niet-verschenen' | 'afgezegd';
    reden?: string;
    /** Wie er naast de persoon en de klantmanager bij was: 'partner', 'kind', …; geen namen. */
    erbij?: string[];
    tolk?: 'aanwezig' | 'telefoon' | 'video' | 'geen';
  };
  taal: { gesprekstaal: string; tolkNodig: boolean; schrift?: string };
  /** Recht op een gesprek zonder partner of familie (B 5.2). */
  privegesprek: { aangeboden: boolean; gewenst?: boolean };
  /** Antwoord op één vraag van de brede intake. Gezondheid staat apart, nooit in dit feit. */
  'intake-antwoord': {
    onderdeel: string;
    vraag: string;
    waarde: string | number | boolean | string[];
    /** De afspraak waarin dit werd gezegd. */
    gesprekId?: string;
    /** De vraag in de woorden van toen; alleen als de gemeente haar zelf schreef of veranderde. */
    gesteld?: string;
  };
  /** Alleen dát het onderdeel gezondheid is besproken; de inhoud staat in een eigen tabel. */
  'gezondheid-besproken': { besproken: boolean; gevolg?: string };
  'intake-afgerond': { zonderPersoon: boolean };
  leerbaarheidstoets: {
    resultaat: 'B1-route haalbaar' | 'B1-route niet haalbaar' | 'Onbekend' | (string & {});
    /** Scores in honderdsten: '41,20' wordt 4120. */
    behaald: number;
    benodigd: number;
    geregistreerdOp: Datum;
  };
  /** Ontheffing van alleen de toets, door het college (W 14 lid 6). */
  'leerbaarheidstoets-ontheffing': {
    grond: 'visueel' | 'auditief';
    toelichting: string;
    /** Hoe de leerbaarheid dan is beoordeeld; nooit een diagnose. */
    alternatief?: {
      manier: 'observatie' | 'gesprek' | 'proefles' | 'specialist' | 'anders';
      wie: string;
      op?: Datum;
      uitkomst?: string;
    };
  };
  /** Inlichtingen van een derde die voor het PIP onmisbaar zijn (B 5.3 lid 2). */
  'derde-informatie': { van: string; waarom: string; onmisbaar: boolean; ontvangenOp?: Datum };
  /** Concept-PIP; `klaar` als het ter vaststelling ligt. */
  'pip-concept': PipVoorgelegd;
  'pip-vastgesteld': {
    pipId: string;
    versie: number;
    dagtekening: Datum;
    bekendgemaaktOp: Datum;
    /** Verklaard: die dag op papier uitgereikt, vóór de brief hier is gemaakt. */
    opPapierUitgereikt?: true;
    gemeentecode: string;
    inhoud: PipInhoud;
    vastgesteldDoor: string;
  };
  'pip-ingetrokken': { pipId: string; op: Datum; reden: string };
  /** PIP van een vorige gemeente, uit DUO (SS121). */
  'pip-vorige-gemeente': {
    gemeentecode: string;
    dagtekening: Datum;
    leerroute: Leerroute;
    niveau?: Niveau;
  };
  /** Wat DUO van ons PIP vond. */
  'pip-bij-duo': { pipId: string; staat: 'geaccepteerd' | 'geweigerd'; foutteksten?: string[] };
  /** Termijn zoals DUO die vaststelt; gaat altijd voor onze prognose. `eind` is exclusief. */
  inburgeringstermijn: { start: Datum; eind: Datum; verlengingsgrond?: string };
  aanbod: {
    /** Naam van de instelling. */
    instelling: string;
    /** Nummer van de instelling bij DUO, tien tekens. */
    instellingsnummer?: string;
    datum: Datum;
    start?: Datum;
    /** Eerste dag na de cursus. */
    eind?: Datum;
    alfabetisering?: 'A' | 'AA' | 'NVT';
  };
  'aanbod-ingetrokken': { instellingsnummer: string; reden?: string };
  voortgangsgesprek: { op: Datum; onderwerp?: string; afspraken?: string };
  /**
   * Totaal tot nu toe per soort en plek. Taal en KNM: tijdens de brede intake, bij één instelling, of (zonder
   * plek) bij alle instellingen samen.
   */
  uren: {
    soort: 'taal-en-knm' | 'participatie' | 'pvt' | 'map-praktijk';
    totaal: number;
    /** Exclusief. */
    bekendTot: Datum;
    inBredeIntake?: boolean;
    /** Nummer bij DUO, tien tekens. */
    instellingsnummer?: string;
    geoorloofdVerzuim?: number;
    ongeoorloofdVerzuim?: number;
  };
  'pvt-ondertekend': { op: Datum };
  'map-eindgesprek': { op: Datum };
  'zroute-eindgesprek': { op: Datum };
  examen: {
    onderdeel: 'KNM' | 'LE' | 'LU' | 'SC' | 'SP';
    resultaat: 'Geslaagd' | 'Gezakt' | 'Geen';
    niveau?: 'A2' | 'B1' | 'B2';
    redenGeenResultaat?: 'Verwijtbaar' | 'Nietverwijtbaar' | 'Afgemeld' | 'Absent' | (string & {});
    op: Datum;
  };
  /** Hoeveel keer iemand een onderdeel nog gratis mag doen, volgens DUO. */
  'gratis-pogingen': { onderdeel: string; tegoed: number };
  /** Nummer waarmee de leerbaarheidstoets wordt afgenomen; leeg nadat de gemeente het introk. */
  'leerbaarheidstoets-nummer': { examennummer?: string };
  vrijstelling: {
    soort: 'geheel' | 'tijdelijk' | 'gedeeltelijk';
    oordeel: 'Toekenning' | 'Afwijzing' | (string & {});
    reden: string;
    op?: Datum;
    begin?: Datum;
    /** Eerste dag zonder vrijstelling. */
    eind?: Datum;
    onderdeel?: string;
    niveau?: string;
  };
  /** Zonder de grond: die kan over gezondheid gaan en staat bij de bijzondere gegevens. */
  ontheffing: {
    soort: 'geheel' | 'gedeeltelijk';
    oordeel: 'Toekenning' | 'Afwijzing' | (string & {});
    op?: Datum;
    onderdeel?: string;
    /** Hoogste aantal uren participatie in vijf jaar; nul betekent dat participatie niet kan. */
    urenBelastbaarheid?: number;
  };
  verlenging: {
    beoordeling: 'Toegekend' | 'Afgewezen' | 'InBehandeling' | (string & {});
    ontvangen?: Datum;
    beoordeeld?: Datum;
  };
  /** Boete van DUO na overschrijding van de termijn; nooit een boete van de gemeente. */
  'duo-boete': { bedragCent: number; op: Datum };
  /** Oordeel van de gemeente bij een te laat of niet behaald onderdeel, met de motivering. */
  verwijtbaarheid: { over: 'pvt' | 'map'; verwijtbaar: boolean; motivering: string };
  /** Wat DUO vond van iets dat de gemeente meldde; `feitId` is het gemelde feit. */
  'bij-duo': {
    wat: string;
    feitId: string;
    staat: 'geaccepteerd' | 'geweigerd';
    foutteksten?: string[];
    /** Wij hielden de melding tegen omdat DUO haar zou weigeren; DUO kreeg niets. */
    doorOns?: true;
  };
  /** De BRP geeft iets anders dan eerder: een ander adres, een partner erbij of eraf. */
  'brp-wijziging': { wat: 'adres' | 'gemeente' | 'partner' | 'overlijden' | 'naam' };
  /** Eerste dag waarop DUO deze gemeente niets meer over de persoon geeft: een andere gemeente stelde een PIP vast. */
  'toegang-duo': { eindigt: Datum };
  /** Band met een ander dossier in dezelfde gemeente. */
  gezin: { anderDossierId: string; relatie: 'partner' | 'kind' | 'ouder' | 'broer-of-zus' };
  /** Het dossier is bij de gemeente afgerond, nadat de plicht eindigde. */
  'dossier-afgerond': { op: Datum; toelichting?: string };
  notitie: { tekst: string };
};

export type FeitSoort = keyof FeitInhoud;

/** Eén feit: wat, wanneer het geldt, wanneer het is vastgelegd, en van wie het komt. */
export type Feit<S extends FeitSoort = FeitSoort> = {
  [K in S]: {
    id: string;
    soort: K;
    inhoud: FeitInhoud[K];
    /** Dag waarop het feit geldt of gebeurde. */
    geldigOp: Datum;
    /** Moment van vastleggen, UTC ISO (alleen om op te ordenen). */
    vastgelegdOp: string;
    bron: Bron;
    /** Nadere bron: 'SS139', 'SS131', 'BRP', 'COA-klantprofiel'. */
    verwijzing?: string;
    /** Naam van de medewerker, voor de uitleg. */
    door?: string;
    /** Id van het feit dat hierdoor niet meer geldt. */
    vervangt?: string;
  };
}[S];
