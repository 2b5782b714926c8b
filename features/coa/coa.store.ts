import { sql } from 'kysely';
import type { Tx } from '../../server/db/db.ts';
import type { DossierSleutel } from '../../server/dossier/feiten.ts';
import type { BewaardeRij, Halfjaar } from './coa.schema.ts';

export type GevondenOpNummer = { id: string; bsn: string | null; vNummer: string | null };

/** Dossiers met dit BSN of V-nummer. */
export async function dossiersMetNummer(
  tx: Tx,
  gemeenteId: string,
  { bsn, vNummer }: { bsn?: string; vNummer?: string },
): Promise<GevondenOpNummer[]> {
  return tx
    .selectFrom('dossier')
    .select(['id', 'bsn', 'v_nummer as vNummer'])
    .where('gemeente_id', '=', gemeenteId)
    .where('samengevoegd_met', 'is', null)
    .where((eb) => eb.or([eb('bsn', '=', bsn ?? ''), eb('v_nummer', '=', vNummer ?? '')]))
    .execute();
}

/** De nummers van deze dossiers. */
export async function nummersVan(
  tx: Tx,
  gemeenteId: string,
  dossierIds: readonly string[],
): Promise<GevondenOpNummer[]> {
  if (dossierIds.length === 0) return [];
  return tx
    .selectFrom('dossier')
    .select(['id', 'bsn', 'v_nummer as vNummer'])
    .where('gemeente_id', '=', gemeenteId)
    .where('id', 'in', [...dossierIds])
    .execute();
}

/** Vult een nummer aan dat nog ontbrak; een nummer dat er al is blijft staan. */
export async function vulNummersAan(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
  { bsn, vNummer }: { bsn?: string; vNummer?: string },
): Promise<void> {
  await sql`update dossier set bsn = coalesce(bsn, ${bsn ?? null}), v_nummer = coalesce(v_nummer, ${vNummer ?? null})
    where gemeente_id = ${gemeenteId} and id = ${dossierId}`.execute(tx);
}

/** De gemeente als zij in het bereik ligt. */
export async function leesCode(tx: Tx, gemeenteId: string): Promise<string | undefined> {
  const rij = await tx
    .selectFrom('gemeente')
    .select('code')
    .where('id', '=', gemeenteId)
    .executeTakeFirst();
  return rij?.code;
}

/** Welke vragen over gezondheid al een antwoord hebben; leeg zonder dat recht. */
export async function beantwoordOverGezondheid(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
): Promise<Set<string>> {
  const rijen = await tx
    .selectFrom('bijzonder_feit')
    .select('vraag')
    .distinct()
    .where('gemeente_id', '=', gemeenteId)
    .where('dossier_id', '=', dossierId)
    .execute();
  return new Set(rijen.map((r) => r.vraag));
}

