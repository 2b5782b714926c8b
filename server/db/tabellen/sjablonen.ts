import type { ColumnType } from 'kysely';
import type { Datum } from '../../../rules/shared/datum.ts';

type Json<T> = ColumnType<T, string, string>;
type Tijdstip = string;
type Ingetrokken = { ingetrokken_op: Tijdstip | null; ingetrokken_door: string | null };

/** Brieven, huisstijl en mandaten van een gemeente. */
export type SjabloonTabellen = {
  sjabloonversie: {
    gemeente_id: string;
    id: string;
    soort: string;
    geldig_vanaf: Datum;
    blokken: Json<unknown>;
    reden: string;
    vastgelegd_op: Tijdstip;
    vastgelegd_door: string;
  } & Ingetrokken;
  mandaat: {
    gemeente_id: string;
    id: string;
    soort: string;
    medewerker_id: string;
    geldig_vanaf: Datum;
    geldig_tot: Datum | null;
    tekst: string;
    besluit: string;
    vastgelegd_op: Tijdstip;
    vastgelegd_door: string;
  } & Ingetrokken;
  huisstijl: {
    gemeente_id: string;
    id: string;
    stijl: Json<unknown>;
    logo: string | null;
    vastgelegd_op: Tijdstip;
    vastgelegd_door: string;
  };
};
