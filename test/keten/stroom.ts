import { SCHOOL } from '../traject.ts';
import { blijfProberen, VANDAAG } from './uitval.ts';

const GEDULD_MS = 180_000;
const EERSTE_LES = Date.parse('2026-10-12T00:00:00Z');
const DAG_MS = 86_400_000;

/** Where the stream sends: Meedoen as a medewerker, and the control side of DUO. */
export type Kanaal = { adres: string; cookie: string; duoUrl: string };

/** One person with what was acknowledged about her, to compare at the end. */
export type Mens = {
  nr: number;
  bsn: string;
  dossierId: string;
  /** Ids of facts that Meedoen acknowledged. */
  bevestigd: string[];
  /** What DUO should hold in the end. */
  hoort: {
    aanbod?: string;
    instelling?: { uren: number; bekendTot: string };
    intake?: number;
    alles?: number;
    pvt?: string;
    map?: string;
    eindeTermijn: string;
    lbt?: string;
  };
};

type Stap = (k: Kanaal, m: Mens) => Promise<void>;

const dag = (n: number) => new Date(EERSTE_LES + n * DAG_MS).toISOString().slice(0, 10);

/** Tells Meedoen a fact until it answers; a repeated request carries the same key. */
async function leg(
  k: Kanaal,
  m: Mens,
  deel: string,
  sleutel: string,
  body: object,
): Promise<string> {
  const antwoord = await blijfProberen(
    `${k.adres}/v1/dossiers/${m.dossierId}/traject/${deel}`,
    {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        cookie: k.cookie,
        'idempotency-key': `storm-${m.nr}-${sleutel}`,
      },
      body: JSON.stringify(body),
    },
    GEDULD_MS,
  );
  const inhoud = (await antwoord.json()) as { feitId?: string };
  if (!antwoord.ok || !inhoud.feitId) {
    throw new Error(`${deel} gaf ${antwoord.status}: ${JSON.stringify(inhoud).slice(0, 300)}`);
  }
  m.bevestigd.push(inhoud.feitId);
  return inhoud.feitId;
}

/** Lets something happen at DUO; DUO tells Meedoen by itself. */
async function gebeurt(k: Kanaal, body: object): Promise<void> {
  const antwoord = await blijfProberen(
    `${k.duoUrl}/simulator/gebeurtenissen`,
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    GEDULD_MS,
  );
  if (!antwoord.ok) throw new Error(`DUO gaf ${antwoord.status}: ${await antwoord.text()}`);
}

type UrenKind = 'instelling' | 'brede-intake' | 'alle-instellingen';

function uren(laatste: Record<string, string | null>, kind: UrenKind, keer: number): Stap {
  return async (k, m) => {
    const totaal = 10 * (keer + 1) + (m.nr % 7);
    const totEnMet = dag(3 * keer);
    laatste[kind] = await leg(k, m, 'uren', `${kind}-${keer}`, {
      kind,
      instellingsnummer: kind === 'instelling' ? SCHOOL.bow : null,
      totaal,
      totEnMet,
      geoorloofdVerzuim: null,
      ongeoorloofdVerzuim: null,
      ookSamen: false,
      vorige: laatste[kind] ?? null,
    });
    if (kind === 'instelling') m.hoort.instelling = { uren: totaal, bekendTot: dag(3 * keer + 1) };
    else if (kind === 'brede-intake') m.hoort.intake = totaal;
    else m.hoort.alles = totaal;
  };
}

function resultaat(
  laatste: Record<string, string | null>,
  onderdeel: 'pvt' | 'map',
  keer: number,
): Stap {
  return async (k, m) => {
    const op = dag(10 + keer);
    laatste[onderdeel] = await leg(k, m, onderdeel, `${onderdeel}-${keer}`, {
      op,
      verwijtbaar: null,
      motivering: null,
      reden: keer === 0 ? null : 'Een typefout verbeterd.',
      vorigeDatum: laatste[onderdeel] ?? null,
      vorigOordeel: null,
    });
    m.hoort[onderdeel] = op;
  };
}

const aanbod: Stap = async (k, m) => {
  await leg(k, m, 'aanbod', 'aanbod', {
    instellingsnummer: SCHOOL.bow,
    datum: '2026-10-05',
    start: '2026-10-12',
    totEnMet: '2027-10-11',
    alfabetisering: 'NVT',
    vorige: null,
  });
  m.hoort.aanbod = '2026-10-05';
};

const verlengd =
  (maanden: number): Stap =>
  async (k, m) => {
    const einddatum = `2029-${String(10 + maanden).padStart(2, '0')}-02`;
    await gebeurt(k, {
      bsn: m.bsn,
      gebeurtenisId: 'SS104',
      wijziging: { termijn: { startdatum: '2026-10-02', einddatum, wijzigingsdatum: VANDAAG } },
    });
    m.hoort.eindeTermijn = einddatum;
  };

const toets: Stap = async (k, m) => {
  const score = `${50 + (m.nr % 40)},50`;
  const resultaten = [
    {
      resultaat: 'B1-route haalbaar',
      behaaldeScore: score,
      benodigdeScore: '40,00',
      datumAfname: '2026-10-20',
    },
  ];
  await gebeurt(k, { bsn: m.bsn, gebeurtenisId: 'SS131', wijziging: { lbt: { resultaten } } });
  m.hoort.lbt = score;
};

const melding =
  (gebeurtenisId: string): Stap =>
  (k, m) =>
    gebeurt(k, { bsn: m.bsn, gebeurtenisId });

/** Twenty-five facts about one person: twenty that Meedoen tells DUO, five that DUO tells Meedoen. */
export function stappen(): Stap[] {
  const laatste: Record<string, string | null> = {};
  const rij = (kind: UrenKind, n: number) =>
    Array.from({ length: n }, (_, keer) => uren(laatste, kind, keer));
  const [i, b, a] = [rij('instelling', 8), rij('brede-intake', 3), rij('alle-instellingen', 5)];
  const [pvt, pvt2, map] = [
    resultaat(laatste, 'pvt', 0),
    resultaat(laatste, 'pvt', 1),
    resultaat(laatste, 'map', 0),
  ];
  return [
    aanbod,
    toets,
    ...b,
    ...i.slice(0, 3),
    verlengd(1),
    ...a.slice(0, 2),
    melding('SS112'),
    pvt,
    ...i.slice(3, 6),
    ...a.slice(2, 4),
    melding('SS137'),
    pvt2,
    ...i.slice(6),
    map,
    verlengd(2),
    ...a.slice(4),
  ];
}
