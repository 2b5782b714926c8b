import { isDeepStrictEqual } from 'node:util';
import type { Datum } from '../../../rules/shared/datum.ts';
import type { Bron, Feit, FeitInhoud, FeitSoort } from '../../../rules/stand/feiten.ts';
import { eerder } from '../../../rules/stand/geldend.ts';
import type { NieuwFeit } from '../../../server/dossier/feiten.ts';
import type { Aandacht } from './ophalen.jobs.ts';

/** De plek in de tijd en in het dossier waar de opbrengst terechtkomt. */
export type Context = {
  gebeurtenisId: string;
  /** Dag waarop DUO de gebeurtenis registreerde, nooit na vandaag. */
  dag: Datum;
  vandaag: Datum;
  gemeentecode: string;
  feiten: readonly Feit[];
};

export type Nieuws = { feiten: NieuwFeit[]; opmerkingen: string[]; aandacht: Aandacht[] };

type Voorstel<S extends FeitSoort> = {
  soort: S;
  inhoud: FeitInhoud[S];
  geldigOp: Datum;
  bron: Bron;
  /** Waar: er is iets veranderd, het oude gold eerst wel. Onwaar: het oude was niet juist. */
  opvolging: boolean;
};

const zelfde = (a: unknown, b: unknown) =>
  isDeepStrictEqual(JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b)));

/** De dag, of de grens als hij daarna ligt. */
export const hoogstens = (d: Datum, grens: Datum): Datum => (d > grens ? grens : d);

/** Het laatste feit van een soort dat niet is vervangen. */
export function huidig<S extends FeitSoort>(
  feiten: readonly Feit[],
  soort: S,
  past: (f: Feit<S>) => boolean = () => true,
): Feit<S> | undefined {
  const vervangen = new Set(feiten.map((f) => f.vervangt));
  return (feiten.filter((f) => f.soort === soort) as Feit<S>[])
    .filter((f) => !vervangen.has(f.id) && past(f))
    .sort((a, b) => eerder(a as Feit, b as Feit))
    .at(-1);
}

/**
 * Maakt een nieuw feit als de waarde afwijkt. Een verandering volgt het oude feit op; een verbetering
 * van dezelfde bron vervangt het. Wat een mens vastlegde wordt opgevolgd, nooit vervangen.
 */
export function verschil<S extends FeitSoort>(
  c: Context,
  oud: Feit<S> | undefined,
  v: Voorstel<S>,
): NieuwFeit[] {
  if (oud && zelfde(oud.inhoud, v.inhoud)) return [];
  const opvolging = oud !== undefined && (v.opvolging || oud.bron !== v.bron);
  const geldigOp = opvolging && oud.geldigOp > v.geldigOp ? oud.geldigOp : v.geldigOp;
  const verwijzing = v.bron === 'brp' ? 'BRP' : c.gebeurtenisId;
  const { soort, inhoud, bron } = v;
  const vervangt = oud && !opvolging ? { vervangt: oud.id } : {};
  return [{ soort, inhoud, geldigOp, bron, verwijzing, ...vervangt } as NieuwFeit];
}
