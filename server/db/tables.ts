import type { ColumnType, Generated } from 'kysely';
import type { Sleutel } from '../../rules/beleid/parameters.ts';
import type { Datum } from '../../rules/shared/datum.ts';
import type { Bewaard, Stand } from '../../rules/stand/stand.ts';
import type { AfstemmingTabellen } from './tabellen/afstemming.ts';
import type { AuditTabellen } from './tabellen/audit.ts';
import type { BerichtTabellen } from './tabellen/berichten.ts';
import type { BrievenTabellen } from './tabellen/brieven.ts';
import type { CoaTabellen } from './tabellen/coa.ts';
import type { BerichtSoort, DuoTabellen } from './tabellen/duo.ts';
import type { KoppelingTabellen } from './tabellen/koppelingen.ts';
import type { MensTabellen, PartnerlinkTabellen } from './tabellen/mens.ts';
import type { OnderwegTabellen } from './tabellen/onderweg.ts';
import type { QuarantaineTabellen } from './tabellen/quarantaine.ts';
import type { SjabloonTabellen } from './tabellen/sjablonen.ts';
import type { ToetsTabellen } from './tabellen/toets.ts';
import type { VerhuizingTabellen } from './tabellen/verhuizing.ts';
import type { VragenbankTabellen } from './tabellen/vragenbank.ts';

/** Rijvormen van de database. Tijdstippen zijn ISO-tekst in UTC, datums `Datum`. */
type Json<T> = ColumnType<T, string, string>;
type Tijdstip = string;

export type Database = Basis &
  AfstemmingTabellen &
  AuditTabellen &
  BerichtTabellen &
  BrievenTabellen &
  CoaTabellen &
  KoppelingTabellen &
  DuoTabellen &
  OnderwegTabellen &
  PartnerlinkTabellen &
  MensTabellen &
  QuarantaineTabellen &
  ToetsTabellen &
  SjabloonTabellen &
  VerhuizingTabellen &
  VragenbankTabellen;

export type DocumentSoort =
  | 'pip-beschikking'
  | 'pip-eenvoudig'
  | 'pip-beeld'
  | 'pip-vertaling'
  | 'afweging'
  | 'plan'
  | 'oproep'
  | 'uitnodiging'
  | 'pw-besluit'
  | 'bezwaar'
  | 'verslag'
  | 'overig';

/** Een bezwaar dat wij zelf vonden vóór het versturen. */
export type EigenReden = { tekst: string; veld?: string };

