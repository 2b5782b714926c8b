import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { REGELS } from '../rules/regels.ts';
import { type Regel, toon } from '../rules/shared/regel.ts';

const HULP = `Schrijft docs/regels/<id>.json: de voorbeelden van elke regel met hun volledige antwoord.

  node scripts/regel-voorbeelden.ts           schrijft de bestanden
  node scripts/regel-voorbeelden.ts --check   faalt als een antwoord niet meer hetzelfde is
  node scripts/regel-voorbeelden.ts --help    deze tekst

Wie een eigen uitvoering van de wet maakt, kan haar hiermee vergelijken. Verandert een antwoord, lees dan
eerst na of dat zo hoort: deze bestanden zijn het bewijs dat de regels nog hetzelfde zeggen.`;

const MAP = path.resolve(import.meta.dirname, '../docs/regels');

function inhoud(regel: Regel): string {
  const voorbeelden = regel.voorbeelden.map(({ naam, invoer }) => {
    const uit = regel.beantwoord(invoer);
    if ('fouten' in uit) throw new Error(`${regel.id}, '${naam}': ${JSON.stringify(uit.fouten)}`);
    return { naam, invoer, antwoord: toon(uit.antwoord) };
  });
  return `${JSON.stringify({ regel: regel.id, voorbeelden }, null, 2)}\n`;
}

const lees = (bestand: string) => {
  try {
    return readFileSync(path.join(MAP, bestand), 'utf8');
  } catch {
    return '';
  }
};

function voer(args: string[]): number {
  if (args.includes('--help')) {
    console.log(HULP);
    return 0;
  }
  mkdirSync(MAP, { recursive: true });
  const nieuw = new Map(REGELS.map((r) => [`${r.id}.json`, inhoud(r)]));
  const over = readdirSync(MAP).filter((b) => !nieuw.has(b));
  const anders = [...nieuw].filter(([bestand, tekst]) => lees(bestand) !== tekst);
  if (!args.includes('--check')) {
    for (const [bestand, tekst] of anders) writeFileSync(path.join(MAP, bestand), tekst);
    for (const bestand of over) rmSync(path.join(MAP, bestand));
    return 0;
  }
  const mis = [...anders.map(([bestand]) => bestand), ...over];
  if (mis.length > 0) {
    console.error(
      `docs/regels is verouderd (${mis.join(', ')}); voer uit: node scripts/regel-voorbeelden.ts`,
    );
  }
  return mis.length > 0 ? 1 : 0;
}

process.exitCode = voer(process.argv.slice(2));
