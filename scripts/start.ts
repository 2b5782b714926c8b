import { parseArgs } from 'node:util';
import { ConfigFout, leesConfig } from '../server/config.ts';
import { maakLogboek } from '../server/logboek.ts';
import { startMeedoen } from '../server/start.ts';

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
  const draaiend = await startMeedoen(config, logger);
  for (const sein of ['SIGINT', 'SIGTERM'] as const) {
    process.once(sein, () => {
      void draaiend.stop().then(() => process.exit(0));
    });
  }
  const seconden = ((performance.now() - begin) / 1000).toFixed(1);
  process.stdout.write(`\nMeedoen draait op ${draaiend.adres} (gestart in ${seconden} s)\n`);
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