type Basis = {
  gemeente: { id: string; code: string; naam: string; oin: string; stijl: Json<GemeenteStijl> };
  organisatie: { id: string; naam: string; soort: OrganisatieSoort };
  medewerker: {
    id: string;
    organisatie_id: string;
    naam: string;
    functie: string;
    email: string;
    telefoon: string;
    oidc_sub: string | null;
    actief: Generated<boolean>;
  };
  medewerker_rol: { medewerker_id: string; taak: string; rol: string };
  taakverdeling: {
    id: string;
    gemeente_id: string;
    taak: string;
    schaal: 'lokaal' | 'subregionaal' | 'regionaal';
    organisatie_id: string;
    geldig_vanaf: Datum;
    geldig_tot: Datum | null;
  };
  vervanging: { id: string; medewerker_id: string; vervanger_id: string; van: Datum; tot: Datum };
  beleid: {
    gemeente_id: string;
    id: Generated<string>;
    sleutel: Sleutel;
    geldig_vanaf: Datum;
    waarde: Json<unknown>;
    toelichting: Generated<string>;
    vastgelegd_op: Generated<Tijdstip>;
    vastgelegd_door: string | null;
    ingetrokken_op: Tijdstip | null;
    ingetrokken_door: string | null;
  };
  sessie: {
    sleutel_hash: Buffer;
    medewerker_id: string;
    begonnen_op: Tijdstip;
    laatst_gezien: Tijdstip;
    ingetrokken_op: Tijdstip | null;
    id_token: string | null;
  };
  aanmelding: {
    state: string;
    nonce: string;
    code_verifier: string;
    terug_naar: string;
    begonnen_op: Tijdstip;
  };
  systeem: { sleutel: string; waarde: Json<unknown> };
  dossier: {
    gemeente_id: string;
    id: string;
    bsn: string | null;
    v_nummer: string | null;
    geopend_op: Tijdstip;
    samengevoegd_met: string | null;
    samengevoegd_op: Tijdstip | null;
    samengevoegd_door: string | null;
    klantmanager_id: string | null;
    uitgesteld_tot: Datum | null;
    uitgesteld_voorstel: string | null;
    uitgesteld_reden: string | null;
    revisie: Generated<number>;
  };
  feit: {
    gemeente_id: string;
    dossier_id: string;
    id: string;
    soort: string;
    inhoud: Json<unknown>;
    geldig_op: Datum;
    vastgelegd_op: Tijdstip;
    bron: string;
    verwijzing: string | null;
    medewerker_id: string | null;
    vervangt: string | null;
    afkomstig_uit: string | null;
  };
  bijzonder_feit: {
    gemeente_id: string;
    dossier_id: string;
    id: string;
    vraag: string;
    waarde: Json<unknown>;
    geldig_op: Datum;
    vastgelegd_op: Tijdstip;
    medewerker_id: string | null;
    vervangt: string | null;
    afkomstig_uit: string | null;
  };
  dossier_stand: {
    gemeente_id: string;
    dossier_id: string;
    peildatum: Datum;
    volgende_wijziging: Datum | null;
    naam: string;
    sorteernaam: string;
    geboortedatum: string | null;
    doelgroep: string;
    leerroute: string | null;
    schakel: number;
    toestand: string;
    voorstel: string;
    voorstel_titel: string;
    voorstel_reden: string;
    laatste_dag: Datum | null;
    signalen: string[];
    klantmanager_id: string | null;
    uitgesteld_tot: Datum | null;
    stand: Json<Bewaard<Stand>>;
  };
  zoeksleutel: { gemeente_id: string; sleutel: string; dossier_id: string };
  document: {
    gemeente_id: string;
    dossier_id: string;
    id: string;
    soort: DocumentSoort;
    titel: string;
    media_type: Generated<string>;
    sha256: string;
    bestand: Buffer;
    gemaakt_op: Tijdstip;
    medewerker_id: string | null;
    herkomst: Json<unknown>;
    afkomstig_uit: string | null;
    /** De beschikking waar dit stuk bij hoort. */
    set_id: string | null;
    versie: number | null;
    taal: Generated<string>;
  };
  pip: {
    gemeente_id: string;
    dossier_id: string;
    id: string;
    versie: number;
    staat: 'concept' | 'ter-vaststelling' | 'vastgesteld' | 'ingetrokken';
    inhoud: Json<unknown>;
    opgesteld_door: string | null;
    vastgesteld_door: string | null;
    dagtekening: Datum | null;
    document_id: string | null;
    revisie: Generated<number>;
    gewijzigd_op: Tijdstip;
    afkomstig_uit: string | null;
  };
  pip_wijziging: {
    gemeente_id: string;
    dossier_id: string;
    pip_id: string;
    revisie: number;
    medewerker_id: string;
    velden: string[];
    gewijzigd_op: Tijdstip;
  };
  bericht_in: {
    gemeente_id: string;
    id: string;
    bericht_id: string;
    inhoud_hash: string;
    ruw: Json<unknown>;
    gebeurtenis_id: string;
    geregistreerd_op: Tijdstip;
    ontvangen_op: Tijdstip;
    staat: 'nieuw' | 'verwerkt' | 'postvak' | 'afgehandeld';
    postvak_reden: string | null;
    voorstel: string | null;
    dossier_id: string | null;
    uitkomst: Json<unknown>;
    pogingen: Generated<number>;
    laatste_fout: string | null;
    afgehandeld_door: string | null;
    geparkeerd_tot: Datum | null;
    geparkeerd_reden: string | null;
  };
  bericht_uit: {
    gemeente_id: string;
    dossier_id: string;
    id: string;
    volgnummer: Generated<number>;
    soort: BerichtSoort;
    onderwerp_id: string;
    inhoud: Json<unknown>;
    staat: 'wacht' | 'bezig' | 'geaccepteerd' | 'geweigerd' | 'ingetrokken';
    pogingen: Generated<number>;
    verzending_begonnen_op: Tijdstip | null;
    bericht_id: string | null;
    foutteksten: Generated<string[]>;
    laatste_fout: string | null;
    ontvangstbewijs: Json<unknown> | null;
    gemaakt_op: Tijdstip;
    afgerond_op: Tijdstip | null;
    wacht_op: string | null;
    eigen_redenen: ColumnType<EigenReden[], string | undefined, string>;
    vervangen_door: string | null;
    intrek_reden: string | null;
    ingetrokken_door: string | null;
  };
  opgeslagen_lijst: {
    id: string;
    medewerker_id: string;
    naam: string;
    instelling: Json<unknown>;
    gedeeld: boolean;
    gemaakt_op: Tijdstip;
  };
  idempotentie: {
    medewerker_id: string;
    sleutel: string;
    verzoek_hash: string;
    status: number;
    antwoord: Json<unknown> | null;
    gemaakt_op: Tijdstip;
  };
};

export type OrganisatieSoort = 'gemeente' | 'rit' | 'uitvoerder' | 'taalschool' | 'partner';

/** Briefhoofd van een gemeente. */
export type GemeenteStijl = {
  adres?: string;
  postcode?: string;
  plaats?: string;
  telefoon?: string;
  email?: string;
  website?: string;
  /** Huiskleur, `#rrggbb`. */
  kleur?: string;
};
