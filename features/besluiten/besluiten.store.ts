import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../server/db/db.ts';
import type { DossierSleutel } from '../../server/dossier/feiten.ts';
import { gevonden, type Zoekvraag } from '../zoeken/zoeken.read.ts';
import type { Stuk } from './besluiten.beeld.ts';
import type { RegisterFilter } from './besluiten.schema.ts';
import type { Stap } from './bezwaar.status.ts';

export type RegisterVraag = Omit<RegisterFilter, 'zoek' | 'gemeenteId'> & {
  gemeenten: readonly string[];
  /** Iemand op naam of nummer, of het staartje van een kenmerk. */
  wie?: Zoekvraag;
  staart?: string;
};

export type RegisterKern = {
  besluitId: string;
  soort: 'pip' | 'pw';
  gemeenteId: string;
  gemeente: string;
  dossierId: string;
  naam: string;
  versie: number | null;
  dagtekening: string;
  staat: 'geldt' | 'vervangen' | 'ingetrokken';
  vastgesteldDoor: string | null;
  documentId: string | null;
  bezwaar: Stap | null;
  bezwaarOp: string | null;
};

/** De stukken van alle besluiten van een dossier. */
export async function leesStukken(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
): Promise<Stuk[]> {
  return tx
    .selectFrom('document')
    .select(['id as documentId', 'titel', 'soort', 'taal', sql<string>`set_id`.as('setId')])
    .where('gemeente_id', '=', gemeenteId)
    .where('dossier_id', '=', dossierId)
    .where('set_id', 'is not', null)
    .orderBy('gemaakt_op')
    .orderBy('id')
    .execute();
}

/** Een later PIP dat is vastgesteld en niet ingetrokken vervangt dit. */
const PIPS = sql`
  select p.gemeente_id, p.dossier_id, p.id, 'pip' as soort, p.versie, p.dagtekening, p.document_id,
    m.naam as door,
    case when p.staat = 'ingetrokken' then 'ingetrokken'
      when exists (select from pip n where n.gemeente_id = p.gemeente_id and n.dossier_id = p.dossier_id
        and n.staat = 'vastgesteld' and n.versie > p.versie) then 'vervangen'
      else 'geldt' end as staat
  from pip p left join medewerker m on m.id = p.vastgesteld_door
  where p.staat in ('vastgesteld', 'ingetrokken') and p.dagtekening is not null`;

const PW = sql`
  select f.gemeente_id, f.dossier_id, (f.inhoud ->> 'besluitId')::uuid as id, 'pw' as soort,
    null::integer as versie, (f.inhoud ->> 'dagtekening')::date as dagtekening,
    (f.inhoud ->> 'documentId')::uuid as document_id, f.inhoud ->> 'vastgesteldDoor' as door,
    case when exists (select from feit n where n.gemeente_id = f.gemeente_id and n.dossier_id = f.dossier_id
      and n.soort = 'pw-besluit' and (n.geldig_op, n.id) > (f.geldig_op, f.id)) then 'vervangen'
      else 'geldt' end as staat
  from feit f where f.soort = 'pw-besluit'`;

const LOOPT = sql`('ontvangen', 'bevestigd', 'aanvullen-gevraagd', 'aangevuld', 'hoorzitting', 'verdaagd', 'beroep')`;

function bezwaarFilter(keuze: RegisterVraag['bezwaar']): RawBuilder<unknown>[] {
  if (!keuze) return [];
  if (keuze === 'geen') return [sql`z.stap is null`];
  if (keuze === 'loopt') return [sql`z.stap in ${LOOPT}`];
  return [sql`z.stap is not null and z.stap not in ${LOOPT}`];
}

function bron(v: RegisterVraag): RawBuilder<unknown> {
  const delen = [
    sql`b.gemeente_id = any (${v.gemeenten}::uuid[])`,
    ...(v.soort ? [sql`b.soort = ${v.soort}`] : []),
    ...(v.staat ? [sql`b.staat = ${v.staat}`] : []),
    ...(v.dagtekeningVan ? [sql`b.dagtekening >= ${v.dagtekeningVan}`] : []),
    ...(v.dagtekeningTot ? [sql`b.dagtekening <= ${v.dagtekeningTot}`] : []),
    ...(v.staart ? [sql`right(b.id::text, 8) like ${`%${v.staart}`}`] : []),
    ...(v.wie ? [sql`(b.gemeente_id, b.dossier_id) in (${gevonden(v.gemeenten, v.wie)})`] : []),
    ...bezwaarFilter(v.bezwaar),
  ];
  return sql`(${PIPS} union all ${PW}) b
    join dossier d on d.gemeente_id = b.gemeente_id and d.id = b.dossier_id
    left join lateral (select f.inhoud ->> 'stap' as stap, (f.inhoud ->> 'op')::date as op from feit f
      where f.gemeente_id = b.gemeente_id and f.soort = 'bezwaar' and f.inhoud ->> 'besluitId' = b.id::text
      order by f.id desc limit 1) z on true
    where ${sql.join(delen, sql` and `)}`;
}

/** Een bladzijde van het register, nieuwste dagtekening eerst. */
export async function leesRegister(
  tx: Tx,
  v: RegisterVraag,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<RegisterKern[]> {
  const { rows } = await sql<RegisterKern>`
    select b.id as "besluitId", b.soort, b.gemeente_id as "gemeenteId", g.naam as gemeente,
      b.dossier_id as "dossierId", coalesce(s.naam, 'Naam nog niet bekend') as naam, b.versie, b.dagtekening, b.staat,
      b.door as "vastgesteldDoor", b.document_id as "documentId", b.stap as bezwaar, b.stap_op as "bezwaarOp"
    from (select b.*, z.stap, z.op as stap_op from ${bron(v)}
      order by b.dagtekening desc, b.id desc limit ${pageSize} offset ${(page - 1) * pageSize}) b
    join gemeente g on g.id = b.gemeente_id
    left join dossier_stand s on s.gemeente_id = b.gemeente_id and s.dossier_id = b.dossier_id
    order by b.dagtekening desc, b.id desc`.execute(tx);
  return rows;
}

/** Hoeveel besluiten passen. */
export async function telRegister(tx: Tx, v: RegisterVraag): Promise<number> {
  const { rows } = await sql<{ aantal: number }>`
    select count(*)::int as aantal from ${bron(v)}`.execute(tx);
  return rows[0]?.aantal ?? 0;
}
