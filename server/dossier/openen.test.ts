import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datum } from '../../rules/shared/datum.ts';
import { maakWereld, type Wereld } from '../../test/world.ts';
import { nieuwId } from '../id.ts';
import { leesFeiten, legVast } from './feiten.ts';
import { isBsn, vNummer } from './nummers.ts';
import { openOfVindDossier, type Persoonsnummers, voegSamen } from './openen.ts';
import { vindDossier } from './vind.ts';

const BSN = ['999000019', '999000020', '999000032', '999000044', '999000056'];
const door = { nu: '2026-11-21T09:00:00.000Z', vandaag: datum('2026-11-21') };

let w: Wereld;
let gemeenteId: string;
let volgend = 0;
const nieuwV = () => String(2000000000 + ++volgend);

beforeAll(async () => {
  w = await maakWereld();
  gemeenteId = (await w.gemeente()).id;
});
afterAll(() => w.sluit());

const inGemeente = <T>(werk: Parameters<typeof w.db.forGemeenten<T>>[1]) =>
  w.db.forGemeenten<T>({ gemeenten: [gemeenteId], bijzonder: [gemeenteId] }, werk);
const openen = (wie: Omit<Persoonsnummers, 'gemeenteId'>) =>
  inGemeente((tx) => openOfVindDossier(tx, { gemeenteId, ...wie }, door));
const alsEigenaar = async <R extends object>(sql: string, waarden: unknown[] = []) => {
  const client = new pg.Client({ connectionString: w.ownerUrl });
  await client.connect();
  return client.query<R>(sql, waarden).finally(() => client.end());
};

describe('nummers', () => {
  it('keurt de elfproef van het BSN', () => {
    for (const goed of BSN) expect(isBsn(goed)).toBe(true);
    for (const fout of ['999000010', '000000000', '99900001', '9990000190', '99900001a', ''])
      expect(isBsn(fout)).toBe(false);
  });

  it('vult een V-nummer aan tot tien cijfers', () => {
    expect(vNummer(123)).toBe('0000000123');
    expect(vNummer(' 2012345678 ')).toBe('2012345678');
    for (const fout of [0, -5, 1.5, '12345678901', 'V123', '', Number.NaN])
      expect(vNummer(fout)).toBeUndefined();
  });
});

describe('dossier openen of vinden', () => {
  it('opent één keer en vindt daarna hetzelfde, op BSN en op V-nummer', async () => {
    const v = nieuwV();
    const eerste = await openen({ vNummer: v });
    expect(eerste.nieuw).toBe(true);
    const metBsn = await openen({ bsn: BSN[0]!, vNummer: v });
    expect(metBsn).toEqual({ dossierId: eerste.dossierId, nieuw: false });
    expect(await openen({ bsn: BSN[0]! })).toEqual({ dossierId: eerste.dossierId, nieuw: false });
    const gevonden = await inGemeente((tx) => vindDossier(tx, eerste.dossierId));
    expect(gevonden).toMatchObject({ bsn: BSN[0], vNummer: v });
  });

  it('geeft bij tien meldingen tegelijk over dezelfde persoon één dossier', async () => {
    const v = nieuwV();
    const uitkomsten = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        openen(
          i % 2
            ? { bsn: BSN[1]!, vNummer: v }
            : i % 4
              ? { vNummer: v }
              : { bsn: BSN[1]!, vNummer: v },
        ),
      ),
    );
    const blijvend = await openen({ bsn: BSN[1]!, vNummer: v });
    expect(uitkomsten.filter((u) => u.nieuw)).toHaveLength(1);
    expect(new Set(uitkomsten.map((u) => u.dossierId))).toEqual(new Set([blijvend.dossierId]));
  });

  it('voegt twee dossiers samen zodra blijkt dat zij van één persoon zijn', async () => {
    const v = nieuwV();
    const azc = await openen({ vNummer: v });
    const brp = await openen({ bsn: BSN[2]! });
    expect(await openen({ bsn: BSN[2]!, vNummer: v })).toEqual({
      dossierId: brp.dossierId,
      nieuw: false,
      samengevoegd: azc.dossierId,
    });
    const via = await inGemeente((tx) => vindDossier(tx, azc.dossierId));
    expect(via).toMatchObject({ dossierId: brp.dossierId, bsn: BSN[2], vNummer: v });
    expect(await openen({ vNummer: v })).toEqual({ dossierId: brp.dossierId, nieuw: false });
  });

  it('voegt niets samen als de nummers elkaar tegenspreken', async () => {
    const v = nieuwV();
    const een = await openen({ bsn: BSN[3]!, vNummer: v });
    const twee = await openen({ bsn: BSN[4]!, vNummer: v });
    expect(twee).toMatchObject({ nieuw: true, tegenstrijdig: een.dossierId });
    expect(twee.dossierId).not.toBe(een.dossierId);
    const ander = await inGemeente((tx) => vindDossier(tx, twee.dossierId));
    expect(ander).toMatchObject({ bsn: BSN[4], vNummer: null });
    expect(await openen({ bsn: BSN[3]!, vNummer: nieuwV() })).toMatchObject({
      dossierId: een.dossierId,
      nieuw: false,
      tegenstrijdig: een.dossierId,
    });
  });

  it('weigert zonder nummer en houdt gemeenten uit elkaar', async () => {
    await expect(openen({})).rejects.toThrow('vraagt een BSN of V-nummer');
    const ander = (await w.gemeente()).id;
    const daar = await w.db.forGemeenten({ gemeenten: [ander] }, (tx) =>
      openOfVindDossier(tx, { gemeenteId: ander, bsn: BSN[0]! }, door),
    );
    expect(daar.nieuw).toBe(true);
  });
});

