import type { Generated } from 'kysely';

export type AuditHandeling =
  | 'lezen'
  | 'zoeken'
  | 'wijzigen'
  | 'verzenden'
  | 'exporteren'
  | 'aanmelden'
  | 'afmelden';

/** Het logboek en zijn verzegeling. */
export type AuditTabellen = {
  audit: {
    volgnummer: Generated<number>;
    tijdstip: string;
    medewerker_id: string | null;
    systeem: string | null;
    rol: string | null;
    organisatie_id: string | null;
    gemeente_id: string | null;
    taak: string;
    handeling: AuditHandeling;
    object_soort: string;
    object_id: string | null;
    dossier_id: string | null;
    dossier_ids: string[] | null;
    trace_id: string;
  };
  audit_zegel: { positie: number; volgnummer: number; hash: string };
};
