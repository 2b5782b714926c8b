import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../db/db.ts';
import { nieuwId } from '../id.ts';
import type { DossierSleutel } from './feiten.ts';

/** Alles wat over een persoon bij DUO is op te vragen. */
export const DUO_ONDERWERPEN = [
  'doelgroep',
  'doelgroep-historie',
  'plicht',
  'plicht-historie',
  'lbt-nummer',
  'lbt',
  'termijn',
  'termijn-historie',
  'verlengingen',
  'vrijstellingen',
  'ontheffingen',
  'gratis-pogingen',
  'examens',
  'boetes',
  'gebeurtenissen',
  'pip',
  'map',
  'pvt',
  'uren',
] as const;
export type DuoOnderwerp = (typeof DUO_ONDERWERPEN)[number];

/** De grond van een ontheffing kan over gezondheid gaan (AVG art. 9): alleen met bijzonder recht te zien. */
const BIJZONDER: ReadonlySet<DuoOnderwerp> = new Set(['ontheffingen']);

/** Wat DUO over één onderwerp antwoordde. */
export type Opname = {
  onderwerp: DuoOnderwerp;
  /** Letterlijk zoals DUO het gaf; `undefined` als DUO niets had. */
  inhoud: unknown;
  apiVersie?: string;
  berichtId: string;
  /** Moment waarop de vraag werd gesteld, UTC ISO. */
  op: string;
};

export type BewaardeOpname = {
  id: string;
  onderwerp: DuoOnderwerp;
  inhoud: unknown;
  apiVersie: string | null;
  opgehaaldOp: string;
  laatstGezienOp: string;
};

/** Dezelfde inhoud geeft dezelfde tekst, in welke volgorde DUO de velden ook schrijft. */
function geordend(waarde: unknown): unknown {
  if (Array.isArray(waarde)) return waarde.map(geordend);
  if (typeof waarde !== 'object' || waarde === null) return waarde;
  const paren = Object.entries(waarde).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(paren.map(([naam, w]) => [naam, geordend(w)]));
}

/** Van een lege lijst en van niets blijft hetzelfde over: DUO maakt dat onderscheid zelf niet overal. */
const isLeeg = (inhoud: unknown) =>
  inhoud === undefined || (Array.isArray(inhoud) && inhoud.length === 0);

const hashVan = (inhoud: unknown) =>
  createHash('sha256')
    .update(isLeeg(inhoud) ? '' : JSON.stringify(geordend(inhoud)))
    .digest('hex');

type Laatste = { id: string; onderwerp: string; inhoud_hash: string; laatst_gezien_op: string };