async function gevuldDossier(extra: { bsn?: string; vNummer?: string }) {
  const persoon = {
    voornamen: 'Selam',
    geslachtsnaam: 'Tesfay',
    geboorte: { soort: 'jaar', jaar: 1999 },
  } as const;
  const id = await w.dossier(
    gemeenteId,
    [
      {
        soort: 'persoon',
        inhoud: persoon,
        geldigOp: datum('2026-03-01'),
        bron: 'coa',
        verwijzing: 'COA-klantprofiel',
      },
      {
        soort: 'notitie',
        inhoud: { tekst: extra.bsn ?? 'azc' },
        geldigOp: datum('2026-03-02'),
        bron: 'medewerker',
      },
    ],
    extra,
  );
  await inGemeente(async (tx) => {
    const basis = { gemeente_id: gemeenteId, dossier_id: id };
    await tx
      .insertInto('bijzonder_feit')
      .values({
        ...basis,
        id: nieuwId(),
        vraag: 'belasting',
        waarde: '"x"',
        geldig_op: datum('2026-03-02'),
        vastgelegd_op: door.nu,
      })
      .execute();
    await tx
      .insertInto('document')
      .values({
        ...basis,
        id: nieuwId(),
        soort: 'oproep',
        titel: 'Oproep',
        sha256: 'a'.repeat(64),
        bestand: Buffer.from('pdf'),
        gemaakt_op: door.nu,
        herkomst: '{}',
      })
      .execute();
    await tx
      .insertInto('pip')
      .values({
        ...basis,
        id: nieuwId(),
        versie: 1,
        staat: 'concept',
        inhoud: '{}',
        gewijzigd_op: door.nu,
      })
      .execute();
    await tx
      .insertInto('bericht_in')
      .values({
        gemeente_id: gemeenteId,
        id: nieuwId(),
        bericht_id: nieuwId(),
        inhoud_hash: nieuwId().replaceAll('-', '').repeat(2),
        ruw: '{}',
        gebeurtenis_id: 'SS101',
        geregistreerd_op: door.nu,
        ontvangen_op: door.nu,
        staat: 'verwerkt',
        dossier_id: id,
        uitkomst: '{}',
      })
      .execute();
  });
  return id;
}

