import { parseArgs } from 'node:util';
import { eindigAlleSessies } from '../server/auth/sessie.ts';
import { openDb } from '../server/db/db.ts';
import { echteKlok } from '../server/klok.ts';

const UITLEG = `Gebruik: node scripts/sessies.ts --email naam@gemeente.nl
Beëindigt meteen alle sessies van een medewerker. Leest DATABASE_URL_EIGENAAR of DATABASE_URL.
`;

const { values } = parseArgs({ options: { help: { type: 'boolean' }, email: { type: 'string' } } });
const url = process.env.DATABASE_URL_EIGENAAR ?? process.env.DATABASE_URL;

async function beeindig(databaseUrl: string, email: string): Promise<string> {
  const db = openDb(databaseUrl, undefined, 1);
  try {
    return await db.zonderDossiers(async (tx) => {
      const medewerker = await tx
        .selectFrom('medewerker')
        .select('id')
        .where('email', '=', email)
        .executeTakeFirst();
      if (!medewerker) throw new Error('Er is geen medewerker met dit e-mailadres.');
      await eindigAlleSessies(tx, medewerker.id, echteKlok.nu());
      return 'Alle sessies van deze medewerker zijn beëindigd.';
    });
  } finally {
    await db.close();
  }
}

if (values.help || !values.email || !url) {
  process.stdout.write(UITLEG);
  process.exitCode = values.help ? 0 : 2;
} else {
  process.stdout.write(`${await beeindig(url, values.email)}\n`);
}
