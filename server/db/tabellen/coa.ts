import type { ColumnType } from 'kysely';

type Json<T> = ColumnType<T, string, string>;
type Tijdstip = string;

/** Wat COA overdroeg, de taakstelling, en wanneer de BRP het laatst is bevraagd. */
export type CoaTabellen = {
  brp_stand: {
    gemeente_id: string;
    dossier_id: string;
    bevraagd_op: Tijdstip;
    antwoord: 'ok' | 'onbekend' | 'niet-bevoegd' | 'fout';
    verbintenissen: Json<unknown> | null;
  };
  coa_overdracht: {
    gemeente_id: string;
    id: string;
    vorm: 'json' | 'xlsx';
    sha256: string;
    opgenomen_op: Tijdstip;
    medewerker_id: string;
    rijen: Json<unknown>;
  };
  coa_taakstelling: {
    gemeente_id: string;
    id: string;
    jaar: number;
    helft: number;
    aantal: number;
    vastgelegd_op: Tijdstip;
    medewerker_id: string;
  };
};
