import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { BSN, DUO, GEMEENTE_A, PERSOON } from './proef.ts';

const map = mkdtempSync(join(tmpdir(), 'duo-main-'));
const processen: ChildProcess[] = [];
afterAll(() => {
  for (const proces of processen) proces.kill('SIGKILL');
  rmSync(map, { recursive: true });
});

async function start() {
  const proces = spawn(
    process.execPath,
    [
      join(import.meta.dirname, 'main.ts'),
      ...['--meedoen', 'http://127.0.0.1:9', '--oin', DUO, '--peildatum', '2026-11-21'],
      ...['--gemeente', `${GEMEENTE_A}=0101`, '--journaal', join(map, 'duo.jsonl')],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  processen.push(proces);
  const [regel] = await once(proces.stdout, 'data');
  const { adres } = JSON.parse(String(regel)) as { adres: string };
  return { proces, adres };
}

const plaats = (url: string, inhoud: unknown, koppen = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...koppen },
    body: JSON.stringify(inhoud),
  });

test('wat is bevestigd staat er na kill -9 nog', async () => {
  const eerste = await start();
  await plaats(`${eerste.adres}/simulator/personen`, [PERSOON]);
  const koppen = { bron: GEMEENTE_A, doel: DUO, berichtId: crypto.randomUUID() };
  const pip = { dagtekeningPip: '2026-03-01', leerroute: 'Z' };
  const url = `${eerste.adres}/duo/pip/v1/personen/${BSN}/PIP`;
  expect((await plaats(url, pip, koppen)).status).toBe(201);
  eerste.proces.kill('SIGKILL');
  await once(eerste.proces, 'exit');

  const tweede = await start();
  const ontvangen = await fetch(`${tweede.adres}/simulator/ontvangen`);
  expect(await ontvangen.json()).toMatchObject({
    meldingen: [{ berichtId: koppen.berichtId, status: 201 }],
    perPersoon: [{ bsn: BSN, ontvangen: 1, aangenomen: 1 }],
  });
});
