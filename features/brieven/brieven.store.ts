import { sql } from 'kysely';
import type { Tx } from '../../server/db/db.ts';
import type { DossierSleutel } from '../../server/dossier/feiten.ts';
import type { Taal } from '../shared/talen.schema.ts';
import { Setbron } from './set/set.schema.ts';
import type { Stuk } from './set/stukken.ts';

export type SetRij = {
  pipId: string;
  versie: number;
  talen: Taal[];
  staat: 'bezig' | 'klaar' | 'mislukt';
  klaar: number;
  totaal: number;
  fout: string | null;
  bron: Setbron | null;
};

const KOLOMMEN = ['pip_id', 'versie', 'talen', 'staat', 'klaar', 'totaal', 'fout', 'bron'] as const;

type Ruw = {
  pip_id: string;
  versie: number;
  talen: string[];
  staat: SetRij['staat'];
  klaar: number;
  totaal: number;
  fout: string | null;
  bron: unknown;
};

const naarRij = ({ pip_id, talen, bron, ...rest }: Ruw): SetRij => ({
  ...rest,
  pipId: pip_id,
  talen: talen as Taal[],
  bron: bron ? Setbron.parse(bron) : null,
});

/** De sets van een dossier, nieuwste versie eerst. */
export async function leesSets(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
): Promise<SetRij[]> {
  const rijen = await tx
    .selectFrom('brievenset')
    .select(KOLOMMEN)
    .where('gemeente_id', '=', gemeenteId)
    .where('dossier_id', '=', dossierId)
    .orderBy('versie', 'desc')
    .execute();
  return rijen.map(naarRij);
}

/** De set van één PIP, vastgehouden tot het einde van de transactie. */
export async function neemSet(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
  pipId: string,
): Promise<SetRij | undefined> {
  const rij = await tx
    .selectFrom('brievenset')
    .select(KOLOMMEN)
    .where('gemeente_id', '=', gemeenteId)
    .where('dossier_id', '=', dossierId)
    .where('pip_id', '=', pipId)
    .forUpdate()
    .executeTakeFirst();
  return rij && naarRij(rij);
}

export type Voortgang = Pick<SetRij, 'versie' | 'talen' | 'staat' | 'klaar' | 'totaal' | 'fout'> & {
  bron: Setbron | null;
  nu: string;
};

/** Schrijft hoe ver een set is; maakt de rij als zij er nog niet is. */
export async function schrijfSet(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
  pipId: string,
  v: Voortgang,
): Promise<void> {
  const velden = {
    versie: v.versie,
    talen: v.talen,
    staat: v.staat,
    klaar: v.klaar,
    totaal: v.totaal,
    fout: v.fout,
    bron: v.bron ? JSON.stringify(v.bron) : null,
    bijgewerkt_op: v.nu,
  };
  await tx
    .insertInto('brievenset')
    .values({
      gemeente_id: gemeenteId,
      dossier_id: dossierId,
      pip_id: pipId,
      gemaakt_op: v.nu,
      ...velden,
    })
    .onConflict((c) => c.columns(['gemeente_id', 'dossier_id', 'pip_id']).doUpdateSet(velden))
    .execute();
}

/** De brieven van een dossier die bij een set horen, zonder hun inhoud. */
export async function leesStukken(tx: Tx, { gemeenteId, dossierId }: DossierSleutel) {
  return tx
    .selectFrom('document')
    .select([
      'id as documentId',
      'set_id as pipId',
      'soort',
      'titel',
      'taal',
      'gemaakt_op as gemaaktOp',
      sql<string | null>`herkomst->'gegevens'->>'tekststaat'`.as('tekststaat'),
      sql<number>`length(bestand)`.as('bytes'),
    ])
    .where('gemeente_id', '=', gemeenteId)
    .where('dossier_id', '=', dossierId)
    .where('set_id', 'is not', null)
    .where('soort', 'in', ['pip-beschikking', 'pip-eenvoudig', 'pip-beeld', 'pip-vertaling'])
    .orderBy('id')
    .execute();
}

/** Of deze brief van de set er al is. */
export async function bestaatStuk(
  tx: Tx,
  gemeenteId: string,
  pipId: string,
  { soort, taal }: Stuk,
): Promise<boolean> {
  const rij = await tx
    .selectFrom('document')
    .select('id')
    .where('gemeente_id', '=', gemeenteId)
    .where('set_id', '=', pipId)
    .where('soort', '=', soort)
    .where('taal', '=', taal)
    .executeTakeFirst();
  return rij !== undefined;
}

/** Wie het PIP vaststelde, en waarom het werd gewijzigd. */
export async function leesBesluit(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
  pipId: string,
): Promise<{ vastgesteldDoor: string | null; redenWijziging: string | null } | undefined> {
  return tx
    .selectFrom('pip')
    .select([
      'vastgesteld_door as vastgesteldDoor',
      sql<string | null>`inhoud->>'redenWijziging'`.as('redenWijziging'),
    ])
    .where('gemeente_id', '=', gemeenteId)
    .where('dossier_id', '=', dossierId)
    .where('id', '=', pipId)
    .executeTakeFirst();
}
