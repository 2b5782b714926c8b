import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { SCHOOL } from '../traject.ts';
import type { Mens } from './stroom.ts';

type BijDuo = {
  bsn?: string;
  termijn?: { einddatum: string };
  aanbod?: { instellingsnummer: string; datumInburgeringsaanbod?: string }[];
  map?: { datumEindgesprekMap?: string };
  pvt?: { datumOndertekeningPvt?: string };
  uren?: Record<string, unknown>[];
};

/** What DUO holds, and what went to and fro. */
export type Duostand = {
  personen: BijDuo[];
  tellers: {
    ontvangen: number;
    aangenomen: number;
    geweigerd: number;
    dubbelBerichtId: number;
    notificaties: { wachtend: number; bezorgd: number; geweigerd: number };
  };
};

export async function leesDuo(url: string): Promise<Duostand> {
  return (await fetch(`${url}/simulator/stand`)).json() as Promise<Duostand>;
}

type Ontvangen = { meldingen: { berichtId: string; status: number; pad: string }[] };
type Bezorgd = {
  notificaties: {
    doel: string;
    stand: string;
    notificatie: { gebeurtenisId: string; registratieDatumTijd: string; bsn?: string };
  }[];
};

const uur = (rijen: readonly Record<string, unknown>[], naam: string, nummer?: string) =>
  rijen.flatMap((r) => {
    const deel = r[naam] as { uren?: number; instellingsnummer?: string } | undefined;
    if (!deel || (nummer && deel.instellingsnummer !== nummer)) return [];
    return [{ uren: deel.uren, bekendTot: r.bekendTot }];
  });

/** What DUO should hold about one person next to what it holds. */
function verschilBijDuo({ nr, hoort }: Mens, p: BijDuo | undefined): string[] {
  const rijen = p?.uren ?? [];
  const paren: [string, unknown, unknown][] = [
    ['termijn', hoort.eindeTermijn, p?.termijn?.einddatum],
    [
      'aanbod',
      hoort.aanbod,
      p?.aanbod?.find((a) => a.instellingsnummer === SCHOOL.bow)?.datumInburgeringsaanbod,
    ],
    ['map', hoort.map, p?.map?.datumEindgesprekMap],
    ['pvt', hoort.pvt, p?.pvt?.datumOndertekeningPvt],
    [
      'uren instelling',
      hoort.instelling?.uren,
      uur(rijen, 'TaallesEnKnmInstelling', SCHOOL.bow)[0]?.uren,
    ],
    ['uren intake', hoort.intake, uur(rijen, 'TaallesEnKnmBredeIntake')[0]?.uren],
    ['uren samen', hoort.alles, uur(rijen, 'ParticipatieAlsTaalles')[0]?.uren],
  ];
  return paren
    .filter(([, moet, is]) => moet !== undefined && moet !== is)
    .map(([wat, moet, is]) => `mens ${nr}, ${wat}: hoort ${moet}, bij DUO ${is}`);
}

const tel = async (pool: pg.Pool, vraag: string, ...waarden: unknown[]) =>
  Number((await pool.query<{ n: string }>(vraag, waarden)).rows[0]?.n);

/** Facts that Meedoen acknowledged and that are not there. */
async function verlorenFeiten(pool: pg.Pool, mensen: readonly Mens[]): Promise<string[]> {
  const ids = mensen.flatMap((m) => m.bevestigd);
  const n = await tel(pool, 'select count(*) as n from feit where id = any($1)', ids);
  return n === ids.length ? [] : [`${ids.length - n} bevestigde feiten ontbreken`];
}

/** What DUO told and Meedoen now believes. */
async function verschilHier(pool: pg.Pool, mensen: readonly Mens[]): Promise<string[]> {
  const { rows } = await pool.query<{ id: string; eind: string; score: number }>(
    `select d.id,
       (select inhoud->>'eind' from feit f where f.dossier_id = d.id and f.soort = 'inburgeringstermijn'
         order by f.id desc limit 1) as eind,
       (select (inhoud->>'behaald')::int from feit f where f.dossier_id = d.id and f.soort = 'leerbaarheidstoets'
         order by f.id desc limit 1) as score
     from dossier d where d.id = any($1)`,
    [mensen.map((m) => m.dossierId)],
  );
  const hier = new Map(rows.map((r) => [r.id, r]));
  return mensen.flatMap((m) => {
    const r = hier.get(m.dossierId);
    const fouten: string[] = [];
    if (r?.eind !== m.hoort.eindeTermijn) {
      fouten.push(`mens ${m.nr}: termijn tot ${r?.eind}, bij DUO ${m.hoort.eindeTermijn}`);
    }
    if (m.hoort.lbt && r?.score !== Number(m.hoort.lbt.replace(',', ''))) {
      fouten.push(`mens ${m.nr}: toets ${r?.score}, bij DUO ${m.hoort.lbt}`);
    }
    return fouten;
  });
}

