import type { ColumnType } from 'kysely';
import type { Datum } from '../../../rules/shared/datum.ts';

type Json<T> = ColumnType<T, string, string>;
type Tijdstip = string;

/** Wat een gemeente aan de vragen van de intake toevoegt of verandert, per dag van ingang. */
export type VragenbankTabellen = {
  vraagversie: {
    gemeente_id: string;
    id: string;
    vraag_id: string;
    geldig_vanaf: Datum;
    inhoud: Json<unknown>;
    reden: string;
    vastgelegd_op: Tijdstip;
    vastgelegd_door: string;
    ingetrokken_op: Tijdstip | null;
    ingetrokken_door: string | null;
  };
};
