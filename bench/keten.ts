import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { Pool as HttpPool } from 'undici';
import { nieuwId } from '../server/id.ts';
import { zetInUitbox } from '../server/uitbox.ts';
import { verzonnenBsns } from '../test/bsn.ts';
import { maakOpstelling, OIN_DUO, type Opstelling, totdat, VANDAAG } from '../test/keten/uitval.ts';
import type { TestGemeente } from '../test/world.ts';
import { type Meting, meet } from './meten.ts';

const UITLEG = `Gebruik: node bench/keten.ts [--seconden 6] [--meldingen 10000] [--berichten 1000]
Meet de keten met DUO op een eigen database: meldingen duurzaam ontvangen naast kale duurzame inserts, een achterstand
verwerken, en berichten versturen naar een DUO die over elk antwoord 50 ms doet.
`;
const TEGELIJK = [1, 8, 64];
const SOORTEN = ['SS101', 'SS139', 'SS131', 'SS124', 'SS110'];
const VERTRAGING_MS = 50;
const GEDULD_MS = 600_000;

type Proef = { o: Opstelling; g: TestGemeente; pool: pg.Pool };

const aantal = async (pool: pg.Pool, vraag: string) =>
  Number((await pool.query<{ n: string }>(vraag)).rows[0]?.n);

let teller = 0;
/** Een melding zoals DUO haar stuurt; elke melding is een andere. */
function melding(g: TestGemeente, gebeurtenisId: string, bsn?: string) {
  teller += 1;
  const registratieDatumTijd = new Date(Date.parse('2026-11-20T08:00:00Z') + teller).toISOString();
  return {
    method: 'POST' as const,
    path: '/duo/v1/notificaties',
    headers: {
      'content-type': 'application/json',
      bron: OIN_DUO,
      doel: g.oin,
      berichtId: randomUUID(),
    },
    body: JSON.stringify({ registratieDatumTijd, gebeurtenisId, ...(bsn ? { bsn } : {}) }),
  };
}

async function stuur(http: HttpPool, verzoek: ReturnType<typeof melding>): Promise<void> {
  const { statusCode, body } = await http.request(verzoek);
  await body.dump();
  if (statusCode !== 201) throw new Error(`melding geweigerd met ${statusCode}`);
}

async function meetOntvangst({ o, g, pool }: Proef, seconden: number): Promise<void> {
  const text = `insert into bericht_in (gemeente_id, id, bericht_id, inhoud_hash, ruw, gebeurtenis_id, geregistreerd_op, ontvangen_op, staat)
    values ($1, $2, $3, $4, $5, 'ZZ001', now(), now(), 'afgehandeld')`;
  process.stdout.write(
    '\n| tegelijk | meldingen per seconde | p95 ms | kale insert per seconde | verhouding |\n|--:|--:|--:|--:|--:|\n',
  );
  const bron = verzonnenBsns();
  const bsns = Array.from({ length: 2000 }, () => bron.next().value as string);
  for (const n of TEGELIJK) {
    const http = new HttpPool(o.adres, { connections: n });
    const kaal: Meting = await meet(
      'kaal',
      () => {
        const id = randomUUID();
        const hash = id.replaceAll('-', '').repeat(2);
        return pool.query({ name: 'kaal', text, values: [g.id, nieuwId(), id, hash, '{}'] });
      },
      seconden,
      n,
    );
    const in1 = await meet(
      'melding',
      () => stuur(http, melding(g, 'ZZ001', bsns[teller % bsns.length])),
      seconden,
      n,
    );
    await http.close();
    process.stdout.write(
      `| ${n} | ${in1.perSeconde.toFixed(0)} | ${in1.p95.toFixed(1)} | ${kaal.perSeconde.toFixed(0)} | ${(in1.perSeconde / kaal.perSeconde).toFixed(2)} |\n`,
    );
  }
  await pool.query('truncate bericht_in');
  await pool.query('delete from graphile_worker._private_jobs');
}

