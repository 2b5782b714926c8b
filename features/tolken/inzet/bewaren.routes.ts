import type { FastifyRequest } from 'fastify';
import { mag } from '../../../server/auth/rechten.ts';
import type { Tx } from '../../../server/db/db.ts';
import { vindDossier } from '../../../server/dossier/vind.ts';
import { botsing, geweigerd, nietGevonden } from '../../../server/http/probleem.ts';
import type { Toepassing } from '../../../server/toepassing.ts';
import type { Inzet } from '../inzet.schema.ts';
import { type Handeling, na } from '../staten.ts';
import { zetTolkberichtKlaar } from './bericht/klaar.routes.ts';
import type { TolkberichtWat } from './bericht/tekst.ts';
import { type InzetRij, laatsteHand, wijzigInzet, zoekInzetten } from './inzet.store.ts';
import { leesPlek } from './plek.routes.ts';
import { toonInzet } from './toon.ts';

/** Of de gebruiker iets met deze boeking mag doen. */
export const magDoen = (req: FastifyRequest, r: InzetRij) =>
  mag(req.gebruiker, 'tolk.bewerken', r.gemeenteId);

/** De boeking, als deze handeling er nu mee kan. */
export async function vind(
  tx: Tx,
  inzetId: string,
  handelingen: readonly Handeling[],
): Promise<InzetRij> {
  const rij = await leesInzet(tx, inzetId);
  if (!handelingen.some((h) => na(rij.staat, h))) {
    throw geweigerd('Dit kan niet meer met deze boeking.', [
      { code: 'staat', tekst: `De boeking is al ${rij.staat}.` },
    ]);
  }
  return rij;
}

/**
 * Bewaart een wijziging; een collega die eerder was geeft een botsing.
 * @param wat wat de tolk ervan moet horen; zonder hoort hij niets.
 */
export async function bewaar(
  req: FastifyRequest,
  tx: Tx,
  t: Toepassing,
  rij: InzetRij,
  revisie: number,
  wijziging: Parameters<typeof wijzigInzet>[2],
  wat?: TolkberichtWat,
): Promise<Inzet> {
  const { gemeenteId, inzetId, dossierId } = rij;
  const door = { nu: t.klok.nu(), medewerkerId: req.gebruiker.id };
  if (!(await wijzigInzet(tx, { gemeenteId, inzetId, revisie }, wijziging, door))) {
    const laatste = await laatsteHand(tx, inzetId);
    throw botsing({
      wie: laatste?.wie ?? 'een collega',
      wanneer: laatste?.wanneer ?? door.nu,
      wat: 'de boeking van de tolk',
    });
  }
  const spoor = { handeling: 'wijzigen', objectSoort: 'tolkinzet' } as const;
  await req.spoor(tx, { ...spoor, objectId: inzetId, gemeenteId, dossierId });
  if (wat) {
    const plek = await leesPlek(tx, t, await vindDossier(tx, dossierId));
    const inzet = await leesInzet(tx, inzetId);
    await zetTolkberichtKlaar(tx, t, wat, { plek, inzet, was: rij, ...door });
  }
  const nu = await leesInzet(tx, inzetId);
  return toonInzet(nu, magDoen(req, nu));
}

/** De boeking zoals zij nu is. @throws Probleem 404. */
export async function leesInzet(tx: Tx, inzetId: string): Promise<InzetRij> {
  const [rij] = await zoekInzetten(tx, { inzetId }, 1);
  if (!rij) throw nietGevonden('Deze boeking');
  return rij;
}
