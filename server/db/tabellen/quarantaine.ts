import type { ColumnType, Generated } from 'kysely';

type Json<T> = ColumnType<T, string, string>;
type Tijdstip = string;

/** Mensen die DUO ten onrechte stuurde, en het opvragen van alles bij DUO. */
export type QuarantaineTabellen = {
  quarantaine: {
    gemeente_id: string;
    id: string;
    dossier_id: string;
    dossier_ids: string[];
    staat: 'open' | 'vrijgegeven' | 'gewist';
    reden: 'niet-onze-gemeente' | 'verkeerde-persoon' | 'niet-plichtig' | 'anders';
    toelichting: string;
    gebeurtenis_id: string | null;
    afgeschermd_op: Tijdstip;
    afgeschermd_door: string;
    besluit: string | null;
    besloten_op: Tijdstip | null;
    besloten_door: string | null;
    tellingen: Json<Record<string, number>> | null;
    verklaring_hash: string | null;
  };
  duo_opvraging: {
    gemeente_id: string;
    dossier_id: string;
    gevraagd_op: Tijdstip;
    gevraagd_door: string | null;
    staat: 'bezig' | 'klaar' | 'deels';
    gedaan: Generated<number>;
    totaal: number;
    zonder_antwoord: Generated<string[]>;
    afgerond_op: Tijdstip | null;
  };
};
