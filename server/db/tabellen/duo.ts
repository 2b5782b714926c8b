import type { ColumnType, Generated } from 'kysely';

type Json<T> = ColumnType<T, string, string>;
type Tijdstip = string;

/** Alles wat naar DUO kan. */
export type BerichtSoort =
  | 'pip'
  | 'pip-verwijderen'
  | 'contactpersoon'
  | 'aanbod'
  | 'aanbod-intrekken'
  | 'uren'
  | 'pvt'
  | 'map'
  | 'zroute'
  | 'lbt-intrekken';

/** Een contactpersoon in de velden van DUO. */
type Contactgegevens = { naam: string; email: string; telefoonnummer: string };

/** Wat DUO zei en wat DUO weet van instellingen en contactpersonen. */
export type DuoTabellen = {
  duo_opname: {
    gemeente_id: string;
    dossier_id: string;
    id: string;
    onderwerp: string;
    inhoud: Json<unknown> | null;
    inhoud_hash: string;
    api_versie: string | null;
    bericht_id: string;
    opgehaald_op: Tijdstip;
    laatst_gezien_op: Tijdstip;
    bijzonder: Generated<boolean>;
  };
  instelling: {
    instellingsnummer: string;
    naam: string;
    postcode: string | null;
    huisnummer: number | null;
    huisnummertoevoeging: string | null;
    plaats: string;
    bow: string | null;
    brin: string | null;
    bow_keurmerk: boolean | null;
    tst_keurmerk: boolean | null;
    gezien_op: Tijdstip;
    verdwenen_op: Tijdstip | null;
    keurmerk_verloren_op: Tijdstip | null;
  };
  verlengingsgrond: { code: string; omschrijving: string; gezien_op: Tijdstip };
  duo_contactpersoon: {
    gemeente_id: string;
    medewerker_id: string;
    id: string;
    duo_id: number | null;
    naam: string;
    email: string;
    telefoonnummer: string;
    staat: 'nieuw' | 'bezig' | 'bekend' | 'onzeker' | 'geweigerd';
    foutteksten: Generated<string[]>;
    gewijzigd_op: Tijdstip;
    overgenomen: ColumnType<Contactgegevens | Record<string, never>, string | undefined, string>;
    bij_duo: Json<Contactgegevens> | null;
    bericht_id: string | null;
    laatste_fout: string | null;
    verstuurd_op: Tijdstip | null;
  };
  duo_stop: { gemeente_id: string; sinds: Tijdstip; reden: string; probeer_op: Tijdstip };
  naslag_stand: {
    lijst: 'instellingen' | 'verlengingsgronden';
    geprobeerd_op: Tijdstip;
    gelukt_op: Tijdstip | null;
    aantal: number | null;
    misschien_afgekapt: Generated<boolean>;
    fout: string | null;
  };
};
