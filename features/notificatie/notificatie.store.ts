import { sql } from 'kysely';
import type { Datum } from '../../rules/shared/datum.ts';
import type { Tx } from '../../server/db/db.ts';
import { type BerichtStaat, omschrijvingVan, streefdagVan } from './gebeurtenissen.ts';
import type { BerichtRegel, BerichtZoekVraag, RuwBericht, Uitkomst } from './notificatie.schema.ts';

/** De gemeente waar een melding voor is, op haar OIN. */
export async function gemeenteVanOin(tx: Tx, oin: string): Promise<string | undefined> {
  const rij = await tx
    .selectFrom('gemeente')
    .select('id')
    .where('oin', '=', oin)
    .executeTakeFirst();
  return rij?.id;
}

/** Code en OIN waarmee namens een gemeente bij DUO wordt gevraagd. */
export async function gemeenteGegevens(tx: Tx, gemeenteId: string) {
  return tx
    .selectFrom('gemeente')
    .select(['code', 'oin'])
    .where('id', '=', gemeenteId)
    .executeTakeFirstOrThrow();
}

export type NieuwBericht = {
  gemeenteId: string;
  id: string;
  /** Het berichtId van DUO. */
  berichtId: string;
  inhoudHash: string;
  ruw: RuwBericht;
  gebeurtenisId: string;
  geregistreerdOp: string;
  ontvangenOp: string;
};

/**
 * Bewaart meldingen letterlijk, in volgorde.
 * @returns ids van wie er nog niet waren, op berichtId en op inhoud; ook als een ander ze tegelijk schreef.
 */
