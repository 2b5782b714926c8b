import type { FastifyRequest } from 'fastify';
import type { Datum } from '../../rules/shared/datum.ts';
import { klokOp } from '../../rules/shared/klok.ts';
import type { Feit, FeitInhoud, FeitSoort } from '../../rules/stand/feiten.ts';
import { kiesGeldend } from '../../rules/stand/geldend.ts';
import { type Lezing, lees } from '../../rules/stand/lezing.ts';
import type { Tx } from '../../server/db/db.ts';
import { leesBeleid } from '../../server/dossier/beleid.ts';
import {
  leesFeiten,
  legVast,
  type NieuwFeit,
  type Vastlegger,
  vergrendel,
} from '../../server/dossier/feiten.ts';
import { type GevondenDossier, vindDossier } from '../../server/dossier/vind.ts';
import { botsing, geweigerd, nietGevonden, Probleem } from '../../server/http/probleem.ts';
import type { Toepassing } from '../../server/toepassing.ts';
import { laagEenVan, raaktLaagEen } from './laag.schema.ts';

/** Een dossier met zijn feiten, gelezen op vandaag. */
export type Zaak = { d: GevondenDossier; feiten: Feit[]; l: Lezing; door: Vastlegger };

export async function leesZaak(
  req: FastifyRequest,
  tx: Tx,
  t: Toepassing,
  dossierId: string,
): Promise<Zaak> {
  const d = await vindDossier(tx, dossierId);
  const vandaag = t.klok.vandaag();
  const feiten = await leesFeiten(tx, d);
  const klok = klokOp(vandaag);
  const beleid = await leesBeleid(tx, d.gemeenteId, vandaag);
  return {
    d,
    feiten,
    l: lees(kiesGeldend(feiten, klok), klok, beleid),
    door: { medewerkerId: req.gebruiker.id, nu: t.klok.nu(), vandaag },
  };
}

/** Leest een dossier om erin vast te leggen; een ander wacht tot dit klaar is. */
export async function neemZaak(
  req: FastifyRequest,
  tx: Tx,
  t: Toepassing,
  dossierId: string,
): Promise<Zaak> {
  await vergrendel(tx, await vindDossier(tx, dossierId));
  return leesZaak(req, tx, t, dossierId);
}

/** Het laatste feit bij een sleutel, ook als het pas later gaat gelden. */
export function huidig<S extends FeitSoort>(
  { feiten }: Zaak,
  soort: S,
  klopt: (i: FeitInhoud[S]) => boolean,
): Feit<S> | undefined {
  const vervangen = new Set(feiten.map((f) => f.vervangt));
  const gevonden = feiten.findLast(
    (f) => f.soort === soort && !vervangen.has(f.id) && klopt(f.inhoud as FeitInhoud[S]),
  );
  return gevonden as Feit<S> | undefined;
}

/**
 * Keurt of wat er staat nog is wat iemand zag toen hij begon.
 * @throws Probleem 409 met wie, wanneer en wat; 404 als het er niet is.
 */
export function keurGezien(nu: Feit | undefined, gezien: string | null, wat: string): void {
  if ((nu?.id ?? null) === gezien) return;
  if (!nu) throw nietGevonden('Wat u wijzigt');
  throw botsing({ wie: nu.door ?? nu.verwijzing ?? nu.bron, wanneer: nu.vastgelegdOp, wat });
}

/** 409 als een tekst de beschikking lijkt te veranderen en de schrijver dat niet zag. */
export function keurLaag({ l }: Zaak, teksten: readonly string[], bevestigd: boolean): void {
  if (bevestigd || !l.pip) return;
  const raakt = raaktLaagEen(teksten.join('. '), laagEenVan(l.pip.inhoud.inhoud));
  if (raakt.length === 0) return;
  throw geweigerd('Dit verandert de beschikking.', [
    ...raakt.map((r) => ({ code: `raakt-${r.onderdeel}`, tekst: r.waarom })),
    {
      code: 'nieuw-besluit',
      tekst: 'Moet dit echt anders? Dan is een nieuw PIP nodig.',
    },
  ]);
}

/** 400 bij één veld. */
export const veldfout = (name: string, code: string, reason: string) =>
  new Probleem(400, 'ongeldige-invoer', 'Een of meer velden kloppen niet.', {
    invalidParams: [{ name, code, reason }],
  });

/** Legt vast en schrijft het spoor. */
export async function schrijf(
  req: FastifyRequest,
  tx: Tx,
  { d, door }: Zaak,
  feiten: readonly [NieuwFeit, ...NieuwFeit[]],
): Promise<string> {
  const { ids } = await legVast(tx, d, feiten, door);
  const feitId = ids[0] as string;
  const { gemeenteId, dossierId } = d;
  await req.spoor(tx, {
    handeling: 'wijzigen',
    objectSoort: feiten[0].soort,
    objectId: feitId,
    dossierId,
    gemeenteId,
  });
  return feitId;
}

/** Een verbetering houdt haar eigen dag; iets nieuws geldt vanaf vandaag. */
export const dagVan = (oud: Feit | undefined, door: Vastlegger): Datum =>
  oud?.geldigOp ?? door.vandaag;
