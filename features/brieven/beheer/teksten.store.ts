import type { Tx } from '../../../server/db/db.ts';

export type NieuwBesluit = {
  gemeenteId: string;
  id: string;
  collectie: string;
  sleutel: string;
  taal: string;
  eigenTekst: string | null;
  vastgesteld: boolean;
  nederlandsSha: string;
  tekstSha: string;
  medewerkerId: string;
  naam: string;
  nu: string;
};

/** Legt vast wie een tekst nakeek of in eigen woorden zette; eerdere handelingen blijven staan. */
export async function legBesluitVast(tx: Tx, b: NieuwBesluit): Promise<void> {
  await tx
    .insertInto('tekst_goedkeuring')
    .values({
      gemeente_id: b.gemeenteId,
      id: b.id,
      collectie: b.collectie,
      sleutel: b.sleutel,
      taal: b.taal,
      eigen_tekst: b.eigenTekst,
      vastgesteld: b.vastgesteld,
      nederlands_sha: b.nederlandsSha,
      tekst_sha: b.tekstSha,
      medewerker_id: b.medewerkerId,
      naam: b.naam,
      gemaakt_op: b.nu,
    })
    .execute();
}
