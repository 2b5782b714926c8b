import { sql } from 'kysely';
import type { Tx } from '../../server/db/db.ts';
import type { AfstemmingTabellen, Gedaan } from '../../server/db/tabellen/afstemming.ts';
import type { DossierSleutel } from '../../server/dossier/feiten.ts';
import type { Gevonden } from './vergelijken/kern.ts';

type Rij = AfstemmingTabellen['afstemming_verschil'];

export type BewaardVerschil = {
  id: string;
  gemeenteId: string;
  dossierId: string | null;
  onderwerp: string;
  kenmerk: string;
  soort: Rij['soort'];
  hier: string | null;
  duo: string | null;
  hierFeitId: string | null;
  voorstel: unknown;
  herstel: string[];
  staat: Rij['staat'];
};

const KOLOMMEN = [
  'id',
  'gemeente_id as gemeenteId',
  'dossier_id as dossierId',
  'onderwerp',
  'kenmerk',
  'soort',
  'hier',
  'duo',
  'hier_feit_id as hierFeitId',
  'voorstel',
  'herstel',
  'staat',
] as const;

/** Een gevonden verschil met het id dat het krijgt als het nieuw blijkt. */
export type Genummerd = Gevonden & { id: string };

const sleutelVan = (v: Pick<Gevonden, 'onderwerp' | 'kenmerk'>) => `${v.onderwerp}\n${v.kenmerk}`;
const zelfde = (a: BewaardVerschil, b: Gevonden) =>
  a.soort === b.soort && a.hier === b.hier && a.duo === b.duo;

/**
 * Maakt de bewaarde verschillen van een dossier gelijk aan wat is gevonden: nieuwe erbij, wat weg is gesloten.
 * Een aanvaard verschil blijft aanvaard zolang beide kanten hetzelfde zeggen.
 * @param overgeslagen onderwerpen die niet zijn vergeleken; daarvan verandert niets
 */
export async function werkVerschillenBij(
  tx: Tx,
  k: DossierSleutel,
  gevonden: readonly Genummerd[],
  overgeslagen: readonly string[],
  nu: string,
): Promise<void> {
  const bewaard = await tx
    .selectFrom('afstemming_verschil')
    .select(KOLOMMEN)
    .where('gemeente_id', '=', k.gemeenteId)
    .where('dossier_id', '=', k.dossierId)
    .where('staat', '<>', 'opgelost')
    .forUpdate()
    .execute();
  const over = new Map(bewaard.map((v) => [sleutelVan(v as never), v]));
  for (const g of gevonden) {
    const oud = over.get(sleutelVan(g));
    over.delete(sleutelVan(g));
    if (oud && zelfde(oud, g)) {
      await ververs(tx, oud, g, nu);
      continue;
    }
    if (oud) await sluit(tx, [oud.id], k.gemeenteId, nu);
    await voegToe(tx, k, g, nu);
  }
  const weg = [...over.values()].filter((v) => !overgeslagen.includes(v.onderwerp));
  await sluit(
    tx,
    weg.map((v) => v.id),
    k.gemeenteId,
    nu,
  );
}

async function ververs(tx: Tx, oud: BewaardVerschil, g: Gevonden, nu: string): Promise<void> {
  await tx
    .updateTable('afstemming_verschil')
    .set({
      gezien_op: nu,
      hier_feit_id: g.hierFeitId,
      voorstel: g.overname ? JSON.stringify(g.overname) : null,
      herstel: g.herstel,
    })
    .where('gemeente_id', '=', oud.gemeenteId)
    .where('id', '=', oud.id)
    .execute();
}

async function sluit(tx: Tx, ids: string[], gemeenteId: string, nu: string): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('afstemming_verschil')
    .set({ staat: 'opgelost', opgelost_op: nu })
    .where('gemeente_id', '=', gemeenteId)
    .where('id', 'in', ids)
    .execute();
}

type Extra = { gedaan?: Gedaan };

