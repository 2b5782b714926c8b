import { sql } from 'kysely';
import type { Tx } from '../../server/db/db.ts';
import type { Herstel, Verschil, VerschilFilter, Voortgang } from './afstemming.schema.ts';

type Tellingen = {
  soort: Partial<Record<Verschil['soort'], number>>;
  onderwerp: Partial<Record<Verschil['onderwerp'], number>>;
  staat: Record<Verschil['staat'], number>;
};

type Weg = keyof VerschilFilter;

/** Wat in een dossier staat dat in een ander is opgegaan telt niet mee. */
function gefilterd(tx: Tx, v: VerschilFilter, zonder?: Weg) {
  let q = tx
    .selectFrom('afstemming_verschil as v')
    .leftJoin('dossier as d', (j) =>
      j.onRef('d.gemeente_id', '=', 'v.gemeente_id').onRef('d.id', '=', 'v.dossier_id'),
    )
    .where('d.samengevoegd_met', 'is', null);
  if (zonder !== 'staat') q = q.where('v.staat', '=', v.staat);
  if (v.soort && zonder !== 'soort') q = q.where('v.soort', '=', v.soort);
  if (v.onderwerp && zonder !== 'onderwerp') q = q.where('v.onderwerp', '=', v.onderwerp);
  if (v.gemeenteId) q = q.where('v.gemeente_id', '=', v.gemeenteId);
  if (v.dossierId) q = q.where('v.dossier_id', '=', v.dossierId);
  return q;
}

/** Een bladzijde verschillen: het langst bekende eerst; opgeloste andersom. */
export async function zoekVerschillen(
  tx: Tx,
  v: VerschilFilter,
  bladzijde: { page: number; pageSize: number },
): Promise<Verschil[]> {
  const rijen = await gefilterd(tx, v)
    .innerJoin('gemeente as g', 'g.id', 'v.gemeente_id')
    .leftJoin('dossier_stand as s', (j) =>
      j.onRef('s.gemeente_id', '=', 'v.gemeente_id').onRef('s.dossier_id', '=', 'v.dossier_id'),
    )
    .leftJoin('medewerker as m', 'm.id', 'v.gedaan_door')
    .select([
      'v.id as verschilId',
      'v.gemeente_id as gemeenteId',
      'g.naam as gemeente',
      'v.dossier_id as dossierId',
      's.naam',
      'v.bericht_in_id as berichtId',
      'v.onderwerp',
      'v.soort',
      'v.hier',
      'v.duo',
      'v.sinds',
      'v.staat',
      'v.herstel',
      'v.gedaan',
      'v.gedaan_op',
      'm.naam as door',
      'v.reden',
      'v.opgelost_op as opgelostOp',
    ])
    .orderBy(sql`case when v.staat = 'opgelost' then v.opgelost_op end`, (o) =>
      o.desc().nullsLast(),
    )
    .orderBy('v.sinds')
    .orderBy('s.sorteernaam')
    .orderBy('v.id')
    .limit(bladzijde.pageSize)
    .offset((bladzijde.page - 1) * bladzijde.pageSize)
    .execute();
  return rijen.map(({ gedaan, gedaan_op, door, herstel, onderwerp, ...r }) => ({
    ...r,
    onderwerp: onderwerp as Verschil['onderwerp'],
    herstel: r.staat === 'opgelost' ? [] : (herstel as Herstel[]),
    gedaan: gedaan && gedaan_op ? { wat: gedaan, op: gedaan_op, door } : null,
  }));
}

/** Aantallen per filter, elk zonder dat filter zelf. */
export async function telVerschillen(
  tx: Tx,
  v: VerschilFilter,
): Promise<{ totaal: number; tellingen: Tellingen }> {
  const per = async (kolom: 'soort' | 'onderwerp' | 'staat') => {
    const rijen = await gefilterd(tx, v, kolom)
      .select([
        sql<string>`${sql.ref(`v.${kolom}`)}`.as('waarde'),
        sql<number>`count(*)::int`.as('aantal'),
      ])
      .groupBy('waarde')
      .execute();
    return Object.fromEntries(rijen.map((r) => [r.waarde, r.aantal]));
  };
  const totaal = await gefilterd(tx, v)
    .select(sql<number>`count(*)::int`.as('aantal'))
    .executeTakeFirst();
  return {
    totaal: totaal?.aantal ?? 0,
    tellingen: {
      soort: (await per('soort')) as Tellingen['soort'],
      onderwerp: (await per('onderwerp')) as Tellingen['onderwerp'],
      staat: { open: 0, aanvaard: 0, opgelost: 0, ...(await per('staat')) },
    },
  };
}

/** Hoe ver het vergelijken per gemeente is. */
export async function leesVoortgang(tx: Tx, gemeenteIds: readonly string[]): Promise<Voortgang[]> {
  if (gemeenteIds.length === 0) return [];
  const { rows } = await sql<{
    gemeenteId: string;
    gemeente: string;
    dossiers: number;
    laatstKlaarOp: string | null;
    begonnenOp: string | null;
    gedaan: number;
    totaal: number | null;
    wachtReden: string | null;
    wachtSinds: string | null;
  }>`
    select g.id as "gemeenteId", g.naam as gemeente,
      (select count(*)::int from dossier d join dossier_stand s on s.gemeente_id = d.gemeente_id and s.dossier_id = d.id
        where d.gemeente_id = g.id and d.bsn is not null and d.samengevoegd_met is null
          and s.toestand <> 'beeindigd') as dossiers,
      (select max(k.klaar_op) from afstemming_ronde k where k.gemeente_id = g.id) as "laatstKlaarOp",
      r.begonnen_op as "begonnenOp", r.totaal, r.wacht_reden as "wachtReden", r.wacht_sinds as "wachtSinds",
      (select count(*)::int from afstemming_dossier a where a.gemeente_id = g.id and a.ronde_id = r.id) as gedaan
    from gemeente g
    left join afstemming_ronde r on r.gemeente_id = g.id and r.klaar_op is null
    where g.id = any (${[...gemeenteIds]}::uuid[])
    order by g.naam`.execute(tx);
  return rows.map(({ begonnenOp, gedaan, totaal, wachtReden, wachtSinds, ...r }) => ({
    ...r,
    bezig: begonnenOp
      ? { begonnenOp, gedaan, totaal: Math.max(totaal ?? 0, gedaan), wachtReden, wachtSinds }
      : null,
  }));
}

/** Wanneer dit dossier het laatst met DUO is vergeleken. */
export async function dossierVergelekenOp(tx: Tx, dossierId: string): Promise<string | null> {
  const rij = await tx
    .selectFrom('afstemming_dossier')
    .select('vergeleken_op')
    .where('dossier_id', '=', dossierId)
    .executeTakeFirst();
  return rij?.vergeleken_op ?? null;
}
