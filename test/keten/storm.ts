import { randomInt } from 'node:crypto';
import { setTimeout as wacht } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { controleerKeten, verzegel } from '../../server/audit/zegel.ts';
import { gemeenteMetBriefhoofd } from '../begeleiding/pip-dossier.ts';
import { verzonnenBsns } from '../bsn.ts';
import { inTraject, maakScholen, SCHOOL } from '../traject.ts';
import { type Keten, maakProcessen } from './processen.ts';
import { herstel, kiesStoring, maakToeval, type Storing, stoor } from './storing.ts';
import { type Kanaal, type Mens, stappen } from './stroom.ts';
import { totdat } from './uitval.ts';
import { leesDuo, vergelijk } from './vergelijk.ts';

const UITLEG = `Gebruik: npm run test:storm -- [--ronden 500] [--feiten 5000] [--zaad N]
Een stroom feiten gaat van Meedoen naar DUO en terug, terwijl Meedoen, PostgreSQL en DUO om de beurt worden gedood en
antwoorden verloren gaan, dubbel komen of in een andere volgorde. Aan het einde weten beide hetzelfde, en is er niets
verloren en niets twee keer aangenomen.
`;
const FEITEN_PER_MENS = stappen().length;
const LOPERS = 24;
const LEEG_MS = 180_000;

type Proef = { k: Keten; kanaal: Kanaal; pool: pg.Pool; mensen: Mens[] };

