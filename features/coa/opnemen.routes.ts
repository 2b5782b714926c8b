import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { leesOverdracht, MAX_BESTAND } from '../../connections/coa/lezen.ts';
import { type CoaPersoon, type GelezenRij, leesPersoon } from '../../connections/coa/persoon.ts';
import { mag } from '../../server/auth/rechten.ts';
import type { Tx } from '../../server/db/db.ts';
import {
  type DossierSleutel,
  leesFeiten,
  legVast,
  vergrendel,
} from '../../server/dossier/feiten.ts';
import { openOfVindDossier } from '../../server/dossier/openen.ts';
import { toonGeboorte, volledigeNaam } from '../../server/dossier/stand.ts';
import { zoeksleutels } from '../../server/dossier/zoeken/zoeksleutels.ts';
import { nietGevonden, Probleem } from '../../server/http/probleem.ts';
import { nieuwId } from '../../server/id.ts';
import type { Toepassing } from '../../server/toepassing.ts';
import { zoekDubbelen } from '../dossier/dossier.read.ts';
import type { BewaardeRij, Keuze, Uitkomst, VoorstelRij } from './coa.schema.ts';
import {
  beantwoordOverGezondheid,
  dossiersMetNummer,
  leesCode,
  nummersVan,
  vulNummersAan,
} from './coa.store.ts';
import { bewaarBijzonder } from './gezondheid.store.ts';
import { type Bestaand, maakPlan, type Plan } from './plan.routes.ts';

/** Wie opneemt, waar en wanneer. */
export type Opname = { req: FastifyRequest; t: Toepassing; gemeenteId: string; code: string };

export type Bestand = {
  vorm: 'json' | 'xlsx';
  sha256: string;
  rijen: GelezenRij[];
  gebreken: { plek: string; tekst: string }[];
};

/** De gemeente moet binnen de handeling van de gebruiker vallen. */
export async function beginOpname(
  req: FastifyRequest,
  t: Toepassing,
  tx: Tx,
  gemeenteId: string,
): Promise<Opname> {
  const code = req.gemeenten.includes(gemeenteId) ? await leesCode(tx, gemeenteId) : undefined;
  if (!code) throw nietGevonden('Deze gemeente');
  return { req, t, gemeenteId, code };
}

/**
 * Leest het bestand; er wordt niets bewaard.
 * @throws Probleem 400 met een zin als het hele bestand niet te lezen is.
 */
export async function leesBestand(t: Toepassing, inhoud: string): Promise<Bestand> {
  const bytes = Buffer.from(inhoud, 'base64');
  const gelezen = await leesOverdracht(bytes.length > MAX_BESTAND ? Buffer.alloc(0) : bytes);
  if (gelezen.soort === 'onleesbaar') {
    throw new Probleem(400, 'bestand-onleesbaar', gelezen.reden, {
      invalidParams: [{ name: 'inhoud', code: 'onleesbaar', reason: gelezen.reden }],
    });
  }
  return {
    vorm: gelezen.vorm,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    rijen: dubbelen(gelezen.rijen.map((rij) => leesPersoon(rij, t.klok.vandaag()))),
    gebreken: gelezen.gebreken,
  };
}

/** Staat iemand twee keer in het bestand, dan telt de eerste rij; de andere wordt gemeld. */
function dubbelen(rijen: GelezenRij[]): GelezenRij[] {
  const gezien = new Set<string>();
  return rijen.map((rij) => {
    const nummers = [rij.persoon?.vNummer, rij.persoon?.bsn].filter((n) => n !== undefined);
    const dubbel = nummers.some((n) => gezien.has(n));
    for (const n of nummers) gezien.add(n);
    if (!dubbel) return rij;
    const gebrek = { plek: 'V-nummer', tekst: 'Deze persoon staat al eerder in dit bestand.' };
    return { rij: rij.rij, gebreken: [...rij.gebreken, gebrek] };
  });
}

type Plek =
  | { soort: 'nieuw' }
  | { soort: 'dossier'; dossierId: string }
  | { soort: 'lijkt'; kandidaten: VoorstelRij['kandidaten'] }
  | { soort: 'tegenstrijdig'; tekst: string };

const anders = (a: string | null, b: string | undefined) => Boolean(a && b && a !== b);

