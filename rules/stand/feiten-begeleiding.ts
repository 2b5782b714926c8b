import type { Datum } from '../shared/datum.ts';

/** Een concept-PIP; `klaar` als het ter vaststelling ligt. */
export type PipVoorgelegd = {
  pipId: string;
  klaar: boolean;
  opgesteldDoor: string;
  /** Id van wie het voorlegde. */
  voorlegger?: string;
  /** Een ander dan opsteller of voorlegger gaf het terug. */
  terug?: { door: string; reden: string };
};

/**
 * De feiten over begeleiding: het levende plan, het netwerk, het gezin en wat er na een besluit mee gebeurt.
 * Geen van deze feiten is een besluit; daarom kan elk ervan wijzigen zonder nieuw PIP.
 */
export type BegeleidingFeiten = {
  /** Dát de zes dimensies zijn gemeten; de scores staan bij de bijzondere gegevens. */
  meting: { metingId: string; moment: 'begin' | 'voortgang' | 'eind'; taal: string };
  /** Wat de persoon zelf van de leerroutes vindt, in eigen woorden. */
  'route-standpunt': {
    woorden: string;
    /** Taal van `woorden`, code uit de lijst van talen. */
    taal: string;
    nederlands?: string;
    wens?: 'B' | 'O' | 'Z' | 'geen';
  };
  /** Wat een school op een dag zei over vrije plaatsen voor een leerroute. */
  'vrije-plaats': {
    route: 'B' | 'O' | 'Z';
    instelling: string;
    plaatsen: number;
    /** Eerste dag waarop de plaats er is; leeg is meteen. */
    vanaf?: Datum;
  };
  /** Een doel in de woorden van de persoon zelf. */
  doel: {
    doelId: string;
    leefgebied: string;
    eigenWoorden: string;
    /** Taal van `eigenWoorden`. */
    taal: string;
    nederlands: string;
    aandachtspunt?: string;
    staat: 'actief' | 'bereikt' | 'losgelaten';
    toelichting?: string;
  };
  /** Een afspraak in het levende plan: wie doet wat, en voor wanneer. */
  'plan-afspraak': {
    planId: string;
    doelId?: string;
    leefgebied: string;
    wat: string;
    wie: { soort: 'inburgeraar' | 'gemeente' | 'partner'; naam: string; netwerkId?: string };
    uiterlijk?: Datum;
    /** Waarop de afspraak rust: deze wet, de Participatiewet, of vrije wil. */
    grondslag: 'inburgering' | 'participatiewet' | 'vrijwillig';
    staat: 'open' | 'gedaan' | 'vervallen';
    toelichting?: string;
    /** Wat de partner antwoordde; verdwijnt zodra de gemeente de afspraak bijstelt. */
    antwoord?: { uitkomst: 'gedaan' | 'lukt-niet' | 'vraag'; tekst?: string; op: Datum };
  };
  /** Wie naast de gemeente meehelpt, en waarom. */
  netwerk: {
    netwerkId: string;
    naam: string;
    rol: string;
    organisatie?: string;
    email?: string;
    telefoon?: string;
    waarom: string;
    vanaf: Datum;
    /** Eerste dag waarop deze partner niet meer meedoet. */
    tot?: Datum;
  };
  /** Vast aanspreekpunt in een fase, en of de overdracht warm was. */
  aanspreekpunt: {
    fase: 'azc' | 'intake-en-pip' | 'leren' | 'meedoen';
    naam: string;
    organisatie: string;
    medewerkerId?: string;
    vanaf: Datum;
    overdracht?: {
      op: Datum;
      vorm: 'driegesprek' | 'gesprek' | 'telefoon' | 'schriftelijk';
      met?: string;
      /** Het gesprek in de agenda; pas als de persoon er was, is de overdracht warm. */
      afspraakId?: string;
    };
  };
  /** Wat met een partner wordt gedeeld, en waarom dat mag. */
  deling: {
    delingId: string;
    netwerkId: string;
    wat: string[];
    grondslag: 'wettelijke-taak' | 'toestemming';
    toelichting: string;
    vanaf: Datum;
    /** Eerste dag zonder deling. */
    tot?: Datum;
  };
  /** Een gezinslid zonder eigen dossier, meestal een kind. */
  gezinslid: {
    gezinslidId: string;
    naam: string;
    geboortejaar?: number;
    geboortemaand?: number;
    relatie: 'kind' | 'partner' | 'ouder' | 'broer-of-zus' | 'anders';
    school?: string;
    /** Voor- en vroegschoolse educatie. */
    vve?: 'gaat' | 'aangemeld' | 'op-wachtlijst' | 'niet' | 'niet-nodig';
    vanaf: Datum;
    tot?: Datum;
  };
  /** Kinderopvang die nodig is om te kunnen leren. */
  kinderopvang: {
    opvangId: string;
    gezinslidId?: string;
    dagdelen: string[];
    /** Eerste dag waarop opvang nodig is. */
    nodigVanaf: Datum;
    staat: 'nodig' | 'aangevraagd' | 'wachtlijst' | 'geplaatst' | 'niet-meer-nodig';
    bij?: string;
    /** Verwachte of echte plaatsing. */
    plaatsOp?: Datum;
    toelichting?: string;
  };
  /** Uren in de week vanaf een dag; hele uren. */
  weekindeling: {
    vanaf: Datum;
    les: number;
    zelfstudie: number;
    werk: number;
    reizen: number;
    zorg: number;
    participatie: number;
    /** Het werk is in het Nederlands en telt in de Z-route als participatie. */
    werkIsParticipatie?: boolean;
    /** De praktijkuren van de MAP zitten in het werk. */
    mapInWerk?: boolean;
    toelichting?: string;
    /** De periode geldt niet meer; wat ervoor gold loopt door. */
    vervallen?: boolean;
  };
  /** De vaste tolk van deze persoon, en of de tolk liever een vrouw of een man is. */
  tolkvoorkeur: {
    tolkId?: string;
    tolk?: string;
    geslacht?: 'vrouw' | 'man';
    toelichting?: string;
  };
  /** Een uitnodiging of herinnering voor een afspraak die de deur uit is. */
  uitnodiging: {
    afspraakId: string;
    kanaal: 'brief' | 'e-mail' | 'sms';
    wat: 'uitnodiging' | 'herinnering' | 'verzet' | 'afgezegd';
    taal: string;
  };
  /** Of de persoon de beschikking begrijpt: drie vragen terug, met de taal waarin dat ging. */
  'pip-begrepen': {
    pipId: string;
    taal: string;
    tolk: boolean;
    antwoorden: { vraag: string; oordeel: 'begrepen' | 'deels' | 'niet' }[];
    vervolg?: string;
  };
  /** Stap in een bezwaar of beroep tegen een besluit (PIP of Participatiewet). */
  bezwaar: {
    bezwaarId: string;
    /** Het PIP, of het besluit over de Participatiewet. */
    besluitId: string;
    stap:
      | 'ontvangen'
      | 'bevestigd'
      | 'aanvullen-gevraagd'
      | 'aangevuld'
      | 'hoorzitting'
      | 'verdaagd'
      | 'beslist'
      | 'ingetrokken'
      | 'beroep'
      | 'uitspraak';
    op: Datum;
    uitkomst?: 'gegrond' | 'deels-gegrond' | 'ongegrond' | 'niet-ontvankelijk';
    /** Bij `ontvangen`: het poststempel, en of een adviescommissie hoort. */
    gepostOp?: Datum;
    commissie?: boolean;
    /** Bij `aanvullen-gevraagd`: tot en met welke dag de persoon kan aanvullen. */
    hersteltermijn?: Datum;
    toelichting?: string;
  };
  /** Besluit over verplichtingen uit de Participatiewet, uit hetzelfde gesprek als het PIP. */
  'pw-besluit': {
    besluitId: string;
    pipId?: string;
    documentId: string;
    dagtekening: Datum;
    bekendgemaaktOp: Datum;
    /** Verklaard: die dag op papier uitgereikt, vóór de brief hier is gemaakt. */
    opPapierUitgereikt?: true;
    verplichtingen: { wat: string; grondslag: string }[];
    vastgesteldDoor: string;
  };
  /** De instelling van een lopend aanbod staat niet meer bij DUO of miste een keurmerk; of dat is hersteld. */
  'instelling-gewijzigd': {
    instellingsnummer: string;
    instelling: string;
    wat: 'verdwenen' | 'keurmerk-verloren' | 'hersteld';
  };
};
