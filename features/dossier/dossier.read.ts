import { sql } from 'kysely';
import type { Datum } from '../../rules/shared/datum.ts';
import type { Tx } from '../../server/db/db.ts';
import type { DossierSleutel } from '../../server/dossier/feiten.ts';

/** De afgeleide rij met wat de kop van een dossier toont. */
export async function leesKop(tx: Tx, { gemeenteId, dossierId }: DossierSleutel) {
  return tx
    .selectFrom('dossier as d')
    .innerJoin('dossier_stand as s', (j) =>
      j.onRef('s.gemeente_id', '=', 'd.gemeente_id').onRef('s.dossier_id', '=', 'd.id'),
    )
    .innerJoin('gemeente as g', 'g.id', 'd.gemeente_id')
    .leftJoin('medewerker as m', 'm.id', 'd.klantmanager_id')
    .select([
      's.naam',
      's.stand',
      's.volgende_wijziging as volgendeWijziging',
      'd.uitgesteld_tot as uitgesteldTot',
      'g.naam as gemeentenaam',
      'g.code as gemeentecode',
      'm.id as klantmanagerId',
      'm.naam as klantmanagerNaam',
    ])
    .where('d.gemeente_id', '=', gemeenteId)
    .where('d.id', '=', dossierId)
    .executeTakeFirst();
}

/** De naam van elke gemeente van deze installatie bij haar code. */
export async function leesGemeentenamen(tx: Tx): Promise<Map<string, string>> {
  const rijen = await tx.selectFrom('gemeente').select(['code', 'naam']).execute();
  return new Map(rijen.map((r) => [r.code, r.naam]));
}

/** Dossiers die in dit dossier zijn opgegaan. */
export async function leesSamengevoegd(tx: Tx, { gemeenteId, dossierId }: DossierSleutel) {
  const rijen = await tx
    .selectFrom('dossier as d')
    .leftJoin('medewerker as m', 'm.id', 'd.samengevoegd_door')
    .select(['d.id as dossierId', 'd.samengevoegd_op as op', 'm.naam as door'])
    .where('d.gemeente_id', '=', gemeenteId)
    .where('d.samengevoegd_met', '=', dossierId)
    .execute();
  return rijen.map((r) => ({ ...r, op: r.op as string }));
}

/** Ids van de feiten die op `dag` (Nederlandse tijd) al waren vastgelegd. */
export async function feitenVastgelegdTot(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
  dag: Datum,
): Promise<Set<string>> {
  const rijen = await tx
    .selectFrom('feit')
    .select('id')
    .where('gemeente_id', '=', gemeenteId)
    .where('dossier_id', '=', dossierId)
    .where(sql<boolean>`(vastgelegd_op at time zone 'Europe/Amsterdam')::date <= ${dag}::date`)
    .execute();
  return new Set(rijen.map((r) => r.id));
}

/** Ids van de feiten die door een samenvoeging in dit dossier staan. */
export async function overgenomenFeiten(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
): Promise<Set<string>> {
  const rijen = await tx
    .selectFrom('feit')
    .select('id')
    .where('gemeente_id', '=', gemeenteId)
    .where('dossier_id', '=', dossierId)
    .where('afkomstig_uit', 'is not', null)
    .execute();
  return new Set(rijen.map((r) => r.id));
}

/** Documenten zonder hun inhoud, nieuwste eerst. */
export async function leesDocumenten(tx: Tx, { gemeenteId, dossierId }: DossierSleutel) {
  return tx
    .selectFrom('document as d')
    .leftJoin('medewerker as m', 'm.id', 'd.medewerker_id')
    .select([
      'd.id as documentId',
      'd.soort',
      'd.titel',
      'd.taal',
      'd.versie',
      'd.media_type as mediaType',
      'd.gemaakt_op as gemaaktOp',
      'm.naam as door',
      'd.sha256',
      sql<number>`length(d.bestand)`.as('bytes'),
    ])
    .where('d.gemeente_id', '=', gemeenteId)
    .where('d.dossier_id', '=', dossierId)
    .orderBy('d.id', 'desc')
    .execute();
}

/** Eén document met zijn inhoud; leeg als het er niet is. */
export async function leesDocument(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
  documentId: string,
) {
  return tx
    .selectFrom('document')
    .select(['bestand', 'media_type as mediaType', 'soort'])
    .where('gemeente_id', '=', gemeenteId)
    .where('dossier_id', '=', dossierId)
    .where('id', '=', documentId)
    .executeTakeFirst();
}

/** Meldingen van DUO over deze persoon, nieuwste eerst; zonder de ruwe inhoud. */
export async function leesBerichtenIn(tx: Tx, { gemeenteId, dossierId }: DossierSleutel) {
  return tx
    .selectFrom('bericht_in')
    .select([
      'id',
      'gebeurtenis_id as gebeurtenisId',
      'geregistreerd_op as geregistreerdOp',
      'ontvangen_op as ontvangenOp',
      'staat',
      'postvak_reden as reden',
    ])
    .where('gemeente_id', '=', gemeenteId)
    .where('dossier_id', '=', dossierId)
    .orderBy('id', 'desc')
    .execute();
}