/** Het dossier van deze persoon: op nummer, of anders wie erop lijkt in naam en geboortejaar. */
async function vindPlek(tx: Tx, { gemeenteId }: Opname, p: CoaPersoon): Promise<Plek> {
  const opNummer = await dossiersMetNummer(tx, gemeenteId, p);
  if (opNummer.length > 1) {
    const tekst = 'Het BSN en het V-nummer horen bij twee dossiers. Voeg die eerst samen.';
    return { soort: 'tegenstrijdig', tekst };
  }
  const [gevonden] = opNummer;
  if (gevonden) {
    if (!anders(gevonden.bsn, p.bsn) && !anders(gevonden.vNummer, p.vNummer)) {
      return { soort: 'dossier', dossierId: gevonden.id };
    }
    const tekst = 'Een van de nummers is van iemand met een ander BSN of V-nummer.';
    return { soort: 'tegenstrijdig', tekst };
  }
  const kandidaten = await lijkenOp(tx, gemeenteId, p);
  return kandidaten.length > 0 ? { soort: 'lijkt', kandidaten } : { soort: 'nieuw' };
}

async function lijkenOp(tx: Tx, gemeenteId: string, p: CoaPersoon) {
  const sleutels = zoeksleutels(volledigeNaam(p.persoon)).filter((s) => s.startsWith('~'));
  const jaar = toonGeboorte(p.persoon.geboorte)?.slice(0, 4);
  const lijken = await zoekDubbelen(tx, gemeenteId, sleutels, jaar);
  const nummers = new Map(
    (
      await nummersVan(
        tx,
        gemeenteId,
        lijken.map((l) => l.dossierId),
      )
    ).map((n) => [n.id, n]),
  );
  // Wie zelf een ander nummer heeft, is een ander.
  return lijken
    .filter(({ dossierId }) => {
      const n = nummers.get(dossierId);
      return n && !anders(n.bsn, p.bsn) && !anders(n.vNummer, p.vNummer);
    })
    .map(({ dossierId, naam, geboorte }) => ({ dossierId, naam, geboorte: geboorte ?? '' }));
}

/** Kiest wat er met de rij gebeurt: de keuze van de gebruiker gaat alleen voor als er iets te kiezen is. */
function metKeuze(plek: Plek, keuze: Keuze | undefined): Plek | { soort: 'overslaan' } {
  if (keuze?.keuze === 'overslaan') return { soort: 'overslaan' };
  if (plek.soort !== 'lijkt' || !keuze) return plek;
  if (keuze.keuze === 'nieuw') return { soort: 'nieuw' };
  const gekozen = plek.kandidaten.find((k) => k.dossierId === keuze.dossierId);
  return gekozen ? { soort: 'dossier', dossierId: gekozen.dossierId } : plek;
}

async function bestaandVan(tx: Tx, o: Opname, dossierId: string | undefined): Promise<Bestaand> {
  const vandaag = o.t.klok.vandaag();
  const magGezondheid = mag(o.req.gebruiker, 'gezondheid.lezen', o.gemeenteId);
  if (!dossierId) return { feiten: [], gezondheid: new Set(), magGezondheid, vandaag };
  const sleutel = { gemeenteId: o.gemeenteId, dossierId };
  return {
    feiten: await leesFeiten(tx, sleutel),
    gezondheid: magGezondheid ? await beantwoordOverGezondheid(tx, sleutel) : new Set(),
    magGezondheid,
    vandaag,
  };
}

/** Hoort de rij volgens haarzelf bij een andere gemeente, dan is zij niet van ons. */
function vreemd(rij: GelezenRij, code: string): GelezenRij {
  const eigen = rij.persoon?.gemeentecode;
  if (!eigen || eigen === code) return rij;
  const tekst = 'Deze persoon is volgens het bestand aan een andere gemeente gekoppeld.';
  return { rij: rij.rij, gebreken: [...rij.gebreken, { plek: 'Gemeentecode', tekst }] };
}

const isLeeg = (plan: Plan) => plan.feiten.length === 0 && plan.bijzonder.length === 0;
const heeftPersoon = (r: GelezenRij): r is GelezenRij & { persoon: CoaPersoon } =>
  r.persoon !== undefined;