/** Mensen die DUO en de BRP kennen. */
async function maakMensen({ o, g }: Proef, n: number): Promise<string[]> {
  const bron = verzonnenBsns();
  const bsns = Array.from({ length: n }, () => bron.next().value as string);
  const doe = async (naar: 'duo' | 'brp', payload: object) => {
    const antwoord = await o[naar].inject({ method: 'POST', url: '/simulator/personen', payload });
    if (antwoord.statusCode >= 300) throw new Error(antwoord.body);
  };
  await o.duo.inject({
    method: 'POST',
    url: '/simulator/gemeenten',
    payload: [{ oin: g.oin, gemeentecode: g.code }],
  });
  await doe(
    'duo',
    bsns.map((bsn) => ({
      bsn,
      gemeentecode: g.code,
      vestigingsdatum: '2026-09-15',
      doelgroep: { indeling: 'Asielstatushouder', begindatum: '2026-09-01' },
      plicht: {
        indicatorInburgeringsplicht: true,
        begindatum: '2026-09-01',
        datumKennisgevingInburgeringsplicht: '2026-09-20',
      },
      lbt: {
        resultaten: [
          {
            resultaat: 'B1-route haalbaar',
            behaaldeScore: '62,50',
            benodigdeScore: '40,00',
            datumAfname: '2026-10-20',
          },
        ],
      },
    })),
  );
  await doe(
    'brp',
    bsns.map((burgerservicenummer) => ({
      burgerservicenummer,
      naam: { voornamen: 'Proef', geslachtsnaam: 'Persoon', volledigeNaam: 'Proef Persoon' },
      geboorte: { datum: { type: 'Datum', datum: '1990-01-01', langFormaat: '1 januari 1990' } },
      gemeenteVanInschrijving: { code: g.code, omschrijving: g.naam },
      datumInschrijvingInGemeente: {
        type: 'Datum',
        datum: '2026-09-15',
        langFormaat: '15 september 2026',
      },
    })),
  );
  return bsns;
}

async function meetAchterstand(p: Proef, meldingen: number): Promise<void> {
  const bsns = await maakMensen(p, Math.ceil(meldingen / SOORTEN.length));
  const http = new HttpPool(p.o.adres, { connections: 16 });
  for (const soort of SOORTEN) {
    await Promise.all(bsns.map((bsn) => stuur(http, melding(p.g, soort, bsn))));
  }
  await http.close();
  p.o.killApp();
  await p.o.start();
  const begin = performance.now();
  const open = "select count(*) as n from bericht_in where staat = 'nieuw'";
  await totdat('achterstand verwerkt', async () => (await aantal(p.pool, open)) === 0, GEDULD_MS);
  const seconden = (performance.now() - begin) / 1000;
  const totaal = bsns.length * SOORTEN.length;
  const dossiers = await aantal(p.pool, 'select count(*) as n from dossier');
  process.stdout.write(
    `\nachterstand: ${totaal} meldingen over ${bsns.length} mensen verwerkt in ${seconden.toFixed(1)} s (${(totaal / seconden).toFixed(0)} per seconde), ${dossiers} dossiers geopend\n`,
  );
}

async function meetVerzenden(p: Proef, berichten: number): Promise<void> {
  const { rows } = await p.pool.query<{ id: string }>(
    'select id from dossier order by id limit $1',
    [berichten],
  );
  await p.o.duo.inject({
    method: 'PUT',
    url: '/simulator/gedrag',
    payload: { traag: VERTRAGING_MS },
  });
  const begin = performance.now();
  for (const { id } of rows) {
    await p.o.w.db.forGemeenten({ gemeenten: [p.g.id] }, (tx) =>
      zetInUitbox(tx, {
        gemeenteId: p.g.id,
        dossierId: id,
        soort: 'pip',
        onderwerpId: nieuwId(),
        inhoud: {
          dagtekeningPip: VANDAAG,
          leerroute: 'B',
          indicatorAlfabetiseringsonderwijs: 'NVT',
        },
        nu: p.o.w.t.klok.nu(),
      }),
    );
  }
  const open = "select count(*) as n from bericht_uit where staat in ('wacht', 'bezig')";
  await totdat('alles verstuurd', async () => (await aantal(p.pool, open)) === 0, GEDULD_MS);
  const seconden = (performance.now() - begin) / 1000;
  const goed = await aantal(
    p.pool,
    "select count(*) as n from bericht_uit where staat = 'geaccepteerd'",
  );
  process.stdout.write(
    `\nversturen: ${rows.length} berichten naar een DUO met ${VERTRAGING_MS} ms vertraging in ${seconden.toFixed(1)} s (${(rows.length / seconden).toFixed(0)} per seconde), ${goed} geaccepteerd\n`,
  );
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean' },
      seconden: { type: 'string', default: '6' },
      meldingen: { type: 'string', default: '10000' },
      berichten: { type: 'string', default: '1000' },
    },
  });
  if (values.help) return void process.stdout.write(UITLEG);
  const o = await maakOpstelling();
  const pool = new pg.Pool({ connectionString: o.postgres.url, max: 64 });
  try {
    const proef = { o, g: await o.w.gemeente(), pool };
    await o.start({ MEEDOEN_WERKER: 'uit' });
    await meetOntvangst(proef, Number(values.seconden));
    await meetAchterstand(proef, Number(values.meldingen));
    await meetVerzenden(proef, Number(values.berichten));
  } finally {
    await pool.end();
    await o.stop();
  }
}

await main();