/** Berichten aan DUO over deze persoon, nieuwste eerst. */
export async function leesBerichtenUit(tx: Tx, { gemeenteId, dossierId }: DossierSleutel) {
  return tx
    .selectFrom('bericht_uit')
    .select([
      'id',
      'soort',
      'onderwerp_id as onderwerpId',
      'staat',
      'pogingen',
      'foutteksten',
      'laatste_fout as laatsteFout',
      'gemaakt_op as gemaaktOp',
      'afgerond_op as afgerondOp',
    ])
    .where('gemeente_id', '=', gemeenteId)
    .where('dossier_id', '=', dossierId)
    .orderBy('volgnummer', 'desc')
    .execute();
}

/** Regels van het logboek over een dossier en wat erin opging, nieuwste eerst. */
export async function leesLogboek(
  tx: Tx,
  gemeenteId: string,
  dossierIds: readonly string[],
  { page, pageSize }: { page: number; pageSize: number },
) {
  const basis = tx
    .selectFrom('audit as a')
    .where('a.gemeente_id', '=', gemeenteId)
    .where('a.dossier_id', 'in', [...dossierIds]);
  const items = await basis
    .leftJoin('medewerker as m', 'm.id', 'a.medewerker_id')
    .leftJoin('organisatie as o', 'o.id', 'a.organisatie_id')
    .select([
      'a.volgnummer',
      'a.tijdstip',
      'm.naam as medewerker',
      'a.systeem',
      'o.naam as organisatie',
      'a.rol',
      'a.taak',
      'a.handeling',
      'a.object_soort as objectSoort',
    ])
    .orderBy('a.volgnummer', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  const { n } = await basis
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { items, totaal: Number(n) };
}

/** Afgeleide rijen van een paar dossiers, voor de gezinskaart en mogelijke dubbelen. */
export async function leesKort(tx: Tx, gemeenteId: string, dossierIds: readonly string[]) {
  if (dossierIds.length === 0) return [];
  return tx
    .selectFrom('dossier_stand')
    .select([
      'dossier_id as dossierId',
      'naam',
      'geboortedatum as geboorte',
      'doelgroep',
      'schakel',
      'voorstel_titel as voorstel',
      'laatste_dag as laatsteDag',
    ])
    .where('gemeente_id', '=', gemeenteId)
    .where('dossier_id', 'in', [...dossierIds])
    .execute();
}

/**
 * Dossiers met een naam die hetzelfde klinkt en, als beide bekend zijn, hetzelfde geboortejaar.
 * 1 januari staat vaak voor 'onbekend', daarom telt alleen het jaar.
 * @param sleutels klanksleutels van de naam (`~…`).
 */
export async function zoekDubbelen(
  tx: Tx,
  gemeenteId: string,
  sleutels: readonly string[],
  geboortejaar: string | undefined,
) {
  if (sleutels.length === 0) return [];
  const { rows } = await sql<{ dossierId: string; naam: string; geboorte: string | null }>`
    select s.dossier_id as "dossierId", s.naam, s.geboortedatum as geboorte
    from (select dossier_id from zoeksleutel
          where gemeente_id = ${gemeenteId} and sleutel = any (${[...sleutels]}::text[])
          group by dossier_id having count(*) >= ${Math.min(2, sleutels.length)}) z
    join dossier_stand s on s.gemeente_id = ${gemeenteId} and s.dossier_id = z.dossier_id
    where ${geboortejaar ?? null}::text is null or s.geboortedatum is null
      or left(s.geboortedatum, 4) = ${geboortejaar ?? null}::text
    order by s.naam, s.dossier_id limit 20`.execute(tx);
  return rows;
}

/** Het dossier per BSN, voor wie er hier al een heeft. */
export async function dossiersMetBsn(
  tx: Tx,
  gemeenteId: string,
  bsns: readonly string[],
): Promise<Map<string, string>> {
  if (bsns.length === 0) return new Map();
  const rijen = await tx
    .selectFrom('dossier')
    .select(['id', 'bsn'])
    .where('gemeente_id', '=', gemeenteId)
    .where('bsn', 'in', [...bsns])
    .where('samengevoegd_met', 'is', null)
    .execute();
  return new Map(rijen.flatMap((r) => (r.bsn ? [[r.bsn, r.id] as const] : [])));
}

/** Wat elke code van een verlengingsgrond betekent, volgens DUO. */
export async function leesVerlengingsgronden(tx: Tx): Promise<Map<string, string>> {
  const rijen = await tx.selectFrom('verlengingsgrond').select(['code', 'omschrijving']).execute();
  return new Map(rijen.map((r) => [r.code, r.omschrijving]));
}

/** Of er een bericht aan DUO over dit feit ligt, en wat daarvan werd. */
export async function leesVerzending(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
  feitId: string,
): Promise<{ staat: string; foutteksten: string[] } | undefined> {
  const { rows } = await sql<{ staat: string; foutteksten: string[] }>`
    select staat, foutteksten from bericht_uit
    where gemeente_id = ${gemeenteId} and dossier_id = ${dossierId} and onderwerp_id = ${feitId}
    order by volgnummer desc limit 1`.execute(tx);
  return rows[0];
}
