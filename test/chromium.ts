import { execFile } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

const PROJECT = path.resolve(import.meta.dirname, '..');
const NAME = `meedoen-chromium-${packageVersion()}`;

const WCAG_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** Starts the Chromium that npm delivers; it reaches the loopback interface and nothing else. */
export async function launchBrowser(): Promise<Browser> {
  const folder = await unpackedChromium();
  return chromium.launch({
    executablePath: path.join(folder, 'chromium'),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-domain-reliability',
      '--no-pings',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
    ],
    env: {
      ...process.env,
      HOME: os.tmpdir(),
      LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
    },
  });
}

/**
 * What axe finds against WCAG 2.0-2.2 A and AA, a line per violation; empty when all is well.
 * @param rules only these rules, for what alone can have changed.
 */
export async function axeScan(page: Page, rules?: string[]): Promise<string[]> {
  // Legacy mode looks at this page alone (there are no frames) and saves a second page per scan.
  const builder = new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] });
  const chosen = rules ? builder.withRules(rules) : builder.withTags(WCAG_TAGS);
  const { violations } = await chosen.analyze();
  return violations.map(({ id, impact, help, nodes }) => {
    const places = nodes.map((node) => node.target.join(' ')).join('; ');
    return `${id} (${impact}): ${help}: ${places}`;
  });
}

/** The folder with the unpacked browser: beside the dependencies, else in the temporary folder. */
async function unpackedChromium(): Promise<string> {
  const uid = process.getuid?.() ?? 0;
  const folders = [
    // The real place: what is written in it must hold when this tree was only borrowed by a link.
    path.join(realpathSync(path.join(PROJECT, 'node_modules')), '.cache', NAME),
    path.join(os.tmpdir(), `${NAME}-${uid}`),
  ];
  const ready = folders.find((folder) => existsSync(path.join(folder, 'chromium')));
  if (ready) return ready;
  let reason: unknown;
  for (const folder of folders) {
    try {
      return await unpackInto(folder);
    } catch (error) {
      reason = error;
    }
  }
  throw new Error('Chromium cannot be unpacked', { cause: reason });
}

/** Unpacks beside the folder and renames, so that a half-unpacked browser is never seen. */
async function unpackInto(folder: string): Promise<string> {
  await mkdir(path.dirname(folder), { recursive: true });
  const staging = await mkdtemp(`${folder}.`);
  try {
    const script = "await (await import('@sparticuz/chromium')).default.executablePath()";
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      cwd: PROJECT,
      // The package unpacks its libraries only where it believes to be on Amazon Linux.
      env: { TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    });
    await writeFile(path.join(staging, 'fonts.conf'), fontconfig(path.join(folder, 'fonts')));
    await chmod(path.join(staging, 'chromium'), 0o755);
    await chmod(staging, 0o755);
    await rename(staging, folder).catch((error: unknown) => {
      // Another test process was first.
      if (!existsSync(path.join(folder, 'chromium'))) throw error;
    });
    return folder;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

function fontconfig(fonts: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fonts}</dir>
  <cachedir>${path.join(os.tmpdir(), 'meedoen-fontconfig')}</cachedir>
</fontconfig>
`;
}

function packageVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const { version } = createRequire(import.meta.url)(path.join(entry, '../../package.json'));
  return version;
}
