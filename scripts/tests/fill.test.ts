import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bepaalStand } from '../../rules/stand/bepaal-stand.ts';
import { STANDAARD_BELEID } from '../../rules/stand/stand.ts';
import { type Db, openDb } from '../../server/db/db.ts';
import { leesFeiten } from '../../server/dossier/feiten.ts';
import { cloneDatabase, type TestDatabase } from '../../test/database.ts';

const GEMEENTE = '0192ffff-ffff-7001-8000-000000000002';
const voer = promisify(execFile);

describe('scripts/fill.ts', () => {
  let database: TestDatabase;
  let db: Db;
  const vul = () =>
    voer(process.execPath, [
      'scripts/fill.ts',
      ...['--dossiers', '201', '--gemeenten', '2', '--peildatum', '2026-11-21'],
      ...['--url', database.ownerUrl],
    ]);

  beforeAll(async () => {
    database = await cloneDatabase();
    db = openDb(database.ownerUrl, 'meedoen_app', 2);
    await vul();
  });
  afterAll(async () => {
    await db?.close();
    await database?.drop();
  });

  const inGemeente = <T>(werk: Parameters<typeof db.forGemeenten<T>>[1]) =>
    db.forGemeenten({ gemeenten: [GEMEENTE] }, werk);

  it('verdeelt de dossiers over de gemeenten, elk met feiten, naam en klantmanager van het team', async () => {
    const { dossiers, standen, sleutels } = await inGemeente(async (tx) => ({
      dossiers: await tx.selectFrom('dossier').selectAll().execute(),
      standen: await tx.selectFrom('dossier_stand').selectAll().execute(),
      sleutels: await tx.selectFrom('zoeksleutel').selectAll().execute(),
    }));
    expect(dossiers.length).toBe(100);
    expect(standen.length).toBe(100);
    expect(new Set(sleutels.map((s) => s.dossier_id)).size).toBe(100);
    expect(new Set(standen.map((s) => s.schakel)).size).toBe(5);
    const klantmanagers = new Map(dossiers.map((d) => [d.id, d.klantmanager_id]));
    for (const s of standen) expect(s.klantmanager_id).toBe(klantmanagers.get(s.dossier_id));
  });

  it('schrijft de Stand die uit de feiten van het dossier volgt', async () => {
    await inGemeente(async (tx) => {
      const rijen = await tx.selectFrom('dossier_stand').selectAll().limit(60).execute();
      for (const rij of rijen) {
        const sleutel = { gemeenteId: GEMEENTE, dossierId: rij.dossier_id };
        const feiten = await leesFeiten(tx, sleutel);
        const stand = bepaalStand(feiten, STANDAARD_BELEID, rij.peildatum);
        expect(rij.voorstel).toBe(stand.voorstellen[0]?.soort);
        expect(rij.laatste_dag).toBe(stand.voorstellen[0]?.laatsteDag ?? null);
        expect(rij.stand.volgendeWijziging).toBe(stand.volgendeWijziging);
        const ids = JSON.stringify(rij.stand).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? [];
        expect(ids.filter((id) => !feiten.some((f) => f.id === id))).toEqual([]);
      }
    });
  });

  it('weigert een database die al gevuld is', async () => {
    await expect(vul()).rejects.toThrow('zijn al gemeenten');
  });
});
