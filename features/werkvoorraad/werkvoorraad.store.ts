import { type RawBuilder, sql } from 'kysely';
import type { Datum } from '../../rules/shared/datum.ts';
import type { Stand } from '../../rules/stand/stand.ts';
import type { Tx } from '../../server/db/db.ts';
import { gevonden, type Zoekvraag } from '../zoeken/zoeken.read.ts';
import type { WerkvoorraadVerzoek } from './werkvoorraad.schema.ts';

export type Bereik = 'mijn' | 'team' | 'niet-toegewezen';

export type Werkvraag = Omit<WerkvoorraadVerzoek, 'zoek' | 'gemeenten' | 'bereik'> & {
  bereik: Bereik;
  /** Ids van de gemeenten die meedoen, binnen het bereik van de transactie. */
  gemeenten: readonly string[];
  /** De gebruiker zelf en wie hij vandaag vervangt. */
  klantmanagers: readonly string[];
  zoek?: Zoekvraag;
  vandaag: Datum;
  /** Eerste dag die niet meer bij deze week hoort. */
  weekTot: Datum;
};

export type Werkrij = {
  gemeenteId: string;
  gemeentecode: string;
  gemeentenaam: string;
  dossierId: string;
  naam: string;
  klantmanagerId: string | null;
  klantmanager: string | null;
  doelgroep: string;
  leerroute: string | null;
  schakel: number;
  toestand: string;
  voorstel: string;
  titel: string;
  reden: string;
  laatsteDag: Datum | null;
  signalen: Stand['signalen'];
  uitgesteldTot: Datum | null;
  uitgesteldReden: string | null;
  geboortedatum: string | null;
};

type Sql = RawBuilder<unknown>;

function inBereik(v: Werkvraag, bereik: Bereik): Sql[] {
  if (bereik === 'team') return [];
  if (bereik === 'niet-toegewezen') return [sql`s.klantmanager_id is null`];
  return [sql`s.klantmanager_id = any (${v.klantmanagers}::uuid[])`];
}

function inTermijn(v: Werkvraag, termijn: Werkvraag['termijn']): Sql[] {
  if (!termijn) return [];
  if (termijn === 'te-laat') return [sql`s.laatste_dag < ${v.vandaag}::date`];
  if (termijn === 'later')
    return [sql`(s.laatste_dag >= ${v.weekTot}::date or s.laatste_dag is null)`];
  return [sql`s.laatste_dag >= ${v.vandaag}::date and s.laatste_dag < ${v.weekTot}::date`];
}

/** Wat iemand koos, zonder bereik en termijn. */
function naarKeuze(v: Werkvraag): Sql[] {
  return [
    v.voorstel ? sql`s.voorstel = ${v.voorstel}` : sql`s.voorstel <> 'geen'`,
    v.uitgesteld
      ? sql`s.uitgesteld_tot > ${v.vandaag}::date`
      : sql`(s.uitgesteld_tot is null or s.uitgesteld_tot <= ${v.vandaag}::date)`,
    ...(v.doelgroep ? [sql`s.doelgroep = ${v.doelgroep}`] : []),
    ...(v.leerroute === 'geen' ? [sql`s.leerroute is null`] : []),
    ...(v.leerroute && v.leerroute !== 'geen' ? [sql`s.leerroute = ${v.leerroute}`] : []),
    ...(v.schakel ? [sql`s.schakel = ${v.schakel}`] : []),
    ...(v.toestand ? [sql`s.toestand = ${v.toestand}`] : []),
  ];
}

const VOLGORDE = {
  laatsteDag: [
    sql`laatste_dag asc nulls last, dossier_id`,
    sql`laatste_dag desc nulls first, dossier_id desc`,
  ],
  naam: [sql`sorteernaam, dossier_id`, sql`sorteernaam desc, dossier_id desc`],
} as const;

const waar = (delen: Sql[]) => sql.join([sql`true`, ...delen], sql` and `);