describe('samenvoegen', () => {
  it('verliest niets: alles komt mee met eigen id, dag, bron en moment', async () => {
    const van = await gevuldDossier({ vNummer: nieuwV() });
    const naar = await gevuldDossier({ bsn: '999990019' });
    const sleutel = (dossierId: string) => ({ gemeenteId, dossierId });
    const voor = await inGemeente(async (tx) => [
      ...(await leesFeiten(tx, sleutel(van))),
      ...(await leesFeiten(tx, sleutel(naar))),
    ]);
    // Een achtergrondtaak heeft geen recht op bijzondere gegevens en laat ze toch niet achter.
    await w.db.forGemeenten({ gemeenten: [gemeenteId] }, (tx) =>
      voegSamen(tx, gemeenteId, van, naar, door),
    );
    const na = await inGemeente((tx) => leesFeiten(tx, sleutel(naar)));
    expect(na).toEqual(voor.toSorted((a, b) => a.id.localeCompare(b.id)));
    for (const tabel of ['feit', 'bijzonder_feit', 'document', 'pip', 'bericht_in']) {
      const { rows } = await alsEigenaar<{ n: number }>(
        `select count(*)::int as n from ${tabel} where dossier_id = $1`,
        [van],
      );
      expect([tabel, rows[0]!.n]).toEqual([tabel, 0]);
    }
    const { rows: pips } = await alsEigenaar(
      'select versie, staat, afkomstig_uit from pip where dossier_id = $1 order by versie',
      [naar],
    );
    expect(pips).toEqual([
      { versie: 1, staat: 'concept', afkomstig_uit: null },
      { versie: 2, staat: 'ingetrokken', afkomstig_uit: van },
    ]);
    const { rows: bijzonder } = await alsEigenaar(
      'select afkomstig_uit from bijzonder_feit where dossier_id = $1 order by 1 nulls first',
      [naar],
    );
    expect(bijzonder).toEqual([{ afkomstig_uit: null }, { afkomstig_uit: van }]);
    const { rows: stand } = await alsEigenaar('select 1 from dossier_stand where dossier_id = $1', [
      van,
    ]);
    expect(stand).toEqual([]);
  });

  it('wacht tot een bericht dat onderweg is naar DUO is afgerond', async () => {
    const van = await openen({ vNummer: nieuwV() });
    const naar = await openen({ vNummer: nieuwV() });
    let samen: Promise<void> | undefined;
    await w.db.zonderDossiers(async (verzender) => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`duo:${van.dossierId}`}, 0))`.execute(
        verzender,
      );
      samen = inGemeente((tx) => voegSamen(tx, gemeenteId, van.dossierId, naar.dossierId, door));
      const wacht = async () =>
        (
          await sql`select 1 from pg_locks where locktype = 'advisory' and not granted`.execute(
            verzender,
          )
        ).rows.length > 0;
      while (!(await wacht()));
      const nog = await inGemeente((tx) => vindDossier(tx, van.dossierId));
      expect(nog.dossierId).toBe(van.dossierId);
    });
    await samen;
    const na = await inGemeente((tx) => vindDossier(tx, van.dossierId));
    expect(na.dossierId).toBe(naar.dossierId);
  });

  it('werkt ook over twee stappen: wie al was opgegaan wijst naar wat bleef', async () => {
    const [a, b, c] = [
      await openen({ vNummer: nieuwV() }),
      await openen({ vNummer: nieuwV() }),
      await openen({ vNummer: nieuwV() }),
    ];
    await inGemeente((tx) => voegSamen(tx, gemeenteId, a.dossierId, b.dossierId, door));
    await inGemeente((tx) => voegSamen(tx, gemeenteId, b.dossierId, c.dossierId, door));
    const via = await inGemeente((tx) => vindDossier(tx, a.dossierId));
    expect(via.dossierId).toBe(c.dossierId);
  });

  it('weigert een dossier dat al is opgegaan, zichzelf, of buiten bereik', async () => {
    const a = await openen({ vNummer: nieuwV() });
    const b = await openen({ vNummer: nieuwV() });
    await inGemeente((tx) => voegSamen(tx, gemeenteId, a.dossierId, b.dossierId, door));
    const poging = (van: string, naar: string) =>
      inGemeente((tx) => voegSamen(tx, gemeenteId, van, naar, door));
    await expect(poging(a.dossierId, b.dossierId)).rejects.toMatchObject({ status: 404 });
    await expect(poging(b.dossierId, b.dossierId)).rejects.toMatchObject({ status: 404 });
    const ander = (await w.gemeente()).id;
    const daar = await w.dossier(ander, [], { vNummer: nieuwV() });
    await expect(poging(daar, b.dossierId)).rejects.toMatchObject({ status: 404 });
    await expect(
      inGemeente((tx) => legVast(tx, { gemeenteId, dossierId: a.dossierId }, [], door)),
    ).rejects.toMatchObject({ status: 404 });
  });

  it('gaat niet buiten de deur om: de toepassing zelf kan een feit niet verplaatsen', async () => {
    const id = await w.dossier(gemeenteId, [
      {
        soort: 'notitie',
        inhoud: { tekst: 'x' },
        geldigOp: datum('2026-01-01'),
        bron: 'medewerker',
      },
    ]);
    await expect(
      inGemeente((tx) =>
        tx
          .updateTable('feit')
          .set({ dossier_id: nieuwId() })
          .where('dossier_id', '=', id)
          .execute(),
      ),
    ).rejects.toThrow(/permission denied/);
    const ander = (await w.gemeente()).id;
    await expect(
      w.db.forGemeenten({ gemeenten: [ander] }, (tx) =>
        voegSamen(tx, gemeenteId, id, nieuwId(), door),
      ),
    ).rejects.toMatchObject({ status: 404 });
  });
});
