import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wacht } from 'node:timers/promises';
import type pg from 'pg';
import { datum } from '../rules/shared/datum.ts';
import { beginSessie } from '../server/auth/sessie.ts';
import { openDb } from '../server/db/db.ts';
import { echteKlok } from '../server/klok.ts';

export const PEILDATUM = datum('2026-11-21');
export const POORT = 18_480;
const MEETPOORT = POORT + 1;
const GEBRUIKERS = 24;
const WORTEL = path.resolve(import.meta.dirname, '..');

export type Gebruiker = {
  id: string;
  cookie: string;
  gemeenten: string[];
  dossiers: { gemeenteId: string; dossierId: string }[];
};

/** Een willekeurige uit een lijst. */
export const kies = <T>(lijst: readonly T[]): T =>
  lijst[Math.floor(Math.random() * lijst.length)] as T;

function voerUit(bestand: string, argumenten: string[]): Promise<void> {
  return new Promise((klaar, mis) => {
    const kind = spawn(process.execPath, [bestand, ...argumenten], {
      cwd: WORTEL,
      stdio: 'inherit',
    });
    kind.once('exit', (code) =>
      code === 0 ? klaar() : mis(new Error(`${bestand} eindigde met ${code}`)),
    );
  });
}

/** Vult de database als dat in deze map nog niet met dezelfde aantallen is gebeurd. */
export async function vulEenKeer(
  map: string,
  url: string,
  dossiers: string,
  gemeenten: string,
): Promise<void> {
  const klaar = path.join(map, 'gevuld');
  const inhoud = `${dossiers}/${gemeenten}`;
  if (existsSync(klaar) && readFileSync(klaar, 'utf8') === inhoud) return;
  await voerUit('scripts/fill.ts', [
    '--url',
    url,
    '--dossiers',
    dossiers,
    '--gemeenten',
    gemeenten,
    '--peildatum',
    PEILDATUM,
  ]);
  writeFileSync(klaar, inhoud);
}

/** Medewerkers met een sessie, hun gemeenten en wat dossiers daaruit. */
export async function meldAan(pool: pg.Pool, url: string): Promise<Gebruiker[]> {
  const db = openDb(url);
  const { rows } = await pool.query<{ id: string; gemeenten: string[] }>(
    `select m.id, array_agg(distinct t.gemeente_id) as gemeenten from medewerker m
     join taakverdeling t on t.organisatie_id = m.organisatie_id group by m.id order by m.id limit ${GEBRUIKERS}`,
  );
  const gebruikers: Gebruiker[] = [];
  for (const { id, gemeenten } of rows) {
    const sleutel = await db.zonderDossiers((tx) => beginSessie(tx, id, echteKlok.nu()));
    const dossiers = await pool.query<{ gemeenteId: string; dossierId: string }>(
      'select gemeente_id as "gemeenteId", id as "dossierId" from dossier where gemeente_id = any($1) order by md5(id::text) limit 400',
      [gemeenten],
    );
    gebruikers.push({ id, cookie: `meedoen=${sleutel}`, gemeenten, dossiers: dossiers.rows });
  }
  await db.close();
  return gebruikers;
}

/** Start Meedoen als eigen proces op de gevulde database. */
export async function startApp(url: string, map: string): Promise<ChildProcess> {
  const app = spawn(process.execPath, ['scripts/start.ts'], {
    cwd: WORTEL,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH,
      PORT: String(POORT),
      METRICS_PORT: String(MEETPOORT),
      MEEDOEN_DATA: path.join(map, 'app'),
      MEEDOEN_PEILDATUM: PEILDATUM,
      VERZOEKEN_PER_MINUUT: '10000000',
      DATABASE_URL: url,
      LOG_NIVEAU: 'error',
    },
  });
  for (let i = 0; i < 600; i += 1) {
    const gereed = await fetch(`http://localhost:${POORT}/gereed`).then(
      (r) => r.ok,
      () => false,
    );
    if (gereed) return app;
    await wacht(100);
  }
  throw new Error('Meedoen start niet');
}

/** Wat het programma aan geheugen gebruikt, en waaruit dat bestaat. */
export async function geheugen(app: ChildProcess): Promise<string> {
  const status = readFileSync(`/proc/${app.pid}/status`, 'utf8');
  const metingen = await (await fetch(`http://127.0.0.1:${MEETPOORT}/metrics`)).text();
  const mb = (bron: string, patroon: string, deler: number) =>
    Math.round(Number(new RegExp(`^${patroon}\\s+([\\d.e+]+)`, 'm').exec(bron)?.[1] ?? 0) / deler);
  const van = (naam: string) => mb(status, `${naam}:`, 1024);
  const heap = (naam: string) => mb(metingen, `nodejs_${naam}`, 2 ** 20);
  const jong = heap('heap_space_size_total_bytes\\{space="new"\\}');
  return `geheugen van het programma na de metingen: ${van('VmRSS')} MB (hoogste ${van('VmHWM')} MB); heap van V8 ${heap('heap_size_total_bytes')} MB, waarvan in gebruik ${heap('heap_size_used_bytes')} MB en ruimte voor nieuw ${jong} MB; buffers ${heap('external_memory_bytes')} MB; bestanden ${van('RssFile')} MB`;
}

/** Stopt Meedoen netjes en wacht tot het weg is. */
export async function stopApp(app: ChildProcess): Promise<void> {
  const weg = once(app, 'exit');
  app.kill('SIGTERM');
  await weg;
}
