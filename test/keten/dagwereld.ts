import pg from 'pg';
import { datum } from '../../rules/shared/datum.ts';
import { legVast } from '../../server/dossier/feiten.ts';
import { nieuwId } from '../../server/id.ts';
import { gemeenteMetBriefhoofd, volledigPip } from '../begeleiding/pip-dossier.ts';
import { verzonnenBsns } from '../bsn.ts';
import { maakScholen, SCHOOL } from '../traject.ts';
import type { TestGemeente, TestMedewerker } from '../world.ts';
import type { Groep } from './dagorde.ts';
import type { Keten } from './processen.ts';
import { maakToeval } from './storing.ts';
import { totdat } from './uitval.ts';
import { leesDuo } from './vergelijk.ts';

/** Lopende dossiers van zo'n gemeente. */
const IN_TRAJECT = 200;
const ZONDER_PIP = 40;
const NIEUW = 20;
const PIP = datum('2026-10-01');
export const GEDULD_MS = 300_000;

export type Mens = { bsn: string; groep: Groep };
export type Proef = {
  k: Keten;
  g: TestGemeente;
  elders: TestGemeente;
  m: TestMedewerker;
  pool: pg.Pool;
  mensen: Mens[];
  toeval: () => number;
};

export async function duo(k: Keten, pad: string, inhoud: object, method = 'POST'): Promise<void> {
  const antwoord = await fetch(`${k.duo.url}/simulator/${pad}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(inhoud),
  });
  if (!antwoord.ok) throw new Error(`${pad}: ${await antwoord.text()}`);
}

const PLICHT = {
  doelgroep: { indeling: 'Asielstatushouder', begindatum: '2026-09-01' },
  plicht: {
    indicatorInburgeringsplicht: true,
    begindatum: '2026-09-01',
    datumKennisgevingInburgeringsplicht: '2026-09-20',
  },
};

const pipBij = (gemeentecode: string) => ({
  pip: {
    gemeentecode,
    pip: {
      dagtekeningPip: PIP,
      leerroute: 'B',
      niveau: 'B1',
      geschatteIntensiteitB1Route: 720,
      indicatorMagOpleidingAfmaken: false,
      indicatorAlfabetiseringsonderwijs: 'AA',
    },
    ontvangenOp: PIP,
  },
  termijn: { startdatum: '2026-10-02', einddatum: '2029-10-02' },
});

/** How DUO knows a person of each group in the morning. */
function bijDuo({ bsn, groep }: Mens, g: TestGemeente, elders: TestGemeente) {
  const vanElders = groep === 'verhuist' || groep === 'verhuist-met-pip';
  const basis = {
    bsn,
    vNummer: bsn.padStart(10, '0'),
    gemeentecode: vanElders ? elders.code : g.code,
    vestigingsdatum: '2026-09-15',
    ...PLICHT,
  };
  if (groep === 'in-traject') return { ...basis, ...pipBij(g.code) };
  return groep === 'verhuist-met-pip' ? { ...basis, ...pipBij(elders.code) } : basis;
}

const inBrp = (bsn: string, g: TestGemeente) => ({
  burgerservicenummer: bsn,
  naam: { voornamen: 'Proef', geslachtsnaam: 'Persoon', volledigeNaam: 'Proef Persoon' },
  geboorte: { datum: { type: 'Datum', datum: '1990-01-01', langFormaat: '1 januari 1990' } },
  gemeenteVanInschrijving: { code: g.code, omschrijving: g.naam },
  datumInschrijvingInGemeente: {
    type: 'Datum',
    datum: '2026-09-15',
    langFormaat: '15 september 2026',
  },
});

function maakMensen(): Mens[] {
  const bron = verzonnenBsns();
  const rij = (groep: Groep, n: number): Mens[] =>
    Array.from({ length: n }, () => ({ bsn: bron.next().value as string, groep }));
  return [
    ...rij('in-traject', IN_TRAJECT),
    ...rij('zonder-pip', ZONDER_PIP),
    ...rij('nieuw', NIEUW),
    ...rij('verhuist', 3),
    ...rij('verhuist-met-pip', 3),
  ];
}

/** A gemeente with its people, known at DUO and in the BRP; nothing in Meedoen yet. */
export async function bereidVoor(k: Keten, zaad: number): Promise<Proef> {
  const g = await gemeenteMetBriefhoofd(k.w);
  const elders = await k.w.gemeente();
  const m = await k.w.medewerker(g.organisatieId);
  await maakScholen(k.w);
  const gemeenten = [g, elders].map(({ oin, code }) => ({ oin, gemeentecode: code }));
  await duo(k, 'gemeenten', gemeenten);
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
  const mensen = maakMensen();
  await duo(
    k,
    'personen',
    mensen.map((mens) => bijDuo(mens, g, elders)),
  );
  await k.brp.inject({
    method: 'POST',
    url: '/simulator/personen',
    payload: mensen.map(({ bsn }) => inBrp(bsn, g)),
  });
  const pool = new pg.Pool({ connectionString: k.databaseUrl, max: 2 });
  pool.on('error', () => {});
  return { k, g, elders, m, pool, mensen, toeval: maakToeval(zaad) };
}

/** A message that waits for a refused one is quiet too. */
const isStil = async ({ pool, k }: Proef) => {
  const { rows } = await pool.query<{ n: string }>(
    "select (select count(*) from bericht_in where staat = 'nieuw') + (select count(*) from bericht_uit where staat in ('wacht', 'bezig') and wacht_op is null) as n",
  );
  return Number(rows[0]?.n) === 0 && (await leesDuo(k.duo.url)).tellers.notificaties.wachtend === 0;
};
/** Waits until nothing is on its way any more, in either direction. */
export const stil = (p: Proef) => totdat('alles verwerkt', () => isStil(p), GEDULD_MS);

export const dossierVan = async (pool: pg.Pool, bsn: string): Promise<string> => {
  const { rows } = await pool.query<{ id: string }>('select id from dossier where bsn = $1', [bsn]);
  if (!rows[0]) throw new Error('geen dossier voor een melding die er een opent');
  return rows[0].id;
};

/** The years before: everybody's dossier, opened by DUO's own messages, with the PIP that DUO has. */
export async function voorgeschiedenis(p: Proef): Promise<void> {
  const bekend = p.mensen.filter((x) => x.groep === 'in-traject' || x.groep === 'zonder-pip');
  await duo(
    p.k,
    'gebeurtenissen',
    bekend.map(({ bsn }) => ({ bsn, gebeurtenisId: 'SS101' })),
  );
  await stil(p);
  for (const { bsn } of p.mensen.filter((x) => x.groep === 'in-traject')) {
    const sleutel = { gemeenteId: p.g.id, dossierId: await dossierVan(p.pool, bsn) };
    const pipId = nieuwId();
    const inhoud = { meegeteldeInspanningen: [], ...volledigPip('B'), niveau: 'B1' } as never;
    const wie = { nu: p.k.w.t.klok.nu(), vandaag: p.k.w.t.klok.vandaag() };
    await p.k.w.db.forGemeenten({ gemeenten: [p.g.id] }, (tx) =>
      legVast(
        tx,
        sleutel,
        [
          {
            soort: 'pip-vastgesteld',
            inhoud: {
              pipId,
              versie: 1,
              dagtekening: PIP,
              bekendgemaaktOp: PIP,
              gemeentecode: p.g.code,
              inhoud,
              vastgesteldDoor: 'Noor',
            },
            geldigOp: PIP,
            bron: 'medewerker',
          },
          {
            soort: 'pip-bij-duo',
            inhoud: { pipId, staat: 'geaccepteerd' },
            geldigOp: PIP,
            bron: 'duo',
          },
        ],
        wie,
      ),
    );
  }
  const traject = p.mensen.filter((x) => x.groep === 'in-traject');
  await duo(
    p.k,
    'gebeurtenissen',
    traject.map(({ bsn }) => ({ bsn, gebeurtenisId: 'SS102' })),
  );
  await stil(p);
}