/** Voegt een verschil toe; met `gedaan` is het meteen opgelost en staat het er voor de geschiedenis. */
export async function voegToe(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
  g: Genummerd,
  nu: string,
  { gedaan }: Extra = {},
): Promise<void> {
  await tx
    .insertInto('afstemming_verschil')
    .values({
      gemeente_id: gemeenteId,
      id: g.id,
      dossier_id: dossierId,
      bericht_in_id: null,
      onderwerp: g.onderwerp,
      kenmerk: g.kenmerk,
      soort: g.soort,
      hier: g.hier,
      duo: g.duo,
      hier_feit_id: g.hierFeitId,
      voorstel: g.overname ? JSON.stringify(g.overname) : null,
      herstel: g.herstel,
      sinds: nu,
      gezien_op: nu,
      staat: gedaan ? 'opgelost' : 'open',
      gedaan: gedaan ?? null,
      gedaan_op: gedaan ? nu : null,
      gedaan_door: null,
      reden: null,
      opgelost_op: gedaan ? nu : null,
    })
    .execute();
}

/** Eén verschil binnen het bereik van de transactie, vastgehouden tot het einde. */
export async function vindVerschil(tx: Tx, id: string): Promise<BewaardVerschil | undefined> {
  return tx
    .selectFrom('afstemming_verschil')
    .select(KOLOMMEN)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** De open verschillen van een dossier. */
export async function openVan(tx: Tx, k: DossierSleutel): Promise<BewaardVerschil[]> {
  return tx
    .selectFrom('afstemming_verschil')
    .select(KOLOMMEN)
    .where('gemeente_id', '=', k.gemeenteId)
    .where('dossier_id', '=', k.dossierId)
    .where('staat', '=', 'open')
    .execute();
}

/** Legt vast wat er aan een verschil is gedaan. */
export async function noteerGedaan(
  tx: Tx,
  v: Pick<BewaardVerschil, 'gemeenteId' | 'id'>,
  g: { wat: Gedaan; nu: string; medewerkerId?: string; reden?: string },
): Promise<void> {
  await tx
    .updateTable('afstemming_verschil')
    .set({
      gedaan: g.wat,
      gedaan_op: g.nu,
      gedaan_door: g.medewerkerId ?? null,
      reden: g.reden ?? null,
      ...(g.wat === 'aanvaard' ? { staat: 'aanvaard' as const } : {}),
    })
    .where('gemeente_id', '=', v.gemeenteId)
    .where('id', '=', v.id)
    .execute();
}

/**
 * Mensen over wie DUO meldde en die hier geen dossier hebben: één verschil per melding die in het postvak wacht.
 * Is zij gekoppeld of afgehandeld, dan sluit het.
 */
export async function werkPersonenBij(tx: Tx, gemeenteId: string, nu: string): Promise<void> {
  await sql`
    update afstemming_verschil v set staat = 'opgelost', opgelost_op = ${nu}::timestamptz
    where v.gemeente_id = ${gemeenteId} and v.bericht_in_id is not null and v.staat <> 'opgelost'
      and not exists (select 1 from bericht_in b where b.gemeente_id = v.gemeente_id and b.id = v.bericht_in_id
        and b.dossier_id is null and b.staat = 'postvak')`.execute(tx);
  await sql`
    insert into afstemming_verschil (gemeente_id, id, bericht_in_id, onderwerp, kenmerk, soort, duo, herstel, sinds,
      gezien_op, staat)
    select b.gemeente_id, gen_random_uuid(), b.id, 'persoon', b.id::text, 'mist-hier',
      'Melding ' || b.gebeurtenis_id || ' over iemand zonder dossier', '{koppel}', ${nu}::timestamptz,
      ${nu}::timestamptz, 'open'
    from bericht_in b
    where b.gemeente_id = ${gemeenteId} and b.dossier_id is null and b.staat = 'postvak'
    on conflict (gemeente_id, bericht_in_id) where staat <> 'opgelost' and bericht_in_id is not null
      do update set gezien_op = excluded.gezien_op`.execute(tx);
}
