import type { ColumnType, Generated } from 'kysely';
import type { Datum } from '../../../rules/shared/datum.ts';

type Json<T> = ColumnType<T, string, string>;
type Tijdstip = string;

/** Eén gegeven uit de intake zoals het toen gold, met het feit waar het uit komt. */
export type BeginAntwoord = {
  onderwerp: 'opleiding' | 'diplomawaardering' | 'werk' | 'taal' | 'digitaal' | 'gezin';
  vraag: string;
  /** Hoe een vraag van de gemeente zelf toen luidde. */
  gesteld?: string;
  waarde: string | number | boolean | string[];
  feitId: string;
  op: Datum;
  bron: string;
};

/** Een gezinslid zoals het toen bekend was; zonder naam, die staat in het feit. */
export type BeginGezinslid = {
  feitId: string;
  relatie: string;
  /** Alleen bij wie een eigen dossier heeft. */
  dossierId?: string;
  geboortejaar?: number;
  geboortemaand?: number;
  school?: string;
  vve?: string;
};

export type BeginInhoud = {
  antwoorden: BeginAntwoord[];
  gezinsleden: BeginGezinslid[];
  taal?: { gesprekstaal: string; tolkNodig: boolean; schrift?: string; feitId: string };
  kinderopvang: { feitId: string; opvangId: string; staat: string }[];
  /** Alleen welke meting erbij hoort, nooit de cijfers. */
  metingId?: string;
};

/** Metingen van hoe het gaat (bijzondere gegevens) en de beginsituatie bij elk PIP. */
export type MensTabellen = {
  meting: {
    gemeente_id: string;
    dossier_id: string;
    id: string;
    moment: 'begin' | 'voortgang' | 'eind';
    taal: string;
    hulp: 'tolk' | 'klantmanager' | 'naaste' | null;
    gemeten_op: Datum;
    antwoorden: Json<Record<string, number>>;
    vastgelegd_op: Tijdstip;
    medewerker_id: string | null;
    vervangt: string | null;
    afkomstig_uit: string | null;
  };
  beginsituatie: {
    gemeente_id: string;
    dossier_id: string;
    pip_id: string;
    dagtekening: Datum;
    inhoud: Json<BeginInhoud>;
    vastgelegd_op: Tijdstip;
    afkomstig_uit: string | null;
  };
};

/** Links voor partners zonder account. */
export type PartnerlinkTabellen = {
  partnerlink: {
    gemeente_id: string;
    id: string;
    dossier_id: string;
    netwerk_id: string;
    plan_id: string | null;
    token_hash: Buffer;
    code_hash: Buffer;
    pogingen: Generated<number>;
    geblokkeerd_op: Tijdstip | null;
    gemaakt_op: Tijdstip;
    gemaakt_door: string;
    verloopt_op: Datum;
    ingetrokken_op: Tijdstip | null;
    ingetrokken_door: string | null;
    sessie_hash: Buffer | null;
    sessie_tot: Tijdstip | null;
    laatst_gebruikt: Tijdstip | null;
  };
};
