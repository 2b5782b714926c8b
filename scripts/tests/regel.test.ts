import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REGELS } from '../../rules/regels.ts';

const SCRIPT = path.resolve(import.meta.dirname, '../regel.ts');
const voerUit = promisify(execFile);

async function regel(...args: string[]) {
  type Uitvoer = { stdout: string; stderr: string; code?: number };
  const opties = { env: { PATH: process.env.PATH } };
  const { stdout, stderr, code } = (await voerUit(
    process.execPath,
    [SCRIPT, ...args],
    opties,
  ).catch((fout: Uitvoer) => fout as Uitvoer & { code: number })) as Uitvoer;
  return { uit: stdout.trimEnd(), fout: stderr.trimEnd(), code: code ?? 0 };
}

let map: string;
beforeAll(() => {
  map = mkdtempSync(path.join(os.tmpdir(), 'meedoen-regel-'));
});
afterAll(() => rmSync(map, { recursive: true, force: true }));

describe('npm run regel', () => {
  it('beantwoordt één zaak op één regel, met of zonder uitleg', async () => {
    const zaak = JSON.stringify({
      inburgeringsplichtig: true,
      asielvergunningBepaaldeTijd: true,
      begindatumBijstand: '2025-09-01',
    });
    const met = await regel('ontzorgen', zaak);
    expect(met.code).toBe(0);
    expect(met.uit.split('\n')).toHaveLength(1);
    expect(JSON.parse(met.uit)).toMatchObject({
      waarde: { laatsteDag: '2026-02-28' },
      uitleg: { grondslag: { artikel: 'Participatiewet art. 56a' } },
    });
    const zonder = await regel('ontzorgen', zaak, '--zonder-uitleg');
    expect(JSON.parse(zonder.uit)).not.toHaveProperty('uitleg');
  });

  it.each([
    ['onbekende regel', ['bestaat-niet', '{}'], /er is geen regel 'bestaat-niet'/],
    ['geen regel', [], /er is geen regel ''/],
    ['kapotte JSON', ['ontzorgen', '{'], /^dit is geen geldige JSON$/],
    ['geen object', ['ontzorgen', '[]'], /moet een object met feiten zijn/],
    ['onbekend veld', ['ontzorgen', '{"erfenis":1}'], /^erfenis is een onbekend veld$/],
    [
      'onmogelijke datum',
      ['ontzorgen', '{"begindatumBijstand":"2025-02-30"}'],
      /^begindatumBijstand moet een bestaande datum zijn/,
    ],
    ['geen zaak', ['ontzorgen'], /geef één zaak/],
    ['twee zaken', ['ontzorgen', '{}', '{}'], /geef één zaak/],
    ['zaak en bestand', ['ontzorgen', '{}', '--bestand', 'x'], /geef één zaak/],
    ['geen bestand', ['ontzorgen', '--bestand', '/bestaat/niet'], /^dat bestand is niet te lezen$/],
    ['onbekende optie', ['--onzin'], /^onbekende optie/],
  ])('%s geeft één regel en code 2', async (_naam, args, verwacht) => {
    const { uit, fout, code } = await regel(...args);
    expect(code).toBe(2);
    expect(uit).toBe('');
    expect(fout).toMatch(verwacht);
    expect(fout.split('\n')).toHaveLength(1);
  });

  it('gaat in een bestand door na een fout, en noemt de regel', async () => {
    const bestand = path.join(map, 'zaken.jsonl');
    writeFileSync(bestand, '{"inburgeringsplichtig":false}\n{kapot\n\n{"x":1}\n{}\n');
    const { uit, fout, code } = await regel('ontzorgen', '--bestand', bestand, '--zonder-uitleg');
    expect(code).toBe(2);
    const regels = uit.split('\n').map((r) => JSON.parse(r));
    expect(regels).toMatchObject([
      { uitkomst: 'niet-van-toepassing' },
      { regelnummer: 2 },
      { regelnummer: 4, fout: 'x is een onbekend veld' },
      { uitkomst: 'onbekend' },
    ]);
    expect(fout.split('\n')).toHaveLength(2);
  });

  it('noemt alle regels', async () => {
    const { uit } = await regel('--lijst');
    expect(uit.split('\n').map((r) => r.split('\t')[0])).toEqual(REGELS.map((r) => r.id));
  });
});
