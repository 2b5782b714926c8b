import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkArchitecture } from './architecture.ts';

const ROOT = path.resolve(import.meta.dirname, '..');

/** Files that git has or would add. */
function projectFiles() {
  const listed = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
    cwd: ROOT,
  });
  return listed
    .toString()
    .split('\0')
    .filter((file) => file !== '' && !file.includes('.gen.'))
    .flatMap((file) => readProjectFile(file));
}

function readProjectFile(file: string) {
  const text = /\.tsx?$/.test(file) ? readIfPresent(path.join(ROOT, file)) : '';
  return text === undefined ? [] : [{ path: file, text }];
}

/** A file that was removed but not yet committed is still listed. */
function readIfPresent(file: string) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

const check = (file: string, text: string) => checkArchitecture([{ path: file, text }]);

test('the tree keeps to its import table and its sizes', () => {
  expect(checkArchitecture(projectFiles())).toEqual([]);
});

describe('a planted import is caught', () => {
  test.each([
    ['rules/pip/termijn.ts', 'zod'],
    ['rules/pip/termijn.ts', 'node:fs'],
    ['rules/pip/termijn.ts', '../../server/id.ts'],
    ['rules/pip/termijn.ts', '../../features/pip/pip.schema.ts'],
    ['rules/pip/termijn.ts', '../../gegevens.json'],
    ['features/pip/pip.schema.ts', '../intake/intake.schema.ts'],
    ['features/pip/pip.schema.ts', './pip.store.ts'],
    ['features/pip/pip.schema.ts', '../../server/db/db.ts'],
    ['features/pip/pip.schema.ts', '../../web/api.ts'],
    ['features/pip/pip.schema.ts', 'kysely'],
    ['features/pip/pip.store.ts', '../../rules/pip/termijn.ts'],
    ['features/pip/pip.store.ts', '../../server/id.ts'],
    ['features/pip/pip.store.ts', '../intake/intake.store.ts'],
    ['features/pip/pip.store.ts', '../intake/intake.schema.ts'],
    ['features/pip/pip.read.ts', './pip.store.ts'],
    ['features/pip/pip.read.ts', '../../connections/duo/client.ts'],
    ['features/pip/pip.routes.ts', '../intake/intake.store.ts'],
    ['features/pip/pip.routes.ts', './PipScreen.tsx'],
    ['features/pip/pip.routes.ts', '../../web/api.ts'],
    ['features/pip/pip.jobs.ts', '../intake/intake.jobs.ts'],
    ['features/pip/PipScreen.tsx', './pip.store.ts'],
    ['features/pip/PipScreen.tsx', './pip.read.ts'],
    ['features/pip/PipScreen.tsx', '../intake/IntakeScreen.tsx'],
    ['features/pip/PipScreen.tsx', '../../server/klok.ts'],
    ['features/pip/PipScreen.tsx', '../../connections/duo/schemas.ts'],
    ['features/pip/PipScreen.tsx', 'node:path'],
    ['features/pip/zinnen.ts', './pip.store.ts'],
    ['server/db/db.ts', '../../features/pip/pip.routes.ts'],
    ['server/http/probleem.ts', '../../web/api.ts'],
    ['server/server.ts', '../features/pip/PipScreen.tsx'],
    ['server/server.ts', '../test/world.ts'],
    ['web/main.tsx', '../features/pip/PipScreen.tsx'],
    ['web/routes.tsx', '../features/pip/pip.store.ts'],
    ['web/api.ts', '../server/id.ts'],
    ['web/api.ts', 'undici'],
    ['connections/duo/client.ts', '../../features/pip/pip.schema.ts'],
    ['connections/duo/simulator/main.ts', '../../../web/api.ts'],
  ])('%s imports %s', (file, specifier) => {
    const breach = [expect.stringMatching(`^${file}: .+ may not import ${specifier} `)];
    expect(check(file, `import { x } from '${specifier}';\nx();`)).toEqual(breach);
    expect(check(file, `const x = await import('${specifier}');`)).toEqual(breach);
    expect(check(file, `export { x } from '${specifier}';\nexport const y = 1;`)).toEqual(breach);
  });
});

