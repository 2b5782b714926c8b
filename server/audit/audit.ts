import { metVastleggen, type Tx } from '../db/db.ts';
import type { AuditHandeling } from '../db/tabellen/audit.ts';

/** Eén regel in het logboek: wie, in welke rol, met welk doel, wat, wanneer. Nooit de inhoud zelf. */
export type AuditRegel = {
  /** UTC ISO, werkelijke tijd. */
  tijdstip: string;
  medewerkerId?: string;
  /** Systeemdeel als er geen medewerker is. */
  systeem?: string;
  rol?: string;
  organisatieId?: string;
  gemeenteId?: string;
  /** De taak: het doel van de verwerking. */
  taak: string;
  handeling: AuditHandeling;
  objectSoort: string;
  objectId?: string;
  dossierId?: string;
  /** Bij lijsten: elk dossier dat is getoond. */
  dossierIds?: string[];
  traceId: string;
};

/**
 * Schrijft regels in dezelfde transactie als wat zij beschrijven: het een bestaat niet zonder het ander. Zij reizen
 * mee met het vastleggen, zodat een raadpleging er niet op hoeft te wachten.
 */
export async function schrijfAudit(
  tx: Tx,
  regels: AuditRegel | readonly AuditRegel[],
): Promise<void> {
  const alle = [regels].flat() as AuditRegel[];
  if (alle.length === 0) return;
  const opdracht = tx.insertInto('audit').values(
    alle.map((regel) => ({
      tijdstip: regel.tijdstip,
      medewerker_id: regel.medewerkerId ?? null,
      systeem: regel.systeem ?? null,
      rol: regel.rol ?? null,
      organisatie_id: regel.organisatieId ?? null,
      gemeente_id: regel.gemeenteId ?? null,
      taak: regel.taak,
      handeling: regel.handeling,
      object_soort: regel.objectSoort,
      object_id: regel.objectId ?? null,
      dossier_id: regel.dossierId ?? null,
      dossier_ids: regel.dossierIds ?? null,
      trace_id: regel.traceId,
    })),
  );
  if (!metVastleggen(tx, opdracht.compile())) await opdracht.execute();
}
