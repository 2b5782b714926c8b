import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const ROOT = path.resolve(import.meta.dirname, '..');
const BIN = path.join(ROOT, 'node_modules', '.bin');
const SELF = path.basename(import.meta.filename);

const HELP = `Gebruik: npm run check
Kijkt na: opmaak en stijl (biome), typen (tsc), ongebruikte code (knip) en of de gemaakte bestanden
bij zijn (elk script dat --check kent). Een regel per stap; eindigt met 1 als een stap niet slaagt.
Opmaak herstellen: npm run fix. Een gemaakt bestand vernieuwen: het script zonder --check.
`;

type Step = { name: string; command: string; args: string[] };
type Outcome = { step: Step; ok: boolean; seconds: number; output: string };

const { values } = parseArgs({ options: { help: { type: 'boolean' } } });

if (values.help) process.stdout.write(HELP);
else process.exitCode = (await runAll(steps(), 2)).every(({ ok }) => ok) ? 0 : 1;

function steps(): Step[] {
  return [
    { name: 'tsc', command: path.join(BIN, 'tsc'), args: ['--noEmit'] },
    {
      name: 'biome',
      command: path.join(BIN, 'biome'),
      args: ['check', '--error-on-warnings', '.'],
    },
    { name: 'knip', command: path.join(BIN, 'knip'), args: [] },
    ...generators().map((file) => ({
      name: file,
      command: process.execPath,
      args: [path.join(ROOT, 'scripts', file), '--check'],
    })),
  ];
}

/** The scripts that make a file and can tell whether it is current. */
function generators(): string[] {
  const folder = path.join(ROOT, 'scripts');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== SELF)
    .filter((file) => readFileSync(path.join(folder, file), 'utf8').includes('--check'));
}

async function runAll(waiting: Step[], workers: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const outcome = await run(step);
      report(outcome);
      outcomes.push(outcome);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return outcomes;
}

function run(step: Step): Promise<Outcome> {
  const started = performance.now();
  return new Promise((resolve) => {
    const options = { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 };
    execFile(step.command, step.args, options, (error, stdout, stderr) => {
      const seconds = (performance.now() - started) / 1000;
      resolve({ step, ok: error === null, seconds, output: `${stdout}${stderr}`.trim() });
    });
  });
}

function report({ step, ok, seconds, output }: Outcome): void {
  console.log(`${ok ? 'ok  ' : 'FOUT'} ${step.name} (${seconds.toFixed(1)} s)`);
  if (!ok) console.log(`${output}\n`);
}
