import type { FastifyRequest } from 'fastify';
import type { Tx } from '../../server/db/db.ts';
import type { GevondenDossier } from '../../server/dossier/vind.ts';
import { geweigerd, nietGevonden } from '../../server/http/probleem.ts';
import type { Toepassing } from '../../server/toepassing.ts';
import type { Taal } from '../shared/talen.schema.ts';
import type { Gegevens } from './brieven.beeld.ts';
import type { BrievenSet } from './brieven.schema.ts';
import { leesSets, leesStukken } from './brieven.store.ts';
import { leesBron, leesDossier, taalIn, vastgesteldIn } from './set/bron.jobs.ts';
import type { Setbron } from './set/set.schema.ts';

export type Params = { dossierId: string; pipId: string };

export async function gelezen(
  req: FastifyRequest,
  tx: Tx,
  { gemeenteId, dossierId }: GevondenDossier,
  handeling: 'lezen' | 'wijzigen' = 'lezen',
): Promise<void> {
  await req.spoor(tx, { handeling, objectSoort: 'brieven', gemeenteId, dossierId });
}

/** Het dossier met alles wat over de brieven bekend is. */
export async function leesGegevens(tx: Tx, t: Toepassing, dossier: GevondenDossier) {
  const { lezing } = await leesDossier(tx, dossier, t.klok.vandaag());
  const { g } = lezing;
  const gegevens: Gegevens = {
    pips: vastgesteldIn(lezing),
    geldend: lezing.pip?.inhoud.pipId,
    ingetrokken: g.alle('pip-ingetrokken'),
    begrepen: g.alle('pip-begrepen'),
    sets: await leesSets(tx, dossier),
    stukken: (await leesStukken(tx, dossier)).map((s) => ({
      ...s,
      pipId: s.pipId ?? '',
      soort: s.soort as BrievenSet['stukken'][number]['soort'],
      taal: s.taal as Taal,
      tekststaat: s.tekststaat as 'vastgesteld' | 'machine' | null,
    })),
    gesprekstaal: g.laatste('taal')?.inhoud.gesprekstaal,
    taal: taalIn(lezing),
  };
  return { lezing, gegevens };
}

/** De bron van een set; is die er nog niet, dan zoals zij nu zou worden. */
export async function bronVan(
  tx: Tx,
  t: Toepassing,
  dossier: GevondenDossier,
  pipId: string,
): Promise<Setbron> {
  const eerder = (await leesSets(tx, dossier)).find((s) => s.pipId === pipId)?.bron;
  if (eerder) return eerder;
  const gelezenBron = await leesBron(tx, dossier, pipId, t.klok.vandaag());
  if ('bron' in gelezenBron) return gelezenBron.bron;
  if (gelezenBron.redenen.some((r) => r.code === 'niet-vastgesteld')) {
    throw nietGevonden('Dit vastgestelde PIP');
  }
  throw geweigerd('De tekst kan nog niet worden gemaakt.', gelezenBron.redenen);
}
