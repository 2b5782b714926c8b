import type { ColumnType, Generated } from 'kysely';

type Json<T> = ColumnType<T, string, string>;
type Tijdstip = string;

/** Een dossier vragen en overdragen bij een verhuizing. */
export type VerhuizingTabellen = {
  verhuisverzoek: {
    gemeente_id: string;
    id: string;
    dossier_id: string;
    richting: 'in' | 'uit';
    andere_code: string;
    andere_gemeente_id: string | null;
    persoon: ColumnType<{ bsn?: string; vNummer?: string }, string | undefined, string>;
    toelichting: string;
    vrager: string;
    langs: 'meedoen' | 'brief' | 'mail' | 'telefoon';
    gevraagd_op: Tijdstip;
    medewerker_id: string;
    herinnerd_op: Tijdstip | null;
    ingetrokken_op: Tijdstip | null;
  };
  overdracht: {
    gemeente_id: string;
    id: string;
    dossier_id: string | null;
    verzoek_id: string;
    naar_code: string;
    naar_gemeente_id: string | null;
    uitkomst: 'pakket' | 'geweigerd';
    pakket: Json<unknown> | null;
    sha256: string | null;
    reden: string | null;
    gemaakt_op: Tijdstip;
    medewerker_id: string;
    bevestigd_door: string | null;
    bevestigd_op: Tijdstip | null;
  };
  overdracht_ontvangst: {
    gemeente_id: string;
    id: string;
    overdracht_id: string;
    van_code: string;
    van_gemeente_id: string | null;
    dossier_id: string | null;
    pakket: Json<unknown> | null;
    sha256: string;
    staat: 'ontvangen' | 'aanvaard' | 'afgewezen';
    ontvangen_op: Tijdstip;
    medewerker_id: string;
    naam: string;
    besloten_op: Tijdstip | null;
    reden: string | null;
    feiten: Generated<number>;
  };
};