/** Wat er met een rij zou gebeuren; schrijft niets. */
export async function bekijkRij(tx: Tx, o: Opname, gelezen: GelezenRij): Promise<VoorstelRij> {
  const rij = vreemd(gelezen, o.code);
  const kaal = { rij: rij.rij, dossierId: null, kandidaten: [], nieuw: [], blijft: [] };
  if (!heeftPersoon(rij)) {
    return { ...kaal, naam: '', geboorte: '', uitkomst: 'onleesbaar', gebreken: rij.gebreken };
  }
  const { persoon } = rij.persoon;
  const wie = { naam: volledigeNaam(persoon), geboorte: toonGeboorte(persoon.geboorte) ?? '' };
  const plek = await vindPlek(tx, o, rij.persoon);
  if (plek.soort === 'tegenstrijdig') {
    const gebreken = [...rij.gebreken, { plek: 'V-nummer', tekst: plek.tekst }];
    return { ...kaal, ...wie, uitkomst: 'tegenstrijdig', gebreken };
  }
  const dossierId = plek.soort === 'dossier' ? plek.dossierId : undefined;
  const plan = maakPlan(rij, await bestaandVan(tx, o, dossierId));
  const uitkomst: Record<typeof plek.soort, Uitkomst> = {
    nieuw: 'nieuw-dossier',
    lijkt: 'kiezen',
    dossier: isLeeg(plan) ? 'niets-nieuws' : 'aangevuld',
  };
  return {
    ...wie,
    rij: rij.rij,
    uitkomst: uitkomst[plek.soort],
    dossierId: dossierId ?? null,
    kandidaten: plek.soort === 'lijkt' ? plek.kandidaten : [],
    nieuw: plan.nieuw,
    blijft: plan.blijft,
    gebreken: plan.gebreken,
  };
}

/** Neemt één rij op in de transactie. Wat niet te lezen is of om een keuze vraagt, blijft liggen. */
export async function neemRijOp(
  tx: Tx,
  o: Opname,
  gelezen: GelezenRij,
  keuze: Keuze | undefined,
): Promise<BewaardeRij> {
  const rij = vreemd(gelezen, o.code);
  const leeg = { rij: rij.rij, dossierId: null, feiten: 0 };
  if (!heeftPersoon(rij)) return { ...leeg, uitkomst: 'onleesbaar', gebreken: rij.gebreken };
  const plek = metKeuze(await vindPlek(tx, o, rij.persoon), keuze);
  if (plek.soort === 'overslaan') return { ...leeg, uitkomst: 'overgeslagen', gebreken: [] };
  if (plek.soort === 'lijkt') return { ...leeg, uitkomst: 'kiezen', gebreken: rij.gebreken };
  if (plek.soort === 'tegenstrijdig') {
    const gebreken = [...rij.gebreken, { plek: 'V-nummer', tekst: plek.tekst }];
    return { ...leeg, uitkomst: 'tegenstrijdig', gebreken };
  }
  const dossierId = await openPlek(tx, o, rij.persoon, plek);
  const sleutel = { gemeenteId: o.gemeenteId, dossierId };
  await vergrendel(tx, sleutel);
  const plan = maakPlan(rij, await bestaandVan(tx, o, dossierId));
  const feiten = await schrijfPlan(tx, o, sleutel, plan);
  const bestond = feiten > 0 ? 'aangevuld' : 'niets-nieuws';
  const uitkomst = plek.soort === 'nieuw' ? 'nieuw-dossier' : bestond;
  return { rij: rij.rij, uitkomst, dossierId, feiten, gebreken: plan.gebreken };
}

async function openPlek(
  tx: Tx,
  o: Opname,
  p: CoaPersoon,
  plek: { soort: 'nieuw' } | { soort: 'dossier'; dossierId: string },
): Promise<string> {
  const { gemeenteId } = o;
  const nummers = {
    ...(p.bsn ? { bsn: p.bsn } : {}),
    ...(p.vNummer ? { vNummer: p.vNummer } : {}),
  };
  if (plek.soort === 'dossier') {
    await vulNummersAan(tx, { gemeenteId, dossierId: plek.dossierId }, nummers);
    return plek.dossierId;
  }
  const door = { medewerkerId: o.req.gebruiker.id, nu: o.t.klok.nu(), vandaag: o.t.klok.vandaag() };
  const { dossierId } = await openOfVindDossier(tx, { gemeenteId, ...nummers }, door);
  return dossierId;
}

async function schrijfPlan(
  tx: Tx,
  o: Opname,
  sleutel: DossierSleutel,
  plan: Plan,
): Promise<number> {
  const { req, t } = o;
  const door = { medewerkerId: req.gebruiker.id, nu: t.klok.nu(), vandaag: t.klok.vandaag() };
  if (plan.feiten.length > 0) await legVast(tx, sleutel, plan.feiten, door);
  for (const { vraag, waarde } of plan.bijzonder) {
    await bewaarBijzonder(tx, sleutel, { ...door, id: nieuwId(), vraag, waarde });
  }
  await req.spoor(tx, { handeling: 'wijzigen', objectSoort: VERWERKING, ...sleutel });
  return plan.feiten.length + plan.bijzonder.length;
}

const VERWERKING = 'coa-overdracht';