describe('what the table allows is let through', () => {
  test.each([
    ['rules/pip/termijn.ts', "import { telOp } from '../shared/datum.ts';"],
    ['rules/pip/termijn.test.ts', "import fc from 'fast-check'; new Date();"],
    [
      'features/pip/pip.schema.ts',
      "import { z } from 'zod'; import { R } from '../../rules/a/b.ts';",
    ],
    ['features/pip/pip.schema.ts', "import { datum } from '../shared/datum.schema.ts';"],
    ['features/pip/pip.store.ts', "import type { Stand } from '../../rules/stand/stand.ts';"],
    ['features/pip/pip.store.ts', "import { type Db } from '../../server/db/db.ts';"],
    ['features/pip/pip.store.ts', "import { sql } from 'kysely'; sql`select 1`;"],
    ['features/pip/pip.read.ts', "import { afgerond } from '../intake/intake.read.ts';"],
    ['features/pip/pip.routes.ts', "import { zendPip } from '../../connections/duo/client.ts';"],
    ['features/pip/pip.routes.ts', "import { bewaar } from './pip.store.ts';"],
    ['features/pip/pip.jobs.ts', "import { afgerond } from '../intake/intake.read.ts';"],
    ['features/pip/PipScreen.tsx', "import { Knop } from '../../web/ui/Knop.tsx';"],
    ['features/pip/PipScreen.tsx', "import { pip } from './pip.schema.ts'; import './pip.css';"],
    ['server/server.ts', "import { routes } from '../features/pip/pip.routes.ts';"],
    ['server/jobs.ts', "import { jobs } from '../features/pip/pip.jobs.ts';"],
    ['web/routes.tsx', "const screen = () => import('../features/pip/PipScreen.tsx');"],
    ['connections/duo/simulator/main.ts', 'const port = process.env.PORT;'],
    ['test/world.ts', "import { maakDossier } from '../features/dossier/dossier.store.ts';"],
  ])('%s: %s', (file, text) => {
    expect(check(file, text)).toEqual([]);
  });
});

describe('a rule is pure', () => {
  test.each([
    ['Date', 'export const nu = () => new Date();'],
    ['Date', 'export type Moment = Date;'],
    ['Math.random', 'export const n = Math.random();'],
    ['Math.random', "export const n = Math['random']();"],
    ['process', 'export const zone = process.env.TZ;'],
    ['fetch', "export const antwoord = fetch('http://localhost');"],
    ['performance', 'export const n = performance.now();'],
    ['crypto', 'export const id = crypto.randomUUID();'],
  ])('%s in: %s', (name, text) => {
    expect(check('rules/pip/termijn.ts', text)).toContain(
      `rules/pip/termijn.ts: a rule may not use ${name}`,
    );
  });

  test('a name that is only a label is no use of the clock', () => {
    const text = 'export const a = (b: { fetch: number }) => ({ Date: b.fetch, process: 1 });';
    expect(check('rules/pip/termijn.ts', text)).toEqual([]);
  });
});

test.each([
  ['features/pip/pip.routes.ts', 'db.selectFrom("pip");'],
  ['features/pip/pip.routes.ts', 'sql`select 1`.execute(db);'],
  ['features/pip/pip.jobs.ts', 'db.insertInto("pip").values({});'],
  ['features/pip/pip.jobs.ts', 'pool.query(`update pip set versie = 2`);'],
  ['connections/duo/client.ts', 'pool.query("select 1");'],
])('SQL in %s is caught: %s', (file, text) => {
  expect(check(file, text)).toEqual([`${file}: SQL belongs in *.store.ts, *.read.ts or server/`]);
});

test.each(['server/logboek.ts', 'features/pip/pip.routes.ts', 'connections/duo/client.ts'])(
  'process.env in %s is caught',
  (file) => {
    expect(check(file, 'export const port = process.env.PORT;')).toEqual([
      `${file}: process.env is read in server/config.ts only`,
    ]);
    expect(check('server/config.ts', 'export const port = process.env.PORT;')).toEqual([]);
  },
);

test.each([
  ['features/pip/pip.routes.ts', "export * from './pip.schema.ts';"],
  ['features/pip/pip.routes.ts', "export { a } from './pip.schema.ts';"],
  ['features/pip/index.ts', 'export const a = 1;'],
])('a barrel file is caught: %s with %s', (file, text) => {
  expect(check(file, text)).toContain(`${file}: is a barrel file`);
});

test('a file that is too long is caught, a line earlier it is not', () => {
  const lines = (count: number) => 'void 0;\n'.repeat(count);
  expect(check('server/a.ts', lines(300))).toEqual([]);
  expect(check('server/a.ts', lines(301))).toEqual(['server/a.ts: 301 lines, the limit is 300']);
  expect(check('server/a.test.ts', lines(500))).toEqual([]);
  expect(check('server/a.test.ts', lines(501))).toEqual([
    'server/a.test.ts: 501 lines, the limit is 500',
  ]);
});

test('a folder with more than 14 files is caught', () => {
  const folder = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ path: `features/pip/${n}.typ`, text: '' }));
  expect(checkArchitecture(folder(14))).toEqual([]);
  expect(checkArchitecture(folder(15))).toEqual(['features/pip: 15 files, the limit is 14']);
});
