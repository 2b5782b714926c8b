import type { Tx } from '../db/db.ts';
import type { DocumentSoort } from '../db/tables.ts';
import type { DossierSleutel } from './feiten.ts';

/** Een brief die bij het dossier hoort, met het sjabloon en de gegevens waaruit hij opnieuw te maken is. */
export type NieuweBrief = {
  id: string;
  soort: DocumentSoort;
  titel: string;
  pdf: Buffer;
  /** Hexadecimale hash van `pdf`. */
  sha256: string;
  /** Wie hem maakte; `null` als Meedoen dat zelf deed. */
  medewerkerId: string | null;
  /** Moment van maken, UTC ISO. */
  nu: string;
  herkomst: { sjabloon: string; gegevens: unknown; oproepId?: string; afspraakId?: string };
  /** De beschikking waar dit stuk bij hoort, met haar versienummer; zonder staat het op zichzelf. */
  set?: { id: string; versie: number };
  /** Code uit de lijst van talen; zonder opgave Nederlands. */
  taal?: string;
};

/** Bewaart een brief bij het dossier. */
export async function bewaarBrief(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
  brief: NieuweBrief,
): Promise<void> {
  await tx
    .insertInto('document')
    .values({
      gemeente_id: gemeenteId,
      dossier_id: dossierId,
      id: brief.id,
      soort: brief.soort,
      titel: brief.titel,
      sha256: brief.sha256,
      bestand: brief.pdf,
      gemaakt_op: brief.nu,
      medewerker_id: brief.medewerkerId,
      herkomst: JSON.stringify(brief.herkomst),
      set_id: brief.set?.id ?? null,
      versie: brief.set?.versie ?? null,
      taal: brief.taal ?? 'nl',
    })
    .execute();
}

/** Naam, code, briefhoofd en logo (SVG) van een gemeente die bestaat. */
export async function leesGemeente(tx: Tx, gemeenteId: string) {
  return tx
    .selectFrom('gemeente')
    .select((eb) => [
      'naam',
      'code',
      'stijl',
      eb
        .selectFrom('huisstijl')
        .select('huisstijl.logo')
        .whereRef('huisstijl.gemeente_id', '=', 'gemeente.id')
        .orderBy('huisstijl.vastgelegd_op', 'desc')
        .limit(1)
        .as('logo'),
    ])
    .where('id', '=', gemeenteId)
    .executeTakeFirstOrThrow();
}

/** Naam, functie en bereikbaarheid van een medewerker die bestaat, voor in een brief. */
export async function leesMedewerker(tx: Tx, id: string) {
  return tx
    .selectFrom('medewerker')
    .select(['naam', 'functie', 'telefoon', 'email'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}
