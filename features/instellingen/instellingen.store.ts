import { sql } from 'kysely';
import type { Tx } from '../../server/db/db.ts';
import type { DossierSleutel } from '../../server/dossier/feiten.ts';

export type Lijst = 'instellingen' | 'verlengingsgronden';

/** Een instelling zoals DUO haar nu geeft. */
export type Vers = {
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
};

export type Bekend = {
  instellingsnummer: string;
  naam: string;
  bow_keurmerk: boolean | null;
  tst_keurmerk: boolean | null;
  verdwenen_op: string | null;
  keurmerk_verloren_op: string | null;
};

/** Alle instellingen die wij kennen, vastgehouden tot het einde van `tx`. */
export async function bekende(tx: Tx): Promise<Map<string, Bekend>> {
  await sql`select pg_advisory_xact_lock(hashtextextended('naslag', 0))`.execute(tx);
  const rijen = await tx
    .selectFrom('instelling')
    .select([
      'instellingsnummer',
      'naam',
      'bow_keurmerk',
      'tst_keurmerk',
      'verdwenen_op',
      'keurmerk_verloren_op',
    ])
    .execute();
  return new Map(rijen.map((r) => [r.instellingsnummer.trim(), r]));
}

/** Schrijft een instelling zoals DUO haar geeft. */
export async function schrijfInstelling(
  tx: Tx,
  vers: Vers,
  staat: { keurmerkVerlorenOp: string | null; nu: string },
): Promise<void> {
  const waarden = {
    ...vers,
    gezien_op: staat.nu,
    verdwenen_op: null,
    keurmerk_verloren_op: staat.keurmerkVerlorenOp,
  };
  const { instellingsnummer: _, ...wijziging } = waarden;
  await tx
    .insertInto('instelling')
    .values(waarden)
    .onConflict((oc) => oc.column('instellingsnummer').doUpdateSet(wijziging))
    .execute();
}

/** DUO noemt deze instelling niet meer. */
export async function markeerVerdwenen(tx: Tx, nummer: string, nu: string): Promise<void> {
  await tx
    .updateTable('instelling')
    .set({ verdwenen_op: nu })
    .where('instellingsnummer', '=', nummer)
    .where('verdwenen_op', 'is', null)
    .execute();
}

/** Schrijft de gronden waarop DUO een termijn verlengt. */
export async function schrijfGronden(
  tx: Tx,
  gronden: readonly { code: string; omschrijving: string }[],
  nu: string,
): Promise<void> {
  for (const { code, omschrijving } of gronden) {
    await tx
      .insertInto('verlengingsgrond')
      .values({ code, omschrijving, gezien_op: nu })
      .onConflict((oc) => oc.column('code').doUpdateSet({ omschrijving, gezien_op: nu }))
      .execute();
  }
}

/** Onthoudt hoe het ophalen afliep; een mislukking laat de vorige geslaagde keer staan. */
export async function schrijfStand(
  tx: Tx,
  lijst: Lijst,
  uitkomst: { aantal: number; misschienAfgekapt: boolean } | { fout: string },
  nu: string,
): Promise<void> {
  const gelukt = 'aantal' in uitkomst;
  const wijziging = gelukt
    ? {
        geprobeerd_op: nu,
        gelukt_op: nu,
        aantal: uitkomst.aantal,
        misschien_afgekapt: uitkomst.misschienAfgekapt,
        fout: null,
      }
    : { geprobeerd_op: nu, fout: uitkomst.fout };
  await tx
    .insertInto('naslag_stand')
    .values({ lijst, ...wijziging })
    .onConflict((oc) => oc.column('lijst').doUpdateSet(wijziging))
    .execute();
}

/** Hoe het ophalen van een lijst de laatste keer ging. */
export function leesStand(tx: Tx, lijst: Lijst) {
  return tx
    .selectFrom('naslag_stand')
    .select([
      'geprobeerd_op as geprobeerdOp',
      'gelukt_op as geluktOp',
      'aantal',
      'misschien_afgekapt as misschienAfgekapt',
      'fout',
    ])
    .where('lijst', '=', lijst)
    .executeTakeFirst();
}

/** De plaatsen waar een instelling is, op alfabet. */
export async function plaatsen(tx: Tx): Promise<string[]> {
  const rijen = await tx
    .selectFrom('instelling')
    .select('plaats')
    .distinct()
    .where('plaats', '!=', '')
    .orderBy('plaats')
    .execute();
  return rijen.map((r) => r.plaats);
}

/** Lopende dossiers in een gemeente met ooit een aanbod bij deze instelling. */
export async function dossiersMetAanbodBij(
  tx: Tx,
  gemeenteId: string,
  instellingsnummer: string,
): Promise<DossierSleutel[]> {
  const { rows } = await sql<DossierSleutel>`
    select distinct f.gemeente_id as "gemeenteId", f.dossier_id as "dossierId" from feit f
    join dossier d on d.gemeente_id = f.gemeente_id and d.id = f.dossier_id and d.samengevoegd_met is null
    join dossier_stand s on s.gemeente_id = f.gemeente_id and s.dossier_id = f.dossier_id
      and s.toestand <> 'beeindigd'
    where f.gemeente_id = ${gemeenteId} and f.soort = 'aanbod'
      and f.inhoud->>'instellingsnummer' = ${instellingsnummer}
      and not exists (select from feit v where v.gemeente_id = f.gemeente_id and v.dossier_id = f.dossier_id
        and v.vervangt = f.id)`.execute(tx);
  return rows;
}