/** Wie bij de zoekvraag past. `offset 0` houdt de planner bij één opzoeking per treffer. */
function treffers(v: Werkvraag, zoek: Zoekvraag): Sql {
  return sql`(${gevonden(v.gemeenten, zoek)}) z cross join lateral (select * from dossier_stand d
    where d.gemeente_id = z.gemeente_id and d.dossier_id = z.dossier_id offset 0) s`;
}

/**
 * Sleutels die aan bereik en `delen` voldoen. Zonder zoekvraag per gemeente (en klantmanager) een stukje
 * van de index, zodat de kosten volgen uit wat wordt getoond en niet uit hoeveel dossiers er zijn.
 */
function sleutels(v: Werkvraag, bereik: Bereik, delen: Sql[], per: Sql, hoogstens: number): Sql {
  const kolommen = sql`s.gemeente_id, s.dossier_id, s.laatste_dag, s.sorteernaam`;
  if (v.zoek) {
    return sql`select ${kolommen} from ${treffers(v, v.zoek)}
      where ${waar([...inBereik(v, bereik), ...delen])} ${per} limit ${hoogstens}`;
  }
  const mijn = bereik === 'mijn';
  const eigenaren = mijn ? sql`cross join unnest(${v.klantmanagers}::uuid[]) k` : sql``;
  const eigen = mijn ? [sql`s.klantmanager_id = k`] : inBereik(v, bereik);
  return sql`select p.* from unnest(${v.gemeenten}::uuid[]) b ${eigenaren} cross join lateral (
      select ${kolommen} from dossier_stand s where s.gemeente_id = b and ${waar([...eigen, ...delen])}
      ${per} limit ${hoogstens}) p`;
}

/** Eén bladzijde van de werkvoorraad; te laat en bijna te laat bovenaan, zonder laatste dag onderaan. */
export async function leesWerkvoorraad(tx: Tx, v: Werkvraag): Promise<Werkrij[]> {
  const volgorde = VOLGORDE[v.sorteer][v.aflopend ? 1 : 0];
  const overslaan = (v.page - 1) * v.pageSize;
  const delen = [...inTermijn(v, v.termijn), ...naarKeuze(v)];
  const bron = sleutels(v, v.bereik, delen, sql`order by ${volgorde}`, overslaan + v.pageSize);
  const { rows } = await sql<Werkrij>`
    with pagina as materialized (
      select gemeente_id, dossier_id, row_number() over (order by ${volgorde}) as plek
      from (select * from (${bron}) k order by ${volgorde} offset ${overslaan} limit ${v.pageSize}) k)
    select s.gemeente_id as "gemeenteId", g.code as gemeentecode, g.naam as gemeentenaam,
      s.dossier_id as "dossierId", s.naam, s.klantmanager_id as "klantmanagerId",
      m.naam as klantmanager, s.doelgroep, s.leerroute, s.schakel, s.toestand, s.voorstel,
      s.voorstel_titel as titel, s.voorstel_reden as reden, s.laatste_dag as "laatsteDag",
      case when s.signalen = '{}' then '[]' else s.stand -> 'signalen' end as signalen,
      s.uitgesteld_tot as "uitgesteldTot", s.geboortedatum,
      case when s.uitgesteld_tot is not null then d.uitgesteld_reden end as "uitgesteldReden"
    from pagina p
    join dossier_stand s on s.gemeente_id = p.gemeente_id and s.dossier_id = p.dossier_id
    join dossier d on d.gemeente_id = p.gemeente_id and d.id = p.dossier_id
    join gemeente g on g.id = s.gemeente_id
    left join medewerker m on m.id = s.klantmanager_id
    order by p.plek`.execute(tx);
  return rows;
}

export type Tellingen = {
  teLaat: number;
  dezeWeek: number;
  later: number;
  mijn: number;
  team: number;
  nietToegewezen: number;
  inBeeld: number;
  totaal: number;
};

