import type { FastifyRequest } from 'fastify';
import { klokOp } from '../../rules/shared/klok.ts';
import { kiesGeldend } from '../../rules/stand/geldend.ts';
import { type Lezing, lees } from '../../rules/stand/lezing.ts';
import type { Tx } from '../../server/db/db.ts';
import { leesBeleid } from '../../server/dossier/beleid.ts';
import { leesFeiten, type Vastlegger, vergrendel } from '../../server/dossier/feiten.ts';
import { type GevondenDossier, vindDossier } from '../../server/dossier/vind.ts';
import { nietGevonden } from '../../server/http/probleem.ts';
import type { Toepassing } from '../../server/toepassing.ts';
import { besluitenVan } from './besluiten.beeld.ts';
import type { Besluit } from './besluiten.schema.ts';
import { leesStukken } from './besluiten.store.ts';

/** Een dossier met zijn besluiten. */
export type BesluitZaak = {
  d: GevondenDossier;
  l: Lezing;
  besluiten: Besluit[];
  door: Vastlegger & { medewerkerId: string };
};

/**
 * Leest de besluiten van een dossier.
 * @param vast houdt het dossier vast tot het einde van de transactie; nodig om vast te leggen.
 */
export async function leesBesluitZaak(
  req: FastifyRequest,
  tx: Tx,
  t: Toepassing,
  dossierId: string,
  vast = false,
): Promise<BesluitZaak> {
  const d = await vindDossier(tx, dossierId);
  if (vast) await vergrendel(tx, d);
  const vandaag = t.klok.vandaag();
  const klok = klokOp(vandaag);
  const beleid = await leesBeleid(tx, d.gemeenteId, vandaag);
  const l = lees(kiesGeldend(await leesFeiten(tx, d), klok), klok, beleid);
  const besluiten = besluitenVan(l.g, {
    vandaag,
    extraVrijeDagen: beleid.extraVrijeDagen,
    geldendPip: l.pip?.inhoud.pipId,
    stukken: await leesStukken(tx, d),
  });
  return { d, l, besluiten, door: { medewerkerId: req.gebruiker.id, nu: t.klok.nu(), vandaag } };
}

/** Het besluit met dit id; 404 als het niet bij dit dossier hoort. */
export function vindBesluit({ besluiten }: BesluitZaak, besluitId: string): Besluit {
  const besluit = besluiten.find((b) => b.besluitId === besluitId);
  if (!besluit) throw nietGevonden('Dit besluit');
  return besluit;
}

/** Logboekregel voor de besluiten van dit dossier. */
export const spoor = (
  req: FastifyRequest,
  tx: Tx,
  { d }: Pick<BesluitZaak, 'd'>,
  handeling: 'lezen' | 'wijzigen',
  objectId: string = d.dossierId,
): Promise<void> =>
  req.spoor(tx, {
    handeling,
    objectSoort: 'besluit',
    objectId,
    dossierId: d.dossierId,
    gemeenteId: d.gemeenteId,
  });
