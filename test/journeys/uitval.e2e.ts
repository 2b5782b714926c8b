import { randomInt } from 'node:crypto';
import { setTimeout as wacht } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { controleerKeten, verzegel } from '../../server/audit/zegel.ts';
import {
  CONCEPT_REVISIE,
  gemeenteMetBriefhoofd,
  klaarVoorPip,
  maakConcept,
} from '../begeleiding/pip-dossier.ts';
import { verzonnenBsns } from '../bsn.ts';
import {
  blijfProberen,
  maakOpstelling,
  melding,
  type Opstelling,
  totdat,
  VANDAAG,
} from '../keten/uitval.ts';
import type { TestGemeente, TestMedewerker } from '../world.ts';

/** Two rounds in the normal run; `npm run test:uitval` does twenty. */
const RONDES = Number(process.env.MEEDOEN_RONDES ?? 2);
const MELDINGEN = 24;
const PIPS = 6;
const ASIEL = { indeling: 'Asielstatushouder', begindatum: '2026-09-01' };
const PLICHT = {
  indicatorInburgeringsplicht: true,
  begindatum: '2026-09-01',
  datumKennisgevingInburgeringsplicht: '2026-09-20',
};

let o: Opstelling;
let g: TestGemeente;
let m: TestMedewerker;
let pool: pg.Pool;
const bsns = verzonnenBsns();

beforeAll(async () => {
  o = await maakOpstelling();
  g = await gemeenteMetBriefhoofd(o.w);
  m = await o.w.medewerker(g.organisatieId);
  pool = new pg.Pool({ connectionString: o.postgres.url, max: 2 });
  pool.on('error', () => {});
  await duo('gemeenten', [{ oin: g.oin, gemeentecode: g.code }]);
}, 60_000);
afterAll(async () => {
  await pool?.end();
  await o?.stop();
}, 60_000);

const duo = async (wat: string, inhoud: object) => {
  const antwoord = await o.duo.inject({
    method: 'POST',
    url: `/simulator/${wat}`,
    payload: inhoud,
  });
  if (antwoord.statusCode >= 300) throw new Error(antwoord.body);
};

/** Persons that DUO and the BRP know. */
async function maakPersonen(aantal: number): Promise<string[]> {
  const nieuw = Array.from({ length: aantal }, () => bsns.next().value as string);
  await duo(
    'personen',
    nieuw.map((bsn) => ({
      bsn,
      gemeentecode: g.code,
      vestigingsdatum: '2026-09-15',
      doelgroep: ASIEL,
      plicht: PLICHT,
    })),
  );
  const inBrp = nieuw.map((burgerservicenummer) => ({
    burgerservicenummer,
    naam: { voornamen: 'Proef', geslachtsnaam: 'Persoon', volledigeNaam: 'Proef Persoon' },
    geboorte: { datum: { type: 'Datum', datum: '1990-01-01', langFormaat: '1 januari 1990' } },
    gemeenteVanInschrijving: { code: g.code, omschrijving: g.naam },
    datumInschrijvingInGemeente: {
      type: 'Datum',
      datum: '2026-09-15',
      langFormaat: '15 september 2026',
    },
  }));
  await o.brp.inject({ method: 'POST', url: '/simulator/personen', payload: inBrp });
  return nieuw;
}

/** Concepts that only have to be vastgesteld. */
async function maakConcepten(): Promise<{ bsn: string; dossierId: string; pad: string }[]> {
  const concepten = [];
  for (const bsn of await maakPersonen(PIPS)) {
    const dossierId = await o.w.dossier(g.id, klaarVoorPip(g), { bsn, klantmanagerId: m.id });
    concepten.push({ bsn, dossierId, pad: (await maakConcept(m, dossierId)).pad });
  }
  return concepten;
}

const stelVast = (pad: string) =>
  blijfProberen(`${o.adres}${pad}/_vaststellen`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      cookie: m.cookie,
      'idempotency-key': pad.replaceAll(/[^\w-]/g, '-').slice(-80),
    },
    body: JSON.stringify({ revisie: CONCEPT_REVISIE, dagtekening: VANDAAG }),
  });

