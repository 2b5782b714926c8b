import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { klokOp } from '../../rules/shared/klok.ts';
import { type Geldend, kiesGeldend } from '../../rules/stand/geldend.ts';
import { type Lezing, lees } from '../../rules/stand/lezing.ts';
import type { Tx } from '../../server/db/db.ts';
import { leesBeleid } from '../../server/dossier/beleid.ts';
import { type DossierSleutel, leesFeiten } from '../../server/dossier/feiten.ts';
import { geweigerd, nietGevonden } from '../../server/http/probleem.ts';
import type { Toepassing } from '../../server/toepassing.ts';
import { type GevondenPakket, vindPakket } from './overdracht/overdracht.store.ts';
import { Pakket } from './overdracht/pakket.schema.ts';
import { type Handeling, na, type Staat } from './staten.ts';
import { leesVerhuizingen, type Rij } from './verhuizing.store.ts';

export const Params = z.object({ overdrachtId: z.uuid() });

/** De geldende feiten van een dossier, ook in de woorden van de wet. */
export async function leesGeldend(
  tx: Tx,
  t: Toepassing,
  k: DossierSleutel,
): Promise<{ g: Geldend; l: Lezing }> {
  const vandaag = t.klok.vandaag();
  const klok = klokOp(vandaag);
  const g = kiesGeldend(await leesFeiten(tx, k), klok);
  return { g, l: lees(g, klok, await leesBeleid(tx, k.gemeenteId, vandaag)) };
}

const NIET_NU: Record<Staat, string> = {
  'te-vragen': 'Er is nog niets gevraagd.',
  gevraagd: 'De andere gemeente moet eerst antwoorden.',
  ontvangen: 'Het pakket is er; aanvaard het of wijs het af.',
  aanvaard: 'Het pakket is al aanvaard.',
  afgewezen: 'Het pakket is al afgewezen.',
  geweigerd: 'Het verzoek is al geweigerd.',
  ingetrokken: 'Het verzoek is ingetrokken.',
  verzocht: 'Het verzoek is nog niet beantwoord.',
  overgedragen: 'Het pakket is al gemaakt.',
};

/** De regel bij dit verzoek of pakket, als de handeling nu kan. @throws Probleem 404 of 409. */
export async function keur(
  tx: Tx,
  gemeenten: readonly string[],
  past: (r: Rij) => boolean,
  richting: 'in' | 'uit',
  handeling: Handeling,
): Promise<Rij> {
  const rij = (await leesVerhuizingen(tx, { gemeenten })).find(
    (r) => r.richting === richting && past(r),
  );
  if (!rij) throw nietGevonden('Dit verzoek');
  if (!na(richting, rij.staat, handeling)) {
    throw geweigerd('Dit kan nu niet.', [{ code: rij.staat, tekst: NIET_NU[rij.staat] }]);
  }
  return rij;
}

/** De tekst van het bestand: altijd dezelfde bytes voor hetzelfde pakket. */
export const alsTekst = (pakket: unknown): string => `${JSON.stringify(pakket, null, 2)}\n`;
export const sha256 = (tekst: string): string => createHash('sha256').update(tekst).digest('hex');

/** Een pakket binnen het bereik, gekeurd zoals het is gepubliceerd. @throws Probleem 404. */
export async function neemPakket(
  req: FastifyRequest,
  tx: Tx,
  id: string,
): Promise<GevondenPakket & { inhoud: Pakket }> {
  const gevonden = await vindPakket(tx, id, req.gemeenten);
  if (!gevonden) throw nietGevonden('Dit pakket');
  return { ...gevonden, inhoud: Pakket.parse(gevonden.pakket) };
}

/** Het ophalen van een bestand is uitvoeren van gegevens: dat staat in het logboek. */
export async function noteerUitvoer(req: FastifyRequest, tx: Tx, p: GevondenPakket): Promise<void> {
  await req.spoor(tx, {
    handeling: 'exporteren',
    objectSoort: 'overdracht',
    objectId: p.overdrachtId,
    gemeenteId: p.gemeenteId,
    ...(p.dossierId ? { dossierId: p.dossierId } : {}),
  });
}
