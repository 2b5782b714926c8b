import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { PIP_STATUS, type PipOvergang } from '../features/pip/pip.status.ts';
import { beschrijfConfig } from '../server/config.ts';

const UITLEG = `Gebruik: node scripts/tabellen-md.ts [--check]
Schrijft de tabellen in de uitleg die uit de code komen: de instellingen in docs/inrichten.md en de staat van
een PIP in docs/handleiding/pip.md. Met --check alleen nagaan of zij bij zijn.
`;
const BEGIN = '<!-- gemaakt door scripts/tabellen-md.ts -->';
const EIND = '<!-- einde -->';

const TABELLEN: Record<string, () => string[][]> = {
  'docs/inrichten.md': instellingen,
  'docs/handleiding/pip.md': staatVanPip,
};

function instellingen(): string[][] {
  const rijen = beschrijfConfig().map((i) => [
    `\`${i.naam}\``,
    i.standaard ? `\`${i.standaard}\`` : '–',
    i.uitleg,
  ]);
  return [['Instelling', 'Standaard', 'Uitleg'], ...rijen];
}

const STAAT: Record<PipOvergang['van'], string> = {
  geen: '–',
  concept: 'concept',
  'ter-vaststelling': 'ter vaststelling',
  vastgesteld: 'vastgesteld',
  ingetrokken: 'ingetrokken',
};
const WIE: Record<PipOvergang['recht'], string> = {
  'pip.opstellen': 'wie een PIP mag opstellen',
  'pip.vaststellen': 'wie mandaat heeft',
};
const VOORWAARDE: Record<PipOvergang['voorwaarde'], string> = {
  geen: '',
  'enig-concept': 'er is geen ander concept',
  'inhoud-volledig': 'inhoud volledig, intake afgerond',
  'besluit-mogelijk': 'alles hierboven',
  geldend: 'het is het PIP dat nu geldt',
};

function staatVanPip(): string[][] {
  const rijen = PIP_STATUS.map((o) => [
    STAAT[o.van],
    o.handeling,
    STAAT[o.naar],
    WIE[o.recht],
    VOORWAARDE[o.voorwaarde],
  ]);
  return [['van', 'handeling', 'naar', 'wie', 'voorwaarde'], ...rijen];
}

/** De tekst met de tabel tussen de merktekens. */
function metTabel(tekst: string, [kop = [], ...rijen]: string[][]): string {
  const [voor, rest] = tekst.split(BEGIN);
  const na = rest?.split(EIND)[1];
  if (na === undefined) throw new Error(`de merktekens '${BEGIN}' en '${EIND}' ontbreken`);
  const regels = [kop, kop.map(() => '---'), ...rijen].map((cellen) => `| ${cellen.join(' | ')} |`);
  return `${voor}${BEGIN}\n\n${regels.join('\n')}\n\n${EIND}${na}`;
}

const { values } = parseArgs({
  options: { help: { type: 'boolean' }, check: { type: 'boolean' } },
});

if (values.help) process.stdout.write(UITLEG);
else {
  for (const [naam, tabel] of Object.entries(TABELLEN)) {
    const bestand = new URL(`../${naam}`, import.meta.url);
    const oud = readFileSync(bestand, 'utf8');
    const nieuw = metTabel(oud, tabel());
    if (!values.check) writeFileSync(bestand, nieuw);
    else if (oud !== nieuw) {
      process.stderr.write(`${naam} is niet bij: draai \`node scripts/tabellen-md.ts\`.\n`);
      process.exitCode = 1;
    }
  }
}
