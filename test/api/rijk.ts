import { Client } from 'pg';
import { datum } from '../../rules/shared/datum.ts';
import { nieuwId } from '../../server/id.ts';
import type { TestGemeente, Wereld } from '../world.ts';
import { maakBegeleiding } from './rijk-begeleiding.ts';
import { maakVanDuo } from './rijk-duo.ts';
import { feiten } from './rijk-feiten.ts';
import { maakVerhuizing } from './rijk-verhuizing.ts';

/** One of everything that a gemeente can have, with a mark that must never reach another gemeente. */
export type Rijk = { g: TestGemeente; ids: Record<string, string>; merken: string[] };

const OP = '2026-11-01T10:00:00.000Z';

const DIT = [
  'pip',
  'document',
  'bericht',
  'verzending',
  'lijst',
  'vervanging',
  'kaart',
  'contactpersoon',
  'quarantaine',
  'verschil',
  'verzoek',
  'overdracht',
  'sjabloon',
  'mandaat',
  'begeleider',
  'zitting',
  'tolk',
  'inzet',
  'persoonsbericht',
  'doel',
  'netwerk',
  'plan',
  'deling',
  'link',
] as const;

/** Fills a new gemeente. `n` keeps BSN and V-nummer apart between gemeenten. */
export async function maakRijk(w: Wereld, merk: string, n: 0 | 1): Promise<Rijk> {
  const g = await w.gemeente();
  const collega = await w.medewerker(g.organisatieId);
  const bsn = n === 0 ? '999990032' : '999990020';
  const vNummer = `210000990${n}`;
  const dossierId = await w.dossier(g.id, feiten(merk), {
    bsn,
    vNummer,
    klantmanagerId: collega.id,
  });
  const nieuw = Object.fromEntries(DIT.map((d) => [`${d}Id`, nieuwId()]));
  const feitId = await eersteFeit(w, dossierId);
  const ids: Record<string, string> = {
    ...nieuw,
    dossierId,
    feitId,
    afspraakId: feitId,
    gemeenteId: g.id,
    medewerkerId: collega.id,
  };
  await maakStukken(w, ids, merk);
  await maakBerichten(w, ids, merk, bsn);
  await maakLijstEnVervanging(w, g, ids, merk);
  await maakKaart(w, ids, merk);
  await maakVanDuo(w, ids, merk);
  await maakContactpersoon(w, ids, merk);
  await maakCoa(w, ids, merk);
  await maakVerhuizing(w, ids, merk);
  await maakBegeleiding(w, ids, merk);
  const merken = [merk, bsn, vNummer, ...Object.values(ids)];
  return { g, merken, ids: { ...ids, organisatieId: g.organisatieId } };
}

type Ids = Record<string, string>;
const id = (ids: Ids, naam: string) => ids[naam] as string;
const sleutelVan = (ids: Ids) => ({
  gemeente_id: id(ids, 'gemeenteId'),
  dossier_id: id(ids, 'dossierId'),
});
const bereikVan = (ids: Ids) => ({
  gemeenten: [id(ids, 'gemeenteId')],
  bijzonder: [id(ids, 'gemeenteId')],
});

const maakStukken = (w: Wereld, ids: Ids, merk: string) =>
  w.db.forGemeenten(bereikVan(ids), async (tx) => {
    const inhoud = JSON.stringify({ motivering: `${merk}motief` });
    await tx
      .insertInto('pip')
      .values({
        ...sleutelVan(ids),
        id: id(ids, 'pipId'),
        versie: 1,
        staat: 'concept',
        inhoud,
        gewijzigd_op: OP,
      })
      .execute();
    await tx
      .insertInto('document')
      .values({
        ...sleutelVan(ids),
        id: id(ids, 'documentId'),
        soort: 'overig',
        titel: `${merk}titel`,
        sha256: 'a'.repeat(64),
        bestand: Buffer.from(`${merk}bestand`),
        gemaakt_op: OP,
        herkomst: '{}',
      })
      .execute();
    await tx
      .insertInto('bijzonder_feit')
      .values({
        ...sleutelVan(ids),
        id: nieuwId(),
        vraag: 'gezondheid',
        waarde: JSON.stringify(`${merk}ziek`),
        geldig_op: datum('2026-10-01'),
        vastgelegd_op: OP,
      })
      .execute();
  });

const maakBerichten = (w: Wereld, ids: Ids, merk: string, bsn: string) =>
  w.db.forGemeenten(bereikVan(ids), async (tx) => {
    await tx
      .insertInto('bericht_in')
      .values({
        ...sleutelVan(ids),
        id: id(ids, 'berichtId'),
        bericht_id: nieuwId(),
        inhoud_hash: 'b'.repeat(64),
        ruw: JSON.stringify({
          bron: '0'.repeat(20),
          doel: '0'.repeat(20),
          inhoud: { registratieDatumTijd: OP, gebeurtenisId: 'SS101', bsn },
          tekst: `${merk}ruw`,
        }),
        gebeurtenis_id: 'SS101',
        geregistreerd_op: OP,
        ontvangen_op: OP,
        staat: 'postvak',
        postvak_reden: `${merk}reden`,
        uitkomst: '{}',
      })
      .execute();
    await tx
      .insertInto('bericht_uit')
      .values({
        ...sleutelVan(ids),
        id: id(ids, 'verzendingId'),
        soort: 'pip',
        onderwerp_id: id(ids, 'pipId'),
        inhoud: JSON.stringify({ bsn }),
        staat: 'geweigerd',
        laatste_fout: `${merk}fout`,
        gemaakt_op: OP,
      })
      .execute();
  });