const aantal = async (vraag: string, ...waarden: unknown[]) =>
  Number((await pool.query<{ n: string }>(vraag, waarden)).rows[0]?.n);

const leeg = async () =>
  (await aantal(
    "select (select count(*) from bericht_in where staat = 'nieuw') + (select count(*) from bericht_uit where staat in ('wacht', 'bezig')) as n",
  )) === 0;

/** What the queue still holds, to find out why it does not end. */
async function watOpenStaat(): Promise<string> {
  const { rows } = await pool.query(
    `select task_identifier, queue_name, attempts, locked_by, now() - locked_at as op_slot, run_at - now() as over, left(last_error, 120) as fout
     from graphile_worker.jobs`,
  );
  return JSON.stringify(rows, null, 1);
}

async function ronde(
  nummer: number,
): Promise<{ gemeld: string[]; vastgesteld: { bsn: string; dossierId: string }[] }> {
  const [personen, concepten] = [await maakPersonen(MELDINGEN), await maakConcepten()];
  await o.start();
  const stromen = Promise.all([
    ...personen.map(async (bsn, i) => {
      const antwoord = await blijfProberen(
        `${o.adres}/duo/v1/notificaties`,
        melding(g.oin, bsn, 'SS101', `2026-11-20T10:00:${String(i).padStart(2, '0')}Z`),
      );
      expect(antwoord.status).toBe(201);
    }),
    ...concepten.map(async ({ pad }) => {
      const antwoord = await stelVast(pad);
      expect([antwoord.status, antwoord.ok || (await antwoord.text())]).toEqual([200, true]);
    }),
  ]);
  await wacht(randomInt(20, 400));
  if (nummer % 2 === 0) o.killApp();
  else o.killPostgres();
  await o.start();
  await stromen;
  await totdat('alles verwerkt', leeg, 90_000).catch(async (fout: unknown) => {
    throw new Error(`${fout}\n${await watOpenStaat()}`);
  });
  return { gemeld: personen, vastgesteld: concepten };
}

describe('een proces dat midden in het werk wordt gedood', () => {
  it.each(Array.from({ length: RONDES }, (_, i) => [i]))(
    'ronde %i: alles wat bevestigd is staat er, en niets is twee keer bij DUO',
    async (nummer) => {
      const { gemeld, vastgesteld } = await ronde(nummer);
      expect(await aantal('select count(*) as n from dossier where bsn = any($1)', gemeld)).toBe(
        MELDINGEN,
      );
      const dubbel = await aantal(
        "select count(*) as n from (select dossier_id from feit where soort = 'pip-vastgesteld' group by 1 having count(*) > 1) d",
      );
      expect(dubbel).toBe(0);
      const ids = vastgesteld.map((v) => v.dossierId);
      for (const tabel of [
        "feit where soort = 'pip-vastgesteld' and",
        "document where soort = 'pip-beschikking' and",
        "bericht_uit where staat = 'geaccepteerd' and",
      ]) {
        expect([
          tabel,
          await aantal(`select count(*) as n from ${tabel} dossier_id = any($1)`, ids),
        ]).toEqual([tabel, PIPS]);
      }
      const { perPersoon } = (await o.duo.inject('/simulator/ontvangen')).json<{
        perPersoon: { bsn: string; ontvangen: number; aangenomen: number }[];
      }>();
      const bijDuo = perPersoon.filter((p) => vastgesteld.some((v) => v.bsn === p.bsn));
      expect(bijDuo.map((p) => [p.ontvangen, p.aangenomen])).toEqual(vastgesteld.map(() => [1, 1]));
    },
    240_000,
  );

  it('laat het logboek heel achter', async () => {
    while ((await verzegel(pool)) > 0);
    expect(await controleerKeten(pool)).toMatchObject({ fouten: [], onverzegeld: 0 });
  });
});
