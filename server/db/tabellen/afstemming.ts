import type { ColumnType, Generated } from 'kysely';
import type { Datum } from '../../../rules/shared/datum.ts';

type Json<T> = ColumnType<T, string, string>;
type Tijdstip = string;

/** Wat een mens, of het werk zelf, aan een verschil deed. */
export type Gedaan =
  | 'neem-over'
  | 'stuur-opnieuw'
  | 'vervalt'
  | 'aanvaard'
  | 'alsnog-verwerkt'
  | 'nagestuurd';

/** Vergelijken met DUO. */
export type AfstemmingTabellen = {
  afstemming_ronde: {
    gemeente_id: string;
    id: string;
    aanleiding: 'nacht' | 'mens';
    medewerker_id: string | null;
    begonnen_op: Tijdstip;
    totaal: number;
    klaar_op: Tijdstip | null;
    wacht_reden: string | null;
    wacht_sinds: Tijdstip | null;
  };
  afstemming_dossier: {
    gemeente_id: string;
    dossier_id: string;
    ronde_id: string | null;
    vergeleken_op: Tijdstip;
    antwoord: 'vergeleken' | 'geen-toegang' | 'onbekend' | 'fout';
    overgeslagen: Generated<string[]>;
    toegang_eindigt: Datum | null;
    nagestuurd_op: Tijdstip | null;
  };
  afstemming_verschil: {
    gemeente_id: string;
    id: string;
    dossier_id: string | null;
    bericht_in_id: string | null;
    onderwerp: string;
    kenmerk: string;
    soort: 'mist-hier' | 'mist-bij-duo' | 'anders' | 'niet-van-ons';
    hier: string | null;
    duo: string | null;
    hier_feit_id: string | null;
    voorstel: Json<unknown> | null;
    herstel: string[];
    sinds: Tijdstip;
    gezien_op: Tijdstip;
    staat: 'open' | 'aanvaard' | 'opgelost';
    gedaan: Gedaan | null;
    gedaan_op: Tijdstip | null;
    gedaan_door: string | null;
    reden: string | null;
    opgelost_op: Tijdstip | null;
  };
};
