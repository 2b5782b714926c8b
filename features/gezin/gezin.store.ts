import { sql } from 'kysely';
import type { Datum } from '../../rules/shared/datum.ts';
import type { FeitInhoud } from '../../rules/stand/feiten.ts';
import type { Tx } from '../../server/db/db.ts';
import type { DossierSleutel } from '../../server/dossier/feiten.ts';

export type Relatie = FeitInhoud['gezin']['relatie'];

/** Een band: het andere dossier en wat dat van dit dossier is. */
type Band = { anderId: string; relatie: Relatie; omgekeerd: boolean };

/**
 * De geldende banden van dit dossier, ook die alleen in het andere dossier staan. Wie is samengevoegd staat er onder
 * het dossier dat bleef; wie is afgeschermd, staat er niet.
 */
export async function leesBanden(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
  vandaag: Datum,
): Promise<Band[]> {
  const { rows } = await sql<Band>`
    with ik as (
      select id from dossier where gemeente_id = ${gemeenteId}
        and (id = ${dossierId} or samengevoegd_met = ${dossierId})),
    geldig as (
      select f.dossier_id, f.inhoud->>'anderDossierId' as ander, f.inhoud->>'relatie' as relatie, f.id
      from feit f
      where f.gemeente_id = ${gemeenteId} and f.soort = 'gezin' and f.geldig_op <= ${vandaag}
        and (f.dossier_id = ${dossierId} or f.inhoud->>'anderDossierId' in (select id::text from ik))
        and not exists (select from feit n where n.gemeente_id = f.gemeente_id
          and n.dossier_id = f.dossier_id and n.vervangt = f.id)),
    banden as (
      select ander::uuid as ander, relatie, false as omgekeerd, id from geldig where dossier_id = ${dossierId}
      union all
      select dossier_id, relatie, true, id from geldig where dossier_id <> ${dossierId})
    select coalesce(d.samengevoegd_met, d.id) as "anderId", b.relatie, b.omgekeerd
    from banden b join dossier d on d.gemeente_id = ${gemeenteId} and d.id = b.ander
    where coalesce(d.samengevoegd_met, d.id) <> ${dossierId}
    order by b.omgekeerd desc, b.id`.execute(tx);
  return rows;
}

export type Lidrij = {
  dossierId: string;
  naam: string;
  schakel: number;
  toestand: string;
  leerroute: 'B' | 'O' | 'Z' | null;
  klantmanager: string | null;
  voorstel: string;
  voorstelUiterlijk: Datum | null;
  pipStaat: 'concept' | 'ter-vaststelling' | 'vastgesteld' | 'ingetrokken' | null;
  dagtekening: Datum | null;
  termijnen: { id: string; laatsteDag?: Datum }[];
};

/** Hoe elk van deze dossiers ervoor staat. */
export async function leesLeden(
  tx: Tx,
  gemeenteId: string,
  ids: readonly string[],
): Promise<Lidrij[]> {
  const { rows } = await sql<Lidrij>`
    select s.dossier_id as "dossierId", s.naam, s.schakel, s.toestand, s.leerroute, m.naam as klantmanager,
      s.voorstel_titel as voorstel, s.laatste_dag as "voorstelUiterlijk",
      p.staat as "pipStaat", p.dagtekening, s.stand->'termijnen' as termijnen
    from dossier_stand s
    left join medewerker m on m.id = s.klantmanager_id
    left join lateral (select staat, dagtekening from pip
      where gemeente_id = s.gemeente_id and dossier_id = s.dossier_id order by versie desc limit 1) p on true
    where s.gemeente_id = ${gemeenteId} and s.dossier_id = any (${ids}::uuid[])`.execute(tx);
  return rows;
}
