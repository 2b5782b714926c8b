import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { SCHOOL } from '../traject.ts';
import { DAGORDE, gebeurtenissenVan } from './dagorde.ts';
import {
  bereidVoor,
  dossierVan,
  duo,
  GEDULD_MS,
  type Mens,
  type Proef,
  stil,
  voorgeschiedenis,
} from './dagwereld.ts';
import { maakProcessen } from './processen.ts';
import { NORMAAL } from './storing.ts';
import { totdat, VANDAAG } from './uitval.ts';
import { leesDuo } from './vergelijk.ts';

const UITLEG = `Gebruik: npm run test:dag -- [--zaad N]
Speelt een dag na van een gemeente met honderdduizend inwoners: zestig meldingen van DUO van meer dan twintig soorten,
verhuizingen, verbeteringen, geweigerde meldingen en antwoorden die laat komen of wegvallen. Aan het einde van de dag
is de lijst met verschillen tussen Meedoen en DUO leeg.
`;
/** One act of a klantmanager; `null` when Meedoen refuses it, as it may. */
async function doe(p: Proef, dossierId: string, deel: string, body: object) {
  const antwoord = await fetch(`${p.k.adres}/v1/dossiers/${dossierId}/traject/${deel}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: p.m.cookie },
    body: JSON.stringify(body),
  });
  const inhoud = (await antwoord.json()) as { feitId: string };
  if (antwoord.status >= 400) throw new Error(`${deel}: ${JSON.stringify(inhoud).slice(0, 300)}`);
  return inhoud.feitId;
}

/** Offers, hours and results, each corrected once. */
async function leerwerk(p: Proef, mens: Mens): Promise<void> {
  const id = await dossierVan(p.pool, mens.bsn);
  const aanbod = {
    instellingsnummer: SCHOOL.bow,
    datum: '2026-10-05',
    start: '2026-10-12',
    totEnMet: '2027-10-11',
    alfabetisering: 'NVT',
  };
  const eerste = await doe(p, id, 'aanbod', { ...aanbod, vorige: null });
  await doe(p, id, 'aanbod', { ...aanbod, totEnMet: '2027-12-31', vorige: eerste });
  const uren = (totaal: number, totEnMet: string, vorige: string | null) =>
    doe(p, id, 'uren', {
      kind: 'instelling',
      instellingsnummer: SCHOOL.bow,
      totaal,
      totEnMet,
      geoorloofdVerzuim: 2,
      ongeoorloofdVerzuim: 0,
      ookSamen: true,
      vorige,
    });
  const teVeel = await uren(90, '2026-11-15', null);
  await uren(60, '2026-11-15', teVeel);
  const pvt = (op: string, vorigeDatum: string | null) =>
    doe(p, id, 'pvt', {
      op,
      verwijtbaar: null,
      motivering: null,
      reden: vorigeDatum ? 'Een typefout.' : null,
      vorigeDatum,
      vorigOordeel: null,
    });
  const fout = await pvt('2026-11-10', null);
  await pvt('2026-11-09', fout);
}

/** The day itself: messages in random order between the work, while DUO is sometimes slow or contrary. */
async function dag(p: Proef): Promise<{ meldingen: number; soorten: number }> {
  const orde = gebeurtenissenVan(p.mensen, p.g.code, p.toeval);
  const werk = p.mensen.filter((x) => x.groep === 'in-traject').slice(0, 40);
  await duo(p.k, 'gedrag', { dubbeleNotificaties: true, antwoordVerliezen: 6 }, 'PUT');
  for (const [i, gebeurtenis] of orde.entries()) {
    if (i === 15) await duo(p.k, 'gedrag', { dubbeleNotificaties: false, traag: 400 }, 'PUT');
    if (i === 25) {
      const weigerMet = 'De melding kan op dit moment niet worden verwerkt.';
      await duo(p.k, 'gedrag', { traag: 0, weigerMet, weigerAantal: 6 }, 'PUT');
    }
    if (i === 40)
      await duo(p.k, 'gedrag', { antwoordVerliezen: 5, verwisselNotificaties: true }, 'PUT');
    await duo(p.k, 'gebeurtenissen', gebeurtenis);
    const mens = werk[i];
    if (mens) await leerwerk(p, mens);
  }
  await duo(p.k, 'gedrag', NORMAAL, 'PUT');
  await stil(p);
  return { meldingen: orde.length, soorten: new Set(DAGORDE.map((r) => r.id)).size };
}

/** What DUO refused goes again at the end of the day. */
async function verstuurOpnieuw(p: Proef): Promise<number> {
  const { rows } = await p.pool.query<{ id: string }>(
    "select id from bericht_uit where staat = 'geweigerd' order by volgnummer",
  );
  for (const { id } of rows) {
    await fetch(`${p.k.adres}/v1/verzendingen/${id}/_opnieuw`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: p.m.cookie },
      body: '{}',
    });
  }
  await stil(p);
  return rows.length;
}

type Verschillen = {
  totaal: number;
  items: { onderwerp: string; soort: string; hier: string | null; duo: string | null }[];
  voortgang: { gemeenteId: string; laatstKlaarOp: string | null; bezig: unknown }[];
};

/** Compares everybody with DUO and gives what differs. */
async function stemAf(p: Proef): Promise<Verschillen> {
  const vraag = async (pad: string, body: object) => {
    const antwoord = await fetch(`${p.k.adres}/v1/afstemming/${pad}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: p.m.cookie },
      body: JSON.stringify(body),
    });
    if (antwoord.status >= 400) throw new Error(`${pad}: ${await antwoord.text()}`);
    return antwoord.json();
  };
  const lees = () => vraag('_zoek', { gemeenteId: p.g.id, pageSize: 50 }) as Promise<Verschillen>;
  const eigen = (v: Verschillen) => v.voortgang.find((x) => x.gemeenteId === p.g.id);
  const vorige = eigen(await lees())?.laatstKlaarOp;
  await vraag('_start', { gemeenteId: p.g.id });
  await totdat(
    'alles vergeleken',
    async () => {
      const nu = eigen(await lees());
      return nu?.bezig === null && nu.laatstKlaarOp !== vorige;
    },
    GEDULD_MS,
  );
  return lees();
}

