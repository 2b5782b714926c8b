import { sql } from 'kysely';
import type { Datum } from '../../rules/shared/datum.ts';
import type { Tx } from '../../server/db/db.ts';

export type Tellers = { vandaag: number; postvak: number; verbindingen: number };

export type Telvraag = {
  medewerkerId: string;
  vandaag: Datum;
  /** Eerste dag die niet meer telt. */
  tot: Datum;
  /** Gemeenten waarvan de gebruiker het postvak behandelt, en waarvan hij verzendingen ziet. */
  postvakVan: readonly string[];
  verzendingenVan: readonly string[];
};

/** Wat er wacht: eigen mensen met een laatste dag vóór `tot`, open meldingen, en verzendingen die haperen. */
export async function telWerk(tx: Tx, v: Telvraag): Promise<Tellers> {
  const { rows } = await sql<Tellers>`
    select
      (select count(*)::int from dossier_stand s
        where s.gemeente_id = any (meedoen_gemeenten()) and s.klantmanager_id = ${v.medewerkerId}
          and s.laatste_dag < ${v.tot}::date and s.voorstel <> 'geen'
          and (s.uitgesteld_tot is null or s.uitgesteld_tot <= ${v.vandaag}::date)) as vandaag,
      (select count(*)::int from bericht_in
        where gemeente_id = any (${v.postvakVan}::uuid[]) and staat = 'postvak'
          and (geparkeerd_tot is null or geparkeerd_tot <= ${v.vandaag}::date)) as postvak,
      (select count(*)::int from bericht_uit
        where gemeente_id = any (${v.verzendingenVan}::uuid[]) and staat in ('wacht', 'bezig')
          and pogingen > 1) as verbindingen`.execute(tx);
  return rows[0] ?? { vandaag: 0, postvak: 0, verbindingen: 0 };
}

/** Waar als de organisatie op die dag voor een gemeente het beheer heeft. */
export async function heeftBeheer(tx: Tx, organisatieId: string, dag: Datum): Promise<boolean> {
  const rij = await tx
    .selectFrom('taakverdeling')
    .select('id')
    .where('organisatie_id', '=', organisatieId)
    .where('taak', '=', 'beheer')
    .where('geldig_vanaf', '<=', dag)
    .where((eb) => eb.or([eb('geldig_tot', 'is', null), eb('geldig_tot', '>', dag)]))
    .executeTakeFirst();
  return rij !== undefined;
}

/** Onthoudt de oefendatum, zodat een herstart hem terugvindt. */
export async function bewaarOefendatum(tx: Tx, dag: Datum): Promise<void> {
  const waarde = JSON.stringify(dag);
  await tx
    .insertInto('systeem')
    .values({ sleutel: 'oefendatum', waarde })
    .onConflict((c) => c.column('sleutel').doUpdateSet({ waarde }))
    .execute();
}

/** Dossiers waarvan de Stand op een andere dag is bepaald: na een sprong terug telt `volgende_wijziging` niet. */
export async function dossiersMetAnderePeildatum(
  tx: Tx,
  gemeenteId: string,
  dag: Datum,
): Promise<string[]> {
  const rijen = await tx
    .selectFrom('dossier_stand')
    .innerJoin('dossier', (j) =>
      j
        .onRef('dossier.gemeente_id', '=', 'dossier_stand.gemeente_id')
        .onRef('dossier.id', '=', 'dossier_stand.dossier_id'),
    )
    .select('dossier_stand.dossier_id')
    .where('dossier_stand.gemeente_id', '=', gemeenteId)
    .where('dossier_stand.peildatum', '<>', dag)
    .where('dossier.samengevoegd_met', 'is', null)
    .execute();
  return rijen.map((r) => r.dossier_id);
}