/** De tellingen boven de lijst tot `grens`, en de lengte van de lijst tot `lijstgrens`. */
export async function telWerkvoorraad(
  tx: Tx,
  v: Werkvraag,
  grens: number,
  lijstgrens: number,
): Promise<Tellingen> {
  const gefilterd = [v.doelgroep, v.leerroute, v.schakel, v.voorstel, v.toestand, v.uitgesteld];
  const smal = v.zoek !== undefined || gefilterd.some((keuze) => keuze !== undefined);
  const vraag = smal ? inEenDoorgang(v, grens, lijstgrens) : afgekapt(v, grens, lijstgrens);
  const { rows } = await sql<Tellingen>`${vraag}`.execute(tx);
  return rows[0] as Tellingen;
}

/** Elke telling stopt bij de grens: goedkoop zolang er veel past. */
function afgekapt(v: Werkvraag, grens: number, lijstgrens: number): Sql {
  const keuze = naarKeuze(v);
  const tel = (bereik: Bereik, delen: Sql[], tot: number) =>
    sql`(select count(*)::int from (select from (${sleutels(v, bereik, delen, sql``, tot)}) k limit ${tot}) k)`;
  return sql`select
    ${tel(v.bereik, [...inTermijn(v, 'te-laat'), ...keuze], grens)} as "teLaat",
    ${tel(v.bereik, [...inTermijn(v, 'deze-week'), ...keuze], grens)} as "dezeWeek",
    ${tel(v.bereik, [...inTermijn(v, 'later'), ...keuze], grens)} as later,
    ${tel('mijn', keuze, grens)} as mijn,
    ${tel('team', keuze, grens)} as team,
    ${tel('niet-toegewezen', keuze, grens)} as "nietToegewezen",
    ${tel(v.bereik, [], grens)} as "inBeeld",
    ${tel(v.bereik, [...inTermijn(v, v.termijn), ...keuze], lijstgrens)} as totaal`;
}

/** Alles in één keer langs de index of de treffers: goedkoper als er weinig past. */
function inEenDoorgang(v: Werkvraag, grens: number, lijstgrens: number): Sql {
  const keuze = naarKeuze(v);
  const bron = v.zoek
    ? sql`${treffers(v, v.zoek)}`
    : sql`dossier_stand s where s.gemeente_id = any (${v.gemeenten}::uuid[])`;
  const tel = (delen: Sql[], tot: number) =>
    sql`least(count(*) filter (where ${waar(delen)}), ${tot})::int`;
  const hier = inBereik(v, v.bereik);
  return sql`select
    ${tel([...hier, ...inTermijn(v, 'te-laat'), ...keuze], grens)} as "teLaat",
    ${tel([...hier, ...inTermijn(v, 'deze-week'), ...keuze], grens)} as "dezeWeek",
    ${tel([...hier, ...inTermijn(v, 'later'), ...keuze], grens)} as later,
    ${tel([...inBereik(v, 'mijn'), ...keuze], grens)} as mijn,
    ${tel(keuze, grens)} as team,
    ${tel([...inBereik(v, 'niet-toegewezen'), ...keuze], grens)} as "nietToegewezen",
    ${tel(hier, grens)} as "inBeeld",
    ${tel([...hier, ...inTermijn(v, v.termijn), ...keuze], lijstgrens)} as totaal
    from ${bron}`;
}

/** Hoeveel rijen de lijst heeft, geteld tot `grens`. */
export async function telLijst(tx: Tx, v: Werkvraag, grens: number): Promise<number> {
  const delen = [...inTermijn(v, v.termijn), ...naarKeuze(v)];
  const { rows } = await sql<{ n: number }>`select count(*)::int as n
    from (select from (${sleutels(v, v.bereik, delen, sql``, grens)}) k limit ${grens}) k`.execute(
    tx,
  );
  return rows[0]?.n ?? 0;
}

/** Wie de medewerker vandaag vervangt. */
export function leesVervangt(tx: Tx, medewerkerId: string, vandaag: Datum) {
  return tx
    .selectFrom('vervanging')
    .innerJoin('medewerker', 'medewerker.id', 'vervanging.medewerker_id')
    .select(['medewerker.id', 'medewerker.naam'])
    .where('vervanger_id', '=', medewerkerId)
    .where('van', '<=', vandaag)
    .where('tot', '>', vandaag)
    .orderBy('medewerker.naam')
    .execute();
}