/** The list is not empty because it sees nothing: a change that DUO never told comes up. */
async function ziet(p: Proef): Promise<boolean> {
  const bsn = p.mensen.findLast((x) => x.groep === 'in-traject')?.bsn;
  const termijn = { startdatum: '2026-10-02', einddatum: '2031-01-02' };
  await duo(p.k, 'personen', [{ bsn, termijn }]);
  const { items } = await stemAf(p);
  return items.length === 1 && items[0]?.onderwerp === 'termijn';
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { help: { type: 'boolean' }, zaad: { type: 'string' } },
  });
  if (values.help) return void process.stdout.write(UITLEG);
  const zaad = Number(values.zaad ?? randomInt(1, 1_000_000));
  process.stdout.write(`zaad ${zaad}, ${VANDAAG}\n`);
  const k = await maakProcessen();
  try {
    const p = await bereidVoor(k, zaad);
    await k.app.start();
    await voorgeschiedenis(p);
    const begin = performance.now();
    const { meldingen, soorten } = await dag(p);
    const opnieuw = await verstuurOpnieuw(p);
    const seconden = (performance.now() - begin) / 1000;
    const { totaal, items } = await stemAf(p);
    const { tellers } = await leesDuo(k.duo.url);
    const gevonden = await ziet(p);
    process.stdout.write(
      `${meldingen} meldingen van ${soorten} soorten, ${tellers.aangenomen} meldingen bij DUO aangenomen, ${tellers.geweigerd} geweigerd, ${opnieuw} opnieuw verstuurd, in ${seconden.toFixed(0)} s\n` +
        `verschillen aan het einde van de dag: ${totaal}\n${items
          .map(
            (v) =>
              `  ${v.onderwerp} ${v.soort}: hier ${v.hier ?? 'niets'}, bij DUO ${v.duo ?? 'niets'}\n`,
          )
          .join('')}` +
        `een verandering die DUO niet meldde wordt ${gevonden ? 'gevonden' : 'NIET gevonden'}\n`,
    );
    await p.pool.end();
    process.exitCode = totaal === 0 && gevonden ? 0 : 1;
  } finally {
    await k.stop();
  }
}

await main();