export async function bewaarBerichten(
  tx: Tx,
  berichten: readonly NieuwBericht[],
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    insert into bericht_in (gemeente_id, id, bericht_id, inhoud_hash, ruw, gebeurtenis_id, geregistreerd_op,
      ontvangen_op, staat)
    select b."gemeenteId", b.id, b."berichtId", b."inhoudHash", b.ruw, b."gebeurtenisId", b."geregistreerdOp",
      b."ontvangenOp", 'nieuw'
    from jsonb_to_recordset(${JSON.stringify(berichten)}::jsonb) as b("gemeenteId" uuid, id uuid, "berichtId" uuid,
      "inhoudHash" text, ruw jsonb, "gebeurtenisId" text, "geregistreerdOp" timestamptz, "ontvangenOp" timestamptz)
    on conflict do nothing
    returning id`.execute(tx);
  return new Set(rows.map((r) => r.id));
}

/**
 * DUO gebruikt een berichtId twee keer voor iets anders. Er komt geen tweede rij, maar de tekst gaat
 * niet verloren: zij komt bij de eerste melding, en een mens kijkt ernaar.
 */
export async function noteerAndereInhoud(tx: Tx, b: NieuwBericht, reden: string): Promise<void> {
  await sql`
    update bericht_in set
      ruw = jsonb_set(ruw, '{ookOntvangen}', coalesce(ruw->'ookOntvangen', '[]') || to_jsonb(${b.ruw.tekst}::text)),
      staat = case when staat in ('verwerkt', 'afgehandeld') then 'postvak' else staat end,
      postvak_reden = case when staat in ('verwerkt', 'afgehandeld') then ${reden} else postvak_reden end
    where gemeente_id = ${b.gemeenteId} and bericht_id = ${b.berichtId} and inhoud_hash <> ${b.inhoudHash}
      and not ruw ? 'gewist'
      and not coalesce(ruw->'ookOntvangen', '[]') ? ${b.ruw.tekst}
      and jsonb_array_length(coalesce(ruw->'ookOntvangen', '[]')) < 20`.execute(tx);
}

export type BewaardBericht = {
  gemeenteId: string;
  id: string;
  /** Het berichtId van DUO. */
  berichtId: string;
  ruw: unknown;
  gebeurtenisId: string;
  geregistreerdOp: string;
  staat: BerichtStaat;
  dossierId: string | null;
  uitkomst: unknown;
  afgehandeldDoor: string | null;
};

/** Eén melding; met `vast` blijft zij vergrendeld tot het einde van de transactie. */
export async function leesBericht(
  tx: Tx,
  id: string,
  vast = false,
): Promise<BewaardBericht | undefined> {
  const vraag = tx
    .selectFrom('bericht_in')
    .leftJoin('medewerker', 'medewerker.id', 'bericht_in.afgehandeld_door')
    .select([
      'bericht_in.gemeente_id as gemeenteId',
      'bericht_in.id',
      'bericht_in.bericht_id as berichtId',
      'bericht_in.ruw',
      'bericht_in.gebeurtenis_id as gebeurtenisId',
      'bericht_in.geregistreerd_op as geregistreerdOp',
      'bericht_in.staat',
      'bericht_in.dossier_id as dossierId',
      'bericht_in.uitkomst',
      'medewerker.naam as afgehandeldDoor',
    ])
    .where('bericht_in.id', '=', id);
  return (vast ? vraag.forUpdate('bericht_in') : vraag).executeTakeFirst();
}

export type Bijwerking = {
  uitkomst: Uitkomst;
  staat?: BerichtStaat;
  reden?: string | null;
  voorstel?: string | null;
  dossierId?: string | null;
  afgehandeldDoor?: string | null;
  /** Weggelegd tot deze dag; `null` haalt haar terug. */
  geparkeerd?: { tot: Datum; reden: string } | null;
  /** Waar: dit was een poging om te verwerken; een eerdere fout vervalt. */
  poging?: boolean;
  /** Wat bij deze poging nog ontbrak. */
  laatsteFout?: string;
};

/** De kolommen die zijn gegeven. */
function wijzigingVan(b: Bijwerking) {
  const kolommen = {
    staat: b.staat,
    postvak_reden: b.reden,
    voorstel: b.voorstel,
    dossier_id: b.dossierId,
    afgehandeld_door: b.afgehandeldDoor,
    geparkeerd_tot: b.geparkeerd === null ? null : b.geparkeerd?.tot,
    geparkeerd_reden: b.geparkeerd === null ? null : b.geparkeerd?.reden,
  };
  const gegeven = Object.entries(kolommen).filter(([, w]) => w !== undefined);
  return Object.fromEntries(gegeven) as Partial<typeof kolommen>;
}

/** Legt vast wat er met een melding is gebeurd; wat niet is gegeven blijft zoals het was. */
export async function werkBerichtBij(
  tx: Tx,
  { gemeenteId, id }: Pick<BewaardBericht, 'gemeenteId' | 'id'>,
  b: Bijwerking,
): Promise<void> {
  await tx
    .updateTable('bericht_in')
    .set((eb) => ({
      uitkomst: JSON.stringify(b.uitkomst),
      ...wijzigingVan(b),
      ...(b.poging
        ? { pogingen: eb('pogingen', '+', 1), laatste_fout: b.laatsteFout ?? null }
        : {}),
    }))
    .where('gemeente_id', '=', gemeenteId)
    .where('id', '=', id)
    .execute();
}

/** Een poging die mislukte; de melding blijft wachten. */
export async function noteerMislukt(
  tx: Tx,
  { gemeenteId, berichtId }: { gemeenteId: string; berichtId: string },
  fout: string,
): Promise<void> {
  await tx
    .updateTable('bericht_in')
    .set((eb) => ({ pogingen: eb('pogingen', '+', 1), laatste_fout: fout }))
    .where('gemeente_id', '=', gemeenteId)
    .where('id', '=', berichtId)
    .where('staat', '=', 'nieuw')
    .execute();
}

export type Treffer = { id: string; bsn: string | null; vNummer: string | null };

/** De dossiers met dit BSN of dit V-nummer: hoogstens twee, dat met het BSN eerst. */
export async function dossiersOpNummers(
  tx: Tx,
  gemeenteId: string,
  { bsn, vNummer }: { bsn?: string; vNummer?: string },
): Promise<Treffer[]> {
  const rijen = await tx
    .selectFrom('dossier')
    .select(['id', 'bsn', 'v_nummer as vNummer'])
    .where('gemeente_id', '=', gemeenteId)
    .where('samengevoegd_met', 'is', null)
    .where((eb) => eb.or([eb('bsn', '=', bsn ?? ''), eb('v_nummer', '=', vNummer ?? '')]))
    .execute();
  return rijen.sort((a, b) => Number(b.bsn === bsn) - Number(a.bsn === bsn));
}

/** Vult nummers aan die het dossier nog niet had; wie een nummer al heeft houdt het. */
export async function vulNummers(
  tx: Tx,
  { gemeenteId, dossierId }: { gemeenteId: string; dossierId: string },
  nummers: { bsn?: string; vNummer?: string },
): Promise<void> {
  await sql`
    update dossier set bsn = coalesce(bsn, ${nummers.bsn ?? null}), v_nummer = coalesce(v_nummer, ${nummers.vNummer ?? null})
    where gemeente_id = ${gemeenteId} and id = ${dossierId}`.execute(tx);
}

const isGeparkeerd = (vandaag: Datum) =>
  sql<boolean>`(b.staat = 'postvak' and b.geparkeerd_tot is not null and b.geparkeerd_tot > ${vandaag}::date)`;
const isOpen = (vandaag: Datum) =>
  sql<boolean>`((b.staat = 'postvak' and not ${isGeparkeerd(vandaag)}) or (b.staat = 'nieuw' and b.pogingen > 0))`;

function gefilterd(tx: Tx, v: Omit<BerichtZoekVraag, 'page' | 'pageSize'>, vandaag: Datum) {
  let q = tx.selectFrom('bericht_in as b');
  if (v.staat === 'open') q = q.where(isOpen(vandaag));
  else if (v.staat === 'geparkeerd') q = q.where(isGeparkeerd(vandaag));
  else if (v.staat) q = q.where('b.staat', '=', v.staat);
  if (v.gebeurtenisId) q = q.where('b.gebeurtenis_id', '=', v.gebeurtenisId);
  if (v.gemeenteId) q = q.where('b.gemeente_id', '=', v.gemeenteId);
  // Een dag is een dag in Nederland.
  if (v.van)
    q = q.where(
      sql<boolean>`b.ontvangen_op >= ${v.van}::date::timestamp at time zone 'Europe/Amsterdam'`,
    );
  if (v.totEnMet)
    q = q.where(
      sql<boolean>`b.ontvangen_op < (${v.totEnMet}::date + 1)::timestamp at time zone 'Europe/Amsterdam'`,
    );
  return q;
}

const regels = (q: ReturnType<typeof gefilterd>) =>
  q
    .innerJoin('gemeente as g', 'g.id', 'b.gemeente_id')
    .leftJoin('dossier_stand as d', (j) =>
      j.onRef('d.gemeente_id', '=', 'b.gemeente_id').onRef('d.dossier_id', '=', 'b.dossier_id'),
    )
    .select([
      'b.id',
      'b.gemeente_id as gemeenteId',
      'g.naam as gemeente',
      'b.gebeurtenis_id as gebeurtenisId',
      'b.geregistreerd_op as geregistreerdOp',
      'b.ontvangen_op as ontvangenOp',
      'b.staat',
      'b.postvak_reden as reden',
      'b.voorstel',
      'b.dossier_id as dossierId',
      'd.naam',
      'd.laatste_dag as laatsteDag',
      'b.pogingen',
      'b.laatste_fout as laatsteFout',
      'b.geparkeerd_tot as geparkeerdTot',
      'b.geparkeerd_reden as geparkeerdReden',
    ]);

const metOmschrijving = (r: Omit<BerichtRegel, 'omschrijving' | 'streefdag'>): BerichtRegel => ({
  ...r,
  omschrijving: omschrijvingVan(r.gebeurtenisId),
  streefdag: streefdagVan(r),
});

/** Een bladzijde meldingen: wat openstaat eerst, de oudste bovenaan; daarna de nieuwste. */
export async function zoekBerichten(
  tx: Tx,
  v: BerichtZoekVraag,
  vandaag: Datum,
): Promise<BerichtRegel[]> {
  const open = isOpen(vandaag);
  const rijen = await regels(gefilterd(tx, v, vandaag))
    .orderBy(open, 'desc')
    .orderBy(sql`b.staat = 'postvak'`, 'desc')
    .orderBy(sql`case when ${open} then b.ontvangen_op end`)
    .orderBy('b.ontvangen_op', 'desc')
    .orderBy('b.id')
    .limit(v.pageSize)
    .offset((v.page - 1) * v.pageSize)
    .execute();
  return rijen.map(metOmschrijving);
}

/** Hoeveel meldingen aan de vraag voldoen. */
export async function telBerichten(tx: Tx, v: BerichtZoekVraag, vandaag: Datum): Promise<number> {
  const rij = await gefilterd(tx, v, vandaag)
    .select(sql<number>`count(*)::int`.as('aantal'))
    .executeTakeFirst();
  return rij?.aantal ?? 0;
}

/** De regel van één melding. */
export async function leesRegel(tx: Tx, id: string): Promise<BerichtRegel | undefined> {
  const rij = await regels(tx.selectFrom('bericht_in as b'))
    .where('b.id', '=', id)
    .executeTakeFirst();
  return rij && metOmschrijving(rij);
}