async function duo(k: Keten, pad: string, inhoud: object): Promise<void> {
  const antwoord = await fetch(`${k.duo.url}/simulator/${pad}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(inhoud),
  });
  if (!antwoord.ok) throw new Error(await antwoord.text());
}

const bijDuo = (bsn: string, gemeentecode: string) => ({
  bsn,
  gemeentecode,
  vestigingsdatum: '2026-09-15',
  doelgroep: { indeling: 'Asielstatushouder', begindatum: '2026-09-01' },
  plicht: {
    indicatorInburgeringsplicht: true,
    begindatum: '2026-09-01',
    datumKennisgevingInburgeringsplicht: '2026-09-20',
  },
  termijn: { startdatum: '2026-10-02', einddatum: '2029-10-02' },
  pip: {
    gemeentecode,
    pip: { dagtekeningPip: '2026-10-01', leerroute: 'B', niveau: 'B1' },
    ontvangenOp: '2026-10-01',
  },
});

/** People in their traject, known at both sides. */
async function bereidVoor(k: Keten, aantal: number): Promise<Proef> {
  const g = await gemeenteMetBriefhoofd(k.w);
  const m = await k.w.medewerker(g.organisatieId);
  await maakScholen(k.w);
  await duo(k, 'gemeenten', [{ oin: g.oin, gemeentecode: g.code }]);
  await duo(k, 'instellingen', [
    {
      instellingsnummer: SCHOOL.bow,
      naam: 'TaalThuis',
      postcode: '7411AB',
      huisnummer: 1,
      plaatsnaam: 'Veldrijk',
      indicatieBowKeurmerk: true,
      indicatieTstKeurmerk: false,
    },
  ]);
  const bron = verzonnenBsns();
  const mensen: Mens[] = [];
  for (let nr = 0; nr < aantal; nr += 1) {
    const bsn = bron.next().value as string;
    const dossierId = await k.w.dossier(g.id, inTraject(g, 'B'), { bsn, klantmanagerId: m.id });
    mensen.push({ nr, bsn, dossierId, bevestigd: [], hoort: { eindeTermijn: '2029-10-02' } });
  }
  await duo(
    k,
    'personen',
    mensen.map(({ bsn }) => bijDuo(bsn, g.code)),
  );
  const pool = new pg.Pool({ connectionString: k.databaseUrl, max: 2 });
  pool.on('error', () => {});
  return { k, kanaal: { adres: k.adres, cookie: m.cookie, duoUrl: k.duo.url }, pool, mensen };
}

/** Sends everything about everybody; about one person in order, several persons at once. */
async function stuurAlles({ kanaal, mensen }: Proef, klaar: () => void): Promise<void> {
  const wachtend = [...mensen];
  const loper = async () => {
    for (let m = wachtend.shift(); m; m = wachtend.shift()) {
      for (const stap of stappen()) await stap(kanaal, m);
    }
  };
  await Promise.all(Array.from({ length: LOPERS }, loper)).finally(klaar);
}

const isLeeg = async ({ pool, k }: Proef) => {
  const { rows } = await pool.query<{ n: string }>(
    "select (select count(*) from bericht_in where staat = 'nieuw') + (select count(*) from bericht_uit where staat in ('wacht', 'bezig')) as n",
  );
  const { notificaties } = (await leesDuo(k.duo.url)).tellers;
  return Number(rows[0]?.n) === 0 && notificaties.wachtend === 0;
};

/** After many faults the next try may be a quarter away; the storm is over, so all may go at once. */
const slaWachttijdOver = ({ pool }: Proef) =>
  pool.query('update graphile_worker._private_jobs set run_at = now() where run_at > now()');

/** What is still on its way, to find out why it does not arrive. */
async function watOpenStaat({ pool, k }: Proef): Promise<string> {
  const vraag = async (sql: string) => JSON.stringify((await pool.query(sql)).rows);
  const { notificaties } = (await leesDuo(k.duo.url)).tellers;
  return [
    await vraag(
      "select gebeurtenis_id, pogingen, laatste_fout, count(*) from bericht_in where staat = 'nieuw' group by 1, 2, 3 limit 8",
    ),
    await vraag(
      "select soort, staat, pogingen, laatste_fout, wacht_op, count(*) from bericht_uit where staat in ('wacht', 'bezig') group by 1, 2, 3, 4, 5 limit 8",
    ),
    await vraag(
      'select task_identifier, attempts, max_attempts, locked_by is not null as bezig, run_at - now() as over, left(last_error, 160) as fout, count(*) from graphile_worker.jobs group by 1, 2, 3, 4, 5, 6 limit 12',
    ),
    JSON.stringify(notificaties),
  ].join('\n');
}

export type Uitslag = {
  fouten: string[];
  ronden: number;
  feiten: number;
  storingen: Partial<Record<Storing, number>>;
  seconden: number;
  duo: Awaited<ReturnType<typeof leesDuo>>['tellers'];
};

/** One storm: at least `ronden` faults, until all facts were acknowledged; then peace, and the comparison. */
export async function storm(zaad: number, ronden: number, feiten: number): Promise<Uitslag> {
  const k = await maakProcessen();
  try {
    const proef = await bereidVoor(k, Math.max(1, Math.ceil(feiten / FEITEN_PER_MENS)));
    await k.app.start();
    const toeval = maakToeval(zaad);
    const storingen: Uitslag['storingen'] = {};
    const begin = performance.now();
    let bezig = true;
    const stroom = stuurAlles(proef, () => {
      bezig = false;
    });
    // Een fout in de stroom komt aan het licht bij het wachten erop, niet als losse weigering.
    stroom.catch(() => {});
    let ronde = 0;
    for (; ronde < ronden || bezig; ronde += 1) {
      const soort = kiesStoring(toeval);
      storingen[soort] = (storingen[soort] ?? 0) + 1;
      await stoor(k, soort, toeval);
      await wacht(toeval() * 300);
    }
    await herstel(k);
    await stroom;
    await slaWachttijdOver(proef);
    await totdat('alles verwerkt', () => isLeeg(proef), LEEG_MS).catch(async (fout: unknown) => {
      throw new Error(`${fout}\n${await watOpenStaat(proef)}`);
    });
    const seconden = (performance.now() - begin) / 1000;
    const fouten = await vergelijk(proef.pool, k.duo.url, proef.mensen, k.logboek);
    while ((await verzegel(proef.pool)) > 0);
    const logboek = await controleerKeten(proef.pool);
    if (logboek.fouten.length > 0) fouten.push('het logboek is niet heel');
    const { tellers } = await leesDuo(k.duo.url);
    await proef.pool.end();
    return {
      fouten,
      ronden: ronde,
      feiten: proef.mensen.length * FEITEN_PER_MENS,
      storingen,
      seconden,
      duo: tellers,
    };
  } finally {
    await k.stop();
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean' },
      ronden: { type: 'string', default: '500' },
      feiten: { type: 'string', default: '5000' },
      zaad: { type: 'string' },
    },
  });
  if (values.help) return void process.stdout.write(UITLEG);
  const zaad = Number(values.zaad ?? randomInt(1, 1_000_000));
  process.stdout.write(`zaad ${zaad}\n`);
  const u = await storm(zaad, Number(values.ronden), Number(values.feiten));
  process.stdout.write(
    `${u.ronden} ronden in ${u.seconden.toFixed(0)} s: ${JSON.stringify(u.storingen)}\n` +
      `${u.feiten} feiten; DUO kreeg ${u.duo.ontvangen} meldingen, nam er ${u.duo.aangenomen} aan (${u.duo.dubbelBerichtId} keer hetzelfde overschreven), weigerde er ${u.duo.geweigerd} en bezorgde ${u.duo.notificaties.bezorgd} notificaties\n` +
      (u.fouten.length === 0 ? 'beide weten hetzelfde\n' : `${u.fouten.slice(0, 40).join('\n')}\n`),
  );
  process.exitCode = u.fouten.length === 0 ? 0 : 1;
}

if (import.meta.main) await main();
