import type { Datum } from '../../rules/shared/datum.ts';
import type { Tx } from '../../server/db/db.ts';
import type { Database } from '../../server/db/tables.ts';
import type { DossierSleutel } from '../../server/dossier/feiten.ts';
import { LEEG_CONCEPT, type PipConcept } from './pip.schema.ts';

export type PipRij = {
  pipId: string;
  versie: number;
  staat: Database['pip']['staat'];
  inhoud: PipConcept;
  opgesteldDoor: { medewerkerId: string; naam: string } | null;
  vastgesteldDoor: { medewerkerId: string; naam: string } | null;
  dagtekening: Datum | null;
  documentId: string | null;
  revisie: number;
  gewijzigdOp: string;
};

const wie = (medewerkerId: string | null, naam: string | null) =>
  medewerkerId ? { medewerkerId, naam: naam ?? 'onbekend' } : null;

/** Alle versies van het PIP van een dossier, nieuwste eerst. */
export async function leesPips(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
): Promise<PipRij[]> {
  const rijen = await tx
    .selectFrom('pip as p')
    .leftJoin('medewerker as o', 'o.id', 'p.opgesteld_door')
    .leftJoin('medewerker as v', 'v.id', 'p.vastgesteld_door')
    .select([
      'p.id',
      'p.versie',
      'p.staat',
      'p.inhoud',
      'p.opgesteld_door',
      'o.naam as opsteller',
      'p.vastgesteld_door',
      'v.naam as vaststeller',
      'p.dagtekening',
      'p.document_id',
      'p.revisie',
      'p.gewijzigd_op',
    ])
    .where('p.gemeente_id', '=', gemeenteId)
    .where('p.dossier_id', '=', dossierId)
    .orderBy('p.versie', 'desc')
    .execute();
  return rijen.map((r) => ({
    pipId: r.id,
    versie: r.versie,
    staat: r.staat,
    inhoud: { ...LEEG_CONCEPT, ...(r.inhoud as Partial<PipConcept>) },
    opgesteldDoor: wie(r.opgesteld_door, r.opsteller),
    vastgesteldDoor: wie(r.vastgesteld_door, r.vaststeller),
    dagtekening: r.dagtekening,
    documentId: r.document_id,
    revisie: r.revisie,
    gewijzigdOp: r.gewijzigd_op,
  }));
}

/** Voegt een concept toe met de volgende versie. */
export async function voegPipToe(
  tx: Tx,
  sleutel: DossierSleutel,
  pip: { id: string; versie: number; inhoud: PipConcept; medewerkerId: string; nu: string },
): Promise<void> {
  await tx
    .insertInto('pip')
    .values({
      gemeente_id: sleutel.gemeenteId,
      dossier_id: sleutel.dossierId,
      id: pip.id,
      versie: pip.versie,
      staat: 'concept',
      inhoud: JSON.stringify(pip.inhoud),
      opgesteld_door: pip.medewerkerId,
      vastgesteld_door: null,
      dagtekening: null,
      document_id: null,
      gewijzigd_op: pip.nu,
    })
    .execute();
}

type Wijziging = {
  pipId: string;
  revisie: number;
  medewerkerId: string;
  velden: string[];
  nu: string;
};

/** Bewaart nieuwe inhoud en wie haar schreef. De rij moet zijn vergrendeld. */
export async function wijzigInhoud(
  tx: Tx,
  sleutel: DossierSleutel,
  inhoud: PipConcept,
  w: Wijziging,
): Promise<void> {
  await tx
    .updateTable('pip')
    .set({ inhoud: JSON.stringify(inhoud), revisie: w.revisie, gewijzigd_op: w.nu })
    .where('gemeente_id', '=', sleutel.gemeenteId)
    .where('dossier_id', '=', sleutel.dossierId)
    .where('id', '=', w.pipId)
    .execute();
  await tx
    .insertInto('pip_wijziging')
    .values({
      gemeente_id: sleutel.gemeenteId,
      dossier_id: sleutel.dossierId,
      pip_id: w.pipId,
      revisie: w.revisie,
      medewerker_id: w.medewerkerId,
      velden: w.velden,
      gewijzigd_op: w.nu,
    })
    .execute();
}

/** Zet een PIP in een andere staat. */
export async function zetStaat(
  tx: Tx,
  sleutel: DossierSleutel,
  pipId: string,
  naar: {
    staat: PipRij['staat'];
    nu: string;
    vastgesteld?: { medewerkerId: string; dagtekening: Datum; documentId: string };
  },
): Promise<void> {
  await tx
    .updateTable('pip')
    .set({
      staat: naar.staat,
      gewijzigd_op: naar.nu,
      ...(naar.vastgesteld
        ? {
            vastgesteld_door: naar.vastgesteld.medewerkerId,
            dagtekening: naar.vastgesteld.dagtekening,
            document_id: naar.vastgesteld.documentId,
          }
        : {}),
    })
    .where('gemeente_id', '=', sleutel.gemeenteId)
    .where('dossier_id', '=', sleutel.dossierId)
    .where('id', '=', pipId)
    .execute();
}

/** Wie het concept heeft geschreven, met wat en wanneer, oudste eerst. */
export async function leesWijzigingen(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
  pipId: string,
): Promise<
  { revisie: number; medewerkerId: string; naam: string; velden: string[]; op: string }[]
> {
  return tx
    .selectFrom('pip_wijziging as w')
    .innerJoin('medewerker as m', 'm.id', 'w.medewerker_id')
    .select([
      'w.revisie',
      'w.medewerker_id as medewerkerId',
      'm.naam',
      'w.velden',
      'w.gewijzigd_op as op',
    ])
    .where('w.gemeente_id', '=', gemeenteId)
    .where('w.dossier_id', '=', dossierId)
    .where('w.pip_id', '=', pipId)
    .orderBy('w.revisie')
    .execute();
}

/** Naam van een gemeente die Meedoen kent. */
export async function gemeentenaamVan(tx: Tx, code: string): Promise<string | undefined> {
  const rij = await tx
    .selectFrom('gemeente')
    .select('naam')
    .where('code', '=', code)
    .executeTakeFirst();
  return rij?.naam;
}
