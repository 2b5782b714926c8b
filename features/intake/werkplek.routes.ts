import type { FastifyRequest } from 'fastify';
import type { Feit } from '../../rules/stand/feiten.ts';
import type { Lezing } from '../../rules/stand/lezing.ts';
import { mag } from '../../server/auth/rechten.ts';
import type { Tx } from '../../server/db/db.ts';
import { leesBeleid } from '../../server/dossier/beleid.ts';
import { leesGemeente } from '../../server/dossier/brief.ts';
import {
  leesFeiten,
  legVast,
  type NieuwFeit,
  type Vastlegger,
  vergrendel,
} from '../../server/dossier/feiten.ts';
import { type GevondenDossier, vindDossier } from '../../server/dossier/vind.ts';
import { botsing, Probleem } from '../../server/http/probleem.ts';
import type { Toepassing } from '../../server/toepassing.ts';
import type { Vragenlijst } from '../shared/vraag.schema.ts';
import { vragenVoor } from '../vragenbank/vragen.read.ts';
import { bouwIntake, leesDossier } from './intake.beeld.ts';
import type { Intake } from './intake.schema.ts';
import { leesOproepbrieven, medewerkerVanFeit } from './intake.store.ts';

/** Eén dossier binnen één transactie, met zijn feiten gelezen op vandaag. */
export type Werkplek = {
  tx: Tx;
  t: Toepassing;
  req: FastifyRequest;
  dossier: GevondenDossier;
  feiten: Feit[];
  l: Lezing;
  /** De vragen die deze gemeente nu stelt. */
  vragen: Vragenlijst;
  door: Vastlegger & { medewerkerId: string };
};

async function lees(
  req: FastifyRequest,
  tx: Tx,
  t: Toepassing,
  dossier: GevondenDossier,
): Promise<Werkplek> {
  const vandaag = t.klok.vandaag();
  const feiten = await leesFeiten(tx, dossier);
  const beleid = await leesBeleid(tx, dossier.gemeenteId, vandaag);
  const door = { medewerkerId: req.gebruiker.id, nu: t.klok.nu(), vandaag };
  const vragen = await vragenVoor(tx, dossier.gemeenteId, vandaag);
  return { tx, t, req, dossier, feiten, l: leesDossier(feiten, beleid, vandaag), vragen, door };
}

/** Opent een dossier om te lezen. */
export async function leesplek(req: FastifyRequest, tx: Tx, t: Toepassing, dossierId: string) {
  return lees(req, tx, t, await vindDossier(tx, dossierId));
}

/** Opent een dossier om te schrijven: tot het einde van de transactie schrijft niemand anders erin. */
export async function schrijfplek(req: FastifyRequest, tx: Tx, t: Toepassing, dossierId: string) {
  const dossier = await vindDossier(tx, dossierId);
  await vergrendel(tx, dossier);
  return lees(req, tx, t, dossier);
}

/** De intake zoals zij er nu voorstaat. */
export async function toonIntake({ tx, t, req, dossier, l, vragen }: Werkplek): Promise<Intake> {
  const gemeente = await leesGemeente(tx, dossier.gemeenteId);
  const { adres, postcode, plaats } = gemeente.stijl;
  const naam = gemeente.naam.replace(/^gemeente /i, '');
  return bouwIntake(l, {
    vragen,
    dossierId: dossier.dossierId,
    vandaag: t.klok.vandaag(),
    brieven: await leesOproepbrieven(tx, dossier),
    plaats: {
      plaats: `het gemeentehuis van ${naam}`,
      adres: [adres, [postcode, plaats].filter(Boolean).join(' ')].filter(Boolean).join(', '),
    },
    mag: {
      bewerken: mag(req.gebruiker, 'intake.bewerken', dossier.gemeenteId),
      gezondheid: mag(req.gebruiker, 'gezondheid.lezen', dossier.gemeenteId),
    },
  });
}

/** Legt feiten vast met een regel in het logboek. */
export async function schrijf(
  plek: Werkplek,
  feiten: readonly NieuwFeit[],
  objectSoort: string,
): Promise<string[]> {
  const { ids } = await legVast(plek.tx, plek.dossier, feiten, plek.door);
  await spoor(plek, 'wijzigen', objectSoort, ids[0]);
  return ids;
}

export async function spoor(
  { tx, req, dossier }: Werkplek,
  handeling: 'lezen' | 'wijzigen',
  objectSoort: string,
  objectId?: string,
): Promise<void> {
  await req.spoor(tx, {
    handeling,
    objectSoort,
    objectId: objectId ?? dossier.dossierId,
    dossierId: dossier.dossierId,
    gemeenteId: dossier.gemeenteId,
  });
}

/** Legt één feit vast en geeft de nieuwe stand van de intake. */
export async function schrijfEnToon(
  plek: Werkplek,
  feit: NieuwFeit,
  objectSoort: string,
): Promise<Intake> {
  await schrijf(plek, [feit], objectSoort);
  return toonIntake(await lees(plek.req, plek.tx, plek.t, plek.dossier));
}

type Huidig = { id: string; wie: string; wanneer: string; medewerkerId: string | null };

/**
 * Het id dat het nieuwe feit vervangt. Schreef een ander iets sinds de gebruiker keek, dan is dat een
 * botsing; een eigen eerdere versie (een herhaald verzoek, een tweede scherm) is dat niet.
 * @param vervangt het feit dat de gebruiker zag, `null` als er nog niets stond.
 * @param medewerkerId wiens eerdere versie geen botsing is; `null` als elke andere versie dat wel is.
 * @throws Probleem 409 met wie, wanneer en wat.
 */
export function keurVersie(
  huidig: Huidig | undefined,
  vervangt: string | null,
  medewerkerId: string | null,
  wat: string,
): string | undefined {
  if (!huidig || huidig.id === vervangt) return huidig?.id;
  if (medewerkerId !== null && huidig.medewerkerId === medewerkerId) return huidig.id;
  throw botsing({ wie: huidig.wie, wanneer: huidig.wanneer, wat });
}

/** Zoals `keurVersie`, voor een feit van het dossier. */
export async function keurFeit(
  { tx, dossier, door }: Werkplek,
  huidig: Feit | undefined,
  gezien: string | null | { vervangt: string | null; streng?: boolean },
  wat: string,
): Promise<{ vervangt?: string }> {
  if (!huidig) return {};
  const { vervangt, streng } =
    gezien !== null && typeof gezien === 'object' ? gezien : { vervangt: gezien };
  const id = keurVersie(
    {
      id: huidig.id,
      wie: huidig.door ?? huidig.bron.toUpperCase(),
      wanneer: huidig.vastgelegdOp,
      medewerkerId: await medewerkerVanFeit(tx, dossier, huidig.id),
    },
    vervangt,
    streng ? null : door.medewerkerId,
    wat,
  );
  return id ? { vervangt: id } : {};
}

/** 400 op één veld, in een volle zin. */
export const ongeldig = (veld: string, reden: string) =>
  new Probleem(400, 'ongeldige-invoer', reden, {
    invalidParams: [{ name: veld, code: 'ongeldig', reason: reden }],
  });