/** Wanneer en door wie precies dit bestand is opgenomen. */
export async function eerderOpgenomen(
  tx: Tx,
  gemeenteId: string,
  sha256: string,
): Promise<{ id: string; op: string; door: string } | undefined> {
  return tx
    .selectFrom('coa_overdracht as o')
    .innerJoin('medewerker as m', 'm.id', 'o.medewerker_id')
    .select(['o.id', 'o.opgenomen_op as op', 'm.naam as door'])
    .where('o.gemeente_id', '=', gemeenteId)
    .where('o.sha256', '=', sha256)
    .orderBy('o.opgenomen_op', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export type NieuweOverdracht = {
  gemeenteId: string;
  id: string;
  vorm: 'json' | 'xlsx';
  sha256: string;
  nu: string;
  medewerkerId: string;
  rijen: readonly BewaardeRij[];
};

export async function bewaarOverdracht(tx: Tx, o: NieuweOverdracht): Promise<void> {
  await tx
    .insertInto('coa_overdracht')
    .values({
      gemeente_id: o.gemeenteId,
      id: o.id,
      vorm: o.vorm,
      sha256: o.sha256,
      opgenomen_op: o.nu,
      medewerker_id: o.medewerkerId,
      rijen: JSON.stringify(o.rijen),
    })
    .execute();
}

/** De laatste overdrachten van deze gemeenten, of één daarvan. */
export async function leesOverdrachten(tx: Tx, gemeenten: readonly string[], id?: string) {
  if (gemeenten.length === 0) return [];
  return tx
    .selectFrom('coa_overdracht as o')
    .innerJoin('medewerker as m', 'm.id', 'o.medewerker_id')
    .innerJoin('gemeente as g', 'g.id', 'o.gemeente_id')
    .select([
      'o.gemeente_id as gemeenteId',
      'o.id as overdrachtId',
      'o.vorm',
      'o.opgenomen_op as op',
      'o.rijen',
      'm.naam as door',
      'g.naam as gemeente',
    ])
    .where('o.gemeente_id', 'in', [...gemeenten])
    .$if(id !== undefined, (q) => q.where('o.id', '=', id as string))
    .orderBy('o.opgenomen_op', 'desc')
    .limit(25)
    .execute();
}

/** De naam van elk dossier, ook als het intussen in een ander is opgegaan. */
export async function namenVan(
  tx: Tx,
  dossierIds: readonly string[],
): Promise<Map<string, string>> {
  if (dossierIds.length === 0) return new Map();
  const rijen = await tx
    .selectFrom('dossier as d')
    .innerJoin('dossier_stand as s', (j) =>
      j
        .onRef('s.gemeente_id', '=', 'd.gemeente_id')
        .on((eb) => eb('s.dossier_id', '=', eb.fn.coalesce('d.samengevoegd_met', 'd.id'))),
    )
    .select(['d.id', 's.naam'])
    .where('d.id', 'in', [...dossierIds])
    .execute();
  return new Map(rijen.map((r) => [r.id, r.naam]));
}

/** Legt een taakstelling vast; de vorige blijft bewaard. */
export async function bewaarTaakstelling(
  tx: Tx,
  t: {
    gemeenteId: string;
    id: string;
    jaar: number;
    helft: number;
    aantal: number;
    nu: string;
    medewerkerId: string;
  },
): Promise<void> {
  await tx
    .insertInto('coa_taakstelling')
    .values({
      gemeente_id: t.gemeenteId,
      id: t.id,
      jaar: t.jaar,
      helft: t.helft,
      aantal: t.aantal,
      vastgelegd_op: t.nu,
      medewerker_id: t.medewerkerId,
    })
    .execute();
}

/**
 * Geldende koppelingen, en de eerste inschrijving daarna in de eigen gemeente buiten een azc. Iemand telt één keer,
 * bij de eerste koppeling.
 */
const GETELD = sql`
  with geldt as (
    select f.gemeente_id, f.dossier_id, f.soort, f.inhoud from feit f
    where f.gemeente_id = any (select unnest(meedoen_gemeenten()))
      and f.soort in ('koppeling', 'inschrijving')
      and not exists (select from feit n where n.gemeente_id = f.gemeente_id
        and n.dossier_id = f.dossier_id and n.vervangt = f.id)
  ), gekoppeld as (
    select gemeente_id, dossier_id, min((inhoud ->> 'op')::date) as op
    from geldt where soort = 'koppeling' group by 1, 2
  ), geteld as (
    select k.gemeente_id, k.dossier_id, k.op as gekoppeld_op, (
      select min((i.inhoud ->> 'op')::date) from geldt i join gemeente g on g.id = i.gemeente_id
      where i.gemeente_id = k.gemeente_id and i.dossier_id = k.dossier_id and i.soort = 'inschrijving'
        and i.inhoud ->> 'gemeentecode' = g.code
        and coalesce((i.inhoud ->> 'azc')::boolean, false) = false
        and (i.inhoud ->> 'op')::date >= k.op
    ) as gehuisvest_op
    from gekoppeld k
  )`;

/** De halfjaren waarin iets is gekoppeld, gehuisvest of opgelegd, de laatste eerst. */
export async function leesHalfjaren(tx: Tx, gemeenten: readonly string[]): Promise<Halfjaar[]> {
  const { rows } = await sql<Halfjaar>`${GETELD}, gebeurd as (
      select gemeente_id, gekoppeld_op as op, 1 as gekoppeld, 0 as gehuisvest from geteld
      union all
      select gemeente_id, gehuisvest_op, 0, 1 from geteld where gehuisvest_op is not null
    ), per_halfjaar as (
      select gemeente_id, extract(year from op)::int as jaar,
        case when extract(month from op) <= 6 then 1 else 2 end as helft,
        sum(gekoppeld)::int as gekoppeld, sum(gehuisvest)::int as gehuisvest
      from gebeurd group by 1, 2, 3
    ), doel as (
      select distinct on (gemeente_id, jaar, helft) gemeente_id, jaar::int, helft::int, aantal
      from coa_taakstelling order by gemeente_id, jaar, helft, vastgelegd_op desc, id desc
    )
    select g.id as "gemeenteId", g.naam as gemeente, jaar, helft, d.aantal,
      coalesce(p.gekoppeld, 0) as gekoppeld, coalesce(p.gehuisvest, 0) as gehuisvest
    from per_halfjaar p full join doel d using (gemeente_id, jaar, helft)
    join gemeente g on g.id = gemeente_id
    where gemeente_id = any (${[...gemeenten]}::uuid[])
    order by jaar desc, helft desc, g.naam`.execute(tx);
  return rows;
}

/** Per gemeente hoeveel mensen zijn gekoppeld en nog niet in een eigen woning staan ingeschreven. */
export async function leesWachtend(tx: Tx, gemeenten: readonly string[]) {
  const { rows } = await sql<{ gemeenteId: string; gemeente: string; aantal: number }>`${GETELD}
    select g.id as "gemeenteId", g.naam as gemeente, count(*)::int as aantal
    from geteld t
    join gemeente g on g.id = t.gemeente_id
    join dossier_stand s on s.gemeente_id = t.gemeente_id and s.dossier_id = t.dossier_id
    where t.gehuisvest_op is null and s.toestand <> 'beeindigd'
      and t.gemeente_id = any (${[...gemeenten]}::uuid[])
    group by 1, 2 order by g.naam`.execute(tx);
  return rows;
}
