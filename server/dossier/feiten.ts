import { sql } from 'kysely';
import type { Datum } from '../../rules/shared/datum.ts';
import type { Bron, Feit, FeitInhoud, FeitSoort } from '../../rules/stand/feiten.ts';
import type { Stand } from '../../rules/stand/stand.ts';
import type { Tx } from '../db/db.ts';
import { botsing, nietGevonden } from '../http/probleem.ts';
import { nieuwId } from '../id.ts';
import { geldendBeleid, standMetBeleid } from './beleid.ts';
import { schrijfStand } from './stand.ts';

/** Een feit dat wordt toegevoegd; id en moment van vastleggen geeft de toepassing. */
export type NieuwFeit = {
  [S in FeitSoort]: {
    soort: S;
    inhoud: FeitInhoud[S];
    geldigOp: Datum;
    bron: Bron;
    verwijzing?: string;
    /** Id van het feit dat hierdoor niet meer geldt. */
    vervangt?: string;
  };
}[FeitSoort];

/** Wie vastlegt en wanneer. */
export type Vastlegger = { medewerkerId?: string; nu: string; vandaag: Datum };

export type DossierSleutel = { gemeenteId: string; dossierId: string };

/**
 * Alle feiten van een dossier, in volgorde van vastleggen.
 * @param soorten alleen deze, plus elk feit dat een ander vervangt (dat kan van een andere soort zijn).
 * @returns ook vervangen feiten; de regels kiezen zelf wat geldt.
 */
export async function leesFeiten(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
  soorten?: readonly FeitSoort[],
): Promise<Feit[]> {
  const rijen = await tx
    .selectFrom('feit')
    .leftJoin('medewerker', 'medewerker.id', 'feit.medewerker_id')
    .select([
      'feit.id',
      'feit.soort',
      'feit.inhoud',
      'feit.geldig_op as geldigOp',
      'feit.vastgelegd_op as vastgelegdOp',
      'feit.bron',
      'feit.verwijzing',
      'feit.vervangt',
      'medewerker.naam as door',
    ])
    .where('feit.gemeente_id', '=', gemeenteId)
    .where('feit.dossier_id', '=', dossierId)
    .$if(soorten !== undefined, (q) =>
      q.where((eb) =>
        eb.or([eb('feit.soort', 'in', soorten ?? []), eb('feit.vervangt', 'is not', null)]),
      ),
    )
    .orderBy('feit.id')
    .execute();
  return rijen.map((r) => ({
    ...r,
    verwijzing: r.verwijzing ?? undefined,
    vervangt: r.vervangt ?? undefined,
    door: r.door ?? undefined,
  })) as Feit[];
}

/** Houdt het dossier vast tot het einde van de transactie: schrijvers gaan één voor één. */
export async function vergrendel(tx: Tx, sleutel: DossierSleutel): Promise<{ revisie: number }> {
  const rij = await tx
    .selectFrom('dossier')
    .select('revisie')
    .where('gemeente_id', '=', sleutel.gemeenteId)
    .where('id', '=', sleutel.dossierId)
    .where('samengevoegd_met', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!rij) throw nietGevonden('Dit dossier');
  return rij;
}

/**
 * Voegt feiten toe, bepaalt de Stand opnieuw en schrijft haar, alles in `tx`.
 * Botst met een ander als `vervangt` naar een feit wijst dat al is vervangen (409 met wie, wanneer, wat).
 * @returns de nieuwe Stand en de ids van de feiten.
 */
export async function legVast(
  tx: Tx,
  sleutel: DossierSleutel,
  feiten: readonly NieuwFeit[],
  door: Vastlegger,
): Promise<{ stand: Stand; ids: string[] }> {
  await vergrendel(tx, sleutel);
  const ids = feiten.map(() => nieuwId());
  if (feiten.length > 0) {
    await keurVervangingen(tx, sleutel, feiten);
    await tx
      .insertInto('feit')
      .values(
        feiten.map((f, i) => ({
          gemeente_id: sleutel.gemeenteId,
          dossier_id: sleutel.dossierId,
          id: ids[i] as string,
          soort: f.soort,
          inhoud: JSON.stringify(f.inhoud),
          geldig_op: f.geldigOp,
          vastgelegd_op: door.nu,
          bron: f.bron,
          verwijzing: f.verwijzing ?? null,
          medewerker_id: door.medewerkerId ?? null,
          vervangt: f.vervangt ?? null,
        })),
      )
      .execute();
  }
  const stand = await herbereken(tx, sleutel, door.vandaag);
  await sql`update dossier set revisie = revisie + 1 where gemeente_id = ${sleutel.gemeenteId} and id = ${sleutel.dossierId}`.execute(
    tx,
  );
  return { stand, ids };
}

/** Bepaalt de Stand op `vandaag` uit de feiten en herschrijft de afgeleide rij. */
export async function herbereken(tx: Tx, sleutel: DossierSleutel, vandaag: Datum): Promise<Stand> {
  const feiten = await leesFeiten(tx, sleutel);
  const beleid = await geldendBeleid(tx, sleutel.gemeenteId, vandaag);
  const stand = standMetBeleid(feiten, beleid, vandaag);
  await schrijfStand(tx, sleutel, feiten, stand);
  return stand;
}

async function keurVervangingen(
  tx: Tx,
  sleutel: DossierSleutel,
  feiten: readonly NieuwFeit[],
): Promise<void> {
  const vervangen = feiten.flatMap((f) => (f.vervangt ? [f.vervangt] : []));
  if (vervangen.length === 0) return;
  const eerder = await tx
    .selectFrom('feit')
    .leftJoin('medewerker', 'medewerker.id', 'feit.medewerker_id')
    .select(['medewerker.naam', 'feit.bron', 'feit.vastgelegd_op', 'feit.soort'])
    .where('feit.gemeente_id', '=', sleutel.gemeenteId)
    .where('feit.dossier_id', '=', sleutel.dossierId)
    .where('feit.vervangt', 'in', vervangen)
    .executeTakeFirst();
  if (eerder) {
    throw botsing({
      wie: eerder.naam ?? eerder.bron,
      wanneer: eerder.vastgelegd_op,
      wat: eerder.soort,
    });
  }
}
