import type { ColumnType, Generated } from 'kysely';

type Json<T> = ColumnType<T, string, string>;
type Tijdstip = string;

/** De set van brieven bij een PIP, en de teksten die een gemeente nakeek. */
export type BrievenTabellen = {
  brievenset: {
    gemeente_id: string;
    dossier_id: string;
    pip_id: string;
    versie: number;
    talen: string[];
    staat: 'bezig' | 'klaar' | 'mislukt';
    klaar: Generated<number>;
    totaal: Generated<number>;
    fout: string | null;
    bron: Json<unknown> | null;
    gemaakt_op: Tijdstip;
    bijgewerkt_op: Tijdstip;
  };
  tekst_goedkeuring: {
    gemeente_id: string;
    id: string;
    collectie: string;
    sleutel: string;
    taal: string;
    eigen_tekst: string | null;
    vastgesteld: boolean;
    nederlands_sha: string;
    tekst_sha: string;
    medewerker_id: string;
    naam: string;
    gemaakt_op: Tijdstip;
  };
};
