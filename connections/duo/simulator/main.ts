import { parseArgs } from 'node:util';
import { buildDuoSimulator } from './app.ts';

const UITLEG = `Gebruik: node connections/duo/simulator/main.ts --meedoen URL [opties]
  --meedoen URL         oorsprong van Meedoen, bijvoorbeeld http://localhost:8080
  --poort N             poort op de eigen machine (standaard een vrije poort)
  --journaal BESTAND    bewaart de toestand over een herstart heen
  --oin OIN             OIN van DUO
  --gemeente OIN=CODE   een gemeente met haar code; mag vaker
  --peildatum DATUM     vaste dag in plaats van vandaag
`;

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', default: false },
    meedoen: { type: 'string' },
    poort: { type: 'string', default: '0' },
    journaal: { type: 'string' },
    oin: { type: 'string', default: '00000001800866472000' },
    gemeente: { type: 'string', multiple: true, default: [] },
    peildatum: { type: 'string' },
  },
});

function vandaagInNederland(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date());
}

if (values.help || !values.meedoen) {
  process.stdout.write(UITLEG);
  process.exitCode = values.help ? 0 : 2;
} else {
  const app = buildDuoSimulator({
    journaal: values.journaal,
    meedoenUrl: values.meedoen,
    oinDuo: values.oin,
    klok: () => values.peildatum ?? vandaagInNederland(),
    gemeenten: Object.fromEntries(values.gemeente.map((g) => g.split('=') as [string, string])),
  });
  for (const sein of ['SIGINT', 'SIGTERM'] as const) process.once(sein, () => void app.close());
  const adres = await app.listen({ host: '127.0.0.1', port: Number(values.poort) });
  process.stdout.write(`${JSON.stringify({ adres })}\n`);
}
