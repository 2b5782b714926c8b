import type { FastifyRequest } from 'fastify';
import { klokOp } from '../../rules/shared/klok.ts';
import type { Feit, FeitSoort } from '../../rules/stand/feiten.ts';
import { type Geldend, kiesGeldend } from '../../rules/stand/geldend.ts';
import type { Tx } from '../../server/db/db.ts';
import {
  leesFeiten,
  legVast,
  type NieuwFeit,
  type Vastlegger,
  vergrendel,
} from '../../server/dossier/feiten.ts';
import { type GevondenDossier, vindDossier } from '../../server/dossier/vind.ts';
import { botsing, nietGevonden } from '../../server/http/probleem.ts';
import type { Toepassing } from '../../server/toepassing.ts';
import { leesBanden } from './gezin.store.ts';

export const GEZINSFEITEN = ['gezinslid', 'kinderopvang'] as const satisfies FeitSoort[];

/** Eén dossier, vastgehouden tot het einde van de transactie, met de feiten over het gezin. */
export type Plek = {
  tx: Tx;
  req: FastifyRequest;
  d: GevondenDossier;
  g: Geldend;
  door: Vastlegger & { medewerkerId: string };
};

export const vastlegger = (req: FastifyRequest, t: Toepassing) => ({
  medewerkerId: req.gebruiker.id,
  nu: t.klok.nu(),
  vandaag: t.klok.vandaag(),
});

export async function neemPlek(
  req: FastifyRequest,
  tx: Tx,
  t: Toepassing,
  dossierId: string,
): Promise<Plek> {
  const d = await vindDossier(tx, dossierId);
  await vergrendel(tx, d);
  const door = vastlegger(req, t);
  const g = kiesGeldend(await leesFeiten(tx, d, GEZINSFEITEN), klokOp(door.vandaag));
  return { tx, req, d, g, door };
}

/** 404 als het er niet is; 409 met wie, wanneer en wat als een ander het intussen wijzigde. */
export function keurGezien<F extends Feit>(
  huidig: F | undefined,
  gezien: string,
  wat: string,
): asserts huidig is F {
  if (!huidig) throw nietGevonden('Wat u wijzigt');
  if (huidig.id === gezien) return;
  throw botsing({ wie: huidig.door ?? huidig.bron, wanneer: huidig.vastgelegdOp, wat });
}

/** Legt één feit vast, met een regel in het logboek. */
export async function schrijf(
  { tx, req, d, door }: Plek,
  feit: NieuwFeit,
): Promise<{ feitId: string }> {
  const { ids } = await legVast(tx, d, [feit], door);
  const feitId = ids[0] as string;
  const { gemeenteId, dossierId } = d;
  await req.spoor(tx, {
    handeling: 'wijzigen',
    objectSoort: feit.soort,
    objectId: feitId,
    dossierId,
    gemeenteId,
  });
  return { feitId };
}

/** De dossiers van het gezin: dit dossier zelf, en elk waarmee het een band heeft. */
export async function gezinsdossiers(
  tx: Tx,
  d: GevondenDossier,
  vandaag: Vastlegger['vandaag'],
): Promise<Set<string>> {
  const banden = await leesBanden(tx, d, vandaag);
  return new Set([d.dossierId, ...banden.map((b) => b.anderId)]);
}