const maakCoa = (w: Wereld, ids: Ids, merk: string) =>
  w.db.forGemeenten(bereikVan(ids), async (tx) => {
    const van = { gemeente_id: id(ids, 'gemeenteId'), medewerker_id: id(ids, 'medewerkerId') };
    const dossierId = id(ids, 'dossierId');
    const gebreken = [{ plek: `${merk}plek`, tekst: `${merk}gebrek` }];
    const rij = { rij: 1, uitkomst: 'aangevuld', dossierId, feiten: 1, gebreken };
    await tx
      .insertInto('coa_overdracht')
      .values({
        ...van,
        id: nieuwId(),
        vorm: 'json',
        sha256: 'c'.repeat(64),
        opgenomen_op: OP,
        rijen: JSON.stringify([rij]),
      })
      .execute();
    await tx
      .insertInto('coa_taakstelling')
      .values({ ...van, id: nieuwId(), jaar: 2026, helft: 2, aantal: 4321, vastgelegd_op: OP })
      .execute();
    await tx
      .insertInto('brp_stand')
      .values({ ...sleutelVan(ids), bevraagd_op: OP, antwoord: 'ok', verbintenissen: '[]' })
      .execute();
  });

const maakContactpersoon = (w: Wereld, ids: Ids, merk: string) =>
  w.db.forGemeenten(bereikVan(ids), async (tx) => {
    const gemeente_id = id(ids, 'gemeenteId');
    await tx
      .insertInto('duo_contactpersoon')
      .values({
        gemeente_id,
        medewerker_id: id(ids, 'medewerkerId'),
        id: id(ids, 'contactpersoonId'),
        naam: `${merk}contact`,
        email: 'contact@example.nl',
        telefoonnummer: '0301234567',
        staat: 'onzeker',
        gewijzigd_op: OP,
      })
      .execute();
    await tx
      .insertInto('duo_stop')
      .values({ gemeente_id, sinds: OP, reden: `${merk}stop`, probeer_op: OP })
      .execute();
  });

const maakKaart = (w: Wereld, ids: Ids, merk: string) =>
  w.db.forGemeenten(bereikVan(ids), (tx) =>
    tx
      .insertInto('portaalkaart')
      .values({
        ...sleutelVan(ids),
        id: id(ids, 'kaartId'),
        soort: 'verklaring',
        staat: 'open',
        velden: JSON.stringify({ tekst: `${merk}kaart` }),
        gemaakt_op: OP,
        gewijzigd_op: OP,
      })
      .execute(),
  );

async function maakLijstEnVervanging(
  w: Wereld,
  g: TestGemeente,
  ids: Ids,
  merk: string,
): Promise<void> {
  const medewerker_id = id(ids, 'medewerkerId');
  const vervanger = await w.medewerker(g.organisatieId);
  await w.db.zonderDossiers(async (tx) => {
    await tx
      .insertInto('opgeslagen_lijst')
      .values({
        id: id(ids, 'lijstId'),
        medewerker_id,
        naam: `${merk}lijst`,
        instelling: JSON.stringify({ filters: {}, verborgenKolommen: [] }),
        gedeeld: true,
        gemaakt_op: OP,
      })
      .execute();
    await tx
      .insertInto('vervanging')
      .values({
        id: id(ids, 'vervangingId'),
        medewerker_id,
        vervanger_id: vervanger.id,
        van: datum('2026-11-01'),
        tot: datum('2027-01-01'),
      })
      .execute();
  });
}

const eersteFeit = (w: Wereld, dossierId: string) =>
  alsEigenaar(w, async (client) => {
    const { rows } = await client.query('select id from feit where dossier_id = $1 limit 1', [
      dossierId,
    ]);
    return rows[0].id as string;
  });

export async function alsEigenaar<T>(w: Wereld, werk: (c: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: w.ownerUrl });
  await client.connect();
  return werk(client).finally(() => client.end());
}

/** A digest per table of all rows of a gemeente, except the audit log: to see that nothing changed. */
export const vingerafdruk = (w: Wereld, gemeenteId: string) =>
  alsEigenaar(w, async (client) => {
    const { rows } = await client.query(
      `select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'gemeente_id'
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'audit' order by 1`,
    );
    const afdruk: Record<string, string> = {};
    for (const { relname } of rows) {
      const r = await client.query(
        `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as m from ${relname} t where gemeente_id = $1`,
        [gemeenteId],
      );
      afdruk[relname] = r.rows[0].m;
    }
    return afdruk;
  });
