import { parseArgs } from 'node:util';
import pg from 'pg';
import { controleerKeten } from '../server/audit/zegel.ts';

const UITLEG = `Gebruik: node scripts/logboek.ts
Loopt de verzegeling van het logboek na. Leest DATABASE_URL_EIGENAAR of DATABASE_URL.
Eindigt met 1 als een regel weg is of is gewijzigd.
`;

const { values } = parseArgs({ options: { help: { type: 'boolean' } } });
const url = process.env.DATABASE_URL_EIGENAAR ?? process.env.DATABASE_URL;

async function controleer(connectionString: string): Promise<void> {
  const pool = new pg.Pool({ connectionString, max: 1 });
  const { regels, onverzegeld, fouten, laatsteZegel } = await controleerKeten(pool).finally(() =>
    pool.end(),
  );
  for (const fout of fouten) {
    process.stdout.write(`zegel ${fout.positie}, regel ${fout.volgnummer}: ${fout.wat}\n`);
  }
  process.stdout.write(
    `${regels} regels verzegeld, ${onverzegeld} nog niet, ${fouten.length} fouten; laatste zegel ${laatsteZegel}\n`,
  );
  if (fouten.length > 0) process.exitCode = 1;
}

if (values.help) process.stdout.write(UITLEG);
else if (!url) {
  process.stderr.write('Zet DATABASE_URL_EIGENAAR of DATABASE_URL.\n');
  process.exitCode = 2;
} else await controleer(url);
