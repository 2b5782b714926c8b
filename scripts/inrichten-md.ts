import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { beschrijfConfig } from '../server/config.ts';

const BESTAND = new URL('../docs/inrichten.md', import.meta.url);
const BEGIN = '<!-- instellingen: gemaakt door scripts/inrichten-md.ts -->';
const EIND = '<!-- einde instellingen -->';
const UITLEG = `Gebruik: node scripts/inrichten-md.ts [--check]
Schrijft de tabel met instellingen in docs/inrichten.md; met --check alleen nagaan of zij bij is.
`;

const { values } = parseArgs({
  options: { help: { type: 'boolean' }, check: { type: 'boolean' } },
});

function metTabel(tekst: string): string {
  const rijen = beschrijfConfig().map(
    (i) => `| \`${i.naam}\` | ${i.standaard ? `\`${i.standaard}\`` : '–'} | ${i.uitleg} |`,
  );
  const tabel = ['| Instelling | Standaard | Uitleg |', '|---|---|---|', ...rijen].join('\n');
  const [voor, rest] = tekst.split(BEGIN);
  const na = rest?.split(EIND)[1] ?? '\n';
  return `${voor}${BEGIN}\n\n${tabel}\n\n${EIND}${na}`;
}

if (values.help) process.stdout.write(UITLEG);
else {
  const oud = readFileSync(BESTAND, 'utf8');
  const nieuw = metTabel(oud);
  if (!values.check) writeFileSync(BESTAND, nieuw);
  else if (oud !== nieuw) {
    process.stderr.write('docs/inrichten.md is niet bij: draai `node scripts/inrichten-md.ts`.\n');
    process.exitCode = 1;
  }
}
