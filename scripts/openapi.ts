import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { leesConfig } from '../server/config.ts';
import { echteKlok } from '../server/klok.ts';
import { bouwServer } from '../server/server.ts';
import type { Toepassing } from '../server/toepassing.ts';

const BESTAND = new URL('../docs/openapi.json', import.meta.url);
const UITLEG = `Gebruik: node scripts/openapi.ts [--check]
Schrijft docs/openapi.json uit de schema's van de routes; met --check alleen nagaan of het bestand bij is.
`;

const { values } = parseArgs({
  options: { help: { type: 'boolean' }, check: { type: 'boolean' } },
});

/** Het document van een server zonder database: er wordt niets gevraagd, alleen beschreven. */
async function document(): Promise<string> {
  const adres = 'http://localhost:8080';
  const t = { config: leesConfig({}), klok: echteKlok } as Toepassing;
  const app = await bouwServer(t, {
    logger: pino({ level: 'silent' }),
    adres,
    aanbieder: { issuer: adres, clientId: 'meedoen', clientSecret: 'geen', adres },
  });
  await app.ready();
  const tekst = `${JSON.stringify(app.swagger(), null, 2)}\n`;
  await app.close();
  return tekst;
}

if (values.help) process.stdout.write(UITLEG);
else {
  const nieuw = await document();
  const oud = (() => {
    try {
      return readFileSync(BESTAND, 'utf8');
    } catch {
      return '';
    }
  })();
  if (!values.check) writeFileSync(BESTAND, nieuw);
  else if (oud !== nieuw) {
    process.stderr.write('docs/openapi.json is niet bij: draai `node scripts/openapi.ts`.\n');
    process.exitCode = 1;
  }
}
