import type { Tx } from '../db/db.ts';
import type { DossierSleutel } from './feiten.ts';

export type Opvraging = {
  gevraagdOp: string;
  staat: 'bezig' | 'klaar' | 'deels';
  gedaan: number;
  totaal: number;
  zonderAntwoord: string[];
  afgerondOp: string | null;
};

/** Het laatste verzoek om alles bij DUO op te vragen; leeg als dat nooit is gedaan. */
export async function leesOpvraging(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
): Promise<Opvraging | undefined> {
  return tx
    .selectFrom('duo_opvraging')
    .select([
      'gevraagd_op as gevraagdOp',
      'staat',
      'gedaan',
      'totaal',
      'zonder_antwoord as zonderAntwoord',
      'afgerond_op as afgerondOp',
    ])
    .where('gemeente_id', '=', gemeenteId)
    .where('dossier_id', '=', dossierId)
    .executeTakeFirst();
}

/** Begint een verzoek; het vorige vervalt. */
export async function beginOpvraging(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
  { nu, door, totaal }: { nu: string; door: string; totaal: number },
): Promise<void> {
  const rij = {
    gevraagd_op: nu,
    gevraagd_door: door,
    staat: 'bezig' as const,
    gedaan: 0,
    totaal,
    zonder_antwoord: [],
    afgerond_op: null,
  };
  await tx
    .insertInto('duo_opvraging')
    .values({ gemeente_id: gemeenteId, dossier_id: dossierId, ...rij })
    .onConflict((c) => c.columns(['gemeente_id', 'dossier_id']).doUpdateSet(rij))
    .execute();
}

/** Hoever het verzoek is; met `afgerondOp` is het klaar. */
export async function noteerOpvraging(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
  v: { gedaan: number; zonderAntwoord: readonly string[]; afgerondOp?: string },
): Promise<void> {
  const einde = v.zonderAntwoord.length > 0 ? ('deels' as const) : ('klaar' as const);
  await tx
    .updateTable('duo_opvraging')
    .set({
      gedaan: v.gedaan,
      zonder_antwoord: [...v.zonderAntwoord],
      ...(v.afgerondOp ? { staat: einde, afgerond_op: v.afgerondOp } : {}),
    })
    .where('gemeente_id', '=', gemeenteId)
    .where('dossier_id', '=', dossierId)
    .execute();
}
