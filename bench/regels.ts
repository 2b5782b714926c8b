import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { PEILDATUM } from './opstelling.ts';
import { type Duur, meetStand } from './regels/dossiers.ts';
import { meetMotoren } from './regels/motoren-meten.ts';
import { meetNacht } from './regels/nacht.ts';

const UITLEG = `Gebruik: node bench/regels.ts [--dossiers 250000] [--deel stand|motoren|nacht] [--map /tmp/meedoen-bench-land]
Meet de regels: de hele Stand van elk dossier op één kern, zonder en met verklaringen; de termijn van het PIP naast
json-rules-engine en zen-engine, met hetzelfde antwoord; en het nachtwerk van een land, waarvan 2 % aan de beurt is,
op een ingebouwde PostgreSQL. De dossiers zijn verzonnen en elke keer dezelfde.
`;

const getal = (n: number, decimalen = 1) => n.toFixed(decimalen).replace('.', ',');
const duur = ({ mediaan, p95, totaal }: Duur) =>
  `mediaan ${getal(mediaan)} µs, p95 ${getal(p95)} µs, samen ${getal(totaal)} s`;
const schrijf = (...regels: string[]) => process.stdout.write(`${regels.join('\n')}\n\n`);

function stand(dossiers: number): void {
  const m = meetStand(dossiers, PEILDATUM);
  schrijf(
    `Stand met volgendeWijziging van ${m.dossiers} dossiers (feiten: kwart ${m.feiten.kwart}, midden ${m.feiten.midden}, driekwart ${m.feiten.driekwart})`,
    `  zonder verklaringen  ${duur(m.zonder)}`,
    `  met verklaringen     ${duur(m.met)}`,
  );
}

async function motoren(): Promise<void> {
  const { zaken, regel, motoren: gemeten } = await meetMotoren();
  schrijf(
    `Laatste dag voor het PIP, ${zaken} zaken, overal hetzelfde antwoord`,
    `  onze regel: ${getal(regel, 3)} µs`,
    ...gemeten.map(
      (m) =>
        `  ${m.naam}: ${getal(m.microseconden)} µs, ${getal(m.microseconden / regel, 0)} keer zo lang`,
    ),
  );
}

async function nacht(map: string, rijen: number): Promise<void> {
  mkdirSync(map, { recursive: true });
  const m = await meetNacht(map, rijen);
  schrijf(
    `Nachtwerk over ${m.rijen} dossiers, ${m.aanDeBeurt} aan de beurt: ${getal(m.seconden)} s (over: ${m.over})`,
  );
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean' },
      dossiers: { type: 'string', default: '250000' },
      deel: { type: 'string' },
      map: { type: 'string', default: '/tmp/meedoen-bench-land' },
    },
  });
  if (values.help) return void process.stdout.write(UITLEG);
  const doet = (deel: string) => values.deel === undefined || values.deel === deel;
  const dossiers = Number(values.dossiers);
  if (doet('stand')) stand(dossiers);
  if (doet('motoren')) await motoren();
  if (doet('nacht')) await nacht(values.map, dossiers);
}

await main();