/** Each accepted message once: the ids that DUO accepted are exactly those that Meedoen calls accepted. */
async function verschilInBerichten(pool: pg.Pool, duoUrl: string): Promise<string[]> {
  const { meldingen } = (await (await fetch(`${duoUrl}/simulator/ontvangen`)).json()) as Ontvangen;
  const goed = meldingen.filter((m) => m.status < 300);
  const bijDuo = new Set(goed.map((m) => m.berichtId));
  const { rows } = await pool.query<{ bericht_id: string }>(
    "select bericht_id from bericht_uit where staat = 'geaccepteerd'",
  );
  const hier = new Set(rows.map((r) => r.bericht_id));
  const alleenHier = [...hier].filter((id) => !bijDuo.has(id)).length;
  // Een contactpersoon vraagt meer dan één verzoek; alleen het laatste staat bij het bericht.
  const telt = goed.filter((m) => !m.pad.includes('/contactpersonen'));
  const alleenDuo = new Set(telt.map((m) => m.berichtId).filter((id) => !hier.has(id))).size;
  const fouten: string[] = [];
  if (alleenHier > 0)
    fouten.push(`${alleenHier} berichten heten hier geaccepteerd en kent DUO niet`);
  if (alleenDuo > 0)
    fouten.push(`${alleenDuo} berichten nam DUO aan en heten hier niet geaccepteerd`);
  const pips = goed.filter((m) => m.pad.endsWith('/PIP'));
  if (new Set(pips.map((m) => m.berichtId)).size !== pips.length) {
    fouten.push('een PIP is twee keer aangenomen');
  }
  const geweigerd = await tel(
    pool,
    "select count(*) as n from bericht_uit where staat = 'geweigerd'",
  );
  if (geweigerd > 0) {
    const { rows: r } = await pool.query(
      "select soort, foutteksten, inhoud, count(*) from bericht_uit where staat = 'geweigerd' group by 1, 2, 3 limit 3",
    );
    fouten.push(`${geweigerd} berichten geweigerd: ${JSON.stringify(r).slice(0, 600)}`);
  }
  return fouten;
}

/** Notifications that DUO calls delivered and that are not kept here. */
async function verlorenMeldingen(pool: pg.Pool, duoUrl: string): Promise<string[]> {
  const { notificaties } = (await (
    await fetch(`${duoUrl}/simulator/notificaties`)
  ).json()) as Bezorgd;
  const { rows } = await pool.query<{ s: string }>(
    `select distinct gebeurtenis_id || ' ' || extract(epoch from geregistreerd_op)::numeric(20,3) || ' ' || coalesce(ruw->'inhoud'->>'bsn', '') as s from bericht_in`,
  );
  const hier = new Set(rows.map((r) => r.s));
  const weg = notificaties.filter(({ stand, notificatie: n }) => {
    const s = (Date.parse(n.registratieDatumTijd) / 1000).toFixed(3);
    return stand !== 'bezorgd' || !hier.has(`${n.gebeurtenisId} ${s} ${n.bsn ?? ''}`);
  });
  return weg.length === 0 ? [] : [`${weg.length} meldingen van DUO zijn niet bewaard`];
}

/** The log of Meedoen with a BSN in it: that may never be, whatever went wrong. */
function bsnsInLogboek(logboek: string, mensen: readonly Mens[]): string[] {
  const tekst = readFileSync(logboek, 'utf8');
  const n = mensen.filter((m) => tekst.includes(m.bsn)).length;
  if (tekst === '') return ['het logboek van Meedoen is leeg: er is niets bewezen'];
  return n === 0 ? [] : [`van ${n} mensen staat het BSN in het logboek van Meedoen`];
}

/** Everything in which DUO and Meedoen differ; empty when nothing got lost and nothing came twice. */
export async function vergelijk(
  pool: pg.Pool,
  duoUrl: string,
  mensen: readonly Mens[],
  logboek: string,
): Promise<string[]> {
  const { personen } = await leesDuo(duoUrl);
  const opBsn = new Map(personen.map((p) => [p.bsn, p]));
  return [
    ...mensen.flatMap((m) => verschilBijDuo(m, opBsn.get(m.bsn))),
    ...(await verschilHier(pool, mensen)),
    ...(await verlorenFeiten(pool, mensen)),
    ...(await verschilInBerichten(pool, duoUrl)),
    ...(await verlorenMeldingen(pool, duoUrl)),
    ...bsnsInLogboek(logboek, mensen),
  ];
}
