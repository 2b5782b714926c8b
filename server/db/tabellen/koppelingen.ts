import type { ColumnType, Generated } from 'kysely';
import type { Datum } from '../../../rules/shared/datum.ts';

type Json<T> = ColumnType<T, string, string>;
type Tijdstip = string;

/** Hoe het met de koppelingen gaat, en wat een mens zelf bij DUO invoert. */
export type KoppelingTabellen = {
  koppeling_uur: {
    systeem: string;
    uur: Tijdstip;
    gelukt: number;
    mislukt: number;
    duur_ms: number;
  };
  koppeling_staat: {
    systeem: string;
    laatst_gelukt_op: Tijdstip | null;
    laatst_mislukt_op: Tijdstip | null;
    mislukt_sinds: Tijdstip | null;
    reden: string | null;
  };
  portaalkaart: {
    gemeente_id: string;
    dossier_id: string;
    id: string;
    soort: 'boete' | 'bio-advies' | 'verklaring';
    staat: 'open' | 'ingevoerd' | 'vervallen';
    velden: Json<Record<string, string>>;
    bericht_id: string | null;
    gemaakt_op: Tijdstip;
    gemaakt_door: string | null;
    uiterlijk: Datum | null;
    ingevoerd_op: Datum | null;
    afgerond_door: string | null;
    afgerond_op: Tijdstip | null;
    reden: string | null;
    revisie: Generated<number>;
    gewijzigd_op: Tijdstip;
    gewijzigd_door: string | null;
  };
};