async function laatsteVan(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
  onderwerpen: readonly string[],
): Promise<Map<string, Laatste>> {
  const rijen = await tx
    .selectFrom('duo_opname')
    .distinctOn('onderwerp')
    .select(['id', 'onderwerp', 'inhoud_hash', 'laatst_gezien_op'])
    .where('gemeente_id', '=', gemeenteId)
    .where('dossier_id', '=', dossierId)
    .where(sql<boolean>`onderwerp = any (${[...onderwerpen]}::text[])`)
    .orderBy('onderwerp')
    .orderBy('opgehaald_op', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return new Map(rijen.map((r) => [r.onderwerp, r]));
}

/**
 * Bewaart antwoorden van DUO. Een ander antwoord is een nieuwe rij; komt hetzelfde terug, dan schuift alleen
 * `laatst_gezien_op`. Het dossier is vergrendeld en de transactie heeft bijzonder recht.
 * @param nu moment van bewaren; wat later dan `nu` is gezien komt van een verzette klok en telt niet.
 * @returns de onderwerpen waarvan een later antwoord al is bewaard. Wat DUO het laatst zei geldt, dus een vraag
 *   die eerder is gesteld en later binnenkomt verandert niets.
 */
export async function neemOp(
  tx: Tx,
  sleutel: DossierSleutel,
  opnames: readonly Opname[],
  nu: string,
): Promise<Set<DuoOnderwerp>> {
  const achterhaald = new Set<DuoOnderwerp>();
  if (opnames.length === 0) return achterhaald;
  const laatste = await laatsteVan(
    tx,
    sleutel,
    opnames.map((o) => o.onderwerp),
  );
  const nieuw: (Opname & { hash: string })[] = [];
  const gezien: { id: string; op: string }[] = [];
  for (const o of opnames) {
    const oud = laatste.get(o.onderwerp);
    const hash = hashVan(o.inhoud);
    if (oud && oud.laatst_gezien_op > o.op && oud.laatst_gezien_op <= nu)
      achterhaald.add(o.onderwerp);
    else if (oud?.inhoud_hash === hash) gezien.push({ id: oud.id, op: o.op });
    else nieuw.push({ ...o, hash });
  }
  await schrijfNieuw(tx, sleutel, nieuw);
  await schuifGezien(tx, sleutel, gezien);
  return achterhaald;
}

async function schrijfNieuw(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
  nieuw: readonly (Opname & { hash: string })[],
): Promise<void> {
  if (nieuw.length === 0) return;
  await tx
    .insertInto('duo_opname')
    .values(
      nieuw.map((o) => ({
        gemeente_id: gemeenteId,
        dossier_id: dossierId,
        id: nieuwId(),
        onderwerp: o.onderwerp,
        inhoud: isLeeg(o.inhoud) ? null : JSON.stringify(o.inhoud),
        inhoud_hash: o.hash,
        api_versie: o.apiVersie ?? null,
        bericht_id: o.berichtId,
        opgehaald_op: o.op,
        laatst_gezien_op: o.op,
        bijzonder: BIJZONDER.has(o.onderwerp),
      })),
    )
    .execute();
}

async function schuifGezien(
  tx: Tx,
  { gemeenteId }: DossierSleutel,
  gezien: readonly { id: string; op: string }[],
): Promise<void> {
  if (gezien.length === 0) return;
  const [ids, momenten] = [gezien.map((g) => g.id), gezien.map((g) => g.op)];
  await sql`
    update duo_opname o set laatst_gezien_op = g.op
    from unnest(${ids}::uuid[], ${momenten}::timestamptz[]) as g (id, op)
    where o.gemeente_id = ${gemeenteId} and o.id = g.id`.execute(tx);
}

/** Alles wat DUO over een dossier antwoordde, oudste eerst; zonder wat de transactie niet mag zien. */
export async function leesOpnames(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
): Promise<BewaardeOpname[]> {
  const rijen = await tx
    .selectFrom('duo_opname')
    .select([
      'id',
      'onderwerp',
      'inhoud',
      'api_versie as apiVersie',
      'opgehaald_op as opgehaaldOp',
      'laatst_gezien_op as laatstGezienOp',
    ])
    .where('gemeente_id', '=', gemeenteId)
    .where('dossier_id', '=', dossierId)
    .orderBy('opgehaald_op')
    .orderBy('id')
    .execute();
  return rijen.map((r) => ({ ...r, onderwerp: r.onderwerp as DuoOnderwerp }));
}

export type Opvraging = {
  gevraagdOp: string;
  staat: 'bezig' | 'klaar' | 'deels';
  gedaan: number;
  totaal: number;
  zonderAntwoord: string[];
  afgerondOp: string | null;
};

/** Het laatste verzoek om alles bij DUO op te vragen; leeg als dat nooit is gedaan. */
export async function leesOpvraging(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
): Promise<Opvraging | undefined> {
  return tx
    .selectFrom('duo_opvraging')
    .select([
      'gevraagd_op as gevraagdOp',
      'staat',
      'gedaan',
      'totaal',
      'zonder_antwoord as zonderAntwoord',
      'afgerond_op as afgerondOp',
    ])
    .where('gemeente_id', '=', gemeenteId)
    .where('dossier_id', '=', dossierId)
    .executeTakeFirst();
}

/** Begint een verzoek; het vorige vervalt. */
export async function beginOpvraging(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
  { nu, door, totaal }: { nu: string; door: string; totaal: number },
): Promise<void> {
  const rij = {
    gevraagd_op: nu,
    gevraagd_door: door,
    staat: 'bezig' as const,
    gedaan: 0,
    totaal,
    zonder_antwoord: [],
    afgerond_op: null,
  };
  await tx
    .insertInto('duo_opvraging')
    .values({ gemeente_id: gemeenteId, dossier_id: dossierId, ...rij })
    .onConflict((c) => c.columns(['gemeente_id', 'dossier_id']).doUpdateSet(rij))
    .execute();
}

/** Hoever het verzoek is; met `afgerondOp` is het klaar. */
export async function noteerOpvraging(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
  v: { gedaan: number; zonderAntwoord: readonly string[]; afgerondOp?: string },
): Promise<void> {
  const einde = v.zonderAntwoord.length > 0 ? ('deels' as const) : ('klaar' as const);
  await tx
    .updateTable('duo_opvraging')
    .set({
      gedaan: v.gedaan,
      zonder_antwoord: [...v.zonderAntwoord],
      ...(v.afgerondOp ? { staat: einde, afgerond_op: v.afgerondOp } : {}),
    })
    .where('gemeente_id', '=', gemeenteId)
    .where('dossier_id', '=', dossierId)
    .execute();
}
