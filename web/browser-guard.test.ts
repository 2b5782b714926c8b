import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { afterEach, expect, test } from 'vitest';
import { browserGuard } from './browser-guard.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function buildWith(files: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), 'meedoen-guard-'));
  folders.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [browserGuard()],
    build: { write: false, rolldownOptions: { input: join(root, 'main.ts') } },
  });
}

test.each([
  'features/pip/pip.store.ts',
  'features/pip/pip.routes.ts',
  'features/pip/pip.jobs.ts',
  'features/pip/pip.read.ts',
  'server/id.ts',
  'connections/duo/client.ts',
])('a build that reaches %s fails and names it', async (path) => {
  const files = {
    'main.ts': `import { planted } from './${path}'; console.log(planted);`,
    [path]: 'export const planted = 1;',
  };
  await expect(buildWith(files)).rejects.toThrow(`'${path}' mag niet in de browser`);
});

test.each(['node:crypto', 'fs'])('a build that asks for %s fails', async (source) => {
  const files = { 'main.ts': `import * as planted from '${source}'; console.log(planted);` };
  await expect(buildWith(files)).rejects.toThrow(`'${source}' is van Node`);
});

test('a type of a store and the code of a rule or schema may come along', async () => {
  const output = await buildWith({
    'main.ts': [
      "import type { Row } from './features/pip/pip.store.ts';",
      "import { term } from './rules/pip/term.ts';",
      "import { field } from './features/pip/pip.schema.ts';",
      'const row: Row = { id: term + field }; console.log(row);',
    ].join('\n'),
    'features/pip/pip.store.ts': 'export type Row = { id: string };',
    'features/pip/pip.schema.ts': "export const field = 'veld';",
    'rules/pip/term.ts': "export const term = 'termijn';",
  });
  expect(JSON.stringify(output)).toContain('termijn');
});
