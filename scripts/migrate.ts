import { parseArgs } from 'node:util';
import { migrate } from '../server/postgres/migrate.ts';

const HELP = `Brengt de database op de stand van deze versie van Meedoen.

  node scripts/migrate.ts [--dir migrations]

Omgeving:
  DATABASE_URL_EIGENAAR  verbinding van de eigenaar van de database
  DATABASE_URL           wordt gebruikt als DATABASE_URL_EIGENAAR ontbreekt`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { help: { type: 'boolean' }, dir: { type: 'string', default: 'migrations' } },
  });
  if (values.help) return console.log(HELP);
  const url = process.env.DATABASE_URL_EIGENAAR ?? process.env.DATABASE_URL;
  if (!url) throw new Error('Zet DATABASE_URL_EIGENAAR of DATABASE_URL.');
  const applied = await migrate(url, { dir: values.dir });
  for (const file of applied) console.log(`toegepast: ${file}`);
  if (applied.length === 0) console.log('De database was al bij.');
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
