import type { Generated } from 'kysely';

type Tijdstip = string;

/** Hoe iemand een bericht krijgt. */
export type Kanaal = 'brief' | 'e-mail' | 'sms';
/** Waarover een bericht aan de persoon gaat. */
export type BerichtWat = 'uitnodiging' | 'herinnering' | 'verzet' | 'afgezegd';
/** `zelf`: een mens geeft het door, omdat het niet langs de berichtendienst mag of kan. */
export type PersoonsberichtStaat =
  | 'wacht'
  | 'bezig'
  | 'verstuurd'
  | 'bezorgd'
  | 'mislukt'
  | 'vervallen'
  | 'zelf';

/** Berichten aan inburgeraars, en de agenda in een ander programma. */
export type BerichtTabellen = {
  persoonsbericht: {
    gemeente_id: string;
    dossier_id: string;
    id: string;
    afspraak_id: string;
    afspraak_feit: string;
    wat: BerichtWat;
    kanaal: Kanaal;
    taal: Generated<string>;
    staat: PersoonsberichtStaat;
    reden: string | null;
    niet_voor: Tijdstip;
    dagen_ervoor: Generated<number>;
    pogingen: Generated<number>;
    verzending_begonnen_op: Tijdstip | null;
    notify_id: string | null;
    tekst: string | null;
    document_id: string | null;
    medewerker_id: string | null;
    gemaakt_op: Tijdstip;
    verstuurd_op: Tijdstip | null;
    afgerond_op: Tijdstip | null;
  };
  agenda_abonnement: {
    id: string;
    medewerker_id: string;
    sleutel_hash: Buffer;
    gemaakt_op: Tijdstip;
    laatst_gebruikt_op: Tijdstip | null;
    ingetrokken_op: Tijdstip | null;
  };
};
