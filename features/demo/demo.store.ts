import { sql } from 'kysely';
import type { Tx } from '../../server/db/db.ts';
import type { Database } from '../../server/db/tables.ts';
import type { OefenBerichtIn, OefenDossier } from './bouw.ts';
import { GEMEENTEN, MEDEWERKERS, OIN_DUO, ORGANISATIES, TAAKVERDELING } from './regio.ts';

type Rij<K extends keyof Database> = Partial<Record<keyof Database[K], unknown>>;

/** Voegt veel rijen in één keer toe; alle rijen hebben dezelfde kolommen. */
async function voegToe<K extends keyof Database>(
  tx: Tx,
  tabel: K,
  rijen: readonly Rij<K>[],
): Promise<void> {
  if (rijen.length === 0) return;
  const kolommen = sql.join(Object.keys(rijen[0] ?? {}).map((kolom) => sql.ref(kolom)));
  const naam = sql.table(tabel);
  await sql`insert into ${naam} (${kolommen}) select ${kolommen}
    from jsonb_populate_recordset(null::${naam}, ${JSON.stringify(rijen)}::jsonb)`.execute(tx);
}

/** Waar als er nog geen enkele gemeente is. Houdt andere vullers tegen tot het einde van `tx`. */
export async function isLeeg(tx: Tx): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended('oefenregio', 0))`.execute(tx);
  const rij = await tx.selectFrom('gemeente').select('id').limit(1).executeTakeFirst();
  return rij === undefined;
}

/** Gemeenten, organisaties, medewerkers, taakverdeling en lokaal beleid. */
export async function schrijfInrichting(tx: Tx, vanaf: string, zaad: number): Promise<void> {
  await voegToe(
    tx,
    'gemeente',
    GEMEENTEN.map(({ id, code, naam, oin, stijl }) => ({ id, code, naam, oin, stijl })),
  );
  await voegToe(tx, 'organisatie', ORGANISATIES);
  await voegToe(
    tx,
    'medewerker',
    MEDEWERKERS.map(({ id, organisatieId, naam, functie, email, telefoon }) => ({
      id,
      organisatie_id: organisatieId,
      naam,
      functie,
      email,
      telefoon,
      oidc_sub: id,
      actief: true,
    })),
  );
  await voegToe(
    tx,
    'medewerker_rol',
    MEDEWERKERS.flatMap((m) =>
      m.rollen.map((r) => {
        const [taak, rol] = r.split(':');
        return { medewerker_id: m.id, taak, rol };
      }),
    ),
  );
  await schrijfAfspraken(tx, vanaf);
  await voegToe(tx, 'systeem', [{ sleutel: 'oefenregio', waarde: { zaad } }]);
}

/** Wie wat doet, en het beleid van elke gemeente. */
async function schrijfAfspraken(tx: Tx, vanaf: string): Promise<void> {
  await voegToe(
    tx,
    'taakverdeling',
    TAAKVERDELING.map((t) => ({
      id: t.id,
      gemeente_id: t.gemeenteId,
      taak: t.taak,
      schaal: t.schaal,
      organisatie_id: t.organisatieId,
      geldig_vanaf: vanaf,
    })),
  );
  await voegToe(
    tx,
    'beleid',
    GEMEENTEN.flatMap((g) =>
      Object.entries(g.beleid)
        .filter(([sleutel]) => sleutel !== 'gemeentecode')
        .map(([sleutel, waarde]) => ({
          gemeente_id: g.id,
          sleutel,
          geldig_vanaf: vanaf,
          waarde,
          toelichting: 'Besluit van het college bij de start van de wet.',
          vastgelegd_op: `${vanaf}T09:00:00Z`,
          vastgelegd_door: beleidsmedewerkerVan(g.id),
        })),
    ),
  );
}

function beleidsmedewerkerVan(gemeenteId: string): string | undefined {
  const taak = TAAKVERDELING.find((t) => t.gemeenteId === gemeenteId && t.taak === 'beleid');
  return MEDEWERKERS.find(
    (m) => m.organisatieId === taak?.organisatieId && m.rollen.includes('beleid:beleid'),
  )?.id;
}

/** Dossiers met hun feiten, PIP's en berichten; de Stand volgt apart. */
export async function schrijfDossiers(tx: Tx, dossiers: readonly OefenDossier[]): Promise<void> {
  await voegToe(tx, 'dossier', dossiers.map(dossierRij));
  await voegToe(tx, 'feit', dossiers.flatMap(feitRijen));
  await voegToe(tx, 'bijzonder_feit', dossiers.flatMap(gezondheidRijen));
  await voegToe(tx, 'meting', dossiers.flatMap(metingRijen));
  await voegToe(tx, 'pip', dossiers.flatMap(pipRijen));
  const uit = dossiers.flatMap((d) => d.uit.map((bericht) => ({ d, bericht })));
  const opVolgorde = uit.toSorted((a, b) => (a.bericht.gemaaktOp < b.bericht.gemaaktOp ? -1 : 1));
  await voegToe(tx, 'bericht_uit', opVolgorde.map(uitRij));
}

/** Meldingen van DUO: verwerkte bij de dossiers, en wat in het postvak ligt. */
export async function schrijfMeldingen(
  tx: Tx,
  meldingen: readonly OefenBerichtIn[],
): Promise<void> {
  await voegToe(tx, 'bericht_in', meldingen.map(meldingRij));
}

const sleutelVan = (d: OefenDossier) => ({ gemeente_id: d.gemeente.id, dossier_id: d.id });

function dossierRij(d: OefenDossier): Rij<'dossier'> {
  return {
    gemeente_id: d.gemeente.id,
    id: d.id,
    bsn: d.mens.bsn ?? null,
    v_nummer: d.mens.vNummer ?? null,
    geopend_op: d.geopendOp,
    klantmanager_id: d.klantmanagerId ?? null,
    revisie: 1,
  };
}

function feitRijen(d: OefenDossier): Rij<'feit'>[] {
  return d.feiten.map((f) => ({
    ...sleutelVan(d),
    id: f.id,
    soort: f.soort,
    inhoud: f.inhoud,
    geldig_op: f.geldigOp,
    vastgelegd_op: f.vastgelegdOp,
    bron: f.bron,
    verwijzing: f.verwijzing ?? null,
    medewerker_id: f.medewerkerId ?? null,
  }));
}

function gezondheidRijen(d: OefenDossier): Rij<'bijzonder_feit'>[] {
  return d.gezondheid.map((g) => ({
    ...sleutelVan(d),
    id: g.id,
    vraag: g.vraag,
    waarde: g.waarde,
    geldig_op: g.dag,
    vastgelegd_op: g.op,
    medewerker_id: g.medewerkerId,
  }));
}

function metingRijen(d: OefenDossier): Rij<'meting'>[] {
  return d.metingen.map((m) => ({
    ...sleutelVan(d),
    id: m.id,
    moment: m.moment,
    taal: m.taal,
    hulp: m.hulp,
    gemeten_op: m.dag,
    antwoorden: m.antwoorden,
    vastgelegd_op: m.op,
    medewerker_id: m.medewerkerId,
  }));
}

function pipRijen(d: OefenDossier): Rij<'pip'>[] {
  return d.pips.map((p) => ({
    ...sleutelVan(d),
    id: p.id,
    versie: p.versie,
    staat: p.staat,
    inhoud: p.inhoud,
    opgesteld_door: p.opgesteldDoor,
    vastgesteld_door: p.vastgesteldDoor ?? null,
    dagtekening: p.dagtekening ?? null,
    gewijzigd_op: p.gewijzigdOp,
    revisie: 1,
  }));
}

function uitRij({ d, bericht: b }: { d: OefenDossier; bericht: OefenDossier['uit'][number] }) {
  const bewijs = {
    status: 'geaccepteerd',
    via: 'melding',
    apiVersion: '1.2.0',
    berichtId: b.berichtId,
    op: b.afgerondOp,
  };
  return {
    ...sleutelVan(d),
    id: b.id,
    soort: b.soort ?? 'pip',
    onderwerp_id: b.onderwerpId,
    inhoud: b.inhoud,
    staat: b.staat,
    pogingen: 1,
    verzending_begonnen_op: b.afgerondOp ?? null,
    bericht_id: b.afgerondOp ? b.berichtId : null,
    foutteksten: b.foutteksten,
    laatste_fout: b.laatsteFout ?? null,
    ontvangstbewijs: b.staat === 'geaccepteerd' ? bewijs : null,
    gemaakt_op: b.gemaaktOp,
    afgerond_op: b.afgerondOp ?? null,
  };
}

function meldingRij(m: OefenBerichtIn): Rij<'bericht_in'> {
  const oin = GEMEENTEN.find((g) => g.id === m.gemeenteId)?.oin;
  const inhoud = {
    registratieDatumTijd: m.op,
    gebeurtenisId: m.gebeurtenisId,
    ...(m.bsn ? { bsn: m.bsn } : {}),
    ...(m.vNummer ? { vNummer: Number(m.vNummer) } : {}),
  };
  return {
    gemeente_id: m.gemeenteId,
    id: m.id,
    bericht_id: m.berichtId,
    inhoud_hash: m.hash,
    ruw: { bron: OIN_DUO, doel: oin, inhoud, tekst: JSON.stringify(inhoud) },
    gebeurtenis_id: m.gebeurtenisId,
    geregistreerd_op: m.op,
    ontvangen_op: m.op,
    staat: m.staat,
    postvak_reden: m.reden ?? null,
    voorstel: m.voorstel ?? null,
    dossier_id: m.dossierId ?? null,
    uitkomst: m.dossierId && m.staat === 'verwerkt' ? { dossier: 'gevonden' } : {},
    pogingen: 1,
  };
}
