import { parseArgs } from 'node:util';
import { vulOefenregio } from '../features/demo/demo.jobs.ts';
import { ConfigFout, leesConfig } from '../server/config.ts';
import { maakLogboek } from '../server/logboek.ts';
import { type Draaiend, startMeedoen } from '../server/start.ts';
import type { Toepassing } from '../server/toepassing.ts';

const UITLEG = `Gebruik: npm start
Start Meedoen. Zonder instellingen: een oefenomgeving met een verzonnen regio op http://localhost:8080.
Alle instellingen staan in docs/inrichten.md.
`;

const { values } = parseArgs({ options: { help: { type: 'boolean', default: false } } });

async function main(): Promise<void> {
  const begin = performance.now();
  const config = leesConfig(process.env);
  const oefen = config.MEEDOEN_OMGEVING === 'oefen';
  const logger = maakLogboek(oefen && !process.env.LOG_NIVEAU ? 'warn' : config.LOG_NIVEAU);
  const draaiend = await startMeedoen(config, logger, vulOefenregio);
  for (const sein of ['SIGINT', 'SIGTERM'] as const) {
    process.once(sein, () => {
      void draaiend.stop().then(() => process.exit(0));
    });
  }
  const seconden = ((performance.now() - begin) / 1000).toFixed(1);
  const tekst = `\nMeedoen draait op ${draaiend.adres} (gestart in ${seconden} s)\n`;
  process.stdout.write(tekst + (oefen ? await oefenUitleg(draaiend) : ''));
}

/** Als wie men zich kan aanmelden, en waar de nabootsingen luisteren. */
async function oefenUitleg({ t, nabootsingen }: Draaiend): Promise<string> {
  const mensen = await leesMensen(t);
  const breed = (veld: 'naam' | 'functie') => Math.max(...mensen.map((m) => m[veld].length)) + 2;
  const regels = mensen.map(
    (m) => `  ${m.naam.padEnd(breed('naam'))}${m.functie.padEnd(breed('functie'))}${m.organisatie}`,
  );
  return [
    `Oefendatum ${t.klok.vandaag()}. Aanmelden zonder wachtwoord als:`,
    '',
    ...regels,
    '',
    `Nagebootste DUO ${nabootsingen?.duoUrl} en BRP ${nabootsingen?.brpUrl}.`,
    'Alle mensen zijn verzonnen. Wat er te proberen is: docs/demo.md. Stoppen: Ctrl-C.',
    '',
  ].join('\n');
}

function leesMensen(t: Toepassing) {
  return t.db.zonderDossiers((tx) =>
    tx
      .selectFrom('medewerker')
      .innerJoin('organisatie', 'organisatie.id', 'medewerker.organisatie_id')
      .select(['medewerker.naam', 'medewerker.functie', 'organisatie.naam as organisatie'])
      .where('medewerker.actief', '=', true)
      .orderBy('medewerker.id')
      .limit(40)
      .execute(),
  );
}

if (values.help) process.stdout.write(UITLEG);
else {
  main().catch((fout: unknown) => {
    process.stderr.write(
      `\nMeedoen start niet.\n${fout instanceof Error ? fout.message : String(fout)}\n`,
    );
    if (!(fout instanceof ConfigFout) && fout instanceof Error)
      process.stderr.write(`${fout.stack}\n`);
    process.exitCode = 1;
  });
}
