import type { ColumnType, Generated } from 'kysely';
import type { Datum } from '../../../rules/shared/datum.ts';
import type { Tarief } from '../../../rules/tolk/kosten.ts';
import type { Blok, Tolkvorm, Uitzondering } from '../../../rules/tolk/rooster.ts';
import type { PersoonsberichtStaat } from './berichten.ts';

type Json<T> = ColumnType<T, string, string>;
type Tijdstip = string;

/** Wie het laatst wijzigde; `revisie` telt op en vangt twee wijzigingen tegelijk. */
type Gewijzigd = { revisie: Generated<number>; gewijzigd_op: Tijdstip; gewijzigd_door: string };

/** Zittingen van de leerbaarheidstoets en wie haar afneemt; tolken, hun rooster en hun inzet. */
export type ToetsTabellen = {
  toetsbegeleider: Gewijzigd & {
    gemeente_id: string;
    id: string;
    naam: string;
    organisatie: string;
    getraind_op: Datum | null;
    geregistreerd_op: Datum | null;
    /** Eerste dag zonder registratie bij DUO. */
    geregistreerd_tot: Datum | null;
  };
  toetszitting: Gewijzigd & {
    gemeente_id: string;
    id: string;
    gemeenten: string[];
    datum: Datum;
    tijd: string;
    duur_minuten: number;
    plaats: string;
    adres: string;
    laptops: number;
    vorm: 'groep' | 'individueel';
    begeleiders: Json<{ id: string; naam: string }[]>;
    opmerking: string;
    staat: 'gepland' | 'gehouden' | 'afgelast';
    reden: string | null;
    gemaakt_op: Tijdstip;
  };
  tolk: Gewijzigd & {
    gemeente_id: string;
    id: string;
    gemeenten: string[];
    naam: string;
    talen: Json<{ taal: string; niveau: 'moedertaal' | 'C2' | 'C1' | 'B2' }[]>;
    rbtv: string;
    geslacht: 'vrouw' | 'man' | 'onbekend';
    telefoon: string;
    email: string;
    vormen: Tolkvorm[];
    rooster: Json<Blok[]>;
    uitzonderingen: Json<Uitzondering[]>;
    reis_minuten: number;
    uurtarief_cent: number;
    reiskosten_cent: number;
    minimum_minuten: number;
    annuleren_uren: number;
    annuleren_procent: number;
    /** Eerste dag waarop de tolk niet meer te boeken is. */
    gestopt_op: Datum | null;
  };
  tolkinzet: Gewijzigd & {
    gemeente_id: string;
    dossier_id: string;
    id: string;
    tolk_id: string;
    afspraak_id: string;
    groep_id: string | null;
    taal: string;
    vorm: Tolkvorm;
    datum: Datum;
    tijd: string;
    minuten: number;
    plaats: string;
    van_op: Tijdstip;
    tot_op: Tijdstip;
    reis_minuten: number;
    tarief: Json<Tarief>;
    staat: 'geboekt' | 'gedaan' | 'afgezegd';
    minuten_echt: number | null;
    kosten_cent: number;
    reden: string | null;
    geboekt_op: Tijdstip;
    geboekt_door: string;
  };
  /** Wat een tolk over een boeking hoort; niets over de inburgeraar. */
  tolkbericht: {
    gemeente_id: string;
    id: string;
    inzet_id: string;
    wat: 'geboekt' | 'verplaatst' | 'afgezegd';
    kanaal: 'e-mail' | 'sms' | null;
    staat: PersoonsberichtStaat;
    reden: string | null;
    onderwerp: string;
    tekst: string;
    van_op: Tijdstip;
    zonder_plek: Generated<boolean>;
    pogingen: Generated<number>;
    verzending_begonnen_op: Tijdstip | null;
    notify_id: string | null;
    medewerker_id: string;
    gemaakt_op: Tijdstip;
    verstuurd_op: Tijdstip | null;
    afgerond_op: Tijdstip | null;
  };
};
